// The texts that files had before a change: by git, or by undoing a patch.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/files.h"
#include "app/load.h"
#include "app/remarks.h"

namespace paperlint {

struct OldText {
  std::string text;
  std::string identity;  // of the place where it lay
};

class OldTexts {
 public:
  virtual ~OldTexts() = default;
  /// The old text of each file of a List, in order: nothing of a file that is new. Of what cannot be told a problem is
  /// told, and nothing is given back.
  [[nodiscard]] virtual std::optional<std::vector<std::optional<OldText>>> of(const LoadedList&, Notes&) = 0;
  /// The texts of files that are no longer there, of those that are wanted by their identity.
  [[nodiscard]] virtual std::vector<OldText> gone(const std::function<bool(std::string_view)>& wanted) = 0;
  /// Whether a file or folder that is not there now was there before, by its identity.
  [[nodiscard]] virtual bool was_there(const std::string& identity) = 0;
};

/// From git, for each repository that a file lies in: the commit where HEAD parted from `revision`.
[[nodiscard]] std::unique_ptr<OldTexts> texts_at_base(std::string revision);

/// From a patch that leads to the files as they are. `shown` names it. Where it cannot be read, or speaks of lists that
/// are not there, a problem is told and nothing is given back.
[[nodiscard]] std::unique_ptr<OldTexts> texts_before_patch(const std::string& shown, std::string patch, Remarks&);

}  // namespace paperlint
