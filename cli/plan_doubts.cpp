// What was doubtful when a plan was read, and what became of it.
#include "cli/plan_doubts.hpp"

#include <algorithm>

#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/read_common.hpp"

namespace duban {
namespace {

std::string text_in(const Value& data, const char* name) {
  const Value* value = data.find(name);
  return value && value->text() ? *value->text() : std::string();
}

/// How a doubt was settled: at import or afterwards; `by` is empty while nobody has.
struct Settled {
  std::string how;  ///< corrected, confirmed, amended
  std::string by;
  std::string value;
  std::string why;
  std::optional<Instant> at;
};

/// Whether an `amend --error` speaks of the field.
std::optional<std::string> amended(const Entry& entry, const std::string& field) {
  if (entry.event != Event::amend || !entry.data.find("error")) return std::nullopt;
  const auto given = [&](const char* option) { return entry.data.find(option) != nullptr; };
  if (field == "lead" && given("lead")) return text_in(entry.data, "lead");
  if (field == "content" && given("content")) return text_in(entry.data, "content");
  if (field == "deadline" && given("deadline")) return text_in(entry.data, "deadline");
  if (field == "deadline" && given("due")) return text_in(entry.data, "due");
  if ((field == "co" || field == "lead") && (given("add-co") || given("drop-co"))) return "";
  if (field == "urgent" && (given("urgent") || given("not-urgent"))) return "";
  return std::nullopt;
}

Settled settlement(const std::string& field, const PlanRow& row,
                   const std::vector<Entry>& history) {
  // The last word counts.
  for (auto entry = history.rbegin(); entry != history.rend(); ++entry) {
    if (const auto value = amended(*entry, field))
      return {"amended", entry->actor, *value, text_in(entry->data, "note"), entry->effective};
  }
  const Entry& birth = history.front();
  for (const Correction& each : row.corrections) {
    if (each.field == field)
      return {"corrected", birth.actor, each.corrected, each.why, birth.effective};
  }
  for (const Correction& each : row.corrections) {
    if (each.field == "row") return {"confirmed", birth.actor, "", each.why, birth.effective};
  }
  return {};
}

std::string words_of(Lang lang, const Settled& settled) {
  if (settled.how.empty()) return say(lang, "not settled");
  const Values values{{"actor", settled.by}, {"value", settled.value}};
  std::string words = settled.how == "confirmed" ? say(lang, "right as read: {actor}", values)
                      : settled.value.empty()    ? say(lang, "amended by {actor}", values)
                      : settled.how == "amended"
                          ? say(lang, "amended by {actor}: {value}", values)
                          : say(lang, "corrected by {actor}: {value}", values);
  if (!settled.why.empty())
    words += lang == Lang::zh ? "（" + settled.why + "）" : " (" + settled.why + ")";
  return words;
}

Value json_of(Lang lang, const TaskKey& key, const FieldDoubt& doubt, const PlanRow& row,
              const Settled& settled) {
  Value value;
  value.set("task", to_text(key));
  value.set("field", doubt.field);
  value.set("message", say(lang, doubt.message));
  std::string read;
  for (const Correction& each : row.corrections) {
    if (each.field == doubt.field) read = each.read;
  }
  value.set("read", read.empty() ? Value() : Value(read));
  value.set("settled", settled.how.empty() ? Value() : Value(settled.how));
  value.set("value", settled.value.empty() ? Value() : Value(settled.value));
  value.set("by", settled.by.empty() ? Value() : Value(settled.by));
  value.set("at", settled.at ? Value(to_text(*settled.at)) : Value());
  value.set("why", settled.why.empty() ? Value() : Value(settled.why));
  return value;
}

}  // namespace

std::string field_word(Lang lang, const std::string& field) {
  if (field == "row") return say(lang, "row");
  if (field == "number") return say(lang, "item number");
  if (field == "titles") return say(lang, "headings above");
  if (field == "content") return say(lang, "content");
  if (field == "lead") return say(lang, "lead");
  if (field == "co") return say(lang, "co");
  if (field == "deadline") return say(lang, "deadline");
  if (field == "urgent") return say(lang, "urgent");
  return field;
}

Result<int> plan_doubts(Context& context, const std::string& id) {
  const Lang lang = context.lang;
  DUBAN_TRY(const std::unique_ptr<Reading> reading, duban::reading(context));
  DUBAN_TRY(const Plan* const plan, find_plan(*reading, id));
  Answer answer(context, {{"task", ColumnKind::key},
                          {"field", ColumnKind::name},
                          {"what was doubtful", ColumnKind::name},
                          {"how it was settled", ColumnKind::name}});
  TaskQuery query;
  query.plan = plan->id;
  DUBAN_TRY(reading->each_task(query, [&](TaskView& view) -> Result<bool> {
    DUBAN_TRY(const std::vector<Entry> history, reading->history(view));
    DUBAN_TRY(const PlanRow row, row_from(view.task.key, history.front().data));
    for (const FieldDoubt& doubt : row.doubts) {
      const Settled settled = settlement(doubt.field, row, history);
      answer.add(
          [&]() -> std::vector<Cell> {
            return {to_text(view.task.key), field_word(lang, doubt.field), say(lang, doubt.message),
                    words_of(lang, settled)};
          },
          [&] { return json_of(lang, view.task.key, doubt, row, settled); });
    }
    return true;
  }));
  answer.finish("nothing in it was doubtful");
  return 0;
}

}  // namespace duban
