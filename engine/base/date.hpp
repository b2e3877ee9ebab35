// Civil dates, instants and the zone between them: the only arithmetic of days in duban.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"

namespace duban {

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01; it knows no zone.
struct Date {
  std::int32_t days = 0;
  auto operator<=>(const Date&) const = default;
};
inline Date operator+(Date date, int days) { return {date.days + days}; }
inline Date operator-(Date date, int days) { return {date.days - days}; }
inline int operator-(Date a, Date b) { return a.days - b.days; }

struct Civil {
  int year = 1970;
  int month = 1;
  int day = 1;
};
Civil civil(Date date);
/// The date, or an error when there is no such day (2018-02-29).
Result<Date> date_of(Civil civil);
/// For dates known to exist: asserts.
Date make_date(int year, int month, int day);
Date last_of_month(int year, int month);
/// Same day of the month `months` later, clamped to that month's last day.
Date add_months(Date date, int months);
/// 0 is Monday, 6 Sunday.
int weekday(Date date);

/// "2018-03-01". Outside the years 0 to 9999, which only a damaged store or log leads to, the days
/// since 1970 as "@5000000d", which nobody reads as a date.
std::string to_text(Date date);
/// Exactly YYYY-MM-DD, years 1900 to 2999; Errc::usage otherwise.
Result<Date> parse_date(std::string_view text);

/// A point in time, whole seconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t seconds = 0;
  auto operator<=>(const Instant&) const = default;
};

/// RFC 3339 in UTC with `Z`: "2018-03-01T02:30:00Z". Outside the years 0 to 9999 the seconds since
/// 1970 as "@9223372036854775807".
std::string to_text(Instant instant);

/// One time zone of the zone database. Loading costs a millisecond, so it happens at the first
/// question. Not to be shared between threads.
class Zone {
 public:
  /// Errc::usage for a name that the zone database lacks (asked at the first use otherwise).
  static Result<Zone> find(const std::string& name);

  const std::string& name() const { return name_; }
  Date date_of(Instant instant) const;
  /// 00:00 local of `date`; where a clock change swallowed it, the first instant of the day.
  Instant midnight(Date date) const;
  /// "2018-03-01 10:30" in this zone.
  std::string local_text(Instant instant) const;

 private:
  explicit Zone(std::string name) : name_(std::move(name)) {}
  std::int64_t offset_at(Instant instant) const;
  std::string name_;
  // The stretch of constant offset last asked for; nearly every question falls into it.
  mutable std::int64_t begin_ = 0;
  mutable std::int64_t end_ = 0;
  mutable std::int64_t offset_ = 0;
};

/// `2018-03-01` is 00:00 local; RFC 3339 instants ("2018-03-01T10:00:00+08:00", "…Z") are taken
/// too.
Result<Instant> parse_moment(std::string_view text, const Zone& zone);
/// RFC 3339 only.
Result<Instant> parse_instant(std::string_view text);

}  // namespace duban
