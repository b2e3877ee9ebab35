#include "storage/evidence.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <functional>

#include "engine/base/utf8.hpp"
#include "engine/log/sha256.hpp"
#include "storage/file.hpp"

namespace duban {
namespace {

using storage::File;
using storage::not_written;
using storage::reason;

/// A file that somebody names, open for reading. Never waits: a pipe would.
Result<File> open_source(const std::string& path) {
  File file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!file && (errno == ENOENT || errno == ENOTDIR))
    return failed(Errc::argument, "there is no file {file}", {{"file", path}});
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) {
    return failed(Errc::argument, "{file} cannot be read: {reason}",
                  {{"file", path}, {"reason", reason(errno)}});
  }
  if (S_ISDIR(status.st_mode))
    return failed(Errc::argument, "{file} is a folder, not a file", {{"file", path}});
  if (!S_ISREG(status.st_mode))
    return failed(Errc::argument, "{file} is a device or a pipe, not a file", {{"file", path}});
  return file;
}

/// Shows `sink` all bytes of the file, at most `size_max`, and returns how many there were.
Result<std::int64_t> read_all(const File& file, const std::string& path, std::int64_t size_max,
                              const std::function<Status(std::string_view)>& sink) {
  std::string buffer(1 << 16, '\0');
  std::int64_t size = 0;
  for (;;) {
    const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      return failed(Errc::argument, "{file} cannot be read: {reason}",
                    {{"file", path}, {"reason", reason(errno)}});
    }
    if (count == 0) return size;
    size += count;
    if (size > size_max) {
      return failed(Errc::argument, "{file} is larger than {size} bytes, the most that is taken",
                    {{"file", path}, {"size", std::to_string(size_max)}});
    }
    DUBAN_TRY(sink(std::string_view(buffer).substr(0, static_cast<std::size_t>(count))));
  }
}

struct Hashed {
  std::string sha256;
  std::int64_t size = 0;
};

Result<Hashed> hashed(const File& file, const std::string& path, std::int64_t size_max) {
  Sha256 hash;
  DUBAN_TRY(const std::int64_t size,
            read_all(file, path, size_max, [&](std::string_view bytes) -> Status {
              hash.add(bytes);
              return {};
            }));
  return Hashed{to_hex(hash.finish()), size};
}

/// What root makes in somebody's workspace belongs to whom the folder around it does.
bool keep_owner(const std::string& path) {
  if (::geteuid() != 0) return true;
  struct stat around {};
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return ::stat(folder.c_str(), &around) == 0 &&
         ::lchown(path.c_str(), around.st_uid, around.st_gid) == 0;
}

/// A file in the making, gone again unless it is published.
class Draft {
 public:
  /// In the folder of `path`, so that the renaming stays within one file system.
  static Result<Draft> make(const std::string& path, Sharing sharing) {
    static std::atomic<unsigned> count = 0;
    const std::string name = std::filesystem::path(path).parent_path().string() + "/.new-" +
                             std::to_string(::getpid()) + "-" + std::to_string(++count);
    // One of the same name can only be left from a process that was killed.
    ::unlink(name.c_str());
    Draft draft(
        File(::open(name.c_str(), O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0600)),
        name, path);
    if (!draft.file_ || ::fchmod(draft.file_.get(), file_mode(sharing)) != 0 || !keep_owner(name))
      return not_written(path);
    return draft;
  }
  Draft(Draft&& other) noexcept
      : file_(std::move(other.file_)),
        name_(std::exchange(other.name_, {})),
        path_(std::move(other.path_)) {}
  Draft& operator=(Draft&&) = delete;
  ~Draft() {
    if (!name_.empty()) ::unlink(name_.c_str());
  }

  Status write(std::string_view bytes) { return storage::write_all(file_, bytes, path_); }

  /// Under its name, which is not durable yet.
  Status publish() {
    if (::fsync(file_.get()) != 0 || ::rename(name_.c_str(), path_.c_str()) != 0)
      return not_written(path_);
    name_.clear();
    return {};
  }

 private:
  Draft(File file, std::string name, std::string path)
      : file_(std::move(file)), name_(std::move(name)), path_(std::move(path)) {}
  File file_;
  std::string name_;
  std::string path_;
};

