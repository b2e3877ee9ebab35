#include "cli/receipt.hpp"

#include "cli/rung_names.hpp"
#include "cli/task_json.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban {
namespace {

std::string member(const Value& data, const char* key) {
  const Value* value = data.find(key);
  return value && value->text() ? *value->text() : std::string();
}

std::string states(Lang lang, TaskState from, TaskState to) {
  if (from == to) return word(lang, to);
  return say(lang, "{from} -> {to}", {{"from", word(lang, from)}, {"to", word(lang, to)}});
}

std::string due_words(Lang lang, const Task& task) {
  if (!task.cycle) return say(lang, "due {due}", {{"due", to_text(task.due())}});
  return say(lang, "{cycle} due {due}",
             {{"cycle", task.cycle->name}, {"due", to_text(task.due())}});
}

}  // namespace

std::string timer_words(Lang lang, const Entry& entry, const std::string& rung) {
  if (entry.event == Event::escalate) {
    const std::int64_t level = level_of(entry);
    const Values values{
        {"rung", rung}, {"level", std::to_string(level)}, {"word", level_word(lang, level)}};
    return values[0].second == values[2].second
               ? say(lang, "escalation of level {level}, {word}", values)
               : say(lang, "escalation '{rung}' of level {level}, {word}", values);
  }
  return word(lang, entry.event) + "  " +
         states(lang, entry.from.value_or(TaskState::assigned),
                entry.to.value_or(TaskState::assigned));
}

Value timer_json(const Entry& entry) {
  Value value;
  if (entry.task) value.set("task", to_text(*entry.task));
  value.set("event", to_text(entry.event));
  value.set("effective", to_text(entry.effective));
  value.set("from", entry.from ? Value(to_text(*entry.from)) : Value());
  value.set("to", entry.to ? Value(to_text(*entry.to)) : Value());
  if (entry.event == Event::escalate) {
    value.set("rung", member(entry.data, "rung"));
    value.set("level", level_of(entry));
  }
  return value;
}

void print_receipt(Context& context, const Receipt& receipt, bool dry_run) {
  const Lang lang = context.lang;
  context.out << to_text(receipt.task) << "  " << states(lang, receipt.from, receipt.to) << "  "
              << due_words(lang, receipt.after);
  if (dry_run) context.out << "  " << say(lang, "(dry run: nothing is written)");
  context.out << '\n';
  for (const Entry& entry : receipt.entries) {
    if (entry.role != Role::scheduler) continue;
    const Value* rung = entry.data.find("rung");
    context.out << "  " << to_text(receipt.basis->zone.date_of(entry.effective)) << "  "
                << timer_words(lang, entry,
                               rung && rung->text()
                                   ? rung_word(lang, rules_for(*receipt.basis, receipt.after),
                                               *rung->text(), level_of(entry))
                                   : std::string())
                << '\n';
  }
}

Value json_of(const Receipt& receipt, Event event, bool dry_run) {
  Value value;
  value.set("task", to_text(receipt.task));
  value.set("event", to_text(event));
  value.set("at", to_text(receipt.at));
  value.set("seq", dry_run ? Value() : Value(receipt.seq));
  value.set("from", to_text(receipt.from));
  value.set("to", to_text(receipt.to));
  value.set("due", to_text(receipt.after.due()));
  value.set("dry_run", dry_run);
  Value timers = Value::Array{};
  for (const Entry& entry : receipt.entries) {
    if (entry.role == Role::scheduler) timers.push(timer_json(entry));
  }
  value.set("timers", std::move(timers));
  Value escalations = Value::Array{};
  for (const Escalation& each : receipt.escalations) escalations.push(json_of(each));
  value.set("escalations", std::move(escalations));
  return value;
}

}  // namespace duban
