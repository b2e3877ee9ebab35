// Rule files: check one, put it in force, show what is in force.
#include <cerrno>
#include <cstring>
#include <fstream>

#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/diagram.hpp"
#include "cli/failure.hpp"
#include "cli/proof.hpp"
#include "cli/rule_text.hpp"
#include "cli/rules_cites.hpp"
#include "engine/operations/rules_taken.hpp"
#include "rules/diagram.hpp"
#include "rules/load.hpp"

namespace duban {
namespace {

struct Check {
  std::string file;
  std::string directory;  ///< "": the workspace's, or the shipped one
  std::string stories;    ///< where to write them; "": nowhere
};

Value summary_of(const Rules& rules) {
  Value value;
  value.set("rules", rules.name);
  value.set("version", rules.version);
  value.set("transitions", static_cast<std::int64_t>(rules.base.transitions.size()));
  value.set("escalations", static_cast<std::int64_t>(whole_file(rules).rungs.size()));
  value.set("overrides", static_cast<std::int64_t>(rules.overrides.size()));
  return value;
}

void print_summary(Context& context, const std::string& file, const Rules& rules) {
  context.out << say(context.lang,
                     "{file} is valid: rules '{name}' version {version}, {transitions} events, "
                     "{rungs} rungs, {overrides} overrides",
                     {{"file", file},
                      {"name", rules.name},
                      {"version", std::to_string(rules.version)},
                      {"transitions", std::to_string(rules.base.transitions.size())},
                      {"rungs", std::to_string(whole_file(rules).rungs.size())},
                      {"overrides", std::to_string(rules.overrides.size())}})
              << '\n';
}

Status write_stories(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  if (out) return {};
  return failed(Errc::io, "{path} cannot be written: {reason}",
                {{"path", path}, {"reason", std::strerror(errno)}});
}

Result<int> check(Context& context, const Check& options) {
  DUBAN_TRY(const RuleText given, rule_text(options.file));
  const Checked<Rules> rules = load_rules(given.text, given.file);
  if (!rules) return fail(context, rules.error());
  const Checked<ProofOffice> office = office_of(context, *rules, options.directory);
  if (!office) return fail(context, office.error());
  DUBAN_TRY(const Verdict verdict,
            prove(*rules, office->directory, office->people, office->calendar, office->leads));
  if (!options.stories.empty())
    DUBAN_TRY(
        write_stories(options.stories, scenarios_of(verdict, *rules, *office, options.stories)));
  if (context.json()) {
    Value value = summary_of(*rules);
    value.set("proof", json_of(context, verdict, *rules, *office));
    print_json(context, value);
  } else {
    print_summary(context, options.file, *rules);
    print_verdict(context, verdict, *rules, given.text, *office);
  }
  return lacks_of(verdict).empty() ? 0 : 1;
}

struct Shown {
  RuleText rules;
  std::string basis;  ///< "": not in force
  std::optional<RulesTaken> taken = {};
};

Result<Shown> rules_in_force(Context& context) {
  DUBAN_TRY(const std::unique_ptr<Reading> reading, duban::reading(context));
  DUBAN_TRY(const std::optional<BasisTexts> texts,
            reading->view().basis_texts(reading->meta().basis));
  if (!texts) {
    return failed(Errc::corrupt, "the store has no texts of the basis in force, {hash}",
                  {{"hash", reading->meta().basis}});
  }
  DUBAN_TRY(std::optional<RulesTaken> taken, rules_taken_despite(reading->view()));
  return Shown{
      {reading->basis().rules.file, texts->rules}, reading->meta().basis, std::move(taken)};
}

Result<Shown> rules_shown(Context& context, const std::string& file) {
  if (file.empty()) return rules_in_force(context);
  DUBAN_TRY(RuleText rules, rule_text(file));
  return Shown{std::move(rules), {}};
}

struct Show {
  std::string file;  ///< "": what is in force
  bool cites = false;
};

Result<int> show(Context& context, const Show& options) {
  DUBAN_TRY(const Shown shown, rules_shown(context, options.file));
  const std::string& text = shown.rules.text;
  if (options.cites) {
    const Checked<Rules> rules = load_rules(text, shown.rules.file);
    if (!rules) return fail(context, rules.error());
    print_cites(context, *rules);
    return 0;
  }
  if (context.json()) {
    Value value = Value::Object{{"basis", shown.basis.empty() ? Value() : Value(shown.basis)},
                                {"text", text}};
    if (shown.taken) add_to(value, shown.taken->despite);
    print_json(context, value);
    return 0;
  }
  context.out << text;
  if (!text.ends_with('\n')) context.out << '\n';
  // Beside the text, which may be kept as a file, not in it.
  if (shown.taken) context.err << "duban: " << say(context.lang, taken_words(*shown.taken)) << '\n';
  return 0;
}

}  // namespace

void add_rules(CLI::App& app, Context& context) {
  CLI::App* rules =
      add_command(app, "rules", "rule files: check, test, simulate, activate, show, draw",
                  "duban rules check rules.yaml\n"
                  "duban rules activate rules.yaml --as root");
  needs_command(rules);
  CLI::App* command = add_command(*rules, "check", "say all that is wrong with a rule file",
                                  "duban rules check rules.yaml\n"
                                  "duban rules check rules.yaml --stories flaws.test.yaml");
  auto check_options = std::make_shared<Check>();
  argument(command, "FILE", check_options->file, "a rule file, or the name of a shipped one");
  option(command, "--directory", check_options->directory, "departments and people to prove it for",
         "FILE");
  option(command, "--stories", check_options->stories,
         "write what shows the flaws as scenarios for rules test", "FILE");
  runs(command, context, [&context, check_options] { return check(context, *check_options); });

  add_rules_test(*rules, context);
  add_rules_simulate(*rules, context);

  add_rules_activate(*rules, context);

  command = add_command(*rules, "show", "print the rules in force, whose lines refusals name",
                        "duban rules show > rules.yaml\n"
                        "duban rules show strict\n"
                        "duban rules show --cites");
  auto options = std::make_shared<Show>();
  optional_argument(command, "FILE", options->file,
                    "another rule file, or the name of a shipped one");
  flag(command, "--cites", options->cites, "what each rule rests on (文件依据)");
  runs(command, context, [&context, options] { return show(context, *options); });

  add_diagram(*rules, context);
}

}  // namespace duban
