// What stands in an entry beside its event (design §6): who, in which role, and all that replay
// needs.
#include <boost/test/unit_test.hpp>

#include "engine/course/course.hpp"
#include "tests/unit/course/small_world.hpp"

using namespace duban;
using namespace duban::tests;

namespace {

std::string text_of(const Course& course) {
  std::string out;
  for (const Entry& entry : course.entries) {
    out += to_text(entry.effective) + " " + entry.actor + " via '" + entry.via + "' of '" +
           entry.department + "' as " + (entry.role ? std::string(to_text(*entry.role)) : "none") +
           " " + to_text(*entry.task) + " " + std::string(to_text(entry.event)) + " " +
           (entry.from ? std::string(to_text(*entry.from)) : "null") + " " +
           std::string(to_text(*entry.to)) + " " + entry.basis + "\n  " + canonical(entry.data) +
           "\n";
  }
  return out;
}

struct World {
  World() { plan.id = "p"; }
  Plan plan;
  std::shared_ptr<const Basis> basis = small_basis(nullptr);
  Setting setting{plan, *basis};

  Instant at(int month, int day) const { return basis->zone.midnight(make_date(2018, month, day)); }
  Course born() const {
    PlanRow row;
    row.key = {"p", {1, 3, 11}};
    row.lead = "省经信委";
    row.co = {"省公安厅"};
    row.content = "内容";
    row.deadline.due = make_date(2018, 6, 30);
    row.deadline_text = "2018年6月底前";
    return assign(row, setting, {"督查一处", "root", "省政府督查室", Role::coordinator}, at(3, 1));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(entries_tests)

BOOST_AUTO_TEST_CASE(assign_holds_its_row) {
  const World world;
  const Course born = world.born();
  BOOST_TEST(
      text_of(born) ==
      "2018-02-28T16:00:00Z 督查一处 via 'root' of '省政府督查室' as coordinator p/1.3.11 assign "
      "null assigned hash\n"
      "  {\"co\":[\"省公安厅\"],\"content\":\"内容\",\"deadline\":\"2018年6月底前\","
      "\"due\":\"2018-06-30\",\"every\":null,\"lead\":\"省经信委\",\"ongoing\":false,"
      "\"titles\":[]}\n");
  const auto row = row_from({"p", {1, 3, 11}}, born.entries[0].data);
  BOOST_REQUIRE(row);
  const Course again = assign(
      *row, world.setting, {"督查一处", "root", "省政府督查室", Role::coordinator}, world.at(3, 1));
  BOOST_TEST((again.task == born.task));
}

BOOST_AUTO_TEST_CASE(a_step_holds_its_options_and_both_names) {
  const World world;
  Command command;
  command.event = Event::report;
  command.by = small_person("督查一处");
  command.via = "root";
  command.note = "收到来文";
  command.for_department = "省经信委";
  command.dated = make_date(2018, 3, 4);
  command.without = {"省公安厅"};
  command.evidence = {{std::string(64, 'a'), "来文.pdf", 9}};
  const auto course = act(world.born().task, world.setting, command, world.at(3, 5));
  BOOST_REQUIRE(course);
  BOOST_TEST(text_of(*course) ==
             "2018-03-04T16:00:00Z 督查一处 via 'root' of '省政府督查室' as coordinator p/1.3.11 "
             "report assigned reported hash\n"
             "  {\"dated\":\"2018-03-04\",\"evidence\":[{\"name\":\"来文.pdf\",\"sha256\":\"" +
                 std::string(64, 'a') +
                 "\",\"size\":9}],\"for\":\"省经信委\",\"note\":\"收到来文\",\"without\":["
                 "\"省公安厅\"]}\n");
  BOOST_TEST(course->task.report->reporter == "督查一处");
  BOOST_TEST(course->task.evidence.back().department == "省经信委");
}

BOOST_AUTO_TEST_CASE(timers_are_the_schedulers) {
  const World world;
  Task task = world.born().task;
  task = wait_until(task, world.setting, world.at(6, 30)).task;
  const Course course = wait_until(task, world.setting, world.at(7, 1));
  BOOST_TEST(text_of(course) ==
             "2018-06-30T16:00:00Z scheduler via '' of '' as scheduler p/1.3.11 deadline assigned "
             "overdue hash\n"
             "  {\"due\":\"2018-06-30\"}\n"
             "2018-06-30T16:00:00Z scheduler via '' of '' as scheduler p/1.3.11 escalate overdue "
             "overdue hash\n"
             "  {\"anchor\":\"due\",\"fires\":\"2018-07-01\",\"generation\":1,\"late_armed\":false,"
             "\"level\":1,\"notify\":[\"lead\",\"missing\",\"coordinator\"],\"occurrence\":0,"
             "\"rung\":\"overdue\"}\n");
  BOOST_TEST(course.escalations.size() == 1U);
  BOOST_TEST((next_moment(course.task, world.setting) > world.at(7, 1)));
}

BOOST_AUTO_TEST_CASE(what_a_new_calendar_moves_into_the_past_is_raised_at_the_activation) {
  // Without holidays the fifth working day before 12 October is the 5th, with them 30 September.
  const auto shipped = small_basis(
      "escalations:\n"
      "  - { id: soon, at: due - 5wd, in: [assigned], level: 0, notify: [lead] }\n");
  const Basis plain{"plain", shipped->rules, Calendar(), shipped->directory, shipped->zone};
  World world;
  PlanRow row;
  row.key = {"p", {1, 3, 11}};
  row.lead = "省经信委";
  row.deadline.due = make_date(2018, 10, 12);
  const By by{"督查一处", "", "", Role::coordinator};
  const Setting before{world.plan, plain}, after{world.plan, *shipped};
  const Task task = assign(row, before, by, world.at(3, 1)).task;
  BOOST_TEST(wait_until(task, before, world.at(10, 2)).entries.empty());

  const Task moved = rebased(task, plain, *shipped, world.at(10, 2));
  const Course course = wait_until(moved, after, world.at(10, 2));
  BOOST_REQUIRE(course.escalations.size() == 1U);
  BOOST_TEST(to_text(course.escalations[0].fires) == "2018-09-30");
  BOOST_TEST(to_text(course.escalations[0].raised) == "2018-10-01T16:00:00Z");
  // And back: what was raised stays raised.
  const Task back = rebased(course.task, *shipped, plain, world.at(10, 3));
  BOOST_TEST(wait_until(back, before, world.at(10, 6)).entries.empty());
}

BOOST_AUTO_TEST_CASE(who_holds_two_roles_acts_in_the_first_listed) {
  const World world;
  PlanRow row;
  row.key = {"p", {1, 3, 11}};
  row.lead = "省安委办";  // whose persons are coordinators too
  row.deadline.due = make_date(2018, 6, 30);
  const Task task =
      assign(row, world.setting, {"督查一处", "", "", Role::coordinator}, world.at(3, 1)).task;
  Command command;
  command.event = Event::remark;
  command.by = small_person("张三");
  command.note = "记";
  const auto course = act(task, world.setting, command, world.at(3, 2));
  BOOST_REQUIRE(course);
  BOOST_TEST((course->entries.back().role == Role::lead));
}

BOOST_AUTO_TEST_SUITE_END()
