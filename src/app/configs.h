// The configs of a run: one for each folder that has one, read once.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/files.h"
#include "app/inputs.h"
#include "app/links.h"
#include "config/config.h"
#include "list/list.h"

namespace paperlint {

/// A config and what follows from it. Never moves: selections point into it.
struct UsedConfig {
  Config config;
  std::string folder;  // identity of the folder that its patterns count from
  IgnoreList include;  // empty without `include`
  ExcludeList exclude;
  IgnoreList generated;
  Selection selection;
  ReadOptions read;
  bool broken = false;  // it had errors: what it means is not known
  /// How one of its files is read.
  [[nodiscard]] ReadOptions read_options(const InputFile& file) const;
};

class Configs {
 public:
  explicit Configs(const InputOptions&);
  /// The config in force in a folder (an identity).
  const UsedConfig& in(const std::string& folder);
  /// All errors of all configs that were met, each one line.
  [[nodiscard]] const std::vector<std::string>& errors() const { return errors_; }

 private:
  const UsedConfig& load(const std::string& path);

  const InputOptions& options_;
  std::vector<std::string_view> select_, ignore_;
  std::map<std::string, std::unique_ptr<UsedConfig>> by_path_;  // "" holds the defaults
  std::map<std::string, const UsedConfig*> by_folder_;
  std::vector<std::string> errors_;
  LinkedFiles files_;
};

}  // namespace paperlint
