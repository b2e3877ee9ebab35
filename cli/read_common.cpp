#include "cli/read_common.hpp"

#include <algorithm>
#include <set>

#include "engine/model/person.hpp"

namespace duban {
namespace {

/// Names of tasks outside the directory that have `text` in them: the one that is it, or the only
/// one.
Result<std::string> plan_own_name(Reading& reading, const std::string& text, Error not_found) {
  std::set<std::string> names;
  const Directory& directory = reading.basis().directory;
  DUBAN_TRY(reading.view().each_task({}, [&](Task& task) -> Result<bool> {
    for (const std::string& name : task.co) {
      if (!directory.find(name) && name.find(text) != name.npos) names.insert(name);
    }
    if (!directory.find(task.lead) && task.lead.find(text) != task.lead.npos)
      names.insert(task.lead);
    return true;
  }));
  if (names.contains(text)) return text;
  if (names.size() == 1) return *names.begin();
  if (names.empty()) return tl::make_unexpected(std::move(not_found));
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return failed(Errc::ambiguous, "{name} is part of several names: {list}",
                {{"name", text}, {"list", list}});
}

}  // namespace

DepartmentFilter filter_of(const std::string& department, const Directory& directory) {
  DepartmentFilter filter{department, {department}, {}};
  if (const Department* known = directory.find(department)) {
    filter.spellings.insert(filter.spellings.end(), known->aliases.begin(), known->aliases.end());
  }
  filter.with_groups = filter.spellings;
  for (const Department& group : directory.departments()) {
    if (!directory.is_member(department, group.name)) continue;
    filter.with_groups.push_back(group.name);
    filter.with_groups.insert(filter.with_groups.end(), group.aliases.begin(), group.aliases.end());
  }
  return filter;
}

Result<std::optional<DepartmentFilter>> department_filter(Reading& reading,
                                                          const std::string& text) {
  if (text.empty()) return std::optional<DepartmentFilter>();
  const Directory& directory = reading.basis().directory;
  Result<std::string> name = directory.resolve(text);
  if (!name && name.error().code == Errc::not_found)
    name = plan_own_name(reading, text, std::move(name.error()));
  if (!name) return tl::make_unexpected(std::move(name.error()));
  return std::optional(filter_of(*name, directory));
}

Result<const Plan*> find_plan(const Reading& reading, const std::string& id) {
  for (const Plan& plan : reading.plans()) {
    if (plan.id == id) return &plan;
  }
  return failed(Errc::not_found, "no plan {plan}", {{"plan", id}});
}

Result<Who> Who::find(Context& context, Reading& reading) {
  const World world = context.workspace->world(context);
  DUBAN_TRY(Person person, resolve_person(world, reading.meta(), reading.people(),
                                          reading.basis().directory, "", reading.view()));
  Who who;
  who.reading_ = &reading;
  who.actor_ = std::move(person.actor);
  return who;
}

Person Who::on(const std::string& plan) const {
  return person_of(actor_, plan, reading_->people(), reading_->basis().directory);
}

bool Who::is_coordinator_somewhere() const {
  const auto& plans = reading_->plans();
  return std::any_of(plans.begin(), plans.end(),
                     [&](const Plan& plan) { return on(plan.id).coordinator; });
}

std::string due_text(Lang lang, Date due, const Calendar& calendar) {
  std::string text = to_text(due);
  if (calendar.is_workday(due)) return text;
  const Date before = calendar.last_workday_until(due);
  std::string day = to_text(before);
  if (civil(before).year == civil(due).year) day = day.substr(5);
  if (!calendar.knows(due) || !calendar.knows(before)) day = "~" + day;
  return text + (lang == Lang::zh ? "（工作日" + day + "）" : " (wd " + day + ")");
}

std::string marked(Lang lang, const std::string& name, const Directory& directory) {
  if (directory.find(name)) return name;
  return name + (lang == Lang::zh ? "（名录外）" : " (unregistered)");
}

std::string marked(Lang lang, const std::vector<std::string>& names, const Directory& directory) {
  std::vector<std::string> all;
  for (const std::string& name : names) all.push_back(marked(lang, name, directory));
  return joined(lang, all);
}

std::string late_night(Lang lang, const Reading& reading) {
  const Meta& meta = reading.meta();
  if (!meta.last_night) {
    if (meta.rehearsal || reading.plans().empty()) return {};
    return say(lang, "No nightly run yet: reminders go out when duban nightly runs.") + "\n";
  }
  const int days = reading.today() - *meta.last_night;
  if (days <= 1) return {};
  return say(lang,
             "The last nightly run was of {date}, {days} days ago: reminders since then have not "
             "gone out; run duban nightly.",
             {{"date", to_text(*meta.last_night)}, {"days", std::to_string(days)}}) +
         "\n";
}

std::string rule_text(const Place& rule) {
  if (rule.file.empty()) return "";
  return rule.line == 0 ? rule.file : rule.file + ":" + std::to_string(rule.line);
}

std::vector<std::string> holders(const People& people, Role role, const std::string& plan) {
  std::vector<std::string> names;
  for (const Grant& grant : people.grants) {
    if (grant.role != role || !(grant.plan.empty() || grant.plan == plan)) continue;
    if (std::find(names.begin(), names.end(), grant.subject) == names.end())
      names.push_back(grant.subject);
  }
  return names;
}

}  // namespace duban
