// For people: what was inferred of a List, in tables with bars.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "list/copies.h"
#include "report/bars.h"
#include "report/columns.h"
#include "report/file_words.h"
#include "report/portraits.h"
#include "report/reports.h"
#include "report/words.h"

namespace paperlint {
namespace {

constexpr std::size_t kRows = 15, kParts = 30, kForms = 5;  // as many as a look takes in

class PortraitText {
 public:
  PortraitText(const SeenList& seen, const PortraitOptions& options)
      : list_(*seen.list),
        portrait_(seen.portrait),
        all_(options.all),
        look_{Paint(options.color), std::clamp(options.width, 40, 80)} {}

  std::string write() {
    if (portrait_.papers == 0) return {};
    head();
    files();
    forms();
    formats();
    fields();
    habits();
    order();
    parts();
    years();
    venues();
    return std::move(out_);
  }

 private:
  void head();
  void files();
  void forms();
  void formats();
  void fields();
  void habits();
  void habit(const NamedHabit& named);
  void order();
  void own(const OwnHabits& own);
  void parts();
  void years();
  void venues();
  void title(std::string_view text) { out_ += '\n' + look_.paint(Ink::bold, text) + '\n'; }
  void faint(const std::string& text) { out_ += "  " + look_.paint(Ink::faint, cut(text, look_.width - 2)) + '\n'; }
  [[nodiscard]] std::size_t shown(std::size_t rows, std::size_t most) const {
    return all_ ? rows : std::min(rows, most);
  }

