// What is proved of a rule file before it rules anyone (docs/proof.md).
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/basis.hpp"
#include "rules/proof/story.hpp"

namespace duban {

/// The properties of docs/proof.md, by their numbers.
enum class Property : std::uint8_t {
  ends = 1,   ///< from every state the task can still be verified
  duties,     ///< nobody is judge of the own work, and somebody is left to judge
  heard,      ///< silence is noticed, and the ladder only rises
  alive,      ///< everything the file says can take effect
  no_storm,   ///< lead and co's cannot make it cry wolf
  audience,   ///< every rung has someone to hear it
  bounded,    ///< no deadline moves for ever
  answerable  ///< whoever hears can do something about it
};
inline constexpr int property_count = 8;

/// What breaks a property: the line of the rule file, why, and the shortest story that shows it.
struct Flaw {
  Property property = Property::ends;
  Place where;
  Message message;
  std::string subject;  ///< the event, rung or override concerned
  std::optional<proof::Story> story = {};
};

/// The most that one task raises in a year between two steps of a coordinator.
struct StormBound {
  bool endless = false;  ///< a rung is raised anew without time passing
  int most = 0;
  int allowed = 60;
  std::vector<std::pair<std::string, int>> rungs = {};  ///< by which rungs, the most first
};

/// How far a task can be put off at most; of an ongoing one the extensions of a cycle.
struct PutOffBound {
  int extensions = 0;
  Span suspended = {0, SpanUnit::day};  ///< of all suspensions together
};

/// How long nobody can be silent at most.
struct SilenceBound {
  int days = 0;                       ///< after the last step
  std::optional<int> after_due = {};  ///< or so many days after due, where due is what wakes
};

struct Verdict {
  std::vector<Flaw> flaws;  ///< by property, in the order of the file
  int more_flaws = 0;       ///< beyond those that are kept
  /// What breaks nothing as yet, but should be known.
  std::vector<Message> warnings;
  StormBound storm;
  SilenceBound silence;
  PutOffBound put_off;
  int shapes = 0;  ///< kinds of tasks told apart
  int states = 0;  ///< of their machines together
  /// What was not explored to its end for want of work or memory (rules/proof/budget.hpp): nothing
  /// was found, and nothing is proved.
  std::set<Property> unexplored;

  bool complete() const { return unexplored.empty(); }
  bool is_flawed(Property property) const;
  /// Explored to its end, and not flawed.
  bool holds(Property property) const;
};

/// Explores every kind of task that the rules tell apart, by running the engine. Pure. `leads` are
/// the departments that lead, or ever led, in a plan there. Takes seconds at most, whatever the
/// rules. Fails only when the rules' time zone is not in the zone database.
Result<Verdict> prove(const Rules& rules, const Directory& directory, const People& people,
                      const Calendar& calendar, const std::vector<std::string>& leads = {});

}  // namespace duban
