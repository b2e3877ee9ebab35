#include "engine/base/date.hpp"

#include <cctz/time_zone.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <limits>
#include <optional>

namespace duban {
namespace chr = std::chrono;

Civil civil(Date date) {
  const chr::year_month_day ymd{chr::sys_days{chr::days{date.days}}};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

namespace {

bool exists(Civil c) {
  return c.year >= 1900 && c.year <= 2999 && c.month >= 1 && c.month <= 12 && c.day >= 1 &&
         c.day <= 31 &&
         chr::year_month_day{chr::year{c.year}, chr::month{static_cast<unsigned>(c.month)},
                             chr::day{static_cast<unsigned>(c.day)}}
             .ok();
}

Date from_civil(Civil c) {
  const chr::sys_days day{chr::year_month_day{chr::year{c.year},
                                              chr::month{static_cast<unsigned>(c.month)},
                                              chr::day{static_cast<unsigned>(c.day)}}};
  return {static_cast<std::int32_t>(day.time_since_epoch().count())};
}

/// Exactly `count` digits from `at`, or -1.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

Result<Date> date_of(Civil c) {
  if (!exists(c)) {
    return failed(Errc::usage, "there is no day {year}-{month}-{day}",
                  {{"year", std::to_string(c.year)},
                   {"month", std::to_string(c.month)},
                   {"day", std::to_string(c.day)}});
  }
  return from_civil(c);
}

Date make_date(int year, int month, int day) {
  DUBAN_ASSERT(exists({year, month, day}));
  return from_civil({year, month, day});
}

Date last_of_month(int year, int month) {
  const chr::year_month_day_last last{
      chr::year{year}, chr::month_day_last{chr::month{static_cast<unsigned>(month)}}};
  return {static_cast<std::int32_t>(chr::sys_days{last}.time_since_epoch().count())};
}

Date add_months(Date date, int months) {
  const Civil c = civil(date);
  const int index = c.year * 12 + (c.month - 1) + months;
  const int year = index / 12;
  const int month = index % 12 + 1;
  const Date last = last_of_month(year, month);
  return {last.days - (civil(last).day - std::min(c.day, civil(last).day))};
}

int weekday(Date date) {
  return ((date.days + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
}

namespace {

/// Decimal digits with leading zeros; printf costs ten times as much, and a night writes millions.
void put_digits(char* at, int count, int value) {
  for (int i = count - 1; i >= 0; --i, value /= 10) at[i] = static_cast<char>('0' + value % 10);
}

/// Days of the years 0000 to 9999: what four digits can say.
constexpr bool can_be_written(std::int64_t days) { return days >= -719528 && days <= 2932896; }

/// "2018-03-01" to `at`.
void put_date(char* at, Date date) {
  const Civil c = civil(date);
  put_digits(at, 4, c.year);
  at[4] = '-';
  put_digits(at + 5, 2, c.month);
  at[7] = '-';
  put_digits(at + 8, 2, c.day);
}

}  // namespace

std::string to_text(Date date) {
  if (!can_be_written(date.days)) return "@" + std::to_string(date.days) + "d";
  char buffer[10];
  put_date(buffer, date);
  return {buffer, sizeof buffer};
}

Result<Date> parse_date(std::string_view text) {
  const Civil c{digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)};
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !exists(c)) {
    return failed(Errc::usage, "'{text}' is not a date; write it as 2018-03-01",
                  {{"text", std::string(text)}});
  }
  return from_civil(c);
}

std::string to_text(Instant instant) {
  const std::int64_t day = chr::floor<chr::days>(chr::seconds{instant.seconds}).count();
  if (!can_be_written(day)) return "@" + std::to_string(instant.seconds);
  const int second = static_cast<int>(instant.seconds - day * 86400);
  char buffer[] = "0000-00-00T00:00:00Z";
  put_date(buffer, Date{static_cast<std::int32_t>(day)});
  put_digits(buffer + 11, 2, second / 3600);
  put_digits(buffer + 14, 2, second / 60 % 60);
  put_digits(buffer + 17, 2, second % 60);
  return {buffer, sizeof buffer - 1};
}

namespace {

/// cctz reads just this zone's file; it would take a path for a name, too.
std::optional<cctz::time_zone> load(const std::string& name) {
  const bool is_name =
      !name.empty() && name.front() != '/' && name.find("..") == name.npos &&
      std::all_of(name.begin(), name.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '/' || c == '_' || c == '-' || c == '+';
      });
  cctz::time_zone zone;
  if (!is_name || !cctz::load_time_zone(name, &zone)) return std::nullopt;
  return zone;
}

}  // namespace

Result<Zone> Zone::find(const std::string& name) {
  if (!load(name)) {
    if (!load("Asia/Shanghai") && !load("Europe/London"))
      return failed(Errc::io, "this machine has no time zones; install tzdata");
    return failed(Errc::usage, "the time zone database has no zone '{zone}'", {{"zone", name}});
  }
  return Zone(name);
}

std::int64_t Zone::offset_at(Instant instant) const {
  if (instant.seconds < begin_ || instant.seconds >= end_) {
    using Point = chr::time_point<chr::system_clock, cctz::seconds>;
    const std::optional<cctz::time_zone> zone = load(name_);
    DUBAN_ASSERT(zone);
    const Point at{cctz::seconds{instant.seconds}};
    offset_ = zone->lookup(at).offset;
    // A transition's civil times are those of one clock before and one after it, at one instant.
    cctz::time_zone::civil_transition change;
    const auto instant_of = [&] {
      return zone->lookup(change.to).trans.time_since_epoch().count();
    };
    begin_ = instant.seconds;
    end_ = instant.seconds + 1;
    // cctz lists changes of the clock for some four hundred years; later ones are asked one by one.
    constexpr std::int64_t listed_until = 13569465600;  // 2400-01-01
    if (instant.seconds >= listed_until) return offset_;
    begin_ = zone->prev_transition(at + cctz::seconds{1}, &change)
                 ? instant_of()
                 : std::numeric_limits<std::int64_t>::min();
    end_ = zone->next_transition(at, &change) ? instant_of() : listed_until;
  }
  return offset_;
}

Date Zone::date_of(Instant instant) const {
  const std::int64_t local = instant.seconds + offset_at(instant);
  const Date day{static_cast<std::int32_t>(chr::floor<chr::days>(chr::seconds{local}).count())};
  // A clock that is set back over midnight shows the day before once more; a day that has begun
  // goes on.
  const bool changed_lately = begin_ > instant.seconds - 86400;
  return changed_lately && midnight(day + 1) <= instant ? day + 1 : day;
}

Instant Zone::midnight(Date date) const {
  const std::int64_t local = std::int64_t{date.days} * 86400;
  // Two days and more from any change of the clock there is just one midnight.
  constexpr std::int64_t margin = 2 * 86400;
  const auto is_plain = [&] {
    return local - offset_ >= begin_ + margin && local - offset_ < end_ - margin;
  };
  if (!is_plain()) offset_at({local});
  if (is_plain()) return {local - offset_};
  const std::optional<cctz::time_zone> zone = load(name_);
  DUBAN_ASSERT(zone);
  const Civil day = civil(date);
  const cctz::time_zone::civil_lookup found =
      zone->lookup(cctz::civil_second(day.year, day.month, day.day));
  // Where the clock leaps over midnight the day begins with the leap, also one that it leaps over
  // whole; where midnight comes twice, the earlier is it.
  const bool is_skipped = found.kind == cctz::time_zone::civil_lookup::SKIPPED;
  return {(is_skipped ? found.trans : found.pre).time_since_epoch().count()};
}

std::string Zone::local_text(Instant instant) const {
  const std::int64_t local = instant.seconds + offset_at(instant);
  std::string text = to_text(Instant{local});
  if (text.front() == '@') return text;
  return text.replace(10, 1, " ").substr(0, 16);
}

Result<Instant> parse_instant(std::string_view text) {
  const auto bad = [&] {
    return failed(Errc::usage,
                  "'{text}' is not a time; write 2018-03-01 or 2018-03-01T10:00:00+08:00",
                  {{"text", std::string(text)}});
  };
  if (text.size() < 20 || (text[10] != 'T' && text[10] != 't') || text[13] != ':' ||
      text[16] != ':')
    return bad();
  const auto day = parse_date(text.substr(0, 10));
  const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
  if (!day || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return bad();
  std::int64_t offset = 0;
  const std::string_view zone = text.substr(19);
  if (zone != "Z" && zone != "z") {
    const int oh = digits(zone, 1, 2), om = digits(zone, 4, 2);
    if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':' || oh < 0 ||
        oh > 23 || om < 0 || om > 59)
      return bad();
    offset = (oh * 3600 + om * 60) * (zone[0] == '-' ? -1 : 1);
  }
  return Instant{std::int64_t{day->days} * 86400 + hour * 3600 + minute * 60 + second - offset};
}

Result<Instant> parse_moment(std::string_view text, const Zone& zone) {
  if (text.size() == 10) {
    DUBAN_TRY(const Date day, parse_date(text));
    return zone.midnight(day);
  }
  return parse_instant(text);
}

}  // namespace duban
