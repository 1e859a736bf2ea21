// venue-tag: venue tags are written the way the list writes them. See venue-tag.md.
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "list/addresses.h"
#include "list/style.h"
#include "rules/rules.h"

namespace paperlint {
namespace {

/// A form taken apart: what stands before the venue, between venue and year, and how many digits.
struct Form {
  std::string_view before, joint, after;
  std::size_t digits = 0;
};

std::optional<Form> parse(std::string_view form) {
  const std::size_t venue = form.find('V');
  const std::size_t year = form.find('Y');
  if (venue == std::string_view::npos || year == std::string_view::npos || year < venue) return std::nullopt;
  const std::size_t end = std::min(form.find_first_not_of('Y', year), form.size());
  if ((end - year != 2 && end - year != 4) || form.find('Y', end) != std::string_view::npos) return std::nullopt;
  return Form{form.substr(0, venue), form.substr(venue + 1, year - venue - 1), form.substr(end), end - year};
}

/// Nothing but brackets and signs around V and the digits of the year.
bool is_form(std::string_view form) {
  const std::optional<Form> parsed = parse(form);
  if (!parsed || form.find('V', form.find('V') + 1) != std::string_view::npos) return false;
  const bool signs = std::none_of(form.begin(), form.end(), [](char c) {
    return c != 'V' && c != 'Y' && ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
  });
  const auto count = [&](char c) { return std::count(form.begin(), form.end(), c); };
  return signs && count('[') == count(']') && count('(') == count(')') &&
         form.find_first_of("[(") != std::string_view::npos;
}

std::string judge(std::string_view text) {
  if (text == "auto" || is_form(text)) return {};
  return "expected auto or a form such as [V'YY], where V stands for the venue and YY or YYYY for the year";
}

constexpr Option kForm{.name = "form",
                       .value = "auto",
                       .help = "how a tag is written: V is the venue, YY or YYYY the year",
                       .kind = Option::Kind::text,
                       .judge = judge};
constexpr const Option* kOptions[] = {&kForm};

class VenueTag final : public Sink {
 public:
  explicit VenueTag(const Context& context) : style_(*context.list.style), report_(context.report) {
    if (!context.settings.is_auto(kForm)) set_.emplace_back(context.settings[kForm]);
  }

  void entry(const Entry& entry) override {
    if (!set_.empty() && entry.format != 0) return;  // the config says of the whole entry how it is written
    const std::vector<std::string>& forms = set_.empty() ? style_.tag_form.in(entry.section) : set_;
    for (const Tag& tag : entry.tags) {
      if (tag.year.empty() || tag.venue.empty() || !tag.together()) continue;
      if (forms.empty()) {
        if (!tag.closed) unclosed(entry, tag);
        continue;
      }
      const std::string form = tag_form(*entry.document, tag);
      // A venue without brackets behind the title, or one in brackets before it where the others stand behind it
      // without, is another way to name it, not a slip.
      const bool behind = tag.whole.begin > entry.title.begin;
      if (bracketed(form) != bracketed(forms.front()) && (behind || bracketed(form))) continue;
      if (std::find(forms.begin(), forms.end(), form) != forms.end())
        venues_.insert(entry.text(tag.venue));
      else if (!elsewhere(form))
        odd_.push_back({&entry, &tag, &forms});
    }
  }

  void end(const List&) override {
    if (odd_.empty()) return;
    for (const std::string_view venue : venues_) known_.insert(last_word(venue));
    for (const Odd& odd : odd_)
      if (!set_.empty() || is_venue(*odd.entry, *odd.tag)) check(*odd.entry, *odd.tag, *odd.forms);
  }

 private:
  void check(const Entry& entry, const Tag& tag, const std::vector<std::string>& forms);
  void unclosed(const Entry& entry, const Tag& tag);
  static std::string complaint(const Entry& entry, const Tag& tag, const Form& right);
  static Fix fix(const Entry& entry, const Tag& tag, const Form& right);

  struct Odd {
    const Entry* entry;
    const Tag* tag;
    const std::vector<std::string>* forms;
  };
  /// What stands before a year need not be a venue (`[Windows 98]`): an apostrophe tells, or that the
  /// list names it elsewhere, or that the only tag of the entry is an acronym.
  [[nodiscard]] bool is_venue(const Entry& entry, const Tag& tag) const {
    const std::string_view venue = entry.text(tag.venue), joint = entry.text(tag.joint);
    if (tag.preprint || joint.find_first_of("'`") != std::string_view::npos || !is_ascii(joint)) return true;
    if (known_.count(last_word(venue)) != 0) return true;
    const auto capitals = std::count_if(venue.begin(), venue.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return entry.tags.size() == 1 && capitals >= 2 && joint.find_first_not_of(" ,") == std::string_view::npos;
  }
  /// A list without a habit has more than one way to name a venue, each right in any of its sections.
  [[nodiscard]] bool elsewhere(const std::string& form) const {
    return set_.empty() && style_.tag_form.forms().empty() && style_.tag_form.common(form);
  }
  static bool bracketed(std::string_view form) {
    return !form.empty() && std::string_view("[(*_`").find(form.front()) != std::string_view::npos;
  }
  static bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  }
  static std::string last_word(std::string_view venue) {
    const std::size_t blank = venue.find_last_of(" @/");
    return in_lower_case(blank == std::string_view::npos ? venue : venue.substr(blank + 1));
  }

