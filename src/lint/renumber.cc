#include "lint/renumber.h"

#include <algorithm>
#include <map>
#include <string>

#include "list/sections.h"
#include "text/slug.h"

namespace paperlint {
namespace {

/// Headings, contents and references, numbered anew in one fix.
class Renumbering {
 public:
  Renumbering(const Document& document, const Numbers& numbers) : document_(document), now_(numbers.renumbered()) {
    for (const Section& section : document.sections)
      if (section.number) rename(section, numbers.odd(section) ? -1 : numbers.level(section).dot());
  }
  std::shared_ptr<const Fix> fix();

 private:
  struct Name {
    std::string old_number, number, slug;
    std::size_t links = 0;  // that were mended
    bool old_dot, dot;
  };
  void rename(const Section& section, int dot);
  void heading(const Section& section, const Name& name);
  void link(const Link& link);
  void reference(const CrossReference& reference);
  void edit(Span span, std::string text);
  [[nodiscard]] bool leaves_mentions() const;

  const Document& document_;
  const std::vector<Parts>& now_;
  std::map<std::uint32_t, Name> names_;  // by section, of those that change
  std::map<std::string_view, std::uint32_t> by_slug_;
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
  names_[section.index] = {to_string(number), to_string(parts), {}, 0, number.final_dot, wanted};
  by_slug_[section.slug] = section.index;
}

/// Whether the file names an anchor that changes in a way that no link was mended for: in HTML, say.
bool Renumbering::leaves_mentions() const {
  const std::string_view text = document_.source->text();
  std::map<std::uint32_t, std::size_t> mentions;
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
    const std::size_t end = std::min(text.find_first_of("# )\"'>\n\r\t]", at + 1), text.size());
    const auto slug = by_slug_.find(text.substr(at + 1, end - at - 1));
    if (slug != by_slug_.end()) ++mentions[slug->second];
  }
  return std::any_of(mentions.begin(), mentions.end(), [&](const auto& mention) {
    const Name& name = names_.at(mention.first);
    return name.slug != document_.sections[mention.first].slug && mention.second > name.links;
  });
}

void Renumbering::edit(Span span, std::string text) {
  const Place place{document_.source.get(), span};
  if (place.text() != text) fix_.edits.push_back({place, std::move(text)});
}

void Renumbering::heading(const Section& section, const Name& name) {
  Span span = section.number->digits;
  if (name.old_dot != name.dot) {
    if (name.old_dot) ++span.end;
    edit(span, name.number + (name.dot ? "." : ""));
  } else {
    edit(span, name.number);
  }
}

/// The address follows the anchor; the text follows where it begins with the old number.
void Renumbering::link(const Link& link) {
  const std::string_view address =
      link.text.empty() && link.address.empty() ? std::string_view{} : document_.source->text(link.address);
  if (address.empty() || address.front() != '#') return;
  const auto at = by_slug_.find(address.substr(1));
  if (at == by_slug_.end()) return;
  Name& name = names_.at(at->second);
  ++name.links;
  std::string_view text = document_.source->text(link.text);
  if (text.substr(0, name.old_number.size()) == name.old_number) {
    const char next = text.size() > name.old_number.size() ? text[name.old_number.size()] : ' ';
    const bool digit = next >= '0' && next <= '9';
    const bool dotted =
        next == '.' && !(text.size() > name.old_number.size() + 1 && text[name.old_number.size() + 1] >= '0' &&
                         text[name.old_number.size() + 1] <= '9');
    Span span{link.text.begin, link.text.begin + static_cast<std::uint32_t>(name.old_number.size())};
    const bool follow = dotted == name.old_dot && name.dot != name.old_dot && text.size() > name.old_number.size();
    if (follow && dotted) ++span.end;
    if (!digit) edit(span, name.number + (follow && name.dot ? "." : ""));
  }
  edit({link.address.begin + 1, link.address.end}, name.slug);
}

void Renumbering::reference(const CrossReference& reference) {
  if (reference.address) return;
  const std::string_view text = document_.source->text(reference.text);
  for (const auto& [index, name] : names_)
    if (text == name.old_number) return edit(reference.text, name.number);
}

std::shared_ptr<const Fix> Renumbering::fix() {
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
  for (const Link& next : document_.links) link(next);
  for (const CrossReference& next : document_.references) reference(next);
  if (leaves_mentions()) return nullptr;
  std::sort(fix_.edits.begin(), fix_.edits.end(), [](const Edit& a, const Edit& b) { return a.at.span < b.at.span; });
  return std::make_shared<const Fix>(std::move(fix_));
}

}  // namespace

std::shared_ptr<const Fix> renumbering(const Document& document, const Numbers& numbers) {
  return Renumbering(document, numbers).fix();
}

}  // namespace paperlint
