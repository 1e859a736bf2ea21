// Others touch a file while the program is at it: nothing that they have written is lost, and nothing is mixed.
#include "support/faulty_folder.h"

#if defined(PAPERLINT_TRACED)

#include <sys/stat.h>

#include <tuple>
#include <utility>

namespace paperlint {
namespace {

namespace fs = std::filesystem;

/// Two things to mend, each by a rule of its own.
std::string list() {
  return list_without_apostrophe() + "- [OSDI'24] [A Title With  Two Blanks](https://example.org/y)\n";
}
const std::string kApostrophe = "- [OSDI'24] [Another Title That Lacks Its Mark]", kBlank = "[A Title With Two Blanks]";

std::vector<std::string> fix_of(const std::string& rule) { return {"--fix", "--jobs", "1", "--select", rule, "a.md"}; }

class Meanwhile : public FaultyFolder {
 protected:
  /// Pauses a run before each of its calls, does something, and lets it end. The calls that are left until the file is
  /// replaced are counted: right before that there is an instant in which nobody is seen.
  void at_each_call(const std::function<void()>& act,
                    const std::function<void(const Ended&, bool unseen)>& look) const {
    std::size_t number = 0;
    for (;; ++number) {
      fill({{"a.md", list()}});
      std::size_t passed = 0;
      Call at;
      Traced first(traces(fix_of("venue-tag")));
      const bool paused = first.run_to([&](const Call& call) {
        at = call;
        return passed++ == number;
      });
      if (!paused) break;
      act();
      bool looks = false, replaces = at.name == "rename";
      std::size_t calls = 0;
      const Ended ended = first.finish([&](const Call& call) {
        if (!replaces && call.name == "read" && call.file == "a.md") looks = true;
        if (!replaces) ++calls;
        replaces = replaces || call.name == "rename";
        return Fate{};
      });
      const bool unseen = replaces && !looks && (at.name == "rename" || calls <= 3);
      SCOPED_TRACE("call " + std::to_string(number) + ", " + at.name + " " + at.file + "\n" + ended.out + ended.err);
      look(ended, unseen);
      if (HasFailure()) return;
    }
    EXPECT_GT(number, 30U) << "so few calls were made";
  }
};

/// What is done to a file, and what tells that it was.
struct Deed {
  const char* name;
  void (*act)(const TempFolder&);
  bool (*is_kept)(const TempFolder&);
};

const Deed kDeeds[] = {
    {"appended to", [](const TempFolder& folder) { std::ofstream(folder / "a.md", std::ios::app) << "\nMore.\n"; },
     [](const TempFolder& folder) { return has(folder.read("a.md"), "\nMore.\n"); }},
    {"cut short", [](const TempFolder& folder) { fs::resize_file(folder / "a.md", 700); },
     [](const TempFolder& folder) { return fs::file_size(folder / "a.md") <= 701; }},  // one byte may be mended
    {"replaced",
     [](const TempFolder& folder) {
       folder.write("new", list() + "\nNew.\n");
       fs::rename(folder / "new", folder / "a.md");
     },
     [](const TempFolder& folder) { return has(folder.read("a.md"), "\nNew.\n"); }},
    {"removed", [](const TempFolder& folder) { fs::remove(folder / "a.md"); },
     [](const TempFolder& folder) { return !fs::exists(folder / "a.md"); }},
    {"made a link",
     [](const TempFolder& folder) {
       folder.write("b.md", "# Other\n");
       fs::remove(folder / "a.md");
       fs::create_symlink("b.md", folder / "a.md");
     },
     [](const TempFolder& folder) { return fs::is_symlink(folder / "a.md") && folder.read("b.md") == "# Other\n"; }},
};

TEST_F(Meanwhile, WhatOthersDoToAFileIsKept) {
  for (const Deed& deed : kDeeds) {
    SCOPED_TRACE(deed.name);
    at_each_call([&] { deed.act(folder); },
                 [&](const Ended& ended, bool unseen) {
                   if (!unseen) {
                     EXPECT_TRUE(deed.is_kept(folder)) << folder.read("a.md");
                   }
                   EXPECT_TRUE(ended.code == 0 || ended.code == 2);
                   if (ended.code == 2) {
                     EXPECT_TRUE(has(ended.err, "paperlint: a.md: ")) << ended.err;
                   }
                   EXPECT_EQ(leftovers(texts()), "");
                 });
  }
}

/// Each of two runs mends something else, so that it shows whose text was lost.
TEST_F(Meanwhile, OfTwoRunsNoneUndoesWhatTheOtherSaysItDid) {
  TempFolder others;
  Traces second = traces(fix_of("spacing"));
  second.streams = others.path();
  bool both = false, kept_out = false;
  Ended other;
  at_each_call([&] { other = Traced(second).finish(); },
               [&](const Ended& ended, bool) {
                 const std::string now = folder.read("a.md");
                 EXPECT_EQ(has(now, kApostrophe), has(ended.out, "a.md:26: venue-tag: ")) << now;
                 EXPECT_EQ(has(now, kBlank), has(other.out, "a.md:27: spacing: ")) << now << other.out << other.err;
                 EXPECT_EQ(ended.code, ended.err.empty() ? 0 : 2);
                 EXPECT_EQ(other.code, other.err.empty() ? 0 : 2);
                 EXPECT_EQ(leftovers(texts()), "");
                 both = both || (ended.code == 0 && other.code == 0);
                 kept_out = kept_out || has(other.err, "a.md: not written, for another run is writing it; run again\n");
               });
  EXPECT_TRUE(both && kept_out);
}

/// Truly at once, as chance will have it.
TEST_F(Meanwhile, ManyRunsAtOnceMixNothing) {
  for (int round = 0; round < 15; ++round) {
    fill({{"a.md", list()}});
    const std::string words = "cd '" + folder.path().string() +
                              "'; unset GITHUB_ACTIONS; for rule in venue-tag spacing venue-tag spacing; do " PROGRAM
                              " --fix --jobs 1 --select $rule a.md >>'" +
                              streams.path().string() + "/'$rule 2>/dev/null & done; wait";
    ASSERT_EQ(std::system(words.c_str()), 0);
    std::string now = folder.read("a.md");
    EXPECT_EQ(has(now, kApostrophe), has(streams.read("venue-tag"), "a.md:26: venue-tag: ")) << now;
    EXPECT_EQ(has(now, kBlank), has(streams.read("spacing"), "a.md:27: spacing: ")) << now;
    EXPECT_TRUE(has(now, kApostrophe) || has(now, kBlank));
    // Without what was mended it is the old text, to the byte.
    if (const auto at = now.find(kApostrophe); at != std::string::npos)
      now.erase(at + std::string("- [OSDI").size(), 1);
    if (const auto at = now.find(kBlank); at != std::string::npos)
      now.insert(at + std::string("[A Title With").size(), 1, ' ');
    EXPECT_EQ(now, list());
    EXPECT_EQ(leftovers(texts()), "");
    for (const char* name : {"venue-tag", "spacing"}) fs::remove(streams / name);
  }
}

TEST_F(Meanwhile, ALinkThatIsTurnedIsNotFollowedToAnotherFile) {
  fill({{"old/a.md", list()}, {"new/a.md", clean_list()}});
  fs::create_symlink("old/a.md", folder / "a.md");
  Traced first(traces(fix_of("venue-tag")));
  ASSERT_TRUE(first.run_to([](const Call& call) { return call.name == "rename"; }));
  fs::remove(folder / "a.md");
  fs::create_symlink("new/a.md", folder / "a.md");
  EXPECT_EQ(first.finish().code, 0);
  EXPECT_TRUE(has(folder.read("old/a.md"), kApostrophe));  // that which was read
  EXPECT_EQ(folder.read("new/a.md"), clean_list());
  EXPECT_EQ(fs::read_symlink(folder / "a.md"), "new/a.md");
}

/// Whoever writes a file and is root elsewhere need not be so in a test.
class Rights : public FaultyFolder {
 protected:
  void SetUp() override {
    FaultyFolder::SetUp();
    if (IsSkipped()) return;
    fs::permissions(streams.path(), fs::perms::all);
    Traces traces{folder.path(), streams.path(), {"--version"}, ::geteuid() == 0};
    if (Traced(traces).finish().code != 0) GTEST_SKIP() << "another user cannot run the program here";
  }
  Ended run_as_nobody(const std::vector<std::string>& arguments) const {
    return Traced({folder.path(), streams.path(), arguments, ::geteuid() == 0}).finish();
  }
  void own(const std::string& name, ::uid_t owner = 65534) const {
    if (::geteuid() != 0) return;
    ASSERT_EQ(::chown((folder / name).c_str(), owner, owner), 0);
  }
};

TEST_F(Rights, AReadOnlyFileOrFolderKeepsItsBytes) {
  const std::string text = list();
  for (const auto& [name, file, around, words] :
       {std::tuple{"sub/file.md", 0444u, 0755u, "sub/file.md: cannot be written: permission denied\n"},
        {"sub/folder.md", 0644u, 0555u,
         "sub/folder.md: cannot be written, for its folder takes no new file: permission denied\n"},
        {"sub/closed.md", 0000u, 0755u, "sub/closed.md: cannot be read: permission denied\n"}}) {
    SCOPED_TRACE(name);
    fill({{name, text}});
    own("sub");
    own(name);
    ASSERT_EQ(::chmod((folder / name).c_str(), file), 0);
    ASSERT_EQ(::chmod((folder / "sub").c_str(), around), 0);
    const Ended ended = run_as_nobody({"--fix", "--jobs", "1", name});
    ::chmod((folder / "sub").c_str(), 0755);
    ::chmod((folder / name).c_str(), 0644);
    EXPECT_EQ(ended.code, 2);
    EXPECT_EQ(ended.err, std::string("paperlint: ") + words);
    EXPECT_EQ(texts(), (Texts{{name, text}}));
  }
}

TEST_F(Rights, AFileOfSomebodyElseStaysTheirs) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can give files away";
  fill({{"sub/a.md", list()}});
  own("sub");
  ASSERT_EQ(::chmod((folder / "sub/a.md").c_str(), 0666), 0);
  const Ended ended = run_as_nobody({"--fix", "--jobs", "1", "sub/a.md"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_TRUE(has(ended.err, "a.md: belongs to another user or group, which could not be kept")) << ended.err;
  EXPECT_EQ(texts(), (Texts{{"sub/a.md", list()}}));
}

TEST_F(Rights, AReportOrAConfigThatCannotBeWrittenIsToldAndLeavesNothing) {
  fill({{"sub/a.md", list()}});
  own("sub");
  ASSERT_EQ(::chmod((folder / "sub").c_str(), 0555), 0);
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--output-format", "json=sub/r.json", "sub/a.md"},
        {"--write-baseline", "sub/b.tsv", "sub/a.md"},
        {"init", "sub/a.md"}}) {
    const Ended ended = run_as_nobody(words);
    EXPECT_EQ(ended.code, 2) << ended.out;
    EXPECT_TRUE(has(ended.err, "cannot be written") && has(ended.err, "permission denied")) << ended.err;
  }
  ::chmod((folder / "sub").c_str(), 0755);
  EXPECT_EQ(texts(), (Texts{{"sub/a.md", list()}}));
}

TEST_F(Rights, AReportGoesIntoAFileWhoseFolderTakesNoOther) {
  fill({{"sub/a.md", list()}, {"sub/r.json", "old"}});
  own("sub");
  own("sub/r.json");
  ASSERT_EQ(::chmod((folder / "sub").c_str(), 0555), 0);
  const Ended ended = run_as_nobody({"--output-format", "json=sub/r.json", "sub/a.md"});
  ::chmod((folder / "sub").c_str(), 0755);
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(folder.read("sub/r.json").substr(0, 14), "{\"version\": 1,");
}

/// A disk of a few kilobytes.
TEST_F(CommandLine, AFullDiskLeavesTheOldBytes) {
  if (shell("unshare -rm mount -t tmpfs -o size=64k tmpfs .").code != 0) GTEST_SKIP() << "no disk can be mounted here";
  write("text", clean_list() + std::string(40'000, 'x') + "\n\n" + paper("OSDI24", "Another Title", "x"));
  const Ran ran = shell(
      "unshare -rm sh -c '"
      "mkdir disk && mount -t tmpfs -o size=64k tmpfs disk && cp text disk/a.md && cd disk && "
      "{ " PROGRAM " --fix a.md; echo $? >../code; " PROGRAM
      " --output-format json=r.json a.md; ls -A; cmp a.md ../text; }'");
  EXPECT_EQ(read("code"), "2\n");
  EXPECT_TRUE(has(ran.err, "paperlint: a.md: cannot be written: no space left on device\n")) << ran.out << ran.err;
  EXPECT_EQ(ran.out.find(".paperlint-"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.code, 0) << ran.out;
}

TEST_F(CommandLine, ALinkThatLeadsNowhereIsTold) {
  fs::create_symlink("nowhere.md", folder / "a.md");
  const Ran ran = run("--fix a.md");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.err, "paperlint: a.md: no such file or folder\n");
  EXPECT_TRUE(fs::is_symlink(folder / "a.md") && !fs::exists(folder / "nowhere.md"));
}

}  // namespace
}  // namespace paperlint

#endif
