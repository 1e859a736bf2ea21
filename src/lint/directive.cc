#include "lint/directive.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "list/addresses.h"
#include "rules/rules.h"
#include "text/distance.h"

namespace paperlint {
namespace {

// In the order of Directive::Kind.
constexpr std::string_view kWords[] = {"paperlint-disable-line", "paperlint-disable-next-line", "paperlint-disable",
                                       "paperlint-enable", "paperlint-disable-file"};
constexpr std::string_view kBlank = " \t\r\n";

std::string_view trim(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
  return text.substr(0, text.find_last_not_of(kBlank) + 1);
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find_first_of(" \t\r\n:,")); }

std::string_view inside(std::string_view comment) {
  comment.remove_prefix(std::min<std::size_t>(comment.size(), 4));
  comment.remove_prefix(std::min(comment.find_first_not_of('-'), comment.size()));
  return trim(comment.substr(0, comment.rfind("-->")));
}

std::string unknown(std::string_view what, std::string_view word, std::string_view nearest) {
  std::string message = "there is no " + std::string(what) + " '" + std::string(word) + "'";
  if (!nearest.empty()) message += "; did you mean '" + std::string(nearest) + "'?";
  return message;
}

/// What was meant: `paperlint disable-line` too.
std::string_view nearest_directive(std::string_view text) {
  std::string word = in_lower_case(first_word(text));
  if (word == "paperlint" && text.size() > word.size())
    word += '-' + in_lower_case(first_word(trim(text.substr(word.size() + 1))));
  return nearest(word, kWords);
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::ptrdiff_t visible(std::string_view text) {
  return static_cast<std::ptrdiff_t>(text.size()) - std::count_if(text.begin(), text.end(), is_blank);
}

}  // namespace

std::vector<std::uint32_t> next_lines(const Document& document) {
  const Source& source = *document.source;
  std::vector<std::ptrdiff_t> comments(source.line_count());
  for (const Comment& comment : document.comments)
    comments[source.line_of(comment.span.begin)] += visible(comment.text(comment.span));
  std::vector<std::uint32_t> lines(source.line_count() + 1, kNoLine);
  for (std::uint32_t i = source.line_count(); i-- > 0;)
    lines[i] = visible(source.text(source.line(i))) > comments[i] ? i : lines[i + 1];
  return lines;
}

DirectiveReader::DirectiveReader(const Selection& selection, Report* complaints) : complaints_(complaints) {
  for (const Rule* rule : rules::all) rules_[rule->name] = {rule, false};
  for (const Selection::Choice& choice : selection.choices)
    rules_[choice.rule->name] = {choice.rule, choice.rule->make.check != nullptr};
}

bool DirectiveReader::read(const Comment& comment, Directive& directive) {
  const std::string_view text = inside(comment.text(comment.span)), word = first_word(text);
  directive.comment = &comment;
  directive.word = directive.source().span(word);
  const auto* const known = std::find(std::begin(kWords), std::end(kWords), word);
  if (known == std::end(kWords))
    return complain(comment, directive.word, unknown("directive", word, nearest_directive(text)));
  directive.kind = static_cast<Directive::Kind>(known - std::begin(kWords));
  const std::string_view rest = text.substr(word.size());
  return read_names(rest.substr(0, rest.find(':')), directive);
}

bool DirectiveReader::read_names(std::string_view text, Directive& directive) {
  bool good = true;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::string_view name = trim(text.substr(0, comma));
    if (!name.empty()) good = read_name(name, directive) && good;
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  if (!good || !directive.names.empty()) return good;
  const std::string word(directive.comment->text(directive.word));
  if (directive.kind != Directive::Kind::end)
    return complain(*directive.comment, directive.comment->span, "'" + word + "' names no rule");
  directive.names.push_back({.span = {directive.word.end, directive.word.end}, .ran = true});
  return true;
}

bool DirectiveReader::read_name(std::string_view text, Directive& directive) {
  const Comment& comment = *directive.comment;
  const Span span = directive.source().span(text);
  const std::string_view first = first_word(text);
  const auto known = rules_.find(first);
  if (known == rules_.end()) return complain(comment, span, unknown("rule", text, nearest_rule(text)));
  if (first.size() != text.size())
    return complain(comment, span, "expected ',' or ': reason' after '" + std::string(first) + "'");
  const auto [rule, runs] = known->second;
  if (rule == &rules::unused_suppression)
    return complain(comment, span, "'unused-suppression' is not silenced by comments; the config can turn it off");
  const bool told = !rule->needs_entries || comment.document->reading == Reading::read;
  directive.names.push_back({.span = span, .rule = rule, .ran = runs && told});
  return true;
}

std::string_view DirectiveReader::nearest_rule(std::string_view word) const {
  std::vector<std::string_view> names;
  for (const auto& [name, known] : rules_) names.push_back(name);
  return nearest(word, names);
}

bool DirectiveReader::complain(const Comment& comment, Span span, std::string message) {
  if (complaints_ != nullptr) (*complaints_)(comment.at(span), std::move(message), std::string(comment.text(span)));
  return false;
}

}  // namespace paperlint
