#include "intake/cell_format.hpp"

#include <charconv>
#include <cmath>
#include <cstdio>

#include "engine/base/date.hpp"

namespace duban::intake {

DateShown shown_by_builtin(int format) {
  // ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 as in Chinese versions of Excel.
  switch (format) {
    case 14:
    case 15:
    case 16:
    case 22:
    case 28:
    case 29:
    case 30:
    case 31:
    case 51:
    case 53:
    case 54:
    case 58:
      return DateShown::day;
    case 17:
    case 27:
    case 36:
    case 50:
    case 52:
    case 57:
      return DateShown::month;
    default:
      return DateShown::none;
  }
}

DateShown shown_by(std::string_view format_code) {
  bool year = false, month = false, day = false, time = false;
  for (std::size_t i = 0; i < format_code.size(); ++i) {
    const char c = format_code[i];
    if (c == ';') break;  // the sections after it are for negative numbers and text
    if (c == '"' || c == '[') {
      const std::size_t end = format_code.find(c == '"' ? '"' : ']', i + 1);
      if (end == std::string_view::npos) break;
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == 'y' || c == 'Y') {
      year = true;
    } else if (c == 'm' || c == 'M') {
      month = true;
    } else if (c == 'd' || c == 'D') {
      day = true;
    } else if (c == 'h' || c == 'H' || c == 's' || c == 'S') {
      time = true;
    }
  }
  if (day) return DateShown::day;
  if (month && !(time && !year)) return DateShown::month;  // beside h and s, m are minutes
  return year ? DateShown::year : DateShown::none;
}

namespace {

constexpr int epoch_1900 = -25'569;  // 1899-12-30, in days from 1970
constexpr int epoch_1904 = -24'107;  // 1904-01-01

std::string date_text(double serial, DateShown shown, bool from_1904) {
  int days = static_cast<int>(std::floor(serial));
  Date date;
  if (from_1904) {
    date = Date{epoch_1904 + days};
  } else {
    // Excel believes in a 29 February 1900, serial 60.
    if (days < 60) ++days;
    date = Date{epoch_1900 + days};
  }
  const std::string text = to_text(date);
  if (shown == DateShown::year) return text.substr(0, 4);
  return shown == DateShown::month ? text.substr(0, 7) : text;
}

}  // namespace

std::string cell_number(std::string_view value, DateShown shown, bool from_1904) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || !std::isfinite(number)) {
    return std::string(value);
  }
  constexpr double last_serial = 400'000;  // in the year 2995
  if (shown != DateShown::none && number >= 1 && number <= last_serial) {
    return date_text(number, shown, from_1904);
  }
  char text[32];
  if (number == std::floor(number) && std::fabs(number) < 1e15) {
    std::snprintf(text, sizeof text, "%.0f", number);
  } else {
    std::snprintf(text, sizeof text, "%.15g", number);
  }
  return text;
}

}  // namespace duban::intake
