// Plans: which there are, and when their last cycle ends.
#include <algorithm>

#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/plan_check.hpp"

namespace duban {
namespace {

Value json_of(const Plan& plan) {
  const auto date = [](const std::optional<Date>& day) {
    return day ? Value(to_text(*day)) : Value();
  };
  Value value;
  value.set("plan", plan.id);
  value.set("title", plan.title);
  value.set("file", plan.file);
  value.set("sha256", plan.sha256);
  value.set("issued", date(plan.issued));
  value.set("ends", date(plan.ends));
  value.set("imported", to_text(plan.imported));
  value.set("tasks", plan.tasks);
  return value;
}

Result<int> list(Context& context, const std::string& id) {
  DUBAN_TRY(const std::unique_ptr<Reading> reading, duban::reading(context));
  const auto wanted = [&](const Plan& plan) { return id.empty() || plan.id == id; };
  const auto& plans = reading->plans();
  const auto first = std::find_if(plans.begin(), plans.end(), wanted);
  if (!id.empty()) {
    if (first == plans.end()) return failed(Errc::not_found, "no plan {plan}", {{"plan", id}});
    if (context.json()) {
      print_json(context, json_of(*first));
      return 0;
    }
  }
  Answer answer(context, {{"plan", ColumnKind::key},
                          {"tasks", ColumnKind::number},
                          {"issued", ColumnKind::date},
                          {"ends", ColumnKind::date},
                          {"imported", ColumnKind::date},
                          {"file", ColumnKind::text},
                          {"title", ColumnKind::text}});
  for (const Plan& plan : plans) {
    if (!wanted(plan)) continue;
    answer.add(
        [&]() -> std::vector<Cell> {
          return {plan.id,
                  std::to_string(plan.tasks),
                  plan.issued ? to_text(*plan.issued) : "",
                  plan.ends ? to_text(*plan.ends) : "",
                  to_text(reading->basis().zone.date_of(plan.imported)),
                  plan.file,
                  plan.title};
        },
        [&] { return json_of(plan); });
  }
  answer.finish("there are no plans; import one: duban import plan.docx --plan hn135");
  return 0;
}

Result<int> set(Context& context, const std::string& id, const std::string& text) {
  DUBAN_TRY(const std::optional<Date> ends, date_option("--ends", text));
  DUBAN_TRY(const World world, duban::world(context));
  DUBAN_TRY(const std::int64_t cut, set_plan_end(world, id, *ends));
  context.settled = 0;
  if (context.json()) {
    print_json(context, Value::Object{{"plan", id}, {"ends", to_text(*ends)}, {"cut", cut}});
    return 0;
  }
  context.out << say(context.lang, "{plan} ends {ends}; {count} open cycles got a new due date",
                     {{"plan", id}, {"ends", to_text(*ends)}, {"count", std::to_string(cut)}})
              << '\n';
  return 0;
}

}  // namespace

void add_plan(CLI::App& app, Context& context) {
  CLI::App* plan = add_command(app, "plan", "plans: list, show, set, check (台账)",
                               "duban plan list\nduban plan set hn135 --ends 2020-12-31");
  needs_command(plan);
  CLI::App* command = add_command(*plan, "list", "all plans", "duban plan list");
  runs(command, context, [&context] { return list(context, {}); });

  auto id = std::make_shared<std::string>();
  command = add_command(*plan, "show", "one plan", "duban plan show hn135");
  argument(command, "ID", *id, "the plan");
  runs(command, context, [&context, id] { return list(context, *id); });

  auto ends = std::make_shared<std::string>();
  command = add_command(*plan, "set", "say when the last cycle of its ongoing tasks ends",
                        "duban plan set hn135 --ends 2020-12-31");
  argument(command, "ID", *id, "the plan");
  required_option(command, "--ends", *ends,
                  "the last cycle is the one of this day, and is due on it", "DATE");
  runs(command, context, [&context, id, ends] { return set(context, *id, *ends); });
  add_plan_check(*plan, context);
}

}  // namespace duban
