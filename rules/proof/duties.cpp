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

/// As whichever of his actors.
bool is_himself(const Person& person, const std::string& id) {
  return person.actor.id == id || std::any_of(person.others.begin(), person.others.end(),
                                              [&](const Actor& other) { return other.id == id; });
}

}  // namespace

void DutyJudge::taken(const Machine& machine, int node, const Command& command, const Course&) {
  const bool verifies = command.event == Event::verify || command.event == Event::conclude;
  if (!verifies && command.event != Event::grant_extension) return;
  const Node& at = machine.nodes()[static_cast<std::size_t>(node)];
  const Directory& directory = machine.basis().directory;
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
  } else if (verifies && is_himself(command.by, at.task.report->reporter)) {
    breach({"'{event}' may be done by whoever recorded the report", {{"event", event}}});
  } else if (!verifies && is_himself(command.by, at.task.request->requester)) {
    breach({"'{event}' may be done by whoever recorded the request", {{"event", event}}});
  } else if (is_of_house(command.by, at.task, directory)) {
    breach({"'{event}' may be done by the lead's own house", {{"event", event}}});
  }
}

void DutyJudge::explored(const Machine& machine) {
  roster(machine, Event::report, Event::verify);
  roster(machine, Event::request_extension, Event::grant_extension);
}

namespace {

/// One task that waits to be judged, seen as if another department led it and somebody else had
/// recorded its paper.
class Bench {
 public:
  Bench(const Machine& machine, int node, Event made, Event judged)
      : machine_(machine),
        node_(node),
        made_(made),
        judged_(judged),
        task_(machine.nodes()[static_cast<std::size_t>(node)].task),
        now_(machine.nodes()[static_cast<std::size_t>(node)].now) {}

  const Task& task() const { return task_; }

  /// Who may judge when `recorder` recorded it; the first whom `fits` takes.
  template <class Fits>
  const Command* judge(const std::string& lead, const Person& recorder, const Fits& fits) {
    task_.lead = lead;
    const Origin origin = origin_now(task_, recorder, machine_.basis());
    if (made_ == Event::report) {
      task_.report->reporter = recorder.actor.id;
      task_.report->origin = origin;
    } else {
      task_.request->requester = recorder.actor.id;
      task_.request->origin = origin;
    }
    machine_.budget().spend(static_cast<std::int64_t>(machine_.cast().granted().size()) / 8);
    std::vector<Person> people = departments_of(task_, machine_.cast());
    people.insert(people.end(), machine_.cast().granted().begin(), machine_.cast().granted().end());
    const auto tried = choices(task_, machine_.setting(), machine_.cast(), people, now_);
    for (const Choice& choice : tried) {
      if (choice.event != judged_) continue;
      for (const Command& command : choice.commands) {
        machine_.budget().spend();
        const Result<Course> course = act(task_, machine_.setting(), command, now_);
        last_ = {now_, command, {}};
        if (!course) last_.refused = course.error().code;
        if (course && fits(command)) return &*last_.command;
      }
    }
    return nullptr;
  }

  /// The story with that lead and recorder, up to the last thing tried.
  Story story(const Person& recorder) const {
    Story story = machine_.story(node_);
    const std::string old_lead = story.row.lead;
    story.row.lead = task_.lead;
    for (Step& step : story.steps) {
      if (!step.command) continue;
      if (step.command->event == made_) {
        step.command->by = recorder;
        step.command->for_department = recorder.coordinator ? task_.lead : "";
      } else if (step.command->by.actor.department == old_lead) {
        step.command->by = machine_.cast().account_of(task_.lead);
      }
    }
    if (last_.command) story.steps.push_back(last_);
    return story;
  }

 private:
  const Machine& machine_;
  int node_;
  Event made_;
  Event judged_;
  Task task_;
  Instant now_;
  Step last_;
};

}  // namespace

/// Nobody of a lead's house may judge, and of the others there must be two people, one to record
/// its paper and another to judge it. Departments without a house in common with anybody who was
/// granted something are alike: one stands for all. Where nobody is left for one that leads nothing
/// here, it is only to be known.
void DutyJudge::roster(const Machine& machine, Event made, Event judged) {
  const auto& nodes = machine.nodes();
  const auto ready = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) {
    return made == Event::report ? node.task.state == TaskState::reported
                                 : node.task.request.has_value();
  });
  const bool judges = std::any_of(machine.edges().begin(), machine.edges().end(),
                                  [&](const Edge& edge) { return edge.event == judged; });
  if (ready == nodes.end() || !judges) return;  // where nobody may at all, another judge says so
  Bench bench(machine, static_cast<int>(ready - nodes.begin()), made, judged);
  const Directory& directory = machine.basis().directory;
  const std::string event(to_text(judged));
  const auto& neutral = machine.cast().neutral();
  bool neutral_tried = false;
  for (const Department& lead : directory.departments()) {
    if (machine.budget().is_spent()) return;
    if (directory.is_group(lead.name) || contains(ready->task.co, lead.name, directory)) continue;
    const bool is_neutral = std::find(neutral.begin(), neutral.end(), lead.name) != neutral.end();
    if (is_neutral && neutral_tried) continue;
    neutral_tried = neutral_tried || is_neutral;
    const Person own = machine.cast().account_of(lead.name);
    const auto of_house = [&](const Command& command) {
      return is_of_house(command.by, bench.task(), directory);
    };
    if (bench.judge(lead.name, own, of_house)) {
      add(verdict_, {Property::duties,
                     line_of(machine, ready->task, judged),
                     {"'{event}' may be done by the lead's own house", {{"event", event}}},
                     event,
                     bench.story(own)});
      return;
    }
    bool possible = false;
    const Person* recorder = nullptr;
    for (const Person& each : machine.cast().granted()) {
      if (!each.coordinator || possible || machine.budget().is_spent()) continue;
      recorder = &each;
      possible = bench.judge(lead.name, each, [](const Command&) { return true; }) != nullptr;
    }
    if (possible || !recorder || machine.budget().is_spent()) continue;
    if (!is_neutral && !contains(leads_, lead.name, directory)) {
      if (!contains(unjudged_, lead.name, directory)) unjudged_.push_back(lead.name);
      continue;
    }
    add(verdict_, {Property::duties,
                   line_of(machine, ready->task, judged),
                   {"of {lead} nobody may do '{event}': whoever records the paper, no other person "
                    "is left",
                    {{"lead", lead.name}, {"event", event}}},
                   event,
                   bench.story(*recorder)});
    return;
  }
}

void DutyJudge::conclude() {
  if (unjudged_.empty()) return;
  std::string names;
  for (const std::string& name : unjudged_) names += (names.empty() ? "" : ", ") + name;
  verdict_.warnings.push_back(
      {"nobody could judge what {leads} would lead: before one of them leads a task, make another "
       "office a coordinator, or a person of another house",
       {{"leads", names}}});
}

}  // namespace duban::proof
