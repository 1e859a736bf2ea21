#include "rules/rules.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/distance.h"

namespace paperlint::rules {

const Rule* find(std::string_view name) {
  const auto rule = std::find_if(std::begin(all), std::end(all), [&](const Rule* one) { return one->name == name; });
  return rule == std::end(all) ? nullptr : *rule;
}

std::string_view nearest(std::string_view name) {
  std::array<std::string_view, std::size(all)> names;
  std::transform(std::begin(all), std::end(all), names.begin(), [](const Rule* one) { return one->name; });
  return paperlint::nearest(name, names);
}

}  // namespace paperlint::rules
