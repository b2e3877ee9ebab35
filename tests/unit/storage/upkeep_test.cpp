#include "storage/upkeep.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "tests/support/temp_folder.hpp"
#include "tests/unit/storage/sample.hpp"

using namespace duban;
using namespace duban::test;

namespace {

std::string read_all(const std::string& path) {
  auto store = SqliteStore::open(path, SqliteStore::Mode::read);
  return store ? everything(**store) : outcome(store);
}

std::string faults_of(const std::string& path) {
  const auto faults = database_faults(path, 50);
  if (!faults) return outcome(faults);
  std::string out;
  for (const LayoutFault& fault : faults->layout)
    out += fault.object + (fault.stored.empty()     ? " missing\n"
                           : fault.expected.empty() ? " foreign\n"
                                                    : " altered\n");
  for (const std::string& broken : faults->broken) out += "broken: " + broken + "\n";
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(upkeep_tests)

BOOST_AUTO_TEST_CASE(a_copy_holds_what_is_still_in_the_write_ahead_file) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  const auto store = sample_store(path, 300);  // stays open: nothing is folded in
  BOOST_REQUIRE(std::filesystem::file_size(path + "-wal") > 0U);
  BOOST_TEST(outcome(copy_database(path, folder / "copy.db", 50, {})) == "ok");
  BOOST_TEST(read_all(folder / "copy.db") == everything(*store));
  BOOST_TEST(faults_of(folder / "copy.db") == "");
}

BOOST_AUTO_TEST_CASE(a_copy_is_of_one_moment_whatever_is_written_meanwhile) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  const auto store = sample_store(path, 20000);
  const std::string before = everything(*store);
  int steps = 0;
  const auto write_one = [&](std::int64_t, std::int64_t) {
    ++steps;
    auto tx = store->write().value();
    BOOST_REQUIRE(tx->append(sample_entry(1700000000 + steps)));
    BOOST_REQUIRE(tx->commit());
  };
  BOOST_TEST(outcome(copy_database(path, folder / "copy.db", 50, write_one)) == "ok");
  BOOST_TEST(steps > 1);
  BOOST_TEST((read_all(folder / "copy.db") == before));
}

BOOST_AUTO_TEST_CASE(a_copy_that_cannot_be_written_is_an_error) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path); }
  BOOST_TEST(outcome(copy_database(path, folder / "none/copy.db", 50, {})).substr(0, 4) == "io: ");
  BOOST_TEST(outcome(copy_database(folder / "none.db", folder / "copy.db", 50, {})) ==
             "io: there is no database " + folder / "none.db" + "; restore it from a backup");
}

BOOST_AUTO_TEST_CASE(faults_of_layout_come_before_any_question_to_a_table) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path); }
  BOOST_TEST(faults_of(path) == "");
  // A view in a table's place that would never end.
  tamper(path,
         "DROP TABLE meta; CREATE VIEW meta AS WITH RECURSIVE n(one) AS (SELECT 1 UNION ALL "
         "SELECT one + 1 FROM n) SELECT * FROM n");
  const std::string found = faults_of(path);
  BOOST_TEST(found.find("table meta missing\n") != found.npos, found);
  BOOST_TEST(found.find("view meta foreign\n") != found.npos, found);
}

BOOST_AUTO_TEST_CASE(a_page_of_nothing_is_found) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path, 300); }
  std::string bytes = read_file(path);
  bytes.replace(bytes.size() - 4096, 4096, std::string(4096, '\0'));
  write_file(path, bytes);
  const std::string found = faults_of(path);
  BOOST_TEST((found.find("broken: ") == 0 || found.find("corrupt: ") == 0), found);
}

BOOST_AUTO_TEST_SUITE_END()
