/* The floor of a workload that reads: the same scan by SQLite alone, each value looked at once.

       floor_read DB check        every entry's bytes, hashed into the Merkle tree, and every
                                  file in evidence/ beside DB, hashed
       floor_read DB replay       the log as above, then every row of the tables that it compares
       floor_read DB lead NAME    the tasks of one lead, with their co-departments
       floor_read DB tasks        all tasks, with their co-departments

   Nothing is parsed, nothing is decided. Prints seconds by the wall and of the processor. */
#define _XOPEN_SOURCE 700
#include <ftw.h>
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

static EVP_MD* digest;
static EVP_MD_CTX* context;

static void hash(unsigned char prefix, const void* bytes, size_t size, unsigned char* out) {
  EVP_DigestInit_ex2(context, digest, NULL);
  EVP_DigestUpdate(context, &prefix, 1);
  EVP_DigestUpdate(context, bytes, size);
  EVP_DigestFinal_ex(context, out, NULL);
}

/* The roots of the full subtrees stand one after the other, the largest first; two of a size become
   one, as digits carry. */
static void hash_log(void) {
  sqlite3_stmt* statement = prepare("SELECT seq, body FROM log ORDER BY seq");
  unsigned char roots[64 * 32];
  unsigned char* end = roots;
  for (unsigned long count = 0; sqlite3_step(statement) == SQLITE_ROW; ++count) {
    hash(0, sqlite3_column_blob(statement, 1), (size_t)sqlite3_column_bytes(statement, 1), end);
    end += 32;
    for (unsigned long bits = count; bits & 1; bits >>= 1) {
      end -= 32;
      hash(1, end - 32, 64, end - 32);
    }
  }
  sum += end > roots ? roots[0] : 0;
  sqlite3_finalize(statement);
}

static int hash_file(const char* path, const struct stat* status, int kind, struct FTW* place) {
  (void)status, (void)place;
  static char buffer[1 << 16];
  unsigned char out[32];
  FILE* file = kind == FTW_F ? fopen(path, "rb") : NULL;
  if (!file) return 0;
  EVP_DigestInit_ex2(context, digest, NULL);
  for (size_t size; (size = fread(buffer, 1, sizeof buffer, file)) > 0;)
    EVP_DigestUpdate(context, buffer, size);
  EVP_DigestFinal_ex(context, out, NULL);
  fclose(file);
  sum += out[0];
  return 0;
}

static void hash_files(const char* database) {
  char path[4096];
  const char* slash = strrchr(database, '/');
  snprintf(path, sizeof path, "%.*sevidence", slash ? (int)(slash + 1 - database) : 0, database);
  nftw(path, hash_file, 8, FTW_PHYS);
}

static void tasks(const char* where, const char* lead) {
  char sql[512];
  snprintf(sql, sizeof sql,
           "SELECT plan, path, lead, state, last_entry, detail FROM task %s", where);
  sqlite3_stmt* task = prepare(sql);
  sqlite3_stmt* co = prepare("SELECT position, name FROM task_co WHERE plan = ? AND path = ?");
  if (lead) sqlite3_bind_text(task, 1, lead, -1, SQLITE_STATIC);
  while (sqlite3_step(task) == SQLITE_ROW) {
    look_at(task);
    for (int i = 0; i < 2; ++i) sqlite3_bind_value(co, i + 1, sqlite3_column_value(task, i));
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
  digest = EVP_MD_fetch(NULL, "SHA256", NULL);
  context = EVP_MD_CTX_new();
  if (strcmp(argv[2], "check") == 0 || strcmp(argv[2], "replay") == 0) hash_log();
  if (strcmp(argv[2], "check") == 0) hash_files(argv[1]);
  if (strcmp(argv[2], "replay") == 0) {
    scan("SELECT * FROM task ORDER BY plan, path");
    scan("SELECT * FROM task_co");
    scan("SELECT * FROM task_text");
    scan("SELECT * FROM escalation");
    scan("SELECT * FROM tile");
  }
  if (strcmp(argv[2], "tasks") == 0) tasks("ORDER BY plan, path", NULL);
  if (strcmp(argv[2], "lead") == 0 && argc > 3) tasks("WHERE lead = ?", argv[3]);
  printf("%.6f %.6f\n", seconds(CLOCK_MONOTONIC) - wall,
         seconds(CLOCK_PROCESS_CPUTIME_ID) - processor);
  fprintf(stderr, "%lu\n", sum);
  return 0;
}
