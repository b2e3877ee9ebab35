#include "rehearsal/command_text.hpp"

#include <array>

#include "text/nearest.hpp"

namespace duban {
namespace {

constexpr std::array<std::string_view, 24> keys{
    "at",      "as",   "do",    "task",    "note",     "evidence",   "due",     "until",
    "dated",   "to",   "co",    "without", "add-co",   "drop-co",    "content", "for",
    "partial", "undo", "error", "lead",    "deadline", "keep-as-co", "urgent",  "not-urgent"};

tl::unexpected<Error> unfit(const std::string& key, const char* wanted) {
  return failed(Errc::usage, "'{key}' takes {wanted}", {{"key", key}, {"wanted", wanted}});
}

Status take(const std::string& key, const Value& value, std::string& out) {
  if (!value.text()) return unfit(key, "text");
  out = *value.text();
  return {};
}

Status take(const std::string& key, const Value& value, bool& out) {
  if (!value.boolean()) return unfit(key, "true or false");
  out = *value.boolean();
  return {};
}

Status take(const std::string& key, const Value& value, std::vector<std::string>& out) {
  if (value.text()) {
    out = {*value.text()};
    return {};
  }
  if (!value.array()) return unfit(key, "text or a list of texts");
  for (const Value& item : *value.array()) {
    if (!item.text()) return unfit(key, "text or a list of texts");
    out.push_back(*item.text());
  }
  return {};
}

Status take(const std::string& key, const Value& value, std::optional<Date>& out) {
  if (!value.text()) return unfit(key, "a date such as 2018-12-31");
  const Result<Date> date = parse_date(*value.text());
  if (!date) return unfit(key, "a date such as 2018-12-31");
  out = *date;
  return {};
}

Status take_event(const Value& value, StreamCommand& command) {
  if (!value.text()) return unfit("do", "the name of a step, or nightly");
  const std::string& name = *value.text();
  if (name == "nightly") {
    command.nightly = true;
    return {};
  }
  const std::optional<Event> event = parse_event(name);
  if (!event || !is_step(*event)) {
    std::vector<std::string_view> known{"nightly"};
    for (const Event step : lifecycle_events) {
      if (is_step(step)) known.push_back(to_text(step));
    }
    const std::string guess = nearest(name, known);
    return guess.empty() ? failed(Errc::usage, "there is no step '{step}'", {{"step", name}})
                         : failed(Errc::usage, "there is no step '{step}'; did you mean '{guess}'?",
                                  {{"step", name}, {"guess", guess}});
  }
  command.step.event = *event;
  return {};
}

}  // namespace

Status take_member(const std::string& key, const Value& value, StreamCommand& command) {
  StepRequest& step = command.step;
  if (value.is_null()) return {};
  if (key == "do") return take_event(value, command);
  if (key == "at") {
    std::string at;
    DUBAN_TRY(take(key, value, at));
    command.at = at;
    return {};
  }
  if (key == "as") return take(key, value, command.as);
  if (key == "task") return take(key, value, step.task);
  if (key == "note") return take(key, value, step.note);
  if (key == "evidence") return take(key, value, step.evidence);
  if (key == "due") return take(key, value, step.due);
  if (key == "until") return take(key, value, step.until);
  if (key == "dated") return take(key, value, step.dated);
  if (key == "to") return take(key, value, step.to);
  if (key == "co") return take(key, value, step.co);
  if (key == "without") return take(key, value, step.without);
  if (key == "add-co") return take(key, value, step.add_co);
  if (key == "drop-co") return take(key, value, step.drop_co);
  if (key == "content") return take(key, value, step.content);
  if (key == "for") return take(key, value, step.for_department);
  if (key == "partial") return take(key, value, step.partial);
  if (key == "undo") return take(key, value, step.undo);
  if (key == "error") return take(key, value, step.error);
  if (key == "lead") return take(key, value, step.lead);
  if (key == "deadline") return take(key, value, step.deadline);
  if (key == "keep-as-co") return take(key, value, step.keep_as_co);
  if (key == "urgent") return take(key, value, step.urgent);
  if (key == "not-urgent") return take(key, value, step.not_urgent);
  const std::string guess = nearest(key, keys);
  return guess.empty() ? failed(Errc::usage, "there is no key '{key}'", {{"key", key}})
                       : failed(Errc::usage, "there is no key '{key}'; did you mean '{guess}'?",
                                {{"key", key}, {"guess", guess}});
}

Result<StreamCommand> read_command(std::string_view line) {
  DUBAN_TRY(const Value value, parse_value(line));
  if (!value.object()) return failed(Errc::usage, "a line is one JSON object");
  StreamCommand command;
  bool has_event = false;
  for (const auto& [key, member] : *value.object()) {
    has_event = has_event || (key == "do" && !member.is_null());
    DUBAN_TRY(take_member(key, member, command));
  }
  if (!has_event) return failed(Errc::usage, "'do' is missing: the name of a step, or nightly");
  if (!command.nightly && command.step.task.empty()) {
    return failed(Errc::usage, "'task' is missing");
  }
  if (command.nightly) {
    for (const auto& [key, member] : *value.object()) {
      if (key != "do" && key != "at" && key != "as" && !member.is_null()) {
        return failed(Errc::usage, "nightly takes no '{key}'", {{"key", key}});
      }
    }
  }
  return command;
}

}  // namespace duban
