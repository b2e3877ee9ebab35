// The smallest change that would alter a refusal (engine/course/smallest_change): what it is, for
// every code, and that it flips the answer, for whatever random lives see refused.
#include <boost/test/unit_test.hpp>
#include <map>

#include "tests/support/random_course.hpp"
#include "tests/unit/course/stories.hpp"

using namespace duban;
using namespace duban::tests;

namespace {

struct Case {
  const char* why;
  const char* script;  ///< its last refusal is what is asked about
  const char* changes;
  const char* rules = quiet;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.why; }

#define TASK "task 2018-03-01 lead=省经信委 co=省公安厅,省住建厅 due=2018-06-30\n"
#define ALONE "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
#define ONGOING "task 2018-03-01 lead=省经信委 ongoing=quarter\n"
#define STAGED "task 2018-03-01 lead=省经信委 stages=2018-06-30,2018-12-31\n"
#define REPORTED ALONE "2018-03-02 省经信委 report n e=a\n"

const Case cases[] = {
    {"missing: a note", ALONE "2018-03-02 省经信委 progress\n", "note=-\n"},
    {"missing: a note or evidence", TASK "2018-03-02 省公安厅 contribute\n", "note=-\n"},
    {"missing: note, evidence, contributions", TASK "2018-03-02 省经信委 report\n",
     "note=-; evidence=new 0; without=省公安厅,省住建厅\n"
     "first excuse by 省安委办; note=-; evidence=new 0\n"},
    {"missing: contributions, each way", TASK "2018-03-02 省经信委 report n e=a\n",
     "without=省公安厅,省住建厅\n"
     "first excuse by 省安委办\n"},
    {"missing: contributions where --without is refused", TASK "2018-03-02 省经信委 report n e=a\n",
     "first contribute by 省公安厅; first contribute by 省住建厅\n",
     "rules: strict\nversion: 1\ntimezone: Asia/Shanghai\ncalendar: cn\ntransitions:\n"
     "  contribute: { by: [co] }\n"
     "  report: { by: [lead], require: { contributions: all, without: refused } }\n"},
    {"missing: a request", ALONE "2018-03-02 督查一处 grant-extension n\n",
     "first request-extension by 省经信委\n"},
    {"missing: a due", ALONE "2018-03-02 省经信委 request-extension n\n", "due=2018-07-01\n"},
    {"missing: a lead", ALONE "2018-03-02 督查一处 reassign n\n", "to=省政府督查室\n"},
    {"missing: an until", ALONE "2018-03-02 督查一处 suspend n\n", "until=2018-03-03\n"},
    {"missing: a co, where there is one", TASK "2018-03-02 督查一处 excuse n\n", "co=省公安厅\n"},
    {"missing: a co, where there is none", ALONE "2018-03-02 督查一处 excuse n\n",
     "first amend by 省安委办; co=省安监局\n"},
    {"missing: a change", ALONE "2018-03-02 督查一处 amend n\n", "content=-\n"},
    {"state: verify before a report", ALONE "2018-03-02 督查一处 verify n\n",
     "first report by 省经信委\n"},
    {"state: start again", ALONE "2018-03-02 省经信委 start\n2018-03-03 省经信委 start\n",
     "first reassign by 省安委办; as 省政府督查室\n"},
    {"state: report again", REPORTED "2018-03-03 省经信委 report n e=b\n",
     "first withdraw by 省经信委\n"
     "first return by 省安委办\n"},
    {"state: miss before it is overdue", ONGOING "2018-03-02 督查一处 miss n\n",
     "wait 2018-04-10T16:00:00Z\n"},
    {"state: miss a stage before it is overdue", STAGED "2018-03-02 督查一处 miss n\n",
     "wait 2018-06-30T16:00:00Z\n"},
    {"missing: a note to miss a stage", STAGED "2018-07-02 督查一处 miss\n", "note=-\n"},
    {"state: report before the cycle",
     "task 2018-03-20 lead=省经信委 ongoing=quarter\n2018-03-21 省经信委 report n e=a\n",
     "wait 2018-03-31T16:00:00Z\n"},
    {"state: resume what runs", ALONE "2018-03-02 督查一处 resume\n",
     "first suspend by 省安委办\n"},
    {"state: start what is suspended",
     ALONE "2018-03-02 督查一处 suspend n until=2018-04-02\n2018-03-03 省经信委 start\n",
     "wait 2018-04-01T16:00:00Z\n"
     "first resume by 省安委办\n"},
    {"state: reopen what runs", ALONE "2018-03-02 督查一处 reopen n due=2018-12-31\n",
     "first report by 省经信委; first verify by 省安委办\n"},
    {"state: report what is verified",
     REPORTED "2018-03-03 督查一处 verify n\n2018-03-04 省经信委 report n e=b\n",
     "first reopen by 省安委办\n"},
    {"state: conclude what is not ongoing has no way", REPORTED "2018-03-03 督查一处 conclude n\n",
     ""},
    {"disabled: asked when it is overdue",
     ALONE "2018-07-02 省经信委 request-extension n due=2018-08-01\n", "first amend by 省安委办\n"},
    {"disabled: not listed", ALONE "2018-03-02 督查一处 cancel n\n", "rule transitions\n",
     "rules: few\nversion: 1\ntimezone: Asia/Shanghai\ncalendar: cn\ntransitions:\n"
     "  report: { by: [lead] }\n"},
    {"role: a stranger reports", ALONE "2018-03-02 省财政厅 report n e=a\n", "as 省经信委\n"},
    {"role: a coordinator reports", ALONE "2018-03-02 督查一处 report n e=a\n",
     "for=省经信委\n"
     "as 省经信委\n"},
    {"role: the lead verifies", REPORTED "2018-03-03 省经信委 verify n\n", "as 省安委办\n"},
    {"role: the lead records for itself", ALONE "2018-03-02 省经信委 start for=省经信委\n",
     "-for\n"},
    {"role: a co where there is none", ALONE "2018-03-02 省公安厅 contribute n\n",
     "first amend by 省安委办\n"},
    {"role: an auditor, where nobody is", ALONE "2018-03-02 省经信委 start\n",
     "grant auditor to 省经信委\n",
     "rules: few\nversion: 1\ntimezone: Asia/Shanghai\ncalendar: cn\ntransitions:\n"
     "  start: { by: [auditor] }\n"},
    {"forbidden: who recorded the report",
     ALONE "2018-03-02 督查一处 report n e=a for=省经信委\n2018-03-03 督查一处 verify n\n",
     "as 省安委办\n"},
    {"forbidden: of the lead's house",
     "task 2018-03-01 lead=省安监局 due=2018-06-30\n2018-03-02 省安监局 report n e=a\n"
     "2018-03-03 张三 verify n\n",
     "as 省政府督查室\n"},
    {"argument: a due that has passed", ALONE "2018-03-02 督查一处 amend n due=2018-03-01\n",
     "due=2018-03-02\n"},
    {"argument: a due that is not later",
     ALONE "2018-03-02 省经信委 request-extension n due=2018-06-30\n", "due=2018-07-01\n"},
    {"argument: more than was asked for",
     ALONE "2018-03-02 省经信委 request-extension n due=2018-07-31\n"
           "2018-03-03 督查一处 grant-extension n due=2018-08-31\n",
     "due=2018-07-31\n"
     "-due\n"},
    {"argument: the lead is the lead", ALONE "2018-03-02 督查一处 reassign n to=省经信委\n",
     "to=省政府督查室\n"},
    {"argument: no co", TASK "2018-03-02 督查一处 excuse n co=省财政厅\n", "co=省公安厅\n"},
    {"argument: one of two is no co",
     TASK "2018-03-02 省经信委 report n e=a without=省公安厅,省住建厅,省财政厅\n",
     "without=省公安厅,省住建厅\n"},
    {"argument: for whom it is not", ALONE "2018-03-02 督查一处 report n e=a for=省财政厅\n",
     "for=省经信委\n"},
    {"argument: dated tomorrow",
     ALONE "2018-03-02 督查一处 report n e=a for=省经信委 dated=2018-03-03\n",
     "dated=2018-03-02\n"
     "-dated\n"},
    {"argument: a suspension of no days", ALONE "2018-03-02 督查一处 suspend n until=2018-03-02\n",
     "until=2018-03-03\n"},
    {"argument: a due for a cycle",
     ONGOING "2018-03-02 督查一处 cancel n\n2018-03-03 督查一处 reopen n due=2018-12-31\n",
     "-due\n"},
    {"usage: an option that it does not take", ALONE "2018-03-02 省经信委 start due=2018-12-31\n",
     "-due\n"},
    {"usage: dated without for", ALONE "2018-03-02 省经信委 report n e=a dated=2018-03-01\n",
     "-dated\n"},
    {"limit: two extensions",
     ALONE "2018-03-02 省经信委 request-extension n due=2018-07-31\n"
           "2018-03-03 督查一处 grant-extension n\n"
           "2018-03-04 省经信委 request-extension n due=2018-08-31\n"
           "2018-03-05 督查一处 grant-extension n\n"
           "2018-03-06 省经信委 request-extension n due=2018-09-30\n",
     "rule limit\n"},
    {"limit: suspended too long", ALONE "2018-03-02 督查一处 suspend n until=2019-03-02\n",
     "until=2018-08-22\n"},
    {"conflict: a request is pending",
     ALONE "2018-03-02 省经信委 request-extension n due=2018-07-31\n"
           "2018-03-03 省经信委 request-extension n due=2018-08-31\n",
     "first grant-extension by 省安委办\n"
     "first deny-extension by 省安委办\n"
     "first amend by 省安委办\n"},
};

std::string changes_of(const Case& c) {
  const std::vector<Refusal> refused = refusals_of({c.why, c.script, "", c.rules});
  BOOST_REQUIRE(!refused.empty());
  const Refusal& last = refused.back();
  BOOST_TEST(testing::unflipped(last.task, {last.plan, *last.basis}, small_people(), last.command,
                                last.now) == "");
  std::string text;
  for (const Change& change : smallest_changes(last.task, {last.plan, *last.basis}, small_people(),
                                               last.command, last.now))
    text += testing::summary(change, last.command, last.now) + "\n";
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(smallest_change_tests)

BOOST_DATA_TEST_CASE(is_the_smallest, boost::unit_test::data::make(cases), c) {
  BOOST_TEST(changes_of(c) == c.changes);
}

BOOST_AUTO_TEST_CASE(flips_whatever_random_lives_see_refused) {
  const auto basis = small_basis(
      "  - match: { plan: p }\n"
      "    transitions: { request-extension: { limit: 1 }, suspend: { max: 40wd } }\n");
  std::map<Errc, int> met;
  int wrong = 0;
  for (std::uint32_t seed = 1; seed <= 15; ++seed) {
    testing::RandomCourse random(seed, *basis);
    const Plan plan = random.plan();
    const Setting setting{plan, *basis};
    const Instant birth = basis->zone.midnight(make_date(2017, 1, 20));
    const By by{"督查一处", {}, "省政府督查室", Role::coordinator};
    Task task = assign(random.row(), setting, by, birth).task;
    Instant now = birth;
    for (int i = 0; i < 25; ++i) {
      now = random.after(now);
      task = wait_until(task, setting, now).task;
      const Command command = random.command(task, now);
      Result<Course> course = act(task, setting, command, now);
      if (course) {
        task = std::move(course->task);
        continue;
      }
      ++met[course.error().code];
      const std::string fault = testing::unflipped(task, setting, small_people(), command, now);
      if (!fault.empty() && ++wrong <= 20)
        BOOST_ERROR("seed " << seed << ", command " << i << ", " << to_text(task.state) << ", "
                            << task.extensions << " extensions: " << fault);
    }
  }
  for (const Errc code : {Errc::state, Errc::disabled, Errc::role, Errc::argument, Errc::missing,
                          Errc::limit, Errc::conflict})
    BOOST_TEST(met[code] > 0, "no refusal is " << to_text(code));
}

BOOST_AUTO_TEST_SUITE_END()
