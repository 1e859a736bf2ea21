#include "list/title_case.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace paperlint {
namespace {

TEST(InCapitals, IsWhatHardlyHasAnotherLetter) {
  EXPECT_TRUE(in_capitals("FINCH: SMALL JOBS IN LARGE GAPS"));
  EXPECT_TRUE(in_capitals("SHEARED LLaMA: LANGUAGE MODELS BY PRUNING"));
  for (const char* title :
       {"", "BERT, GPT and T5: Large Models Compared", "HTTP/3 over QUIC over UDP", "A B C D E F G",
        "BERT ALBERT ROBERTA ELECTRA and the others", "\u8BBA\u6587 DEEP LEARNING FOR VISION MODELS"})
    EXPECT_FALSE(in_capitals(title)) << title;
}

TEST(TitleWords, AreWrittenAsTheListWritesThem) {
  TitleWords words;
  words.want("OPENHANDS: SERVING LLMS ON PHONES");
  words.want("WREN: MODELS OF BNNS ON 3D CHIPS, A STUDY");
  words.add("OpenHands: An Open Platform of LLMs");
  words.add("Serving LLMs on Phones: Models and models");
  words.add("What Models Cost");
  EXPECT_EQ(words.recased("OPENHANDS: SERVING LLMS ON PHONES"), "OpenHands: Serving LLMs on Phones");
  EXPECT_EQ(words.recased("WREN: MODELS OF BNNS ON 3D CHIPS, A STUDY"), "WREN: Models of BNNS on 3D Chips, a Study");
  EXPECT_EQ(words.recased("ON PHONES: THE MODELS"), "On Phones: The Models");
  EXPECT_EQ(words.recased("PRICES FOR $N$ IDLE MACHINES"), std::nullopt);
  EXPECT_EQ(words.recased("R\u00C9SUM\u00C9S OF IDLE MACHINES"), std::nullopt);
}

TEST(TitleWords, AreFoundInLinearTime) {
  std::string title;
  for (int i = 0; i < 200000; ++i) title += "WORD" + std::to_string(i % 1000) + " ";
  TitleWords words;
  const auto begin = std::chrono::steady_clock::now();
  words.want(title);
  words.add(title);
  EXPECT_TRUE(words.recased(title));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

}  // namespace
}  // namespace paperlint
