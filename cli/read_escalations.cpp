// `duban escalations`: what the ladder has raised, and letters made of what is open.
#include <algorithm>
#include <set>

#include "cli/answer.hpp"
#include "cli/digest.hpp"
#include "cli/read_common.hpp"
#include "cli/task_json.hpp"
#include "engine/operations/recipients.hpp"
#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban {
namespace {

struct Options {
  bool open = false;
  bool digest = false;
  std::string level, task, department;
};

struct Filter {
  bool open = false;
  std::optional<int> level;
  std::optional<TaskKey> task;
  std::optional<DepartmentFilter> department;
};

Result<Filter> read_filter(Reading& reading, const Options& options) {
  Filter filter;
  filter.open = options.open || options.digest;
  if (!options.level.empty()) {
    for (int level = 0; level <= 3; ++level) {
      if (options.level == std::to_string(level) || options.level == level_word(Lang::zh, level))
        filter.level = level;
    }
    if (!filter.level) {
      return failed(Errc::usage, "--level takes 0, 1, 2 or 3, not '{value}'",
                    {{"value", options.level}});
    }
  }
  if (!options.task.empty()) {
    DUBAN_TRY(filter.task, resolve_task(reading.view(), options.task));
  }
  DUBAN_TRY(filter.department, department_filter(reading, options.department));
  return filter;
}

/// Tasks on which something was raised, recorded or not.
Result<std::set<TaskKey>> escalated_tasks(Reading& reading, const Filter& filter) {
  if (filter.task) return std::set<TaskKey>{*filter.task};
  std::set<TaskKey> keys;
  DUBAN_TRY(reading.view().each_escalation(std::nullopt, [&](const Escalation& each) {
    keys.insert(each.task);
    return Result<bool>(true);
  }));
  DUBAN_TRY(const std::vector<TaskKey> ripe, reading.view().ripe_tasks(reading.now()));
  keys.insert(ripe.begin(), ripe.end());
  return keys;
}

/// A department's escalations: of tasks on which it is lead or co, and those that it hears of.
bool concerns(const DepartmentFilter& department, const Escalation& escalation,
              const TaskView& view, const Reading& reading) {
  const Directory& directory = reading.basis().directory;
  return is_lead(view.task, department.name, directory) ||
         is_co(view.task, department.name, directory) ||
         contains(recipients_of(escalation.notify, view, reading), department.name, directory);
}

/// Visits what fits, task by task, in the order of raising.
Status each_escalation(Reading& reading, const Filter& filter,
                       const std::function<Status(const Escalation&, const TaskView&)>& visit) {
  DUBAN_TRY(const std::set<TaskKey> keys, escalated_tasks(reading, filter));
  for (const TaskKey& key : keys) {
    DUBAN_TRY(const TaskView view, reading.task(key));
    DUBAN_TRY(const std::vector<Escalation> raised, reading.escalations(view));
    for (const Escalation& each : raised) {
      if (filter.level && each.level != *filter.level) continue;
      if (filter.open && !is_open(each, view.task, reading.basis())) continue;
      if (filter.department && !concerns(*filter.department, each, view, reading)) continue;
      DUBAN_TRY(visit(each, view));
    }
  }
  return {};
}

Status print_list(Context& context, Reading& reading, const Filter& filter) {
  Answer answer(context, {{"task", ColumnKind::key},
                          {"day", ColumnKind::date},
                          {"level", ColumnKind::key},
                          {"rung", ColumnKind::key},
                          {"number", ColumnKind::number},
                          {"open", ColumnKind::key},
                          {"to", ColumnKind::name},
                          {"title", ColumnKind::text},
                          {"remarks", ColumnKind::text}});
  const Lang lang = context.lang;
  DUBAN_TRY(
      each_escalation(reading, filter, [&](const Escalation& each, const TaskView& view) -> Status {
        DUBAN_TRY(const TaskText text, reading.text(each.task));
        answer.add(
            [&]() -> std::vector<Cell> {
              std::vector<std::string> remarks;
              if (each.late_armed) remarks.push_back(say(lang, "before the assignment"));
              if (!each.recorded) remarks.push_back(say(lang, "not yet recorded"));
              return {to_text(each.task),
                      to_text(each.fires),
                      level_word(lang, each.level),
                      context.format == Format::csv
                          ? each.rung
                          : rung_word(lang, rules_for(reading.basis(), view.task), each.rung,
                                      each.level),
                      std::to_string(each.occurrence + 1),
                      is_open(each, view.task, reading.basis()) ? say(lang, "open") : "",
                      joined(lang, recipients_of(each.notify, view, reading)),
                      title_of(text.content),
                      joined(lang, remarks)};
            },
            [&] { return json_of(each); });
        return {};
      }));
  answer.finish("nothing was raised that fits");
  return {};
}

Status print_digest(Context& context, Reading& reading, const Filter& filter) {
  Digest digest(reading, filter.department ? filter.department->name : std::string());
  DUBAN_TRY(
      each_escalation(reading, filter, [&](const Escalation& each, const TaskView& view) -> Status {
        DUBAN_TRY(const TaskText text, reading.text(each.task));
        digest.add(each, view, text);
        return {};
      }));
  if (context.json()) {
    print_json(context, digest.json());
  } else {
    context.out << digest.text(context.lang);
  }
  return {};
}

Result<int> escalations(Context& context, const Options& options) {
  DUBAN_TRY(const std::unique_ptr<Reading> held, reading(context));
  DUBAN_TRY(const Filter filter, read_filter(*held, options));
  if (options.digest) {
    DUBAN_TRY(print_digest(context, *held, filter));
  } else {
    DUBAN_TRY(print_list(context, *held, filter));
  }
  return 0;
}

}  // namespace

void add_escalations(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      add_command(app, "escalations", "what the ladder has raised, recorded or not yet",
                  "duban escalations --open --level 2\n"
                  "duban escalations --digest --department 省安监局 --lang zh");
  flag(command, "--open", options->open, "only what still stands");
  option(command, "--level", options->level, "only of this level, 0 to 3", "N");
  option(command, "--task", options->task, "only of this task", "TASK");
  option(command, "--department", options->department,
         "only of its tasks, as lead or co, and what it hears of", "DEPT");
  flag(command, "--digest", options->digest,
       "what is open as text for a letter, recipient by recipient");
  runs(command, context, [&context, options] { return escalations(context, *options); });
}

}  // namespace duban
