#include "engine/model/coherence.hpp"

#include <algorithm>

#include "engine/model/escalation.hpp"

namespace duban {
bool is_coherent(const Task& task) {
  constexpr int counted_max = 1'000'000'000;  // far from where a count would overflow
  const auto counted = [](int number) { return number >= 0 && number <= counted_max; };
  const auto is_anchor = [&](const AnchorValue& anchor) {
    return counted(anchor.generation) && counted(anchor.count);
  };
  const auto is_raised = [&](const RaisedRung& raised) {
    return counted(raised.generation) && raised.occurrence >= 0 &&
           raised.occurrence <= occurrence_max;
  };
  const auto can_come_back = [](const LeftState& left) {
    return is_live(left.state) && left.state != TaskState::suspended && left.entered.day;
  };
  if (task.dues.empty() || !counted(task.extensions)) return false;
  const int stage = task.cycle ? task.cycle->stage : 0;
  if (stage < 0 || static_cast<std::size_t>(stage) > task.schedule.stages.size()) return false;
  if (task.ongoing && (!task.cycle || stage != 0)) return false;
  if (task.kind() == ScheduleKind::staged && stage == 0) return false;
  if (task.state == TaskState::overdue && !task.overdue_since) return false;
  if (task.state == TaskState::reported && !task.report) return false;
  if (task.state == TaskState::suspended &&
      (!task.left || !can_come_back(*task.left) || task.suspensions.empty()))
    return false;
  if (task.last_act && (!task.last_act->before.task || !is_coherent(*task.last_act->before.task)))
    return false;
  if (!std::all_of(task.dues.begin(), task.dues.end(),
                   [&](const DueVersion& each) { return counted(each.generation); }))
    return false;
  return std::all_of(task.anchors.begin(), task.anchors.end(), is_anchor) &&
         std::all_of(task.raised.begin(), task.raised.end(), is_raised);
}

}  // namespace duban
