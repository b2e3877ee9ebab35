// `duban backup`: the whole workspace as it stands at one moment, in one file.
#include <sys/stat.h>

#include "audit/check.hpp"
#include "cli/answer.hpp"
#include "cli/backup_words.hpp"
#include "cli/command.hpp"
#include "cli/findings.hpp"
#include "cli/scaffold.hpp"
#include "engine/log/sha256.hpp"
#include "storage/backup_file.hpp"
#include "storage/sqlite_store.hpp"
#include "storage/upkeep.hpp"

namespace duban {
namespace {
namespace fs = std::filesystem;

/// A backup in the making: first the database, at one moment; then all files that its entries name,
/// which were there before the entries were.
class Backup {
 public:
  Backup(Context& context, fs::path place, bool replays)
      : context_(context),
        workspace_(*context.workspace),
        place_(std::move(place)),
        replays_(replays) {}

  /// Copies, looks at every entry and file of the copy, and writes the file beside its place.
  Status make() {
    DUBAN_TRY(scaffold_, Scaffold::raise(place_, {}));
    copy_ = (scaffold_->path() / database_file).string();
    const int wait = workspace_.settings.busy_timeout_ms;
    DUBAN_TRY(copy_database((workspace_.directory / database_file).string(), copy_, wait,
                            counting(context_, "copying: {done} of {all} pages")));
    DUBAN_TRY(const DatabaseFaults faults, database_faults(copy_, wait));
    if (!faults.broken.empty()) {
      return failed(Errc::corrupt,
                    "the database {file} is damaged ({reason}); restore it from a "
                    "backup",
                    {{"file", (workspace_.directory / database_file).string()},
                     {"reason", faults.broken.front()}});
    }
    // Tables of somebody else's making are not asked more than need be.
    replays_ = replays_ && faults.layout.empty();
    DUBAN_TRY(look());
    DUBAN_TRY(list());
    return write_backup(
        written().string(), head_, members_,
        [this](const BackupMember& member) { return path_of(member).string(); },
        counting(context_, "writing: {done} of {all} bytes"));
  }

  /// Gives it its name; nothing is overwritten.
  Status publish() {
    DUBAN_TRY(name_is_durable_, storage::move_new(written().string(), place_.string()));
    scaffold_.reset();
    return {};
  }

  const BackupHead& head() const { return head_; }
  const audit::CheckReport& report() const { return report_; }
  const std::string& last() const { return last_; }
  /// Whether the tables were compared with the log.
  bool replayed() const { return replays_; }
  bool name_is_durable() const { return name_is_durable_; }

 private:
  fs::path written() const { return scaffold_->path() / "backup.tar"; }
  fs::path path_of(const BackupMember& member) const {
    return member.name == database_file ? fs::path(copy_) : workspace_.directory / member.name;
  }

  Status look() {
    DUBAN_TRY(const auto store, SqliteStore::open(copy_, SqliteStore::Mode::read));
    DUBAN_TRY(const std::unique_ptr<View> view, store->read());
    DUBAN_TRY(report_, audit::check(*view, *workspace_.vault));
    // Without rules in force nobody can work in what is restored.
    if (const auto basis = basis_in_force(*view, *workspace_.compiler); !basis)
      report_.findings.add({.what = "basis", .message = basis.error().message});
    if (replays_) DUBAN_TRY(replay_too(*view, *workspace_.compiler, report_.findings));
    DUBAN_TRY(const Meta meta, view->meta());
    head_.workspace = meta.workspace;
    head_.rehearsal = meta.rehearsal;
    head_.size = meta.size;
    head_.root = meta.root;
    head_.last = meta.last_time;
    last_ = moment_text(*view, *workspace_.compiler, meta.last_time);
    return {};
  }

