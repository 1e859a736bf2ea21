// Which paper an address leads to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace paperlint {

class Address;

/// The paper's identifier that an address holds, in one form for all forms of it:
/// "arxiv:2301.08984" (without version), "doi:10.1145/3600006.3613145" (lower case),
/// "openreview:huy8g3iKy0", "acl:2020.acl-main.1", "pmlr:v97/tan19a", "cvf:…", "usenix:osdi24/agrawal",
/// "neurips:…", "mlsys:…", "vldb:vol17/p863-kim". Empty where it holds none.
[[nodiscard]] std::string identifier(std::string_view address);
[[nodiscard]] std::string identifier(const Address& address);

/// The number, without its version, in an address that is written as arXiv itself writes it now:
/// `https://arxiv.org/abs/2301.08984v2`, or `pdf` for `abs`. Empty for all others. Most addresses of lists are such,
/// and need not be taken apart.
[[nodiscard]] std::string_view arxiv_number(std::string_view address);

/// What an address proves about a paper. Only rows that are certain.
struct Proof {
  std::string venue;  // "OSDI", "NeurIPS", "PVLDB"
  std::uint16_t year = 0;
  bool workshop = false;  // of that venue
  bool findings = false;  // of that venue: an annual volume of what its conference did not take
};
[[nodiscard]] std::optional<Proof> published_at(std::string_view address);

/// The month of an arXiv identifier ("arxiv:2301.08984": 2023, 1); nothing for other identifiers.
struct Month {
  std::uint16_t year = 0;
  std::uint8_t month = 0;
};
[[nodiscard]] std::optional<Month> announced(std::string_view identifier);
/// The month that a number tells which `arxiv_number` has read.
[[nodiscard]] Month announced_with(std::string_view number);

}  // namespace paperlint
