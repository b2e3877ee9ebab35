#include "intake/cell_text.hpp"

namespace duban::intake {
namespace {

bool is_dropped(char32_t c) {
  return c != U'\n' && c != U'\t' && c != 0x2028 && c != 0x2029 && duban::is_invisible(c);
}

/// Whether clean_cell would change nothing. Nearly all cells of a million rows are so, and bytes
/// tell: lead bytes of what it drops or replaces do not occur, but for common quotes and dashes.
bool is_clean(std::string_view text) {
  constexpr std::string_view ideographic_space = "\u3000";
  const auto blank_end = [&](std::string_view end) { return end == ideographic_space; };
  if (text.empty()) return true;
  if (text.front() == ' ' || text.back() == ' ' || blank_end(text.substr(0, 3)) ||
      (text.size() >= 3 && blank_end(text.substr(text.size() - 3))))
    return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t at) {
      return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
    };
    const unsigned c = byte(i);
    // Controls, C1 and the no-break space, the Arabic letter mark.
    if (c < 0x20 || c == 0x7F || c == 0xC2 || c == 0xD8) return false;
    // Joiners, fillers and selectors of other scripts, Braille, tags; U+10000 to U+1EFFF, where
    // shorthand, music and hieroglyphs have some.
    if (c == 0xCD || c == 0xE1 || c == 0xF3 || (c == 0xE3 && byte(i + 1) == 0x85) ||
        (c == 0xE2 && byte(i + 1) == 0xA0) || (c == 0xF0 && byte(i + 1) < 0x9F))
      return false;
    if (c == 0xE2 && (byte(i + 1) == 0x80 || byte(i + 1) == 0x81)) {  // U+2000 to U+207F
      const bool is_punctuation = byte(i + 1) == 0x80 && byte(i + 2) >= 0x90 && byte(i + 2) <= 0xA7;
      if (!is_punctuation) return false;
    }
    if (c == 0xEF && (byte(i + 1) == 0xB8 || byte(i + 1) == 0xBB ||
                      (byte(i + 1) == 0xBE && byte(i + 2) == 0xA0) ||
                      (byte(i + 1) == 0xBF && byte(i + 2) >= 0xB0)))
      return false;  // variation selectors, the byte-order mark, annotations
  }
  return is_utf8(text);
}

}  // namespace

void append_utf8(std::string& text, char32_t c) {
  const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

char32_t half_width(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + 0x21;
  return c == 0x3000 ? U' ' : c;
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F;
}

std::string clean_cell(std::string_view text) {
  if (is_clean(text)) return std::string(text);
  std::u32string out;
  std::u32string line;
  std::size_t empty_lines = 0;
  const auto end_line = [&] {
    while (!line.empty() && is_blank(line.back())) line.pop_back();
    if (line.empty()) {
      ++empty_lines;
      return;
    }
    if (!out.empty()) out.append(empty_lines + 1, U'\n');
    empty_lines = 0;
    out += line;
    line.clear();
  };
  for (char32_t c : code_points(text)) {
    if (c == U'\n' || c == 0x2028 || c == 0x2029) {
      end_line();
    } else if (!is_dropped(c) && !(line.empty() && is_blank(c))) {
      line += c == U'\t' ? U' ' : c;
    }
  }
  end_line();
  return to_utf8(out);
}

std::u32string squeezed(std::string_view text) {
  std::u32string out;
  for (const char32_t c : code_points(text)) {
    if (!is_blank(c) && !is_dropped(c)) out += half_width(c);
  }
  return out;
}

}  // namespace duban::intake
