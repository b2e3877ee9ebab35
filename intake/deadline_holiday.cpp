#include "intake/deadline_holiday.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace duban::intake {
namespace {

/// Days that the moon sets, as month * 100 + day: 春节, 端午, 中秋, 重阳.
struct Moon {
  int spring;
  int dragon_boat;
  int mid_autumn;
  int double_ninth;
};
constexpr int moon_first_year = 2000;
// clang-format off
constexpr std::array<Moon, 61> moon{{
    {205, 606, 912, 1006}, {124, 625, 1001, 1025}, {212, 615, 921, 1014}, {201, 604, 911, 1004},
    {122, 622, 928, 1022}, {209, 611, 918, 1011}, {129, 531, 1006, 1030}, {218, 619, 925, 1019},
    {207, 608, 914, 1007}, {126, 528, 1003, 1026}, {214, 616, 922, 1016}, {203, 606, 912, 1005},
    {123, 623, 930, 1023}, {210, 612, 919, 1013}, {131, 602, 908, 1002}, {219, 620, 927, 1021},
    {208, 609, 915, 1009}, {128, 530, 1004, 1028}, {216, 618, 924, 1017}, {205, 607, 913, 1007},
    {125, 625, 1001, 1025}, {212, 614, 921, 1014}, {201, 603, 910, 1004}, {122, 622, 929, 1023},
    {210, 610, 917, 1011}, {129, 531, 1006, 1029}, {217, 619, 925, 1018}, {207, 609, 915, 1008},
    {126, 528, 1003, 1026}, {213, 616, 922, 1016}, {202, 605, 912, 1005}, {123, 624, 1001, 1024},
    {211, 612, 919, 1012}, {131, 601, 908, 1001}, {219, 620, 927, 1020}, {208, 610, 916, 1009},
    {128, 530, 1004, 1027}, {215, 618, 924, 1017}, {204, 607, 913, 1007}, {124, 527, 1002, 1026},
    {212, 614, 920, 1014}, {201, 603, 910, 1003}, {122, 622, 928, 1022}, {210, 611, 917, 1011},
    {130, 531, 1005, 1029}, {217, 619, 925, 1018}, {206, 608, 915, 1008}, {126, 529, 1004, 1027},
    {214, 615, 922, 1016}, {202, 604, 911, 1005}, {123, 623, 930, 1024}, {211, 613, 919, 1013},
    {201, 601, 907, 1030}, {219, 620, 926, 1020}, {208, 610, 916, 1009}, {128, 530, 1005, 1028},
    {215, 617, 924, 1017}, {204, 606, 913, 1007}, {124, 625, 1002, 1025}, {212, 614, 921, 1014},
    {202, 603, 909, 1002},
}};
// clang-format on

struct Name {
  Text word;
  Holiday holiday;
};
// Of two that begin alike the longer stands first.
constexpr Name names[] = {
    {U"春节", Holiday::spring},        {U"元旦", Holiday::new_year},
    {U"清明", Holiday::tomb_sweeping}, {U"五一", Holiday::labour},
    {U"劳动节", Holiday::labour},      {U"端午", Holiday::dragon_boat},
    {U"中秋", Holiday::mid_autumn},    {U"国庆", Holiday::national},
    {U"七一", Holiday::party},         {U"建党节", Holiday::party},
    {U"八一", Holiday::army},          {U"建军节", Holiday::army},
    {U"六一", Holiday::children},      {U"儿童节", Holiday::children},
    {U"三八", Holiday::women},         {U"妇女节", Holiday::women},
    {U"五四", Holiday::youth},         {U"青年节", Holiday::youth},
    {U"教师节", Holiday::teachers},    {U"元宵", Holiday::lantern},
    {U"重阳", Holiday::double_ninth},  {U"除夕", Holiday::eve},
};

Date day_in(int year, int month_and_day) {
  return make_date(year, month_and_day / 100, month_and_day % 100);
}

std::optional<Date> by_moon(int year, int Moon::*which, int later) {
  const auto at = static_cast<std::size_t>(year - moon_first_year);  // huge when before it
  if (at >= moon.size()) return std::nullopt;
  return day_in(year, moon[at].*which) + later;
}

/// The first of the days off that `day` is one of, where the calendar knows that year.
std::optional<Date> first_day_off(const Calendar& calendar, Date day) {
  const int year = civil(day).year;
  for (const CalendarYear& known : calendar.years()) {
    if (known.year != year || !std::binary_search(known.off.begin(), known.off.end(), day))
      continue;
    while (std::binary_search(known.off.begin(), known.off.end(), day - 1)) day = day - 1;
    return day;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Holiday> take_holiday(PeriodReader& read) {
  const std::size_t before = read.at();
  for (const Name& name : names) {
    if (!read.take(name.word)) continue;
    // 五一路 and 八一镇 are places, 六一 of 六一一 a number.
    const bool as_day = read.done() || read.take_any({U"国际劳动节", U"国际儿童节", U"国际妇女节",
                                                      U"劳动节", U"儿童节", U"妇女节", U"青年节",
                                                      U"建党节", U"建军节", U"佳节", U"节"});
    const bool holidays =
        read.take_any({U"小长假", U"长假", U"黄金周", U"假期", U"放假", U"假日", U"期间"});
    if (as_day || holidays || read.rest().starts_with(U"前") || read.rest().starts_with(U"之前") ||
        read.rest().starts_with(U"以前"))
      return name.holiday;
    read.back_to(before);
  }
  if (read.take(U"十一")) {
    if (read.take_any({U"黄金周", U"长假", U"假期"}) || read.rest().starts_with(U"前"))
      return Holiday::national;
  }
  read.back_to(before);
  return std::nullopt;
}

std::optional<HolidayDay> first_day(Holiday holiday, int year, const Calendar& calendar) {
  const auto fixed = [&](int month_and_day) {
    return HolidayDay{day_in(year, month_and_day), true};
  };
  const auto of_moon = [&](int Moon::*which, int later) -> std::optional<HolidayDay> {
    const auto day = by_moon(year, which, later);
    if (!day) return std::nullopt;
    return HolidayDay{*day, first_day_off(calendar, *day).has_value()};
  };
  switch (holiday) {
    case Holiday::spring: {
      const auto day = by_moon(year, &Moon::spring, 0);
      if (!day) return std::nullopt;
      // Its days off begin on its eve or sooner, and nobody works on them.
      const auto off = first_day_off(calendar, *day);
      return HolidayDay{off.value_or(*day), off.has_value()};
    }
    case Holiday::eve:
      return of_moon(&Moon::spring, -1);
    case Holiday::lantern:
      if (auto day = of_moon(&Moon::spring, 14)) {
        day->announced = true;  // no day off, so no calendar has it
        return day;
      }
      return std::nullopt;
    case Holiday::dragon_boat:
      return of_moon(&Moon::dragon_boat, 0);
    case Holiday::mid_autumn:
      return of_moon(&Moon::mid_autumn, 0);
    case Holiday::double_ninth:
      if (auto day = of_moon(&Moon::double_ninth, 0)) {
        day->announced = true;
        return day;
      }
      return std::nullopt;
    case Holiday::tomb_sweeping: {
      // The sun's: 4 April, or the 5th.
      if (year < 2000 || year > 2099) return std::nullopt;
      const int y = year - 2000;
      return fixed(400 + (y * 2422 + 48100) / 10000 - y / 4);
    }
    case Holiday::new_year:
      return fixed(101);
    case Holiday::women:
      return fixed(308);
    case Holiday::labour:
      return fixed(501);
    case Holiday::youth:
      return fixed(504);
    case Holiday::children:
      return fixed(601);
    case Holiday::party:
      return fixed(701);
    case Holiday::army:
      return fixed(801);
    case Holiday::teachers:
      return fixed(910);
    case Holiday::national:
      return fixed(1001);
  }
  DUBAN_ASSERT(false);
}

}  // namespace duban::intake
