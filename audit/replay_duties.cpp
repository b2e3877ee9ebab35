// What time and the entries before demand of a log.
#include "audit/replayer.hpp"

namespace duban::audit {

bool Replayer::continues(const Entry& entry) {
  switch (entry.event) {
    case Event::deadline:
    case Event::escalate:
    case Event::assign:
      return true;
    case Event::resume:
      return entry.actor == "scheduler";
    case Event::amend:
      return entry.data.find("plan-ends") != nullptr;
    default:
      return false;
  }
}

void Replayer::settle(std::int64_t seq) {
  for (const TaskKey& key : uncut_) {
    say(seq, key, "cut", {"the plan's new end cuts its cycle, but no entry says so", {}});
    const Task task = board_.tasks.at(key)->task;
    if (const auto course =
            cut_cycle(task, setting(key), keeper_of_.at(key.plan), board_.meta.last_time))
      put(course->task);
  }
  uncut_.clear();
  for (const auto& [plan, missing] : unassigned_) {
    if (missing == 0) continue;
    const int announced = board_.plans.at(plan).tasks;
    say(seq, {}, "tasks",
        {"the import of {plan} announces {announced} tasks, and {found} were assigned",
         {{"plan", plan},
          {"announced", std::to_string(announced)},
          {"found", std::to_string(announced - missing)}}});
  }
  unassigned_.clear();
  for (const auto& [key, until] : owed_) demand_timers(key, until, seq);
  owed_.clear();
  if (all_owed_) demand_all_timers(*all_owed_, seq);
  all_owed_.reset();
}

void Replayer::demand_timers(const TaskKey& key, Instant until, std::int64_t seq) {
  const Board::Row& row = *board_.tasks.at(key);
  if (!row.next_timer || *row.next_timer > until) return;
  Task task = row.task;
  while (auto next = next_happening(task, setting(key), until)) {
    say_missing(next->entries.front(), seq);
    task = std::move(next->task);
  }
  put(task);
}

void Replayer::say_missing(const Entry& timer, std::int64_t seq) {
  const Value* rung = timer.data.find("rung");
  const std::string name = std::string(to_text(timer.event)) +
                           (rung && rung->text() ? " " + *rung->text() : std::string());
  Finding finding{.seq = seq, .task = timer.task, .what = "timer"};
  finding.derived = name + " " + duban::to_text(timer.effective);
  finding.message = {"'{timer}' fell at {at}, and up to here no entry tells of it",
                     {{"timer", name}, {"at", duban::to_text(timer.effective)}}};
  findings_.add(std::move(finding));
}

void Replayer::demand_all_timers(Instant until, std::int64_t seq) {
  while (!timers_.empty() && timers_.begin()->first <= until) {
    const TaskKey key = timers_.begin()->second;
    demand_timers(key, until, seq);
  }
}

void Replayer::put(const Task& task) {
  const auto known = board_.tasks.find(task.key);
  if (known != board_.tasks.end() && known->second->next_timer)
    timers_.erase({*known->second->next_timer, task.key});
  const std::optional<Instant> next = next_moment(task, setting(task.key));
  if (next) timers_.emplace(*next, task.key);
  board_.put(task, next);
}

}  // namespace duban::audit
