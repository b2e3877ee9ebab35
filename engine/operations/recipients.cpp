#include "engine/operations/recipients.hpp"

#include "engine/policy/parties.hpp"

namespace duban {
namespace {

std::vector<std::string> granted(Role role, const std::string& plan, const People& people) {
  std::vector<std::string> names;
  for (const Grant& grant : people.grants) {
    if (grant.role != role || !(grant.plan.empty() || grant.plan == plan)) continue;
    const auto actor = people.actors.find(grant.subject);
    names.push_back(actor != people.actors.end() && !actor->second.department.empty()
                        ? actor->second.department
                        : grant.subject);
  }
  return names;
}

std::vector<std::string> meant_by(const std::string& word, const TaskView& view,
                                  const Reading& reading) {
  const Task& task = view.task;
  const auto coordinators = [&] {
    return granted(Role::coordinator, task.key.plan, reading.people());
  };
  if (word == "missing") return view.standing.missing;
  if (word == "superior") {
    const Department* lead = reading.basis().directory.find(task.lead);
    if (lead && !lead->superior.empty()) return {lead->superior};
    return coordinators();
  }
  const std::optional<Role> role = parse_role(word);
  if (!role) return {word};
  if (*role == Role::lead) return {task.lead};
  if (*role == Role::co) return task.co;
  return granted(*role, task.key.plan, reading.people());
}

}  // namespace

std::vector<std::string> recipients_of(const std::vector<std::string>& notify, const TaskView& view,
                                       const Reading& reading) {
  const Directory& directory = reading.basis().directory;
  std::vector<std::string> names;
  for (const std::string& word : notify) {
    for (const std::string& name : meant_by(word, view, reading)) {
      if (!contains(names, name, directory)) names.push_back(directory.canonical(name));
    }
  }
  return names;
}

}  // namespace duban
