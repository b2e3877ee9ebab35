// Who holds the write lock of a database, for the message when waiting for it ends.
#pragma once

#include <optional>
#include <string>

#include "engine/base/error.hpp"

namespace duban::storage {

struct LockHolder {
  int pid = 0;
  std::string command;  ///< its command line, shortened; empty when it cannot be read
};

/// Read from /proc; nothing when the lock is free by now or its holder cannot be seen. Opens
/// neither the database nor its -shm: closing them again would drop this process's own locks.
std::optional<LockHolder> write_lock_holder(const std::string& database);

/// Errc::busy, naming the holder where it is known.
tl::unexpected<Error> busy(const std::string& database);

}  // namespace duban::storage
