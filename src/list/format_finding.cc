#include "list/format_finding.h"

#include <algorithm>

#include "list/ascii.h"
#include "text/quote.h"

namespace paperlint {
namespace {

constexpr unsigned kSlips = 3;        // more than that, and it is another form
constexpr std::size_t kFormat = 120;  // bytes of a format that a message can bear

/// The optional parts that may end an entry, before its end.
std::string ends(const Format& format) {
  std::string parts;
  std::size_t end = format.steps.size() - 1;
  for (std::size_t i = end; i-- > 0;) {
    const FormatStep& step = format.steps[i];
    if (step.kind != FormatStep::Kind::fork || step.past != end) continue;
    end = i;
    std::size_t close = format.text.size();
    if (step.past + 1u < format.steps.size()) close = format.steps[step.past].at;
    const std::string part = in_quotes(std::string_view(format.text).substr(step.at + 2u, close - step.at - 3u));
    parts = parts.empty() ? part : part + ", " + parts;
  }
  return parts.empty() ? "its end" : parts + " or its end";
}

/// What a format has from a byte on, up to the end of the first placeholder.
std::string wanted(const Format& format, std::size_t at) {
  const std::string_view rest = std::string_view(format.text).substr(at);
  if (rest.empty()) return ends(format);
  if (rest.front() == '\n' || rest.front() == '\r') return "a line break";
  const std::size_t open = std::min(rest.find('{'), rest.size());
  if (rest.substr(open, 2) == "{?" && open > 0) return in_quotes(rest.substr(0, open));
  return in_quotes(rest.substr(0, rest.find('}', open) + (open < rest.size() ? 1 : 0)));
}

/// Back to where the word begins that text and format have begun alike.
void to_word(std::string_view text, const Format& format, Miss& miss) {
  while (miss.at > 0 && miss.in_format > 0 && is_alnum(text[miss.at - 1]) &&
         text[miss.at - 1] == format.text[miss.in_format - 1u]) {
    --miss.at;
    --miss.in_format;
  }
}

/// Whether blocks of this kind, with this marker, can fit.
bool speaks_of(const Format& format, const Entry& entry, const Text& text) {
  if (format.carrier == Carrier::heading) return format.level == text.leaf->level;
  if (format.carrier != Carrier::item) return true;
  const std::string_view marker = entry.text(entry.marker);
  return !marker.empty() && marker.back() == format.marker;
}

/// The word or mark that begins at `at`; the last character of the body at its end.
Span word_at(const Source& source, Span body, std::uint32_t at) {
  const std::string_view text = source.text();
  const auto continues = [&](std::uint32_t one) { return (static_cast<unsigned char>(text[one]) & 0xC0) == 0x80; };
  if (at >= body.end) {
    at = body.end;
    do --at;
    while (at > body.begin && continues(at));
    return {at, body.end};
  }
  while (at + 1 < body.end && is_blank(text[at])) ++at;
  std::uint32_t end = at + 1;
  const bool word = is_alnum(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80;
  while (end < body.end &&
         (continues(end) || (word && (is_alnum(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80))))
    ++end;
  return {at, end};
}

/// The tag or survey mark that a place lies in, which other rules point at as a whole; else the place itself.
Span whole_of(const Entry& entry, Span at) {
  for (const Tag& tag : entry.tags)
    if (tag.whole.contains(at)) return tag.whole;
  return entry.survey && entry.survey->whole.contains(at) ? entry.survey->whole : at;
}

/// With the blanks beside it, where it is a matter of blanks; with its neighbours where it is empty.
Span shown(const Source& source, Span body, const FormatSlip& slip) {
  const std::string_view text = source.text();
  Span at = slip.at;
  if (slip.kind == FormatSlip::Kind::blank && slip.with.empty()) {
    while (at.begin > body.begin && (text[at.begin - 1] == ' ' || text[at.begin - 1] == '\t')) --at.begin;
    return at;
  }
  if (!at.empty()) return at;
  return {at.begin > body.begin ? word_at(source, {body.begin, at.begin}, at.begin).begin : at.begin,
          word_at(source, body, at.begin).end};
}

/// A text as it would be with the slips mended that lie in it.
std::string mended(const Text& text, Span at, const std::vector<const FormatSlip*>& slips) {
  std::string out;
  for (const FormatSlip* slip : slips) {
    out.append(text.text({at.begin, slip->at.begin})).append(slip->with);
    at.begin = slip->at.end;
  }
  return out.append(text.text(at));
}

std::string complaint(const Text& text, Departure& departure) {
  const FormatSlip& slip = *departure.slips.front();
  const bool blank = departure.slips.size() == 1 && slip.kind == FormatSlip::Kind::blank;
  const std::string_view old = text.text(slip.at);
  departure.with = blank ? slip.with : mended(text, departure.at, departure.slips);
  if (blank) return slip.with.empty() ? "a blank too many" : old.empty() ? "a blank is missing" : "a tab for a blank";
  return "found " + in_quotes(text.text(departure.at)) + ", expected " + in_quotes(departure.with);
}

std::string of_format(const Format& format) {
  std::string shown = format.text;
  shown.erase(std::remove(shown.begin(), shown.end(), '\r'), shown.end());
  for (std::size_t at = 0; (at = shown.find('\n', at)) != std::string::npos; at += 2) shown.replace(at, 1, "\\n");
  if (shown.size() > kFormat) {
    std::size_t end = kFormat;
    while ((static_cast<unsigned char>(shown[end]) & 0xC0) == 0x80) --end;
    shown = shown.substr(0, end) + "\u2026";
  }
  return " (format: " + shown + ")";
}

}  // namespace

/// Those in one tag are mended together.
void Departures::slips(const Text& text, const Format& format) {
  for (const FormatSlip& slip : fit_.slips) {
    const Span at = whole_of(*text.entry, shown(*text.document->source, matcher_.body(), slip));
    if (found_.empty() || found_.back().at != at) found_.push_back({at, {}, {}, {}});
    found_.back().slips.push_back(&slip);
  }
  for (Departure& one : found_) one.message = complaint(text, one) + of_format(format);
}

/// Of several formats the one that is followed furthest in the text.
void Departures::place(const Text& text) {
  const Entry& entry = *text.entry;
  const Source& source = *text.document->source;
  const Format* nearest = nullptr;
  Miss best;
  for (const Format& format : entry.document->formats->all) {
    if (format.carrier != entry.carrier || !speaks_of(format, entry, text)) continue;
    (void)matcher_.match(format, 0, fit_);
    if (nearest != nullptr && matcher_.miss().at <= best.at) continue;
    nearest = &format;
    best = matcher_.miss();
  }
  if (nearest == nullptr) return marker(text);
  to_word(source.text(), *nearest, best);
  const Span at = word_at(source, matcher_.body(), best.at);
  const std::string found = best.at >= matcher_.body().end ? "the entry ends" : "found " + in_quotes(text.text(at));
  found_.push_back(
      {whole_of(entry, at), found + ", expected " + wanted(*nearest, best.in_format) + of_format(*nearest), {}, {}});
}

/// No format has the marker, or the level of heading.
void Departures::marker(const Text& text) {
  const Entry& entry = *text.entry;
  const auto& all = entry.document->formats->all;
  const Format& format =
      *std::find_if(all.begin(), all.end(), [&](const Format& one) { return one.carrier == entry.carrier; });
  const Span first = word_at(*text.document->source, matcher_.body(), matcher_.body().begin);
  const bool item = entry.carrier == Carrier::item;
  const std::string found = item ? "found the marker " + in_quotes(entry.text(entry.marker)) + ", expected " +
                                       in_quotes(std::string_view(format.text).substr(0, format.text.find(' ')))
                                 : "found a heading of level " + std::to_string(text.leaf->level) +
                                       ", expected level " + std::to_string(format.level);
  found_.push_back({item ? entry.marker : first, found + of_format(format), {}, {}});
}

const std::vector<Departure>& Departures::of(const Text& text) {
  found_.clear();
  matcher_.take(*text.document->source, text.entry->body, text.tokens, text.entry->carrier);
  if (matcher_.body().empty() || matcher_.body().size() > FormatMatcher::kLongest) return found_;
  for (unsigned slips = 1; slips <= kSlips; ++slips)
    for (const Format& format : text.document->formats->all)
      if (format.carrier == text.entry->carrier && speaks_of(format, *text.entry, text) &&
          matcher_.match(format, slips, fit_)) {
        this->slips(text, format);
        return found_;
      }
  place(text);
  return found_;
}

}  // namespace paperlint
