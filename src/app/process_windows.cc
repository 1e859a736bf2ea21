// As in process.cc: input and complaints go through temporary files, output through a pipe.
#include "app/process.h"

#if defined(_WIN32)

#include <windows.h>

#include <array>
#include <system_error>

#include "app/paths.h"

namespace paperlint {
namespace {

/// A handle that the program inherits.
class Handle {
 public:
  explicit Handle(HANDLE handle = INVALID_HANDLE_VALUE) : handle_(handle) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { close(); }
  [[nodiscard]] bool is_open() const { return handle_ != INVALID_HANDLE_VALUE && handle_ != nullptr; }
  [[nodiscard]] HANDLE get() const { return handle_; }
  HANDLE* address() { return &handle_; }
  void close() {
    if (is_open()) ::CloseHandle(handle_);
    handle_ = INVALID_HANDLE_VALUE;
  }
  [[nodiscard]] std::string read(std::size_t most) const {
    std::string bytes;
    std::array<char, 65536> part;
    DWORD got = 0;
    while (bytes.size() < most && ::ReadFile(handle_, part.data(), static_cast<DWORD>(part.size()), &got, nullptr) &&
           got > 0)
      bytes.append(part.data(), got);
    return bytes;
  }
  void rewind() const { ::SetFilePointer(handle_, 0, nullptr, FILE_BEGIN); }

 private:
  HANDLE handle_;
};

SECURITY_ATTRIBUTES inherited() { return {sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE}; }

HANDLE temporary_file() {
  std::array<wchar_t, MAX_PATH + 1> folder{}, name{};
  SECURITY_ATTRIBUTES attributes = inherited();
  if (::GetTempPathW(MAX_PATH, folder.data()) == 0 || ::GetTempFileNameW(folder.data(), L"ppl", 0, name.data()) == 0)
    return INVALID_HANDLE_VALUE;
  return ::CreateFileW(name.data(), GENERIC_READ | GENERIC_WRITE, 0, &attributes, CREATE_ALWAYS,
                       FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
}

/// A word as programs take it apart again: in quotes, backslashes before a quote doubled.
std::wstring quoted(const std::wstring& word) {
  std::wstring text = L"\"";
  std::size_t slashes = 0;
  for (const wchar_t c : word) {
    if (c == L'"') text.append(slashes + 1, L'\\');
    slashes = c == L'\\' ? slashes + 1 : 0;
    text += c;
  }
  return text.append(slashes, L'\\') + L'"';
}

std::string last_error() { return std::system_category().message(static_cast<int>(::GetLastError())); }

}  // namespace

Finished run_program(const std::vector<std::string>& command, std::string_view input) {
  const Handle in(temporary_file()), err(temporary_file());
  Handle out, out_end;
  SECURITY_ATTRIBUTES attributes = inherited();
  if (!in.is_open() || !err.is_open() || !::CreatePipe(out.address(), out_end.address(), &attributes, 0) ||
      !::SetHandleInformation(out.get(), HANDLE_FLAG_INHERIT, 0))
    return {last_error(), -1, {}, {}};
  DWORD written = 0;
  if (!input.empty() && !::WriteFile(in.get(), input.data(), static_cast<DWORD>(input.size()), &written, nullptr))
    return {last_error(), -1, {}, {}};
  in.rewind();
  std::wstring line;
  for (const std::string& word : command) line += (line.empty() ? L"" : L" ") + quoted(path_of(word).wstring());
  STARTUPINFOW start{};
  start.cb = sizeof start;
  start.dwFlags = STARTF_USESTDHANDLES;
  start.hStdInput = in.get();
  start.hStdOutput = out_end.get();
  start.hStdError = err.get();
  PROCESS_INFORMATION process{};
  if (!::CreateProcessW(nullptr, line.data(), nullptr, nullptr, TRUE, 0, nullptr, nullptr, &start, &process))
    return {last_error(), -1, {}, {}};
  const Handle child(process.hProcess), thread(process.hThread);
  out_end.close();
  Finished finished;
  finished.out = out.read(static_cast<std::size_t>(-1));
  ::WaitForSingleObject(child.get(), INFINITE);
  DWORD code = 0;
  if (::GetExitCodeProcess(child.get(), &code)) finished.code = static_cast<int>(code);
  err.rewind();
  finished.err = err.read(65536);
  return finished;
}

}  // namespace paperlint

#endif
