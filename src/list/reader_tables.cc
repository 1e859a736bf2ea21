// Tables: a row is a paper, and the names of the columns say what they hold.
#include <algorithm>
#include <array>
#include <iterator>

#include "list/addresses.h"
#include "list/ascii.h"
#include "list/cells.h"
#include "list/link_text.h"
#include "list/reader.h"
#include "text/title.h"

namespace paperlint {
namespace {

constexpr std::size_t kNoCell = SIZE_MAX;

/// Without the brackets around it, or the one that has no other.
Span without_brackets(std::string_view text, Span span) {
  const std::string_view said = text.substr(span.begin, span.size());
  for (const std::string_view pair : {"[]", "()"}) {
    const bool opens = said.starts_with(pair[0]), closes = said.ends_with(pair[1]);
    const bool alone = (opens && said.find(pair[1]) == std::string_view::npos) ||
                       (closes && said.find(pair[0]) == std::string_view::npos);
    if (said.size() < 2 || !((opens && closes) || alone)) continue;
    return {span.begin + (opens ? 1U : 0U), span.end - (closes ? 1U : 0U)};
  }
  return span;
}

}  // namespace

/// The names of the columns say what they hold.
void Reader::header(const Leaf& next) {
  struct Name {
    std::string_view word;
    Column column;
  };
  static constexpr Name kNames[] = {{"title", Column::title},        {"paper", Column::title},
                                    {"papers", Column::title},       {"paper title", Column::title},
                                    {"paper name", Column::title},   {"论文", Column::title},
                                    {"标题", Column::title},         {"题目", Column::title},
                                    {"work", Column::title},         {"title & authors", Column::title},
                                    {"venue", Column::venue},        {"venues", Column::venue},
                                    {"pub", Column::venue},          {"pub.", Column::venue},
                                    {"publication", Column::venue},  {"conference", Column::venue},
                                    {"conf", Column::venue},         {"journal", Column::venue},
                                    {"published in", Column::venue}, {"where", Column::venue},
                                    {"publisher", Column::venue},    {"会议", Column::venue},
                                    {"venue/year", Column::venue},   {"conference/journal", Column::venue},
                                    {"pub. & date", Column::venue},  {"pub & date", Column::venue},
                                    {"venue & date", Column::venue}, {"venue & year", Column::venue},
                                    {"series", Column::venue},       {"year", Column::year},
                                    {"name", Column::name},          {"system", Column::name},
                                    {"scheduler", Column::name},     {"method", Column::name},
                                    {"model", Column::name},         {"framework", Column::name},
                                    {"approach", Column::name},      {"algorithm", Column::name},
                                    {"名称", Column::name},          {"名字", Column::name},
                                    {"年份", Column::year},          {"date", Column::date},
                                    {"time", Column::date},          {"日期", Column::date}};
  split_cells(source_, next.content, cells_);
  columns_.assign(cells_.size(), Column::other);
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    std::string word = in_lower_case(source_.text(cells_[i]));
    word.erase(std::remove_if(word.begin(), word.end(), [](char c) { return c == '*' || c == ':' || c == '_'; }),
               word.end());
    const auto* const known =
        std::find_if(std::begin(kNames), std::end(kNames), [&](const Name& name) { return name.word == word; });
    const bool taken =
        known != std::end(kNames) && std::find(columns_.begin(), columns_.end(), known->column) != columns_.end();
    if (known != std::end(kNames) && !taken) columns_[i] = known->column;
  }
  add_links();
}

/// Which cell holds the title: that of the column that is named so. Where it holds a button and nothing else, the name
/// of the work stands for its title: `| Sia | 2023 | SOSP | [Paper](url) |`.
std::size_t Reader::title_cell() const {
  const auto cell_of = [&](Column column) {
    const auto at = static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), column) - columns_.begin());
    return at < std::min(columns_.size(), cells_.size()) ? at : kNoCell;
  };
  const std::size_t title = cell_of(Column::title), name = cell_of(Column::name);
  return title != kNoCell && name != kNoCell && is_button(cells_[title]) ? name : title;
}

