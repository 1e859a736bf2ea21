#include "list/style.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "list/claims.h"
#include "list/format.h"
#include "list/identifier.h"
#include "list/years.h"
#include "text/markup.h"
#include "text/threads.h"

namespace paperlint {

std::vector<int> years_of(const Group& group) {
  std::vector<int> years;
  years.reserve(group.entries.size());
  for (const Entry* entry : group.entries) years.push_back(entry->year());
  return years;
}

namespace {

/// How many entries agree with each direction, of how many.
struct Agreement {
  std::size_t newest = 0, oldest = 0, cases = 0;
  void add(const Group& group) { add(years_of(group)); }
  void add(const std::vector<int>& keys) {
    cases += keys.size();
    newest += size_of_run(keys, Direction::newest_first);
    oldest += size_of_run(keys, Direction::oldest_first);
  }
  void add(const Agreement& other) {
    cases += other.cases;
    newest += other.newest;
    oldest += other.oldest;
  }
  /// Whether one way fits twice as many as the other.
  [[nodiscard]] bool clear() const { return std::max(newest, oldest) >= std::min(newest, oldest) * 2; }
  /// The direction that at least `percent` of at least `least` cases follow, or all but one, and the other does not.
  [[nodiscard]] Direction decide(std::size_t least, std::size_t percent) const {
    if (cases < least) return Direction::unknown;
    const std::size_t misfits = std::max<std::size_t>(1, cases * (100 - percent) / 100);
    const bool down = newest + misfits >= cases, up = oldest + misfits >= cases;
    if (down == up) return Direction::unknown;
    return down ? Direction::newest_first : Direction::oldest_first;
  }
};

/// Surveys that a list keeps before or after the other papers are ordered among themselves.
void part_surveys(Group group, std::vector<Group>& groups) {
  const auto other = [](const Entry* entry) { return !entry->survey; };
  const auto begin = std::find_if(group.entries.begin(), group.entries.end(), other);
  const auto end = std::find_if(group.entries.rbegin(), group.entries.rend(), other).base();
  if (begin < end) {
    groups.push_back({group.section, group.label, {group.entries.begin(), begin}, group.undated});
    groups.push_back({group.section, group.label, {begin, end}, group.undated});
    groups.push_back({group.section, group.label, {end, group.entries.end()}, group.undated});
  } else {
    groups.push_back(std::move(group));
  }
}

/// The entries of each run that `year` tells a year of, where that is not another than their heading's.
template <class Year>
std::vector<Group> groups_by(const List& list, Year year) {
  std::vector<Group> whole, groups;
  std::vector<std::optional<YearHeading>> headings;
  for (const auto& document : list.documents) {
    using Where = std::tuple<const Section*, const Label*, std::uint32_t>;
    std::map<Where, std::size_t> numbers;
    std::optional<std::pair<Where, std::size_t>> last;  // most entries stand where the one before them does
    for (const Entry& entry : document->entries) {
      if (entry.parent != nullptr) continue;
      const Where where(entry.section, entry.label, entry.run);
      if (!last || last->first != where) {
        const auto [at, fresh] = numbers.try_emplace(where, whole.size());
        if (fresh) {
          whole.push_back({entry.section, entry.label, {}, 0});
          headings.push_back(year_heading(entry.section, entry.label));
        }
        last = *at;
      }
      Group& group = whole[last->second];
      const std::optional<YearHeading>& heading = headings[last->second];
      const std::uint16_t told = year(entry);
      if (told == 0)
        ++group.undated;
      else if ((!heading || heading->years.holds(told)) && !date_denied(entry).value_or(false))
        group.entries.push_back(&entry);
    }
  }
  for (Group& group : whole) part_surveys(std::move(group), groups);
  groups.erase(std::remove_if(groups.begin(), groups.end(), [](const Group& group) { return group.entries.empty(); }),
               groups.end());
  return groups;
}

}  // namespace

std::vector<Group> dated_groups(const List& list) {
  return groups_by(list, [](const Entry& entry) { return entry.year(); });
}

std::vector<Group> posted_groups(const List& list) {
  std::vector<Group> groups =
      groups_by(list, [](const Entry& entry) { return entry.posted ? entry.posted->date.year : std::uint16_t{0}; });
  const auto few = [](const Group& group) { return group.undated * 4 > group.entries.size(); };
  groups.erase(std::remove_if(groups.begin(), groups.end(), few), groups.end());
  return groups;
}

int date_key(const Date& date, Grain grain) {
  const int month = grain == Grain::year ? 0 : date.month, day = grain == Grain::day ? date.day : 0;
  return (date.year * 13 + month) * 32 + day;
}

PostedOrder posted_order(const std::vector<Group>& groups) {
  for (const Grain grain : {Grain::day, Grain::month, Grain::year}) {
    Agreement agreement;
    std::size_t coarse = 0;
    for (const Group& group : groups) {
      std::vector<int> keys;
      for (const Entry* entry : group.entries) {
        const Date& date = entry->posted->date;
        if ((grain != Grain::year && date.month == 0) || (grain == Grain::day && date.day == 0)) {
          ++coarse;
          continue;
        }
        keys.push_back(date_key(date, grain));
      }
      agreement.add(keys);
    }
    const Direction direction = agreement.decide(20, 95);
    if (direction != Direction::unknown && coarse * 20 <= agreement.cases + coarse) return {direction, grain};
  }
  return {};
}

std::vector<bool> longest_run(const std::vector<int>& keys) {
  const std::size_t size = keys.size();
  if (std::is_sorted(keys.begin(), keys.end())) return std::vector<bool>(size, true);
  // Patience: tails[k] ends the best non-decreasing run of length k + 1. Among runs of one length
  // the one that ends lowest is kept, so a later entry stays rather than an earlier one.
  std::vector<std::size_t> tails, before(size, size);
  for (std::size_t i = 0; i < size; ++i) {
    const auto at = std::upper_bound(tails.begin(), tails.end(), keys[i],
                                     [&](int value, std::size_t tail) { return value < keys[tail]; });
    if (at != tails.begin()) before[i] = *(at - 1);
    if (at == tails.end())
      tails.push_back(i);
    else
      *at = i;
  }
  std::vector<bool> stays(size, false);
  for (std::size_t i = tails.empty() ? size : tails.back(); i < size; i = before[i]) stays[i] = true;
  return stays;
}

std::vector<bool> in_order(const Group& group, Direction direction) {
  std::vector<int> keys = years_of(group);
  if (direction != Direction::oldest_first) std::transform(keys.begin(), keys.end(), keys.begin(), std::negate<>());
  return longest_run(keys);
}

std::size_t size_of_run(const std::vector<int>& keys, Direction direction) {
  const bool falls = direction != Direction::oldest_first;
  if (falls ? std::is_sorted(keys.rbegin(), keys.rend()) : std::is_sorted(keys.begin(), keys.end())) return keys.size();
  std::vector<int> tails;
  for (const int key : keys) {
    const int value = falls ? -key : key;
    const auto at = std::upper_bound(tails.begin(), tails.end(), value);
    if (at == tails.end())
      tails.push_back(value);
    else
      *at = value;
  }
  return tails.size();
}

std::vector<bool> filed_as_preprints(const Group& group, Direction direction, const std::vector<bool>& stays) {
  const int sign = direction == Direction::oldest_first ? 1 : -1;
  std::vector<int> kept;
  for (std::size_t i = 0; i < stays.size(); ++i)
    if (stays[i]) kept.push_back(sign * group.entries[i]->year());
  std::vector<bool> filed(stays.size(), false);
  for (std::size_t i = 0, next = 0; i < stays.size(); ++i) {
    if (stays[i]) {
      ++next;
      continue;
    }
    const Entry& entry = *group.entries[i];
    const int posted = posting_year(entry), year = sign * posted;
    filed[i] = posted != 0 && posted != entry.year() && (next == 0 || kept[next - 1] <= year) &&
               (next == kept.size() || year <= kept[next]);
  }
  return filed;
}

bool moves_the_published(const std::vector<std::pair<Group, Direction>>& groups) {
  std::size_t published = 0, filed = 0;
  for (const auto& [group, direction] : groups) {
    const std::vector<bool> flags = filed_as_preprints(group, direction, in_order(group, direction));
    filed += static_cast<std::size_t>(std::count(flags.begin(), flags.end(), true));
  }
  if (filed == 0) return true;
  for (const auto& [group, direction] : groups)
    published +=
        static_cast<std::size_t>(std::count_if(group.entries.begin(), group.entries.end(), [](const Entry* entry) {
          const std::uint16_t posted = posting_year(*entry);
          return posted != 0 && posted != entry->year();
        }));
  return filed * 20 <= published;
}

bool says_more(const Document& document, const Tag& tag) {
  const std::string_view rest = document.source->text(tag.rest);
  return std::any_of(rest.begin(), rest.end(),
                     [](char c) { return markup::is_alnum(c) || (static_cast<unsigned char>(c) & 0x80) != 0; });
}

std::string tag_form(const Document& document, const Tag& tag) {
  const Source& source = *document.source;
  std::string form;
  if (!tag.venue.empty() && tag.year.begin < tag.venue.begin) {  // `24_OSDI_`
    form.append(tag.year.size(), 'Y').append(source.text(Span{tag.year.end, tag.venue.begin})).append("V");
    return form.append(source.text(Span{tag.venue.end, tag.whole.end}));
  }
  const std::uint32_t start = tag.venue.empty() ? tag.year.begin : tag.venue.begin;
  form += source.text(Span{tag.whole.begin, start});
  if (!tag.venue.empty()) form += 'V';
  form += source.text(tag.joint);
  form.append(tag.year.size(), 'Y');
  if (!says_more(document, tag)) form += source.text(tag.rest);
  form += source.text(Span{tag.inside.end, tag.whole.end});
  return form;
}

std::string survey_form(const Entry& entry) {
  if (!entry.survey) return {};
  const std::string mark(entry.text(entry.survey->whole));
  switch (entry.survey->where) {
    case SurveyMark::Where::before_tag:
      return mark + " TAG";
    case SurveyMark::Where::after_tag:
      return "TAG " + mark;
    default:
      return "TITLE " + mark;
  }
}

namespace {

/// Months that an entry was posted in, by its own words or its identifier; 0 for unknown.
int month_key(const Entry& entry) {
  if (entry.posted) return entry.posted->date.year * 12 + entry.posted->date.month;
  return entry.announced.year * 12 + entry.announced.month;
}

/// How many keys run the one way or the other.
std::size_t best_run(const std::vector<int>& keys) {
  const std::size_t falling = size_of_run(keys, Direction::newest_first);
  return falling == keys.size() ? falling : std::max(falling, size_of_run(keys, Direction::oldest_first));
}

/// Whether groups run by the months in which their papers were posted rather than by the years of their venues.
class Months {
 public:
  void add(const Group& group) {
    std::vector<int> months, years;  // of the entries whose month is known
    for (const Entry* entry : group.entries) {
      const int month = month_key(*entry);
      if (month == 0) continue;
      months.push_back(month);
      years.push_back(entry->year());
    }
    if (months.size() < 4) return;
    entries_ += group.entries.size();
    known_ += months.size();
    months_ += best_run(months);
    years_ += best_run(years);
  }
  [[nodiscard]] bool decide() const {
    return known_ >= 4 && known_ * 2 >= entries_ && months_ * 10 >= known_ * 7 && months_ + known_ / 50 >= years_;
  }

