#include "cli/task_json.hpp"

namespace duban {
namespace {

Value::Array texts(const std::vector<std::string>& items) { return {items.begin(), items.end()}; }

Value time_or_null(const std::optional<Instant>& time) {
  return time ? Value(to_text(*time)) : Value();
}

Value text_or_null(std::string text) { return text.empty() ? Value() : Value(std::move(text)); }

/// Only where the document has parts, sections and tasks.
Value part_of(const TaskKey& key) {
  return key.depth() > 2 ? Value(std::to_string(key.path[0])) : Value();
}

}  // namespace

Value json_of(const TaskView& view, const TaskText& text, const Basis& basis) {
  const Task& task = view.task;
  const std::span<const int> numbers = task.key.numbers();
  const std::optional<Date>& final_due = view.standing.final_due;
  Value extra{Value::Object{}};
  for (const auto& [heading, words] : text.extra) {
    const Value* const known = extra.find(heading);  // two columns of one heading
    extra.set(heading, known ? *known->text() + "\n" + words : words);
  }
  Value::Array waits_for;
  for (const Role role : view.standing.waits_for) waits_for.emplace_back(to_text(role));
  return Value::Object{
      {"task", to_text(task.key)},
      {"plan", task.key.plan},
      {"path", Value::Array(numbers.begin(), numbers.end())},
      {"titles", texts(text.titles)},
      {"part", part_of(task.key)},
      {"section", text_or_null(number_text(task.key.parent()))},
      {"no", std::to_string(task.key.last())},
      {"part_title", part_title(text.titles)},
      {"section_title", section_title(text.titles)},
      {"title", title_of(text.content)},
      {"content", text.content},
      {"lead", task.lead},
      {"co", texts(task.co)},
      {"missing", texts(view.standing.missing)},
      {"owing", texts(task.owing)},
      {"waits_for", std::move(waits_for)},
      {"state", to_text(task.state)},
      {"due", to_text(task.due())},
      {"original_due", to_text(task.original_due)},
      {"final_due", final_due ? Value(to_text(*final_due)) : Value()},
      {"schedule", to_text(task.kind())},
      {"ongoing", task.ongoing},
      {"urgent", task.urgent},
      {"cycle", task.cycle ? Value(task.cycle->name) : Value()},
      {"light", to_text(view.standing.light)},
      {"late_days", view.standing.late_days},
      {"overdue_days", view.standing.overdue_days},
      {"assigned", to_text(task.assigned)},
      {"started", time_or_null(task.started)},
      {"reported", task.report ? Value(to_text(task.report->at)) : Value()},
      {"verified", time_or_null(task.verified)},
      {"extensions", task.extensions},
      {"extra", std::move(extra)},
      {"provisional", is_provisional(task, basis)},
      {"last_note", task.last_note},
      {"updated", to_text(task.updated)},
  };
}

Value json_of(const Escalation& escalation) {
  return Value::Object{
      {"task", to_text(escalation.task)},
      {"rung", escalation.rung},
      {"level", escalation.level},
      {"generation", escalation.generation},
      {"occurrence", escalation.occurrence},
      {"anchor", escalation.anchor},
      {"fires", to_text(escalation.fires)},
      {"raised", to_text(escalation.raised)},
      {"recorded", time_or_null(escalation.recorded)},
      {"late_armed", escalation.late_armed},
      {"notify", texts(escalation.notify)},
  };
}

}  // namespace duban
