// Another basis in force: rules, calendar or directory; and what that changes for each live task.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/course/course.hpp"
#include "engine/operations/world.hpp"

namespace duban {

enum class BasisPart : std::uint8_t { rules, calendar, directory };

/// What becomes of a rung on one task: it will not be raised any more, it will be though it would
/// not have been, it falls on another day, or it is raised otherwise (level, whom it tells, when).
enum class RungFate : std::uint8_t { lapsed, armed, moved, changed };
std::string_view to_text(RungFate fate);

/// What another basis changes for one live task, whose timers up to then have fallen.
struct TaskChange {
  struct Rung {
    std::string id;
    RungFate fate = RungFate::lapsed;
    std::optional<Date> before;  ///< the day on which it would have been raised next
    std::optional<Date> after;
    std::string name = {};  ///< for people; "": it has none
    int level = 0;
  };
  /// A step that the lifecycle has from the task's state, and that the rules let in or shut out.
  struct Step {
    Event event = Event::remark;
    bool opens = false;
  };
  TaskKey task;
  TaskState state = TaskState::assigned;
  std::vector<Rung> rungs;
  std::vector<Step> steps;
  std::vector<Escalation> raised;  ///< at once
  bool moved = false;              ///< its next timer is another

  bool any() const { return !rungs.empty() || !steps.empty() || !raised.empty() || moved; }
};
/// `task` has waited until `now` under `before`.
TaskChange change_of(const Task& task, const Plan& plan, const Basis& before, const Basis& after,
                     Instant now);
/// Hears of each live task that something changes for, in key order.
using ChangeVisitor = std::function<void(const TaskChange&)>;

struct ActivateReceipt {
  std::string before;
  std::string after;        ///< hashes; equal when nothing changed
  std::int64_t fired = 0;   ///< timers fired under the old basis first
  std::int64_t tasks = 0;   ///< live tasks looked at
  std::int64_t moved = 0;   ///< live tasks whose next timer moves
  std::int64_t raised = 0;  ///< rungs raised at once by what moved into the past
  Instant at;
  std::map<std::string, std::map<RungFate, std::int64_t>> rungs;  ///< live tasks, by rung and fate
  std::map<std::string, std::pair<std::string, int>> names;       ///< of these, and their levels
  std::map<Event, std::pair<std::int64_t, std::int64_t>> steps;   ///< for how many it opens, closes
};

/// Puts `text` in force as rules, calendar or directory; by an admin (`event` activate or
/// department). Every timer due falls under the old basis first. `made_from` is the hash of the
/// basis whose text `text` was made from; when another is in force by now, Errc::conflict. Empty:
/// from none.
Result<ActivateReceipt> activate(const World& world, BasisPart part, const std::string& text,
                                 const std::string& made_from = {}, Event event = Event::activate,
                                 Value data = {}, const ChangeVisitor& visit = {});

/// What `activate` would do, for anybody who may read; nothing is written.
Result<ActivateReceipt> rehearse_activation(const World& world, BasisPart part,
                                            const std::string& text,
                                            const ChangeVisitor& visit = {});

/// The texts of a basis durably in the vault, each under its hash, and their document.
Status keep_basis(Vault& vault, const BasisTexts& texts);

}  // namespace duban
