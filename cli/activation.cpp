#include "cli/activation.hpp"

#include "cli/answer.hpp"
#include "cli/task_json.hpp"

namespace duban {
namespace {

constexpr RungFate all_fates[] = {RungFate::armed, RungFate::lapsed, RungFate::moved,
                                  RungFate::changed};

Value json_of(const TaskChange& change) {
  const auto day = [](const std::optional<Date>& date) {
    return date ? Value(to_text(*date)) : Value();
  };
  Value::Array rungs, steps, raised;
  for (const TaskChange::Rung& rung : change.rungs) {
    rungs.push_back(Value::Object{{"rung", rung.id},
                                  {"fate", to_text(rung.fate)},
                                  {"before", day(rung.before)},
                                  {"after", day(rung.after)}});
  }
  for (const TaskChange::Step& step : change.steps)
    steps.push_back(Value::Object{{"event", to_text(step.event)}, {"opens", step.opens}});
  for (const Escalation& each : change.raised) raised.push_back(duban::json_of(each));
  return Value::Object{{"task", to_text(change.task)}, {"state", to_text(change.state)},
                       {"moved", change.moved},        {"rungs", std::move(rungs)},
                       {"steps", std::move(steps)},    {"raised", std::move(raised)}};
}

Value json_of(const ActivateReceipt& receipt, bool dry_run) {
  Value value;
  value.set("dry_run", dry_run);
  value.set("at", to_text(receipt.at));
  value.set("before", receipt.before);
  value.set("after", receipt.after);
  value.set("fired", receipt.fired);
  value.set("tasks", receipt.tasks);
  value.set("moved", receipt.moved);
  value.set("raised", receipt.raised);
  Value rungs = Value::Array{};
  for (const auto& [id, fates] : receipt.rungs) {
    Value rung = Value::Object{{"rung", id}};
    for (const RungFate fate : all_fates) {
      const auto found = fates.find(fate);
      rung.set(std::string(to_text(fate)), found == fates.end() ? std::int64_t{0} : found->second);
    }
    rungs.push(std::move(rung));
  }
  value.set("rungs", std::move(rungs));
  Value steps = Value::Array{};
  for (const auto& [event, counts] : receipt.steps) {
    steps.push(Value::Object{
        {"event", to_text(event)}, {"opens", counts.first}, {"closes", counts.second}});
  }
  value.set("steps", std::move(steps));
  return value;
}

/// For those who changed the rules: "迟迟不签收 (unstarted)".
std::string rung_text(Lang lang, const std::string& id, const std::string& name, int level) {
  RuleLayer named;
  named.rungs.emplace_back().id = id;
  if (!name.empty()) named.rungs.back().name = {name};
  return rung_words(lang, named, id, level);
}

std::string counted(std::int64_t count) { return count == 0 ? "-" : std::to_string(count); }

void print_counts(Context& context, const ActivateReceipt& receipt) {
  Sheet rungs{{{"rung", ColumnKind::key},
               {"armed", ColumnKind::number},
               {"lapsed", ColumnKind::number},
               {"moved", ColumnKind::number},
               {"changed", ColumnKind::number}},
              {}};
  for (const auto& [id, fates] : receipt.rungs) {
    const auto& [name, level] = receipt.names.at(id);
    std::vector<Cell> row{rung_text(context.lang, id, name, level)};
    for (const RungFate fate : all_fates) {
      const auto found = fates.find(fate);
      row.emplace_back(counted(found == fates.end() ? 0 : found->second));
    }
    rungs.rows.push_back(std::move(row));
  }
  Sheet steps{
      {{"event", ColumnKind::key}, {"opens", ColumnKind::number}, {"closes", ColumnKind::number}},
      {}};
  for (const auto& [event, counts] : receipt.steps) {
    steps.rows.push_back(
        {word(context.lang, event), counted(counts.first), counted(counts.second)});
  }
  for (const Sheet* sheet : {&rungs, &steps}) {
    if (sheet->rows.empty()) continue;
    context.out << '\n' << render(*sheet, context.lang, context.screen);
  }
}

void print_changes(Context& context, const std::vector<TaskChange>& changes) {
  const Lang lang = context.lang;
  Sheet sheet{{{"task", ColumnKind::key},
               {"state", ColumnKind::key},
               {"rung", ColumnKind::key},
               {"change", ColumnKind::key},
               {"before", ColumnKind::date},
               {"after", ColumnKind::date}},
              {}};
  const auto day = [](const std::optional<Date>& date) { return date ? to_text(*date) : ""; };
  for (const TaskChange& change : changes) {
    const std::string task = to_text(change.task);
    const std::string state = word(lang, change.state);
    for (const TaskChange::Rung& rung : change.rungs) {
      sheet.rows.push_back({task, state, rung_text(lang, rung.id, rung.name, rung.level),
                            say(lang, to_text(rung.fate)), day(rung.before), day(rung.after)});
    }
    for (const TaskChange::Step& step : change.steps) {
      sheet.rows.push_back({task, state, word(lang, step.event),
                            say(lang, step.opens ? "opens" : "closes"), "", ""});
    }
    for (const Escalation& each : change.raised)
      sheet.rows.push_back({task, state, rung_text(lang, each.rung, "", each.level),
                            say(lang, "raised"), "", to_text(each.fires)});
  }
  if (!sheet.rows.empty()) context.out << '\n' << render(sheet, lang, context.screen);
}

void print_json(Context& context, const ActivateReceipt& receipt,
                const std::vector<TaskChange>& changes, bool dry_run) {
  Value value = json_of(receipt, dry_run);
  if (context.format == Format::jsonl) {
    for (const TaskChange& change : changes) print_json(context, json_of(change));
  } else {
    Value list = Value::Array{};
    for (const TaskChange& change : changes) list.push(json_of(change));
    value.set("changes", std::move(list));
  }
  print_json(context, value);
}

}  // namespace

ChangeVisitor listed_changes(const Context& context, std::vector<TaskChange>& changes) {
  if (!context.json() && !context.verbose) return {};
  return [&changes](const TaskChange& change) { changes.push_back(change); };
}

void print_activation(Context& context, const ActivateReceipt& receipt,
                      const std::vector<TaskChange>& changes, bool dry_run) {
  if (context.json()) {
    print_json(context, receipt, changes, dry_run);
    return;
  }
  if (receipt.before == receipt.after) {
    context.out << say(context.lang, "it is in force already: nothing has changed") << '\n';
    return;
  }
  const Values values{
      {"after", receipt.after.substr(0, 12)},   {"before", receipt.before.substr(0, 12)},
      {"fired", std::to_string(receipt.fired)}, {"moved", std::to_string(receipt.moved)},
      {"tasks", std::to_string(receipt.tasks)}, {"raised", std::to_string(receipt.raised)}};
  context.out << (dry_run ? say(context.lang,
                                "a dry run, nothing is written: basis {after} after {before}; "
                                "{fired} timers would fire under the old one, {moved} of {tasks} "
                                "live tasks would have another next timer, {raised} escalations "
                                "would be raised at once",
                                values)
                          : say(context.lang,
                                "in force: basis {after}, before {before}; {fired} timers fired "
                                "under the old one, {moved} of {tasks} live tasks have another "
                                "next timer, {raised} escalations raised",
                                values))
              << '\n';
  print_counts(context, receipt);
  print_changes(context, changes);
}

Result<BasisTexts> texts_in_force(const World& world) {
  DUBAN_TRY(const std::unique_ptr<View> view, world.store.read());
  DUBAN_TRY(const Meta meta, view->meta());
  DUBAN_TRY(std::optional<BasisTexts> texts, view->basis_texts(meta.basis));
  if (!texts) {
    return failed(Errc::corrupt, "the store has no texts of the basis in force, {hash}",
                  {{"hash", meta.basis}});
  }
  return std::move(*texts);
}

}  // namespace duban
