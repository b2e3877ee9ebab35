#include "storage/basis_table.hpp"

#include "engine/log/basis_hash.hpp"

namespace duban::storage {

Result<std::optional<BasisTexts>> basis_texts(Connection& connection, const std::string& hash) try {
  Query query = connection.query("SELECT rules, calendar, directory FROM basis WHERE hash = ?");
  if (!query.bind(hash).step()) return std::nullopt;
  BasisTexts texts{query.text(0), query.text(1), query.text(2)};
  if (basis_hash(texts) != hash) {
    return failed(Errc::corrupt, "the basis {hash} is not what it was: its texts were altered",
                  {{"hash", hash}});
  }
  return texts;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status put_basis(Connection& connection, const std::string& hash, const BasisTexts& texts) try {
  DUBAN_ASSERT(basis_hash(texts) == hash);
  connection
      .query(
          "INSERT INTO basis (hash, rules, calendar, directory) VALUES (?, ?, ?, ?) "
          "ON CONFLICT DO NOTHING")
      .bind(hash, texts.rules, texts.calendar, texts.directory)
      .run();
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

}  // namespace duban::storage