  const Style& style_;
  Report& report_;
  std::vector<std::string> set_;
  std::unordered_set<std::string_view> venues_;  // of tags in form
  std::unordered_set<std::string> known_;        // the last words of their names
  std::vector<Odd> odd_;
};

/// Adds the edit that turns `old` into `now`, without what both begin and end with.
void change(std::vector<Edit>& edits, const Entry& entry, Span span, std::string_view now) {
  std::string_view old = entry.text(span);
  while (!old.empty() && !now.empty() && old.front() == now.front()) {
    old.remove_prefix(1);
    now.remove_prefix(1);
    ++span.begin;
  }
  while (!old.empty() && !now.empty() && old.back() == now.back()) {
    old.remove_suffix(1);
    now.remove_suffix(1);
    --span.end;
  }
  if (!old.empty() || !now.empty()) edits.push_back({entry.at(span), std::string(now)});
}

std::string year_text(const Tag& tag, const Form& form) {
  const std::string year = std::to_string(tag.year_value);
  return form.digits == 4 ? year : year.substr(2);
}

Fix VenueTag::fix(const Entry& entry, const Tag& tag, const Form& right) {
  Fix fix{.safety = Safety::safe, .effect = Effect::form, .title = {}, .edits = {}};
  const std::string_view rest = entry.text(tag.rest);
  const bool words = says_more(*entry.document, tag);
  const Span close{words ? tag.inside.end : tag.year.end, tag.whole.end};
  const std::string after(words && !right.after.empty() ? right.after.substr(right.after.size() - 1) : right.after);
  change(fix.edits, entry, {tag.whole.begin, tag.venue.begin}, right.before);
  change(fix.edits, entry, {tag.venue.end, tag.year.end}, std::string(right.joint) + year_text(tag, right));
  change(fix.edits, entry, close, after);
  fix.title = "write " + std::string(right.before) + std::string(entry.text(tag.venue)) + std::string(right.joint) +
              year_text(tag, right) + (words ? std::string(rest) : "") + after;
  return fix;
}

std::string without_blanks(std::string_view text) {
  constexpr std::string_view kNoBreak = "\u00A0";
  std::string rest;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text.substr(at, kNoBreak.size()) == kNoBreak)
      ++at;
    else if (text[at] != ' ')
      rest += text[at];
  return rest;
}

/// The text of an image: what the badge shows stands in its address.
bool in_badge(const Entry& entry, const Tag& tag) {
  const std::string_view text = entry.document->source->text();
  return tag.whole.begin >= 2 && text.substr(tag.whole.begin - 2, 2) == "![" && text.substr(tag.whole.end, 2) == "](";
}

std::string VenueTag::complaint(const Entry& entry, const Tag& tag, const Form& right) {
  const std::string shown(entry.text(tag.whole));
  const std::string_view joint = entry.text(tag.joint);
  const bool digits = tag.year.size() == right.digits;
  if (!tag.closed) return shown + " lacks a bracket";
  const std::string_view rest = entry.text(tag.rest);
  const std::size_t stray = rest.find_first_not_of(" \t\r\n");
  if (stray != std::string_view::npos && !says_more(*entry.document, tag) &&
      right.after.find(rest[stray]) == std::string_view::npos)
    return shown + " has a stray '" + rest[stray] + "'";
  if (digits && right.joint == "'" && joint.empty()) return shown + " has no apostrophe before the year";
  if (right.joint == "'" && digits && (joint == "`" || joint == "\u00B4"))
    return shown + " has " + (joint == "`" ? "a backtick" : "an accent") + " for its apostrophe";
  if (right.joint == "'" && digits && (joint == "\u2019" || joint == "\u2018"))
    return shown + " has a curly apostrophe";
  if (digits && joint.find(',') != std::string_view::npos && right.joint.find(',') == std::string_view::npos)
    return shown + " has a stray comma";
  if (digits && joint.size() > right.joint.size() && without_blanks(joint) == without_blanks(right.joint))
    return shown + " has a stray blank";
  if (digits && right.joint == "'" && !joint.empty() && joint != "'")
    return shown + " has '" + std::string(joint) + "' before the year";
  if (!digits && joint == right.joint)
    return shown + (right.digits == 2 ? " has the year in four digits" : " has the year in two digits");
  return shown + " is not in the list's form";
}

void VenueTag::check(const Entry& entry, const Tag& tag, const std::vector<std::string>& forms) {
  const std::optional<Form> right = parse(forms.front());
  if (!right) return;
  std::string expected;
  for (const std::string& one : forms) expected += (expected.empty() ? "" : " or ") + one;
  auto finding = report_(entry.at(tag.whole), complaint(entry, tag, *right) + ", expected " + expected,
                         std::string(entry.text(tag.venue)) + " " + entry.subject());
  const bool prose = !tag.closed && entry.text(tag.venue).find(' ') != std::string_view::npos;  // `See OSDI'24]`
  if (forms.size() == 1 && !prose && !in_badge(entry, tag)) finding.fix(fix(entry, tag, *right));
}

/// Without a form of the list's the tag is to be as it is, with both its brackets.
void VenueTag::unclosed(const Entry& entry, const Tag& tag) {
  std::string form = tag_form(*entry.document, tag);
  if (form.front() == '[')
    form += ']';
  else
    form.insert(0, "[");
  if (!is_form(form)) return;
  check(entry, tag, {std::move(form)});
}

}  // namespace

constinit const Rule rules::venue_tag{.name = "venue-tag",
                                      .summary = "venue tags are written in the list's own form",
                                      .fix = Safety::safe,
                                      .options = kOptions,
                                      .make = make<VenueTag>};

}  // namespace paperlint
