#include "text/signs.hpp"

#include <algorithm>
#include <array>

#include "engine/base/utf8.hpp"
#include "engine/base/width.hpp"

namespace duban {
namespace {

struct Sign {
  char32_t odd;
  std::string_view plain;
};
constexpr Sign signs[] = {{U'、', ","}, {U'。', "."}, {U'“', "\""}, {U'”', "\""}, {U'„', "\""},
                          {U'‟', "\""}, {U'‘', "'"},  {U'’', "'"},  {U'；', ","}, {U'【', "["},
                          {U'】', "]"}, {U'–', "-"},  {U'—', "-"},  {U'−', "-"},  {U'﹣', "-"}};

/// ASCII as it stands in its full-width form, from U+FF01 on.
constexpr auto ascii = [] {
  std::array<char, 94> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<char>(0x21 + i);
  return all;
}();

std::string utf8(char32_t c) {
  std::string out;
  const auto put = [&](char32_t bits) { out += static_cast<char>(bits); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  return out;
}

std::string code_of(char32_t c) {
  std::string hex;
  for (int shift = 12; shift >= 0; shift -= 4) hex += "0123456789ABCDEF"[(c >> shift) & 15];
  return hex;
}

Spot spot_at(std::uint32_t line, std::size_t column, char32_t c) {
  return {line, static_cast<std::uint32_t>(column),
          static_cast<std::uint32_t>(std::max(1, display_width(c)))};
}

}  // namespace

bool is_odd_blank(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F ||
         c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

std::string_view plain_sign(char32_t c) {
  if (c < 0x80) return {};
  if (is_odd_blank(c)) return " ";
  for (const Sign& sign : signs) {
    if (sign.odd == c) return sign.plain;
  }
  if (c >= 0xFF01 && c < 0xFF01 + ascii.size()) return {&ascii[c - 0xFF01], 1};
  return {};
}

tl::unexpected<Error> odd_sign(char32_t c) {
  if (c == 0xA0)
    return failed(Errc::bad_file, "a no-break space (U+00A0) stands here; write a space");
  if (c == 0x3000)
    return failed(Errc::bad_file, "a full-width space (U+3000) stands here; write a space");
  if (is_odd_blank(c)) {
    return failed(Errc::bad_file, "a blank that is no space (U+{code}) stands here; write a space",
                  {{"code", code_of(c)}});
  }
  return failed(Errc::bad_file, "a full-width '{sign}' stands here; write '{plain}'",
                {{"sign", utf8(c)}, {"plain", std::string(plain_sign(c))}});
}

tl::unexpected<Error> odd_comma(char32_t c) {
  return failed(Errc::bad_file,
                "a full-width '{sign}' in a list in [ ]; write ',', or put the text in quotes",
                {{"sign", utf8(c)}});
}

std::optional<HiddenSign> hidden_sign(std::string_view text, bool in_brackets) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return c >= 0; })) return std::nullopt;
  const std::u32string all = code_points(text);
  const bool quotes = all.size() > 1 && all.front() == U'“' && all.back() == U'”' &&
                      std::count(all.begin(), all.end(), U'“') == 1;
  if (quotes) return HiddenSign{0, U'“', false};
  int depth = 0;  // in （市、区） and 《…》 it is part of a name
  for (std::size_t i = 0; i < all.size(); ++i) {
    const char32_t c = all[i];
    depth += (c == U'（' || c == U'《') - (c == U'）' || c == U'》');
    const bool is_edge = i == 0 || i + 1 == all.size();
    // 、 stands in names, such as 各市、州人民政府.
    const bool parts = in_brackets && depth == 0 && (c == U'，' || c == U'；');
    if (parts || (is_edge && is_odd_blank(c))) return HiddenSign{i, c, parts};
  }
  return std::nullopt;
}

bool refuse_odd_sign(Spot spot, std::string_view text, Problems& problems) {
  const std::u32string all = code_points(text);
  const auto odd =
      std::find_if(all.begin(), all.end(), [](char32_t c) { return !plain_sign(c).empty(); });
  if (odd == all.end()) return false;
  const auto before = static_cast<std::size_t>(odd - all.begin());
  const Spot place = spot_at(spot.line, spot.column + before, *odd);
  // The parser may have refused it already, and knows more of what stands around it.
  if (!problems.has_at(place)) problems.at(place, odd_sign(*odd));
  return true;
}

bool refuse_odd_sign_in_line(std::uint32_t number, Problems& problems) {
  const std::u32string line = code_points(problems.line(number));
  char32_t quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char32_t c = line[i];
    const char32_t before = i == 0 ? U' ' : line[i - 1];
    const char32_t after = i + 1 == line.size() ? U' ' : line[i + 1];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == U'"' || c == U'\'') && before < 0x80) {
      quote = c;
    } else if (c == U'#' && (before == U' ' || before == U'\t')) {
      return false;
    } else if (!plain_sign(c).empty() && (c == U'：' || before < 0x80 || after < 0x80)) {
      // Between Chinese characters it is part of a text.
      problems.at(spot_at(number, i + 1, c), odd_sign(c));
      return true;
    }
  }
  return false;
}

bool refuse_odd_indent(std::uint32_t number, std::string_view line, Problems& problems) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == line.npos || static_cast<unsigned char>(line[begin]) < 0x80) return false;
  const std::u32string rest = code_points(line.substr(begin, 4));
  const char32_t c = rest.front();
  if (!is_odd_blank(c)) return false;
  const Spot spot = spot_at(number, begin + 1, c);
  if (c == 0xA0) {
    problems.at(
        spot, failed(Errc::bad_file, "a no-break space (U+00A0) stands where spaces must indent"));
  } else if (c == 0x3000) {
    problems.at(spot, failed(Errc::bad_file,
                             "a full-width space (U+3000) stands where spaces must indent"));
  } else {
    problems.at(spot, failed(Errc::bad_file,
                             "a blank that is no space (U+{code}) stands where spaces must indent",
                             {{"code", code_of(c)}}));
  }
  return true;
}

}  // namespace duban
