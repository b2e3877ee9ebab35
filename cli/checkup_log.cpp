// The doctor's look into the database: what it says of itself, and whether the days go on.
#include <sys/stat.h>

#include <algorithm>
#include <set>

#include "audit/compare.hpp"
#include "audit/named_files.hpp"
#include "audit/replay.hpp"
#include "cli/checkup.hpp"
#include "cli/proof.hpp"
#include "engine/log/entry_text.hpp"
#include "storage/backup_file.hpp"
#include "storage/upkeep.hpp"

namespace duban {
namespace {

/// In the evening the last night is that of the day before; an older one is missing.
constexpr int nights_apart_max = 1;

/// One reading of the database, asked check by check.
class Look {
 public:
  Look(const Patient& patient, View& view, World world)
      : patient_(patient), view_(view), world_(std::move(world)), meta_(view.meta()) {}

  std::vector<Checkup> all() {
    std::vector<Checkup> list;
    const auto ask = [&](const char* check, Result<Checkup> (Look::*question)()) {
      Result<Checkup> found = (this->*question)();
      if (found) {
        found->check = check;
        list.push_back(*std::move(found));
      } else {
        list.push_back({check, Health::wrong, found.error().message});
      }
    };
    ask("tree", &Look::tree);
    ask("basis", &Look::basis);
    ask("tables", &Look::tables);
    ask("clock", &Look::clock);
    ask("calendar", &Look::calendar);
    ask("night", &Look::night);
    ask("people", &Look::people);
    ask("evidence", &Look::evidence);
    if (patient_.head) ask("head", &Look::head);
    return list;
  }

 private:
  static Checkup ok(Message message) { return {{}, Health::ok, std::move(message)}; }
  static Checkup warning(Message message) { return {{}, Health::warning, std::move(message)}; }
  static Checkup wrong(Message message) { return {{}, Health::wrong, std::move(message)}; }

  Result<std::shared_ptr<const Basis>> in_force() { return basis_in_force(view_, world_.compiler); }

  Result<Checkup> tree() {
    DUBAN_TRY(const Meta meta, meta_);
    std::int64_t entries = 0;
    DUBAN_TRY(view_.each_entry(0, std::numeric_limits<std::int64_t>::max(),
                               [&](std::int64_t, std::string_view) -> Result<bool> {
                                 ++entries;
                                 return true;
                               }));
    const Values values{{"entries", std::to_string(entries)}, {"size", std::to_string(meta.size)}};
    if (entries == meta.size) return ok({"the log has {entries} entries, as its tree has", values});
    return wrong(
        {"the log has {entries} entries and its tree {size}; run duban audit check, and "
         "restore a backup",
         values});
  }

  Result<Checkup> basis() {
    DUBAN_TRY(const auto basis, in_force());
    Checkup found = ok({"rules, calendar and directory in force can be read: {hash}",
                        {{"hash", basis->hash.substr(0, 12)}}});
    DUBAN_TRY(const std::optional<RulesTaken> taken, rules_taken_despite(view_));
    if (!taken) return found;
    found.health = Health::warning;
    found.more = taken_words(*taken);
    return found;
  }

  Result<Checkup> tables() {
    DUBAN_TRY(audit::Replay replay, audit::replay(view_, world_.compiler));
    DUBAN_TRY(audit::compare(view_, *replay.derived, replay.findings));
    const Values values{{"entries", std::to_string(replay.entries)},
                        {"count", std::to_string(replay.findings.total())}};
    if (replay.findings.none())
      return ok({"they are what the {entries} entries of the log say, derived anew", values});
    Checkup found = wrong(
        {"{count} things are not what follows from the log; see 'duban audit replay', ask who has "
         "been at the database, and restore a backup",
         values});
    found.more = replay.findings.first().front().message;
    return found;
  }

  Result<Checkup> clock() {
    DUBAN_TRY(const Meta meta, meta_);
    if (meta.rehearsal) return ok(Message{"a rehearsal has its clock from --at"});
    DUBAN_TRY(const auto basis, in_force());
    DUBAN_TRY(const Instant now, step_time(meta, world_, basis->zone));
    if (meta.judged < meta.last_time) {
      return ok(
          {"it is {now}; the clock was ahead once, and until it passes {last} entries are "
           "recorded as of then",
           {{"now", basis->zone.local_text(now)},
            {"last", basis->zone.local_text(meta.last_time)}}});
    }
    return ok(
        {"it is {now}, the last entry is of {last}",
         {{"now", basis->zone.local_text(now)}, {"last", basis->zone.local_text(meta.last_time)}}});
  }

