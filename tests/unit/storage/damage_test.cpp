// What a store says when its file is not what it was: damaged, altered, newer, or no database.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "storage/sqlite_store.hpp"
#include "storage/sqlite_view.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/storage/sample.hpp"

namespace data = boost::unit_test::data;
using namespace duban;
using namespace duban::test;

namespace {

std::string reopened(const std::string& path) {
  auto store = SqliteStore::open(path, SqliteStore::Mode::read);
  return store ? everything(**store) : outcome(store);
}

std::string without_tiles(const std::string& shown) { return shown.substr(0, shown.find("tile ")); }

/// Every table and column that the database itself says it has.
std::vector<std::pair<std::string, std::string>> all_columns(const std::string& path) {
  SQLite::Database database(path, SQLite::OPEN_READONLY);
  SQLite::Statement columns(database,
                            "SELECT t.name, c.name FROM sqlite_schema t, "
                            "pragma_table_info(t.name) c WHERE t.type = 'table'");
  std::vector<std::pair<std::string, std::string>> out;
  while (columns.executeStep())
    out.emplace_back(columns.getColumn(0).getString(), columns.getColumn(1).getString());
  return out;
}

/// The page with which the table begins is no page any more.
void ruin(const std::string& path, const std::string& table) {
  SQLite::Database database(path, SQLite::OPEN_READONLY);
  const int size = database.execAndGet("PRAGMA page_size");
  const int page =
      database.execAndGet("SELECT rootpage FROM sqlite_schema WHERE name = '" + table + "'");
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(page - 1) * size) << "no page";
  BOOST_REQUIRE(file.flush());
}

/// Another value of the same type, so that STRICT has nothing to say.
std::string altered(const std::string& column) {
  return "CASE typeof(" + column + ") WHEN 'integer' THEN " + column + " + 1 WHEN 'text' THEN " +
         column + " || 'x' WHEN 'null' THEN 7 ELSE x'" + std::string(64, '0') + "' END";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(damage_tests)

BOOST_AUTO_TEST_CASE(any_altered_column_shows_in_what_a_view_says) {
  const TempFolder folder;
  const std::string original = folder / "duban.db";
  { const auto store = sample_store(original, 300); }
  const std::string before = reopened(original);
  std::size_t altered_columns = 0;
  for (const auto& [table, column] : all_columns(original)) {
    const std::string copy = folder / "altered.db";
    std::filesystem::copy_file(original, copy, std::filesystem::copy_options::overwrite_existing);
    // The last row: of a task's co's, the one whose position moves without meeting another.
    const std::string key = table == "task_co" ? "position" : "1";
    tamper(copy, "UPDATE " + table + " SET " + column + " = " + altered(column) + " WHERE " +
                     column + " IS (SELECT " + column + " FROM " + table + " ORDER BY " + key +
                     " DESC LIMIT 1)" + (table == "task_co" ? " AND position = 2" : ""));
    // A view has no use for this one: storage/write_ahead.hpp.
    if (column != "commits") BOOST_TEST(reopened(copy) != before, table << "." << column);
    ++altered_columns;
  }
  BOOST_TEST(altered_columns > 50U);
}

BOOST_AUTO_TEST_CASE(any_missing_row_shows_in_what_a_view_says) {
  const TempFolder folder;
  const std::string original = folder / "duban.db";
  { const auto store = sample_store(original, 300); }
  const std::string before = reopened(original);
  for (const char* table : {"meta", "log", "frontier", "tile", "basis", "plan", "task", "task_co",
                            "task_text", "escalation", "actor", "grant_"}) {
    const std::string copy = folder / "altered.db";
    std::filesystem::copy_file(original, copy, std::filesystem::copy_options::overwrite_existing);
    tamper(copy, std::string("DELETE FROM ") + table);
    BOOST_TEST(reopened(copy) != before, table);
  }
}

BOOST_AUTO_TEST_CASE(the_log_refuses_every_change_but_the_next_entry) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path); }
  SQLite::Database database(path, SQLite::OPEN_READWRITE);
  const auto refusal = [&](const char* sql) -> std::string {
    try {
      database.exec(sql);
      return "done";
    } catch (const SQLite::Exception& e) {
      return e.what();
    }
  };
  BOOST_TEST(refusal("UPDATE log SET body = 'x' WHERE seq = 3") == "the log is append-only");
  BOOST_TEST(refusal("DELETE FROM log WHERE seq = 19") == "the log is append-only");
  BOOST_TEST(refusal("INSERT OR REPLACE INTO log VALUES (3, 'x')") ==
             "the log grows at its end only");
  BOOST_TEST(refusal("INSERT INTO log VALUES (21, 'x')") == "the log grows at its end only");
}

