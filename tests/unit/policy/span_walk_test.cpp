// How a day was counted, with what was skipped (engine/policy/span_walk), by the shipped calendar.
#include "engine/policy/span_walk.hpp"

#include <rapidcheck.h>

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

std::string picture(const SpanWalk& walk) {
  std::string text = to_text(walk.from) + " " + to_text(walk.span) + " = " + to_text(walk.to);
  for (const DayRange& range : walk.off)
    text += " off " + to_text(range.first) + "…" + to_text(range.last);
  for (const Date day : walk.work) text += " work " + to_text(day);
  return text + (walk.provisional ? " provisional" : "");
}

struct Case {
  const char* why;
  const char* from;
  Span span;
  const char* picture;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.why; }

constexpr SpanUnit d = SpanUnit::day, wd = SpanUnit::working_day, mo = SpanUnit::month;

const Case cases[] = {
    {"over New Year, the whole of it",
     "2018-12-31",
     {10, wd},
     "2018-12-31 10wd = 2019-01-15 off 2018-12-30…2019-01-01"},
    {"a make-up Saturday on the way",
     "2018-12-26",
     {4, wd},
     "2018-12-26 4wd = 2019-01-02 off 2018-12-30…2019-01-01 work 2018-12-29"},
    {"backwards over the spring festival",
     "2018-02-26",
     {-5, wd},
     "2018-02-26 -5wd = 2018-02-13 off 2018-02-15…2018-02-21 work 2018-02-24"},
    {"plain weekends are no news", "2018-03-02", {10, wd}, "2018-03-02 10wd = 2018-03-16"},
    {"days and months skip nothing", "2018-09-28", {10, d}, "2018-09-28 10d = 2018-10-08"},
    {"and months", "2018-01-31", {1, mo}, "2018-01-31 1mo = 2018-02-28"},
    {"nothing to walk", "2018-10-01", {0, wd}, "2018-10-01 0wd = 2018-10-01"},
    {"a year that nobody has announced",
     "2031-12-31",
     {2, wd},
     "2031-12-31 2wd = 2032-01-02 provisional"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(span_walk_tests)

BOOST_DATA_TEST_CASE(tells_the_way, boost::unit_test::data::make(cases), c) {
  BOOST_TEST(picture(walk(*parse_date(c.from), c.span, shipped())) == c.picture);
}

BOOST_AUTO_TEST_CASE(repetitions_are_counted_from_the_first) {
  Rung rung;
  rung.at = Leaf<At>{{Anchor::due, {30, wd}}};
  rung.every = Leaf<Span>{{1, mo}};
  const auto walks = walks_of(rung, *parse_date("2018-12-31"), 2, shipped());
  BOOST_REQUIRE(walks.size() == 2);
  BOOST_TEST(picture(walks[1]) ==
             to_text(walks[0].to) + " 2mo = " + to_text(add_months(walks[0].to, 2)));
}

// What is told has to add up: days on the way less those off, with those made up for.
BOOST_AUTO_TEST_CASE(adds_up) {
  const bool held = rc::check("the sum of the parts is the span", [] {
    const Date from = make_date(2010, 1, 1) + *rc::gen::inRange(0, 4000);
    const int count = *rc::gen::inRange(1, 60);
    const SpanWalk way = walk(from, {count, wd}, shipped());
    int sum = 0;
    for (Date day = from + 1; day <= way.to; day = day + 1) {
      bool works = weekday(day) < 5;
      for (const DayRange& off : way.off) works = works && (day < off.first || day > off.last);
      for (const Date work : way.work) works = works || work == day;
      sum += works ? 1 : 0;
    }
    RC_ASSERT(sum == count);
  });
  BOOST_TEST(held);
}

BOOST_AUTO_TEST_SUITE_END()
