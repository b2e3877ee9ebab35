// The figures of the board (status): tasks counted by state, light, department and section.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>

#include "engine/operations/reading.hpp"

namespace duban {

/// Of a department as the lead of tasks.
struct LeadCounts {
  int tasks = 0;
  int due = 0;      ///< neither reported, verified, suspended nor cancelled
  int done = 0;     ///< reported or verified
  int late = 0;     ///< late in the present cycle, or overdue
  int longest = 0;  ///< days of the latest of those that are not reported yet
};
/// Of a department among the co's.
struct CoCounts {
  int tasks = 0;
  int due = 0;    ///< its contribution is still missing
  int done = 0;   ///< contributed, or excused
  int late = 0;   ///< missing though the task is overdue
  int owing = 0;  ///< named --without at the report
};
struct DepartmentCounts {
  LeadCounts lead;
  CoCounts co;
};

struct GroupCounts {
  std::string title;  ///< of a section; other groups are named by their key
  int tasks = 0;
  int done = 0;
  std::array<int, 4> lights{};  ///< by Light
};

struct Tally {
  int tasks = 0;
  std::array<std::array<int, 4>, 7> states{};           ///< by TaskState, then Light
  std::map<std::string, DepartmentCounts> departments;  ///< by name; a group under its own
  std::map<TaskKey, GroupCounts> sections;              ///< by the path above their tasks
  std::map<std::string, GroupCounts> kept;              ///< by what the column asked for says
  std::set<std::string> headings;                       ///< of all columns that plans kept
  int wait_for_lead = 0;                                ///< tasks that wait for their lead
  int wait_for_co = 0;
  int to_verify = 0;
  int to_decide = 0;  ///< requests for extension

  int in_state(TaskState state) const;
  int in_light(Light light) const;
};

/// With `column`, the heading of one that plans kept (分管领导), also by what it says; tasks
/// without it under "".
Result<Tally> tally_of(Reading& reading, const std::string& column);

}  // namespace duban
