// How wide text stands on a terminal.
#pragma once

#include <string_view>

namespace duban {

/// Terminal columns that `utf8` fills: 2 for Chinese characters and full-width forms, 0 for
/// combining and control characters (whoever prints escapes those first), else 1. An invalid byte
/// counts 1, as the U+FFFD that stands for it.
int display_width(std::string_view utf8);
int display_width(char32_t c);

}  // namespace duban
