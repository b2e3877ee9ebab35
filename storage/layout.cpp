#include "storage/layout.hpp"

#include <SQLiteCpp/Column.h>

#include <map>

#include "storage/schema.hpp"

namespace duban::storage {
namespace {

using Objects = std::map<std::string, std::string>;  // "trigger log_has_no_holes": how it is made

constexpr std::string_view objects_query =
    "SELECT type || ' ' || name, coalesce(sql, tbl_name) FROM sqlite_schema "
    "WHERE name NOT LIKE 'sqlite^_stat%' ESCAPE '^'";

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
  while (query.step()) objects.emplace(query.text(0), query.text(1));
  return objects;
}

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
  for (const auto& [object, text] : stored) faults.push_back({object, text, {}});
  return faults;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

}  // namespace duban::storage
