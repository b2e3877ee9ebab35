// Actors that end, and the admin who must stay.
#include <boost/test/data/test_case.hpp>

#include "audit/compare.hpp"
#include "audit/replay.hpp"
#include "engine/operations/activation.hpp"
#include "tests/support/office.hpp"

namespace data = boost::unit_test::data;

namespace duban::test {
namespace {

constexpr const char* day = "2017-03-01";

struct Scene {
  MemoryStore store;
  Office office{store};

  explicit Scene(bool rehearsal = false) {
    office.rehearsal = rehearsal;
    office.init("2017-02-20");
  }
  World admin() { return office.world(day, "root"); }
  std::string findings() {
    const std::unique_ptr<View> view = must(store.read());
    audit::Replay replay = must(audit::replay(*view, office.compiler, std::nullopt));
    must(audit::compare(*view, *replay.derived, replay.findings));
    std::string out;
    for (const audit::Finding& finding : replay.findings.first()) out += to_text(finding) + "\n";
    return out;
  }
};

template <class T>
std::string said(const Result<T>& result) {
  return result ? "done" : to_text(result.error().message);
}

struct Case {
  const char* why;
  std::string (*play)(Scene& scene);
  const char* said;
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.why; }

const char last_one[] =
    "root is the last admin who can act; grant another first: somebody with an account";

const Case cases[] = {
    {"the only grant revoked",
     [](Scene& s) {
       return said(revoke(s.admin(), {"root", Role::admin, {}}));
     },
     last_one},
    {"revoked, where only a department without people has another",
     [](Scene& s) {
       must(grant(s.admin(), {"省教育厅", Role::admin, {}}));
       return said(revoke(s.admin(), {"root", Role::admin, {}}));
     },
     last_one},
    {"revoked, where somebody without an account has another",
     [](Scene& s) {
       must(add_actor(s.admin(), {"陈亮", "省教育厅", {}, {}}));
       must(grant(s.admin(), {"陈亮", Role::admin, {}}));
       return said(revoke(s.admin(), {"root", Role::admin, {}}));
     },
     last_one},
    {"revoked, where another is admin of one plan",
     [](Scene& s) {
       s.office.import(day, "p1", {row(1, 1, "省经信委", {}, {false, make_date(2017, 6, 30), {}})});
       must(add_actor(s.admin(), {"陈亮", "省教育厅", {}, "chen"}));
       must(grant(s.admin(), {"陈亮", Role::admin, "p1"}));
       return said(revoke(s.admin(), {"root", Role::admin, {}}));
     },
     last_one},
    {"ended", [](Scene& s) { return said(end_actor(s.admin(), "root")); }, last_one},
    {"the other one ended before",
     [](Scene& s) {
       must(add_actor(s.admin(), {"陈亮", "省教育厅", {}, "chen"}));
       must(grant(s.admin(), {"陈亮", Role::admin, {}}));
       must(end_actor(s.admin(), "陈亮"));
       return said(end_actor(s.admin(), "root"));
     },
     last_one},
    {"moved out of the department that has the grant",
     [](Scene& s) {
       must(add_actor(s.admin(), {"陈亮", "省教育厅", {}, "chen"}));
       must(grant(s.admin(), {"省教育厅", Role::admin, {}}));
       must(revoke(s.admin(), {"root", Role::admin, {}}));
       World chen = s.office.world(day, "陈亮");
       chen.account = "chen";
       return said(add_actor(chen, {"陈亮", "省安监局", {}, {}}));
     },
     "陈亮 is the last admin who can act; grant another first: somebody with an account"},
    {"revoked, where another can act",
     [](Scene& s) {
       must(add_actor(s.admin(), {"陈亮", "省教育厅", {}, "chen"}));
       must(grant(s.admin(), {"省教育厅", Role::admin, {}}));
       return said(revoke(s.admin(), {"root", Role::admin, {}}));
     },
     "done"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(actors_tests)

BOOST_DATA_TEST_CASE(keep_one_admin_who_can_act, data::make(cases), c) {
  Scene scene;
  BOOST_TEST(c.play(scene) == c.said);
  BOOST_TEST(scene.findings() == "");
}

BOOST_AUTO_TEST_CASE(that_are_ended_act_no_more) {
  Scene s(true);
  must(add_actor(s.admin(), {"陈亮", "省教育厅", {}, "chen"}));
  must(grant(s.admin(), {"陈亮", Role::auditor, {}}));
  const std::vector<Grant> gone = must(end_actor(s.admin(), "陈亮"));
  BOOST_TEST(gone.size() == 1);
  BOOST_TEST(must(must(s.store.read())->people()).grants.size() == 2);
  BOOST_TEST(said(set_plan_end(s.office.world(day, "陈亮"), "p1", make_date(2018, 1, 1))) ==
             "the actor 陈亮 was ended and acts no more");
  BOOST_TEST(said(end_actor(s.admin(), "陈亮")) == "the actor 陈亮 was ended on 2017-03-01");
  BOOST_TEST(said(grant(s.admin(), {"陈亮", Role::admin, {}})) ==
             "the actor 陈亮 was ended on 2017-03-01");
  BOOST_TEST(said(add_actor(s.admin(), {"陈亮", "省安监局", {}, {}})) ==
             "the actor 陈亮 was ended on 2017-03-01; its id is not used again");
  BOOST_TEST(said(end_actor(s.admin(), "无人")) == "no actor 无人");
  BOOST_TEST(s.findings() == "");
}

/// The account of an actor that was ended belongs to the next one, who need not say who he is.
BOOST_AUTO_TEST_CASE(free_their_account) {
  Scene s;
  must(add_actor(s.admin(), {"甲", "省教育厅", {}, "chen"}));
  must(add_actor(s.admin(), {"乙", "省教育厅", {}, "chen"}));
  must(grant(s.admin(), {"乙", Role::admin, {}}));
  World chen = s.office.world(day, {});
  chen.account = "chen";
  BOOST_TEST(said(add_actor(chen, {"丙", "省教育厅", {}, {}})) ==
             "the account chen has several actors; say which: --as 乙, 甲");
  must(end_actor(s.admin(), "甲"));
  BOOST_TEST(said(add_actor(chen, {"丙", "省教育厅", {}, {}})) == "done");
}

/// A department's grant is for its people, also when its own account is ended.
BOOST_AUTO_TEST_CASE(leave_a_department_its_grants) {
  Scene s(true);
  must(add_actor(s.admin(), {"省政府督查室", "省政府督查室", {}, {}}));
  BOOST_TEST(must(end_actor(s.admin(), "省政府督查室")).empty());
  const People people = must(must(s.store.read())->people());
  BOOST_TEST(people.holds(people.actors.at("督查一处"), Role::coordinator, {}, small_directory()));
  BOOST_TEST(
      !people.holds(people.actors.at("省政府督查室"), Role::coordinator, {}, small_directory()));
  BOOST_TEST(s.findings() == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace duban::test
