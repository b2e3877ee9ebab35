#include "engine/model/coherence.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "tests/support/any_task.hpp"

namespace data = boost::unit_test::data;
using namespace duban;

namespace {

Task plain_task() {
  Task task;
  task.key = {"hn135", {1, 3, 11}};
  task.lead = "省经信委";
  task.co = {"省安监局"};
  task.original_due = make_date(2018, 12, 31);
  task.dues = {{make_date(2018, 12, 31), Event::assign, {1488297600}, "督查一处"}};
  task.assigned = {1488297600};
  task.anchor(Anchor::due) = {make_date(2018, 12, 31), 1, 1, {1488297600}};
  task.updated = {1488297600};
  return task;
}

struct Case {
  const char* why;
  void (*change)(Task&);
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.why; }

const Case impossible[] = {
    {"no due", [](Task& t) { t.dues.clear(); }},
    {"ongoing without a cycle", [](Task& t) { t.ongoing = true; }},
    {"ongoing in a stage",
     [](Task& t) {
       t.ongoing = true;
       t.schedule.stages = {{make_date(2018, 12, 31), ""}};
       t.cycle = Cycle{"1/1", make_date(2018, 1, 1), make_date(2018, 12, 31), 1};
     }},
    {"staged without a stage",
     [](Task& t) {
       t.schedule.stages = {{make_date(2018, 12, 31), ""}};
     }},
    {"a stage beyond the last",
     [](Task& t) {
       t.cycle = Cycle{"1/1", make_date(2018, 1, 1), make_date(2018, 12, 31), 1};
     }},
    {"a stage before the first",
     [](Task& t) {
       t.cycle = Cycle{"", make_date(2018, 1, 1), make_date(2018, 12, 31), -1};
     }},
    {"overdue since never", [](Task& t) { t.state = TaskState::overdue; }},
    {"reported without a report", [](Task& t) { t.state = TaskState::reported; }},
    {"suspended from nowhere", [](Task& t) { t.state = TaskState::suspended; }},
    {"suspended from a suspension",
     [](Task& t) {
       t.state = TaskState::suspended;
       t.suspensions.emplace_back();
       t.left = LeftState{TaskState::suspended, {make_date(2018, 1, 1), 1, 1, {}}};
     }},
    {"a rung raised a thousand million times",
     [](Task& t) {
       t.raised = {{"blue", 1, 1'000'000'000, {}}};
     }},
    {"a rung raised before the first time",
     [](Task& t) {
       t.raised = {{"blue", 1, -5, {}}};
     }},
    {"a generation that cannot be followed",
     [](Task& t) { t.anchor(Anchor::due).count = 2147483647; }},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(is_coherent_tests)

BOOST_AUTO_TEST_CASE(takes_what_can_be) {
  BOOST_TEST(is_coherent(plain_task()));
  for (unsigned seed = 0; seed < 500; ++seed) BOOST_TEST(is_coherent(test::any_task(seed)));
}

BOOST_DATA_TEST_CASE(refuses_what_cannot_be, data::make(impossible), c) {
  Task task = plain_task();
  c.change(task);
  BOOST_TEST(!is_coherent(task));
}

BOOST_AUTO_TEST_SUITE_END()
