// How the corpus is read, a line a file, beside tests/corpus/reading.tsv: a change of the reader shows there. The
// folder comes from the environment, PAPERLINT_CORPUS; PAPERLINT_UPDATE_GOLDENS=1 writes the table anew.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "list/list.h"
#include "support/files.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;

const fs::path kTable = fs::path(PAPERLINT_SOURCE_DIR) / "tests" / "corpus" / "reading.tsv";
constexpr const char* kHead =
    "# How each file of the corpus is read, and how many of its papers have each field. A venue, year or date of a "
    "label or heading counts.\n"
    "# file\treading\tpapers\ttitle\tvenue\tyear\tlink\tposted\n";

bool is_set(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

std::string word(Reading reading) {
  switch (reading) {
    case Reading::read:
      return "read";
    case Reading::unread:
      return "unread";
    default:
      return "no list";
  }
}

std::string counts(const Document& document) {
  std::size_t papers = 0, title = 0, venue = 0, year = 0, link = 0, posted = 0;
  for (const Entry& entry : document.entries) {
    if (entry.parent != nullptr) continue;
    const Edition edition = entry.edition();
    ++papers;
    title += !entry.title.empty();
    venue += !edition.venue.empty();
    year += edition.year != 0;
    link += !entry.links.empty();
    posted += entry.posted_date().month != 0;
  }
  std::ostringstream row;
  row << word(document.reading);
  for (const std::size_t count : {papers, title, venue, year, link, posted}) row << '\t' << count;
  return row.str();
}

std::map<std::string, std::string> read_corpus(const fs::path& folder) {
  std::map<std::string, std::string> rows;
  for (const fs::path& path : lists_below(folder)) {
    const std::string name = path.lexically_relative(folder).generic_string();
    rows[name] = counts(*read_document(std::make_unique<const Source>(name, read(path))));
  }
  return rows;
}

std::map<std::string, std::string> read_table() {
  std::map<std::string, std::string> rows;
  std::ifstream file(kTable);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (line.empty() || line.front() == '#' || tab == std::string::npos) continue;
    rows[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return rows;
}

TEST(Reading, OfTheCorpusIsAsItWas) {
  if (corpus_folder().empty()) GTEST_SKIP() << "PAPERLINT_CORPUS names no folder of real lists";
  const auto now = read_corpus(corpus_folder());
  if (is_set("PAPERLINT_UPDATE_GOLDENS")) {
    std::ofstream file(kTable, std::ios::binary);
    file << kHead;
    for (const auto& [name, row] : now) file << name << '\t' << row << '\n';
    return;
  }
  const auto before = read_table();
  for (const auto& [name, row] : now) {
    const auto known = before.find(name);
    EXPECT_EQ(row, known == before.end() ? "" : known->second) << name << "; PAPERLINT_UPDATE_GOLDENS=1 takes it over";
  }
  for (const auto& [name, row] : before)
    EXPECT_EQ(now.count(name), 1U) << name << " is in the table but not in the corpus";
}

}  // namespace
}  // namespace paperlint
