// Reads a format: its marker, then bytes, placeholders and optional parts.
#include "list/format.h"

#include <algorithm>
#include <array>

#include "list/ascii.h"
#include "list/format_check.h"
#include "text/distance.h"

namespace paperlint {
namespace {

using Kind = FormatStep::Kind;

constexpr std::size_t kLongest = 1000;  // bytes
constexpr std::array<std::string_view, 13> kNames = {"title", "url",     "venue", "yy",     "yyyy",  "mm",  "month",
                                                     "dd",    "authors", "name",  "survey", "links", "text"};
static_assert(static_cast<std::size_t>(Placeholder::text) + 1 == kNames.size());

std::string all_names() {
  std::string all;
  for (const std::string_view one : kNames) all += (all.empty() ? "{" : " {") + std::string(one) + "}";
  return all;
}

class Compiler {
 public:
  explicit Compiler(std::string_view text) : text_(text) { result_.format.text = text; }

  FormatResult compile() {
    if (!fit()) return std::move(result_);
    marker();
    while (at_ < text_.size()) step();
    if (open_ != kNone) complain(open_, "'{?' opens an optional part that is never closed; expected a '}'");
    add(Kind::end);
    if (result_.problems.empty()) check_format(result_.format, result_.problems);
    return std::move(result_);
  }

 private:
  static constexpr std::size_t kNone = std::string_view::npos;

  void complain(std::size_t at, std::string text) { result_.problems.push_back({at, std::move(text)}); }
  FormatStep& add(Kind kind) {
    FormatStep& step = result_.format.steps.emplace_back();
    step.kind = kind;
    step.at = static_cast<std::uint16_t>(std::min(at_, text_.size()));
    return step;
  }
  [[nodiscard]] bool has(std::string_view next) const { return text_.substr(at_, next.size()) == next; }

  bool fit();
  void marker();
  void step();
  void brace();
  void placeholder();
  void bar();
  void line_end();
  void byte() {
    add(Kind::byte).byte = text_[at_];
    ++at_;
  }

