#include "engine/course/last_act.hpp"

#include <algorithm>

#include "engine/course/steps.hpp"

namespace duban::last_act {

bool can_be_undone(Event event) {
  switch (event) {
    case Event::verify:
    case Event::return_:
    case Event::reassign:
    case Event::miss:
    case Event::cancel:
    case Event::grant_extension:
    case Event::deny_extension:
    case Event::amend:
    case Event::excuse:
    case Event::strike:
      return true;
    default:
      return false;
  }
}

void remember(changes::Step& step, const Task& before, const Command& command, Role role) {
  Task& task = step.task;
  if (command.event == Event::remark) {
    if (!task.last_act) return;
    Task same = *task.last_act->before.task;
    changes::Step remark{same, step.setting, step.now};
    steps::record_words(remark, command, role);
    task.last_act->before.task = std::make_shared<const Task>(std::move(same));
    return;
  }
  task.last_act.reset();
  if (!can_be_undone(command.event)) return;
  Task kept = before;
  kept.last_act.reset();
  kept.last_entry = -1;
  // Files keep their numbers, whatever becomes of the act that brought them.
  std::copy(task.evidence.begin() + static_cast<std::ptrdiff_t>(before.evidence.size()),
            task.evidence.end(), std::back_inserter(kept.evidence));
  task.last_act = LastAct{command.event,
                          command.by.actor.id,
                          !command.content.empty(),
                          {std::make_shared<const Task>(std::move(kept))}};
}

void take_back(changes::Step& step) {
  Task& task = step.task;
  Task was = *task.last_act->before.task;
  for (std::size_t i = 0; i < anchor_count; ++i) was.anchors[i].count = task.anchors[i].count;
  for (const RaisedRung& raised : task.raised) {
    const auto known =
        std::find_if(was.raised.begin(), was.raised.end(), [&](const RaisedRung& each) {
          return each.rung == raised.rung && each.generation == raised.generation;
        });
    if (known == was.raised.end())
      was.raised.push_back(raised);
    else
      known->occurrence = std::max(known->occurrence, raised.occurrence);
  }
  was.last_entry = task.last_entry;
  was.updated = step.now;
  task = std::move(was);
}

}  // namespace duban::last_act
