// Replay of the entries of one task.
#include <algorithm>
#include <utility>

#include "audit/replayer.hpp"

namespace duban::audit {
namespace {

bool is_same_timer(const Entry& a, const Entry& b) {
  const auto same = [&](const char* name) {
    const Value* left = a.data.find(name);
    const Value* right = b.data.find(name);
    return left && right ? *left == *right : left == right;
  };
  if (a.event != b.event) return false;
  return a.event != Event::escalate || (same("rung") && same("generation") && same("occurrence"));
}

}  // namespace

DerivedTask* Replayer::task_of(const Entry& stored) {
  if (stored.task) {
    if (DerivedTask* known = derived_->find(*stored.task)) return known;
  }
  say(stored.seq, stored.task, "task",
      {"the task of this '{event}' was never assigned",
       {{"event", std::string(to_text(stored.event))}}});
  return nullptr;
}

void Replayer::adopt(const Entry& stored, DerivedTask& task, Course course) {
  DUBAN_ASSERT(course.entries.size() == 1);
  Entry& derived = course.entries.front();
  if (course.task.last_entry >= 0) derived.prev = course.task.last_entry;
  compare(stored, derived);
  keep(stored.seq, stored.recorded, task, std::move(course));
}

void Replayer::keep(std::int64_t seq, Instant recorded, DerivedTask& task, Course course) {
  course.task.last_entry = seq;
  put(task, std::move(course.task));
  for (Escalation& escalation : course.escalations) {
    escalation.recorded = recorded;
    escalation.entry = seq;
    const bool twice =
        std::any_of(task.escalations.begin(), task.escalations.end(), [&](const Escalation& each) {
          return each.rung == escalation.rung && each.generation == escalation.generation &&
                 each.occurrence == escalation.occurrence;
        });
    if (twice) {
      say(seq, task.task.key, "escalation",
          {"rung {rung} of {task} was raised already for this occurrence",
           {{"rung", escalation.rung}, {"task", to_text(task.task.key)}}});
    } else {
      task.escalations.push_back(std::move(escalation));
    }
  }
  if (!course.content) return;
  task.rewritten_before = std::exchange(task.rewritten_by, seq);
  Result<TaskText> text = Derived::text(task, log_);
  if (text) task.words = digest_of(*text);
}

void Replayer::pass_over(const Entry& stored, DerivedTask& task) {
  Task same = task.task;
  same.last_entry = stored.seq;
  put(task, std::move(same));
}

void Replayer::assign(const Entry& stored, const std::optional<Result<PlanRow>>& row,
                      const Digest& words) {
  const auto plan = board_.plans.find(stored.plan);
  if (!stored.task || plan == board_.plans.end()) {
    say(stored.seq, stored.task, "plan", {"it belongs to a plan that was never imported", {}});
    return;
  }
  if (!*row) {
    say(stored.seq, stored.task, "data", row->error().message);
    return;
  }
  DerivedTask* const task = derived_->add(*stored.task);
  if (!task) {
    say(stored.seq, stored.task, "task", {"the task was assigned before", {}});
    return;
  }
  if (is_addition(stored.data)) {
    added(stored, **row, words, *task);
    return;
  }
  --unassigned_[stored.plan];
  task->words = words;
  task->assigned_by = stored.seq;
  adopt(stored, *task,
        duban::assign(**row, setting(*stored.task), keeper_of_.at(stored.plan),
                      plan->second.imported));
  owe(*task, plan->second.imported);
}

bool Replayer::is_assigned(std::int64_t seq, const Looked& found) {
  const EntryGlance& seen = *found.seen;
  const std::string name(seen.plan);
  const auto plan = board_.plans.find(name);
  if (plan == board_.plans.end()) return false;
  Course course = assign_without_data(**found.row, setting(*seen.key), keeper_of_.at(name),
                                      plan->second.imported);
  Entry& derived = course.entries.front();
  derived.seq = seq;
  derived.recorded = seen.recorded;
  if (!is_same_but_for_data(seen, derived)) return false;
  DerivedTask* const task = derived_->add(*seen.key);
  if (!task) return false;
  --unassigned_[name];
  task->words = found.words;
  task->assigned_by = seq;
  keep(seq, seen.recorded, *task, std::move(course));
  owe(*task, plan->second.imported);
  return true;
}

void Replayer::restore_content(Command& undo, const DerivedTask& task) {
  undo.content.clear();
  if (!task.task.last_act || !task.task.last_act->content) return;
  const Result<TaskText> text =
      Derived::text(task.assigned_by, task.rewritten_before, task.task.key, log_);
  if (text) undo.content = text->content;
}

void Replayer::step(const Entry& stored) {
  if (!is_step(stored.event)) return;
  DerivedTask* const task = task_of(stored);
  if (!task) return;
  const TaskKey& key = *stored.task;
  // A task that had lived ahead is acted on at its own last moment.
  const Instant at = std::max(now_, task->task.updated);
  demand_timers(*task, at, stored.seq);
  Result<Command> command = command_from(stored.event, stored.data);
  if (!command) {
    say(stored.seq, key, "data", command.error().message);
    pass_over(stored, *task);
    return;
  }
  command->by = person(stored, key.plan);
  command->via = account_behind(stored);
  check_gap(stored, command->by);
  if (command->event == Event::undo) restore_content(*command, *task);
  Result<Course> course = step_alone(task->task, setting(key), *command, at);
  if (!course) {
    say(stored.seq, key, "refused",
        {"it could not have been taken: {reason}",
         {{"reason", duban::to_text(course.error().message)}}});
    pass_over(stored, *task);
    return;
  }
  if (const Value* gap = stored.data.find("accept-gap"))
    course->entries.front().data.set("accept-gap", *gap);
  if (at > now_) course->entries.front().data.set("clock", duban::to_text(now_));
  task->acted = task->acted || is_department_act(stored);
  adopt(stored, *task, std::move(*course));
  owe(*task, at);
}

bool Replayer::is_next_timer(std::int64_t seq, const EntryGlance& seen) {
  DerivedTask* const task = seen.key ? derived_->find(*seen.key) : nullptr;
  if (!task || !task->next_timer || *task->next_timer > seen.recorded) return false;
  std::optional<Course> next = next_happening(task->task, setting(*seen.key), seen.recorded);
  if (!next) return false;
  DUBAN_ASSERT(next->entries.size() == 1);
  Entry& derived = next->entries.front();
  derived.seq = seq;
  derived.recorded = seen.recorded;
  derived.prev = task->task.last_entry;
  if (!is_same(seen, derived)) return false;
  note_timer(seq, task->task, derived.effective);
  keep(seq, seen.recorded, *task, std::move(*next));
  return true;
}

void Replayer::timer(const Entry& stored) {
  DerivedTask* const known = task_of(stored);
  if (!known) return;
  const TaskKey& key = *stored.task;
  std::optional<Course> first = next_happening(known->task, setting(key), stored.recorded);
  if (!first) {
    say(stored.seq, key, "timer", {"no timer of the task had fallen", {}});
    pass_over(stored, *known);
    return;
  }
  // What stands here may be a later one, and those before it are missing.
  std::vector<Course> skipped;
  std::optional<Course> next = first;
  while (next && !is_same_timer(stored, next->entries.front())) {
    skipped.push_back(*next);
    next = next_happening(next->task, setting(key), stored.recorded);
  }
  if (next) {
    for (const Course& course : skipped) say_missing(course.entries.front(), stored.seq);
    first = std::move(next);
  }
  note_timer(stored.seq, known->task, stored.effective);
  adopt(stored, *known, std::move(*first));
}

void Replayer::cut(const Entry& stored) {
  DerivedTask* const task = task_of(stored);
  if (!task) return;
  const TaskKey& key = *stored.task;
  uncut_.erase(key);
  const Instant at = std::max(now_, task->task.updated);
  std::optional<Course> course = cut_cycle(task->task, setting(key), keeper_of_.at(key.plan), at);
  if (!course) {
    say(stored.seq, key, "cut", {"no end of the plan cuts the task's cycle", {}});
    pass_over(stored, *task);
    return;
  }
  if (at > now_) course->entries.front().data.set("clock", duban::to_text(now_));
  adopt(stored, *task, std::move(*course));
  owe(*task, at);
}

}  // namespace duban::audit
