#include "list/identifier.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace paperlint {
namespace {

// Addresses that lead to one paper, and what all of them must give.
struct Paper {
  std::string_view id;
  std::vector<std::string_view> addresses;
};

void expect_one(const std::vector<Paper>& papers) {
  for (const Paper& paper : papers)
    for (const std::string_view address : paper.addresses) EXPECT_EQ(identifier(address), paper.id) << address;
}

void expect_none(const std::vector<std::string_view>& addresses) {
  for (const std::string_view address : addresses) EXPECT_EQ(identifier(address), "") << address;
}

TEST(Identifier, OfArxivIsTheNumberWithoutVersion) {
  expect_one({
      {"arxiv:2301.08984",
       {"https://arxiv.org/abs/2301.08984",
        "https://arxiv.org/abs/2301.08984v2",
        "https://arxiv.org/pdf/2301.08984",
        "https://arxiv.org/pdf/2301.08984v12.pdf",
        "https://arxiv.org/pdf/2301.08984.pdf",
        "https://arxiv.org/html/2301.08984v1",
        "https://arxiv.org/html/2301.08984v1#S3",
        "https://www.arxiv.org/abs/2301.08984",
        "https://browse.arxiv.org/pdf/2301.08984.pdf",
        "http://export.arxiv.org/abs/2301.08984",
        "http://arxiv.org/abs/2301.08984",
        "HTTPS://ArXiv.org/abs/2301.08984",
        "https://arxiv.org/abs/2301.08984/",
        "https://arxiv.org/abs/2301.08984?context=cs.LG",
        "https://arxiv.org/abs/2301.08984#",
        "https://arxiv.org/pdf/2301.08984.pdf?fbclid=x",
        "https://arxiv.org/abs//2301.08984",
        "https://arxiv.org//abs/2301.08984",
        "https://arxiv.org/abs/2301.08984.pdf",
        "https://arxiv.org/abs/2301.08984%2F",
        "https://arxiv.org/abs%2F2301.08984",
        "https://arxiv.org:443/abs/2301.08984",
        "https://ar5iv.labs.arxiv.org/html/2301.08984",
        "https://ar5iv.org/abs/2301.08984",
        "https://www.alphaxiv.org/abs/2301.08984v1",
        "https://alphaxiv.org/overview/2301.08984",
        "https://huggingface.co/papers/2301.08984",
        "https://www.arxiv-vanity.com/papers/2301.08984/",
        "https://arxiv.org/ftp/arxiv/papers/2301/2301.08984.pdf",
        "https://doi.org/10.48550/arXiv.2301.08984",
        "https://doi.org/10.48550/ARXIV.2301.08984",
        "http://dx.doi.org/10.48550%2FarXiv.2301.08984"}},
      {"arxiv:1412.6980", {"https://arxiv.org/abs/1412.6980", "https://arxiv.org/pdf/1412.6980v9"}},
      {"arxiv:0704.0001", {"https://arxiv.org/abs/0704.0001"}},
      {"arxiv:cs/9811006", {"https://arxiv.org/abs/cs/9811006", "https://arxiv.org/pdf/cs.LG/9811006v1.pdf"}},
      {"arxiv:hep-th/9901001", {"https://arxiv.org/abs/hep-th/9901001v3"}},
      {"arxiv:math/0309136", {"https://arxiv.org/abs/math.AG/0309136", "https://doi.org/10.48550/arXiv.math/0309136"}},
  });
}

TEST(Identifier, OfArxivNeedsAValidNumber) {
  expect_none({
      "https://arxiv.org/abs/2313.08984",  // no such month
      "https://arxiv.org/abs/2300.08984",
      "https://arxiv.org/abs/2301.8984",
      "https://arxiv.org/abs/1412.06980",
      "https://arxiv.org/abs/0703.0001",
      "https://arxiv.org/abs/2301.00000",
      "https://arxiv.org/abs/2301.089845",
      "https://arxiv.org/abs/2301.08984mini",
      "https://arxiv.org/abs/2301.08984v",
      "https://arxiv.org/abs/2301.08984},",
      "https://arxiv.org/abs/2301.08984\uFF09",
      "https://arxiv.org/abs/2301.08984 x",
      "https://arxiv.org/abs/v2",
      "https://arxiv.org/abs/cs/9911",
      "https://arxiv.org/abs/cs/0704001",
      "https://arxiv.org/abs/9811006",
      "https://arxiv.org/paper/2301.08984.pdf",
      "https://arxiv.org/2301.08984",
      "https://arxiv.org/abs/",
      "https://arxiv.org/list/cs.LG/recent",
      "https://arxiv.org/html/2301.08984v1/x1.png",
      "https://arxiv.org",
      "arxiv.org/abs/2301.08984",
      "https:/arxiv.org/abs/2301.08984",
      "ttps://arxiv.org/abs/2301.08984",
      "https://arxiv.org?x=/abs/2301.08984",
      "https://huggingface.co/datasets/a/b",
      "https://notarxiv.org/abs/2301.08984",
  });
}

TEST(Identifier, OfADoiIsTheDoi) {
  expect_one({
      {"doi:10.1145/3600006.3613145",
       {"https://doi.org/10.1145/3600006.3613145", "http://dx.doi.org/10.1145/3600006.3613145",
        "https://dl.acm.org/doi/10.1145/3600006.3613145", "https://dl.acm.org/doi/abs/10.1145/3600006.3613145",
        "https://dl.acm.org/doi/pdf/10.1145/3600006.3613145", "https://dl.acm.org/doi/full/10.1145/3600006.3613145",
        "https://dl.acm.org/doi/epdf/10.1145/3600006.3613145?download=true",
        "https://dl.acm.org/doi/fullHtml/10.1145/3600006.3613145", "https://doi.org/10.1145%2F3600006.3613145",
        "https://dl.acm.org/citation.cfm?id=3600006.3613145", "https://dl.acm.org/citation.cfm?doid=3600006.3613145"}},
      {"doi:10.1145/3630108", {"https://dl.acm.org/doi/10.1145/3630108/"}},
      {"doi:10.1109/isca52012.2021.00049",
       {"https://dl.acm.org/doi/abs/10.1109/ISCA52012.2021.00049", "https://doi.org/10.1109/ISCA52012.2021.00049"}},
      {"doi:10.1007/978-3-030-68763-2_5",
       {"https://link.springer.com/chapter/10.1007/978-3-030-68763-2_5#Abs1",
        "https://link.springer.com/content/pdf/10.1007/978-3-030-68763-2_5.pdf",
        "https://link.springer.com/chapter/10.1007%2F978-3-030-68763-2_5",
        "https://link.springer.com/chapter/10.1007/978-3-030-68763-2\\_5"}},
      {"doi:10.1007/s41095-021-0236-6", {"https://link.springer.com/article/10.1007/s41095-021-0236-6/fulltext.html"}},
      {"doi:10.1002/cpe.4261",
       {"https://onlinelibrary.wiley.com/doi/epdf/10.1002/cpe.4261?saml_referrer",
        "https://onlinelibrary.wiley.com/doi/10.1002/cpe.4261/full",
        "https://wires.onlinelibrary.wiley.com/doi/10.1002/cpe.4261"}},
      {"doi:10.1101/2022.11.18.517004",
       {"https://www.biorxiv.org/content/10.1101/2022.11.18.517004v2",
        "https://www.biorxiv.org/content/10.1101/2022.11.18.517004v1.full.pdf",
        "https://www.biorxiv.org/content/10.1101/2022.11.18.517004.abstract",
        "https://doi.org/10.1101/2022.11.18.517004"}},
      {"doi:10.1038/s41586-021-03819-2",
       {"https://www.nature.com/articles/s41586-021-03819-2", "https://www.nature.com/articles/s41586-021-03819-2.pdf",
        "https://doi.org/10.1038/s41586-021-03819-2"}},
      {"doi:10.1016/s0140-6736(20)30183-5", {"https://doi.org/10.1016/S0140-6736(20)30183-5"}},
  });
}

TEST(Identifier, OfADoiNeedsAWholeOne) {
  expect_none({
      "https://doi.org/",
      "https://doi.org/2020.06.02.129270",
      "https://doi.org/10.1145",
      "https://doi.org/10.1145/",
      "https://doi.org/10.1/x",
      "https://doi.org/10.48550/arXiv.2305.13172},",
      "https://doi.org/10.1145/x,",
      "https://doi.org/10.1145/x.",
      "https://dl.acm.org/doi/proceedings/10.1145/3627703",
      "https://link.springer.com/book/10.1007/978-3-030-68763-2",
      "https://dl.acm.org/citation.cfm?id=3021745",
      "https://dl.acm.org/conference/sosp",
      "https://www.biorxiv.org/node/37703.abstract",
      "https://www.nature.com/nature",
      "https://link.springer.com/chapter/10.1007",
  });
}

TEST(Identifier, OfADoiThatHoldsAnotherNumberIsThatOne) {
  expect_one({
      {"acl:2020.acl-main.1", {"https://doi.org/10.18653/v1/2020.acl-main.1"}},
      {"acl:P19-1001", {"https://doi.org/10.18653/v1/P19-1001", "https://doi.org/10.18653/v1/p19-1001"}},
      {"ijcai:2025/406", {"https://dl.acm.org/doi/abs/10.24963/ijcai.2025/406"}},
  });
}

TEST(Identifier, OfOpenReviewKeepsItsCase) {
  expect_one({
      {"openreview:huy8g3iKy0",
       {"https://openreview.net/forum?id=huy8g3iKy0", "https://openreview.net/pdf?id=huy8g3iKy0",
        "https://openreview.net/forum?id=huy8g3iKy0&noteId=x",
        "https://openreview.net/forum?noteId=x&amp;id=huy8g3iKy0", "https://openreview.net/forum?id=huy8g3iKy0#all",
        "https://openreview.net/attachment?id=huy8g3iKy0&name=pdf"}},
      {"openreview:-tYCaP0phY_", {"https://openreview.net/forum?id=-tYCaP0phY_"}},
      {"openreview:973277f0cf8990c1a0f245f20103a01a8a9476a8",
       {"https://openreview.net/pdf/973277f0cf8990c1a0f245f20103a01a8a9476a8.pdf"}},
  });
  expect_none({"https://openreview.net/forum?id=wXgk_iCiYGo}", "https://openreview.net/forum",
               "https://openreview.net/", "https://openreview.net/group?id=ICLR.cc",
               "https://openreview.net/forum?noteId=abcdef",
               "https://openreview.net/attachment?id=huy8g3iKy0&name=supplementary_material"});
}

TEST(Identifier, OfTheAnthologyIsItsNumber) {
  expect_one({
      {"acl:2020.acl-main.745",
       {"https://aclanthology.org/2020.acl-main.745/", "https://aclanthology.org/2020.acl-main.745.pdf",
        "https://www.aclweb.org/anthology/2020.acl-main.745.bib", "https://aclanthology.org/2020.acl-main.745v2.pdf"}},
      {"acl:P19-1001",
       {"https://www.aclweb.org/anthology/P19-1001/", "https://aclweb.org/anthology/P/P19/P19-1001.pdf",
        "https://www.aclweb.org/anthology/papers/P/P19/P19-1001/",
        "https://aclanthology.info/papers/P19-1001/p19-1001"}},
      {"acl:2021.findings-acl.1", {"https://aclanthology.org/2021.findings-acl.1"}},
      {"acl:2020.repl4nlp-1.20", {"https://www.aclweb.org/anthology/2020.repl4nlp-1.20/"}},
  });
  expect_none({"https://aclanthology.org/volumes/2023.conll-babylm/", "https://aclanthology.org/events/acl-2020/",
               "https://aclanthology.org/2020.acl-main/", "https://aclanthology.org/P19-100",
               "https://aclanthology.org/", "https://aclanthology.org/P19-1001x",
               "https://aclanthology.org/20.acl-main.1"});
}

TEST(Identifier, OfPmlrAndJmlrIsVolumeAndName) {
  expect_one({
      {"pmlr:v97/tan19a",
       {"http://proceedings.mlr.press/v97/tan19a.html", "https://proceedings.mlr.press/v97/tan19a",
        "https://proceedings.mlr.press/v97/tan19a/tan19a.pdf",
        "https://proceedings.mlr.press/v97/tan19a/tan19a-supp.pdf",
        "https://raw.githubusercontent.com/mlresearch/v97/main/assets/tan19a/tan19a.pdf"}},
      {"pmlr:v48/johansson16",
       {"http://www.jmlr.org/proceedings/papers/v48/johansson16.pdf",
        "https://proceedings.mlr.press/v48/johansson16.html"}},
      {"jmlr:v18/17-014",
       {"http://www.jmlr.org/papers/volume18/17-014/17-014.pdf", "https://jmlr.org/papers/v18/17-014.html"}},
  });
  expect_none({"https://proceedings.mlr.press/v97/", "https://proceedings.mlr.press/v97/index.html",
               "https://jmlr.org/papers/v18/", "https://raw.githubusercontent.com/a/b/main/README1.md",
               "https://proceedings.mlr.press/"});
}

TEST(Identifier, OfCvfIsTheNameOfTheFile) {
  expect_one({
      {"cvf:qiu_world_from_blur_cvpr_2019",
       {"https://openaccess.thecvf.com/content_CVPR_2019/papers/Qiu_World_From_Blur_CVPR_2019_paper.pdf",
        "https://openaccess.thecvf.com/content_CVPR_2019/html/Qiu_World_From_Blur_CVPR_2019_paper.html",
        "https://openaccess.thecvf.com//content/CVPR2019/papers/Qiu_World_From_Blur_CVPR_2019_paper.pdf"}},
      {"cvf:sun_learning_a_convolutional_2015_cvpr",
       {"https://www.cv-foundation.org/openaccess/content_cvpr_2015/papers/"
        "Sun_Learning_a_Convolutional_2015_CVPR_paper.pdf",
        "https://openaccess.thecvf.com/content_cvpr_2015/html/Sun_Learning_a_Convolutional_2015_CVPR_paper.html"}},
      {"ecva:eccv_2020/123700630", {"https://www.ecva.net/papers/eccv_2020/papers_ECCV/papers/123700630.pdf"}},
      {"ecva:eccv_2020/5134", {"https://www.ecva.net/papers/eccv_2020/papers_ECCV/html/5134_ECCV_2020_paper.php"}},
  });
  expect_none({"https://openaccess.thecvf.com/CVPR2023?day=all", "https://openaccess.thecvf.com/menu",
               "https://openaccess.thecvf.com/content/CVPR2023/supplemental/X_CVPR_2023_supplemental.pdf"});
}

TEST(Identifier, OfUsenixIsConferenceAndName) {
  expect_one({
      {"usenix:osdi24/agrawal",
       {"https://www.usenix.org/conference/osdi24/presentation/agrawal",
        "https://usenix.org/conference/OSDI24/presentation/agrawal",
        "https://www.usenix.org/system/files/osdi24-agrawal.pdf"}},
      {"usenix:nsdi12/zaharia", {"https://www.usenix.org/conference/nsdi12/technical-sessions/presentation/zaharia"}},
      {"usenix:usenixsecurity20/oest-phishtime",
       {"https://www.usenix.org/conference/usenixsecurity20/presentation/oest-phishtime",
        "https://www.usenix.org/system/files/sec20-oest-phishtime.pdf"}},
      {"usenix:usenixsecurity24/g%c3%bcler",
       {"https://www.usenix.org/conference/usenixsecurity24/presentation/g%C3%BCler",
        "https://www.usenix.org/conference/usenixsecurity24/presentation/g\u00FCler"}},
      {"usenix:atc19-ma_0", {"https://www.usenix.org/system/files/atc19-ma_0.pdf"}},
      {"usenix:osdi14-paper-kuznetsov",
       {"https://www.usenix.org/system/files/conference/osdi14/osdi14-paper-kuznetsov.pdf"}},
  });
  expect_none({"https://www.usenix.org/conference/osdi24",
               "https://www.usenix.org/conference/osdi24/technical-sessions", "https://www.usenix.org/node/189029",
               "https://www.usenix.org/system/files"});
}

TEST(Identifier, OfNeuripsAndMlsysIsYearAndHash) {
  expect_one({
      {"neurips:2020/1457c0d6bfcb4967418bfb8ac142f64a",
       {"https://proceedings.neurips.cc/paper/2020/hash/1457c0d6bfcb4967418bfb8ac142f64a-Abstract.html",
        "https://proceedings.neurips.cc/paper/2020/file/1457c0d6bfcb4967418bfb8ac142f64a-Paper.pdf",
        "https://papers.nips.cc/paper/2020/hash/1457c0d6bfcb4967418bfb8ac142f64a-Abstract.html",
        "https://proceedings.neurips.cc/paper_files/paper/2020/hash/"
        "1457c0d6bfcb4967418bfb8ac142f64a-Abstract.html?utm=x",
        "https://proceedings.neurips.cc//paper/2020/file/1457c0d6bfcb4967418bfb8ac142f64a-Paper.pdf"}},
      {"neurips:7181",
       {"http://papers.neurips.cc/paper/7181-attention-is-all-you-need.pdf",
        "https://papers.nips.cc/paper/7181-attention-is-all-you-need"}},
      {"neurips:by-source-2019-1275", {"http://papers.nips.cc/paper/by-source-2019-1275"}},
      {"neurips-data:2021/eddea82ad2755b24c4e168c5fc2ebd40",
       {"https://datasets-benchmarks-proceedings.neurips.cc/paper/2021/hash/"
        "eddea82ad2755b24c4e168c5fc2ebd40-Abstract-round2.html"}},
      {"mlsys:2023/5a54f79333768effe7e8927bcccffe40",
       {"https://proceedings.mlsys.org/paper_files/paper/2023/hash/"
        "5a54f79333768effe7e8927bcccffe40-Abstract-mlsys2023.html"}},
      {"neurips:virtual/2025/118110",
       {"https://neurips.cc/virtual/2025/poster/118110",
        "https://neurips.cc/virtual/2025/loc/san-diego/poster/118110"}},
  });
  expect_none({"https://papers.nips.cc/paper/2020", "https://papers.nips.cc/book/advances-25-2012",
               "https://neurips.cc/virtual/2025",
               "https://proceedings.neurips.cc/paper/2020/hash/1457c0d6-Abstract.html", "https://mlsys.org/poster/1"});
}

TEST(Identifier, OfOtherSites) {
  expect_one({
      {"vldb:vol17/p863-kim",
       {"https://www.vldb.org/pvldb/vol17/p863-kim.pdf", "http://vldb.org/pvldb/vol17/p863-kim.pdf"}},
      {"ieee:5740583",
       {"http://ieeexplore.ieee.org/document/5740583/?part=1", "https://ieeexplore.ieee.org/abstract/document/5740583",
        "https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=5740583",
        "http://ieeexplore.ieee.org/iel7/6547086/6547088/05740583.pdf"}},
      {"ijcai:2020/440",
       {"https://www.ijcai.org/Proceedings/2020/0440.pdf", "https://www.ijcai.org/proceedings/2020/440"}},
      {"aaai:25122",
       {"https://ojs.aaai.org/index.php/AAAI/article/view/25122/24894",
        "https://aaai.org/ojs/index.php/AAAI/article/view/25122"}},
      {"eprint:2014/77", {"https://eprint.iacr.org/2014/077.pdf", "https://eprint.iacr.org/2014/077"}},
  });
  expect_none({"https://github.com/a/b", "https://www.semanticscholar.org/paper/abc", "#anchor", "docs/x.md", "",
               "http", "https://", "https://ieeexplore.ieee.org/Xplore/home.jsp",
               "https://www.vldb.org/conf/1994/P439.PDF",
               "https://a-host-that-is-longer-than-any-that-holds-papers.example.org/abs/2301.08984",
               "https://arxiv.org/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t"});
}

TEST(Announced, IsTheMonthOfAnArxivNumber) {
  const auto is = [](std::string_view id, int year, int month) {
    const auto told = announced(id);
    return told && told->year == year && told->month == month;
  };
  EXPECT_TRUE(is("arxiv:2301.08984", 2023, 1));
  EXPECT_TRUE(is("arxiv:0704.0001", 2007, 4));
  EXPECT_TRUE(is("arxiv:cs/9811006", 1998, 11));
  EXPECT_TRUE(is("arxiv:math/0309136", 2003, 9));
  for (const std::string_view id :
       {"doi:10.1145/3600006.3613145", "", "arxiv:", "arxiv:x", "arxiv:2313.08984", "arxiv:cs/"})
    EXPECT_FALSE(announced(id)) << id;
}

TEST(ArxivNumber, IsReadFromWhatArxivItselfWrites) {
  for (const std::string_view address :
       {"https://arxiv.org/abs/2301.08984", "https://arxiv.org/abs/2301.08984v2", "https://arxiv.org/pdf/2301.08984",
        "https://arxiv.org/pdf/2301.08984v12.pdf"}) {
    EXPECT_EQ(arxiv_number(address), "2301.08984") << address;
    EXPECT_EQ(identifier(address), "arxiv:2301.08984") << address;
  }
  EXPECT_EQ(arxiv_number("https://arxiv.org/abs/0704.0001"), "0704.0001");
  EXPECT_EQ(announced_with("0704.0001").year, 2007);
  EXPECT_EQ(announced_with("0704.0001").month, 4);
  for (const std::string_view address :
       {"http://arxiv.org/abs/2301.08984", "https://www.arxiv.org/abs/2301.08984", "https://arxiv.org/abs/cs/9811006",
        "https://arxiv.org/abs/2301.08984?x=1", "https://arxiv.org/abs/2301.08984#S1",
        "https://arxiv.org/abs/2313.08984", "https://arxiv.org/abs/1412.00001", "https://arxiv.org/abs/2301.00000",
        "https://arxiv.org/abs/", ""})
    EXPECT_EQ(arxiv_number(address), "") << address;
}

}  // namespace
}  // namespace paperlint
