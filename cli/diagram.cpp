// `duban rules diagram`: the lifecycle and the ladder as a rule file leaves them, to be drawn.
#include "cli/diagram.hpp"

#include "cli/answer.hpp"
#include "cli/failure.hpp"
#include "cli/rule_text.hpp"
#include "cli/workspace.hpp"
#include "engine/policy/rules_for.hpp"
#include "rules/diagram.hpp"
#include "rules/load.hpp"

namespace duban {
namespace {

DiagramWords words_in(Lang lang, const RuleLayer& layer) {
  DiagramWords words;
  words.state = [lang](TaskState it) { return word(lang, it); };
  words.event = [lang](Event it) { return word(lang, it); };
  words.role = [lang](Role it) { return word(lang, it); };
  words.anchor = [lang, &layer](const At& it) { return anchor_words(lang, it, &layer); };
  words.span = [lang](Span it) { return span_words(lang, it); };
  words.level = [lang](int it) { return level_word(lang, it); };
  words.rung = [lang](const Rung& it) { return rung_word(lang, it); };
  words.recipient = [lang](const std::string& it) { return recipient_word(lang, it); };
  words.say_here = [lang](std::string_view text, const Values& values) {
    return say(lang, text, values);
  };
  return words;
}

struct Options {
  std::string file;
  std::string task;
  std::string format = "mermaid";
};

Result<int> print(Context& context, const RuleLayer& layer, const RuleLayer& own,
                  const std::string& format) {
  const Diagram diagram = diagram_of(layer, own);
  const DiagramWords words = words_in(context.lang, layer);
  if (format == "mermaid") {
    context.out << mermaid(diagram, words);
  } else if (format == "dot") {
    context.out << dot(diagram, words);
  } else {
    print_json(context, json_of(diagram));
  }
  return 0;
}

Result<int> diagram(Context& context, const Options& options) {
  const auto& [file, name, format] = options;
  if (format != "mermaid" && format != "dot" && format != "json") {
    return failed(Errc::usage, "--format of a diagram takes mermaid, dot or json, not '{value}'",
                  {{"value", format}});
  }
  if (!file.empty()) {
    if (!name.empty()) {
      return failed(Errc::usage,
                    "--task asks for the rules in force as they hold for it; leave out FILE");
    }
    DUBAN_TRY(const RuleText text, rule_text(file));
    const Checked<Rules> rules = load_rules(text.text, text.file);
    if (!rules) return fail(context, rules.error());
    return print(context, whole_file(*rules), rules->base, format);
  }
  DUBAN_TRY(const std::unique_ptr<Reading> held, reading(context));
  const Rules& rules = held->basis().rules;
  if (name.empty()) return print(context, whole_file(rules), rules.base, format);
  DUBAN_TRY(const TaskKey key, resolve_task(held->view(), name));
  DUBAN_TRY(const TaskView view, held->task(key));
  return print(context, rules_for(held->basis(), view.task), rules.base, format);
}

}  // namespace

void add_diagram(CLI::App& rules, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      add_command(rules, "diagram", "draw the lifecycle and the ladder that a rule file leaves",
                  "duban rules diagram > rules.md\n"
                  "duban rules diagram rules.yaml --format dot | dot -Tsvg > rules.svg\n"
                  "duban rules diagram --task 1.3.11 --lang zh");
  optional_argument(command, "FILE", options->file,
                    "a rule file, or the name of a shipped one; else the rules in force");
  option(command, "--task", options->task, "with the overrides that hold for this task", "TASK");
  option(command, "--format", options->format, "mermaid (if not given), dot or json", "FORMAT");
  runs(command, context, [&context, options] { return diagram(context, *options); });
}

}  // namespace duban
