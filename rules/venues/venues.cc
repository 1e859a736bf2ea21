#include "rules/venues/venues.h"

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <utility>

namespace paperlint {
namespace {

constexpr std::size_t kLongest = 64;  // bytes of a key; longer texts name no venue

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool in_key(char c) {
  const char l = lower(c);
  return (l >= 'a' && l <= 'z') || is_digit(c) || c == '&' || c == '+' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// A key that needs no memory; empty where it would be too long.
class Key {
 public:
  explicit Key(std::string_view text) {
    for (const char c : text) {
      if (!in_key(c)) continue;
      if (size_ == letters_.size()) {
        size_ = 0;
        return;
      }
      letters_[size_++] = lower(c);
    }
  }
  [[nodiscard]] std::string_view text() const { return {letters_.data(), size_}; }

 private:
  std::array<char, kLongest> letters_;
  std::size_t size_ = 0;
};

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == y; });
}

bool ends_word(char c) { return is_blank(c) || c == '-' || c == ':'; }

template <std::size_t size>
bool is_one_of(std::string_view word, const std::string_view (&words)[size]) {
  return std::any_of(std::begin(words), std::end(words), [word](std::string_view one) { return same_word(word, one); });
}

/// Takes publishers and societies off the front: `ACM SIGCOMM`, `IEEE/ACM ICSE`.
bool strip_publisher(std::string_view& text) {
  constexpr std::string_view kPublishers[] = {"acm",      "ieee",     "usenix",   "siam",     "ifip",
                                              "isoc",     "iacr",     "acm/ieee", "ieee/acm", "ieee/cvf",
                                              "ieee/rsj", "ieee-cvf", "sigplan",  "sigops",   "sigsoft"};
  const auto end = std::find_if(text.begin(), text.end(), ends_word);
  const auto size = static_cast<std::size_t>(end - text.begin());
  if (size + 2 > text.size() || !is_one_of(text.substr(0, size), kPublishers)) return false;
  text = trim(text.substr(size + 1));
  return true;
}

/// Takes a word off the end that tells which part of the venue is meant.
bool strip_part(std::string_view& text, Named::Part& part) {
  constexpr std::string_view kWorkshops[] = {"workshop", "workshops", "ws", "wkshps", "(workshop)", "(workshops)"};
  constexpr std::string_view kOthers[] = {"companion", "demo",  "demos",     "industry", "long",  "main",    "oral",
                                          "poster",    "short", "spotlight", "srw",      "track", "tutorial"};
  const auto end = std::find_if(text.rbegin(), text.rend(), ends_word);
  if (end == text.rend()) return false;
  const auto begin = static_cast<std::size_t>(text.rend() - end);
  const std::string_view word = text.substr(begin);
  if (is_one_of(word, kWorkshops))
    part = Named::Part::workshop;
  else if (same_word(word, "findings") || same_word(word, "(findings)"))
    part = Named::Part::findings;
  else if (same_word(word, "main") || is_one_of(word, kOthers))
    part = same_word(word, "main") ? part : Named::Part::other;
  else
    return false;
  text = trim(text.substr(0, begin - 1));
  return true;
}

bool strip_findings(std::string_view& text) {
  for (const std::string_view start : {std::string_view("findings of "), std::string_view("findings-")})
    if (text.size() > start.size() && same_word(text.substr(0, start.size()), start)) {
      text = trim(text.substr(start.size()));
      return true;
    }
  return false;
}

template <class Row, class Member>
const Row* find_row(const Row* rows, std::size_t count, std::string_view key, Member member) {
  const Row* const row =
      std::lower_bound(rows, rows + count, key, [&](const Row& r, std::string_view k) { return r.*member < k; });
  return row;
}

/// The rows of the table of names whose keys begin with a byte.
std::pair<const KnownName*, const KnownName*> names_with(char first) {
  static const auto kBegins = [] {  // by first byte; one more tells the end
    std::array<const KnownName*, 257> begins{};
    const KnownName* row = tables::names;
    for (std::size_t byte = 0; byte < begins.size(); ++byte) {
      const KnownName* const end = tables::names + tables::name_count;
      while (row != end && static_cast<unsigned char>(row->key.front()) < byte) ++row;
      begins[byte] = row;
    }
    return begins;
  }();
  const auto byte = static_cast<unsigned char>(first);
  return {kBegins[byte], kBegins[byte + 1U]};
}

