// What an address proves of where and when a paper was published. A row stands here only where the
// year in the address agreed with the year in the entry in nearly all of the public lists looked at,
// and the site publishes nothing else under such addresses.
#include <algorithm>
#include <iterator>
#include <string>

#include "list/addresses.h"
#include "list/identifier.h"
#include "rules/venues/venues.h"

namespace paperlint {
namespace {

struct Name {
  std::string_view in_address, venue;
};

template <std::size_t size>
std::string_view venue_of(const Name (&names)[size], std::string_view name) {
  const auto* const found =
      std::find_if(std::begin(names), std::end(names), [name](const Name& n) { return n.in_address == name; });
  return found == std::end(names) ? std::string_view{} : found->venue;
}

std::optional<Proof> proof(std::string_view venue, std::uint16_t year, bool workshop = false, bool findings = false) {
  if (venue.empty() || year == 0) return std::nullopt;
  return Proof{std::string(venue), year, workshop, findings};
}

// The conference was renamed in November 2018.
std::string_view neurips(std::uint16_t year) { return year < 2018 ? "NIPS" : "NeurIPS"; }

constexpr Name kUsenix[] = {
    {"atc", "ATC"},
    {"fast", "FAST"},
    {"hotcloud", "HotCloud"},
    {"hotedge", "HotEdge"},
    {"hotos", "HotOS"},
    {"hotstorage", "HotStorage"},
    {"nsdi", "NSDI"},
    {"opml", "OpML"},
    {"osdi", "OSDI"},
    {"raid", "RAID"},
    {"sec", "USENIX Security"},
    {"soups", "SOUPS"},
    {"usenixatc", "ATC"},
    {"usenixsecurity", "USENIX Security"},
    {"woot", "WOOT"},
};

// conference/osdi24/presentation/agrawal, system/files/osdi23-wang-yuke.pdf,
// system/files/conference/osdi14/osdi14-paper-kuznetsov.pdf
std::optional<Proof> usenix(const Address& a) {
  std::string_view slug;
  if (a.part(0) == "conference" && (a.part(2) == "presentation" || a.part(3) == "presentation")) slug = a.part(1);
  if (a.part(0) == "system" && a.part(1) == "files" && a.size() > 2) {
    slug = a.last();
    slug = slug.substr(0, slug.find_first_of("-_"));
  }
  const UsenixName name = usenix_name(slug);
  return proof(venue_of(kUsenix, in_lower_case(name.letters)), name.year);
}

constexpr Name kAnthology[] = {
    {"aacl", "AACL"}, {"acl", "ACL"},     {"coling", "COLING"}, {"conll", "CoNLL"},
    {"eacl", "EACL"}, {"emnlp", "EMNLP"}, {"lrec", "LREC"},     {"naacl", "NAACL"},
};

constexpr Name kOldAnthology[] = {{"C", "COLING"}, {"D", "EMNLP"}, {"E", "EACL"}, {"J", "CL"},  {"K", "CoNLL"},
                                  {"L", "LREC"},   {"N", "NAACL"}, {"P", "ACL"},  {"Q", "TACL"}};

// `P19-1001`: a letter for the venue, a year, and a volume of one digit, of which only the first is everywhere that of
// the conference itself.
std::optional<Proof> old_anthology(std::string_view number) {
  const std::string letter = number.substr(0, 1) >= "a" ? std::string(1, static_cast<char>(number[0] - 'a' + 'A'))
                                                        : std::string(number.substr(0, 1));
  const int two = (number[1] - '0') * 10 + (number[2] - '0');
  const auto year = static_cast<std::uint16_t>(two < 60 ? 2000 + two : 1900 + two);
  const bool main = number[4] == '1' || letter == "J" || (letter == "P" && number[4] == '2' && year < 2019);
  return main && year >= 1980 ? proof(venue_of(kOldAnthology, letter), year) : std::nullopt;
}

// LREC of 2024 was COLING too.
std::optional<Proof> anthology(std::string_view number) {
  const AnthologyNumber id = anthology_number(number);
  if (!id.whole.empty() && id.year.empty()) return old_anthology(id.whole);
  constexpr std::string_view kMain[] = {"1", "2", "demo", "demos", "industry", "long", "main", "short"};
  if (id.venue == "lrec" && id.year == "2024") return proof("COLING", 2024);
  if (id.venue == "findings") return proof(venue_of(kAnthology, id.volume), four_digit_year(id.year), false, true);
  const bool main = std::find(std::begin(kMain), std::end(kMain), id.volume) != std::end(kMain);
  if (!main && id.volume != "srw") return std::nullopt;
  return proof(venue_of(kAnthology, id.venue), four_digit_year(id.year), !main);
}

constexpr Name kCvf[] = {{"accv", "ACCV"}, {"cvpr", "CVPR"}, {"eccv", "ECCV"}, {"iccv", "ICCV"}, {"wacv", "WACV"}};

// content/CVPR2023, content/CVPR2022W, content_CVPRW_2019, content_cvpr_2016_workshops
std::optional<Proof> cvf(const Address& a) {
  const std::size_t at = a.site() == Site::cvf ? 0 : 1;
  if (a.size() < at + 3) return std::nullopt;
  std::string name = in_lower_case(a.part(at) == "content" ? a.part(at + 1) : a.part(at));
  if (name.rfind("content_", 0) == 0) name.erase(0, 8);
  const std::string_view venue = venue_of(kCvf, std::string_view(name).substr(0, 4));
  const std::size_t digits = std::min(name.find_first_of("0123456789"), name.size());
  const std::string_view year = leading_digits(std::string_view(name).substr(digits));
  return proof(venue, four_digit_year(year), name.find('w', 4) != std::string::npos);
}

std::optional<Proof> ecva(const Address& a) {
  const bool paper = a.part(0) == "papers" && a.part(1).substr(0, 5) == "eccv_" && a.size() > 3;
  return paper ? proof("ECCV", four_digit_year(a.part(1).substr(5))) : std::nullopt;
}

std::optional<Proof> proceedings(const Address& a) {
  const std::size_t at = papers_year(a);
  const std::uint16_t year = a.size() > at + 2 ? four_digit_year(a.part(at)) : std::uint16_t{0};
  switch (a.site()) {
    case Site::iclr_papers:
      return proof("ICLR", year);
    case Site::mlsys_papers:
      return proof("MLSys", year);
    default:
      return proof(neurips(year), year);
  }
}

std::optional<Proof> event(const Address& a) {
  const std::string_view kind = a.size() > 3 ? a.part(a.size() - 2) : std::string_view{};
  if (a.part(0) != "virtual" || !all_digits(a.last())) return std::nullopt;
  if (kind != "poster" && kind != "oral" && kind != "workshop") return std::nullopt;
  const std::uint16_t year = four_digit_year(a.part(1));
  return proof(a.note() == "NeurIPS" ? neurips(year) : a.note(), year, kind == "workshop");
}

// A volume of one or two digits and the year before its first: `vol17` of PVLDB, `v25` of JMLR.
std::optional<Proof> volume(std::string_view venue, std::string_view digits, int before) {
  if (!all_digits(digits) || digits.size() > 2) return std::nullopt;
  const int count = digits.size() == 1 ? digits[0] - '0' : (digits[0] - '0') * 10 + (digits[1] - '0');
  return count == 0 ? std::nullopt : proof(venue, static_cast<std::uint16_t>(before + count));
}

std::optional<Proof> vldb(const Address& a) {
  const bool paper = a.part(0) == "pvldb" && a.part(1).substr(0, 3) == "vol" && a.size() > 2;
  return paper ? volume("PVLDB", a.part(1).substr(3), 2007) : std::nullopt;
}

std::optional<Proof> jmlr(const Address& a) {
  std::string_view name = a.part(1);
  if (a.part(0) != "papers" || a.size() < 3 || name.substr(0, 1) != "v") return std::nullopt;
  name.remove_prefix(name.substr(0, 6) == "volume" ? 6 : 1);
  return volume("JMLR", name, 1999);
}

// AAAI counts its volumes from its own first year.
std::optional<Proof> aaai(std::string_view rest) {
  return rest.substr(0, 1) == "v" ? volume("AAAI", leading_digits(rest.substr(1)), 1986) : std::nullopt;
}

constexpr Name kYearFollows[] = {{"doi:10.14722/ndss.", "NDSS"},
                                 {"doi:10.15607/rss.", "RSS"},
                                 {"doi:10.21437/interspeech.", "INTERSPEECH"},
                                 {"ijcai:", "IJCAI"}};

// What a DOI or the number of a volume tells.
std::optional<Proof> by_number(std::string_view id) {
  constexpr std::string_view kAcl = "acl:", kAaai = "doi:10.1609/aaai.";
  if (const Proceedings* const row = proceedings_of(id)) return proof(row->venue->name, row->year, row->workshop);
  if (id.substr(0, kAcl.size()) == kAcl) return anthology(id.substr(kAcl.size()));
  if (id.substr(0, kAaai.size()) == kAaai) return aaai(id.substr(kAaai.size()));
  for (const auto& [start, venue] : kYearFollows)
    if (id.substr(0, start.size()) == start) return proof(venue, four_digit_year(id.substr(start.size(), 4)));
  return std::nullopt;
}

std::optional<Proof> ijcai(const Address& a) {
  const bool paper = in_lower_case(a.part(0)) == "proceedings" && a.size() > 2;
  return paper ? proof("IJCAI", four_digit_year(a.part(1))) : std::nullopt;
}

}  // namespace

std::optional<Proof> published_at(std::string_view address) {
  if (!arxiv_number(address).empty()) return std::nullopt;
  const Address a(address);
  switch (a.site()) {
    case Site::acl:
      return anthology(a.last());
    case Site::cv_foundation:
    case Site::cvf:
      return cvf(a);
    case Site::ecva:
      return ecva(a);
    case Site::iclr_papers:
    case Site::mlsys_papers:
    case Site::neurips_data:
    case Site::neurips_papers:
      return proceedings(a);
    case Site::ijcai:
      return ijcai(a);
    case Site::jmlr:
      return a.part(0) == "papers" ? jmlr(a) : by_number(identifier(a));
    case Site::doi:
    case Site::github_raw:
    case Site::pmlr:
      return by_number(identifier(a));
    case Site::usenix:
      return usenix(a);
    case Site::virtual_site:
      return event(a);
    case Site::vldb:
      return vldb(a);
    default:
      return std::nullopt;
  }
}

}  // namespace paperlint
