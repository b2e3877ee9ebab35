#include "rehearsal/backtest.hpp"

#include "tests/support/past_again.hpp"
#include "tests/support/shipped.hpp"
#include "tests/unit/audit/story.hpp"

using namespace duban;

namespace {

Instant last_time(Store& store) { return test::must(test::must(store.read())->meta()).last_time; }

/// Each refused command of a task on a line, then the rungs.
std::string other_past(test::Office& office, const std::string& rules, const TaskKey& key) {
  const std::unique_ptr<View> log = test::must(office.store.read());
  const Past past = test::must(Past::read(*log, office.compiler, rules));
  const std::unique_ptr<Reading> reading = test::must(
      Reading::open(test::must(office.store.read()), office.compiler, last_time(office.store)));
  const TaskView view = test::must(reading->task(key));
  const OtherPast again = test::must(past.play(test::must(reading->history(view)), reading->now()));
  std::string text;
  for (const RefusedCommand& each : again.refused) {
    text += std::string(to_text(each.entry.event)) + " " + std::string(to_text(each.error.code)) +
            (each.follows ? " follows\n" : "\n");
  }
  for (const Escalation& each : again.escalations) text += each.rung + " ";
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(past_tests)

BOOST_AUTO_TEST_CASE(under_the_rules_of_its_time_the_past_happens_again) {
  MemoryStore store;
  test::Office office(store);
  test::play_story(office);
  BOOST_TEST(testing::past_differs(store, office.compiler, last_time(store)) == "");
  // Also what no night has recorded yet.
  BOOST_TEST(testing::past_differs(store, office.compiler,
                                   parse_instant("2019-06-01T00:00:00Z").value()) == "");
}

BOOST_AUTO_TEST_CASE(other_rules_refuse_what_was_done_and_the_first_refusal_is_told_apart) {
  MemoryStore store;
  test::Office office(store);
  test::play_story(office);
  const std::string stricter = testing::replaced(
      test::text_of_file(DUBAN_SOURCE "/config/rules/default.yaml"),
      "note: true, evidence: 1, contributions: all", "note: true, evidence: 2, contributions: all");
  BOOST_TEST(other_past(office, stricter, {"p1", {1, 1, 3}})
                 .starts_with("report missing\nverify state follows\nreopen state follows\n"));
}

BOOST_AUTO_TEST_SUITE_END()
