// make_list SEED ENTRIES: writes an invented list of papers, built like a large one on GitHub, to standard output.
// make_list SEED ENTRIES FOLDER FILES: writes FILES such lists of ENTRIES each below FOLDER, 1,000 to a folder.
//
// The same words give the same bytes everywhere: no distribution of the standard library and no floating point. Words
// come with the frequencies of Zipf's law, names of systems are new each time, as they are in titles. A few entries in
// a hundred have what real lists have: a paper again, nearly again, or out of order; a preprint of what was published.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

constexpr int kFirstYear = 2019, kLastYear = 2025;

// The words that most titles have, the most frequent first; composed ones follow them: kBefore, kStems, kAfter.
constexpr std::string_view kCommon =
    "training models inference learning distributed serving efficient systems memory scheduling language large "
    "parallel data GPU clusters scalable deep neural optimization networks adaptive LLM dynamic graph performance "
    "communication storage sparse fast cache resource framework attention quantization federated latency elastic "
    "heterogeneous compiler workloads throughput hardware placement pipelines gradient checkpointing cloud edge "
    "tensors precision experts analysis offloading batching routing replication recovery consistency transactions "
    "queries indexes verification energy sharing isolation failures tracing migration compression sampling";
constexpr std::string_view kStems =
    "block buffer token shard stream layer page packet epoch kernel vector lease quorum branch cell chunk clock "
    "core cost cut delay depth disk drift event fault fiber field flow frame gate grain group hash head heap hop "
    "join key lane leaf link load lock log loop mask mesh model node order path phase plan pod pool power prompt "
    "proof queue rack rank region ring root route sample scale scan schema seed segment session shape signal slice "
    "slot source span speed stage state step stripe switch table task thread tier tile topic trace tree tuple "
    "update value view volume warp weight window worker zone";
constexpr std::string_view kBefore = " re co micro sub meta auto un pre multi-";
constexpr std::string_view kAfter = " s er let -aware -based -free";
constexpr std::string_view kPrepositions = "for for for with of in on via under across";
constexpr std::string_view kSyllables =
    "ka lo mi ter vex zan pro qui ser tu bel cor dra fen gal hy jun nor pel rho sil tal vor wy xen ya zeph arc ebb ign "
    "ost umb";

/// Its words; a blank at the head stands for an empty one before them.
std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> all(1);
  for (const char c : text) {
    if (c == ' ')
      all.emplace_back();
    else
      all.back() += c;
  }
  return all;
}

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz", kHexadecimal = "0123456789abcdef",
                           kAlphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

struct Venue {
  std::string_view name;
  std::string_view host;  // of its addresses; empty: a DOI
};
// All have been held in each of the years.
constexpr Venue kVenues[] = {
    {"MLSys", ""},     {"NeurIPS", "neurips"}, {"EuroSys", ""}, {"NSDI", "usenix"}, {"ASPLOS", ""},
    {"ATC", "usenix"}, {"ICML", "openreview"}, {"SC", ""},      {"VLDB", "vldb"},   {"ICLR", "openreview"},
    {"ISCA", ""},      {"MICRO", ""},          {"PPoPP", ""},   {"SIGCOMM", ""},    {"HPCA", ""},
    {"SoCC", ""},      {"SIGMOD", ""},         {"ICPP", ""},    {"FAST", "usenix"}, {"IPDPS", ""},
    {"HPDC", ""},      {"ICDE", ""},           {"DAC", ""},     {"KDD", ""}};

struct Paper {
  std::string venue, title, address, after, version;
  int year = 0;
  bool survey = false;
};

struct Section {
  std::string number, heading, slug;
  bool top = true;
  std::size_t entries = 0;
};

class Writer {
 public:
  explicit Writer(std::uint64_t seed) : random_(seed) { make_vocabulary(); }

  /// The next list; each differs from those before.
  void write(std::size_t entries, std::ostream& out) {
    plan(entries);
    repeats_.clear();
    out << "# Papers on " << capital(topic(2)) << "\n\nAn invented list, to measure programs with.\n\n## Contents\n\n";
    for (const Section& section : sections_)
      out << (section.top ? "- [" : "  - [") << section.heading << "](#" << section.slug << ")\n";
    for (std::size_t i = 0; i < sections_.size(); ++i) write_section(i, out);
  }

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  /// True this often in 10,000.
  bool chance(std::size_t times) { return below(10000) < times; }
  template <class All>
  const auto& any(const All& all) {
    return all[below(std::size(all))];
  }

  void make_vocabulary() {
    std::vector<std::string> composed;
    for (const std::string& before : words(kBefore))
      for (const std::string& stem : words(kStems))
        for (const std::string& after : words(kAfter)) composed.push_back(before + stem + after);
    for (std::size_t i = composed.size(); i > 1; --i) std::swap(composed[i - 1], composed[below(i)]);
    vocabulary_.insert(vocabulary_.end(), composed.begin(), composed.end());
    std::uint64_t sum = 0;
    for (std::size_t rank = 0; rank < vocabulary_.size(); ++rank) weights_.push_back(sum += 1000000000 / (rank + 4));
  }

