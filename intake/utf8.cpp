#include "intake/utf8.hpp"

namespace duban::intake {
namespace {

/// Length of the character that `lead` begins; 0 when none begins so.
std::size_t length_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

/// Whether the second byte is one that `lead` allows: this is what keeps out overlong forms,
/// surrogates and what lies above U+10FFFF.
bool is_second(unsigned char lead, unsigned char second) {
  if (lead == 0xE0) return second >= 0xA0 && second <= 0xBF;
  if (lead == 0xED) return second >= 0x80 && second <= 0x9F;
  if (lead == 0xF0) return second >= 0x90 && second <= 0xBF;
  if (lead == 0xF4) return second >= 0x80 && second <= 0x8F;
  return second >= 0x80 && second <= 0xBF;
}

bool is_invisible(char32_t c) {
  return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0) || c == 0xAD ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFC) || (c >= 0xFE00 && c <= 0xFE0F);
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = length_of(lead);
    if (length == 0 || at + length > text.size()) return false;
    for (std::size_t i = 1; i < length; ++i) {
      const auto byte = static_cast<unsigned char>(text[at + i]);
      if (i == 1 ? !is_second(lead, byte) : byte < 0x80 || byte > 0xBF) return false;
    }
    at += length;
  }
  return true;
}

std::size_t unfinished_tail(std::string_view text) {
  for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if (byte < 0x80) return 0;
    if (byte >= 0xC0) return length_of(byte) > back ? back : 0;
  }
  return 0;
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = length_of(lead);
    if (length == 0 || at + length > text.size()) return out;  // the caller promised UTF-8
    char32_t c = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
      c = c << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
    }
    out += c;
    at += length;
  }
  return out;
}

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
    } else if (!is_invisible(c) && !(line.empty() && is_blank(c))) {
      line += c == U'\t' ? U' ' : c;
    }
  }
  end_line();
  return to_utf8(out);
}

std::u32string squeezed(std::string_view text) {
  std::u32string out;
  for (const char32_t c : code_points(text)) {
    if (!is_blank(c) && !is_invisible(c)) out += half_width(c);
  }
  return out;
}

}  // namespace duban::intake
