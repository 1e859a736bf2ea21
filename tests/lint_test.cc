#include "lint/lint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "rules/rules.h"

namespace paperlint {
namespace {

constexpr std::string_view kList =
    "# Papers\n"
    "\n"
    "**Serving**\n"
    "\n"
    "- [OSDI'24] [Serving Large Models with Small Caches](https://example.org/1)\n"
    "  - [SOSP'23] [Paging the Attention of Language Models](https://example.org/2)\n"
    "\n"
    "## Networks\n"
    "\n"
    "- [NSDI'22] [Networks for Training Large Models](https://example.org/3) [code](https://example.org/4)\n";

std::string unread_list() {
  std::string text = "# Links\n\n";
  for (int i = 0; i < 30; ++i)
    text += "- [Some Words on a Topic of Interest](https://example.org/" + std::to_string(i) + ") and more\n";
  return text;
}

List list_of(const std::vector<std::string>& texts) {
  std::vector<std::unique_ptr<Document>> documents;
  for (std::size_t i = 0; i < texts.size(); ++i)
    documents.push_back(read_document(std::make_unique<const Source>(std::to_string(i) + ".md", texts[i])));
  return make_list(std::move(documents));
}

LintResult linted(const List& list, const std::vector<const Rule*>& rules) {
  std::vector<std::unique_ptr<Settings>> settings;
  Selection selection;
  for (const Rule* rule : rules) {
    settings.push_back(std::make_unique<Settings>(*rule));
    selection.choices.push_back({rule, rule->severity, settings.back().get()});
  }
  return lint(list, selection);
}

std::vector<std::string> messages(const LintResult& result) {
  std::vector<std::string> all;
  for (const Diagnostic& finding : result.diagnostics) all.push_back(finding.message);
  return all;
}

/// Writes down what it hears.
class Listener final : public Sink {
 public:
  explicit Listener(const Context&) {}
  void document(const Document& document) override { hear("document " + document.source->path()); }
  void section(const Section& section) override { hear("section " + std::string(section.text(section.title))); }
  void label(const Label& label) override { hear("label " + std::string(label.text(label.span))); }
  void entry(const Entry& entry) override { hear("entry " + std::string(entry.text(entry.title)).substr(0, 7)); }
  void link(const Link& link) override { hear("link " + std::string(link.at(link.address).text())); }
  void end(const List&) override { hear("end"); }
  static inline std::vector<std::string> heard;

 private:
  static void hear(std::string what) { heard.push_back(std::move(what)); }
};

std::vector<std::string> heard(const List& list, bool needs_entries) {
  Rule rule;
  rule.name = "listener";
  rule.needs_entries = needs_entries;
  rule.make = make<Listener>;
  Listener::heard.clear();
  EXPECT_TRUE(linted(list, {&rule}).diagnostics.empty());
  return Listener::heard;
}

TEST(Lint, TellsThePiecesInFileOrder) {
  const std::vector<std::string> expected = {"document 0.md",
                                             "section ",
                                             "section Papers",
                                             "label Serving",
                                             "entry Serving",
                                             "link https://example.org/1",
                                             "entry Paging ",
                                             "link https://example.org/2",
                                             "section Networks",
                                             "entry Network",
                                             "link https://example.org/3",
                                             "link https://example.org/4",
                                             "end"};
  EXPECT_EQ(heard(list_of({std::string(kList)}), true), expected);
}

TEST(Lint, TellsTheFilesInTheirOrder) {
  const std::vector<std::string> all = heard(list_of({std::string(kList), "no list\n", std::string(kList)}), true);
  EXPECT_EQ(all.size(), 25U);
  EXPECT_EQ(all[12], "document 2.md");
  EXPECT_EQ(all.back(), "end");
}

/// Hears of texts alone.
class Reader final : public Sink {
 public:
  explicit Reader(const Context&) {}
  void text(const Text&) override { ++texts; }
  static inline int texts = 0;
};

TEST(Lint, ACheckHearsOfWhatItHasAFunctionFor) {
  const Hears reader = make<Reader>.hears;
  EXPECT_TRUE(reader.texts);
  EXPECT_FALSE(reader.sections || reader.labels || reader.entries || reader.links);
  const Hears listener = make<Listener>.hears;
  EXPECT_FALSE(listener.texts);
  EXPECT_TRUE(listener.sections && listener.labels && listener.entries && listener.links);
  Rule reads;
  reads.name = "reader";
  reads.make = make<Reader>;
  const List list = list_of({std::string(kList)});
  EXPECT_TRUE(linted(list, {&reads}).diagnostics.empty());
  EXPECT_GT(Reader::texts, 3);
}

TEST(Lint, WithoutEntriesOnlyRulesThatNeedNoneRun) {
  const List list = list_of({unread_list()});
  ASSERT_EQ(list.documents.front()->reading, Reading::unread);
  EXPECT_TRUE(heard(list, true).empty());
  const std::vector<std::string> all = heard(list, false);
  EXPECT_EQ(all.size(), 34U);
  EXPECT_TRUE(std::none_of(all.begin(), all.end(), [](const std::string& one) { return one.substr(0, 5) == "entry"; }));
}

TEST(Lint, ReleaseNotesAreNoList) {
  std::string text = "# Releases\n\n";
  for (int i = 0; i < 30; ++i)
    text += "- [Mend the parser of long lines](https://github.com/doe/tool/pull/" + std::to_string(i) + ")  by Jane\n";
  EXPECT_EQ(list_of({text}).documents.front()->reading, Reading::no_list);
}

TEST(Lint, RemarksOnWhatCouldNotBeRead) {
  const LintResult result = linted(list_of({std::string(kList), unread_list(), "no list\n"}), {});
  ASSERT_EQ(result.remarks.size(), 1U);
  EXPECT_EQ(result.remarks[0].file, "1.md");
  EXPECT_EQ(
      result.remarks[0].message,
      "its entries are written in a way that paperlint does not read yet; only what needs no entries was checked");
}

/// Complains of each entry, by its title and, said first, at its tag.
template <int Which>
class Complainer final : public Sink {
 public:
  explicit Complainer(const Context& context) : report_(context.report) {}
  void entry(const Entry& entry) override { entries_.push_back(&entry); }
  void end(const List&) override {
    for (auto at = entries_.rbegin(); at != entries_.rend(); ++at) {
      const Entry& entry = **at;
      const std::string title(entry.text(entry.title).substr(0, 6));
      report_(entry.at(entry.title), std::to_string(Which) + " title " + title, title);
      if (Which != 2) report_(entry.at(entry.venue->whole), std::to_string(Which) + " tag " + title, title);
    }
  }

