#include "rules/proof/story.hpp"

#include <iterator>

namespace duban::proof {
namespace {

void add(Told& told, Course course) {
  told.task = std::move(course.task);
  std::move(course.entries.begin(), course.entries.end(), std::back_inserter(told.entries));
  std::move(course.escalations.begin(), course.escalations.end(),
            std::back_inserter(told.escalations));
}

Status take(Told& told, const Step& step, const Setting& setting) {
  if (!step.command) {
    add(told, wait_until(told.task, setting, step.at));
    return {};
  }
  Result<Course> course = act(told.task, setting, *step.command, step.at);
  if (!step.refused) {
    if (!course) return tl::make_unexpected(course.error());
    add(told, std::move(*course));
    return {};
  }
  if (!course && course.error().code == *step.refused) return {};
  return failed(Errc::conflict, "'{event}' should have been refused as {code}",
                {{"event", std::string(to_text(step.command->event))},
                 {"code", std::string(to_text(*step.refused))}});
}

Told begin(const Story& story, const Setting& setting) {
  Told told;
  add(told, assign(story.row, setting, {"prover", "", "", Role::admin}, story.assigned));
  add(told, wait_until(told.task, setting, story.assigned));
  return told;
}

/// A command as a line of `apply` has it.
std::vector<Field> fields_of(const Command& command) {
  std::vector<Field> fields{{"as", command.by.actor.id},
                            {"do", std::string(to_text(command.event))}};
  const Value data = data_of(command);
  if (const Value::Object* members = data.object()) {
    for (const auto& [name, value] : *members) {
      if (name == "evidence") continue;
      fields.push_back({name, value});
    }
  }
  Value::Array names;
  for (const Attachment& file : command.evidence) names.emplace_back(file.name);
  if (!names.empty()) fields.push_back({"evidence", std::move(names)});
  return fields;
}

/// "silent", and "silent/2" the second time.
Value::Array rungs_of(const std::vector<Escalation>& escalations) {
  Value::Array rungs;
  for (const Escalation& each : escalations) {
    rungs.emplace_back(
        each.occurrence == 0 ? each.rung : each.rung + "/" + std::to_string(each.occurrence + 1));
  }
  return rungs;
}

std::string moment_text(Instant at, const Zone& zone) {
  const Date day = zone.date_of(at);
  return zone.midnight(day) == at ? to_text(day) : to_text(at);
}

}  // namespace

Result<Told> tell(const Story& story, const Basis& basis) {
  const Setting setting{story.plan, basis};
  Told told = begin(story, setting);
  for (const Step& step : story.steps) DUBAN_TRY(take(told, step, setting));
  return told;
}

Scenario to_scenario(const Story& story, const Basis& basis, const std::string& name) {
  const Setting setting{story.plan, basis};
  Scenario scenario;
  scenario.name = name;
  scenario.key = story.row.key;
  scenario.lead = story.row.lead;
  scenario.co = story.row.co;
  scenario.deadline = story.row.deadline;
  scenario.issued = story.plan.issued;
  scenario.ends = story.plan.ends;
  scenario.assigned = basis.zone.date_of(story.assigned);
  scenario.urgent = story.row.urgent;
  Told told = begin(story, setting);
  for (const Step& step : story.steps) {
    if (!take(told, step, setting)) break;  // what the engine does not do is not written
    ScenarioStep line{.at = moment_text(step.at, basis.zone)};
    if (step.command) line.command = fields_of(*step.command);
    if (step.refused) line.refused = {{"code", std::string(to_text(*step.refused))}};
    line.expect = {{"state", std::string(to_text(told.task.state))}};
    scenario.steps.push_back(std::move(line));
  }
  if (!scenario.steps.empty())
    scenario.steps.back().expect.push_back({"raised", rungs_of(told.escalations)});
  return scenario;
}

}  // namespace duban::proof
