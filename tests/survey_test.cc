// What a title says of itself.
#include "list/survey.h"

#include <gtest/gtest.h>

namespace paperlint {
namespace {

TEST(Survey, IsToldByTheWordsThatMeanIt) {
  for (const char* title :
       {"A Survey on Mixture of Experts", "Survey of Schedulers", "Schedulers for Training: A Survey",
        "Schedulers for Training: Survey", "A Comprehensive and Systematic Survey of Experts",
        "A Comprehensive and Up-to-date Survey of Distributed Training",
        "Retrieval for Generation - A Survey of Methods", "Retrieval for Generation \u2013 A Survey of Methods",
        "Experts, a survey on training", "Towards Experts: The First Survey of Training",
        "Small Models: A Survey and Taxonomy", "Systematic Literature Review of Caches",
        "Caches: A Systematic Literature Review", "A Review of Caches", "Comprehensive Survey on Data Loading",
        "Is Bigger Better? A Survey"})
    EXPECT_TRUE(says_survey(title)) << title;
}

TEST(Survey, IsNotToldByWordsThatHappenToStandThere) {
  for (const char* title : {"Caches: Review and Outlook", "Inference Unveiled: Survey and Roofline Model Insights",
                            "Litter: A Toolkit for Scientific Literature Review",
                            "HighReview: Hierarchical Taxonomy-Driven Automatic Literature Review Generation",
                            "Automating Literature Review with Agents", "Models for Systematic Review Automation",
                            "A Survey Propagation Algorithm for Formulas", "AutoSurvey: Models Can Write a Survey",
                            "Prompter: Comprehensive Review Generation for Products",
                            "A Survey of Developers on Testing", "Surveying the Sky", "Peer Review at Scale"})
    EXPECT_FALSE(says_survey(title)) << title;
}

}  // namespace
}  // namespace paperlint
