#include "engine/base/width.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace duban {

namespace {

bool is_plain(char32_t c) { return c >= 0x20 && c < 0x7F; }

}  // namespace

int display_width(char32_t c) {
  if (is_plain(c)) return 1;
  if (is_control(c)) return 0;
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
}

int display_width(std::string_view utf8) {
  const bool plain = std::all_of(utf8.begin(), utf8.end(),
                                 [](char c) { return is_plain(static_cast<unsigned char>(c)); });
  if (plain) return static_cast<int>(utf8.size());
  int width = 0;
  for (const char32_t c : code_points(utf8)) width += display_width(c);
  return width;
}

}  // namespace duban
