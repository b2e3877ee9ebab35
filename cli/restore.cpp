// `duban restore`: a workspace from a backup, judged before anybody sees it.
#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <set>

#include "audit/check.hpp"
#include "cli/answer.hpp"
#include "cli/backup_words.hpp"
#include "cli/command.hpp"
#include "cli/compiler.hpp"
#include "cli/findings.hpp"
#include "cli/known_head.hpp"
#include "cli/scaffold.hpp"
#include "engine/log/entry_text.hpp"
#include "storage/sharing.hpp"
#include "storage/sqlite_store.hpp"
#include "storage/upkeep.hpp"

namespace duban {
namespace {
namespace fs = std::filesystem;

struct Options {
  std::string file;
  std::string directory;
  std::string group;
  std::string head;
  std::string against;
};

/// What is known to have been recorded and is not in the backup.
struct Lack {
  std::int64_t entries = 0;
  std::string from;  ///< when the first of them was recorded; empty where only a head is known
};

class Restore {
 public:
  Restore(Context& context, const Options& options, BackupReader reader)
      : context_(context), options_(options), reader_(std::move(reader)) {}

  Status unpack(const fs::path& place, const Sharers& sharers) {
    DUBAN_TRY(scaffold_, Scaffold::raise(place, sharers));
    folder_mode_ = folder_mode(sharers.group ? Sharing::group : Sharing::owner);
    const auto progress = counting(context_, "unpacking: {done} of {all} bytes");
    std::int64_t done = 0;
    for (BackupMember member;;) {
      DUBAN_TRY(const bool more, reader_.next(member));
      if (!more) break;
      if (member.size < 0) {
        lacking_.insert(member.sha256);
        continue;
      }
      DUBAN_TRY(write(member));
      done += member.size;
      if (progress) progress(done, head().bytes);
    }
    for (const fs::path& folder : folders_) DUBAN_TRY(storage::sync_folder(folder.string()));
    return {};
  }

  /// Looks at all that lies in the scaffold; what only the audit finds is in the report.
  Status judge() {
    const int wait = Settings().busy_timeout_ms;
    DUBAN_TRY(check_settings());
    // Before any question is put to tables that somebody else may have made.
    const Result<DatabaseFaults> faults =
        database_faults((scaffold_->path() / database_file).string(), wait);
    if (!faults && faults.error().code != Errc::corrupt) return tl::make_unexpected(faults.error());
    if (!faults) return damaged(to_text(faults.error().message));
    if (!faults->layout.empty()) {
      return failed(Errc::bad_file,
                    "{file} cannot be restored: {object} of its database is not as duban makes it",
                    {{"file", options_.file}, {"object", faults->layout.front().object}});
    }
    if (!faults->broken.empty()) return damaged(faults->broken.front());
    // Opened for writing: the last to leave such a database clears its -wal and -shm away.
    DUBAN_TRY(const auto workspace, open_ports(scaffold_->path(), Settings(), Access::write));
    DUBAN_TRY(const std::unique_ptr<View> view, workspace->store->read());
    DUBAN_TRY(check_head(*view));
    DUBAN_TRY(report_, audit::check(*view, *workspace->vault));
    const std::int64_t of_evidence = head().files - 2 + head().lacks;
    if (of_evidence != static_cast<std::int64_t>(report_.files.size())) return not_its_manifest();
    DUBAN_TRY(replay_too(*view, *workspace->compiler, report_.findings));
    DUBAN_TRY(compare(*view));
    last_ = moment_text(*view, *workspace->compiler, head().last);
    return {};
  }

  /// Whether nothing was found but what the backup itself says it lacks.
  bool is_sound() const {
    std::int64_t known = 0;
    for (const audit::NamedFile& file : report_.files)
      known += !file.sound && lacking_.count(file.sha256) == 1;
    return report_.findings.total() == known;
  }

  Status publish(const fs::path& place) { return scaffold_->move_to(place); }

  const BackupHead& head() const { return reader_.head(); }
  const audit::CheckReport& report() const { return report_; }
  const std::string& last() const { return last_; }
  const Lack& lack() const { return lack_; }
  const Settings& settings() const { return settings_; }

