#include "list/identifier.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>

#include "list/addresses.h"
#include "list/arxiv_numbers.h"
#include "text/markup.h"

namespace paperlint {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

using markup::is_digit;
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alnum(char c) { return is_digit(c) || is_lower(c) || is_upper(c); }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }
bool is_word(char c) { return is_alnum(c) || c == '-' || c == '_'; }
bool is_visible(char c) { return c > ' ' && c < 0x7F; }

bool drop_end(std::string_view& text, std::string_view end) {
  const bool there = text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
  if (there) text.remove_suffix(end.size());
  return there;
}

std::string_view without_type(std::string_view file) {
  if (!file.empty() && is_digit(file.back())) return file;  // as most do
  if (!drop_end(file, ".pdf") && !drop_end(file, ".html")) drop_end(file, ".PDF");
  return file;
}

std::string_view without_zeros(std::string_view digits) {
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
}

std::string join(std::initializer_list<std::string_view> pieces) {
  std::size_t size = 0;
  for (const std::string_view piece : pieces) size += piece.size();
  std::string out;
  out.reserve(size);
  for (const std::string_view piece : pieces) out += piece;
  return out;
}

template <typename Test>
bool all(std::string_view text, Test test) {
  return !text.empty() && std::all_of(text.begin(), text.end(), test);
}

bool one_of(std::string_view text, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), text) != names.end();
}

// Old numbers are kept without the subject class, which arXiv takes or leaves: `math.AG/0309136`.
std::string arxiv(std::string_view id) {
  id = without_version(without_type(id));
  if (is_new_arxiv(id)) return join({"arxiv:", id});
  const std::size_t slash = id.find('/');
  if (slash == kNone || !is_old_arxiv(id.substr(slash + 1))) return {};
  const std::size_t dot = std::min(id.find('.'), slash);
  const std::string_view archive = id.substr(0, dot), group = id.substr(dot, slash - dot);
  if (!all(archive, [](char c) { return is_lower(c) || c == '-'; })) return {};
  if (!group.empty() && (group.size() != 3 || !all(group.substr(1), is_upper))) return {};
  return join({"arxiv:", archive, id.substr(slash)});
}

std::string arxiv_page(const Address& a) {
  if (a.part(0) == "ftp" && a.part(1) == "arxiv") return arxiv(a.last());
  const bool own = one_of(a.part(0), {"abs", "pdf", "html", "ps", "format", "e-print"});
  const bool mirror = a.site() == Site::arxiv_mirror && one_of(a.part(0), {"papers", "overview"});
  return own || mirror ? arxiv(a.from(1)) : std::string();
}

std::string acl(std::string_view text) {
  const AnthologyNumber id = anthology_number(text);
  if (id.whole.empty()) return {};
  text.remove_prefix(id.whole.size());
  if (text.starts_with("v")) text.remove_prefix(1 + leading_digits(text.substr(1)).size());
  if (!text.empty() && !one_of(text, {".pdf", ".bib"})) return {};
  std::string out = "acl:" + in_lower_case(id.whole);
  if (is_lower(out[4])) out[4] = static_cast<char>(out[4] - 'a' + 'A');  // P19-1001
  return out;
}

std::string ijcai(std::string_view year, std::string_view paper) {
  paper = without_type(paper);
  if (four_digit_year(year) == 0 || !all_digits(paper)) return {};
  return join({"ijcai:", year, "/", without_zeros(paper)});
}

std::string ijcai_page(const Address& a) {
  const bool paper = a.part(0) == "proceedings" || a.part(0) == "Proceedings";
  return paper ? ijcai(a.part(1), a.part(2)) : std::string();
}

// A DOI ends where a path does, but for the pages that publishers hang below it.
std::string_view without_pages(std::string_view doi) {
  constexpr std::string_view kPages[] = {"/abstract", "/epdf", "/full", "/fulltext",
                                         "/html",     "/meta", "/pdf",  "/references"};
  if (!doi.empty() && is_digit(doi.back())) return doi;  // as most end
  const auto drop = [&doi](std::string_view page) { return drop_end(doi, page); };
  while (std::any_of(std::begin(kPages), std::end(kPages), drop)) {
  }
  return without_type(doi);
}

