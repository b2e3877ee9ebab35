#include "storage/write_ahead.hpp"

#include <fcntl.h>
#include <sqlite3.h>

#include "storage/file.hpp"
#include "storage/log_table.hpp"

namespace duban::storage {
namespace {

constexpr std::size_t head_bytes = 32;   // of the file: magic, version, size of a page, …, salts
constexpr std::size_t frame_bytes = 24;  // before each page: its number, commit mark, salts, …
constexpr std::size_t salts_bytes = 8;
constexpr std::size_t page_size_at = 8;
constexpr std::size_t salts_at = 16;
constexpr std::size_t commit_at = 4;  // in a frame: not 0 in the last frame of a transaction
constexpr std::size_t frame_salts_at = 8;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i)
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

/// The -wal file, read beside SQLite, which tells nothing of it. (Its locks are on other files.)
class WriteAhead {
 public:
  explicit WriteAhead(const std::string& path)
      : file_(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {}

  /// Another one each time that it is begun anew; empty when there is none.
  std::string head() const { return at(0, head_bytes); }

  /// How many transactions it may hold at most. Frames behind its end are of an earlier turn, which
  /// their salts tell.
  std::int64_t commits(std::string_view head) const {
    const std::size_t page_size = number_at(head, page_size_at);
    const std::string_view salts = head.substr(salts_at, salts_bytes);
    std::int64_t count = 0;
    for (std::size_t place = head_bytes;; place += frame_bytes + page_size) {
      const std::string frame = at(place, frame_bytes);
      if (frame.empty() || frame.compare(frame_salts_at, salts_bytes, salts) != 0) return count;
      count += number_at(frame, commit_at) != 0;
    }
  }

 private:
  std::string at(std::size_t place, std::size_t size) const {
    std::string bytes(size, '\0');
    const ssize_t count = ::pread(file_.get(), bytes.data(), size, static_cast<off_t>(place));
    return count == static_cast<ssize_t>(size) ? bytes : std::string();
  }
  File file_;
};

struct State {
  std::int64_t commits = 0;
  Frontier frontier;
};

/// May throw.
Result<State> state_of(Connection& connection) {
  Query query = connection.query("SELECT commits FROM frontier");
  if (!query.step()) return State{};
  State state{query.integer(0), {}};
  DUBAN_TRY(state.frontier, stored_frontier(connection));
  return state;
}

bool has_log_of(Connection& connection, const Frontier& frontier) {
  StoredTree tree(connection);
  const Result<std::string> root = root_at(frontier.size(), tree);
  return root && *root == frontier.root();
}

/// Nothing when it is no whole state: somebody may be moving pages into it, or have died of it.
std::optional<State> state_of_file(const std::string& path) try {
  const auto alone = Connection::open_alone(path);
  if (!alone) return std::nullopt;
  const Result<State> state = state_of(**alone);
  if (!state || !has_log_of(**alone, state->frontier)) return std::nullopt;
  return *state;
} catch (const SQLite::Exception& e) {
  // No table yet: it was made just now.
  return e.getErrorCode() == SQLITE_ERROR ? std::optional(State()) : std::nullopt;
}

bool belong(Connection& connection, const State& alone, const State& together,
            std::int64_t commits) {
  if (alone.commits > together.commits) return false;
  // Without a sign: whoever alters the numbers may have made them as far apart as can be.
  const auto ahead =
      static_cast<std::uint64_t>(together.commits) - static_cast<std::uint64_t>(alone.commits);
  if (ahead > static_cast<std::uint64_t>(commits)) return false;
  if (alone.commits == 0) return true;
  return alone.frontier.size() <= together.frontier.size() &&
         has_log_of(connection, alone.frontier);
}

}  // namespace

Status check_write_ahead(Connection& connection) try {
  constexpr int looks = 3;
  const WriteAhead write_ahead(connection.path() + "-wal");
  for (int look = 0; look < looks; ++look) {
    const std::string head = write_ahead.head();
    if (head.empty()) return {};
    // The file first: it never has more than both together have later.
    const std::optional<State> alone = state_of_file(connection.path());
    if (!alone) return {};
    DUBAN_TRY(const State together, state_of(connection));
    const std::int64_t commits = write_ahead.commits(head);
    if (write_ahead.head() != head) continue;
    if (belong(connection, *alone, together, commits)) return {};
    return failed(Errc::corrupt,
                  "{file} and {file}-wal do not belong together: one of them is of another day or "
                  "another workspace; nothing was changed, put back the one that was there with "
                  "the other, or restore a backup",
                  {{"file", connection.path()}});
  }
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

}  // namespace duban::storage
