// The log (流转记录) and the tree over it: tables `log`, `frontier`, `tile`.
#pragma once

#include <functional>

#include "engine/log/merkle.hpp"
#include "storage/connection.hpp"

namespace duban::storage {

/// Not_found beyond the end.
Result<std::string> entry_body(Connection& connection, std::int64_t seq);
Status each_entry(Connection& connection, std::int64_t first, std::int64_t last,
                  const std::function<Result<bool>(std::int64_t, std::string_view)>& visit);
/// As stored; not_found for a tile that is not full.
Result<std::string> stored_tile(Connection& connection, int level, std::int64_t number);
/// As stored; Errc::corrupt when its hashes do not fit its size.
Result<Frontier> stored_frontier(Connection& connection);

/// The tree as it stands in the tables.
class StoredTree final : public TiledTree {
 public:
  explicit StoredTree(Connection& connection) : connection_(connection) {}

 private:
  Result<std::optional<std::string>> tile(int level, std::int64_t number) override;
  Result<std::string> leaf(std::int64_t seq) override;
  Connection& connection_;
};

/// The only writer of the log, for the length of one transaction.
class LogWriter {
 public:
  /// Errc::corrupt when the frontier is not that of the log. Needs an open write transaction.
  static Result<LogWriter> open(Connection& connection);

  const Frontier& frontier() const { return frontier_; }
  /// Appends the body of entry `frontier().size()`; writes each tile that it fills.
  Status append(const std::string& body);
  /// Writes the frontier; the transaction's last statement but one.
  Status finish();

 private:
  LogWriter(Connection& connection, Frontier frontier)
      : connection_(&connection), frontier_(std::move(frontier)) {}
  Status store_full_tiles();

  Connection* connection_;
  Frontier frontier_;
  std::string leaves_;  // hashes of the unfinished tile's last entries, those that we appended
};

}  // namespace duban::storage
