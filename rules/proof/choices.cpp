#include "rules/proof/choices.hpp"

#include <algorithm>

#include "engine/lifecycle/lifecycle.hpp"
#include "engine/policy/parties.hpp"
#include "engine/policy/permission.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban::proof {
namespace {

constexpr int extension_days = 10;
constexpr int suspension_days_tried = 30;
constexpr int suspension_days_max = 3650;

class Maker {
 public:
  Maker(const Task& task, const Setting& setting, const Cast& cast,
        const std::vector<Person>& people, Instant now, bool anybody)
      : task_(task),
        setting_(setting),
        cast_(cast),
        people_(people),
        anybody_(anybody),
        layer_(rules_for(setting.basis, task)),
        today_(setting.basis.zone.date_of(now)) {}

  std::vector<Choice> all() {
    std::vector<Choice> result;
    for (const Event event : lifecycle_events) {
      if (!is_step(event) || !has_transition(task_.state, event)) continue;
      const TransitionRule* rule = layer_.transition(event);
      if (!rule && !anybody_) continue;
      for (const Command& variant : variants(event)) {
        Choice choice{event, {}, judges(event)};
        add_people(choice, variant, rule);
        if (!choice.commands.empty()) result.push_back(std::move(choice));
      }
    }
    return result;
  }

 private:
  /// Steps on which the person matters, not only the role.
  static bool judges(Event event) {
    return event == Event::verify || event == Event::conclude || event == Event::report ||
           event == Event::request_extension || event == Event::grant_extension;
  }

  bool may(const Person& person, const TransitionRule* rule) const {
    if (anybody_) return true;
    if (!rule->by) return false;
    return std::any_of(rule->by->value.begin(), rule->by->value.end(), [&](Role role) {
      return has_role(task_, person, role, setting_.basis.directory);
    });
  }

  void add_people(Choice& choice, const Command& variant, const TransitionRule* rule) const {
    for (const Person& person : people_) {
      if (!may(person, rule)) continue;
      choice.commands.push_back(variant);
      choice.commands.back().by = person;
    }
    if (!is_department_step(variant.event)) return;
    const bool of_co = variant.event == Event::contribute;
    if (of_co && task_.co.empty()) return;
    for (const Person& person : people_) {
      if (!person.coordinator) continue;
      choice.commands.push_back(variant);
      choice.commands.back().by = person;
      choice.commands.back().for_department = of_co ? task_.co.front() : task_.lead;
      break;  // one coordinator's paper stands for any other's
    }
  }

  Command basic(Event event) const {
    Command command;
    command.event = event;
    command.note = "以此为证";
    return command;
  }

  /// As many new files as the rules may ask for.
  void attach(Command& command) const {
    const TransitionRule* rule = layer_.transition(command.event);
    int wanted = rule && rule->evidence ? rule->evidence->value : 0;
    if (rule && rule->any) wanted = std::max(wanted, 1);
    if (command.event == Event::report) wanted -= counted_evidence(task_);
    for (int i = 0; i < wanted; ++i) {
      const std::string name =
          "file-" + std::to_string(task_.evidence.size()) + "-" + std::to_string(i) + ".pdf";
      command.evidence.push_back({name, name, 1});
    }
  }

  std::vector<Command> variants(Event event) const {
    Command command = basic(event);
    attach(command);
    const Date later = std::max(today_, task_.due()) + extension_days;
    switch (event) {
      case Event::report:
        return reports(command);
      case Event::request_extension:
        command.due = later;
        return {command};
      case Event::amend:
        return amendments(command, later);
      case Event::return_:
        return returns(command);
      case Event::reassign:
        return reassignments(command, later);
      case Event::suspend:
        return suspensions(command);
      case Event::excuse:
        return excuses(command);
      case Event::strike:
        if (task_.contributions.empty()) return {};
        command.co = {task_.contributions.front().department};
        return {command};
      case Event::reopen:
        if (!task_.ongoing) command.due = later;
        return {command};
      default:
        return {command};
    }
  }

