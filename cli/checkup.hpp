// What `doctor` looks at: one check after the other, each for itself, because a workspace that is
// broken in one place must still be told about the others.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/known_head.hpp"
#include "cli/workspace.hpp"

namespace duban {

enum class Health : std::uint8_t { ok, warning, wrong, unknown };
std::string_view to_text(Health health);

struct Checkup {
  std::string_view check;  ///< its name, for scripts too
  Health health = Health::unknown;
  Message message;    ///< what is so, and where it is not well, what to do
  Message more = {};  ///< a second clause; may be empty
};

/// What is known of the workspace before it is looked at.
struct Patient {
  std::filesystem::path directory;
  std::optional<KnownHead> head;
  /// Opened for reading, or why it cannot be; `settings` are the default where duban.yaml is bad.
  Result<std::unique_ptr<Workspace>> ports;
  Settings settings;

  std::string database() const { return (directory / database_file).string(); }
};

// Files and machine.
Checkup check_settings(const Patient& patient);
Checkup check_rights(const Patient& patient);
Checkup check_file_system(const Patient& patient);
Checkup check_space(const Patient& patient);
Checkup check_write_ahead(const Patient& patient);
Checkup check_lock(const Patient& patient);
Checkup check_leftovers(const Patient& patient);
Checkup check_zones(const Patient& patient);

// The database: all that lies in it is one reading.
std::vector<Checkup> check_database(const Patient& patient);

}  // namespace duban
