#include "list/written.h"

#include <algorithm>
#include <string_view>

namespace paperlint {
namespace {

std::string without_blanks(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

}  // namespace

std::string in_form(const Source& source, const Written& piece, const std::string& form) {
  const std::string month(source.text(piece.at));
  if (form == "MM") return "0" + month;
  return form == "M" ? month.substr(1) : form;
}

std::string complaint(const Source& source, const Written& piece, std::string_view expected) {
  const std::string shown(source.text(piece.shown));
  if (piece.what == Written::What::no_month)
    return "'" + shown + "' is no date: there is no month " + std::string(source.text(piece.at));
  if (piece.what != Written::What::date) {
    if (piece.at.empty()) return "there is no blank behind '" + shown + "', expected one as in the other entries";
    return "the parts of the entry are joined by '" + shown + "', expected '" + std::string(expected) + "'";
  }
  std::string date = shown;
  date.replace(piece.at.begin - piece.shown.begin, piece.at.size(), expected);
  return "'" + shown + "' is not written as the other dates are, expected '" + date + "'";
}

bool mendable(const Written& piece, const std::string& expected) {
  if (piece.what == Written::What::no_month) return false;
  return piece.what != Written::What::tag_joint || without_blanks(piece.form) == without_blanks(expected);
}

}  // namespace paperlint
