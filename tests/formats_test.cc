// The formats for other programs: their shape, and that nothing that a file holds gets out of it.
#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "lint/changed_lines.h"
#include "lint/rule.h"
#include "report/places.h"
#include "report/reports.h"

namespace paperlint {
namespace {

using nlohmann::json;

const Rule kTag{.name = "venue-tag", .summary = "venue tags have one form"};
const Rule kTwice{.name = "duplicate-paper", .summary = "a paper stands once", .severity = Severity::error};
const Whereabouts kHere{"/work/repo/docs", "/work/repo"};

Place find(const Source& source, std::string_view what) {
  const auto at = static_cast<std::uint32_t>(source.text().find(what));
  return {&source, {at, at + static_cast<std::uint32_t>(what.size())}};
}

std::shared_ptr<const Fix> fix(std::vector<Edit> edits) {
  return std::make_shared<const Fix>(Fix{Safety::safe, Effect::form, "write it right", std::move(edits)});
}

Diagnostic finding(Place at, std::string message, std::shared_ptr<const Fix> mend = nullptr) {
  return {&kTag, Severity::warning, at, std::move(message), "subject", {}, std::move(mend)};
}
Diagnostic twice(Place at, Place first) {
  return {&kTwice, Severity::error, at, "listed twice", "paper", {{first, "first listed here"}}, nullptr};
}

using Make = std::unique_ptr<Reporter> (*)(std::ostream&);

std::string report(Make make, const Source& source, const std::vector<Diagnostic>& findings,
                   const ChangedLines* changed = nullptr, Totals totals = {}) {
  std::ostringstream out;
  const std::unique_ptr<Reporter> reporter = make(out);
  FileResult result{&source, 3, true, findings};
  result.changed = changed;
  reporter->file(result);
  for (const Diagnostic& one : findings)
    ++(one.severity == Severity::error     ? totals.errors
       : one.severity == Severity::warning ? totals.warnings
                                           : totals.notes);
  totals.files = 1;
  totals.entries = 3;
  reporter->end(totals);
  return out.str();
}

constexpr std::string_view kPage = "# venue-tag\n\n## What it finds\n\nTags\nof a kind.\n\nMore.\n";

std::unique_ptr<Reporter> sarif(std::ostream& out) {
  return sarif_report(out, kHere,
                      [](std::string_view rule) { return rule == "venue-tag" ? kPage : std::string_view(); });
}
std::unique_ptr<Reporter> github(std::ostream& out) { return github_report(out, kHere); }
std::unique_ptr<Reporter> gitlab(std::ostream& out) { return gitlab_report(out, kHere); }
std::unique_ptr<Reporter> summary(std::ostream& out) { return summary_report(out, kHere, 1024 * 1024); }

// What a hostile list could hold: a command, an escape sequence, broken UTF-8, markup, characters that are none of XML.
const std::string kEvil =
    "::error::x\n##[add-mask]y\x1b[31m\xff\xc3<b>&\"']]>\xEF\xBF\xBE|`@me :tada: 100% a,b\xE2\x80\xAE";

std::string long_list(int lines) {
  std::string text;
  for (int i = 1; i <= lines; ++i) text += "- paper " + std::to_string(i) + " end\n";
  return text;
}

TEST(Places, PathsCountFromTheTopOfTheRepository) {
  EXPECT_EQ(repository_path(kHere, "README.md"), "docs/README.md");
  EXPECT_EQ(repository_path(kHere, "./../x/./a.md"), "x/a.md");
  EXPECT_EQ(repository_path(kHere, "/work/repo/a.md"), "a.md");
  EXPECT_EQ(repository_path(kHere, "/work/repository/a.md"), "/work/repository/a.md");
  EXPECT_EQ(repository_path(kHere, "../../other/a.md"), "/work/other/a.md");
  EXPECT_EQ(repository_path({"/here", ""}, "./a.md"), "a.md");
  EXPECT_EQ(repository_path(kHere, "<stdin>"), "<stdin>");
}

TEST(Places, UrisArePercentEncoded) {
  EXPECT_EQ(uri_of("a b/文#?%:.md"), "a%20b/%E6%96%87%23%3F%25%3A.md");
  EXPECT_EQ(uri_of("/a/b.md"), "file:///a/b.md");
  EXPECT_EQ(uri_of("C:/a/b.md"), "file:///C:/a/b.md");
}

TEST(Places, ColumnsCountUtf16Units) {
  const Source source("a.md", "🔍x\n文🔍🔍y\n");
  Utf16Positions positions;
  EXPECT_EQ(positions(source, find(source, "x").span.begin).column, 3u);
  EXPECT_EQ(positions(source, find(source, "y").span.begin).column, 6u);
  EXPECT_EQ(positions(source, find(source, "y").span.begin).line, 2u);
  const Source marked("b.md", "\xEF\xBB\xBF🔍x");
  EXPECT_EQ(positions(marked, find(marked, "x").span.begin).column, 3u);
}

TEST(Sarif, HasWhatCodeScanningAsksFor) {
  const Source source("README.md", "- 🔍 [OSDI21] a\n- b\n");
  const Place tag = find(source, "[OSDI21]");
  const json log = json::parse(
      report(sarif, source,
             {finding(tag, "no apostrophe", fix({{{&source, {tag.span.begin + 5, tag.span.begin + 5}}, "'"}})),
              twice(find(source, "b"), find(source, "a"))}));
  EXPECT_EQ(log["version"], "2.1.0");
  ASSERT_EQ(log["runs"].size(), 1u);
  const json& run = log["runs"][0];
  EXPECT_EQ(run["columnKind"], "utf16CodeUnits");
  EXPECT_EQ(run["tool"]["driver"]["name"], "paperlint");
  ASSERT_EQ(run["tool"]["driver"]["rules"].size(), 2u);
  EXPECT_EQ(run["tool"]["driver"]["rules"][0]["help"]["markdown"], kPage);
  EXPECT_EQ(run["tool"]["driver"]["rules"][0]["fullDescription"]["text"], "venue tags have one form");
  EXPECT_EQ(run["tool"]["driver"]["rules"][1]["fullDescription"]["text"], "a paper stands once");
  EXPECT_EQ(run["tool"]["driver"]["rules"][1]["defaultConfiguration"]["level"], "error");
  const json& first = run["results"][0];
  EXPECT_EQ(first["ruleId"], "venue-tag");
  EXPECT_EQ(first["level"], "warning");
  const json& place = first["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "docs/README.md");
  EXPECT_EQ(place["region"], json::parse(R"({"startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 14})"));
  EXPECT_EQ(first["partialFingerprints"]["paperlint/v1"], fingerprint(finding(tag, "")));
  const json& replacement = first["fixes"][0]["artifactChanges"][0]["replacements"][0];
  EXPECT_EQ(replacement["insertedContent"]["text"], "'");
  EXPECT_EQ(replacement["deletedRegion"]["startColumn"], replacement["deletedRegion"]["endColumn"]);
  EXPECT_EQ(run["results"][1]["relatedLocations"][0]["message"]["text"], "first listed here");
  EXPECT_EQ(run["results"][1]["ruleIndex"], 1);
}

TEST(Sarif, TellsOfFailures) {
  const Source source("README.md", "x\n");
  Totals totals;
  totals.failed = true;
  totals.remarks = {{"NOTES.md", "no such file"}};
  const json run = json::parse(report(sarif, source, {}, nullptr, totals))["runs"][0];
  EXPECT_EQ(run["results"].size(), 0u);
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], false);
  EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"], "NOTES.md: no such file");
}

TEST(Github, EscapesAsItsToolkitDoes) {
  const Source source("a,b:c%.md", "x\n");
  EXPECT_EQ(
      report(github, source, {finding(find(source, "x"), "50% of a: b, c")}),
      "::warning file=docs/a%2Cb%3Ac%25.md,line=1,endLine=1,col=1,endColumn=2,title=venue-tag::50%25 of a: b, c\n");
}

TEST(Github, TellsTheOtherPlaceAndNoColumnOverLines) {
  const Source source("a.md", "one\ntwo\nthree\n");
  EXPECT_EQ(
      report(github, source, {twice(find(source, "two\nthree"), find(source, "one"))}),
      "::error file=docs/a.md,line=2,endLine=3,title=duplicate-paper::listed twice%0Aa.md:1: first listed here\n");
}

TEST(Github, GivesTenOfASeverityAndSaysHowManyMore) {
  const Source source("a.md", long_list(30));
  std::vector<Diagnostic> findings;
  for (int i = 1; i <= 12; ++i) findings.push_back(finding(find(source, "paper " + std::to_string(i) + " "), "w"));
  findings.push_back(twice(find(source, "paper 20 "), find(source, "paper 1 ")));
  const std::string text = report(github, source, findings);
  EXPECT_EQ(text.find("::error "), 0u) << "errors come first";
  std::size_t warnings = 0;
  for (std::size_t at = text.find("::warning "); at != text.npos; at = text.find("::warning ", at + 1)) ++warnings;
  EXPECT_EQ(warnings, 10u);
  EXPECT_NE(text.find("::warning title=paperlint::3 more warnings not shown here; the log of this step has all\n"),
            text.npos);
}

TEST(Github, PutsTheLinesOfTheDiffFirst) {
  const Source source("a.md", long_list(30));
  std::vector<Diagnostic> findings;
  for (int i = 1; i <= 20; ++i) findings.push_back(finding(find(source, "paper " + std::to_string(i) + " "), "w"));
  ChangedLines changed;
  changed.hunks.add(17, 19);
  EXPECT_NE(report(github, source, findings, &changed).find("line=18,"), std::string::npos);
  EXPECT_EQ(report(github, source, findings, &changed).find("::warning file=docs/a.md,line=18,"), 0u);
}

TEST(Gitlab, HasUniqueFingerprints) {
  const Source source("a.md", "one\ntwo\n");
  const json all = json::parse(report(gitlab, source,
                                      {finding(find(source, "one"), "m"), finding(find(source, "two"), "m"),
                                       twice(find(source, "two"), find(source, "one"))}));
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0]["location"], json::parse(R"({"path": "docs/a.md", "lines": {"begin": 1, "end": 1}})"));
  EXPECT_EQ(all[0]["severity"], "minor");
  EXPECT_EQ(all[2]["severity"], "major");
  EXPECT_EQ(all[2]["check_name"], "duplicate-paper");
  EXPECT_NE(all[0]["fingerprint"], all[1]["fingerprint"]);
  EXPECT_EQ(report(gitlab, source, {}), "[]\n");
}

