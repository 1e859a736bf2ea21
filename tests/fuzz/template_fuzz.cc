// A format of any bytes and a list of any bytes, parted by a NUL: the format is compiled or told of with places inside
// it, and a list that is read by it is held to it and mended with all invariants. Other rules may want otherwise than
// an odd format does.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "list/format.h"
#include "support/invariants.h"

namespace {

void expect(bool truth, const std::string& what) {
  if (truth) return;
  std::fprintf(stderr, "%s\n", what.c_str());
  std::abort();
}

// How many papers the list has by its own lights.
std::size_t papers(const std::string& text) {
  return paperlint::read_list("fuzz.md", text).documents.front()->entries.size();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMost = 16 * 1024;
  static const paperlint::Config config;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t middle = std::min(input.find('\0'), input.size());
  const std::string_view format = input.substr(0, middle);
  paperlint::FormatResult read = paperlint::compile_format(format);
  for (const paperlint::FormatProblem& problem : read.problems) {
    expect(problem.at <= format.size(), "a place behind the format: " + problem.text);
    expect(!problem.text.empty(), "a problem without words");
  }
  if (!read.problems.empty() || middle == input.size()) return 0;
  auto formats = std::make_shared<paperlint::Formats>();
  formats->all.push_back(std::move(read.format));
  paperlint::Choice choice = paperlint::choose(config);
  auto& rules = choice.selection.choices;
  rules.erase(
      std::remove_if(rules.begin(), rules.end(), [](const auto& one) { return one.rule->name != "entry-form"; }),
      rules.end());
  choice.read.formats = std::move(formats);
  const std::string text(input.substr(middle + 1, kMost));
  const auto broken = paperlint::broken_invariants("fuzz.md", text, choice, paperlint::Refusals::some);
  if (broken.empty()) return 0;
  choice.read.formats = nullptr;  // what is broken without the format, too, is not its doing
  if (!paperlint::broken_invariants("fuzz.md", text, choice, paperlint::Refusals::some).empty()) return 0;
  if (papers(text) != papers(paperlint::with_crlf(text))) return 0;
  for (const std::string& sentence : broken) std::fprintf(stderr, "%s\n", sentence.c_str());
  std::abort();
}
