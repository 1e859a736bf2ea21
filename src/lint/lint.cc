#include "lint/lint.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <iterator>
#include <limits>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "lint/generated.h"
#include "lint/suppress.h"
#include "list/tokens.h"
#include "text/threads.h"

namespace paperlint {
namespace {

constexpr std::uint32_t kPast = std::numeric_limits<std::uint32_t>::max();

/// The pieces of one kind that are still to be told.
template <class Pieces, class Begin>
class Queue {
 public:
  Queue(const Pieces& pieces, Begin begin, bool told)
      : at_(told ? pieces.begin() : pieces.end()), end_(pieces.end()), begin_(begin) {
    look();
  }
  /// Where the next one begins, or kPast.
  [[nodiscard]] std::uint32_t next() const { return next_; }
  const auto& take() {
    const auto& piece = *at_++;
    look();
    return piece;
  }

 private:
  void look() { next_ = at_ == end_ ? kPast : begin_(*at_); }

  typename Pieces::const_iterator at_, end_;
  Begin begin_;
  std::uint32_t next_ = kPast;
};

/// The texts of one Document, one after the other.
class Texts {
 public:
  Texts(const Document& document, bool told)
      : document_(document), at_(document.blocks.leaves.begin()), end_(document.blocks.leaves.end()) {
    if (!told) at_ = end_;
    text_.document = &document_;
    look();
  }
  [[nodiscard]] std::uint32_t next() const { return next_; }
  /// Good until the next call.
  const Text& take(const Section* section, const Entry* entry) {
    while (entry != nullptr && entry->whole.end <= at_->lines.begin) entry = entry->parent;
    tokenize(*document_.source, document_.blocks, *at_, tokens_);
    text_.leaf = &*at_;
    text_.tokens = tokens_;
    text_.section = section;
    text_.entry = entry;
    ++at_;
    look();
    return text_;
  }

 private:
  void look() {
    while (at_ != end_ && (at_->kind == markdown::Kind::code || at_->kind == markdown::Kind::html)) ++at_;
    next_ = at_ == end_ ? kPast : at_->lines.begin;
  }

  const Document& document_;
  std::vector<markdown::Leaf>::const_iterator at_, end_;
  std::uint32_t next_ = kPast;
  std::vector<Token> tokens_;
  Text text_;
};

/// Which rules: those that read texts, links and what else stands in a file, or those that know of papers alone and ask
/// for copies.
enum class Part : std::uint8_t { all, none, readers, others };

bool holds(Part part, const Rule& rule) {
  if (part == Part::all || part == Part::none) return part == Part::all;
  const Hears& hears = rule.make.hears;
  const bool reader = !rule.asks_copies && (hears.texts || hears.links || !rule.needs_entries);
  return reader == (part == Part::readers);
}

/// A check at work.
struct Running {
  Running(const Rule& of, Severity severity) : rule(of), report(of, severity, findings) {}
  const Rule& rule;
  std::vector<Diagnostic> findings;
  Report report;
  std::unique_ptr<Sink> sink;
};

/// The checks of one part. They are told the List by one thread, and ended by whichever has time.
class Checks {
 public:
  Checks(const List& list, const Selection& selection, Part part) : list_(list) {
    const bool any_read = std::any_of(list.documents.begin(), list.documents.end(),
                                      [](const auto& document) { return document->reading == Reading::read; });
    for (const bool asks_copies : {false, true})
      for (const auto& [rule, severity, settings] : selection.choices) {
        if (rule->make.check == nullptr || !holds(part, *rule) || (rule->needs_entries && !any_read)) continue;
        if (rule->asks_copies != asks_copies) continue;
        Running& check = running_.emplace_back(*rule, severity);
        check.sink = rule->make.check({list, *settings, check.report, selection.facts});
        listen(*check.sink, rule->make.hears);
      }
  }

  void tell(const Former* former) {
    if (running_.empty()) return;
    for (const auto& document : list_.documents)
      if (document->reading != Reading::no_list) tell(*document);
    if (former != nullptr) take_habits(*former);
    told_ = true;
  }

  /// Finds the copies, if they are asked for, while another thread may end the checks that need none.
  void find_copies() const {
    if (!running_.empty() && running_.back().rule.asks_copies) (void)list_.copies();
  }

  /// Ends those that nobody has ended yet, once all are told; a check that is not `kept` goes, for what it knows takes
  /// memory.
  void end(bool kept) {
    for (std::size_t i = 0; told_ && (i = ended_++) < running_.size();) {
      running_[i].sink->end(list_);
      if (!kept) running_[i].sink = nullptr;
    }
  }

  void take(std::vector<Diagnostic>& findings, Heard* heard) {
    for (Running& check : running_) {
      std::move(check.findings.begin(), check.findings.end(), std::back_inserter(findings));
      if (heard != nullptr) heard->emplace_back(&check.rule, std::move(check.sink));
    }
  }

 private:
  void take_habits(const Former& former) {
    const SectionMap sections = same_sections(former.list, list_);
    for (Running& check : running_)
      for (const auto& [rule, before] : former.checks)
        if (rule == &check.rule) check.sink->take_habits(*before, sections);
  }

