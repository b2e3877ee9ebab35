#include "storage/schema.hpp"

namespace duban::storage {
namespace {

constexpr auto tables = R"(
CREATE TABLE meta (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  workspace  TEXT    NOT NULL,
  rehearsal  INTEGER NOT NULL CHECK (rehearsal IN (0, 1)),
  last_time  INTEGER NOT NULL,           -- seconds; recorded time of the last entry
  judged     INTEGER NOT NULL,           -- seconds; the latest time that a step was judged at
  basis      TEXT    REFERENCES basis (hash),
  last_night TEXT,
  compared   INTEGER NOT NULL DEFAULT 0  -- rowid of the last task that a night compared
) STRICT;

-- The only source of truth. Nothing but `append` writes it, and nothing ever changes it.
CREATE TABLE log (
  seq  INTEGER PRIMARY KEY,
  body TEXT    NOT NULL
) STRICT;
CREATE TRIGGER log_has_no_holes BEFORE INSERT ON log
  WHEN NEW.seq <> (SELECT coalesce(max(seq) + 1, 0) FROM log)
  BEGIN SELECT RAISE(ABORT, 'the log grows at its end only'); END;
CREATE TRIGGER log_is_never_updated BEFORE UPDATE ON log
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_is_never_deleted BEFORE DELETE ON log
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- `commits` counts the transactions that the log grew in: storage/write_ahead.hpp.
CREATE TABLE frontier (
  one     INTEGER PRIMARY KEY CHECK (one = 1),
  size    INTEGER NOT NULL,
  hashes  BLOB    NOT NULL,
  commits INTEGER NOT NULL
) STRICT;
CREATE TABLE tile (
  level  INTEGER NOT NULL,
  number INTEGER NOT NULL,
  hashes BLOB    NOT NULL,
  PRIMARY KEY (level, number)
) STRICT;

CREATE TABLE basis (
  hash      TEXT PRIMARY KEY,
  rules     TEXT NOT NULL,
  calendar  TEXT NOT NULL,
  directory TEXT NOT NULL
) STRICT;

CREATE TABLE plan (
  id       TEXT    PRIMARY KEY,
  title    TEXT    NOT NULL,
  file     TEXT    NOT NULL,
  sha256   TEXT    NOT NULL,
  digest   TEXT    NOT NULL,
  issued   TEXT,
  ends     TEXT,
  imported INTEGER NOT NULL,             -- seconds
  tasks    INTEGER NOT NULL,
  settled  TEXT    NOT NULL,
  number   TEXT    NOT NULL,
  issuer   TEXT    NOT NULL
) STRICT;

-- With a rowid: rows are long, and a tree of long keys is deep.
CREATE TABLE task (
  plan       TEXT    NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  path       TEXT    NOT NULL,
  lead       TEXT    NOT NULL,
  state      TEXT    NOT NULL,
  next_timer INTEGER,                    -- seconds
  last_entry INTEGER NOT NULL,
  detail     TEXT    NOT NULL,           -- engine/model/task_fields.hpp
  PRIMARY KEY (plan, path)
) STRICT;
-- Has the key too: a night never looks at a row before it has sorted them all.
CREATE INDEX task_by_timer ON task (next_timer, plan, path)
  WHERE next_timer IS NOT NULL;
CREATE INDEX task_by_lead ON task (lead);
CREATE INDEX task_by_number
  ON task (substr(path, length(rtrim(path, '0123456789'))), path);

CREATE TABLE task_co (
  plan     TEXT    NOT NULL,
  path     TEXT    NOT NULL,
  position INTEGER NOT NULL,
  name     TEXT    NOT NULL,
  PRIMARY KEY (plan, path, position),
  FOREIGN KEY (plan, path) REFERENCES task DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX task_by_co ON task_co (name);

CREATE TABLE task_text (
  plan          TEXT    NOT NULL,
  path          TEXT    NOT NULL,
  titles        TEXT    NOT NULL,  -- JSON array
  content       TEXT    NOT NULL,
  deadline      TEXT    NOT NULL,
  extra         TEXT    NOT NULL,  -- JSON array of pairs; empty for none
  PRIMARY KEY (plan, path),
  FOREIGN KEY (plan, path) REFERENCES task DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE escalation (
  plan       TEXT    NOT NULL,
  path       TEXT    NOT NULL,
  rung       TEXT    NOT NULL,
  generation INTEGER NOT NULL,
  occurrence INTEGER NOT NULL,
  level      INTEGER NOT NULL,
  anchor     TEXT    NOT NULL,
  fires      TEXT    NOT NULL,
  raised     INTEGER NOT NULL,           -- seconds
  recorded   INTEGER NOT NULL,           -- seconds
  late_armed INTEGER NOT NULL CHECK (late_armed IN (0, 1)),
  notify     TEXT    NOT NULL,           -- JSON array
  entry      INTEGER NOT NULL REFERENCES log (seq),
  PRIMARY KEY (plan, path, rung, generation, occurrence),
  FOREIGN KEY (plan, path) REFERENCES task DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE actor (
  id         TEXT PRIMARY KEY,
  department TEXT NOT NULL,
  name       TEXT NOT NULL,
  account    TEXT NOT NULL,
  person     TEXT NOT NULL,
  ended      INTEGER,                    -- seconds
  was        TEXT NOT NULL               -- JSON array: what it was before each change
) STRICT;
CREATE TABLE grant_ (
  subject TEXT NOT NULL,
  role    TEXT NOT NULL,
  plan    TEXT NOT NULL,                 -- empty: every plan
  PRIMARY KEY (subject, role, plan)
) STRICT, WITHOUT ROWID;
)";

std::int64_t pragma(Connection& connection, std::string_view sql) {
  Query query = connection.query(sql);
  query.step();
  return query.integer(0);
}

}  // namespace

std::string_view schema_text() { return tables; }

void create_schema(Connection& connection) {
  connection.run("PRAGMA journal_mode = WAL");
  connection.run("BEGIN IMMEDIATE");
  connection.run(tables);
  connection.run(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
  connection.run(("PRAGMA user_version = " + std::to_string(schema_version)).c_str());
  connection.run("COMMIT");
}

Status check_schema(Connection& connection) {
  if (pragma(connection, "PRAGMA application_id") != application_id) {
    return failed(Errc::corrupt, "{file} is no database of duban; restore it from a backup",
                  {{"file", connection.path()}});
  }
  const std::int64_t version = pragma(connection, "PRAGMA user_version");
  if (version > schema_version) {
    return failed(Errc::newer,
                  "{file} was made by a newer duban (layout {version}, this one knows {known}); "
                  "use that one",
                  {{"file", connection.path()},
                   {"version", std::to_string(version)},
                   {"known", std::to_string(schema_version)}});
  }
  if (version > 0 && version < schema_version) {
    return failed(Errc::corrupt,
                  "{file} was made by an older duban (layout {version}, this one knows {known}); "
                  "use that one, or import the documents into a new workspace",
                  {{"file", connection.path()},
                   {"version", std::to_string(version)},
                   {"known", std::to_string(schema_version)}});
  }
  if (version < schema_version) {
    return failed(Errc::corrupt,
                  "{file} has an unknown layout ({version}); restore it from a backup",
                  {{"file", connection.path()}, {"version", std::to_string(version)}});
  }
  return {};
}

}  // namespace duban::storage
