// What other processes and the file system do to a store: locks, rights, full disks, kills.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <filesystem>
#include <functional>

#include "storage/sqlite_store.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/storage/sample.hpp"

using namespace duban;
using namespace duban::test;

namespace {

constexpr uid_t nobody = 65534;

/// Runs `body` in a process of its own and returns the text that it gives.
std::string elsewhere(const std::function<std::string()>& body) {
  int ends[2];
  BOOST_REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const std::string text = body();
    const bool whole = ::write(ends[1], text.data(), text.size()) == ssize_t(text.size());
    ::_exit(whole ? 0 : 1);
  }
  ::close(ends[1]);
  std::string text;
  char buffer[4096];
  for (ssize_t n; (n = ::read(ends[0], buffer, sizeof buffer)) > 0;)
    text.append(buffer, static_cast<std::size_t>(n));
  ::close(ends[0]);
  ::waitpid(child, nullptr, 0);
  return text;
}

/// A process that holds the write lock until it is killed.
class Holder {
 public:
  explicit Holder(const std::string& path) {
    int ready[2];
    BOOST_REQUIRE(::pipe(ready) == 0);
    pid_ = ::fork();
    if (pid_ == 0) {
      auto store = SqliteStore::open(path, SqliteStore::Mode::write).value();
      auto tx = store->write().value();
      if (!tx->append(sample_entry(1600000000))) ::_exit(1);
      if (::write(ready[1], "x", 1) != 1) ::_exit(1);
      for (;;) ::pause();
    }
    ::close(ready[1]);
    char byte = 0;
    BOOST_REQUIRE(::read(ready[0], &byte, 1) == 1);
    ::close(ready[0]);
  }
  ~Holder() { end(); }
  void end() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      ::waitpid(pid_, nullptr, 0);
    }
    pid_ = 0;
  }
  pid_t pid() const { return pid_; }

 private:
  pid_t pid_ = 0;
};

/// What somebody without any right to write here gets: as `nobody` when we are root.
std::string as_a_stranger(const std::function<std::string()>& body) {
  return elsewhere([&]() -> std::string {
    if (::getuid() == 0 && ::setuid(nobody) != 0) return "cannot drop to nobody";
    return body();
  });
}

std::string read_store(const std::string& path) {
  auto store = SqliteStore::open(path, SqliteStore::Mode::read);
  return store ? everything(**store) : outcome(store);
}

std::string try_to_write(const std::string& path) {
  auto store = SqliteStore::open(path, SqliteStore::Mode::write);
  if (!store) return outcome(store);
  auto tx = (*store)->write();
  if (!tx) return outcome(tx);
  DUBAN_ASSERT((*tx)->append(sample_entry(1600000000)));
  return outcome((*tx)->commit());
}

void allow_reading_only(const std::string& folder) {
  using std::filesystem::perms;
  const perms read = perms::owner_read | perms::group_read | perms::others_read;
  for (const auto& item : std::filesystem::directory_iterator(folder))
    std::filesystem::permissions(item.path(), read);
  std::filesystem::permissions(folder,
                               read | perms::owner_exec | perms::group_exec | perms::others_exec);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(machine_tests)

BOOST_AUTO_TEST_CASE(a_second_writer_hears_who_holds_the_lock) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path); }
  Holder holder(path);
  auto store = SqliteStore::open(path, SqliteStore::Mode::write, {.busy_timeout_ms = 50}).value();
  const std::string said = outcome(store->write());
  const std::string start =
      "busy: " + path + " is being written by process " + std::to_string(holder.pid()) + " (";
  BOOST_TEST(said.substr(0, start.size()) == start);
  BOOST_TEST(said.find("test_storage") != said.npos);
  BOOST_TEST(store->read().value()->meta().value().size == 20);  // readers do not wait
}

BOOST_AUTO_TEST_CASE(a_killed_writer_leaves_nothing) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path); }
  const std::string before = read_store(path);
  Holder(path).end();
  BOOST_TEST(read_store(path) == before);
  BOOST_TEST(try_to_write(path) == "ok");
  BOOST_TEST(read_store(path) != before);
}

