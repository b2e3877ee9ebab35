// What the people of a cast could try next on a task: a finite choice that stands for all.
#pragma once

#include <vector>

#include "engine/course/course.hpp"
#include "rules/proof/cast.hpp"

namespace duban::proof {

/// Commands that differ only in who gives them, or in what one of them lacks.
struct Choice {
  Event event;
  std::vector<Command> commands;
  bool each = false;  ///< who it is matters: all are tried, else the first that succeeds
};

/// The accounts of lead and co's.
std::vector<Person> departments_of(const Task& task, const Cast& cast);
/// These, and whoever was granted a role.
std::vector<Person> everyone(const Task& task, const Cast& cast);

/// Every step that the lifecycle has from the task's state and the rules list, by each of `people`
/// whom they name, with enough of everything. `anybody`: also what the rules do not list, by those
/// whom they do not name, for whoever looks for the reason of a refusal.
std::vector<Choice> choices(const Task& task, const Setting& setting, const Cast& cast,
                            const std::vector<Person>& people, Instant now, bool anybody = false);

}  // namespace duban::proof
