// Holidays by name: 国庆节前, 春节前.
#pragma once

#include <optional>

#include "engine/model/calendar.hpp"
#include "intake/deadline_period.hpp"

namespace duban::intake {

enum class Holiday : std::uint8_t {
  new_year,
  spring,
  eve,
  lantern,
  women,
  tomb_sweeping,
  labour,
  youth,
  children,
  dragon_boat,
  party,
  army,
  teachers,
  mid_autumn,
  double_ninth,
  national,
};

/// Takes 国庆节 of "国庆节前", with 假期 and the like; nothing is taken where no holiday stands.
std::optional<Holiday> take_holiday(PeriodReader& read);

struct HolidayDay {
  Date day;
  bool announced = false;  ///< fixed, or a day off in the calendar; else only by the moon's table
};
/// Its first day: of 春节 the first of its days off where the calendar knows them. Nothing for
/// years (before 2000, after 2060) whose moon is not known.
std::optional<HolidayDay> first_day(Holiday holiday, int year, const Calendar& calendar);

}  // namespace duban::intake
