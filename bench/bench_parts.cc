// The parts of a run, each by itself on the same text.
#include <sstream>
#include <utility>

#include "app/parallel.h"
#include "bench/floor.h"
#include "bench/input.h"
#include "lint/fix.h"
#include "report/reports.h"
#include "text/title.h"

namespace paperlint {
namespace {

using benchmark::State;

/// Runs `work` on what `prepare` makes, over and over; only `work` is timed, not the end of what it gives.
template <class Prepare, class Work>
void time(State& state, Prepare prepare, Work work) {
  while (state.KeepRunning()) {
    state.PauseTiming();
    {
      auto prepared = prepare();
      state.ResumeTiming();
      auto result = work(std::move(prepared));
      benchmark::DoNotOptimize(result);
      state.PauseTiming();
    }
    state.ResumeTiming();
  }
  bench::count_text(state);
}

void md_parse(State& state) {
  const auto source = bench::make_source();
  for (auto _ : state) benchmark::DoNotOptimize(bench::parse_only(source->text().data(), source->size()));
  bench::count_text(state);
}

void blocks(State& state) {
  const auto source = bench::make_source();
  time(
      state, [] { return 0; }, [&](int) { return markdown::parse(*source); });
}

void reading(State& state) {
  time(state, bench::make_source, [](auto source) { return read_document(std::move(source)); });
}

void joining(State& state) {
  time(state, bench::read_documents, [](auto documents) { return make_list(std::move(documents)); });
}

void titles(State& state) {
  const List list = bench::read_list();
  const Document& document = *list.documents.front();
  for (auto _ : state)
    for (const Entry& entry : document.entries) benchmark::DoNotOptimize(normal_title(entry.text(entry.title)));
  bench::count_text(state);
}

void all_rules(State& state) {
  const List list = bench::read_list();
  const Selection selection = bench::select();
  time(
      state, [] { return 0; }, [&](int) { return lint(list, selection); });
}

/// From bytes to findings.
void check_with(State& state, unsigned jobs) {
  const Selection selection = bench::select();
  const auto check_source = [&](std::unique_ptr<const Source> source) {
    std::vector<std::unique_ptr<Document>> documents;
    documents.push_back(read_document(std::move(source), {}, jobs));
    List list = make_list(std::move(documents), jobs);
    LintResult result = lint(list, selection, nullptr, jobs);
    return std::make_pair(std::move(list), std::move(result));
  };
  time(state, bench::make_source, check_source);
}

void check(State& state) { check_with(state, available_jobs()); }
void check_alone(State& state) { check_with(state, 1); }

template <class MakeReporter>
void report(State& state, MakeReporter make_reporter) {
  const List list = bench::read_list();
  const Document& document = *list.documents.front();
  const LintResult result = lint(list, bench::select());
  for (auto _ : state) {
    std::ostringstream out;
    const std::unique_ptr<Reporter> reporter = make_reporter(out);
    reporter->file({document.source.get(), document.papers(), true, result.diagnostics});
    reporter->end({});
    benchmark::DoNotOptimize(out.tellp());
  }
  bench::count_text(state);
  state.counters["findings"] = static_cast<double>(result.diagnostics.size());
}

void text_report(State& state) {
  report(state, [](std::ostream& out) { return paperlint::text_report(out, {}); });
}

void json_report(State& state) { report(state, paperlint::json_report); }

void safe_fixes(State& state) {
  const Selection selection = bench::select();
  time(state, bench::read_list,
       [&](List list) { return fix_all(std::move(list), selection, ReadOptions{}, Safety::safe); });
}

void add() {
  constexpr std::pair<const char*, void (*)(State&)> kParts[] = {{"md_parse", md_parse},
                                                                 {"markdown::parse", blocks},
                                                                 {"read_document", reading},
                                                                 {"make_list", joining},
                                                                 {"normal_title", titles},
                                                                 {"lint", all_rules},
                                                                 {"check", check},
                                                                 {"check (one thread)", check_alone},
                                                                 {"text_report", text_report},
                                                                 {"json_report", json_report},
                                                                 {"fix_all (safe)", safe_fixes}};
  for (const auto& [name, part] : kParts) benchmark::RegisterBenchmark(name, part)->Unit(benchmark::kMillisecond);
}

}  // namespace
}  // namespace paperlint

int main(int argc, char** argv) { return paperlint::bench::run(argc, argv, paperlint::add); }
