// A database and a -wal that do not belong together, and the pairs that a crash leaves, which do.
#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "storage/upkeep.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/storage/sample.hpp"

using namespace duban;
using namespace duban::test;

namespace {

namespace fs = std::filesystem;

std::string reading(const std::string& path) {
  auto store = SqliteStore::open(path, SqliteStore::Mode::read);
  return store ? everything(**store) : outcome(store);
}

std::string writing(const std::string& path) {
  auto store = SqliteStore::open(path, SqliteStore::Mode::write);
  if (!store) return outcome(store);
  auto tx = (*store)->write();
  if (!tx) return outcome(tx);
  if (auto appended = (*tx)->append(sample_entry(1900000000)); !appended) return outcome(appended);
  return outcome((*tx)->commit());
}

void append(SqliteStore& store, int entries) {
  static std::int64_t second = 1600000000;
  auto tx = store.write().value();
  for (int i = 0; i < entries; ++i) BOOST_REQUIRE(tx->append(sample_entry(++second)));
  BOOST_REQUIRE(tx->put_night(Date{static_cast<std::int32_t>(second % 20000)}));
  BOOST_REQUIRE(tx->commit());
}

/// What lay there at one moment.
struct Copy {
  std::string file;
  std::string write_ahead;
  std::string said;  ///< by all that a view shows
};

class Office {
 public:
  explicit Office(const TempFolder& folder, const std::string& name = "office.db")
      : path(folder / name), store_(sample_store(path)) {}

  Copy copy() { return {read_file(path), read_file(path + "-wal"), everything(*store_)}; }
  void work(int entries) { append(*store_, entries); }
  /// As when the last one leaves: all is in the file, and the next -wal is another one.
  void leave() {
    store_.reset();
    store_ = SqliteStore::open(path, SqliteStore::Mode::write).value();
  }

  const std::string path;

 private:
  std::unique_ptr<SqliteStore> store_;
};

/// The copy's file beside another's -wal.
std::string put(const TempFolder& folder, const Copy& file, const Copy& write_ahead) {
  std::string path = folder / "put.db";
  fs::remove(path + "-shm");
  write_file(path, file.file);
  write_file(path + "-wal", write_ahead.write_ahead);
  return path;
}

std::string refusal(const std::string& path) {
  return "corrupt: " + path + " and " + path +
         "-wal do not belong together: one of them is of another day or another workspace; nothing "
         "was changed, put back the one that was there with the other, or restore a backup";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(write_ahead_tests)

BOOST_AUTO_TEST_CASE(yesterdays_file_beside_todays_wal_is_refused_and_left_as_it_is) {
  const TempFolder folder;
  Office office(folder);
  office.leave();
  const Copy yesterday = office.copy();
  office.work(3);
  office.leave();
  office.work(1);
  const Copy today = office.copy();
  const std::string path = put(folder, yesterday, today);
  BOOST_TEST(writing(path) == refusal(path));
  BOOST_TEST(reading(path) == refusal(path));
  BOOST_TEST(outcome(database_faults(path, 0)) == refusal(path));
  BOOST_TEST(outcome(copy_database(path, folder / "copy.db", 0, {})) == refusal(path));
  BOOST_TEST(read_file(path) == yesterday.file);
  BOOST_TEST(read_file(path + "-wal") == today.write_ahead);
  BOOST_TEST(reading(put(folder, today, today)) == today.said);
}

BOOST_AUTO_TEST_CASE(todays_file_beside_yesterdays_wal_is_refused) {
  const TempFolder folder;
  Office office(folder);
  office.work(1);
  const Copy yesterday = office.copy();
  office.work(3);
  office.leave();
  const std::string path = put(folder, office.copy(), yesterday);
  BOOST_TEST(writing(path) == refusal(path));
}

BOOST_AUTO_TEST_CASE(the_wal_of_another_workspace_is_refused) {
  const TempFolder folder;
  Office office(folder), other(folder, "other.db");
  for (int i = 0; i < 3; ++i) other.work(1);
  office.leave();
  other.leave();
  other.work(2);
  const std::string path = put(folder, office.copy(), other.copy());
  BOOST_TEST(writing(path) == refusal(path));
}

/// A restored workspace and the one that it replaced have one id and one beginning.
BOOST_AUTO_TEST_CASE(the_wal_of_another_branch_of_the_same_history_is_refused) {
  const TempFolder folder;
  Office office(folder);
  office.leave();
  const std::string branch = folder / "branch.db";
  fs::copy_file(office.path, branch);
  BOOST_REQUIRE(writing(branch) == "ok");
  office.work(1);
  office.leave();
  office.work(1);
  const Copy copy = office.copy();
  const std::string path = put(folder, {read_file(branch), {}, {}}, copy);
  BOOST_TEST(writing(path) == refusal(path));
}

/// File and -wal of any two moments: what is taken shows exactly what was there at the moment of
/// the -wal, and a copy of one moment is always taken.
BOOST_AUTO_TEST_CASE(what_is_taken_is_whole) {
  const TempFolder folder;
  Office office(folder);
  std::vector<Copy> copies{office.copy()};
  for (int i = 0; i < 24; ++i) {
    office.work(i % 5 == 3 ? 700 : i % 3 + 1);  // some fill a -wal, which is then begun anew
    if (i % 7 == 6) office.leave();
    copies.push_back(office.copy());
  }
  int taken = 0, refused = 0;
  for (const Copy& file : copies) {
    for (const Copy& write_ahead : copies) {
      if (write_ahead.write_ahead.empty()) continue;
      const std::string said = reading(put(folder, file, write_ahead));
      const bool is_refused = said.starts_with("corrupt: ");
      ++(is_refused ? refused : taken);
      BOOST_TEST((is_refused || said == write_ahead.said));
      BOOST_TEST((&file != &write_ahead || !is_refused));
    }
  }
  BOOST_TEST(taken > 30);
  BOOST_TEST(refused > 200);
}

BOOST_AUTO_TEST_CASE(links_pipes_and_folders_are_refused_at_once) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path); }
  const std::string elsewhere = folder / "elsewhere";
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
    const std::string file = path + suffix;
    const bool kept = fs::exists(file);
    if (kept) fs::rename(file, elsewhere);
    const auto said = [&] { return std::pair(reading(path), writing(path)); };
    const auto both = [&](const char* what) {
      return std::pair("io: " + file + what, "io: " + file + what);
    };
    fs::create_symlink(elsewhere, file);
    BOOST_TEST((said() == both(" is a link; put what it points to in its place")));
    fs::remove(file);
    fs::create_symlink(folder / "nowhere", file);
    BOOST_TEST((said() == both(" is a link; put what it points to in its place")));
    fs::remove(file);
    fs::create_directory(file);
    BOOST_TEST((said() == both(" is a folder, not a file")));
    fs::remove(file);
    BOOST_REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
    BOOST_TEST((said() == both(" is a device or a pipe, not a file")));
    fs::remove(file);
    if (kept) fs::rename(elsewhere, file);
  }
  BOOST_TEST(writing(path) == "ok");
}

BOOST_AUTO_TEST_SUITE_END()
