// Cells that a spreadsheet would compute.
#pragma once

#include <string>
#include <string_view>

namespace duban {

/// Whether a spreadsheet would take the text for a formula: = + - @, full-width too, tab or line
/// break in front, behind blanks or not.
bool begins_formula(std::string_view text);

/// The text with an apostrophe in front of each line that would be one: whoever splits the cell, or
/// pastes it, makes cells of its lines.
std::string without_formula(std::string_view text);
/// The text before that.
std::string as_meant(std::string_view text);

}  // namespace duban