bool contains(std::span<const YearRange> ranges, std::uint16_t year) {
  return std::any_of(ranges.begin(), ranges.end(), [year](const YearRange& range) {
    return year >= range.first && year <= range.last && (year - range.first) % range.step == 0;
  });
}

}  // namespace

/// A venue of the config, with the memory that its row looks into.
struct Venues::Own {
  NewVenue told;
  std::deque<std::string> keys;
  Venue row;
};

const Venues& Venues::known() {
  static const Venues venues;
  return venues;
}

std::span<const KnownName> Venues::names_of(std::string_view key) const {
  if (key.empty()) return {};
  if (!names_.empty())
    if (const auto own = names_.find(key); own != names_.end()) return own->second;
  const auto [begin, end] = names_with(key.front());
  const KnownName* const first = find_row(begin, static_cast<std::size_t>(end - begin), key, &KnownName::key);
  const KnownName* last = first;
  while (last != end && last->key == key) ++last;
  return {first, last};
}

bool Venues::is_name(std::string_view text) {
  const std::string key = venue_key(text);
  return !key.empty() && key.size() <= kLongest;
}

bool Venues::add(const NewVenue& venue) {
  auto own = std::make_shared<Own>();
  own->told = venue;
  std::vector<std::string_view> texts{own->told.name};
  texts.insert(texts.end(), own->told.aliases.begin(), own->told.aliases.end());
  for (const std::string_view text : texts) {
    std::string key = venue_key(text);
    if (names_.count(key) != 0) return false;
    own->keys.push_back(std::move(key));
  }
  const Venue* base = nullptr;
  for (const std::string& key : own->keys)
    if (const auto names = names_of(key); base == nullptr && !names.empty()) base = names.front().venue;
  if (base != nullptr) own->row = *base;
  own->row.name = own->told.name;
  if (own->told.kind) own->row.kind = *own->told.kind;
  if (!own->told.years.empty()) {
    own->row.years = own->told.years;
    own->row.next = 0;
  }
  own->row.laid_over = base;
  if (base != nullptr) over_[base] = &own->row;
  for (std::size_t i = 0; i < texts.size(); ++i) names_[own->keys[i]].push_back({own->keys[i], texts[i], &own->row, 0});
  own_.push_back(std::move(own));
  return true;
}

bool Venues::look_up(Named& named) const {
  const Key key(named.text);
  const auto names = names_of(key.text());
  if (names.empty()) return false;
  const KnownName* const right = [&]() -> const KnownName* {
    for (const KnownName& name : names)
      if (name.text == named.text) return &name;
    return nullptr;
  }();
  const KnownName& name = right != nullptr ? *right : names.front();
  named.venue = name.venue;
  named.own = name.text;
  named.is_own = right != nullptr;
  named.until = name.until;
  if (const auto over = over_.find(named.venue); over != over_.end()) named.venue = over->second;
  return true;
}

/// Takes a word off that is no part of the name; false where none is left.
bool Venues::strip(Named& named) const {
  if (const std::size_t at = named.text.rfind('@'); at != std::string_view::npos) {
    named.text = trim(named.text.substr(at + 1));
    named.part = Named::Part::workshop;
    return true;
  }
  if (strip_publisher(named.text) || strip_part(named.text, named.part)) return true;
  if (strip_findings(named.text)) {
    named.part = Named::Part::findings;
    return true;
  }
  // `CVPRW`, `CVPR-W`
  if (named.text.size() < 4 || named.text.back() != 'W' || named.part != Named::Part::main) return false;
  Named host;
  host.text = trim(named.text.substr(0, named.text.size() - 1));
  if (!host.text.empty() && host.text.back() == '-') host.text.remove_suffix(1);
  if (!look_up(host) || host.venue->kind != VenueKind::conference) return false;
  named.text = host.text;
  named.part = Named::Part::workshop;
  return true;
}

Named Venues::read(std::string_view text) const {
  Named named;
  named.text = trim(text);
  constexpr int kMost = 6;  // words around a name
  for (int i = 0; i < kMost && !named.text.empty(); ++i)
    if (look_up(named) || !strip(named)) break;
  return named;
}

