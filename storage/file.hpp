// Small things about files that are written durably.
#pragma once

#include <unistd.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/error.hpp"

namespace duban::storage {

/// A file descriptor that closes itself; -1 is none.
class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  File(File&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  File& operator=(File&&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  explicit operator bool() const { return descriptor_ >= 0; }
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

/// The system's word for an errno, e.g. "Permission denied".
std::string reason(int error);

/// Errc::io for what could not be written to `path`, with errno's word.
tl::unexpected<Error> not_written(const std::string& path);

/// Writes all bytes, however many calls that takes; `path` is for the message.
Status write_all(const File& file, std::string_view bytes, const std::string& path);
/// Its bytes are on the disk; its name is not necessarily.
Status sync_file(const File& file, const std::string& path);
/// Gives a finished file its name; Errc::conflict when something has that name already. After any
/// failure the name is as it was. True: the name is durable; false: the file system has no sync of
/// folders, as some shares have none, and nobody can tell.
Result<bool> move_new(const std::string& from, const std::string& to);
/// Why a file of a workspace, or a folder of one, did not open: not_found, or io. That it is a link
/// is said whatever errno says.
tl::unexpected<Error> not_opened(const std::string& path);
/// A file that others may have put there, open for reading: a regular one, because a pipe would be
/// waited for, and no link, because that shows what lies elsewhere. Without a `folder` it is the
/// current one; `path` is for messages.
Result<File> open_plain(const File& folder, const std::string& name, const std::string& path);
/// Such a file, read to its end in blocks.
Status read_blocks(const std::string& path, const std::function<Status(std::string_view)>& sink);

/// Makes names in `folder` (empty: the current one) durable: after a rename, a creation.
Status sync_folder(const std::string& folder);

}  // namespace duban::storage
