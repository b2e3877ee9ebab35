// Where the engine's ports meet SQLite, the file system and the machine's clock.
#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "audit/replay.hpp"
#include "cli/compiler.hpp"
#include "cli/real_clock.hpp"
#include "cli/workspace.hpp"
#include "storage/evidence.hpp"
#include "storage/sqlite_store.hpp"

namespace duban {
namespace {
namespace fs = std::filesystem;

fs::path database_in(const fs::path& directory) { return directory / database_file; }

/// Whose the workspace is shows in the modes of its directory.
Sharing sharing_of(const fs::path& directory) {
  struct stat status = {};
  const bool shared = stat(directory.c_str(), &status) == 0 && (status.st_mode & S_IWGRP) != 0;
  if (shared) umask(007);
  return shared ? Sharing::group : Sharing::owner;
}

std::unique_ptr<Workspace> ports_without_store(const fs::path& directory, Access access) {
  auto workspace = std::make_unique<Workspace>();
  workspace->directory = directory;
  workspace->access = access;
  workspace->vault = std::make_unique<Gate>(
      std::make_unique<EvidenceVault>((directory / "evidence").string(), sharing_of(directory)));
  workspace->compiler = std::make_unique<Compiler>();
  workspace->clock = std::make_unique<RealClock>();
  workspace->account = account_name();
  return workspace;
}

}  // namespace

Result<std::unique_ptr<Workspace>> open_ports(const fs::path& directory, const Settings& settings,
                                              Access access) {
  std::unique_ptr<Workspace> workspace = ports_without_store(directory, access);
  workspace->settings = settings;
  const auto mode = access == Access::read ? SqliteStore::Mode::read : SqliteStore::Mode::write;
  DUBAN_TRY(workspace->store, SqliteStore::open(database_in(directory).string(), mode,
                                                {settings.busy_timeout_ms, sharing_of(directory)}));
  return workspace;
}

Result<std::unique_ptr<Workspace>> make_ports(const fs::path& directory, const std::string& id,
                                              bool rehearsal) {
  std::unique_ptr<Workspace> workspace = ports_without_store(directory, Access::write);
  DUBAN_TRY(workspace->store,
            SqliteStore::create(database_in(directory).string(), id, rehearsal,
                                {Settings().busy_timeout_ms, sharing_of(directory)}));
  return workspace;
}

Result<Sharers> sharers_of(const std::string& group) {
  if (group.empty()) return Sharers{};
  const struct group* known = getgrnam(group.c_str());
  if (!known) {
    return failed(Errc::not_found, "the system has no group {group}", {{"group", group}});
  }
  return Sharers{known->gr_gid};
}

Status share(const fs::path& directory, const Sharers& sharers) {
  if (!sharers.group) return {};
  if (chown(directory.c_str(), static_cast<uid_t>(-1), *sharers.group) != 0 ||
      chmod(directory.c_str(), folder_mode(Sharing::group)) != 0) {
    return failed(Errc::io, "{directory} cannot be given to the group: {reason}",
                  {{"directory", directory.string()}, {"reason", std::strerror(errno)}});
  }
  umask(007);
  return {};
}

Result<std::unique_ptr<View>> view_of_past(std::unique_ptr<View> view, BasisCompiler& compiler,
                                           Instant at) {
  return audit::board_at(std::move(view), compiler, at);
}

}  // namespace duban
