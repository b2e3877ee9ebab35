/* The floor of a workload that writes: what SQLite alone needs for the same rows and bytes, in the
   same order, with statements prepared once.

       floor_write BEFORE.db AFTER.db TASKS_PER_COMMIT [read|night]

   AFTER is a workspace's database after the workload, BEFORE a copy from before it. The difference
   is loaded into memory, then written into BEFORE while the clock runs: each task's log entries,
   its row, its escalations, co-departments and texts; with every commit the tiles, the frontier and
   the meta row. With `read` each task is looked up first, its row and its co-departments, as the
   workload has to; with `night` the timer index before. No text is parsed, nothing is decided, nothing hashed.
   Prints seconds by the wall and of the processor. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3* db;

static void check(int rc, const char* what) {
  if (rc == SQLITE_OK || rc == SQLITE_DONE || rc == SQLITE_ROW) return;
  fprintf(stderr, "floor_write: %s: %s\n", what, sqlite3_errmsg(db));
  exit(3);
}

static sqlite3_stmt* prepare(sqlite3* on, const char* sql) {
  sqlite3_stmt* statement;
  if (sqlite3_prepare_v3(on, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) {
    fprintf(stderr, "floor_write: %s: %s\n", sql, sqlite3_errmsg(on));
    exit(3);
  }
  return statement;
}

/* A table of values in memory, row after row. */
typedef struct {
  int columns;
  long rows, room;
  sqlite3_value** values;
} Rows;

static Rows load(sqlite3* from, const char* sql, long since) {
  sqlite3_stmt* statement = prepare(from, sql);
  Rows rows = {sqlite3_column_count(statement), 0, 0, NULL};
  if (sqlite3_bind_parameter_count(statement)) sqlite3_bind_int64(statement, 1, since);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    if (rows.rows == rows.room) {
      rows.room = rows.room ? 2 * rows.room : 1024;
      size_t bytes = (size_t)rows.room * (size_t)rows.columns * sizeof *rows.values;
      rows.values = realloc(rows.values, bytes);
      if (!rows.values) exit(3);
    }
    for (int i = 0; i < rows.columns; ++i)
      rows.values[rows.rows * rows.columns + i] =
          sqlite3_value_dup(sqlite3_column_value(statement, i));
    ++rows.rows;
  }
  sqlite3_finalize(statement);
  return rows;
}

static sqlite3_value** row(const Rows* rows, long at) {
  return rows->values + at * rows->columns;
}

/* Runs a statement with the first `count` values of a row, bound without a copy. */
static void run(sqlite3_stmt* statement, sqlite3_value** values, int count, const char* what) {
  for (int i = 0; i < count; ++i) {
    switch (sqlite3_value_type(values[i])) {
      case SQLITE_INTEGER:
        sqlite3_bind_int64(statement, i + 1, sqlite3_value_int64(values[i]));
        break;
      case SQLITE_NULL:
        sqlite3_bind_null(statement, i + 1);
        break;
      case SQLITE_BLOB:
        sqlite3_bind_blob(statement, i + 1, sqlite3_value_blob(values[i]),
                          sqlite3_value_bytes(values[i]), SQLITE_STATIC);
        break;
      default:
        sqlite3_bind_text(statement, i + 1, (const char*)sqlite3_value_text(values[i]),
                          sqlite3_value_bytes(values[i]), SQLITE_STATIC);
    }
  }
  check(sqlite3_step(statement), what);
  sqlite3_reset(statement);
}

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void execute(const char* sql) { check(sqlite3_exec(db, sql, NULL, NULL, NULL), sql); }

static long number(sqlite3* of, const char* sql) {
  sqlite3_stmt* statement = prepare(of, sql);
  long result = sqlite3_step(statement) == SQLITE_ROW ? (long)sqlite3_column_int64(statement, 0) : 0;
  sqlite3_finalize(statement);
  return result;
}

/* What the workload reads before it writes. */
static void read_ripe(sqlite3_value* until) {
  sqlite3_stmt* ripe = prepare(db,
      "SELECT plan, path FROM task INDEXED BY task_by_timer WHERE next_timer "
      "IS NOT NULL AND next_timer <= ? ORDER BY plan, path");
  sqlite3_bind_value(ripe, 1, until);
  while (sqlite3_step(ripe) == SQLITE_ROW) {
  }
  sqlite3_finalize(ripe);
}

