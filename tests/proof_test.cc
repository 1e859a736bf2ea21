// What an address proves, and where it must prove nothing.
#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "list/identifier.h"

namespace paperlint {
namespace {

struct Told {
  std::string_view address, venue;
  int year;
  bool workshop = false, findings = false;
};

TEST(PublishedAt, TellsVenueAndYear) {
  const std::vector<Told> all = {
      {"https://www.usenix.org/conference/osdi24/presentation/agrawal", "OSDI", 2024},
      {"https://www.usenix.org/conference/nsdi12/technical-sessions/presentation/zaharia", "NSDI", 2012},
      {"https://www.usenix.org/conference/usenixatc11/presentation/x", "ATC", 2011},
      {"https://www.usenix.org/conference/nsdi10-0/presentation/x", "NSDI", 2010},
      {"https://www.usenix.org/conference/osdi-06/presentation/x", "OSDI", 2006},
      {"https://www.usenix.org/conference/osdi-2000/presentation/x", "OSDI", 2000},
      {"https://www.usenix.org/conference/usenixsecurity23/presentation/x", "USENIX Security", 2023},
      {"https://www.usenix.org/conference/soups2019/presentation/x", "SOUPS", 2019},
      {"https://www.usenix.org/conference/hotcloud19/presentation/x", "HotCloud", 2019},
      {"https://www.usenix.org/conference/hotstorage20/presentation/x", "HotStorage", 2020},
      {"https://www.usenix.org/conference/fast23/presentation/x", "FAST", 2023},
      {"https://www.usenix.org/system/files/osdi23-wang-yuke.pdf", "OSDI", 2023},
      {"https://www.usenix.org/system/files/sec20-oest-phishtime.pdf", "USENIX Security", 2020},
      {"https://www.usenix.org/system/files/conference/hotos13/hotos13-final69.pdf", "HotOS", 2013},
      {"https://aclanthology.org/2020.acl-main.745/", "ACL", 2020},
      {"https://aclanthology.org/2021.naacl-industry.20", "NAACL", 2021},
      {"https://aclanthology.org/2022.coling-1.536.pdf", "COLING", 2022},
      {"https://www.aclweb.org/anthology/2021.eacl-main.146/", "EACL", 2021},
      {"https://aclanthology.org/2024.emnlp-main.505/", "EMNLP", 2024},
      {"https://aclanthology.org/2021.acl-srw.30/", "ACL", 2021, true},
      {"https://openaccess.thecvf.com/content/CVPR2023/papers/X_CVPR_2023_paper.pdf", "CVPR", 2023},
      {"https://openaccess.thecvf.com/content_ICCV_2019/html/X_ICCV_2019_paper.html", "ICCV", 2019},
      {"https://openaccess.thecvf.com/content/WACV2024/papers/X_WACV_2024_paper.pdf", "WACV", 2024},
      {"https://openaccess.thecvf.com/content/ACCV2020/html/X_ACCV_2020_paper.html", "ACCV", 2020},
      {"https://openaccess.thecvf.com/content_ECCV_2018/papers/X_ECCV_2018_paper.pdf", "ECCV", 2018},
      {"https://openaccess.thecvf.com/content/CVPR2022W/NTIRE/html/X_CVPRW_2022_paper.html", "CVPR", 2022, true},
      {"https://openaccess.thecvf.com/content_CVPRW_2019/html/NTIRE/X_CVPRW_2019_paper.html", "CVPR", 2019, true},
      {"https://openaccess.thecvf.com/content_eccv_2018_workshops/w3/html/X_ECCVW_2018_paper.html", "ECCV", 2018, true},
      {"https://openaccess.thecvf.com/content_cvpr_workshops_2014/W01/papers/X_2014_CVPR_paper.pdf", "CVPR", 2014,
       true},
      {"https://www.cv-foundation.org/openaccess/content_cvpr_2015/papers/X_2015_CVPR_paper.pdf", "CVPR", 2015},
      {"https://www.ecva.net/papers/eccv_2020/papers_ECCV/papers/123700630.pdf", "ECCV", 2020},
      {"https://papers.nips.cc/paper/2017/hash/3f5ee243547dee91fbd053c1c4a845aa-Abstract.html", "NIPS", 2017},
      {"https://papers.nips.cc/paper/2018/hash/3f5ee243547dee91fbd053c1c4a845aa-Abstract.html", "NeurIPS", 2018},
      {"https://proceedings.neurips.cc/paper_files/paper/2024/hash/a-Abstract-Datasets_and_Benchmarks_Track.html",
       "NeurIPS", 2024},
      {"https://proceedings.mlsys.org/paper/2021/hash/013d4071-Abstract.html", "MLSys", 2021},
      {"https://proceedings.iclr.cc/paper_files/paper/2025/hash/5b55-Abstract-Conference.html", "ICLR", 2025},
      {"https://neurips.cc/virtual/2025/loc/san-diego/oral/116345", "NeurIPS", 2025},
      {"https://mlsys.org/virtual/2026/poster/3636", "MLSys", 2026},
      {"https://icml.cc/virtual/2023/workshop/21492", "ICML", 2023, true},
      {"https://www.vldb.org/pvldb/vol17/p863-kim.pdf", "PVLDB", 2024},
      {"https://www.ijcai.org/Proceedings/2020/0440.pdf", "IJCAI", 2020},
      {"https://www.jmlr.org/papers/volume18/17-014/17-014.pdf", "JMLR", 2017},
      {"https://jmlr.org/papers/v3/bengio03a.html", "JMLR", 2002},
      {"https://aclanthology.org/2023.findings-acl.15", "ACL", 2023, false, true},
      {"https://aclanthology.org/2024.lrec-main.940", "COLING", 2024},
      {"https://aclanthology.org/P19-1001", "ACL", 2019},
      {"https://www.aclweb.org/anthology/P18-2001.pdf", "ACL", 2018},
      {"https://aclanthology.org/D19-1001/", "EMNLP", 2019},
      {"https://aclanthology.org/N18-1001v2.pdf", "NAACL", 2018},
      {"https://aclanthology.org/C98-1001", "COLING", 1998},
      {"https://aclanthology.org/J19-3001", "CL", 2019},
      {"https://aclanthology.org/Q13-1001", "TACL", 2013},
      {"https://doi.org/10.18653/v1/2020.acl-main.745", "ACL", 2020},
      {"https://proceedings.mlr.press/v97/tan19a.html", "ICML", 2019},
      {"https://proceedings.mlr.press/v155/doe21a/doe21a.pdf", "CoRL", 2020},
      {"http://jmlr.org/proceedings/papers/v48/x16.pdf", "ICML", 2016},
      {"https://raw.githubusercontent.com/mlresearch/v235/main/assets/fu24a/fu24a.pdf", "ICML", 2024},
      {"https://dl.acm.org/doi/10.1145/3600006.3613145", "SOSP", 2023},
      {"https://dl.acm.org/doi/abs/10.1145/3731599.3767377", "SC", 2025, true},
      {"https://dl.acm.org/citation.cfm?id=2939672.2939785", "KDD", 2016},
      {"https://doi.org/10.14722/ndss.2024.24001", "NDSS", 2024},
      {"https://doi.org/10.15607/RSS.2023.XIX.001", "RSS", 2023},
      {"https://doi.org/10.21437/Interspeech.2021-1", "INTERSPEECH", 2021},
      {"https://doi.org/10.24963/ijcai.2023/15", "IJCAI", 2023},
      {"https://doi.org/10.1609/aaai.v38i1.27800", "AAAI", 2024},
  };
  for (const Told& told : all) {
    const auto proof = published_at(told.address);
    ASSERT_TRUE(proof) << told.address;
    EXPECT_EQ(proof->venue, told.venue) << told.address;
    EXPECT_EQ(proof->year, told.year) << told.address;
    EXPECT_EQ(proof->workshop, told.workshop) << told.address;
    EXPECT_EQ(proof->findings, told.findings) << told.address;
  }
}

TEST(PublishedAt, IsSilentWhereNothingIsCertain) {
  for (const std::string_view address : {"https://arxiv.org/abs/2301.08984",
                                         "https://openreview.net/forum?id=huy8g3iKy0",
                                         "https://dl.acm.org/doi/10.1145/1234567.1234568",
                                         "https://dl.acm.org/doi/10.1145/3600006",
                                         "https://dl.acm.org/doi/proceedings/10.1145/3600006",
                                         "https://doi.org/10.1609/aaai.12345",
                                         "https://doi.org/10.14722/ndss.fall",
                                         "https://proceedings.mlr.press/v12345/tan19a.html",
                                         "https://proceedings.mlr.press/v97/",
                                         "https://aclanthology.org/2021.newsum-1.14/",
                                         "https://aclanthology.org/2023.findings-wombat.15",
                                         "https://aclanthology.org/P19-2001",
                                         "https://aclanthology.org/W19-1001",
                                         "https://aclanthology.org/D19-5001",
                                         "https://aclanthology.org/N16-2001",
                                         "https://aclanthology.org/C69-1001",
                                         "https://papers.nips.cc/paper/7181-attention-is-all-you-need",
                                         "https://papers.nips.cc/paper/2020",
                                         "https://openaccess.thecvf.com/CVPR2023?day=all",
                                         "https://www.usenix.org/conference/osdi24",
                                         "https://www.usenix.org/system/files/sec21summer_xu.pdf",
                                         "https://www.usenix.org/conference/hotosxiii/presentation/x",
                                         "https://www.usenix.org/system/files/login/articles/login_1410_03_kantee.pdf",
                                         "https://neurips.cc/virtual/2025/loc/san-diego/calendar",
                                         "https://icml.cc/virtual/2024/tutorial/35229",
                                         "https://www.vldb.org/pvldb/volumes/16/paper/x",
                                         "https://www.vldb.org/pvldb/vol0/p1-x.pdf",
                                         "https://jmlr.org/papers/v18/",
                                         "https://github.com/a/b",
                                         ""})
    EXPECT_FALSE(published_at(address)) << address;
}

}  // namespace
}  // namespace paperlint
