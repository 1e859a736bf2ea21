// The tables of venues: every row of every file, and how names are looked up in them.
#include "rules/venues/venues.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <vector>

#include "rules/venues/slip.h"

namespace paperlint {
namespace {

using Cells = std::vector<std::string>;

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> all;
  std::istringstream in(text);
  for (std::string cell; std::getline(in, cell, mark);) all.push_back(cell);
  return all;
}

/// The rows of a table, without its comments; a row has an empty cell for each that is missing.
std::vector<Cells> rows(const std::string& name, std::size_t count) {
  std::ifstream file(std::filesystem::path(PAPERLINT_SOURCE_DIR) / "rules" / "venues" / (name + ".tsv"));
  EXPECT_TRUE(file.is_open()) << name;
  std::vector<Cells> all;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind('#', 0) == 0) continue;
    EXPECT_EQ(static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')), count - 1) << line;
    Cells cells = split(line, '\t');
    cells.resize(count);
    for (const std::string& cell : cells) {
      EXPECT_EQ(cell.find("  "), std::string::npos) << line;
      EXPECT_TRUE(cell.empty() || (cell.front() != ' ' && cell.back() != ' ')) << line;
    }
    all.push_back(std::move(cells));
  }
  EXPECT_FALSE(all.empty()) << name;
  return all;
}

bool has_source(const std::string& cell) {
  const std::set<std::string> known = {"ccf",  "ccfddl", "core", "deadlines", "dblp",
                                       "pmlr", "lists",  "own",  "catalogue", "citations"};
  const auto words = split(cell, ' ');
  return !words.empty() && std::all_of(words.begin(), words.end(), [&](const auto& w) { return known.count(w) != 0; });
}

const std::vector<Cells>& venues() {
  static const auto all = rows("venues", 8);
  return all;
}

/// All names of a row, those that were given up without their years.
std::vector<std::string> names_of(const Cells& row) {
  std::vector<std::string> all{row[0]};
  for (const std::string& alias : split(row[1], '|')) all.push_back(alias);
  for (const std::string& one : split(row[2], '|')) all.push_back(one.substr(0, one.rfind(':')));
  return all;
}

TEST(VenueTable, EveryRowIsInTheProgram) {
  ASSERT_EQ(tables::venue_count, venues().size());
  for (std::size_t i = 0; i < venues().size(); ++i) EXPECT_EQ(tables::venues[i].name, venues()[i][0]);
}

TEST(VenueTable, EveryNameMapsToItsRow) {
  for (std::size_t i = 0; i < venues().size(); ++i)
    for (const std::string& name : names_of(venues()[i])) {
      const Named named = Venues::known().read(name);
      EXPECT_EQ(named.venue, &tables::venues[i]) << name;
      EXPECT_EQ(named.own, name);
      EXPECT_EQ(named.text, name);
      EXPECT_TRUE(named.is_own) << name;
      EXPECT_TRUE(Venues::is_name(name)) << name;
    }
}

TEST(VenueTable, NoNameServesTwoVenues) {
  std::map<std::string, std::string> whose;
  for (const Cells& row : venues())
    for (const std::string& name : names_of(row)) {
      const auto [at, fresh] = whose.try_emplace(venue_key(name), row[0]);
      EXPECT_EQ(at->second, row[0]) << name;
    }
}

TEST(VenueTable, NoNameStandsTwice) {
  std::set<std::string> all;
  for (const Cells& row : venues())
    for (const std::string& name : names_of(row)) EXPECT_TRUE(all.insert(name).second) << name;
}

TEST(VenueTable, IsSorted) {
  const auto before = [](const Cells& a, const Cells& b) { return venue_key(a[0]) < venue_key(b[0]); };
  const auto at = std::is_sorted_until(venues().begin(), venues().end(), before);
  EXPECT_EQ(at, venues().end()) << "out of order: " << (*at)[0];
}