  const std::string& word() {
    const auto at = std::upper_bound(weights_.begin(), weights_.end(), random_() % weights_.back());
    return vocabulary_[static_cast<std::size_t>(at - weights_.begin())];
  }

  /// Different words with blanks between, as they come.
  std::string topic(std::size_t words) {
    std::string text;
    std::vector<std::string_view> seen;
    while (seen.size() < words) {
      const std::string& next = word();
      if (std::find(seen.begin(), seen.end(), next) != seen.end()) continue;
      seen.push_back(next);
      text.append(text.empty() ? "" : " ").append(next);
    }
    return text;
  }

  static std::string lower(std::string_view text) {
    std::string small(text);
    for (char& c : small) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return small;
  }

  /// With a capital at the head of each word, as titles are written.
  static std::string capital(std::string text) {
    for (std::size_t i = 0; i < text.size(); ++i)
      if ((i == 0 || text[i - 1] == ' ' || text[i - 1] == '-') && text[i] >= 'a' && text[i] <= 'z')
        text[i] = static_cast<char>(text[i] - 'a' + 'A');
    return text;
  }

  std::string name() {
    std::string text;
    for (std::size_t syllables = 3 + below(2); syllables > 0; --syllables) text.append(any(syllables_));
    return capital(text);
  }

  std::string title() {
    std::string text = chance(7500) ? name() + ": " : "";
    text += capital(topic(2 + below(4)));
    for (std::size_t parts = 1 + below(2); parts > 0; --parts) {
      text.append(" ").append(any(prepositions_)).append(" ");
      text += capital(topic(1 + below(3)));
    }
    return text;
  }

  std::string characters(std::size_t count, std::string_view among) {
    std::string text;
    for (; count > 0; --count) text += any(among);
    return text;
  }

  template <class Number>
  static std::string digits(Number number, std::size_t least) {
    std::string text = std::to_string(number);
    return text.insert(0, least > text.size() ? least - text.size() : 0, '0');
  }

  /// A number of its own in each month: they run through all of them, in steps.
  std::string arxiv(int year) {
    const std::size_t month = 1 + below(12);
    const std::size_t number = (++posted_[{year, month}] * 7919 + month * 3331) % 40000 + 1;
    const std::string_view form = chance(250) ? "pdf/" : "abs/";
    return std::string("https://arxiv.org/").append(form) + digits(year - 2000, 2) + digits(month, 2) + "." +
           digits(number, 5);
  }

  std::string published_address(const Venue& venue, int year) {
    const std::string count = std::to_string(++addresses_);
    if (venue.host == "usenix")
      return "https://www.usenix.org/conference/" + lower(venue.name) + digits(year - 2000, 2) + "/presentation/" +
             characters(6, kLetters) + count;
    if (venue.host == "openreview") return "https://openreview.net/forum?id=" + characters(10, kAlphanumeric);
    if (venue.host == "neurips")
      return "https://proceedings.neurips.cc/paper_files/paper/" + std::to_string(year) + "/hash/" +
             characters(32, kHexadecimal) + "-Abstract-Conference.html";
    if (venue.host == "vldb")
      return "https://www.vldb.org/pvldb/vol" + std::to_string(year - 2007) + "/p" + count + "-" +
             characters(5, kLetters) + ".pdf";
    return "https://dl.acm.org/doi/10.1145/" + digits(5000000 + below(900000), 7) + "." +
           digits(5000000 + addresses_, 7);
  }

  Paper paper() {
    Paper made;
    made.survey = chance(140);
    made.title = made.survey ? "A Survey on " + capital(topic(3)) : title();
    const std::size_t age = std::min(below(7), below(7));
    made.year = kLastYear - static_cast<int>(age);
    if (chance(4900)) {
      made.venue = "arxiv";
      made.address = arxiv(made.year);
    } else {
      const Venue& venue = kVenues[std::min(below(std::size(kVenues)), below(std::size(kVenues)))];
      made.venue = venue.name;
      const bool posted = chance(2000) && made.year > kFirstYear;
      if (chance(7200)) made.address = posted ? arxiv(made.year - 1) : published_address(venue, made.year);
      if (!posted && chance(400)) made.version = "  - [arxiv version](" + arxiv(made.year) + ")\n";
    }
    if (chance(140)) made.after += " (`" + name() + "`)";
    if (chance(60))
      made.after.append(" [[Code](https://github.com/")
          .append(characters(7, kLetters))
          .append("/")
          .append(characters(9, kLetters))
          .append(")]");
    return made;
  }

