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
  task.key = {plan, {1, 1, 1}};
  task.ongoing = ongoing;
  const DeadlineRules& rules = rules_for(basis, task).deadlines;
  return std::to_string(rules.grace->value.count) + " " +
         std::to_string(rules.warning->value.count);
}

Rung rung(const char* id, int days_after, int level) {
  Rung made;
  made.id = id;
  made.at = {At{Anchor::due, {days_after, SpanUnit::day}}};
  made.in = {{TaskState::overdue}};
  made.level = {level};
  made.notify = {{"lead"}};
  return made;
}

/// a and b for all. Ongoing tasks: a level for `new`, and `after` it; tasks of p: `new` itself.
Rules with_added() {
  Rules rules;
  rules.base.rungs = {rung("a", 1, 1), rung("b", 2, 1)};
  Override ongoing;
  ongoing.match.ongoing = true;
  ongoing.layer.rungs.resize(1);
  ongoing.layer.rungs[0].id = "new";
  ongoing.layer.rungs.push_back(rung("after", 1, 1));
  ongoing.layer.rungs[0].level = {3};
  ongoing.layer.rungs[1].at = {At{Anchor::raised, {1, SpanUnit::day}, "new"}};
  Override plan;
  plan.match.plan = {"p"};
  plan.layer.rungs = {rung("new", 3, 2)};
  rules.overrides = {ongoing, plan};
  return rules;
}

std::string ladder(const char* plan, bool ongoing) {
  const Basis basis{"", with_added(), {}, {}, *Zone::find("Asia/Shanghai")};
  Task task;
  task.key = {plan, {1, 1, 1}};
  task.ongoing = ongoing;
  std::string out;
  for (const Rung& each : rules_for(basis, task).rungs) {
    out += (out.empty() ? "" : " ") + each.id + "@" + std::to_string(each.at->value.offset.count) +
           ":" + std::to_string(each.level->value) + (each.before ? "<" + each.before->id : "");
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_for_tests)

BOOST_AUTO_TEST_CASE(the_first_override_that_says_something_holds_then_the_base) {
  BOOST_TEST(shown("q", false) == "1 10");
  BOOST_TEST(shown("q", true) == "2 10");
  BOOST_TEST(shown("p", false) == "3 30");
  BOOST_TEST(shown("p", true) == "2 30");
}

BOOST_AUTO_TEST_CASE(what_overrides_add_stands_behind_the_ladder_for_the_tasks_that_match) {
  BOOST_TEST(ladder("q", false) == "a@1:1 b@2:1");
  BOOST_TEST(ladder("p", false) == "a@1:1 b@2:1 new@3:2");
  // The first that matches says the level, the second all else; and a rung is counted from it.
  BOOST_TEST(ladder("p", true) == "a@1:1 b@2:1 new@3:3 after@1:1<new");
  // Of a new rung that another override changes, alone there is none.
  BOOST_TEST(ladder("q", true) == "a@1:1 b@2:1 after@1:1");
}

BOOST_AUTO_TEST_CASE(headings_and_tasks_fit_beginnings_of_paths) {
  const auto fits = [](std::array<int, path_max> path, const Match& match) {
    Rules rules;
    rules.overrides.resize(1);
    rules.overrides[0].match = match;
    const Basis basis{"", rules, {}, {}, *Zone::find("Asia/Shanghai")};
    Task task;
    task.key = {"p", path};
    return static_cast<bool>(overrides_for(basis, task)[0]);
  };
  Match section;
  section.section = {"1.3"};
  BOOST_TEST(fits({1, 3, 11}, section));
  BOOST_TEST(fits({1, 3, 11, 2}, section));
  BOOST_TEST(!fits({1, 31, 1}, section));
  BOOST_TEST(!fits({1, 3}, section));  // a task is not below itself
  BOOST_TEST(!fits({2, 1, 3, 1}, section));
  Match part;
  part.part = {"1"};
  BOOST_TEST(fits({1, 3, 11, 2, 5}, part));
  BOOST_TEST(!fits({11, 3, 1}, part));
  BOOST_TEST(!fits({1}, part));
  for (const char* name : {"1.3.11", "p/1.3.11"}) {
    Match task;
    task.task = {name};
    BOOST_TEST(fits({1, 3, 11}, task), name);
    BOOST_TEST(fits({1, 3, 11, 2}, task), name);
    BOOST_TEST(!fits({1, 3, 1}, task), name);
    BOOST_TEST(!fits({1, 3}, task), name);
  }
}

BOOST_AUTO_TEST_CASE(a_rung_goes_by_its_name_leaf_by_leaf) {
  Rules rules;
  rules.base.rungs = {rung("a", 1, 1)};
  rules.base.rungs[0].name = {"逾期催办"};
  Override change;
  change.match.ongoing = true;
  change.layer.rungs.emplace_back().id = "a";
  change.layer.rungs[0].name = {"逾期提醒"};
  rules.overrides = {change};
  const Basis basis{"", std::move(rules), {}, {}, *Zone::find("Asia/Shanghai")};
  Task task;
  BOOST_TEST(rules_for(basis, task).rung("a")->name->value == "逾期催办");
  task.ongoing = true;
  BOOST_TEST(rules_for(basis, task).rung("a")->name->value == "逾期提醒");
  BOOST_TEST(rules_for(basis, task).rung("a")->level->value == 1);
  BOOST_TEST(rules_without(basis, task, 0).rung("a")->name->value == "逾期催办");
}

BOOST_AUTO_TEST_SUITE_END()
