#include "text/slug.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/unicode.h"

namespace paperlint {
namespace {

// What an ASCII character is in an anchor; 0 where it goes.
constexpr std::array<char, 128> kInSlug = [] {
  std::array<char, 128> table{};
  for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = static_cast<char>(c);
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = static_cast<char>(c - 'A' + 'a');
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = static_cast<char>(c);
  table['_'] = '_';
  table['-'] = table[' '] = '-';
  return table;
}();

// Symbols that Unicode calls alphabetic (Other_Alphabetic in PropList.txt): circled and squared letters.
bool alphabetic_symbol(char32_t point) {
  return (point >= 0x24B6 && point <= 0x24E9) || (point >= 0x1F130 && point <= 0x1F149) ||
         (point >= 0x1F150 && point <= 0x1F169) || (point >= 0x1F170 && point <= 0x1F189);
}

bool stays(char32_t point) {
  switch (unicode::kind(point)) {
    case unicode::Kind::letter:
    case unicode::Kind::mark:
    case unicode::Kind::digit:
    case unicode::Kind::numeral:
    case unicode::Kind::connector:
      return true;
    default:
      return alphabetic_symbol(point);
  }
}

void append_lower(std::string& to, char32_t point) {
  if (point == 0x130) {  // the only character with a longer lower case (SpecialCasing.txt)
    to += "i\xCC\x87";
  } else if (point = unicode::lower(point); stays(point)) {
    unicode::append(to, point);
  }
}

struct Entity {
  std::string_view name;
  char16_t point;
};

// All entities of HTML 4 and those of HTML 5 that stand for one common character.
constexpr Entity kEntities[] = {
    {"AElig", 198},     {"AMP", 38},        {"Aacute", 193},    {"Acirc", 194},      {"Agrave", 192},
    {"Alpha", 0x391},   {"Aring", 197},     {"Atilde", 195},    {"Auml", 196},       {"Beta", 0x392},
    {"COPY", 169},      {"Ccedil", 199},    {"Chi", 0x3A7},     {"Dagger", 0x2021},  {"Delta", 0x394},
    {"ETH", 208},       {"Eacute", 201},    {"Ecirc", 202},     {"Egrave", 200},     {"Epsilon", 0x395},
    {"Eta", 0x397},     {"Euml", 203},      {"GT", 62},         {"Gamma", 0x393},    {"Hat", 94},
    {"Iacute", 205},    {"Icirc", 206},     {"Igrave", 204},    {"Iota", 0x399},     {"Iuml", 207},
    {"Kappa", 0x39A},   {"LT", 60},         {"Lambda", 0x39B},  {"Mu", 0x39C},       {"NewLine", 10},
    {"Ntilde", 209},    {"Nu", 0x39D},      {"OElig", 0x152},   {"Oacute", 211},     {"Ocirc", 212},
    {"Ograve", 210},    {"Omega", 0x3A9},   {"Omicron", 0x39F}, {"Oslash", 216},     {"Otilde", 213},
    {"Ouml", 214},      {"Phi", 0x3A6},     {"Pi", 0x3A0},      {"Prime", 0x2033},   {"Psi", 0x3A8},
    {"QUOT", 34},       {"REG", 174},       {"Rho", 0x3A1},     {"Scaron", 0x160},   {"Sigma", 0x3A3},
    {"THORN", 222},     {"Tab", 9},         {"Tau", 0x3A4},     {"Theta", 0x398},    {"Uacute", 218},
    {"Ucirc", 219},     {"Ugrave", 217},    {"Upsilon", 0x3A5}, {"Uuml", 220},       {"Xi", 0x39E},
    {"Yacute", 221},    {"Yuml", 0x178},    {"Zeta", 0x396},    {"aacute", 225},     {"acirc", 226},
    {"acute", 180},     {"aelig", 230},     {"agrave", 224},    {"alefsym", 0x2135}, {"alpha", 0x3B1},
    {"amp", 38},        {"and", 0x2227},    {"ang", 0x2220},    {"apos", 39},        {"aring", 229},
    {"ast", 42},        {"asymp", 0x2248},  {"atilde", 227},    {"auml", 228},       {"bdquo", 0x201E},
    {"beta", 0x3B2},    {"brvbar", 166},    {"bsol", 92},       {"bull", 0x2022},    {"cap", 0x2229},
    {"ccedil", 231},    {"cedil", 184},     {"cent", 162},      {"check", 0x2713},   {"chi", 0x3C7},
    {"circ", 0x2C6},    {"clubs", 0x2663},  {"colon", 58},      {"comma", 44},       {"commat", 64},
    {"cong", 0x2245},   {"copy", 169},      {"crarr", 0x21B5},  {"cross", 0x2717},   {"cup", 0x222A},
    {"curren", 164},    {"dArr", 0x21D3},   {"dagger", 0x2020}, {"darr", 0x2193},    {"dash", 0x2010},
    {"deg", 176},       {"delta", 0x3B4},   {"diams", 0x2666},  {"divide", 247},     {"dollar", 36},
    {"eacute", 233},    {"ecirc", 234},     {"egrave", 232},    {"empty", 0x2205},   {"emsp", 0x2003},
    {"ensp", 0x2002},   {"epsilon", 0x3B5}, {"equals", 61},     {"equiv", 0x2261},   {"eta", 0x3B7},
    {"eth", 240},       {"euml", 235},      {"euro", 0x20AC},   {"excl", 33},        {"exist", 0x2203},
    {"fnof", 0x192},    {"forall", 0x2200}, {"frac12", 189},    {"frac14", 188},     {"frac34", 190},
    {"frasl", 0x2044},  {"gamma", 0x3B3},   {"ge", 0x2265},     {"grave", 96},       {"gt", 62},
    {"hArr", 0x21D4},   {"harr", 0x2194},   {"hearts", 0x2665}, {"hellip", 0x2026},  {"hyphen", 0x2010},
    {"iacute", 237},    {"icirc", 238},     {"iexcl", 161},     {"igrave", 236},     {"image", 0x2111},
    {"infin", 0x221E},  {"int", 0x222B},    {"iota", 0x3B9},    {"iquest", 191},     {"isin", 0x2208},
    {"iuml", 239},      {"kappa", 0x3BA},   {"lArr", 0x21D0},   {"lambda", 0x3BB},   {"lang", 0x2329},
    {"laquo", 171},     {"larr", 0x2190},   {"lbrace", 123},    {"lbrack", 91},      {"lceil", 0x2308},
    {"lcub", 123},      {"ldquo", 0x201C},  {"le", 0x2264},     {"lfloor", 0x230A},  {"lowast", 0x2217},
    {"lowbar", 95},     {"loz", 0x25CA},    {"lpar", 40},       {"lrm", 0x200E},     {"lsaquo", 0x2039},
    {"lsqb", 91},       {"lsquo", 0x2018},  {"lt", 60},         {"macr", 175},       {"mdash", 0x2014},
    {"micro", 181},     {"middot", 183},    {"minus", 0x2212},  {"mu", 0x3BC},       {"nabla", 0x2207},
    {"nbsp", 160},      {"ndash", 0x2013},  {"ne", 0x2260},     {"ni", 0x220B},      {"not", 172},
    {"notin", 0x2209},  {"nsub", 0x2284},   {"ntilde", 241},    {"nu", 0x3BD},       {"num", 35},
    {"oacute", 243},    {"ocirc", 244},     {"oelig", 0x153},   {"ograve", 242},     {"oline", 0x203E},
    {"omega", 0x3C9},   {"omicron", 0x3BF}, {"oplus", 0x2295},  {"or", 0x2228},      {"ordf", 170},
    {"ordm", 186},      {"oslash", 248},    {"otilde", 245},    {"otimes", 0x2297},  {"ouml", 246},
    {"para", 182},      {"part", 0x2202},   {"percnt", 37},     {"period", 46},      {"permil", 0x2030},
    {"perp", 0x22A5},   {"phi", 0x3C6},     {"phone", 0x260E},  {"pi", 0x3C0},       {"piv", 0x3D6},
    {"plus", 43},       {"plusmn", 177},    {"pound", 163},     {"prime", 0x2032},   {"prod", 0x220F},
    {"prop", 0x221D},   {"psi", 0x3C8},     {"quest", 63},      {"quot", 34},        {"rArr", 0x21D2},
    {"radic", 0x221A},  {"rang", 0x232A},   {"raquo", 187},     {"rarr", 0x2192},    {"rbrace", 125},
    {"rbrack", 93},     {"rceil", 0x2309},  {"rcub", 125},      {"rdquo", 0x201D},   {"real", 0x211C},
    {"reg", 174},       {"rfloor", 0x230B}, {"rho", 0x3C1},     {"rlm", 0x200F},     {"rpar", 41},
    {"rsaquo", 0x203A}, {"rsqb", 93},       {"rsquo", 0x2019},  {"sbquo", 0x201A},   {"scaron", 0x161},
    {"sdot", 0x22C5},   {"sect", 167},      {"semi", 59},       {"shy", 173},        {"sigma", 0x3C3},
    {"sigmaf", 0x3C2},  {"sim", 0x223C},    {"sol", 47},        {"spades", 0x2660},  {"star", 0x2606},
    {"starf", 0x2605},  {"sub", 0x2282},    {"sube", 0x2286},   {"sum", 0x2211},     {"sup", 0x2283},
    {"sup1", 185},      {"sup2", 178},      {"sup3", 179},      {"supe", 0x2287},    {"szlig", 223},
    {"tau", 0x3C4},     {"there4", 0x2234}, {"theta", 0x3B8},   {"thetasym", 0x3D1}, {"thinsp", 0x2009},
    {"thorn", 254},     {"tilde", 0x2DC},   {"times", 215},     {"trade", 0x2122},   {"uArr", 0x21D1},
    {"uacute", 250},    {"uarr", 0x2191},   {"ucirc", 251},     {"ugrave", 249},     {"uml", 168},
    {"upsih", 0x3D2},   {"upsilon", 0x3C5}, {"uuml", 252},      {"verbar", 124},     {"vert", 124},
    {"weierp", 0x2118}, {"xi", 0x3BE},      {"yacute", 253},    {"yen", 165},        {"yuml", 255},
    {"zeta", 0x3B6},    {"zwj", 0x200D},    {"zwnj", 0x200C},
};
static_assert(std::is_sorted(std::begin(kEntities), std::end(kEntities),
                             [](const Entity& a, const Entity& b) { return a.name < b.name; }));

char32_t named(std::string_view name) {
  const auto* const found = std::lower_bound(std::begin(kEntities), std::end(kEntities), name,
                                             [](const Entity& e, std::string_view n) { return e.name < n; });
  return found != std::end(kEntities) && found->name == name ? found->point : U'\0';
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// CommonMark takes 7 decimal or 6 hexadecimal digits; 0 stands for U+FFFD. Gives 0 for what is no number.
char32_t numbered(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > (hex ? 6U : 7U)) return 0;
  int value = 0;
  for (const char c : digits) {
    const int digit = hex_digit(c);
    if (digit < 0 || (!hex && digit > 9)) return 0;
    value = value * (hex ? 16 : 10) + digit;
  }
  return value == 0 ? U'\uFFFD' : static_cast<char32_t>(value);
}

}  // namespace

std::string slug(std::string_view rendered) {
  std::string out;
  out.reserve(rendered.size());
  for (std::size_t at = 0; at < rendered.size();) {
    const auto byte = static_cast<unsigned char>(rendered[at]);
    if (byte < 0x80) {
      if (kInSlug[byte] != 0) out += kInSlug[byte];
      ++at;
      continue;
    }
    const unicode::Point point = unicode::decode(rendered, at);
    if (point.size != 0) append_lower(out, point.value);
    at += std::max(point.size, 1U);
  }
  return out;
}

std::string Slugger::operator()(std::string_view rendered) {
  std::string base = slug(rendered);
  const auto [first, is_new] = seen_.try_emplace(base, 0U);
  if (is_new) return base;
  unsigned& count = first->second;  // stays good: a rehash of the map moves no elements
  for (;;) {
    std::string next = base + '-' + std::to_string(++count);
    if (seen_.try_emplace(next, 0U).second) return next;
  }
}

std::string decode_fragment(std::string_view fragment) {
  std::string out;
  out.reserve(fragment.size());
  for (std::size_t at = 0; at < fragment.size(); ++at) {
    const int high = fragment[at] == '%' && fragment.size() - at > 2 ? hex_digit(fragment[at + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(fragment[at + 2]);
    if (low < 0) {
      out += fragment[at];
      continue;
    }
    out += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
    at += 2;
  }
  return out;
}

std::string decode_entity(std::string_view entity) {
  std::string out;
  if (entity.size() > 3 && entity.front() == '&' && entity.back() == ';') {
    const std::string_view name = entity.substr(1, entity.size() - 2);
    const char32_t point = name[0] == '#' ? numbered(name.substr(1)) : named(name);
    if (point != 0) unicode::append(out, point);
  }
  return out.empty() ? std::string(entity) : out;
}

}  // namespace paperlint
