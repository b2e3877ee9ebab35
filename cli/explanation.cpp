#include "cli/explanation.hpp"

#include <algorithm>

#include "engine/lifecycle/lifecycle.hpp"
#include "engine/policy/rules_for.hpp"
#include "engine/policy/timers.hpp"

namespace duban {
namespace {

bool is_of_actor(const Error& error) {
  return error.code == Errc::role || error.code == Errc::forbidden;
}

/// Everybody who might be `role` on this task, a department's own account before its persons.
class Candidates {
 public:
  Candidates(const Reading& reading, const Task& task) : reading_(reading), task_(task) {}

  std::vector<Person> of(Role role) {
    persons_.clear();
    if (role == Role::lead) {
      add_department(task_.lead);
    } else if (role == Role::co) {
      for (const std::string& co : task_.co) add_department(co);
    } else {
      for (const Grant& grant : reading_.people().grants) {
        if (grant.role != role || !(grant.plan.empty() || grant.plan == task_.key.plan)) continue;
        const auto actor = reading_.people().actors.find(grant.subject);
        if (actor != reading_.people().actors.end()) {
          add(actor->second);
        } else {
          add_department(grant.subject);
        }
      }
    }
    return persons_;
  }

 private:
  void add_department(const std::string& name) {
    const Directory& directory = reading_.basis().directory;
    add({directory.canonical(name), directory.canonical(name), {}, {}});
    for (const auto& [id, actor] : reading_.people().actors) {
      if (directory.same(actor.department, name)) add(actor);
    }
  }
  void add(const Actor& actor) {
    for (const Person& known : persons_) {
      if (known.actor.id == actor.id) return;
    }
    const People& people = reading_.people();
    const Directory& directory = reading_.basis().directory;
    const auto holds = [&](Role role) {
      return people.holds(actor, role, task_.key.plan, directory);
    };
    persons_.push_back({actor, holds(Role::coordinator), holds(Role::auditor), holds(Role::admin)});
  }

  const Reading& reading_;
  const Task& task_;
  std::vector<Person> persons_;
};

EventAnswer explain_event(const Reading& reading, const Task& task, const Setting& setting,
                          Event event, const std::optional<Person>& you) {
  EventAnswer answer;
  answer.event = event;
  const auto ask = [&](const Person& person) {
    return probe(task, setting, event, person, reading.now());
  };
  if (you) answer.you = ask(*you);
  bool answered = false;
  const TransitionRule* rule = rules_for(setting.basis, task).transition(event);
  if (rule && rule->by) {
    answer.rule = {setting.basis.rules.file, rule->by->line, rule->by->column};
    Candidates candidates(reading, task);
    for (const Role role : rule->by->value) {
      std::vector<std::string> names;
      for (const Person& person : candidates.of(role)) {
        Probe tried = ask(person);
        if (tried.refusal && is_of_actor(*tried.refusal)) {
          answer.kept.push_back({person.actor.id, *tried.refusal});
          if (!answered) answer.probe = std::move(tried);
          continue;
        }
        names.push_back(person.actor.id);
        if (!answered || answer.probe.refusal) answer.probe = std::move(tried);
        answered = true;
      }
      answer.by.emplace_back(role, std::move(names));
    }
  }
  // Nobody to ask: the lifecycle and the rules still say whether the step exists.
  if (!answered && answer.kept.empty())
    answer.probe = ask({{task.lead, task.lead, {}, {}}, true, true, true});
  return answer;
}

}  // namespace

std::vector<EventAnswer> explain_events(const Reading& reading, const TaskView& view,
                                        const Plan& plan, const std::optional<Person>& you) {
  std::vector<EventAnswer> answers;
  const Setting setting{plan, reading.basis()};
  for (const Event event : lifecycle_events) {
    if (is_step(event) && has_transition(view.task.state, event))
      answers.push_back(explain_event(reading, view.task, setting, event, you));
  }
  return answers;
}

std::vector<Event> events_not_from(TaskState state) {
  std::vector<Event> events;
  for (const Event event : lifecycle_events) {
    if (is_step(event) && !has_transition(state, event)) events.push_back(event);
  }
  return events;
}

std::vector<TimerAhead> timers_ahead(const Task& task, const Basis& basis, Date today) {
  std::vector<TimerAhead> timers;
  if (task.state == TaskState::suspended && !task.suspensions.empty())
    timers.push_back({task.suspensions.back().until, "resume", nullptr, {}, 0, false, true});
  if (task.state == TaskState::assigned || task.state == TaskState::in_progress)
    timers.push_back({task.due() + 1, "deadline", nullptr, task.due(), 0, false, true});
  const bool is_over = task.state == TaskState::verified || task.state == TaskState::cancelled;
  for (const Rung& rung : rules_for(basis, task).rungs) {
    const std::optional<int> pending = pending_occurrence(task, rung, basis);
    const bool listening = is_listening(task, rung, basis);
    if (!pending || (is_over && !listening)) continue;
    const At& at = rung.at->value;
    TimerAhead timer{.day = *rung_day(task, rung, *pending, basis.calendar),
                     .what = rung.id,
                     .rung = &rung,
                     .from = anchor_of(task, rung).day,
                     .occurrence = *pending,
                     .provisional = false,
                     .listening = listening};
    if (!listening && timer.day <= today) continue;
    timer.provisional = basis.calendar.is_provisional(*timer.from, at.offset);
    timers.push_back(std::move(timer));
  }
  std::stable_sort(timers.begin(), timers.end(),
                   [](const TimerAhead& a, const TimerAhead& b) { return a.day < b.day; });
  return timers;
}

}  // namespace duban
