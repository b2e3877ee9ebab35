#include "storage/layout.hpp"

#include <SQLiteCpp/Column.h>

#include <map>

#include "engine/base/value.hpp"
#include "storage/schema.hpp"

namespace duban::storage {
namespace {

using Objects = std::map<std::string, std::string>;  // "trigger log_has_no_holes": how it is made

constexpr std::string_view objects_query =
    "SELECT type || ' ' || name, coalesce(sql, tbl_name) FROM sqlite_schema";

Objects made_objects() {
  SQLite::Database empty(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  empty.exec(std::string(schema_text()));
  SQLite::Statement query(empty, std::string(objects_query));
  Objects objects;
  while (query.executeStep())
    objects.emplace(query.getColumn(0).getString(), query.getColumn(1).getString());
  return objects;
}

Objects stored_objects(Connection& connection) {
  Query query = connection.query(objects_query);
  Objects objects;
  // Two of one name can be written into the table of objects: then neither is as it was made.
  while (query.step()) objects[query.text(0)] += query.text(1);
  return objects;
}

/// What ANALYZE leaves, exactly: any other object may bear such a name too, a trigger for one.
constexpr std::pair<std::string_view, std::string_view> statistics[] = {
    {"table sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"},
    {"table sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"},
};

}  // namespace

Result<std::vector<LayoutFault>> layout_faults(Connection& connection) try {
  const Objects expected = made_objects();
  Objects stored = stored_objects(connection);
  std::vector<LayoutFault> faults;
  for (const auto& [object, made] : expected) {
    const auto found = stored.find(object);
    if (found == stored.end()) {
      faults.push_back({object, {}, made});
      continue;
    }
    if (found->second != made) faults.push_back({object, found->second, made});
    stored.erase(found);
  }
  for (const auto& [object, made] : statistics) {
    const auto found = stored.find(std::string(object));
    if (found != stored.end() && found->second == made) stored.erase(found);
  }
  for (const auto& [object, text] : stored) faults.push_back({object, text, {}});
  return faults;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Result<std::vector<std::string>> integrity_faults(Connection& connection) try {
  std::vector<std::string> faults;
  Query query = connection.query("PRAGMA integrity_check(100)");
  while (query.step()) {
    if (query.view(0) != "ok") faults.push_back(query.text(0));
  }
  return faults;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

namespace {

/// Rows of the log that no reading from entry 0 on would meet, or whose number JSON cannot hold.
Result<std::vector<Message>> stray_entries(Connection& connection) try {
  std::vector<Message> found;
  Query query = connection.query("SELECT seq FROM log WHERE seq < 0 OR seq >= ? LIMIT 100");
  query.bind(safe_integer);
  while (query.step()) {
    found.push_back({"the log has a row of number {seq}, which no entry can have",
                     {{"seq", std::to_string(query.integer(0))}}});
  }
  return found;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

}  // namespace

Result<std::vector<Message>> damage(Connection& connection) {
  DUBAN_TRY(std::vector<Message> found, stray_entries(connection));
  DUBAN_TRY(const std::vector<std::string> faults, integrity_faults(connection));
  for (const std::string& fault : faults)
    found.push_back({"the database is damaged: {reason}", {{"reason", fault}}});
  return found;
}

}  // namespace duban::storage