  const std::string_view text_;
  FormatResult result_;
  std::size_t at_ = 0;
  std::size_t open_ = kNone;  // where the optional part begins that is read
  std::size_t fork_ = 0;      // its step
  int nested_ = 0;            // wrong ones inside it
};

bool Compiler::fit() {
  if (text_.empty())
    complain(0, "an empty format fits nothing; expected something like - [{title}]({url})");
  else if (text_.size() > kLongest)
    complain(0, "a format of more than 1000 bytes");
  else if (is_blank(text_.front()))
    complain(0, "a format begins with its marker or text; how far an entry is indented is not its affair");
  else if (is_blank(text_.back()))
    complain(text_.size() - 1, "a blank or line break at the end, which no entry has");
  return result_.problems.empty();
}

/// What Markdown needs before the text tells what kind of block the entry is.
void Compiler::marker() {
  Format& format = result_.format;
  std::size_t end = 0;
  const auto blank_at = [&](std::size_t at) { return at < text_.size() && text_[at] == ' '; };
  if (text_[0] == '|') {
    format.carrier = Carrier::row;
    return;
  }
  if (text_[0] == '#') {
    end = std::min(text_.find_first_not_of('#'), text_.size());
    if (end > 6 || !blank_at(end)) return complain(0, "a heading begins with one '#' to six and a blank");
    format.carrier = Carrier::heading;
    format.level = static_cast<std::uint8_t>(end);
  } else if (std::string_view("-*+").find(text_[0]) != kNone && blank_at(1)) {
    format.marker = text_[0];
    end = 1;
  } else if (is_digit(text_[0])) {
    while (end < text_.size() && is_digit(text_[end])) ++end;
    if (end + 1 < text_.size() && (text_[end] == '.' || text_[end] == ')') && blank_at(end + 1))
      format.marker = text_[end++];
  } else if ((text_[0] == '-' || text_[0] == '+') && text_.substr(0, 2) != "--") {
    return complain(1, std::string("a list item has a blank behind its '") + text_[0] + "'");
  }
  if (format.marker != 0) format.carrier = Carrier::item;
  if (format.carrier == Carrier::paragraph) return;
  at_ = end + 1;
  if (blank_at(at_)) complain(at_, "a second blank behind the marker; how many there are is not a format's affair");
}

void Compiler::step() {
  if (has("{{") || has("}}")) {
    add(Kind::byte).byte = text_[at_];
    at_ += 2;
  } else if (has("{") || has("}")) {
    brace();
  } else if (result_.format.carrier == Carrier::row && at_ + 1 < text_.size() && (has("|") || has(" |"))) {
    bar();
  } else if (result_.format.carrier == Carrier::row && has("|")) {
    bar();
  } else if (has("\n") || has("\r")) {
    line_end();
  } else {
    byte();
  }
}

void Compiler::brace() {
  if (has("{?")) {
    if (open_ != kNone) {
      complain(at_, "an optional part inside another one; end the first before this '{?'");
      ++nested_;
      at_ += 2;
      return;
    }
    open_ = at_;
    fork_ = result_.format.steps.size();
    add(Kind::fork);
    at_ += 2;
  } else if (has("{")) {
    placeholder();
  } else if (open_ == kNone) {
    complain(at_, "a '}' that closes nothing; for a brace in the text write '}}'");
    ++at_;
  } else if (nested_ > 0) {
    --nested_;
    ++at_;
  } else {
    if (result_.format.steps.size() == fork_ + 1) complain(open_, "an optional part that holds nothing");
    result_.format.steps[fork_].past = static_cast<std::uint16_t>(result_.format.steps.size());
    open_ = kNone;
    ++at_;
  }
}

void Compiler::placeholder() {
  const std::size_t end = text_.find_first_of("{}\n", at_ + 1);
  if (end == kNone || text_[end] != '}') {
    complain(at_, "'{' opens a placeholder that is never closed; for a brace in the text write '{{'");
    at_ = std::min(end, text_.size());
    return;
  }
  const std::string_view word = text_.substr(at_ + 1, end - at_ - 1);
  const auto known = std::find(kNames.begin(), kNames.end(), word);
  if (known == kNames.end()) {
    const std::string_view near = nearest(word, kNames);
    complain(at_, "there is no placeholder {" + std::string(word.substr(0, 40)) + "}; " +
                      (near.empty() ? "there are " + all_names() : "did you mean {" + std::string(near) + "}?"));
  } else {
    add(Kind::placeholder).placeholder = static_cast<Placeholder>(known - kNames.begin());
  }
  at_ = end + 1;
}

/// Blanks beside a bar lay out a table: they are no part of the format.
void Compiler::bar() {
  if (has(" ")) ++at_;
  while (has(" ")) ++at_;
  if (!has("|")) return byte();
  add(Kind::bar);
  ++at_;
  while (has(" ")) ++at_;
}

void Compiler::line_end() {
  Format& format = result_.format;
  if (format.carrier == Carrier::row || format.carrier == Carrier::heading)
    complain(at_, "a line break in a format of table rows or headings, which have one line");
  format.lines = true;
  auto& steps = format.steps;
  while (!steps.empty() && steps.back().kind == Kind::byte && is_blank(steps.back().byte)) steps.pop_back();
  add(Kind::line_end);
  at_ = std::min(text_.find_first_not_of("\r\n \t", at_), text_.size());
}

}  // namespace

std::string_view name(Placeholder placeholder) { return kNames[static_cast<std::size_t>(placeholder)]; }

bool FormatStep::is_free() const {
  if (kind != Kind::placeholder) return false;
  switch (placeholder) {
    case Placeholder::title:
    case Placeholder::url:
    case Placeholder::venue:
    case Placeholder::authors:
    case Placeholder::name:
    case Placeholder::survey:
    case Placeholder::links:
    case Placeholder::text:
      return true;
    default:
      return false;
  }
}

bool FormatStep::is_digits() const { return is_year() || is(Placeholder::mm) || is(Placeholder::dd); }

FormatResult compile_format(std::string_view text) { return Compiler(text).compile(); }

bool Formats::hold(Carrier carrier) const {
  return std::any_of(all.begin(), all.end(), [&](const Format& format) { return format.carrier == carrier; });
}

bool departs(const Entry& entry) {
  const Formats* const formats = entry.document->formats.get();
  return formats != nullptr && entry.format == 0 && entry.parent == nullptr && formats->hold(entry.carrier);
}

}  // namespace paperlint
