// How a table of contents is written.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "list/contents.h"

namespace paperlint {

/// A line that a table of contents lacks, as the lines around it are written.
struct NewLine {
  std::uint32_t at = 0;  // where it is inserted
  std::string text;      // with its ending
  const ContentsLine* after = nullptr;
};

/// Writes lines for one table of contents.
class ContentsStyle {
 public:
  ContentsStyle(const Document& document, const Contents& contents);
  /// The line before that for a heading; null where the lines stand in an order of their own.
  [[nodiscard]] const ContentsLine* before(const Section& section) const;
  /// Whether a line that leads nowhere stands where that for a heading would, and may mean it.
  [[nodiscard]] bool may_be_meant(const Section& section) const;
  /// The line for a heading. Nothing where no place is sure, where no line of its depth shows how it is written, or
  /// where its text can't be told from the heading.
  [[nodiscard]] std::optional<NewLine> line_for(const Section& section) const;
  /// All lines written afresh, with their endings: one for each of these headings, in this order. Lines that lead there
  /// stay as they are. Nothing where something else stands among the lines, or where one can't be written.
  [[nodiscard]] std::optional<std::string> afresh(const std::vector<const Section*>& sections) const;

 private:
  /// How the text of a line is made of its heading.
  enum class Form : std::uint8_t { written, shown, without_number };
  /// The lines of one numbered list.
  struct Numbers {
    std::string first;
    const ContentsLine* last = nullptr;
    bool constant = true;
    std::uint32_t lines = 0;
  };

  void find_form();
  [[nodiscard]] std::string text_of(const Section& section, Form form) const;
  [[nodiscard]] const ContentsLine* alike(const ContentsLine& line, const Section& section) const;
  [[nodiscard]] std::optional<std::string> prefix(const ContentsLine& like) const;
  [[nodiscard]] std::optional<std::string> written(const Section& section, const ContentsLine& like) const;
  [[nodiscard]] std::vector<const ContentsLine*> lines_of_headings() const;

  const Document& document_;
  const Contents& contents_;
  std::vector<const ContentsLine*> leading_;  // lines that lead to a heading, in the order of these
  bool ordered_ = true;
  std::string escaped_;  // the characters that the lines escape
  std::optional<Form> form_;
  std::unordered_map<std::uint32_t, Numbers> numbers_;  // by list
};

}  // namespace paperlint
