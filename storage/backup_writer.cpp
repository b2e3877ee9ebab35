#include <fcntl.h>

#include <algorithm>

#include "engine/log/sha256.hpp"
#include "storage/backup_manifest.hpp"

namespace duban {
namespace {

using storage::File;

/// A file that is written with what tar wants around it.
class TarFile {
 public:
  TarFile(File file, const std::string& path) : file_(std::move(file)), path_(path) {}

  Status begin(const std::string& name, std::int64_t size, Instant modified) {
    size_ = 0;
    return write(tar_header(std::string(storage::backup_folder) + name, size, modified));
  }
  Status add(std::string_view bytes) {
    size_ += static_cast<std::int64_t>(bytes.size());
    return write(bytes);
  }
  Status end() {
    return write(std::string(static_cast<std::size_t>(storage::padded(size_) - size_), '\0'));
  }
  Status finish() {
    DUBAN_TRY(write(std::string(2 * storage::tar_block, '\0')));
    DUBAN_TRY(flush());
    return storage::sync_file(file_, path_);
  }

 private:
  static constexpr std::size_t buffer_max = std::size_t{1} << 18;

  Status write(std::string_view bytes) {
    buffer_ += bytes;
    return buffer_.size() < buffer_max ? Status() : flush();
  }
  Status flush() {
    DUBAN_TRY(storage::write_all(file_, buffer_, path_));
    buffer_.clear();
    return {};
  }

  File file_;
  std::string path_;
  std::string buffer_;
  std::int64_t size_ = 0;
};

Status write_manifest(TarFile& tar, const BackupHead& head,
                      const std::vector<BackupMember>& members) {
  std::int64_t size = static_cast<std::int64_t>(storage::head_line(head).size());
  for (const BackupMember& member : members)
    size += static_cast<std::int64_t>(storage::member_line(member).size());
  DUBAN_TRY(tar.begin(std::string(storage::manifest_name), size, head.last));
  DUBAN_TRY(tar.add(storage::head_line(head)));
  for (const BackupMember& member : members) DUBAN_TRY(tar.add(storage::member_line(member)));
  return tar.end();
}

}  // namespace

Status write_backup(const std::string& path, BackupHead& head,
                    const std::vector<BackupMember>& members,
                    const std::function<std::string(const BackupMember&)>& path_of,
                    const BackupProgress& progress) {
  head.files = head.bytes = head.lacks = 0;
  for (const BackupMember& member : members) {
    ++(member.size < 0 ? head.lacks : head.files);
    head.bytes += std::max<std::int64_t>(member.size, 0);
  }
  File file(::open(path.c_str(), O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0600));
  if (!file) return storage::not_written(path);
  TarFile tar(std::move(file), path);
  DUBAN_TRY(write_manifest(tar, head, members));
  std::int64_t done = 0;
  std::string before;
  for (const BackupMember& member : members) {
    DUBAN_ASSERT(storage::may_follow(member, before));
    before = member.name;
    if (member.size < 0) continue;
    DUBAN_TRY(tar.begin(member.name, member.size, head.last));
    Sha256 hash;
    std::int64_t size = 0;
    const std::string source = path_of(member);
    DUBAN_TRY(storage::read_blocks(source, [&](std::string_view bytes) {
      hash.add(bytes);
      size += static_cast<std::int64_t>(bytes.size());
      return size > member.size ? Status() : tar.add(bytes);
    }));
    if (size != member.size || to_hex(hash.finish()) != member.sha256) {
      return failed(Errc::io, "{file} was changed while it was read; try again",
                    {{"file", source}});
    }
    DUBAN_TRY(tar.end());
    done += size;
    if (progress) progress(done, head.bytes);
  }
  return tar.finish();
}

}  // namespace duban
