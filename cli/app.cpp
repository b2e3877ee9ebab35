#include "cli/app.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/logging.hpp"
#include "cli/output.hpp"
#include "cli/workspace.hpp"
#include "engine/base/utf8.hpp"
#include "engine/base/width.hpp"
#include "text/nearest.hpp"

namespace duban {
namespace {

class Help : public CLI::FormatterBase {
 public:
  explicit Help(const Context& context) : context_(context) {}
  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    return help_text(*app, context_);
  }

 private:
  const Context& context_;
};

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// The value of an option before the line is parsed: errors of parsing must speak the reader's
/// language and form already.
std::string peek(const std::vector<std::string>& arguments, const std::string& name) {
  std::string value;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--") break;
    if (arguments[i] == name && i + 1 < arguments.size()) value = arguments[i + 1];
    if (arguments[i].starts_with(name + "=")) value = arguments[i].substr(name.size() + 1);
  }
  return value;
}

std::optional<Lang> parse_lang(std::string_view text) {
  if (text == "zh") return Lang::zh;
  if (text == "en") return Lang::en;
  return {};
}

std::optional<Format> parse_format(std::string_view text) {
  if (text == "table") return Format::table;
  if (text == "json") return Format::json;
  if (text == "jsonl") return Format::jsonl;
  if (text == "csv") return Format::csv;
  return {};
}

/// What duban.yaml says, if there is one that can be read; who opens it later hears of its faults.
Settings settings_of_workspace(const std::string& directory) {
  std::error_code failure;
  std::optional<std::filesystem::path> found = directory;
  if (directory.empty()) found = find_workspace(std::filesystem::current_path(failure));
  if (!found) return {};
  const std::filesystem::path file = *found / workspace_file;
  const Result<std::string> text = read_text(file);
  if (!text) return {};
  const Checked<Settings> settings = read_settings(*text, file.string());
  return settings ? *settings : Settings();
}

Lang lang_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string locale = environment(name);
    if (!locale.empty()) return locale.starts_with("zh") ? Lang::zh : Lang::en;
  }
  return Lang::en;
}

/// Language and width of signs, as the line, the environment and the workspace say.
Lang choose_manners(const std::vector<std::string>& arguments) {
  std::string directory = peek(arguments, "--workspace");
  if (directory.empty()) directory = environment("DUBAN_WORKSPACE");
  const Settings settings = settings_of_workspace(directory);
  const std::string width = environment("DUBAN_AMBIGUOUS_WIDTH");
  set_ambiguous_width(width == "1" ? 1 : width == "2" ? 2 : settings.ambiguous_width.value_or(1));
  if (const auto given = parse_lang(peek(arguments, "--lang"))) return *given;
  return settings.lang ? *settings.lang : lang_of_locale();
}

/// Long options of the chosen commands, or of all.
void collect_names(const CLI::App& app, std::vector<std::string>& names, bool all) {
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (all || command->parsed()) collect_names(*command, names, all);
  }
}

