// Numbers in the cells of an .xlsx: which of them are dates, and how both read.
#pragma once

#include <string>
#include <string_view>

namespace duban::intake {

/// How much of a date a number format shows. It matters: a cell formatted `yyyy"年"m"月"` says
/// "June 2018", although its serial number is that of a day.
enum class DateShown { none, year, month, day };

DateShown shown_by_builtin(int format);
DateShown shown_by(std::string_view format_code);

/// The value of a cell as it reads: "2018" for 2018.0, "2018-06-30" or "2018-06" or "2018" for a
/// date; the text itself when it is no number.
std::string cell_number(std::string_view value, DateShown shown, bool from_1904);

}  // namespace duban::intake
