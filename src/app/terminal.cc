#include "app/terminal.h"

#include <cstdio>
#include <cstdlib>

#if defined(_WIN32)
#include <io.h>
#elif !defined(__EMSCRIPTEN__)
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace paperlint {
namespace {

bool is_set(const char* value) { return value && *value; }

#if defined(_WIN32)
bool output_is_terminal() { return _isatty(_fileno(stdout)) != 0; }
bool error_is_terminal() { return _isatty(_fileno(stderr)) != 0; }
int output_width() { return 0; }
#elif defined(__EMSCRIPTEN__)
bool output_is_terminal() { return false; }
bool error_is_terminal() { return false; }
int output_width() { return 0; }
#else
bool output_is_terminal() { return ::isatty(STDOUT_FILENO) != 0; }
bool error_is_terminal() { return ::isatty(STDERR_FILENO) != 0; }
int output_width() {
  ::winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
#endif

}  // namespace

bool wants_color(ColorChoice choice, bool is_terminal, const ColorEnvironment& environment) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  if (is_set(environment.no_color)) return false;
  if (is_set(environment.force) && std::string_view(environment.force) != "0") return true;
  return is_terminal && !(environment.term && std::string_view(environment.term) == "dumb");
}

bool error_is_watched() {
  const char* const term = std::getenv("TERM");
  return error_is_terminal() && !is_set(std::getenv("CI")) && !(term && std::string_view(term) == "dumb");
}

Terminal standard_output(ColorChoice choice) {
  Terminal terminal;
  terminal.is_terminal = output_is_terminal();
  terminal.color = wants_color(choice, terminal.is_terminal,
                               {std::getenv("NO_COLOR"), std::getenv("CLICOLOR_FORCE"), std::getenv("TERM")});
  if (!terminal.is_terminal) return terminal;
  if (const int width = output_width(); width >= 20) terminal.width = width;
  return terminal;
}

}  // namespace paperlint
