// Numbers in the cells of an .xlsx: which of them are dates, and how both read.
#pragma once

#include <string>
#include <string_view>

namespace duban::intake {

/// How much of a date a number format shows. It matters: a cell formatted `yyyy"年"m"月"` says
/// "June 2018", although its serial number is that of a day.
enum class DateShown { none, year, month, day };

/// A number format, as far as it changes what is read.
struct NumberFormat {
  DateShown date = DateShown::none;
  int decimals = -1;  ///< -1: as many as the number has
  int digits = 1;     ///< at least so many before the point
  bool percent = false;
  bool grouped = false;                 ///< 1,234
  std::string before = {}, after = {};  ///< fixed text around the number
};

NumberFormat builtin_format(int format);
NumberFormat parse_format(std::string_view format_code);

struct ShownNumber {
  std::string text;
  bool is_date = false;
  bool near_midnight = false;  ///< read as the day of a midnight less than a minute later
};

/// The value of a cell as it reads: "2018" for 2018.0, "1.10" for 1.1 under the format 0.00,
/// "2018-06-30" or "2018-06" or "2018" for a date; the text itself when it is no number.
ShownNumber cell_number(std::string_view value, const NumberFormat& format, bool from_1904);

}  // namespace duban::intake
