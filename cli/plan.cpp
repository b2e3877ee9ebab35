// Plans: which there are, and when their last cycle ends.
#include <algorithm>

#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/plan_check.hpp"
#include "cli/plan_doubts.hpp"
#include "intake/template.hpp"

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
  value.set("number", plan.number);
  value.set("issuer", plan.issuer);
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
                          {"document number", ColumnKind::text},
                          {"issuer", ColumnKind::text},
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
                  plan.number,
                  plan.issuer,
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

Result<int> begin(Context& context, const PlanRequest& request) {
  DUBAN_TRY(const World world, duban::world(context));
  DUBAN_TRY(new_plan(world, request));
  context.settled = 0;
  if (context.json()) {
    print_json(context, Value::Object{{"plan", request.id}, {"title", request.title}});
    return 0;
  }
  context.out << say(context.lang, "plan {plan} is there, without a task; 'task add' adds them",
                     {{"plan", request.id}})
              << '\n';
  return 0;
}

Result<int> make_void(Context& context, const std::string& id, const std::string& note) {
  DUBAN_TRY(const World world, duban::world(context));
  DUBAN_TRY(const std::int64_t tasks, void_plan(world, id, note));
  context.settled = 0;
  if (context.json()) {
    print_json(context, Value::Object{{"plan", id}, {"void", true}, {"tasks", tasks}});
    return 0;
  }
  context.out << say(context.lang,
                     "{plan} is void, with its {tasks} tasks; the log keeps them, and the id may "
                     "be used again",
                     {{"plan", id}, {"tasks", std::to_string(tasks)}})
              << '\n';
  return 0;
}

Result<int> write_template(Context& context, const std::string& path) {
  DUBAN_TRY(intake::write_template(path));
  if (context.json()) {
    print_json(context, Value::Object{{"template", path}});
    return 0;
  }
  context.out << say(context.lang,
                     "{file}: a row a task; the first of 牵头单位 leads, deadlines are written "
                     "like 2018年6月底前 or 持续推进",
                     {{"file", path}})
              << '\n';
  return 0;
}

/// `plan doubts` and `plan template`.
void add_papers(CLI::App& plan, Context& context) {
  auto id = std::make_shared<std::string>();
  CLI::App* command =
      add_command(plan, "doubts", "what was doubtful when it was read, and how it was settled",
                  "duban plan doubts hn135");
  argument(command, "ID", *id, "the plan");
  runs(command, context, [&context, id] { return plan_doubts(context, *id); });

  auto path = std::make_shared<std::string>();
  command = add_command(plan, "template", "write an empty sheet that imports without a doubt",
                        "duban plan template 台账.xlsx");
  argument(command, "FILE", *path, "a new .xlsx or .csv");
  runs(command, context, [&context, path] { return write_template(context, *path); });
}

/// `plan new` and `plan void`.
void add_kept_by_hand(CLI::App& plan, Context& context) {
  struct Options {
    PlanRequest request;
    std::string issued, ends, note;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command =
      add_command(plan, "new", "begin a plan without a document; by a coordinator",
                  "duban plan new pishi2018 --title '2018年领导批示件'\n"
                  "duban task add pishi2018 --content '排查老旧桥梁。' --lead 省交通厅 --due "
                  "2018-06-30 --source '省长批示〔2018〕12号'");
  argument(command, "ID", options->request.id, "its id from now on, such as hn135");
  required_option(command, "--title", options->request.title, "what it is called", "TEXT");
  option(command, "--issued", options->issued, "the day it dates from", "DATE");
  option(command, "--ends", options->ends,
         "the last cycle is the one of this day, and is due on it", "DATE");
  runs(command, context, [&context, options]() -> Result<int> {
    PlanRequest request = options->request;
    DUBAN_TRY(request.issued, date_option("--issued", options->issued));
    DUBAN_TRY(request.ends, date_option("--ends", options->ends));
    return begin(context, request);
  });

  command = add_command(plan, "void",
                        "make a plan void while no department has acted on it; by a coordinator "
                        "or admin",
                        "duban plan void hn135 --note '误用旧稿导入'");
  argument(command, "ID", options->request.id, "the plan");
  option(command, "--note", options->note, "why", "TEXT");
  runs(command, context,
       [&context, options] { return make_void(context, options->request.id, options->note); });
}

}  // namespace

void add_plan(CLI::App& app, Context& context) {
  CLI::App* plan =
      add_command(app, "plan", "plans: list, show, set, check, doubts, template, new, void (台账)",
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
  add_kept_by_hand(*plan, context);
  add_papers(*plan, context);
}

}  // namespace duban
