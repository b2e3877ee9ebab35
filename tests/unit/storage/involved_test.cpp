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

struct Work {
  int tasks = 0;
  int is_involved = 0;
};

/// Questions about one department with two tasks, as lead and as co, among so many others.
Work among(int others) {
  const test::TempFolder folder;
  const std::string path = folder / "duban.db";
  auto store = test::sample_store(path);
  auto tx = store->write().value();
  for (int no = 10; no < 10 + others; ++no) BOOST_REQUIRE(tx->put(test::sample_task(no), {}));
  Task led = test::sample_task(2);
  led.key.no = 5;
  led.lead = "省气象局";
  Task helped = test::sample_task(2);
  helped.key.no = 6;
  helped.co = {"省气象局"};
  BOOST_REQUIRE(tx->put(led, {}));
  BOOST_REQUIRE(tx->put(helped, {}));
  BOOST_REQUIRE(tx->commit());

  auto connection = Connection::open(path, Connection::Mode::read, 1000).value();
  Work work;
  std::string found;
  work.tasks = work_of(*connection, [&] {
    TaskQuery query;
    query.involved = {"省气象局"};
    BOOST_REQUIRE(each_task(*connection, query, [&](Task& task) -> Result<bool> {
      found += number_text(task.key) + " ";
      return true;
    }));
  });
  BOOST_TEST(found == "1.3.5 1.3.6 ");
  work.is_involved =
      work_of(*connection, [&] { BOOST_TEST(is_involved(*connection, "省气象局").value()); });
  return work;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(involved_tests)

BOOST_AUTO_TEST_CASE(costs_the_same_among_few_and_many) {
  const Work few = among(20), many = among(2000);
  BOOST_TEST(many.tasks <= few.tasks + 2);
  BOOST_TEST(many.is_involved <= few.is_involved + 2);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace duban::storage
