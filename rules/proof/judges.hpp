// One judge for each property (rules/prove.hpp); each adds what it finds.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "rules/proof/leaves.hpp"
#include "rules/proof/machine.hpp"
#include "rules/prove.hpp"

namespace duban::proof {

/// Keeps the flaws; of the same on the same line only the first, which has the shortest story.
void add(Verdict& verdict, Flaw flaw);

/// 1: from every state the end of the cycle can be reached.
class EndJudge : public Judge {
 public:
  explicit EndJudge(Verdict& verdict) : verdict_(verdict) {}
  void explored(const Machine& machine) override;

 private:
  Verdict& verdict_;
};

/// 2: separation of duties, on every path and by the real roster.
class DutyJudge : public Judge {
 public:
  /// `leads`: the departments that lead, or ever led, here.
  DutyJudge(Verdict& verdict, const std::vector<std::string>& leads)
      : verdict_(verdict), leads_(leads) {}
  void taken(const Machine& machine, int node, const Command& command,
             const Course& course) override;
  void explored(const Machine& machine) override;
  void conclude() override;

 private:
  void roster(const Machine& machine, Event made, Event judged);
  Verdict& verdict_;
  const std::vector<std::string>& leads_;
  std::vector<std::string> unjudged_;  ///< whom nobody could judge, should they lead
};

/// 3: silence is noticed within a bound; levels never fall.
class SilenceJudge : public Judge {
 public:
  explicit SilenceJudge(Verdict& verdict) : verdict_(verdict) {}
  void raised(const Machine& machine, int node, const Step& step, const Task& task,
              const Escalation& escalation) override;
  void waited(const Machine& machine, int node, const Escalation* loud, Instant end) override;

 private:
  Verdict& verdict_;
};

/// 4: every event, rung and override takes effect somewhere.
class DeadJudge : public Judge {
 public:
  DeadJudge(Verdict& verdict, const Basis& basis, const Cast& cast, Budget& budget)
      : verdict_(verdict), basis_(basis), cast_(cast), budget_(budget) {}
  void taken(const Machine& machine, int node, const Command& command,
             const Course& course) override;
  void refused(const Machine& machine, int node, const Command& command,
               const Error& error) override;
  void raised(const Machine& machine, int node, const Step& step, const Task& task,
              const Escalation& escalation) override;
  void explored(const Machine& machine) override;
  /// A kind of task to which happens what happened to the one of that number.
  void explored_alike(const Shape& shape, std::size_t number);
  std::size_t kinds() const { return kinds_.size(); }
  void conclude() override;

  /// A kind of task: what of its rules took effect.
  struct Kind {
    Shape shape;
    Instant assigned;
    Task born;
    std::set<Event> taken;
    std::set<std::string> raised;
    std::set<TaskState> states;
  };

 private:
  struct Refusal {
    Error error;
    Story story;
  };
  void events();
  void rungs();
  void overrides();
  bool is_of_dead_rung(const LeafSpot& leaf) const;
  std::optional<Message> why_dead(const LeafSpot& leaf) const;
  bool takes_effect(const LeafSpot& leaf, const Basis& without_it, const Kind& kind) const;
  Message why_never(Event event) const;
  Message why_never(const Rung& rung) const;
  void find(Place where, Message message, std::string subject, std::optional<Story> story = {});

  Verdict& verdict_;
  const Basis& basis_;
  const Cast& cast_;
  Budget& budget_;  ///< for what would be otherwise
  std::vector<Kind> kinds_;
  Kind now_;
  std::map<Event, Refusal> refusals_;
};

/// 6 and 8: every rung has someone to hear it, and of level ≥ 1 someone who can act.
class AudienceJudge : public Judge {
 public:
  explicit AudienceJudge(Verdict& verdict) : verdict_(verdict) {}
  void raised(const Machine& machine, int node, const Step& step, const Task& task,
              const Escalation& escalation) override;
  void explored(const Machine& machine) override;

 private:
  struct Unanswered {
    Flaw flaw;
    bool answered = false;
  };
  Verdict& verdict_;
  std::set<std::pair<const Rung*, TaskState>> sure_;
  std::map<std::pair<std::string, TaskState>, Unanswered> asked_;  ///< of the present machine
};

/// 7: suspensions and extensions come to an end.
class PostponeJudge : public Judge {
 public:
  explicit PostponeJudge(Verdict& verdict) : verdict_(verdict) {}
  void taken(const Machine& machine, int node, const Command& command,
             const Course& course) override;
  void explored(const Machine& machine) override;

 private:
  /// The rules that decide it, where they were tried before.
  struct Tried {
    bool ongoing = false;
    std::vector<std::optional<TransitionRule>> rules;
    bool operator==(const Tried&) const = default;
  };
  bool is_tried(const Machine& machine, const std::vector<Event>& events);
  void extensions(const Machine& machine);
  void suspensions(const Machine& machine);
  Verdict& verdict_;
  std::vector<Tried> tried_;
  std::map<Event, std::pair<int, Command>> first_;  ///< where each was first taken
};

/// 5: what lead and co's can make a task raise in a year.
void judge_storm(Verdict& verdict, const Basis& basis, const Cast& cast, Budget& budget,
                 const Shape& shape, Date day);

}  // namespace duban::proof
