#include "cli/command.hpp"

#include <CLI/App.hpp>
#include <algorithm>
#include <iterator>

#include "cli/step_words.hpp"

namespace duban {

CLI::App* add_command(CLI::App& parent, const char* name, const char* what, const char* example) {
  CLI::App* command = parent.add_subcommand(name, what);
  command->footer(example);
  return command;
}

void runs(CLI::App* command, Context& context, std::function<Result<int>()> action) {
  command->callback([&context, action = std::move(action)] { context.action = action; });
}

void needs_command(CLI::App* command) { command->require_subcommand(1); }

void argument(CLI::App* command, const char* name, std::string& value, const char* what) {
  command->add_option(name, value, what)->required();
}

void argument(CLI::App* command, const char* name, int& value, const char* what) {
  command->add_option(name, value, what)->required();
}

void arguments(CLI::App* command, const char* name, std::vector<std::string>& values,
               const char* what) {
  command->add_option(name, values, what)->required();
}

void optional_argument(CLI::App* command, const char* name, int& value, const char* what) {
  command->add_option(name, value, what);
}

void optional_argument(CLI::App* command, const char* name, std::string& value, const char* what) {
  command->add_option(name, value, what);
}

void option(CLI::App* command, const char* name, std::string& value, const char* what,
            const char* value_name) {
  command->add_option(name, value, what)->type_name(value_name);
}

void option(CLI::App* command, const char* name, int& value, const char* what,
            const char* value_name) {
  command->add_option(name, value, what)->type_name(value_name);
}

void option(CLI::App* command, const char* name, std::optional<int>& value, const char* what,
            const char* value_name) {
  command->add_option(name, value, what)->type_name(value_name);
}

void required_option(CLI::App* command, const char* name, std::string& value, const char* what,
                     const char* value_name) {
  command->add_option(name, value, what)->type_name(value_name)->required();
}

void repeated(CLI::App* command, const char* name, std::vector<std::string>& values,
              const char* what, const char* value_name) {
  command->add_option(name, values, what)
      ->type_name(value_name)
      ->allow_extra_args(false)
      ->type_size(1);
}

void flag(CLI::App* command, const char* name, bool& value, const char* what) {
  command->add_flag(name, value, what);
}

Result<std::optional<Date>> date_option(const char* name, const std::string& text) {
  if (text.empty()) return std::optional<Date>();
  const Result<Date> date = parse_date(text);
  if (!date) {
    return failed(Errc::usage, "{option} takes a date such as 2018-12-31, not '{value}'",
                  {{"option", name}, {"value", text}});
  }
  return std::optional<Date>(*date);
}

namespace {

struct Declared {
  std::string_view name;  ///< of the command; empty for the steps, each of which is one
  void (*add)(CLI::App&, Context&, std::string_view only);
};

template <void (*add)(CLI::App&, Context&)>
void alone(CLI::App& app, Context& context, std::string_view) {
  add(app, context);
}

/// In the order of --help.
constexpr Declared commands[] = {
    {"init", alone<add_init>},
    {"import", alone<add_import>},
    {"list", alone<add_list>},
    {"todo", alone<add_todo>},
    {"show", alone<add_show>},
    {"explain", alone<add_explain>},
    {"status", alone<add_status>},
    {"escalations", alone<add_escalations>},
    {"forecast", alone<add_forecast>},
    {"log", alone<add_log>},
    {"evidence", alone<add_evidence>},
    {"", add_steps},
    {"apply", alone<add_apply>},
    {"nightly", alone<add_nightly>},
    {"plan", alone<add_plan>},
    {"task", alone<add_task>},
    {"department", alone<add_department>},
    {"actor", alone<add_actor>},
    {"rules", alone<add_rules>},
    {"calendar", alone<add_calendar>},
    {"audit", alone<add_audit>},
    {"backup", alone<add_backup>},
    {"restore", alone<add_restore>},
    {"doctor", alone<add_doctor>},
    {"clock", alone<add_clock>},
};

bool is_step_name(std::string_view name) {
  const auto steps = all_steps();
  return std::any_of(steps.begin(), steps.end(),
                     [&](const StepWords& step) { return to_text(step.event) == name; });
}

bool declares(const Declared& command, std::string_view name) {
  return command.name.empty() ? is_step_name(name) : command.name == name;
}

}  // namespace

std::string_view only_command(const std::vector<std::string>& arguments) {
  std::string_view only;
  for (const std::string& word : arguments) {
    if (std::none_of(std::begin(commands), std::end(commands),
                     [&](const Declared& command) { return declares(command, word); }))
      continue;
    if (!only.empty()) return {};
    only = word;
  }
  return only;
}

void add_commands(CLI::App& app, Context& context, std::string_view only) {
  for (const Declared& command : commands) {
    if (only.empty() || declares(command, only)) command.add(app, context, only);
  }
}

}  // namespace duban
