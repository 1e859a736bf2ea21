// unused-suppression: comments for paperlint that do nothing. See unused-suppression.md.
//
// It is no check that hears of the list: `lint` knows what each comment silenced (src/lint/suppress.cc).
#include "rules/rules.h"

namespace paperlint {

constinit const Rule rules::unused_suppression{
    .name = "unused-suppression",
    .summary = "each suppression comment silences something, and names its rule",
    .fix = Safety::safe,
    .needs_entries = false};

}  // namespace paperlint