TEST(VenueTable, EveryRowHasAKnownKindAndASource) {
  const std::map<std::string, VenueKind> kinds = {{"conference", VenueKind::conference},
                                                  {"workshop", VenueKind::workshop},
                                                  {"journal", VenueKind::journal},
                                                  {"proceedings", VenueKind::proceedings},
                                                  {"preprint", VenueKind::preprint},
                                                  {"several", VenueKind::several},
                                                  {"other", VenueKind::other}};
  for (std::size_t i = 0; i < venues().size(); ++i) {
    const Cells& row = venues()[i];
    ASSERT_EQ(kinds.count(row[3]), 1U) << row[0];
    EXPECT_EQ(tables::venues[i].kind, kinds.at(row[3])) << row[0];
    EXPECT_FALSE(row[6].empty()) << row[0] << " has no title";
    EXPECT_TRUE(has_source(row[7])) << row[0];
  }
}

TEST(VenueTable, YearsAreInOrder) {
  for (std::size_t i = 0; i < venues().size(); ++i) {
    const Cells& row = venues()[i];
    const Venue& venue = tables::venues[i];
    if (row[4].empty()) {
      EXPECT_TRUE(venue.years.empty()) << row[0];
    } else {
      const auto years = parse_years(row[4]);
      ASSERT_TRUE(years) << row[0] << ": " << row[4];
      EXPECT_TRUE(std::equal(years->begin(), years->end(), venue.years.begin(), venue.years.end())) << row[0];
      EXPECT_GE(years->front().first, 1869) << row[0];
    }
    EXPECT_EQ(row[5], venue.next == 0 ? "" : std::to_string(venue.next));
    if (venue.next == 0) continue;
    EXPECT_TRUE(venue.next >= 2025 && venue.next <= 2035) << row[0];
    EXPECT_TRUE(held(venue, venue.next)) << row[0] << " is planned for a year in which it is not held";
  }
}

TEST(VenueTable, NamesWereGivenUpWhileTheVenueWasHeld) {
  for (std::size_t i = 0; i < venues().size(); ++i)
    for (const std::string& one : split(venues()[i][2], '|')) {
      const std::string name = one.substr(0, one.rfind(':'));
      const int until = std::stoi(one.substr(one.rfind(':') + 1));
      EXPECT_EQ(Venues::known().read(name).until, until) << one;
      EXPECT_TRUE(held(tables::venues[i], static_cast<std::uint16_t>(until))) << one;
    }
}

TEST(MisspellingTable, HoldsNoNameAndIsSorted) {
  std::string last;
  const auto all = rows("misspellings", 3);
  EXPECT_EQ(all.size(), tables::misspelling_count);
  for (const Cells& row : all) {
    const std::string key = venue_key(row[0]);
    EXPECT_LT(last, key);
    EXPECT_EQ(Venues::known().find(row[0]), nullptr) << row[0] << " is a venue";
    ASSERT_NE(misspelt(row[0]), nullptr) << row[0];
    EXPECT_EQ(misspelt(row[0])->name, row[1]);
    EXPECT_TRUE(has_source(row[2])) << row[0];
    last = key;
  }
}

TEST(EquivalentTable, PairsTwoVenuesInYearsInOrder) {
  std::pair<std::string, std::string> last;
  const auto all = rows("equivalents", 4);
  EXPECT_EQ(all.size(), tables::equivalent_count);
  for (const Cells& row : all) {
    const Venue* const a = Venues::known().find(row[0]);
    const Venue* const b = Venues::known().find(row[1]);
    ASSERT_TRUE(a != nullptr && b != nullptr) << row[0] << " " << row[1];
    EXPECT_EQ(a->name, row[0]);
    EXPECT_EQ(b->name, row[1]);
    EXPECT_NE(a, b);
    const std::pair pair{venue_key(row[0]), venue_key(row[1])};
    EXPECT_LT(last, pair);
    last = pair;
    const auto years = row[2].empty() ? std::vector<YearRange>{{}} : parse_years(row[2]).value();
    EXPECT_TRUE(equivalent(*a, *b, years.front().first) && equivalent(*b, *a, years.front().first)) << row[0];
    EXPECT_TRUE(has_source(row[3])) << row[0];
  }
}