int main(int argc, char** argv) {
  if (argc < 4) {
    fprintf(stderr, "usage: floor_write BEFORE.db AFTER.db TASKS_PER_COMMIT [read|night]\n");
    return 2;
  }
  const long chunk = atol(argv[3]);
  const int reads = argc > 4;
  sqlite3* after;
  if (sqlite3_open_v2(argv[2], &after, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
      sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    return 3;
  execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY;"
          "PRAGMA foreign_keys = OFF");

  const long since = number(db, "SELECT coalesce(max(seq) + 1, 0) FROM log");
  const Rows log = load(after, "SELECT seq, body FROM log WHERE seq >= ? ORDER BY seq", since);
  const Rows task = load(after,
      "SELECT state, next_timer, last_entry, detail, plan, path, lead FROM task "
      "WHERE last_entry >= ? ORDER BY last_entry", since);
  const Rows co = load(after,
      "SELECT c.*, t.last_entry FROM task t JOIN task_co c USING (plan, path) "
      "WHERE t.last_entry >= ? ORDER BY t.last_entry, position", since);
  const Rows text = load(after,
      "SELECT c.*, t.last_entry FROM task t JOIN task_text c USING (plan, path) "
      "WHERE t.last_entry >= ? ORDER BY t.last_entry", since);
  const Rows raised = load(after,
      "SELECT e.*, t.last_entry FROM escalation e JOIN task t USING (plan, path) "
      "WHERE e.entry >= ? ORDER BY e.entry", since);
  const Rows plan = load(after, "SELECT * FROM plan", 0);
  const Rows tile = load(after, "SELECT number, level, number, hashes FROM tile ORDER BY level, number", 0);
  const Rows frontier = load(after, "SELECT size, hashes FROM frontier", 0);
  const Rows meta = load(after, "SELECT last_time, basis, last_night FROM meta", 0);
  const Rows night = load(after, "SELECT max(recorded) FROM escalation", 0);
  const long tiles_before = number(db, "SELECT count(*) FROM tile WHERE level = 0");
  const int plans_known = (int)number(db, "SELECT count(*) FROM plan");

  sqlite3_stmt* find = prepare(db,
      "SELECT plan, path, lead, state, last_entry, detail FROM task WHERE plan = ? AND path = ?");
  sqlite3_stmt* find_co = prepare(db,
      "SELECT position, name FROM task_co WHERE plan = ? AND path = ?");
  sqlite3_stmt* add_entry = prepare(db, "INSERT INTO log (seq, body) VALUES (?, ?)");
  sqlite3_stmt* update_task = prepare(db,
      "UPDATE task SET state = ?, next_timer = ?, last_entry = ?, detail = ? "
      "WHERE plan = ? AND path = ?");
  sqlite3_stmt* add_task = prepare(db,
      "INSERT INTO task (state, next_timer, last_entry, detail, plan, path, lead) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)");
  sqlite3_stmt* add_co = prepare(db, "INSERT INTO task_co VALUES (?, ?, ?, ?)");
  sqlite3_stmt* add_text = prepare(db, "INSERT INTO task_text VALUES (?, ?, ?, ?, ?, ?)");
  sqlite3_stmt* add_raised = prepare(db,
      "INSERT INTO escalation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  sqlite3_stmt* add_plan = prepare(db,
      "INSERT INTO plan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  sqlite3_stmt* add_tile = prepare(db, "INSERT INTO tile VALUES (?, ?, ?)");
  sqlite3_stmt* set_frontier = prepare(db, "UPDATE frontier SET size = ?, hashes = ?");
  sqlite3_stmt* set_meta = prepare(db, "UPDATE meta SET last_time = ?, basis = ?, last_night = ?");

  const double wall = seconds(CLOCK_MONOTONIC), processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
  if (reads && strcmp(argv[4], "night") == 0) read_ripe(row(&night, 0)[0]);
  long t = 0, c = 0, x = 0, e = 0, l = 0, in_chunk = 0;
  execute("BEGIN IMMEDIATE");
  if (plan.rows > plans_known) run(add_plan, row(&plan, plan.rows - 1), 10, "plan");
  for (long i = 0; i < log.rows; ++i) {
    run(add_entry, row(&log, i), 2, "log");
    const long seq = since + i;
    /* A full tile goes in with the leaf that fills it. */
    if ((seq + 1) % 256 == 0 && l < tile.rows) {
      const long wanted = (seq + 1) / 256 - 1;
      while (l < tile.rows && sqlite3_value_int64(row(&tile, l)[0]) < wanted) ++l;
      if (l < tile.rows && wanted >= tiles_before) run(add_tile, row(&tile, l) + 1, 3, "tile");
    }
    if (t < task.rows && sqlite3_value_int64(row(&task, t)[2]) == seq) {
      sqlite3_value** one = row(&task, t);
      if (reads) {
        run(find, one + 4, 2, "find");
        run(find_co, one + 4, 2, "find co");
      }
      run(update_task, one, 6, "task");
      const int is_new = sqlite3_changes(db) == 0;
      if (is_new) run(add_task, one, 7, "task");
      for (; c < co.rows && sqlite3_value_int64(row(&co, c)[4]) == seq; ++c)
        if (is_new) run(add_co, row(&co, c), 4, "co");
      for (; e < raised.rows && sqlite3_value_int64(row(&raised, e)[13]) <= seq; ++e)
        run(add_raised, row(&raised, e), 13, "escalation");
      for (; x < text.rows && sqlite3_value_int64(row(&text, x)[6]) <= seq; ++x)
        if (is_new) run(add_text, row(&text, x), 6, "text");
      ++t;
      if (++in_chunk == chunk) {
        run(set_frontier, row(&frontier, 0), 2, "frontier");
        run(set_meta, row(&meta, 0), 3, "meta");
        execute("COMMIT; BEGIN IMMEDIATE");
        in_chunk = 0;
      }
    }
  }
  run(set_frontier, row(&frontier, 0), 2, "frontier");
  run(set_meta, row(&meta, 0), 3, "meta");
  execute("COMMIT");
  sqlite3_close_v2(db);
  printf("%.6f %.6f\n", seconds(CLOCK_MONOTONIC) - wall, seconds(CLOCK_PROCESS_CPUTIME_ID) - processor);
  fprintf(stderr, "%ld entries, %ld tasks, %ld escalations\n", log.rows, t, e);
  return 0;
}
