// What the addresses of a paper prove, held against its tag.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "list/identifier.h"
#include "list/list.h"
#include "rules/venues/venues.h"

namespace paperlint {

/// A link to the paper itself, and what its address proves.
struct Evidence {
  const Link* link = nullptr;
  Proof proof;
};

/// The first of the entry's links that proves where the paper was published.
[[nodiscard]] std::optional<Evidence> published_by_link(const Entry& entry);

/// What an entry's address proves against its tag or that of its heading; nothing where a tag of a venue that publishes
/// agrees, or may mean the same. With `strict`, Findings are no conference.
[[nodiscard]] std::optional<Evidence> denied_by_link(const Entry& entry, const Named& tag, const Venues& venues,
                                                     bool strict = false);

/// What is wrong with the year of a tag, of an entry or a heading, whatever its papers: the venue was not held, or
/// won't be yet.
enum class YearFault : std::uint8_t { none, not_held, ahead };
[[nodiscard]] YearFault year_fault(const Piece& piece, const Tag& tag, const Named& named, const Date& today);

/// How a List writes its venues.
class Writing {
 public:
  explicit Writing(const Venues& venues) : venues_(venues) {}
  void count(std::string_view text, const Named& named);
  /// The venue of a proof as the list names it most often, else by its own name. Empty for Findings that the list never
  /// names.
  [[nodiscard]] std::string of(const Proof& proof) const;

 private:
  struct Name {
    Named::Part part;
    std::uint16_t until;
    unsigned count;
  };
  using Asked = std::tuple<std::string, std::uint16_t, bool>;
  [[nodiscard]] std::string ask(const Proof& proof) const;

  const Venues& venues_;
  std::map<const Venue*, std::map<std::string_view, Name>> names_;
  mutable std::map<Asked, std::string> told_;
};

}  // namespace paperlint
