// button-form: link buttons are written the way the list writes them. See button-form.md.
#include <algorithm>
#include <string>
#include <vector>

#include "list/buttons.h"
#include "list/labels.h"
#include "list/style.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

using Form = Button::Form;

constexpr std::string_view kForms[] = {"auto", "[[label](address)]", "[[label]](address)"};
constexpr Option kForm{.name = "form", .value = "auto", .help = "how a link button is written", .words = kForms};
constexpr const Option* kOptions[] = {&kForm};

class ButtonForm final : public Sink {
 public:
  explicit ButtonForm(const Context& context) : report_(context.report) {
    if (!context.settings.is_auto(kForm)) set_.emplace_back(context.settings[kForm]);
  }
  void text(const Text& text) override;
  void take_habits(const Sink& before, const SectionMap& sections) override {
    forms_ = static_cast<const ButtonForm&>(before).forms_.carried_over(sections);
  }
  void end(const List&) override;

 private:
  struct Seen : Piece {
    Button button;
    const Section* section;
  };
  void check_form(const Seen& seen);
  void check_label(const Seen& seen);

  Report& report_;
  std::vector<std::string> set_;
  Habit forms_;
  Labels labels_;
  std::vector<Button> buttons_;
  std::vector<Seen> seen_;
};

void ButtonForm::text(const Text& text) {
  if (!text.section->holds_papers || text.leaf->kind == markdown::Kind::heading) return;
  find_buttons(text, buttons_);
  for (const Button& button : buttons_) {
    forms_.vote(written(button.form), text.section);
    labels_.add(text.text(button.label));
    seen_.push_back({{text.document}, button, text.section});
  }
}

/// `[[pdf](…)]`
std::string shown(std::string_view form, std::string_view label) {
  std::string text(form);
  text.replace(text.find("label"), 5, label);
  return text.replace(text.find("address"), 7, "\u2026");
}

/// Whether a button may depart from the form of the others: one in a sentence, in parentheses, or whose label has a
/// digit in it and tells the venue rather than what the link leads to.
bool may_depart(const Button& button, std::string_view label) {
  return button.form == Form::paren || button.form == Form::escaped || (button.form == Form::bare && !button.free) ||
         label.find_first_of("0123456789") != std::string_view::npos;
}

void ButtonForm::check_form(const Seen& seen) {
  const Button& button = seen.button;
  const std::vector<std::string>& forms = set_.empty() ? forms_.in(seen.section) : set_;
  const std::string_view label = seen.text(button.label), form = written(button.form);
  const auto right = button_form(forms.front());
  if (right != Form::around && right != Form::inside) return;
  if (std::find(forms.begin(), forms.end(), form) != forms.end() || may_depart(button, label)) return;
  const Span whole = button.whole;  // entry-form speaks of a bracket too many
  if (seen.text({whole.end, whole.end + 1}) == "]" ||
      seen.text({whole.begin - std::min(whole.begin, 1U), whole.begin}) == "[")
    return;
  const std::string expected = shown(forms.front(), label);
  auto finding =
      report_(seen.at(whole),
              "'" + shown(form, label) + "' is not in the form of the other buttons, expected '" + expected + "'",
              std::string(seen.text(button.address)));
  if (forms.size() != 1) return;
  Fix fix{.safety = Safety::safe, .effect = Effect::form, .title = "write " + expected, .edits = {}};
  for (auto& [span, with] : rewrite(button, *right)) fix.edits.push_back({seen.at(span), std::move(with)});
  finding.fix(std::move(fix));
}

void ButtonForm::check_label(const Seen& seen) {
  const std::string label(seen.text(seen.button.label));
  const ButtonLabel* const other = labels_.meant(label);
  if (other == nullptr) return;
  const std::string right(other->spelling());
  report_(seen.at(seen.button.label),
          "the label '" + label + "' is one slip from '" + right + "', which the list writes " +
              std::to_string(other->uses) + " times",
          label + " " + std::string(seen.text(seen.button.address)))
      .fix({.safety = Safety::safe,
            .effect = Effect::form,
            .title = "write " + right,
            .edits = {{seen.at(seen.button.label), right}}});
}

void ButtonForm::end(const List&) {
  forms_.settle();
  labels_.settle();
  const bool habit = !set_.empty() || !forms_.in(nullptr).empty();
  for (const Seen& seen : seen_) {
    if (habit) check_form(seen);
    check_label(seen);
  }
}

}  // namespace

constinit const Rule rules::button_form{.name = "button-form",
                                        .summary = "link buttons are written in the list's own form",
                                        .fix = Safety::safe,
                                        .options = kOptions,
                                        .needs_entries = false,
                                        .make = make<ButtonForm>};

}  // namespace paperlint
