// The course of one task: what happens to it, by a command or by time alone. Steps, nights,
// readings, replay and simulation are all guests of these functions; nothing else decides.
#pragma once

#include <optional>
#include <vector>

#include "engine/model/basis.hpp"
#include "engine/model/command.hpp"
#include "engine/model/entry.hpp"
#include "engine/model/escalation.hpp"
#include "engine/model/task.hpp"

namespace duban {

/// The task afterwards and everything that has to be written for it, in order. Entries still lack
/// seq, prev and recorded, which are given when they are appended.
struct Course {
  Task task;
  std::vector<Entry> entries;
  std::vector<Escalation> escalations;
  std::optional<std::string> content;  ///< new content, by `amend`
};

/// What the task is judged by.
struct Setting {
  const Plan& plan;
  const Basis& basis;
};

/// What happens to one task when `command` is tried at `now`.
///
/// The task's own timers up to `now` go first and those that the step makes ripe after it, so the
/// result never depends on when a nightly run was there. Pure: reads nothing but its arguments,
/// writes nothing; the caller writes all of the Course in one transaction, or none of it.
///
/// Fails with the first refusal in the order of docs/refusals.md (usage, state, disabled, role, …);
/// it says what is missing, and which line of the rule file asks for it.
Result<Course> act(const Task& task, const Setting& setting, const Command& command, Instant now);

/// The step alone: no timers before or after. For replay, which checks timers one by one.
Result<Course> step_alone(const Task& task, const Setting& setting, const Command& command,
                          Instant now);

/// What time alone does to the task up to and including `until`.
Course wait_until(Task task, const Setting& setting, Instant until);

/// The next single thing that time does to the task up to and including `until`, if any: one entry.
std::optional<Course> next_happening(const Task& task, const Setting& setting, Instant until);

/// When `next_happening` has something to do; nothing when time alone will change nothing.
std::optional<Instant> next_moment(const Task& task, const Setting& setting);

/// Who gives a task its beginning, or moves it with its plan.
struct By {
  std::string actor;
  std::string via;
  std::string department;
  std::optional<Role> role;
};

/// The birth of a task from its row: `assign` alone, without the timers that it makes ripe.
Course assign(const PlanRow& row, const Setting& setting, const By& by, Instant now);
/// The same without the data of its entry, for whoever has compared that with data_of(row).
Course assign_without_data(const PlanRow& row, const Setting& setting, const By& by, Instant now);
/// What a task has that no document does: an instruction (批示件), minutes (纪要).
struct Addition {
  std::string source;                ///< what it rests on
  std::vector<Attachment> evidence;  ///< of that
};
/// The birth of such a task: `assign` with its source.
Course add(const PlanRow& row, const Addition& addition, const Setting& setting, const By& by,
           Instant now);
/// Whether the data of an `assign` entry is of one; and what it says.
bool is_addition(const Value& data);
Result<Addition> addition_from(const Value& data);
/// The data of an `assign` entry.
Value data_of(const PlanRow& row);
/// The row behind the data of an `assign` entry.
Result<PlanRow> row_from(const TaskKey& key, const Value& data);
/// The words of a row.
TaskText text_of(const PlanRow& row);

/// The task under `after` once every timer up to `now` fell under `before`: of rungs added or moved
/// only what lies in the future is armed; what was raised stays raised, and what a new calendar or
/// directory makes ripe is raised at `now` (design §5). No entry.
Task rebased(const Task& task, const Basis& before, const Basis& after, Instant now);

/// `plan set --ends` cuts the open cycle: a new due, as by `amend`; nothing when it does not.
std::optional<Course> cut_cycle(const Task& task, const Setting& after, const By& by, Instant now);

}  // namespace duban
