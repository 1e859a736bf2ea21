// Nothing that a list, a config, a name or a flag holds reaches a terminal or a log as what it would be there: a
// control sequence, a turn of the direction of writing, a command of a workflow.
#if !defined(_WIN32)

#include <gtest/gtest.h>

#include <cstdio>
#include <functional>
#include <string>
#include <tuple>
#include <vector>

#include "report/printable.h"
#include "report/reports.h"
#include "support/command_line.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;

/// No new line, so that each fits into a title.
const std::vector<std::string> kPoisons{
    "\x1b[5mblink",                // a control sequence
    "\x1b[2J\x1b[1;1H",            // the screen
    "\x1b]0;title\x07",            // the window's title
    "\x1b]8;;http://evil\x1b\\x",  // a link
    "\x1bP1$r\x1b\\",              // a question to the terminal
    "\x07\x08\x7f",                // a bell, a step back
    "\xC2\x9B"
    "5mx",  // the same as ESC [, in UTF-8
    "\x9B"
    "5mx",            // and as a byte
    "\x90q\x9C",      //
    "over\rwritten",  // to the beginning of the line
    "\x0B\x0C",       //
    "\xE2\x80\xAE"
    "drawkcab",                   // right to left
    "\xE2\x81\xA6x\xE2\x81\xA9",  // an isolate
    "zero\xE2\x80\x8Bwidth\xEF\xBB\xBF",
    "\xE2\x80\xA8line",     // a line separator
    "\xF3\xA0\x81\x81tag",  // an invisible tag
    "\xFF\xFE\xC3",         // no UTF-8
    "::error::pwned",
    "::add-mask::secret",
    "::stop-commands::token",
    "##[error]pwned",
    "##[add-mask]secret",
    "%0A::set-output name=a::b",
    "%0D%0A::set-env name=a::b",
    "</script><b>&\"'",
    "]]>",
};

std::string as_word(const std::string& word) {
  std::string all = "'";
  for (const char c : word) all += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return all + "'";
}

