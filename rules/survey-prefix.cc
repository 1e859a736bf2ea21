// survey-prefix: surveys bear the list's survey mark. See survey-prefix.md.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "list/style.h"
#include "rules/rules.h"
#include "text/pattern.h"
#include "text/title.h"

namespace paperlint {
namespace {

std::string judge(std::string_view text) {
  return text == "auto" || text.find("TAG") != std::string_view::npos || text.find("TITLE") != std::string_view::npos
             ? std::string()
             : "auto, or a mark and where it stands, such as [Survey :mag:] TAG, TAG [Survey] or TITLE (survey)";
}

constexpr Option kMark{.name = "mark",
                       .value = "auto",
                       .help = "the mark and where it stands: [Survey :mag:] TAG, TAG [Survey] or TITLE (survey)",
                       .kind = Option::Kind::text,
                       .judge = judge};
constexpr Option kPattern{.name = "pattern",
                          .value = "",
                          .help = "titles that are surveys too, as a regular expression (RE2)",
                          .kind = Option::Kind::pattern};
constexpr const Option* kOptions[] = {&kMark, &kPattern};

using Words = std::vector<std::string_view>;

Words split(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "a comprehensive survey": an article and at most four words before it, as a survey calls itself.
bool named_with_article(const Words& words, std::size_t noun, std::size_t tail) {
  for (std::size_t back = 1; back <= 5 && back <= noun; ++back) {
    const std::size_t at = noun - back;
    if (among(words[at], {"a", "an"})) return at == 0 || words.size() - at == tail || noun + 1 == words.size();
    if (among(words[noun - back], {"of", "on", "for", "and", "in", "with", "from", "to", "by", "the"})) return false;
  }
  return false;
}

/// "a survey of developers" asks people; it is no survey of papers.
bool asks_people(const Words& words, std::size_t noun) {
  for (std::size_t i = noun + 1; i < words.size() && i < noun + 5; ++i)
    if (among(words[i], {"developers", "users", "practitioners", "engineers", "researchers", "students", "participants",
                         "programmers", "scientists", "professionals"}))
      return true;
  return false;
}

/// Whether a title says that it is a survey, by words that mean it; not by any word that happens to
/// stand in it ("Review and Outlook", "Survey and Roofline Model Insights").
bool says_survey(std::string_view title, std::string_view normal) {
  if (normal.find("survey") == std::string_view::npos && normal.find("review") == std::string_view::npos) return false;
  const Words words = split(normal);
  const std::size_t colon = title.rfind(": ");
  const std::size_t tail =
      colon == std::string_view::npos ? words.size() : split(normal_title(title.substr(colon + 2))).size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view next = i + 1 < words.size() ? words[i + 1] : std::string_view{};
    const bool first = i == 0 || words.size() - i == tail;
    if (among(words[i], {"survey", "surveys"})) {
      if (asks_people(words, i)) continue;
      if (named_with_article(words, i, tail) || (first && among(next, {"", "of", "on"}))) return true;
    }
    if (words[i] == "review") {
      const bool kind = i > 0 && among(words[i - 1], {"literature", "systematic", "comprehensive", "scoping"});
      const bool tells = named_with_article(words, i, tail) && among(next, {"", "of", "on", "and"});
      if ((kind && next != "process") || (tells && (next != "and" || kind))) return true;
    }
  }
  return false;
}

/// A section of surveys needs no marks.
bool survey_section(const Section* section) {
  for (; section != nullptr && section->level > 0; section = section->parent) {
    const std::string heading = normal_title(section->rendered);
    const Words words = split(heading);
    if (std::any_of(words.begin(), words.end(), [](std::string_view w) {
          return among(w, {"survey", "surveys", "review", "reviews", "overview", "综述"});
        }))
      return true;
  }
  return false;
}

class SurveyPrefix final : public Sink {
 public:
  explicit SurveyPrefix(const Context& context) : style_(*context.list.style), report_(context.report) {
    if (!context.settings.is_auto(kMark)) mark_ = context.settings[kMark];
    if (!context.settings[kPattern].empty()) pattern_.emplace(context.settings[kPattern]);
  }

  void entry(const Entry& entry) override {
    if (entry.parent != nullptr || entry.title.empty()) return;
    const std::string_view title = entry.text(entry.title);
    const bool says = says_survey(title, entry.normal) || (pattern_ && pattern_->found_in(title));
    if (entry.survey)
      marked_.push_back(&entry);
    else if (says && !survey_section(entry.section))
      bare_.push_back(&entry);
  }

