// How an address is written, whatever it leads to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "list/list.h"

namespace paperlint {

/// What is wrong with the writing of a link's address.
struct AddressFault {
  enum class Kind {
    invisible,  // a character that nobody sees
    scheme,     // `ttps://`, `https:/`, `http://https://`
    no_scheme,  // `github.com/…`: a browser looks for a file of that name
    joined,     // two addresses run together
    host,       // `https://`: none
    dash,       // a typographic one
    junk,       // a full stop, a bracket or a quote behind its end
    arxiv,      // no identifier or path of arXiv
    local,      // `file:///home/me/paper.pdf`
    redirect,   // `https://www.google.com/url?q=https%3A%2F%2F…`: what a search or a mail makes of an address
  };
  Kind kind;
  std::string found, expected;  // the part that is wrong, and what it should be where that is known
  std::string mended;           // the whole address with this fault mended; empty where nobody can tell
};

/// The first fault, if there is one; only such that no address can have that leads anywhere. `today` tells which arXiv
/// numbers lie ahead.
[[nodiscard]] std::optional<AddressFault> address_fault(std::string_view address, Date today);

/// The fault in the words of a finding.
[[nodiscard]] std::string message(const AddressFault& fault);

/// Whether a text begins as an address does: with `http://` or `https://`, in any case.
[[nodiscard]] bool has_web_scheme(std::string_view text);

}  // namespace paperlint
