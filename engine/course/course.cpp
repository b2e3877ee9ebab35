#include "engine/course/course.hpp"

#include <algorithm>

#include "engine/course/changes.hpp"
#include "engine/course/last_act.hpp"
#include "engine/course/steps.hpp"
#include "engine/policy/parties.hpp"
#include "engine/policy/permission.hpp"
#include "engine/policy/rules_for.hpp"
#include "engine/policy/timers.hpp"
#include "engine/policy/timetable.hpp"

namespace duban {
namespace {

const By scheduler{"scheduler", "", "", Role::scheduler};

void mark_raised(Task& task, const Rung& rung, int occurrence, Date today) {
  const int generation = anchor_of(task, rung).generation;
  for (RaisedRung& raised : task.raised) {
    if (raised.rung == rung.id && raised.generation == generation) {
      raised.occurrence = occurrence;
      return;
    }
  }
  task.raised.push_back({rung.id, generation, occurrence, today});
}

/// A cycle that was late when it opened: only the first rung anchored at due that listens to
/// `overdue` speaks; the others whose day has come count as raised, whatever states they list.
void silence_late_opening(Task& task, const Basis& basis) {
  if (!task.opened_late) return;
  task.opened_late = false;
  bool first = true;
  for (const Rung& rung : rules_for(basis, task).rungs) {
    if (rung.at->value.anchor != Anchor::due) continue;
    const auto& states = rung.in->value;
    const bool listens =
        std::find(states.begin(), states.end(), TaskState::overdue) != states.end();
    if (listens && first) {
      first = false;
      continue;
    }
    int ripe = -1;
    for (int k = 0;; ++k) {
      const auto day = rung_day(task, rung, k, basis.calendar);
      if (!day || basis.zone.midnight(*day) > task.updated) break;
      ripe = k;
    }
    if (ripe >= 0) mark_raised(task, rung, ripe, basis.zone.date_of(task.updated));
  }
}

void raise(Course& course, const Timer& timer, const Basis& basis) {
  Task& task = course.task;
  const Rung& rung = *timer.rung;
  const AnchorValue anchor = anchor_of(task, rung);
  Escalation escalation{.task = task.key,
                        .rung = rung.id,
                        .level = rung.level ? rung.level->value : 0,
                        .generation = anchor.generation,
                        .occurrence = timer.occurrence,
                        .anchor = anchor_text(rung.at->value),
                        .fires = timer.day,
                        .raised = timer.at,
                        .recorded = std::nullopt,
                        .late_armed = timer.day < basis.zone.date_of(task.assigned),
                        .notify = {},
                        .entry = -1};
  if (rung.notify) escalation.notify = rung.notify->value;

  Entry entry = changes::entry_of(task, Event::escalate, scheduler, basis, timer.at);
  entry.to = task.state;
  entry.data =
      Value::Object{{"anchor", escalation.anchor},
                    {"fires", to_text(escalation.fires)},
                    {"generation", escalation.generation},
                    {"late_armed", escalation.late_armed},
                    {"level", escalation.level},
                    {"notify", Value::Array(escalation.notify.begin(), escalation.notify.end())},
                    {"occurrence", escalation.occurrence},
                    {"rung", escalation.rung}};
  mark_raised(task, rung, timer.occurrence, basis.zone.date_of(timer.at));
  course.entries.push_back(std::move(entry));
  course.escalations.push_back(std::move(escalation));
}

}  // namespace

std::optional<Instant> next_moment(const Task& task, const Setting& setting) {
  const std::optional<Timer> timer = next_timer(task, setting.basis);
  if (!timer) return std::nullopt;
  return timer->at;
}

namespace {

/// Lets the task's next timer happen, when it falls by `until`, and adds what it brings.
bool let_happen(Course& course, const Setting& setting, Instant until) {
  Task& task = course.task;
  const std::optional<Timer> timer = next_timer(task, setting.basis);
  if (!timer || timer->at > until) return false;
  if (timer->kind == Timer::Kind::rung) {
    task.updated = timer->at;
    raise(course, *timer, setting.basis);
    return true;
  }
  const bool is_deadline = timer->kind == Timer::Kind::deadline;
  Command command;
  command.event = is_deadline ? Event::deadline : Event::resume;
  command.by.actor.id = scheduler.actor;
  Entry entry = changes::entry_of(task, command.event, scheduler, setting.basis, timer->at);
  const Result<TaskState> to = steps::destination(task, setting, command, timer->at);
  DUBAN_ASSERT(to);
  task.updated = timer->at;
  changes::Step step{task, setting, timer->at};
  if (is_deadline) {
    changes::enter(step, *to);
    entry.data = Value::Object{{"due", to_text(task.due())}};
    silence_late_opening(task, setting.basis);
  } else {
    entry.data = Value::Object{{"until", to_text(timer->day)}};
    steps::take(step, command, *to, Role::scheduler);
  }
  entry.to = task.state;
  course.entries.push_back(std::move(entry));
  return true;
}

Course untouched(Task task) {
  return {.task = std::move(task), .entries = {}, .escalations = {}, .content = {}};
}

}  // namespace

std::optional<Course> next_happening(const Task& task, const Setting& setting, Instant until) {
  Course course = untouched(task);
  if (!let_happen(course, setting, until)) return std::nullopt;
  return course;
}

Course wait_until(Task task, const Setting& setting, Instant until) {
  Course course = untouched(std::move(task));
  while (let_happen(course, setting, until)) {
  }
  return course;
}

Result<Course> step_alone(const Task& task, const Setting& setting, const Command& command,
                          Instant now) {
  DUBAN_TRY(check_usage(command));
  Course course = untouched(task);
  course.task.updated = now;
  changes::Step step{course.task, setting, now};
  DUBAN_TRY(const TaskState to, steps::destination(task, setting, command, now));
  DUBAN_TRY(const Role role, permission(task, setting.plan, setting.basis, command, step.today()));

  const By by{command.by.actor.id, command.via, command.by.actor.department, role};
  Entry entry = changes::entry_of(task, command.event, by, setting.basis, now);
  entry.data = data_of(command);
  if (command.event == Event::undo)
    entry.data.set("undoes", std::string(to_text(task.last_act->event)));
  // No proof of one person, and none of two: whoever reads the entry should know.
  const Origin* judged = judged_origin(task, command.event);
  if (judged && !judged->account.empty() && judged->account == command.by.actor.account)
    entry.data.set("same_account", true);
  steps::take(step, command, to, role);
  steps::record_words(step, command, role);
  last_act::remember(step, task, command, role);
  entry.to = course.task.state;
  course.entries.push_back(std::move(entry));
  if (!command.content.empty()) course.content = command.content;
  return course;
}

Result<Course> act(const Task& task, const Setting& setting, const Command& command, Instant now) {
  Course before = wait_until(task, setting, now);
  DUBAN_TRY(Course step, step_alone(before.task, setting, command, now));
  Course after = wait_until(std::move(step.task), setting, now);
  Course course{.task = std::move(after.task),
                .entries = std::move(before.entries),
                .escalations = std::move(before.escalations),
                .content = std::move(step.content)};
  for (Course* part : {&step, &after}) {
    std::move(part->entries.begin(), part->entries.end(), std::back_inserter(course.entries));
    std::move(part->escalations.begin(), part->escalations.end(),
              std::back_inserter(course.escalations));
  }
  return course;
}

Task rebased(const Task& task, const Basis& before, const Basis& after, Instant now) {
  Task result = task;
  if (task.last_act) {
    result.last_act->before.task =
        std::make_shared<const Task>(rebased(*task.last_act->before.task, before, after, now));
  }
  result.judged_since = now;
  const RuleLayer& old_rules = rules_for(before, task);
  for (const Rung& rung : rules_for(after, task).rungs) {
    const auto old = std::find_if(old_rules.rungs.begin(), old_rules.rungs.end(),
                                  [&](const Rung& known) { return known.id == rung.id; });
    const bool stays = old != old_rules.rungs.end() && old->at == rung.at &&
                       old->every == rung.every && old->times == rung.times;
    if (stays) continue;
    std::erase_if(result.floors, [&](const RungFloor& floor) { return floor.rung == rung.id; });
    result.floors.push_back({rung.id, anchor_of(task, rung).generation, now});
  }
  return result;
}

std::optional<Course> cut_cycle(const Task& task, const Setting& after, const By& by, Instant now) {
  if (!task.ongoing || !is_live(task.state) || !after.plan.ends) return std::nullopt;
  const Date end = *after.plan.ends;
  if (end < task.cycle->first || end > task.cycle->last || task.due() == end) return std::nullopt;
  const Timetable timetable(task, end, rules_for(after.basis, task), after.basis.calendar,
                            after.basis.zone.date_of(now));
  // The document's own end or day may come before the plan's.
  if (task.schedule.ends && *task.schedule.ends < end) return std::nullopt;
  if (timetable.named_day(*task.cycle).value_or(end) < end) return std::nullopt;
  Course course = untouched(task);
  course.task.updated = now;
  changes::Step step{course.task, after, now};
  Entry entry = changes::entry_of(task, Event::amend, by, after.basis, now);
  entry.data = Value::Object{{"due", to_text(end)}, {"plan-ends", true}};
  Command command;
  command.event = Event::amend;
  command.by.actor.id = by.actor;
  command.due = end;
  if (task.state == TaskState::suspended) {
    changes::new_due(step, {end}, Event::amend, by.actor);  // the state stays
  } else {
    const Result<TaskState> to = steps::destination(task, after, command, now);
    DUBAN_ASSERT(to);
    steps::take(step, command, *to, by.role.value_or(Role::coordinator));
  }
  course.task.last_act.reset();  // the plan's end stands
  entry.to = course.task.state;
  course.entries.push_back(std::move(entry));
  return course;
}

}  // namespace duban
