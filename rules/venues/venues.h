// Which venue a name means, and what is known of it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/venues/tables.h"

namespace paperlint {

/// What the text before a tag's year says.
struct Named {
  enum class Part : std::uint8_t { main, findings, workshop, other };
  const Venue* venue = nullptr;  // nullptr: none that is known
  std::string_view text;         // what names it: `SIGCOMM` in `ACM SIGCOMM`, `NAIC @ SIGCOMM`, `SIGCOMM workshop`
  std::string_view own;          // how the venue writes this name: `EuroSys` where the text is `Eurosys`
  bool is_own = false;           // the text is written so, or in another way that is right too
  std::uint16_t until = 0;       // the last year of a name that was given up
  Part part = Part::main;
};

/// A venue that the config tells of: one more, or, where a venue of the table bears its name or one of its aliases,
/// that one with what is told laid over it.
struct NewVenue {
  std::string name;
  std::vector<std::string> aliases;
  std::optional<VenueKind> kind;
  std::vector<YearRange> years;
};

/// The venues of the table, and those of a config. Looks up without allocating.
class Venues {
 public:
  /// Those of the table alone.
  [[nodiscard]] static const Venues& known();
  /// Whether a text has the letters of a name, and not too many.
  [[nodiscard]] static bool is_name(std::string_view text);
  /// Adds a venue whose names are such. False where one of them is that of another venue of the config.
  bool add(const NewVenue& venue);

  [[nodiscard]] Named read(std::string_view text) const;
  /// The venue of this name, without words around it.
  [[nodiscard]] const Venue* find(std::string_view name) const;

 private:
  struct Own;
  /// The names with the key of `text`, the venue's own writing first; empty without any.
  [[nodiscard]] std::span<const KnownName> names_of(std::string_view key) const;
  bool look_up(Named& named) const;
  bool strip(Named& named) const;

  std::vector<std::shared_ptr<const Own>> own_;
  std::map<std::string_view, std::vector<KnownName>> names_;  // of the config, by key
  std::map<const Venue*, const Venue*> over_;                 // rows of the table that the config overrides
};

/// Remembers what it was asked: a list names the same venues again and again.
class VenueReader {
 public:
  explicit VenueReader(const Venues& venues) : venues_(venues) {}
  /// The text has to outlive the reader.
  Named operator()(std::string_view text);

 private:
  using Known = std::unordered_map<std::string_view, Named>;
  const Known::value_type& look_up(std::string_view text);

  const Venues& venues_;
  Known known_;
  std::array<const Known::value_type*, 64> recent_{};  // few venues make most of a list: found without a hash
};

/// Letters and digits, `&` and `+`, in lower case: what all writings of one name share.
[[nodiscard]] std::string venue_key(std::string_view name);

/// Whether the venue may have been held that year; true where nothing is known.
[[nodiscard]] bool held(const Venue& venue, std::uint16_t year);
/// `2000-2018/2 2020-` as ranges, in order; nothing where the text is none.
[[nodiscard]] std::optional<std::vector<YearRange>> parse_years(std::string_view text);

/// Whether two venues are one row of the table.
[[nodiscard]] bool same_row(const Venue& a, const Venue& b);
/// Whether a paper may bear the one or the other: `VLDB` and `PVLDB`, joint conferences. Not for a venue and itself.
[[nodiscard]] bool equivalent(const Venue& a, const Venue& b, std::uint16_t year);

/// The venue that a misspelt name means, or nullptr.
[[nodiscard]] const Venue* misspelt(std::string_view text);
/// The proceedings that a paper's identifier belongs to, or nullptr.
[[nodiscard]] const Proceedings* proceedings_of(std::string_view identifier);

}  // namespace paperlint
