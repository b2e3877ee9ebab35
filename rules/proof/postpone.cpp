// 7: suspensions and extensions come to an end. Tried, not reasoned: again and again, until the
// engine says no or nobody would wait for it.
#include <algorithm>

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

bool PostponeJudge::is_tried(const Machine& machine, const std::vector<Event>& events) {
  const RuleLayer& layer = rules_for(machine.basis(), machine.nodes().front().task);
  Tried tried{machine.shape().row.deadline.ongoing, {}};
  for (const Event event : events) {
    const TransitionRule* rule = layer.transition(event);
    tried.rules.push_back(rule ? std::optional(*rule) : std::nullopt);
  }
  if (std::find(tried_.begin(), tried_.end(), tried) != tried_.end()) return true;
  tried_.push_back(std::move(tried));
  return false;
}

void PostponeJudge::extensions(const Machine& machine) {
  const auto found = first_.find(Event::grant_extension);
  if (found == first_.end() ||
      is_tried(machine, {Event::request_extension, Event::grant_extension}))
    return;
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
      if (command.event == Event::request_extension) command.due = task.due() + 1;
      // A task with many due versions is dearer to copy.
      if (!machine.budget().spend(1 + static_cast<std::int64_t>(task.dues.size()) / 20)) return;
      const Result<Course> course = act(task, machine.setting(), command, at.now);
      if (!course) {
        verdict_.put_off.extensions = std::max(verdict_.put_off.extensions, task.extensions);
        return;
      }
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
  if (found == first_.end() || is_tried(machine, {Event::suspend})) return;
  const auto& [node, suspend] = found->second;
  const Node& at = machine.nodes()[static_cast<std::size_t>(node)];
  Command command = suspend;
  command.until = machine.basis().zone.date_of(at.now) + century_days;
  const TransitionRule* rule = rules_for(machine.basis(), at.task).transition(Event::suspend);
  if (!act(at.task, machine.setting(), command, at.now)) {
    // Of spans in different units the longer one from here on.
    const auto end = [&](Span span) {
      return machine.basis().calendar.add(machine.basis().zone.date_of(at.now), span);
    };
    Span& most = verdict_.put_off.suspended;
    if (rule->max && end(most) < end(rule->max->value)) most = rule->max->value;
    return;
  }
  const Story story = machine.story(node, {at.now, command, {}});
  add(verdict_, {Property::bounded, place_of(machine.basis().rules, rule->max, rule->by),
                 Message{"a task can be suspended without end: 'suspend' has no 'max'"},
                 std::string(to_text(Event::suspend)), story});
}

}  // namespace duban::proof
