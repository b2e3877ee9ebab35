// The contract of one task's life in plain ifs, to judge the engine by.
#pragma once

#include <map>
#include <memory>

#include "tests/sim/country.hpp"

namespace duban::sim {

struct Said {
  std::string rung;
  int generation;
  int occurrence;
  Date fires;
  Instant raised;
  bool late_armed;
  auto operator<=>(const Said&) const = default;
};

/// A task as the contract has it. The country outlives it.
class Model {
 public:
  Model(const Country& country, const PlanRow& row, Instant now)
      : lead(row.lead),
        co(row.co.begin(), row.co.end()),
        ongoing(row.deadline.ongoing),
        due(row.deadline.due),
        in_(&country),
        now_(now),
        today_(country.zone.date_of(now)),
        paper_(row.deadline),
        unit_(row.deadline.every.value_or(country.law.every)) {
    assign();
  }
  /// The code of the refusal, and nothing has happened; or empty, and the step was taken. Names in
  /// the command are canonical.
  std::string step(const Command& command, Instant now);
  /// Other rules from `now` on: of rungs that they add or move only what lies ahead is armed.
  void rebase(const Country& after, Instant now);
  /// Options that do not go together: refused before anything is looked up.
  static bool is_misused(const Command& command);
  /// What time does up to and including `now`, midnight by midnight.
  void wait(Instant now);
  /// Whether the task knows a name that the directory lacks.
  bool knows(const std::string& name) const {
    return name == lead || given_.count(name) || co.count(name);
  }

  int late_days(Date today) const;
  Light light(Date today) const;
  Names missing() const;
  std::string waits_for() const;
  /// Of work that cycles without end none.
  std::optional<Date> final_due() const;
  ScheduleKind kind() const { return ongoing ? kind_of({}) : kind_of(cycle); }

  std::string lead;
  Names co, owing, excused;
  bool ongoing = false;
  TaskState state = TaskState::assigned;
  Date due, original_due;
  Cycle cycle;
  int cycles_closed = 0, cycles_missed = 0, extensions = 0;
  bool started = false, urgent = false;
  std::set<Date> overdue_on;
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
  struct Left {
    TaskState state;
    Since entered;
  };

  std::string refusal(const Command& c) const;
  void assign();
  void take(const Command& c);
  void settle();
  int ripe(const RungLaw& rung, int above) const;
  Date day_of(const RungLaw& rung, int occurrence) const;
  void enter(TaskState to, bool anew = false);
  void begin(Anchor which);
  void new_due(Date day, bool is_version);
  void count_anew();
  void open_cycle(Cycle opened, std::optional<Date> given = {});
  void come_back();
  void go_back();
  void drop(const std::string& name, bool counts_as_new);
  void forgive(Date from, Date to) {
    for (Date day = from; day <= to; day = day + 1) forgiven_.insert(day);
  }

  Since& at(Anchor which) { return at_[static_cast<std::size_t>(which)]; }
  const Since& at(Anchor which) const { return at_[static_cast<std::size_t>(which)]; }
  bool is_open() const {
    return state == TaskState::assigned || state == TaskState::in_progress ||
           state == TaskState::overdue;
  }
  Cycle cycle_at(Date day) const { return cycle_of(unit_, day); }
  Cycle cycle_now() const { return cycle_at(std::min(today_, end().value_or(today_))); }
  bool is_last(Cycle each) const { return end() && *end() <= each.last; }
  std::optional<Date> end() const;
  std::optional<Date> named_day(Cycle each) const;
  Cycle cycle_from(Date day) const;
  Cycle stage(int number) const;
  std::optional<Cycle> next(Cycle each) const;
  std::optional<Cycle> cycle_ahead() const;
  Date due_of(Cycle each) const;
  Date rolled(Date day, ScheduleKind kind) const;
  int stages() const { return static_cast<int>(paper_.stages.size()); }
  ScheduleKind kind_of(Cycle each) const;
  Exception terms(ScheduleKind kind) const;
  bool applies(const RungLaw& rung) const;
  bool is_co(const std::string& department) const;
  bool has_given(const std::string& name) const;

  const Country* in_;
  Instant now_;
  Date today_;
  Deadline paper_;  ///< as the document has it
  CycleUnit unit_;
  Date assigned_, due_made_, suspended_, until_;
  std::optional<Date> lapsed_;   ///< rungs of this due up to here are not raised
  std::optional<Date> stopped_;  ///< days late are counted to here
  std::optional<Reported> report_;
  std::optional<Asked> asked_;
  Left left_{};  ///< by the suspension
  int suspension_ = 0, counted_ = 0;
  bool opened_late_ = false;
  std::array<Since, anchor_count> at_;
  Names given_, gave_;                   ///< in full, at all
  std::shared_ptr<const Model> before_;  ///< the last act, which may be taken back
  std::string actor_;                    ///< whose act that was
  std::map<std::string, Names> files_;   ///< contents, by whose contribution; * else
  std::set<Date> red_, forgiven_;        ///< of this cycle
  std::map<std::pair<std::string, int>, int> raised_;
  std::map<std::string, std::pair<int, Date>> moved_;  ///< rungs: as lapsed_, up to a generation
};

}  // namespace duban::sim
