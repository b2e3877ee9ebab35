// Rule files: check one, put it in force, show what is in force.
#include "cli/activation.hpp"
#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/workspace.hpp"
#include "rules/load.hpp"

namespace duban {
namespace {

Result<int> check(Context& context, const std::string& file) {
  DUBAN_TRY(const std::string text, read_text(file));
  const Checked<Rules> rules = load_rules(text, file);
  if (!rules) return fail(context, rules.error());
  if (context.json()) {
    Value value;
    value.set("rules", rules->name);
    value.set("version", rules->version);
    value.set("transitions", static_cast<std::int64_t>(rules->base.transitions.size()));
    value.set("escalations", static_cast<std::int64_t>(rules->base.rungs.size()));
    value.set("overrides", static_cast<std::int64_t>(rules->overrides.size()));
    print_json(context, value);
    return 0;
  }
  context.out << say(context.lang,
                     "{file} is valid: rules '{name}' version {version}, {transitions} events, "
                     "{rungs} rungs, {overrides} overrides",
                     {{"file", file},
                      {"name", rules->name},
                      {"version", std::to_string(rules->version)},
                      {"transitions", std::to_string(rules->base.transitions.size())},
                      {"rungs", std::to_string(rules->base.rungs.size())},
                      {"overrides", std::to_string(rules->overrides.size())}})
              << '\n';
  return 0;
}

Result<int> activate(Context& context, const std::string& file, bool dry_run) {
  DUBAN_TRY(const std::string text, read_text(file));
  const Checked<Rules> rules = load_rules(text, file);  // all its faults, under its own name
  if (!rules) return fail(context, rules.error());
  DUBAN_TRY(const World world, duban::world(context));
  std::vector<TaskChange> changes;
  const ChangeVisitor visit = listed_changes(context, changes);
  ActivateReceipt receipt;
  if (dry_run) {
    DUBAN_TRY(receipt, rehearse_activation(world, BasisPart::rules, text, visit));
  } else {
    DUBAN_TRY(receipt,
              duban::activate(world, BasisPart::rules, text, {}, Event::activate, {}, visit));
  }
  print_activation(context, receipt, changes, dry_run);
  return 0;
}

Result<int> show(Context& context) {
  DUBAN_TRY(const std::unique_ptr<Reading> reading, duban::reading(context));
  DUBAN_TRY(const std::optional<BasisTexts> texts,
            reading->view().basis_texts(reading->meta().basis));
  if (!texts) {
    return failed(Errc::corrupt, "the store has no texts of the basis in force, {hash}",
                  {{"hash", reading->meta().basis}});
  }
  if (context.json()) {
    print_json(context, Value::Object{{"basis", reading->meta().basis}, {"text", texts->rules}});
    return 0;
  }
  context.out << texts->rules;
  if (!texts->rules.ends_with('\n')) context.out << '\n';
  return 0;
}

}  // namespace

void add_rules(CLI::App& app, Context& context) {
  CLI::App* rules = add_command(app, "rules", "rule files: check, test, simulate, activate, show",
                                "duban rules check rules.yaml\n"
                                "duban rules activate rules.yaml --as root");
  needs_command(rules);
  auto file = std::make_shared<std::string>();
  CLI::App* command = add_command(*rules, "check", "say all that is wrong with a rule file",
                                  "duban rules check rules.yaml");
  argument(command, "FILE", *file, "a rule file");
  runs(command, context, [&context, file] { return check(context, *file); });

  add_rules_test(*rules, context);
  add_rules_simulate(*rules, context);

  command = add_command(*rules, "activate", "put a rule file in force; by an admin",
                        "duban rules activate rules.yaml --dry-run\n"
                        "duban rules activate rules.yaml --as root --verbose");
  argument(command, "FILE", *file, "a rule file");
  auto dry_run = std::make_shared<bool>(false);
  flag(command, "--dry-run", *dry_run,
       "show what would change for live tasks; --verbose or JSON: for each");
  runs(command, context, [&context, file, dry_run] { return activate(context, *file, *dry_run); });

  command = add_command(*rules, "show", "print the rules in force, whose lines refusals name",
                        "duban rules show > rules.yaml");
  runs(command, context, [&context] { return show(context); });
}

}  // namespace duban
