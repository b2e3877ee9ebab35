#include "engine/policy/timers.hpp"

#include <algorithm>

#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban {
namespace {

/// Only occurrences later than this are armed: what a new due version or an activation let lapse.
std::optional<Instant> floor_of(const Task& task, const Rung& rung) {
  std::optional<Instant> floor;
  const int generation = anchor_of(task, rung).generation;
  if (rung.at->value.anchor == Anchor::due) floor = task.due_floor;
  for (const RungFloor& each : task.floors) {
    if (each.rung == rung.id && each.generation == generation && (!floor || *floor < each.after))
      floor = each.after;
  }
  return floor;
}

/// The oldest generation of due that the present one only goes on from: a resumption makes a new
/// one, but moves what hangs on it instead of ending it.
int due_generation_resumed(const Task& task) {
  const AnchorValue& due = task.anchor(Anchor::due);
  int generation = due.generation;
  Instant began = due.since;
  for (auto version = task.dues.rbegin(); version != task.dues.rend(); ++version) {
    // A reassignment begins a generation without a version of its own.
    if (version->cause != Event::resume || version->made != began || began == task.assigned) break;
    --generation;
    const auto before = std::next(version);
    if (before == task.dues.rend() || before->made < task.assigned) break;
    began = before->made;
  }
  return generation;
}

/// When `rung` was first raised in the present generation of its own anchor; unset with that.
AnchorValue raising_of(const Task& task, const Rung& rung) {
  const AnchorValue from = anchor_of(task, rung);
  if (!from.day) return {};
  const int first =
      rung.at->value.anchor == Anchor::due ? due_generation_resumed(task) : from.generation;
  for (const RaisedRung& raised : task.raised) {
    if (raised.rung == rung.id && raised.generation >= first &&
        raised.generation <= from.generation)
      return {.day = raised.day,
              .generation = raised.generation,
              .count = raised.generation,
              .since = {}};
  }
  return {};
}

}  // namespace

AnchorValue anchor_of(const Task& task, const Rung& rung) {
  const Anchor anchor = rung.at->value.anchor;
  if (anchor != Anchor::raised) return task.anchor(anchor);
  return rung.before ? raising_of(task, *rung.before) : AnchorValue{};
}

std::optional<Date> rung_day(const Task& task, const Rung& rung, int occurrence,
                             const Calendar& calendar) {
  const At& at = rung.at->value;
  const AnchorValue anchor = anchor_of(task, rung);
  if (!anchor.day) return std::nullopt;
  if (occurrence > 0 && (!rung.every || !rung.times || occurrence > rung.times->value))
    return std::nullopt;
  const Date first = calendar.add(*anchor.day, at.offset);
  if (occurrence == 0) return first;
  Span step = rung.every->value;
  step.count *= occurrence;  // counted from the first, so that a month's 31st is kept
  return calendar.add(first, step);
}

int raised_until(const Task& task, const Rung& rung) {
  const int generation = anchor_of(task, rung).generation;
  for (const RaisedRung& raised : task.raised) {
    if (raised.rung == rung.id && raised.generation == generation) return raised.occurrence;
  }
  return -1;
}

std::optional<int> pending_occurrence(const Task& task, const Rung& rung, const Basis& basis) {
  const std::optional<Instant> floor = floor_of(task, rung);
  for (int k = raised_until(task, rung) + 1;; ++k) {
    const std::optional<Date> day = rung_day(task, rung, k, basis.calendar);
    if (!day) return std::nullopt;
    if (!floor || basis.zone.midnight(*day) > *floor) return k;
  }
}

bool is_listening(const Task& task, const Rung& rung, const Basis& basis) {
  const auto& states = rung.in->value;
  if (std::find(states.begin(), states.end(), task.state) == states.end()) return false;
  if (!rung.when_missing || !rung.when_missing->value) return true;
  return !missing_cos(task, rules_for(basis, task), basis.directory).empty();
}

bool is_open(const Task& task, const Rung& rung) {
  const auto& states = rung.in->value;
  return anchor_of(task, rung).day && raised_until(task, rung) >= 0 &&
         std::find(states.begin(), states.end(), task.state) != states.end();
}

std::optional<Timer> next_timer(const Task& task, const Basis& basis) {
  std::optional<Timer> best;
  const Instant earliest = std::max(task.updated, task.judged_since);
  const auto offer = [&](Timer timer) {
    timer.at = std::max(basis.zone.midnight(timer.day), earliest);
    if (!best || timer.at < best->at) best = timer;  // the earlier in order keeps a tie
  };
  if (task.state == TaskState::suspended && !task.suspensions.empty())
    offer({Timer::Kind::resume, nullptr, 0, task.suspensions.back().until, {}});
  if (task.state == TaskState::assigned || task.state == TaskState::in_progress)
    offer({Timer::Kind::deadline, nullptr, 0, task.due() + 1, {}});
  for (const Rung& rung : rules_for(basis, task).rungs) {
    // Most rungs do not listen to the state that a task is in: asked first, it costs least.
    if (!is_listening(task, rung, basis)) continue;
    const std::optional<int> pending = pending_occurrence(task, rung, basis);
    if (!pending) continue;
    Timer timer{
        Timer::Kind::rung, &rung, *pending, *rung_day(task, rung, *pending, basis.calendar), {}};
    // Ripe more than once at the same moment: the latest stands for all of them.
    while (const auto later = rung_day(task, rung, timer.occurrence + 1, basis.calendar)) {
      if (basis.zone.midnight(*later) > earliest) break;
      ++timer.occurrence;
      timer.day = *later;
    }
    offer(timer);
  }
  return best;
}

int suspension_days(Date from, Date to, SpanUnit unit, const Calendar& calendar) {
  return unit == SpanUnit::working_day ? calendar.workdays_between(from, to) : to - from;
}

}  // namespace duban
