#include "cli/digest.hpp"

#include <algorithm>

#include "cli/read_common.hpp"
#include "cli/task_json.hpp"
#include "engine/operations/recipients.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban {

Digest::Digest(const Reading& reading, std::string only)
    : reading_(reading), only_(std::move(only)) {}

Digest::Letter& Digest::letter_to(const std::string& recipient) {
  const auto found = std::find_if(letters_.begin(), letters_.end(), [&](const Letter& letter) {
    return letter.recipient == recipient;
  });
  if (found != letters_.end()) return *found;
  return letters_.emplace_back(Letter{recipient, {}});
}

void Digest::add(const Escalation& escalation, const TaskView& view, const TaskText& text) {
  for (const std::string& recipient : recipients_of(escalation.notify, view, reading_)) {
    if (!only_.empty() && !reading_.basis().directory.same(recipient, only_)) continue;
    std::vector<Matter>& matters = letter_to(recipient).matters;
    // Escalations come task by task, so the task's matter is the last or not there yet.
    if (matters.empty() || matters.back().task != escalation.task) {
      matters.push_back({escalation.task,
                         title_of(text.content),
                         view.task.lead,
                         view.task.state,
                         view.task.due(),
                         view.standing.late_days,
                         view.standing.missing,
                         &rules_for(reading_.basis(), view.task),
                         {}});
    }
    matters.back().raised.push_back(escalation);
  }
}

std::string Digest::matter_text(Lang lang, const Matter& matter) const {
  const Calendar& calendar = reading_.basis().calendar;
  std::string out = say(lang, "{task} {title}",
                        {{"task", to_text(matter.task)}, {"title", shown(matter.title)}}) +
                    "\n";
  std::string standing = say(lang, "   lead {lead}; {state}; due {due}",
                             {{"lead", matter.lead},
                              {"state", std::string(to_text(matter.state))},
                              {"due", due_text(lang, matter.due, calendar)}});
  if (matter.late_days > 0)
    standing += matter.late_days == 1
                    ? say(lang, ", 1 day late")
                    : say(lang, ", {days} days late", {{"days", std::to_string(matter.late_days)}});
  if (!matter.missing.empty()) {
    standing +=
        say(lang, "; still to contribute: {names}", {{"names", joined(lang, matter.missing)}});
  }
  out += shown(standing) + "\n";
  for (const Escalation& each : matter.raised) {
    const Values values{{"level", level_word(lang, each.level)},
                        {"rung", shown(rung_word(lang, *matter.rules, each.rung, each.level))},
                        {"day", to_text(each.fires)}};
    const bool is_named = values[1].second != values[0].second;
    out += (is_named ? say(lang, "   {level} ({rung}) of {day}", values)
                     : say(lang, "   {level} of {day}", values)) +
           "\n";
  }
  return out;
}

std::string Digest::text(Lang lang) const {
  if (letters_.empty()) return say(lang, "nothing was raised that fits") + "\n";
  std::string out;
  for (const Letter& letter : letters_) {
    if (!out.empty()) out += "\n";
    out += say(lang, "To {recipient}:", {{"recipient", shown(letter.recipient)}}) + "\n";
    out += say(lang, "As of {day} these ask for your attention ({count}):",
               {{"day", to_text(reading_.today())},
                {"count", std::to_string(letter.matters.size())}}) +
           "\n";
    int number = 0;
    for (const Matter& matter : letter.matters)
      out += std::to_string(++number) + ". " + matter_text(lang, matter);
  }
  return out;
}

Value Digest::json() const {
  Value::Array letters;
  for (const Letter& letter : letters_) {
    Value::Array matters;
    for (const Matter& matter : letter.matters) {
      Value::Array raised;
      for (const Escalation& each : matter.raised) raised.push_back(json_of(each));
      matters.push_back(
          Value::Object{{"task", to_text(matter.task)},
                        {"title", matter.title},
                        {"lead", matter.lead},
                        {"state", to_text(matter.state)},
                        {"due", to_text(matter.due)},
                        {"late_days", matter.late_days},
                        {"missing", Value::Array(matter.missing.begin(), matter.missing.end())},
                        {"escalations", std::move(raised)}});
    }
    letters.push_back(
        Value::Object{{"recipient", letter.recipient}, {"tasks", std::move(matters)}});
  }
  return letters;
}

}  // namespace duban
