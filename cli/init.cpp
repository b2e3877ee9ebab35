// A new workspace: built beside its place and moved there whole, or not at all.
#include <sys/random.h>

#include <cerrno>
#include <cstring>

#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/proof.hpp"
#include "cli/rule_text.hpp"
#include "cli/scaffold.hpp"
#include "cli/workspace.hpp"
#include "intake/calendar_file.hpp"
#include "intake/directory_file.hpp"
#include "rules/load.hpp"

namespace duban {
namespace {
namespace fs = std::filesystem;

struct Options {
  std::string directory;
  std::string directory_file;
  std::string rules;
  std::string group;
  std::string office;
  std::vector<std::string> persons;
  bool rehearsal = false;
};

/// 16 hex digits that no other workspace has.
Result<std::string> new_id() {
  unsigned char bytes[8];
  if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes) {
    return failed(Errc::io, "the system gives no random numbers: {reason}",
                  {{"reason", std::strerror(errno)}});
  }
  std::string id;
  for (const unsigned char byte : bytes) {
    id += "0123456789abcdef"[byte >> 4];
    id += "0123456789abcdef"[byte & 15];
  }
  return id;
}

Errors one(const Error& error) { return {error}; }

/// An office of its own has rules for few people.
std::string rules_name(const Options& options) {
  if (!options.rules.empty()) return options.rules;
  return options.office.empty() ? "default" : "county";
}

/// A text as a directory file has it.
std::string quoted_yaml(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

/// The directory of an office that is alone in it, and coordinates. Read like any other, so that
/// its names obey what names obey.
std::string office_text(const Options& options) {
  const std::string office = quoted_yaml(options.office);
  std::string text = "departments:\n  - { name: " + office + " }\nactors:\n";
  for (const std::string& person : options.persons) {
    const std::string id = quoted_yaml(person);
    text += "  - { id: " + id + ", name: " + id + ", department: " + office + " }\n";
  }
  return text + "grants:\n  - { subject: " + office + ", role: coordinator }\n";
}

fs::path people_file(const Options& options, const fs::path& config) {
  return options.directory_file.empty() ? config / "departments" / "hunan.yaml"
                                        : fs::path(options.directory_file);
}

/// The texts of the first basis, from the shipped files and the given directory.
Checked<InitRequest> first_basis(const Options& options) {
  const Result<fs::path> config = shipped_config();
  if (!config) return tl::make_unexpected(one(config.error()));
  InitRequest request;
  request.rehearsal = options.rehearsal;

  Result<RuleText> rules = rule_text(rules_name(options));
  if (!rules) return tl::make_unexpected(one(rules.error()));
  const Checked<Rules> loaded = load_rules(rules->text, rules->file);
  if (!loaded) return tl::make_unexpected(loaded.error());
  request.texts.rules = std::move(rules->text);

  const Checked<Calendar> calendar = read_calendar(*config / "calendars" / loaded->calendar);
  if (!calendar) return tl::make_unexpected(calendar.error());
  request.texts.calendar = calendar->text();

  const fs::path people = people_file(options, *config);
  const Result<std::string> text =
      options.office.empty() ? read_text(people) : Result<std::string>(office_text(options));
  if (!text) return tl::make_unexpected(one(text.error()));
  Checked<DirectoryFile> directory =
      load_directory(*text, options.office.empty() ? people.string() : "--office");
  if (!directory) return tl::make_unexpected(directory.error());
  request.texts.directory = directory->directory.text();
  request.people = std::move(*directory);
  return request;
}

/// The exit status when somebody's own rules are flawed: `init` is no way around `rules activate`.
/// The shipped ones are sound; whoever is to judge by them may still have to be granted the role.
Result<std::optional<int>> refused_rules(Context& context, const Options& options,
                                         const InitRequest& request) {
  DUBAN_TRY(const RuleText given, rule_text(rules_name(options)));
  if (given.shipped) return std::optional<int>();
  const Checked<Rules> rules = load_rules(given.text, given.file);
  if (!rules) return std::optional<int>(fail(context, rules.error()));
  DUBAN_TRY(const fs::path config, shipped_config());
  Checked<ProofOffice> office = office_of(context, *rules, people_file(options, config).string());
  if (!office) return std::optional<int>(fail(context, office.error()));
  if (!options.office.empty()) {
    office->directory_file.clear();
    office->directory = request.people.directory;
    office->people = {};
    for (const Actor& actor : request.people.actors) office->people.actors[actor.id] = actor;
    office->people.grants = request.people.grants;
  }
  DUBAN_TRY(const Verdict verdict,
            prove(*rules, office->directory, office->people, office->calendar));
  if (lacks_of(verdict).empty()) return std::optional<int>();
  return std::optional<int>(refuse_flawed(context, verdict, *rules, given.text, *office));
}

std::string quoted(const std::string& path) {
  return path.find_first_of(" '\"\\$") == path.npos ? path : "'" + path + "'";
}

/// The account speaks for all actors of the directory file: who of them imports has to be said.
std::string first_coordinator(const DirectoryFile& people) {
  for (const Actor& actor : people.actors) {
    for (const Grant& grant : people.grants) {
      if (grant.role == Role::coordinator &&
          (grant.subject == actor.id || grant.subject == actor.department))
        return actor.id;
    }
  }
  return {};
}

void print_made(Context& context, const Options& options, const InitRequest& request) {
  if (context.json()) {
    Value value;
    value.set("workspace", request.workspace);
    value.set("directory", options.directory);
    value.set("rehearsal", options.rehearsal);
    print_json(context, value);
    return;
  }
  const Lang lang = context.lang;
  const std::string coordinator = first_coordinator(request.people);
  const std::string as = coordinator.empty() ? "" : " --as " + coordinator;
  const Values made{{"directory", options.directory}, {"id", request.workspace}};
  context.out << (options.rehearsal
                      ? say(lang, "a rehearsal is ready in {directory}, its id is {id}", made)
                      : say(lang, "a workspace is ready in {directory}, its id is {id}", made))
              << '\n'
              << say(lang, "State secrets do not belong here (涉密事项不得录入).") << '\n'
              << say(lang, "Next:") << '\n'
              << "  cd " << quoted(options.directory) << '\n'
              << (options.office.empty()
                      ? ""
                      : "  duban import plan.docx --plan y2026 --dry-run" + as + "\n")
              << "  duban import plan.docx --plan "
              << (options.office.empty() ? "hn135" + as : "y2026 --register --as " + account_name())
              << (options.rehearsal && context.at.empty() ? " --at 2017-01-20" : "") << '\n'
              << "  duban todo" << as << '\n';
}

Result<int> init(Context& context, const Options& options) {
  if (!context.at.empty() && !options.rehearsal) {
    return failed(Errc::usage,
                  "--at sets the clock of a rehearsal; add --rehearsal or leave it out");
  }
  if (!options.office.empty() && !options.directory_file.empty()) {
    return failed(Errc::usage,
                  "--office makes the directory of an office alone; leave --directory out");
  }
  if (options.office.empty() && !options.persons.empty())
    return failed(Errc::usage, "--person belongs to --office");
  const fs::path place = place_of(options.directory);
  DUBAN_TRY(check_place(place, options.directory));
  DUBAN_TRY(const Sharers sharers, sharers_of(options.group));
  Checked<InitRequest> request = first_basis(options);
  if (!request) return fail(context, request.error());
  DUBAN_TRY(const std::optional<int> refused, refused_rules(context, options, *request));
  if (refused) return *refused;
  DUBAN_TRY(request->workspace, new_id());

  DUBAN_TRY(const std::unique_ptr<Scaffold> scaffold, Scaffold::raise(place, sharers));
  DUBAN_TRY(scaffold->write(workspace_file, settings_text()));
  {
    DUBAN_TRY(const std::unique_ptr<Workspace> made,
              make_ports(scaffold->path(), request->workspace, options.rehearsal));
    DUBAN_TRY(init_workspace(made->world(context), *request));
  }
  DUBAN_TRY(scaffold->move_to(place));
  context.settled = 0;
  print_made(context, options, *request);
  return 0;
}

}  // namespace

void add_init(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      add_command(app, "init", "make a workspace, with the shipped rules and calendar",
                  "duban init office --lang zh\n"
                  "duban init try --rehearsal --at 2017-01-20\n"
                  "duban init office --directory departments.yaml --group duban\n"
                  "duban init office --rules three-colour\n"
                  "duban init office --office 县政府督查室 --person 王丽 --person 李强");
  argument(command, "DIR", options->directory, "where; an empty directory, or none yet");
  flag(command, "--rehearsal", options->rehearsal, "its clock is given with --at (演练)");
  option(command, "--directory", options->directory_file,
         "departments, first actors and grants, as YAML; else the shipped ones", "FILE");
  option(command, "--office", options->office,
         "this office coordinates, and is alone in the directory", "NAME");
  repeated(command, "--person", options->persons, "a person of that office, who acts for it", "P");
  option(command, "--rules", options->rules,
         "a rule file, or the name of a shipped one; else default, with --office county", "FILE");
  option(command, "--group", options->group, "share it with this group of the system", "G");
  runs(command, context, [&context, options] { return init(context, *options); });
}

}  // namespace duban