  Result<Checkup> calendar() {
    DUBAN_TRY(const Meta meta, meta_);
    DUBAN_TRY(const auto basis, in_force());
    DUBAN_TRY(const Instant now, reading_time(meta, world_, basis->zone));
    const Date today = basis->zone.date_of(now);
    std::set<int> unknown;
    const auto need = [&](Date date) {
      if (date >= today && !basis->calendar.knows(date)) unknown.insert(civil(date).year);
    };
    need(today);
    DUBAN_TRY(view_.each_task({}, [&](Task& task) -> Result<bool> {
      if (is_live(task.state)) need(task.due());
      return true;
    }));
    if (unknown.empty()) return ok(Message{"it knows every year that deadlines need"});
    std::string years;
    for (const int year : unknown) years += (years.empty() ? "" : ", ") + std::to_string(year);
    const Civil day = civil(today);
    // The days off of a year are announced in the last months of the year before.
    if (*unknown.begin() > day.year + 1 || (*unknown.begin() == day.year + 1 && day.month < 12)) {
      return ok({"the days off of {years} are not announced yet; dates there are provisional",
                 {{"years", years}}});
    }
    return warning(
        {"the days off of {years} are not known; dates there are provisional: duban "
         "calendar activate FILE, when they are announced",
         {{"years", years}}});
  }

  Result<Checkup> night() {
    DUBAN_TRY(const Meta meta, meta_);
    DUBAN_TRY(const auto basis, in_force());
    DUBAN_TRY(const Instant now, reading_time(meta, world_, basis->zone));
    DUBAN_TRY(const std::vector<TaskKey> ripe, view_.ripe_tasks(now));
    const Date today = basis->zone.date_of(now);
    const Values values{{"count", std::to_string(ripe.size())},
                        {"date", meta.last_night ? to_text(*meta.last_night) : ""},
                        {"days", std::to_string(meta.last_night ? today - *meta.last_night : 0)}};
    if (!meta.last_night) {
      const Message message{
          "no nightly run yet, {count} tasks have something due; have duban "
          "nightly run each night",
          values};
      return ripe.empty() ? ok({"no nightly run yet, and nothing is due"}) : warning(message);
    }
    if (today - *meta.last_night > nights_apart_max) {
      return warning(
          {"the last nightly run was {days} days ago, of {date}, {count} tasks have "
           "something due; see why it does not run each night",
           values});
    }
    return ok(
        {"the last nightly run was of {date}, {count} tasks have something due since", values});
  }

  Result<Checkup> people() {
    DUBAN_TRY(const People people, view_.people());
    DUBAN_TRY(const auto basis, in_force());
    DUBAN_TRY(const Meta meta, meta_);
    if (!people.has_admin(basis->directory, meta.rehearsal))
      return wrong(Message{"nobody who can act is an admin, so nobody can grant anything"});
    for (const Grant& grant : people.grants) {
      if (people.actors.count(grant.subject) > 0 || basis->directory.find(grant.subject)) continue;
      return warning(
          {"{subject} has a grant and is neither an actor nor a department; see duban "
           "actor revoke",
           {{"subject", grant.subject}}});
    }
    if (!meta.rehearsal) {  // there anybody acts for anybody
      std::int64_t count = 0, last = 0;
      DUBAN_TRY(view_.each_entry(0, meta.size,
                                 [&](std::int64_t seq, std::string_view body) -> Result<bool> {
                                   if (body.find("\"same_account\":true") == body.npos) return true;
                                   ++count;
                                   last = seq;
                                   return true;
                                 }));
      if (count > 0) {
        return warning(
            {"{count} reports or requests were judged from the account that had recorded them, "
             "last in entry {seq}; an account does not tell people apart: give each person one of "
             "his own",
             {{"count", std::to_string(count)}, {"seq", std::to_string(last)}}});
      }
    }
    return ok({"{count} actors; whoever was granted something is known",
               {{"count", std::to_string(people.actors.size())}}});
  }

