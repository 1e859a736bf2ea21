// list-marker: every entry has its list marker, with a blank after it. See list-marker.md.
#include <string>
#include <vector>

#include "list/markers.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

using Kind = MarkerSlip::Kind;

class ListMarker final : public Sink {
 public:
  explicit ListMarker(const Context& context) : report_(context.report) {}
  void document(const Document& document) override {
    settle();
    document_ = &document;
    lines_.reserve(document.source->line_count());
  }
  void text(const Text& text) override {
    if (text.section->holds_papers) add_lines(text, lines_);
  }
  void end(const List&) override { settle(); }

 private:
  void settle() {
    if (document_ != nullptr)
      for (const MarkerSlip& slip : marker_slips(*document_, lines_)) check(slip);
    lines_.clear();
  }
  void check(const MarkerSlip& slip);
  [[nodiscard]] Place at(Span span) const { return {document_->source.get(), span}; }

  Report& report_;
  const Document* document_ = nullptr;
  std::vector<Line> lines_;
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

void ListMarker::check(const MarkerSlip& slip) {
  auto finding = report_(at(slip.at), complaint(slip, std::string(document_->source->text(slip.at))),
                         std::string(document_->source->text(slip.line->text)));
  // A glued line at the margin that is no paper ends the text above it, which may then be read as none either.
  const bool margin = document_->source->text_begin(slip.at.begin) == slip.at.begin;
  if (slip.mend && (slip.paper || slip.kind != Kind::glued || !margin))
    finding.fix({.safety = Safety::safe,
                 .effect = effect(slip.kind, slip.paper),
                 .title = std::string(title(slip.kind)),
                 .edits = {{at(slip.mend->at), slip.mend->with}}});
}

}  // namespace

constinit const Rule rules::list_marker{.name = "list-marker",
                                        .summary = "every entry has its list marker, and a blank after it",
                                        .severity = Severity::error,
                                        .fix = Safety::safe,
                                        .needs_entries = false,
                                        .make = make<ListMarker>};

}  // namespace paperlint
