#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "lint/rule.h"
#include "report/changes.h"
#include "report/columns.h"
#include "report/printable.h"
#include "report/reports.h"
#include "report/words.h"

namespace paperlint {
namespace {

const Rule kTag{.name = "venue-tag", .summary = "venue tags have one form"};
const Rule kTwice{.name = "duplicate-paper", .summary = "a paper stands once", .severity = Severity::error};

Place find(const Source& source, std::string_view what) {
  const auto at = static_cast<std::uint32_t>(source.text().find(what));
  return {&source, {at, at + static_cast<std::uint32_t>(what.size())}};
}

Place before(Place place) { return {place.source, {place.span.begin, place.span.begin}}; }

std::shared_ptr<const Fix> fix(std::string title, std::vector<Edit> edits, Safety safety = Safety::safe) {
  return std::make_shared<const Fix>(Fix{safety, Effect::form, std::move(title), std::move(edits)});
}

Diagnostic finding(Place at, std::string message, std::shared_ptr<const Fix> mend = nullptr) {
  return {&kTag, Severity::warning, at, std::move(message), "subject", {}, std::move(mend)};
}

Diagnostic twice(Place at, Place first) {
  return {&kTwice, Severity::error, at, "listed twice", "subject", {{first, "first listed here"}}, nullptr};
}

struct FileOf {
  const Source* source;
  std::vector<Diagnostic> findings;
  std::uint32_t entries = 1;
  bool is_list = true;
};

std::string report(Reporter& reporter, const std::ostringstream& out, const std::vector<FileOf>& files,
                   Totals totals = {}) {
  totals.files = static_cast<std::uint32_t>(files.size());
  for (const FileOf& file : files) {
    totals.entries += file.entries;
    for (const Diagnostic& diagnostic : file.findings)
      ++(diagnostic.severity == Severity::error     ? totals.errors
         : diagnostic.severity == Severity::warning ? totals.warnings
                                                    : totals.notes);
    reporter.file({file.source, file.entries, file.is_list, file.findings});
  }
  reporter.end(totals);
  return out.str();
}

std::string text(const std::vector<FileOf>& files, const TextOptions& options, const Totals& totals = {}) {
  std::ostringstream out;
  return report(*text_report(out, options), out, files, totals);
}

// Only the findings, without colour, 80 columns wide.
std::string listed(const Source& source, std::vector<Diagnostic> findings, int width = 80) {
  TextOptions options;
  options.quiet = true;
  options.width = width;
  return text({{&source, std::move(findings)}}, options);
}

std::string concise(const std::vector<FileOf>& files) {
  std::ostringstream out;
  return report(*concise_report(out), out, files);
}

std::string json_text(const std::vector<FileOf>& files, const Totals& totals = {}) {
  std::ostringstream out;
  return report(*json_report(out), out, files, totals);
}

TEST(Printable, LeavesPlainTextAndTabsAsTheyAre) {
  EXPECT_EQ(printable("a\tb ~ é 中文 🔍"), "a\tb ~ é 中文 🔍");
  EXPECT_EQ(printable(""), "");
}

TEST(Printable, EscapesControls) {
  EXPECT_EQ(printable("a\x1b[31m\x07\x7f"), "a\\x1b[31m\\x07\\x7f");
  EXPECT_EQ(printable("a\r\nb"), "a\\r\\nb");
  EXPECT_EQ(printable(std::string_view("\0", 1)), "\\x00");
  EXPECT_EQ(printable("\xC2\x9B"
                      "31m"),
            "\\u{9b}31m");
}

TEST(Printable, EscapesInvalidUtf8ByteByByte) {
  EXPECT_EQ(printable("\xff\xfe"), "\\xff\\xfe");
  EXPECT_EQ(printable("\xE4\xB8"), "\\xe4\\xb8");
  EXPECT_EQ(printable("\x80 \xC0\xAF \xED\xA0\x80"), "\\x80 \\xc0\\xaf \\xed\\xa0\\x80");
}

TEST(Printable, EscapesWhatIsInvisibleOrTurnsTextAround) {
  for (const std::int32_t code : {0xAD, 0x61C, 0x200B, 0x200C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060,
                                  0x2066, 0x2069, 0xFEFF, 0xE0041})
    EXPECT_TRUE(is_hidden(code)) << std::hex << code;
  EXPECT_EQ(printable("a\u202Eb\u200Bc\uFEFF"), "a\\u{202e}b\\u{200b}c\\u{feff}");
}

TEST(Printable, KeepsAJoinerBetweenEmojiOnly) {
  const std::string family = "👩‍💻 👨🏽‍🚀 ❤️‍🔥";
  EXPECT_EQ(printable(family), family);
  EXPECT_EQ(printable("a\u200Db"), "a\\u{200d}b");
  EXPECT_EQ(printable("👩\u200D"), "👩\\u{200d}");
  EXPECT_EQ(printable("\u200D👩"), "\\u{200d}👩");
}

TEST(Columns, CountWideCharactersTwiceAndMarksNever) {
  EXPECT_EQ(Shown("abc").columns(), 3);
  EXPECT_EQ(Shown("中文").columns(), 4);
  EXPECT_EQ(Shown("e\u0301").columns(), 1);
  EXPECT_EQ(Shown("e\u0301").size(), 1U);
  EXPECT_EQ(Shown("\t").columns(), 4);
  EXPECT_EQ(Shown("\x1b").columns(), 4);
}

TEST(Columns, CutKeepsWithinTheWidth) {
  EXPECT_EQ(cut("paper", 5), "paper");
  EXPECT_EQ(cut("papers", 5), "pape…");
  EXPECT_EQ(cut("中文标题", 6), "中文…");
  EXPECT_EQ(cut(std::string(100000, 'x'), 4), "xxx…");
}

TEST(Words, GroupThousandsAndCount) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1777), "1,777");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(counted(1, "paper"), "1 paper");
  EXPECT_EQ(counted(0, "paper"), "0 papers");
}

