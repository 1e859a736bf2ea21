#include "support/invariants.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "config/config.h"
#include "lint/add_suppressions.h"
#include "lint/rule.h"
#include "rules/rules.h"
#include "support/shown.h"

namespace paperlint {
namespace {

using Sentences = std::vector<std::string>;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// How many bytes a code point has that begins with this byte; 0 where none does.
std::size_t length_of(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte >= 0xF0 && byte < 0xF5) return 4;
  if (byte >= 0xE0 && byte < 0xF0) return 3;
  if (byte >= 0xC2 && byte < 0xE0) return 2;
  return 0;
}

/// Whether an offset lies inside of a code point. Bytes that are no UTF-8 have no inside.
bool splits(std::string_view text, std::size_t offset) {
  if (offset >= text.size() || !is_continuation(text[offset])) return false;
  std::size_t lead = offset;
  while (lead > 0 && offset - lead < 3 && is_continuation(text[lead])) --lead;
  const std::size_t length = length_of(text[lead]);
  if (lead + length <= offset || lead + length > text.size()) return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(lead + 1),
                     text.begin() + static_cast<std::ptrdiff_t>(lead + length), is_continuation);
}

std::string quoted(const Span& span) {
  return "[" + std::to_string(span.begin) + ", " + std::to_string(span.end) + ")";
}

/// Looks at spans and keeps what is wrong with them.
class Spans {
 public:
  Spans(const List& list, Sentences& broken) : list_(list), broken_(broken) {}

  void look(Place at, const std::string& what) {
    const auto known = [&](const auto& document) { return document->source.get() == at.source; };
    if (std::none_of(list_.documents.begin(), list_.documents.end(), known)) {
      broken_.push_back(what + " lies in no file of the list");
      return;
    }
    const std::string_view text = at.source->text();
    if (at.span.begin > at.span.end || at.span.end > text.size())
      broken_.push_back(what + " " + quoted(at.span) + " lies outside of its file");
    else if (splits(text, at.span.begin) || splits(text, at.span.end))
      broken_.push_back(what + " " + quoted(at.span) + " splits a code point");
  }

  void look(const Diagnostic& finding) {
    const std::string what = "of '" + finding.message + "', ";
    look(finding.at, what + "the place");
    for (const Note& note : finding.notes) look(note.at, what + "a note");
    if (finding.fix == nullptr) return;
    for (const Edit& edit : finding.fix->edits) look(edit.at, what + "an edit");
  }

  void look(const Entry& entry) {
    const std::string what = "of entry " + std::to_string(entry.index) + ", ";
    look(entry.at(entry.whole), what + "the whole");
    look(entry.at(entry.body), what + "the body");
    look(entry.at(entry.marker), what + "the marker");
    look(entry.at(entry.title), what + "the title");
    look(entry.at(entry.rest), what + "the rest");
    for (const Tag& tag : entry.tags) look(entry, tag, what);
    for (const Link& link : entry.links) look(link, what);
    for (const CrossReference& one : entry.references) look(entry.at(one.target), what + "a reference");
    if (!entry.whole.contains(entry.body)) broken_.push_back(what + "the body is not in the whole");
  }

  void look(const Entry& entry, const Tag& tag, const std::string& what) {
    look(entry.at(tag.whole), what + "a tag");
    for (const Span part : {tag.inside, tag.venue, tag.joint, tag.year, tag.rest})
      if (!part.empty()) look(entry.at(part), what + "a part of a tag");
  }

  void look(const Link& link, const std::string& what) {
    look(link.at(link.whole), what + "a link");
    for (const Span part : {link.text, link.address})
      if (!part.empty() && !link.whole.contains(part))
        broken_.push_back(what + "a link " + quoted(link.whole) + " '" + std::string(link.at(link.whole).text()) +
                          "' does not hold " + quoted(part));
  }

  void look(const Section& section) {
    if (section.level > 0) look(section.at(section.heading), "the heading '" + section.rendered + "'");
  }

 private:
  const List& list_;
  Sentences& broken_;
};

void check_spans(const List& list, const LintResult& result, Sentences& broken) {
  Spans spans(list, broken);
  for (const auto& document : list.documents) {
    for (const Section& section : document->sections) spans.look(section);
    for (const Entry& entry : document->entries) spans.look(entry);
    for (const Link& link : document->links) spans.look(link, "in the file, ");
    for (const Comment& comment : document->comments) spans.look(comment.at(comment.span), "a comment");
  }
  for (const Diagnostic& finding : result.diagnostics) spans.look(finding);
}