  void end(const List&) override {
    const bool set = !mark_.empty();
    const auto& votes = style_.survey_mark.votes();
    const std::size_t surveys = marked_.size() + bare_.size();
    const bool marks = set || (surveys >= 5 && marked_.size() * 5 >= surveys * 4);
    for (const Entry* entry : marked_) check_form(*entry);
    if (!marks || (!set && votes.empty())) return;
    for (const Entry* entry : bare_) add(*entry, set ? mark_ : votes.front().first);
  }

 private:
  void check_form(const Entry& entry);
  void add(const Entry& entry, const std::string& form);

  const Style& style_;
  Report& report_;
  std::string mark_;
  std::optional<Pattern> pattern_;
  std::vector<const Entry*> marked_, bare_;
};

/// A form taken apart: "[Survey :mag:] TAG" is the mark and where it stands.
struct Form {
  std::string_view mark;
  SurveyMark::Where where;
};

Form parse(std::string_view form) {
  if (form.substr(0, 4) == "TAG ") return {form.substr(4), SurveyMark::Where::after_tag};
  if (form.substr(0, 6) == "TITLE ") return {form.substr(6), SurveyMark::Where::after_title};
  return {form.substr(0, form.find(" TAG")), SurveyMark::Where::before_tag};
}

std::string spot(SurveyMark::Where where) {
  switch (where) {
    case SurveyMark::Where::before_tag:
      return "before the venue tag";
    case SurveyMark::Where::after_tag:
      return "after the venue tag";
    default:
      return "after the title";
  }
}

/// Where a mark goes, and the blanks that go with it.
Edit put(const Entry& entry, const Form& form) {
  const std::string mark(form.mark);
  if (form.where == SurveyMark::Where::before_tag || entry.tags.empty())
    return {entry.at({entry.body.begin, entry.body.begin}), mark + " "};
  if (form.where == SurveyMark::Where::after_tag) {
    const std::uint32_t end = entry.tags.back().whole.end;
    return {entry.at({end, end}), " " + mark};
  }
  const std::uint32_t end = entry.title_link != nullptr ? entry.title_link->whole.end : entry.title.end;
  return {entry.at({end, end}), " " + mark};
}

void SurveyPrefix::add(const Entry& entry, const std::string& form) {
  const Form right = parse(form);
  const std::string mark(right.mark);
  report_(entry.at(entry.title), "a survey without the mark " + mark, entry.subject())
      .fix({.safety = Safety::unsafe, .effect = Effect::field, .title = "add " + mark, .edits = {put(entry, right)}});
}

void SurveyPrefix::check_form(const Entry& entry) {
  const std::vector<std::string> set = mark_.empty() ? std::vector<std::string>{} : std::vector<std::string>{mark_};
  const std::vector<std::string>& forms = set.empty() ? style_.survey_mark.in(entry.section) : set;
  const std::string form = survey_form(entry);
  if (forms.empty() || std::find(forms.begin(), forms.end(), form) != forms.end()) return;
  const Form right = parse(forms.front());
  const Span mark = entry.survey->whole;
  const bool place = right.where == entry.survey->where;
  // On a line below the title it may be that of a paper whose list marker is lost.
  if (!place && entry.document->source->line_begin(mark.begin) > entry.title.end) return;
  const std::string own(entry.text(mark));
  auto finding =
      report_(entry.at(mark),
              place ? own + " is not the list's mark, expected " + std::string(right.mark)
                    : own + " stands out of its place, expected " + std::string(right.mark) + " " + spot(right.where),
              entry.subject());
  if (forms.size() != 1) return;
  Fix fix{.safety = Safety::safe,
          .effect = Effect::form,
          .title = place ? "write " + std::string(right.mark) : "put the mark " + spot(right.where),
          .edits = {}};
  if (place) {
    fix.edits.push_back({entry.at(mark), std::string(right.mark)});
  } else {
    Span gone = mark;
    const bool before = gone.begin > entry.body.begin && entry.text({gone.begin - 1, gone.begin}) == " ";
    if (before)
      --gone.begin;
    else if (entry.text({gone.end, gone.end + 1}) == " ")
      ++gone.end;
    fix.edits = {{entry.at(gone), {}}, put(entry, right)};
    if (fix.edits[1].at.span < fix.edits[0].at.span) std::swap(fix.edits[0], fix.edits[1]);
  }
  finding.fix(std::move(fix));
}

}  // namespace

constinit const Rule rules::survey_prefix{.name = "survey-prefix",
                                          .summary = "surveys bear the list's survey mark, in one form and place",
                                          .fix = Safety::unsafe,
                                          .options = kOptions,
                                          .make = make<SurveyPrefix>};

}  // namespace paperlint
