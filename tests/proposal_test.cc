// A config made from what lists do changes nothing of what is said of them.
#include "config/proposal.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "config/config.h"
#include "support/command_line.h"
#include "support/files.h"
#include "support/invariants.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;

Proposal propose(const std::vector<const List*>& lists) {
  std::vector<NamedList> named;
  for (const List* list : lists) named.push_back({list, list->documents.front()->source->path()});
  const Config none;
  return propose_config(named, {}, choose(none).selection.facts);
}

/// A finding as people see it, with the fix that they are offered.
std::vector<std::string> all_said(const List& list, const Config& config) {
  const LintResult result = lint(list, choose(config).selection);
  std::vector<std::string> said = findings_of(result);
  for (const Diagnostic& finding : result.diagnostics)
    if (finding.fix)
      for (const Edit& edit : finding.fix->edits)
        said.push_back(finding.fix->title + std::to_string(edit.at.span.begin) + edit.with);
  return said;
}

/// What holds of each proposal.
void expect_same_findings(const std::vector<const List*>& lists, const std::string& name) {
  const Proposal proposal = propose(lists);
  const ConfigResult config = read_config("paperlint.toml", proposal.text);
  ASSERT_TRUE(config.errors.empty()) << name << ": " << config.errors.front();
  for (const List* list : lists) EXPECT_EQ(all_said(*list, config.config), all_said(*list, {})) << name;
}

/// Each list alone, and all of a folder under one config.
void expect_same_findings_below(const fs::path& folder) {
  std::map<fs::path, std::vector<List>> by_folder;
  for (const fs::path& path : lists_below(folder)) {
    List list = read_list(path.lexically_relative(folder).string(), read(path));
    expect_same_findings({&list}, path.string());
    by_folder[path.parent_path()].push_back(std::move(list));
  }
  for (const auto& [path, lists] : by_folder) {
    std::vector<const List*> all;
    for (const List& list : lists) all.push_back(&list);
    expect_same_findings(all, path.string());
  }
}

TEST(Proposal, ChangesNoFindingOfFixturesAndExamples) {
  expect_same_findings_below(fs::path(PAPERLINT_SOURCE_DIR) / "tests" / "fixtures");
  expect_same_findings_below(fs::path(PAPERLINT_SOURCE_DIR) / "examples");
}

TEST(Proposal, ChangesNoFindingOfRealLists) {
  const fs::path folder = corpus_folder();
  if (folder.empty()) GTEST_SKIP() << "PAPERLINT_CORPUS names no folder of real lists";
  expect_same_findings_below(folder);
}

TEST(Proposal, SetsWhatTheListDoesEverywhere) {
  const List list = read_list("list.md", clean_list());
  const Proposal proposal = propose({&list});
  EXPECT_TRUE(has(proposal.text, "\n# [V'YY] 21 (100 %)\nform = \"[V'YY]\"\n")) << proposal.text;
  EXPECT_TRUE(has(proposal.text, "\n# no survey marks\n# mark = \"auto\"\n")) << proposal.text;
  EXPECT_EQ(proposal.set, 1U);
  EXPECT_EQ(proposal.left, 2U);
}

/// Twenty papers of one form, and a section that has another.
std::string list_with_a_section_of_its_own() {
  std::string text = clean_list() + "\n## Others\n\n";
  for (int i = 1; i <= 9; ++i) {
    const std::string number = std::to_string(i);
    text += paper("OSDI 2024", "Another Title Number " + number + " of This List", "other" + number);
  }
  for (int i = 30; i < 250; ++i) {
    const std::string number = std::to_string(i);
    text.insert(text.find("\n## Others"), paper("OSDI'24", "Yet Some Title Number " + number, "yet" + number));
  }
  return text;
}

TEST(Proposal, LeavesToTheListWhatASectionDoesOtherwise) {
  const List list = read_list("list.md", list_with_a_section_of_its_own());
  const std::string text = propose({&list}).text;
  EXPECT_TRUE(has(text, "# [V'YY] 241 (96 %), [V YYYY] 9 (4 %); but [V YYYY] in 1 section\n")) << text;
  EXPECT_TRUE(has(text, "# Not set: for the whole list it would bring 9 findings and take none.\n")) << text;
  EXPECT_TRUE(has(text, "# form = \"[V'YY]\"\n")) << text;
}

TEST(Proposal, LeavesToTheListsWhatTheyDoDifferently) {
  std::string other = clean_list("That List");
  for (std::size_t at = 0; (at = other.find("OSDI'24", at)) != std::string::npos;) other.replace(at, 7, "OSDI 2024");
  const List first = read_list("a.md", clean_list()), second = read_list("b.md", other);
  const Proposal proposal = propose({&first, &second});
  EXPECT_EQ(proposal.set, 0U);
  EXPECT_TRUE(has(proposal.text, "# a.md: [V'YY] 21 (100 %)\n# b.md: [V YYYY] 21 (100 %)\n# Not set, for one form"))
      << proposal.text;
}

TEST(Proposal, HoldsNothingThatBreaksAConfig) {
  std::string text = "# Papers\n\n";
  for (int i = 0; i < 30; ++i)
    text += "- [Survey \x01\"\xE2\x80\xAE\xF0\x9F\x94\x8D] [OSDI'24] [A Survey of \xFF Things](https://example.org/" +
            std::to_string(i) + ")\n";
  const List list = read_list("a\n\x1b[31m.md", text);
  expect_same_findings({&list}, "odd");
  const std::string proposed = propose({&list}).text;
  EXPECT_EQ(proposed.find('\x1b'), std::string::npos);
  EXPECT_EQ(proposed.find('\x01'), std::string::npos);
}

}  // namespace
}  // namespace paperlint