 private:
  Report& report_;
  std::vector<const Entry*> entries_;
};

Rule complainer(std::string_view name, const Maker& make_check) {
  Rule rule;
  rule.name = name;
  rule.make = make_check;
  return rule;
}

TEST(Lint, SortsByFileSpanRuleAndMessage) {
  const Rule first = complainer("b", make<Complainer<1>>), second = complainer("a", make<Complainer<2>>);
  const std::string text = "- [OSDI'24] [Second Paper of a Small List](https://example.org/1)\n";
  const std::vector<std::string> expected = {"1 tag Second", "2 title Second", "1 title Second",
                                             "1 tag Second", "2 title Second", "1 title Second"};
  EXPECT_EQ(messages(linted(list_of({text, text}), {&first, &second})), expected);
}

TEST(Lint, AFindingYieldsOnTheSamePlaceOnly) {
  const Rule strong = complainer("strong", make<Complainer<2>>);
  const Rule* const strengths[] = {&strong};
  Rule weak = complainer("weak", make<Complainer<1>>);
  weak.yields_to = strengths;
  const List list = list_of({"- [OSDI'24] [Second Paper of a Small List](https://example.org/1)\n"});
  EXPECT_EQ(messages(linted(list, {&weak, &strong})), (std::vector<std::string>{"1 tag Second", "2 title Second"}));
  EXPECT_EQ(messages(linted(list, {&weak})), (std::vector<std::string>{"1 tag Second", "1 title Second"}));
}

TEST(Lint, YieldsBeforeItSuppresses) {
  const Rule strong = complainer("strong", make<Complainer<2>>);
  const Rule* const strengths[] = {&strong};
  Rule weak = complainer("weak", make<Complainer<1>>);
  weak.yields_to = strengths;
  const List list =
      list_of({"- [OSDI'24] [Second Paper of a Small List](https://example.org/1) <!-- paperlint-disable-line strong: "
               "so it is -->\n"});
  const LintResult result = linted(list, {&weak, &strong});
  EXPECT_EQ(messages(result), (std::vector<std::string>{"1 tag Second"}));
  EXPECT_EQ(result.suppressed, 1U);
}

TEST(Lint, SeveritiesAreTheUsers) {
  const Rule rule = complainer("rule", make<Complainer<2>>);
  const Settings settings(rule);
  Selection selection;
  selection.choices.push_back({&rule, Severity::error, &settings});
  const LintResult result = lint(list_of({std::string(kList)}), selection);
  ASSERT_EQ(result.diagnostics.size(), 3U);
  EXPECT_EQ(result.diagnostics.front().severity, Severity::error);
  EXPECT_EQ(result.diagnostics.front().rule, &rule);
}

TEST(Lint, ManyFindingsTakeLittleTime) {
  std::string text;
  for (int i = 0; i < 50000; ++i)
    text += "- [OSDI'24] [Paper Number " + std::to_string(i) + " of a Long List](https://example.org/" +
            std::to_string(i) + ") <!-- paperlint-disable-line weak -->\n";
  const Rule strong = complainer("strong", make<Complainer<2>>), weak = complainer("weak", make<Complainer<1>>);
  const List list = list_of({text});
  const auto begin = std::chrono::steady_clock::now();
  const LintResult result = linted(list, {&weak, &strong, &rules::unused_suppression});
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
  EXPECT_EQ(result.diagnostics.size(), 50000U);
  EXPECT_EQ(result.suppressed, 100000U);
}

}  // namespace
}  // namespace paperlint
