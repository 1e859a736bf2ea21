// Each call of a run fails, or the run is killed at it: every file holds what it held before or what it is to hold.
#include "support/faulty_folder.h"

#if defined(PAPERLINT_TRACED)

#include <cerrno>
#include <csignal>
#include <set>
#include <system_error>
#include <utility>

namespace paperlint {
namespace {

const std::vector<std::string> kFix{"--fix", "--jobs", "1", "."};

/// Two lists that have nothing to do with each other; each has a safe fix.
Texts two_lists() { return {{"a.md", list_without_apostrophe()}, {"b.md", list_without_apostrophe()}}; }

/// Two files of one list, and a fix that changes both: most of it writes the venue otherwise.
Texts a_set() {
  const auto list = [](const std::string& name) {
    std::string text = "# Papers\n\n## Systems\n\n";
    for (int i = 1; i <= 12; ++i)
      text += paper("osdi'24", "Some Title Number " + std::to_string(i) + " of " + name, name + std::to_string(i));
    return text;
  };
  return {{"paperlint.toml", "include = [\"a.md\", \"b.md\"]\n"},
          {"a.md", list("A") + paper("OSDI'24", "A Title of Its Own", "x")},
          {"b.md", list("B")}};
}

bool is_rename(const Call& call) { return call.name == "rename"; }

class Faults : public FaultyFolder {
 protected:
  Texts after(const Texts& before, const std::vector<std::string>& arguments) const {
    fill(before);
    const Ended ended = run(arguments);
    EXPECT_EQ(ended.code, 0) << ended.out << ended.err;
    const Texts now = texts();
    EXPECT_NE(now.at("a.md"), before.at("a.md"));
    EXPECT_NE(now.at("b.md"), before.at("b.md"));
    EXPECT_EQ(leftovers(now), "");
    return now;
  }

  /// The files that hold their new text; each other one has to hold its old one.
  std::string written(const Texts& before, const Texts& after) const {
    std::string names;
    const Texts now = texts();
    for (const auto& [name, text] : before) {
      if (after.at(name) == text) {
        EXPECT_EQ(now.at(name), text) << name;
      } else if (now.at(name) == after.at(name)) {
        names += name + " ";
      } else {
        EXPECT_EQ(now.at(name), text) << name;
      }
    }
    return names;
  }

  /// What holds of a run that was not killed: it has done all, or says of each file that it did not write why.
  void expect_told(const Call& faulty, const Ended& ended, const std::string& written) const {
    EXPECT_EQ(ended.signal, 0);
    EXPECT_EQ(ended.code, ended.err.empty() ? 0 : 2);
    if (ended.code == 0) {
      EXPECT_EQ(written, "a.md b.md ");
    }
    const bool is_heard = faulty.file != "<out>" && faulty.file != "<err>";
    for (const std::string name : {"a.md", "b.md"}) {
      if (!is_heard) continue;
      EXPECT_EQ(has(ended.out, name + listed_), has(written, name)) << name;
      if (has(written, name)) continue;
      // Of a config or a folder that cannot be read no list is spoken of.
      EXPECT_TRUE(has(ended.err, name + ": ") || has(ended.err, ".toml: ") || has(ended.err, ": .: ")) << name;
    }
    if (faulty.name != "unlink") {
      EXPECT_EQ(leftovers(texts()), "");
    }
  }

  /// Runs again, as users do; then all is as it should be.
  void expect_mended_by_another_run(const Texts& after, const std::vector<std::string>& arguments) const {
    const Ended ended = run(arguments);
    EXPECT_EQ(ended.code, 0) << ended.out << ended.err;
    EXPECT_EQ(texts(), after) << ended.out << ended.err;
  }

