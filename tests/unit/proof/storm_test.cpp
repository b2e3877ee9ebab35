// The bound on storms, tried by lead and co's who do whatever comes to their minds.
#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <random>

#include "rules/proof/choices.hpp"
#include "tests/unit/proof/office.hpp"

namespace duban::testing {
namespace {

constexpr int walks = 60;

/// The most that `task` raises in a year when its departments act at random for two.
int most_raised(const PlanRow& row, const Basis& basis, const proof::Cast& cast,
                std::mt19937& random) {
  Plan plan;
  plan.id = "p";
  const Setting setting{plan, basis};
  const Instant begin = basis.zone.midnight(make_date(2018, 1, 2));
  Task task = assign(row, setting, {"test", "", "", Role::admin}, begin).task;
  std::vector<Date> raised;
  const auto note = [&](const Course& course) {
    for (const Escalation& each : course.escalations)
      raised.push_back(basis.zone.date_of(each.raised));
  };
  const Instant end = basis.zone.midnight(make_date(2020, 1, 2));
  const auto habit = 1 + random() % 4;  // some act often, some seldom
  for (Instant now = begin; now <= end;) {
    for (auto steps = random() % (habit + 1); steps > 0; --steps) {
      const auto tried =
          proof::choices(task, setting, cast, proof::departments_of(task, cast), now);
      if (tried.empty()) break;
      const proof::Choice& choice = tried[random() % tried.size()];
      const auto course =
          act(task, setting, choice.commands[random() % choice.commands.size()], now);
      if (!course) continue;
      note(*course);
      task = course->task;
    }
    // On to where something happens, or to some day before it.
    Instant next = next_moment(task, setting).value_or(end);
    if (random() % 4 == 0 || next <= now)
      next = basis.zone.midnight(basis.zone.date_of(now) + 1 + static_cast<int>(random() % 9));
    const Course course = wait_until(task, setting, next);
    note(course);
    task = course.task;
    now = next;
  }
  int most = 0;
  for (const Date last : raised) {
    most =
        std::max(most, static_cast<int>(std::count_if(raised.begin(), raised.end(), [&](Date day) {
                   return last - day >= 0 && last - day < 365;
                 })));
  }
  return most;
}

BOOST_AUTO_TEST_SUITE(storm_tests)

BOOST_DATA_TEST_CASE(no_walk_is_worse_than_the_bound,
                     boost::unit_test::data::make({"county", "default", "strict", "three-colour"}),
                     name) {
  const std::string text = file_text(std::string(DUBAN_SOURCE "/config/rules/") + name + ".yaml");
  const Proved proved = prove_text(text, name);
  People people;
  for (const Actor& actor : proved.people.actors) people.actors[actor.id] = actor;
  people.grants = proved.people.grants;
  const proof::Cast cast(proved.basis.directory, people, "p");
  std::mt19937 random(7);
  for (int walk = 0; walk < walks; ++walk) {
    PlanRow row;
    row.key = {"p", {1}};
    row.lead = "省教育厅";
    row.co = {"省公安厅"};
    row.deadline.ongoing = walk % 3 == 2;
    row.urgent = walk % 2 == 1;
    row.deadline.due = make_date(2018, 1, 2) + static_cast<int>(random() % 500);
    BOOST_TEST_INFO("walk " << walk);
    BOOST_CHECK_LE(most_raised(row, proved.basis, cast, random), proved.verdict.storm.most);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace duban::testing
