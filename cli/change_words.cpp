#include "cli/change_words.hpp"

#include <algorithm>

#include "cli/read_common.hpp"
#include "engine/course/probe.hpp"

namespace duban {
namespace {

constexpr std::string_view chosen_text = "-";  // as engine/course/probe supplies it

/// "--due 2018-07-01", "--note", "--evidence × 2"
std::string option_words(const Edit& edit, const Command& from) {
  std::string text = "--" + edit.option;
  if (edit.option == "evidence") {
    const std::size_t more =
        edit.values.size() - std::min(edit.values.size(), from.evidence.size());
    return more > 1 ? text + " x " + std::to_string(more) : text;
  }
  const std::string name = text;
  for (std::size_t i = 0; i < edit.values.size(); ++i) {
    if (edit.values[i].empty() || edit.values[i] == chosen_text) continue;
    text += (i > 0 ? " " + name : "") + " " + edit.values[i];
  }
  return text;
}

std::string options_words(Lang lang, const std::vector<Edit>& all, const Command& from,
                          bool left_out) {
  std::vector<std::string> words;
  for (const Edit& edit : all) {
    if (edit.values.empty() == left_out) words.push_back(option_words(edit, from));
  }
  return joined(lang, words);
}

std::string step_words(Lang lang, const Command& command, bool first) {
  Command bare;
  bare.event = command.event;
  const Values values{{"event", word(lang, command.event)},
                      {"actor", command.by.actor.id},
                      {"options", options_words(lang, edits(bare, command), bare, false)}};
  const std::string step = values.back().second.empty()
                               ? say(lang, "{event} by {actor}", values)
                               : say(lang, "{event} by {actor} ({options})", values);
  return first ? say(lang, "first {step}", {{"step", step}})
               : say(lang, "then {step}", {{"step", step}});
}

std::string rule_words(Lang lang, const RuleChange& change) {
  const Values values{{"event", std::string(to_text(change.event))},
                      {"leaf", std::string(to_text(change.leaf))},
                      {"file", change.rule.file},
                      {"line", std::to_string(change.rule.line)},
                      {"role", word(lang, change.role)}};
  if (change.leaf == RuleLeaf::listed)
    return say(lang, "an admin lists '{event}' in {file}", values);
  if (change.leaf == RuleLeaf::by)
    return say(lang, "an admin adds {role} to 'by' of '{event}' ({file}:{line})", values);
  return say(lang, "an admin changes '{leaf}' of '{event}' ({file}:{line})", values);
}

std::string words_of(Lang lang, const Change& change, const Move& refused, const Basis& basis) {
  std::vector<std::string> parts;
  for (const RuleChange& rule : change.rules) parts.push_back(rule_words(lang, rule));
  for (const Grant& grant : change.grants) {
    parts.push_back(say(lang, "an admin grants {actor} the role {role}",
                        {{"actor", grant.subject}, {"role", std::string(to_text(grant.role))}}));
  }
  for (const Move& move : change.before)
    parts.push_back(step_words(lang, move.command, &move == &change.before.front()));
  if (change.last.at > refused.at) {
    const std::string time = basis.zone.local_text(change.last.at);
    parts.push_back(say(lang, "wait until {time}",
                        {{"time", time.ends_with(" 00:00") ? time.substr(0, 10) : time}}));
  }
  const Command& command = change.last.command;
  if (command.by.actor.id != refused.command.by.actor.id)
    parts.push_back(say(lang, "as {actor}", {{"actor", command.by.actor.id}}));
  if (refused.command.argument && !command.argument && command.evidence.empty())
    parts.push_back(say(lang, "with {options}", {{"options", "--evidence"}}));
  const std::vector<Edit> all = edits(refused.command, command);
  const std::string given = options_words(lang, all, refused.command, false);
  if (!given.empty()) parts.push_back(say(lang, "with {options}", {{"options", given}}));
  const std::string left = options_words(lang, all, refused.command, true);
  if (!left.empty()) parts.push_back(say(lang, "leave out {options}", {{"options", left}}));
  std::string text;
  for (const std::string& part : parts)
    text += (text.empty() ? "" : lang == Lang::zh ? "；" : "; ") + part;
  return text;
}

/// A command as a line of `apply`.
Value line_of(const Move& move, const TaskKey& task) {
  Value line{Value::Object{}};
  line.set("at", to_text(move.at));
  line.set("as", move.command.by.actor.id);
  line.set("do", to_text(move.command.event));
  line.set("task", to_text(task));
  const Value data = data_of(move.command);
  for (const auto& [option, value] : *data.object()) {
    if (option != "evidence") {
      line.set(option, value);
      continue;
    }
    Value::Array files;
    for (const Attachment& file : move.command.evidence)
      files.push_back(is_placeholder(file) ? "FILE" : file.name);
    line.set(option, std::move(files));
  }
  return line;
}

Value json_of(const Change& change, const TaskKey& task) {
  Value::Array rules, grants, steps;
  for (const RuleChange& rule : change.rules) {
    rules.push_back(Value::Object{{"event", to_text(rule.event)},
                                  {"leaf", to_text(rule.leaf)},
                                  {"rule", rule_text(rule.rule)}});
  }
  for (const Grant& grant : change.grants) {
    grants.push_back(Value::Object{
        {"subject", grant.subject}, {"role", to_text(grant.role)}, {"plan", grant.plan}});
  }
  for (const Move& move : change.before) steps.push_back(line_of(move, task));
  steps.push_back(line_of(change.last, task));
  return Value::Object{
      {"rules", std::move(rules)}, {"grants", std::move(grants)}, {"steps", std::move(steps)}};
}

/// Nothing but options of the command itself.
bool is_of_options(const Change& change, const Move& refused) {
  return change.rules.empty() && change.grants.empty() && change.before.empty() &&
         change.last.at == refused.at &&
         change.last.command.by.actor.id == refused.command.by.actor.id;
}

/// True advice, but nobody should be talked into it by a refusal; `explain` and JSON have it.
bool is_drastic(const Move& move) {
  const Event event = move.command.event;
  return event == Event::reassign || event == Event::suspend || event == Event::conclude ||
         event == Event::cancel;
}

}  // namespace

std::string change_words(Lang lang, const Changes& changes) {
  if (changes.all.empty())
    return say(lang, "no step, no other option and no rule would make it possible");
  std::string text;
  for (const Change& change : changes.all) {
    const std::string words = words_of(lang, change, changes.refused, *changes.basis);
    text = text.empty() ? words : say(lang, "{one}, or {other}", {{"one", text}, {"other", words}});
  }
  return text;
}

std::string advice_words(Lang lang, const Error& error, const Changes& changes) {
  const bool says_options = error.code == Errc::missing || error.code == Errc::argument ||
                            error.code == Errc::usage || error.code == Errc::limit;
  Changes said = changes;
  if (says_options) {
    std::erase_if(said.all,
                  [&](const Change& each) { return is_of_options(each, changes.refused); });
    if (said.all.size() < changes.all.size()) return "";
  }
  std::erase_if(said.all, [](const Change& each) {
    return std::any_of(each.before.begin(), each.before.end(), is_drastic);
  });
  if (said.all.empty()) return "";  // the sentence says that it cannot be
  return say(lang, "to do: {change}", {{"change", change_words(lang, said)}});
}

Value json_of(const Changes& changes) {
  if (changes.all.empty()) return {};
  Value value = json_of(changes.all.front(), changes.task);
  Value::Array others;
  for (std::size_t i = 1; i < changes.all.size(); ++i)
    others.push_back(json_of(changes.all[i], changes.task));
  value.set("or", std::move(others));
  return value;
}

}  // namespace duban