BOOST_AUTO_TEST_CASE(reading_needs_no_right_to_write) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path); }
  const std::string before = read_store(path);
  for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(path + suffix);
  allow_reading_only(folder.path());
  BOOST_TEST(as_a_stranger([&] { return read_store(path); }) == before);
  BOOST_TEST(as_a_stranger([&] { return try_to_write(path); }).substr(0, 4) == "io: ");
  BOOST_TEST(as_a_stranger([&] { return read_store(path); }) == before);
}

BOOST_AUTO_TEST_CASE(what_is_still_in_the_wal_is_read_too) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path); }
  auto reader = SqliteStore::open(path, SqliteStore::Mode::read).value();
  auto view = reader->read().value();  // so that the writer is not the last and leaves its -wal
  BOOST_REQUIRE(elsewhere([&] { return try_to_write(path); }) == "ok");
  BOOST_REQUIRE(std::filesystem::file_size(path + "-wal") > 0U);
  view.reset();
  reader.reset();  // which keeps its connection, and what that has mapped
  const std::string now = read_store(path);
  allow_reading_only(folder.path());
  BOOST_TEST(as_a_stranger([&] { return read_store(path); }) == now);
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
  std::filesystem::remove(path + "-shm");
  allow_reading_only(folder.path());
  BOOST_TEST(as_a_stranger([&] { return read_store(path); }) ==
             "io: " + path + "-wal holds what is not in " + path + " yet, and to read it " + path +
                 "-shm must be made here, where nothing can be written; copy the whole workspace "
                 "to a disk that can be written, and read it there");
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_read_is_said_to_be_so) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  { const auto store = sample_store(path); }
  std::filesystem::permissions(path, std::filesystem::perms::none);
  std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
  BOOST_TEST(as_a_stranger([&] { return read_store(path); }) ==
             "io: " + path +
                 " cannot be opened (unable to open database file); check who may "
                 "read and write it and its folder");
}

BOOST_AUTO_TEST_CASE(a_disk_that_fills_up_at_any_write_leaves_all_or_nothing) {
  const TempFolder folder;
  const std::string original = folder / "original.db";
  { const auto store = sample_store(original); }
  const std::string before = read_store(original);
  const std::string path = folder / "duban.db";
  std::string last;
  std::size_t refused = 0;
  for (rlim_t limit = 4096; last != "ok"; limit += 8192) {
    for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(path + suffix);
    std::filesystem::copy_file(original, path, std::filesystem::copy_options::overwrite_existing);
    last = elsewhere([&]() -> std::string {
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit size{limit, limit};  // as if the disk ended here, for each file
      if (::setrlimit(RLIMIT_FSIZE, &size) != 0) return "no limit";
      auto store = SqliteStore::open(path, SqliteStore::Mode::write);
      if (!store) return outcome(store);
      auto tx = (*store)->write();
      if (!tx) return outcome(tx);
      std::string failure;
      for (int i = 0; i < 300; ++i) {
        const auto seq = (*tx)->append(sample_entry(1600000000 + i));
        if (!seq && failure.empty()) failure = outcome(seq);
      }
      const Status status = (*tx)->commit();
      DUBAN_ASSERT(failure.empty() || !status);
      // Nothing more can come of it, whoever tries.
      DUBAN_ASSERT(!(*tx)->append(sample_entry(1600000000)));
      return outcome(status);
    });
    if (last != "ok") {
      ++refused;
      BOOST_TEST(last.substr(0, 4) == "io: ");
      BOOST_TEST(read_store(path) == before);
    }
    BOOST_REQUIRE(limit < 10'000'000U);
  }
  BOOST_TEST(refused > 2U);
  auto store = SqliteStore::open(path, SqliteStore::Mode::read).value();
  BOOST_TEST(store->read().value()->meta().value().size == 320);
}

BOOST_AUTO_TEST_CASE(a_store_cannot_be_made_in_a_folder_that_is_not_there) {
  const TempFolder folder;
  const std::string path = folder / "none/duban.db";
  BOOST_TEST(outcome(SqliteStore::create(path, "0123456789abcdef", false)) ==
             "io: " + path + " cannot be made: No such file or directory");
  BOOST_TEST(!std::filesystem::exists(folder / "none"));
}

BOOST_AUTO_TEST_SUITE_END()