  /// With nothing at all, with enough, and without those who owe.
  std::vector<Command> reports(const Command& plain) const {
    Command bare;
    bare.event = Event::report;
    const std::vector<std::string> missing = missing_cos(task_, layer_, setting_.basis.directory);
    if (missing.empty()) return {bare, plain};
    Command without = plain;
    without.without = missing;
    return {bare, plain, without};
  }

  std::vector<Command> returns(const Command& plain) const {
    std::vector<Command> result{plain};
    if (task_.due() < today_) {
      result.push_back(plain);
      result.back().due = today_ + extension_days;
    }
    if (!task_.contributions.empty() && !task_.co.empty()) {
      result.push_back(plain);
      result.back().co = {task_.co.front()};
    }
    return result;
  }

  /// Another due; and where a co is missing, none of it.
  std::vector<Command> amendments(const Command& plain, Date later) const {
    std::vector<Command> result{plain};
    result.back().due = later;
    const std::vector<std::string> missing = missing_cos(task_, layer_, setting_.basis.directory);
    if (missing.empty()) return result;
    result.push_back(plain);
    result.back().drop_co = missing;
    return result;
  }

  /// To a department that has no part in it; and where a co is missing, to that.
  std::vector<Command> reassignments(Command command, Date later) const {
    const Directory& directory = setting_.basis.directory;
    if (task_.due() < today_) command.due = later;
    std::vector<Command> result;
    for (const std::string& name : cast_.neutral()) {
      if (directory.is_group(name) || directory.same(name, task_.lead) ||
          is_co_name(task_, name, directory))
        continue;
      command.to = name;
      result.push_back(command);
      break;
    }
    for (const std::string& name : missing_cos(task_, layer_, directory)) {
      if (directory.is_group(name) || !directory.find(name)) continue;
      command.to = name;
      result.push_back(command);
      break;
    }
    return result;
  }

  /// A month, or what is left of it; and as long as may be, where a rung listens meanwhile.
  std::vector<Command> suspensions(Command command) const {
    const TransitionRule* rule = layer_.transition(Event::suspend);
    int most = suspension_days_max;
    if (rule && rule->max) {
      const Span max = rule->max->value;
      const Calendar& calendar = setting_.basis.calendar;
      const int left = std::max(0, max.count - suspension_used(task_, max.unit, calendar));
      most = max.unit == SpanUnit::working_day ? calendar.add(today_, {left, max.unit}) - today_
                                               : left;
    }
    command.until = today_ + std::clamp(most, 1, suspension_days_tried);
    std::vector<Command> result{command};
    const bool listened = std::any_of(layer_.rungs.begin(), layer_.rungs.end(), [](const Rung& r) {
      return std::find(r.in->value.begin(), r.in->value.end(), TaskState::suspended) !=
             r.in->value.end();
    });
    if (!listened || most <= suspension_days_tried) return result;
    command.until = today_ + std::min(most, suspension_days_max);
    result.insert(result.begin(), command);
    return result;
  }

  std::vector<Command> excuses(Command command) const {
    for (const std::string& co : task_.co) {
      command.undo = contains(task_.excused, co, setting_.basis.directory);
      command.co = {co};
      return {command};
    }
    return {};
  }

  const Task& task_;
  const Setting& setting_;
  const Cast& cast_;
  const std::vector<Person>& people_;
  bool anybody_;
  const RuleLayer& layer_;
  Date today_;
};

}  // namespace

std::vector<Person> departments_of(const Task& task, const Cast& cast) {
  std::vector<Person> people{cast.account_of(task.lead)};
  for (const std::string& co : task.co) people.push_back(cast.account_of(co));
  return people;
}

std::vector<Person> everyone(const Task& task, const Cast& cast) {
  std::vector<Person> people = departments_of(task, cast);
  people.insert(people.end(), cast.players().begin(), cast.players().end());
  return people;
}

std::vector<Choice> choices(const Task& task, const Setting& setting, const Cast& cast,
                            const std::vector<Person>& people, Instant now, bool anybody) {
  return Maker(task, setting, cast, people, now, anybody).all();
}

}  // namespace duban::proof