const Venue* Venues::find(std::string_view name) const {
  Named named;
  named.text = name;
  return look_up(named) ? named.venue : nullptr;
}

const VenueReader::Known::value_type& VenueReader::look_up(std::string_view text) {
  const auto letter = [text](std::size_t at) { return static_cast<unsigned char>(at < text.size() ? text[at] : ' '); };
  const Known::value_type*& recent = recent_[(letter(0) * 5U + letter(1) * 3U + text.size()) % recent_.size()];
  if (recent == nullptr || recent->first != text) {
    auto at = known_.find(text);
    if (at == known_.end()) at = known_.emplace(text, venues_.read(text)).first;
    recent = &*at;
  }
  return *recent;
}

Named VenueReader::operator()(std::string_view text) {
  const auto& [known, read] = look_up(text);
  Named named = read;
  if (!named.text.empty())  // it is a part of the text that was read, not of this one
    named.text = text.substr(static_cast<std::size_t>(named.text.data() - known.data()), named.text.size());
  return named;
}

std::string venue_key(std::string_view name) {
  std::string key;
  for (const char c : name)
    if (in_key(c)) key += lower(c);
  return key;
}

bool held(const Venue& venue, std::uint16_t year) { return venue.years.empty() || contains(venue.years, year); }

std::optional<std::vector<YearRange>> parse_years(std::string_view text) {
  const auto number = [&text](std::size_t digits) -> std::optional<std::uint16_t> {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (i >= text.size() || !is_digit(text[i])) return std::nullopt;
      value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return static_cast<std::uint16_t>(value);
  };
  const auto take = [&text](char c) {
    const bool there = !text.empty() && text.front() == c;
    if (there) text.remove_prefix(1);
    return there;
  };
  std::vector<YearRange> ranges;
  do {
    const auto first = number(4);
    if (!first || *first == 0 || (!ranges.empty() && *first <= ranges.back().last)) return std::nullopt;
    YearRange range{*first, *first, 1};
    if (take('-')) {
      const auto last = !text.empty() && is_digit(text.front()) ? number(4) : kNoEnd;
      if (!last || *last <= *first) return std::nullopt;
      range.last = *last;
      if (take('/')) {
        const auto step = number(1);
        if (!step || *step < 2) return std::nullopt;
        range.step = *step;
      }
    }
    ranges.push_back(range);
  } while (take(' '));
  if (!text.empty()) return std::nullopt;
  return ranges;
}

bool same_row(const Venue& a, const Venue& b) {
  const auto row = [](const Venue& v) { return v.laid_over != nullptr ? v.laid_over : &v; };
  return row(a) == row(b);
}

bool equivalent(const Venue& a, const Venue& b, std::uint16_t year) {
  return std::any_of(tables::equivalents, tables::equivalents + tables::equivalent_count, [&](const Equivalent& pair) {
    const bool both = (same_row(*pair.venue, a) && same_row(*pair.other, b)) ||
                      (same_row(*pair.venue, b) && same_row(*pair.other, a));
    return both && (pair.years.empty() || year == 0 || contains(pair.years, year));
  });
}

const Venue* misspelt(std::string_view text) {
  const Key key(text);
  const Misspelling* const row =
      find_row(tables::misspellings, tables::misspelling_count, key.text(), &Misspelling::key);
  const bool there = row != tables::misspellings + tables::misspelling_count && row->key == key.text();
  return there ? row->venue : nullptr;
}

const Proceedings* proceedings_of(std::string_view identifier) {
  // "pmlr:v97/tan19a", "doi:10.1145/3600006.3613145"
  const std::size_t slash = identifier.find('/');
  if (slash == std::string_view::npos) return nullptr;
  const bool doi = identifier.substr(0, 4) == "doi:";
  const std::string_view series = identifier.substr(0, doi ? identifier.find('.', slash) : slash);
  if (series.size() == identifier.size()) return nullptr;  // a book's own number, or a journal article's
  const Proceedings* const row = find_row(tables::proceedings, tables::proceedings_count, series, &Proceedings::series);
  const bool there = row != tables::proceedings + tables::proceedings_count && row->series == series;
  return there ? row : nullptr;
}

}  // namespace paperlint