BOOST_AUTO_TEST_CASE(a_log_that_is_not_its_tree_cannot_be_written) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path); }
  tamper(path, "DELETE FROM log WHERE seq = 19");
  auto store = SqliteStore::open(path, SqliteStore::Mode::write).value();
  BOOST_TEST(outcome(store->write()) == "corrupt: the log of " + path +
                                            " has 19 entries where its tree has 20; run the audit");
}

BOOST_AUTO_TEST_CASE(a_connection_on_which_a_reading_failed_serves_nobody_else) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path); }
  ruin(path, "log");
  std::vector<bool> said;
  const auto give_back = [&](std::unique_ptr<storage::Connection>, bool whole) {
    said.push_back(whole);
  };
  for (const bool all : {false, true}) {
    auto connection = storage::Connection::open(path, storage::Connection::Mode::read, 1000);
    auto view = storage::SqliteView::begin(*std::move(connection), give_back).value();
    BOOST_TEST(view->plans().has_value());
    if (all) BOOST_TEST(!view->entry_body(0).has_value());
  }
  BOOST_TEST((said == std::vector{true, false}));
}

BOOST_AUTO_TEST_CASE(a_newer_layout_is_refused) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path); }
  tamper(path, "PRAGMA user_version = 3");
  for (const auto mode : {SqliteStore::Mode::read, SqliteStore::Mode::write}) {
    BOOST_TEST(outcome(SqliteStore::open(path, mode)) ==
               "newer: " + path +
                   " was made by a newer duban (layout 3, this one knows 2); use that one");
  }
}

BOOST_AUTO_TEST_CASE(an_older_layout_is_refused_with_a_way_out) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path); }
  tamper(path, "PRAGMA user_version = 1");
  BOOST_TEST(outcome(SqliteStore::open(path, SqliteStore::Mode::read)) ==
             "corrupt: " + path +
                 " was made by an older duban (layout 1, this one knows 2); use that one, or "
                 "import the documents into a new workspace");
}

BOOST_AUTO_TEST_CASE(a_store_that_is_open_meets_a_newer_layout_too) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path); }
  for (const auto mode : {SqliteStore::Mode::read, SqliteStore::Mode::write}) {
    tamper(path, "PRAGMA user_version = 2");
    auto store = SqliteStore::open(path, mode).value();
    BOOST_TEST(outcome(store->read()) == "ok");
    tamper(path, "PRAGMA user_version = 3");
    BOOST_TEST(outcome(store->read()).substr(0, 7) == "newer: ");
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_database_of_ours_is_refused) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  const auto open = [&] { return outcome(SqliteStore::open(path, SqliteStore::Mode::write)); };
  BOOST_TEST(open() == "io: there is no database " + path + "; restore it from a backup");
  write_file(path, "");
  BOOST_TEST(open() == "corrupt: " + path + " is no database of duban; restore it from a backup");
  write_file(path, std::string(8192, 'x'));
  BOOST_TEST(open() == "corrupt: the database " + path +
                           " is damaged (file is not a database); restore it from a backup");
  std::filesystem::remove(path);
  std::filesystem::create_directory(path);
  BOOST_TEST(open() == "io: " + path + " is a folder, not a file");
}

BOOST_AUTO_TEST_CASE(a_damaged_page_is_an_error_and_nothing_worse) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path, 300); }
  const std::string bytes = read_file(path);
  const std::string before = reopened(path);
  std::size_t noticed = 0;
  const std::size_t pages = bytes.size() / 4096;
  for (std::size_t page = 0; page < pages; ++page) {
    std::string damaged = bytes;
    damaged.replace(page * 4096, 4096, std::string(4096, '\xA5'));
    write_file(path, damaged);
    const std::string after = reopened(path);
    if (after != before) ++noticed;
    // The audit compares tiles with the entries; all else must be refused where it is read.
    const bool only_tiles = without_tiles(after) == without_tiles(before);
    BOOST_TEST((only_tiles || after.find("corrupt: ") != after.npos), "page " << page);
  }
  BOOST_TEST(noticed > pages / 2);  // the others are indexes that no question here used
  write_file(path, bytes.substr(0, bytes.size() / 2));
  BOOST_TEST(reopened(path).find("corrupt: ") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
