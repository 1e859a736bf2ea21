// item-number: numbered items are numbered without gaps and repeats. See item-number.md.
#include <memory>
#include <string>

#include "list/numbering.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

class ItemNumber final : public Sink {
 public:
  explicit ItemNumber(const Context& context) : report_(context.report) {}
  void document(const Document& document) override {
    for (const Numbering& numbering : find_numberings(document)) check(document, numbering);
  }

 private:
  void check(const Document& document, const Numbering& numbering);
  static std::shared_ptr<const Fix> fix(const Document& document, const Numbering& numbering);

  Report& report_;
};

/// The place of an item's number, without the dot.
Place number_at(const Document& document, const Numbering::Item& item) {
  const Span marker = document.blocks.items[item.item].marker;
  return {document.source.get(), {marker.begin, marker.end - 1}};
}

std::string quoted(std::uint32_t number) { return "'" + std::to_string(number) + "'"; }

/// Whether a line between the item and the one before lost its marker: it begins with the number that is expected, or,
/// without indentation, with a link or tag.
bool is_lost(const Document& document, const Numbering& numbering, std::size_t index) {
  if (index == 0) return false;
  const Source& source = *document.source;
  const Place before = number_at(document, numbering.items()[index - 1]);
  const Place own = number_at(document, numbering.items()[index]);
  const std::string expected = std::to_string(numbering.following(index)) + ".";
  for (std::uint32_t line = source.line_of(before.span.end) + 1; line < source.line_of(own.span.begin); ++line) {
    const std::string_view text = source.text(source.line(line));
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) continue;
    if (text.substr(begin).starts_with(expected) || (begin == 0 && text.front() == '[')) return true;
  }
  return false;
}

std::string complaint(const Numbering& numbering, std::size_t index) {
  const std::uint32_t own = numbering.items()[index].number;
  const std::string expected = quoted(numbering.following(index));
  if (numbering.way() == Numbering::Way::constant) return quoted(own) + " among items that all are " + expected;
  if (index == 0) return quoted(own) + " comes first, expected " + expected;
  const std::uint32_t before = numbering.items()[index - 1].number;
  return quoted(own) + (own == before ? " stands twice" : " follows " + quoted(before)) + ", expected " + expected;
}

/// All numbers anew; nothing where an item would lose what stands below it.
std::shared_ptr<const Fix> ItemNumber::fix(const Document& document, const Numbering& numbering) {
  Fix fix{Safety::safe, Effect::form, "number the items anew", {}};
  for (std::size_t i = 0; i < numbering.items().size(); ++i) {
    const Numbering::Item& item = numbering.items()[i];
    std::string expected = std::to_string(numbering.expected(i));
    const Place at = number_at(document, item);
    if (item.number == numbering.expected(i)) continue;
    if (!keeps_shape(document, item.item, expected.size())) return nullptr;
    fix.edits.push_back({at, std::move(expected)});
  }
  return std::make_shared<const Fix>(std::move(fix));
}

void ItemNumber::check(const Document& document, const Numbering& numbering) {
  std::shared_ptr<const Fix> shared;
  bool told = false;
  for (std::size_t i = 0; i < numbering.items().size(); ++i) {
    if (!numbering.breaks(i) || is_lost(document, numbering, i)) continue;  // list-marker tells of a lost number
    if (!told) shared = fix(document, numbering);
    told = true;
    const Place at = number_at(document, numbering.items()[i]);
    const Source& source = *document.source;
    const std::uint32_t end = source.line(source.line_of(at.span.end)).end;
    auto finding = report_(at, complaint(numbering, i), std::string(source.text({at.span.end, end})));
    if (i > 0) finding.note(number_at(document, numbering.items()[i - 1]), "the number before");
    if (shared != nullptr) finding.fix_with(shared);
  }
}

}  // namespace

constinit const Rule rules::item_number{.name = "item-number",
                                        .summary = "numbered items count without gaps and repeats",
                                        .fix = Safety::safe,
                                        .needs_entries = false,
                                        .make = make<ItemNumber>};

}  // namespace paperlint