 private:
  std::size_t entries_ = 0, known_ = 0, months_ = 0, years_ = 0;
};

bool runs_by_month(const Group& group) {
  Months months;
  months.add(group);
  return months.decide();
}

}  // namespace

Direction Style::direction(const Group& group) const {
  if (group.undated > group.entries.size() || (by_month && !group.table()) || runs_by_month(group))
    return Direction::unknown;
  const auto own = section_order.find(group.section);
  const Direction wanted = own != section_order.end() ? own->second : group.table() ? Direction::unknown : order;
  if (wanted == Direction::unknown) return wanted;
  Agreement agreement;
  agreement.add(group);
  const bool newest = wanted == Direction::newest_first;
  const std::size_t with = newest ? agreement.newest : agreement.oldest;
  const std::size_t against = newest ? agreement.oldest : agreement.newest;
  const bool unordered = with < against || (agreement.cases >= 8 && with * 100 < agreement.cases * 85);
  return unordered ? Direction::unknown : wanted;
}

namespace {

/// Whether dates are confirmed by identifiers in the List and in this section.
bool confirmed(const Habit& dates, const Section* section) {
  const auto confirm = [](const std::vector<std::string>& habit) {
    return habit.size() == 1 && habit.front() == "confirm";
  };
  return confirm(dates.in(nullptr)) && confirm(dates.in(section));
}

}  // namespace

bool Style::misdated(const Entry& entry) const {
  return date_denied(entry).value_or(false) && confirmed(preprint_date, entry.section);
}

bool Style::misposted(const Entry& entry) const {
  return posting_surely_denied(entry) && confirmed(posting_date, entry.section);
}

namespace {

/// All files vote, translations and old copies too: what they do everywhere is meant, and is not to be reported there.
/// A paper that stands in two of them is written twice.
void infer_habits(const List& list, Style& style) {
  for (const auto& document : list.documents)
    for (const Entry& entry : document->entries) {
      if (departs(entry)) continue;  // what the config calls wrong makes no habit
      if (entry.venue != nullptr && entry.venue->closed && entry.venue->whole.contains(entry.venue->year))
        style.tag_form.vote(tag_form(*document, *entry.venue), entry.section);
      if (entry.survey) style.survey_mark.vote(survey_form(entry), entry.section);
      if (const std::optional<bool> denied = date_denied(entry))
        style.preprint_date.vote(*denied ? "deny" : "confirm", entry.section);
      if (const std::optional<bool> denied = posting_denied(entry))
        style.posting_date.vote(*denied ? "deny" : "confirm", entry.section);
    }
  for (Habit Style::*const habit : kAllHabits) (style.*habit).settle();
}

void infer_order(const List& list, Style& style) {
  Agreement whole;
  Months months;
  std::unordered_map<const Section*, Agreement> sections;
  for (const Group& group : dated_groups(list)) {
    Agreement own;
    own.add(group);
    sections[group.section].add(own);
    if (group.table()) continue;
    whole.add(own);
    months.add(group);
  }
  style.order = whole.decide(20, 95);
  // Of many papers more may be astray, where the other way is out of the question.
  if (style.order == Direction::unknown && whole.clear()) style.order = whole.decide(100, 92);
  style.by_month = months.decide();
  for (const auto& [section, agreement] : sections) {
    const Direction own = agreement.decide(8, style.order == Direction::unknown ? 95 : 85);
    if (own != Direction::unknown) style.section_order[section] = own;
  }
}

}  // namespace

Style infer_style(const List& list, unsigned jobs) {
  constexpr std::size_t kWorthAThread = 5000;  // entries
  std::size_t entries = 0;
  for (const auto& document : list.documents) entries += document->entries.size();
  Style style;
  both(
      jobs > 1 && entries >= kWorthAThread, [&] { infer_habits(list, style); }, [&] { infer_order(list, style); });
  return style;
}

}  // namespace paperlint
