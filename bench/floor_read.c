/* The floor of a workload that reads: the same scan by SQLite alone, each value looked at once.

       floor_read DB check        every entry's bytes, and their SHA-256 as a leaf of the tree
       floor_read DB replay       the same, then every row of the tables that a replay compares
       floor_read DB lead NAME    the tasks of one lead, with their co-departments
       floor_read DB tasks        all tasks, with their co-departments

   Nothing is parsed, nothing is decided. Prints seconds by the wall and of the processor. */
#include <openssl/evp.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3* db;
static unsigned long sum; /* of what was read, so that no reading is left out */

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static sqlite3_stmt* prepare(const char* sql) {
  sqlite3_stmt* statement;
  if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
    fprintf(stderr, "floor_read: %s: %s\n", sql, sqlite3_errmsg(db));
    exit(3);
  }
  return statement;
}

static void look_at(sqlite3_stmt* statement) {
  for (int i = sqlite3_column_count(statement) - 1; i >= 0; --i) {
    const unsigned char* bytes = sqlite3_column_blob(statement, i);
    const int size = sqlite3_column_bytes(statement, i);
    if (size > 0) sum += bytes[0] + bytes[size - 1] + (unsigned)size;
  }
}

static void scan(const char* sql) {
  sqlite3_stmt* statement = prepare(sql);
  while (sqlite3_step(statement) == SQLITE_ROW) look_at(statement);
  sqlite3_finalize(statement);
}

static void hash_log(void) {
  sqlite3_stmt* statement = prepare("SELECT seq, body FROM log ORDER BY seq");
  EVP_MD* digest = EVP_MD_fetch(NULL, "SHA256", NULL);
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  while (sqlite3_step(statement) == SQLITE_ROW) {
    unsigned char hash[32];
    EVP_DigestInit_ex2(context, digest, NULL);
    EVP_DigestUpdate(context, "", 1);
    EVP_DigestUpdate(context, sqlite3_column_blob(statement, 1),
                     (size_t)sqlite3_column_bytes(statement, 1));
    EVP_DigestFinal_ex(context, hash, NULL);
    sum += hash[0];
  }
  sqlite3_finalize(statement);
}

static void tasks(const char* where, const char* lead) {
  char sql[512];
  snprintf(sql, sizeof sql,
           "SELECT plan, part, section, no, lead, state, last_entry, detail FROM task %s", where);
  sqlite3_stmt* task = prepare(sql);
  sqlite3_stmt* co = prepare(
      "SELECT position, name FROM task_co WHERE plan = ? AND part = ? AND section = ? AND no = ?");
  if (lead) sqlite3_bind_text(task, 1, lead, -1, SQLITE_STATIC);
  while (sqlite3_step(task) == SQLITE_ROW) {
    look_at(task);
    for (int i = 0; i < 4; ++i) sqlite3_bind_value(co, i + 1, sqlite3_column_value(task, i));
    while (sqlite3_step(co) == SQLITE_ROW) look_at(co);
    sqlite3_reset(co);
  }
  sqlite3_finalize(task);
  sqlite3_finalize(co);
}

int main(int argc, char** argv) {
  if (argc < 3 || sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
    fprintf(stderr, "usage: floor_read DB check|replay|lead NAME|tasks\n");
    return 2;
  }
  sqlite3_exec(db, "PRAGMA cache_size = -4096", NULL, NULL, NULL);
  const double wall = seconds(CLOCK_MONOTONIC), processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
  if (strcmp(argv[2], "check") == 0 || strcmp(argv[2], "replay") == 0) hash_log();
  if (strcmp(argv[2], "replay") == 0) {
    scan("SELECT * FROM task ORDER BY plan, part, section, no");
    scan("SELECT * FROM task_co");
    scan("SELECT * FROM task_text");
    scan("SELECT * FROM escalation");
    scan("SELECT * FROM tile");
  }
  if (strcmp(argv[2], "tasks") == 0) tasks("ORDER BY plan, part, section, no", NULL);
  if (strcmp(argv[2], "lead") == 0 && argc > 3) tasks("WHERE lead = ?", argv[3]);
  printf("%.6f %.6f\n", seconds(CLOCK_MONOTONIC) - wall,
         seconds(CLOCK_PROCESS_CPUTIME_ID) - processor);
  fprintf(stderr, "%lu\n", sum);
  return 0;
}
