// Days of rungs and lengths of suspensions by the shipped calendar: design §4, §10.6, §10.8,
// §10.17.
#include "engine/policy/timers.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "intake/calendar_file.hpp"

using namespace duban;

namespace {

const Calendar& shipped() {
  static const Calendar calendar = *read_calendar(DUBAN_SOURCE "/config/calendars/cn");
  return calendar;
}
Date day(const char* text) { return *parse_date(text); }

struct Falls {
  const char* why;
  const char* anchor;
  Span offset;
  Span every;
  int occurrence;
  const char* day;
};
std::ostream& operator<<(std::ostream& out, const Falls& f) { return out << f.why; }

constexpr SpanUnit d = SpanUnit::day, wd = SpanUnit::working_day, mo = SpanUnit::month;

const Falls falls[] = {
    {"0wd on a day off is that day", "2018-10-01", {0, wd}, {1, mo}, 0, "2018-10-01"},
    {"1wd from a day off", "2018-10-01", {1, wd}, {1, mo}, 0, "2018-10-08"},
    {"-1wd from a day off, a make-up Sunday", "2018-10-01", {-1, wd}, {1, mo}, 0, "2018-09-30"},
    {"5wd over the spring festival of 2018", "2018-02-13", {5, wd}, {1, mo}, 0, "2018-02-26"},
    {"-5wd back over it, a make-up Saturday counts",
     "2018-02-26",
     {-5, wd},
     {1, mo},
     0,
     "2018-02-13"},
    {"10wd over the spring festival of 2019", "2019-02-01", {10, wd}, {1, mo}, 0, "2019-02-20"},
    {"1wd after the long spring festival of 2020", "2020-01-23", {1, wd}, {1, mo}, 0, "2020-02-03"},
    {"the turn of 2018: Saturday 29 December works",
     "2018-12-31",
     {-5, wd},
     {1, mo},
     0,
     "2018-12-25"},
    {"30wd after the turn of 2018", "2018-12-31", {30, wd}, {1, mo}, 0, "2019-02-15"},
    {"a month before the 31st", "2018-03-31", {-1, mo}, {1, mo}, 0, "2018-02-28"},
    {"a month after 31 January of a leap year", "2020-01-31", {1, mo}, {1, mo}, 0, "2020-02-29"},
    {"the k-th is counted from the first, the 31st kept",
     "2018-01-31",
     {0, d},
     {1, mo},
     2,
     "2018-03-31"},
    {"the k-th in working days", "2018-03-01", {10, wd}, {10, wd}, 2, "2018-04-13"},
    {"the k-th in days", "2018-03-01", {1, d}, {7, d}, 3, "2018-03-23"},
    {"no occurrence after the last", "2018-03-01", {1, d}, {7, d}, 4, "none"},
};

struct Length {
  const char* why;
  const char* from;
  const char* to;
  int days;
  int workdays;
};
std::ostream& operator<<(std::ostream& out, const Length& l) { return out << l.why; }

const Length lengths[] = {
    {"none", "2018-09-03", "2018-09-03", 0, 0},
    {"a day", "2018-09-03", "2018-09-04", 1, 1},
    {"from Friday to Sunday", "2018-09-07", "2018-09-09", 2, 0},
    {"from Saturday to Monday", "2018-09-08", "2018-09-10", 2, 1},
    {"over the national day", "2018-09-28", "2018-10-08", 10, 3},
    {"over the turn of the year", "2018-12-28", "2019-01-02", 5, 2},
    {"over the spring festival of 2020", "2020-01-23", "2020-02-03", 11, 1},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(timers_tests)

BOOST_DATA_TEST_CASE(fall_on_their_days, boost::unit_test::data::make(falls), f) {
  Task task;
  task.anchor(Anchor::assigned).day = day(f.anchor);
  Rung rung;
  rung.at = Leaf<At>{{Anchor::assigned, f.offset}};
  rung.every = Leaf<Span>{f.every};
  rung.times = Leaf<int>{3};
  const auto found = rung_day(task, rung, f.occurrence, shipped());
  BOOST_TEST((found ? to_text(*found) : "none") == f.day);
  task.anchor(Anchor::assigned).day.reset();
  BOOST_TEST(!rung_day(task, rung, 0, shipped()));
}

BOOST_DATA_TEST_CASE(count_a_suspension, boost::unit_test::data::make(lengths), l) {
  BOOST_TEST(suspension_days(day(l.from), day(l.to), SpanUnit::day, shipped()) == l.days);
  BOOST_TEST(suspension_days(day(l.from), day(l.to), SpanUnit::working_day, shipped()) ==
             l.workdays);
}

BOOST_AUTO_TEST_SUITE_END()
