// [entry] of a config: errors point into the string.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "config/config.h"
#include "config/toml_strings.h"
#include "list/format.h"

namespace paperlint {
namespace {

using Errors = std::vector<std::string>;

Errors errors_of(std::string_view text) { return read_config("paperlint.toml", text).errors; }

/// Where the only error stands, `LINE:COLUMN`.
std::string place_of(std::string_view text) {
  const Errors errors = errors_of(text);
  if (errors.size() != 1) return std::to_string(errors.size()) + " errors";
  constexpr std::size_t kBegin = sizeof("paperlint.toml:") - 1;
  return errors[0].substr(kBegin, errors[0].find(": ", kBegin) - kBegin);
}

TEST(ConfigFormat, IsOneTextOrSeveral) {
  EXPECT_EQ(read_config("", "").config.formats, nullptr);
  EXPECT_EQ(read_config("", "entry.format = \"- {title}\"").config.formats->all.size(), 1U);
  const auto formats = read_config("", "[entry]\nformat = ['- {title}', '* {title}']").config.formats;
  ASSERT_EQ(formats->all.size(), 2U);
  EXPECT_EQ(formats->all[1].marker, '*');
}

TEST(ConfigFormat, ErrorsAreWhole) {
  EXPECT_EQ(errors_of("[entry]\nformat = \"- [{tilte}]({url}) {title}\""),
            Errors{"paperlint.toml:2:14: [entry] format: there is no placeholder {tilte}; did you mean {title}?"});
  EXPECT_EQ(errors_of("[entry]\nformt = \"- {title}\""),
            Errors{"paperlint.toml:2:1: [entry] has no key 'formt'; did you mean 'format'?"});
  EXPECT_EQ(errors_of("entry = 3"), Errors{"paperlint.toml:1:9: entry = 3; expected a table, [entry]"});
  EXPECT_EQ(
      errors_of("[entry]\nformat = 3"),
      Errors{"paperlint.toml:2:10: [entry] format = 3; expected a text such as \"- [{title}]({url})\", or 1 to 20 of "
             "them"});
  EXPECT_EQ(errors_of("[entry]\nformat = []").size(), 1U);
  EXPECT_EQ(errors_of("[entry]\nformat = [\"- {title}\", 3]"),
            Errors{"paperlint.toml:2:24: an element of [entry] format = 3; expected a text in quotes"});
}

TEST(ConfigFormat, AllErrorsAreToldAtOnce) {
  EXPECT_EQ(errors_of("exclud = 1\n[entry]\nformat = [\"- {titel}\", \"- {title} {x}\"]\n").size(), 3U);
}

TEST(ConfigFormat, ColumnsCountWhatIsWritten) {
  EXPECT_EQ(place_of("entry.format = '- {title}}'"), "1:26");
  EXPECT_EQ(place_of("entry.format = \"- {title}}\""), "1:26");
  EXPECT_EQ(place_of("entry.format = \"\\\"\\u00e9\\U0001F50D {title}}\""), "1:43");
  EXPECT_EQ(place_of("entry.format = '\u00e9\U0001F50D {title}}'"), "1:27");
  EXPECT_EQ(place_of("\xEF\xBB\xBF"
                     "entry.format = '{title}}'"),
            "1:24");
  EXPECT_EQ(place_of("entry.format = '''\n- {title}}'''"), "2:10");
  EXPECT_EQ(place_of("entry.format = \"\"\"\r\n- {title}\n  {x}\"\"\""), "3:3");
  EXPECT_EQ(place_of("entry.format = \"- {title}\\n  {x}\""), "1:30");
  EXPECT_EQ(place_of("entry.format = \"\""), "1:17");
}

TEST(ConfigFormat, AStringThatIsNotThereIsItsBeginning) {
  const TomlPlace place = place_in_string("a = 'b'", {1, 5}, "another", 4);
  EXPECT_EQ(place.line, 1U);
  EXPECT_EQ(place.column, 5U);
  EXPECT_EQ(place_in_string("", {3, 9}, "x", 1).line, 3U);
}

}  // namespace
}  // namespace paperlint