/// Takes the colours away that the program itself uses.
std::string without_colors(std::string text) {
  for (std::size_t at = text.find('\x1b'); at != std::string::npos; at = text.find('\x1b', at + 1)) {
    const std::size_t end = text.find('m', at);
    const std::string code = text.substr(at, end == std::string::npos ? end : end - at + 1);
    for (const char* own :
         {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[34m", "\x1b[36m", "\x1b[1;31m",
          "\x1b[1;32m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[1;36m", "\x1b[7;31m", "\x1b[7;32m"})
      if (code == own) {
        text.erase(at, code.size());
        --at;
        break;
      }
  }
  return text;
}

/// What of a text a terminal or a log would act on; empty if nothing.
std::string acted_on(const std::string& printed, bool actions) {
  const std::string text = without_colors(printed);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point(text, at);
    const bool fine = point.code == '\n' || point.code == '\t' || (point.code >= ' ' && !is_hidden(point.code));
    if (!fine)
      return "the character " + std::to_string(point.code) + " in '" +
             printable(text.substr(at < 30 ? 0 : at - 30, 60)) + "'";
    at += point.bytes;
  }
  if (!actions) return "";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    at = end + 1;
    line.erase(0, std::min(line.find_first_not_of(" \t"), line.size()));
    // A line that is a command of the program's own is read as that, and as no other.
    bool own = false;
    for (const char* begin : {"::error file=", "::warning file=", "::notice file=", "::warning title=paperlint::"})
      own = own || line.rfind(begin, 0) == 0;
    if (own ? has(line, "%0A::set") || has(line, "%0D%0A::set") : has(line, "##[") || line.rfind("::", 0) == 0)
      return line;
  }
  return "";
}

/// A list that holds a poison wherever something can be said of it.
std::string poisoned(const std::string& poison) {
  std::string text = clean_list();
  text += paper("OSDI24", poison + " Title That Lacks Its Mark", "x");
  text += paper("OSDI'24", "Twice " + poison + " in This List", "y") +
          paper("OSDI'24", "Twice " + poison + " in This List", "y");
  text += "- [" + poison + "'24] [One More Title](https://example.org/z)\n";
  text += "- [OSDI24" + poison + "] [Yet Another Title](https://example.org/zz)\n";
  text += "- [OSDI'24] [A Broken  Title " + poison + "](https://example.org/" + poison + " u)\n";
  text += "- [OSDI'24] [A  Title](https:/arxiv.org/abs/" + poison + ") [[" + poison + "]](u) []()\n";
  text += "- [OSDI24] [A Silenced Title](u) <!-- paperlint-disable-line " + poison + ": " + poison + " -->\n";
  text += "- [OSDI'24] [Another Silenced Title](v) <!-- paperlint-disable-line venue-tag: " + poison + " -->\n";
  text += "\n## 2. " + poison + "\n\n- [there](#" + poison + ") [also in [3](#" + poison + ")]\n- [" + poison +
          "](other/" + poison + ".md)\n";
  text += "\n| " + poison + " | b |\n|---|---|\n| [T](u) | " + poison + " | c |\n";
  text += "\n" + poison + "\n\n## 4. " + poison + "\n\n" + paper("USENIX '24", poison, "w");
  return text;
}

class Hostile : public CommandLine {
 protected:
  void each_poison(const std::function<void(const std::string&)>& work) {
    for (const std::string& poison : kPoisons) {
      SCOPED_TRACE(printable(poison));
      in_workflow_ = poison.find_first_of(":#%") != std::string::npos;
      work(poison);
      if (HasFailure()) return;  // the others would say the same
    }
  }

  /// Runs the program; in a workflow where the poison is one for its log.
  void expect_harmless(const std::string& arguments, const std::string& input = "") const {
    const std::string before = in_workflow_ ? "GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY=summary " : "";
    const Ran ran = shell(before + PROGRAM " " + arguments, input);
    SCOPED_TRACE(before + printable(arguments));
    EXPECT_TRUE(ran.code >= 0 && ran.code <= 2) << ran.code;
    EXPECT_EQ(acted_on(ran.out, in_workflow_), "") << "on standard output";
    EXPECT_EQ(acted_on(ran.err, in_workflow_), "") << "on standard error";
    EXPECT_EQ(acted_on(read("summary"), false), "") << "in the summary";
    fs::remove(folder / "summary");
  }

  bool in_workflow_ = false;
};

TEST_F(Hostile, ReportsSayWhatStandsThereAndDoNotDoIt) {
  each_poison([&](std::string poison) {
    write("list.md", poisoned(poison));
    ASSERT_EQ(run("list.md").code, 1);
    for (const char* format : {"text", "concise", "json", "sarif", "github", "gitlab", "rdjsonl", "junit"})
      expect_harmless(std::string("--output-format ") + format + " list.md");
    for (const char* arguments :
         {"--color always list.md", "--statistics list.md", "--verbose list.md",
          "--diff --unsafe-fixes --color always list.md", "style list.md", "style --all --color always list.md",
          "style --output-format json list.md", "init --stdout list.md"})
      expect_harmless(arguments);
  });
}

TEST_F(Hostile, WhatIsMendedAndWrittenIsToldHarmlessly) {
  each_poison([&](std::string poison) {
    const auto again = [&] {
      fs::remove(folder / "known.tsv");
      fs::remove(folder / "paperlint.toml");
      write("list.md", poisoned(poison));
    };
    for (const char* arguments :
         {"--fix --unsafe-fixes list.md", "--write-baseline known.tsv list.md", "init list.md"}) {
      again();
      expect_harmless(arguments);
    }
    again();
    ASSERT_NE(run("--write-baseline known.tsv list.md").code, 2);
    EXPECT_EQ(acted_on(read("known.tsv"), false), "");
    write("list.md", clean_list());  // all that was known is gone
    expect_harmless("--baseline known.tsv list.md");
  });
}

TEST_F(Hostile, NamesOfFilesAreShownHarmlessly) {
  each_poison([&](std::string poison) {
    for (std::size_t at; (at = poison.find('/')) != std::string::npos;) poison[at] = '_';
    const std::string name = "a" + poison + "\n" + poison + ".md";
    write(name, list_without_apostrophe() + "[x](#y)\n");
    for (const char* format : {"text", "concise", "json", "sarif", "github", "gitlab", "rdjsonl", "junit"})
      expect_harmless(std::string("--output-format ") + format + " .");
    for (const std::string& arguments :
         {std::string("--diff --color always ."), std::string("style ."), std::string("--verbose ."),
          std::string("--fix ."), "init --stdout " + as_word(name)})
      expect_harmless(arguments);
    fs::create_hard_link(folder / name, folder / "other");
    write(name, list_without_apostrophe());
    expect_harmless("--fix " + as_word(name));
    fs::remove(folder / name);
    fs::remove(folder / "other");
  });
}

constexpr std::string_view kFlags[] = {"",
                                       "--",
                                       "--select ",
                                       "--ignore ",
                                       "--config ",
                                       "--output-format ",
                                       "--output-format json=no/",
                                       "--jobs ",
                                       "--today ",
                                       "--max-file-size ",
                                       "--fail-on ",
                                       "--diff-base ",
                                       "--diff-file ",
                                       "--baseline ",
                                       "--write-baseline no/",
                                       "explain ",
                                       "rules ",
                                       "style ",
                                       "init ",
                                       "init --stdout --",
                                       "--isolated=",
                                       "--fix - --stdin-filename "};

TEST_F(Hostile, ComplaintsQuoteHarmlessly) {
  write("list.md", clean_list());
  each_poison([&](std::string poison) {
    expect_harmless(as_word(poison));
    for (const std::string_view flag : kFlags)
      expect_harmless(std::string(flag) + as_word("x\n" + poison) + " list.md", clean_list());
  });
}

/// A text of TOML, written so that it may hold anything.
std::string toml(const std::string& text) {
  std::string all = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point(text, at);
    char escaped[16];
    std::snprintf(escaped, sizeof escaped, "\\U%08X", static_cast<unsigned>(point.code < 0 ? '?' : point.code));
    all += escaped;
    at += point.bytes;
  }
  return all + "\"";
}