TEST(Words, TallyNamesOnlyWhatThereIs) {
  EXPECT_EQ(in_words({3, 9, 1}), "3 errors, 9 warnings and 1 note");
  EXPECT_EQ(in_words({1, 0, 2}), "1 error and 2 notes");
  EXPECT_EQ(in_words({0, 1, 0}), "1 warning");
}

TEST(Differences, AreAsSmallAsTheyCanBe) {
  const auto one = differences("- [OSDI21] [A]", "- [OSDI'21] [A]");
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0].before, (Span{7, 7}));
  EXPECT_EQ(one[0].after, (Span{7, 8}));
  const auto two = differences("a  b  c", "a b c");
  ASSERT_EQ(two.size(), 2U);
  EXPECT_TRUE(differences("same", "same").empty());
}

TEST(Differences, DoNotSplitCharacters) {
  const auto accents = differences("\u00E9", "\u00E8");  // share their first byte
  ASSERT_EQ(accents.size(), 1U);
  EXPECT_EQ(accents[0].before, (Span{0, 2}));
}

TEST(Text, ShowsTheLineTheCaretAndTheFix) {
  const Source source("README.md", "# List\n- [OSDI21] [A title](https://x.y)\n");
  const Place tag = find(source, "[OSDI21]");
  EXPECT_EQ(listed(source, {finding(tag, "'OSDI21' has no apostrophe before the year",
                                    fix("insert the apostrophe", {{before(find(source, "21]")), "'"}}))}),
            "README.md:2:3: warning: 'OSDI21' has no apostrophe before the year [venue-tag]\n"
            "    2 | - [OSDI21] [A title](https://x.y)\n"
            "      |   ^^^^^^^^\n"
            "      = fix (safe): insert the apostrophe\n"
            "    2 - - [OSDI21] [A title](https://x.y)\n"
            "    2 + - [OSDI'21] [A title](https://x.y)\n"
            "\n");
}

TEST(Text, ShowsNotesWithTheirLinesAndFiles) {
  const Source one("a.md", "- [A]\n"), two("b.md", "- [B]\n");
  EXPECT_EQ(listed(two, {twice(find(two, "B"), find(one, "A"))}),
            "b.md:1:4: error: listed twice [duplicate-paper]\n"
            "    1 | - [B]\n"
            "      |    ^\n"
            "a.md:1:4: note: first listed here\n"
            "    1 | - [A]\n"
            "      |    ^\n"
            "\n");
}

