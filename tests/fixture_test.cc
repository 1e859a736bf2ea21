// tests/fixtures/<rule>/<case>.md: what is said of a list, and what it becomes. Beside it .expected
// (the report), .fixed.md (after all fixes) and .toml (the config); a golden that is absent means
// that there is nothing to say, or nothing to mend. PAPERLINT_UPDATE_GOLDENS=1 writes them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "config/config.h"
#include "report/reports.h"
#include "support/files.h"
#include "support/invariants.h"

namespace paperlint {
namespace {

namespace fs = std::filesystem;

const fs::path kFixtures = fs::path(PAPERLINT_SOURCE_DIR) / "tests" / "fixtures";

bool ends_with(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

std::vector<fs::path> all_fixtures() {
  std::vector<fs::path> all;
  for (const auto& found : fs::recursive_directory_iterator(kFixtures)) {
    const std::string name = found.path().filename().string();
    if (ends_with(name, ".md") && !ends_with(name, ".fixed.md")) all.push_back(found.path());
  }
  std::sort(all.begin(), all.end());
  return all;
}

fs::path beside(fs::path list, const std::string& extension) { return list.replace_extension(extension); }

/// The config stands beside the list; the rules that it chooses live as long as it does.
class Fixture : public ::testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    const fs::path path = beside(GetParam(), ".toml");
    if (fs::exists(path)) {
      ConfigResult result = read_config(path.filename().string(), read(path));
      ASSERT_TRUE(result.errors.empty()) << result.errors.front();
      config_ = std::move(result.config);
    }
    choice_ = choose(config_);
    text_ = read(GetParam());
    name_ = GetParam().filename().string();
  }

  [[nodiscard]] List list() const { return read_list(name_, text_, choice_.read); }
  [[nodiscard]] std::string report() const;
  [[nodiscard]] std::string fixed() const {
    return fix_all(list(), choice_.selection, choice_.read, Safety::unsafe).texts.front();
  }

  Config config_;
  Choice choice_;
  std::string name_, text_;
};

std::string Fixture::report() const {
  const List read = list();
  const LintResult result = lint(read, choice_.selection);
  const Document& document = *read.documents.front();
  std::ostringstream out;
  TextOptions options;
  options.quiet = true;
  const auto reporter = text_report(out, options);
  reporter->file({document.source.get(), static_cast<std::uint32_t>(document.entries.size()),
                  document.reading != Reading::no_list, result.diagnostics});
  reporter->end({});
  return out.str();
}

bool updating() {
  const char* const wish = std::getenv("PAPERLINT_UPDATE_GOLDENS");
  return wish != nullptr && std::string_view(wish) == "1";
}

/// Compares with a golden; without the file, `absent` is what is expected.
void expect_golden(const fs::path& golden, const std::string& found, const std::string& absent) {
  if (updating()) {
    if (found == absent)
      fs::remove(golden);
    else
      std::ofstream(golden, std::ios::binary) << found;
    return;
  }
  const bool exists = fs::exists(golden);
  EXPECT_EQ(exists ? read(golden) : absent, found) << golden.string();
  EXPECT_FALSE(exists && found == absent) << golden.string() << " says what its absence says";
}

TEST_P(Fixture, MatchesItsGoldens) {
  expect_golden(beside(GetParam(), ".expected"), report(), "");
  expect_golden(beside(GetParam(), ".fixed.md"), fixed(), text_);
}

TEST_P(Fixture, KeepsTheInvariants) {
  for (const std::string& sentence : broken_invariants(name_, text_, choice_)) ADD_FAILURE() << sentence;
}

std::string test_name(const ::testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.parent_path().filename().string() + "_" + info.param.stem().string();
  for (char& c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Lists, Fixture, ::testing::ValuesIn(all_fixtures()), test_name);

TEST(Fixtures, EveryGoldenHasItsList) {
  for (const auto& found : fs::recursive_directory_iterator(kFixtures)) {
    if (!found.is_regular_file()) continue;
    const std::string path = found.path().string();
    const std::string stem = path.substr(0, path.find('.', path.rfind('/')));
    EXPECT_TRUE(fs::exists(stem + ".md")) << path;
  }
}

}  // namespace
}  // namespace paperlint
