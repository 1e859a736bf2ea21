#include "lint/add_suppressions.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace paperlint {
namespace {

/// Tells of each place where a text holds some bytes.
class Finder final : public Sink {
 public:
  Finder(Report& report, std::string_view what) : report_(report), what_(what) {}
  void end(const List& list) override {
    for (const auto& document : list.documents) {
      const std::string_view text = document->source->text();
      for (std::size_t at = text.find(what_); at != std::string_view::npos; at = text.find(what_, at + 1)) {
        const auto begin = static_cast<std::uint32_t>(at);
        report_({document->source.get(), {begin, begin + static_cast<std::uint32_t>(what_.size())}}, "it is here",
                std::string(what_) + std::to_string(at));
      }
    }
  }

 private:
  Report& report_;
  std::string_view what_;
};

std::unique_ptr<Sink> find_here(const Context& context) { return std::make_unique<Finder>(context.report, "HERE"); }
std::unique_ptr<Sink> find_there(const Context& context) { return std::make_unique<Finder>(context.report, "THERE!"); }
/// The last word of a line that no comment follows.
std::unique_ptr<Sink> find_ends(const Context& context) { return std::make_unique<Finder>(context.report, "END\n"); }

/// Rules under names that comments know.
struct Rules {
  Rules() {
    here.name = "venue-tag";
    here.make = {find_here, {}};
    there.name = "year-order";
    there.make = {find_there, {}};
    ends.name = "spacing";
    ends.make = {find_ends, {}};
    for (const Rule* rule : {&here, &there, &ends}) selection.choices.push_back({rule, Severity::warning, &settings});
  }
  Rule here, there, ends;
  Settings settings{here};
  Selection selection;
};

/// Files that hold papers, or would.
List lists(const std::vector<std::pair<std::string, std::string>>& files) {
  ReadOptions options;
  options.is_list = true;
  std::vector<std::unique_ptr<Document>> documents;
  for (const auto& [path, text] : files)
    documents.push_back(read_document(std::make_unique<const Source>(path, text), options));
  return make_list(std::move(documents));
}

FixResult added(List list, const Wanted& wanted = nullptr) {
  const Rules rules;
  FixResult told;
  for (const auto& document : list.documents) told.texts.emplace_back(document->source->text());
  told.left = lint(list, rules.selection);
  told.list = std::move(list);
  return add_suppressions(std::move(told), rules.selection, {}, wanted);
}

/// The text with its comments; `remarks`, where some are not silenced.
std::string silenced(const std::string& text) {
  FixResult result = added(lists({{"list.md", text}}));
  if (!result.remarks.empty()) return result.remarks.front().message;
  EXPECT_TRUE(result.left.diagnostics.empty()) << result.texts.front();
  EXPECT_EQ(added(lists({{"list.md", result.texts.front()}})).texts, result.texts);
  return result.texts.front();
}

TEST(AddSuppressions, StandAtTheEndOfTheLine) {
  EXPECT_EQ(silenced("# Papers\n\n- HERE we are\n- not here\n"),
            "# Papers\n\n- HERE we are <!-- paperlint-disable-line venue-tag -->\n- not here\n");
  EXPECT_EQ(silenced("HERE and\nTHERE!"),
            "HERE and <!-- paperlint-disable-line venue-tag -->\n"
            "THERE! <!-- paperlint-disable-line venue-tag, year-order -->");
  EXPECT_EQ(silenced("> - HERE\r\n>   goes on\r\n"),
            "> - HERE <!-- paperlint-disable-line venue-tag -->\r\n>   goes on\r\n");
  EXPECT_EQ(silenced("\xEF\xBB\xBFHERE\n"), "\xEF\xBB\xBFHERE <!-- paperlint-disable-line venue-tag -->\n");
}

TEST(AddSuppressions, LeaveWhatBreaksALineAtItsEnd) {
  EXPECT_EQ(silenced("HERE  \nHERE\\\nHERE \\\nHERE\\\\\nHERE\\\n"),
            "HERE <!-- paperlint-disable-line venue-tag -->  \n"
            "HERE <!-- paperlint-disable-line venue-tag -->\\\n"
            "HERE <!-- paperlint-disable-line venue-tag --> \\\n"
            "HERE\\\\ <!-- paperlint-disable-line venue-tag -->\n"
            "HERE\\ <!-- paperlint-disable-line venue-tag -->\n");
}

TEST(AddSuppressions, LeaveMarksThatOpenBeforeABackslash) {
  EXPECT_EQ(silenced("HERE:*\\\nslanted*\n"), "HERE:*<!-- paperlint-disable-line venue-tag -->\\\nslanted*\n");
}

TEST(AddSuppressions, StandInTheLastCellThatIsShown) {
  EXPECT_EQ(
      silenced("| a | HERE |\n|---|---|\n| HERE | b |\n|HERE|b|\n| HERE | b | too many |\n| HERE | |\n| HERE | b\n"),
      "| a | HERE <!-- paperlint-disable-line venue-tag --> |\n|---|---|\n"
      "| HERE | b <!-- paperlint-disable-line venue-tag --> |\n"
      "|HERE|b <!-- paperlint-disable-line venue-tag --> |\n"
      "| HERE | b <!-- paperlint-disable-line venue-tag --> | too many |\n"
      "| HERE <!-- paperlint-disable-line venue-tag --> | |\n"
      "| HERE | b <!-- paperlint-disable-line venue-tag -->\n");
}

TEST(AddSuppressions, LeaveABackslashAtItsBar) {
  EXPECT_EQ(silenced("| a | b |\n|---|---|\n| a | b |\n| HERE | C:\\\\|\n"),
            "| a | b |\n|---|---|\n| a | b <!-- paperlint-disable-next-line venue-tag --> |\n| HERE | C:\\\\|\n");
}

TEST(AddSuppressions, StandAboveWhatHoldsNone) {
  const std::string comment = "<!-- paperlint-disable-next-line venue-tag -->\n";
  EXPECT_EQ(silenced("Words\n## HERE\n"), "Words\n" + comment + "## HERE\n");
  EXPECT_EQ(silenced("HERE\n====\n"), comment + "HERE\n====\n");
  EXPECT_EQ(silenced("- a\n\n  ## HERE\n"), "- a\n\n  " + comment + "  ## HERE\n");
  EXPECT_EQ(silenced("> ## HERE\n"), "> " + comment + "> ## HERE\n");
  EXPECT_EQ(silenced("[a]: https://example.org/HERE\n"), comment + "[a]: https://example.org/HERE\n");
  EXPECT_EQ(silenced("<div id='HERE'\n  name='b'>\n</div>\n"), comment + "<div id='HERE'\n  name='b'>\n</div>\n");
  EXPECT_EQ(silenced("a `code HERE\nTHERE!` b\n"),
            comment + "a `code HERE\nTHERE!` b <!-- paperlint-disable-line venue-tag, year-order -->\n");
}

TEST(AddSuppressions, StandBeforeWhatGoesOnBelow) {
  const std::string comment = " <!-- paperlint-disable-next-line venue-tag -->\n";
  EXPECT_EQ(silenced("Words\nin `code HERE\nand` more\n"), "Words" + comment + "in `code HERE\nand` more\n");
  EXPECT_EQ(silenced("- a\n- [HERE](\n  b)\n"), "- a" + comment + "- [HERE](\n  b)\n");
  EXPECT_EQ(silenced("- a\n- HERE <!-- a comment\n  that goes on -->\n"),
            "- a" + comment + "- HERE <!-- a comment\n  that goes on -->\n");
  EXPECT_EQ(silenced("- a\n- HERE <img src='a'\n  alt='b'>\n"), "- a" + comment + "- HERE <img src='a'\n  alt='b'>\n");
  EXPECT_EQ(silenced("- THERE!\n- [HERE](\n  b)\n"),
            "- THERE! <!-- paperlint-disable-line venue-tag, year-order -->" + comment + "- [HERE](\n  b)\n");
}

TEST(AddSuppressions, StandForTheFileWhereElseNoneCan) {
  EXPECT_EQ(silenced("\xEF\xBB\xBF```\nHERE\n```\n"),
            "\xEF\xBB\xBF<!-- paperlint-disable-file venue-tag -->\n```\nHERE\n```\n");
  EXPECT_EQ(silenced("\xEF\xBB\xBF# Papers\n\n```\nHERE\n```\n"),
            "\xEF\xBB\xBF<!-- paperlint-disable-file venue-tag -->\n# Papers\n\n```\nHERE\n```\n");
  EXPECT_EQ(silenced("<div\n  id='a'\n  name='HERE'\n>\n</div>\n"),
            "<!-- paperlint-disable-file venue-tag -->\n<div\n  id='a'\n  name='HERE'\n>\n</div>\n");
  EXPECT_EQ(silenced("---\ntitle: HERE\n---\n\nWords\n").find("---\n"), 0U);
  EXPECT_EQ(silenced("---\n\n```\nHERE\n```"), "---\n\n```\nHERE\n```\n\n<!-- paperlint-disable-file venue-tag -->\n");
}

TEST(AddSuppressions, GoIntoCommentsThatAreThere) {
  EXPECT_EQ(silenced("THERE! <!-- paperlint-disable-line year-order -->\n"),
            "THERE! <!-- paperlint-disable-line year-order, venue-tag -->\n");
  EXPECT_EQ(silenced("<!-- paperlint-disable-next-line year-order -->\n\n# THERE!\n"),
            "<!-- paperlint-disable-next-line year-order, venue-tag -->\n\n# THERE!\n");
  EXPECT_EQ(
      silenced("THERE! <!-- paperlint-disable-line year-order: it is meant -->\n"),
      "THERE! <!-- paperlint-disable-line year-order: it is meant --> <!-- paperlint-disable-line venue-tag -->\n");
  EXPECT_EQ(silenced("<!-- paperlint-disable-file year-order -->\n```\nTHERE!\n```\n"),
            "<!-- paperlint-disable-file year-order, venue-tag -->\n```\nTHERE!\n```\n");
}

TEST(AddSuppressions, ThatChangeWhatTheirRuleSeesGoElsewhere) {
  EXPECT_EQ(silenced("An END\n"), "<!-- paperlint-disable-next-line spacing -->\nAn END\n");
  EXPECT_EQ(silenced("A line\nthat has an END\nand goes on\n"),
            "A line <!-- paperlint-disable-next-line spacing -->\nthat has an END\nand goes on\n");
  // The comment for the one has done it for the other.
  EXPECT_EQ(silenced("HERE END\n"), "HERE END <!-- paperlint-disable-line venue-tag -->\n");
}

TEST(AddSuppressions, AreNotWrittenIntoWhatIsGenerated) {
  const std::string text =
      "# Papers\n\n<!-- BEGIN generated papers -->\n- [OSDI'24] [Caches HERE](https://example.org/1)\n<!-- END -->\n\n"
      "HERE\n";
  const FixResult result = added(lists({{"list.md", text}}));
  ASSERT_EQ(result.remarks.size(), 1U);
  EXPECT_EQ(result.remarks.front().message,
            "line 4: venue-tag is not silenced: the program that writes this part would undo it");
  EXPECT_EQ(result.texts.front(), text.substr(0, text.size() - 1) + " <!-- paperlint-disable-line venue-tag -->\n");
}

TEST(AddSuppressions, AreToldUnderTheNamesOfTheirRules) {
  const FixResult result = added(lists({{"a.md", "one\n\nTHERE!\n"}, {"b.md", "```\nHERE\n```\n"}}));
  ASSERT_EQ(result.applied.size(), 3U);
  std::vector<std::string> told;
  for (const AppliedFix& one : result.applied) {
    EXPECT_TRUE(one.silences);
    EXPECT_EQ(one.files, std::vector<std::string>{one.file});
    told.push_back(one.file + ":" + std::to_string(one.line) + ": " + std::string(one.rule->name) + ": " + one.title);
  }
  EXPECT_EQ(told, (std::vector<std::string>{"a.md:3: venue-tag: silence it by a comment",
                                            "a.md:3: year-order: silence it by a comment",
                                            "b.md:2: venue-tag: silence it by a comment, for the whole file"}));
}

TEST(AddSuppressions, SilenceOnlyWhatIsWanted) {
  const auto in_first = [](const List& list, std::span<const Diagnostic> findings) {
    std::vector<bool> wanted;
    for (const Diagnostic& finding : findings)
      wanted.push_back(finding.at.source == list.documents.front()->source.get());
    return wanted;
  };
  const FixResult result = added(lists({{"a.md", "HERE\n"}, {"b.md", "HERE\n"}}), in_first);
  EXPECT_EQ(result.texts, (std::vector<std::string>{"HERE <!-- paperlint-disable-line venue-tag -->\n", "HERE\n"}));
  EXPECT_EQ(result.left.diagnostics.size(), 1U);
}

/// A place for each of many comments that must not stand at the end of their lines is found by halves.
TEST(AddSuppressions, FindsTheGuiltyAmongMany) {
  std::string text, expected;
  for (int i = 0; i < 300; ++i) {
    const bool torn = i == 7 || i == 255;
    text += torn ? "- a\n- HERE <img src='a'\n  alt='b'>\n\n" : "HERE\n\n";
    expected += torn ? "- a <!-- paperlint-disable-next-line venue-tag -->\n- HERE <img src='a'\n  alt='b'>\n\n"
                     : "HERE <!-- paperlint-disable-line venue-tag -->\n\n";
  }
  EXPECT_TRUE(silenced(text) == expected);
}

}  // namespace
}  // namespace paperlint