// `10.` and a registrant of four digits or more, a slash, and what no junk of a sentence ends.
bool is_doi(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == kNone || slash < 7 || slash + 1 == text.size() || !text.starts_with("10.")) return false;
  const std::string_view registrant = text.substr(3, slash - 3), suffix = text.substr(slash + 1);
  const char end = suffix.back();
  return leading_digits(registrant).size() >= 4 && all(registrant, [](char c) { return is_digit(c) || c == '.'; }) &&
         all(suffix, is_visible) && (is_word(end) || end == '>' || (end == ')' && suffix.find('(') != kNone));
}

// Some registrants give papers that have an identifier of their own.
std::string doi(std::string_view text) {
  constexpr std::string_view kArxiv = "10.48550/arxiv.", kAcl = "10.18653/v1/", kIjcai = "10.24963/ijcai.";
  text = without_pages(text);
  if (!is_doi(text)) return {};
  std::string id = "doi:" + in_lower_case(text);
  const std::string_view name = std::string_view(id).substr(4);
  if (name.starts_with(kArxiv)) return arxiv(text.substr(kArxiv.size()));
  if (name.starts_with(kAcl)) return acl(text.substr(kAcl.size()));
  if (!name.starts_with(kIjcai)) return id;
  const std::string_view paper = text.substr(kIjcai.size());
  return paper.size() > 5 ? ijcai(paper.substr(0, 4), paper.substr(5)) : std::string();
}

bool begins_doi(std::string_view part) { return part.size() > 3 && part.starts_with("10.") && is_digit(part[3]); }

std::string doi_page(const Address& a) {
  std::size_t at = 0;
  while (at < a.size() && !begins_doi(a.part(at))) {
    // A whole volume is no paper.
    if (one_of(a.part(at), {"proceedings", "book", "toc", "journal", "action"})) return {};
    ++at;
  }
  if (at < a.size()) return a.note() == "springer" ? doi(join({a.part(at), "/", a.part(at + 1)})) : doi(a.from(at));
  // dl.acm.org/citation.cfm?id=2939672.2939785; a number without a dot lacks the half that a DOI needs.
  if (a.note() != "acm" || a.part(0) != "citation.cfm") return {};
  const std::string_view id = a.parameter("doid").empty() ? a.parameter("id") : a.parameter("doid");
  const std::size_t dot = id.find('.');
  const bool whole = dot != kNone && all_digits(id.substr(0, dot)) && all_digits(id.substr(dot + 1));
  return whole ? doi(join({"10.1145/", id})) : std::string();
}

// biorxiv.org/content/10.1101/2022.11.18.517004v2.full.pdf
std::string biorxiv(const Address& a) {
  if (a.part(0) != "content" || !begins_doi(a.part(1))) return {};
  std::string_view paper = a.part(2);
  paper = paper.substr(0, std::min(paper.find_first_not_of("0123456789."), paper.size()));
  drop_end(paper, ".");
  const std::string_view rest = a.part(2).substr(paper.size());
  const bool version = rest.size() > 1 && rest[0] == 'v' && is_digit(rest[1]);
  if (a.size() != 3 || !(rest.empty() || version || rest[0] == '.')) return {};
  return doi(join({a.part(1), "/", paper}));
}

// An article's DOI is Nature's own prefix and the name of its page.
std::string nature(const Address& a) {
  const std::string_view name = without_type(a.part(1));
  const bool article = a.part(0) == "articles" && all(name, [](char c) { return is_alnum(c) || c == '-' || c == '.'; });
  return article && a.size() == 2 ? doi(join({"10.1038/", name})) : std::string();
}

std::string ieee(const Address& a) {
  std::string_view paper = a.parameter("arnumber");
  if (paper.empty()) paper = a.parameter("arNumber");
  for (std::size_t i = 0; paper.empty() && i < a.size(); ++i)
    if (a.part(i) == "document") paper = a.part(i + 1);
  if (paper.empty() && a.part(0).starts_with("iel")) paper = without_type(a.last());
  return all_digits(paper) && paper.size() <= 9 ? join({"ieee:", without_zeros(paper)}) : std::string();
}

std::string openreview(const Address& a) {
  constexpr std::size_t kShortest = 5;
  std::string_view paper;
  if (a.size() == 1 && one_of(a.part(0), {"forum", "pdf"})) paper = a.parameter("id");
  if (a.part(0) == "attachment" && a.parameter("name") == "pdf") paper = a.parameter("id");
  if (a.part(0) == "pdf" && a.size() == 2) paper = without_type(a.part(1));  // a file by its hash
  return paper.size() >= kShortest && all(paper, is_word) ? join({"openreview:", paper}) : std::string();
}

