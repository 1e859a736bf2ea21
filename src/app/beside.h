// New bytes beside the file that they are for.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace paperlint {

/// A new file in the folder of another, hidden, which takes the other's place in one step or goes away. Where a run was
/// killed it stays behind; the next run that writes the same file takes it away.
class Beside {
 public:
  /// Who may read the new file: nobody else until it has the old one's mode, or all whom the user's own files let.
  enum class Readers : std::uint8_t { nobody_else, as_ever };
  Beside(std::filesystem::path target, Readers);
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  ~Beside();

  /// Why there is no new file, as an `errno`; 0 where there is one.
  [[nodiscard]] int error() const { return error_; }
  /// Whether a run that was killed had left its file here.
  [[nodiscard]] bool found_leftover() const { return found_leftover_; }

  // Each gives false with `errno` set where it fails.
  [[nodiscard]] bool write(std::string_view);
  /// Takes owner and mode of the file in whose place it will go. `owner` tells whether it is that which failed: a file
  /// of somebody else must not become the user's own, and only root can give it back.
  [[nodiscard]] bool take_rights(bool& owner);
  /// Brings all bytes to the disk.
  [[nodiscard]] bool flush();

  /// Takes the target's name, whatever bears it.
  [[nodiscard]] std::error_code place();
  /// Takes the target's name, if nothing bears it.
  [[nodiscard]] std::error_code place_new();

 private:
  [[nodiscard]] std::filesystem::path name(unsigned number) const;
  void sweep(unsigned first);
  std::filesystem::path target_, path_;
#if defined(_WIN32)
  std::FILE* file_ = nullptr;
#else
  int file_ = -1;
#endif
  int error_ = 0;
  bool found_leftover_ = false, placed_ = false;
};

/// Keeps other runs from writing a file, until it goes.
class Lock {
 public:
  explicit Lock(const std::filesystem::path&);
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  ~Lock();
  /// False where another run has the file, or has just put another in its place.
  [[nodiscard]] bool held() const { return held_; }

 private:
  [[maybe_unused]] int file_ = -1;
  bool held_ = true;  // where a file system knows no locks, too
};

}  // namespace paperlint
