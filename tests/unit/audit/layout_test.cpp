// Safeguards of the database taken away or altered: the check must see it.
#include <SQLiteCpp/SQLiteCpp.h>

#include <boost/test/data/test_case.hpp>

#include "audit/check.hpp"
#include "storage/sqlite_store.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/audit/told.hpp"

namespace data = boost::unit_test::data;
using namespace duban;
using namespace duban::test;

namespace {

struct Case {
  const char* why;
  const char* sql;
  const char* said;
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.why; }

const Case cases[] = {
    {"nothing at all", "SELECT 1", ""},
    {"a trigger dropped", "DROP TRIGGER log_is_never_updated",
     "trigger log_is_never_updated of the database is missing\n"},
    {"a trigger made harmless",
     "DROP TRIGGER log_is_never_deleted; "
     "CREATE TRIGGER log_is_never_deleted BEFORE DELETE ON log BEGIN SELECT 1; END",
     "trigger log_is_never_deleted of the database was altered\n"},
    {"a trigger that works for somebody else",
     "CREATE TRIGGER helper AFTER INSERT ON task BEGIN DELETE FROM grant_; END",
     "trigger helper of the database is none of duban's\n"},
    {"an index dropped", "DROP INDEX task_by_timer",
     "index task_by_timer of the database is missing\n"},
    {"an index over fewer rows",
     "DROP INDEX task_by_timer; CREATE INDEX task_by_timer ON task (next_timer, plan, path) "
     "WHERE next_timer > 9",
     "index task_by_timer of the database was altered\n"},
    {"a table beside ours", "CREATE TABLE shadow (x)",
     "table shadow of the database is none of duban's\n"},
    {"a table with a column more", "ALTER TABLE actor ADD COLUMN shoe TEXT",
     "table actor of the database was altered\n"},
    {"a view", "CREATE VIEW late AS SELECT * FROM task",
     "view late of the database is none of duban's\n"},
    {"what ANALYZE leaves", "ANALYZE", ""},
    {"a trigger with a name of SQLite's own",
     "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_stat9', "
     "'log', 0, 'CREATE TRIGGER sqlite_stat9 AFTER INSERT ON log BEGIN DELETE FROM grant_; END')",
     "trigger sqlite_stat9 of the database is none of duban's\n"},
    {"a trigger that says it is the table of statistics",
     "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('table', 'sqlite_stat1', "
     "'log', 0, 'CREATE TRIGGER sqlite_stat1 AFTER INSERT ON log BEGIN DELETE FROM grant_; END')",
     "table sqlite_stat1 of the database is none of duban's\n"},
    {"a view with such a name",
     "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('view', 'sqlite_stat1', "
     "'sqlite_stat1', 0, 'CREATE VIEW sqlite_stat1 AS SELECT 1')",
     "view sqlite_stat1 of the database is none of duban's\n"},
    {"a table with such a name",
     "CREATE TABLE shadow (x); PRAGMA writable_schema = ON; UPDATE sqlite_schema SET "
     "name = 'sqlite_stat5', tbl_name = 'sqlite_stat5', sql = 'CREATE TABLE sqlite_stat5 (x)' "
     "WHERE name = 'shadow'",
     "table sqlite_stat5 of the database is none of duban's\n"},
    {"an index with such a name",
     "CREATE INDEX shadow ON task (state); PRAGMA writable_schema = ON; UPDATE sqlite_schema SET "
     "name = 'sqlite_stat_x', sql = 'CREATE INDEX sqlite_stat_x ON task (state)' "
     "WHERE name = 'shadow'",
     "index sqlite_stat_x of the database is none of duban's\n"},
    {"a table of counters, which nobody here needs",
     "CREATE TABLE shadow (x INTEGER PRIMARY KEY AUTOINCREMENT)",
     "table shadow of the database is none of duban's\n"
     "table sqlite_sequence of the database is none of duban's\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(layout_tests)

BOOST_DATA_TEST_CASE(names_what_was_taken_away_or_altered, data::make(cases), c) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  const auto store = must(SqliteStore::create(path, "00112233445566ff", true));
  Office office(*store);
  SQLite::Database(path, SQLite::OPEN_READWRITE).exec(c.sql);
  const auto view = must(store->read());
  BOOST_TEST(shown(must(audit::check(*view, office.vault)).findings) == c.said);
}

BOOST_AUTO_TEST_SUITE_END()
