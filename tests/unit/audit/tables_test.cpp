// Any column of any projection row altered, any row deleted or added: the comparison must see it.
#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

#include "audit/check.hpp"
#include "audit/compare.hpp"
#include "audit/replay.hpp"
#include "storage/sqlite_store.hpp"
#include "tests/unit/audit/told.hpp"

namespace fs = std::filesystem;
using namespace duban;
using namespace duban::test;

namespace {

struct Column {
  std::string name;
  std::string type;
  bool key = false;
};
struct Table {
  std::string name;
  std::vector<Column> columns;

  std::string keys() const {
    std::string list;
    for (const Column& column : columns) {
      if (column.key) list += (list.empty() ? "" : ", ") + column.name;
    }
    return list;
  }
  /// Its first row, as a condition; the first that has something in this column, when there is one.
  std::string first(const std::string& column = "NULL") const {
    return " WHERE (" + keys() + ") = (SELECT " + keys() + " FROM " + name + " ORDER BY " + column +
           " IS NULL, " + keys() + " LIMIT 1)";
  }
};

/// More than 256 entries: only then the tree keeps a tile.
void fill_a_tile(Office& office) {
  const World world = office.world("2018-03-02", "督查一处");
  const auto batch = must(Batch::open(world));
  for (int i = 0; i < 160; ++i)
    must(batch->step({.event = Event::remark, .task = "1.1.1", .note = "备查"}, world));
  must(batch->commit());
}

/// The story in a database, and copies of it to spoil.
class Database {
 public:
  Database()
      : directory_(fs::temp_directory_path() / ("duban-tables-" + std::to_string(getpid()))) {
    fs::remove_all(directory_);
    fs::create_directories(directory_);
    const std::string path = (directory_ / "live.db").string();
    const auto store = must(SqliteStore::create(path, "00112233445566ff", true));
    Office office(*store);
    play_story(office);
    fill_a_tile(office);
    vault_ = office.vault;
    SQLite::Database database(path);
    database.exec("VACUUM INTO '" + whole() + "'");
    SQLite::Statement names(database,
                            "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'log' "
                            "AND name NOT LIKE 'sqlite_%' ORDER BY name");
    while (names.executeStep()) {
      Table table{names.getColumn(0).getText(), {}};
      SQLite::Statement info(database, "PRAGMA table_info(" + table.name + ")");
      while (info.executeStep()) {
        table.columns.push_back({info.getColumn(1).getText(), info.getColumn(2).getText(),
                                 info.getColumn(5).getInt() > 0});
      }
      tables.push_back(std::move(table));
    }
  }
  ~Database() {
    std::error_code ignored;
    fs::remove_all(directory_, ignored);
  }

  std::vector<Table> tables;

  /// Whether the statement changes exactly one row of a fresh copy; no, when the schema forbids it.
  bool spoil(const std::string& sql) {
    fs::copy_file(whole(), copy(), fs::copy_options::overwrite_existing);
    for (const char* rest : {"-wal", "-shm"}) fs::remove(copy() + rest);
    SQLite::Database database(copy(), SQLite::OPEN_READWRITE);
    try {
      return database.exec(sql) == 1;
    } catch (const SQLite::Exception&) {
      return false;
    }
  }
  /// What the audit says of the copy.
  std::string found() {
    const auto store = SqliteStore::open(copy(), SqliteStore::Mode::read);
    if (!store) return to_text(store.error().message);
    const auto view = (*store)->read();
    if (!view) return to_text(view.error().message);
    audit::Replay replay = must(audit::replay(**view, compiler_));
    must(audit::compare(**view, *replay.derived, replay.findings));
    return shown(replay.findings);
  }

  /// What the check of the log says of it.
  std::string checked() {
    const auto store = must(SqliteStore::open(copy(), SqliteStore::Mode::read));
    return shown(must(audit::check(*must(store->read()), vault_)).findings);
  }
  std::string copy() const { return (directory_ / "copy.db").string(); }

