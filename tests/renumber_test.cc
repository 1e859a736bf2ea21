// Headings numbered anew take with them whatever refers to them, in all files of a List.
#include "lint/renumber.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "config/config.h"
#include "lint/fix.h"
#include "support/lists.h"

namespace paperlint {
namespace {

constexpr std::string_view kList =
    "# Papers\n"
    "\n"
    "- [1. Data](#1-data)\n"
    "- [1.1 Formats](#11-formats)\n"
    "- [1.2 Elastic Training](#12-elastic-training)\n"
    "- [1.2 Caches](#12-caches)\n"
    "- [1.3 Fairness &amp; Trust](#13-fairness--trust)\n"
    "- [1.4 Layouts](#14-layouts)\n"
    "- [1.5 Queues](#15-queues)\n"
    "- [2. Serving](#2-serving)\n"
    "\n"
    "See [the part on caches][caches] and <a href=\"#13-Fairness--Trust\">on trust</a>.\n"
    "\n"
    "[caches]: #12-caches \"stands below\"\n"
    "\n"
    "## 1. Data\n"
    "\n"
    "### 1.1 Formats\n"
    "\n"
    "- [OSDI'24] [Serving Large Models with Small Caches](https://example.org/1) [also in 1.2]\n"
    "\n"
    "### 1.2 Elastic Training\n"
    "\n"
    "- [SOSP'23] [Paging the Attention of Language Models](https://example.org/2)\n"
    "\n"
    "### 1.2 Caches\n"
    "\n"
    "- [OSDI'24] [Serving Large Models with Small Caches](https://example.org/1) [also in [1.1](#11-formats)]\n"
    "\n"
    "### 1.3 Fairness & Trust\n"
    "\n"
    "- [NSDI'22] [Networks for Training Large Models](https://example.org/3)\n"
    "\n"
    "### 1.4 Layouts\n"
    "\n"
    "### 1.5 Queues\n"
    "\n"
    "## 2. Serving\n"
    "\n"
    "`#12-caches` is what the caches were called.\n";

std::vector<std::string> renumbered(const std::vector<std::pair<std::string, std::string>>& files) {
  const ConfigResult config = read_config("paperlint.toml", "");
  const FixResult result =
      fix_all(list_of_files(files), select_rules(config.config, {"section-number"}, {}), {}, Safety::unsafe);
  EXPECT_TRUE(result.remarks.empty());
  EXPECT_TRUE(result.left.diagnostics.empty());
  return result.texts;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(std::min(at, text.size()), from.size(), to);
}

TEST(Renumber, ContentsDefinitionsHtmlAndReferencesFollow) {
  std::string wanted(kList);
  wanted = replaced(wanted, "[1.2 Caches](#12-caches)", "[1.3 Caches](#13-caches)");
  wanted = replaced(wanted, "[1.3 Fairness &amp; Trust](#13-fair", "[1.4 Fairness &amp; Trust](#14-fair");
  wanted = replaced(wanted, "\"#13-Fairness--Trust\"", "\"#14-fairness--trust\"");
  wanted = replaced(wanted, "]: #12-caches ", "]: #13-caches ");
  wanted = replaced(wanted, "### 1.2 Caches", "### 1.3 Caches");
  wanted = replaced(wanted, "### 1.3 Fairness", "### 1.4 Fairness");
  wanted = replaced(wanted, "[1.4 Layouts](#14-layouts)", "[1.5 Layouts](#15-layouts)");
  wanted = replaced(wanted, "[1.5 Queues](#15-queues)", "[1.6 Queues](#16-queues)");
  wanted = replaced(wanted, "### 1.4 Layouts", "### 1.5 Layouts");
  wanted = replaced(wanted, "### 1.5 Queues", "### 1.6 Queues");
  wanted = replaced(wanted, "[also in 1.2]", "[also in 1.3]");
  EXPECT_EQ(renumbered({{"README.md", std::string(kList)}}).front(), wanted);
}

TEST(Renumber, LinksFromTheOtherFilesOfTheListFollow) {
  const std::string other =
      "# More\n\nAs in [1.2](../README.md#12-caches), <a href='../README.md#12-caches'>there</a>, [there][x], "
      "[here](#12-caches) and [elsewhere](README.md#12-caches).\n\n[x]: ../README.md#13-fairness--trust\n\n"
      "## 1.2 Caches\n\n- [NSDI'21] [Another Paper on Caches of Some Kind](https://example.org/9)\n";
  const auto texts = renumbered({{"README.md", std::string(kList)}, {"topics/more.md", other}});
  std::string wanted = replaced(other, "[1.2](../README.md#12-caches)", "[1.3](../README.md#13-caches)");
  wanted = replaced(wanted, "'../README.md#12-caches'", "'../README.md#13-caches'");
  wanted = replaced(wanted, "../README.md#13-fairness--trust", "../README.md#14-fairness--trust");
  EXPECT_EQ(texts.back(), wanted);
}

}  // namespace
}  // namespace paperlint
