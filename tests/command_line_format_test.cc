// A format set by hand, as users meet it.
#if !defined(_WIN32)

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "support/command_line.h"

namespace paperlint {
namespace {

constexpr const char* kConfig = "[entry]\nformat = \"- [{venue}'{yy}] [{title}]({url}){? (`{name}`)}\"\n";

TEST_F(CommandLine, AFormatHoldsEntriesToIt) {
  write("paperlint.toml", kConfig);
  write("README.md", clean_list());
  EXPECT_EQ(run("--fail-on warning README.md").code, 0);
  std::string text = clean_list();
  const std::size_t link = text.find("](http");
  text.insert(link + 1, " ");
  write("README.md", text);
  const Ran ran = run("--output-format concise --select entry-form,link-form README.md");
  EXPECT_TRUE(has(ran.out, "link-form") != has(ran.out, "entry-form")) << ran.out;
  EXPECT_EQ(run("--fix README.md").code, 0);
  EXPECT_EQ(read("README.md"), clean_list());
}

TEST_F(CommandLine, AWrongFormatEndsTheRunAtItsPlace) {
  write("paperlint.toml", "[entry]\nformat = \"- [{venu}'{yy}] [{title}]({url})\"\n");
  write("README.md", clean_list());
  const Ran ran = run("README.md");
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(
      has(ran.err, "paperlint.toml:2:14: [entry] format: there is no placeholder {venu}; did you mean {venue}?"));
}

TEST_F(CommandLine, StyleNamesTheFormat) {
  write("paperlint.toml", kConfig);
  write("README.md", clean_list() + "\n- [Not in the Format at All](https://arxiv.org/abs/2401.00001)\n");
  const Ran ran = run("style README.md");
  EXPECT_TRUE(has(ran.out, "Formats set by the config\n  - [{venue}'{yy}] [{title}]({url}){?")) << ran.out;
  EXPECT_TRUE(has(ran.out, "  none of them")) << ran.out;
  const auto json = nlohmann::json::parse(run("style --output-format json README.md").out);
  EXPECT_EQ(json["lists"][0]["formats"][0]["papers"], 21);
  EXPECT_EQ(json["lists"][0]["departing"], 1);
  EXPECT_FALSE(nlohmann::json::parse(run("style --isolated --output-format json README.md").out)["lists"][0].contains(
      "formats"));
}

TEST_F(CommandLine, InitProposesAFormatThatHolds) {
  write("README.md", clean_list());
  const std::string config = run("init --stdout README.md").out;
  const std::size_t at = config.find("# [entry]\n# format = ");
  ASSERT_NE(at, std::string::npos) << config;
  const std::size_t end = config.find("\n\n", at);
  std::string said = config.substr(at, end - at);
  said.erase(said.find("# format"), 2).erase(0, 2);
  write("paperlint.toml", said + "\n");
  const Ran ran = run("--fail-on warning README.md");
  EXPECT_EQ(ran.code, 0) << said << ran.out << ran.err;
}

}  // namespace
}  // namespace paperlint

#endif
