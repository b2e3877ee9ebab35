// 7: suspensions and extensions come to an end. Tried, not reasoned: again and again, until the
// engine says no or nobody would wait for it.
#include "engine/policy/rules_for.hpp"
#include "rules/proof/judges.hpp"
#include "rules/proof/leaves.hpp"

namespace duban::proof {
namespace {

constexpr int extensions_tried = 1001;  // a rule file's limit is at most 1000
constexpr int century_days = 36'525;    // its max is at most a hundred years
constexpr int rounds_told = 3;

}  // namespace

void PostponeJudge::taken(const Machine&, int node, const Command& command, const Course&) {
  if (command.event == Event::suspend || command.event == Event::grant_extension)
    first_.try_emplace(command.event, node, command);
}

void PostponeJudge::explored(const Machine& machine) {
  extensions(machine);
  suspensions(machine);
  first_.clear();
}

void PostponeJudge::extensions(const Machine& machine) {
  const auto found = first_.find(Event::grant_extension);
  if (found == first_.end()) return;
  const auto& [node, grant] = found->second;
  const Node& at = machine.nodes()[static_cast<std::size_t>(node)];
  // The request that this node has pending: asked again after each grant.
  std::optional<Command> request;
  for (const Step& step : machine.story(node).steps) {
    if (step.command && step.command->event == Event::request_extension) request = step.command;
  }
  if (!request) return;
  Story story = machine.story(node);
  Task task = at.task;
  for (int i = 0; i < extensions_tried; ++i) {
    for (Command command : {grant, *request}) {
      if (command.event == Event::request_extension) command.due = task.due() + 30;
      const Result<Course> course = act(task, machine.setting(), command, at.now);
      if (!course) return;
      task = course->task;
      if (i < rounds_told) story.steps.push_back({at.now, command, {}});
    }
  }
  const TransitionRule* rule =
      rules_for(machine.basis(), at.task).transition(Event::request_extension);
  add(verdict_,
      {Property::bounded, place_of(machine.basis().rules, rule->limit, rule->by),
       Message{"extensions can be granted without end: 'request-extension' has no 'limit'"},
       std::string(to_text(Event::request_extension)), std::move(story)});
}

void PostponeJudge::suspensions(const Machine& machine) {
  const auto found = first_.find(Event::suspend);
  if (found == first_.end()) return;
  const auto& [node, suspend] = found->second;
  const Node& at = machine.nodes()[static_cast<std::size_t>(node)];
  Command command = suspend;
  command.until = machine.basis().zone.date_of(at.now) + century_days;
  if (!act(at.task, machine.setting(), command, at.now)) return;
  const Story story = machine.story(node, {at.now, command, {}});
  const TransitionRule* rule = rules_for(machine.basis(), at.task).transition(Event::suspend);
  add(verdict_, {Property::bounded, place_of(machine.basis().rules, rule->max, rule->by),
                 Message{"a task can be suspended without end: 'suspend' has no 'max'"},
                 std::string(to_text(Event::suspend)), story});
}

}  // namespace duban::proof
