// Each rule by itself on a list that has been read. `none` is what telling the list costs, which is in all the others.
#include <string>

#include "bench/input.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

void lint_with(benchmark::State& state, const Selection& selection) {
  const List list = bench::read_list();
  for (auto _ : state) benchmark::DoNotOptimize(lint(list, selection));
  bench::count_text(state);
}

void add() {
  const auto add_one = [](const std::string& name, Selection selection) {
    benchmark::RegisterBenchmark(name.c_str(), [selection = std::move(selection)](benchmark::State& state) {
      lint_with(state, selection);
    })->Unit(benchmark::kMicrosecond);
  };
  Selection none = bench::select();
  none.choices.clear();
  add_one("none", std::move(none));
  for (const Rule* rule : rules::all) add_one(std::string(rule->name), bench::select({rule->name}));
}

}  // namespace
}  // namespace paperlint

int main(int argc, char** argv) { return paperlint::bench::run(argc, argv, paperlint::add); }
