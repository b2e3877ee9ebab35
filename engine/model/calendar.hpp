// Working days of a country: weekends, public holidays off, make-up weekends on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.hpp"

namespace duban {

/// How far: `d`, `wd`, `mo` of the rule files (`w` is 7 d).
enum class SpanUnit : std::uint8_t { day, working_day, month };
struct Span {
  int count = 0;
  SpanUnit unit = SpanUnit::day;
  bool operator==(const Span&) const = default;
};
/// "30d", "-5wd", "3mo".
std::string to_text(Span span);

/// One year as announced; a day stands in the year of its own date.
struct CalendarYear {
  int year = 0;
  std::vector<Date> off;   ///< sorted
  std::vector<Date> work;  ///< sorted; nearly always weekend days
  bool operator==(const CalendarYear&) const = default;
};

/// In `off`: not a working day; else in `work`: a working day; else Monday to Friday. Years that
/// are not known go by Monday to Friday, and what is computed through them is provisional.
class Calendar {
 public:
  Calendar() = default;
  Calendar(std::string name, std::vector<CalendarYear> years);

  const std::string& name() const { return name_; }
  const std::vector<CalendarYear>& years() const { return years_; }
  bool is_workday(Date date) const;
  bool is_holiday(Date date) const;  ///< announced as off; a plain weekend is not
  bool knows(Date date) const;       ///< the year of `date` was announced

  /// `date + 5wd` is the fifth working day after, `date - 5wd` the fifth before; `0wd` the day
  /// itself.
  Date add(Date date, Span span) const;
  /// Working days after `from` up to and including `to`; 0 when `to` is not later.
  int workdays_between(Date from, Date to) const;
  /// `date` itself when it is a working day, else the last one before.
  Date last_workday_until(Date date) const;
  /// Whether adding `span` to `date` walks through a year that is not known.
  bool is_provisional(Date date, Span span) const;

  /// The text that a basis hashes: canonical JSON {"name","years":[{"off","work","year"}]}.
  std::string text() const;
  static Result<Calendar> parse(std::string_view text);

  bool operator==(const Calendar&) const = default;

 private:
  std::string name_;
  std::vector<CalendarYear> years_;  // sorted by year, without gaps or not
  // From the first known year to the last: of each day how many working days there are up to and
  // including it, and of each working day its date. Spans are looked up in them, not walked.
  Date first_;
  std::vector<std::int32_t> count_;
  std::vector<Date> workdays_;
};

}  // namespace duban
