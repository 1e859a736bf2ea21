#include "report/words.h"

#include <fmt/format.h>

#include <vector>

namespace paperlint {
namespace {

std::string_view code(Ink ink) {
  switch (ink) {
    case Ink::bold:
      return "1";
    case Ink::faint:
      return "2";
    case Ink::error:
      return "1;31";
    case Ink::warning:
      return "1;33";
    case Ink::note:
      return "1;36";
    case Ink::removed:
      return "31";
    case Ink::added:
      return "32";
    case Ink::cut_out:
      return "7;31";
    case Ink::put_in:
      return "7;32";
    case Ink::plain:
      break;
  }
  return "";
}

}  // namespace

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string counted(std::uint64_t number, std::string_view noun) {
  return fmt::format("{} {}{}", grouped(number), noun, number == 1 ? "" : "s");
}

std::string nothing_to_say(std::uint32_t known) {
  return known == 0 ? "nothing to say" : fmt::format("nothing new to say ({} known)", grouped(known));
}

void Tally::add(Severity severity) {
  ++(severity == Severity::error ? errors : severity == Severity::warning ? warnings : notes);
}

std::string in_words(const Tally& tally) {
  std::vector<std::string> parts;
  if (tally.errors > 0) parts.push_back(counted(tally.errors, "error"));
  if (tally.warnings > 0) parts.push_back(counted(tally.warnings, "warning"));
  if (tally.notes > 0) parts.push_back(counted(tally.notes, "note"));
  std::string all;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) all += i + 1 == parts.size() ? " and " : ", ";
    all += parts[i];
  }
  return all.empty() ? "nothing" : all;
}

Ink ink_of(Severity severity) {
  if (severity == Severity::error) return Ink::error;
  return severity == Severity::warning ? Ink::warning : Ink::note;
}

std::string Paint::operator()(Ink ink, std::string_view text) const {
  if (!on_ || ink == Ink::plain || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code(ink), text);
}

}  // namespace paperlint
