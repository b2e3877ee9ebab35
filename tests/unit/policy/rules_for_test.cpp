// Which layer of a rule file holds for a task: design §5.
#include "engine/policy/rules_for.hpp"

#include <boost/test/unit_test.hpp>

using namespace duban;

namespace {

Leaf<Span> days(int count) { return {{count, SpanUnit::day}}; }

/// Base 1 and 10; the first override says 2 for ongoing tasks, the second 3 and 30 for all of p.
Rules layered() {
  Rules rules;
  rules.base.deadlines.grace = days(1);
  rules.base.deadlines.warning = days(10);
  Override ongoing;
  ongoing.match.ongoing = true;
  ongoing.layer.deadlines.grace = days(2);
  Override plan;
  plan.match.plan = {"p"};
  plan.layer.deadlines.grace = days(3);
  plan.layer.deadlines.warning = days(30);
  rules.overrides = {ongoing, plan};
  return rules;
}

std::string shown(const char* plan, bool ongoing) {
  const Basis basis{"", layered(), {}, {}, *Zone::find("Asia/Shanghai")};
  Task task;
  task.key = {plan, 1, 1, 1};
  task.ongoing = ongoing;
  const DeadlineRules& rules = rules_for(basis, task).deadlines;
  return std::to_string(rules.grace->value.count) + " " +
         std::to_string(rules.warning->value.count);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_for_tests)

BOOST_AUTO_TEST_CASE(the_first_override_that_says_something_holds_then_the_base) {
  BOOST_TEST(shown("q", false) == "1 10");
  BOOST_TEST(shown("q", true) == "2 10");
  BOOST_TEST(shown("p", false) == "3 30");
  BOOST_TEST(shown("p", true) == "2 30");
}

BOOST_AUTO_TEST_SUITE_END()
