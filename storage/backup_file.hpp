// The one file that is a backup of a workspace: a tar archive that begins with a manifest.
//
// Its members lie in one folder, `duban-backup/`: first `manifest.jsonl`, then `duban.yaml`,
// `duban.db`, and the files of `evidence/` by name. Whoever unpacks it with tar has a workspace.
// The manifest is lines of canonical JSON, each ended by a line feed; the first is the head:
//
//     {"bytes":344064,"duban":"backup","files":7,"format":1,"lacks":0,
//      "last":"2018-03-01T02:30:00Z","rehearsal":false,"root":"<base64>","size":849,
//      "workspace":"00112233445566ff"}
//     {"name":"duban.yaml","sha256":"<hex>","size":402}
//     {"name":"evidence/ab/cdef…","sha256":"abcdef…","size":null}    (what the backup lacks)
//
// `size`, `root` and `last` are the log's: its entries, its tree head and the recorded time of its
// last entry. A backup is valid if and only if
//  1. it begins with the tar header (ustar, as tar_header makes it) of the manifest;
//  2. the manifest's first line is such a head, of format 1;
//  3. a line follows for each member, `files` with a size and `lacks` without: `duban.yaml`,
//     `duban.db`, then names of `evidence/` that rise and are made from their sha256;
//  4. the sizes add up to `bytes`;
//  5. each member with a size follows in this order, its header as tar_header makes it from its
//     line, its bytes padded with zeros to blocks of 512, and they have the hash of its line;
//  6. two blocks of zeros end it, and nothing comes after them.
// Nothing is compressed, so nothing unpacks to more than the file holds.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/base/error.hpp"
#include "storage/file.hpp"

namespace duban {

struct BackupHead {
  std::string workspace;
  bool rehearsal = false;
  std::int64_t size = 0;  ///< log entries
  std::string root;       ///< tree head over them, 32 raw bytes
  Instant last;           ///< recorded time of the last entry
  std::int64_t files = 0;
  std::int64_t bytes = 0;  ///< of all files
  std::int64_t lacks = 0;  ///< files that entries name and that were not there
};

struct BackupMember {
  std::string name;
  std::string sha256;
  std::int64_t size = -1;  ///< -1: the backup lacks it
};

/// How a file of evidence is called in a workspace and in a backup.
std::string evidence_name(const std::string& sha256);

/// A ustar header of a plain file, mode 0600, owner 0. Sizes from 8 GiB on are written as GNU tar
/// does.
std::string tar_header(const std::string& name, std::int64_t size, Instant modified);

/// `done` and `all` are bytes; may be empty.
using BackupProgress = std::function<void(std::int64_t done, std::int64_t all)>;

/// Writes the backup of what lies in `path_of` each member into the new file `path`, mode 0600, and
/// syncs it. `head.files`, `.bytes` and `.lacks` are set from `members`, which stand in order.
/// Errc::io for a file that is not any more what its member says.
Status write_backup(const std::string& path, BackupHead& head,
                    const std::vector<BackupMember>& members,
                    const std::function<std::string(const BackupMember&)>& path_of,
                    const BackupProgress& progress);

/// Reads one from beginning to end. Errc::bad_file for what is not valid, with the place; Errc::io
/// for what the medium does not give, whether it is valid or not.
class BackupReader {
 public:
  /// Reads the head.
  static Result<BackupReader> open(const std::string& path);
  const BackupHead& head() const { return head_; }

  /// The next member, or false after the last; then the whole file was seen. The bytes of one that
  /// is not lacking must be taken with unpack() before the next is asked for.
  Result<bool> next(BackupMember& member);
  /// Gives the bytes of the last member to `sink`. They are known to be right only when this
  /// returns well.
  Status unpack(const std::function<Status(std::string_view)>& sink);

 private:
  BackupReader(storage::File file, std::string path, std::int64_t size)
      : file_(std::move(file)), path_(std::move(path)), size_(size) {}
  tl::unexpected<Error> invalid(std::string_view why) const;
  Result<std::string> read_at(std::int64_t at, std::size_t size) const;
  Result<std::string> line();
  Status read_head();
  Status check_padding(std::int64_t from, std::int64_t to) const;
  Status check_end();

  storage::File file_;
  std::string path_;
  std::int64_t size_;  // of the file
  BackupHead head_;
  Instant modified_;
  std::int64_t line_ = 512;  // where the manifest goes on
  std::int64_t lines_ = 0;   // where it ends
  std::int64_t at_ = 0;      // where the members go on
  BackupMember member_;
  std::int64_t files_ = 0;
  std::int64_t bytes_ = 0;
  std::int64_t lacks_ = 0;
};

}  // namespace duban