  /// All pieces in file order; of two that begin together, the one that holds the other first.
  void tell(const Document& document) {
    const bool read = document.reading == Reading::read;
    Queue sections(
        document.sections, [](const Section& s) { return s.whole.begin; }, true);
    Queue labels(
        document.labels, [](const Label& l) { return l.span.begin; }, read);
    Queue entries(
        document.entries, [](const Entry& e) { return e.whole.begin; }, read);
    Queue links(
        document.links, [](const Link& l) { return l.whole.begin; }, true);
    Texts texts(document, !of_texts_.empty());
    const Section* section = nullptr;
    const Entry* entry = nullptr;
    for (const Running& check : running_) check.sink->document(document);
    while (true) {
      const std::uint32_t next = std::min({sections.next(), labels.next(), entries.next(), texts.next(), links.next()});
      if (next == kPast) return;
      if (sections.next() == next) {
        section = &sections.take();
        for (Sink* sink : of_sections_) sink->section(*section);
      } else if (labels.next() == next) {
        const Label& label = labels.take();
        for (Sink* sink : of_labels_) sink->label(label);
      } else if (entries.next() == next) {
        entry = &entries.take();
        for (Sink* sink : of_entries_) sink->entry(*entry);
      } else if (texts.next() == next) {
        const Text& text = texts.take(section, entry);
        for (Sink* sink : of_texts_) sink->text(text);
      } else {
        const Link& link = links.take();
        for (Sink* sink : of_links_) sink->link(link);
      }
    }
  }

  void listen(Sink& sink, const Hears& hears) {
    const auto add = [&sink](bool heard, std::vector<Sink*>& listeners) {
      if (heard) listeners.push_back(&sink);
    };
    add(hears.sections, of_sections_);
    add(hears.labels, of_labels_);
    add(hears.entries, of_entries_);
    add(hears.texts, of_texts_);
    add(hears.links, of_links_);
  }

  const List& list_;
  std::deque<Running> running_;  // those that ask for copies behind the others
  std::atomic<bool> told_ = false;
  std::atomic<std::size_t> ended_ = 0;
  std::vector<Sink*> of_sections_, of_labels_, of_entries_, of_texts_, of_links_;  // those that hear of them
};

/// Sorts by file, span, rule and message; the files in the List's order.
class Order {
 public:
  explicit Order(const List& list) {
    for (const auto& document : list.documents) files_.emplace(document->source.get(), files_.size());
  }
  void sort(std::vector<Diagnostic>& findings) const {
    std::stable_sort(findings.begin(), findings.end(), [this](const Diagnostic& a, const Diagnostic& b) {
      if (a.at.source != b.at.source) return files_.at(a.at.source) < files_.at(b.at.source);
      return std::tie(a.at.span, a.rule->name, a.message) < std::tie(b.at.span, b.rule->name, b.message);
    });
  }

 private:
  std::unordered_map<const Source*, std::size_t> files_;
};

/// Of findings on one place, drops those whose rule yields to the rule of another.
template <class Iterator>
Iterator drop_yielding(Iterator first, Iterator last, Iterator out) {
  std::vector<const Rule*> rules;  // few, however many the findings
  for (Iterator at = first; at != last; ++at)
    if (rules.empty() || rules.back() != at->rule) rules.push_back(at->rule);
  const auto yields = [&](const Rule* rule) {
    return std::find_first_of(rules.begin(), rules.end(), rule->yields_to.begin(), rule->yields_to.end()) !=
           rules.end();
  };
  for (Iterator at = first; at != last; ++at) {
    if (yields(at->rule)) continue;
    if (out != at) *out = std::move(*at);
    ++out;
  }
  return out;
}

/// The findings have to be sorted.
void drop_yielding(std::vector<Diagnostic>& findings) {
  auto out = findings.begin();
  for (auto first = findings.begin(); first != findings.end();) {
    const auto last = std::find_if(first, findings.end(), [&](const Diagnostic& d) { return !(d.at == first->at); });
    out = drop_yielding(first, last, out);
    first = last;
  }
  findings.erase(out, findings.end());
}

}  // namespace

bool worth_a_thread(const List& list) {
  constexpr std::size_t kEntries = 200;
  std::size_t entries = 0;
  for (const auto& document : list.documents) entries += document->entries.size();
  return entries >= kEntries;
}

LintResult lint(const List& list, const Selection& selection, Heard* heard, unsigned jobs) {
  LintResult result;
  const bool parted = jobs > 1 && worth_a_thread(list), kept = heard != nullptr;
  Checks others(list, selection, parted ? Part::others : Part::all);
  Checks readers(list, selection, parted ? Part::readers : Part::none);
  both(
      parted,
      [&] {
        others.tell(selection.former);
        if (parted) others.find_copies();
        others.end(kept);
        readers.end(kept);
      },
      [&] {
        readers.tell(selection.former);
        readers.end(kept);
        others.end(kept);
      });
  others.take(result.diagnostics, heard);
  readers.take(result.diagnostics, heard);
  const Order order(list);
  order.sort(result.diagnostics);
  drop_yielding(result.diagnostics);
  const std::size_t before = result.diagnostics.size();
  result.suppressed = suppress(list, selection, result.diagnostics);
  if (result.diagnostics.size() + result.suppressed != before) order.sort(result.diagnostics);
  spare_generated(list, result.diagnostics);
  for (const auto& document : list.documents)
    if (document->reading == Reading::unread)
      result.remarks.push_back(
          {document->source->path(), std::string(kUnread) + "; only what needs no entries was checked"});
  return result;
}

}  // namespace paperlint
