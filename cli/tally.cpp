#include "cli/tally.hpp"

#include <algorithm>
#include <numeric>

#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban {
namespace {

bool is_done(TaskState state) {
  return state == TaskState::reported || state == TaskState::verified;
}
bool is_active(TaskState state) {
  return state == TaskState::assigned || state == TaskState::in_progress ||
         state == TaskState::overdue;
}

void count_lead(LeadCounts& counts, const TaskView& view) {
  ++counts.tasks;
  if (is_active(view.task.state)) ++counts.due;
  if (is_done(view.task.state)) ++counts.done;
  if (view.standing.late_days > 0 || view.task.state == TaskState::overdue) ++counts.late;
  if (is_active(view.task.state))
    counts.longest = std::max(counts.longest, view.standing.late_days);
}

void count_co(CoCounts& counts, const TaskView& view, const std::string& co, const Basis& basis) {
  const Task& task = view.task;
  const Directory& directory = basis.directory;
  ++counts.tasks;
  const bool is_missing = contains(view.standing.missing, co, directory);
  const Need groups = groups_need(rules_for(basis, task));
  if (has_contributed(task, co, groups, directory) || contains(task.excused, co, directory))
    ++counts.done;
  if (is_missing && is_active(task.state)) ++counts.due;
  if (is_missing && task.state == TaskState::overdue) ++counts.late;
  if (contains(task.owing, co, directory)) ++counts.owing;
}

}  // namespace

int Tally::in_state(TaskState state) const {
  const auto& lights = states[static_cast<std::size_t>(state)];
  return std::accumulate(lights.begin(), lights.end(), 0);
}

int Tally::in_light(Light light) const {
  int count = 0;
  for (const auto& lights : states) count += lights[static_cast<std::size_t>(light)];
  return count;
}

Result<Tally> tally_of(Reading& reading, const std::string& column) {
  Tally tally;
  const auto count = [](GroupCounts& counts, const TaskView& view) {
    ++counts.tasks;
    if (is_done(view.task.state)) ++counts.done;
    ++counts.lights[static_cast<std::size_t>(view.standing.light)];
  };
  const Basis& basis = reading.basis();
  DUBAN_TRY(reading.each_task({}, [&](TaskView& view) -> Result<bool> {
    const Task& task = view.task;
    const auto light = static_cast<std::size_t>(view.standing.light);
    ++tally.tasks;
    ++tally.states[static_cast<std::size_t>(task.state)][light];
    const auto waits_for = [&](Role role) {
      const auto& roles = view.standing.waits_for;
      return std::find(roles.begin(), roles.end(), role) != roles.end();
    };
    if (waits_for(Role::lead)) ++tally.wait_for_lead;
    if (waits_for(Role::co)) ++tally.wait_for_co;
    if (task.state == TaskState::reported) ++tally.to_verify;
    if (task.request && waits_for(Role::coordinator)) ++tally.to_decide;
    count_lead(tally.departments[basis.directory.canonical(task.lead)].lead, view);
    for (const std::string& co : task.co)
      count_co(tally.departments[basis.directory.canonical(co)].co, view, co, basis);
    GroupCounts& section = tally.sections[task.key.parent()];
    if (section.tasks == 0 || !column.empty()) {
      DUBAN_TRY(const TaskText text, reading.text(task.key));
      if (section.tasks == 0) section.title = section_title(text.titles);
      std::string said;
      for (const auto& [heading, words] : text.extra) {
        tally.headings.insert(heading);
        if (heading == column) said += (said.empty() ? "" : "\n") + words;
      }
      if (!column.empty()) count(tally.kept[said], view);
    }
    count(section, view);
    return true;
  }));
  return tally;
}

}  // namespace duban
