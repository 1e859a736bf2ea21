// Link buttons, their forms and labels.
#include "list/buttons.h"

#include <gtest/gtest.h>

#include <string>

#include "list/labels.h"
#include "support/lists.h"
#include "support/texts.h"

namespace paperlint {
namespace {

using Form = Button::Form;
using Texts = std::vector<std::string>;

std::vector<Button> buttons_of(const Document& document) {
  std::vector<Button> all, some;
  each_text(document, [&](const Text& text) {
    find_buttons(text, some);
    all.insert(all.end(), some.begin(), some.end());
  });
  return all;
}

Texts forms(const std::string& line) {
  const auto read = document("list.md", "- " + line + "\n");
  Texts all;
  for (const Button& button : buttons_of(*read))
    all.push_back(std::string(read->source->text(button.label)) + " " + std::string(written(button.form)));
  return all;
}

TEST(Buttons, HaveFiveForms) {
  EXPECT_EQ(forms("T [[a](u)] [[b]](u) [pdf](u) ([c](u)) \\[[d](u)\\]"),
            (Texts{"a [[label](address)]", "b [[label]](address)", "pdf [label](address)", "c ([label](address))",
                   "d \\[[label](address)\\]"}));
  for (const Form form : {Form::around, Form::inside, Form::bare, Form::paren, Form::escaped})
    EXPECT_EQ(button_form(written(form)), form);
  EXPECT_EQ(button_form("[label]"), std::nullopt);
}

TEST(Buttons, AreNoTitlesAnchorsNorImages) {
  EXPECT_EQ(forms("[A Title](u) [[top](#top)] [![img](u)](v) [[also](u) and [code](v)]"), Texts{});
}

TEST(Buttons, StandFreeOrInASentence) {
  const auto free = [](const std::string& line) {
    const auto read = document("list.md", line + "\n");
    return buttons_of(*read).back().free;
  };
  EXPECT_TRUE(free("- [Title](u) [code](v)"));
  EXPECT_TRUE(free("- Title [code](v)"));
  EXPECT_TRUE(free("- Title. [code](v) [[pdf](w)]\n  [code](v)"));
  EXPECT_FALSE(free("- the [code](v) of it"));
  EXPECT_FALSE(free("See the [code](v)"));
  EXPECT_FALSE(free("- [code](v)"));
}

TEST(Buttons, AreRewritten) {
  const auto rewritten = [](const std::string& line, Form form) {
    const auto read = document("list.md", line);
    std::string text = line;
    const auto changes = rewrite(buttons_of(*read).front(), form);
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
      text.replace(change->first.begin, change->first.size(), change->second);
    return text;
  };
  for (const std::string button : {"[[code](u)]", "[[code]](u)", "[code](u)"}) {
    EXPECT_EQ(rewritten("- T " + button + " x\n", Form::around), "- T [[code](u)] x\n");
    EXPECT_EQ(rewritten("- T " + button + " x\n", Form::inside), "- T [[code]](u) x\n");
  }
}

TEST(Labels, TellASlipFromAnotherWord) {
  Labels labels;
  for (int i = 0; i < 20; ++i)
    for (const char* label : {"Paper", "Code", "Website", "Code (in construction)", "NeurIPS", "Data1"})
      labels.add(label);
  labels.add("paper");
  const Texts slips{"Papewr", "Paepr", "papr", "Codee", "Webite", "Code (i construction)"};
  const Texts words{"PAPER", "Papers", "Code)", "Code2", "Data2", "Node.", "NEURIP", "Demo", "Slides", "Cod", "link"};
  for (const Texts& some : {slips, words})
    for (const std::string& label : some) labels.add(label);
  labels.settle();
  for (const std::string& label : slips) EXPECT_NE(labels.meant(label), nullptr) << label;
  for (const std::string& label : words) EXPECT_EQ(labels.meant(label), nullptr) << label;
  EXPECT_EQ(labels.meant("Papewr")->spelling(), "Paper");
  EXPECT_EQ(labels.meant("Papewr")->uses, 22U);
}

TEST(Labels, AreNoSlipsOnceTheyAreUsedOften) {
  Labels labels;
  for (int i = 0; i < 20; ++i) labels.add("code");
  for (int i = 0; i < 3; ++i) labels.add("coda");
  labels.settle();
  EXPECT_EQ(labels.meant("coda"), nullptr);
}

}  // namespace
}  // namespace paperlint
