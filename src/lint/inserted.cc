#include "lint/inserted.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace paperlint {
namespace {

using markdown::Blocks;
using markdown::Item;
using markdown::Leaf;

class Comparison {
 public:
  Comparison(const Document& before, const Document& after, const std::vector<Inserted>& inserted)
      : before_(before), after_(after) {
    std::uint32_t shift = 0;
    for (const Inserted& one : inserted) {
      holes_.push_back({one.at + shift, one.size, shift});
      shift += one.size;
    }
  }

  [[nodiscard]] bool same() const {
    const auto equal = [this](const auto& a, const auto& b) { return same(a, b); };
    const auto all = [&](const auto& a, const auto& b) {
      return std::equal(a.begin(), a.end(), b.begin(), b.end(), equal);
    };
    const Blocks &old = before_.blocks, &now = after_.blocks;
    return before_.reading == after_.reading && before_.origin == after_.origin && all(old.items, now.items) &&
           same_leaves() && old.rendered == now.rendered && all(old.addresses, now.addresses) && same_comments() &&
           all(before_.generated_parts, after_.generated_parts) && all(before_.sections, after_.sections) &&
           all(before_.labels, after_.labels) && all(before_.links, after_.links) &&
           all(before_.entries, after_.entries) && before_.anchors == after_.anchors &&
           all(before_.html_addresses, after_.html_addresses) && same_html();
  }

 private:
  /// Where bytes were put into the new text, and how many before them.
  struct Hole {
    std::uint32_t at = 0, size = 0, before = 0;
  };

  /// Where a byte of the new text stood in the old one; what is new stood where it was put in.
  [[nodiscard]] std::uint32_t back(std::uint32_t at) const {
    const auto after =
        std::partition_point(holes_.begin(), holes_.end(), [&](const Hole& one) { return one.at <= at; });
    if (after == holes_.begin()) return at;
    const Hole& hole = *(after - 1);
    return std::max(at, hole.at + hole.size) - hole.size - hole.before;
  }
  [[nodiscard]] Span back(Span span) const { return {back(span.begin), back(span.end)}; }
  [[nodiscard]] bool is_new(Span span) const { return !span.empty() && back(span).empty(); }

  [[nodiscard]] bool same(std::uint32_t a, std::uint32_t b) const { return a == back(b); }
  /// Of an empty span nothing is asked but that it is empty still: some stand nowhere.
  [[nodiscard]] bool same(Span a, Span b) const {
    b = back(b);
    const std::uint32_t start = before_.source->start();  // a byte order mark belongs to whatever comes first
    return a.empty() ? b.empty() : a.end == b.end && std::max(a.begin, start) == std::max(b.begin, start);
  }
  [[nodiscard]] bool same(const Item& a, const Item& b) const {
    return a.parent == b.parent && a.list == b.list && a.ordered == b.ordered && a.task == b.task &&
           same(a.marker, b.marker) && same(a.whole, b.whole);
  }
  [[nodiscard]] bool same(const Leaf& a, const Leaf& b) const {
    return a.kind == b.kind && a.level == b.level && a.header == b.header && a.item == b.item && a.table == b.table &&
           same(a.lines, b.lines) && same(a.content, b.content);
  }
  [[nodiscard]] bool same(const Section& a, const Section& b) const {
    return a.level == b.level && a.rendered == b.rendered && a.slug == b.slug && same(a.heading, b.heading);
  }
  [[nodiscard]] bool same(const Comment& a, const Comment& b) const { return same(a.span, b.span); }
  [[nodiscard]] bool same(const Label& a, const Label& b) const { return same(a.span, b.span); }
  [[nodiscard]] bool same(const Link& a, const Link& b) const {
    return same(a.whole, b.whole) && same(a.text, b.text) && same(a.address, b.address);
  }
  [[nodiscard]] bool same(const Tag& a, const Tag& b) const {
    return same(a.whole, b.whole) && same(a.venue, b.venue) && same(a.year, b.year) && a.preprint == b.preprint;
  }
  [[nodiscard]] bool same(const CrossReference& a, const CrossReference& b) const { return same(a.target, b.target); }

  [[nodiscard]] bool same(const Entry& a, const Entry& b) const {
    const auto equal = [this](const auto& one, const auto& other) { return same(one, other); };
    const auto all = [&](const auto& some, const auto& others) {
      return std::equal(some.begin(), some.end(), others.begin(), others.end(), equal);
    };
    const auto number = [](const auto* piece) { return piece == nullptr ? markdown::kNone : piece->index; };
    return same(a.whole, b.whole) && same(a.body, b.body) && same(a.title, b.title) &&
           same(a.loose.venue, b.loose.venue) && same(a.loose.year, b.loose.year) && all(a.tags, b.tags) &&
           all(a.links, b.links) && all(a.references, b.references) && a.form == b.form && a.carrier == b.carrier &&
           a.format == b.format && a.children == b.children && a.run == b.run &&
           a.survey.has_value() == b.survey.has_value() && a.posted.has_value() == b.posted.has_value() &&
           (a.title_link() == nullptr) == (b.title_link() == nullptr) && (a.venue == nullptr) == (b.venue == nullptr) &&
           a.normal == b.normal && std::equal(a.ids.begin(), a.ids.end(), b.ids.begin(), b.ids.end()) &&
           number(a.parent) == number(b.parent) && number(a.section) == number(b.section);
  }

  /// Whether two rows of things are the same, but for those in the second that `is_new` speaks of.
  template <class Things, class IsNew>
  [[nodiscard]] bool same_but_new(const Things& before, const Things& after, IsNew is_new) const {
    auto now = after.begin();
    const auto skip_new = [&] {
      while (now != after.end() && is_new(*now)) ++now;
    };
    for (const auto& old : before) {
      skip_new();
      if (now == after.end() || !same(old, *now++)) return false;
    }
    skip_new();
    return now == after.end();
  }
  [[nodiscard]] bool same_leaves() const {
    const auto is_new = [this](const Leaf& leaf) {
      return leaf.kind == markdown::Kind::html && this->is_new(leaf.content);
    };
    return same_but_new(before_.blocks.leaves, after_.blocks.leaves, is_new);
  }
  [[nodiscard]] bool same_comments() const {
    return same_but_new(before_.comments, after_.comments, [this](const Comment& one) { return is_new(one.span); });
  }
  /// HTML is not kept in what was read.
  [[nodiscard]] bool same_html() const {
    const auto html = [](const Document& document) { return markdown::parse(*document.source).html; };
    return same_but_new(html(before_), html(after_), [this](Span one) { return is_new(one); });
  }

  const Document &before_, &after_;
  std::vector<Hole> holes_;
};

}  // namespace

bool reads_the_same(const Document& before, const Document& after, const std::vector<Inserted>& inserted) {
  return Comparison(before, after, inserted).same();
}

}  // namespace paperlint