  std::string listed_ = ":26: venue-tag: ";  // of a fix that was applied
};

TEST_F(Faults, AKilledRunLeavesOldOrNewAndTheNextOneEndsIt) {
  const Texts before = two_lists(), new_texts = after(before, kFix);
  std::set<std::string> seen;
  const auto kill = [](const Call&) { return Fate{Fate::Kind::kills}; };
  each_call(before, kFix, kill, [&](const Call&, const Ended& ended) {
    EXPECT_EQ(ended.signal, SIGKILL);
    const std::string left = leftovers(texts());
    seen.insert(written(before, new_texts) + (left.empty() ? "" : "and a leftover"));
    expect_mended_by_another_run(new_texts, kFix);
  });
  EXPECT_EQ(seen.size(), 5U);  // each file old or new, and in the middle of each
}

TEST_F(Faults, OfASetTheNextRunTellsThatAnEarlierOneWasKilled) {
  const Texts before = a_set(), new_texts = after(before, kFix);
  const auto kill = [](const Call& call) { return Fate{is_rename(call) ? Fate::Kind::kills : Fate::Kind::goes_on}; };
  each_call(before, kFix, kill, [&](const Call&, const Ended&) {
    EXPECT_NE(leftovers(texts()), "");
    const Ended ended = run(kFix);
    EXPECT_TRUE(has(ended.err, ".md: an earlier run was cut off while it wrote this file\n")) << ended.err;
    EXPECT_EQ(texts(), new_texts);
  });
}

TEST_F(Faults, ASignalWaitsUntilAllIsWrittenAndTold) {
  const Texts before = a_set(), new_texts = after(before, kFix);
  for (const int signal : {SIGINT, SIGTERM}) {
    std::set<std::string> seen;
    const auto interrupt = [&](const Call&) { return Fate{Fate::Kind::signals, signal}; };
    each_call(before, kFix, interrupt, [&](const Call& call, const Ended& ended) {
      EXPECT_EQ(ended.signal, signal);
      EXPECT_EQ(leftovers(texts()), "");
      const std::string names = written(before, new_texts);
      seen.insert(names);
      if (call.file != "<out>") {
        EXPECT_EQ(has(ended.out, "a.md:5: venue-name: "), !names.empty());
      }
    });
    EXPECT_EQ(seen, (std::set<std::string>{"", "a.md b.md "}));
  }
}

TEST_F(Faults, AFailedCallLeavesOldOrNewAndIsTold) {
  const Texts before = two_lists(), new_texts = after(before, kFix);
  const auto fail = [](const Call&) { return fails(EIO); };
  each_call(before, kFix, fail, [&](const Call& faulty, const Ended& ended) {
    expect_told(faulty, ended, written(before, new_texts));
    if (texts() != new_texts) expect_mended_by_another_run(new_texts, kFix);
  });
}

TEST_F(Faults, OtherErrorsAreToldByTheirNames) {
  const Texts before = two_lists(), new_texts = after(before, kFix);
  const std::vector<std::pair<std::string, int>> faults{{"write", ENOSPC}, {"write", EDQUOT}, {"open", EMFILE},
                                                        {"open", EACCES},  {"fsync", ENOSPC}, {"rename", EACCES},
                                                        {"fchmod", EPERM}, {"dup", EMFILE}};
  for (const auto& [name, error] : faults) {
    SCOPED_TRACE(name);
    const auto fail = [&](const Call& call) {
      return call.name == name && call.file.substr(0, 1) != "<" ? fails(error) : Fate{};
    };
    std::string told;
    each_call(before, kFix, fail, [&, name = name](const Call& faulty, const Ended& ended) {
      expect_told(faulty, ended, written(before, new_texts));
      if (faulty.file.substr(0, 11) == ".paperlint-" && name != "open") {
        EXPECT_EQ(ended.code, 2);
      }
      told += ended.err;
    });
    std::string words = std::generic_category().message(error);
    words.front() = static_cast<char>(std::tolower(words.front()));
    EXPECT_TRUE(has(told, words)) << told;
  }
}

/// The calls that are made again, or that a file system need not know.
TEST_F(Faults, WhatDoesNoHarmIsNoFailure) {
  const Texts before = two_lists(), new_texts = after(before, kFix);
  const std::vector<std::pair<std::string, Fate>> fates{{"write", {Fate::Kind::is_cut_short}},
                                                        {"write", fails(EINTR)},
                                                        {"read", fails(EINTR)},
                                                        {"fsync", fails(EINTR)},
                                                        {"fsync", fails(EINVAL)},
                                                        {"close", fails(EINTR)},
                                                        {"flock", fails(ENOLCK)},
                                                        {"fchmod", fails(EINTR)}};
  for (const auto& [name, fate] : fates) {
    SCOPED_TRACE(name);
    const auto meet = [&, fate = fate](const Call& call) {
      return call.name == name && call.file[0] != '<' ? fate : Fate{};
    };
    each_call(before, kFix, meet, [&](const Call&, const Ended& ended) {
      EXPECT_EQ(ended.code, 0);
      EXPECT_EQ(texts(), new_texts);
    });
  }
}

TEST_F(Faults, ASetIsWrittenWholeOrNotAtAll) {
  const Texts before = a_set(), new_texts = after(before, kFix);
  const auto fail = [](const Call& call) { return call.file == "paperlint.toml" ? Fate{} : fails(EACCES); };
  each_call(before, kFix, fail, [&](const Call& faulty, const Ended& ended) {
    const std::string names = written(before, new_texts);
    EXPECT_TRUE(names.empty() || names == "a.md b.md ") << names;
    if (faulty.file != "<out>") {
      EXPECT_EQ(has(ended.out, ": venue-name: "), !names.empty());
    }
    if (names.empty()) {
      EXPECT_EQ(ended.code, 2);
      EXPECT_FALSE(has(ended.out, "can be fixed"));
    }
  });
}

TEST_F(Faults, WhereTheLastStepFailsTheOthersGetTheirBytesBack) {
  const Texts before = a_set(), new_texts = after(before, kFix);
  int renames = 0;
  fill(before);
  const Ended ended =
      run(kFix, [&](const Call& call) { return is_rename(call) && ++renames == 2 ? fails(EIO) : Fate{}; });
  EXPECT_EQ(renames, 3);
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(texts(), before);
  EXPECT_EQ(ended.err,
            "paperlint: b.md: cannot be replaced: input/output error\n"
            "paperlint: a.md: was not written, for 'b.md' was not, and fixes change both\n");
}

TEST_F(Faults, AHalfDoneSetIsTold) {
  const Texts before = a_set(), new_texts = after(before, kFix);
  int renames = 0;
  fill(before);
  const Ended ended =
      run(kFix, [&](const Call& call) { return is_rename(call) && ++renames > 1 ? fails(EIO) : Fate{}; });
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(written(before, new_texts), "a.md ");
  EXPECT_EQ(ended.err,
            "paperlint: b.md: cannot be replaced: input/output error\n"
            "paperlint: a.md: was written, but 'b.md' was not, and fixes change both: they are half done\n");
  EXPECT_FALSE(has(ended.out, "a.md:5: venue-name: ")) << ended.out;
  EXPECT_EQ(leftovers(texts()), "");
}

TEST_F(Faults, OneOfASetThatCannotBeWrittenKeepsTheOther) {
  const Texts before = a_set(), new_texts = after(before, kFix);
  fill(before);
  std::filesystem::create_hard_link(folder / "b.md", folder / "other.txt");
  const Ended ended = run(kFix);
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(written(before, new_texts), "");
  EXPECT_TRUE(has(ended.err, "b.md: has several hard links")) << ended.err;
  EXPECT_TRUE(has(ended.err, "a.md: was not written, for 'b.md' was not, and fixes change both\n")) << ended.err;
  EXPECT_TRUE(has(ended.out, "\nNot all fixes could be written.\n")) << ended.out;
}

/// What else a run writes: reports, baselines, configs.
TEST_F(Faults, OtherFilesAreOldOrNewToo) {
  const std::string list = list_with_a_copy();
  const std::vector<std::pair<std::string, std::vector<std::string>>> runs{
      {"report.json", {"--jobs", "1", "--output-format", "json=report.json", "a.md"}},
      {"known.tsv", {"--jobs", "1", "--write-baseline", "known.tsv", "a.md"}},
      {"paperlint.toml", {"init", "a.md"}}};
  for (const auto& [file, arguments] : runs) {
    SCOPED_TRACE(file);
    fill({{"a.md", list}});
    run(arguments);
    const std::string whole = folder.read(file);
    ASSERT_NE(whole, "");
    const std::string old = file == "known.tsv" ? whole.substr(0, whole.find('\n') + 1) : "old";
    for (const bool is_there : {false, true}) {
      if (is_there && file == "paperlint.toml") continue;
      Texts before{{"a.md", list}};
      if (is_there) before[file] = old;
      for (const Fate fate : {Fate{Fate::Kind::kills}, fails(EIO)})
        each_call(
            before, arguments, [&](const Call&) { return fate; },
            [&, file = file](const Call& faulty, const Ended& ended) {
              Texts now = texts();
              if (fate.kind == Fate::Kind::fails && faulty.name != "unlink") {
                EXPECT_EQ(leftovers(now), "");
              }
              const bool kept = is_there ? now[file] == old : now.count(file) == 0;
              const bool other = ended.code == 2 && has(now[file], "\"remarks\": [\n  {") && has(now[file], "}}\n");
              EXPECT_TRUE(kept || now[file] == whole || other) << now[file];
              if (fate.kind == Fate::Kind::fails && kept) {
                EXPECT_EQ(ended.code, 2);
                EXPECT_NE(ended.err, "");
              }
              EXPECT_EQ(now["a.md"], list);
            });
    }
  }
}

}  // namespace
}  // namespace paperlint

#endif
