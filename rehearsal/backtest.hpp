// The past again, under other rules: what people did, tried anew task by task.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/course/course.hpp"
#include "engine/operations/ports.hpp"

namespace duban {

/// A command of the past that the other rules refuse.
struct RefusedCommand {
  Entry entry;  ///< as it happened
  Error error;
  /// An earlier command on the same task was refused already, so this one found another task.
  bool follows = false;
};

/// One task's past as it would have been.
struct OtherPast {
  Task task;
  std::vector<Entry> entries;  ///< without seq, prev and recorded
  std::vector<Escalation> escalations;
  std::vector<RefusedCommand> refused;
  int commands = 0;  ///< tried
};

/// What the workspace was at each moment: basis, people and plans. Read from the log once; tasks
/// are then played one by one.
class Past {
 public:
  /// With `rules` every basis of the past has this text instead of its own rules; with none, each
  /// moment is judged by the rules of its time, and what happened happens again.
  static Result<Past> read(View& log, BasisCompiler& compiler,
                           const std::optional<std::string>& rules);

  /// `history`: all entries of one task as they happened, oldest first, `assign` before others.
  /// Commands are tried again, each at its time; what the engine did itself is derived anew, up to
  /// `until`. Errc::corrupt for entries that are none of this log.
  Result<OtherPast> play(const std::vector<Entry>& history, Instant until) const;

 private:
  template <class T>
  struct Since {
    std::int64_t seq = 0;
    Instant at;
    T value;
  };
  template <class T>
  static const T& held(const std::vector<Since<T>>& values, std::int64_t seq);

  struct PlanChange {
    Plan plan;  ///< from then on
    By by;
  };
  Status take(View& log, BasisCompiler& compiler, const std::optional<std::string>& rules,
              const Entry& entry);
  Status take_basis(View& log, BasisCompiler& compiler, const std::optional<std::string>& rules,
                    const Entry& entry);
  void take_people(const Entry& entry);
  Status take_plan(const Entry& entry);
  Person person(const Entry& entry, const Basis& basis) const;

  class Player;
  std::vector<Since<std::shared_ptr<const Basis>>> bases_;
  std::vector<Since<std::shared_ptr<const People>>> people_;
  std::map<std::string, std::vector<Since<PlanChange>>> plans_;
};

}  // namespace duban
