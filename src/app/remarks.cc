#include "app/remarks.h"

#include "report/reports.h"

namespace paperlint {

void complain(std::ostream& err, const std::string& file, const std::string& message) {
  err << "paperlint: ";
  if (!file.empty()) err << printable(file) << ": ";
  err << printable(message) << std::endl;  // in step with what stands on standard output
}

void Remarks::problem(Remark remark) {
  outcome_ = Outcome::failed;
  keep(std::move(remark), true);
}

void Remarks::remark(Remark remark, bool show) { keep(std::move(remark), show); }

void Remarks::tell(Notes notes) {
  for (Notes::Note& note : notes.all_) {
    switch (note.kind) {
      case Notes::Kind::problem:
        problem(std::move(note.remark));
        break;
      case Notes::Kind::line:
        say(note.remark);
        break;
      case Notes::Kind::shown:
      case Notes::Kind::kept:
        remark(std::move(note.remark), note.kind == Notes::Kind::shown);
        break;
    }
  }
}

void Remarks::say(const Remark& remark) {
  if (before_) before_();
  complain(err_, remark.file, remark.message);
}

void Remarks::keep(Remark remark, bool show) {
  if (!said_.emplace(remark.file, remark.message).second) return;
  if (show) say(remark);
  all_.push_back(std::move(remark));
}

}  // namespace paperlint