/// Whether there is such a folder; its name may not be durable yet.
Status make_folder(const std::string& folder, Sharing sharing) {
  if (::mkdir(folder.c_str(), 0700) == 0) {
    if (::chmod(folder.c_str(), folder_mode(sharing)) != 0 || !keep_owner(folder))
      return not_written(folder);
    return {};
  }
  if (errno != EEXIST) return not_written(folder);
  const File there(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  return there ? Status() : storage::not_opened(folder);
}

}  // namespace

std::string EvidenceVault::name_of(const std::string& sha256) {
  DUBAN_ASSERT(is_hash_text(sha256));
  return sha256.substr(0, 2) + "/" + sha256.substr(2);
}

std::string EvidenceVault::path_of(const std::string& sha256) const {
  return folder_ + "/" + name_of(sha256);
}

Status EvidenceVault::make_folders(const std::string& sha256) const {
  DUBAN_TRY(make_folder(folder_, sharing_));
  return make_folder(folder_ + "/" + sha256.substr(0, 2), sharing_);
}

Status EvidenceVault::settle(const std::string& sha256) const {
  DUBAN_TRY(storage::sync_folder(folder_ + "/" + sha256.substr(0, 2)));
  DUBAN_TRY(storage::sync_folder(folder_));
  return storage::sync_folder(std::filesystem::path(folder_).parent_path().string());
}

/// Folder by folder, because only the last name of a path is kept from being a link.
Result<File> EvidenceVault::open_kept(const std::string& sha256) const {
  constexpr int folder_flags = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  const std::string path = path_of(sha256);
  const auto not_opened = [&](const std::string& folder) {
    return storage::not_opened(errno == ENOENT ? path : folder);
  };
  const File all(::open(folder_.c_str(), folder_flags));
  if (!all) return not_opened(folder_);
  const std::string first = sha256.substr(0, 2);
  const File some(::openat(all.get(), first.c_str(), folder_flags));
  if (!some) return not_opened(folder_ + "/" + first);
  return storage::open_plain(some, sha256.substr(2), path);
}

bool EvidenceVault::holds(const std::string& sha256) const {
  const Result<File> file = open_kept(sha256);
  if (!file) return false;
  const Result<Hashed> kept = hashed(*file, path_of(sha256), file_size_max_);
  return kept && kept->sha256 == sha256;
}

Result<Attachment> EvidenceVault::inspect(const std::string& path) {
  DUBAN_TRY(const File file, open_source(path));
  DUBAN_TRY(Hashed whole, hashed(file, path, file_size_max_));
  return Attachment{std::move(whole.sha256),
                    readable_name(std::filesystem::path(path).filename().string()), whole.size};
}

Status EvidenceVault::keep(const std::string& path, const std::string& sha256) {
  if (holds(sha256)) return settle(sha256);
  DUBAN_TRY(const File file, open_source(path));
  DUBAN_TRY(make_folders(sha256));
  DUBAN_TRY(Draft draft, Draft::make(path_of(sha256), sharing_));
  Sha256 hash;
  DUBAN_TRY(read_all(file, path, file_size_max_, [&](std::string_view bytes) {
    hash.add(bytes);
    return draft.write(bytes);
  }));
  if (to_hex(hash.finish()) != sha256) {
    return failed(Errc::io, "{file} was changed while it was read; try again", {{"file", path}});
  }
  DUBAN_TRY(draft.publish());
  return settle(sha256);
}

Result<std::string> EvidenceVault::keep_bytes(std::string_view bytes) {
  const std::string sha256 = sha256_hex(bytes);
  if (!holds(sha256)) {
    DUBAN_TRY(make_folders(sha256));
    DUBAN_TRY(Draft draft, Draft::make(path_of(sha256), sharing_));
    DUBAN_TRY(draft.write(bytes));
    DUBAN_TRY(draft.publish());
  }
  DUBAN_TRY(settle(sha256));
  return sha256;
}

Status EvidenceVault::show_kept(const std::string& sha256,
                                const std::function<Status(std::string_view)>& sink) {
  DUBAN_TRY(const File file, open_kept(sha256));
  return read_all(file, path_of(sha256), file_size_max_, sink).map([](std::int64_t) {});
}

Result<std::string> EvidenceVault::read(const std::string& sha256) {
  std::string bytes;
  DUBAN_TRY(show_kept(sha256, [&](std::string_view more) -> Status {
    bytes += more;
    return {};
  }));
  if (sha256_hex(bytes) == sha256) return bytes;
  return failed(Errc::corrupt, "{file} is not what it was: its bytes changed",
                {{"file", path_of(sha256)}});
}

}  // namespace duban
