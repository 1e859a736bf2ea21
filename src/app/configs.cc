#include "app/configs.h"

#include "app/paths.h"
#include "app/read.h"

namespace paperlint {
namespace {

constexpr std::uintmax_t kLargestConfig = 10'000'000;

void take_patterns(UsedConfig& used) {
  used.exclude.folder = used.folder;
  for (const std::string& pattern : used.config.exclude) used.exclude.patterns.add(pattern);
  for (const std::string& pattern : used.config.include) used.include.add_anchored(pattern);
  if (used.config.generated)
    for (const std::string& pattern : *used.config.generated) used.generated.add_anchored(pattern);
  used.read.no_list = used.config.no_list;
  used.read.formats = used.config.formats;
}

}  // namespace

ReadOptions UsedConfig::read_options(const InputFile& file) const {
  ReadOptions options = read;
  if (!config.generated) return options;
  const std::string_view below = path_below(folder, file.identity);
  const bool named = !below.empty() && generated(below, false).value_or(false);
  options.origin = named ? Origin::generated : Origin::written;
  if (named) options.generated_by = "'" + config.path + "' says so";
  return options;
}

Configs::Configs(const InputOptions& options)
    : options_(options),
      select_(options.select.begin(), options.select.end()),
      ignore_(options.ignore.begin(), options.ignore.end()) {}

const UsedConfig& Configs::in(const std::string& folder) {
  if (options_.isolated) return load("");
  if (!options_.config.empty()) return load(identity(path_of(options_.config)));
  const UsedConfig*& known = by_folder_[folder];
  if (!known) {
    const auto nearest = find_config(path_of(folder));
    known = &load(nearest ? identity(*nearest) : "");
  }
  return *known;
}

const UsedConfig& Configs::load(const std::string& path) {
  std::unique_ptr<UsedConfig>& used = by_path_[path];
  if (used) return *used;
  used = std::make_unique<UsedConfig>();
  if (!path.empty()) {
    const std::string shown = options_.config.empty() ? from_here(path_of(path)) : shown_path(options_.config);
    const Bytes text = read_bytes(path_of(path), kLargestConfig);
    if (!text.error.empty()) {
      errors_.push_back("paperlint: " + shown + ": " + text.error);
      used->broken = true;
    } else {
      ConfigResult result = read_config(shown, text.bytes);
      errors_.insert(errors_.end(), result.errors.begin(), result.errors.end());
      used->broken = !result.errors.empty();
      used->config = std::move(result.config);
    }
    used->folder = text_of(path_of(path).parent_path());
    take_patterns(*used);
  }
  used->selection = select_rules(used->config, select_, ignore_);
  used->selection.facts.today = options_.today;
  used->selection.facts.pull_request = options_.pull_request;
  used->selection.facts.exists = [this](const Source& source, std::string_view link) { return files_(source, link); };
  return *used;
}

}  // namespace paperlint
