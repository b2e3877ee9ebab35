#include "engine/course/misreading.hpp"

#include "engine/course/leads.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban::misreading {
namespace {

/// Gives the task the schedule: its first cycle, if it has cycles, and its due.
DueDay reschedule(Task& task, const Setting& setting, const Deadline& deadline, Date today) {
  task.set_schedule(deadline);
  const RuleLayer& rules = rules_for(setting.basis, task);
  const Calendar& calendar = setting.basis.calendar;
  const Timetable timetable(task, setting.plan.ends, rules, calendar, today);
  task.cycle = timetable.first();
  return task.cycle ? timetable.due_of(*task.cycle)
                    : rolled(deadline.due, rules.roll(), calendar, today);
}

}  // namespace

void lead(changes::Step& step, const Command& command) {
  Task& task = step.task;
  const Date assigned = step.setting.basis.zone.date_of(task.assigned);
  leads::change(step, command.lead);
  task.forgiven.push_back({assigned, step.today()});
  task.assigned = step.now;
  changes::begin(step, Anchor::assigned, step.today());
  if (!command.due && !command.schedule) leads::rearm(step, command);
}

DueDay due(const Task& task, const Setting& setting, const Deadline& deadline, Date today) {
  Task same = task;
  return reschedule(same, setting, deadline, today);
}

void deadline(changes::Step& step, const Command& command) {
  Task& task = step.task;
  task.forgiven.push_back({step.setting.basis.zone.date_of(task.dues.back().made), step.today()});
  const DueDay due = reschedule(task, step.setting, *command.schedule, step.today());
  task.original_due = due.due;
  changes::lapse_request(step);
  changes::new_due(step, due, command.event, command.by.actor.id);
  changes::hear(step);
}

}  // namespace duban::misreading