TEST(Text, CutsALongLineAroundTheSpan) {
  const Source source("a.md", "- " + std::string(300, 'x') + " HERE " + std::string(300, 'y') + "\n");
  for (const int width : {60, 80, 120}) {
    std::istringstream lines(listed(source, {finding(find(source, "HERE"), "m")}, width));
    std::string head, line, carets;
    std::getline(lines, head);
    std::getline(lines, line);
    std::getline(lines, carets);
    EXPECT_LE(Shown(line).columns(), width);
    EXPECT_LE(carets.size(), static_cast<std::size_t>(width));
    // The left dots take three bytes and one column.
    EXPECT_EQ(line.substr(carets.find('^') + 2, 4), "HERE");
    EXPECT_EQ(std::count(carets.begin(), carets.end(), '^'), 4);
  }
}

TEST(Text, KeepsHowALineBeginsWhereASpanIsTooLong) {
  const Source source("a.md", "- [VLDB'21] [" + std::string(100, 't') + "]\n");
  EXPECT_EQ(listed(source, {finding(find(source, std::string(100, 't')), "m")}, 40),
            "a.md:1:14: warning: m [venue-tag]\n"
            "    1 | - [VLDB'21] [tttttttttttttttttt…\n"
            "      |              ^^^^^^^^^^^^^^^^^^\n"
            "\n");
}

TEST(Text, AlignsTheCaretBehindWideCharactersAndTabs) {
  const Source wide("a.md", "- 中文🔍 [X]\n"), tab("b.md", "-\t[X]\n");
  EXPECT_EQ(listed(wide, {finding(find(wide, "X"), "m")}),
            "a.md:1:8: warning: m [venue-tag]\n"
            "    1 | - 中文🔍 [X]\n"
            "      |           ^\n\n");
  EXPECT_EQ(listed(tab, {finding(find(tab, "X"), "m")}),
            "b.md:1:4: warning: m [venue-tag]\n"
            "    1 | -    [X]\n"
            "      |       ^\n\n");
}

TEST(Text, SaysHowManyLinesMoreASpanHas) {
  const Source source("a.md", "- [A\nB\nC](u)\nD\n");
  EXPECT_EQ(listed(source, {finding(find(source, "A\nB\nC"), "m")}),
            "a.md:1:4: warning: m [venue-tag]\n"
            "    1 | - [A\n"
            "      |    ^ and 2 more lines\n\n");
  const Source whole("a.md", "- [A]\n- [B]\n");
  EXPECT_EQ(listed(whole, {finding(find(whole, "- [A]\n"), "m")}),
            "a.md:1:1: warning: m [venue-tag]\n"
            "    1 | - [A]\n"
            "      | ^^^^^\n\n");
}

TEST(Text, MarksAnEmptySpanWithOneCaret) {
  const Source source("a.md", "- [A]\n");
  EXPECT_EQ(listed(source, {finding({&source, {6, 6}}, "m")}),
            "a.md:2:1: warning: m [venue-tag]\n"
            "    2 |\n"
            "      | ^\n\n");
}

TEST(Text, LeavesOutTheByteOrderMark) {
  const Source source("a.md", "\xEF\xBB\xBF# A\r\n");
  EXPECT_EQ(listed(source, {finding(find(source, "A"), "m")}),
            "a.md:1:3: warning: m [venue-tag]\n"
            "    1 | # A\n"
            "      |   ^\n\n");
}

TEST(Text, LetsNoControlThrough) {
  const Source source("a\x1b.md", "- [\x1b[31mA\x1b[0m\xff](u)\n");
  const std::string out = listed(
      source, {finding(find(source, "A"), "bad \x1b[2J", fix("drop \x07", {{find(source, "\xff"), "\x9b\x1b"}}))});
  EXPECT_TRUE(std::all_of(out.begin(), out.end(), [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); })) << out;
}

TEST(Text, ShowsARemovedLine) {
  const Source source("a.md", "- [A]\n- [B]\n- [C]\n");
  const Place line = find(source, "- [B]\n");
  EXPECT_EQ(listed(source, {finding(line, "m", fix("remove it", {{line, ""}}, Safety::unsafe))}),
            "a.md:2:1: warning: m [venue-tag]\n"
            "    2 | - [B]\n"
            "      | ^^^^^\n"
            "      = fix (unsafe): remove it\n"
            "    2 - - [B]\n\n");
}

