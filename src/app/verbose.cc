#include "app/verbose.h"

#include "list/copies.h"
#include "list/style.h"
#include "report/file_words.h"
#include "report/words.h"

namespace paperlint {
namespace {

void add(std::string& text, const std::string& part) { text += (text.empty() ? "" : ", ") + part; }

std::string most_voted(const Habit& habit) {
  const auto& votes = habit.votes();
  return votes.empty() ? "" : votes.front().first + " (" + grouped(votes.front().second) + " times)";
}

/// What a List does nearly everywhere, as far as it was inferred.
std::string habits(const List& list) {
  std::string text;
  if (!list.style) return text;
  for (const NamedHabit& named : kHabits)
    if (const std::string form = most_voted((*list.style).*named.habit); !form.empty())
      add(text, std::string(named.name) + " as " + form);
  if (list.style->order == Direction::newest_first) add(text, "newest first");
  if (list.style->order == Direction::oldest_first) add(text, "oldest first");
  return text;
}

}  // namespace

void tell_more(const LoadedList& loaded, const UsedConfig& used, Notes& notes) {
  const std::string understood = habits(loaded.list);
  for (std::size_t i = 0; i < loaded.files.size(); ++i) {
    const Document& document = *loaded.list.documents[i];
    if (!loaded.files[i].asked || document.reading == Reading::no_list) continue;
    notes.line(loaded.files[i].shown, used.config.path.empty() ? "no config" : "config " + used.config.path);
    if (document.reading != Reading::read) continue;
    if (const Mirror* const mirror = loaded.list.copies().mirror(&document))
      notes.line(loaded.files[i].shown, in_words(*mirror));
    notes.line(loaded.files[i].shown,
               counted(document.papers(), "paper") + (understood.empty() ? "" : "; the list has " + understood));
  }
}

}  // namespace paperlint