TEST(Rdjsonl, CountsBytesAndSuggests) {
  const Source source("a.md", "- 文 [OSDI21] a\n");
  const Place tag = find(source, "[OSDI21]");
  const auto edits = [&] {
    return fix(
        {{{&source, {tag.span.begin, tag.span.begin + 1}}, "("}, {{&source, {tag.span.end - 1, tag.span.end}}, ")"}});
  };
  const json one = json::parse(report(rdjsonl_report, source, {finding(tag, "m", edits())}));
  EXPECT_EQ(one["location"]["path"], "a.md");
  EXPECT_EQ(one["location"]["range"]["start"], json::parse(R"({"line": 1, "column": 7})"));
  EXPECT_EQ(one["severity"], "WARNING");
  EXPECT_EQ(one["code"]["value"], "venue-tag");
  EXPECT_EQ(one["suggestions"][0]["text"], "(OSDI21)");
  EXPECT_EQ(one["suggestions"][0]["range"], one["location"]["range"]);
}

TEST(Rdjsonl, TellsTheOtherPlace) {
  const Source source("a.md", "one\ntwo\n");
  const json one = json::parse(report(rdjsonl_report, source, {twice(find(source, "two"), find(source, "one"))}));
  EXPECT_EQ(one["severity"], "ERROR");
  EXPECT_EQ(one["related_locations"][0]["message"], "first listed here");
  EXPECT_EQ(one["related_locations"][0]["location"]["range"]["start"]["line"], 1);
}

