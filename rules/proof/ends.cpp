// 1: from every state the end of the cycle can be reached, by people that there are.
#include <algorithm>

#include "engine/policy/rules_for.hpp"
#include "rules/proof/judges.hpp"
#include "rules/proof/leaves.hpp"

namespace duban::proof {
namespace {

/// Which nodes lead to the end of a cycle, cancelling aside.
std::vector<bool> can_end(const Machine& machine) {
  std::vector<bool> good(machine.nodes().size());
  for (std::size_t i = 0; i < good.size(); ++i) good[i] = !is_live(machine.nodes()[i].task.state);
  for (bool changed = true; changed;) {
    changed = false;
    for (const Edge& edge : machine.edges()) {
      const auto from = static_cast<std::size_t>(edge.from), to = static_cast<std::size_t>(edge.to);
      if (good[from] || edge.event == Event::cancel || edge.event == Event::reopen) continue;
      // The end of this cycle counts, and a way there; not that of a task that was given up.
      if (!edge.ends_cycle && (!good[to] || !is_live(machine.nodes()[to].task.state))) continue;
      good[from] = changed = true;
    }
  }
  return good;
}

struct Attempt {
  int node;
  Command command;
  Error error;
};

/// What people try in vain where the task is stuck, the steps that end it first.
std::vector<Attempt> attempts(const Machine& machine, const std::vector<bool>& good) {
  std::vector<Attempt> all;
  for (std::size_t i = 0; i < good.size() && all.size() < 2000; ++i) {
    if (good[i]) continue;
    if (machine.budget().is_spent()) break;
    const Node& node = machine.nodes()[i];
    const auto tried = choices(node.task, machine.setting(), machine.cast(),
                               everyone(node.task, machine.cast()), node.now, true);
    for (const Choice& choice : tried) {
      for (const Command& command : choice.commands) {
        machine.budget().spend();
        const Result<Course> course = act(node.task, machine.setting(), command, node.now);
        if (!course) all.push_back({static_cast<int>(i), command, course.error()});
      }
    }
  }
  const auto rank = [](const Attempt& attempt) {
    const Event event = attempt.command.event;
    return event == Event::verify || event == Event::conclude ? 0 : event == Event::report ? 1 : 2;
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const Attempt& a, const Attempt& b) { return rank(a) < rank(b); });
  return all;
}

bool is_cured(const Machine& machine, const Basis& basis) {
  Machine other(basis, machine.cast(), machine.budget(), machine.shape(),
                machine.nodes().front().now);
  other.explore({});
  if (!other.complete()) return false;
  const std::vector<bool> good = can_end(other);
  return std::find(good.begin(), good.end(), false) == good.end();
}

/// The refusal whose line, loosened, would let every task come to its end.
const Attempt* blamed(const Machine& machine, const std::vector<Attempt>& all) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> tried;
  const std::vector<LeafSpot> leaves = leaves_of(machine.basis().rules);
  for (const Attempt& attempt : all) {
    const Place& rule = attempt.error.rule;
    if (rule.line == 0 || !tried.emplace(rule.line, rule.column).second) continue;
    for (const LeafSpot& leaf : leaves) {
      if (leaf.line != rule.line || leaf.column != rule.column || !leaf.loosen) continue;
      if (!machine.budget().spend_on_file()) return nullptr;
      if (is_cured(machine, loosened(machine.basis(), leaf))) return &attempt;
    }
  }
  return nullptr;
}

/// The line of the last step before the task is stuck, for want of one that is not there.
Place last_line(const Machine& machine, int node) {
  const Rules& rules = machine.basis().rules;
  const RuleLayer& layer = rules_for(machine.basis(), machine.nodes().front().task);
  for (int at = node; at > 0; at = machine.nodes()[static_cast<std::size_t>(at)].parent) {
    const auto& step = machine.nodes()[static_cast<std::size_t>(at)].step;
    if (!step.command) continue;
    if (const TransitionRule* rule = layer.transition(step.command->event))
      return place_of(rules, rule->by);
  }
  Place first{rules.file, 0, 0};
  for (const auto& [event, rule] : layer.transitions) {
    if (rule.by && (first.line == 0 || rule.by->line < first.line))
      first = place_of(rules, rule.by);
  }
  return first;
}

}  // namespace

void EndJudge::explored(const Machine& machine) {
  if (!machine.complete()) return;  // what was not seen may lead on
  const std::vector<bool> good = can_end(machine);
  const auto stuck = std::find(good.begin(), good.end(), false);
  if (stuck == good.end()) return;
  const int node = static_cast<int>(stuck - good.begin());
  const std::vector<Attempt> all = attempts(machine, good);
  const std::string state(to_text(machine.nodes()[static_cast<std::size_t>(node)].task.state));
  if (const Attempt* why = blamed(machine, all)) {
    const Node& at = machine.nodes()[static_cast<std::size_t>(why->node)];
    const Message message =
        machine.shape().row.deadline.kind() != ScheduleKind::once
            ? Message{"a task that is {state} can never come to the end of its cycle: "
                      "'{event}' is refused",
                      {{"state", std::string(to_text(at.task.state))},
                       {"event", std::string(to_text(why->command.event))}}}
            : Message{"a task that is {state} can never be verified: '{event}' is refused",
                      {{"state", std::string(to_text(at.task.state))},
                       {"event", std::string(to_text(why->command.event))}}};
    add(verdict_,
        {Property::ends, why->error.rule, message, std::string(to_text(why->command.event)),
         machine.story(why->node, {at.now, why->command, why->error.code})});
    return;
  }
  add(verdict_,
      {Property::ends,
       last_line(machine, node),
       {"a task that is {state} can never be verified: no step leads on", {{"state", state}}},
       state,
       machine.story(node)});
}

}  // namespace duban::proof
