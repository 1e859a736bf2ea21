// What a rule has to say, and how it would mend it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "text/source.h"

namespace paperlint {

struct Rule;

/// In rising order. A note never fails a run; `off` silences a rule.
enum class Severity : std::uint8_t { off, note, warning, error };
/// Safe: the list says the same. Unsafe: may be wrong about the world, or moves or drops text.
enum class Safety : std::uint8_t { unsafe, safe };
/// What a fix does to the entries, held against them after it is applied.
/// `form`: the same entries with the same fields, written otherwise. `field`: the same papers in the
/// same order, fields may differ. `merged`: entries go, the others stay as they are. `moved`: the
/// same entries in another order. `gained`: entries come. `reread`: what was broken is mended, so that
/// the entries that it touches may be read otherwise, and entries may come; the others stay as they are.
enum class Effect : std::uint8_t { form, field, merged, moved, gained, reread };

[[nodiscard]] std::string_view name(Severity);  // "error", "warning", "note", "off"
[[nodiscard]] std::string_view name(Safety);    // "safe", "unsafe"

/// Replaces the bytes of a place. An empty text deletes; an empty span inserts.
struct Edit {
  Place at;
  std::string with;
};

/// Goes in whole or not at all. Edits do not overlap; edits that touch stand in the order given.
struct Fix {
  Safety safety = Safety::unsafe;
  Effect effect = Effect::form;
  std::string title;  // a command: "insert the apostrophe"
  std::vector<Edit> edits;
};

/// The other half of a finding: the first copy, the section meant.
struct Note {
  Place at;
  std::string text;
};

/// One finding.
struct Diagnostic {
  const Rule* rule = nullptr;
  Severity severity = Severity::warning;
  Place at;
  std::string message;  // stands alone: some reports show nothing else
  std::string subject;  // what it is about, for the fingerprint: survives moves
  std::vector<Note> notes;
  std::shared_ptr<const Fix> fix;  // one, not a menu; several findings may share one
};

/// 16 hexadecimal digits: a hash of the rule and of what the finding is about, not of the line.
[[nodiscard]] std::string fingerprint(const Diagnostic&);

/// Something to say of a file that is no finding: it is no list, it was skipped.
struct Remark {
  std::string file, message;
};

}  // namespace paperlint
