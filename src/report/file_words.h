// What the files of a List are to each other and who writes them, in words.
#pragma once

#include <string>

#include "list/list.h"
#include "list/mirrors.h"

namespace paperlint {

/// "is generated: the comment in line 1 says so"; empty where people write the whole file.
[[nodiscard]] std::string origin_in_words(const Document& document);

/// "is a translation of README.md: 58 of its 60 papers stand in other files too"
[[nodiscard]] std::string in_words(const Mirror& mirror);

}  // namespace paperlint
