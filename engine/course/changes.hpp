// The small changes of which every step is made. Internal to engine/course.
#pragma once

#include "engine/course/course.hpp"
#include "engine/policy/timetable.hpp"

namespace duban::changes {

/// A step in the making: the task that changes, and what it is judged by.
struct Step {
  Task& task;
  const Setting& setting;
  Instant now;

  Date today() const { return setting.basis.zone.date_of(now); }
};

/// An entry of the task as it stands: `to` and `data` are for whoever makes the change.
Entry entry_of(const Task& task, Event event, const By& by, const Basis& basis, Instant now);
/// A new value of an anchor, counted as a new generation.
void begin(Step& step, Anchor anchor, Date day);
/// The anchor has no value any more; its count stays.
void unset(Step& step, Anchor anchor);
/// The days since `from` did not count: every anchor but due moves by them, and so do the raisings
/// that other rungs are counted from. What was raised meanwhile counts from today.
void move_on(Step& step, Date from);
/// Enters `state`: the days in overdue begin or end, `entered` is new when the state changes or
/// `anew` says so.
void enter(Step& step, TaskState state, bool anew = false);
/// A new due version (extension, amendment, resumption, rework limit): rungs that lie before it
/// lapse.
void new_due(Step& step, DueDay due, Event cause, const std::string& actor);
/// A beginning (reassignment, cycle, reopening): everything is armed.
void begin_due(Step& step, DueDay due, Event cause, const std::string& actor);
/// A pending request lapses.
void lapse_request(Step& step);
/// A new round of reporting: evidence attached so far does not count for the next report.
void forget_round(Step& step);
/// The task's cycles as they stand today.
Timetable timetable(const Step& step);
/// Opens `cycle`, whose contributions, evidence and extensions count from nothing. With a calendar
/// period a task has no final day, whatever it had before.
void open_cycle(Step& step, const Cycle& cycle, Event cause, const std::string& actor);
/// The same, due on a day that was given.
void open_cycle(Step& step, const Cycle& cycle, Date due, Event cause, const std::string& actor);
/// Ends the present cycle in the history.
void close_cycle(Step& step, bool missed);
/// It is the lead's turn, or the lead spoke.
void hear(Step& step);
/// The work began.
void start(Step& step);

}  // namespace duban::changes
