// The shipped rule files are proved.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/unit/proof/office.hpp"

namespace duban::testing {
namespace {

BOOST_AUTO_TEST_SUITE(prove_tests)

BOOST_DATA_TEST_CASE(finds_nothing_in_a_shipped_file,
                     boost::unit_test::data::make({"county", "default", "strict", "three-colour"}),
                     name) {
  const std::string text = file_text(std::string(DUBAN_SOURCE "/config/rules/") + name + ".yaml");
  const Proved proved = prove_text(text, name);
  for (const Flaw& each : proved.verdict.flaws) {
    BOOST_ERROR(static_cast<int>(each.property)
                << " " << each.where.line << " " << to_text(each.message));
  }
  BOOST_CHECK(proved.verdict.complete());
  BOOST_CHECK(!proved.verdict.storm.endless);
  BOOST_CHECK_LE(proved.verdict.storm.most, proved.verdict.storm.allowed);
  BOOST_CHECK_LE(proved.verdict.silence.days, 400);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace duban::testing
