#include "engine/policy/standing.hpp"

#include <algorithm>

#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"
#include "engine/policy/timers.hpp"
#include "engine/policy/timetable.hpp"

namespace duban {
namespace {

bool is_active(TaskState state) {
  return state == TaskState::assigned || state == TaskState::in_progress ||
         state == TaskState::overdue;
}

/// A day in overdue in this cycle that nothing forgives: the red that never turns green.
bool was_red(const Task& task) {
  if (!task.cycle_overdue_from) return false;
  const auto forgiven = [&](Date day) {
    return std::any_of(task.forgiven.begin(), task.forgiven.end(), [&](const DayRange& range) {
      return range.first <= day && day <= range.last;
    });
  };
  for (const DayRange& stay : task.overdue) {
    if (stay.first < *task.cycle_overdue_from) continue;
    for (Date day = stay.first; day <= stay.last; day = day + 1) {
      if (!forgiven(day)) return true;
    }
  }
  return false;
}

/// A raised rung of level 1 or more whose generation and state still stand, heard by the lead.
bool names_lead(const Task& task, const RuleLayer& rules, const Directory& directory) {
  return std::any_of(rules.rungs.begin(), rules.rungs.end(), [&](const Rung& rung) {
    if (!rung.level || rung.level->value < 1 || !rung.notify || !is_open(task, rung)) return false;
    return std::any_of(
        rung.notify->value.begin(), rung.notify->value.end(),
        [&](const std::string& who) { return who == "lead" || directory.same(who, task.lead); });
  });
}

/// A due day that was read or computed, which `roll` would have judged by days off not yet
/// announced.
bool may_roll_otherwise(const Task& task, const RuleLayer& rules, const Calendar& calendar) {
  const DueVersion& due = task.dues.back();
  if (rules.roll() == Roll::none || calendar.knows(due.rolled.value_or(due.due))) return false;
  switch (due.cause) {
    case Event::assign:
    case Event::verify:
    case Event::miss:
    case Event::resume:
      return true;
    case Event::reopen:
      return task.ongoing;
    default:
      return false;
  }
}

std::vector<Role> waiting_for(const Task& task, bool co_missing) {
  std::vector<Role> roles;
  if (is_active(task.state)) {
    roles.push_back(Role::lead);
    if (co_missing) roles.push_back(Role::co);
    if (task.request) roles.push_back(Role::coordinator);
  } else if (task.state == TaskState::reported) {
    roles.push_back(Role::coordinator);
    if (!task.owing.empty()) roles.push_back(Role::co);
  } else if (task.state == TaskState::suspended) {
    roles.push_back(Role::scheduler);
  }
  return roles;
}

}  // namespace

int late_days(const Task& task, const Zone& zone, Date today) {
  Date until = today;
  Date due = task.due();
  if (task.report) {
    due = task.report->due;
    until = zone.date_of(task.report->at);
    if (task.report->dated && task.report->claim_verified) until = *task.report->dated;
  } else if (task.stopped) {
    until = *task.stopped;
  }
  return std::max(0, until - due);
}

int overdue_days(const Task& task, Date today) {
  int days = 0;
  Date counted{-1000000};  // a day of leaving and of entering again counts once
  const auto add = [&](Date first, Date last) {
    if (first <= counted) first = counted + 1;
    if (last < first) return;
    days += last - first + 1;
    counted = last;
  };
  for (const DayRange& stay : task.overdue) add(stay.first, stay.last);
  if (task.overdue_since) add(*task.overdue_since, today);
  return days;
}

std::optional<Date> final_due(const Task& task, const Basis& basis, Date today) {
  if (task.ongoing || task.schedule.then_ongoing) return std::nullopt;
  const auto stages = static_cast<int>(task.schedule.stages.size());
  if (!task.cycle || task.cycle->stage == stages) return task.due();
  const Timetable timetable(task, std::nullopt, rules_for(basis, task), basis.calendar, today);
  return timetable.due_of(timetable.last_stage()).due;
}

Light light_of(const Task& task, const Basis& basis, Date today) {
  const RuleLayer& rules = rules_for(basis, task);
  if (task.state == TaskState::suspended || task.state == TaskState::cancelled) return Light::grey;
  if (task.state == TaskState::overdue) return Light::red;
  const bool open = is_active(task.state);
  Span back = rules.warning();
  back.count = -back.count;
  if (open && back.count < 0 && today >= basis.calendar.add(task.due(), back)) return Light::yellow;
  if (!open && late_days(task, basis.zone, today) > 0) return Light::yellow;
  if (was_red(task)) return Light::yellow;
  if (names_lead(task, rules, basis.directory)) return Light::yellow;
  return Light::green;
}

bool is_provisional(const Task& task, const Basis& basis) {
  if (!is_live(task.state)) return false;
  const RuleLayer& rules = rules_for(basis, task);
  if (may_roll_otherwise(task, rules, basis.calendar)) return true;
  return std::any_of(rules.rungs.begin(), rules.rungs.end(), [&](const Rung& rung) {
    const std::optional<int> pending = pending_occurrence(task, rung, basis);
    if (!pending) return false;
    const Date anchor = *anchor_of(task, rung).day;
    if (basis.calendar.is_provisional(anchor, rung.at->value.offset)) return true;
    if (*pending == 0 || !rung.every) return false;
    Span step = rung.every->value;
    step.count *= *pending;
    return basis.calendar.is_provisional(*rung_day(task, rung, 0, basis.calendar), step);
  });
}

Standing standing(const Task& task, const Basis& basis, Date today) {
  const RuleLayer& rules = rules_for(basis, task);
  Standing result;
  result.late_days = late_days(task, basis.zone, today);
  result.overdue_days = overdue_days(task, today);
  result.light = light_of(task, basis, today);
  result.missing = missing_cos(task, rules, basis.directory);
  result.waits_for = waiting_for(task, !result.missing.empty());
  result.final_due = final_due(task, basis, today);
  return result;
}

}  // namespace duban
