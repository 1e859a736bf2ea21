// What all benchmarks are run on: one text, and what is made of it.
#pragma once

#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <vector>

#include "lint/lint.h"

namespace paperlint::bench {

/// `program [--benchmark_…] FILE`: reads FILE, lets `add` register benchmarks, runs them. The exit code of main.
int run(int argc, char** argv, void (*add)());

/// The bytes of FILE.
[[nodiscard]] const std::string& text();
/// FILE read, by itself and as a List; made anew by each call.
[[nodiscard]] std::unique_ptr<const Source> make_source();
[[nodiscard]] std::vector<std::unique_ptr<Document>> read_documents();
[[nodiscard]] List read_list();

/// All rules as they are without a config, or those of these names, on a day that stands still.
[[nodiscard]] Selection select(const std::vector<std::string_view>& names = {});

/// Has the benchmark tell bytes and entries per second: those of FILE, once an iteration.
void count_text(benchmark::State&);

}  // namespace paperlint::bench
