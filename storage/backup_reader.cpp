#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "engine/log/sha256.hpp"
#include "storage/backup_manifest.hpp"

namespace duban {
namespace {

using storage::File;

/// A line of the manifest has about 200 bytes; nothing longer is looked at.
constexpr std::size_t line_max = 1024;
constexpr std::size_t block_size = static_cast<std::size_t>(storage::tar_block);

/// The medium fails, which says nothing about the backup.
tl::unexpected<Error> not_read(const std::string& path, std::string reason) {
  return failed(Errc::io,
                "{file} cannot be read ({reason}), and so not judged; check the disk or share that "
                "it lies on, then try again or take another copy",
                {{"file", path}, {"reason", std::move(reason)}});
}

}  // namespace

Result<BackupReader> BackupReader::open(const std::string& path) {
  File file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  struct stat status {};
  if (!file && (errno == ENOENT || errno == ENOTDIR))
    return failed(Errc::bad_file, "there is no file {file}", {{"file", path}});
  if (!file || ::fstat(file.get(), &status) != 0) return not_read(path, storage::reason(errno));
  if (!S_ISREG(status.st_mode))
    return failed(Errc::bad_file, "{file} is no file that could be a backup", {{"file", path}});
  BackupReader reader(std::move(file), path, status.st_size);
  DUBAN_TRY(reader.read_head());
  return reader;
}

tl::unexpected<Error> BackupReader::invalid(std::string_view why) const {
  return failed(Errc::bad_file, why, {{"file", path_}});
}

/// As much as there is, at most `size`. What the file has by its own size must come: else it is not
/// the backup that is cut short.
Result<std::string> BackupReader::read_at(std::int64_t at, std::size_t size) const {
  std::string bytes(size, '\0');
  std::size_t done = 0;
  while (done < size) {
    const ssize_t count =
        ::pread(file_.get(), bytes.data() + done, size - done, at + static_cast<off_t>(done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return not_read(path_, storage::reason(errno));
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  if (done < size && at + static_cast<std::int64_t>(done) < size_) {
    return failed(Errc::io,
                  "{file} gives fewer bytes than it has, and so is not judged; check the disk or "
                  "share that it lies on, then try again or take another copy",
                  {{"file", path_}});
  }
  bytes.resize(done);
  return bytes;
}

Status BackupReader::read_head() {
  DUBAN_TRY(const std::string header, read_at(0, block_size));
  std::string name(storage::backup_folder);
  name += storage::manifest_name;
  if (header.size() < block_size || !header.starts_with(name))
    return invalid("{file} is no backup of duban");
  const auto size = storage::size_in(header);
  const auto modified = storage::time_in(header);
  if (!size || !modified || tar_header(name, *size, *modified) != header)
    return invalid("{file} is damaged: its first header is not as it was written");
  modified_ = *modified;
  lines_ = storage::tar_block + *size;
  at_ = storage::tar_block + storage::padded(*size);
  DUBAN_TRY(const std::string first, line());
  const auto head = storage::parse_head(first);
  if (!head) return invalid("{file} is damaged, or of a newer duban: its manifest cannot be read");
  head_ = *head;
  return check_padding(lines_, at_);
}

Result<std::string> BackupReader::line() {
  const auto left = static_cast<std::size_t>(std::min<std::int64_t>(lines_ - line_, line_max));
  DUBAN_TRY(std::string bytes, read_at(line_, left));
  const std::size_t end = bytes.find('\n');
  if (end == bytes.npos) return invalid("{file} is damaged: its manifest ends too early");
  bytes.resize(end);
  line_ += static_cast<std::int64_t>(end) + 1;
  return bytes;
}

Status BackupReader::check_padding(std::int64_t from, std::int64_t to) const {
  DUBAN_TRY(const std::string bytes, read_at(from, static_cast<std::size_t>(to - from)));
  if (bytes == std::string(static_cast<std::size_t>(to - from), '\0')) return {};
  return invalid("{file} is damaged or cut short");
}

Status BackupReader::check_end() {
  if (files_ != head_.files || bytes_ != head_.bytes || lacks_ != head_.lacks)
    return invalid("{file} is damaged: its manifest does not count what it lists");
  DUBAN_TRY(check_padding(at_, at_ + 2 * storage::tar_block));
  DUBAN_TRY(const std::string more, read_at(at_ + 2 * storage::tar_block, 1));
  if (!more.empty()) return invalid("{file} is damaged: something follows its end");
  return {};
}

Result<bool> BackupReader::next(BackupMember& member) {
  if (line_ == lines_) {
    DUBAN_TRY(check_end());
    return false;
  }
  DUBAN_TRY(const std::string text, line());
  const auto listed = storage::parse_member(text);
  if (!listed || !storage::may_follow(*listed, member_.name))
    return invalid("{file} is damaged: its manifest lists what no backup holds");
  member = member_ = *listed;
  ++(member.size < 0 ? lacks_ : files_);
  bytes_ += std::max<std::int64_t>(member.size, 0);
  return true;
}

Status BackupReader::unpack(const std::function<Status(std::string_view)>& sink) {
  const std::string header =
      tar_header(std::string(storage::backup_folder) + member_.name, member_.size, modified_);
  DUBAN_TRY(const std::string found, read_at(at_, block_size));
  const auto damaged = [&] {
    return failed(Errc::bad_file, "{file} is damaged or cut short: {member} is not what it was",
                  {{"file", path_}, {"member", member_.name}});
  };
  if (found != header) return damaged();
  at_ += storage::tar_block;
  Sha256 hash;
  const std::int64_t end = at_ + member_.size;
  for (std::int64_t at = at_; at < end;) {
    DUBAN_TRY(const std::string bytes,
              read_at(at, static_cast<std::size_t>(std::min<std::int64_t>(end - at, 1 << 16))));
    if (bytes.empty()) return damaged();
    hash.add(bytes);
    DUBAN_TRY(sink(bytes));
    at += static_cast<std::int64_t>(bytes.size());
  }
  if (to_hex(hash.finish()) != member_.sha256) return damaged();
  at_ += storage::padded(member_.size);
  return check_padding(end, at_);
}

}  // namespace duban
