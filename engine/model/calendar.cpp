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
  days.reserve(list->array()->size());
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
  if (years_.empty()) return;
  first_ = make_date(years_.front().year, 1, 1);
  const Date end = make_date(years_.back().year, 12, 31) + 1;
  const auto day_count = static_cast<std::size_t>(end - first_);
  std::vector<char> is_work(day_count);  // of bytes: each is looked at for itself
  int day_of_week = weekday(first_);
  for (char& work : is_work) {
    work = day_of_week < 5 ? 1 : 0;
    day_of_week = day_of_week == 6 ? 0 : day_of_week + 1;
  }
  for (const CalendarYear& year : years_) {
    const auto mark = [&](const std::vector<Date>& days, char work) {
      for (const Date day : days) {
        if (civil(day).year == year.year) is_work[static_cast<std::size_t>(day - first_)] = work;
      }
    };
    mark(year.work, 1);
    mark(year.off, 0);  // what stands in both is off
  }
  count_.resize(day_count);
  workdays_.reserve(day_count);
  for (std::size_t i = 0; i < day_count; ++i) {
    if (is_work[i] != 0) workdays_.push_back(first_ + static_cast<int>(i));
    count_[i] = static_cast<std::int32_t>(workdays_.size());
  }
}

bool Calendar::knows(Date date) const {
  return std::binary_search(
      years_.begin(), years_.end(), CalendarYear{civil(date).year, {}, {}},
      [](const CalendarYear& a, const CalendarYear& b) { return a.year < b.year; });
}

bool Calendar::is_holiday(Date date) const {
  const auto year = std::find_if(years_.begin(), years_.end(), [&](const CalendarYear& each) {
    return each.year == civil(date).year;
  });
  return year != years_.end() && std::binary_search(year->off.begin(), year->off.end(), date);
}

bool Calendar::is_workday(Date date) const {
  const auto index = static_cast<std::size_t>(date - first_);  // huge when before the first
  if (index >= count_.size()) return weekday(date) < 5;
  return count_[index] > (index == 0 ? 0 : count_[index - 1]);
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
  if (span.count == 0) return date;
  const int step = span.count < 0 ? -1 : 1;
  int left = span.count * step;
  const Date last = first_ + (static_cast<int>(count_.size()) - 1);
  if (const auto index = static_cast<std::size_t>(date - first_); index < count_.size()) {
    // The day itself is not counted, whichever way.
    const int at = step > 0 ? count_[index] - 1 : count_[index] - (is_workday(date) ? 1 : 0);
    const int wanted = at + span.count;
    const auto target = static_cast<std::size_t>(wanted);  // huge when before the first
    if (target < workdays_.size()) return workdays_[target];
    left -= step > 0 ? static_cast<int>(workdays_.size()) - 1 - at : at;
    date = step > 0 ? last : first_;
  }
  // Outside the years known every week has five, wherever it begins.
  const bool comes_to_them = !count_.empty() && (step > 0 ? date < first_ : date > last);
  const int room = step > 0 ? first_ - date - 1 : date - last - 1;
  int weeks = (left - 1) / 5;
  if (comes_to_them) weeks = std::min(weeks, room / 7);
  if (weeks > 0) {
    date = date + step * 7 * weeks;
    left -= 5 * weeks;
  }
  while (left > 0) {
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
    if (!number || !number->integer() || *number->integer() < 1900 || *number->integer() > 2999)
      return failed(Errc::corrupt, "a calendar's year has no number");
    year.year = static_cast<int>(*number->integer());
    DUBAN_TRY(year.off, parse_dates(item.find("off")));
    DUBAN_TRY(year.work, parse_dates(item.find("work")));
    years.push_back(std::move(year));
  }
  return Calendar(*name->text(), std::move(years));
}

}  // namespace duban
