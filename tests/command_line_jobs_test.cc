// Lists that are checked side by side: the output is that of one after the other.
#include "support/command_line.h"

namespace paperlint {
namespace {

class Jobs : public CommandLine {
 protected:
  Jobs() {
    for (int i = 0; i < 12; ++i) {
      const std::string name = "topic" + std::to_string(i % 3) + "/list" + std::to_string(i);
      write(name + ".md", list(i));
      write(name + "_clean.md", clean_list(name));
      write(name + "_notes.md", "# Notes\n\nNo paper.\n");
    }
    write("topic1/binary.md", std::string("a\0b", 3));
    write("topic2/odd.md", clean_list("odd") + "\xff\n");
    write("joined/paperlint.toml", "include = [\"*.md\"]\n");
    for (int i = 0; i < 6; ++i) write("joined/part" + std::to_string(i) + ".md", list(i % 2));
  }

  static std::string list(int number) {
    std::string text = clean_list("List " + std::to_string(number));
    text += paper("OSDI24", "A Title without Apostrophe " + std::to_string(number), "x" + std::to_string(number));
    if (number % 2 == 0) text += paper("OSDI'24", "Some Title Number 3 of List " + std::to_string(number), "3");
    return text;
  }

  void expect_same(const std::string& arguments) const {
    const Ran one = run("--jobs 1 " + arguments), four = run("--jobs 4 " + arguments);
    EXPECT_EQ(one.code, four.code) << arguments;
    EXPECT_EQ(one.out, four.out) << arguments;
    EXPECT_EQ(one.err, four.err) << arguments;
    EXPECT_FALSE(one.out.empty() && one.err.empty()) << arguments;
  }
};

TEST_F(Jobs, SayTheSameInAllFormats) {
  for (const char* format : {"text", "concise", "json", "sarif", "github", "gitlab", "rdjsonl", "junit"})
    expect_same(std::string("--output-format ") + format);
  expect_same("--verbose");
  expect_same("--statistics");
  expect_same("joined");
}

TEST_F(Jobs, GiveTheSamePatchAndTheSameFixes) {
  expect_same("--diff --unsafe-fixes");
  ASSERT_EQ(shell("cp -R . ../twin && cp -R . ../other").code, 0);
  const Ran one = shell("cd ../twin && " PROGRAM " --fix --unsafe-fixes --jobs 1");
  const Ran four = shell("cd ../other && " PROGRAM " --fix --unsafe-fixes --jobs 4");
  EXPECT_EQ(one.out, four.out);
  EXPECT_EQ(one.err, four.err);
  EXPECT_EQ(shell("diff -r ../twin ../other && ! diff -rq . ../other >&2").code, 0);
  shell("rm -rf ../twin ../other");
}

TEST_F(Jobs, KnowTheSame) {
  ASSERT_NE(run("--jobs 4 --write-baseline known.tsv topic0 topic1/list1.md").code, 1);
  expect_same("--baseline known.tsv");
  expect_same("--baseline known.tsv --fix topic0 --diff");
}

TEST_F(Jobs, AreANumberFromOneOn) {
  for (const char* wrong : {"0", "-1", "many", "1.5", "''"}) {
    const Ran ran = run(std::string("--jobs ") + wrong + " topic0");
    EXPECT_EQ(ran.code, 2) << wrong;
  }
  EXPECT_EQ(run("--jobs 0 topic0").err, "paperlint: --jobs '0': expected a number from 1 on (see --help)\n");
}

}  // namespace
}  // namespace paperlint