TEST_F(Hostile, MistakesInAConfigAreToldHarmlessly) {
  write("list.md", poisoned("x"));
  each_poison([&](const std::string& poison) {
    const std::string text = toml(poison), line = toml("x\n" + poison);
    const std::string all_mistakes =
        text + " = 1\ninclude = [" + line + "]\nexclude = [" + text + ", 3]\nrenderer = " + text + "\n[rules]\n" +
        text + " = \"off\"\ntoc = " + line + "\n[rules.year-order]\norder = " + text + "\n" + line +
        " = 1\n[rules.survey-prefix]\npattern = " + toml("(" + poison) + "\nmark = " + text + "\n[entry]\nformat = [" +
        text + ", " + line + "]\n[[venue]]\nname = " + text + "\naliases = [" + line + "]\n" + line + " = 2\n";
    const std::string no_mistake =
        "no-list = [" + text + "]\ngenerated = [" + line + "]\ninclude = [" + line + ", \"*.md\"]\n";
    for (const std::string& config : {poison + " = 1\n", "a = \"" + poison + "\"\n", all_mistakes, no_mistake}) {
      write("paperlint.toml", config);
      for (const char* arguments : {"--verbose list.md", "style list.md"}) expect_harmless(arguments);
    }
  });
}

TEST_F(Hostile, APatchIsReadHarmlessly) {
  write("list.md", clean_list());
  each_poison([&](std::string poison) {
    write("a.patch",
          "--- a/" + poison + "\n+++ b/" + poison + "\n@@ -1,1 +1,1 @@\n-" + poison + "\n+x\n@@ " + poison + "\n");
    expect_harmless("--diff-file a.patch list.md");
    write("b.patch", "--- a/list.md\n+++ b/list.md\n@@ -1,1 +1,1 @@\n-" + poison + "\n+" + poison + "\n");
    expect_harmless("--diff-file b.patch list.md");
  });
}

/// What cannot be Markdown that people read is left alone, and told once.
TEST_F(Hostile, WhatCannotBeReadIsToldOnce) {
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += "> ";
  std::string many;
  for (int i = 0; i < 2'000; ++i) many += std::string(static_cast<std::size_t>(i), ' ') + "- a\n";
  const std::vector<std::tuple<const char*, std::string, int, const char*>> texts{
      {"an endless line", clean_list() + "\n" + std::string(1 << 20, 'x') + "\n", 0, ""},
      {"an endless entry", clean_list() + "- [OSDI'24] [" + std::string(1 << 20, 'x') + "](u)\n", 0, ""},
      {"an endless line of brackets", clean_list() + "\n" + std::string(1 << 20, '[') + "\n", 0, ""},
      {"quotes in quotes", clean_list() + "\n" + deep + "a\n", 0, ""},
      {"lists in lists", clean_list() + "\n" + many, 0,
       "paperlint: list.md: its entries are written in a way that paperlint does not read yet; only what needs no "
       "entries was checked\n"},
      {"NUL", clean_list() + std::string("a\0b", 3), 2, "paperlint: list.md: is binary, expected Markdown\n"},
      {"NUL far below", clean_list() + std::string(9000, ' ') + std::string("\na\0b\n", 5), 0, ""},
      {"no UTF-8", clean_list() + "\xFF and \xFE and \xC3\n\xFF\n", 0,
       "paperlint: list.md: no UTF-8 at line 26, column 1 (byte 0xFF); checked all the same\n"},
  };
  for (const auto& [name, text, code, told] : texts) {
    SCOPED_TRACE(name);
    write("list.md", text);
    for (const char* arguments : {"list.md", "--fix --unsafe-fixes list.md"}) {
      const Ran ran = run(arguments);
      EXPECT_EQ(ran.code, code) << ran.out.substr(0, 2000);
      EXPECT_EQ(ran.err, told);
      EXPECT_LT(ran.out.size(), 4000U);
      EXPECT_EQ(acted_on(ran.out, true), "");
      EXPECT_TRUE(read("list.md") == text);
    }
  }
}

}  // namespace
}  // namespace paperlint

#endif
