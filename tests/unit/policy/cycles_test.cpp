// The periods in which ongoing tasks report: design §4 and §10.12.
#include "engine/policy/cycles.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

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

}  // namespace

BOOST_AUTO_TEST_SUITE(cycles_tests)

BOOST_DATA_TEST_CASE(hold_a_day, boost::unit_test::data::make(periods), p) {
  BOOST_TEST(text_of(cycle_holding(day(p.day), p.unit)) == p.cycle);
}

BOOST_DATA_TEST_CASE(begin_with_a_third_left, boost::unit_test::data::make(firsts), f) {
  BOOST_TEST(first_cycle(day(f.day), f.unit, maybe_day(f.ends)).name == f.name);
}

BOOST_DATA_TEST_CASE(are_due_after_grace_or_on_the_end, boost::unit_test::data::make(dues), d) {
  const auto calendar = read_calendar(DUBAN_SOURCE "/config/calendars/cn");
  RuleLayer rules;
  rules.deadlines.grace = Leaf<Span>{d.grace};
  const Cycle cycle = cycle_holding(day(d.in_cycle), CycleUnit::half_year);
  const Date due = due_of(cycle, maybe_day(d.ends), rules, *calendar);
  BOOST_TEST(to_text(due) == d.due);
}

BOOST_DATA_TEST_CASE(ahead_are_those_not_yet_due, boost::unit_test::data::make(aheads), a) {
  Task task;
  task.cycle = cycle_holding(day(a.present), CycleUnit::half_year);
  const auto found = cycle_ahead(task, maybe_day(a.ends), RuleLayer(), Calendar(), day(a.today));
  BOOST_TEST((found ? found->name : "none") == a.name);
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
