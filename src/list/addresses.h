// Addresses of papers, taken apart.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace paperlint {

/// Whose address it is: sites whose addresses look alike share a name.
enum class Site : std::uint8_t {
  none,
  aaai,
  acl,
  arxiv,
  arxiv_mirror,
  biorxiv,
  cv_foundation,
  cvf,
  doi,
  ecva,
  eprint,
  github_raw,
  iclr_papers,
  ieee,
  ijcai,
  jmlr,
  mlsys_papers,
  nature,
  neurips_data,
  neurips_papers,
  openreview,
  pmlr,
  usenix,
  virtual_site,
  vldb,
};

inline constexpr std::size_t kSites = static_cast<std::size_t>(Site::vldb) + 1;

/// One address whose site is known. Its parts are as written, but that percent escapes and Markdown
/// escapes of the path are undone and empty parts left out. Copies nothing unless there are escapes.
class Address {
 public:
  explicit Address(std::string_view address);
  Address(const Address&) = delete;
  Address& operator=(const Address&) = delete;

  [[nodiscard]] Site site() const { return site_; }
  /// What a row of the table of sites says beyond the site: the venue of `virtual_site`.
  [[nodiscard]] std::string_view note() const { return note_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Part `index` of the path, from 0; empty past the last.
  [[nodiscard]] std::string_view part(std::size_t index) const {
    return index < size_ ? parts_[index] : std::string_view{};
  }
  [[nodiscard]] std::string_view last() const { return part(size_ - 1); }
  /// All from part `index` on, without a slash at the end.
  [[nodiscard]] std::string_view from(std::size_t index) const;
  /// The value of a parameter of the query, as written; empty without one.
  [[nodiscard]] std::string_view parameter(std::string_view name) const;

 private:
  void read(std::string_view rest);

  Site site_ = Site::none;
  std::string_view note_, query_;
  std::string unescaped_;
  std::array<std::string_view, 16> parts_;  // an address with more parts has none
  std::size_t size_ = 0;
};

/// The digits that a text begins with.
[[nodiscard]] std::string_view leading_digits(std::string_view text);
/// Whether a text is digits alone, at least one.
[[nodiscard]] bool all_digits(std::string_view text);
/// The year that a text of four digits tells, else 0.
[[nodiscard]] std::uint16_t four_digit_year(std::string_view text);
[[nodiscard]] std::string in_lower_case(std::string_view text);

/// `osdi24`, `soups2019` or `osdi-06`: the letters of a USENIX conference and its year; year 0 where it is none.
struct UsenixName {
  std::string_view letters;
  std::uint16_t year = 0;
};
[[nodiscard]] UsenixName usenix_name(std::string_view slug);

/// `2020.acl-main.1` or `P19-1001`, without what follows it; all empty where the text is no such number.
struct AnthologyNumber {
  std::string_view whole, year, venue, volume;  // the last three are empty in the old form
};
[[nodiscard]] AnthologyNumber anthology_number(std::string_view text);

/// The part that the year of a proceedings site stands in: `paper/2020`, `paper_files/paper/2020`.
[[nodiscard]] std::size_t papers_year(const Address& address);

}  // namespace paperlint
