#include "engine/base/utf8.hpp"

#include <simdjson.h>
#include <utf8proc.h>

namespace duban {
namespace {

/// The code point at `text[pos]` and its length in bytes; length 0 when the bytes are none.
struct Decoded {
  char32_t value = 0;
  std::size_t length = 0;
};
Decoded decode(std::string_view text, std::size_t pos) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + pos);
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

}  // namespace duban
