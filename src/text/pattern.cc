#include "text/pattern.h"

#include <re2/re2.h>
#include <re2/stringpiece.h>

namespace paperlint {
namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

struct Pattern::Compiled {
  explicit Compiled(std::string_view pattern) : expression(piece(pattern), RE2::Quiet) {}
  RE2 expression;
};

std::optional<std::string> pattern_error(std::string_view pattern) {
  const RE2 expression(piece(pattern), RE2::Quiet);
  if (expression.ok()) return std::nullopt;
  return expression.error();
}

Pattern::Pattern(std::string_view pattern) : compiled_(std::make_unique<const Compiled>(pattern)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

bool Pattern::found_in(std::string_view text) const {
  return compiled_->expression.ok() && RE2::PartialMatch(piece(text), compiled_->expression);
}

}  // namespace paperlint
