// The contract of one task's life in plain ifs, to judge the engine by (design §3, §4, §10).
// It walks from midnight to midnight and keeps days, where the engine computes moments.
#pragma once

#include <algorithm>
#include <map>
#include <set>

#include "engine/model/basis.hpp"
#include "engine/model/command.hpp"
#include "engine/model/task.hpp"

namespace duban::sim {

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
  std::set<Event> off = {};
  std::vector<RungLaw> ladder;
};

struct Said {
  std::string rung;
  int generation;
  int occurrence;
  Date fires;
  Instant raised;
  bool late_armed;
  auto operator<=>(const Said&) const = default;
};

/// What all tasks of a plan have in common.
struct Country {
  Law law;
  Plan plan;
  Calendar calendar;
  Directory directory;
  Zone zone;
};

/// A task as the contract has it. The country outlives it.
class Model {
 public:
  explicit Model(const Country& country) : in_(&country) {}

  void assign(const PlanRow& row, Instant now);
  /// The code of the refusal, and nothing has happened; or empty, and the step was taken.
  std::string step(const Command& command, Instant now);
  /// Other rules from `now` on: of rungs that they add or move only what lies ahead is armed.
  void rebase(const Country& after, Instant now);
  /// Options that do not go together: refused before anything is looked up.
  static bool is_misused(const Command& command);
  /// Whether the task knows a name that the directory lacks.
  bool knows(const std::string& name) const {
    return name == lead || given_.count(name) || std::count(co.begin(), co.end(), name);
  }
  /// What time does up to and including `now`, midnight by midnight.
  void wait(Instant now);

  int late_days(Date today) const;
  Light light(Date today) const;
  std::vector<std::string> missing() const;
  std::string waits_for() const;

  std::string lead;
  std::vector<std::string> co, owing, excused;
  bool ongoing = false;
  bool urgent = false;
  TaskState state = TaskState::assigned;
  Date due, original_due;
  Date first, last;  ///< of the cycle
  int cycles_closed = 0, cycles_missed = 0, extensions = 0;
  bool started = false;
  std::set<Date> overdue;  ///< every day on which it was in overdue
  std::vector<Said> said;

 private:
  struct Since {
    std::optional<Date> day;
    int generation = 0, count = 0;
  };
  struct Reported {
    Date day, due;
    std::string by;
    std::optional<Date> dated;
    bool proven = false;
  };
  struct Asked {
    Date day, wanted;
    std::string by;
  };

  std::string refusal(const Command& c) const;
  bool may_happen(const Command& c) const;
  bool is_forbidden(const Command& c) const;
  bool is_bad_argument(const Command& c) const;
  bool lacks(const Command& c) const;
  void take(const Command& c);
  void settle();
  bool listens(const RungLaw& rung) const;
  int ripe(const RungLaw& rung, int above) const;
  Date day_of(const RungLaw& rung, int occurrence) const;
  void silence();
  void lapse();
  void enter(TaskState to, bool anew = false);
  void begin(Anchor which, Date day);
  void new_due(Date day, bool is_version);
  void open_cycle(Date day_in_it);
  void resume();
  void forgive(Date from, Date to);

  Since& at(Anchor which) { return at_[static_cast<std::size_t>(which)]; }
  const Since& at(Anchor which) const { return at_[static_cast<std::size_t>(which)]; }
  bool is_open() const;
  bool is_last_cycle() const { return in_->plan.ends && *in_->plan.ends <= last; }
  std::pair<Date, Date> period(Date day) const;
  Date due_of(std::pair<Date, Date> cycle) const;
  std::optional<Date> cycle_ahead() const;
  Date resumed_due() const;
  bool same(std::string_view a, std::string_view b) const { return in_->directory.same(a, b); }
  bool acts_for(std::string_view department, std::string_view name) const;
  bool is_co(std::string_view department) const;
  bool has(const std::vector<std::string>& names, std::string_view name) const;
  bool has_given(const std::string& name) const;
  int fresh(const Command& c) const;
  int days(Date from, Date to) const;

  const Country* in_;
  Instant now_;
  Date today_;
  CycleUnit unit_ = CycleUnit::half_year;
  Date assigned_, due_made_, suspended_, until_;
  std::optional<Date> floor_, stopped_;
  std::optional<Reported> report_;
  std::optional<Asked> asked_;
  TaskState left_ = TaskState::assigned;
  Since left_entered_;
  int suspension_ = 0, counted_ = 0;
  bool opened_late_ = false;
  std::array<Since, anchor_count> at_;
  std::set<std::string> given_, files_;
  std::set<Date> red_, forgiven_;  ///< of this cycle
  std::map<std::pair<std::string, int>, int> raised_;
  std::map<std::string, std::pair<int, Date>> floors_;  ///< of the generations up to this one
};

}  // namespace duban::sim
