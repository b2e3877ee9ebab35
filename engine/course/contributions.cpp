#include "engine/course/contributions.hpp"

#include <algorithm>

#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban::contributions {

void add(changes::Step& step, const std::string& department, const Command& command) {
  Task& task = step.task;
  const Basis& basis = step.setting.basis;
  task.contributions.push_back(
      {basis.directory.canonical(department), step.now, command.by.actor.id, !command.partial});
  const Need groups = groups_need(rules_for(basis, task));
  std::erase_if(task.owing, [&](const std::string& co) {
    return has_contributed(task, co, groups, basis.directory);
  });
}

void excuse(changes::Step& step, const Command& command) {
  Task& task = step.task;
  const Directory& directory = step.setting.basis.directory;
  for (const std::string& name : command.co) {
    const auto is_name = [&](const std::string& each) { return directory.same(each, name); };
    if (command.undo) {
      std::erase_if(task.excused, is_name);
    } else if (!contains(task.excused, name, directory)) {
      task.excused.push_back(directory.canonical(name));
      std::erase_if(task.owing, is_name);
    }
  }
}

void drop(Task& task, const std::vector<std::string>& names, const Directory& directory) {
  for (const std::string& name : names) {
    std::erase_if(task.contributions,
                  [&](const Contribution& each) { return has_part_in(each, name, directory); });
  }
}

void strike(changes::Step& step, const std::vector<std::string>& names) {
  Task& task = step.task;
  const Directory& directory = step.setting.basis.directory;
  for (Evidence& file : task.evidence) {
    if (!file.contributed) continue;
    file.struck |= std::any_of(
        task.contributions.begin(), task.contributions.end(), [&](const Contribution& each) {
          return each.at == file.at && each.actor == file.actor &&
                 directory.same(each.department, file.department) &&
                 std::any_of(names.begin(), names.end(), [&](const std::string& name) {
                   return has_part_in(each, name, directory);
                 });
        });
  }
  drop(task, names, directory);
}

}  // namespace duban::contributions
