// What --help prints.
#pragma once

#include <string_view>

namespace paperlint {

extern const std::string_view kCheckHelp, kStyleHelp, kInitHelp, kExplainHelp, kRulesHelp;

}  // namespace paperlint
