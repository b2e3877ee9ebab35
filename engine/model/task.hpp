// A task (事项): everything that decides what can happen to it next. Plain values.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/model/plan.hpp"
#include "engine/model/words.hpp"

namespace duban {

/// The moment a rung is counted from. `generation` counts the values that the anchor has had;
/// `count` is the highest number ever given (a suspension returns to an older `entered`).
struct AnchorValue {
  std::optional<Date> day;  ///< local day of the moment, moved by suspensions; none: unset
  int generation = 0;
  int count = 0;
  Instant since;  ///< when the entry that began this generation took effect
  bool operator==(const AnchorValue&) const = default;
};

/// One value of the due date in the present cycle, and what made it.
struct DueVersion {
  Date due;
  Event cause = Event::assign;
  Instant made;
  std::string actor;
  int generation = 0;               ///< of the anchor `due`, while this version is in force
  std::optional<Date> rolled = {};  ///< the day off from which the rules moved it
  bool operator==(const DueVersion&) const = default;
};

struct Contribution {
  std::string department;
  Instant at;
  std::string actor;
  bool full = true;  ///< false: `--partial`
  bool operator==(const Contribution&) const = default;
};

struct Evidence {
  std::string sha256;  ///< hex
  std::string name;    ///< as given, only text
  std::int64_t size = 0;
  std::string department;  ///< whose it is
  std::string actor;       ///< who attached it
  Instant at;
  bool counts = false;       ///< new content by or for the lead, in the present round of reporting
  bool contributed = false;  ///< it came with a contribution
  bool struck = false;       ///< that contribution was struck: the same content counts as new again
  bool operator==(const Evidence&) const = default;
};

/// Who recorded a report or a request, as he was then, and who was of whose house: while it stands
/// an admin may change either, and separation of duties judges both.
struct Origin {
  std::string account;
  std::string name;
  std::string person;
  std::int64_t changes = 0;             ///< of actors, before it (People::changes)
  std::vector<std::string> lead_house;  ///< departments that counted as the lead's
  std::vector<std::string> co_house;    ///< or as a co's, where the rules keep these away
  bool operator==(const Origin&) const = default;
};

/// A pending request for extension.
struct ExtensionRequest {
  Date wanted;
  Instant at;
  std::string requester;      ///< who recorded it
  std::optional<Date> dated;  ///< the day that the paper claims
  Origin origin = {};
  bool operator==(const ExtensionRequest&) const = default;
};

/// The standing report.
struct Report {
  Instant at;
  std::string reporter;
  std::optional<Date> dated;
  bool claim_verified = false;  ///< another person verified it: the dated day counts
  Date due;                     ///< in force when it was made, or its correction since
  Origin origin = {};
  bool operator==(const Report&) const = default;
};

struct Suspension {
  Date from;
  Date until;
  std::optional<Date> ended;
  bool operator==(const Suspension&) const = default;
};

/// The state that a suspension left, to come back to.
struct LeftState {
  TaskState state = TaskState::assigned;
  AnchorValue entered;
  bool operator==(const LeftState&) const = default;
};

struct DayRange {
  Date first;
  Date last;
  bool operator==(const DayRange&) const = default;
};

/// The highest occurrence of a rung that was raised, or counts as raised, in one generation. Kept
/// by id for the whole life: whatever an activation does to a rung, what was raised under its id
/// stays raised.
struct RaisedRung {
  std::string rung;
  int generation = 0;
  int occurrence = 0;
  /// Local day of the first raising in this generation, moved by suspensions: what other rungs are
  /// counted from (`raised(…)`).
  std::optional<Date> day = {};
  bool operator==(const RaisedRung&) const = default;
};

/// Since an activation added or moved this rung, only its occurrences later than `after` are armed.
struct RungFloor {
  std::string rung;
  int generation = 0;
  Instant after;
  bool operator==(const RungFloor&) const = default;
};

struct Remark {
  std::string to;  ///< the addressee
  std::optional<Date> until;
  std::string note;
  std::string actor;
  Instant at;
  bool operator==(const Remark&) const = default;
};

/// What a document says of a task's days beyond the present one; of work that is due once nothing.
struct Schedule {
  std::optional<CycleDay> day;  ///< of calendar periods: the day in each, without grace
  std::optional<Date> ends;     ///< of calendar periods: the document's own last day
  std::vector<Stage> stages;
  bool then_ongoing = false;  ///< calendar periods follow the last stage
  bool operator==(const Schedule&) const = default;
};

/// What a task reports on now: a calendar period, or a stage of its document.
struct Cycle {
  std::string name;  ///< "2018-03", "2018Q1", "2018H1", "2018"; "1/3"
  Date first;        ///< of a stage the day on which it opened
  Date last;         ///< of a stage the document's day
  int stage = 0;     ///< its number from 1; 0: a calendar period
  bool operator==(const Cycle&) const = default;
};

/// A cycle that is over.
struct CycleRecord {
  Cycle cycle;
  Date due;
  Date original_due;
  std::optional<Instant> reported = {};
  std::optional<Instant> verified = {};
  int late_days = 0;
  int extensions = 0;
  bool missed = false;
  Light light = Light::green;
  bool operator==(const CycleRecord&) const = default;
};

struct Task;

/// A task as it was, shared by its copies; two are equal when the tasks are.
struct TaskBefore {
  std::shared_ptr<const Task> task;
  bool operator==(const TaskBefore& other) const;
};

/// The last act on a task, while `undo` may take it back: nothing but the scheduler's entries and
/// remarks followed it.
struct LastAct {
  Event event = Event::verify;
  std::string actor;
  bool content = false;  ///< it gave the task another content
  /// The task before the act, with the remarks and the evidence that came since; its `last_entry`
  /// and its own `last_act` mean nothing.
  TaskBefore before;
  bool operator==(const LastAct&) const = default;
};

struct Task {
  TaskKey key;
  std::string lead;
  std::vector<std::string> co;
  bool ongoing = false;            ///< calendar periods, not the stages before them
  std::optional<CycleUnit> every;  ///< the document's own cycle
  Schedule schedule;
  bool urgent = false;  ///< 急件: by the document or by `amend`