 private:
  std::string whole() const { return (directory_ / "whole.db").string(); }
  fs::path directory_;
  PlainCompiler compiler_;
  MemoryVault vault_;
};

Database& database() {
  static Database once;
  return once;
}

/// Says where the next night begins to compare, and nothing else.
bool decides_nothing(const Table& table, const Column& column) {
  return table.name == "meta" && column.name == "compared";
}

/// What SQLite did, which no entry tells of: storage/write_ahead.hpp.
bool is_in_no_entry(const Table& table, const Column& column) {
  return table.name == "frontier" && column.name == "commits";
}

/// Other values for a column of this type; the first that the schema takes is used.
std::vector<std::string> other_values(const Column& column) {
  const std::string& name = column.name;
  if (column.type == "INTEGER")
    return {"coalesce(" + name + ", 0) + 1", name + " - 1", name + " + 1000"};
  if (column.type == "BLOB") return {"zeroblob(length(" + name + "))"};
  return {"coalesce(" + name + ", '') || 'x'"};
}

std::string names_of(const Table& table) {
  std::string list;
  for (const Column& column : table.columns) list += (list.empty() ? "" : ", ") + column.name;
  return list;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tables_tests)

BOOST_AUTO_TEST_CASE(are_what_the_log_says) {
  BOOST_TEST(!database().spoil("SELECT 1"));
  BOOST_TEST(database().found() == "");
}

BOOST_AUTO_TEST_CASE(no_column_can_be_altered_unseen) {
  std::string guarded;  // columns that the schema itself protects
  int altered = 0;
  for (const Table& table : database().tables) {
    for (const Column& column : table.columns) {
      bool done = false;
      if (decides_nothing(table, column)) continue;
      for (const std::string& value : other_values(column)) {
        done = done || database().spoil("UPDATE " + table.name + " SET " + column.name + " = " +
                                        value + table.first(column.name));
      }
      if (!done) {
        guarded += table.name + "." + column.name + " ";
        continue;
      }
      ++altered;
      if (is_in_no_entry(table, column)) continue;
      BOOST_TEST(database().found() != "", table.name << "." << column.name);
    }
  }
  BOOST_TEST(guarded == "frontier.one meta.one ");
  BOOST_TEST(altered > 60);
}

BOOST_AUTO_TEST_CASE(no_path_can_be_another_unseen) {
  std::string altered;
  for (const Table& table : database().tables) {
    for (const Column& column : table.columns) {
      if (column.name != "path") continue;
      bool done = false;
      // Of another part, and one number longer: both can be read.
      for (const char* other : {"'A9' || substr(path, 3)", "path || 'A1'"}) {
        if (!database().spoil("UPDATE " + table.name + " SET path = " + other +
                              table.first(column.name)))
          continue;
        done = true;
        BOOST_TEST(database().found() != "", table.name << ".path as " << other);
      }
      if (done) altered += table.name + " ";
    }
  }
  BOOST_TEST(altered == "escalation task task_co task_text ");
}

BOOST_AUTO_TEST_CASE(no_number_is_read_as_32_bits) {
  std::string spared;  // columns that the schema guards, or that hold no number in the story
  for (const Table& table : database().tables) {
    for (const Column& column : table.columns) {
      if (column.type != "INTEGER" || decides_nothing(table, column)) continue;
      if (is_in_no_entry(table, column)) continue;
      bool altered = false;
      for (const char* value : {" + 4294967296", " - 4294967296", " * 0 + 9223372036854775807"}) {
        // Nothing plus a number is nothing: the row must hold one.
        if (!database().spoil("UPDATE " + table.name + " SET " + column.name + " = " + column.name +
                              value + table.first(column.name) + " AND " + column.name +
                              " IS NOT NULL"))
          continue;
        altered = true;
        BOOST_TEST(database().found() != "", table.name << "." << column.name << value);
      }
      if (!altered) spared += table.name + "." + column.name + " ";
    }
  }
  BOOST_TEST(spared == "escalation.late_armed frontier.one meta.one meta.rehearsal ");
}

BOOST_AUTO_TEST_CASE(a_row_that_cannot_be_read_hides_no_other_finding) {
  BOOST_TEST(!database().spoil("SELECT 1"));
  SQLite::Database(database().copy(), SQLite::OPEN_READWRITE)
      .exec(
          "UPDATE task SET next_timer = 9223372036854775807 WHERE path LIKE 'A1A1%' AND path LIKE "
          "'%A1';"
          "UPDATE escalation SET path = path || 'K' "
          "  WHERE entry = (SELECT min(entry) FROM escalation);"
          "UPDATE actor SET name = name || 'x'");
  const std::string found = database().found();
  for (const char* said :
       {" of table task holds in next_timer ", " of table escalation holds in path ",
        "the tables lack escalation ", "actor 督查一处.name"})
    BOOST_TEST(found.find(said) != std::string::npos, said << " in " << found);
}

BOOST_AUTO_TEST_CASE(a_row_that_cannot_be_read_is_named_by_its_task) {
  const std::string second =
      " WHERE (plan, path) = (SELECT plan, path FROM task ORDER BY plan, path "
      "LIMIT 1 OFFSET 1)";
  BOOST_TEST(database().spoil("UPDATE task SET detail = '{}'" + second));
  BOOST_TEST(database().found() ==
             "row p1/1.1.2 of table task holds in detail what cannot stand there; 'duban audit "
             "replay' compares all rows with the log\n");
  for (const char* column : {"anchor = 'x'", "fires = '2018-02-30'", "notify = '[1]'"}) {
    BOOST_TEST(database().spoil(std::string("UPDATE escalation SET ") + column +
                                " WHERE entry = (SELECT min(entry) FROM escalation)"));
    BOOST_TEST(database().found().find("row p1/") != std::string::npos, column);
  }
}

BOOST_AUTO_TEST_CASE(no_row_can_be_deleted_unseen) {
  for (const Table& table : database().tables) {
    BOOST_TEST(database().spoil("DELETE FROM " + table.name + table.first()), table.name);
    BOOST_TEST(database().found() != "", table.name);
  }
}

BOOST_AUTO_TEST_CASE(no_row_can_be_added_unseen) {
  std::string impossible;
  for (const Table& table : database().tables) {
    std::string values;
    for (const Column& column : table.columns) {
      if (!values.empty()) values += ", ";
      const bool moved = column.key && values.empty();
      values += moved ? (column.type == "TEXT" ? column.name + " || 'x'" : column.name + " + 1000")
                      : column.name;
    }
    if (!database().spoil("INSERT INTO " + table.name + " (" + names_of(table) + ") SELECT " +
                          values + " FROM " + table.name + table.first())) {
      impossible += table.name + " ";
      continue;
    }
    BOOST_TEST(database().found() != "", table.name);
  }
  BOOST_TEST(impossible == "frontier meta ");
}

BOOST_AUTO_TEST_CASE(an_entry_that_no_reading_meets_is_named) {
  for (const char* seq : {"-5", "9007199254740992", "9223372036854775807"}) {
    BOOST_TEST(!database().spoil("SELECT 1"));
    SQLite::Database copy(database().copy(), SQLite::OPEN_READWRITE);
    SQLite::Statement trigger(copy,
                              "SELECT sql FROM sqlite_schema WHERE name = 'log_has_no_holes'");
    trigger.executeStep();
    const std::string made = trigger.getColumn(0);
    trigger.reset();
    copy.exec("DROP TRIGGER log_has_no_holes");
    copy.exec(std::string("INSERT INTO log (seq, body) VALUES (") + seq + ", '{}')");
    copy.exec(made);
    BOOST_TEST(database().found() ==
               std::string("the log has a row of number ") + seq + ", which no entry can have\n");
    BOOST_TEST(database().checked() == database().found());
  }
}

BOOST_AUTO_TEST_CASE(an_index_that_leaves_rows_out_is_not_believed) {
  struct Index {
    const char* name;
    const char* poorer;
  };
  for (const Index& index : {Index{"task_by_timer", " ON task (next_timer, plan, path) WHERE 0"},
                             Index{"task_by_lead", " ON task (lead || 'x')"},
                             Index{"task_by_number", " ON task (substr(path, 2), path)"},
                             Index{"task_by_co", " ON task_co (name) WHERE position > 0"}}) {
    BOOST_TEST(!database().spoil("SELECT 1"));
    SQLite::Database copy(database().copy(), SQLite::OPEN_READWRITE);
    SQLite::Statement named(copy, "SELECT sql FROM sqlite_schema WHERE name = ?");
    named.bind(1, index.name);
    BOOST_REQUIRE(named.executeStep());
    const std::string made = named.getColumn(0);
    named.reset();
    copy.exec(std::string("DROP INDEX ") + index.name);
    copy.exec(std::string("CREATE INDEX ") + index.name + index.poorer);
    copy.exec("PRAGMA writable_schema = ON");
    SQLite::Statement back(copy, "UPDATE sqlite_schema SET sql = ? WHERE name = ?");
    back.bind(1, made);
    back.bind(2, index.name);
    back.exec();
    BOOST_TEST(database().found().find(std::string("index ") + index.name) != std::string::npos,
               index.name);
  }
}

BOOST_AUTO_TEST_SUITE_END()
