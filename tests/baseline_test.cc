#include "lint/baseline.h"

#include <gtest/gtest.h>

#include "lint/rule.h"

namespace paperlint {
namespace {

const Rule kRule{.name = "venue-tag", .summary = "venue tags have one form"};

Diagnostic finding(const std::string& subject) { return {&kRule, Severity::warning, {}, "m", subject, {}, nullptr}; }

KnownFinding known(const std::string& subject, std::uint32_t count, const std::string& file = "README.md") {
  return {"venue-tag", file, fingerprint(finding(subject)), subject, count};
}

TEST(Baseline, IsSortedAndReadsAsItWasWritten) {
  const std::string text = baseline_text({known("b", 2), known("a", 1), known("c", 1, "A.md")});
  EXPECT_EQ(
      text,
      "# paperlint baseline 1: findings that are known and not told. 'paperlint --write-baseline' writes it anew.\n"
      "# count\trule\tfile\tfingerprint\tabout\n"
      "1\tvenue-tag\tA.md\t" +
          fingerprint(finding("c")) +
          "\tc\n"
          "1\tvenue-tag\tREADME.md\t" +
          fingerprint(finding("a")) +
          "\ta\n"
          "2\tvenue-tag\tREADME.md\t" +
          fingerprint(finding("b")) + "\tb\n");
  const BaselineResult result = read_baseline("b.tsv", text);
  EXPECT_TRUE(result.errors.empty());
  EXPECT_EQ(baseline_text(result.findings), text);
  std::string crlf;
  for (const char c : text) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(baseline_text(read_baseline("b.tsv", crlf).findings), text);
}

TEST(Baseline, ColumnsHoldNoTabAndNoControl) {
  EXPECT_EQ(baseline_column("a\tb\nc\\\x1b[0m\x7f é"), "a\\tb\\nc\\x5c\\x1b[0m\\x7f é");
}

TEST(Baseline, TellsEachBrokenLine) {
  const std::string head = baseline_text({});
  const auto errors = [&](const std::string& text) { return read_baseline("b.tsv", text).errors; };
  using Errors = std::vector<std::string>;
  EXPECT_EQ(errors(""), Errors{"b.tsv:1: is no baseline, expected a file that --write-baseline wrote"});
  EXPECT_EQ(errors("# Papers\n- [x](y)\n").front(),
            "b.tsv:1: is no baseline, expected a file that --write-baseline wrote");
  EXPECT_EQ(
      errors("# paperlint baseline 2: x\n"),
      Errors{"b.tsv:1: is a baseline of another version of paperlint, expected version 1; --write-baseline writes "
             "it anew"});
  EXPECT_EQ(errors(head + "<<<<<<< HEAD\n0\ta\tb\t0123456789abcdef\tc\n1\ta\tb\txyz\tc\n"),
            (Errors{"b.tsv:3: expected count, rule, file, fingerprint and what it is about, with tabs between",
                    "b.tsv:4: '0' is no count, expected a number from 1 on",
                    "b.tsv:5: 'xyz' is no fingerprint, expected 16 hexadecimal digits"}));
  EXPECT_LE(errors(head + std::string(1000, '\t') + std::string(100, '\n') + std::string(50, 'x')).size(), 10u);
}

TEST(Known, CountsEqualFindings) {
  Known all({known("a", 1), known("b", 2)});
  const std::vector<Diagnostic> first{finding("a"), finding("a"), finding("b"), finding("new")};
  EXPECT_EQ(all.fresh(first), (std::vector<bool>{false, true, false, true}));
  all.spend(first);
  const std::vector<Diagnostic> second{finding("b"), finding("b")};
  EXPECT_EQ(all.fresh(second), (std::vector<bool>{false, true}));
  const auto left = all.left();
  ASSERT_EQ(left.size(), 1u);
  EXPECT_EQ(left[0].subject, "b");
  EXPECT_EQ(left[0].count, 1u);
  EXPECT_EQ(Known().fresh(second), (std::vector<bool>{true, true}));
}

}  // namespace
}  // namespace paperlint
