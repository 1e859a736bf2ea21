#include "lint/rule.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/hash.h"

namespace paperlint {
namespace {

// FNV-1a leaves the last bytes of a text in the low bits; this spreads them (the finish of
// MurmurHash3).
std::uint64_t mixed(std::uint64_t hash) {
  hash = (hash ^ (hash >> 33U)) * 0xff51afd7ed558ccdU;
  hash = (hash ^ (hash >> 33U)) * 0xc4ceb9fe1a85ec53U;
  return hash ^ (hash >> 33U);
}

}  // namespace

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::off:
      return "off";
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

std::string_view name(Safety safety) { return safety == Safety::safe ? "safe" : "unsafe"; }

std::string fingerprint(const Diagnostic& finding) {
  const std::uint64_t rule = fnv1a(std::string_view("\0", 1), fnv1a(finding.rule->name));
  return fmt::format("{:016x}", mixed(fnv1a(finding.subject, rule)));
}

Settings::Settings(const Rule& rule) {
  values_.reserve(rule.options.size());
  for (const Option* option : rule.options) values_.emplace_back(option, option->value);
}

void Settings::set(const Option& option, std::string value) {
  const auto mine =
      std::find_if(values_.begin(), values_.end(), [&](const auto& pair) { return pair.first == &option; });
  if (mine != values_.end())
    mine->second = std::move(value);
  else
    values_.emplace_back(&option, std::move(value));
}

std::string_view Settings::operator[](const Option& option) const {
  const auto mine =
      std::find_if(values_.begin(), values_.end(), [&](const auto& pair) { return pair.first == &option; });
  return mine == values_.end() ? option.value : std::string_view(mine->second);
}

Report::Finding Report::operator()(Place at, std::string message, std::string subject) {
  Diagnostic finding;
  finding.rule = &rule_;
  finding.severity = severity_;
  finding.at = at;
  finding.message = std::move(message);
  finding.subject = std::move(subject);
  findings_.push_back(std::move(finding));
  return {findings_, findings_.size() - 1, severity_};
}

Report::Finding& Report::Finding::note(Place at, std::string text) {
  all_[index_].notes.push_back({at, std::move(text)});
  return *this;
}

Report::Finding& Report::Finding::fix_with(std::shared_ptr<const Fix> shared) {
  all_[index_].fix = std::move(shared);
  return *this;
}

Report::Finding& Report::Finding::severity(Severity severity) {
  // A finding is shown, or it is none: it never goes off.
  const Severity lowered = std::max(severity, Severity::note);
  all_[index_].severity = std::min({all_[index_].severity, most_, lowered});
  return *this;
}

}  // namespace paperlint