TEST(Rdjsonl, SuggestsOnlyWhatTheDiffShows) {
  const Source source("a.md", long_list(30)), other("b.md", "x\n");
  ChangedLines changed;
  changed.hunks.add(4, 8);
  const auto suggests = [&](std::vector<Edit> edits) {
    return report(rdjsonl_report, source, {finding(find(source, "paper 6 "), "m", fix(std::move(edits)))}, &changed)
               .find("suggestions") != std::string::npos;
  };
  EXPECT_TRUE(suggests({{find(source, "paper 6 "), "P"}}));
  EXPECT_FALSE(suggests({{find(source, "paper 6 "), "P"}, {find(source, "paper 9 "), "P"}}));
  EXPECT_FALSE(suggests({{find(source, "paper 20 "), "P"}}));
  EXPECT_FALSE(suggests({{find(source, "paper 6 "), "P"}, {find(other, "x"), "P"}}));
  EXPECT_FALSE(suggests({{find(source, "paper 6 "), "\xff"}}));
}

TEST(AllFormats, AFixThatManyFindingsShareIsToldOnce) {
  const auto size = [](Make make, int lines) {
    const Source source("a.md", long_list(lines));
    std::vector<Edit> edits;
    for (std::uint32_t i = 0; i + 1 < source.line_count(); ++i) edits.push_back({{&source, source.line(i)}, "- x"});
    const auto shared = fix(std::move(edits));
    std::vector<Diagnostic> findings;
    for (std::uint32_t i = 0; i + 1 < source.line_count(); ++i)
      findings.push_back(finding({&source, source.line(i)}, "m", shared));
    return report(make, source, findings).size();
  };
  for (const Make make : {Make{json_report}, Make{sarif}, Make{rdjsonl_report}, Make{github}, Make{gitlab}})
    EXPECT_LT(size(make, 400), 5 * size(make, 100));
}