// `v97`, `tan19a` or `tan19a.html`; a volume's own page has no such name.
std::string pmlr(std::string_view volume, std::string_view paper) {
  paper = without_type(paper);
  const bool named = all(paper, is_word) && paper.find_first_of("0123456789") != kNone;
  if (!named || volume.size() < 2 || (volume[0] != 'v' && volume[0] != 'r') || !all_digits(volume.substr(1))) return {};
  return join({"pmlr:", volume, "/"}) + in_lower_case(paper);
}

// github.com keeps the files of new volumes: mlresearch/v235/main/assets/fu24a/fu24a.pdf
std::string pmlr_file(const Address& a) {
  return a.part(0) == "mlresearch" ? pmlr(a.part(1), a.part(4)) : std::string();
}

std::string jmlr(const Address& a) {
  if (a.part(0) == "proceedings" && a.part(1) == "papers") return pmlr(a.part(2), a.part(3));
  std::string_view volume = a.part(1), paper = without_type(a.part(2));
  if (a.part(0) != "papers" || !volume.starts_with("v")) return {};
  volume.remove_prefix(volume.starts_with("volume") ? 6 : 1);
  if (!all_digits(volume) || !all(paper, is_word)) return {};
  return join({"jmlr:v", volume, "/"}) + in_lower_case(paper);
}

std::string cvf(const Address& a) {
  std::string_view paper = without_type(a.last());
  const std::string_view folder = a.part(a.site() == Site::cvf ? 0 : 1);
  if (!folder.starts_with("content") || !drop_end(paper, "_paper") || !all(paper, is_visible)) return {};
  return "cvf:" + in_lower_case(paper);
}

// papers/eccv_2020/papers_ECCV/papers/123700630.pdf and …/html/5134_ECCV_2020_paper.php
std::string ecva(const Address& a) {
  const std::string_view paper = leading_digits(a.last()), rest = a.last().substr(paper.size());
  const bool file = rest == ".pdf" || (rest.starts_with("_ECCV_") && rest.find("_paper.") != kNone);
  const bool folder = a.part(1).starts_with("eccv_") && all(a.part(1), is_word);
  if (a.part(0) != "papers" || a.size() < 3 || !folder || paper.empty() || !file) return {};
  return join({"ecva:", a.part(1), "/", paper});
}

// Files since 2019 lie in system/files itself and bear the name of their page: osdi23-wang-yuke.pdf is
// osdi23/presentation/wang-yuke. Older ones, and those that end in `_0`, have names of their own.
std::string usenix_file(const Address& a) {
  const std::string_view file = without_type(a.last());
  const std::size_t dash = file.find('-');
  const UsenixName conference = usenix_name(file.substr(0, dash));
  const bool new_name = a.size() == 3 && dash != kNone && conference.year >= 2019 && file.find('_') == kNone;
  if (!all(file, is_visible) || file.size() == a.last().size()) return {};
  if (!new_name) return "usenix:" + in_lower_case(file);
  std::string name = in_lower_case(file);
  name[dash] = '/';
  return name.starts_with("sec") ? "usenix:usenixsecurity" + name.substr(3) : "usenix:" + name;
}

// Names are of people, so that some hold letters that an identifier writes as addresses do.
std::string escaped(std::string_view name) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      out += c;
    else
      out += {'%', kHex[byte / 16], kHex[byte % 16]};
  }
  return in_lower_case(out);
}

std::string usenix(const Address& a) {
  if (a.part(0) == "system" && a.part(1) == "files") return usenix_file(a);
  const std::size_t at = a.part(2) == "presentation" ? 3 : a.part(3) == "presentation" ? 4 : a.size();
  const std::string name = escaped(a.part(at));
  if (a.part(0) != "conference" || !all(a.part(1), is_word) || !all(name, is_visible)) return {};
  return join({"usenix:", in_lower_case(a.part(1)), "/", name});
}

// The hash is that of a small number, so that years share hashes: it needs its year. MLSys numbered its
// papers anew when it moved them from `paper` to `paper_files`; NeurIPS kept its numbers.
std::string by_hash(const Address& a, std::string_view series) {
  const std::size_t at = papers_year(a);
  const std::string_view hash = a.part(at + 2).substr(0, 32);
  const bool whole = hash.size() == 32 && all(hash, is_hex) && a.part(at + 2).substr(32, 1) == "-";
  if (whole && four_digit_year(a.part(at)) != 0 && one_of(a.part(at + 1), {"hash", "file"}))
    return join({series, ":", a.part(at), "/", hash});
  if (series != "neurips") return {};
  // Until 2019: papers.nips.cc/paper/7181-attention-is-all-you-need.pdf
  const std::string_view paper = leading_digits(a.part(at));
  if (!paper.empty() && a.part(at).substr(paper.size(), 1) == "-") return join({"neurips:", paper});
  return a.part(at).starts_with("by-source-") && all(a.part(at), is_word) ? join({"neurips:", a.part(at)})
                                                                          : std::string();
}

