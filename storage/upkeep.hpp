// What is done to a database as a whole, beside its store: copied, and looked over.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/operations/ports.hpp"

namespace duban {

/// Done of all, in pages; may be empty.
using CopyProgress = std::function<void(std::int64_t done, std::int64_t all)>;

/// Copies the database as it stands at one moment into the new file `to`, while others read and
/// write. The copy is whole in its one file, but not yet synced; what fails may leave a part of it.
Status copy_database(const std::string& from, const std::string& to, int busy_timeout_ms,
                     const CopyProgress& progress);

/// What is wrong with a database file, without believing anything that it says of itself.
struct DatabaseFaults {
  std::vector<LayoutFault> layout;
  /// SQLite's own words, at most a hundred; not asked when the layout has faults, because a foreign
  /// layout can keep SQLite busy for ever.
  std::vector<std::string> broken;
  bool none() const { return layout.empty() && broken.empty(); }
};
/// An error when the file is no database of ours and of this version, or cannot be read.
Result<DatabaseFaults> database_faults(const std::string& path, int busy_timeout_ms);

}  // namespace duban
