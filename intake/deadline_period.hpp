// Periods of the calendar as deadlines name them: years, quarters, months, days.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/base/date.hpp"

namespace duban::intake {

using Text = std::u32string_view;

/// Why a period that was read may not be what was meant.
enum class Ambiguity : std::uint8_t {
  none,
  before,       ///< 2018年6月前
  range,        ///< 6-9月: its end
  lost_zero,    ///< 2018.1 may be October
  five_years,   ///< “十三五”期间
  whole_year,   ///< 全年
  short_year,   ///< 18年6月
  part,         ///< 月初, 年中: no day of its own
  this_month,   ///< 月底前, 20日前: of the month of issue
  weekday,      ///< 6月30日（星期三） that is a Tuesday
  hour,         ///< 25:00
  next_year,    ///< 12月底前…，3月底前…
  counted,      ///< 6个月内: from the day of issue
  provisional,  ///< working days of a year that nobody announced
  holiday,      ///< from a table, not from the calendar
  clock,        ///< a moment of the day, seconds beside midnight
  serial,       ///< 45291, a spreadsheet's number
};

/// A period as a text names it, by its last day.
struct Period {
  Date last;
  int year = 0;
  int month = 0;       ///< 0: larger than a month
  bool exact = false;  ///< a day was named: 前 is then no question
  Ambiguity doubt = Ambiguity::none;
  bool starts = false;  ///< 起: it says when work begins
  bool closed = false;  ///< 底, 末 or 前 was said: it is a day, not a stretch
};

/// Walks over one clause of a deadline, which must outlive it. The text is squeezed.
class PeriodReader {
 public:
  /// `only_year`: of the day of issue no more than its year is known.
  PeriodReader(Text text, std::optional<Date> issued, bool only_year = false)
      : text_(text), issued_(issued), only_year_(only_year) {}

  bool done() const { return at_ >= text_.size(); }
  std::size_t at() const { return at_; }
  void back_to(std::size_t at) { at_ = at; }
  Text rest() const { return text_.substr(at_); }
  /// A period was asked for that needs the year of issue, and there is none.
  bool lacks_year() const { return lacks_year_; }

  bool take(Text word);
  bool take_any(std::initializer_list<Text> words);
  /// A number of `least` to `most` Arabic digits, or a Chinese number.
  std::optional<int> number(std::size_t least, std::size_t most);
  /// 2018, 二〇一八, 今年, 明年, with 年; a number only from 1990 to 2099. `base`: of 次年.
  std::optional<int> year(std::optional<int> base);
  /// The year of the document's issue, for a text without one.
  std::optional<int> issued_year();
  /// The periods that stand here, several where they are enumerated, each with what closes it (底,
  /// 前, a weekday, an hour). `base` is the period read before them, whose year they share.
  std::vector<Period> periods(const Period* base);
  /// Takes what closes a period that was read, and what of it does not fit.
  void close(Period& period);

 private:
  std::optional<Period> period(const Period* base);
  std::optional<Period> without_year(const Period* base);
  std::vector<Period> bare_numbers(int year, bool known);
  std::vector<Period> stretch(const Period* base);
  void check_weekday(Period& period);
  void check_hour(Period& period);
  bool take_range();
  std::optional<Period> within(int year);
  std::optional<Period> numeric(int year);
  std::optional<Period> month_of(int year, int month);
  std::optional<Period> five_year_plan();

  Text text_;
  std::size_t at_ = 0;
  std::optional<Date> issued_;
  bool only_year_ = false;
  bool lacks_year_ = false;
  bool short_year_ = false;
};

/// 0 for 星期一 … 6 for 星期日, 周日, 礼拜天; nothing is taken where none stands.
std::optional<int> take_weekday(PeriodReader& read);

}  // namespace duban::intake
