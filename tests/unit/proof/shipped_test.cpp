// The shipped rule files are proved.
#include <boost/test/unit_test.hpp>

#include "tests/unit/proof/office.hpp"

namespace duban::testing {
namespace {

BOOST_AUTO_TEST_SUITE(prove_tests)

BOOST_AUTO_TEST_CASE(finds_nothing_in_the_default_file) {
  const Proved proved = prove_text(shipped_rules(), "default.yaml");
  for (const Finding& each : proved.verdict.findings)
    BOOST_ERROR(static_cast<int>(each.property)
                << " " << each.where.line << " " << to_text(each.message));
  BOOST_CHECK(proved.verdict.complete);
  BOOST_CHECK(!proved.verdict.storm.endless);
  BOOST_CHECK_LE(proved.verdict.storm.most, 60);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace duban::testing
