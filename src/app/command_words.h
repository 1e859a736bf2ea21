// The words behind a command, taken apart. CLI11 knows what an option is; what is wrong with it is told in our words.
#pragma once

#include <fmt/core.h>

#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace paperlint {

/// The command line asks for something that there is not.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// `; did you mean 'json'?`, or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known);

class Words {
 public:
  Words();
  ~Words();
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  Words& flags(std::initializer_list<const char*> names);
  Words& values(std::initializer_list<const char*> names);
  /// Whether help is asked for: then nothing else counts. Throws UsageError at words that there are not.
  [[nodiscard]] bool wants_help(std::vector<std::string> words);

  /// Whether an option is given; false for one that the command does not have.
  [[nodiscard]] bool has(const std::string& name) const;
  [[nodiscard]] const std::vector<std::string>& all(const std::string& name) const;
  [[nodiscard]] std::string last(const std::string& name, const char* otherwise = "") const {
    return has(name) ? all(name).back() : otherwise;
  }
  [[nodiscard]] const std::vector<std::string>& rest() const { return rest_; }

 private:
  void judge();
  [[nodiscard]] std::string no_option(std::string_view word) const;

  std::unique_ptr<CLI::App> app_;
  std::vector<std::string> rest_;
};

/// The value among `known` that a word names.
template <class Value>
Value chosen(std::string_view flag, std::string_view word,
             const std::vector<std::pair<std::string_view, Value>>& known) {
  std::vector<std::string_view> names;
  std::string all;
  for (const auto& [name, value] : known) {
    if (name == word) return value;
    names.push_back(name);
    all += (all.empty() ? "" : name == known.back().first ? " or " : ", ") + std::string(name);
  }
  throw UsageError(fmt::format("{} '{}': expected {}{}", flag, word, all, did_you_mean(word, names)));
}

}  // namespace paperlint
