// survey-prefix: surveys bear the list's survey mark. See survey-prefix.md.
#include <algorithm>
#include <string>
#include <vector>

#include "list/style.h"
#include "list/survey.h"
#include "rules/rules.h"
#include "text/pattern.h"

namespace paperlint {
namespace {

std::string judge(std::string_view text) {
  const auto begins = [&](std::string_view word) {
    return text.size() > word.size() && text.substr(0, word.size()) == word;
  };
  const bool before = text.size() > 4 && text.substr(text.size() - 4) == " TAG";
  std::string_view mark = begins("TAG ") ? text.substr(4) : begins("TITLE ") ? text.substr(6) : "TAG";
  if (before && mark == "TAG") mark = text.substr(0, text.size() - 4);
  const bool good = mark.find("TAG") == std::string_view::npos && mark.find("TITLE") == std::string_view::npos;
  return good || text == "auto" ? std::string()
                                : "expected auto, or a mark and where it stands, such as [Survey :mag:] TAG, TAG "
                                  "[Survey] or TITLE (survey)";
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

class SurveyPrefix final : public Sink {
 public:
  explicit SurveyPrefix(const Context& context) : style_(*context.list.style), report_(context.report) {
    if (!context.settings.is_auto(kMark)) mark_ = context.settings[kMark];
    if (!context.settings[kPattern].empty()) pattern_.emplace(context.settings[kPattern]);
  }

  void entry(const Entry& entry) override {
    if (entry.parent != nullptr || entry.title.empty()) return;
    const std::string_view title = entry.text(entry.title);
    const bool says = says_survey(title) || (pattern_ && pattern_->found_in(title));
    if (entry.survey)
      marked_.push_back(&entry);
    else if (says && !of_surveys(entry.section))
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
  const std::uint32_t end = entry.title_link() != nullptr ? entry.title_link()->whole.end : entry.title.end;
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
