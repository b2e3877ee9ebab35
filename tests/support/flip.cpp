#include "tests/support/flip.hpp"

#include <algorithm>

namespace duban::testing {
namespace {

/// Whether the command passes once `change` is made.
bool passes(const Task& task, const Setting& setting, const Change& change) {
  std::vector<std::unique_ptr<const Basis>> bases;
  const Basis* basis = &setting.basis;
  for (const RuleChange& rule : change.rules) basis = bases.emplace_back(with(*basis, rule)).get();
  const Setting changed{setting.plan, *basis};
  Task now = task;
  for (const Move& move : change.before) {
    const Result<Course> course = act(now, changed, move.command, move.at);
    if (!course) return false;
    now = course->task;
  }
  return act(now, changed, change.last.command, change.last.at).has_value();
}

/// The change without one of its parts, each in turn.
std::vector<Change> lesser(const Change& change, const Command& refused, Instant now) {
  std::vector<Change> all;
  const auto without = [&](auto Change::*list) {
    for (std::size_t i = 0; i < (change.*list).size(); ++i) {
      Change less = change;
      (less.*list).erase((less.*list).begin() + static_cast<std::ptrdiff_t>(i));
      all.push_back(std::move(less));
    }
  };
  without(&Change::rules);
  without(&Change::before);
  const bool other = change.last.command.by.actor.id != refused.by.actor.id;
  if (other || !change.grants.empty()) {
    Change less = change;
    less.last.command.by = refused.by;
    all.push_back(std::move(less));
  }
  if (change.last.at != now && change.before.empty()) {
    Change less = change;
    less.last.at = now;
    all.push_back(std::move(less));
  }
  const Value before = data_of(refused);
  for (const Edit& edit : edits(refused, change.last.command)) {
    const Value made = data_of(change.last.command);
    Value data{Value::Object{}};
    for (const auto& [option, value] : *made.object()) {
      if (option != edit.option) data.set(option, value);
    }
    if (const Value* old = before.find(edit.option)) data.set(edit.option, *old);
    Change less = change;
    less.last.command = *command_from(refused.event, data);
    less.last.command.by = change.last.command.by;
    less.last.command.argument = refused.argument;
    all.push_back(std::move(less));
  }
  return all;
}

}  // namespace

std::string summary(const Change& change, const Command& refused, Instant now) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
  for (const RuleChange& rule : change.rules) add("rule " + std::string(to_text(rule.leaf)));
  for (const Grant& grant : change.grants)
    add("grant " + std::string(to_text(grant.role)) + " to " + grant.subject);
  for (const Move& move : change.before)
    add("first " + std::string(to_text(move.command.event)) + " by " + move.command.by.actor.id);
  if (change.last.at != now) add("wait " + to_text(change.last.at));
  if (change.last.command.by.actor.id != refused.by.actor.id)
    add("as " + change.last.command.by.actor.id);
  for (const Edit& edit : edits(refused, change.last.command)) {
    if (edit.values.empty()) {
      add("-" + edit.option);
      continue;
    }
    std::string values;
    for (const std::string& value : edit.values)
      values += (values.empty() || value.empty() ? "" : ",") + value;
    add(edit.option + (values.empty() ? "" : "=" + values));
  }
  return text;
}

std::string unflipped(const Task& task, const Setting& setting, const People& people,
                      const Command& command, Instant now) {
  const Result<Course> refused = act(task, setting, command, now);
  if (refused) return "it is not refused";
  const std::string sentence =
      std::string(to_text(command.event)) + ": " + to_text(refused.error().message);
  const std::vector<Change> changes = smallest_changes(task, setting, people, command, now);
  if (changes.empty()) {
    const bool never = (command.event == Event::conclude && !task.ongoing) ||
                       (command.event == Event::strike && task.contributions.empty()) ||
                       (command.event == Event::undo && refused.error().code == Errc::state) ||
                       (command.event == Event::miss && (!task.ongoing || setting.plan.ends));
    return never ? "" : "no change for " + sentence;
  }
  for (const Change& change : changes) {
    const std::string words = summary(change, command, now);
    if (!passes(task, setting, change)) return words + " does not alter " + sentence;
    for (const Change& less : lesser(change, command, now)) {
      if (passes(task, setting, less))
        return words + " is more than needed: " + summary(less, command, now) + " alters " +
               sentence;
    }
  }
  return "";
}

}  // namespace duban::testing
