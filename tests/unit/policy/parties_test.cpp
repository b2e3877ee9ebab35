// Who is who on a task, and whose contribution is missing: design §10.14, §10.23 and §10.25.
#include "engine/policy/parties.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

using namespace duban;

namespace {

const Directory& directory() {
  static const Directory known({{"省安监局", {"湖南省安监局"}, false, {}, "", ""},
                                {"省安委办", {}, false, {}, "省安监局", ""},
                                {"省煤矿办", {}, false, {}, "省安委办", ""},
                                {"省教育厅", {}, false, {}, "", ""},
                                {"长沙市", {}, false, {}, "", ""},
                                {"衡阳市", {}, false, {}, "", ""},
                                {"岳阳市", {}, false, {}, "", ""},
                                {"各市州", {}, true, {"长沙市", "衡阳市", "岳阳市"}, "", ""},
                                {"各县", {}, true, {}, "", ""}});
  return known;
}

struct Houses {
  const char* a;
  const char* b;
  bool same;
};
std::ostream& operator<<(std::ostream& out, const Houses& h) { return out << h.a << " " << h.b; }

const Houses houses[] = {
    {"省安监局", "省安监局", true},  {"湖南省安监局", "省安监局", true},
    {"省安委办", "省安监局", true},  {"省安监局", "省煤矿办", true},
    {"省煤矿办", "省安委办", true},  {"省安监局", "省教育厅", false},
    {"省煤矿办", "省教育厅", false}, {"名录外甲", "名录外甲", true},
    {"名录外甲", "名录外乙", false}, {"", "省安监局", false},
    {"各市州", "长沙市", false},
};

struct Missing {
  const char* why;
  std::vector<std::string> co;
  std::vector<std::string> full;
  std::vector<std::string> partial;
  std::vector<std::string> excused;
  Need groups;
  const char* missing;
};
std::ostream& operator<<(std::ostream& out, const Missing& m) { return out << m.why; }

const Missing missings[] = {
    {"nobody contributed", {"省教育厅", "省安监局"}, {}, {}, {}, Need::any, "省教育厅 省安监局 "},
    {"one did", {"省教育厅", "省安监局"}, {"省安监局"}, {}, {}, Need::any, "省教育厅 "},
    {"under another name", {"湖南省安监局"}, {"省安监局"}, {}, {}, Need::any, ""},
    {"in part", {"省教育厅"}, {}, {"省教育厅"}, {}, Need::any, "省教育厅 "},
    {"excused", {"省教育厅"}, {}, {}, {"省教育厅"}, Need::any, ""},
    {"a house does not speak for another of it",
     {"省安监局"},
     {"省安委办"},
     {},
     {},
     Need::any,
     "省安监局 "},
    {"any member will do", {"各市州"}, {"岳阳市"}, {}, {}, Need::any, ""},
    {"all members must, the lead 长沙市 left out",
     {"各市州"},
     {"岳阳市"},
     {},
     {},
     Need::all,
     "各市州 "},
    {"all did", {"各市州"}, {"岳阳市", "衡阳市"}, {}, {}, Need::all, ""},
    {"the group itself speaks for all", {"各市州"}, {"各市州"}, {}, {}, Need::all, ""},
    {"a member is no member of itself",
     {"岳阳市", "各市州"},
     {"各市州"},
     {},
     {},
     Need::any,
     "岳阳市 "},
    {"a group without known members blocks nobody", {"各县"}, {}, {}, {}, Need::all, ""},
    {"a stranger", {"名录外甲"}, {"名录外甲"}, {}, {}, Need::all, ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(parties_tests)

BOOST_DATA_TEST_CASE(are_of_one_house_upwards, boost::unit_test::data::make(houses), h) {
  BOOST_TEST(directory().same_house(h.a, h.b) == h.same);
  BOOST_TEST(directory().same_house(h.b, h.a) == h.same);
}

BOOST_DATA_TEST_CASE(are_missing_until_they_contribute, boost::unit_test::data::make(missings), m) {
  Task task;
  task.lead = "长沙市";
  task.co = m.co;
  task.excused = m.excused;
  for (const std::string& name : m.full) task.contributions.push_back({name, {}, "", true});
  for (const std::string& name : m.partial) task.contributions.push_back({name, {}, "", false});
  RuleLayer rules;
  rules.transitions[Event::report].groups = Leaf<Need>{m.groups};
  std::string missing;
  for (const std::string& name : missing_cos(task, rules, directory())) missing += name + " ";
  BOOST_TEST(missing == m.missing);
}

BOOST_AUTO_TEST_CASE(members_act_for_their_group) {
  Task task;
  task.lead = "各市州";
  task.co = {"省安监局", "各县"};
  BOOST_TEST(is_lead(task, "衡阳市", directory()));
  BOOST_TEST(is_lead(task, "各市州", directory()));
  BOOST_TEST(!is_lead(task, "省安监局", directory()));
  BOOST_TEST(is_co(task, "湖南省安监局", directory()));
  BOOST_TEST(!is_co(task, "省安委办", directory()));
  BOOST_TEST(!is_lead(task, "", directory()));
}

BOOST_AUTO_TEST_SUITE_END()
