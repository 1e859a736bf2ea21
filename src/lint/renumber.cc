#include "lint/renumber.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "list/addresses.h"
#include "list/anchors.h"
#include "list/definitions.h"
#include "list/relative.h"
#include "list/sections.h"
#include "text/slug.h"

namespace paperlint {
namespace {

bool is_digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

/// Whether what stands before a number says that it is a section's: `section `, `§`, `see `, `**`, or a parenthesis
/// that holds the number alone.
bool announces(std::string_view before, std::string_view behind) {
  if (before.ends_with('(') && behind.starts_with(')')) return true;
  before = before.substr(0, before.find_last_not_of(" *_`(") + 1);
  if (before.empty() || before.ends_with("\u00A7")) return true;
  const std::size_t blank = before.find_last_of(" \t\r\n(");
  std::string word = in_lower_case(before.substr(blank == std::string_view::npos ? 0 : blank + 1));
  if (word.ends_with('.')) word.pop_back();
  constexpr std::string_view kWords[] = {"section", "sections", "sec", "chapter", "ch", "part", "see", "in", "and"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

/// Where a link's text speaks of a section by this number: at its begin, but not `3 papers`, or announced.
std::size_t find_number(std::string_view text, std::string_view number) {
  for (std::size_t at = text.find(number); at != std::string_view::npos; at = text.find(number, at + 1)) {
    const std::string_view behind = text.substr(at + number.size());
    const bool apart = at == 0 || (!is_digit(text, at - 1) && text[at - 1] != '.' && text[at - 1] != '-');
    if (!apart || is_digit(behind, 0) || (behind.starts_with('.') && is_digit(behind, 1))) continue;
    const bool counts = number.find('.') == std::string_view::npos && behind.size() > 1 && behind[0] == ' ' &&
                        behind[1] >= 'a' && behind[1] <= 'z';
    if (at == 0 ? !counts : announces(text.substr(0, at), behind)) return at;
  }
  return std::string_view::npos;
}

/// Headings, contents and references, numbered anew in one fix.
class Renumbering {
 public:
  Renumbering(const Document& document, const Numbers& numbers)
      : document_(document), now_(numbers.renumbered()), anchors_(document) {
    for (const Section& section : document.sections)
      if (section.number) rename(section, numbers.odd(section) ? -1 : numbers.level(section).dot());
  }
  std::shared_ptr<const Fix> fix(const List& list);

 private:
  struct Name {
    std::string old_number, number, slug;
    bool old_dot, dot;
  };
  void rename(const Section& section, int dot);
  void heading(const Section& section, const Name& name);
  void links(const Document& from, const ListFiles& files);
  void link(const Document& from, const ListFiles& files, Span address, Span text);
  void text(const Document& from, Span text, const Name& name);
  void reference(const CrossReference& reference);
  void edit(const Document& in, Span span, std::string text);

  const Document& document_;
  const std::vector<Parts>& now_;
  const Anchors anchors_;                // as they are
  std::map<std::uint32_t, Name> names_;  // by section, of those that change
  std::map<std::string, std::string, std::less<>> by_number_;
  Fix fix_{.safety = Safety::unsafe,
           .effect = Effect::field,
           .title = "renumber the headings, and what refers to them",
           .edits = {}};
};

void Renumbering::rename(const Section& section, int dot) {
  const Number& number = *section.number;
  const bool wanted = dot < 0 ? number.final_dot : dot == 1;
  const Parts& parts = now_[section.index];
  if (parts == number.parts && wanted == number.final_dot) return;
  names_[section.index] = {to_string(number), to_string(parts), {}, number.final_dot, wanted};
  by_number_.try_emplace(to_string(number), to_string(parts));
}

void Renumbering::edit(const Document& in, Span span, std::string text) {
  const Place place{in.source.get(), span};
  if (place.text() != text) fix_.edits.push_back({place, std::move(text)});
}

void Renumbering::heading(const Section& section, const Name& name) {
  Span span = section.number->digits;
  if (name.old_dot != name.dot) {
    if (name.old_dot) ++span.end;
    edit(document_, span, name.number + (name.dot ? "." : ""));
  } else {
    edit(document_, span, name.number);
  }
}

void Renumbering::links(const Document& from, const ListFiles& files) {
  for (const Link& next : from.links)
    if (!next.address.empty()) link(from, files, next.address, next.text);
  for (const Span address : from.html_addresses) link(from, files, address, {});
  for (const Span address : definition_addresses(from)) link(from, files, address, {});
}

/// The address follows the anchor.
void Renumbering::link(const Document& from, const ListFiles& files, Span address, Span text) {
  const std::string_view written = from.source->text(address);
  if (written.find('#') == std::string_view::npos || !is_relative(written)) return;
  const Relative parts = split_relative(written);
  if (!parts.has_fragment || files(from, parts.path) != &document_) return;
  const Section* const section = anchors_(parts.fragment).section;
  const auto name = section == nullptr ? names_.end() : names_.find(section->index);
  if (name == names_.end()) return;
  this->text(from, text, name->second);
  edit(from, {address.end - static_cast<std::uint32_t>(parts.fragment.size()), address.end}, name->second.slug);
}

/// The text of a link follows where it says the old number.
void Renumbering::text(const Document& from, Span text, const Name& name) {
  std::string_view rest = from.source->text(text);
  const std::size_t at = find_number(rest, name.old_number);
  if (at == std::string_view::npos) return;
  text.begin += static_cast<std::uint32_t>(at);
  rest.remove_prefix(at + name.old_number.size());
  const bool dotted = rest.starts_with('.');
  const bool follows = at == 0 && dotted == name.old_dot && name.dot != name.old_dot && !rest.empty();
  const auto length = static_cast<std::uint32_t>(name.old_number.size() + (follows && dotted ? 1 : 0));
  edit(from, {text.begin, text.begin + length}, name.number + (follows && name.dot ? "." : ""));
}

void Renumbering::reference(const CrossReference& reference) {
  if (reference.address) return;
  const std::string_view text = document_.source->text(reference.text);
  const auto name = by_number_.find(text);
  if (name != by_number_.end()) edit(document_, reference.text, name->second);
}

std::shared_ptr<const Fix> Renumbering::fix(const List& list) {
  Slugger slugger;
  for (const Section& section : document_.sections) {
    if (section.level == 0) continue;
    const auto name = names_.find(section.index);
    std::string rendered = section.rendered;
    if (name != names_.end()) {
      const std::string old = name->second.old_number + (name->second.old_dot ? "." : "");
      if (rendered.rfind(old, 0) != 0) return nullptr;
      rendered.replace(0, old.size(), name->second.number + (name->second.dot ? "." : ""));
    }
    const std::string slug = slugger(rendered);
    if (name == names_.end()) {
      if (slug != section.slug) return nullptr;
      continue;
    }
    name->second.slug = slug;
    heading(section, name->second);
  }
  const ListFiles files(list);
  for (const auto& from : list.documents) links(*from, files);
  for (const CrossReference& next : document_.references) reference(next);
  std::sort(fix_.edits.begin(), fix_.edits.end(), [](const Edit& a, const Edit& b) {
    return std::pair(a.at.source->path(), a.at.span) < std::pair(b.at.source->path(), b.at.span);
  });
  return std::make_shared<const Fix>(std::move(fix_));
}

}  // namespace

std::shared_ptr<const Fix> renumbering(const List& list, const Document& document, const Numbers& numbers) {
  return Renumbering(document, numbers).fix(list);
}

}  // namespace paperlint
