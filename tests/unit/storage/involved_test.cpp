// What a department has to do costs what it has, not what all have.
#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <boost/test/unit_test.hpp>

#include "storage/sqlite_store.hpp"
#include "storage/task_table.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/storage/sample.hpp"

namespace duban::storage {
namespace {

/// Instructions of SQLite's machine, in tens; a count, not a time.
int work_of(Connection& connection, const std::function<void()>& question) {
  int tens = 0;
  sqlite3* database = connection.database().getHandle();
  sqlite3_progress_handler(
      database, 10,
      [](void* count) {
        ++*static_cast<int*>(count);
        return 0;
      },
      &tens);
  question();
  sqlite3_progress_handler(database, 0, nullptr, nullptr);
  return tens;
}

const std::vector<std::string> one = {"省气象局"};
const std::vector<std::string> two = {"省气象局", "各有关部门"};

/// What `todo` and `list` ask. Each condition more is a way in for SQLite to begin at the wrong
/// end.
struct Question {
  const char* why;
  TaskQuery query;
  const char* answer;
};
const Question questions[] = {
    {"all of it", {.involved = one}, "1.3.5 1.3.6 "},
    {"and of a group of which it is one", {.involved = two}, "1.3.5 1.3.6 "},
    {"in a plan", {.plan = "hn135", .involved = one}, "1.3.5 1.3.6 "},
    {"in a part", {.plan = "hn135", .below = {1}, .involved = one}, "1.3.5 1.3.6 "},
    {"in a section", {.plan = "hn135", .below = {1, 3}, .involved = one}, "1.3.5 1.3.6 "},
    {"what it leads", {.lead = one, .involved = one}, "1.3.5 "},
};

/// What each question costs about a department with two tasks, as lead and as co, among so many
/// others; the last is whether it is involved in any.
std::vector<int> among(int others) {
  const test::TempFolder folder;
  const std::string path = folder / "duban.db";
  auto store = test::sample_store(path);
  auto tx = store->write().value();
  for (int no = 10; no < 10 + others; ++no) BOOST_REQUIRE(tx->put(test::sample_task(no), {}));
  Task led = test::sample_task(2);
  led.key.path[2] = 5;
  led.lead = one.front();
  Task helped = test::sample_task(2);
  helped.key.path[2] = 6;
  helped.co = one;
  BOOST_REQUIRE(tx->put(led, {}));
  BOOST_REQUIRE(tx->put(helped, {}));
  BOOST_REQUIRE(tx->commit());

  auto connection = Connection::open(path, Connection::Mode::read, 1000).value();
  std::vector<int> work;
  for (const Question& question : questions) {
    std::string found;
    work.push_back(work_of(*connection, [&] {
      BOOST_REQUIRE(each_task(*connection, question.query, [&](Task& task) -> Result<bool> {
        found += number_text(task.key) + " ";
        return true;
      }));
    }));
    BOOST_TEST(found == question.answer, question.why);
  }
  work.push_back(
      work_of(*connection, [&] { BOOST_TEST(is_involved(*connection, one.front()).value()); }));
  return work;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(involved_tests)

BOOST_AUTO_TEST_CASE(costs_the_same_among_few_and_many) {
  const std::vector<int> few = among(20), many = among(2000);
  for (std::size_t i = 0; i < few.size(); ++i)
    BOOST_TEST(many[i] <= few[i] + 3, "question " << i << ": " << few[i] << ", " << many[i]);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace duban::storage
