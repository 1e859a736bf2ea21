// The floor of the benchmarks: md4c alone, with callbacks that do nothing.
#pragma once

#include <md4c.h>

#include <cstddef>

namespace paperlint::bench {

/// Whether md_parse goes through. Some bytes past the end must be readable, as they are in a Source: 0.4.8 looks there.
inline bool parse_only(const char* bytes, std::size_t size) {
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; };
  return md_parse(bytes, static_cast<MD_SIZE>(size), &parser, nullptr) == 0;
}

}  // namespace paperlint::bench