// neurips.cc/virtual/2025/loc/san-diego/poster/118110
std::string event(const Address& a) {
  const std::string_view kind = a.part(a.size() - 2);
  if (a.size() < 4 || a.part(0) != "virtual" || four_digit_year(a.part(1)) == 0) return {};
  if (!one_of(kind, {"poster", "oral"}) || !all_digits(a.last())) return {};
  return in_lower_case(a.note()) + join({":virtual/", a.part(1), "/", a.last()});
}

std::string vldb(const Address& a) {
  const std::string_view volume = a.part(1), paper = without_type(a.part(2));
  const bool there = a.part(0) == "pvldb" && volume.starts_with("vol") && all_digits(volume.substr(3));
  return there && all(paper, is_word) ? join({"vldb:", volume, "/"}) + in_lower_case(paper) : std::string();
}

std::string aaai(const Address& a) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a.part(i) == "article" && one_of(a.part(i + 1), {"view", "download", "viewFile"}) && all_digits(a.part(i + 2)))
      return join({"aaai:", a.part(i + 2)});
  return {};
}

std::string eprint(const Address& a) {
  const std::string_view paper = without_type(a.part(1));
  return four_digit_year(a.part(0)) != 0 && all_digits(paper) && a.size() == 2
             ? join({"eprint:", a.part(0), "/", without_zeros(paper)})
             : std::string();
}

using Reading = std::string (*)(const Address&);

constexpr std::array<Reading, kSites> kReadings = [] {
  std::array<Reading, kSites> table{};
  const auto at = [&table](Site site) -> Reading& { return table[static_cast<std::size_t>(site)]; };
  at(Site::none) = [](const Address&) { return std::string(); };
  at(Site::aaai) = aaai;
  at(Site::acl) = [](const Address& a) { return acl(a.last()); };
  at(Site::arxiv) = at(Site::arxiv_mirror) = arxiv_page;
  at(Site::biorxiv) = biorxiv;
  at(Site::cvf) = at(Site::cv_foundation) = cvf;
  at(Site::doi) = doi_page;
  at(Site::ecva) = ecva;
  at(Site::eprint) = eprint;
  at(Site::github_raw) = pmlr_file;
  at(Site::iclr_papers) = [](const Address& a) { return by_hash(a, "iclr"); };
  at(Site::ieee) = ieee;
  at(Site::ijcai) = ijcai_page;
  at(Site::jmlr) = jmlr;
  at(Site::mlsys_papers) = [](const Address& a) { return by_hash(a, a.part(0) == "paper" ? "mlsys-old" : "mlsys"); };
  at(Site::nature) = nature;
  at(Site::neurips_data) = [](const Address& a) { return by_hash(a, "neurips-data"); };
  at(Site::neurips_papers) = [](const Address& a) { return by_hash(a, "neurips"); };
  at(Site::openreview) = openreview;
  at(Site::pmlr) = [](const Address& a) { return pmlr(a.part(0), a.part(1)); };
  at(Site::usenix) = usenix;
  at(Site::virtual_site) = event;
  at(Site::vldb) = vldb;
  return table;
}();
static_assert(std::find(kReadings.begin(), kReadings.end(), nullptr) == kReadings.end());

}  // namespace

std::string_view arxiv_number(std::string_view address) {
  constexpr std::string_view kSite = "https://arxiv.org/";
  if (!address.starts_with(kSite)) return {};
  address.remove_prefix(kSite.size());
  if (!address.starts_with("abs/") && !address.starts_with("pdf/")) return {};
  const std::string_view number = without_version(without_type(address.substr(4)));
  return is_new_arxiv(number) ? number : std::string_view{};
}

std::string identifier(const Address& a) { return kReadings[static_cast<std::size_t>(a.site())](a); }

std::string identifier(std::string_view address) {
  const std::string_view number = arxiv_number(address);
  return number.empty() ? identifier(Address(address)) : join({"arxiv:", number});
}

}  // namespace paperlint
