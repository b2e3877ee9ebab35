// Replay of plans that no document began or keeps: what was added, what was made void.
#include "audit/replayer.hpp"

namespace duban::audit {

void Replayer::added(const Entry& stored, const PlanRow& row, const Digest& words,
                     DerivedTask& task) {
  const Entry judged = office(stored, {Role::coordinator}, stored.plan);
  const By by{judged.actor, judged.via, judged.department, judged.role};
  task.words = words;
  task.assigned_by = stored.seq;
  task.task.key = *stored.task;
  ++board_.plans.at(stored.plan).tasks;
  Result<Addition> addition = addition_from(stored.data);
  if (!addition) {
    say(stored.seq, stored.task, "data", addition.error().message);
    addition = Addition();
  }
  Course course = add(row, *addition, setting(*stored.task), by, now_);
  if (const Value* gap = stored.data.find("accept-gap"))
    course.entries.front().data.set("accept-gap", *gap);
  adopt(stored, task, std::move(course));
  owe(task, now_);
}

void Replayer::void_plan(const Entry& stored) {
  if (board_.plans.count(stored.plan) == 0) {
    say(stored.seq, {}, "plan", {"it makes a plan void that is not there", {}});
    return;
  }
  Entry derived = office(stored, {Role::coordinator, Role::admin}, stored.plan);
  std::int64_t tasks = 0;
  for (const DerivedTask& each : derived_->tasks()) {
    if (each.task.key.plan != stored.plan) continue;
    ++tasks;
    if (each.acted) {
      say(stored.seq, each.task.key, "plan",
          {"plan {plan} cannot be void: a department acted on {task}",
           {{"plan", stored.plan}, {"task", duban::to_text(each.task.key)}}});
    }
  }
  derived.data.set("tasks", tasks);
  derived.data.set("title", board_.plans.at(stored.plan).title);
  compare(stored, derived);
  derived_->remove_plan(stored.plan);
  keeper_of_.erase(stored.plan);
}

}  // namespace duban::audit
