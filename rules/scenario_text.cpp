// Scenarios as YAML text.
#include "rules/scenario.hpp"

namespace duban {
namespace {

/// As it stands where YAML takes it for just that text, else in quotes.
std::string scalar(const std::string& text) {
  const auto is_plain = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '/';
  };
  bool plain = !text.empty() && text.front() != '-';
  bool digits = true;
  for (const char c : text) {
    plain = plain && is_plain(c);
    digits = digits && c >= '0' && c <= '9';
  }
  for (const char* word : {"true", "false", "null", "Null", "NULL"}) plain = plain && text != word;
  if (plain && !digits) return text;
  std::string quoted;
  append_quoted(quoted, text);
  return quoted;
}

std::string flow(const Value& value) {
  if (value.text()) return scalar(*value.text());
  std::string out;
  if (value.array()) {
    for (const Value& item : *value.array()) out += (out.empty() ? "" : ", ") + flow(item);
    return "[" + out + "]";
  }
  if (value.object()) {
    for (const auto& [name, item] : *value.object())
      out += (out.empty() ? "" : ", ") + scalar(name) + ": " + flow(item);
    return "{ " + out + " }";
  }
  return canonical(value);
}

std::string members(const std::vector<Field>& fields) {
  std::string out;
  for (const Field& field : fields)
    out += (out.empty() ? "" : ", ") + scalar(field.name) + ": " + flow(field.value);
  return out;
}

std::string task_text(const Scenario& one) {
  Value task;
  task.set("key", to_text(one.key));
  task.set("lead", one.lead);
  if (!one.co.empty()) task.set("co", Value::Array(one.co.begin(), one.co.end()));
  const Deadline& deadline = one.deadline;
  if (!deadline.stages.empty()) {
    Value::Array days;
    for (const Stage& stage : deadline.stages) days.emplace_back(to_text(stage.due));
    task.set("stages", std::move(days));
  } else if (!deadline.ongoing) {
    task.set("due", to_text(deadline.due));
  }
  if (deadline.then_ongoing) task.set("then_ongoing", true);
  if (one.deadline.ongoing) task.set("ongoing", true);
  if (one.deadline.every) task.set("every", to_text(*one.deadline.every));
  if (deadline.day && deadline.day->month == 1) task.set("day", deadline.day->day);
  if (deadline.day && deadline.day->month > 1)
    task.set("day", std::to_string(deadline.day->month) + "-" + std::to_string(deadline.day->day));
  if (one.urgent) task.set("urgent", true);
  if (one.issued) task.set("issued", to_text(*one.issued));
  if (one.ends) task.set("ends", to_text(*one.ends));
  return flow(task);
}

std::string step_text(const ScenarioStep& step) {
  std::string out = "at: " + scalar(step.at);
  if (!step.command.empty()) out += ", " + members(step.command);
  if (!step.refused.empty()) out += ", refused: { " + members(step.refused) + " }";
  if (!step.expect.empty()) out += ", expect: { " + members(step.expect) + " }";
  return "{ " + out + " }";
}

}  // namespace

std::string to_yaml(const std::vector<Scenario>& scenarios) {
  std::string out = "scenarios:\n";
  for (const Scenario& one : scenarios) {
    out += "  - name: " + scalar(one.name) + "\n";
    out += "    task: " + task_text(one) + "\n";
    out += "    assigned: " + to_text(one.assigned) + "\n";
    out += "    steps:\n";
    for (const ScenarioStep& step : one.steps) out += "      - " + step_text(step) + "\n";
  }
  return out;
}

std::string to_yaml(const ScenarioFile& file) {
  std::string out = "rules: " + scalar(file.rules) + "\n";
  if (!file.directory.empty()) out += "directory: " + scalar(file.directory) + "\n";
  if (!file.calendar.empty()) out += "calendar: " + scalar(file.calendar) + "\n";
  return out + to_yaml(file.scenarios);
}

}  // namespace duban
