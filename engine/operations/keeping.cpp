#include "engine/operations/keeping.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"
#include "engine/log/basis_hash.hpp"
#include "engine/operations/activation.hpp"
#include "engine/operations/entries.hpp"
#include "engine/operations/step.hpp"
#include "engine/policy/permission.hpp"

namespace duban {
Status init_workspace(const World& world, const InitRequest& request) {
  DUBAN_TRY(const std::unique_ptr<Transaction> tx, world.store.write());
  const std::string hash = basis_hash(request.texts);
  DUBAN_TRY(const std::shared_ptr<const Basis> basis, world.compiler.compile(hash, request.texts));
  DUBAN_TRY(keep_basis(world.vault, request.texts));
  DUBAN_TRY(tx->put_basis(hash, request.texts));

  Instant now{0};
  if (!request.rehearsal) {
    now = world.clock.now();
  } else if (world.at) {
    DUBAN_TRY(now, parse_moment(*world.at, basis->zone));
  }

  // The account that makes the workspace keeps it, and speaks for the first actors of the file.
  std::vector<Actor> actors{{world.account, {}, {}, world.account}};
  for (Actor actor : request.people.actors) {
    actor.account = world.account;
    if (actor.id != world.account) actors.push_back(std::move(actor));
  }
  std::vector<Grant> grants{{world.account, Role::admin, {}}};
  grants.insert(grants.end(), request.people.grants.begin(), request.people.grants.end());

  Value::Array actor_values, grant_values;
  for (const Actor& actor : actors) {
    DUBAN_TRY(tx->put(actor));
    actor_values.push_back(value_of(actor));
  }
  for (const Grant& grant : grants) {
    DUBAN_TRY(tx->put(grant));
    grant_values.push_back(value_of(grant));
  }
  Entry entry;
  entry.recorded = now;
  entry.effective = now;
  entry.actor = world.account;
  entry.via = world.account;
  entry.role = Role::admin;
  entry.event = Event::init;
  entry.basis = hash;
  DUBAN_TRY(const Value document, parse_value(basis_document(request.texts)));
  entry.data = Value::Object{{"actors", std::move(actor_values)},
                             {"basis", document},
                             {"grants", std::move(grant_values)},
                             {"rehearsal", request.rehearsal},
                             {"workspace", request.workspace}};
  DUBAN_TRY(tx->append(std::move(entry)));
  return tx->commit();
}

namespace {

constexpr std::size_t actor_text_max = 100;  // as in a directory file

bool has_invisible(std::string_view text) {
  const std::u32string characters = code_points(text);
  return std::any_of(characters.begin(), characters.end(), is_invisible);
}

}  // namespace

namespace {

/// Nobody else could ever make one again.
Status keeps_an_admin(const Office& office, const People& after, const std::string& subject) {
  const Directory& directory = office.basis->directory;
  if (!office.people.has_admin(directory, office.meta.rehearsal) ||
      after.has_admin(directory, office.meta.rehearsal))
    return {};
  return failed(Errc::argument,
                "{subject} is the last admin who can act; grant another first: somebody with an "
                "account",
                {{"subject", subject}});
}

}  // namespace

Status add_actor(const World& world, const Actor& wanted) {
  DUBAN_TRY(const Office office, open_office(world, {Role::admin}, {}, "actor add"));
  Actor actor = wanted;
  if (is_blank(actor.id) || actor.id == "scheduler" || has_invisible(actor.id) ||
      has_invisible(actor.name) || has_invisible(actor.account) || has_invisible(actor.person)) {
    return failed(Errc::argument,
                  "an actor's id is a visible word without hidden characters, and not 'scheduler'");
  }
  if (!actor.department.empty()) {
    DUBAN_TRY(actor.department,
              resolve_department_anywhere(actor.department, office.basis->directory, *office.tx));
  }
  for (const std::string* text : {&actor.id, &actor.name, &actor.account, &actor.person}) {
    if (code_points(*text).size() > actor_text_max) {
      return failed(Errc::argument,
                    "an actor's id, name, account and person have at most 100 characters");
    }
  }
  const Department* own = office.basis->directory.find(actor.id);
  if (own && own->name != actor.department) {
    return failed(Errc::argument, "{id} is a department; its own account has that department",
                  {{"id", actor.id}});
  }
  const auto known = office.people.actors.find(actor.id);
  if (known != office.people.actors.end()) {
    if (known->second.ended) {
      return failed(
          Errc::conflict, "the actor {id} was ended on {date}; its id is not used again",
          {{"id", actor.id}, {"date", to_text(office.basis->zone.date_of(*known->second.ended))}});
    }
    if (actor.name.empty()) actor.name = known->second.name;
    if (actor.account.empty()) actor.account = known->second.account;
    if (actor.person.empty()) actor.person = known->second.person;
    if (value_of(known->second) == value_of(actor))
      return failed(Errc::conflict, "the actor {id} is there already", {{"id", actor.id}});
  }
  People after = office.people;
  const Actor changed = after.put(actor);
  DUBAN_TRY(keeps_an_admin(office, after, actor.id));
  DUBAN_TRY(office.tx->put(changed));
  DUBAN_TRY(office.tx->append(office_entry(office, world, Event::actor, value_of(changed))));
  return office.tx->commit();
}

Result<std::vector<Grant>> end_actor(const World& world, const std::string& id) {
  DUBAN_TRY(const Office office, open_office(world, {Role::admin}, {}, "actor end"));
  const auto known = office.people.actors.find(id);
  if (known == office.people.actors.end())
    return failed(Errc::not_found, "no actor {name}", {{"name", id}});
  if (known->second.ended) {
    return failed(
        Errc::conflict, "the actor {id} was ended on {date}",
        {{"id", id}, {"date", to_text(office.basis->zone.date_of(*known->second.ended))}});
  }
  People after = office.people;
  std::vector<Grant> gone = after.end(id, office.basis->directory, office.now);
  DUBAN_TRY(keeps_an_admin(office, after, id));
  DUBAN_TRY(office.tx->put(after.actors.at(id)));
  for (const Grant& grant : gone) DUBAN_TRY(office.tx->remove(grant));
  DUBAN_TRY(office.tx->append(office_entry(office, world, Event::actor, end_value(id, gone))));
  DUBAN_TRY(office.tx->commit());
  return gone;
}

Result<ClockReceipt> accept_clock(const World& world, const std::string& note) {
  DUBAN_TRY(const Office office, open_office(world, {Role::admin}, {}, "clock --accept", true));
  if (is_blank(note)) {
    auto error = failed(Errc::missing, "'{event}' lacks: {missing}",
                        {{"event", std::string(to_text(Event::clock))}, {"missing", "note"}});
    error.value().missing = {"note"};
    return error;
  }
  if (note.size() > note_bytes_max) {
    return failed(Errc::argument, "the note is longer than {max} bytes; attach it as evidence",
                  {{"max", std::to_string(note_bytes_max)}});
  }
  DUBAN_TRY(const std::int64_t seq,
            office.tx->append(office_entry(
                office, world, Event::clock,
                Value::Object{{"before", to_text(office.meta.judged)}, {"note", note}})));
  DUBAN_TRY(office.tx->commit());
  return ClockReceipt{seq, office.now, office.meta.last_time, office.basis->zone};
}

namespace {

/// The grant with its subject as the workspace knows it.
Result<Grant> resolved(const Grant& wanted, const Office& office) {
  Grant grant = wanted;
  if (grant.role != Role::coordinator && grant.role != Role::auditor && grant.role != Role::admin) {
    return failed(Errc::usage, "roles to grant are coordinator, auditor and admin, not {role}",
                  {{"role", std::string(to_text(grant.role))}});
  }
  const auto known = office.people.actors.find(grant.subject);
  if (known == office.people.actors.end()) {
    DUBAN_TRY(grant.subject,
              resolve_department_anywhere(grant.subject, office.basis->directory, *office.tx));
  } else if (known->second.ended && !office.basis->directory.find(grant.subject)) {
    return failed(Errc::argument, "the actor {id} was ended on {date}",
                  {{"id", grant.subject},
                   {"date", to_text(office.basis->zone.date_of(*known->second.ended))}});
  }
  if (!grant.plan.empty()) {
    DUBAN_TRY(const std::optional<Plan> plan, office.tx->plan(grant.plan));
    if (!plan) return failed(Errc::not_found, "no plan {plan}", {{"plan", grant.plan}});
  }
  return grant;
}

bool is_granted(const Office& office, const Grant& grant) {
  const auto& grants = office.people.grants;
  return std::find(grants.begin(), grants.end(), grant) != grants.end();
}

}  // namespace

Status grant(const World& world, const Grant& wanted) {
  DUBAN_TRY(const Office office, open_office(world, {Role::admin}, {}, "actor grant"));
  DUBAN_TRY(const Grant grant, resolved(wanted, office));
  if (is_granted(office, grant)) {
    return failed(Errc::conflict, "{subject} is {role} already",
                  {{"subject", grant.subject}, {"role", std::string(to_text(grant.role))}});
  }
  DUBAN_TRY(office.tx->put(grant));
  Entry entry = office_entry(office, world, Event::grant, value_of(grant));
  entry.plan = grant.plan;
  DUBAN_TRY(office.tx->append(std::move(entry)));
  return office.tx->commit();
}

Status revoke(const World& world, const Grant& wanted) {
  DUBAN_TRY(const Office office, open_office(world, {Role::admin}, {}, "actor revoke"));
  DUBAN_TRY(const Grant grant, resolved(wanted, office));
  if (!is_granted(office, grant)) {
    return failed(Errc::not_found, "{subject} is not {role} by grant",
                  {{"subject", grant.subject}, {"role", std::string(to_text(grant.role))}});
  }
  People after = office.people;
  std::erase(after.grants, grant);
  DUBAN_TRY(keeps_an_admin(office, after, grant.subject));
  DUBAN_TRY(office.tx->remove(grant));
  Entry entry = office_entry(office, world, Event::revoke, value_of(grant));
  entry.plan = grant.plan;
  DUBAN_TRY(office.tx->append(std::move(entry)));
  return office.tx->commit();
}

Result<std::int64_t> set_plan_end(const World& world, const std::string& id, Date ends) {
  DUBAN_TRY(Office office, open_office(world, {Role::coordinator, Role::admin}, id, "plan set"));
  Transaction& tx = *office.tx;
  DUBAN_TRY(std::optional<Plan> plan, tx.plan(id));
  if (!plan) return failed(Errc::not_found, "no plan {plan}", {{"plan", id}});
  if (ends < office.basis->zone.date_of(office.now)) {
    return failed(Errc::argument, "{ends} has passed; a plan ends today or later",
                  {{"ends", to_text(ends)}});
  }
  if (plan->ends == ends) return std::int64_t{0};
  const Plan before = *plan;
  plan->ends = ends;

  // The plan's own timers fall first, under its old end.
  std::vector<Task> tasks;
  TaskQuery query;
  query.plan = id;
  DUBAN_TRY(tx.each_task(query, [&](Task& task) -> Result<bool> {
    if (task.ongoing) tasks.push_back(std::move(task));
    return true;
  }));
  for (Task& task : tasks) {
    Course course = wait_until(task, {before, *office.basis}, office.now);
    if (!course.entries.empty())
      DUBAN_TRY(write_course(tx, course, {before, *office.basis}, office.moment()));
    task = std::move(course.task);
  }
  Entry entry =
      office_entry(office, world, Event::plan,
                   Value::Object{{"ends", to_text(ends)},
                                 {"before", before.ends ? Value(to_text(*before.ends)) : Value()}});
  entry.plan = id;
  DUBAN_TRY(tx.append(std::move(entry)));
  DUBAN_TRY(tx.put(*plan));
  const By by{office.person.actor.id, world.account, office.person.actor.department, office.role};
  const Setting setting{*plan, *office.basis};
  std::int64_t cut = 0;
  for (const Task& task : tasks) {
    const Instant now = std::max(office.now, task.updated);
    std::optional<Course> course = cut_cycle(task, setting, by, now);
    if (!course) continue;
    Course after = wait_until(course->task, setting, now);
    after.entries.insert(after.entries.begin(), course->entries.begin(), course->entries.end());
    DUBAN_TRY(write_course(tx, after, setting, office.moment()));
    ++cut;
  }
  DUBAN_TRY(tx.commit());
  return cut;
}

}  // namespace duban
