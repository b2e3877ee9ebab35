// 6 and 8: every rung has someone to hear it, and of level ≥ 1 someone who can act.
#include <algorithm>

#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"
#include "rules/proof/judges.hpp"
#include "rules/proof/leaves.hpp"

namespace duban::proof {
namespace {

/// Whether one of them could take a step that brings the task on. A remark does not; a
/// contribution does where it is owed.
bool can_act(const Machine& machine, const Task& task, const std::vector<Person>& people,
             Instant now) {
  const Directory& directory = machine.basis().directory;
  const std::vector<std::string> missing =
      missing_cos(task, rules_for(machine.basis(), task), directory);
  const auto tried = choices(task, machine.setting(), machine.cast(), people, now);
  for (const Choice& choice : tried) {
    if (choice.event == Event::remark) continue;
    for (const Command& command : choice.commands) {
      const std::string& department = command.by.actor.department;
      if (choice.event == Event::contribute && !contains(missing, department, directory)) continue;
      machine.budget().spend();
      if (act(task, machine.setting(), command, now)) return true;
    }
  }
  return false;
}

}  // namespace

void AudienceJudge::raised(const Machine& machine, int node, const Step& step, const Task& task,
                           const Escalation& escalation) {
  const Rung* rung = rules_for(machine.basis(), task).rung(escalation.rung);
  if (!rung || !rung->notify || sure_.count({rung, task.state}) > 0) return;
  const auto flaw = [&](Property property, Message message) {
    return Flaw{property, place_of(machine.basis().rules, rung->notify), std::move(message),
                rung->id, machine.story(node, step)};
  };
  std::vector<Person> all;
  for (const std::string& word : rung->notify->value) {
    const std::vector<Person> heard = machine.cast().hearers(word, task, machine.basis());
    all.insert(all.end(), heard.begin(), heard.end());
    if (!heard.empty() || word == "co" || word == "missing") continue;
    if (parse_role(word) || word == "superior") {
      add(verdict_, flaw(Property::audience, {"rung '{rung}' is for '{word}', and nobody is that",
                                              {{"rung", rung->id}, {"word", word}}}));
    } else {
      add(verdict_, flaw(Property::audience,
                         {"rung '{rung}' is for {word}, which the directory does not know",
                          {{"rung", rung->id}, {"word", word}}}));
    }
    return;
  }
  if (all.empty()) {
    add(verdict_, flaw(Property::audience,
                       {"rung '{rung}' can be raised with nobody to hear it: the task has no co "
                        "that is meant",
                        {{"rung", rung->id}}}));
    return;
  }
  const auto& words = rung->notify->value;
  // Who hears depends on nothing that may change: not to be asked again.
  const auto sure = [&] {
    if (std::any_of(words.begin(), words.end(),
                    [](const std::string& word) { return word != "co" && word != "missing"; }))
      sure_.emplace(rung, task.state);
  };
  if (escalation.level < 1) return sure();
  Unanswered& asked = asked_[{rung->id, task.state}];
  if (asked.answered) return;
  asked.answered = can_act(machine, task, all, escalation.raised);
  if (asked.answered) sure();
  if (asked.answered || asked.flaw.story) return;
  asked.flaw = flaw(Property::answerable,
                    {"whoever hears rung '{rung}' can do nothing about a task that is {state}",
                     {{"rung", rung->id}, {"state", std::string(to_text(task.state))}}});
}

void AudienceJudge::explored(const Machine&) {
  for (const auto& [key, asked] : asked_) {
    if (!asked.answered && asked.flaw.story) add(verdict_, asked.flaw);
  }
  asked_.clear();
  sure_.clear();
}

}  // namespace duban::proof
