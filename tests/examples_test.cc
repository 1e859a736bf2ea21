// What README.md shows of the examples is what they give.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <sstream>
#include <string>

#include "config/config.h"
#include "report/reports.h"
#include "rules/rules.h"
#include "support/files.h"
#include "support/invariants.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = PAPERLINT_SOURCE_DIR;

/// The fences of README.md with this word behind their mark.
std::vector<std::string> fences(const std::string& word) {
  std::vector<std::string> all;
  std::istringstream readme(read(kRoot / "README.md"));
  bool inside = false, wanted = false;
  for (std::string line; std::getline(readme, line);) {
    if (line.rfind("```", 0) == 0) {
      inside = !inside;
      wanted = inside && line == "```" + word;
      if (wanted) all.emplace_back();
    } else if (wanted) {
      all.back() += line + '\n';
    }
  }
  return all;
}

std::string report(const List& list, const LintResult& result) {
  std::ostringstream out;
  TextOptions options;
  options.quiet = true;
  const auto reporter = text_report(out, options);
  const Document& document = *list.documents.front();
  reporter->file({document.source.get(), document.papers(), true, result.diagnostics});
  reporter->end({});
  return out.str();
}

class Examples : public ::testing::Test {
 protected:
  const Config config_;
  const Choice choice_ = choose(config_);
};

TEST_F(Examples, KeepTheInvariants) {
  for (const auto& found : fs::directory_iterator(kRoot / "examples"))
    for (const std::string& sentence : broken_invariants(found.path().filename().string(), read(found.path()), choice_))
      ADD_FAILURE() << found.path() << ": " << sentence;
}

TEST_F(Examples, OneIsClean) {
  const List list = read_list("clean.md", read(kRoot / "examples" / "clean.md"), choice_.read);
  EXPECT_EQ(findings_of(lint(list, choice_.selection)), std::vector<std::string>{});
}

TEST_F(Examples, HoldAMistakeOfEachKind) {
  std::set<std::string_view> found;
  for (const auto& file : fs::directory_iterator(kRoot / "examples")) {
    const List list = read_list(file.path().filename().string(), read(file.path()), choice_.read);
    for (const Diagnostic& finding : lint(list, choice_.selection).diagnostics) found.insert(finding.rule->name);
  }
  for (const Selection::Choice& choice : choice_.selection.choices)
    EXPECT_EQ(found.count(choice.rule->name), 1U) << choice.rule->name << " finds nothing in examples/";
}

TEST_F(Examples, GiveWhatTheReadmeShows) {
  const std::string name = "examples/venue-first.md";
  const std::string text = read(kRoot / name);
  const List list = read_list(name, text, choice_.read);
  const std::string told = report(list, lint(list, choice_.selection));
  const std::vector<std::string> shown = fences("text");
  ASSERT_FALSE(shown.empty());
  std::istringstream pieces(shown.front() + "\n");
  for (std::string piece, line; std::getline(pieces, line);) {
    piece += line + '\n';
    if (!line.empty()) continue;
    EXPECT_NE(told.find(piece), std::string::npos) << "not told any more:\n" << piece;
    piece.clear();
  }
  const std::vector<std::string> lists = fences("md");
  ASSERT_GE(lists.size(), 2U);
  EXPECT_NE(text.find(lists[0]), std::string::npos) << "not in the example:\n" << lists[0];
  const FixResult fixed = fix_all(read_list(name, text, choice_.read), choice_.selection, choice_.read, Safety::unsafe);
  EXPECT_NE(fixed.texts.front().find(lists[1]), std::string::npos) << "not what it becomes:\n" << lists[1];
}

}  // namespace
}  // namespace paperlint
