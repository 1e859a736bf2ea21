#include "bench/input.h"

#include <cstdio>
#include <fstream>
#include <iterator>

#include "config/config.h"

namespace paperlint::bench {
namespace {

std::string bytes;
double entries = 0;

}  // namespace

const std::string& text() { return bytes; }

std::unique_ptr<const Source> make_source() { return std::make_unique<const Source>("list.md", bytes); }

std::vector<std::unique_ptr<Document>> read_documents() {
  std::vector<std::unique_ptr<Document>> documents;
  documents.push_back(read_document(make_source()));
  return documents;
}

List read_list() { return make_list(read_documents()); }

Selection select(const std::vector<std::string_view>& names) {
  static const Config config;
  Selection selection = select_rules(config, names, {});
  selection.facts.today = {2026, 1, 1};
  return selection;
}

void count_text(benchmark::State& state) {
  using benchmark::Counter;
  state.counters["bytes"] = Counter(static_cast<double>(bytes.size()), Counter::kIsIterationInvariantRate);
  state.counters["entries"] = Counter(entries, Counter::kIsIterationInvariantRate);
}

int run(int argc, char** argv, void (*add)()) {
  benchmark::Initialize(&argc, argv);
  std::ifstream file;
  if (argc == 2) file.open(argv[1], std::ios::binary);
  if (!file.is_open()) {
    std::fprintf(stderr, "usage: %s [--benchmark_filter=REGEX] FILE\n", argv[0]);
    return 2;
  }
  bytes.assign(std::istreambuf_iterator<char>(file), {});
  entries = static_cast<double>(read_documents().front()->entries.size());
  add();
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace paperlint::bench