  /// Only names and sizes: the bytes are for audit check.
  Result<Checkup> evidence() {
    audit::NamedFiles named;
    DUBAN_TRY(view_.each_entry(0, std::numeric_limits<std::int64_t>::max(),
                               [&](std::int64_t seq, std::string_view body) -> Result<bool> {
                                 // Few entries name files, and parsing is what costs.
                                 if (body.find("\"sha256\"") == body.npos &&
                                     body.find("\"rules\"") == body.npos)
                                   return true;
                                 const Result<Entry> entry = parse_entry(body);
                                 if (entry) named.add(seq, *entry);
                                 return true;
                               }));
    const std::vector<audit::NamedFile> files = named.in_order();
    std::int64_t lost = 0;
    Values first;
    for (const audit::NamedFile& file : files) {
      const std::string path = (patient_.directory / evidence_name(file.sha256)).string();
      struct stat status = {};
      const bool there = ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
                         (file.size < 0 || file.size == status.st_size);
      if (there) continue;
      if (++lost == 1)
        first = {{"path", path}, {"seq", std::to_string(file.seq)}, {"name", file.name}};
    }
    if (lost == 0) {
      return ok({"{count} files that entries name are there, of their size",
                 {{"count", std::to_string(files.size())}}});
    }
    const bool has_name = !first.back().second.empty();
    first.emplace_back("count", std::to_string(lost));
    return wrong(
        {has_name ? "{count} files that entries name are missing or cut, first '{name}' of entry "
                    "{seq}, which is {path}; bring them back from a backup"
                  : "{count} files that entries name are missing or cut, first {path} of entry "
                    "{seq}; bring them back from a backup",
         first});
  }

  Result<Checkup> head() {
    DUBAN_TRY(const Meta meta, meta_);
    const KnownHead& known = *patient_.head;
    const Values values{{"size", std::to_string(meta.size)}, {"known", std::to_string(known.size)}};
    if (known.size > meta.size) {
      return wrong(
          {"the log has {size} entries, and there were {known}: an older state was put "
           "back; look for a later backup, and ask who did it",
           values});
    }
    DUBAN_TRY(const bool continued, continues(view_, known));
    if (continued) return ok({"the log goes on from the head of {known} entries", values});
    return wrong(
        {"the first {known} entries are not those that there were: the log was rewritten", values});
  }

  const Patient& patient_;
  View& view_;
  World world_;
  Result<Meta> meta_;
};

Checkup layout_of(const LayoutFault& fault) {
  const Values values{{"object", fault.object}};
  if (fault.stored.empty()) {
    return {
        "layout",
        Health::wrong,
        {"{object} is missing; ask who has been at the database, and restore a backup", values}};
  }
  if (fault.expected.empty()) {
    return {"layout",
            Health::wrong,
            {"{object} is none of duban's; ask who made it, and remove it", values}};
  }
  return {"layout",
          Health::wrong,
          {"{object} was altered; ask who has been at the database, and restore a backup", values}};
}

}  // namespace

std::vector<Checkup> check_database(const Patient& patient) {
  std::vector<Checkup> list;
  const int wait = patient.settings.busy_timeout_ms;
  const Result<DatabaseFaults> faults = database_faults(patient.database(), wait);
  if (!faults) {
    list.push_back({"database", Health::wrong, faults.error().message});
    return list;
  }
  list.push_back({"database", Health::ok, Message{"the database can be opened"}});
  if (faults->layout.empty())
    list.push_back({"layout", Health::ok, Message{"tables, indexes and triggers are as made"}});
  for (const LayoutFault& fault : faults->layout) list.push_back(layout_of(fault));
  for (const std::string& broken : faults->broken) {
    list.push_back({"pages",
                    Health::wrong,
                    {"the database is damaged: {reason}; restore a backup", {{"reason", broken}}}});
  }
  if (faults->none()) list.push_back({"pages", Health::ok, Message{"its pages are sound"}});
  if (!patient.ports) {
    list.push_back({"log", Health::wrong, patient.ports.error().message});
    return list;
  }
  Workspace& ports = **patient.ports;
  const Result<std::unique_ptr<View>> view = ports.store->read();
  if (!view) {
    list.push_back({"log", Health::wrong, view.error().message});
    return list;
  }
  World world{*ports.store, *ports.vault, *ports.clock, *ports.compiler, ports.account};
  world.max_gap_days = patient.settings.max_gap_days;
  for (Checkup& checkup : Look(patient, **view, std::move(world)).all())
    list.push_back(std::move(checkup));
  return list;
}

}  // namespace duban
