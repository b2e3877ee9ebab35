#include "rules/proof/machine.hpp"

#include <algorithm>

#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"
#include "engine/policy/timers.hpp"
#include "engine/policy/timetable.hpp"

namespace duban::proof {
namespace {

constexpr std::size_t nodes_max = 20'000;
constexpr int happenings_max = 3'000;
constexpr std::size_t people_to_a_call = 8;

int who(const Task& task, const std::string& actor, const Basis& basis, const Cast& cast) {
  if (is_lead(task, cast.account_of(actor).actor.department, basis.directory)) return 1;
  return is_co(task, cast.account_of(actor).actor.department, basis.directory) ? 2 : 3;
}

bool ends_cycle(Event event, const Task& before, const Task& after) {
  if (event != Event::verify && event != Event::conclude) return false;
  return after.state == TaskState::verified || after.cycles.size() > before.cycles.size();
}

/// A rung before due that is loud, or from which others are counted.
bool is_phase(const Rung& rung, const RuleLayer& layer) {
  if (rung.at->value.anchor != Anchor::due || rung.at->value.offset.count >= 0) return false;
  if (rung.level && rung.level->value >= 1) return true;
  return std::any_of(layer.rungs.begin(), layer.rungs.end(),
                     [&](const Rung& other) { return other.at->value.rung == rung.id; });
}

}  // namespace

bool is_loud(const Task& task, const Basis& basis) {
  const auto& rungs = rules_for(basis, task).rungs;
  return std::any_of(rungs.begin(), rungs.end(), [&](const Rung& rung) {
    return rung.level && rung.level->value >= 1 && is_open(task, rung);
  });
}

Machine::Machine(const Basis& basis, const Cast& cast, Budget& budget, Shape shape,
                 Instant assigned)
    : basis_(basis), cast_(cast), budget_(budget), shape_(std::move(shape)) {
  Course birth = assign(shape_.row, setting(), {"prover", "", "", Role::admin}, assigned);
  Task task = wait_until(std::move(birth.task), setting(), assigned).task;
  arrive(std::move(task), assigned, -1, {assigned, {}, {}});
}

/// What decides a task's future, coarsely: everything that a step may ask for, and nothing that
/// only grows.
Machine::Key Machine::key_of(const Task& task, Instant now) const {
  const RuleLayer& layer = rules_for(basis_, task);
  const Date today = basis_.zone.date_of(now);
  const auto number = [](auto value) { return static_cast<int>(value); };
  const Timetable timetable(task, shape_.plan.ends, layer, basis_.calendar, today);
  Key key{number(task.state), task.cycle && !timetable.next()};
  if (!is_live(task.state)) return key;
  const TransitionRule* request = layer.transition(Event::request_extension);
  const int limit = request && request->limit ? request->limit->value : 1;
  const int used = task.extensions >= limit ? 3 : std::min(task.extensions, 1);
  int folded = 0;
  for (const auto& each : basis_.folded) {
    if (each.second.get() == &layer) break;
    ++folded;
  }
  key.push_back(folded);
  key.push_back(task.left ? number(task.left->state) : -1);
  key.push_back(task.started.has_value());
  key.push_back(task.request ? who(task, task.request->requester, basis_, cast_) : 0);
  key.push_back(task.report ? who(task, task.report->reporter, basis_, cast_) : 0);
  key.push_back(!missing_cos(task, layer, basis_.directory).empty());
  key.push_back(used);
  key.push_back(task.due() < today);
  key.push_back(task.cycle && task.cycle->first > today);
  // Rungs before due lapse when due moves: which are still ahead is a phase of the deadline.
  for (const Rung& rung : layer.rungs) {
    if (!is_phase(rung, layer)) continue;
    key.push_back(pending_occurrence(task, rung, basis_).has_value());
    key.push_back(task.due() <= today);
  }
  return key;
}

int Machine::arrive(Task task, Instant now, int parent, Step step) {
  const auto [found, is_new] =
      known_.try_emplace(key_of(task, now), static_cast<int>(nodes_.size()));
  if (!is_new) return found->second;
  bytes_ += bytes_of(task) + sizeof(Node) + sizeof(Step);
  nodes_.push_back({std::move(task), now, parent, std::move(step)});
  return found->second;
}

void Machine::explore(const std::vector<Judge*>& judges) {
  judges_ = judges;
  for (std::size_t node = 0; node < nodes_.size() && may_go_on(); ++node) {
    act_from(static_cast<int>(node));
    wait_from(static_cast<int>(node));
  }
  for (Judge* judge : judges_) judge->explored(*this);
}

bool Machine::may_go_on() {
  const std::size_t bytes = bytes_ + edges_.size() * sizeof(Edge);
  if (budget_.is_spent() || nodes_.size() > nodes_max || bytes > bytes_max) complete_ = false;
  return complete_;
}

void Machine::act_from(int node) {
  // A copy: nodes are added while it is looked at.
  const Task task = nodes_[static_cast<std::size_t>(node)].task;
  const Instant now = nodes_[static_cast<std::size_t>(node)].now;
  const std::vector<Person> people = everyone(task, cast_);
  budget_.spend(static_cast<std::int64_t>(people.size() / people_to_a_call));
  for (const Choice& choice : choices(task, setting(), cast_, people, now)) {
    for (const Command& command : choice.commands) {
      budget_.spend();
      if (!may_go_on()) return;
      const Result<Course> course = act(task, setting(), command, now);
      if (!course) {
        for (Judge* judge : judges_) judge->refused(*this, node, command, course.error());
        continue;
      }
      for (Judge* judge : judges_) {
        judge->taken(*this, node, command, *course);
        for (const Escalation& each : course->escalations)
          judge->raised(*this, node, {now, command, {}}, course->task, each);
      }
      const int to = arrive(course->task, now, node, {now, command, {}});
      edges_.push_back({node, to, command.event, ends_cycle(command.event, task, course->task)});
      if (!choice.each) break;
    }
  }
}

void Machine::wait_from(int node) {
  Task task = nodes_[static_cast<std::size_t>(node)].task;
  Instant now = nodes_[static_cast<std::size_t>(node)].now;
  const Key key = key_of(task, now);
  std::optional<Escalation> loud;
  bool heard = !is_live(task.state) || is_loud(task, basis_);
  const bool quiet = !heard;
  bool moved = false, stands = false;
  const auto pass = [&](Instant until) {
    now = until;
    if (moved || key_of(task, now) == key) return;
    moved = true;
    const int to = arrive(task, now, node, {now, {}, {}});
    edges_.push_back({node, to, Event::escalate, false});
  };
  for (int i = 0; !(moved && heard); ++i) {
    if (i == happenings_max) {
      complete_ = false;
      return;
    }
    const std::optional<Instant> next = next_moment(task, setting());
    // Two moments at which nothing happens, but other steps become possible.
    std::optional<Instant> gate;
    if (task.cycle) gate = basis_.zone.midnight(task.cycle->first);
    if (!gate || *gate <= now) gate = basis_.zone.midnight(task.due());
    if (!moved && *gate > now && (!next || *gate < *next)) pass(*gate);
    if (!next) break;
    budget_.spend();
    if (!may_go_on()) return;
    while (std::optional<Course> course = next_happening(task, setting(), *next)) {
      task = std::move(course->task);
      budget_.spend();
      for (const Escalation& each : course->escalations) {
        for (Judge* judge : judges_) judge->raised(*this, node, {*next, {}, {}}, task, each);
        if (each.level >= 1 && !heard) loud = each;
        heard = heard || each.level >= 1;
      }
      // Back in a state in which a rung that was raised before still stands.
      if (!heard && is_loud(task, basis_)) stands = heard = true;
    }
    pass(*next);
  }
  if (!quiet || stands) return;
  for (Judge* judge : judges_) judge->waited(*this, node, loud ? &*loud : nullptr, now);
}

Story Machine::story(int node) const {
  Story story{shape_.plan, shape_.row, nodes_.front().now, {}};
  for (int at = node; at > 0; at = nodes_[static_cast<std::size_t>(at)].parent)
    story.steps.insert(story.steps.begin(), nodes_[static_cast<std::size_t>(at)].step);
  return story;
}

Story Machine::story(int node, Step last) const {
  Story result = story(node);
  result.steps.push_back(std::move(last));
  return result;
}

}  // namespace duban::proof