TEST(ProceedingsTable, NamesVenuesThatWereHeldAndIsSorted) {
  std::string last;
  const auto all = rows("proceedings", 5);
  EXPECT_EQ(all.size(), tables::proceedings_count);
  for (const Cells& row : all) {
    EXPECT_LT(last, row[0]);
    last = row[0];
    const bool doi = row[0].rfind("doi:", 0) == 0;
    const Proceedings* const found = proceedings_of(row[0] + (doi ? ".12" : "/a19a"));
    ASSERT_NE(found, nullptr) << row[0];
    EXPECT_EQ(found->venue->name, row[1]);
    EXPECT_EQ(std::to_string(found->year), row[2]);
    EXPECT_EQ(found->workshop, row[3] == "workshop");
    EXPECT_TRUE(held(*found->venue, found->year)) << row[0];
    EXPECT_TRUE(has_source(row[4])) << row[0];
    EXPECT_EQ(proceedings_of(row[0]), nullptr) << "a whole volume is no paper";
  }
}

struct Reading {
  std::string_view text, venue, name;
  Named::Part part = Named::Part::main;
};

TEST(Venues, ReadsNamesAmongOtherWords) {
  using Part = Named::Part;
  const Reading all[] = {
      {"EuroSys", "EuroSys", "EuroSys"},
      {" eurosys ", "EuroSys", "eurosys"},
      {"ACM EuroSys", "EuroSys", "EuroSys"},
      {"IEEE/ACM ICSE", "ICSE", "ICSE"},
      {"ACM SIGPLAN PLDI", "PLDI", "PLDI"},
      {"USENIX-ATC", "USENIX ATC", "USENIX-ATC"},
      {"USENIX ATC", "USENIX ATC", "USENIX ATC"},
      {"IEEE Micro", "IEEE Micro", "IEEE Micro"},
      {"IEEE MICRO", "IEEE Micro", "IEEE MICRO"},
      {"IEEE/ACM MICRO", "MICRO", "MICRO"},
      {"ACM MM", "ACM MM", "ACM MM"},
      {"NAIC @ SIGCOMM", "SIGCOMM", "SIGCOMM", Part::workshop},
      {"NAIC@ACM SIGCOMM", "SIGCOMM", "SIGCOMM", Part::workshop},
      {"SC workshop", "SC", "SC", Part::workshop},
      {"ICML Workshops", "ICML", "ICML", Part::workshop},
      {"CVPRW", "CVPR", "CVPR", Part::workshop},
      {"CVPR-W", "CVPR", "CVPR", Part::workshop},
      {"Findings of ACL", "ACL", "ACL", Part::findings},
      {"EMNLP (Findings)", "EMNLP", "EMNLP", Part::findings},
      {"ACL-Findings", "ACL", "ACL", Part::findings},
      {"SIGGRAPH Poster", "SIGGRAPH", "SIGGRAPH", Part::other},
      {"ACL main", "ACL", "ACL"},
      {"ECML/PKDD", "ECML PKDD", "ECML/PKDD"},
  };
  for (const auto& [text, venue, name, part] : all) {
    const Named named = Venues::known().read(text);
    ASSERT_NE(named.venue, nullptr) << text;
    EXPECT_EQ(named.venue->name, venue) << text;
    EXPECT_EQ(named.text, name) << text;
    EXPECT_EQ(named.part, part) << text;
  }
}

