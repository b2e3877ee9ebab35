// Small things about files that are written durably.
#pragma once

#include <unistd.h>

#include <string>
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

/// Makes names in `folder` (empty: the current one) durable: after a rename, a creation.
Status sync_folder(const std::string& folder);

}  // namespace duban::storage
