#include "cli/scaffold.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace duban {
namespace fs = std::filesystem;

namespace {

using storage::File;
using storage::reason;

/// An empty directory goes away again; one that holds something stays for the next to clear.
tl::unexpected<Error> not_made(const fs::path& path, int error) {
  ::rmdir(path.c_str());
  return failed(Errc::io, "nothing can be made in {directory}: {reason}",
                {{"directory", path.parent_path().string()}, {"reason", reason(error)}});
}

/// Whether the directory that is open still has this name.
bool is_at(const File& directory, const fs::path& path) {
  struct stat open = {}, named = {};
  return ::fstat(directory.get(), &open) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

/// Ours and locked; one that was there is emptied.
Result<File> take(const fs::path& path) {
  for (;;) {
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return not_made(path, errno);
    File directory(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!directory && errno == ENOENT) continue;  // another one has just cleared it away
    struct stat status = {};
    if (!directory || ::fstat(directory.get(), &status) != 0) return not_made(path, errno);
    if (status.st_uid != ::geteuid()) return not_made(path, EEXIST);
    if (::flock(directory.get(), LOCK_EX | LOCK_NB) != 0) {
      if (errno != EWOULDBLOCK) return not_made(path, errno);
      return failed(Errc::busy, "{path} is in the making by another process; try again later",
                    {{"path", path.string()}});
    }
    if (!is_at(directory, path)) continue;
    if (::fchmod(directory.get(), 0700) != 0) return not_made(path, errno);
    std::error_code failure;
    for (const auto& left : fs::directory_iterator(path, failure)) {
      fs::remove_all(left.path(), failure);
      if (failure) return not_made(left.path(), failure.value());
    }
    if (failure) return not_made(path, failure.value());
    return directory;
  }
}

}  // namespace

fs::path place_of(const std::string& given) {
  std::error_code failure;
  fs::path place = fs::absolute(given, failure).lexically_normal();
  if (!place.has_filename()) place = place.parent_path();  // "office/"
  return place;
}

/// `given` is the place as it was typed, for messages.
Status check_place(const fs::path& place, const std::string& given) {
  std::error_code failure;
  if (fs::exists(place / workspace_file, failure)) {
    return failed(Errc::conflict, "{directory} is a workspace already", {{"directory", given}});
  }
  if (const auto around = find_workspace(fs::weakly_canonical(place, failure))) {
    return failed(Errc::conflict, "{directory} is inside the workspace {workspace}",
                  {{"directory", given}, {"workspace", around->string()}});
  }
  if (fs::exists(place, failure) &&
      (!fs::is_directory(place, failure) || !fs::is_empty(place, failure))) {
    return failed(Errc::conflict, "{directory} is there already and is not an empty directory",
                  {{"directory", given}});
  }
  return {};
}

Result<std::unique_ptr<Scaffold>> Scaffold::raise(const fs::path& place, const Sharers& sharers) {
  const fs::path path = place.parent_path() / ("." + place.filename().string() + ".new");
  DUBAN_TRY(File lock, take(path));
  std::unique_ptr<Scaffold> scaffold(new Scaffold(path, std::move(lock)));
  DUBAN_TRY(share(path, sharers));
  return scaffold;
}

Scaffold::~Scaffold() {
  std::error_code failure;
  if (!path_.empty()) fs::remove_all(path_, failure);
}

Status Scaffold::write(const std::string& name, const std::string& text) const {
  const std::string path = (path_ / name).string();
  const File file(::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666));
  if (!file) return storage::not_written(path);
  DUBAN_TRY(storage::write_all(file, text, path));
  return storage::sync_file(file, path);
}

Status Scaffold::move_to(const fs::path& place) {
  DUBAN_TRY(storage::sync_folder(path_.string()));
  // rename() replaces an empty directory in one step, and nothing else.
  if (std::rename(path_.c_str(), place.c_str()) != 0) {
    return failed(Errc::io, "the workspace cannot be put at {directory}: {reason}",
                  {{"directory", place.string()}, {"reason", reason(errno)}});
  }
  Status synced = storage::sync_folder(place.parent_path().string());
  // What may not last is taken away again, so that it can be tried once more.
  if (synced || std::rename(place.c_str(), path_.c_str()) != 0) path_.clear();
  return synced;
}

}  // namespace duban
