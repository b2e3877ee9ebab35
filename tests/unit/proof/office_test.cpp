// An office with one coordinating department, and what is proved of it.
#include "tests/unit/proof/office.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace duban::testing {
namespace {

std::string shipped_text(const std::string& name) {
  return "\n# directory: one_office.yaml\n" +
         file_text(std::string(DUBAN_SOURCE "/config/rules/") + name + ".yaml");
}

std::string told(const Verdict& verdict) {
  std::string out;
  for (const Flaw& each : verdict.flaws)
    out += std::to_string(static_cast<int>(each.property)) + " " + to_text(each.message) + "\n";
  for (const Message& each : verdict.warnings) out += "warning: " + to_text(each) + "\n";
  return out;
}

const char* const warning =
    "warning: nobody could judge what 县政府督查室, 县政府办 would lead: before one of them leads "
    "a "
    "task, make another office a coordinator, or a person of another house\n";

BOOST_AUTO_TEST_SUITE(one_office_tests)

BOOST_DATA_TEST_CASE(may_put_every_shipped_file_in_force,
                     boost::unit_test::data::make({"county", "default", "strict", "three-colour"}),
                     name) {
  const Proved proved = prove_text(shipped_text(name), name);
  BOOST_TEST(told(proved.verdict) == warning);
  BOOST_TEST(proved.verdict.complete());
}

BOOST_AUTO_TEST_CASE(may_be_alone_in_its_directory) {
  const Proved proved = prove_text(
      "\n# directory: alone.yaml\n" + file_text(DUBAN_SOURCE "/config/rules/county.yaml"),
      "county");
  BOOST_TEST(told(proved.verdict) ==
             "warning: nobody could judge what 县政府督查室 would lead: before one of them leads a "
             "task, make another office a coordinator, or a person of another house\n");
}

BOOST_AUTO_TEST_CASE(may_not_when_the_office_itself_leads_or_once_led) {
  const Proved proved = prove_text(shipped_text("default"), "default", {"县政府办", "县公安局"});
  BOOST_TEST(told(proved.verdict) ==
             "2 of 县政府办 nobody may do 'verify': whoever records the paper, no other person is "
             "left\n"
             "2 of 县政府办 nobody may do 'grant-extension': whoever records the paper, no other "
             "person is left\n"
             "warning: nobody could judge what 县政府督查室 would lead: before one of them leads a "
             "task, make another office a coordinator, or a person of another house\n");
  BOOST_TEST(!proved.verdict.holds(Property::duties));
}

BOOST_AUTO_TEST_CASE(is_told_how_far_a_task_can_be_put_off) {
  const Proved proved = prove_text(shipped_text("default"), "default");
  BOOST_TEST(proved.verdict.put_off.extensions == 2);
  BOOST_TEST(to_text(proved.verdict.put_off.suspended) == "120wd");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(budget_tests)

BOOST_AUTO_TEST_CASE(says_what_it_did_not_explore_and_holds_nothing_of_it) {
  // The lead may set whatever due it wants, whenever: the walks of a year have no end.
  std::string text = file_text(DUBAN_SOURCE "/config/rules/default.yaml");
  const std::string line = "  amend:           { by: [coordinator], forbid: [lead], ";
  const std::size_t at = text.find(line);
  BOOST_REQUIRE(at != text.npos);
  text.replace(at, line.size(), "  amend:           { by: [lead, coordinator], ");
  const Proved proved = prove_text(text, "x");
  BOOST_TEST(!proved.verdict.complete());
  BOOST_TEST(proved.verdict.unexplored.contains(Property::no_storm));
  BOOST_TEST(!proved.verdict.holds(Property::no_storm));
  BOOST_TEST(!proved.verdict.is_flawed(Property::no_storm));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace duban::testing
