#include "app/command_words.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "text/distance.h"

namespace paperlint {
namespace {

/// What CLI11 says of an option that there is.
std::string in_our_words(const std::string& message) {
  const std::string option = (message.substr(0, 1) == "-" ? "" : "--") + message.substr(0, message.find_first_of(": "));
  if (message.find("required") != std::string::npos) return option + " needs a value";
  if (message.find("flag override") != std::string::npos) return option + " takes no value";
  return message;
}

}  // namespace

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
  const auto begins = std::find_if(known.begin(), known.end(), [&](std::string_view name) {
    return word.size() > 3 && name.substr(0, word.size()) == word;
  });
  const std::string_view near = begins != known.end() ? *begins : nearest(word, known);
  return near.empty() ? "" : fmt::format("; did you mean '{}'?", near);
}

Words::Words() : app_(std::make_unique<CLI::App>()) {
  app_->set_help_flag();
  app_->allow_extras();  // paths too: CLI11 would take `[id]` for a list of values
  app_->allow_windows_style_options(false);
  flags({"--help,-h"});
}

Words::~Words() = default;

Words& Words::flags(std::initializer_list<const char*> names) {
  for (const char* name : names)
    app_->add_flag(name)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast)->disable_flag_override();
  return *this;
}

Words& Words::values(std::initializer_list<const char*> names) {
  for (const char* name : names)
    app_->add_option(name)->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return *this;
}

bool Words::wants_help(std::vector<std::string> words) {
  std::reverse(words.begin(), words.end());
  try {
    app_->parse(words);
  } catch (const CLI::ParseError& error) {
    throw UsageError(in_our_words(error.what()));
  }
  if (has("--help")) return true;
  judge();
  return false;
}

bool Words::has(const std::string& name) const {
  const CLI::Option* const option = app_->get_option_no_throw(name);
  return option != nullptr && option->count() > 0;
}

const std::vector<std::string>& Words::all(const std::string& name) const { return app_->get_option(name)->results(); }

void Words::judge() {
  bool only_rest = false;
  for (std::string& word : app_->remaining()) {
    if (!only_rest && word == "--")
      only_rest = true;
    else if (!only_rest && word.size() > 1 && word.front() == '-')
      throw UsageError(no_option(word));
    else
      rest_.push_back(std::move(word));
  }
  for (const CLI::Option* option : app_->get_options())
    for (const std::string& value : option->results())
      if (option->get_expected_min() > 0 && value.substr(0, 2) == "--")
        throw UsageError(fmt::format("{} needs a value, but '{}' stands there", option->get_name(), value));
}

std::string Words::no_option(std::string_view word) const {
  word = word.substr(0, word.find('='));
  std::vector<std::string> names;
  for (const CLI::Option* option : app_->get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return fmt::format("there is no option '{}'{}", word, did_you_mean(word, {names.begin(), names.end()}));
}

}  // namespace paperlint