TEST(Venues, LeavesWhatItDoesNotKnow) {
  for (const std::string_view text :
       {"", " ", "@", "ACM", "ACM ", "HotWombat", "workshop", "Findings of", "W", "FW", "\u00C9COLE",
        "Systems for Fish", "ACM ACM ACM ACM ACM ACM ACM ACM SIGCOMM",
        "a name of more than sixty-four letters, which no venue in the world has ever borne"})
    EXPECT_EQ(Venues::known().read(text).venue, nullptr) << text;
  EXPECT_EQ(Venues::known().read("HotWombat @ HotFish").text, "HotFish");
}

TEST(Venues, TellTheirOwnWriting) {
  const Named wrong = Venues::known().read("Sigcomm");
  EXPECT_EQ(wrong.own, "SIGCOMM");
  EXPECT_FALSE(wrong.is_own);
  EXPECT_TRUE(Venues::known().read("Interspeech").is_own);
  EXPECT_TRUE(Venues::known().read("INTERSPEECH").is_own);
  EXPECT_EQ(Venues::known().read("NIPS").until, 2018);
  EXPECT_EQ(Venues::known().read("NeurIPS").until, 0);
}

TEST(Venues, AConfigAddsAndOverrides) {
  Venues mine;
  EXPECT_TRUE(mine.add({"HotWombat", {"Wombats"}, VenueKind::workshop, {}}));
  EXPECT_TRUE(mine.add({"Eurosys", {}, std::nullopt, {}}));
  EXPECT_TRUE(mine.add({"SOSP", {"Fish"}, std::nullopt, {{2000, kNoEnd, 1}}}));
  EXPECT_FALSE(mine.add({"Other", {"wombats"}, std::nullopt, {}}));
  const Venues copy = mine;
  EXPECT_EQ(copy.find("wombats")->name, "HotWombat");
  EXPECT_EQ(copy.find("wombats")->kind, VenueKind::workshop);
  EXPECT_TRUE(copy.read("Eurosys").is_own);
  EXPECT_EQ(copy.read("ACM EuroSys").own, "Eurosys");
  EXPECT_EQ(copy.find("EuroSys")->kind, VenueKind::conference);
  EXPECT_FALSE(held(*copy.find("EuroSys"), 2005)) << "what is not told stays as it is";
  EXPECT_TRUE(held(*copy.find("Fish"), 2020));
  EXPECT_EQ(copy.find("Fish"), copy.find("SIGOPS SOSP"));
  EXPECT_TRUE(same_row(*copy.find("SOSP"), *Venues::known().find("SOSP")));
  EXPECT_EQ(Venues::known().find("HotWombat"), nullptr);
}

TEST(VenueReader, AnswersForTheTextThatItIsAsked) {
  const std::string one = "ACM SIGCOMM", other = "ACM SIGCOMM";
  VenueReader read(Venues::known());
  EXPECT_EQ(read(one).text.data(), one.data() + 4);
  EXPECT_EQ(read(other).text.data(), other.data() + 4);
  EXPECT_EQ(read("HotWombat").venue, nullptr);
}

TEST(ParseYears, TakesRangesInOrder) {
  using Ranges = std::vector<YearRange>;
  EXPECT_EQ(parse_years("2004"), (Ranges{{2004, 2004, 1}}));
  EXPECT_EQ(parse_years("2004-"), (Ranges{{2004, kNoEnd, 1}}));
  EXPECT_EQ(parse_years("1994 2000-2018/2 2020-"), (Ranges{{1994, 1994, 1}, {2000, 2018, 2}, {2020, kNoEnd, 1}}));
  EXPECT_EQ(parse_years("1998-/2"), (Ranges{{1998, kNoEnd, 2}}));
  for (const std::string_view wrong :
       {"",          " ",         "20",        "20041",         "2004 ",      " 2004",       "2004--",      "-2004",
        "2004-2003", "2004-2004", "2006 2004", "2004- 2006",    "2004-2006/", "2004-2006/1", "2004-2006/0", "2004/2",
        "0000",      "2004,2006", "two",       "2004-2006 2005"})
    EXPECT_FALSE(parse_years(wrong)) << wrong;
}

