// For people: each finding with its line, its notes and its fix.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "lint/rule.h"
#include "report/census.h"
#include "report/excerpt.h"
#include "report/overview.h"
#include "report/patch.h"
#include "report/reports.h"

namespace paperlint {
namespace {

constexpr std::uint32_t kOverviewFrom = 31;  // findings

class TextReport final : public Reporter {
 public:
  TextReport(std::ostream& out, const TextOptions& options)
      : out_(out), options_(options), look_{Paint(options.color), std::clamp(options.width, 40, 400)} {}
  void file(const FileResult& result) override;
  void end(const Totals& totals) override;

 private:
  [[nodiscard]] bool may_shorten() const { return options_.overview && !options_.quiet; }
  [[nodiscard]] bool shortens() const { return may_shorten() && census_.tally().total() >= kOverviewFrom; }
  void list(const FileResult& result);
  void finding(const Diagnostic& diagnostic);
  void head(Place place, std::string_view kind, Ink ink, std::string_view message);
  void fix(const Diagnostic& diagnostic);
  void flush();

  std::ostream& out_;
  const TextOptions options_;
  const Look look_;
  Census census_;
  Overview overview_;
  std::string text_;
  const Source* named_ = nullptr;  // whose path `name_` is, fit for a terminal
  std::string name_;
  bool after_clean_ = false;  // the last line says that a file is clean
  // Where a fix was shown first. Holds the fixes, so that no later one has the address of one that
  // is gone.
  std::map<std::shared_ptr<const Fix>, Place> shown_;
};

void TextReport::file(const FileResult& result) {
  census_.add(result);
  if (may_shorten()) overview_.add(result);
  if (shortens()) {
    text_.clear();
    return;
  }
  list(result);
  if (!may_shorten()) flush();
}

void TextReport::list(const FileResult& result) {
  named_ = nullptr;
  for (const Diagnostic& diagnostic : result.diagnostics) finding(diagnostic);
  if (!result.diagnostics.empty() || !result.is_list || options_.quiet) return;
  text_ += fmt::format("{}: {}, {}\n", look_.paint(Ink::bold, printable(result.source->path())),
                       counted(result.entries, "paper"), nothing_to_say(result.known));
  after_clean_ = true;
}

void TextReport::finding(const Diagnostic& diagnostic) {
  if (after_clean_) text_ += '\n';
  after_clean_ = false;
  const Ink ink = ink_of(diagnostic.severity);
  head(diagnostic.at, name(diagnostic.severity), ink, diagnostic.message);
  text_ += look_.paint(Ink::faint, " [" + std::string(diagnostic.rule->name) + ']') + '\n';
  append_excerpt(text_, diagnostic.at, ink, look_);
  for (const Note& note : diagnostic.notes) {
    head(note.at, "note", Ink::note, note.text);
    text_ += '\n';
    append_excerpt(text_, note.at, Ink::note, look_);
  }
  if (diagnostic.fix) fix(diagnostic);
  text_ += '\n';
}

void TextReport::head(Place place, std::string_view kind, Ink ink, std::string_view message) {
  const auto [line, column] = place.source->position(place.span.begin);
  if (place.source != named_) {
    named_ = place.source;
    name_ = printable(place.source->path());
  }
  text_ += look_.paint(Ink::bold, name_ + ':' + std::to_string(line) + ':' + std::to_string(column) + ':');
  text_ += ' ';
  text_ += look_.paint(ink, std::string(kind) + ':');
  text_ += ' ';
  text_ += printable(message);
}

void TextReport::fix(const Diagnostic& diagnostic) {
  const Fix& fix = *diagnostic.fix;
  text_ += look_.paint(Ink::faint, gutter(number_width(*diagnostic.at.source), 0, '='));
  text_ += ' ';
  text_ += look_.paint(Ink::bold, "fix (" + std::string(name(fix.safety)) + "):");
  text_ += ' ';
  text_ += printable(fix.title);
  const auto [first, is_new] = shown_.emplace(diagnostic.fix, diagnostic.at);
  if (is_new) {
    text_ += '\n';
    append_patch(text_, fix, diagnostic.at.source, look_);
    return;
  }
  const Place place = first->second;
  const std::uint32_t line = place.source->line_of(place.span.begin) + 1;
  text_ += place.source == diagnostic.at.source
               ? fmt::format(", the same fix as at line {}\n", line)
               : fmt::format(", the same fix as at {}:{}\n", printable(place.source->path()), line);
}

void TextReport::flush() {
  out_ << text_;
  text_.clear();
}

void TextReport::end(const Totals& totals) {
  if (shortens()) {
    text_ = overview_.write(census_, totals, options_, look_);
  } else if (!options_.quiet) {
    const std::string last = closing(census_, totals, options_, look_);
    if (after_clean_ && !last.empty()) text_ += '\n';
    text_ += last;
  }
  flush();
}

}  // namespace

std::unique_ptr<Reporter> text_report(std::ostream& out, const TextOptions& options) {
  return std::make_unique<TextReport>(out, options);
}

}  // namespace paperlint
