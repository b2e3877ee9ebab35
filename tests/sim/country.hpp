// What the model's words mean: departments, cycles, days, options. What must be true of them is
// the model's to say.
#pragma once

#include <algorithm>
#include <map>
#include <set>

#include "engine/model/basis.hpp"
#include "engine/model/command.hpp"
#include "engine/model/task.hpp"

namespace duban::sim {

/// Of departments, canonical.
using Names = std::set<std::string>;

template <class Things, class Question>
bool any(const Things& things, const Question& question) {
  return std::any_of(std::begin(things), std::end(things), question);
}
inline bool has(std::string_view text, std::string_view part) {
  return text.find(part) != text.npos;
}

/// A rung of a drawn ladder.
struct RungLaw {
  std::string id;
  Anchor at;
  Span after;
  std::set<TaskState> in;
  int level;
  bool names_lead;
  Span every = {0, SpanUnit::day};
  int times = 0;
  bool when_missing = false;
  bool when_ongoing = true;  ///< false: an override switches it off for ongoing tasks

  /// Nothing was moved: it falls on the same days.
  bool falls_as(const RungLaw& other) const {
    return id == other.id && at == other.at && after == other.after && every == other.every &&
           times == other.times;
  }
};

/// What other rules hold for tasks with one kind of schedule.
struct Exception {
  ScheduleKind kind;
  std::optional<Roll> roll = {};
  std::optional<int> limit = {};
  std::optional<Span> warning = {};
  std::string silenced = {};  ///< the rung that it switches off
};

/// What a drawn rule file says. `text` is what the engine reads, the rest what the model goes by.
struct Law {
  std::string text;
  int evidence = 1;
  Need contributions = Need::all;
  Need groups = Need::any;
  bool without = true;
  bool requests_when_overdue = false;
  int limit = 2;
  Span max = {120, SpanUnit::working_day};
  MovesDue moves = MovesDue::calendar_days;
  Span grace = {10, SpanUnit::day};
  CycleUnit every = CycleUnit::half_year;
  Span warning = {30, SpanUnit::day};
  Roll roll = Roll::none;
  std::vector<Exception> exceptions = {};
  std::set<Event> off = {};
  std::vector<RungLaw> ladder;
};

/// Of a stage `first` is the day on which it opened, `last` the document's.
struct Cycle {
  Date first, last;
  int stage = 0;  ///< 0: a calendar period
  bool operator==(const Cycle&) const = default;
};
Cycle cycle_of(CycleUnit unit, Date day);

/// What all tasks of a plan have in common.
struct Country {
  Law law;
  Plan plan;
  Calendar calendar;
  Directory directory;
  Zone zone;

  /// A department acts for itself, a member for its group.
  bool acts_for(std::string_view department, std::string_view name) const;
  /// Is of its house, or of that of a member.
  bool meets(std::string_view department, std::string_view name) const;
  /// Of a group, but for one.
  Names members(const std::string& group, const std::string& but) const;
  bool may_lead(const std::string& name) const;
  /// As the rule on suspensions counts.
  int days(Date from, Date to) const;
  /// A due after a suspension.
  Date moved(Date due, Date from, Date to) const;
};

/// The command with all its names canonical.
Command heard(Command command, const Directory& directory);
/// The names of the options that a command gives; a note of blanks is none.
Names options_of(const Command& command);
/// How many contents of its evidence are not among `known`.
int fresh(const Command& command, const std::map<std::string, Names>& known);

}  // namespace duban::sim