tl::unexpected<Error> unknown(std::string_view what, const std::string& word,
                              const std::vector<std::string>& known) {
  const std::string guess = nearest(word, known);
  if (what == "option") {
    return guess.empty() ? failed(Errc::usage, "there is no option {option}", {{"option", word}})
                         : failed(Errc::usage, "there is no option {option}; did you mean {guess}?",
                                  {{"option", word}, {"guess", guess}});
  }
  return guess.empty()
             ? failed(Errc::usage, "there is no command '{command}'; duban --help lists them all",
                      {{"command", word}})
             : failed(Errc::usage, "there is no command '{command}'; did you mean '{guess}'?",
                      {{"command", word}, {"guess", guess}});
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

/// The command that was chosen, as far as the line goes.
const CLI::App& chosen(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? app : chosen(*commands.front());
}

std::string path_of(const CLI::App& app) {
  return app.get_parent() ? path_of(*app.get_parent()) + " " + app.get_name() : app.get_name();
}

/// CLI11's complaint as a sentence of ours.
tl::unexpected<Error> usage_error(const CLI::App& app, const CLI::ParseError& complaint) {
  const CLI::App& command = chosen(app);
  const std::vector<std::string> names = command_names(command);
  if (const auto left = app.remaining(true); !left.empty()) {
    const std::string& word = left.front();
    if (word.starts_with("-") && word != "-" && word != "--") {
      std::vector<std::string> known;
      collect_names(app, known, false);
      const std::string name = word.substr(0, word.find('='));
      std::vector<std::string> everywhere;
      collect_names(app, everywhere, true);
      if (std::find(everywhere.begin(), everywhere.end(), name) != everywhere.end()) {
        return failed(Errc::usage, "'{command}' takes no {option}",
                      {{"command", path_of(command)}, {"option", name}});
      }
      return unknown("option", name, known);
    }
    if (!names.empty()) return unknown("command", word, names);
    return failed(Errc::usage, "'{command}' does not take the argument '{argument}'",
                  {{"command", path_of(command)}, {"argument", word}});
  }
  const std::string text = complaint.what();
  const std::string kind = complaint.get_name();
  if (kind == "RequiredError") {
    if (!names.empty()) {
      return failed(Errc::usage, "say what to do: {command} COMMAND; {command} --help lists them",
                    {{"command", path_of(command)}});
    }
    return failed(Errc::usage, "'{command}' needs {argument}; {command} --help has an example",
                  {{"command", path_of(command)}, {"argument", text.substr(0, text.find(' '))}});
  }
  const std::string option = text.substr(0, text.find(':'));
  if (kind == "ArgumentMismatch") {
    return text.find("At Most") == std::string::npos && text.find("required") != std::string::npos
               ? failed(Errc::usage, "{option} needs a value", {{"option", option}})
               : failed(Errc::usage, "{option} is given more than once", {{"option", option}});
  }
  if (kind == "ConversionError") {  // "Could not convert: --commit-every = many"
    const std::size_t colon = text.find(": ");
    const std::size_t equals = text.find(" = ");
    if (colon != text.npos && equals != text.npos && colon < equals) {
      return failed(Errc::usage, "{option} does not take '{value}'",
                    {{"option", text.substr(colon + 2, equals - colon - 2)},
                     {"value", text.substr(equals + 3)}});
    }
  }
  return failed(Errc::usage, "the command line cannot be understood: {reason}", {{"reason", text}});
}

/// The end of an answer: what was committed is done, whether it could be told or not, and whoever
/// closed a pipe has read enough.
int finish(Context& context, int status) {
  context.out.flush();
  if (context.out || is_closed_pipe(context.out)) return status;
  const Error failure = failed(Errc::io, "the answer cannot be written to the output").value();
  if (!context.settled) return fail(context, failure);
  warn(context, failure);
  return status;
}

int act(Context& context) {
  const Result<int> status = context.action();
  if (status) return finish(context, *status);
  if (!context.settled) return fail(context, status.error());
  warn(context, status.error());
  return finish(context, *context.settled);
}

/// `--format` of a command that has forms of its own; it takes what was given before it, too.
CLI::Option* own_format(CLI::App& app) {
  CLI::App* command = &app;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return command == &app ? nullptr : command->get_option_no_throw("--format");
}

/// The answer to a line that asks for no command, or that CLI11 has refused: called while its
/// exception is handled.
int answer_unparsed(const CLI::App& app, Context& context) {
  try {
    throw;
  } catch (const CLI::CallForHelp&) {
    context.out << app.help();
  } catch (const CLI::CallForVersion& version) {
    context.out << version.what() << '\n';
  } catch (const CLI::ParseError& complaint) {
    return fail(context, usage_error(app, complaint).value());
  }
  return finish(context, 0);
}

/// Nothing when `only` one command was declared and the line is not simply that: the others may be
/// needed to say what is wrong.
std::optional<int> parse_and_act(Context& context, std::vector<std::string> arguments,
                                 std::string_view only) {
  CLI::App app;
  std::string lang;
  std::string format;
  option(&app, "--lang", lang, "language of the answer: zh or en", "LANG");
  option(&app, "--format", format, "form of the answer: table, json, jsonl or csv", "FORMAT");
  build(app, context, only);
  try {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
    app.parse(std::move(arguments));
  } catch (const CLI::Error&) {
    if (!only.empty()) return {};
    return answer_unparsed(app, context);
  }
  if (!lang.empty() && !parse_lang(lang)) {
    return fail(
        context,
        failed(Errc::usage, "--lang takes zh or en, not '{value}'", {{"value", lang}}).value());
  }
  if (CLI::Option* own = own_format(app); own && !format.empty()) {
    if (own->count() == 0) own->add_result(format)->run_callback();
  } else if (!format.empty() && !parse_format(format)) {
    return fail(context,
                failed(Errc::usage, "--format takes table, json, jsonl or csv, not '{value}'",
                       {{"value", format}})
                    .value());
  }
  set_up_logging(context.verbose);
  return act(context);
}

}  // namespace

