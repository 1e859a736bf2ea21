// Entries that were shuffled come back in order: in one run, with the same bytes in each line.
#include "lint/moves.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/config.h"
#include "lint/fix.h"
#include "support/lists.h"

namespace paperlint {
namespace {

constexpr std::size_t kPapers = 200;

/// How a list writes its papers.
struct Form {
  std::string_view name, before, between;
  bool numbered = false, loose = false, sub_items = false, ended = true, crlf = false, row = false;
};

constexpr Form kForms[] = {
    {.name = "tight", .before = "# Papers\n\n", .between = ""},
    {.name = "loose", .before = "# Papers\n\n", .between = "\n", .loose = true},
    {.name = "loose, no last newline", .before = "# Papers\n\n", .between = "\n", .loose = true, .ended = false},
    {.name = "sub-items, no last newline", .before = "# Papers\n", .between = "", .sub_items = true, .ended = false},
    {.name = "CRLF", .before = "# Papers\n\n", .between = "", .ended = false, .crlf = true},
    {.name = "numbered", .before = "# Papers\n\n", .between = "", .numbered = true},
    {.name = "numbered, loose", .before = "# Papers\n\n", .between = "\n", .numbered = true, .loose = true},
    {.name = "table", .before = "| Title | Venue |\n|---|---|\n", .between = "", .row = true},
    {.name = "numbered table",
     .before = "| No | Title | Venue |\n|---|---|---|\n",
     .between = "",
     .numbered = true,
     .row = true},
};

/// Letters that make a word of a number.
std::string word(std::size_t number) {
  std::string letters = "mo";
  for (; number > 0; number /= 5) letters += std::string("ta") + "bdglr"[number % 5];
  return letters + "le";
}

struct Paper {
  std::size_t id = 0;
  int year = 0;
  friend bool operator==(const Paper&, const Paper&) = default;
};

std::string written(const Paper& paper, std::size_t place, const Form& form) {
  std::ostringstream line;
  const std::string title =
      "[Engines for " + word(paper.id) + " and other things](https://example.org/p" + std::to_string(paper.id) + ")";
  if (form.row) {
    line << '|';
    if (form.numbered) line << ' ' << place << " |";
    line << ' ' << title << " | OSDI " << paper.year << " |\n";
    return line.str();
  }
  if (form.numbered)
    line << place << ". ";
  else
    line << "- ";
  line << "[OSDI'" << paper.year % 100 << "] " << title << '\n';
  if (form.sub_items && paper.id % 3 == 0) line << "  - [code](https://example.org/c" << paper.id << ")\n";
  return line.str();
}

std::string written(const std::vector<Paper>& papers, const Form& form) {
  std::string text(form.before);
  for (std::size_t i = 0; i < papers.size(); ++i) {
    if (i > 0) text += form.between;
    text += written(papers[i], i + 1, form);
  }
  if (!form.ended) text.pop_back();
  if (!form.crlf) return text;
  std::string both;
  for (const char c : text) both += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return both;
}

class Shuffled : public ::testing::TestWithParam<std::uint32_t> {
 protected:
  Shuffled() : config_(read_config("paperlint.toml", "[rules.year-order]\norder = 'newest-first'\n")) {
    std::mt19937 random(GetParam());
    for (std::size_t i = 0; i < kPapers; ++i)
      papers_.push_back({i, 2010 + 2 * static_cast<int>(random() % 8)});  // OSDI was held in all of them
    std::shuffle(papers_.begin(), papers_.end(), random);
  }

  [[nodiscard]] FixResult mended(const std::string& text) const {
    return fix_all(list_of(text), select_rules(config_.config, {"year-order"}, {}), {}, Safety::unsafe);
  }

  ConfigResult config_;
  std::vector<Paper> papers_;
};

TEST_P(Shuffled, IsSortedInOneRunAndKeepsEachLine) {
  std::vector<Paper> sorted = papers_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Paper& a, const Paper& b) { return a.year > b.year; });
  for (const Form& form : kForms) {
    const std::string text = written(papers_, form);
    const FixResult result = mended(text);
    EXPECT_EQ(result.texts.front(), written(sorted, form)) << form.name;
    EXPECT_TRUE(result.remarks.empty()) << form.name;
    EXPECT_TRUE(result.left.diagnostics.empty()) << form.name;
  }
}

TEST_P(Shuffled, TheFewestMove) {
  const Form& form = kForms[0];
  const List list = list_of(written(papers_, form));
  const LintResult found = lint(list, select_rules(config_.config, {"year-order"}, {}));
  std::vector<std::size_t> best(papers_.size());  // the longest ordered run that ends here
  for (std::size_t i = 0; i < papers_.size(); ++i) {
    best[i] = 1;
    for (std::size_t j = 0; j < i; ++j)
      if (papers_[j].year >= papers_[i].year) best[i] = std::max(best[i], best[j] + 1);
  }
  EXPECT_EQ(found.diagnostics.size(), papers_.size() - *std::max_element(best.begin(), best.end()));
}

INSTANTIATE_TEST_SUITE_P(Seeds, Shuffled, ::testing::Range(0U, 8U));

}  // namespace
}  // namespace paperlint
