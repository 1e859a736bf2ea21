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

void Remarks::keep(Remark remark, bool show) {
  if (!said_.emplace(remark.file, remark.message).second) return;
  if (show) complain(err_, remark.file, remark.message);
  all_.push_back(std::move(remark));
}

}  // namespace paperlint
