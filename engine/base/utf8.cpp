#include "engine/base/utf8.hpp"

#include <iconv.h>
#include <simdjson.h>
#include <utf8proc.h>

#include <algorithm>

namespace duban {
namespace {

/// The code point at `text[pos]` and its length in bytes; length 0 when the bytes are none.
struct Decoded {
  char32_t value = 0;
  std::size_t length = 0;
};
Decoded decode(std::string_view text, std::size_t pos) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + pos);
  if (bytes[0] < 0x80) return {bytes[0], 1};
  // Han characters, kana and full-width signs: nearly all that there is.
  const auto follows = [](unsigned byte) { return (byte & 0xC0) == 0x80; };
  if (bytes[0] > 0xE0 && bytes[0] < 0xF0 && bytes[0] != 0xED && text.size() - pos >= 3 &&
      follows(bytes[1]) && follows(bytes[2])) {
    const unsigned value = (bytes[0] & 0xFu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
    return {value, 3};
  }
  utf8proc_int32_t value = 0;
  const auto length =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - pos), &value);
  if (length <= 0) return {};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(length)};
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t pos = 0;
  while (pos < text.size()) {
    const std::size_t length = decode(text, pos).length;
    if (length == 0) break;
    pos += length;
  }
  return pos;
}

bool is_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

std::u32string code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const Decoded at = decode(text, pos);
    out += at.length == 0 ? U'\uFFFD' : at.value;
    pos += at.length == 0 ? 1 : at.length;
  }
  return out;
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

namespace {

/// Format characters that are seen: they stand around or before a number or a word (Unicode's
/// Prepended_Concatenation_Mark).
bool is_prepended_mark(char32_t c) {
  return (c >= 0x0600 && c <= 0x0605) || c == 0x06DD || c == 0x070F || c == 0x0890 || c == 0x0891 ||
         c == 0x08E2 || c == 0x110BD || c == 0x110CD;
}

}  // namespace

bool is_invisible(char32_t c) {
  if (c < 0x7F) return c < 0x20;
  if (c > 0x3164 && c < 0xD800) return false;  // Han, the most of all texts
  if (is_prepended_mark(c)) return false;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
         category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP ||
         c == 0x034F ||                   // a joiner of letters
         c == 0x115F || c == 0x1160 ||    // Hangul fillers
         c == 0x3164 || c == 0xFFA0 ||    // and their wide and narrow forms
         c == 0x17B4 || c == 0x17B5 ||    // Khmer vowels that are not written
         (c >= 0x180B && c <= 0x180F) ||  // Mongolian selectors
         c == 0x2065 || c == 0x2800 ||    // unassigned; Braille without a dot
         (c >= 0xFE00 && c <= 0xFE0F) ||  // variation selectors
         (c >= 0xFFF0 && c <= 0xFFFC) ||  // annotations, an object that is not there
         (c >= 0xE0000 && c <= 0xE0FFF);  // tags, more selectors
}

bool is_blank(std::string_view text) {
  while (!text.empty()) {
    const auto byte = static_cast<unsigned char>(text[0]);
    if (byte > 0x20 && byte < 0x7F) return false;
    const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    const char32_t c = code_points(text.substr(0, length)).front();
    if (c != U' ' && !is_invisible(c) &&
        utf8proc_category(static_cast<utf8proc_int32_t>(c)) != UTF8PROC_CATEGORY_ZS)
      return false;
    text.remove_prefix(std::min(length, text.size()));
  }
  return true;
}

std::string readable_name(std::string_view bytes) {
  if (is_utf8(bytes)) return std::string(bytes);
  const iconv_t handle = iconv_open("UTF-8", "GB18030");
  // iconv's way to say that it failed is a pointer of all ones.
  if (handle != reinterpret_cast<iconv_t>(-1)) {  // NOLINT(performance-no-int-to-ptr)
    std::string in(bytes);
    std::string out(bytes.size() * 4, '\0');
    char* from = in.data();
    char* to = out.data();
    std::size_t left = in.size();
    std::size_t room = out.size();
    const bool read = iconv(handle, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
    iconv_close(handle);
    out.resize(out.size() - room);
    if (read && left == 0) return out;
  }
  std::string out;
  while (!bytes.empty()) {
    const std::size_t valid = valid_utf8_prefix(bytes);
    out += bytes.substr(0, valid);
    bytes.remove_prefix(valid);
    if (bytes.empty()) break;
    constexpr std::string_view hex = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(bytes[0]);
    out += {'\\', 'x', hex[byte >> 4], hex[byte & 0xF]};
    bytes.remove_prefix(1);
  }
  return out;
}

}  // namespace duban
