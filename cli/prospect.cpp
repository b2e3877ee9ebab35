#include "cli/prospect.hpp"

#include <algorithm>

#include "cli/answer.hpp"
#include "cli/failure.hpp"
#include "cli/read_common.hpp"
#include "cli/rule_text.hpp"
#include "cli/workspace.hpp"
#include "engine/log/basis_hash.hpp"
#include "engine/policy/rules_for.hpp"
#include "rules/load.hpp"

namespace duban {
namespace {

tl::unexpected<Errors> one(Error error) { return tl::unexpected(Errors{std::move(error)}); }

Result<std::unique_ptr<FutureView>> look_ahead(Context& context, const FutureOptions& options) {
  auto view = std::make_unique<FutureView>();
  DUBAN_TRY(const std::optional<Date> until, date_option("--until", options.until));
  DUBAN_TRY(view->reading, reading(context));
  view->until = *until;
  // All of that day, whatever hour somebody acts.
  view->future.until = view->reading->basis().zone.midnight(*until + 1);
  --view->future.until.seconds;
  if (view->future.until < view->reading->now()) {
    return failed(Errc::argument, "--until {until} has passed; it is {today}",
                  {{"until", to_text(*until)}, {"today", to_text(view->reading->today())}});
  }
  DUBAN_TRY(limit_to(*view->reading, options, view->query));
  view->future.seed = static_cast<unsigned>(options.seed);
  return view;
}

std::string counted(std::int64_t count) { return count == 0 ? "-" : std::to_string(count); }

std::string month_of(Date date) { return to_text(date).substr(0, 7); }

std::optional<std::int64_t> number_in(const Entry& entry, const char* name) {
  const Value* value = entry.data.find(name);
  return value && value->integer() ? std::optional(*value->integer()) : std::nullopt;
}

Value json_of(const Entry& entry, Date day) {
  Value value;
  value.set("task", to_text(*entry.task));
  value.set("day", to_text(day));
  value.set("event", to_text(entry.event));
  const Value* rung = entry.data.find("rung");
  value.set("rung", rung ? *rung : Value());
  const auto level = number_in(entry, "level");
  const auto occurrence = number_in(entry, "occurrence");
  value.set("level", level ? Value(*level) : Value());
  value.set("occurrence", occurrence ? Value(*occurrence) : Value());
  value.set("actor", entry.role == Role::scheduler ? Value() : Value(entry.actor));
  value.set("state", to_text(*entry.to));
  return value;
}

/// What an entry is about, in one word: the rung, in files for programs by its id, or the step.
std::string what_of(const Context& context, const Entry& entry, const RuleLayer& rules) {
  const Value* rung = entry.data.find("rung");
  if (!rung || !rung->text()) return word(context.lang, entry.event);
  if (context.format == Format::csv) return *rung->text();
  const auto level = static_cast<int>(number_in(entry, "level").value_or(0));
  return rung_word(context.lang, rules, *rung->text(), level);
}

std::vector<Cell> cells_of(const Context& context, const Entry& entry, Date day,
                           const RuleLayer& rules) {
  const Lang lang = context.lang;
  const auto level = number_in(entry, "level");
  const auto occurrence = number_in(entry, "occurrence");
  return {to_text(*entry.task),
          to_text(day),
          what_of(context, entry, rules),
          occurrence ? std::to_string(*occurrence + 1) : "",
          level ? level_word(lang, *level) : "",
          entry.role == Role::scheduler ? "" : entry.actor,
          word(lang, *entry.to)};
}

Result<int> print_list(Context& context, FutureView& view) {
  Answer answer(context, {{"task", ColumnKind::key},
                          {"day", ColumnKind::date},
                          {"what", ColumnKind::key},
                          {"number", ColumnKind::number},
                          {"level", ColumnKind::key},
                          {"actor", ColumnKind::key},
                          {"state", ColumnKind::key}});
  const Zone& zone = view.reading->basis().zone;
  const Basis& basis = view.basis();
  DUBAN_TRY(forecast(*view.reading, view.query, view.future, [&](const Outlook& outlook) {
    const RuleLayer& rules = rules_for(basis, outlook.course.task);
    for (const Entry& entry : outlook.course.entries) {
      const Date day = zone.date_of(entry.effective);
      answer.add([&] { return cells_of(context, entry, day, rules); },
                 [&] { return json_of(entry, day); });
    }
    return Result<bool>(true);
  }));
  answer.finish("nothing will happen");
  return 0;
}

}  // namespace

void add_future_options(CLI::App* command, FutureOptions& options) {
  option(command, "--department", options.department, "only its tasks, as lead or co", "DEPT");
  option(command, "--plan", options.plan, "only tasks of this plan", "P");
  option(command, "--behaviour", options.behaviour,
         "how departments behave, as YAML (docs/simulate.md); else nobody acts", "FILE");
  option(command, "--seed", options.seed, "with --behaviour: draw other tasks for each choice",
         "N");
  flag(command, "--list", options.list, "each thing that will happen, not only how many");
}

Status limit_to(Reading& reading, const FutureOptions& options, TaskQuery& query) {
  if (!options.plan.empty()) {
    DUBAN_TRY(find_plan(reading, options.plan));
    query.plan = options.plan;
  }
  DUBAN_TRY(const std::optional<DepartmentFilter> department,
            department_filter(reading, options.department));
  if (department) query.involved = department->with_groups;
  return {};
}

Checked<std::unique_ptr<FutureView>> open_future(Context& context, const FutureOptions& options) {
  Result<std::unique_ptr<FutureView>> view = look_ahead(context, options);
  if (!view) return one(std::move(view.error()));
  if (!options.behaviour.empty()) {
    const Result<std::string> text = read_text(options.behaviour);
    if (!text) return one(text.error());
    Checked<Behaviour> behaviour = load_behaviour(*text, options.behaviour);
    if (!behaviour) return tl::make_unexpected(behaviour.error());
    (*view)->behaviour = std::move(*behaviour);
    (*view)->future.behaviour = &(*view)->behaviour;
  }
  return std::move(*view);
}

Checked<std::shared_ptr<const Basis>> basis_with(Context& context, Reading& reading,
                                                 const std::string& rules_file) {
  const Result<RuleText> given = rule_text(rules_file);
  if (!given) return one(given.error());
  const Checked<Rules> rules = load_rules(given->text, given->file);
  if (!rules) return tl::make_unexpected(rules.error());
  Result<std::optional<BasisTexts>> texts = reading.view().basis_texts(reading.meta().basis);
  if (!texts) return one(texts.error());
  if (!*texts)
    return one(failed(Errc::corrupt, "the store has no texts of the basis in force, {hash}",
                      {{"hash", reading.meta().basis}})
                   .value());
  (*texts)->rules = given->text;
  auto basis = context.workspace->compiler->compile(basis_hash(**texts), **texts);
  if (!basis) return one(basis.error());
  return std::move(*basis);
}

void Prospect::add(const Outlook& outlook, const Basis& basis) {
  ++tasks_;
  if (!outlook.course.entries.empty()) ++touched_;
  ++states_[outlook.course.task.state];
  std::set<std::string> seen;
  for (const Escalation& each : outlook.course.escalations) {
    const Date day = basis.zone.date_of(each.raised);
    ++months_[month_of(day)].levels[each.level];
    Ladder& ladder = rungs_[each.rung];
    if (ladder.name.empty()) {
      const Rung* rung = rules_for(basis, outlook.course.task).rung(each.rung);
      ladder.name = rung && rung->name ? rung->name->value : std::string();
    }
    if (ladder.raised++ == 0 || day < ladder.first) ladder.first = day;
    ladder.level = each.level;
    if (seen.insert(each.rung).second) ++ladder.tasks;
  }
  for (const Entry& entry : outlook.course.entries) {
    if (entry.event == Event::escalate) continue;
    Month& month = months_[month_of(basis.zone.date_of(entry.effective))];
    if (entry.event == Event::deadline) {
      ++month.deadlines;
    } else if (entry.role == Role::scheduler) {
      ++month.resumed;
    } else {
      ++month.steps;
    }
  }
  for (const RefusedHabit& each : outlook.refused) {
    Refusal& refusal = refused_[{each.event, each.error.code}];
    if (refusal.count++ == 0) refusal.first = each.error;
  }
}

void Prospect::print(Context& context, const FutureView& view) const {
  const Lang lang = context.lang;
  const Values values{{"until", to_text(view.until)},
                      {"tasks", std::to_string(tasks_)},
                      {"touched", std::to_string(touched_)}};
  context.out << (view.future.behaviour
                      ? say(lang,
                            "until {until}, if all behave so: {touched} of {tasks} tasks move",
                            values)
                      : say(lang, "until {until}, if nobody acts: {touched} of {tasks} tasks move",
                            values))
              << '\n';
  Sheet months{{{"month", ColumnKind::key}, {"overdue", ColumnKind::number}}, {}};
  for (const char* heading : {"level 0", "level 1", "level 2", "level 3", "resumed", "steps"})
    months.columns.push_back({heading, ColumnKind::number});
  for (const auto& [name, month] : months_) {
    std::vector<Cell> row{name, counted(month.deadlines)};
    for (const std::int64_t count : month.levels) row.emplace_back(counted(count));
    row.emplace_back(counted(month.resumed));
    row.emplace_back(counted(month.steps));
    months.rows.push_back(std::move(row));
  }
  Sheet ladder{{{"rung", ColumnKind::key},
                {"level", ColumnKind::key},
                {"tasks", ColumnKind::number},
                {"times", ColumnKind::number},
                {"first", ColumnKind::date}},
               {}};
  for (const auto& [id, rung] : rungs_) {
    const std::string level = level_word(lang, rung.level);
    ladder.rows.push_back({rung.name.empty() ? level : rung.name, level, std::to_string(rung.tasks),
                           std::to_string(rung.raised), to_text(rung.first)});
  }
  for (const Sheet* sheet : {&months, &ladder}) {
    if (!sheet->rows.empty()) context.out << '\n' << render(*sheet, lang, context.screen);
  }
  std::vector<std::string> ends;
  for (const auto& [state, count] : states_)
    ends.push_back(word(lang, state) + " " + std::to_string(count));
  context.out << '\n' << say(lang, "then: {states}", {{"states", joined(lang, ends)}}) << '\n';
  for (const auto& [what, refusal] : refused_) {
    context.out << say(lang, "'{event}' was refused {count} times, such as: {reason}",
                       {{"event", std::string(to_text(what.first))},
                        {"count", std::to_string(refusal.count)},
                        {"reason", sentence(lang, refusal.first)}})
                << '\n';
  }
}

Value Prospect::json(const FutureView& view) const {
  Value months = Value::Array{}, rungs = Value::Array{}, states, refused = Value::Array{};
  for (const auto& [name, month] : months_) {
    months.push(
        Value::Object{{"month", name},
                      {"deadlines", month.deadlines},
                      {"levels", Value::Array(std::begin(month.levels), std::end(month.levels))},
                      {"resumed", month.resumed},
                      {"steps", month.steps}});
  }
  for (const auto& [id, rung] : rungs_) {
    rungs.push(Value::Object{{"rung", id},
                             {"level", rung.level},
                             {"tasks", rung.tasks},
                             {"raised", rung.raised},
                             {"first", to_text(rung.first)}});
  }
  for (const auto& [state, count] : states_) states.set(std::string(to_text(state)), count);
  for (const auto& [what, refusal] : refused_) {
    refused.push(Value::Object{
        {"event", to_text(what.first)}, {"code", to_text(what.second)}, {"count", refusal.count}});
  }
  return Value::Object{{"from", to_text(view.reading->now())},
                       {"until", to_text(view.until)},
                       {"tasks", tasks_},
                       {"touched", touched_},
                       {"months", std::move(months)},
                       {"rungs", std::move(rungs)},
                       {"states", std::move(states)},
                       {"refused", std::move(refused)}};
}

Result<int> print_future(Context& context, FutureView& view, bool list) {
  if (list || context.format == Format::csv || context.format == Format::jsonl)
    return print_list(context, view);
  Prospect prospect;
  DUBAN_TRY(forecast(*view.reading, view.query, view.future, [&](const Outlook& outlook) {
    prospect.add(outlook, view.basis());
    return Result<bool>(true);
  }));
  if (context.json()) {
    print_json(context, prospect.json(view));
  } else {
    prospect.print(context, view);
  }
  return 0;
}

}  // namespace duban