TEST(Held, KnowsTheYears) {
  const auto was_held = [](std::string_view name, int year) {
    return held(*Venues::known().find(name), static_cast<std::uint16_t>(year));
  };
  for (const int year : {2019, 2021, 2023, 2024, 2025}) EXPECT_TRUE(was_held("SOSP", year)) << year;
  for (const int year : {2018, 2020, 2022}) EXPECT_FALSE(was_held("SOSP", year)) << year;
  EXPECT_TRUE(was_held("ECCV", 2024) && !was_held("ECCV", 2023));
  EXPECT_TRUE(was_held("ICCV", 2023) && !was_held("ICCV", 2024));
  EXPECT_TRUE(was_held("AMIA", 1800)) << "nothing is known of its years";
}

TEST(Equivalent, HoldsBothWaysAndInItsYears) {
  const auto are = [](std::string_view a, std::string_view b, int year) {
    const Venue &x = *Venues::known().find(a), &y = *Venues::known().find(b);
    EXPECT_EQ(equivalent(x, y, static_cast<std::uint16_t>(year)), equivalent(y, x, static_cast<std::uint16_t>(year)));
    return equivalent(x, y, static_cast<std::uint16_t>(year));
  };
  EXPECT_TRUE(are("VLDB", "PVLDB", 2020));
  EXPECT_TRUE(are("IJCAI", "ECAI", 2018));
  EXPECT_FALSE(are("IJCAI", "ECAI", 2023));
  EXPECT_FALSE(are("POPL", "OOPSLA", 2020));
  EXPECT_FALSE(are("OSDI", "SOSP", 2021));
}

TEST(IsSlip, IsASwapALostOrADoubledLetterOrLForI) {
  for (const auto& [written, meant] :
       std::vector<std::pair<std::string_view, std::string_view>>{{"SIGCMOM", "SIGCOMM"},
                                                                  {"SIGCOM", "SIGCOMM"},
                                                                  {"SIGCOOMM", "SIGCOMM"},
                                                                  {"SlGCOMM", "SIGCOMM"},
                                                                  {"ASPLSO", "ASPLOS"},
                                                                  {"eurosy", "EuroSys"},
                                                                  {"urosys", "EuroSys"},
                                                                  {"EuroSyss", "EuroSys"}})
    EXPECT_TRUE(is_slip(written, meant)) << written;
  for (const auto& [written, meant] :
       std::vector<std::pair<std::string_view, std::string_view>>{{"AMAI", "AAAI"},
                                                                  {"ICMLA", "ICML"},
                                                                  {"ISGCOMM", "SIGCOMM"},
                                                                  {"SIGCOMM", "SIGCOMM"},
                                                                  {"", "A"},
                                                                  {"IJCAL", "IJCAI"},
                                                                  {"SIGCOMMS", "SIGCOMM"},
                                                                  {"", ""},
                                                                  {"CICLing", "COLING"},
                                                                  {"A", ""}})
    EXPECT_FALSE(is_slip(written, meant)) << written;
}

TEST(Slips, FindTheOneNameThatIsMeant) {
  Slips slips;
  for (const std::string_view name : {"SIGCOMM", "EuroSys", "ASPLOS", "WOMBATS", "WOMBATX"}) slips.add(name);
  EXPECT_EQ(slips.of("SIGCOM"), "SIGCOMM");
  EXPECT_EQ(slips.of("sigcmom"), "SIGCOMM");
  EXPECT_EQ(slips.of("EuroSsys"), "EuroSys");
  EXPECT_EQ(slips.of("APSLOS"), "ASPLOS");
  EXPECT_EQ(slips.of("WOMBAT"), "") << "it may be either";
  EXPECT_EQ(slips.of("SIGMOD"), "");
  EXPECT_EQ(slips.of(""), "");
  EXPECT_EQ(slips.of(std::string(100, 'x')), "");
}

}  // namespace
}  // namespace paperlint
