// The shipped rule files are proved.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <iostream>

#include "rules/prove.hpp"
#include "tests/support/shipped.hpp"

namespace duban::testing {
namespace {

BOOST_AUTO_TEST_SUITE(prove_tests)

BOOST_AUTO_TEST_CASE(finds_nothing_in_the_default_file) {
  const auto rules = load_rules(shipped_rules(), "default.yaml");
  const auto directory =
      load_directory(file_text(DUBAN_SOURCE "/config/departments/hunan.yaml"), "hunan.yaml");
  const auto calendar = read_calendar(DUBAN_SOURCE "/config/calendars/cn");
  BOOST_REQUIRE(rules && directory && calendar);
  People people;
  for (const Actor& actor : directory->actors) people.actors[actor.id] = actor;
  people.grants = directory->grants;
  const auto begin = std::chrono::steady_clock::now();
  const auto proof = prove(*rules, directory->directory, people, *calendar);
  BOOST_REQUIRE(proof);
  std::cerr << std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count()
            << " s, shapes " << proof->shapes << ", states " << proof->states << ", storm "
            << proof->storm.most << ", silence " << proof->silence.days << " / "
            << proof->silence.after_due.value_or(-1) << " complete " << proof->complete << "\n";
  for (const auto& [rung, count] : proof->storm.rungs) std::cerr << rung << " " << count << "\n";
  for (const Finding& each : proof->findings)
    BOOST_ERROR(int(each.property) << " " << each.where.line << " " << to_text(each.message));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace duban::testing