TEST(Junit, HasACaseForEachFinding) {
  const Source source("a&b.md", "one\ntwo\n");
  EXPECT_EQ(report(junit_report, source, {twice(find(source, "two"), find(source, "one"))}),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<testsuites name=\"paperlint\" tests=\"1\" failures=\"1\" errors=\"0\" time=\"0\">\n"
            "  <testsuite name=\"a&amp;b.md\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\" time=\"0\">\n"
            "    <testcase name=\"duplicate-paper (a&amp;b.md:2:1)\" classname=\"a&amp;b.md\" time=\"0\">\n"
            "      <failure type=\"error\" message=\"listed twice\">a&amp;b.md:2:1: listed twice\n"
            "note: a&amp;b.md:1:1: first listed here</failure>\n"
            "    </testcase>\n"
            "  </testsuite>\n"
            "</testsuites>\n");
  EXPECT_NE(report(junit_report, source, {}).find("<testcase name=\"no findings\""), std::string::npos);
}

TEST(Summary, IsATableOfAllThatFitsIn) {
  const Source source("a.md", long_list(30));
  const std::vector<Diagnostic> findings{finding(find(source, "paper 6 "), "a | b <i>")};
  EXPECT_EQ(report(summary, source, findings),
            "### paperlint\n\n3 papers in 1 list, 1 warning\n\n"
            "| where | severity | rule | finding |\n| --- | --- | --- | --- |\n"
            "| docs/a.md&#58;6 | warning | venue-tag | a &#124; b &lt;i&gt; |\n\n");
  const std::vector<Diagnostic> many(30, findings.front());
  const auto small = [](std::ostream& out) { return summary_report(out, kHere, 1000); };
  const std::string cut = report(small, source, many);
  EXPECT_LE(cut.size(), 1000u);
  EXPECT_NE(cut.find("more findings not shown; the log has all."), std::string::npos);
  const auto full = [](std::ostream& out) { return summary_report(out, kHere, 10); };
  EXPECT_EQ(report(full, source, many), "");
}

/// What no report may hold, whoever reads it.
void expect_tame(const std::string& text, const char* format) {
  SCOPED_TRACE(format);
  for (const char c : text) EXPECT_FALSE((static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7f) << text;
  EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos) << "turns text around";
  EXPECT_EQ(text.find("##["), std::string::npos) << "is a command in a log";
  EXPECT_EQ(text.find("\xff"), std::string::npos) << "is no UTF-8";
  EXPECT_EQ(text.find("\n::"), std::string::npos) << "is a command in a log";
}

TEST(AllFormats, KeepHostileTextWithin) {
  std::string name = kEvil;
  const Source source(name + ".md", "- " + kEvil + "\n- more\n");
  Diagnostic evil = finding(find(source, kEvil), "'" + kEvil + "'", fix({{find(source, "more"), kEvil}}));
  evil.notes.push_back({find(source, "more"), kEvil});
  evil.subject = kEvil;
  Totals totals;
  totals.remarks = {{kEvil, kEvil}};
  const std::vector<std::pair<const char*, Make>> formats{{"sarif", sarif},        {"gitlab", gitlab},
                                                          {"json", json_report},   {"rdjsonl", rdjsonl_report},
                                                          {"junit", junit_report}, {"summary", summary}};
  for (const auto& [format, make] : formats) {
    const std::string text = report(make, source, {evil}, nullptr, totals);
    expect_tame(text, format);
    EXPECT_TRUE(json::accept(text) || make == junit_report || make == summary) << format;
  }
  const std::string commands = report(github, source, {evil});
  EXPECT_EQ(std::count(commands.begin(), commands.end(), '\n'), 1) << commands;
  EXPECT_EQ(commands.find("::warning file="), 0u);
  const std::string head = commands.substr(10, commands.find("::", 10) - 10);
  EXPECT_EQ(std::count(head.begin(), head.end(), ','), 3) << head;  // line, endLine, title: no comma of the path
  const std::string xml = report(junit_report, source, {evil});
  EXPECT_EQ(xml.find("<b>"), std::string::npos);
  EXPECT_EQ(xml.find("\xEF\xBF\xBE"), std::string::npos) << "U+FFFE is no character of XML";
}

}  // namespace
}  // namespace paperlint
