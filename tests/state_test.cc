// What notes say of a paper for a while.
#include "list/state.h"

#include <gtest/gtest.h>

namespace paperlint {
namespace {

TEST(StateNotes, SayWhatEndsOneDay) {
  for (const std::string_view note : {"to appear", "To Appear", "*Under Review*", " to appear", ", to appear",
                                      "accepted", "In press.", "under review at ICLR", "to appear in OSDI'24"})
    EXPECT_TRUE(is_state_note(note)) << note;
}

TEST(StateNotes, AreNotOfCodeNorOfAVenueThatAccepted) {
  for (const std::string_view note : {"code to appear", "to appear in the code repository", "accepted by ICLR 2024",
                                      "TBD", "Oral", "accepted as a poster", "review", "", "to appear in [ICLR](u)"})
    EXPECT_FALSE(is_state_note(note)) << note;
}

}  // namespace
}  // namespace paperlint
