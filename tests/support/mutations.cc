#include "support/mutations.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace paperlint {
namespace {

using Lines = std::vector<std::string>;

/// One of some words.
template <std::size_t kSize>
std::string pick(const std::string_view (&words)[kSize], Dice& dice) {
  return std::string(words[dice(kSize)]);
}

/// With their endings.
Lines split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::string mark(Dice& dice) {
  static constexpr std::string_view kMarks[] = {
      "[",   "]",    "(",   ")",  "[]", "](", "`",  "*",    "**",  "_",    "|",    "<",    ">",     "#",       "- ",
      "1. ", "\\",   "'",   "\"", ",",  ".",  "  ", "\t",   "\n",  "\r\n", "\n\n", "<!--", "-->",   "<br>",    "&amp;",
      "24",  "2024", "'24", "!",  "：", "（", "）", "\xFF", "---", "```",  "$",    "~~",   ":mag:", "https://"};
  return pick(kMarks, dice);
}

void mutate_lines(Lines& lines, Dice& dice) {
  const std::size_t at = dice(lines.size()), other = dice(lines.size());
  const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
  switch (dice(7)) {
    case 0:
      lines.erase(place);
      return;
    case 1:
      lines.insert(place, std::string(lines[other]));
      return;
    case 2:
      std::swap(lines[at], lines[other]);
      return;
    case 3:  // joined with the next one
      while (!lines[at].empty() && (lines[at].back() == '\n' || lines[at].back() == '\r')) lines[at].pop_back();
      return;
    case 4:
      lines[at].insert(0, 1 + dice(8), ' ');
      return;
    case 5:
      lines.insert(place, "\n");
      return;
    default:
      lines[at].erase(0, lines[at].find_first_not_of(" \t"));
      return;
  }
}

void mutate_bytes(std::string& line, Dice& dice) {
  const std::size_t at = dice(line.size() + 1);
  switch (dice(4)) {
    case 0:
      line.insert(at, mark(dice));
      return;
    case 1:
      line.erase(at, 1 + dice(3));
      return;
    case 2: {  // a mark that is there
      const std::size_t bracket = line.find_first_of("[]()|*`'", at);
      if (bracket != std::string::npos) line.erase(bracket, 1);
      return;
    }
    default:
      line.insert(at, line.substr(dice(line.size() + 1), 1 + dice(30)));
      return;
  }
}

/// Some words that no other title has.
std::string title(Dice& dice) {
  static constexpr std::string_view kFirst[] = {"Serving", "Training", "Sharing",  "Packing", "Caching",
                                                "Tracing", "Folding",  "Learning", "Ranking", "Hiding"};
  static constexpr std::string_view kSecond[] = {"Large Models", "Small Jobs",   "Sparse Tensors",   "Patient Queues",
                                                 "Idle Disks",   "Noisy Clocks", "Distant Switches", "Tired Decoders"};
  static constexpr std::string_view kThird[] = {"with Care", "without Pauses", "at the Edge", "in Clusters",
                                                "by Hand",   "over Night",     "on Phones",   "for Free: a Survey"};
  return pick(kFirst, dice) + " " + pick(kSecond, dice) + " " + pick(kThird, dice);
}

std::string tag(Dice& dice) {
  static constexpr std::string_view kVenues[] = {"OSDI", "SOSP", "ICML", "NeurIPS", "arXiv", "arxiv", "ACL Findings"};
  const std::string venue = pick(kVenues, dice), two = std::to_string(15 + dice(12));
  switch (dice(12)) {
    case 0:
      return "[" + venue + " 20" + two + "]";
    case 1:
      return "(" + venue + " '" + two + ")";
    case 2:
      return "[" + venue + two + "]";
    case 3:
      return "[" + venue + "'" + two;
    case 4:
      return "`" + venue + " 20" + two + "`";
    case 5:
      return "[Survey :mag:] [" + venue + "'" + two + "]";
    case 6:
      return "[20" + two + "/0" + std::to_string(1 + dice(9)) + "]";
    default:
      return "[" + venue + "'" + two + "]";
  }
}

std::string address(Dice& dice) {
  const std::string number = std::to_string(dice(30));
  switch (dice(8)) {
    case 0:
      return "https://arxiv.org/abs/23" + std::to_string(10 + dice(3)) + ".0" + std::to_string(1000 + dice(40));
    case 1:
      return "https://arxiv.org/pdf/2301.0" + std::to_string(1000 + dice(40)) + ".pdf";
    case 2:
      return "https://doi.org/10.1145/33" + number;
    case 3:
      return "#" + number;
    case 4:
      return dice(2) == 0 ? "" : "papers/a b.pdf";
    default:
      return "https://example.org/p" + number;
  }
}

std::string note(Dice& dice) {
  switch (dice(12)) {
    case 0:
      return " [[pdf](" + address(dice) + ")]";
    case 1:
      return " [code](" + address(dice) + ")";
    case 2:
      return " [also in [2." + std::to_string(dice(4)) + "](#2" + std::to_string(dice(4)) + "-part)]";
    case 3:
      return "<br>*A. Author, B. Author*";
    case 4:
      return " <!-- paperlint-disable-line year-order -->";
    case 5:
      return " " + mark(dice);
    case 6:
      return dice(2) == 0 ? "  \n  more words" : "\\\n  more words";
    case 7:
      return "\n  - a note of [its own](" + address(dice) + ")";
    default:
      return "";
  }
}

std::string paper(Dice& dice) {
  const std::string linked = "[" + title(dice) + "](" + address(dice) + ")";
  switch (dice(8)) {
    case 0:
      return "**" + title(dice) + "** " + tag(dice) + note(dice);
    case 1:
      return linked + " " + tag(dice) + note(dice);
    case 2:
      return tag(dice) + " " + title(dice) + note(dice);
    default:
      return tag(dice) + " " + linked + note(dice);
  }
}

std::string row(Dice& dice) {
  std::string text =
      "| " + tag(dice) + " | [" + title(dice) + "](" + address(dice) + ") | 20" + std::to_string(15 + dice(12)) + " |";
  if (dice(10) == 0) text += " one more |";
  if (dice(10) == 0) text.pop_back();
  return text + "\n";
}

std::string block(Dice& dice) {
  static constexpr std::string_view kOther[] = {"> a quote\n",
                                                "```\ncode\n```\n",
                                                "<details>\n<summary>More</summary>\n",
                                                "</details>\n",
                                                "---\n",
                                                "Some words.\n",
                                                "[ref]: https://example.org/ref\n",
                                                "<a name=\"x\"></a>\n",
                                                "**Label**\n",
                                                "$$x$$\n",
                                                "<!-- a comment -->\n",
                                                "    indented code\n"};
  std::string text;
  const std::size_t size = 1 + dice(8), form = dice(8);
  if (form == 0) {
    text = "| Venue | Title | Year |\n|---|:---|---:|\n";
    for (std::size_t i = 0; i < size; ++i) text += row(dice);
  } else if (form == 1) {
    text = pick(kOther, dice);
  } else if (form == 2) {
    for (std::size_t i = 0; i < size; ++i) text += paper(dice) + "\n\n";
  } else {
    static constexpr std::string_view kMarkers[] = {"- ", "- ", "- ", "* ", "+ "};
    const std::string marker = form == 3 ? "" : pick(kMarkers, dice);
    for (std::size_t i = 1; i <= size; ++i) {
      text += (marker.empty() ? std::to_string(i) + ". " : marker) + paper(dice) + "\n";
      if (dice(12) == 0) text += "\n";
    }
  }
  return text;
}

}  // namespace

std::string mutated(std::string_view text, Dice& dice) {
  Lines lines = split(text);
  for (std::size_t i = 1 + dice(4); i > 0 && !lines.empty(); --i)
    if (dice(2) == 0)
      mutate_lines(lines, dice);
    else
      mutate_bytes(lines[dice(lines.size())], dice);
  std::string all;
  for (const std::string& line : lines) all += line;
  return all;
}

std::string random_list(Dice& dice) {
  std::string text = "# Papers\n\n";
  std::size_t number = 0;
  const bool numbered = dice(2) == 0;
  for (std::size_t i = 2 + dice(8); i > 0; --i) {
    if (dice(2) == 0) {
      const std::string level(1 + dice(3), '#');
      text +=
          level + " " + (numbered ? std::to_string(++number) + (dice(9) == 0 ? "" : ". ") : "") + title(dice) + "\n\n";
    }
    text += block(dice);
    if (dice(8) != 0) text += "\n";
  }
  return text;
}

}  // namespace paperlint
