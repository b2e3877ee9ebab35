// `duban doctor`: what is wrong with this workspace, and what to do.
#include "cli/answer.hpp"
#include "cli/checkup.hpp"
#include "cli/command.hpp"
#include "cli/scaffold.hpp"

namespace duban {
namespace {
namespace fs = std::filesystem;

/// The workspace as it was named or found, however broken it is.
Result<fs::path> find_patient(const Context& context) {
  std::error_code failure;
  if (!context.directory.empty()) {
    if (fs::is_directory(context.directory, failure)) return fs::absolute(context.directory);
    return failed(Errc::not_found, "there is no directory {directory}",
                  {{"directory", context.directory}});
  }
  const auto found = find_workspace(fs::current_path(failure));
  if (found) return *found;
  return failed(Errc::not_found,
                "there is no workspace here or above; make one with duban init, or name it with "
                "--workspace");
}

Result<Patient> admit(const Context& context, const std::string& head) {
  Patient patient;
  DUBAN_TRY(const fs::path directory, find_patient(context));
  patient.directory = place_of(directory.string());
  if (!head.empty()) {
    DUBAN_TRY(patient.head, parse_head(head));
  }
  const std::string file = (patient.directory / workspace_file).string();
  if (const Result<std::string> text = read_text(file)) {
    if (const Checked<Settings> settings = read_settings(*text, file)) patient.settings = *settings;
  }
  patient.ports = open_ports(patient.directory, patient.settings, Access::read);
  return patient;
}

std::string health_word(Lang lang, Health health) {
  switch (health) {
    case Health::ok:
      return say(lang, "ok");
    case Health::warning:
      return say(lang, "warning");
    case Health::wrong:
      return say(lang, "wrong");
    case Health::unknown:
      break;
  }
  return say(lang, "unknown");
}

Tint tint_of(Health health) {
  if (health == Health::ok) return Tint::green;
  return health == Health::wrong ? Tint::red : Tint::yellow;
}

std::string sentence(Lang lang, const Checkup& checkup) {
  std::string words = say(lang, checkup.message);
  if (!checkup.more.text.empty()) words += say(lang, "; ") + say(lang, checkup.more);
  return words;
}

void print(Context& context, const std::vector<Checkup>& list) {
  const Lang lang = context.lang;
  for (const Checkup& checkup : list) {
    const std::string word = padded(health_word(lang, checkup.health), 9);
    context.out << tinted(word, tint_of(checkup.health), context.screen)
                << padded(say(lang, checkup.check), 13) << shown(sentence(lang, checkup)) << '\n';
  }
}

Result<int> examine(Context& context, const std::string& head) {
  if (!context.at.empty())
    return failed(Errc::usage, "the doctor looks at what is there now; leave out --at");
  DUBAN_TRY(const Patient patient, admit(context, head));
  std::vector<Checkup> list{check_settings(patient),    check_rights(patient),
                            check_file_system(patient), check_space(patient),
                            check_write_ahead(patient), check_lock(patient),
                            check_leftovers(patient),   check_zones(patient)};
  for (Checkup& checkup : check_database(patient)) list.push_back(std::move(checkup));
  int wrong = 0;
  for (const Checkup& checkup : list) wrong += checkup.health == Health::wrong;
  if (!context.json()) {
    print(context, list);
    return wrong == 0 ? 0 : 1;
  }
  Value checks = Value::Array{};
  for (const Checkup& checkup : list) {
    checks.push(Value::Object{{"check", checkup.check},
                              {"result", to_text(checkup.health)},
                              {"message", sentence(context.lang, checkup)}});
  }
  print_json(context, Value::Object{{"ok", wrong == 0},
                                    {"directory", patient.directory.string()},
                                    {"checks", std::move(checks)}});
  return wrong == 0 ? 0 : 1;
}

}  // namespace

std::string_view to_text(Health health) {
  switch (health) {
    case Health::ok:
      return "ok";
    case Health::warning:
      return "warning";
    case Health::wrong:
      return "wrong";
    case Health::unknown:
      break;
  }
  return "unknown";
}

void add_doctor(CLI::App& app, Context& context) {
  auto head = std::make_shared<std::string>();
  CLI::App* command =
      add_command(app, "doctor", "what is wrong with this workspace and what to do (体检)",
                  "duban doctor\nduban doctor --head 'size=849 root=...' --format json");
  option(command, "--head", *head,
         "a head that was written down: says whether the log goes on from it", "HEAD");
  runs(command, context, [&context, head] { return examine(context, *head); });
}

}  // namespace duban
