#include "list/untold_years.h"

#include <algorithm>
#include <string_view>

#include "list/ascii.h"
#include "list/grammar.h"
#include "list/link_text.h"

namespace paperlint {
namespace {

constexpr std::size_t kLeast = 20, kFew = 50;  // entries; one of so few and each further of so many may lack its year

bool is_paper(const Entry& entry) {
  if (!entry.ids.empty() || !entry.loose.venue.empty()) return true;
  return std::any_of(entry.links.begin(), entry.links.end(), [&](const Link& link) {
    return paper_link_text(entry.text(link.text)) || entry.text(link.address).ends_with(".pdf");
  });
}

/// `2024`, or two digits that may stand for a year.
bool is_year(std::string_view digits, std::uint16_t latest) {
  if (digits.size() == 4) return digits.starts_with("19") || digits.starts_with("20");
  if (digits.size() != 2) return false;
  const int value = (digits[0] - '0') * 10 + digits[1] - '0';
  return full_year(value) <= latest;
}

/// Whether digits of a span outside of addresses may be a year. In a title two digits are none, but before it:
/// `24_OSDI_Title`.
bool names_year(const Entry& entry, Span span, std::uint16_t latest) {
  const std::string_view text = entry.document->source->text();
  const auto holds = [](Span outer, std::uint32_t at) { return outer.begin <= at && at < outer.end; };
  const auto in_address = [&](std::uint32_t at) {  // the links are in order
    const auto after = std::partition_point(entry.links.begin(), entry.links.end(),
                                            [at](const Link& link) { return link.whole.begin <= at; });
    return after != entry.links.begin() && holds((after - 1)->address, at);
  };
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    if (!is_digit(text[at])) continue;
    const std::uint32_t begin = at;
    while (at < span.end && is_digit(text[at])) ++at;
    const bool plain = at - begin == 4 || begin == entry.body.begin || !holds(entry.title, begin);
    if (is_year(text.substr(begin, at - begin), latest) && plain && !in_address(begin)) return true;
  }
  return false;
}

/// By its own words, or by those that stand above it.
bool names_year(const Entry& entry, std::uint16_t latest) {
  if (names_year(entry, {entry.body.begin, entry.whole.end}, latest)) return true;
  if (entry.label != nullptr && names_year(entry, entry.label->span, latest)) return true;
  for (const Section* up = entry.section; up != nullptr && up->level > 0; up = up->parent)
    if (names_year(entry, up->title, latest)) return true;
  return false;
}

}  // namespace

UntoldYears untold_years(const Document& document, std::uint16_t latest) {
  UntoldYears untold;
  for (const Entry& entry : document.entries) {
    if (entry.parent != nullptr) continue;
    const bool told = entry.year() != 0 || entry.edition().year != 0 || entry.posted_date().year != 0;
    if (!told && !is_paper(entry)) continue;
    ++untold.all;
    if (!told) untold.entries.push_back(&entry);
  }
  auto& entries = untold.entries;
  if (untold.all < kLeast || entries.size() > std::max<std::size_t>(1, untold.all / kFew)) entries.clear();
  entries.erase(std::remove_if(entries.begin(), entries.end(),
                               [latest](const Entry* entry) { return names_year(*entry, latest); }),
                entries.end());
  return untold;
}

}  // namespace paperlint
