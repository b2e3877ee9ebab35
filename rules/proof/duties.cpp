// 2: nobody is judge of the own work, and somebody is left who may judge.
#include <algorithm>

#include "engine/policy/parties.hpp"
#include "engine/policy/permission.hpp"
#include "engine/policy/rules_for.hpp"
#include "rules/proof/judges.hpp"
#include "rules/proof/leaves.hpp"

namespace duban::proof {
namespace {

Place line_of(const Machine& machine, const Task& task, Event event) {
  const RuleLayer& layer = rules_for(machine.basis(), task);
  const TransitionRule* rule = layer.transition(event);
  return rule ? place_of(machine.basis().rules, rule->forbid, rule->by)
              : Place{machine.basis().rules.file, 0, 0};
}

bool is_of_house(const Person& person, const Task& task, const Directory& directory) {
  return directory.same_house(person.actor.department, task.lead) ||
         is_lead(task, person.actor.department, directory);
}

}  // namespace

void DutyJudge::taken(const Machine& machine, int node, const Command& command, const Course&) {
  const bool verifies = command.event == Event::verify || command.event == Event::conclude;
  if (!verifies && command.event != Event::grant_extension) return;
  const Node& at = machine.nodes()[static_cast<std::size_t>(node)];
  const Directory& directory = machine.basis().directory;
  const std::string& actor = command.by.actor.id;
  const std::string event(to_text(command.event));
  const auto breach = [&](Message message) {
    add(verdict_, {Property::duties, line_of(machine, at.task, command.event), std::move(message),
                 event, machine.story(node, {at.now, command, {}})});
  };
  const TransitionRule* report = rules_for(machine.basis(), at.task).transition(Event::report);
  if (verifies && (!at.task.report || (report && report->evidence &&
                                       counted_evidence(at.task) < report->evidence->value))) {
    breach({"'{event}' is done without the report and the evidence that the rules ask for",
            {{"event", event}}});
  } else if (verifies && at.task.report->reporter == actor) {
    breach({"'{event}' may be done by whoever recorded the report", {{"event", event}}});
  } else if (!verifies && at.task.request->requester == actor) {
    breach({"'{event}' may be done by whoever recorded the request", {{"event", event}}});
  } else if (is_of_house(command.by, at.task, directory)) {
    breach({"'{event}' may be done by the lead's own house", {{"event", event}}});
  }
}

void DutyJudge::explored(const Machine& machine) {
  roster(machine, Event::report, Event::verify);
  roster(machine, Event::request_extension, Event::grant_extension);
}

/// For every lead there must be two people, one to record its paper and another to judge it.
void DutyJudge::roster(const Machine& machine, Event made, Event judged) {
  const auto& nodes = machine.nodes();
  const auto ready = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) {
    return made == Event::report ? node.task.state == TaskState::reported
                                 : node.task.request.has_value();
  });
  if (ready == nodes.end()) return;
  const int index = static_cast<int>(ready - nodes.begin());
  const auto judge = [&](const std::string& lead, const std::string& recorder, Error* why,
                         Command* last) {
    Task task = ready->task;
    task.lead = lead;
    (made == Event::report ? task.report->reporter : task.request->requester) = recorder;
    const auto tried =
        choices(task, machine.setting(), machine.cast(), machine.cast().granted(), ready->now);
    for (const Choice& choice : tried) {
      if (choice.event != judged) continue;
      for (const Command& command : choice.commands) {
        const Result<Course> course = act(task, machine.setting(), command, ready->now);
        if (course) return true;
        *why = course.error();
        *last = command;
      }
    }
    return false;
  };
  const bool none = std::none_of(machine.edges().begin(), machine.edges().end(),
                                 [&](const Edge& edge) { return edge.event == judged; });
  if (none) return;  // nobody may at all: that is for another judge
  for (const Department& lead : machine.basis().directory.departments()) {
    if (machine.basis().directory.is_group(lead.name)) continue;
    Error why;
    Command last;
    bool possible = false;
    std::string recorder;
    for (const Person& each : machine.cast().granted()) {
      if (!each.coordinator || possible) continue;
      recorder = each.actor.id;
      possible = judge(lead.name, recorder, &why, &last);
    }
    if (possible || recorder.empty() || why.code != Errc::forbidden) continue;
    // Told with the lead in question, the paper recorded by a coordinator.
    Story story = machine.story(index);
    story.row.lead = lead.name;
    for (Step& step : story.steps) {
      if (!step.command) continue;
      if (step.command->event == made) {
        step.command->by = last.by;
        for (const Person& each : machine.cast().granted()) {
          if (each.actor.id == recorder) step.command->by = each;
        }
        step.command->for_department = lead.name;
      } else if (step.command->by.actor.department == machine.shape().row.lead) {
        step.command->by = machine.cast().account_of(lead.name);
      }
    }
    story.steps.push_back({ready->now, last, why.code});
    add(verdict_, {Property::duties, line_of(machine, ready->task, judged),
                 {"of {lead} nobody may do '{event}': whoever records the paper, no other person "
                  "is left",
                  {{"lead", lead.name}, {"event", std::string(to_text(judged))}}},
                 std::string(to_text(judged)), std::move(story)});
    return;
  }
}

}  // namespace duban::proof