  static void add(const Paper& paper, std::string& text) {
    text.append(paper.survey ? "- [Survey 🔍] [" : "- [").append(paper.venue).append("'");
    text.append(std::to_string(paper.year).substr(2)).append("] ");
    if (paper.address.empty())
      text.append(paper.title);
    else
      text.append("[").append(paper.title).append("](").append(paper.address).append(")");
    text.append(paper.after).append("\n").append(paper.version);
  }

  Section section(std::size_t outer, std::size_t inner, std::size_t left) {
    Section made;
    made.top = inner == 0;
    made.number = std::to_string(outer) + (made.top ? "." : "." + std::to_string(inner));
    made.heading = made.number + " " + capital(topic(2 + below(2)));
    for (const char c : lower(made.heading))
      if (c != '.') made.slug += c == ' ' ? '-' : c;
    made.entries = std::min(left, 5 + below(71));
    return made;
  }

  /// Up to eight numbered sections below each section, more in a very long list; each with 5 to 75 entries.
  void plan(std::size_t entries) {
    sections_.clear();
    const std::size_t most = 9 + entries / 20000;
    for (std::size_t outer = 1; entries > 0; ++outer) {
      const std::size_t inner = below(most);
      for (std::size_t i = 0; i <= inner && entries > 0; ++i) {
        sections_.push_back(section(outer, i, entries));
        entries -= sections_.back().entries;
      }
    }
  }

  std::string reference(std::size_t section) const {
    const Section& to = sections_[section];
    std::string number = to.number;
    if (number.back() == '.') number.pop_back();
    return " [also in [" + number + "](#" + to.slug + ")]";
  }

  /// A paper of this section again in one of the next thirty, each of the two telling of the other.
  void repeat(Paper& paper, std::size_t here) {
    const std::size_t there = here + 1 + below(30);
    if (there >= sections_.size() || repeats_[there].size() >= sections_[there].entries) return;
    Paper again = paper;
    again.after += reference(here);
    paper.after += reference(there);
    repeats_[there].push_back(std::move(again));
  }

  /// What nobody means to write, a few times in a hundred entries.
  void slip(std::vector<Paper>& papers) {
    for (std::size_t i = papers.size(); i-- > 4;) {
      const Paper& near = papers[i - 1 - below(4)];
      switch (below(400)) {
        case 0:
          papers[i] = near;
          break;
        case 1:
          papers[i] = near;
          papers[i].title += "s";
          break;
        case 2:
          papers[i].title.insert(papers[i].title.find(' '), " ");
          break;
        case 3:
          std::swap(papers[i], papers[i / 2]);
          break;
        case 4:
          if (near.venue == "arxiv" || near.year == kFirstYear) break;
          papers[i] = near;
          papers[i].venue = "arxiv";
          papers[i].address = arxiv(--papers[i].year);
          break;
        default:
          break;
      }
    }
  }

  void write_section(std::size_t index, std::ostream& out) {
    const Section& section = sections_[index];
    std::vector<Paper> papers = std::move(repeats_[index]);
    repeats_.erase(index);
    while (papers.size() < section.entries) {
      papers.push_back(paper());
      if (chance(30)) repeat(papers.back(), index);
    }
    std::stable_sort(papers.begin(), papers.end(), [](const Paper& a, const Paper& b) { return a.year > b.year; });
    slip(papers);
    std::string text = (section.top ? "\n## " : "\n### ") + section.heading + "\n\n";
    for (const Paper& each : papers) add(each, text);
    out << text;
  }

  std::mt19937_64 random_;
  std::vector<std::string> vocabulary_ = words(kCommon);
  const std::vector<std::string> prepositions_ = words(kPrepositions), syllables_ = words(kSyllables);
  std::vector<std::uint64_t> weights_;  // sums, by rank
  std::vector<Section> sections_;
  std::size_t addresses_ = 0;
  std::map<std::pair<int, std::size_t>, std::size_t> posted_;
  std::map<std::size_t, std::vector<Paper>> repeats_;  // by the section in which they are still to be written
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 5) {
    std::cerr << "usage: make_list SEED ENTRIES [FOLDER FILES]\n";
    return 2;
  }
  Writer writer(std::strtoull(argv[1], nullptr, 10));
  const std::size_t entries = std::strtoull(argv[2], nullptr, 10);
  if (argc == 3) {
    writer.write(entries, std::cout);
    return std::cout.flush() ? 0 : 2;
  }
  const std::size_t files = std::strtoull(argv[4], nullptr, 10);
  for (std::size_t i = 0; i < files; ++i) {
    const std::filesystem::path folder = std::filesystem::path(argv[3]) / std::to_string(i / 1000);
    std::filesystem::create_directories(folder);
    std::ofstream out(folder / (std::to_string(i % 1000) + ".md"), std::ios::binary);
    writer.write(entries, out);
    if (!out.flush()) return 2;
  }
  return 0;
}
