#include "storage/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace duban::storage {

std::string reason(int error) { return std::generic_category().message(error); }

tl::unexpected<Error> not_written(const std::string& path) {
  return failed(Errc::io, "{file} cannot be written: {reason}; check the disk and its free space",
                {{"file", path}, {"reason", reason(errno)}});
}

Status write_all(const File& file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.get(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return not_written(path);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

Status sync_file(const File& file, const std::string& path) {
  if (::fsync(file.get()) != 0) return not_written(path);
  return {};
}

namespace {

/// 0, or errno.
int synced_folder(const std::string& folder) {
  const File file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return file && ::fsync(file.get()) == 0 ? 0 : errno;
}

std::string named(const std::string& folder) { return folder.empty() ? "." : folder; }

tl::unexpected<Error> not_synced(const std::string& folder, int error) {
  return failed(Errc::io, "what was written in {folder} may not be on the disk: {reason}",
                {{"folder", folder}, {"reason", reason(error)}});
}

}  // namespace

Result<bool> move_new(const std::string& from, const std::string& to) {
  int done = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE);
  if (done != 0 && (errno == EINVAL || errno == ENOSYS)) {
    // A file system that cannot ask and rename in one step.
    struct stat there {};
    if (::lstat(to.c_str(), &there) == 0)
      errno = EEXIST;
    else
      done = ::rename(from.c_str(), to.c_str());
  }
  if (done != 0 && errno == EEXIST)
    return failed(Errc::conflict, "there is a file {file} already", {{"file", to}});
  if (done != 0) return not_written(to);
  const std::string folder = named(std::filesystem::path(to).parent_path().string());
  const int error = synced_folder(folder);
  if (error == 0) return true;
  if (error == EINVAL || error == EOPNOTSUPP || error == ENOSYS) return false;
  ::unlink(to.c_str());  // so that it can be tried again
  return not_synced(folder, error);
}

tl::unexpected<Error> not_opened(const std::string& path) {
  const int error = errno;
  struct stat there {};
  const bool known = ::lstat(path.c_str(), &there) == 0;
  if (known && S_ISLNK(there.st_mode)) {
    return failed(Errc::io, "{file} is a link; put what it points to in its place",
                  {{"file", path}});
  }
  if (error == ENOENT)
    return failed(Errc::not_found, "the file {file} is missing", {{"file", path}});
  return failed(Errc::io, "{file} cannot be read: {reason}",
                {{"file", path}, {"reason", reason(error)}});
}

Result<File> open_plain(const File& folder, const std::string& name, const std::string& path) {
  File file(::openat(folder ? folder.get() : AT_FDCWD, name.c_str(),
                     O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) return not_opened(path);
  if (S_ISDIR(status.st_mode))
    return failed(Errc::io, "{file} is a folder, not a file", {{"file", path}});
  if (!S_ISREG(status.st_mode))
    return failed(Errc::io, "{file} is a device or a pipe, not a file", {{"file", path}});
  return file;
}

Status read_blocks(const std::string& path, const std::function<Status(std::string_view)>& sink) {
  DUBAN_TRY(const File file, open_plain(File(-1), path, path));
  std::string buffer(std::size_t{1} << 16, '\0');
  for (;;) {
    const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      return failed(Errc::io, "{file} cannot be read: {reason}",
                    {{"file", path}, {"reason", reason(errno)}});
    }
    if (count == 0) return {};
    DUBAN_TRY(sink(std::string_view(buffer).substr(0, static_cast<std::size_t>(count))));
  }
}

Status sync_folder(const std::string& folder) {
  const int error = synced_folder(named(folder));
  return error == 0 ? Status() : not_synced(named(folder), error);
}

}  // namespace duban::storage
