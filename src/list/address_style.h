// Addresses that lead where they should, but could be written otherwise.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paperlint {

/// An address of a paper's page or PDF on arXiv, taken apart as it is written.
struct ArxivLink {
  std::string_view scheme;            // "https://"
  std::string_view host;              // "www.arxiv.org"
  std::string_view kind;              // "abs" or "pdf"
  std::string_view id;                // with its version
  std::string_view type;              // ".pdf" or nothing
  std::string_view rest;              // query and fragment
  [[nodiscard]] bool mirror() const;  // another host than arxiv.org
  /// The address with another kind; a PDF with `type`.
  [[nodiscard]] std::string with(std::string_view new_host, std::string_view new_kind, std::string_view new_type) const;
};

/// Nothing for other addresses, and for those of arXiv that do not name a paper rightly.
[[nodiscard]] std::optional<ArxivLink> arxiv_link(std::string_view address);

/// An address without the parameters that only tell where a reader comes from (`utm_source`, `fbclid`), and without an
/// empty query at its end.
struct Untracked {
  std::string address;    // empty where there is nothing to drop
  std::string parameter;  // the first that is dropped; empty for an empty query
};
[[nodiscard]] Untracked without_tracking(std::string_view address);

/// The address with `https`, where it has `http` and the site is known to serve both; else the same.
[[nodiscard]] std::string with_https(std::string_view address);

}  // namespace paperlint
