// A rule is plain data; a check is a listener made by it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "lint/diagnostic.h"
#include "list/list.h"
#include "list/style.h"
#include "rules/venues/venues.h"
#include "text/slug.h"

namespace paperlint {

struct Rule;

/// What a rule can be told in `[rules.NAME]`: its declaration, default, help and key at once.
struct Option {
  enum class Kind : std::uint8_t { word, text, pattern };
  std::string_view name;
  std::string_view value;                        // the default, in the user's spelling
  std::string_view help;                         // one line, no full stop
  std::span<const std::string_view> words = {};  // what it may be, where it is a word
  Kind kind = Kind::word;
  /// Whether a text is a value for this option; the error says what would be right, "" if it is one.
  std::string (*judge)(std::string_view) = nullptr;
};

/// What the user decided for one rule. A check asks by option and never sees a bad value.
class Settings {
 public:
  explicit Settings(const Rule& rule);
  void set(const Option&, std::string value);
  [[nodiscard]] std::string_view operator[](const Option&) const;
  [[nodiscard]] bool is_auto(const Option& option) const { return (*this)[option] == "auto"; }

 private:
  std::vector<std::pair<const Option*, std::string>> values_;
};

/// Where a check complains.
class Report {
 public:
  /// A finding under construction; it counts from the call on.
  class Finding {
   public:
    Finding& note(Place at, std::string text);
    Finding& fix(Fix fix) { return fix_with(std::make_shared<const Fix>(std::move(fix))); }
    Finding& fix_with(std::shared_ptr<const Fix> shared);
    /// Lowers the severity of this one finding (never above what the user set for the rule).
    Finding& severity(Severity severity);

   private:
    friend class Report;
    Finding(std::vector<Diagnostic>& all, std::size_t index, Severity most) : all_(all), index_(index), most_(most) {}
    std::vector<Diagnostic>& all_;
    std::size_t index_;
    Severity most_;
  };

  Report(const Rule& rule, Severity severity, std::vector<Diagnostic>& findings)
      : rule_(rule), severity_(severity), findings_(findings) {}
  /// `subject` names what the finding is about (a paper, a section, a link), wherever it stands.
  Finding operator()(Place at, std::string message, std::string subject);

 private:
  const Rule& rule_;
  Severity severity_;
  std::vector<Diagnostic>& findings_;
};

/// The kinds of pieces that a check hears of. No time goes into telling it of others, or into reading texts for none.
struct Hears {
  bool sections = true, labels = true, entries = true, texts = true, links = true;
};

/// Hears of a List piece by piece, in file order.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void document(const Document&) {}
  virtual void section(const Section&) {}
  virtual void label(const Label&) {}
  virtual void entry(const Entry&) {}
  virtual void text(const Text&) {}
  virtual void link(const Link&) {}
  /// Before `end` where the List has been changed, as in a pull request: takes over the habits that the same check
  /// found in the List as it was, so that no change outvotes a list. `sections` leads from its Sections to those of
  /// today.
  virtual void take_habits(const Sink& /*before*/, const SectionMap& /*sections*/) {}
  /// The whole List has been told.
  virtual void end(const List&) {}
};

/// What is known besides the List itself.
struct Facts {
  Date today;  // year 0: nobody knows
  Renderer renderer = Renderer::github;
  bool pull_request = false;                // what a change brings is told, and no more
  const Venues* venues = &Venues::known();  // with those of the config
  /// Whether the file or folder that a relative path names is there; the path counts from the folder of the Source.
  /// Nothing where nobody can tell, as for standard input.
  std::function<std::optional<bool>(const Source&, std::string_view path)> exists;
};

/// What a check is made of.
struct Context {
  const List& list;  // with its Style
  const Settings& settings;
  Report& report;
  const Facts& facts;
};

/// How a check is made, and what it hears of.
struct Maker {
  std::unique_ptr<Sink> (*check)(const Context&) = nullptr;
  Hears hears;
};

struct Rule {
  std::string_view name;                     // what users type; also both file names
  std::string_view summary;                  // one line, no full stop; the README table is made of these
  Severity severity = Severity::warning;     // unless the config says otherwise
  std::optional<Safety> fix = std::nullopt;  // the boldest fix it may offer; tests hold it to that
  std::span<const Option* const> options = {};
  std::span<const Rule* const> yields_to = {};  // a finding of theirs on the same span goes before
  bool needs_entries = true;                    // silent where the entries can't be read
  bool asks_copies = false;                     // of the List, which take long to find
  Maker make = {};                              // nothing where the rule is no check
};

/// The usual `Rule::make`. The check hears of the pieces that it has a function for: `&Check::entry` is a member of
/// Sink where Check has none of its own.
template <class Check>
inline constexpr Maker make{
    .check = [](const Context& context) -> std::unique_ptr<Sink> { return std::make_unique<Check>(context); },
    .hears = {.sections = !std::is_same_v<decltype(&Check::section), decltype(&Sink::section)>,
              .labels = !std::is_same_v<decltype(&Check::label), decltype(&Sink::label)>,
              .entries = !std::is_same_v<decltype(&Check::entry), decltype(&Sink::entry)>,
              .texts = !std::is_same_v<decltype(&Check::text), decltype(&Sink::text)>,
              .links = !std::is_same_v<decltype(&Check::link), decltype(&Sink::link)>}};

}  // namespace paperlint
