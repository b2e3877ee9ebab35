// 3: nobody can be silent, and the ladder only rises.
#include <algorithm>

#include "engine/policy/rules_for.hpp"
#include "engine/policy/timers.hpp"
#include "rules/proof/judges.hpp"
#include "rules/proof/leaves.hpp"

namespace duban::proof {
namespace {

constexpr int patience_days = 5 * 365;  ///< far beyond any due and any rung tried

bool is_heard(const Task& start, const Setting& setting, Instant now, Budget& budget) {
  Task task = start;
  const Instant end = setting.basis.zone.midnight(setting.basis.zone.date_of(now) + patience_days);
  while (!is_loud(task, setting.basis) && budget.spend()) {
    std::optional<Course> course = next_happening(task, setting, end);
    if (!course) return false;
    for (const Escalation& each : course->escalations) {
      if (each.level >= 1) return true;
    }
    task = std::move(course->task);
  }
  return true;
}

/// The task when nobody has acted for years.
Task at_rest(const Machine& machine, const Node& node) {
  const Zone& zone = machine.basis().zone;
  return wait_until(node.task, machine.setting(),
                    zone.midnight(zone.date_of(node.now) + patience_days))
      .task;
}

/// The place of the step by which the task came to where nobody hears of it.
Place entrance(const Machine& machine, const Node& node) {
  const Rules& rules = machine.basis().rules;
  for (const Node* at = &node; at->parent >= 0;
       at = &machine.nodes()[static_cast<std::size_t>(at->parent)]) {
    if (!at->step.command) break;  // time alone
    const TransitionRule* rule =
        rules_for(machine.basis(), node.task).transition(at->step.command->event);
    if (rule) return place_of(rules, rule->by);
  }
  for (const Rung& rung : rules.base.rungs) return place_of(rules, rung.at);
  return {rules.file, 0, 0};
}

/// The value that keeps the ladder silent here: loosened, somebody would hear. What an override
/// says is asked first; where nothing was ever said, it is the step that leads here.
Place silenced_by(const Machine& machine, const Node& node) {
  const Rules& rules = machine.basis().rules;
  std::vector<LeafSpot> leaves = leaves_of(rules);
  const auto rank = [](const LeafSpot& leaf) {
    const bool changes = leaf.layer >= 0;
    if (leaf.path.ends_with(".off")) return 0;
    if (leaf.path.ends_with(".level")) return changes ? 1 : 4;
    if (leaf.path.ends_with(".when")) return changes ? 2 : 5;
    return changes ? 3 : 6;
  };
  std::erase_if(leaves, [&](const LeafSpot& leaf) {
    return !leaf.loosen || !leaf.path.starts_with("escalations.") || rank(leaf) == 6 ||
           (leaf.layer >= 0 && !machine.shape().chosen[static_cast<std::size_t>(leaf.layer)]);
  });
  std::stable_sort(leaves.begin(), leaves.end(),
                   [&](const LeafSpot& a, const LeafSpot& b) { return rank(a) < rank(b); });
  for (const LeafSpot& leaf : leaves) {
    if (!machine.budget().spend_on_file()) break;
    const Basis louder = loosened(machine.basis(), leaf);
    if (is_heard(node.task, {machine.shape().plan, louder}, node.now, machine.budget()))
      return {rules.file, leaf.line, leaf.column};
  }
  // A rung that listens where the task comes to rest, and has lapsed.
  const Task rest = at_rest(machine, node);
  for (const Rung& rung : rules_for(machine.basis(), rest).rungs) {
    if (rung.level && rung.level->value >= 1 && is_listening(rest, rung, machine.basis()) &&
        rung_day(rest, rung, 0, machine.basis().calendar))
      return place_of(rules, rung.at);
  }
  return entrance(machine, node);
}

}  // namespace

void SilenceJudge::waited(const Machine& machine, int node, const Escalation* loud, Instant) {
  const Node& at = machine.nodes()[static_cast<std::size_t>(node)];
  const Zone& zone = machine.basis().zone;
  if (loud) {
    if (at.task.state == TaskState::suspended) return;  // it adds as much as it lasts
    const Date raised = zone.date_of(loud->raised);
    if (loud->anchor == to_text(Anchor::due) && !at.task.ongoing) {
      const int after = raised - at.task.due();
      verdict_.silence.after_due = std::max(verdict_.silence.after_due.value_or(after), after);
    } else {
      verdict_.silence.days = std::max(verdict_.silence.days, raised - zone.date_of(at.now));
    }
    return;
  }
  const std::string state(to_text(at_rest(machine, at).state));
  const bool known = std::any_of(
      verdict_.flaws.begin(), verdict_.flaws.end(),
      [&](const Flaw& each) { return each.property == Property::heard && each.subject == state; });
  if (known) return;
  add(verdict_,
      {Property::heard,
       silenced_by(machine, at),
       {"a task that is {state} can be forgotten: if nobody acts, no rung of level 1 or "
        "more is ever raised",
        {{"state", state}}},
       state,
       machine.story(node, {zone.midnight(zone.date_of(at.now) + patience_days), {}, {}})});
}

void SilenceJudge::raised(const Machine& machine, int node, const Step& step, const Task& task,
                          const Escalation& escalation) {
  const RuleLayer& layer = rules_for(machine.basis(), task);
  const Rung* mine = layer.rung(escalation.rung);
  if (!mine || !mine->level) return;
  const Calendar& calendar = machine.basis().calendar;
  const std::optional<Date> day = rung_day(task, *mine, 0, calendar);
  for (const Rung& other : layer.rungs) {
    if (other.id == mine->id || !other.level || other.level->value <= mine->level->value) continue;
    At same = other.at->value;
    same.offset = mine->at->value.offset;
    if (!(same == mine->at->value) || raised_until(task, other) < 0) continue;
    const std::optional<Date> before = rung_day(task, other, 0, calendar);
    if (!before || !day || *before >= *day) continue;
    Step last = step;
    add(verdict_,
        {Property::heard,
         place_of(machine.basis().rules, mine->level, mine->at),
         {"rung '{rung}' is of level {level}, and '{before}' before it is of level {higher}: a "
          "ladder only rises",
          {{"rung", mine->id},
           {"level", std::to_string(mine->level->value)},
           {"before", other.id},
           {"higher", std::to_string(other.level->value)}}},
         mine->id,
         machine.story(node, std::move(last))});
  }
}

}  // namespace duban::proof
