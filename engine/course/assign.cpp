// The birth of a task.
#include "engine/course/changes.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban {
Course assign_without_data(const PlanRow& row, const Setting& setting, const By& by, Instant now) {
  Course course;
  Task& task = course.task;
  task.key = row.key;
  task.lead = row.lead;
  task.co = row.co;
  task.set_schedule(row.deadline);
  task.urgent = row.urgent;
  task.assigned = now;
  task.updated = now;
  changes::Step step{task, setting, now};
  changes::begin(step, Anchor::assigned, step.today());
  changes::begin(step, Anchor::entered, step.today());
  if (const std::optional<Cycle> cycle = changes::timetable(step).first()) {
    changes::open_cycle(step, *cycle, Event::assign, by.actor);
  } else {
    const DueDay due = rolled(row.deadline.due, rules_for(setting.basis, task).roll(),
                              setting.basis.calendar, step.today());
    changes::begin_due(step, due, Event::assign, by.actor);
    task.original_due = due.due;
  }

  Entry entry = changes::entry_of(task, Event::assign, by, setting.basis, now);
  entry.from.reset();  // it was nothing before
  entry.to = TaskState::assigned;
  course.entries.push_back(std::move(entry));
  return course;
}

Course assign(const PlanRow& row, const Setting& setting, const By& by, Instant now) {
  Course course = assign_without_data(row, setting, by, now);
  course.entries.front().data = data_of(row);
  return course;
}

}  // namespace duban
