// A log whose reader acts on what looks like a command.
#pragma once

#include <ostream>
#include <streambuf>

namespace paperlint {

/// Hands text on to the log of GitHub Actions so that no line of it is taken for a workflow command: neither one that
/// begins with `::` (after blanks) nor one that holds `##[` anywhere. There the second colon, or the bracket, is
/// written as an escape. All else goes through as it is.
class LogGuard : public std::ostream {
 public:
  explicit LogGuard(std::ostream& log);

 private:
  class Buffer : public std::streambuf {
   public:
    explicit Buffer(std::ostream& log) : log_(log) {}

   protected:
    int_type overflow(int_type c) override;
    std::streamsize xsputn(const char* text, std::streamsize size) override;
    int sync() override;

   private:
    [[nodiscard]] const char* escape(char c);
    std::ostream& log_;
    enum class At { start, after_colon, inside } at_ = At::start;
    int hashes_ = 0;
  };
  Buffer buffer_;
};

}  // namespace paperlint
