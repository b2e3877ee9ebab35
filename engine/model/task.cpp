#include "engine/model/task.hpp"

namespace duban {

void Task::set_schedule(const Deadline& deadline) {
  ongoing = deadline.ongoing && deadline.stages.empty();
  every = deadline.every;
  schedule.stages = deadline.stages;
  schedule.then_ongoing = !deadline.stages.empty() && (deadline.then_ongoing || deadline.ongoing);
  if (!ongoing && !schedule.then_ongoing) return;
  schedule.day = deadline.day;
  schedule.ends = deadline.ends;
}

}  // namespace duban
