#include "engine/course/moves.hpp"

#include <algorithm>

#include "engine/course/probe.hpp"
#include "engine/lifecycle/lifecycle.hpp"
#include "engine/policy/cast.hpp"
#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban::moves {
namespace {

/// Nobody is advised to take back what was done, or to talk.
bool leads_on(Event event) {
  return event != Event::strike && event != Event::undo && event != Event::remark;
}

class Moves {
 public:
  Moves(const Task& task, const Setting& setting, const People& people, const Command& wanted,
        Instant now)
      : task_(task), setting_(setting), people_(people), wanted_(wanted), now_(now) {}

  std::vector<Move> all() {
    const RuleLayer& rules = rules_for(setting_.basis, task_);
    for (const Event event : lifecycle_events) {
      const TransitionRule* rule = rules.transition(event);
      if (!is_step(event) || !leads_on(event) || !rule || !rule->by ||
          !has_transition(task_.state, event))
        continue;
      for (Command& seed : seeds(event, rules)) take(std::move(seed), *rule);
    }
    return std::move(found_);
  }

 private:
  /// What a step has to say for itself, where more than one thing could be said.
  std::vector<Command> seeds(Event event, const RuleLayer& rules) const {
    const Directory& directory = setting_.basis.directory;
    const std::vector<std::string> missing = missing_cos(task_, rules, directory);
    Command seed;
    seed.event = event;
    std::vector<Command> all;
    switch (event) {
      case Event::contribute:
        for (const std::string& co : missing) {
          seed.by.actor.department = co;  // only a wish; `take` finds the person
          all.push_back(seed);
        }
        break;
      case Event::excuse:
        if (!missing.empty()) {
          seed.co = missing;
          all.push_back(seed);
        }
        break;
      case Event::amend: {
        // For whoever wants to act as a co, or for a co to be excused.
        seed.add_co = {newcomer()};
        if (!seed.add_co.front().empty()) all.push_back(seed);
        seed.add_co.clear();
        seed.due = std::max(task_.due(), setting_.basis.zone.date_of(now_)) + 1;
        all.push_back(seed);
        break;
      }
      default:
        all.push_back(seed);
    }
    return all;
  }

  std::string newcomer() const {
    if (!wanted_.for_department.empty()) return wanted_.for_department;
    if (wanted_.event != Event::excuse) return wanted_.by.actor.department;
    const Directory& directory = setting_.basis.directory;
    for (const Department& each : directory.departments()) {
      if (!each.group && !directory.same(each.name, task_.lead) &&
          !directory.same_house(each.name, wanted_.by.actor.department))
        return each.name;
    }
    return "";
  }

  void take(Command seed, const TransitionRule& rule) {
    const std::string department = std::move(seed.by.actor.department);
    const Directory& directory = setting_.basis.directory;
    for (const Role role : rule.by->value) {
      for (Person& person : cast_of(role, task_, people_, directory)) {
        if (!department.empty() && !directory.same(person.actor.department, department)) continue;
        seed.by = std::move(person);
        Probe tried = probe(task_, setting_, seed, now_);
        if (!tried.to) continue;
        found_.push_back({now_, std::move(tried.command)});
        return;
      }
    }
  }

  const Task& task_;
  const Setting& setting_;
  const People& people_;
  const Command& wanted_;
  Instant now_;
  std::vector<Move> found_;
};

}  // namespace

std::vector<Move> of(const Task& task, const Setting& setting, const People& people,
                     const Command& wanted, Instant now) {
  return Moves(task, setting, people, wanted, now).all();
}

int weight(Event event) {
  switch (event) {
    case Event::reassign:
    case Event::suspend:
    case Event::conclude:
    case Event::cancel:
      return 3;
    default:
      return 1;
  }
}

}  // namespace duban::moves
