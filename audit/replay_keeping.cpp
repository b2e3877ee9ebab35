// Replay of the entries of the workspace itself: its basis, plans, people and nights.
#include <algorithm>
#include <limits>

#include "audit/replayer.hpp"
#include "engine/log/basis_hash.hpp"
#include "engine/log/people_value.hpp"
#include "engine/model/despite.hpp"
#include "engine/model/person.hpp"

namespace duban::audit {
namespace {

std::string text_in(const Value& data, const char* name) {
  const Value* value = data.find(name);
  return value && value->text() ? *value->text() : std::string();
}

std::optional<Date> date_in(const Value& data, const char* name) {
  const Result<Date> date = parse_date(text_in(data, name));
  return date ? std::optional(*date) : std::nullopt;
}

std::int64_t number_in(const Value& data, const char* name) {
  const Value* value = data.find(name);
  return value && value->integer() ? *value->integer() : 0;
}

Value or_null(const std::optional<Date>& date) { return date ? Value(to_text(*date)) : Value(); }

const Value::Array& list_in(const Value& data, const char* name) {
  static const Value::Array none;
  const Value* value = data.find(name);
  return value && value->array() ? *value->array() : none;
}

}  // namespace

std::optional<Actor> Replayer::actor_named(const std::string& id) const {
  const auto known = board_.people.actors.find(id);
  if (known != board_.people.actors.end()) return known->second;
  if (!board_.meta.rehearsal) return std::nullopt;
  const Department* department = basis_->directory.find(id);
  // A lead or co that the directory lacks acts through its own account too.
  const auto is_named = [&](const DerivedTask& derived) {
    const Task& task = derived.task;
    return task.lead == id || std::find(task.co.begin(), task.co.end(), id) != task.co.end();
  };
  if (department ? department->name == id
                 : std::any_of(derived_->tasks().begin(), derived_->tasks().end(), is_named))
    return Actor{id, id, {}, {}};
  return std::nullopt;
}

Person Replayer::person(const Entry& stored, std::string_view plan) {
  const std::optional<Actor> actor = actor_named(stored.actor);
  if (actor && !actor->ended) return person_of(*actor, plan, board_.people, basis_->directory);
  say(stored.seq, stored.task, "actor",
      {"nobody called {actor} may act here", {{"actor", stored.actor}}});
  Person stranger;
  stranger.actor.id = stored.actor;
  return stranger;
}

std::string Replayer::account_behind(const Entry& stored) const {
  if (board_.meta.rehearsal) return stored.via;  // there anybody may act for anybody
  const std::optional<Actor> actor = actor_named(stored.actor);
  return actor ? actor->account : std::string();
}

void Replayer::check_gap(const Entry& stored, const Person& person) {
  if (!stored.data.find("accept-gap")) return;
  if (board_.meta.rehearsal || !person.admin)
    differs(stored, "data.accept-gap", canonical(*stored.data.find("accept-gap")), "nothing");
}

Entry Replayer::office(const Entry& stored, const std::vector<Role>& roles, std::string_view plan) {
  const Person who = person(stored, plan);
  check_gap(stored, who);
  Entry derived;
  derived.recorded = stored.recorded;
  derived.effective = now_;
  derived.actor = stored.actor;
  derived.via = account_behind(stored);
  derived.department = who.actor.department;
  derived.event = stored.event;
  derived.plan = plan;
  derived.basis = basis_->hash;
  derived.data = stored.data;
  for (const Role role : roles) {
    const bool holds = role == Role::admin ? who.admin : who.coordinator;
    if (holds && !derived.role) derived.role = role;
  }
  return derived;
}

Result<bool> Replayer::load_basis(std::int64_t seq, const std::string& hash) {
  const auto lost = [&](Message message) {
    say(seq, {}, "basis", std::move(message));
    say(seq, {}, "end", {"without its basis nothing after it can be judged", {}});
    return false;
  };
  Result<std::optional<BasisTexts>> texts = log_.basis_texts(hash);
  if (!texts && texts.error().code != Errc::corrupt) return tl::make_unexpected(texts.error());
  if (!texts) return lost(texts.error().message);
  if (!*texts) return lost({"the texts of the basis {hash} are lost", {{"hash", hash}}});
  if (const std::string found = basis_hash(**texts); found != hash)
    return lost({"the texts of the basis {hash} were altered", {{"hash", hash}}});
  Result<std::shared_ptr<const Basis>> basis = compiler_.compile(hash, **texts);
  if (!basis && basis.error().code == Errc::io) return tl::make_unexpected(basis.error());
  if (!basis) return lost(basis.error().message);
  basis_ = std::move(*basis);
  board_.bases[hash] = std::make_shared<const BasisTexts>(std::move(**texts));
  board_.meta.basis = hash;
  return true;
}

Result<bool> Replayer::init(const Entry& stored) {
  if (basis_) {
    say(stored.seq, {}, "event", {"the workspace was made before", {}});
    return true;
  }
  DUBAN_TRY(const bool loaded, load_basis(stored.seq, stored.basis));
  if (!loaded) return false;
  for (const Value& value : list_in(stored.data, "actors")) {
    board_.people.put(actor_from(value));
  }
  for (const Value& value : list_in(stored.data, "grants")) {
    if (const std::optional<Grant> grant = grant_from(value)) board_.put(*grant);
  }
  made_ = stored.recorded;
  // Whoever makes the workspace is its first admin, whatever the entry says.
  Entry derived;
  derived.recorded = stored.recorded;
  derived.effective = stored.recorded;
  derived.actor = stored.via;
  derived.via = stored.via;
  derived.role = Role::admin;
  derived.event = Event::init;
  derived.basis = basis_->hash;
  derived.data = stored.data;
  DUBAN_TRY(Value document, parse_value(basis_document(*board_.bases.at(basis_->hash))));
  derived.data.set("basis", std::move(document));
  compare(stored, derived);
  return true;
}

/// In spite of a lack only rules are put in force, of one that may be taken, and with a reason.
void Replayer::check_despite(const Entry& stored, const std::string& part, Entry& derived) {
  if (!stored.data.find("despite") && !stored.data.find("note")) return;
  const std::optional<Despite> despite = despite_in(stored.data);
  const bool is_rules = stored.event == Event::activate && part == "rules";
  if (!despite || !is_rules) {
    const Value* said = stored.data.find("despite");
    differs(stored, "data.despite", said ? canonical(*said) : "", "nothing");
    return;
  }
  add_to(derived.data, *despite);
}

Result<bool> Replayer::activate(const Entry& stored) {
  demand_all_timers(now_, stored.seq);
  Entry derived = office(stored, {Role::admin}, {});
  const std::shared_ptr<const Basis> before = basis_;
  const BasisTexts old = *board_.bases.at(before->hash);
  DUBAN_TRY(const bool loaded, load_basis(stored.seq, stored.basis));
  if (!loaded) return false;

  const BasisTexts& texts = *board_.bases.at(basis_->hash);
  std::string part;
  for (const auto& [name, changed] : {std::pair("rules", texts.rules != old.rules),
                                      std::pair("calendar", texts.calendar != old.calendar),
                                      std::pair("directory", texts.directory != old.directory)}) {
    if (changed) part += part.empty() ? name : std::string(",") + name;
  }
  std::int64_t live = 0, moved = 0;
  for (DerivedTask& known : derived_->tasks()) {
    if (known.gone()) continue;
    const bool lives = is_live(known.task.state);
    const std::optional<Instant> timer = known.next_timer;
    put(known, rebased(known.task, *before, *basis_, now_));
    if (lives) ++live;
    if (lives && known.next_timer != timer) ++moved;
  }
  derived.basis = basis_->hash;
  derived.data.set("part", part);
  check_despite(stored, part, derived);
  derived.data.set("before", before->hash);
  derived.data.set("after", basis_->hash);
  derived.data.set("tasks", live);
  derived.data.set("moved", moved);
  DUBAN_TRY(Value document, parse_value(basis_document(texts)));
  derived.data.set("basis", std::move(document));
  compare(stored, derived);
  all_owed_ = now_;
  return true;
}

void Replayer::import(const Entry& stored) {
  if (board_.plans.count(stored.plan) != 0) {
    say(stored.seq, {}, "plan", {"plan {plan} was imported before", {{"plan", stored.plan}}});
    return;
  }
  Plan plan;
  plan.id = stored.plan;
  plan.title = text_in(stored.data, "title");
  plan.file = text_in(stored.data, "file");
  plan.sha256 = text_in(stored.data, "sha256");
  plan.digest = text_in(stored.data, "digest");
  plan.settled = text_in(stored.data, "settled");
  plan.number = text_in(stored.data, "number");
  plan.issuer = text_in(stored.data, "issuer");
  plan.issued = date_in(stored.data, "issued");
  plan.ends = date_in(stored.data, "ends");
  plan.imported = now_;
  // No more than an int holds: what was announced is compared with what is assigned.
  plan.tasks = static_cast<int>(std::clamp<std::int64_t>(number_in(stored.data, "tasks"), 0,
                                                         std::numeric_limits<int>::max()));
  const Entry derived = office(stored, {Role::coordinator, Role::admin}, stored.plan);
  compare(stored, derived);
  keeper_of_[plan.id] = {derived.actor, derived.via, derived.department, derived.role};
  unassigned_[plan.id] = plan.tasks;
  board_.plans.emplace(plan.id, plan);
}

void Replayer::plan(const Entry& stored) {
  const auto known = board_.plans.find(stored.plan);
  const std::optional<Date> ends = date_in(stored.data, "ends");
  if (known == board_.plans.end() || !ends) {
    say(stored.seq, {}, "plan", {"it sets the end of no plan", {}});
    return;
  }
  std::vector<DerivedTask*> ongoing;
  for (DerivedTask& each : derived_->tasks()) {
    if (each.task.ongoing && each.task.key.plan == stored.plan) ongoing.push_back(&each);
  }
  std::sort(ongoing.begin(), ongoing.end(),
            [](const DerivedTask* a, const DerivedTask* b) { return a->task.key < b->task.key; });
  for (DerivedTask* task : ongoing) demand_timers(*task, now_, stored.seq);
  Entry derived = office(stored, {Role::coordinator, Role::admin}, stored.plan);
  derived.data.set("before", or_null(known->second.ends));
  compare(stored, derived);
  known->second.ends = ends;
  keeper_of_[stored.plan] = {derived.actor, derived.via, derived.department, derived.role};
  for (const DerivedTask* each : ongoing) {
    const TaskKey& key = each->task.key;
    if (cut_cycle(each->task, setting(key), keeper_of_[stored.plan],
                  std::max(now_, each->task.updated)))
      uncut_.insert(key);
  }
}

void Replayer::actor(const Entry& stored) {
  Entry derived = office(stored, {Role::admin}, {});
  People& people = board_.people;
  const Actor actor = actor_from(stored.data);
  const auto known = people.actors.find(actor.id);
  if (known != people.actors.end() && known->second.ended)
    say(stored.seq, {}, "actor", {"the actor {id} was ended before", {{"id", actor.id}}});
  if (!is_end(stored.data)) {
    compare(stored, derived);
    people.put(actor);
    return;
  }
  if (known == people.actors.end()) {
    say(stored.seq, {}, "actor", {"it ends an actor that was never added", {}});
    return;
  }
  derived.data = end_value(actor.id, people.end(actor.id, basis_->directory, now_));
  if (const Value* gap = stored.data.find("accept-gap")) derived.data.set("accept-gap", *gap);
  compare(stored, derived);
}

void Replayer::clock(const Entry& stored) {
  Meta& meta = board_.meta;
  now_ = stored.effective;
  fell_ahead_.reset();
  Entry derived = office(stored, {Role::admin}, {});
  derived.data.set("before", duban::to_text(meta.judged));
  compare(stored, derived);
  if (meta.rehearsal || stored.recorded > meta.last_time || now_ >= meta.judged || now_ < made_) {
    say(stored.seq, {}, "clock",
        {"it accepts a clock that was not behind what stood in the log: {now}",
         {{"now", duban::to_text(now_)}}});
  }
}

void Replayer::grant(const Entry& stored) {
  Entry derived = office(stored, {Role::admin}, {});
  const std::optional<Grant> grant = grant_from(stored.data);
  if (!grant) {
    say(stored.seq, {}, "data", {"it grants or revokes no role", {}});
    return;
  }
  derived.plan = grant->plan;
  compare(stored, derived);
  const auto& grants = board_.people.grants;
  const bool known = std::find(grants.begin(), grants.end(), *grant) != grants.end();
  if (stored.event == Event::grant) {
    if (known) say(stored.seq, {}, "grant", {"what it grants was granted already"});
    board_.put(*grant);
  } else {
    if (!known) say(stored.seq, {}, "grant", {"what it revokes was never granted"});
    board_.remove(*grant);
  }
}

void Replayer::check_max_gap(const Entry& stored) {
  const std::int64_t days = number_in(stored.data, "max_gap");
  if (days < 1 || days > gap_days_max) {
    say(stored.seq, {}, "data.max_gap",
        {"'max_gap' is {stored} days, which no setting allows",
         {{"stored", std::to_string(days)}}});
    return;
  }
  // A step at the same moment has had the gap accepted, not the night that found it gone.
  if (board_.meta.rehearsal || stored.data.find("accept-gap") || acted_ == recorded_) return;
  constexpr std::int64_t day_seconds = 86400;
  if (before_ && recorded_.seconds - before_->seconds > days * day_seconds) {
    say(stored.seq, {}, "data.max_gap",
        {"it came later than {days} days after the entry before it, which 'max_gap' forbids",
         {{"days", std::to_string(days)}}});
  }
}

void Replayer::nightly(const Entry& stored) {
  const Result<Instant> until = parse_instant(text_in(stored.data, "until"));
  if (!until || *until > now_) {
    differs(stored, "data.until", text_in(stored.data, "until"), duban::to_text(now_));
    return;
  }
  demand_all_timers(*until, stored.seq);
  check_max_gap(stored);
  Entry derived;
  derived.recorded = stored.recorded;
  derived.effective = now_;
  derived.via = stored.via;
  derived.event = Event::nightly;
  derived.basis = basis_->hash;
  derived.data = stored.data;
  if (stored.data.find("accept-gap")) {
    derived = office(stored, {Role::admin}, {});
  } else {
    derived.actor = "scheduler";
    derived.role = Role::scheduler;
  }
  const Date night = basis_->zone.date_of(*until);
  derived.data.set("business_date", to_text(night));
  const std::int64_t fired = number_in(stored.data, "deadlines") +
                             number_in(stored.data, "escalations") +
                             number_in(stored.data, "resumed");
  derived.data.set("fired", fired);
  compare(stored, derived);
  board_.meta.last_night = basis_->zone.date_of(now_);
}

}  // namespace duban::audit
