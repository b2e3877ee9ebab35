#include "storage/lock_holder.hpp"

#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>

#include "engine/base/utf8.hpp"

namespace duban::storage {
namespace {

/// SQLite's WAL_WRITE_LOCK: this byte of the -shm file.
constexpr long write_lock_byte = 120;
constexpr std::size_t command_length_max = 80;

std::string command_of(int pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/cmdline", std::ios::binary);
  std::string command{std::istreambuf_iterator<char>(file), {}};
  while (!command.empty() && command.back() == '\0') command.pop_back();
  for (char& c : command) {
    if (c == '\0') c = ' ';
  }
  if (command.size() > command_length_max) {
    command.resize(command_length_max);
    command.resize(valid_utf8_prefix(command));
    command += "...";
  }
  return command;
}

/// One line of /proc/locks, as `1: POSIX  ADVISORY  WRITE 4711 fd:00:1234 120 120`.
struct Lock {
  int pid = 0;
  unsigned major = 0;
  unsigned minor = 0;
  unsigned long inode = 0;
  long first = 0;
  long last = 0;
};

std::optional<Lock> parse_lock(const std::string& line) {
  if (line.find("->") != line.npos) return std::nullopt;  // one that waits
  std::istringstream words(line);
  std::string number, kind, advisory, access, file, last;
  Lock lock;
  if (!(words >> number >> kind >> advisory >> access >> lock.pid >> file >> lock.first >> last))
    return std::nullopt;
  if (access != "WRITE" || lock.pid <= 0) return std::nullopt;
  if (std::sscanf(file.c_str(), "%x:%x:%lu", &lock.major, &lock.minor, &lock.inode) != 3)
    return std::nullopt;
  lock.last = last == "EOF" ? write_lock_byte : std::strtol(last.c_str(), nullptr, 10);
  return lock;
}

}  // namespace

std::optional<LockHolder> write_lock_holder(const std::string& database) {
  struct stat shm {};
  if (::stat((database + "-shm").c_str(), &shm) != 0) return std::nullopt;
  std::ifstream locks("/proc/locks");
  std::optional<int> likely;  // on layered file systems the device differs
  for (std::string line; std::getline(locks, line);) {
    const std::optional<Lock> lock = parse_lock(line);
    if (!lock || lock->inode != shm.st_ino) continue;
    if (lock->first > write_lock_byte || lock->last < write_lock_byte) continue;
    likely = lock->pid;
    if (lock->major == major(shm.st_dev) && lock->minor == minor(shm.st_dev)) break;
  }
  if (!likely) return std::nullopt;
  return LockHolder{*likely, command_of(*likely)};
}

tl::unexpected<Error> busy(const std::string& database) {
  const std::optional<LockHolder> holder = write_lock_holder(database);
  if (!holder) {
    return failed(Errc::busy, "{file} is in use by another process; try again in a moment",
                  {{"file", database}});
  }
  return failed(Errc::busy,
                "{file} is being written by process {pid} ({command}); try again when it is done",
                {{"file", database},
                 {"pid", std::to_string(holder->pid)},
                 {"command", holder->command.empty() ? "?" : holder->command}});
}

}  // namespace duban::storage