  const List& list_;
  const Portrait& portrait_;
  const bool all_;
  const Look look_;
  std::string out_;
};

std::string in_one_line(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.replace(at, 1, "\\n");
  return text;
}

void PortraitText::head() {
  std::vector<BarRow> files;
  for (const auto& document : list_.documents)
    if (document->reading == Reading::read) files.push_back({document->source->path(), document->papers()});
  const std::string others = files.size() < 2 ? "" : fmt::format(" and {}", counted(files.size() - 1, "other file"));
  const std::string rest = fmt::format("{}: {} in {}", others, counted(portrait_.papers, "paper"),
                                       counted(portrait_.parts.size(), "section"));
  const int room = std::max(look_.width - Shown(rest).columns(), 10);
  out_ += look_.paint(Ink::bold, cut(files.front().label, room)) + rest + '\n';
  if (files.size() < 2) return;
  title("Files");
  const std::size_t count = shown(files.size(), kRows), more = files.size() - count;
  files.resize(count);
  append_bars(out_, files, {portrait_.papers, true}, look_);
  if (more != 0) faint(fmt::format("… and {}", counted(more, "more file")));
}

/// Which of the files people do not write, and which hold the papers of others once more.
void PortraitText::files() {
  const auto tell = [&](const Document& document, const std::string& words) {
    if (!words.empty()) faint(document.source->path() + " " + words);
  };
  for (const auto& document : list_.documents) tell(*document, origin_in_words(*document));
  for (const Mirror& mirror : list_.copies().mirrors) tell(*mirror.document, in_words(mirror));
}

void PortraitText::forms() {
  title("How entries are written");
  std::vector<BarRow> rows;
  for (const Portrait::Form& form : portrait_.forms)
    rows.push_back({fmt::format("{}, {} title", name(form.carrier), name(form.title)), form.papers});
  append_bars(out_, rows, {portrait_.papers, true}, look_);
}

void PortraitText::formats() {
  if (portrait_.formats.empty()) return;
  title("Formats set by the config");
  std::vector<BarRow> rows;
  std::uint32_t held = portrait_.departing;
  for (const auto& [format, papers] : portrait_.formats) {
    rows.push_back({in_one_line(format), papers});
    held += papers;
  }
  rows.push_back({"none of them", portrait_.departing});
  append_bars(out_, rows, {held, true}, look_);
}

void PortraitText::fields() {
  title("What they say");
  std::vector<BarRow> rows;
  for (const Portrait::Field& field : portrait_.fields) rows.push_back({std::string(field.name), field.papers});
  append_bars(out_, rows, {portrait_.papers, true}, look_);
}

void PortraitText::habits() {
  for (const NamedHabit& named : kHabits)
    if (!((*list_.style).*named.habit).votes().empty()) habit(named);
}

void PortraitText::habit(const NamedHabit& named) {
  const Habit& habit = (*list_.style).*named.habit;
  std::string heading(named.name);
  heading.front() = static_cast<char>(heading.front() - 'a' + 'A');
  title(heading);
  std::uint32_t cases = 0, rest = 0;
  std::vector<BarRow> rows;
  const std::size_t count = shown(habit.votes().size(), kForms);
  for (const auto& [form, votes] : habit.votes()) {
    cases += votes;
    if (rows.size() < count)
      rows.push_back({form, votes});
    else
      rest += votes;
  }
  if (rest != 0) rows.push_back({counted(habit.votes().size() - count, "other form"), rest});
  append_bars(out_, rows, {cases, true}, look_);
  std::string words;
  for (const std::string& form : habit.forms()) words += (words.empty() ? "habit: " : " or ") + form;
  faint(words.empty() ? fmt::format("no habit: {}", why_none(habit)) : words);
  own(own_habits(list_, habit));
}

void PortraitText::own(const OwnHabits& own) {
  for (const auto& [form, sections] : own) {
    std::string names;
    for (const Section* section : sections) names.append(names.empty() ? "" : ", ").append(name(*section));
    faint(fmt::format("but {} in {}: {}", form, counted(sections.size(), "section"), names));
  }
}

void PortraitText::order() {
  const OrderVotes& votes = portrait_.order;
  if (votes.cases == 0) return;
  title("Order by year");
  append_bars(out_, {{"newest first", votes.newest}, {"oldest first", votes.oldest}}, {votes.cases, true}, look_);
  const std::string_view none = why_none(*list_.style, votes);
  faint(none.empty() ? fmt::format("habit: {}", name(list_.style->order)) : fmt::format("no habit: {}", none));
  own(own_orders(list_));
}

/// Sections down to the level at which a look still takes them in; all where a higher level would say next to nothing.
std::vector<Portrait::Part> upper(const std::vector<Portrait::Part>& parts, std::size_t most) {
  constexpr std::size_t kFew = 4;
  std::vector<Portrait::Part> kept = parts;
  for (int level = 6; level > 1 && kept.size() > most; --level) {
    std::vector<Portrait::Part> fewer;
    std::copy_if(kept.begin(), kept.end(), std::back_inserter(fewer),
                 [&](const Portrait::Part& part) { return part.section->level < level; });
    if (fewer.size() <= kFew) break;
    kept = std::move(fewer);
  }
  return kept;
}

void PortraitText::parts() {
  const std::vector<Portrait::Part> kept = all_ ? portrait_.parts : upper(portrait_.parts, kParts);
  if (kept.empty()) return;
  title("Sections");
  int top = 6;
  for (const Portrait::Part& part : kept) top = std::min(top, std::max(part.section->level, 1));
  std::vector<BarRow> rows;
  std::uint32_t most = 1;
  const std::size_t count = shown(kept.size(), kParts);
  for (std::size_t i = 0; i < count; ++i) {
    const Section& section = *kept[i].section;
    const auto indent = static_cast<std::size_t>(std::max(section.level - top, 0)) * 2;
    rows.push_back({std::string(indent, ' ').append(name(section)), kept[i].papers});
    most = std::max(most, kept[i].papers);
  }
  append_bars(out_, rows, {most, false}, look_);
  if (const std::size_t more = portrait_.parts.size() - count; more != 0)
    faint(fmt::format("… and {}", counted(more, "more section")));
}

template <class Pairs>
std::uint32_t most_of(const Pairs& pairs) {
  std::uint32_t most = 1;
  for (const auto& pair : pairs) most = std::max(most, pair.second);
  return most;
}

void PortraitText::years() {
  if (portrait_.years.empty()) return;
  title("Years");
  std::vector<BarRow> rows;
  const std::size_t count = shown(portrait_.years.size(), kRows);
  for (std::size_t i = 0; i < count; ++i)
    rows.push_back({std::to_string(portrait_.years[i].first), portrait_.years[i].second});
  append_bars(out_, rows, {most_of(portrait_.years), false}, look_);
  std::uint32_t before = 0;
  for (std::size_t i = count; i < portrait_.years.size(); ++i) before += portrait_.years[i].second;
  if (before != 0) faint(fmt::format("… and {} before {}", grouped(before), rows.back().label));
}

void PortraitText::venues() {
  if (portrait_.venues.empty()) return;
  title("Venues");
  std::vector<BarRow> rows;
  const std::size_t count = shown(portrait_.venues.size(), kRows);
  for (std::size_t i = 0; i < count; ++i) rows.push_back({portrait_.venues[i].first, portrait_.venues[i].second});
  append_bars(out_, rows, {most_of(portrait_.venues), false}, look_);
  if (const std::size_t more = portrait_.venues.size() - count; more != 0)
    faint(fmt::format("… and {}", counted(more, "more venue")));
}

}  // namespace

void write_portrait(std::ostream& out, const SeenList& seen, const PortraitOptions& options) {
  out << PortraitText(seen, options).write();
}

}  // namespace paperlint
