// What of a rule file scenarios have touched: its transitions, refusals, rungs and overrides.
#pragma once

#include <string>
#include <vector>

#include "engine/model/basis.hpp"
#include "engine/model/command.hpp"
#include "engine/model/escalation.hpp"
#include "engine/model/task.hpp"

namespace duban {

/// One thing that a rule file says and that something can come of.
struct RulePoint {
  enum class Kind : std::uint8_t { transition, refusal, rung, override_ } kind = Kind::transition;
  /// "start: lead", "verify.forbid: reporter", "circular", "circular/2", "overrides[1].silent".
  std::string name;
  std::uint32_t line = 0;    ///< 0: the file says it by leaving it out
  std::uint32_t column = 0;  ///< of the leaf
  bool touched = false;
};
std::string_view to_text(RulePoint::Kind kind);

class Coverage {
 public:
  /// `basis` lives as long as this object.
  explicit Coverage(const Basis& basis);

  /// `task` was under the rules: overrides that change them for it are touched.
  void lived(const Task& task);
  /// `event` was done in `role`; `task` as it was before.
  void done(const Task& task, Event event, Role role);
  void refused(const Task& task, const Person& person, Event event, const Error& error);
  void raised(const Task& task, const Escalation& escalation);

  /// In the order of the file.
  const std::vector<RulePoint>& points() const { return points_; }
  int count(bool touched) const;

 private:
  void add(RulePoint::Kind kind, std::string name, std::uint32_t line, std::uint32_t column = 0);
  void add_transition(const std::string& prefix, Event event, const TransitionRule& rule);
  void add_rung(const std::string& prefix, const Rung& rung);
  void touch(RulePoint::Kind kind, const std::string& suffix, std::uint32_t line,
             std::uint32_t column);

  const Basis& basis_;
  std::vector<RulePoint> points_;
};

/// What of the rules refuses, by its name: "verify.forbid", "overrides[1].report.evidence"; ""
/// when no rule asks for it. An event that the file does not list has its own name.
std::string refusing_rule(const Rules& rules, Event event, const Error& error);

}  // namespace duban
