// Working days are looked up in tables; the definition is a walk from day to day.
#include "engine/model/calendar.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

namespace duban {
namespace {

/// Two known years with a gap between them, a weekend made up for, a day in both lists, and a day
/// that stands in a year which is not its own.
Calendar sample() {
  return {"cn",
          {{2017,
            {make_date(2017, 1, 2), make_date(2017, 10, 2), make_date(2017, 12, 29)},
            {make_date(2017, 9, 30), make_date(2017, 1, 2)}},
           {2019, {make_date(2019, 1, 1), make_date(2018, 7, 2)}, {make_date(2019, 2, 2)}}}};
}

bool is_workday_by_definition(const Calendar& calendar, Date date) {
  for (const CalendarYear& year : calendar.years()) {
    if (year.year != civil(date).year) continue;
    if (std::find(year.off.begin(), year.off.end(), date) != year.off.end()) return false;
    if (std::find(year.work.begin(), year.work.end(), date) != year.work.end()) return true;
  }
  return weekday(date) < 5;
}

Date walked(const Calendar& calendar, Date date, int count) {
  for (const int step = count < 0 ? -1 : 1; count != 0;) {
    date = date + step;
    if (is_workday_by_definition(calendar, date)) count -= step;
  }
  return date;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(calendar_tests)

BOOST_AUTO_TEST_CASE(looks_up_what_a_walk_would_find) {
  for (const Calendar& calendar : {sample(), Calendar()}) {
    for (Date day = make_date(2016, 11, 1); day < make_date(2020, 3, 1); day = day + 1) {
      BOOST_REQUIRE_MESSAGE(calendar.is_workday(day) == is_workday_by_definition(calendar, day),
                            to_text(day));
      for (const int count : {-300, -30, -10, -5, -1, 0, 1, 5, 10, 30, 300}) {
        BOOST_REQUIRE_MESSAGE(
            calendar.add(day, {count, SpanUnit::working_day}) == walked(calendar, day, count),
            to_text(day) << " + " << count << "wd");
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(refuses_a_year_that_no_date_can_have) {
  for (const char* year : {"0", "1899", "3000", "9007199254740991"}) {
    const auto calendar = Calendar::parse(
        std::string(R"({"name":"cn","years":[{"off":[],"work":[],"year":)") + year + "}]}");
    BOOST_TEST(!calendar);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace duban