void check_boldness(const LintResult& result, Sentences& broken) {
  for (const Diagnostic& finding : result.diagnostics) {
    if (finding.fix == nullptr) continue;
    if (!finding.rule->fix || finding.fix->safety < *finding.rule->fix)
      broken.push_back(std::string(finding.rule->name) +
                       " offers a fix bolder than it declares: " + finding.fix->title);
    if (finding.fix->edits.empty())
      broken.push_back(std::string(finding.rule->name) + " offers a fix that does nothing");
  }
}

/// Readers see each fix where it edits, and nowhere else. Not held against fixes of tables, which md4c by itself reads
/// otherwise than GitHub does.
void check_shown(const List& list, const LintResult& result, Sentences& broken) {
  constexpr std::size_t kMost = 40;
  std::set<const Fix*> seen;
  for (const Diagnostic& finding : result.diagnostics) {
    if (finding.fix == nullptr || finding.rule->name == "table-shape") continue;
    if (seen.size() == kMost || !seen.insert(finding.fix.get()).second) continue;
    std::vector<const Fix*> taken;
    const std::vector<std::string> texts = apply(list, {finding.fix.get()}, taken);
    if (taken.empty()) continue;
    const std::string change = changes_elsewhere(*list.documents.front()->source, texts.front(), *finding.fix);
    if (!change.empty()) broken.push_back("'" + finding.fix->title + "': " + change);
  }
}

/// Says how two rows of findings differ: the first that one of them lacks.
void compare(const Sentences& expected, const Sentences& found, const std::string& when, Sentences& broken) {
  if (expected == found) return;
  const auto [a, b] = std::mismatch(expected.begin(), expected.end(), found.begin(), found.end());
  broken.push_back(when + " the findings differ: '" + (a == expected.end() ? "nothing" : *a) + "' becomes '" +
                   (b == found.end() ? "nothing" : *b) + "'");
}

Sentences findings_in(const std::string& path, std::string text, const Choice& choice) {
  const List list = read_list(path, std::move(text), choice.read);
  return findings_of(lint(list, choice.selection));
}

/// Findings as they would be with line feeds: a message may quote a line ending.
Sentences without_cr(Sentences findings) {
  for (std::string& one : findings) one.erase(std::remove(one.begin(), one.end(), '\r'), one.end());
  return findings;
}

constexpr std::string_view kMark = "\xEF\xBB\xBF";

void check_variants(const std::string& path, const std::string& text, const Choice& choice, const Sentences& expected,
                    Sentences& broken) {
  const auto variant = [&](std::string changed) { return without_cr(findings_in(path, std::move(changed), choice)); };
  if (text.find('\r') == std::string::npos) compare(expected, variant(with_crlf(text)), "with CRLF", broken);
  if (text.rfind(kMark, 0) != 0)
    compare(without_cr(expected), variant(std::string(kMark) + text), "with a byte order mark", broken);
  if (text.size() > 1 && text.back() == '\n' && text[text.size() - 2] != '\r')
    compare(without_cr(expected), variant(text.substr(0, text.size() - 1)), "without the last newline", broken);
}

void check_settled(const std::string& path, const FixResult& fixed, const Choice& choice, Safety least,
                   Refusals refusals, Sentences& broken) {
  const std::string how = "after the fixes that are " + std::string(name(least)) + ", ";
  const auto is_refusal = [](const Remark& remark) { return remark.message.find(" left out: ") != std::string::npos; };
  const bool may_be_left =
      refusals == Refusals::some && std::any_of(fixed.remarks.begin(), fixed.remarks.end(), is_refusal);
  for (const Remark& remark : fixed.remarks)
    if (!may_be_left || !is_refusal(remark)) broken.push_back(how + "a remark: " + remark.message);
  for (const Diagnostic& finding : fixed.left.diagnostics)
    if (!may_be_left && finding.fix != nullptr && finding.fix->safety >= least)
      broken.push_back(how + "a fix is left: " + finding.fix->title);
  const FixResult again =
      fix_all(read_list(path, fixed.texts.front(), choice.read), choice.selection, choice.read, least);
  if (again.texts != fixed.texts) broken.push_back(how + "fixing again changes the text");
}

