// `duban rules activate`: a rule file in force, when it is proved sound or an admin takes what it
// lacks.
#include <algorithm>

#include "cli/activation.hpp"
#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/proof.hpp"
#include "cli/rule_text.hpp"
#include "engine/base/utf8.hpp"
#include "engine/policy/permission.hpp"
#include "rules/load.hpp"

namespace duban {
namespace {

struct Options {
  std::string file;
  bool dry_run = false;
  std::vector<std::string> despite;
  std::string note;
};

/// The properties that are named, in order, each once.
Result<std::vector<int>> named_properties(const Options& options) {
  std::vector<int> numbers;
  for (const std::string& text : options.despite) {
    if (text.size() != 1 || text[0] < '1' || text[0] > '0' + property_count) {
      return failed(Errc::usage, "--despite takes the number of a property, 1 to 8, not '{value}'",
                    {{"value", text}});
    }
    numbers.push_back(text[0] - '0');
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

/// What is to be taken; the first number that names nothing to take, or nothing that may be taken,
/// refuses it.
Result<std::optional<Despite>> to_be_taken(const Options& options, const Verdict& verdict) {
  DUBAN_TRY(const std::vector<int> numbers, named_properties(options));
  const std::vector<LackedProperty> lacks = lacks_of(verdict);
  Despite despite{{}, options.note};
  for (const int number : numbers) {
    const Values values{{"number", std::to_string(number)}};
    const auto lack = std::find_if(lacks.begin(), lacks.end(), [&](const LackedProperty& each) {
      return each.property == number;
    });
    if (lack == lacks.end()) {
      return failed(Errc::argument, "property {number} holds: leave --despite {number} out",
                    values);
    }
    if (!may_be_taken(*lack)) {
      return failed(Errc::forbidden,
                    "property {number} is broken, and no rules are put in force in spite of that; "
                    "2, 4, 5, 7 and 8 may be taken",
                    values);
    }
    despite.lacks.push_back(*lack);
  }
  if (despite.lacks.empty()) {
    if (options.note.empty()) return std::optional<Despite>();
    return failed(Errc::usage, "--note says why with --despite, and stands nowhere without it");
  }
  if (is_blank(options.note)) {
    auto refusal = failed(Errc::missing, "--despite needs a note that says why (--note)");
    refusal.value().missing = {"note"};
    return refusal;
  }
  if (options.note.size() > note_bytes_max) {
    return failed(Errc::argument, "the note is longer than {max} bytes; attach it as evidence",
                  {{"max", std::to_string(note_bytes_max)}});
  }
  return std::optional(std::move(despite));
}

bool is_all(const std::optional<Despite>& despite, const Verdict& verdict) {
  return lacks_of(verdict).size() == (despite ? despite->lacks.size() : 0);
}

Result<int> activate(Context& context, const Options& options) {
  DUBAN_TRY(const RuleText given, rule_text(options.file));
  const Checked<Rules> rules = load_rules(given.text, given.file);  // all its faults
  if (!rules) return fail(context, rules.error());
  const Checked<ProofOffice> office = office_of(context, *rules, {});
  if (!office) return fail(context, office.error());
  DUBAN_TRY(const Verdict verdict,
            prove(*rules, office->directory, office->people, office->calendar, office->leads));
  DUBAN_TRY(const std::optional<Despite> despite, to_be_taken(options, verdict));
  if (!is_all(despite, verdict))
    return refuse_flawed(context, verdict, *rules, given.text, *office);
  if (!context.json()) print_warnings(context, context.err, verdict);
  DUBAN_TRY(const World world, duban::world(context));
  std::vector<TaskChange> changes;
  const ChangeVisitor visit = listed_changes(context, changes);
  ActivateReceipt receipt;
  if (options.dry_run) {
    DUBAN_TRY(receipt, rehearse_activation(world, BasisPart::rules, given.text, visit));
  } else {
    Value data;
    if (despite) add_to(data, *despite);
    DUBAN_TRY(receipt, duban::activate(world, BasisPart::rules, given.text, {}, Event::activate,
                                       std::move(data), visit));
    context.settled = 0;
  }
  print_activation(context, receipt, changes, options.dry_run);
  return 0;
}

}  // namespace

void add_rules_activate(CLI::App& rules, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      add_command(rules, "activate", "put a rule file in force; by an admin",
                  "duban rules activate rules.yaml --dry-run\n"
                  "duban rules activate three-colour\n"
                  "duban rules activate rules.yaml --as root --verbose\n"
                  "duban rules activate rules.yaml --despite 2 --note 全市仅一家督查机构");
  argument(command, "FILE", options->file, "a rule file, or the name of a shipped one");
  flag(command, "--dry-run", options->dry_run,
       "show what would change for live tasks; --verbose or JSON: for each");
  repeated(command, "--despite", options->despite,
           "though it lacks this property of docs/proof.md (2, 4, 5, 7, 8, or one not explored)",
           "N");
  option(command, "--note", options->note, "why, with --despite", "T");
  runs(command, context, [&context, options] { return activate(context, *options); });
}

}  // namespace duban
