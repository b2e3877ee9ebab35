// What time and the entries before demand of a log.
#include <algorithm>

#include "audit/replayer.hpp"

namespace duban::audit {

bool Replayer::is_timer(Event event, std::string_view actor) {
  return event == Event::deadline || event == Event::escalate ||
         (event == Event::resume && actor == "scheduler");
}

bool Replayer::continues(const Entry& entry) {
  return is_timer(entry.event, entry.actor) ||
         (entry.event == Event::assign && !is_addition(entry.data)) ||
         (entry.event == Event::amend && entry.data.find("plan-ends"));
}

Instant Replayer::judged_at(const Entry& stored) {
  const Meta& meta = board_.meta;
  if (stored.recorded > meta.last_time || !is_behind()) return stored.recorded;
  Instant at = stored.effective;
  if (const Value* clock = stored.data.find("clock"); clock && clock->text()) {
    if (const Result<Instant> said = parse_instant(*clock->text())) at = *said;
  }
  if (at < meta.judged || at > stored.recorded) {
    differs(stored, "effective", duban::to_text(at), duban::to_text(meta.judged));
    at = std::clamp(at, meta.judged, stored.recorded);
  }
  if (fell_ahead_ && fell_ahead_->first > at) {
    say(fell_ahead_->second, {}, "timer",
        {"it fell at {at}, when the clock said {now}",
         {{"at", duban::to_text(fell_ahead_->first)}, {"now", duban::to_text(at)}}});
  }
  fell_ahead_.reset();
  return at;
}

void Replayer::note_timer(std::int64_t seq, const Task& before, Instant at) {
  if (!is_behind() || at <= board_.meta.judged || at <= before.updated) return;
  if (!fell_ahead_ || fell_ahead_->first < at) fell_ahead_ = {at, seq};
}

void Replayer::settle(std::int64_t seq) {
  for (const TaskKey& key : uncut_) {
    say(seq, key, "cut", {"the plan's new end cuts its cycle, but no entry says so", {}});
    DerivedTask& task = *derived_->find(key);
    if (auto course = cut_cycle(task.task, setting(key), keeper_of_.at(key.plan),
                                std::max(board_.meta.judged, task.task.updated)))
      put(task, std::move(course->task));
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
  std::sort(owed_.begin(), owed_.end(),
            [](const auto& a, const auto& b) { return comes_before(a.first, b.first); });
  for (const auto& [task, until] : owed_) demand_timers(*task, until, seq);
  owed_.clear();
  if (all_owed_) demand_all_timers(*all_owed_, seq);
  all_owed_.reset();
}

/// Nothing else can become ripe later on: until the next step, only timers change the task.
void Replayer::owe(DerivedTask& task, Instant until) {
  if (task.next_timer && *task.next_timer <= until) owed_.emplace_back(&task, until);
}

void Replayer::demand_timers(DerivedTask& known, Instant until, std::int64_t seq) {
  if (!known.next_timer || *known.next_timer > until) return;
  Task task = known.task;
  while (auto next = next_happening(task, setting(task.key), until)) {
    say_missing(next->entries.front(), seq);
    task = std::move(next->task);
  }
  put(known, std::move(task));
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
  while (!timers_.empty() && timers_.top().at <= until) {
    const NextTimer next = timers_.top();
    timers_.pop();
    if (next.task->next_timer == next.at) demand_timers(*next.task, until, seq);
  }
}

void Replayer::put(DerivedTask& known, Task task) {
  known.task = std::move(task);
  const std::optional<Instant> before = known.next_timer;
  known.next_timer = next_moment(known.task, setting(known.task.key));
  if (known.next_timer && known.next_timer != before) timers_.push({*known.next_timer, &known});
}

}  // namespace duban::audit