  Status list() {
    for (const char* name : {workspace_file, database_file}) {
      BackupMember member{name, {}, 0};
      Sha256 hash;
      DUBAN_TRY(storage::read_blocks(path_of(member).string(), [&](std::string_view bytes) {
        hash.add(bytes);
        member.size += static_cast<std::int64_t>(bytes.size());
        return Status();
      }));
      member.sha256 = to_hex(hash.finish());
      members_.push_back(std::move(member));
    }
    std::map<std::string, std::int64_t> files;  // in the order of their names
    for (const audit::NamedFile& file : report_.files)
      files.emplace(file.sha256, file.sound ? file.size : -1);
    for (const auto& [hash, size] : files) members_.push_back({evidence_name(hash), hash, size});
    return {};
  }

  Context& context_;
  Workspace& workspace_;
  fs::path place_;
  bool replays_;
  bool name_is_durable_ = true;
  std::unique_ptr<Scaffold> scaffold_;
  std::string copy_;
  audit::CheckReport report_;
  BackupHead head_;
  std::string last_;
  std::vector<BackupMember> members_;
};

/// Whether what the audit found are lost files alone: then it can be restored, without them.
bool can_be_restored(const Backup& backup) {
  return backup.report().findings.total() == backup.head().lacks;
}

void print_made(Context& context, const std::string& file, const Backup& backup) {
  const Lang lang = context.lang;
  const BackupHead& head = backup.head();
  if (context.json()) {
    Value value = json_of(head);
    value.set("file", file);
    value.set("ok", backup.report().findings.none());
    value.set("replayed", backup.replayed());
    value.set("name_is_durable", backup.name_is_durable());
    value.set("findings", json_of(lang, backup.report().findings));
    value.set("findings_total", backup.report().findings.total());
    print_json(context, value);
    return;
  }
  print_findings(context, backup.report().findings);
  context.out << say(lang,
                     "{file} holds {entries} entries, the last of {last}, and {files} files, "
                     "{bytes} bytes",
                     {{"file", shown(file)},
                      {"entries", std::to_string(head.size)},
                      {"last", backup.last()},
                      {"files", std::to_string(head.files)},
                      {"bytes", std::to_string(head.bytes)}})
              << '\n';
  if (head.lacks > 0) {
    context.out << say(lang, "It lacks files that entries name: {count}.",
                       {{"count", std::to_string(head.lacks)}})
                << '\n';
  }
  if (!can_be_restored(backup)) {
    context.out << say(lang, "'duban restore' will refuse it as it is.") << '\n';
  }
  context.out << say(lang, backup.replayed()
                               ? "Judged were its log, its files and its tables."
                               : "Judged were its log and its files, not its tables: '--replay' "
                                 "compares them with the log, as 'duban restore' does.")
              << '\n';
  if (!backup.name_is_durable()) {
    context.out << say(lang,
                       "Its file system cannot confirm that the name of a new file is kept; look "
                       "later whether {file} is still there.",
                       {{"file", shown(file)}})
                << '\n';
  }
  print_head(context, head.size, head.root);
}

Result<int> make_backup(Context& context, const std::string& file, bool replays) {
  if (!context.at.empty())
    return failed(Errc::usage, "a backup is of what is there now; leave out --at");
  const fs::path place = place_of(file);
  struct stat there = {};
  if (::lstat(place.c_str(), &there) == 0) {
    return failed(Errc::conflict, "{file} is there already; nothing was overwritten",
                  {{"file", file}});
  }
  DUBAN_TRY(context.workspace, open_workspace(context, Access::read));
  Backup backup(context, place, replays);
  DUBAN_TRY(backup.make());
  DUBAN_TRY(backup.publish());
  const int status = backup.report().findings.none() ? 0 : 1;
  context.settled = status;
  print_made(context, file, backup);
  return status;
}

}  // namespace

void add_backup(CLI::App& app, Context& context) {
  auto file = std::make_shared<std::string>();
  auto replays = std::make_shared<bool>(false);
  CLI::App* command =
      add_command(app, "backup", "the whole workspace in one file, while others work (备份)",
                  "duban backup /backups/office-2018-03-01.tar");
  argument(command, "FILE", *file, "a new file; nothing is overwritten");
  flag(command, "--replay", *replays, "compare the tables with the log too, as restore does");
  runs(command, context,
       [&context, file, replays] { return make_backup(context, *file, *replays); });
}

}  // namespace duban
