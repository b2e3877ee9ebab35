// 4: everything that the file says can take effect, and what shadows it is named.
#include <algorithm>

#include "engine/lifecycle/lifecycle.hpp"
#include "engine/policy/rules_for.hpp"
#include "rules/proof/judges.hpp"

namespace duban::proof {
namespace {

std::string words(const std::vector<TaskState>& states) {
  std::string text;
  for (const TaskState state : states)
    text += (text.empty() ? "" : ", ") + std::string(to_text(state));
  return text;
}

std::string words(const std::vector<Role>& roles) {
  std::string text;
  for (const Role role : roles) text += (text.empty() ? "" : ", ") + std::string(to_text(role));
  return text;
}

/// What takes effect on a kind of task under other rules.
class Trial : public Judge {
 public:
  std::set<Event> events;
  std::set<std::string> rungs;
  void taken(const Machine&, int, const Command& command, const Course&) override {
    events.insert(command.event);
  }
  void raised(const Machine&, int, const Step&, const Task&,
              const Escalation& escalation) override {
    rungs.insert(escalation.rung);
  }
};

/// The rungs of the file, and where overrides add some or say all anew, theirs behind.
std::vector<const Rung*> all_rungs(const Rules& rules) {
  std::vector<const Rung*> all;
  for (const Rung& rung : rules.base.rungs) all.push_back(&rung);
  for (const Override& each : rules.overrides) {
    for (const Rung& rung : each.layer.rungs) {
      if (is_whole(rung)) all.push_back(&rung);
    }
  }
  return all;
}

/// "report" of "transitions.report.by".
std::string subject_of(const LeafSpot& leaf) {
  const std::size_t first = leaf.path.find('.'), last = leaf.path.rfind('.');
  return first == last ? leaf.path.substr(first + 1)
                       : leaf.path.substr(first + 1, last - first - 1);
}

}  // namespace

void DeadJudge::taken(const Machine&, int, const Command& command, const Course&) {
  now_.taken.insert(command.event);
}

void DeadJudge::raised(const Machine&, int, const Step&, const Task&,
                       const Escalation& escalation) {
  now_.raised.insert(escalation.rung);
}

void DeadJudge::refused(const Machine& machine, int node, const Command& command,
                        const Error& error) {
  const auto known = refusals_.find(command.event);
  // Refusals come in an order: the later one was nearer to a yes.
  if (known != refusals_.end() && known->second.error.code >= error.code) return;
  const Instant now = machine.nodes()[static_cast<std::size_t>(node)].now;
  refusals_[command.event] = {error, machine.story(node, {now, command, error.code})};
}

void DeadJudge::explored(const Machine& machine) {
  now_.shape = machine.shape();
  now_.assigned = machine.nodes().front().now;
  now_.born = machine.nodes().front().task;
  for (const Node& node : machine.nodes()) now_.states.insert(node.task.state);
  kinds_.push_back(std::move(now_));
  now_ = {};
}

void DeadJudge::explored_alike(const Shape& shape, std::size_t number) {
  Kind kind = kinds_.at(number);
  kind.born.key = shape.row.key;
  kind.shape = shape;
  kinds_.push_back(std::move(kind));
}

void DeadJudge::conclude() {
  // Where a task is stuck, whatever lies behind is dead too; that has been said. And what was not
  // explored may be where something lives.
  if (!verdict_.holds(Property::ends) || verdict_.unexplored.contains(Property::alive)) return;
  events();
  rungs();
  overrides();
  if (budget_.is_spent()) verdict_.unexplored.insert(Property::alive);
}

void DeadJudge::find(Place where, Message message, std::string subject,
                     std::optional<Story> story) {
  add(verdict_, {Property::alive, std::move(where), std::move(message), std::move(subject),
                 std::move(story)});
}

Message DeadJudge::why_never(Event event) const {
  const std::string name(to_text(event));
  const TransitionRule* rule = basis_.rules.base.transition(event);
  std::vector<TaskState> from;
  for (const TaskState state : all_states) {
    if (!has_transition(state, event)) continue;
    if (!rule || !rule->in ||
        std::find(rule->in->value.begin(), rule->in->value.end(), state) != rule->in->value.end())
      from.push_back(state);
  }
  const bool reached = std::any_of(kinds_.begin(), kinds_.end(), [&](const Kind& kind) {
    return std::any_of(from.begin(), from.end(),
                       [&](TaskState state) { return kind.states.count(state) > 0; });
  });
  if (!reached) {
    return {"'{event}' can never happen: no task is ever {states}",
            {{"event", name}, {"states", words(from)}}};
  }
  if (rule && rule->by &&
      std::none_of(rule->by->value.begin(), rule->by->value.end(), [&](Role role) {
        return role == Role::lead || role == Role::co || cast_.is_held(role);
      })) {
    return {"'{event}' can never happen: nobody is {roles}",
            {{"event", name}, {"roles", words(rule->by->value)}}};
  }
  const auto refusal = refusals_.find(event);
  if (refusal == refusals_.end()) return {"'{event}' can never happen", {{"event", name}}};
  const std::vector<std::string>& missing = refusal->second.error.missing;
  if (std::find(missing.begin(), missing.end(), "request") != missing.end()) {
    return {"'{event}' can never happen: nobody can ask for an extension", {{"event", name}}};
  }
  return {"'{event}' can never happen: it is always refused ({code})",
          {{"event", name}, {"code", std::string(to_text(refusal->second.error.code))}}};
}

void DeadJudge::events() {
  std::set<Event> listed;
  for (const auto& [event, rule] : basis_.rules.base.transitions) listed.insert(event);
  for (const Event event : listed) {
    if (std::any_of(kinds_.begin(), kinds_.end(),
                    [&](const Kind& kind) { return kind.taken.count(event) > 0; }))
      continue;
    // Where nobody is left to judge, nobody is left to take an act back: that has been said.
    if (event == Event::undo && !verdict_.holds(Property::duties)) continue;
    const TransitionRule& rule = basis_.rules.base.transitions.at(event);
    const auto refusal = refusals_.find(event);
    const Place asked = refusal == refusals_.end() ? Place{} : refusal->second.error.rule;
    find(asked.line > 0 ? asked : place_of(basis_.rules, rule.in, rule.by), why_never(event),
         std::string(to_text(event)),
         refusal == refusals_.end() ? std::optional<Story>() : refusal->second.story);
  }
}

Message DeadJudge::why_never(const Rung& rung) const {
  const std::vector<TaskState>& states = rung.in->value;
  const bool reached = std::any_of(kinds_.begin(), kinds_.end(), [&](const Kind& kind) {
    return std::any_of(states.begin(), states.end(),
                       [&](TaskState state) { return kind.states.count(state) > 0; });
  });
  if (!reached) {
    return {"rung '{rung}' can never be raised: no task is ever {states}",
            {{"rung", rung.id}, {"states", words(states)}}};
  }
  return {"rung '{rung}' can never be raised: no task is {states} by then",
          {{"rung", rung.id}, {"states", words(states)}}};
}

void DeadJudge::rungs() {
  std::set<std::string_view> seen;
  for (const Rung* each : all_rungs(basis_.rules)) {
    const Rung& rung = *each;
    if (!seen.insert(rung.id).second ||
        std::any_of(kinds_.begin(), kinds_.end(),
                    [&](const Kind& kind) { return kind.raised.count(rung.id) > 0; }))
      continue;
    // How such a task goes when nobody touches it.
    std::optional<Story> story;
    if (!kinds_.empty()) {
      const Kind& kind = kinds_.front();
      const Date end = kind.born.due() + 365;
      story = Story{
          kind.shape.plan, kind.shape.row, kind.assigned, {{basis_.zone.midnight(end), {}, {}}}};
    }
    find(place_of(basis_.rules, rung.in, rung.at), why_never(rung), rung.id, std::move(story));
  }
}

bool DeadJudge::takes_effect(const LeafSpot& leaf, const Basis& without_it,
                             const Kind& kind) const {
  const RuleLayer& with = rules_for(basis_, kind.born);
  const RuleLayer& less = rules_for(without_it, kind.born);
  if (same_judgement(with, less)) return false;
  if (leaf.path == "deadlines.every") return kind.born.kind() == ScheduleKind::ongoing;
  if (leaf.path == "deadlines.grace") return kind.born.ongoing;
  if (leaf.path == "deadlines.moves_due") return kind.taken.count(Event::suspend) > 0;
  if (leaf.path.starts_with("deadlines.")) return true;
  const std::string subject = subject_of(leaf);
  const std::optional<Event> event = parse_event(subject);
  const bool of_event = leaf.path.starts_with("transitions.") && event;
  if (of_event ? kind.taken.count(*event) > 0 : kind.raised.count(subject) > 0) return true;
  // It did not happen here: then the value must be what keeps it away.
  Trial trial;
  Machine machine(without_it, cast_, budget_, kind.shape, kind.assigned);
  machine.explore({&trial});
  return of_event ? trial.events.count(*event) > 0 : trial.rungs.count(subject) > 0;
}

std::optional<Message> DeadJudge::why_dead(const LeafSpot& leaf) const {
  budget_.spend_on_file();
  const Basis without_it = without(basis_, leaf);
  const auto index = static_cast<std::size_t>(leaf.layer);
  bool differs = false;
  const Kind* last = nullptr;
  for (const Kind& kind : kinds_) {
    if (!kind.shape.chosen[index]) continue;
    // What was not tried to its end is not called dead.
    if (!budget_.spend_on_file()) return std::nullopt;
    if (takes_effect(leaf, without_it, kind)) return std::nullopt;
    last = &kind;
    differs =
        differs || !same_judgement(rules_for(basis_, kind.born), rules_for(without_it, kind.born));
  }
  if (!last || budget_.is_spent()) return std::nullopt;  // of none: the match is to blame
  budget_.spend_on_file();
  const std::string subject = subject_of(leaf);
  if (differs) {
    return Message{"this changes nothing: '{subject}' does not happen to the tasks that it is for",
                   {{"subject", subject}}};
  }
  for (const LeafSpot& other : leaves_of(basis_.rules)) {
    if (other.path != leaf.path || other.layer >= leaf.layer) continue;
    if (other.layer >= 0 && last->shape.chosen[static_cast<std::size_t>(other.layer)]) {
      return Message{"this never holds: line {line} says it first for the same tasks",
                     {{"line", std::to_string(other.line)}}};
    }
  }
  return Message{"this changes nothing: the file says the same without it"};
}

/// That a rung which only overrides have is never raised has been said of the rung.
bool DeadJudge::is_of_dead_rung(const LeafSpot& leaf) const {
  const std::string subject = subject_of(leaf);
  return leaf.path.starts_with("escalations.") && !basis_.rules.base.rung(subject) &&
         std::none_of(kinds_.begin(), kinds_.end(),
                      [&](const Kind& kind) { return kind.raised.count(subject) > 0; });
}

void DeadJudge::overrides() {
  for (std::size_t i = 0; i < basis_.rules.overrides.size(); ++i) {
    const bool matched = std::any_of(kinds_.begin(), kinds_.end(),
                                     [&](const Kind& kind) { return kind.shape.chosen[i]; });
    if (matched || verdict_.unexplored.contains(Property::alive)) continue;
    find({basis_.rules.file, basis_.rules.overrides[i].line, 0},
         Message{"this override is for no task: its conditions exclude each other"}, "override");
  }
  for (const LeafSpot& leaf : leaves_of(basis_.rules)) {
    if (leaf.layer < 0 || is_of_dead_rung(leaf)) continue;
    if (budget_.is_spent()) break;
    std::optional<Message> why = why_dead(leaf);
    if (!why) continue;
    std::optional<Story> story;
    for (const Kind& kind : kinds_) {
      if (!story && kind.shape.chosen[static_cast<std::size_t>(leaf.layer)])
        story = Story{kind.shape.plan, kind.shape.row, kind.assigned, {}};
    }
    find({basis_.rules.file, leaf.line, leaf.column}, std::move(*why), leaf.path, std::move(story));
  }
}

}  // namespace duban::proof
