// The doctor's look at files and machine; the database is not asked.
#include <signal.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <functional>

#include "cli/checkup.hpp"
#include "storage/file.hpp"
#include "storage/lock_holder.hpp"
#include "storage/sharing.hpp"
#include "text/caret.hpp"

namespace duban {
namespace {
namespace fs = std::filesystem;

constexpr std::int64_t megabyte = std::int64_t{1} << 20;
/// SQLite folds the file in at 4 MB; one that is much larger is held open by a reader.
constexpr std::int64_t write_ahead_much = 64 * megabyte;
constexpr std::int64_t space_little = 100 * megabyte;
constexpr std::int64_t space_none = 10 * megabyte;
constexpr fsfilcnt_t names_little = 1000;

struct Network {
  std::uint32_t magic;
  const char* name;
};
constexpr Network networks[] = {
    {0x6969, "NFS"},     {0x517b, "SMB"},      {0xff534d42, "CIFS"}, {0xfe534d42, "SMB2"},
    {0x5346414f, "AFS"}, {0x00c36400, "Ceph"}, {0x01021997, "9P"},   {0x73757245, "Coda"},
};
constexpr std::uint32_t fuse = 0x65735546;
constexpr std::uint32_t tmpfs = 0x01021994;

std::string octal(mode_t mode) {
  char text[8];
  std::snprintf(text, sizeof text, "%04o", static_cast<unsigned>(mode));
  return text;
}

/// Everything that belongs to the workspace; what cannot be listed is left out.
void each_belonging(const fs::path& directory, const std::function<void(const fs::path&)>& visit) {
  visit(directory);
  std::error_code failure;
  for (const char* name : {workspace_file, database_file, "duban.db-wal", "duban.db-shm"}) {
    if (fs::exists(fs::symlink_status(directory / name, failure))) visit(directory / name);
  }
  const fs::path evidence = directory / "evidence";
  if (!fs::exists(fs::symlink_status(evidence, failure))) return;
  visit(evidence);
  fs::recursive_directory_iterator at(evidence, failure);
  for (; !failure && at != fs::recursive_directory_iterator(); at.increment(failure))
    visit(at->path());
}

/// What is wrong with the rights of one file; nothing where all is well.
std::optional<Checkup> rights_of(const fs::path& path, const struct stat& whole) {
  const Values named{{"path", path.string()}};
  const auto said = [](Health health, Message message) {
    return Checkup{"rights", health, std::move(message)};
  };
  struct stat status = {};
  if (::lstat(path.c_str(), &status) != 0) {
    if (errno == ENOENT) return std::nullopt;  // gone since it was listed, as -wal and drafts go
    return said(Health::wrong, {"{path} cannot be looked at: {reason}",
                                {{"path", path.string()}, {"reason", storage::reason(errno)}}});
  }
  const bool folder = S_ISDIR(status.st_mode);
  if (!folder && !S_ISREG(status.st_mode)) {
    return said(Health::wrong,
                {"{path} is neither a file nor a folder; put the file itself there", named});
  }
  const bool shared = (whole.st_mode & S_IWGRP) != 0;
  const Sharing sharing = shared ? Sharing::group : Sharing::owner;
  const mode_t wanted = folder ? folder_mode(sharing) : file_mode(sharing);
  const mode_t mode = status.st_mode & 07777u;
  const Values modes{{"path", path.string()}, {"mode", octal(mode)}, {"wanted", octal(wanted)}};
  if ((mode & ~wanted & 0777u) != 0)
    return said(Health::wrong, {"{path} is open to others (mode {mode}); chmod {wanted}", modes});
  const bool owned = shared ? status.st_gid == whole.st_gid : status.st_uid == whole.st_uid;
  if (!owned) {
    return said(Health::wrong,
                {"{path} belongs to somebody else than the workspace; chown or chgrp it", named});
  }
  if (mode != wanted)
    return said(Health::warning, {"{path} has mode {mode}; chmod {wanted}", modes});
  return std::nullopt;
}

/// Whether the process is gone that a draft `.new-<pid>-<n>` was made by.
bool is_left_over(const std::string& name) {
  constexpr std::string_view mark = ".new-";
  if (!name.starts_with(mark)) return false;
  int pid = 0;
  std::from_chars(name.data() + mark.size(), name.data() + name.size(), pid);
  return pid <= 0 || (::kill(pid, 0) != 0 && errno == ESRCH);
}

Checkup unseen(std::string_view check) {
  return {check,
          Health::unknown,
          {"the system does not tell: {reason}", {{"reason", storage::reason(errno)}}}};
}

std::int64_t size_of(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_size : 0;
}

}  // namespace

Checkup check_settings(const Patient& patient) {
  const std::string file = (patient.directory / workspace_file).string();
  const Result<std::string> text = read_text(file);
  if (!text) {
    return {"settings", Health::wrong, text.error().message,
            Message{"put it there again, from a backup"}};
  }
  const Checked<Settings> settings = read_settings(*text, file);
  if (settings) return {"settings", Health::ok, Message{"duban.yaml can be read"}};
  const Error& error = settings.error().front();
  return {"settings",
          Health::wrong,
          error.message,
          {"correct it in {place}", {{"place", to_text(error.where)}}}};
}

Checkup check_rights(const Patient& patient) {
  struct stat whole = {};
  if (::stat(patient.directory.c_str(), &whole) != 0) return unseen("rights");
  std::optional<Checkup> worst;
  int count = 0;
  each_belonging(patient.directory, [&](const fs::path& path) {
    std::optional<Checkup> found = rights_of(path, whole);
    if (!found) return;
    ++count;
    if (!worst || worst->health < found->health) worst = std::move(found);
  });
  if (!worst) {
    return {"rights", Health::ok,
            (whole.st_mode & S_IWGRP) != 0 ? Message{"its files are open to its group only"}
                                           : Message{"its files are open to their owner only"}};
  }
  if (count > 1) worst->more = {"and {count} more", {{"count", std::to_string(count - 1)}}};
  return *worst;
}

Checkup check_file_system(const Patient& patient) {
  struct statfs status = {};
  struct statvfs flags = {};
  if (::statfs(patient.directory.c_str(), &status) != 0 ||
      ::statvfs(patient.directory.c_str(), &flags) != 0)
    return unseen("file-system");
  const auto magic = static_cast<std::uint32_t>(status.f_type);
  for (const Network& network : networks) {
    if (network.magic != magic) continue;
    return {"file-system",
            Health::wrong,
            {"it lies on a network file system ({name}), where two machines destroy it; move it to "
             "a disk of this machine",
             {{"name", network.name}}}};
  }
  if (magic == fuse) {
    return {"file-system", Health::warning,
            Message{"its file system is made by a program (FUSE); if it lies on another machine, "
                    "move it to a disk of this one"}};
  }
  if (magic == tmpfs) {
    return {"file-system", Health::warning,
            Message{"it lies in memory (tmpfs) and is gone when the machine stops; move it to a "
                    "disk"}};
  }
  if ((flags.f_flag & ST_RDONLY) != 0) {
    return {"file-system", Health::warning,
            Message{"its file system is mounted read-only; nothing can be recorded"}};
  }
  return {"file-system", Health::ok, Message{"it lies on a disk of this machine"}};
}

Checkup check_space(const Patient& patient) {
  struct statvfs status = {};
  if (::statvfs(patient.directory.c_str(), &status) != 0) return unseen("space");
  const auto free =
      static_cast<std::int64_t>(status.f_bavail) * static_cast<std::int64_t>(status.f_frsize);
  const Values values{{"free", std::to_string(free / megabyte)},
                      {"size", std::to_string(size_of(patient.database()) / megabyte + 1)},
                      {"names", std::to_string(status.f_favail)}};
  if (status.f_files > 0 && status.f_favail < names_little) {
    return {"space",
            Health::warning,
            {"the disk has room for {names} more files only; remove some", values}};
  }
  if (free < space_none)
    return {"space", Health::wrong, {"{free} MB are free on its disk; make room", values}};
  if (free < std::max(space_little, size_of(patient.database()))) {
    return {"space",
            Health::warning,
            {"{free} MB are free on its disk, and the database has {size} MB; make room", values}};
  }
  return {"space", Health::ok, {"{free} MB are free on its disk", values}};
}

Checkup check_write_ahead(const Patient& patient) {
  const std::int64_t size = size_of(patient.database() + "-wal");
  const Values values{{"size", std::to_string(size / megabyte)}};
  if (size < write_ahead_much)
    return {"write-ahead", Health::ok, {"the write-ahead file has {size} MB", values}};
  return {"write-ahead",
          Health::warning,
          {"the write-ahead file has {size} MB; some duban has been reading for long, see which "
           "hangs and end it",
           values}};
}

Checkup check_lock(const Patient& patient) {
  const auto holder = storage::write_lock_holder(patient.database());
  if (!holder) return {"lock", Health::ok, Message{"nobody is writing now"}};
  return {"lock",
          Health::ok,
          {"process {pid} is writing now ({command})",
           {{"pid", std::to_string(holder->pid)}, {"command", holder->command}}}};
}

Checkup check_leftovers(const Patient& patient) {
  int count = 0;
  std::string first;
  each_belonging(patient.directory, [&](const fs::path& path) {
    if (!is_left_over(path.filename().string())) return;
    ++count;
    if (first.empty() || path.string() < first) first = path.string();
  });
  const fs::path beside =
      patient.directory.parent_path() / ("." + patient.directory.filename().string() + ".new");
  std::error_code failure;
  if (fs::exists(beside, failure)) {
    ++count;
    first = beside.string();
  }
  if (count == 0) return {"leftovers", Health::ok, Message{"nothing is left of killed processes"}};
  return {"leftovers",
          Health::warning,
          {"{count} unfinished files are left of killed processes; remove {path}",
           {{"count", std::to_string(count)}, {"path", first}}}};
}

Checkup check_zones(const Patient&) {
  const Result<Zone> zone = Zone::find("Asia/Shanghai");
  if (zone) return {"zones", Health::ok, Message{"the system's time zones are there"}};
  return {"zones", Health::wrong, Message{"this machine has no time zones; install tzdata"}};
}

}  // namespace duban
