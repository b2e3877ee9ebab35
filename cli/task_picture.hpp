// One task with all that is known of it, as `show` prints it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/table.hpp"
#include "engine/operations/reading.hpp"

namespace duban {

/// Everything that is shown, read at once.
struct TaskPicture {
  TaskView view;
  TaskText text;
  std::vector<Escalation> escalations;
  std::vector<Entry> history;
};
Result<TaskPicture> picture_of(Reading& reading, const TaskKey& key);

/// How one department stands with its part.
struct Part {
  std::string name;    ///< a co, or a member of a group
  std::string group;   ///< empty for a co itself
  std::string status;  ///< contributed, partial, excused, owing, missing, not asked
  std::optional<Instant> at;
  std::string actor;
};
/// The co's in order, each group followed by its members.
std::vector<Part> parts_of(const TaskPicture& picture, const Basis& basis);

/// The note of the entry that made a due version or began a suspension.
std::string reason_of(const DueVersion& version, const TaskPicture& picture);
std::string reason_of(const Suspension& suspension, const TaskPicture& picture, const Zone& zone);

/// The task's JSON with `evidence, dues, contributions, escalations, suspensions, cycles, remarks,
/// history`; the history holds the entries as the log has them, `seq` null while not recorded.
Value json_of(const TaskPicture& picture, const Basis& basis);
/// The history alone, a row an entry.
Sheet history_sheet(const TaskPicture& picture, const Zone& zone, Lang lang);

}  // namespace duban