TEST(Text, ShowsWhereAMovedLineGoes) {
  const Source source("a.md", "# S\n- [A]\n- [B]\n- [C]\n");
  const Place line = find(source, "- [C]\n");
  const std::string out = listed(
      source,
      {finding(find(source, "C"), "m", fix("move it", {{line, ""}, {before(find(source, "- [B]")), "- [C]\n"}}))});
  EXPECT_NE(out.find("      = fix (safe): move it\n"
                     "    2   - [A]\n"
                     "      + - [C]\n"
                     "    4 - - [C]\n"),
            std::string::npos)
      << out;
}

TEST(Text, ShowsJoinedLinesAtTheJoint) {
  const Source source("a.md", "- [" + std::string(200, 'a') + "\n](u)\n- [B]\n");
  const std::string out = listed(source, {finding(find(source, "]"), "m", fix("join", {{find(source, "\n"), ""}}))});
  EXPECT_NE(out.find("    1 - …" + std::string(30, 'a') +
                     "\n"
                     "    2 - ](u)\n"
                     "      + …" +
                     std::string(30, 'a') + "](u)\n"),
            std::string::npos)
      << out;
}

TEST(Text, CutsBothVersionsOfALineAlike) {
  const Source source("a.md", "- " + std::string(200, 'a') + " [2.1](#x)\n");
  const std::string out = listed(
      source, {finding(find(source, "2.1"), "m", fix("f", {{find(source, "2.1"), "a section with a long name"}}))});
  const std::size_t old_dots = out.find("- …"), new_dots = out.find("+ …");
  ASSERT_NE(old_dots, std::string::npos);
  ASSERT_NE(new_dots, std::string::npos);
  EXPECT_EQ(out.find(" [", old_dots) - old_dots, out.find(" [", new_dots) - new_dots);
}

TEST(Text, DotsBlanksAtTheEndOfAChangedLine) {
  const Source source("a.md", "- [A]  \n");
  const std::string out = listed(source, {finding(find(source, "A"), "m", fix("trim", {{find(source, "  "), ""}}))});
  EXPECT_NE(out.find("    1 - - [A]··\n    1 + - [A]\n"), std::string::npos) << out;
}

TEST(Text, LeavesOutWhatIsTooMuchOfAFix) {
  std::string bytes;
  for (int i = 0; i < 20; ++i) bytes += "- [x" + std::to_string(i) + "]\n";
  const Source source("a.md", bytes);
  std::vector<Edit> edits;
  for (std::uint32_t i = 0; i < 20; ++i)
    edits.push_back({{&source, {source.line(i).begin, source.line(i).begin + 1}}, "*"});
  const std::string out = listed(source, {finding(find(source, "x0"), "m", fix("f", edits))});
  EXPECT_NE(out.find("    6 + * [x5]\n        … and 14 more lines\n"), std::string::npos) << out;
  const std::string gone =
      listed(source, {finding(find(source, "x0"), "m", fix("f", {{{&source, {0, source.size()}}, ""}}))});
  EXPECT_NE(gone.find("    6 - - [x5]\n        … and 14 more lines\n"), std::string::npos) << gone;
}

TEST(Text, NamesAnotherFileThatAFixChanges) {
  const Source one("a.md", "- [A]\n"), two("b.md", "- [B]\n");
  const std::string out =
      listed(two, {finding(find(two, "B"), "m", fix("f", {{find(one, "A"), "X"}, {find(two, "B"), "Y"}}))});
  EXPECT_NE(out.find("    1 - - [B]\n    1 + - [Y]\n        in a.md:\n    1 - - [A]\n    1 + - [X]\n"),
            std::string::npos)
      << out;
}

TEST(Text, ShowsASharedFixOnce) {
  const Source source("a.md", "- [A]\n- [B]\n");
  const auto shared = fix("renumber", {{find(source, "A"), "C"}});
  const std::string out =
      listed(source, {finding(find(source, "A"), "m", shared), finding(find(source, "B"), "m", shared)});
  EXPECT_NE(out.find("= fix (safe): renumber, the same fix as at line 1\n"), std::string::npos) << out;
  EXPECT_EQ(out.find("+ - [C]"), out.rfind("+ - [C]"));
}

