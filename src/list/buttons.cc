#include "list/buttons.h"

#include "list/html.h"
#include "list/link_text.h"
#include "list/tokens.h"

namespace paperlint {
namespace {

using Kind = Token::Kind;

constexpr std::uint32_t kLongest = 40;  // bytes of a label

bool among(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

class Finder {
 public:
  explicit Finder(const Text& text)
      : bytes_(text.document->source->text()),
        content_(without_comments(bytes_, text.content())),
        tokens_(text.tokens),
        in_item_(text.leaf->item != markdown::kNone) {}
  [[nodiscard]] std::optional<Button> at(std::uint32_t index) const;

 private:
  /// The token that fills the inside of another, if it is of this kind.
  [[nodiscard]] const Token* filling(std::uint32_t index, Kind kind) const {
    if (index + 1 >= tokens_.size()) return nullptr;
    const Token& inner = tokens_[index + 1];
    return inner.kind == kind && inner.at == tokens_[index].inside ? &inner : nullptr;
  }
  [[nodiscard]] std::string_view text(Span span) const { return bytes_.substr(span.begin, span.size()); }
  [[nodiscard]] bool is_button(const Token& link, Span label) const {
    if (label.empty() || label.size() > kLongest) return false;
    if (!link.address.empty() && bytes_[link.address.begin] == '#') return false;
    return text(label).find_first_of("![\n\r") == std::string_view::npos;
  }
  [[nodiscard]] bool is_escaped(Span link) const {
    return link.begin >= 2 && bytes_.substr(link.begin - 2, 2) == "\\[" && bytes_.substr(link.end, 2) == "\\]";
  }
  [[nodiscard]] bool stands_free(Span whole) const;
  [[nodiscard]] Button make(Button::Form form, Span whole, const Token& link, Span label) const {
    return {form, whole, link.at, label, link.address, stands_free(whole)};
  }

  const std::string_view bytes_;
  const Span content_;  // without comments at its end
  const std::span<const Token> tokens_;
  const bool in_item_;
};

bool Finder::stands_free(Span whole) const {
  std::uint32_t before = whole.begin, after = whole.end;
  while (before > content_.begin && bytes_[before - 1] == ' ') --before;
  while (after < content_.end && bytes_[after] == ' ') ++after;
  if (before == content_.begin) return false;
  const bool last = after >= content_.end, behind = among(bytes_[before - 1], ")].*_\n");
  if (last) return behind || in_item_;
  return behind && (among(bytes_[after], "[\n\r") || bytes_.substr(after, 4) == "<!--");
}

std::optional<Button> Finder::at(std::uint32_t index) const {
  const Token& token = tokens_[index];
  if (token.kind == Kind::group || token.kind == Kind::paren) {
    const Token* const link = filling(index, Kind::link);
    if (link == nullptr || !is_button(*link, link->inside)) return std::nullopt;
    return make(token.kind == Kind::group ? Button::Form::around : Button::Form::paren, token.at, *link, link->inside);
  }
  if (token.kind != Kind::link) return std::nullopt;
  if (const Token* const group = filling(index, Kind::group); group != nullptr && is_button(token, group->inside))
    return make(Button::Form::inside, token.at, token, group->inside);
  if (!is_button(token, token.inside)) return std::nullopt;
  if (is_escaped(token.at))
    return make(Button::Form::escaped, {token.at.begin - 2, token.at.end + 2}, token, token.inside);
  if (!generic_link_text(text(token.inside))) return std::nullopt;
  return make(Button::Form::bare, token.at, token, token.inside);
}

}  // namespace

std::string_view written(Button::Form form) {
  switch (form) {
    case Button::Form::around:
      return "[[label](address)]";
    case Button::Form::inside:
      return "[[label]](address)";
    case Button::Form::bare:
      return "[label](address)";
    case Button::Form::paren:
      return "([label](address))";
    default:
      return "\\[[label](address)\\]";
  }
}

std::optional<Button::Form> button_form(std::string_view text) {
  using Form = Button::Form;
  for (const Form form : {Form::around, Form::inside, Form::bare, Form::paren, Form::escaped})
    if (written(form) == text) return form;
  return std::nullopt;
}

void find_buttons(const Text& text, std::vector<Button>& buttons) {
  buttons.clear();
  const Finder finder(text);
  for (std::uint32_t i = 0; i < text.tokens.size(); i = text.tokens[i].next)
    if (const auto button = finder.at(i)) buttons.push_back(*button);
}

std::vector<std::pair<Span, std::string>> rewrite(const Button& button, Button::Form form) {
  const auto insert = [](std::uint32_t at, std::string with) { return std::pair(Span{at, at}, std::move(with)); };
  const auto drop = [](std::uint32_t at) { return std::pair(Span{at, at + 1}, std::string()); };
  const Span link = button.link, label = button.label;
  if (button.form == form) return {};
  if (button.form == Button::Form::inside) return {drop(label.end), insert(link.end, "]")};
  if (button.form == Button::Form::around) return {insert(label.end, "]"), drop(link.end)};
  if (form == Button::Form::around) return {insert(link.begin, "["), insert(link.end, "]")};
  return {insert(label.begin, "["), insert(label.end, "]")};
}

}  // namespace paperlint
