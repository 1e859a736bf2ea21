// Entries whose form the config sets.
#include <utility>

#include "list/format_fields.h"
#include "list/reader.h"

namespace paperlint {

/// Reads what fits a format of the config by it, all else as the list writes it.
bool Reader::read(const Leaf& next, Span body, Carrier carrier, bool first_line) {
  if (fit(next, body, carrier)) return true;
  if (!read_ahead_->drafted || body != next.content || first_line)
    return read_entry(source_, body, tokens_, draft_, first_line);
  read_ahead_->drafted = false;  // taken
  std::swap(draft_, read_ahead_->draft);
  normal_.swap(read_ahead_->normal);
  normal_of_ = draft_.title;
  return read_ahead_->found;
}

/// Whether a block fits a format; it is read by the first that it fits.
bool Reader::fit(const Leaf& next, Span body, Carrier carrier) {
  fits_ = 0;
  declared_ = false;
  if (options_.formats == nullptr || !options_.formats->hold(carrier)) return false;
  matcher_.take(source_, body, tokens_, carrier);
  const auto& all = options_.formats->all;
  for (std::size_t i = 0; i < all.size() && fits_ == 0; ++i)
    if (all[i].carrier == carrier && speaks_of(all[i], next) && matcher_.match(all[i], 0, fit_))
      fits_ = static_cast<std::uint8_t>(i + 1);
  if (fits_ == 0) return false;
  read_fit(source_, matcher_.body(), tokens_, fit_, draft_);
  declared_ = tells_more(fit_);
  return true;
}

bool Reader::speaks_of(const Format& format, const Leaf& next) const {
  if (format.carrier == Carrier::heading) return format.level == next.level;
  if (format.carrier != Carrier::item) return true;
  const std::string_view marker = source_.text(blocks_.items[next.item].marker);
  return !marker.empty() && marker.back() == format.marker;
}

}  // namespace paperlint