TEST(Text, SaysThatThereIsNothingToSay) {
  const Source source("README.md", ""), notes("NOTES.md", "");
  EXPECT_EQ(text({{&source, {}, 1777}}, {}), "README.md: 1,777 papers, nothing to say\n");
  EXPECT_EQ(text({{&source, {}, 1}}, {}), "README.md: 1 paper, nothing to say\n");
  EXPECT_EQ(text({{&notes, {}, 0, false}}, {}), "");
  TextOptions quiet;
  quiet.quiet = true;
  EXPECT_EQ(text({{&source, {}, 1}}, quiet), "");
}

TEST(Text, ClosesWithCountsAndCommands) {
  const Source source("README.md", "- [A]\n- [B]\n"), clean("b.md", "");
  TextOptions options;
  options.paths = "README.md b.md";
  Totals totals;
  totals.suppressed = 2;
  const std::string out =
      text({{&source,
             {twice(find(source, "A"), find(source, "B")),
              finding(find(source, "A"), "m", fix("f", {{find(source, "A"), "C"}})),
              finding(find(source, "B"), "m", fix("g", {{find(source, "B"), "C"}}, Safety::unsafe))}},
            {&clean, {}, 5}},
           options, totals);
  EXPECT_NE(out.find("\n\nb.md: 5 papers, nothing to say\n"
                     "\n"
                     "Found 1 error and 2 warnings in 1 of 2 files (2 suppressed).\n"
                     "\n"
                     "      1  error    duplicate-paper  a paper stands once\n"
                     "      2  warning  venue-tag        venue tags have one form\n"
                     "\n"
                     "1 can be fixed:            paperlint --fix README.md b.md\n"
                     "1 more, to be looked over: paperlint --fix --unsafe-fixes README.md b.md\n"),
            std::string::npos)
      << out;
}

TEST(Text, ColoursOnlyWhenAsked) {
  const Source source("a.md", "- [A]\n");
  const FileOf file{&source, {finding(find(source, "A"), "m", fix("f", {{find(source, "A"), "C"}}))}};
  TextOptions options;
  EXPECT_EQ(text({file}, options).find('\x1b'), std::string::npos);
  options.color = true;
  const std::string out = text({file}, options);
  EXPECT_NE(out.find("\x1b[1ma.md:1:4:\x1b[0m \x1b[1;33mwarning:\x1b[0m m"), std::string::npos) << out;
  EXPECT_NE(out.find("\x1b[1;33m^\x1b[0m"), std::string::npos);
  EXPECT_NE(out.find("\x1b[7;31mA\x1b[0m"), std::string::npos);
  EXPECT_NE(out.find("\x1b[7;32mC\x1b[0m"), std::string::npos);
}

class Many : public testing::Test {
 protected:
  // `count` lines that lack an apostrophe, and one paper that is listed twice.
  FileOf file(int count) {
    std::string bytes = "- [SC'20] [First: a paper about papers](u)\n- [SC'20] [First: a paper about papers](v)\n";
    for (int i = 0; i < count; ++i) bytes += "- [SC20] [T" + std::to_string(i) + "](u)\n";
    source = std::make_unique<Source>("README.md", bytes);
    FileOf result{source.get(), {}, static_cast<std::uint32_t>(count) + 2};
    const Place first = find(*source, "First: a paper about papers");
    const std::uint32_t below = source->line(1).begin;
    result.findings.push_back(twice({first.source, {first.span.begin + below, first.span.end + below}}, first));
    for (int i = 0; i < count; ++i) {
      const Place tag{source.get(),
                      {source->line(static_cast<std::uint32_t>(i) + 2).begin + 3,
                       source->line(static_cast<std::uint32_t>(i) + 2).begin + 7}};
      result.findings.push_back(
          finding(tag, "'SC20' has no apostrophe", fix("insert the apostrophe", {{before(tag), "'"}})));
    }
    return result;
  }
  std::unique_ptr<Source> source;
};

