#include "engine/course/changes.hpp"

#include <algorithm>

#include "engine/policy/rules_for.hpp"
#include "engine/policy/standing.hpp"

namespace duban::changes {

Entry entry_of(const Task& task, Event event, const By& by, const Basis& basis, Instant now) {
  Entry entry;
  entry.effective = now;
  entry.actor = by.actor;
  entry.via = by.via;
  entry.department = by.department;
  entry.role = by.role;
  entry.plan = task.key.plan;
  entry.task = task.key;
  entry.event = event;
  entry.from = task.state;
  entry.basis = basis.hash;
  return entry;
}

void begin(Step& step, Anchor which, Date day) {
  AnchorValue& anchor = step.task.anchor(which);
  anchor.generation = ++anchor.count;
  anchor.day = day;
  anchor.since = step.now;
}

void unset(Step& step, Anchor which) { step.task.anchor(which).day.reset(); }

void move_on(Step& step, Date from) {
  Task& task = step.task;
  for (std::size_t i = 0; i < anchor_count; ++i) {
    if (static_cast<Anchor>(i) != Anchor::due && task.anchors[i].day)
      task.anchors[i].day = *task.anchors[i].day + (step.today() - from);
  }
  for (RaisedRung& raised : task.raised) {
    if (raised.day) raised.day = *raised.day + (step.today() - std::max(from, *raised.day));
  }
}

void enter(Step& step, TaskState state, bool anew) {
  Task& task = step.task;
  if (task.state == TaskState::overdue && state != TaskState::overdue) {
    task.overdue.push_back({*task.overdue_since, step.today()});
    task.overdue_since.reset();
  }
  if (state == TaskState::overdue && task.state != TaskState::overdue) {
    task.overdue_since = step.today();
    if (!task.cycle_overdue_from) task.cycle_overdue_from = step.today();
  }
  if (task.state != state || anew) begin(step, Anchor::entered, step.today());
  task.state = state;
}

namespace {

void set_due(Step& step, DueDay due, Event cause, const std::string& actor) {
  begin(step, Anchor::due, due.due);
  step.task.dues.push_back(
      {due.due, cause, step.now, actor, step.task.anchor(Anchor::due).generation, due.rolled});
  step.task.due_floor.reset();
  step.task.opened_late = false;
}

}  // namespace

void new_due(Step& step, DueDay due, Event cause, const std::string& actor) {
  set_due(step, due, cause, actor);
  if (due.due >= step.today()) step.task.due_floor = step.now;
}

void begin_due(Step& step, DueDay due, Event cause, const std::string& actor) {
  set_due(step, due, cause, actor);
}

void lapse_request(Step& step) {
  step.task.request.reset();
  unset(step, Anchor::requested);
}

void forget_round(Step& step) {
  for (Evidence& item : step.task.evidence) item.counts = false;
}

Timetable timetable(const Step& step) {
  const Basis& basis = step.setting.basis;
  return {step.task, step.setting.plan.ends, rules_for(basis, step.task), basis.calendar,
          step.today()};
}

namespace {

void open_due(Step& step, const Cycle& cycle, DueDay due, Event cause, const std::string& actor) {
  Task& task = step.task;
  task.cycle = cycle;
  task.dues.clear();
  begin_due(step, due, cause, actor);
  task.original_due = due.due;
  task.opened_late = due.due < step.today();
  task.report.reset();
  task.extensions = 0;
  task.owing.clear();
  task.contributions.clear();
  forget_round(step);
  task.cycle_overdue_from.reset();
  task.forgiven.clear();
}

}  // namespace

void open_cycle(Step& step, const Cycle& cycle, Event cause, const std::string& actor) {
  step.task.ongoing = cycle.stage == 0;
  open_due(step, cycle, timetable(step).due_of(cycle), cause, actor);
}

void open_cycle(Step& step, const Cycle& cycle, Date due, Event cause, const std::string& actor) {
  const Date own = timetable(step).due_of(cycle).due;
  open_due(step, cycle, {due}, cause, actor);
  step.task.original_due = own;
}

void close_cycle(Step& step, bool missed) {
  Task& task = step.task;
  DUBAN_ASSERT(task.cycle);
  CycleRecord record{.cycle = *task.cycle, .due = task.due(), .original_due = task.original_due};
  if (task.report) record.reported = task.report->at;
  record.verified = missed ? std::nullopt : task.verified;
  record.late_days = late_days(task, step.setting.basis.zone, step.today());
  record.extensions = task.extensions;
  record.missed = missed;
  Task ended = task;
  if (task.state != TaskState::cancelled) ended.state = TaskState::verified;
  record.light = missed ? Light::red : light_of(ended, step.setting.basis, step.today());
  task.cycles.push_back(std::move(record));
}

void hear(Step& step) { begin(step, Anchor::heard, step.today()); }

void start(Step& step) {
  step.task.started = step.now;
  begin(step, Anchor::started, step.today());
}

}  // namespace duban::changes
