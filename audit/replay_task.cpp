// Replay of the entries of one task.
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

const Task* Replayer::task_of(const Entry& stored) {
  if (stored.task) {
    const auto row = board_.tasks.find(*stored.task);
    if (row != board_.tasks.end()) return &row->second->task;
  }
  say(stored.seq, stored.task, "task",
      {"the task of this '{event}' was never assigned",
       {{"event", std::string(to_text(stored.event))}}});
  return nullptr;
}

void Replayer::adopt(const Entry& stored, Course course) {
  DUBAN_ASSERT(course.entries.size() == 1);
  Entry& derived = course.entries.front();
  if (course.task.last_entry >= 0) derived.prev = course.task.last_entry;
  compare(stored, derived);
  course.task.last_entry = stored.seq;
  put(course.task);
  for (Escalation& escalation : course.escalations) {
    escalation.recorded = stored.recorded;
    escalation.entry = stored.seq;
    if (const Status added = board_.put(escalation); !added)
      say(stored.seq, stored.task, "escalation", added.error().message);
  }
  if (course.content) {
    TaskText text = *board_.texts.at(course.task.key);
    text.content = *course.content;
    board_.texts[course.task.key] = std::make_shared<const TaskText>(std::move(text));
  }
}

void Replayer::pass_over(const Entry& stored) {
  Task task = board_.tasks.at(*stored.task)->task;
  task.last_entry = stored.seq;
  put(task);
}

void Replayer::assign(const Entry& stored) {
  const auto plan = board_.plans.find(stored.plan);
  if (!stored.task || plan == board_.plans.end()) {
    say(stored.seq, stored.task, "plan", {"it belongs to a plan that was never imported", {}});
    return;
  }
  if (board_.tasks.count(*stored.task) != 0) {
    say(stored.seq, stored.task, "task", {"the task was assigned before", {}});
    return;
  }
  const Result<PlanRow> row = row_from(*stored.task, stored.data);
  if (!row) {
    say(stored.seq, stored.task, "data", row.error().message);
    return;
  }
  --unassigned_[stored.plan];
  owed_[*stored.task] = stored.recorded;
  board_.texts[row->key] = std::make_shared<const TaskText>(text_of(*row));
  adopt(stored, duban::assign(*row, setting(*stored.task), keeper_of_.at(stored.plan),
                              plan->second.imported));
}

void Replayer::step(const Entry& stored) {
  if (!is_step(stored.event) || !task_of(stored)) return;
  const TaskKey key = *stored.task;
  demand_timers(key, stored.recorded, stored.seq);
  Result<Command> command = command_from(stored.event, stored.data);
  if (!command) {
    say(stored.seq, key, "data", command.error().message);
    pass_over(stored);
    return;
  }
  command->by = person(stored, key.plan);
  command->via = account_behind(stored);
  check_gap(stored, command->by);
  Result<Course> course =
      step_alone(board_.tasks.at(key)->task, setting(key), *command, stored.recorded);
  if (!course) {
    say(stored.seq, key, "refused",
        {"it could not have been taken: {reason}",
         {{"reason", duban::to_text(course.error().message)}}});
    pass_over(stored);
    return;
  }
  if (const Value* gap = stored.data.find("accept-gap"))
    course->entries.front().data.set("accept-gap", *gap);
  owed_[key] = stored.recorded;
  adopt(stored, std::move(*course));
}

void Replayer::timer(const Entry& stored) {
  const Task* known = task_of(stored);
  if (!known) return;
  const TaskKey key = *stored.task;
  std::optional<Course> first = next_happening(*known, setting(key), stored.recorded);
  if (!first) {
    say(stored.seq, key, "timer", {"no timer of the task had fallen", {}});
    pass_over(stored);
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
  adopt(stored, std::move(*first));
}

void Replayer::cut(const Entry& stored) {
  const Task* task = task_of(stored);
  if (!task) return;
  const TaskKey key = *stored.task;
  uncut_.erase(key);
  std::optional<Course> course =
      cut_cycle(*task, setting(key), keeper_of_.at(key.plan), stored.recorded);
  if (!course) {
    say(stored.seq, key, "cut", {"no end of the plan cuts the task's cycle", {}});
    pass_over(stored);
    return;
  }
  owed_[key] = stored.recorded;
  adopt(stored, std::move(*course));
}

}  // namespace duban::audit
