// The periods in which ongoing tasks report: design §4 and §10.12.
#include "engine/policy/cycles.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "engine/policy/timetable.hpp"
#include "intake/calendar_file.hpp"

using namespace duban;

namespace {

Date day(const char* text) { return *parse_date(text); }
std::optional<Date> maybe_day(const char* text) {
  return *text ? std::optional<Date>(day(text)) : std::nullopt;
}
std::string text_of(const Cycle& cycle) {
  return cycle.name + " " + to_text(cycle.first) + " " + to_text(cycle.last);
}

struct Period {
  const char* day;
  CycleUnit unit;
  const char* cycle;
};
std::ostream& operator<<(std::ostream& out, const Period& p) { return out << p.cycle; }

const Period periods[] = {
    {"2018-02-01", CycleUnit::month, "2018-02 2018-02-01 2018-02-28"},
    {"2020-02-29", CycleUnit::month, "2020-02 2020-02-01 2020-02-29"},
    {"2018-12-31", CycleUnit::month, "2018-12 2018-12-01 2018-12-31"},
    {"2018-01-01", CycleUnit::quarter, "2018Q1 2018-01-01 2018-03-31"},
    {"2018-06-30", CycleUnit::quarter, "2018Q2 2018-04-01 2018-06-30"},
    {"2018-10-01", CycleUnit::quarter, "2018Q4 2018-10-01 2018-12-31"},
    {"2018-06-30", CycleUnit::half_year, "2018H1 2018-01-01 2018-06-30"},
    {"2018-07-01", CycleUnit::half_year, "2018H2 2018-07-01 2018-12-31"},
    {"2018-07-01", CycleUnit::year, "2018 2018-01-01 2018-12-31"},
};

struct First {
  const char* why;
  const char* day;
  CycleUnit unit;
  const char* ends;
  const char* name;
};
std::ostream& operator<<(std::ostream& out, const First& f) { return out << f.why; }

const First firsts[] = {
    {"a whole cycle", "2018-01-01", CycleUnit::half_year, "", "2018H1"},
    {"61 of 181 days: a third", "2018-05-01", CycleUnit::half_year, "", "2018H1"},
    {"60 of 181 days: less", "2018-05-02", CycleUnit::half_year, "", "2018H2"},
    {"62 of 184 days", "2018-10-31", CycleUnit::half_year, "", "2018H2"},
    {"61 of 184 days", "2018-11-01", CycleUnit::half_year, "", "2019H1"},
    {"30 of 90 days: exactly a third is not less", "2018-03-02", CycleUnit::quarter, "", "2018Q1"},
    {"29 of 90 days", "2018-03-03", CycleUnit::quarter, "", "2018Q2"},
    {"the end lies in the next: it is skipped to", "2018-06-20", CycleUnit::half_year, "2018-08-15",
     "2018H2"},
    {"the only cycle is never skipped", "2018-06-20", CycleUnit::half_year, "2018-06-25", "2018H1"},
    {"assigned after the end", "2018-06-20", CycleUnit::half_year, "2017-06-25", "2017H1"},
};

struct Dues {
  const char* why;
  const char* in_cycle;
  const char* ends;
  Span grace;
  const char* due;
};
std::ostream& operator<<(std::ostream& out, const Dues& d) { return out << d.why; }

const Dues dues[] = {
    {"the last day plus ten", "2018-03-01", "", {10, SpanUnit::day}, "2018-07-10"},
    {"in working days", "2018-09-01", "", {5, SpanUnit::working_day}, "2019-01-08"},
    {"no grace", "2018-09-01", "", {0, SpanUnit::day}, "2018-12-31"},
    {"the last cycle is due on the end",
     "2018-03-01",
     "2018-05-15",
     {10, SpanUnit::day},
     "2018-05-15"},
    {"the end is its last day", "2018-03-01", "2018-06-30", {10, SpanUnit::day}, "2018-06-30"},
    {"the end lies after it", "2018-03-01", "2018-07-01", {10, SpanUnit::day}, "2018-07-10"},
    {"the end lay before it", "2018-09-01", "2018-06-30", {10, SpanUnit::day}, "2019-01-10"},
};

struct Ahead {
  const char* why;
  const char* present;
  const char* ends;
  const char* today;
  const char* name;
};
std::ostream& operator<<(std::ostream& out, const Ahead& a) { return out << a.why; }

const Ahead aheads[] = {
    {"the next", "2018-03-01", "", "2018-07-11", "2018H2"},
    {"on its due day it has not passed", "2018-03-01", "", "2019-01-10", "2018H2"},
    {"the one after", "2018-03-01", "", "2019-01-11", "2019H1"},
    {"years later", "2018-03-01", "", "2021-08-01", "2021H2"},
    {"the last, still to come", "2018-03-01", "2018-11-30", "2018-11-30", "2018H2"},
    {"the last has passed", "2018-03-01", "2018-11-30", "2018-12-01", "none"},
    {"the present one is the last", "2018-03-01", "2018-06-30", "2018-07-01", "none"},
};

/// 每月10日前 and its like.
struct Named {
  const char* why;
  const char* day;
  CycleUnit unit;
  CycleDay in_cycle;
  const char* ends;
  const char* own_end;
  const char* cycles;  ///< the first, as far as told
};
std::ostream& operator<<(std::ostream& out, const Named& n) { return out << n.why; }

constexpr CycleDay tenth{1, 10};
const Named nameds[] = {
    {"9 of 10 days left", "2018-03-02", CycleUnit::month, tenth, "", "",
     "2018-03:2018-03-10 2018-04:2018-04-10"},
    {"4 of 10: more than a third", "2018-03-07", CycleUnit::month, tenth, "", "",
     "2018-03:2018-03-10"},
    {"3 of 10: less", "2018-03-08", CycleUnit::month, tenth, "", "", "2018-04:2018-04-10"},
    {"the day has passed", "2018-03-11", CycleUnit::month, tenth, "", "", "2018-04:2018-04-10"},
    {"the last day of a month",
     "2018-02-01",
     CycleUnit::month,
     {1, 0},
     "",
     "",
     "2018-02:2018-02-28 2018-03:2018-03-31"},
    {"a day that February lacks",
     "2018-02-01",
     CycleUnit::month,
     {1, 31},
     "",
     "",
     "2018-02:2018-02-28 2018-03:2018-03-31 2018-04:2018-04-30"},
    {"the 20th of a quarter's last month",
     "2018-01-02",
     CycleUnit::quarter,
     {3, 20},
     "",
     "",
     "2018Q1:2018-03-20 2018Q2:2018-06-20"},
    {"each June", "2018-01-02", CycleUnit::year, {6, 0}, "", "", "2018:2018-06-30 2019:2019-06-30"},
    {"each June, too late for this year's",
     "2018-06-02",
     CycleUnit::year,
     {6, 0},
     "",
     "",
     "2019:2019-06-30"},
    {"a month that the cycle lacks is its last",
     "2018-01-02",
     CycleUnit::month,
     {6, 3},
     "",
     "",
     "2018-01:2018-01-03"},
    {"the plan's end comes before the day", "2018-03-02", CycleUnit::month, tenth, "2018-04-05", "",
     "2018-03:2018-03-10 2018-04:2018-04-05"},
    {"the day comes before the plan's end", "2018-03-02", CycleUnit::month, tenth, "2018-04-20", "",
     "2018-03:2018-03-10 2018-04:2018-04-10"},
    {"its own end comes before the plan's", "2018-11-02", CycleUnit::month, tenth, "2020-01-01",
     "2018-12-31", "2018-11:2018-11-10 2018-12:2018-12-10"},
};

struct Rolled {
  const char* why;
  const char* day;
  Roll roll;
  const char* today;
  const char* due;
};
std::ostream& operator<<(std::ostream& out, const Rolled& r) { return out << r.why; }

const Rolled rolls[] = {
    {"a holiday stays by default", "2018-10-01", Roll::none, "2018-01-01", "2018-10-01"},
    {"behind the holidays", "2018-10-01", Roll::next, "2018-01-01", "2018-10-08"},
    {"before them, onto a make-up day", "2018-10-01", Roll::previous, "2018-01-01", "2018-09-30"},
    {"a working day stays", "2018-09-28", Roll::next, "2018-01-01", "2018-09-28"},
    {"a make-up day stays", "2018-09-29", Roll::previous, "2018-01-01", "2018-09-29"},
    {"never back before today", "2018-10-03", Roll::previous, "2018-10-02", "2018-10-03"},
    {"what has passed has passed", "2018-10-03", Roll::previous, "2018-10-05", "2018-09-30"},
    {"years not known go by the weekend", "2090-01-01", Roll::next, "2018-01-01", "2090-01-02"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(cycles_tests)

BOOST_DATA_TEST_CASE(hold_a_day, boost::unit_test::data::make(periods), p) {
  BOOST_TEST(text_of(cycle_holding(day(p.day), p.unit)) == p.cycle);
}

BOOST_DATA_TEST_CASE(begin_with_a_third_left, boost::unit_test::data::make(firsts), f) {
  Task task;
  task.ongoing = true;
  task.every = f.unit;
  const RuleLayer rules;
  const Calendar calendar;
  const Timetable timetable(task, maybe_day(f.ends), rules, calendar, day(f.day));
  BOOST_TEST(timetable.first()->name == f.name);
}

BOOST_DATA_TEST_CASE(are_due_after_grace_or_on_the_end, boost::unit_test::data::make(dues), d) {
  const auto calendar = read_calendar(DUBAN_SOURCE "/config/calendars/cn");
  RuleLayer rules;
  rules.deadlines.grace = Leaf<Span>{d.grace};
  const Cycle cycle = cycle_holding(day(d.in_cycle), CycleUnit::half_year);
  const Task task;
  const Timetable timetable(task, maybe_day(d.ends), rules, *calendar, cycle.first);
  BOOST_TEST(to_text(timetable.due_of(cycle).due) == d.due);
}

BOOST_DATA_TEST_CASE(ahead_are_those_not_yet_due, boost::unit_test::data::make(aheads), a) {
  Task task;
  task.cycle = cycle_holding(day(a.present), CycleUnit::half_year);
  const RuleLayer rules;
  const Calendar calendar;
  const Timetable timetable(task, maybe_day(a.ends), rules, calendar, day(a.today));
  const auto found = timetable.ahead();
  BOOST_TEST((found ? found->name : "none") == a.name);
}

BOOST_DATA_TEST_CASE(come_on_the_day_that_is_named, boost::unit_test::data::make(nameds), n) {
  Task task;
  task.ongoing = true;
  task.every = n.unit;
  task.schedule.day = n.in_cycle;
  task.schedule.ends = maybe_day(n.own_end);
  const RuleLayer rules;
  const Calendar calendar;
  const Timetable timetable(task, maybe_day(n.ends), rules, calendar, day(n.day));
  std::string found;
  for (std::optional<Cycle> each = timetable.first(); each && found.size() < 50;
       each = timetable.after(*each))
    found += (found.empty() ? "" : " ") + each->name + ":" + to_text(timetable.due_of(*each).due);
  BOOST_TEST(found.substr(0, std::string_view(n.cycles).size()) == n.cycles);
}

BOOST_DATA_TEST_CASE(roll_off_days_off, boost::unit_test::data::make(rolls), r) {
  const auto calendar = read_calendar(DUBAN_SOURCE "/config/calendars/cn");
  const DueDay due = rolled(day(r.day), r.roll, *calendar, day(r.today));
  BOOST_TEST(to_text(due.due) == r.due);
  BOOST_TEST((due.rolled ? to_text(*due.rolled) : "") == (due.due == day(r.day) ? "" : r.day));
}

BOOST_AUTO_TEST_CASE(follow_the_document_before_the_rules) {
  RuleLayer rules;
  Task task;
  BOOST_TEST((cycle_unit(task, rules) == CycleUnit::half_year));
  rules.deadlines.every = Leaf<CycleUnit>{CycleUnit::quarter};
  BOOST_TEST((cycle_unit(task, rules) == CycleUnit::quarter));
  task.every = CycleUnit::month;
  BOOST_TEST((cycle_unit(task, rules) == CycleUnit::month));
}

BOOST_AUTO_TEST_SUITE_END()
