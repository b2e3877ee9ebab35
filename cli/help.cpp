#include <CLI/App.hpp>
#include <algorithm>
#include <sstream>

#include "cli/app.hpp"
#include "cli/command.hpp"
#include "engine/base/width.hpp"

namespace duban {
namespace {

constexpr int indent = 2;
constexpr int column_max = 28;

using Line = std::pair<std::string, std::string>;

/// Two columns, the second aligned by what the first ones fill on a terminal.
void print(std::ostream& out, const std::vector<Line>& lines) {
  int widest = 0;
  for (const auto& [name, what] : lines) {
    const int width = display_width(name);
    if (width <= column_max) widest = std::max(widest, width);
  }
  for (const auto& [name, what] : lines) {
    const int width = display_width(name);
    out << std::string(indent, ' ') << name;
    if (width > widest) {
      out << '\n' << std::string(static_cast<std::size_t>(indent + widest), ' ');
    } else {
      out << std::string(static_cast<std::size_t>(widest - width), ' ');
    }
    out << "  " << what << '\n';
  }
}

std::string name_of(const CLI::Option& option) {
  if (option.get_positional()) {
    return option.get_name(true) + (option.get_items_expected_max() > 1 ? "..." : "");
  }
  std::string name = option.get_name(false, true);
  std::replace(name.begin(), name.end(), ',', ' ');
  if (option.get_type_size() != 0) name += " " + option.get_type_name();
  if (option.get_items_expected_max() > 1) name += "...";
  return name;
}

std::vector<Line> options_of(const CLI::App& app, Lang lang, bool positional) {
  std::vector<Line> lines;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() != positional) continue;
    std::string what = say(lang, option->get_description());
    if (!option->get_envname().empty()) what += " ($" + option->get_envname() + ")";
    lines.emplace_back(name_of(*option), what);
  }
  return lines;
}

std::string path_of(const CLI::App& app) {
  return app.get_parent() ? path_of(*app.get_parent()) + " " + app.get_name() : app.get_name();
}

void print_usage(std::ostream& out, const CLI::App& app) {
  out << "  " << path_of(app);
  if (!app.get_subcommands([](const CLI::App*) { return true; }).empty()) out << " COMMAND";
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_positional()) continue;
    out << ' ' << (option->get_required() ? "" : "[") << name_of(*option)
        << (option->get_required() ? "" : "]");
  }
  if (!options_of(app, Lang::en, false).empty()) out << " [--...]";
  out << '\n';
}

void print_examples(std::ostream& out, const std::string& examples, Lang lang) {
  if (examples.empty()) return;
  out << '\n' << say(lang, "Examples:") << '\n';
  std::istringstream lines(examples);
  for (std::string line; std::getline(lines, line);) out << "  " << line << '\n';
}

void print_statuses(std::ostream& out, Lang lang) {
  out << '\n' << say(lang, "Exit status:") << '\n';
  print(
      out,
      {{"0", say(lang, "done")},
       {"1", say(lang, "a valid no: refused by the rules, not found, conflict, differences found")},
       {"2", say(lang, "wrong usage, or input that cannot be read")},
       {"3", say(lang, "the environment failed: disk, database, clock, a night unfinished")}});
}

}  // namespace

std::string help_text(const CLI::App& app, const Context& context) {
  const Lang lang = context.lang;
  std::ostringstream out;
  out << say(lang, app.get_description()) << "\n\n";
  print_usage(out, app);
  const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
  if (!commands.empty()) {
    out << '\n' << say(lang, "Commands:") << '\n';
    std::vector<Line> lines;
    for (const CLI::App* command : commands) {
      lines.emplace_back(command->get_name(), say(lang, command->get_description()));
    }
    print(out, lines);
  }
  if (const auto lines = options_of(app, lang, true); !lines.empty()) {
    out << '\n';
    print(out, lines);
  }
  if (const auto lines = options_of(app, lang, false); !lines.empty()) {
    out << '\n'
        << say(lang, app.get_parent() ? "Options:" : "Options, anywhere on the line:") << '\n';
    print(out, lines);
  }
  print_examples(out, app.get_footer(), lang);
  if (!app.get_parent()) print_statuses(out, lang);
  if (app.get_parent()) {
    out << '\n' << say(lang, "`duban --help` has the options that every command takes.") << '\n';
  }
  return out.str();
}

}  // namespace duban
