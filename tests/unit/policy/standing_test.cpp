// Days of lateness and of being overdue, from a task's own values: design §10.9 and §10.10.
#include "engine/policy/standing.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

using namespace duban;

namespace {

Date day(int of_july) { return make_date(2018, 7, 1) + (of_july - 1); }

struct Stays {
  const char* why;
  std::vector<DayRange> ended;
  std::optional<Date> since;
  int days;  ///< on 20 July
};
std::ostream& operator<<(std::ostream& out, const Stays& s) { return out << s.why; }

const Stays stays[] = {
    {"never", {}, {}, 0},
    {"the day of leaving counts", {{day(1), day(3)}}, {}, 3},
    {"in and out on one day", {{day(1), day(1)}}, {}, 1},
    {"left and entered again on one day", {{day(1), day(3)}, {day(3), day(4)}}, {}, 4},
    {"three times on one day", {{day(3), day(3)}, {day(3), day(3)}, {day(3), day(3)}}, {}, 1},
    {"with days between", {{day(1), day(3)}, {day(10), day(11)}}, {}, 5},
    {"the stay that goes on", {{day(1), day(3)}}, day(18), 6},
    {"it began on the day of leaving", {{day(1), day(18)}}, day(18), 20},
};

struct Late {
  const char* why;
  Date due;
  std::optional<Report> report;
  std::optional<Date> stopped;
  int days;  ///< on 20 July
};
std::ostream& operator<<(std::ostream& out, const Late& l) { return out << l.why; }

Report report(int on, std::optional<Date> dated = {}, bool verified = false, int due = 10) {
  // 16:30 UTC is half past midnight of the next day in Shanghai.
  const Instant at{std::int64_t{day(on - 1).days} * 86400 + 59400};
  return {at, "r", dated, verified, day(due)};
}

const Late lates[] = {
    {"not due yet", day(31), {}, {}, 0},
    {"on the due day", day(20), {}, {}, 0},
    {"to today while there is no report", day(10), {}, {}, 10},
    {"to the report's local day", day(10), report(15), {}, 5},
    {"reported in time", day(10), report(9), {}, 0},
    {"a claim counts once it is verified", day(10), report(15, day(12), true), {}, 2},
    {"a claim alone does not", day(10), report(15, day(12)), {}, 5},
    {"a claim before the due", day(10), report(15, day(5), true), {}, 0},
    {"by the due in force at the report", day(31), report(15), {}, 5},
    {"suspended or cancelled: to that day", day(10), {}, day(14), 4},
    {"a report stands also then", day(10), report(12), day(14), 2},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(standing_tests)

BOOST_DATA_TEST_CASE(counts_each_day_in_overdue_once, boost::unit_test::data::make(stays), s) {
  Task task;
  task.overdue = s.ended;
  task.overdue_since = s.since;
  BOOST_TEST(overdue_days(task, day(20)) == s.days);
}

BOOST_DATA_TEST_CASE(counts_late_days, boost::unit_test::data::make(lates), l) {
  Task task;
  task.dues = {{l.due, Event::assign, {}, ""}};
  task.report = l.report;
  task.stopped = l.stopped;
  BOOST_TEST(late_days(task, *Zone::find("Asia/Shanghai"), day(20)) == l.days);
}

BOOST_AUTO_TEST_SUITE_END()
