#include "engine/model/task_fields.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "engine/base/value.hpp"
#include "tests/support/any_task.hpp"

namespace data = boost::unit_test::data;
using namespace duban;

namespace {

Task plain_task() {
  Task task;
  task.key = {"hn135", {1, 3, 11}};
  task.lead = "省经信委";
  task.co = {"省安监局"};
  task.original_due = make_date(2018, 12, 31);
  task.dues = {{make_date(2018, 12, 31), Event::assign, {1488297600}, "督查一处"}};
  task.assigned = {1488297600};
  task.anchor(Anchor::due) = {make_date(2018, 12, 31), 1, 1, {1488297600}};
  task.updated = {1488297600};
  return task;
}

struct Change {
  const char* why;
  void (*change)(Task&);
  const char* difference;
};
std::ostream& operator<<(std::ostream& os, const Change& c) { return os << c.why; }

const Change changes[] = {
    {"nothing", [](Task&) {}, ""},
    {"the key", [](Task& t) { t.key.path[2] = 12; }, R"(key: "hn135/1.3.11" != "hn135/1.3.12")"},
    {"a co more", [](Task& t) { t.co.push_back("省发改委"); }, R"(co[1]: null != "省发改委")"},
    {"a co less", [](Task& t) { t.co.clear(); }, R"(co[0]: "省安监局" != null)"},
    {"the state", [](Task& t) { t.state = TaskState::overdue; },
     R"(state: "assigned" != "overdue")"},
    {"a date in a list", [](Task& t) { t.dues[0].due = make_date(2019, 6, 30); },
     R"(dues[0].due: "2018-12-31" != "2019-06-30")"},
    {"a generation of an anchor", [](Task& t) { t.anchor(Anchor::due).generation = 2; },
     "anchors.due.generation: 1 != 2"},
    {"a moment that was none", [](Task& t) { t.started = Instant{1488297600}; },
     R"(started: null != "2017-02-28T16:00:00Z")"},
    {"a flag", [](Task& t) { t.opened_late = true; }, "opened_late: false != true"},
    {"the last entry", [](Task& t) { t.last_entry = 7; }, "last_entry: -1 != 7"},
};

struct Damage {
  const char* why;
  const char* find;
  const char* replace;
  const char* member;
};
std::ostream& operator<<(std::ostream& os, const Damage& c) { return os << c.why; }

const Damage damages[] = {
    {"no such date", "\"2018-12-31\",\"gen", "\"2018-12-32\",\"gen", "anchors"},
    {"an unknown member", "\"updated\"", "\"upgraded\"", "upgraded"},
    {"an unknown member within", "\"made\"", "\"done\"", "dues"},
    {"a text for a list", "\"dues\":[", "\"owing\":\"x\",\"dues\":[", "owing"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(task_fields_tests)

BOOST_AUTO_TEST_CASE(leaves_defaults_out) {
  BOOST_TEST(detail_text(Task{}) == "{}");
  BOOST_TEST(detail_text(plain_task()) ==
             R"({"anchors":{"due":{"count":1,"day":"2018-12-31","generation":1,)"
             R"("since":"2017-02-28T16:00:00Z"}},"assigned":"2017-02-28T16:00:00Z",)"
             R"("dues":[{"actor":"督查一处","due":"2018-12-31","made":"2017-02-28T16:00:00Z"}],)"
             R"("original_due":"2018-12-31","updated":"2017-02-28T16:00:00Z"})");
}

BOOST_AUTO_TEST_CASE(comes_back_as_it_was) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    const Task task = test::any_task(seed);
    const std::string text = detail_text(task);
    BOOST_TEST(canonical(parse_value(text).value()) == text);
    Task read;
    read.key = task.key;
    read.lead = task.lead;
    read.co = task.co;
    read.state = task.state;
    read.last_entry = task.last_entry;
    BOOST_REQUIRE(read_detail(text, read));
    BOOST_TEST_CONTEXT("seed " << seed) {
      BOOST_TEST(first_difference(task, read) == "");
      BOOST_TEST((task == read));
    }
  }
}

BOOST_DATA_TEST_CASE(names_the_first_difference, data::make(changes), c) {
  Task task = plain_task();
  c.change(task);
  BOOST_TEST(first_difference(plain_task(), task) == c.difference);
}

BOOST_DATA_TEST_CASE(refuses_what_it_did_not_write, data::make(damages), c) {
  std::string text = detail_text(plain_task());
  const std::size_t at = text.find(c.find);
  BOOST_REQUIRE(at != text.npos);
  text.replace(at, std::string_view(c.find).size(), c.replace);
  Task task;
  const Status status = read_detail(text, task);
  BOOST_REQUIRE(!status);
  BOOST_TEST(to_text(status.error().message) ==
             "a task's detail has a member '" + std::string(c.member) + "' that cannot be read");
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_object_of_ours) {
  for (const std::string text : {"", "{", "[]", "null", "{}x", "{ }", "{\"a", "{\"urgent\":true",
                                 "{\"urgent\":true,}", "{\"urg\xE7\":true}"}) {
    Task task;
    const Status status = read_detail(text, task);
    BOOST_REQUIRE_MESSAGE(!status, text);
    BOOST_TEST(to_text(status.error().message) == "a task's detail is no JSON object", text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
