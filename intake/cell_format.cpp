#include "intake/cell_format.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "engine/base/date.hpp"

namespace duban::intake {

namespace {

DateShown date_of_builtin(int format) {
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

DateShown date_of(std::string_view format_code) {
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

/// 1234567 as 1,234,567; what is no digit stands where it stood.
void group(std::string& digits) {
  std::size_t end = digits.find('.');
  if (end == std::string::npos) end = digits.size();
  for (; end > 3 && digits[end - 4] >= '0' && digits[end - 4] <= '9'; end -= 3) {
    digits.insert(end - 3, 1, ',');
  }
}

std::string formatted(double number, const NumberFormat& format) {
  if (format.percent) number *= 100;
  char text[64];
  if (format.decimals >= 0 && std::fabs(number) < 1e15) {
    std::snprintf(text, sizeof text, "%.*f", format.decimals, number);
  } else if (number == std::floor(number) && std::fabs(number) < 1e15) {
    std::snprintf(text, sizeof text, "%.0f", number);
  } else {
    std::snprintf(text, sizeof text, "%.15g", number);
  }
  std::string digits = text;
  const bool negative = digits.starts_with('-');
  if (negative) digits.erase(0, 1);
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  const auto wanted = static_cast<std::size_t>(format.digits);
  if (whole < wanted) digits.insert(0, wanted - whole, '0');
  if (format.grouped) group(digits);
  return (negative ? "-" : "") + format.before + digits + (format.percent ? "%" : "") +
         format.after;
}

}  // namespace

NumberFormat builtin_format(int format) {
  NumberFormat read;
  read.date = date_of_builtin(format);
  switch (format) {
    case 1:
      return parse_format("0");
    case 2:
      return parse_format("0.00");
    case 3:
    case 37:
    case 38:
      return parse_format("#,##0");
    case 4:
    case 39:
    case 40:
      return parse_format("#,##0.00");
    case 9:
      return parse_format("0%");
    case 10:
      return parse_format("0.00%");
    default:
      return read;
  }
}

NumberFormat parse_format(std::string_view code) {
  constexpr int most = 20;
  NumberFormat read;
  read.date = date_of(code);
  if (read.date != DateShown::none) return read;
  int digits = 0, decimals = 0;
  bool seen = false, general = false, point = false;
  const auto literal = [&](std::string_view text) {
    std::string& side = seen ? read.after : read.before;
    if (side.size() + text.size() <= 64) side += text;
  };
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == ';') break;
    if (c == '"' || c == '[') {
      const std::size_t end = std::min(code.find(c == '"' ? '"' : ']', i + 1), code.size());
      if (c == '"') literal(code.substr(i + 1, end - i - 1));
      i = end;
    } else if (c == '\\') {
      // What is escaped may be a character of several bytes: its others follow as literals.
      if (++i < code.size()) literal(code.substr(i, 1));
    } else if (c == '_' || c == '*') {
      ++i;
    } else if (code.substr(i).starts_with("General") || code.substr(i).starts_with("G/")) {
      general = seen = true;
      const std::size_t whole = code[i + 1] == '/' ? code.find_first_of("\"; \\", i) : i + 7;
      i = std::min(whole, code.size()) - 1;
    } else if (c == '0' || c == '#' || c == '?') {
      seen = true;
      if (point) {
        if (c == '0' && decimals < most) ++decimals;
      } else if (c == '0' && digits < most) {
        ++digits;
      }
    } else if (c == '.' && seen) {
      point = true;
    } else if (c == ',') {
      read.grouped = seen;
    } else if (c == '%') {
      read.percent = true;
    } else if (c == '@' || c == 'E' || c == 'e' || c == '/' || c == 'h' || c == 's' || c == 'm') {
      return {};  // text, powers, fractions, times of day: the number as it is
    } else if (c != '(' && c != ')') {
      literal(code.substr(i, 1));
    }
  }
  if (!seen) return {};
  read.digits = std::max(general ? 1 : digits, 1);
  read.decimals = general ? -1 : decimals;
  // A sign that is only sometimes there (0.##) cannot be told from its mask alone.
  if (code.substr(0, code.find(';')).find(".#") != std::string_view::npos) read.decimals = -1;
  return read;
}

ShownNumber cell_number(std::string_view value, const NumberFormat& format, bool from_1904) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || !std::isfinite(number)) {
    return {std::string(value)};
  }
  constexpr double last_serial = 400'000;  // in the year 2995
  constexpr double minute = 1.0 / 1440;
  if (format.date != DateShown::none && number >= 1 && number <= last_serial) {
    const double short_of = std::ceil(number) - number;
    // Below a tenth of a second it is how the number was computed, not a time.
    const bool near = short_of > minute / 600 && short_of < minute;
    if (short_of < minute) number = std::ceil(number);
    return {date_text(number, format.date, from_1904), true, near};
  }
  return {formatted(number, format)};
}

}  // namespace duban::intake
