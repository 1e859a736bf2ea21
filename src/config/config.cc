// toml++ reads and knows where each value stands; what a value means is judged here.
#include "config/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

#include "config/toml_strings.h"
#include "config/toml_text.h"
#include "list/format.h"
#include "report/reports.h"
#include "rules/rules.h"
#include "text/distance.h"
#include "text/pattern.h"

// toml++ asserts what malformed text does not hold (`[!]`, `a = 1979-05-27Tx`) and under NDEBUG
// lets the compiler rely on it. It checks the same once more and reports it, if its assertions say
// nothing. Last, so that no other header sees this.
#undef NDEBUG
#define TOML_ASSERT(condition) static_assert(true)
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace paperlint {
namespace {

constexpr std::size_t kShown = 60;  // bytes of a text that an error shows

constexpr std::array<std::string_view, 4> kSeverities = {"off", "note", "warning", "error"};
constexpr std::array<std::string_view, 8> kKeys = {"include", "exclude",  "generated", "no-list",
                                                   "rules",   "renderer", "venue",     "entry"};

// What a [[venue]] may hold, and the kinds that it may name.
constexpr std::array<std::string_view, 4> kVenueKeys = {"name", "aliases", "kind", "years"};
constexpr std::array<std::string_view, 3> kVenueKinds = {"conference", "workshop", "journal"};
static_assert(static_cast<VenueKind>(0) == VenueKind::conference && static_cast<VenueKind>(2) == VenueKind::journal);
constexpr std::array<std::string_view, 1> kEntryKeys = {"format"};
constexpr std::array<std::string_view, 2> kRenderers = {"github", "gitlab"};  // in the order of Renderer

std::optional<Severity> severity_of(std::string_view word) {
  const auto found = std::find(kSeverities.begin(), kSeverities.end(), word);
  if (found == kSeverities.end()) return std::nullopt;
  return static_cast<Severity>(found - kSeverities.begin());
}

// `a, b or c`
std::string listed(std::span<const std::string_view> words, std::string_view last) {
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) all += i + 1 == words.size() ? last : ", ";
    all += words[i];
  }
  return all;
}

