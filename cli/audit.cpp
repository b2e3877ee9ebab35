// Audits: is the log whole, and are the tables what it says?
#include "audit/check.hpp"
#include "audit/compare.hpp"
#include "audit/replay.hpp"
#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/findings.hpp"
#include "cli/workspace.hpp"
#include "engine/log/base64.hpp"

namespace duban {
namespace {

/// Audits read the store as it is, whatever day it is.
Result<World> open_for_audit(Context& context) {
  if (!context.at.empty()) return failed(Errc::usage, "audits read the whole log; leave out --at");
  DUBAN_TRY(context.workspace, open_workspace(context, Access::read));
  return context.workspace->world(context);
}

Value json_of(const std::vector<audit::NamedFile>& alike) {
  Value files = Value::Array{};
  for (const audit::NamedFile& file : alike) {
    files.push(Value::Object{
        {"entry", file.seq}, {"name", file.name}, {"by", file.by}, {"sha256", file.sha256}});
  }
  return Value::Object{{"task", to_text(*alike.front().task)}, {"files", std::move(files)}};
}

/// Evidence that is perhaps one paper handed in twice.
void print_alike(Context& context, const std::vector<audit::NamedFile>& alike) {
  const Lang lang = context.lang;
  std::string files;
  for (const audit::NamedFile& file : alike) {
    files += files.empty() ? "" : say(lang, ", ");
    files += say(lang, "'{name}' by {who} (entry {seq})",
                 {{"name", file.name}, {"who", file.by}, {"seq", std::to_string(file.seq)}});
  }
  context.out << to_text(*alike.front().task) << ": "
              << shown(say(lang,
                           "{files} differ only in blanks and line ends; see whether it is one "
                           "paper handed in twice",
                           {{"files", files}}))
              << '\n';
}

Result<int> check(Context& context) {
  DUBAN_TRY(const World world, open_for_audit(context));
  DUBAN_TRY(const std::unique_ptr<View> view, world.store.read());
  DUBAN_TRY(const audit::CheckReport report, audit::check(*view, world.vault));
  const bool sound = report.findings.none();
  if (context.json()) {
    Value alike = Value::Array{};
    for (const auto& files : report.alike) alike.push(json_of(files));
    print_json(context, Value::Object{{"ok", sound},
                                      {"alike", std::move(alike)},
                                      {"size", report.size},
                                      {"root", to_base64(report.root)},
                                      {"files", static_cast<std::int64_t>(report.files.size())},
                                      {"findings", json_of(context.lang, report.findings)},
                                      {"findings_total", report.findings.total()}});
    return sound ? 0 : 1;
  }
  print_findings(context, report.findings);
  for (const auto& files : report.alike) print_alike(context, files);
  if (sound) {
    context.out << say(context.lang,
                       "{entries} entries, {files} files: the log is whole and unaltered",
                       {{"entries", std::to_string(report.size)},
                        {"files", std::to_string(report.files.size())}})
                << '\n';
  } else {
    context.out << say(context.lang, "{count} findings in {entries} entries",
                       {{"count", std::to_string(report.findings.total())},
                        {"entries", std::to_string(report.size)}})
                << '\n';
  }
  print_head(context, report.size, report.root);
  return sound ? 0 : 1;
}

Result<int> replay(Context& context) {
  DUBAN_TRY(const World world, open_for_audit(context));
  DUBAN_TRY(const std::unique_ptr<View> view, world.store.read());
  DUBAN_TRY(audit::Replay replay, audit::replay(*view, world.compiler));
  DUBAN_TRY(audit::compare(*view, *replay.derived, replay.findings));
  const bool same = replay.findings.none();
  if (context.json()) {
    print_json(context, Value::Object{{"ok", same},
                                      {"entries", replay.entries},
                                      {"findings", json_of(context.lang, replay.findings)},
                                      {"findings_total", replay.findings.total()}});
    return same ? 0 : 1;
  }
  print_findings(context, replay.findings);
  if (!same) {
    context.out << say(context.lang, "{count} findings in {entries} entries",
                       {{"count", std::to_string(replay.findings.total())},
                        {"entries", std::to_string(replay.entries)}})
                << '\n';
    return 1;
  }
  DUBAN_TRY(const RowCounts rows, view->row_counts());
  context.out << say(context.lang,
                     "{entries} entries, {tasks} tasks: the tables are what the log says",
                     {{"entries", std::to_string(replay.entries)},
                      {"tasks", std::to_string(rows.tasks)}})
              << '\n';
  return 0;
}

}  // namespace

void add_audit(CLI::App& app, Context& context) {
  CLI::App* audit = add_command(app, "audit", "prove the log: check, replay (审计)",
                                "duban audit check\nduban audit replay");
  needs_command(audit);
  CLI::App* command =
      add_command(*audit, "check", "is the log whole and unaltered, are the files there it names",
                  "duban audit check --format json");
  runs(command, context, [&context] { return check(context); });
  command = add_command(*audit, "replay",
                        "derive everything anew from the log, and compare it with the tables",
                        "duban audit replay");
  runs(command, context, [&context] { return replay(context); });
}

}  // namespace duban