TEST_F(Many, AreSummedUpInAnOverview) {
  TextOptions options;
  options.overview = true;
  options.paths = "README.md";
  EXPECT_EQ(text({file(30)}, options),
            "README.md: 32 papers, 1 error and 30 warnings\n"
            "\n"
            "1 error\n"
            "     1  duplicate-paper  a paper stands once\n"
            "            2  listed twice (see 1): First: a paper about papers\n"
            "\n"
            "30 warnings\n"
            "    30  venue-tag  venue tags have one form\n"
            "         30 x  insert the apostrophe: lines 3, 4, 5, 6, 7, 8, …\n"
            "\n"
            "Next:\n"
            "  one rule, line by line:  paperlint --select duplicate-paper README.md\n"
            "  30 fixed, as a diff:     paperlint --fix --diff README.md\n"
            "  all 31 findings:         paperlint --all README.md\n"
            "  take them for known:     paperlint --write-baseline paperlint-baseline.tsv README.md\n");
}

TEST_F(Many, ABaselineIsOfferedWhereAllFindingsAreTold) {
  TextOptions options;
  options.overview = true;
  EXPECT_NE(text({file(30)}, options).find("--write-baseline"), std::string::npos);
  options.in_part = true;
  EXPECT_EQ(text({file(30)}, options).find("--write-baseline"), std::string::npos);
}

TEST(Text, WhatIsKnownIsNotCalledNothing) {
  const Source one("a.md", "x\n"), two("b.md", "x\n");
  Totals totals;
  totals.known = 3;
  EXPECT_NE(text({{&one, {}}, {&two, {}}}, {}, totals).find("Nothing new to say: 2 papers in 2 files.\n"),
            std::string::npos);
}

TEST_F(Many, ThirtyAreListedStill) {
  TextOptions options;
  options.overview = true;
  const std::string short_list = text({file(29)}, options);
  options.overview = false;
  EXPECT_EQ(short_list, text({file(29)}, options));
  options.quiet = options.overview = true;
  EXPECT_NE(text({file(40)}, options).find("README.md:42:"), std::string::npos);
}

TEST(Concise, WritesALineAFinding) {
  const Source source("a.md", "- [A]\n"), clean("b.md", "");
  EXPECT_EQ(concise({{&source, {finding(find(source, "A"), "bad \x1b"), twice(find(source, "]"), find(source, "A"))}},
                     {&clean, {}}}),
            "a.md:1:4: warning: bad \\x1b [venue-tag]\n"
            "a.md:1:5: error: listed twice [duplicate-paper]\n");
}

TEST(Json, KeepsTheContract) {
  const Source source("a.md", "- [é]\n- [B]\n");
  const auto shared = fix("f", {{find(source, "B"), "C"}});
  Diagnostic one = twice(find(source, "B"), find(source, "é"));
  one.fix = shared;
  Totals totals;
  totals.suppressed = 1;
  totals.remarks = {{"c.md", "no paper list"}};
  const std::string out = json_text({{&source, {one, finding(find(source, "é"), "m", shared)}, 2}}, totals);
  const auto run = nlohmann::ordered_json::parse(out);
  EXPECT_EQ(out.back(), '\n');
  EXPECT_EQ(run["version"], 1);
  ASSERT_EQ(run["diagnostics"].size(), 2U);
  auto first = run["diagnostics"][0];
  EXPECT_EQ(first["fingerprint"], fingerprint(one));
  first.erase("fingerprint");
  EXPECT_EQ(
      first.dump(),
      R"({"rule":"duplicate-paper","severity":"error","message":"listed twice","file":"a.md",)"
      R"("line":2,"column":4,"endLine":2,"endColumn":5,"begin":10,"end":11,)"
      R"("related":[{"file":"a.md","line":1,"column":4,"endLine":1,"endColumn":5,"message":"first listed here"}],)"
      R"("fix":0})");
  EXPECT_EQ(run["diagnostics"][1]["fix"], 0);
  EXPECT_EQ(run["fixes"].dump(),
            R"([{"id":0,"title":"f","safety":"safe","edits":[{"file":"a.md","begin":10,"end":11,"text":"C"}]}])");
  EXPECT_EQ(run["remarks"].dump(), R"([{"file":"c.md","message":"no paper list"}])");
  EXPECT_EQ(run["summary"].dump(),
            R"({"files":1,"entries":2,"errors":1,"warnings":1,"notes":0,"fixable":2,"suppressed":1,"known":0})");
}