std::string clipped(std::string_view text) {
  if (text.size() <= kShown) return std::string(text);
  std::size_t end = kShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

// What stands behind a key: `= 3`, `is an array`.
std::string shown(const toml::node& node) {
  if (const auto* text = node.as_string()) return fmt::format("= \"{}\"", clipped(text->get()));
  if (const auto* number = node.as_integer()) return fmt::format("= {}", number->get());
  if (const auto* number = node.as_floating_point()) return fmt::format("= {}", number->get());
  if (const auto* truth = node.as_boolean()) return fmt::format("= {}", truth->get());
  if (node.is_table()) return "is a table";
  return node.is_array() ? "is an array" : "is a date or a time";
}

std::string did_you_mean(std::string_view word) {
  return word.empty() ? std::string() : fmt::format("; did you mean '{}'?", word);
}

std::string expected(const Option& option) {
  if (!option.words.empty()) return "expected " + listed(option.words, " or ");
  return option.kind == Option::Kind::pattern ? "expected a regular expression in quotes" : "expected a text in quotes";
}

// Why a text is no value for an option; "" if it is one.
std::string judged(const Option& option, std::string_view text) {
  if (!option.words.empty() && std::find(option.words.begin(), option.words.end(), text) == option.words.end())
    return expected(option);
  if (option.kind == Option::Kind::pattern)
    if (const auto error = pattern_error(text)) return "no regular expression: " + clipped(*error);
  return option.judge ? option.judge(text) : std::string();
}

std::vector<std::string_view> names_of(std::span<const Option* const> options) {
  std::vector<std::string_view> names{"severity"};
  std::transform(options.begin(), options.end(), std::back_inserter(names),
                 [](const Option* one) { return one->name; });
  return names;
}

std::string no_option(const Rule& rule, std::string_view key) {
  const auto names = names_of(rule.options);
  std::string error = fmt::format("[rules.{}] has no option '{}'", rule.name, clipped(key));
  if (const auto near = nearest(key, names); !near.empty()) return error + did_you_mean(near);
  return error + (names.size() == 1 ? "; it has none but severity" : "; it has " + listed(names, " and "));
}

std::string no_key(std::string_view key) {
  std::string error = fmt::format("there is no key '{}'", clipped(key));
  // Only what is near by its letters: a part of a rule's name may mean something else up here.
  const auto rule = rules::nearest(key);
  const std::size_t most = std::max<std::size_t>(key.size() / 3, 1);
  if (!rule.empty() && edit_distance(key, rule, most) <= most)
    return fmt::format("{}; did you mean [rules.{}]?", error, rule);
  if (const auto near = nearest(key, kKeys); !near.empty()) return error + did_you_mean(near);
  return error + "; there are include, exclude, generated, no-list, renderer, [entry], [rules.NAME] and [[venue]]";
}

// Reads one config; errors are kept with their places, because toml++ gives keys in alphabetical
// order.
class Reader {
 public:
  explicit Reader(const std::string& path) : path_(path) { result_.config.path = path; }

  ConfigResult read(std::string_view text) {
    text_ = text;
    if (auto problem = unfit_for_toml(text))
      complain({problem->line, problem->column}, std::move(problem->text));
    else
      parse(text);
    tell();
    return std::move(result_);
  }

 private:
  void complain(toml::source_position at, std::string text) {
    errors_.emplace_back(at.line, at.column, std::move(text));
  }
  void complain(const toml::key& at, std::string text) { complain(at.source().begin, std::move(text)); }
  // A table's own place is its header or its brace, which may stand far from the key.
  void complain(const toml::key& key, const toml::node& value, std::string text) {
    complain(value.is_value() ? value.source().begin : key.source().begin, std::move(text));
  }

  void tell() {
    std::stable_sort(errors_.begin(), errors_.end(), [](const Error& a, const Error& b) {
      return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    });
    for (const auto& [line, column, text] : errors_)
      result_.errors.push_back(fmt::format("{}:{}:{}: {}", path_, line, column, printable(text)));
  }

  void parse(std::string_view text) {
    const toml::parse_result parsed = toml::parse(text);
    if (parsed)
      whole(parsed.table());
    else
      syntax(text, parsed.error());
  }

  void syntax(std::string_view config, const toml::parse_error& error);
  void whole(const toml::table& all);
  void texts(const toml::key& key, const toml::node& value, std::string_view what, std::vector<std::string>& into);
  void text(const toml::key& key, const toml::node& element, std::string_view what, std::vector<std::string>& into);
  void renderer(const toml::key& key, const toml::node& value);
  void all_rules(const toml::key& key, const toml::node& value);
  void rule(const toml::key& key, const toml::node& value);
  void severity(std::string_view where, const toml::key& key, const toml::node& value, Config::RuleConfig& into);
  void option(const Rule& rule, const toml::key& key, const toml::node& value, Config::RuleConfig& into);
  void entry(const toml::key& key, const toml::node& value);
  void formats(const toml::key& key, const toml::node& value, Formats& into);
  void format(const toml::value<std::string>& value, Formats& into);
  void venues(const toml::key& key, const toml::node& value);
  void venue(const toml::table& table);
  void about(const toml::key& key, const toml::node& value, NewVenue& into);

  using Error = std::tuple<toml::source_index, toml::source_index, std::string>;
  const std::string& path_;
  std::string_view text_;  // of the config
  ConfigResult result_;
  std::vector<Error> errors_;
};

void Reader::syntax(std::string_view config, const toml::parse_error& error) {
  const auto at = error.source().begin;
  std::string text(error.description());
  if (!text.empty() && text[0] == 'E') text[0] = 'e';
  if (lacks_quotes(config, at.line)) text += "; a text stands in quotes";
  complain(at, std::move(text));
}

void Reader::whole(const toml::table& all) {
  for (const auto& [key, value] : all) {
    if (key == "include")
      texts(key, value, "pattern", result_.config.include);
    else if (key == "exclude")
      texts(key, value, "pattern", result_.config.exclude);
    else if (key == "generated")
      texts(key, value, "pattern", result_.config.generated.emplace());
    else if (key == "no-list")
      texts(key, value, "heading", result_.config.no_list);
    else if (key == "renderer")
      renderer(key, value);
    else if (key == "rules")
      all_rules(key, value);
    else if (key == "venue")
      venues(key, value);
    else if (key == "entry")
      entry(key, value);
    else
      complain(key, no_key(key.str()));
  }
}

void Reader::texts(const toml::key& key, const toml::node& value, std::string_view what,
                   std::vector<std::string>& into) {
  if (value.is_string()) return text(key, value, what, into);
  const toml::array* const all = value.as_array();
  if (!all) return complain(key, value, fmt::format("{} {}; expected {}s in quotes", key.str(), shown(value), what));
  for (const toml::node& element : *all) text(key, element, what, into);
}

void Reader::text(const toml::key& key, const toml::node& element, std::string_view what,
                  std::vector<std::string>& into) {
  const auto at = element.source().begin;
  const auto* const read = element.as_string();
  if (!read)
    complain(at, fmt::format("an element of {} {}; expected a {} in quotes", key.str(), shown(element), what));
  else if (read->get().empty())
    complain(at, fmt::format("{} holds an empty {}", key.str(), what));
  else
    into.push_back(read->get());
}

void Reader::renderer(const toml::key& key, const toml::node& value) {
  const auto* const text = value.as_string();
  const auto* const found = text ? std::find(kRenderers.begin(), kRenderers.end(), text->get()) : kRenderers.end();
  if (found != kRenderers.end())
    result_.config.renderer = static_cast<Renderer>(found - kRenderers.begin());
  else
    complain(key, value,
             fmt::format("renderer {}; expected {}{}", shown(value), listed(kRenderers, " or "),
                         did_you_mean(text ? nearest(text->get(), kRenderers) : "")));
}

void Reader::all_rules(const toml::key& key, const toml::node& value) {
  const toml::table* const table = value.as_table();
  if (!table)
    return complain(key, value, fmt::format("rules {}; expected a table for each rule, [rules.NAME]", shown(value)));
  for (const auto& [name, settings] : *table) rule(name, settings);
}

void Reader::rule(const toml::key& key, const toml::node& value) {
  const Rule* const found = rules::find(key.str());
  if (!found)
    return complain(key, fmt::format("there is no rule '{}'{} ('paperlint rules' lists all)", clipped(key.str()),
                                     did_you_mean(rules::nearest(key.str()))));
  auto& into = result_.config.rules.try_emplace(found->name, Config::RuleConfig{{}, Settings(*found)}).first->second;
  const toml::table* const table = value.as_table();
  if (!table) return severity("rules", key, value, into);
  const std::string where = fmt::format("rules.{}", found->name);
  for (const auto& [name, setting] : *table) {
    if (name == "severity")
      severity(where, name, setting, into);
    else
      option(*found, name, setting, into);
  }
}

void Reader::severity(std::string_view where, const toml::key& key, const toml::node& value, Config::RuleConfig& into) {
  const auto* const text = value.as_string();
  if (text) into.severity = severity_of(text->get());
  if (text && into.severity) return;
  complain(key, value,
           fmt::format("[{}] {} {}; expected {}{}", where, key.str(), shown(value), listed(kSeverities, " or "),
                       did_you_mean(text ? nearest(text->get(), kSeverities) : "")));
}

void Reader::option(const Rule& rule, const toml::key& key, const toml::node& value, Config::RuleConfig& into) {
  const auto mine =
      std::find_if(rule.options.begin(), rule.options.end(), [&](const Option* one) { return one->name == key.str(); });
  if (mine == rule.options.end()) return complain(key, no_option(rule, key.str()));
  const auto* const text = value.as_string();
  const std::string error = text ? judged(**mine, text->get()) : expected(**mine);
  if (error.empty()) return into.settings.set(**mine, text->get());
  complain(key, value, fmt::format("[rules.{}] {} {}; {}", rule.name, key.str(), shown(value), error));
}

void Reader::entry(const toml::key& key, const toml::node& value) {
  const toml::table* const table = value.as_table();
  if (!table) return complain(key, value, fmt::format("entry {}; expected a table, [entry]", shown(value)));
  for (const auto& [name, setting] : *table) {
    if (name != "format") {
      complain(name, fmt::format("[entry] has no key '{}'; {}", clipped(name.str()),
                                 nearest(name.str(), kEntryKeys).empty() ? "it has format" : "did you mean 'format'?"));
      continue;
    }
    Formats formats;
    this->formats(name, setting, formats);
    if (!formats.all.empty()) result_.config.formats = std::make_shared<const Formats>(std::move(formats));
  }
}

void Reader::formats(const toml::key& key, const toml::node& value, Formats& into) {
  if (const auto* const text = value.as_string()) return format(*text, into);
  const toml::array* const all = value.as_array();
  if (!all || all->empty() || all->size() > Formats::kMost)
    return complain(
        key, value,
        fmt::format("[entry] format {}; expected a text such as \"- [{{title}}]({{url}})\", or 1 to {} of them",
                    all && all->empty() ? "is empty" : shown(value), Formats::kMost));
  for (const toml::node& element : *all) {
    if (const auto* const text = element.as_string())
      format(*text, into);
    else
      complain(element.source().begin,
               fmt::format("an element of [entry] format {}; expected a text in quotes", shown(element)));
  }
}

void Reader::format(const toml::value<std::string>& value, Formats& into) {
  FormatResult read = compile_format(value.get());
  const toml::source_position at = value.source().begin;
  for (const FormatProblem& problem : read.problems) {
    const TomlPlace place = place_in_string(text_, {at.line, at.column}, value.get(), problem.at);
    complain({place.line, place.column}, "[entry] format: " + problem.text);
  }
  if (read.problems.empty()) into.all.push_back(std::move(read.format));
}

void Reader::venues(const toml::key& key, const toml::node& value) {
  const toml::array* const all = value.as_array();
  if (!all)
    return complain(key, value, fmt::format("venue {}; expected a table for each venue, [[venue]]", shown(value)));
  for (const toml::node& element : *all) {
    if (const toml::table* const table = element.as_table())
      venue(*table);
    else
      complain(element.source().begin,
               fmt::format("an element of venue {}; expected a table for each venue, [[venue]]", shown(element)));
  }
}

void Reader::venue(const toml::table& table) {
  NewVenue venue;
  const std::size_t before = errors_.size();
  for (const auto& [key, value] : table) about(key, value, venue);
  if (errors_.size() != before) return;
  if (venue.name.empty()) return complain(table.source().begin, "a [[venue]] has no name");
  std::vector<std::string_view> names{venue.name};
  names.insert(names.end(), venue.aliases.begin(), venue.aliases.end());
  for (const std::string_view name : names)
    if (!Venues::is_name(name))
      return complain(table.source().begin,
                      fmt::format("[[venue]] names '{}'; expected 1 to 64 letters and digits", clipped(name)));
  if (!result_.config.venues.add(venue))
    complain(table.source().begin,
             fmt::format("[[venue]] '{}' bears the name of another [[venue]]", clipped(venue.name)));
}

void Reader::about(const toml::key& key, const toml::node& value, NewVenue& into) {
  const auto wrong = [&](std::string_view expected) {
    complain(key, value, fmt::format("[[venue]] {} {}; {}", key.str(), shown(value), expected));
  };
  const auto* const text = value.as_string();
  if (key == "aliases") {
    texts(key, value, "name", into.aliases);
  } else if (key == "name") {
    if (!text || text->get().empty()) return wrong("expected a name in quotes");
    into.name = text->get();
  } else if (key == "kind") {
    const auto kind = std::find(kVenueKinds.begin(), kVenueKinds.end(), text ? text->get() : "");
    if (kind == kVenueKinds.end()) return wrong("expected " + listed(kVenueKinds, " or "));
    into.kind = static_cast<VenueKind>(kind - kVenueKinds.begin());
  } else if (key == "years") {
    auto years = parse_years(text ? text->get() : "");
    if (!years) return wrong("expected years such as \"2004\", \"2015-\" or \"2001-2019/2 2020-\"");
    into.years = std::move(*years);
  } else {
    const auto near = nearest(key.str(), kVenueKeys);
    complain(key, fmt::format("[[venue]] has no key '{}'{}", clipped(key.str()),
                              near.empty() ? "; it has " + listed(kVenueKeys, " and ") : did_you_mean(near)));
  }
}

}  // namespace

ConfigResult read_config(const std::string& path, std::string_view text) { return Reader(path).read(text); }

}  // namespace paperlint
