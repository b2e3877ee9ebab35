#include "engine/policy/timers.hpp"

#include <algorithm>
#include <cstdlib>

#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban {
namespace {

/// Only occurrences later than this are armed: what a new due version or an activation let lapse.
std::optional<Instant> floor_of(const Task& task, const Rung& rung, int generation) {
  std::optional<Instant> floor;
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
  for (std::size_t i = task.dues.size() - 1; i > 0; --i) {
    const DueVersion& version = task.dues[i];
    // A reassignment begins a generation without a version of its own.
    if (version.cause != Event::resume || version.made != began || began == task.assigned) break;
    const DueVersion& before = task.dues[i - 1];
    generation = before.generation;
    if (before.made < task.assigned) break;
    began = before.made;
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

/// What no date can be: a rung that comes so late never comes.
bool is_beyond(Date day) {
  static const Date first = make_date(1900, 1, 1), last = make_date(2999, 12, 31);
  return day < first || last < day;
}
/// Whether a span is longer than all the dates that there are.
bool is_beyond(Span span) {
  const int years = 1100;
  return std::abs(span.count) > years * (span.unit == SpanUnit::month ? 12 : 366);
}

/// Day of the k-th occurrence of a rung whose anchor is `anchor`.
std::optional<Date> day_from(const AnchorValue& anchor, const Rung& rung, int occurrence,
                             const Calendar& calendar) {
  if (!anchor.day) return std::nullopt;
  if (occurrence > 0 && (!rung.every || !rung.times || occurrence > rung.times->value))
    return std::nullopt;
  const Date first = calendar.add(*anchor.day, rung.at->value.offset);
  if (is_beyond(first)) return std::nullopt;
  if (occurrence == 0) return first;
  Span step = rung.every->value;
  step.count *= occurrence;  // counted from the first, so that a month's 31st is kept
  if (is_beyond(step)) return std::nullopt;
  const Date day = calendar.add(first, step);
  return is_beyond(day) ? std::nullopt : std::optional(day);
}

/// Highest occurrence raised in a generation, -1 for none.
int raised_in(const Task& task, const Rung& rung, int generation) {
  for (const RaisedRung& raised : task.raised) {
    if (raised.rung == rung.id && raised.generation == generation) return raised.occurrence;
  }
  return -1;
}

struct Occurrence {
  int number = 0;
  Date day;
};

/// The number of the first occurrence from `from` on that does not fall by `moment`, whether there
/// is such a one or not. Their days only rise, so it is looked for by halves: a rung may have a
/// thousand, and this is asked for every task at every turn.
int first_after(const AnchorValue& anchor, const Rung& rung, int from, Instant moment,
                const Basis& basis) {
  const Date today = basis.zone.date_of(moment);  // a day is later when its midnight is
  const auto falls_by = [&](int k) {
    const std::optional<Date> day = day_from(anchor, rung, k, basis.calendar);
    return day && *day <= today;
  };
  if (!falls_by(from)) return from;
  int known = from;  // falls by then
  int beyond = std::max(from, rung.every && rung.times ? rung.times->value : 0) + 1;
  while (beyond - known > 1) {
    const int middle = known + (beyond - known) / 2;
    (falls_by(middle) ? known : beyond) = middle;
  }
  return beyond;
}

/// The first that is neither raised nor lapsed.
std::optional<Occurrence> pending(const Task& task, const Rung& rung, const AnchorValue& anchor,
                                  const Basis& basis) {
  int next = raised_in(task, rung, anchor.generation) + 1;
  if (const std::optional<Instant> floor = floor_of(task, rung, anchor.generation))
    next = first_after(anchor, rung, next, *floor, basis);
  const std::optional<Date> day = day_from(anchor, rung, next, basis.calendar);
  if (!day) return std::nullopt;
  return Occurrence{next, *day};
}

bool is_for(const Rung& rung, TaskState state) {
  const auto& states = rung.in->value;
  return std::find(states.begin(), states.end(), state) != states.end();
}

/// Whether what the rung's `when` asks for is so.
bool has_reason(const Task& task, const Rung& rung, const Basis& basis) {
  if (!rung.when_missing || !rung.when_missing->value) return true;
  return !missing_cos(task, rules_for(basis, task), basis.directory).empty();
}

}  // namespace

AnchorValue anchor_of(const Task& task, const Rung& rung) {
  const Anchor anchor = rung.at->value.anchor;
  if (anchor != Anchor::raised) return task.anchor(anchor);
  return rung.before ? raising_of(task, *rung.before) : AnchorValue{};
}

std::optional<Date> rung_day(const Task& task, const Rung& rung, int occurrence,
                             const Calendar& calendar) {
  return day_from(anchor_of(task, rung), rung, occurrence, calendar);
}

int raised_until(const Task& task, const Rung& rung) {
  return raised_in(task, rung, anchor_of(task, rung).generation);
}

std::optional<int> pending_occurrence(const Task& task, const Rung& rung, const Basis& basis) {
  const auto occurrence = pending(task, rung, anchor_of(task, rung), basis);
  if (!occurrence) return std::nullopt;
  return occurrence->number;
}

bool is_listening(const Task& task, const Rung& rung, const Basis& basis) {
  return is_for(rung, task.state) && has_reason(task, rung, basis);
}

bool is_open(const Task& task, const Rung& rung) {
  return anchor_of(task, rung).day && raised_until(task, rung) >= 0 && is_for(rung, task.state);
}

std::optional<Timer> next_timer(const Task& task, const Basis& basis) {
  std::optional<Timer> best;
  const Instant earliest = std::max(task.updated, task.judged_since);
  const auto falls = [&](Date day) { return std::max(basis.zone.midnight(day), earliest); };
  // The earlier in order keeps a tie.
  const auto is_best = [&](const Timer& timer) { return !best || timer.at < best->at; };
  if (task.state == TaskState::suspended && !task.suspensions.empty()) {
    const Date until = task.suspensions.back().until;
    best = Timer{Timer::Kind::resume, nullptr, 0, until, falls(until)};
  }
  if (task.state == TaskState::assigned || task.state == TaskState::in_progress) {
    const Date day = task.due() + 1;
    best = Timer{Timer::Kind::deadline, nullptr, 0, day, falls(day)};
  }
  for (const Rung& rung : rules_for(basis, task).rungs) {
    // This is asked for every task at every turn. Most rungs are not for the state that a task is
    // in; of the others, most come too late to be the next: only then their reason is looked for.
    if (!is_for(rung, task.state)) continue;
    const AnchorValue anchor = anchor_of(task, rung);
    const std::optional<Occurrence> first = pending(task, rung, anchor, basis);
    if (!first) continue;
    Timer timer{Timer::Kind::rung, &rung, first->number, first->day, falls(first->day)};
    if (!is_best(timer) || !has_reason(task, rung, basis)) continue;
    // Ripe more than once at the same moment: the latest stands for all of them.
    timer.occurrence = first_after(anchor, rung, first->number + 1, earliest, basis) - 1;
    timer.day = *day_from(anchor, rung, timer.occurrence, basis.calendar);
    best = timer;
  }
  return best;
}

int suspension_days(Date from, Date to, SpanUnit unit, const Calendar& calendar) {
  return unit == SpanUnit::working_day ? calendar.workdays_between(from, to) : to - from;
}

}  // namespace duban
