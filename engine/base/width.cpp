#include "engine/base/width.hpp"

#include <utf8proc.h>

#include "engine/base/utf8.hpp"

namespace duban {

int display_width(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  if (is_control(c)) return 0;
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
}

int display_width(std::string_view utf8) {
  int width = 0;
  for (const char32_t c : code_points(utf8)) width += display_width(c);
  return width;
}

}  // namespace duban
