// What holds of every text, whatever stands in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/fix.h"

namespace paperlint {

/// The rules that run, and how a text is read.
struct Choice {
  Selection selection;
  ReadOptions read;
};

/// All rules as a config has them, on a day that stands still; good as long as the Config.
[[nodiscard]] Choice choose(const Config& config);
Choice choose(Config&&) = delete;

/// A List of one file.
[[nodiscard]] List read_list(const std::string& path, std::string text, const ReadOptions& = {}, unsigned jobs = 1);

/// The same text with CRLF at the ends of its lines.
[[nodiscard]] std::string with_crlf(std::string_view text);

/// `12:3: warning: message [rule]`, of each finding in order.
[[nodiscard]] std::vector<std::string> findings_of(const LintResult&);

/// Whether a fix may be refused because it would not do what it declares. Of real text that is a mistake of its rule;
/// of random bytes it is what the check is for.
enum class Refusals : std::uint8_t { none, some };

/// What does not hold of the fixes of this text alone: each does what it declares, and in the end none is left.
[[nodiscard]] std::vector<std::string> unsettled(const std::string& path, const std::string& text, const Choice&,
                                                 Refusals = Refusals::none);

/// What does not hold of this text, a sentence each; empty if all is well.
[[nodiscard]] std::vector<std::string> broken_invariants(const std::string& path, const std::string& text,
                                                         const Choice&, Refusals = Refusals::none);

}  // namespace paperlint