  TaskState state = TaskState::assigned;
  std::optional<LeftState> left;     ///< while suspended
  std::optional<Cycle> cycle;        ///< when ongoing or staged
  Date original_due;                 ///< of the present cycle
  std::vector<DueVersion> dues;      ///< of the present cycle; the last is in force
  std::optional<Instant> due_floor;  ///< rungs of this due version up to here have lapsed
  bool opened_late = false;          ///< the present cycle's due had passed when it opened
  std::array<AnchorValue, anchor_count> anchors;

  Instant assigned;  ///< import or last reassignment
  std::optional<Instant> started;
  std::optional<Report> report;
  std::optional<Instant> verified;
  std::optional<ExtensionRequest> request;
  int extensions = 0;              ///< granted in this cycle
  std::vector<std::string> owing;  ///< named --without at the last report
  std::vector<std::string> excused;
  std::vector<Contribution> contributions;  ///< of this cycle
  std::vector<Evidence> evidence;           ///< of the task's life
  std::vector<Suspension> suspensions;      ///< of the task's life
  std::optional<Date> stopped;              ///< suspended or cancelled: lateness counts to this day

  std::vector<DayRange> overdue;           ///< days in `overdue`, over the task's life, ended stays
  std::optional<Date> overdue_since;       ///< the stay that goes on
  std::optional<Date> cycle_overdue_from;  ///< first day of this cycle's first stay in overdue
  std::vector<DayRange> forgiven;          ///< days that the light forgives in this cycle (§10.11)

  std::vector<RaisedRung> raised;
  std::vector<RungFloor> floors;
  std::vector<Remark> remarks;      ///< that wait for their addressee
  std::vector<CycleRecord> cycles;  ///< ended ones
  Instant judged_since;             ///< the last activation: what it makes ripe is raised then
  std::optional<LastAct> last_act;
  std::string last_note;
  Instant updated;               ///< effective time of the last entry
  std::int64_t last_entry = -1;  ///< its seq; set where entries get their numbers

  bool operator==(const Task&) const = default;

  /// Of a new task, as its document has it.
  void set_schedule(const Deadline& deadline);
  Date due() const { return dues.back().due; }
  ScheduleKind kind() const {
    if (ongoing) return every ? ScheduleKind::periodic : ScheduleKind::ongoing;
    return schedule.stages.empty() ? ScheduleKind::once : ScheduleKind::staged;
  }
  /// One of the seven that are kept here; `raised` is policy's to find (anchor_of).
  const AnchorValue& anchor(Anchor which) const {
    return anchors.at(static_cast<std::size_t>(which));
  }
  AnchorValue& anchor(Anchor which) { return anchors.at(static_cast<std::size_t>(which)); }
};

inline bool TaskBefore::operator==(const TaskBefore& other) const {
  return task == other.task || (task && other.task && *task == *other.task);
}

/// The words of a task, which decide nothing and are seldom read.
struct TaskText {
  std::vector<std::string> titles;  ///< of the headings above it, outermost first
  std::string content;
  std::string deadline;  ///< as the document wrote it
  /// What else the document says, by its own headings (PlanRow::extra).
  std::vector<std::pair<std::string, std::string>> extra = {};
  bool operator==(const TaskText&) const = default;
};

}  // namespace duban