 private:
  Status make_folder(const fs::path& folder) {
    if (!folders_.insert(folder).second) return {};
    if (::mkdir(folder.c_str(), 0700) != 0 || ::chmod(folder.c_str(), folder_mode_) != 0)
      return storage::not_written(folder.string());
    return {};
  }

  /// The names of members are made of hashes, or one of two: none leads out of the scaffold.
  Status write(const BackupMember& member) {
    const fs::path path = scaffold_->path() / member.name;
    if (path.parent_path() != scaffold_->path()) {
      DUBAN_TRY(make_folder(scaffold_->path() / "evidence"));
      DUBAN_TRY(make_folder(path.parent_path()));
    }
    const storage::File file(
        ::open(path.c_str(), O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0666));
    if (!file) return storage::not_written(path.string());
    DUBAN_TRY(reader_.unpack(
        [&](std::string_view bytes) { return storage::write_all(file, bytes, path.string()); }));
    return storage::sync_file(file, path.string());
  }

  Status check_settings() {
    const fs::path file = scaffold_->path() / workspace_file;
    DUBAN_TRY(const std::string text, read_text(file));
    const Checked<Settings> settings = read_settings(text, workspace_file);
    if (!settings) return tl::make_unexpected(settings.error().front());
    settings_ = *settings;
    return {};
  }

  Status check_head(View& view) {
    DUBAN_TRY(const Meta meta, view.meta());
    if (meta.workspace == head().workspace && meta.rehearsal == head().rehearsal &&
        meta.last_time == head().last && meta.size == head().size && meta.root == head().root)
      return {};
    return not_its_manifest();
  }

  tl::unexpected<Error> damaged(const std::string& reason) const {
    return failed(Errc::bad_file, "{file} cannot be restored: its database is damaged ({reason})",
                  {{"file", options_.file}, {"reason", reason}});
  }

  tl::unexpected<Error> not_its_manifest() const {
    return failed(Errc::bad_file, "{file} cannot be restored: its manifest is not of its database",
                  {{"file", options_.file}});
  }

  tl::unexpected<Error> another_history(const std::string& other) const {
    return failed(Errc::conflict,
                  "{file} is not an earlier state of {other}: the entries that both have differ",
                  {{"file", options_.file}, {"other", other}});
  }

  /// With what the caller knows of later entries.
  Status compare(View& view) {
    if (!options_.head.empty()) {
      DUBAN_TRY(const KnownHead known, parse_head(options_.head));
      DUBAN_TRY(const bool continued, continues(view, known));
      if (!continued) return another_history("'" + options_.head + "'");
      lack_.entries = std::max<std::int64_t>(known.size - head().size, 0);
    }
    if (options_.against.empty()) return {};
    DUBAN_TRY(const auto store,
              SqliteStore::open((fs::path(options_.against) / database_file).string(),
                                SqliteStore::Mode::read));
    DUBAN_TRY(const std::unique_ptr<View> later, store->read());
    DUBAN_TRY(const Meta meta, later->meta());
    const bool newer = meta.size > head().size;
    DUBAN_TRY(const bool continued, newer ? continues(*later, {head().size, head().root})
                                          : continues(view, {meta.size, meta.root}));
    if (!continued) return another_history(options_.against);
    if (!newer) return {};
    lack_.entries = std::max(lack_.entries, meta.size - head().size);
    DUBAN_TRY(const std::string body, later->entry_body(head().size));
    DUBAN_TRY(const Entry first, parse_entry(body));
    Compiler compiler;
    lack_.from = moment_text(*later, compiler, first.recorded);
    return {};
  }

