#include "engine/course/leads.hpp"

namespace duban::leads {

void change(changes::Step& step, const std::string& name) {
  Task& task = step.task;
  const Directory& directory = step.setting.basis.directory;
  task.lead = directory.canonical(name);
  const auto is_lead_now = [&](const std::string& co) { return directory.same(co, task.lead); };
  std::erase_if(task.co, is_lead_now);
  std::erase_if(task.owing, is_lead_now);
  changes::lapse_request(step);
  task.started.reset();
  changes::unset(step, Anchor::started);
  changes::unset(step, Anchor::heard);
}

void rearm(changes::Step& step, const Command& command) {
  Task& task = step.task;
  changes::begin_due(step, {task.due()}, command.event, command.by.actor.id);
  task.dues.pop_back();
  task.dues.back().generation = task.anchor(Anchor::due).generation;
}

}  // namespace duban::leads