/// Whether a cell holds one link to a paper, with brackets around it or not, and no other text.
bool Reader::is_button(Span cell) const {
  const Token* token = token_at(tokens_, cell.begin);
  if (token == nullptr || token->at != cell) return false;
  if (token->kind == Token::Kind::group) {
    const Span inside = token->inside;
    token = token_at(tokens_, inside.begin);
    if (token == nullptr || token->at != inside) return false;
  }
  return token->kind == Token::Kind::link && paper_link_text(source_.text(token->inside));
}

/// A row of a table whose header names a column of titles, or that has a linked title.
void Reader::row(const Leaf& next) {
  // A line that is a comment ends a table on GitHub.
  if (!section_->holds_papers || source_.text(next.content).substr(0, 4) == "<!--") return add_links();
  if (fit(next, next.content, Carrier::row) && (declared_ || evident())) {
    ++candidates_;
    if (has_address()) ++linked_;
    return add_row(next);
  }
  split_cells(source_, next.content, cells_);
  const std::size_t at = title_cell();
  if (at == kNoCell || cells_[at].empty()) return add_links();
  ++candidates_;
  if (has_address()) ++linked_;
  fits_ = 0;
  declared_ = false;
  const bool read = read_entry(source_, cells_[at], tokens_, draft_);
  if (!read || draft_.title.empty()) return add_links();
  // The header says that it is a title, so that a name is one where a paper goes with it.
  if (!telling(normal()) && (draft_.form == TitleForm::linked || !evident())) return add_links();
  Span venue, year;
  for (std::size_t i = 0; i < std::min(cells_.size(), columns_.size()); ++i) {
    if (columns_[i] == Column::venue) venue = cells_[i];
    if (columns_[i] == Column::year) year = cells_[i];
    if (columns_[i] != Column::date || draft_.posted) continue;
    if (const auto date = read_date(source_.text(cells_[i])); date && date->month != 0)
      draft_.posted = Posted{cells_[i], *date};
  }
  if (draft_.tags.empty() && !venue.empty()) add_column_tag(venue, year);
  if (draft_.tags.empty() && (!has_address() || columns_[at] != Column::title)) return add_links();
  // A row of two years has no place in an order.
  const bool apart = !draft_.tags.empty() && says_otherwise(year, draft_.tags.front());
  if (apart) ++run_;
  add_row(next);
  if (apart) ++run_;
}

/// Whether a cell tells another year than a tag.
bool Reader::says_otherwise(Span year, const Tag& tag) const {
  if (year.empty() || tag.year.empty() || year.contains(tag.year)) return false;
  const Tag other = read_tag(source_, year, year);
  return !other.year.empty() && other.year_value != tag.year_value;
}

void Reader::add_row(const Leaf& next) {
  Entry& paper = entry(next, nullptr, label_);
  paper.carrier = Carrier::row;
  paper.whole = next.lines;
  paper.marker = {next.lines.begin, next.lines.begin};
}

/// The tag that a venue cell makes, with the year of another cell where it has none.
void Reader::add_column_tag(Span venue, Span year) {
  Span said = venue;
  constexpr std::string_view kMarks = "*_` ";
  while (!said.empty() && kMarks.find(text_[said.begin]) != kMarks.npos) ++said.begin;
  while (!said.empty() && kMarks.find(text_[said.end - 1]) != kMarks.npos) --said.end;
  said = without_brackets(text_, said);
  const std::size_t last = source_.text(said).rfind("] [");  // `[Survey :mag:] [OSDI'24]`
  if (last != std::string_view::npos) said.begin += static_cast<std::uint32_t>(last) + 3;
  if (const auto date = read_date(source_.text(said)); date && date->month != 0) {
    if (!draft_.posted) draft_.posted = Posted{said, *date};
    return;
  }
  Tag tag = read_tag(source_, venue, said);
  if (tag.year.empty() && !year.empty()) {
    const Tag other = read_tag(source_, year, year);
    if (other.year.empty()) return;
    tag.year = other.year;
    tag.year_value = other.year_value;
    tag.joint = tag.rest = {tag.venue.end, tag.venue.end};
  }
  if (!tag.year.empty() && !tag.venue.empty()) draft_.tags.push_back(tag);
}

}  // namespace paperlint