  Context& context_;
  const Options& options_;
  BackupReader reader_;
  std::unique_ptr<Scaffold> scaffold_;
  mode_t folder_mode_ = 0700;
  std::set<fs::path> folders_;
  std::set<std::string> lacking_;  // by hash
  Settings settings_;
  audit::CheckReport report_;
  Lack lack_;
  std::string last_;
};

Value json_of(Context& context, const Options& options, const Restore& restore, bool done) {
  Value value = json_of(restore.head());
  value.set("ok", restore.report().findings.none());
  value.set("restored", done);
  value.set("directory", options.directory);
  value.set("newer", restore.lack().entries);
  value.set("findings", json_of(context.lang, restore.report().findings));
  value.set("findings_total", restore.report().findings.total());
  return value;
}

void print_lack(Context& context, const Options& options, const Restore& restore) {
  const Lang lang = context.lang;
  const Lack& lack = restore.lack();
  context.out << say(lang, "What was recorded after that is not in it.") << '\n';
  const Values values{{"count", std::to_string(lack.entries)},
                      {"first", std::to_string(restore.head().size)},
                      {"at", lack.from},
                      {"other", options.against}};
  if (!lack.from.empty()) {
    context.out << say(lang,
                       "{count} entries are missing that {other} has, from entry {first} of {at} "
                       "on; have them entered again.",
                       values)
                << '\n';
  } else if (lack.entries > 0) {
    context.out << say(lang,
                       "{count} entries are missing that were there when the head was printed, "
                       "from entry {first} on; have them entered again.",
                       values)
                << '\n';
  }
}

void print_restored(Context& context, const Options& options, const Restore& restore) {
  const Lang lang = context.lang;
  const BackupHead& head = restore.head();
  context.out << say(lang,
                     "{directory} holds {entries} entries, the last of {last}, and {files} "
                     "files",
                     {{"directory", options.directory},
                      {"entries", std::to_string(head.size)},
                      {"last", restore.last()},
                      {"files", std::to_string(head.files)}})
              << '\n';
  print_lack(context, options, restore);
  if (head.lacks > 0) {
    context.out << say(lang, "It lacks files that entries name: {count}.",
                       {{"count", std::to_string(head.lacks)}})
                << '\n';
  }
  // Nothing else in a backup is bound by the log, and this loosens what the log is kept by.
  if (const int days = restore.settings().max_gap_days; days > Settings().max_gap_days) {
    context.out << say(lang,
                       "Its duban.yaml lets a clock run {days} days ahead (max_gap); see that this "
                       "is meant.",
                       {{"days", std::to_string(days)}})
                << '\n';
  }
  context.out << say(lang,
                     "Where the workspace that it replaces still is, nobody may work any "
                     "more.")
              << '\n';
  print_head(context, head.size, head.root);
}

Result<int> restore_backup(Context& context, const Options& options) {
  if (!context.at.empty())
    return failed(Errc::usage, "a backup is restored as it is; leave out --at");
  const fs::path place = place_of(options.directory);
  DUBAN_TRY(check_place(place, options.directory));
  DUBAN_TRY(const Sharers sharers, sharers_of(options.group));
  if (!options.head.empty()) DUBAN_TRY(parse_head(options.head));
  DUBAN_TRY(BackupReader reader, BackupReader::open(options.file));
  Restore restore(context, options, std::move(reader));
  DUBAN_TRY(restore.unpack(place, sharers));
  DUBAN_TRY(restore.judge());
  const bool sound = restore.is_sound();
  const int status = restore.report().findings.none() ? 0 : 1;
  if (sound) {
    DUBAN_TRY(restore.publish(place));
    context.settled = status;
  }
  if (context.json()) {
    print_json(context, json_of(context, options, restore, sound));
  } else {
    print_findings(context, restore.report().findings);
    if (sound)
      print_restored(context, options, restore);
    else
      context.out << say(context.lang, "{count} findings in {entries} entries",
                         {{"count", std::to_string(restore.report().findings.total())},
                          {"entries", std::to_string(restore.report().size)}})
                  << '\n'
                  << say(context.lang, "nothing was restored") << '\n';
  }
  return status;
}

}  // namespace

void add_restore(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      add_command(app, "restore", "a workspace from a backup, once it is found sound (恢复备份)",
                  "duban restore /backups/office-2018-03-01.tar office\n"
                  "duban restore /backups/office-2018-03-01.tar office --against office.broken\n"
                  "duban restore /backups/office-2018-03-01.tar office --head 'size=849 root=...'");
  argument(command, "FILE", options->file, "a backup");
  argument(command, "DIR", options->directory, "where; an empty directory, or none yet");
  option(command, "--against", options->against,
         "the workspace that is replaced, if it can be read: says what the backup lacks of it",
         "DIR");
  option(command, "--head", options->head,
         "a later head that was written down: says how many entries are missing", "HEAD");
  option(command, "--group", options->group, "share it with this group of the system", "G");
  runs(command, context, [&context, options] { return restore_backup(context, *options); });
}

}  // namespace duban
