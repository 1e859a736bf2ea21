// title-case: titles are not set in capitals. See title-case.md.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "list/title_case.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

class TitleCase final : public Sink {
 public:
  explicit TitleCase(const Context& context) : report_(context.report) {}
  void entry(const Entry& entry) override {
    ++entries_;
    if (in_capitals(entry.text(entry.title))) found_.push_back(&entry);
  }
  void take_habits(const Sink& before, const SectionMap& /*sections*/) override {
    of_old_text_ = static_cast<const TitleCase&>(before).usual();
  }
  void end(const List& list) override;

 private:
  /// Whether the list has so many titles in capitals that this is its way.
  [[nodiscard]] bool usual() const { return found_.size() > 1 && found_.size() * 10 > entries_; }

  Report& report_;
  std::vector<const Entry*> found_;
  std::size_t entries_ = 0;
  std::optional<bool> of_old_text_;  // which decides
};

void TitleCase::end(const List& list) {
  if (found_.empty() || of_old_text_.value_or(usual())) return;
  TitleWords words;
  for (const Entry* entry : found_) words.want(entry->text(entry->title));
  for (const auto& document : list.documents)
    for (const Entry& entry : document->entries)
      if (const std::string_view title = entry.text(entry.title); !in_capitals(title)) words.add(title);
  for (const Entry* entry : found_) {
    const Place at = entry->at(entry->title);
    auto finding = report_(at, "the title is set in capitals", entry->subject());
    if (auto title = words.recased(at.text()); title && *title != at.text())
      finding.fix({.safety = Safety::unsafe,
                   .effect = Effect::form,
                   .title = "write '" + *title + "'",
                   .edits = {{at, *title}}});
  }
}

}  // namespace

constinit const Rule rules::title_case{
    .name = "title-case", .summary = "titles are not set in capitals", .fix = Safety::unsafe, .make = make<TitleCase>};

}  // namespace paperlint
