// The disk gives up at the k-th call, for every k: nothing is half done, and trying again finishes.
#include <boost/test/data/test_case.hpp>

#include "audit/compare.hpp"
#include "audit/replay.hpp"
#include "engine/log/basis_hash.hpp"
#include "tests/support/failing_store.hpp"
#include "tests/support/office.hpp"
#include "tests/support/shipped.hpp"

namespace duban::test {
namespace {

using testing::replaced;

/// The tables are what the log says.
std::string differences(MemoryStore& store, PlainCompiler& compiler) {
  const std::unique_ptr<View> view = must(store.read());
  audit::Replay replay = must(audit::replay(*view, compiler, std::nullopt));
  must(audit::compare(*view, *replay.derived, replay.findings));
  std::string out;
  for (const audit::Finding& finding : replay.findings.first()) out += to_text(finding) + "\n";
  return out;
}

struct Case {
  const char* why;
  /// What is tried over a store that fails; an error is what the failure gave.
  std::optional<Error> (*act)(Office& office, Store& store);
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.why; }

template <class T, class E>
std::optional<Error> error_of(const tl::expected<T, E>& result) {
  if (result) return std::nullopt;
  if constexpr (std::is_same_v<E, Errors>)
    return result.error().front();
  else
    return result.error();
}

World over(Office& office, Store& store, const char* at, const char* as) {
  World world{store, office.vault, office.clock, office.compiler, "root"};
  world.at = at;
  world.as = as;
  return world;
}

const Case cases[] = {
    {"a step with evidence",
     [](Office& office, Store& store) {
       return error_of(step(
           over(office, store, "2017-03-01", "省经信委"),
           {.event = Event::progress, .task = "1.1.1", .note = "进展", .evidence = {"a.pdf"}}));
     }},
    {"a night",
     [](Office& office, Store& store) {
       return error_of(nightly(over(office, store, "2017-06-01", "督查一处")));
     }},
    {"an activation",
     [](Office& office, Store& store) {
       return error_of(activate(over(office, store, "2017-04-01", "root"), BasisPart::rules,
                                replaced(office.texts.rules, "at: due - 30d", "at: due - 20d")));
     }},
    {"a plan's end",
     [](Office& office, Store& store) {
       return error_of(set_plan_end(over(office, store, "2017-04-01", "督查一处"), "p1",
                                    make_date(2017, 5, 31)));
     }},
    {"an import",
     [](Office& office, Store& store) {
       RowOpener opener;
       opener.rows = {row(1, 1, "省教育厅", {"省经信委"}, {false, make_date(2017, 1, 2), {}})};
       ImportRequest request;
       request.plan = "p2";
       request.path = "plan of p2";
       return error_of(import_plan(over(office, store, "2017-04-01", "督查一处"), opener, request));
     }},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(failure_loop_tests)

BOOST_DATA_TEST_CASE(leaves_nothing_half_done, boost::unit_test::data::make(cases), c) {
  int failures = 0;
  for (int k = 1;; ++k) {
    MemoryStore inner;
    Office office(inner);
    office.init("2017-01-03");
    office.import("2017-01-05", "p1",
                  {row(1, 1, "省经信委", {"省安监局"}, {false, make_date(2017, 12, 31), {}}),
                   row(1, 2, "省教育厅", {}, {true, {}, CycleUnit::half_year})});
    FailingStore failing(inner, k);
    const std::optional<Error> error = c.act(office, failing);
    BOOST_TEST(differences(inner, office.compiler) == "", "after call " << k << " failed");
    if (!failing.failed_once()) {
      BOOST_REQUIRE(!error);
      break;
    }
    ++failures;
    BOOST_REQUIRE(error);
    BOOST_TEST(to_text(error->code) == "io");
    // Nothing was kept that a second try cannot finish.
    const std::optional<Error> again = c.act(office, inner);
    BOOST_TEST(!again, "call " << k << ": " << (again ? to_text(again->message) : ""));
    BOOST_TEST(differences(inner, office.compiler) == "");
  }
  BOOST_TEST(failures > 5);
}

BOOST_AUTO_TEST_CASE(an_activation_made_from_another_basis_is_a_conflict) {
  MemoryStore store;
  Office office(store);
  office.init("2017-01-03");
  const std::string old = basis_hash(office.texts);
  must(activate(over(office, store, "2017-02-01", "root"), BasisPart::rules,
                replaced(office.texts.rules, "warning: 30d", "warning: 40d"), old));
  const auto late = activate(over(office, store, "2017-02-02", "root"), BasisPart::rules,
                             replaced(office.texts.rules, "warning: 30d", "warning: 50d"), old);
  BOOST_REQUIRE(!late);
  BOOST_TEST(to_text(late.error().code) == "conflict");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace duban::test
