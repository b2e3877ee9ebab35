// CSV for spreadsheets.
#pragma once

#include <string>

#include "cli/table.hpp"

namespace duban {

/// RFC 4180 with a byte-order mark and CRLF; headings in `lang`. A cell that a spreadsheet would
/// take for a formula (= + - @, full-width too, tab or line break in front, behind blanks or not)
/// gets a leading apostrophe.
std::string render_csv(const Sheet& sheet, Lang lang);
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace duban