std::size_t idle_comments(const LintResult& result) {
  return static_cast<std::size_t>(
      std::count_if(result.diagnostics.begin(), result.diagnostics.end(),
                    [](const Diagnostic& finding) { return finding.rule == &rules::unused_suppression; }));
}

/// Whether table-shape has something to say, be it selected or not: md4c by itself reads such tables otherwise than
/// GitHub does.
bool has_broken_tables(const List& list) {
  static const Config config;
  const LintResult result = lint(list, select_rules(config, {"table-shape"}, {}));
  return !result.diagnostics.empty() || result.suppressed > 0;
}

/// Comments silence all that is told, twice change nothing more, and nobody sees them. What is shown is not asked where
/// tables are broken.
void check_silenced(const std::string& path, const std::string& text, const Choice& choice, Refusals refusals,
                    Sentences& broken) {
  FixResult told;
  told.list = read_list(path, text, choice.read);
  told.texts = {text};
  told.left = lint(told.list, choice.selection);
  const bool may_differ = has_broken_tables(told.list);
  const std::string shown = shown_to_readers(*told.list.documents.front()->source);
  const std::size_t idle = idle_comments(told.left);
  const FixResult silent = add_suppressions(std::move(told), choice.selection, choice.read);
  const bool refused = refusals == Refusals::some && !silent.remarks.empty();
  const Sentences left = findings_of(silent.left);
  if (!refused && left.size() != idle_comments(silent.left)) broken.push_back("not silenced: " + left.front());
  if (refusals == Refusals::none && idle_comments(silent.left) > idle)
    broken.push_back("a comment that is of no use: " + left.front());
  if (!refused && !silent.remarks.empty()) broken.push_back("a remark: " + silent.remarks.front().message);
  if (!may_differ && shown_to_readers(*silent.list.documents.front()->source) != shown)
    broken.push_back("comments change what readers see");
  FixResult again;
  again.texts = silent.texts;
  again.list = read_list(path, silent.texts.front(), choice.read);
  again.left = lint(again.list, choice.selection);
  if (!refused && add_suppressions(std::move(again), choice.selection, choice.read).texts != silent.texts)
    broken.push_back("comments are added again");
}

}  // namespace

std::string with_crlf(std::string_view text) {
  std::string changed;
  for (const char c : text) {
    if (c == '\n') changed += '\r';
    changed += c;
  }
  return changed;
}

Choice choose(const Config& config) {
  Choice choice{select_rules(config, {}, {}), {}};
  choice.read.no_list = config.no_list;
  choice.read.formats = config.formats;
  choice.selection.facts.today = {2026, 6, 1};
  return choice;
}

List read_list(const std::string& path, std::string text, const ReadOptions& options, unsigned jobs) {
  std::vector<std::unique_ptr<Document>> documents;
  documents.push_back(read_document(std::make_unique<const Source>(path, std::move(text)), options, jobs));
  return make_list(std::move(documents), jobs);
}

std::vector<std::string> findings_of(const LintResult& result) {
  Sentences all;
  for (const Diagnostic& finding : result.diagnostics) {
    const Position at = finding.at.source->position(finding.at.span.begin);
    all.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + ": " +
                  std::string(name(finding.severity)) + ": " + finding.message + " [" +
                  std::string(finding.rule->name) + "]");
  }
  return all;
}

std::vector<std::string> unsettled(const std::string& path, const std::string& text, const Choice& choice,
                                   Refusals refusals) {
  Sentences broken;
  for (const Safety least : {Safety::safe, Safety::unsafe}) {
    List fresh = read_list(path, text, choice.read);
    check_settled(path, fix_all(std::move(fresh), choice.selection, choice.read, least), choice, least, refusals,
                  broken);
  }
  return broken;
}

std::vector<std::string> broken_invariants(const std::string& path, const std::string& text, const Choice& choice,
                                           Refusals refusals) {
  Sentences broken;
  List list = read_list(path, text, choice.read);
  const LintResult result = lint(list, choice.selection);
  const Sentences findings = findings_of(result);
  check_spans(list, result, broken);
  check_boldness(result, broken);
  if (refusals == Refusals::none) check_shown(list, result, broken);
  compare(findings, findings_in(path, text, choice), "the second time", broken);
  const Sentences fixes = unsettled(path, text, choice, refusals);
  broken.insert(broken.end(), fixes.begin(), fixes.end());
  check_variants(path, text, choice, findings, broken);
  check_silenced(path, text, choice, refusals, broken);
  return broken;
}

}  // namespace paperlint
