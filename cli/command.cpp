#include "cli/command.hpp"

#include <CLI/App.hpp>

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

void add_commands(CLI::App& app, Context& context) {
  add_init(app, context);
  add_import(app, context);
  add_list(app, context);
  add_todo(app, context);
  add_show(app, context);
  add_explain(app, context);
  add_status(app, context);
  add_escalations(app, context);
  add_log(app, context);
  add_evidence(app, context);
  add_steps(app, context);
  add_apply(app, context);
  add_nightly(app, context);
  add_plan(app, context);
  add_department(app, context);
  add_actor(app, context);
  add_rules(app, context);
  add_calendar(app, context);
  add_audit(app, context);
  add_backup(app, context);
  add_restore(app, context);
  add_doctor(app, context);
}

}  // namespace duban
