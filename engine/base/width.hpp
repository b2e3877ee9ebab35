// How wide text stands on a terminal.
#pragma once

#include <string_view>

namespace duban {

/// Terminal columns that `utf8` fills: 2 for Chinese characters and full-width forms, 0 for
/// combining and control characters (whoever prints escapes those first), else 1. An invalid byte
/// counts 1, as the U+FFFD that stands for it.
int display_width(std::string_view utf8);
int display_width(char32_t c);

/// How wide the terminal shows signs of ambiguous width (East Asian Width A: middle dots, curly
/// quotes, circled digits): 1 column, or 2 as many in China are set. Said once, when the program
/// begins.
void set_ambiguous_width(int columns);
bool is_ambiguous(char32_t c);

}  // namespace duban
