#include "list/link_text.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "list/addresses.h"
#include "list/ascii.h"
#include "text/byte_set.h"

namespace paperlint {
namespace {

constexpr std::string_view kPaperTexts[] = {"abs",
                                            "acm",
                                            "arxiv",
                                            "arxiv version",
                                            "doi",
                                            "full paper",
                                            "full version",
                                            "full text",
                                            "here",
                                            "html",
                                            "ieee",
                                            "journal",
                                            "journal version",
                                            "link",
                                            "link to paper",
                                            "openreview",
                                            "paper",
                                            "paper link",
                                            "pdf",
                                            "preprint",
                                            "pre-print",
                                            "proceedings",
                                            "publication",
                                            "published version",
                                            "technical report",
                                            "tech report",
                                            "conference version",
                                            "extended version",
                                            "arxiv preprint",
                                            "arxiv link",
                                            "arxiv pdf",
                                            "paper pdf",
                                            "camera-ready",
                                            "camera ready",
                                            "abstract",
                                            "full-text",
                                            "eprint",
                                            "cvf",
                                            "biorxiv",
                                            "springer",
                                            "论文"};
constexpr std::string_view kOtherTexts[] = {"appendix",
                                            "artifact",
                                            "benchmark",
                                            "bib",
                                            "bibtex",
                                            "bilibili",
                                            "blog",
                                            "blog post",
                                            "caffe",
                                            "checkpoint",
                                            "checkpoints",
                                            "code",
                                            "code&data",
                                            "code1",
                                            "code2",
                                            "codes",
                                            "colab",
                                            "data",
                                            "dataset",
                                            "datasets",
                                            "demo",
                                            "docs",
                                            "github",
                                            "github page",
                                            "github repo",
                                            "homepage",
                                            "hugging face",
                                            "huggingface",
                                            "implementation",
                                            "jax",
                                            "keras",
                                            "leaderboard",
                                            "matlab",
                                            "media",
                                            "model",
                                            "models",
                                            "news",
                                            "note",
                                            "notes",
                                            "official",
                                            "official code",
                                            "online demo",
                                            "page",
                                            "playground",
                                            "post",
                                            "poster",
                                            "presentation",
                                            "project",
                                            "project page",
                                            "project website",
                                            "pytorch",
                                            "repo",
                                            "repository",
                                            "review",
                                            "site",
                                            "slide",
                                            "slides",
                                            "source",
                                            "source code",
                                            "star",
                                            "stars",
                                            "supp",
                                            "supplementary",
                                            "supplementary material",
                                            "talk",
                                            "tensorflow",
                                            "torch",
                                            "tutorial",
                                            "tweet",
                                            "twitter",
                                            "unofficial",
                                            "unofficial code",
                                            "video",
                                            "videos",
                                            "web",
                                            "webpage",
                                            "website",
                                            "weights",
                                            "youtube",
                                            "zhihu",
                                            "代码",
                                            "知乎",
                                            "解读",
                                            "项目"};

/// Without the brackets, code and emphasis marks around it: `[\[pdf\]](u)`, `[`[code]`](u)`, `[**Paper**](u)`.
std::string_view bare(std::string_view text) {
  constexpr ByteSet kMarks(" \t\r\n[]()`*_\\:");
  if (text.substr(0, 2) == "![") text = text.substr(2, text.find("](") - 2);  // a badge says what its image says
  text.remove_prefix(kMarks.find_other(text));
  while (!text.empty() && kMarks.has(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

bool paper_link_text(std::string_view text) {
  std::string word = in_lower_case(bare(text));
  while (word.size() > 3 && word.back() >= '0' && word.back() <= '9') word.pop_back();  // `Paper2`
  for (const std::string_view begin : {"arxiv:", "doi:", "paper(", "pdf("})
    if (word.compare(0, begin.size(), begin) == 0) return true;
  return std::find(std::begin(kPaperTexts), std::end(kPaperTexts), word) != std::end(kPaperTexts);
}

bool generic_link_text(std::string_view text) {
  text = bare(text);
  if (text.size() > 20) return false;
  const std::string word = in_lower_case(text);
  return word.empty() || std::find(std::begin(kOtherTexts), std::end(kOtherTexts), word) != std::end(kOtherTexts) ||
         paper_link_text(word);
}

/// `Models` may end a title, `code` hardly does.
bool ends_title(std::string_view title) {
  const std::string_view last = title.substr(title.rfind(' ') + 1);
  if (!generic_link_text(last)) return true;
  const char before = title.size() > last.size() + 1 ? title[title.size() - last.size() - 2] : '.';
  return is_letter(before) && is_upper(last.front()) && !paper_link_text(last) && in_lower_case(last) != "code";
}

bool stands_for_text(std::string_view address) {
  constexpr std::string_view kButtons[] = {"code", "demo", "github", "project", "slides", "video", "website"};
  if (address.empty() || !is_letter(address.front())) return false;
  if (address.find(' ') == std::string_view::npos)  // one word may be the name of a file
    return paper_link_text(address) || starts_with(address, "arxiv:") || one_of(in_lower_case(address), kButtons);
  return std::all_of(address.begin(), address.end(), [](char c) {
    return is_alnum(c) || std::string_view(" .,:-'&").find(c) != std::string_view::npos;
  });
}

}  // namespace paperlint