TEST(Json, IsValidWithoutFindings) {
  const auto run = nlohmann::json::parse(json_text({}));
  EXPECT_TRUE(run["diagnostics"].is_array());
  EXPECT_TRUE(run["fixes"].empty());
  EXPECT_TRUE(run["remarks"].empty());
}

TEST(Json, SurvivesInvalidUtf8AndControls) {
  const Source source("a\xff.md", "- [A]\n");
  const std::string out =
      json_text({{&source, {finding(find(source, "A"), "m \xff \x1b \xC2\x9B \u202E 𝔸 \U000E0041")}}});
  EXPECT_EQ(out.find("\xC2\x9B"), std::string::npos);
  EXPECT_EQ(out.find("\u202E"), std::string::npos);
  const auto run = nlohmann::json::parse(out);
  EXPECT_EQ(run["diagnostics"][0]["message"], "m \uFFFD \x1b \u009B \u202E 𝔸 \U000E0041");
  EXPECT_EQ(run["diagnostics"][0]["file"], "a\uFFFD.md");
}

TEST(Json, LeavesOutAFixThatItCanNotWrite) {
  const Source source("a.md", "- [A]\n");
  const auto run = nlohmann::json::parse(
      json_text({{&source, {finding(find(source, "A"), "m", fix("f", {{find(source, "A"), "\xff"}}))}}}));
  EXPECT_FALSE(run["diagnostics"][0].contains("fix"));
  EXPECT_TRUE(run["fixes"].empty());
  EXPECT_EQ(run["summary"]["fixable"], 0);
}

// Any bytes, any spans, any edits that do not overlap.
class Hostile {
 public:
  explicit Hostile(unsigned seed) : random_(seed) {}
  std::string bytes(std::size_t most) {
    static const std::string_view kPieces[] = {"- [A]",   "\n",   "\r\n",   "\t",      "中",   "🔍",
                                               "\x1b[2J", "\xff", "\u202E", "\u0301",  "    ", "\u200D",
                                               "word",    "(u)",  "\r",     "\xE4\xB8"};
    std::string out;
    for (std::size_t left = number(most); left > 0; --left) out += kPieces[number(std::size(kPieces) - 1)];
    return out;
  }
  Span span(const Source& source) {
    const auto a = static_cast<std::uint32_t>(number(source.size())),
               b = static_cast<std::uint32_t>(number(source.size()));
    return {std::min(a, b), std::max(a, b)};
  }
  std::shared_ptr<const Fix> fix(const Source& source) {
    std::vector<std::uint32_t> borders;
    for (std::size_t left = 2 * number(4); left > 0; --left)
      borders.push_back(static_cast<std::uint32_t>(number(source.size())));
    std::sort(borders.begin(), borders.end());
    Fix made{Safety::safe, Effect::form, bytes(3), {}};
    for (std::size_t i = 0; i + 1 < borders.size(); i += 2)
      made.edits.push_back({{&source, {borders[i], borders[i + 1]}}, bytes(6)});
    return std::make_shared<const Fix>(std::move(made));
  }

 private:
  std::size_t number(std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(random_); }
  std::mt19937 random_;
};

TEST(Reports, SurviveAnything) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    Hostile hostile(seed);
    const Source source("x.md", hostile.bytes(seed % 3 == 0 ? 3000 : 40));
    std::vector<Diagnostic> findings;
    for (int i = 0; i < 4; ++i) {
      findings.push_back(finding({&source, hostile.span(source)}, hostile.bytes(4), hostile.fix(source)));
      findings.back().notes.push_back({{&source, hostile.span(source)}, hostile.bytes(4)});
    }
    const std::string out = listed(source, findings, static_cast<int>(seed % 130));
    ASSERT_EQ(out, listed(source, findings, static_cast<int>(seed % 130)));
    ASSERT_EQ(out.find_first_of("\x1b\r"), std::string::npos) << out;
    ASSERT_EQ(out.find("\u202E"), std::string::npos);
    ASSERT_TRUE(nlohmann::json::accept(json_text({{&source, findings}})));
    for (std::size_t at = 0; at < out.size();) {
      const CodePoint next = code_point(out, at);
      ASSERT_GE(next.code, 0);
      at += next.bytes;
    }
  }
}

}  // namespace
}  // namespace paperlint
