#include "storage/log_table.hpp"

#include <limits>

#include "engine/base/utf8.hpp"
#include "engine/log/sha256.hpp"
#include "storage/row_reader.hpp"

namespace duban::storage {

Result<std::optional<std::string>> StoredTree::tile(int level, std::int64_t number) {
  Result<std::string> hashes = stored_tile(connection_, level, number);
  if (!hashes && hashes.error().code == Errc::not_found) return std::nullopt;
  if (!hashes) return tl::make_unexpected(std::move(hashes).error());
  return *std::move(hashes);
}

Result<std::string> StoredTree::leaf(std::int64_t seq) {
  DUBAN_TRY(const std::string body, entry_body(connection_, seq));
  return leaf_hash(body);
}

Result<std::string> entry_body(Connection& connection, std::int64_t seq) try {
  Query query = connection.query("SELECT body FROM log WHERE seq = ?");
  if (query.bind(seq).step()) return query.text(0);
  return failed(Errc::not_found, "the log has no entry {seq}", {{"seq", std::to_string(seq)}});
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status each_entry(Connection& connection, std::int64_t first, std::int64_t last,
                  const std::function<Result<bool>(std::int64_t, std::string_view)>& visit) try {
  Query query =
      connection.query("SELECT seq, body FROM log WHERE seq BETWEEN ? AND ? ORDER BY seq");
  // The highest number there is means all: what no entry can have is for audits to see.
  const bool all = last == std::numeric_limits<std::int64_t>::max();
  query.bind(first, all ? last : last - 1);
  while (query.step()) {
    DUBAN_TRY(const bool more, visit(query.integer(0), query.view(1)));
    if (!more) break;
  }
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

// Not inlined: told the size, g++ 12 warns of a short string's buffer that holds no such string.
[[gnu::noinline]] static bool is_full_tile(std::string_view hashes) {
  return hashes.size() == static_cast<std::size_t>(tile_width) * hash_size;
}

Result<std::string> stored_tile(Connection& connection, int level, std::int64_t number) try {
  Query query = connection.query("SELECT hashes FROM tile WHERE level = ? AND number = ?");
  if (!query.bind(level, number).step()) {
    return failed(Errc::not_found, "the tree has no full tile {level}/{number}",
                  {{"level", std::to_string(level)}, {"number", std::to_string(number)}});
  }
  std::string hashes = query.text(0);
  if (!is_full_tile(hashes)) {
    return failed(Errc::corrupt, "tile {level}/{number} of the tree is cut",
                  {{"level", std::to_string(level)}, {"number", std::to_string(number)}});
  }
  return hashes;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Result<Frontier> stored_frontier(Connection& connection) try {
  Query query = connection.query("SELECT size, hashes FROM frontier WHERE one = 1");
  if (!query.step()) return row_is_gone("frontier");
  RowReader row(query, "frontier", 0);
  const std::int64_t size = row.integer(0, 0, safe_integer - 1);
  std::optional<Frontier> frontier = Frontier::restore(size, query.text(1));
  if (!frontier) row.blame(1);
  if (!row.fits()) return row.damaged();
  return *std::move(frontier);
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Result<LogWriter> LogWriter::open(Connection& connection) try {
  DUBAN_TRY(Frontier frontier, stored_frontier(connection));
  Query query = connection.query("SELECT coalesce(max(seq) + 1, 0) FROM log");
  query.step();
  if (query.integer_in(0) != frontier.size()) {
    return failed(
        Errc::corrupt,
        "the log of {file} has {entries} entries where its tree has {size}; run the audit",
        {{"file", connection.path()},
         {"entries", query.text(0)},
         {"size", std::to_string(frontier.size())}});
  }
  return LogWriter(connection, std::move(frontier));
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status LogWriter::append(const std::string& body) try {
  if (!is_utf8(body))
    return failed(Errc::argument, "text that is not valid UTF-8 cannot be kept in the log");
  connection_->query("INSERT INTO log (seq, body) VALUES (?, ?)")
      .bind(frontier_.size(), body)
      .run();
  const std::string hash = leaf_hash(body);
  frontier_.add(hash);
  leaves_ += hash;
  if (frontier_.size() % tile_width == 0) return store_full_tiles();
  return {};
} catch (const SQLite::Exception& e) {
  return connection_->failure(e);
}

Status LogWriter::store_full_tiles() {
  StoredTree tree(*connection_);
  std::int64_t width = tile_width;
  for (int level = 0; frontier_.size() % width == 0; ++level, width *= tile_width) {
    const std::int64_t number = frontier_.size() / width - 1;
    // Leaves of earlier transactions are hashed again: once in 256 entries.
    const bool at_hand = level == 0 && leaves_.size() == hash_size * std::size_t{tile_width};
    std::string hashes = std::move(leaves_);
    if (!at_hand) {
      DUBAN_TRY(hashes, tree.make_tile(level, number));
    }
    connection_->query("INSERT INTO tile (level, number, hashes) VALUES (?, ?, CAST(? AS BLOB))")
        .bind(level, number, hashes)
        .run();
    leaves_.clear();
  }
  return {};
}

Status LogWriter::finish() try {
  connection_
      ->query("UPDATE frontier SET size = ?, hashes = CAST(? AS BLOB), commits = commits + 1")
      .bind(frontier_.size(), frontier_.hashes())
      .run();
  return {};
} catch (const SQLite::Exception& e) {
  return connection_->failure(e);
}

}  // namespace duban::storage
