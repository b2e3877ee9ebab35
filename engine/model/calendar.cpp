#include "engine/model/calendar.hpp"

#include <algorithm>

#include "engine/base/value.hpp"

namespace duban {
namespace {

Value dates(const std::vector<Date>& days) {
  Value::Array items;
  for (const Date day : days) items.push_back(to_text(day));
  return items;
}

Result<std::vector<Date>> parse_dates(const Value* list) {
  std::vector<Date> days;
  if (!list || !list->array()) return failed(Errc::corrupt, "a calendar's list of days is missing");
  for (const Value& item : *list->array()) {
    if (!item.text()) return failed(Errc::corrupt, "a calendar's day is not text");
    DUBAN_TRY(const Date day, parse_date(*item.text()));
    days.push_back(day);
  }
  return days;
}

}  // namespace

std::string to_text(Span span) {
  static constexpr const char* units[] = {"d", "wd", "mo"};
  return std::to_string(span.count) + units[static_cast<std::size_t>(span.unit)];
}

Calendar::Calendar(std::string name, std::vector<CalendarYear> years)
    : name_(std::move(name)), years_(std::move(years)) {
  for (CalendarYear& year : years_) {
    std::sort(year.off.begin(), year.off.end());
    std::sort(year.work.begin(), year.work.end());
  }
  std::sort(years_.begin(), years_.end(),
            [](const CalendarYear& a, const CalendarYear& b) { return a.year < b.year; });
}

const CalendarYear* Calendar::year_of(Date date) const {
  const int year = civil(date).year;
  const auto found = std::lower_bound(
      years_.begin(), years_.end(), year,
      [](const CalendarYear& candidate, int wanted) { return candidate.year < wanted; });
  return found != years_.end() && found->year == year ? &*found : nullptr;
}

bool Calendar::knows(Date date) const { return year_of(date) != nullptr; }

bool Calendar::is_workday(Date date) const {
  if (const CalendarYear* year = year_of(date)) {
    if (std::binary_search(year->off.begin(), year->off.end(), date)) return false;
    if (std::binary_search(year->work.begin(), year->work.end(), date)) return true;
  }
  return weekday(date) < 5;
}

Date Calendar::add(Date date, Span span) const {
  switch (span.unit) {
    case SpanUnit::day:
      return date + span.count;
    case SpanUnit::month:
      return add_months(date, span.count);
    case SpanUnit::working_day:
      break;
  }
  const int step = span.count < 0 ? -1 : 1;
  for (int left = span.count * step; left > 0;) {
    date = date + step;
    if (is_workday(date)) --left;
  }
  return date;
}

int Calendar::workdays_between(Date from, Date to) const {
  int count = 0;
  for (Date day = from + 1; day <= to; day = day + 1) count += is_workday(day) ? 1 : 0;
  return count;
}

Date Calendar::last_workday_until(Date date) const {
  while (!is_workday(date)) date = date - 1;
  return date;
}

bool Calendar::is_provisional(Date date, Span span) const {
  if (span.unit != SpanUnit::working_day || span.count == 0) return false;
  Date first = date, last = add(date, span);
  if (last < first) std::swap(first, last);
  for (int year = civil(first).year; year <= civil(last).year; ++year) {
    if (!knows(make_date(year, 1, 1))) return true;
  }
  return false;
}

std::string Calendar::text() const {
  Value::Array years;
  for (const CalendarYear& year : years_) {
    years.push_back(
        Value::Object{{"off", dates(year.off)}, {"work", dates(year.work)}, {"year", year.year}});
  }
  return canonical(Value::Object{{"name", name_}, {"years", std::move(years)}});
}

Result<Calendar> Calendar::parse(std::string_view text) {
  DUBAN_TRY(const Value root, parse_value(text));
  const Value* name = root.find("name");
  const Value* list = root.find("years");
  if (!name || !name->text() || !list || !list->array())
    return failed(Errc::corrupt, "the calendar's text has no name or no years");
  std::vector<CalendarYear> years;
  for (const Value& item : *list->array()) {
    CalendarYear year;
    const Value* number = item.find("year");
    if (!number || !number->integer())
      return failed(Errc::corrupt, "a calendar's year has no number");
    year.year = static_cast<int>(*number->integer());
    DUBAN_TRY(year.off, parse_dates(item.find("off")));
    DUBAN_TRY(year.work, parse_dates(item.find("work")));
    years.push_back(std::move(year));
  }
  return Calendar(*name->text(), std::move(years));
}

}  // namespace duban
