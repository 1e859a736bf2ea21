// Time grows with the size of a text, not with its square: each shape is read, checked and mended once and four times
// as large. What is compared is the least of several measurements of the thread's own time, and only what is too slow
// is measured again, so that a busy machine makes the test longer, but does not fail it.
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <limits>
#include <string>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include "config/config.h"
#include "markdown/markdown.h"
#include "support/invariants.h"
#include "support/shapes.h"

namespace paperlint {
namespace {

// Times the time for four times the size: 4 is linear, 16 a square; what no longer fits into a cache takes 6 or 7.
constexpr double kMost = 9;
constexpr int kTries = 6;
constexpr std::size_t kParts = 256, kLargest = 512 * 1024;  // of a small text

constexpr const char* kConfig = R"(
[entry]
format = [
  "- {? {text}} [{venue}'{yy}] [{title}]({url}){? (`{name}`)}{? {links}}{? {text}}",
  "- {title}. {authors}. {venue} {yyyy}.{? {links}}",
  "{authors}: {title}, {text}; {text}, {text}",
  "| [{title}]({url}) | {text} |",
]
[rules.survey-prefix]
pattern = "(a|aa|.*b)*(.*x){1,20}$"
)";

/// Seconds that this thread has worked.
double now() {
#if defined(CLOCK_THREAD_CPUTIME_ID)
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
#else
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
#endif
}

/// A list of one habit, so that there is something to depart from.
std::string habits() {
  std::string text = "# Papers\n\n## Systems\n\n";
  for (int i = 0; i < 25; ++i) {
    const std::string number = std::to_string(i);
    text += "- [OSDI'24] [Some Title " + number + " of It](https://example.org/" + number + ")\n";
  }
  return text + '\n';
}

/// Memory that was given back is used again: to have it from the system each time would be most of what is measured.
void keep_memory() {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
}

using Work = double (*)(const std::string& text, const Choice&);

/// Seconds to read and check a text.
double checked(const std::string& text, const Choice& choice) {
  const double begin = now();
  const List list = read_list("list.md", text, choice.read);
  const LintResult result = lint(list, choice.selection);
  return now() - begin;
}

/// Seconds to mend it.
double mended(const std::string& text, const Choice& choice) {
  const double begin = now();
  const FixResult result =
      fix_all(read_list("list.md", text, choice.read), choice.selection, choice.read, Safety::unsafe);
  return now() - begin;
}

/// Seconds of the Markdown parser alone.
double parsed(const std::string& text, const Choice&) {
  const Source source("list.md", text);
  const double begin = now();
  const markdown::Blocks blocks = markdown::parse(source);
  return now() - begin;
}

struct Growth {
  double ratio = 0, small = 0, large = 0;  // seconds
  std::size_t bytes = 0;                   // of the small text
  std::string text;                        // the large one
};

/// How much longer a shape takes when it has four times as many parts. So many seconds are `enough` to be measured:
/// what is not linear shows only where it has outgrown the rest.
Growth growth(const Shape& shape, const Choice& choice, Work work, double enough) {
  const auto text = [&](std::size_t parts) { return habits() + shape.make(parts); };
  std::size_t parts = kParts;
  std::string small = text(parts);
  Growth grown{0, work(small, choice), 0, 0, {}};
  while (grown.small < enough && small.size() < kLargest && parts < kLargest) {
    parts *= 2;
    small = text(parts);
    grown.small = work(small, choice);
  }
  grown.bytes = small.size();
  grown.text = text(4 * parts);
  grown.large = std::numeric_limits<double>::max();
  for (int i = 0; i < kTries; ++i) {
    grown.large = std::min(grown.large, work(grown.text, choice));
    if (i > 0) grown.small = std::min(grown.small, work(small, choice));
    grown.ratio = grown.large / std::max(grown.small, enough);
    if (grown.ratio <= kMost) break;
  }
  return grown;
}

/// md4c before 0.5.3 takes time with the lines of a paragraph times its brackets; bounds.h says how much of that is let
/// through.
bool is_old_parser() {
  const auto least = [](std::size_t lines) {
    double time = std::numeric_limits<double>::max();
    for (int i = 0; i < 4; ++i) time = std::min(time, parsed(times(lines, "[a](b) x\n"), {}));
    return time;
  };
  return least(24'000) > 8 * least(6'000);
}

void expect_linear(const Config& config, Work work, double enough) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "times under the sanitizers tell of these";
#endif
  keep_memory();
  Choice choice = choose(config);
  choice.read.is_list = true;
  const bool is_old = is_old_parser();
  for (const Shape& shape : all_shapes()) {
    const Growth grown = growth(shape, choice, work, enough);
    if (is_old && grown.ratio > kMost && parsed(grown.text, choice) > grown.large / 10) continue;
    EXPECT_LE(grown.ratio, kMost) << shape.name << ": " << grown.bytes << " bytes take " << grown.small * 1e3
                                  << " ms, four times as many " << grown.large * 1e3 << " ms";
  }
}

TEST(Linear, Checking) { expect_linear({}, checked, 0.01); }
TEST(Linear, Mending) { expect_linear({}, mended, 0.005); }

TEST(Linear, WithPatternsAndFormats) {
  const ConfigResult read = read_config("paperlint.toml", kConfig);
  ASSERT_TRUE(read.errors.empty()) << read.errors.front();
  expect_linear(read.config, checked, 0.003);
}

/// What nests is not followed by functions that call themselves: the stack would end before the text.
TEST(Linear, NestsToAnyDepth) {
  constexpr std::size_t kDepth = 300'000;
  const Config config;
  const Choice choice = choose(config);
  for (const Shape& shape : all_shapes()) {
    if (!shape.nests) continue;
    const FixResult result = fix_all(read_list("list.md", habits() + shape.make(kDepth), choice.read), choice.selection,
                                     choice.read, Safety::unsafe);
    EXPECT_EQ(result.list.documents.size(), 1u) << shape.name;
  }
}

}  // namespace
}  // namespace paperlint
