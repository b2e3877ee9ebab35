// The text of cells: how it is cleaned, and the form in which it is compared.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/utf8.hpp"

namespace duban::intake {

std::string to_utf8(std::u32string_view text);
void append_utf8(std::string& text, char32_t c);

/// Full-width letters, digits and signs (U+FF01–U+FF5E) and the ideographic space in their ASCII
/// form; every other character is itself.
char32_t half_width(char32_t c);
/// Blanks of all kinds, the no-break and the ideographic one included; line breaks too.
bool is_blank(char32_t c);

/// What a person reads in a cell: lines without blanks at their ends, no empty line at the
/// beginning or the end, no control or zero-width characters, `\n` between lines, and
/// characters where a .pdf left the radicals that look like them (⽔ is 水).
std::string clean_cell(std::string_view text);
/// The text without any blank or line break and with full-width forms made half-width: what
/// headings, numbers and deadlines are compared by.
std::u32string squeezed(std::string_view text);

}  // namespace duban::intake
