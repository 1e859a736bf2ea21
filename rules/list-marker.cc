// list-marker: every entry has its list marker, with a blank after it. See list-marker.md.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "list/ascii.h"
#include "list/markers.h"
#include "list/run_on.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

using Kind = MarkerSlip::Kind;

constexpr std::ptrdiff_t kMostSpaced = 2;  // entries behind a dash with blanks around it; more are a list's own way

class ListMarker final : public Sink {
 public:
  explicit ListMarker(const Context& context) : report_(context.report) {}
  void document(const Document& document) override {
    settle();
    document_ = &document;
    lines_.reserve(document.source->line_count());
  }
  void text(const Text& text) override {
    if (!text.section->holds_papers) return;
    add_lines(text, lines_);
    if (const auto found = run_on(text); found) run_ons_.emplace_back(text.entry, *found);
  }
  void take_habits(const Sink& before, const SectionMap& /*sections*/) override {
    const auto& old = static_cast<const ListMarker&>(before);
    of_old_text_ = old.usual_;
    dashes_part_entries_ = old.dashes_part_entries_;
  }
  void end(const List&) override {
    settle();
    for (const Found& found : found_)
      if (!(of_old_text_ ? of_old_text_->count(way(found)) > 0 : found.slip.usual)) check(found);
    const auto spaced =
        std::count_if(run_ons_.begin(), run_ons_.end(), [](const auto& one) { return !one.second.glued; });
    if (!dashes_part_entries_) dashes_part_entries_ = spaced > kMostSpaced;
    for (const auto& [entry, found] : run_ons_)
      if (found.glued || !*dashes_part_entries_) check(*entry, found);
  }

 private:
  struct Found {
    const Document* document;
    MarkerSlip slip;
  };
  /// File, kind and whether it is weak.
  using Way = std::tuple<std::string, Kind, bool>;
  static Way way(const Found& found) { return {found.document->source->path(), found.slip.kind, found.slip.weak}; }
  void settle() {
    if (document_ != nullptr)
      for (MarkerSlip& slip : marker_slips(*document_, lines_)) {
        found_.push_back({document_, std::move(slip)});
        if (found_.back().slip.usual) usual_.insert(way(found_.back()));
      }
    lines_.clear();
  }
  void check(const Found& found);
  void check(const Entry& entry, const RunOn& found);

  Report& report_;
  const Document* document_ = nullptr;
  std::vector<Line> lines_;
  std::vector<Found> found_;
  std::vector<std::pair<const Entry*, RunOn>> run_ons_;
  std::optional<bool> dashes_part_entries_;   // several on a line, by habit
  std::set<Way> usual_;                       // what files do again and again
  std::optional<std::set<Way>> of_old_text_;  // which decides
};

std::string complaint(const MarkerSlip& slip, const std::string& written) {
  switch (slip.kind) {
    case Kind::twice:
      return "the item has its marker twice, '" + written + "'";
    case Kind::glued:
      return "'" + written + "' has no blank after it, so that the line is no list item";
    case Kind::foreign:
      return "'" + written + "' is no list marker, expected '" + slip.marker + "'";
    default:
      return "the entry has no list marker, expected '" + slip.marker + "' before it";
  }
}

std::string_view title(Kind kind) {
  switch (kind) {
    case Kind::twice:
      return "drop the second marker";
    case Kind::glued:
      return "insert the blank";
    case Kind::foreign:
      return "write the list's marker";
    default:
      return "insert the marker";
  }
}

/// A sub-item that is no paper changes its parent, which had it in its own text.
Effect effect(Kind kind, bool paper) {
  if (paper) return Effect::gained;
  return kind == Kind::twice ? Effect::form : Effect::reread;
}

void ListMarker::check(const Found& found) {
  const auto& [document, slip] = found;
  const Source& source = *document->source;
  const auto at = [&source](Span span) { return Place{&source, span}; };
  auto finding =
      report_(at(slip.at), complaint(slip, std::string(source.text(slip.at))), std::string(source.text(slip.line)));
  // A glued line at the margin that is no paper ends the text above it, which may then be read as none either.
  const bool margin = source.text_begin(slip.at.begin) == slip.at.begin;
  if (slip.mend && (slip.paper || slip.kind != Kind::glued || !margin))
    finding.fix({.safety = Safety::safe,
                 .effect = effect(slip.kind, slip.paper),
                 .title = std::string(title(slip.kind)),
                 .edits = {{at(slip.mend->at), slip.mend->with}}});
}

void ListMarker::check(const Entry& entry, const RunOn& found) {
  const Source& source = *entry.document->source;
  Span opening{source.line_begin(entry.marker.begin), entry.body.begin};
  const std::size_t box = entry.text(opening).find('[');  // of a task list; the other entry has its own
  if (box != std::string_view::npos) opening.end = opening.begin + static_cast<std::uint32_t>(box);
  std::string begin = std::string(source.newline()) + std::string(entry.text(opening));
  if (entry.ordered) {  // the number is that which stands there
    const std::string_view gap = trim(entry.text(found.gap));
    begin.replace(begin.size() - (opening.end - entry.marker.begin), entry.marker.size(), gap);
  }
  report_(entry.at(found.second), "a second entry begins on the line of another", entry.subject())
      .fix({.safety = Safety::safe,
            .effect = Effect::gained,
            .title = "begin a new line",
            .edits = {{entry.at(found.gap), begin}}});
}

}  // namespace

constinit const Rule rules::list_marker{.name = "list-marker",
                                        .summary = "every entry has its line and its list marker, and a blank after it",
                                        .severity = Severity::error,
                                        .fix = Safety::safe,
                                        .needs_entries = false,
                                        .make = make<ListMarker>};

}  // namespace paperlint
