// How a command is declared: every command is one file with one `add_…`.
//
//     void add_start(CLI::App& app, Context& context) {
//       auto options = std::make_shared<Options>();
//       CLI::App* command = add_command(app, "start", "take a task up", "duban start 1.3.11");
//       arguments(command, "TASK", options->tasks, "the tasks");
//       runs(command, context, [&context, options] { return start(context, *options); });
//     }
//
// CLI11 costs seconds a file, so only command.cpp, app.cpp and help.cpp include it.
//
// Names, descriptions and examples are literals; --help prints them through the table of words.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.hpp"

namespace CLI {
class App;
}

namespace duban {

/// A subcommand of `parent`; `what` is a clause without full stop, `example` a whole command line
/// from the real plan (hn135), more of them on lines of their own.
CLI::App* add_command(CLI::App& parent, const char* name, const char* what, const char* example);

/// What the command does once the whole line was understood: its exit status, or the error that is
/// printed and decides it.
void runs(CLI::App* command, Context& context, std::function<Result<int>()> action);

/// A command that only has commands: one of them must follow.
void needs_command(CLI::App* command);

/// What stands without a name: one, one or more, or none or one.
void argument(CLI::App* command, const char* name, std::string& value, const char* what);
void argument(CLI::App* command, const char* name, int& value, const char* what);
void arguments(CLI::App* command, const char* name, std::vector<std::string>& values,
               const char* what);
void optional_argument(CLI::App* command, const char* name, int& value, const char* what);
void optional_argument(CLI::App* command, const char* name, std::string& value, const char* what);

/// An option with one value; whoever reads it tells by its default that it was not given.
void option(CLI::App* command, const char* name, std::string& value, const char* what,
            const char* value_name);
void option(CLI::App* command, const char* name, int& value, const char* what,
            const char* value_name);
void option(CLI::App* command, const char* name, std::optional<int>& value, const char* what,
            const char* value_name);
void required_option(CLI::App* command, const char* name, std::string& value, const char* what,
                     const char* value_name);
/// An option that may be given several times, each time with one value: `--evidence a --evidence
/// b`. Without this, CLI11 lets it swallow the arguments that follow.
void repeated(CLI::App* command, const char* name, std::vector<std::string>& values,
              const char* what, const char* value_name);
void flag(CLI::App* command, const char* name, bool& value, const char* what);

/// `--due` as a date; nothing when it was not given. Errc::usage for what is none.
Result<std::optional<Date>> date_option(const char* name, const std::string& text);

/// Every command, in the order of --help; or the one that is named `only`.
void add_commands(CLI::App& app, Context& context, std::string_view only);
/// The one word among these that is a command's name; empty when there is none, or a second.
std::string_view only_command(const std::vector<std::string>& arguments);

// Commands that write.
void add_init(CLI::App& app, Context& context);
void add_import(CLI::App& app, Context& context);
void add_steps(CLI::App& app, Context& context, std::string_view only);
void add_apply(CLI::App& app, Context& context);
void add_clock(CLI::App& app, Context& context);
void add_nightly(CLI::App& app, Context& context);
void add_rules(CLI::App& app, Context& context);
void add_calendar(CLI::App& app, Context& context);
void add_department(CLI::App& app, Context& context);
void add_actor(CLI::App& app, Context& context);
void add_plan(CLI::App& app, Context& context);
void add_task(CLI::App& app, Context& context);
void add_audit(CLI::App& app, Context& context);
void add_backup(CLI::App& app, Context& context);
void add_restore(CLI::App& app, Context& context);

// Commands of `rules`.
void add_rules_test(CLI::App& rules, Context& context);
void add_rules_simulate(CLI::App& rules, Context& context);
void add_rules_activate(CLI::App& rules, Context& context);

// Commands that read.
void add_list(CLI::App& app, Context& context);
void add_todo(CLI::App& app, Context& context);
void add_show(CLI::App& app, Context& context);
void add_explain(CLI::App& app, Context& context);
void add_status(CLI::App& app, Context& context);
void add_escalations(CLI::App& app, Context& context);
void add_forecast(CLI::App& app, Context& context);
void add_log(CLI::App& app, Context& context);
void add_evidence(CLI::App& app, Context& context);
void add_doctor(CLI::App& app, Context& context);

}  // namespace duban