void build(CLI::App& app, Context& context, std::string_view only) {
  app.name("duban");
  app.description("see that it is done: plans, their tasks, and who owes what by when");
  app.footer("duban init office --lang zh\nduban import plan.docx --plan hn135\nduban todo");
  app.formatter(std::make_shared<Help>(context));
  app.set_help_flag("-h,--help", "show this help");
  app.set_version_flag("--version", "duban " DUBAN_VERSION, "show the version");
  app.fallthrough();  // global options stand anywhere
  needs_command(&app);
  option(&app, "--workspace", context.directory, "the workspace; else found upwards from here",
         "DIR");
  option(&app, "--as", context.as, "who acts; else the account's only actor", "ACTOR");
  app.get_option("--workspace")->envname("DUBAN_WORKSPACE");
  app.get_option("--as")->envname("DUBAN_ACTOR");
  option(&app, "--at", context.at, "the time: a day (2018-03-01) or an RFC 3339 instant", "TIME");
  flag(&app, "--accept-gap", context.accept_gap,
       "an admin accepts a clock far past the last entry");
  flag(&app, "--confirm-internal", context.confirm_internal,
       "files that call themselves internal may be entered (内部资料、工作秘密)");
  flag(&app, "--verbose", context.verbose, "say more on stderr about what happens");
  add_commands(app, context, only);
}

namespace {

/// Words that are no UTF-8, unless they name files: a file may have come with such a name.
Status check_encoding(const std::vector<std::string>& arguments) {
  for (const std::string& word : arguments) {
    if (is_utf8(word)) continue;
    const std::size_t equals = word.starts_with("--") ? word.find('=') : word.npos;
    const std::string value = equals == word.npos ? word : word.substr(equals + 1);
    std::error_code failure;
    if (std::filesystem::exists(value, failure)) continue;
    return failed(Errc::usage, "your terminal sends another encoding than UTF-8 (GBK?): {text}",
                  {{"text", readable_name(value)}});
  }
  return {};
}

}  // namespace

int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out,
        std::ostream& err) {
  umask(077);  // a workspace belongs to one account; one that is shared widens this when opened
  Context context(in, out, err);
  if (&out == &std::cout) context.screen = screen_of(STDOUT_FILENO);
  if (&err == &std::cerr) context.error_screen = screen_of(STDERR_FILENO);
  context.arguments = arguments;
  context.lang = choose_manners(arguments);
  context.format = parse_format(peek(arguments, "--format")).value_or(Format::table);
  try {
    if (const Status readable = check_encoding(arguments); !readable)
      return fail(context, readable.error());
    const std::string_view only = only_command(arguments);
    const std::optional<int> status = parse_and_act(context, arguments, only);
    return status ? *status : *parse_and_act(context, arguments, {});
  } catch (const std::exception& exception) {  // a library's, past its fence: memory, mostly
    const Error failure =
        failed(Errc::io, "the program failed: {reason}", {{"reason", exception.what()}}).value();
    if (!context.settled) return fail(context, failure);
    warn(context, failure);
    return *context.settled;
  }
}

}  // namespace duban
