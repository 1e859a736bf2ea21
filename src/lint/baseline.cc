#include "lint/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace paperlint {
namespace {

constexpr std::string_view kName = "# paperlint baseline";
constexpr std::string_view kHead =
    "# paperlint baseline 1: findings that are known and not told. 'paperlint --write-baseline' writes it anew.\n"
    "# count\trule\tfile\tfingerprint\tabout\n";

using Columns = std::array<std::string_view, 5>;

/// Cuts a line at its tabs; false if it has not five columns.
bool cut(std::string_view line, Columns& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t tab = line.find('\t');
    columns[i] = line.substr(0, tab);
    const bool is_last = i + 1 == columns.size();
    if ((tab == line.npos) != is_last) return false;
    line.remove_prefix(is_last ? line.size() : tab + 1);
  }
  return true;
}

bool is_count(std::string_view text, std::uint32_t& count) {
  count = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || text.size() > 9) return false;
    count = count * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return count > 0;
}

bool is_fingerprint(std::string_view text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

/// Why a line is none of a baseline; empty if it is one.
std::string take(std::string_view line, std::vector<KnownFinding>& findings) {
  Columns columns;
  KnownFinding one;
  if (!cut(line, columns)) return "expected count, rule, file, fingerprint and what it is about, with tabs between";
  if (!is_count(columns[0], one.count)) return fmt::format("'{}' is no count, expected a number from 1 on", columns[0]);
  if (!is_fingerprint(columns[3]))
    return fmt::format("'{}' is no fingerprint, expected 16 hexadecimal digits", columns[3]);
  one.rule = columns[1];
  one.file = columns[2];
  one.fingerprint = columns[3];
  one.subject = columns[4];
  findings.push_back(std::move(one));
  return {};
}

}  // namespace

std::string baseline_column(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\t')
      out += "\\t";
    else if (c == '\n')
      out += "\\n";
    else if (byte < 0x20 || byte == 0x7f || c == '\\')
      out += fmt::format("\\x{:02x}", byte);
    else
      out += c;
  }
  return out;
}

std::string baseline_text(std::vector<KnownFinding> findings) {
  const auto key = [](const KnownFinding& one) { return std::tie(one.file, one.rule, one.subject, one.fingerprint); };
  std::sort(findings.begin(), findings.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  std::string text(kHead);
  for (const KnownFinding& one : findings)
    text += fmt::format("{}\t{}\t{}\t{}\t{}\n", one.count, one.rule, one.file, one.fingerprint, one.subject);
  return text;
}

bool is_baseline(std::string_view text) { return text.substr(0, kName.size()) == kName; }

BaselineResult read_baseline(std::string_view path, std::string_view text) {
  constexpr std::size_t kMostErrors = 10;
  BaselineResult result;
  const auto fail = [&](std::size_t line, std::string_view what) {
    if (result.errors.size() < kMostErrors) result.errors.push_back(fmt::format("{}:{}: {}", path, line, what));
  };
  if (!is_baseline(text))
    fail(1, "is no baseline, expected a file that --write-baseline wrote");
  else if (text.substr(0, kName.size() + 3) != std::string(kName) + " 1:")
    fail(1, "is a baseline of another version of paperlint, expected version 1; --write-baseline writes it anew");
  for (std::size_t number = 1; !text.empty() && result.errors.size() < kMostErrors; ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#' || (number == 1 && !result.errors.empty())) continue;
    if (const std::string error = take(line, result.findings); !error.empty()) fail(number, error);
  }
  return result;
}

Known::Known(std::vector<KnownFinding> findings) : findings_(std::move(findings)) {
  for (const KnownFinding& one : findings_) counts_[one.fingerprint] += one.count;
}

std::vector<bool> Known::fresh(std::span<const Diagnostic> findings) const {
  std::vector<bool> fresh(findings.size(), true);
  if (counts_.empty()) return fresh;
  std::unordered_map<std::string, std::uint32_t> met;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const std::string print = fingerprint(findings[i]);
    const auto known = counts_.find(print);
    fresh[i] = known == counts_.end() || met[print]++ >= known->second;
  }
  return fresh;
}

void Known::spend(std::span<const Diagnostic> findings) {
  if (counts_.empty()) return;
  for (const Diagnostic& finding : findings)
    if (const auto known = counts_.find(fingerprint(finding)); known != counts_.end() && known->second > 0)
      --known->second;
}

std::vector<KnownFinding> Known::left() const {
  std::unordered_map<std::string, std::uint32_t> left = counts_;
  std::vector<KnownFinding> all;
  for (const KnownFinding& one : findings_) {
    std::uint32_t& count = left[one.fingerprint];
    if (count == 0) continue;
    all.push_back(one);
    all.back().count = std::min(one.count, count);
    count -= all.back().count;
  }
  return all;
}

}  // namespace paperlint
