// link-style: links are written as the list's others are. See link-style.md.
#include <string>
#include <unordered_map>
#include <vector>

#include "list/address_style.h"
#include "list/button.h"
#include "list/link_text.h"
#include "list/style.h"
#include "rules/rules.h"
#include "text/quote.h"
#include "text/rewrite.h"

namespace paperlint {
namespace {

constexpr std::string_view kArxivWords[] = {"auto", "abs", "pdf", "any"};
constexpr Option kArxiv{.name = "arxiv",
                        .value = "auto",
                        .help = "where links to arXiv lead: to the abstract, to the PDF, or to either",
                        .words = kArxivWords};
constexpr std::string_view kHttpWords[] = {"ignore", "report"};
constexpr Option kHttp{.name = "http",
                       .value = "ignore",
                       .help = "http addresses of sites that are known to serve https",
                       .words = kHttpWords};
constexpr const Option* kOptions[] = {&kArxiv, &kHttp};

// It leads to the same page; that it hides copies from a search is all that there is to say.
constexpr std::string_view kWww = "the link leads to 'www.arxiv.org', expected 'arxiv.org'";

void complain(std::string& all, std::string_view one) { (all += all.empty() ? "" : "; ") += one; }

class LinkStyle final : public Sink {
 public:
  explicit LinkStyle(const Context& context)
      : report_(context.report), arxiv_(context.settings[kArxiv]), http_(context.settings[kHttp] == "report") {}
  void link(const Link& link) override;
  void take_habits(const Sink& before, const SectionMap& sections) override;
  void end(const List&) override;

 private:
  struct Case {
    const Link* link;
    Habit* habit;  // of the links of its kind; nullptr where it says itself where it leads, to a page of a PDF, say
    bool pdf, mirror;
  };
  Habit* habit_of(const std::string& word);
  [[nodiscard]] std::string_view wanted(const Case& one) const;
  void check(const Case& one);
  void check_address(const Link& link, std::string complaint, std::string now);

  Report& report_;
  const std::string_view arxiv_;
  const bool http_;
  std::vector<Case> arxivs_;
  Habit titles_, hosts_, types_;
  std::unordered_map<std::string, Habit> buttons_;  // by word
  std::unordered_map<std::string, Habit*> habits_;
};

/// Links of titles may lead to abstracts where those of buttons lead to PDFs: `abs` or `pdf` is asked of each apart.
Habit* LinkStyle::habit_of(const std::string& word) {
  const auto [at, fresh] = habits_.try_emplace(word, &titles_);
  if (fresh && (word == "bare" || generic_link_text(word))) at->second = &buttons_[word];
  return at->second;
}

bool has_query(std::string_view address) { return address.find('?') != std::string_view::npos; }

void LinkStyle::link(const Link& link) {
  const std::string_view address = link.at(link.address).text();
  const auto arxiv = arxiv_link(address);
  if (!arxiv && (http_ || has_query(address))) check_address(link, {}, std::string(address));
  if (!arxiv) return;
  const std::string word = link.text.empty() ? "bare" : button_word(link.at(link.text).text());
  const bool says = word.find(arxiv->kind) != std::string::npos || arxiv->rest.find('#') != std::string_view::npos;
  Habit* const habit = says ? nullptr : habit_of(word);
  arxivs_.push_back({&link, habit, arxiv->kind == "pdf", arxiv->mirror()});
  if (habit != nullptr) habit->vote(arxiv->kind, link.section);
  hosts_.vote(arxiv->mirror() ? "mirror" : "arxiv.org", nullptr);
  if (arxiv->kind == "pdf") types_.vote(arxiv->type, nullptr);
}

/// `abs` or `pdf`, or nothing where either will do.
std::string_view LinkStyle::wanted(const Case& one) const {
  if (arxiv_ == "any" || one.habit == nullptr) return {};
  if (arxiv_ != "auto") return arxiv_;
  const std::vector<std::string>& forms = one.habit->in(one.link->section);
  return forms.size() == 1 ? std::string_view(forms.front()) : std::string_view();
}

void LinkStyle::check(const Case& one) {
  const std::string_view kind = wanted(one), old = one.link->at(one.link->address).text();
  const bool mirror = one.mirror && hosts_.in(nullptr) == std::vector<std::string>{"arxiv.org"};
  const bool other = !kind.empty() && (kind == "pdf") != one.pdf;
  if (!mirror && !other && !http_ && !has_query(old)) return;
  std::string now(old), complaint;
  if (mirror || other) {
    const ArxivLink arxiv = *arxiv_link(old);
    const std::string type = types_.votes().empty() ? "" : types_.votes().front().first;
    if (mirror && arxiv.host == "www.arxiv.org") complaint = kWww;
    if (mirror && complaint.empty()) complaint = "the link leads to the mirror " + in_quotes(arxiv.host);
    if (other && one.pdf) complain(complaint, "the link leads to the PDF, expected the abstract");
    if (other && !one.pdf) complain(complaint, "the link leads to the abstract, expected the PDF");
    now = arxiv.with(mirror ? "arxiv.org" : arxiv.host, other ? kind : arxiv.kind,
                     other ? std::string_view(type) : arxiv.type);
  }
  check_address(*one.link, std::move(complaint), std::move(now));
}

/// What is asked of every address, after what was asked of arXiv's: one address, one finding.
void LinkStyle::check_address(const Link& link, std::string complaint, std::string now) {
  if (Untracked clean = without_tracking(now); !clean.address.empty()) {
    const bool empty = clean.parameter.empty();
    complain(complaint, empty ? "the address ends in an empty query"
                              : in_quotes(clean.parameter) + " tells only where the reader comes from");
    now = std::move(clean.address);
  }
  if (std::string secure = http_ ? with_https(now) : now; secure != now) {
    complain(complaint, "the address has http, though the site serves https");
    now = std::move(secure);
  }
  if (complaint.empty()) return;
  const auto [at, with] = least_rewrite(*link.document->source, link.address, now);
  auto finding = report_(link.at(link.address), complaint, std::string(link.at(link.address).text()));
  const Effect effect = link.text.empty() ? Effect::reread : Effect::field;  // a bare address may be read as title
  finding.fix({Safety::safe, effect, "write " + now, {{link.at(at), with}}});
  if (complaint == kWww) finding.severity(Severity::note);
}

void LinkStyle::take_habits(const Sink& before, const SectionMap& sections) {
  const auto& old = static_cast<const LinkStyle&>(before);
  titles_ = old.titles_.carried_over(sections);
  hosts_ = old.hosts_.carried_over(sections);
  types_ = old.types_.carried_over(sections);
  for (const auto& [word, habit] : old.buttons_) buttons_[word] = habit.carried_over(sections);
}

void LinkStyle::end(const List&) {
  for (auto& [word, habit] : buttons_) habit.settle();
  for (Habit* habit : {&titles_, &hosts_, &types_}) habit->settle();
  for (const Case& one : arxivs_) check(one);
}

constexpr const Rule* kYieldsTo[] = {&rules::link_form};

}  // namespace

constinit const Rule rules::link_style{.name = "link-style",
                                       .summary = "links are written as the list writes its links",
                                       .fix = Safety::safe,
                                       .options = kOptions,
                                       .yields_to = kYieldsTo,
                                       .needs_entries = false,
                                       .make = make<LinkStyle>};

}  // namespace paperlint
