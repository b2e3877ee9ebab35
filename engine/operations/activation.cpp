#include "engine/operations/activation.hpp"

#include <algorithm>

#include "engine/lifecycle/lifecycle.hpp"
#include "engine/log/basis_hash.hpp"
#include "engine/operations/entries.hpp"
#include "engine/operations/step.hpp"
#include "engine/policy/rules_for.hpp"
#include "engine/policy/timers.hpp"

namespace duban {
namespace {

Result<std::map<std::string, Plan>> plans_by_id(View& view) {
  DUBAN_TRY(const std::vector<Plan> list, view.plans());
  std::map<std::string, Plan> plans;
  for (const Plan& plan : list) plans.emplace(plan.id, plan);
  return plans;
}

/// A rung that is still to be raised on a task, should its state and its day come.
struct Pending {
  const Rung* rung = nullptr;
  Date day;
};

/// Without those whose day has passed while the task was not for them.
std::map<std::string_view, Pending> pending_of(const Task& task, const Basis& basis, Date today) {
  std::map<std::string_view, Pending> pending;
  for (const Rung& rung : rules_for(basis, task).rungs) {
    const std::optional<int> k = pending_occurrence(task, rung, basis);
    if (!k) continue;
    const Date day = *rung_day(task, rung, *k, basis.calendar);
    if (day > today || is_listening(task, rung, basis))
      pending.emplace(rung.id, Pending{&rung, day});
  }
  return pending;
}

/// What a rung rests on and how it is called does not change how it is raised.
bool is_same(Rung a, const Rung& b) {
  a.cites = b.cites;
  a.name = b.name;
  return a == b;
}

void compare_rungs(const Task& task, const Task& turned, const Basis& before, const Basis& after,
                   Date today, TaskChange& change) {
  const auto old = pending_of(task, before, today);
  const auto now = pending_of(turned, after, today);
  const auto add = [&](const Rung& rung, RungFate fate, std::optional<Date> was,
                       std::optional<Date> is) {
    change.rungs.push_back({rung.id, fate, was, is, rung.name ? rung.name->value : std::string(),
                            rung.level ? rung.level->value : 0});
  };
  for (const Rung& rung : rules_for(before, task).rungs) {
    const auto was = old.find(rung.id);
    const auto is = now.find(rung.id);
    if (was == old.end()) continue;
    if (is == now.end()) {
      add(rung, RungFate::lapsed, was->second.day, {});
    } else if (was->second.day != is->second.day) {
      add(*is->second.rung, RungFate::moved, was->second.day, is->second.day);
    } else if (!is_same(*was->second.rung, *is->second.rung)) {
      add(*is->second.rung, RungFate::changed, was->second.day, is->second.day);
    }
  }
  for (const Rung& rung : rules_for(after, turned).rungs) {
    const auto is = now.find(rung.id);
    if (is != now.end() && old.count(rung.id) == 0) add(rung, RungFate::armed, {}, is->second.day);
  }
}

bool lets_in(const Task& task, Event event, const Basis& basis) {
  const TransitionRule* rule = rules_for(basis, task).transition(event);
  if (!rule) return false;
  if (!rule->in) return true;
  const auto& states = rule->in->value;
  return std::find(states.begin(), states.end(), task.state) != states.end();
}

void count(ActivateReceipt& receipt, const TaskChange& change) {
  ++receipt.tasks;
  if (change.moved) ++receipt.moved;
  for (const TaskChange::Rung& rung : change.rungs) {
    ++receipt.rungs[rung.id][rung.fate];
    receipt.names[rung.id] = {rung.name, rung.level};
  }
  for (const TaskChange::Step& step : change.steps) {
    auto& [opens, closes] = receipt.steps[step.event];
    ++(step.opens ? opens : closes);
  }
}

/// The basis with another text, compiled; the same one when nothing changes.
struct Turn {
  BasisTexts texts;
  std::string hash;
  std::shared_ptr<const Basis> after;
};
Result<Turn> turn_of(View& view, const Basis& before, BasisCompiler& compiler, BasisPart part,
                     const std::string& text) {
  DUBAN_TRY(std::optional<BasisTexts> texts, view.basis_texts(before.hash));
  if (!texts) {
    return failed(Errc::corrupt, "the store has no texts of the basis in force, {hash}",
                  {{"hash", before.hash}});
  }
  (part == BasisPart::rules      ? texts->rules
   : part == BasisPart::calendar ? texts->calendar
                                 : texts->directory) = text;
  Turn turn{std::move(*texts), {}, {}};
  turn.hash = basis_hash(turn.texts);
  if (turn.hash == before.hash) return turn;
  DUBAN_TRY(turn.after, compiler.compile(turn.hash, turn.texts));
  if (turn.after->zone.name() != before.zone.name()) {
    return failed(Errc::argument, "plans live in one time zone, {zone}; the new rules say {other}",
                  {{"zone", before.zone.name()}, {"other", turn.after->zone.name()}});
  }
  return turn;
}

}  // namespace

std::string_view to_text(RungFate fate) {
  switch (fate) {
    case RungFate::lapsed:
      return "lapsed";
    case RungFate::armed:
      return "armed";
    case RungFate::moved:
      return "moved";
    case RungFate::changed:
      return "changed";
  }
  DUBAN_ASSERT(false);
}

TaskChange change_of(const Task& task, const Plan& plan, const Basis& before, const Basis& after,
                     Instant now) {
  TaskChange change;
  change.task = task.key;
  change.state = task.state;
  Task turned = rebased(task, before, after, now);
  compare_rungs(task, turned, before, after, before.zone.date_of(now), change);
  for (const Event event : lifecycle_events) {
    if (!is_step(event) || !has_transition(task.state, event)) continue;
    const bool was = lets_in(task, event, before);
    const bool is = lets_in(turned, event, after);
    if (was != is) change.steps.push_back({event, is});
  }
  const std::optional<Instant> next = next_moment(turned, {plan, after});
  change.moved = next_moment(task, {plan, before}) != next;
  if (next && *next <= now)
    change.raised = wait_until(std::move(turned), {plan, after}, now).escalations;
  return change;
}

Status keep_basis(Vault& vault, const BasisTexts& texts) {
  for (const std::string* text : {&texts.rules, &texts.calendar, &texts.directory}) {
    const Result<std::string> kept = vault.keep_bytes(*text);
    if (!kept) return tl::make_unexpected(kept.error());
  }
  const Result<std::string> kept = vault.keep_bytes(basis_document(texts));
  if (!kept) return tl::make_unexpected(kept.error());
  return {};
}

Result<ActivateReceipt> put_in_force(Office& office, const World& world, BasisPart part,
                                     const std::string& text, Event event, Value data,
                                     const ChangeVisitor& visit) {
  Transaction& tx = *office.tx;
  const char* name = part == BasisPart::rules      ? "rules"
                     : part == BasisPart::calendar ? "calendar"
                                                   : "directory";
  DUBAN_TRY(Turn turn, turn_of(tx, *office.basis, world.compiler, part, text));
  ActivateReceipt receipt;
  receipt.at = office.now;
  receipt.before = office.meta.basis;
  receipt.after = turn.hash;
  if (receipt.after == receipt.before) return receipt;
  if (office.people.has_admin(office.basis->directory, office.meta.rehearsal) &&
      !office.people.has_admin(turn.after->directory, office.meta.rehearsal)) {
    return failed(Errc::argument,
                  "with these departments nobody who can act would be an admin; grant somebody "
                  "first, by his own id");
  }
  DUBAN_TRY(keep_basis(world.vault, turn.texts));
  DUBAN_TRY(const auto plans, plans_by_id(tx));

  // Every timer that is due falls under the old basis, as if the night had been there.
  DUBAN_TRY(const std::vector<TaskKey> ripe, tx.ripe_tasks(office.now));
  for (const TaskKey& key : ripe) {
    DUBAN_TRY(const std::optional<Task> task, tx.task(key));
    const Setting setting{plans.at(key.plan), *office.basis};
    Course course = wait_until(*task, setting, office.now);
    receipt.fired += static_cast<std::int64_t>(course.entries.size());
    DUBAN_TRY(write_course(tx, course, setting, office.moment()));
  }

  // What changes for live tasks is known before the entry that says it.
  // Finished tasks move too: one that is reopened must not find rungs of its past armed.
  std::vector<Task> tasks;
  DUBAN_TRY(tx.each_task({}, [&](Task& task) -> Result<bool> {
    if (is_live(task.state)) {
      const TaskChange change =
          change_of(task, plans.at(task.key.plan), *office.basis, *turn.after, office.now);
      count(receipt, change);
      if (visit && change.any()) visit(change);
    }
    tasks.push_back(rebased(task, *office.basis, *turn.after, office.now));
    return true;
  }));
  if (data.is_null()) data = Value::Object{};
  data.set("part", name);
  data.set("before", receipt.before);
  data.set("after", receipt.after);
  data.set("tasks", receipt.tasks);
  data.set("moved", receipt.moved);
  DUBAN_TRY(const Value document, parse_value(basis_document(turn.texts)));
  data.set("basis", document);
  Entry entry = office_entry(office, world, event, std::move(data));
  entry.basis = receipt.after;
  DUBAN_TRY(tx.append(std::move(entry)));
  DUBAN_TRY(tx.put_basis(receipt.after, turn.texts));

  for (const Task& task : tasks) {
    const Setting setting{plans.at(task.key.plan), *turn.after};
    Course course = wait_until(task, setting, office.now);
    receipt.raised += static_cast<std::int64_t>(course.escalations.size());
    DUBAN_TRY(write_course(tx, course, setting, office.moment()));
  }
  office.basis = std::move(turn.after);
  office.meta.basis = receipt.after;
  return receipt;
}

Result<ActivateReceipt> activate(const World& world, BasisPart part, const std::string& text,
                                 const std::string& made_from, Event event, Value data,
                                 const ChangeVisitor& visit) {
  DUBAN_TRY(Office office, open_office(world, {Role::admin}, {}, to_text(event)));
  if (!made_from.empty() && made_from != office.meta.basis)
    return failed(Errc::conflict, "somebody else changed the basis meanwhile; try again");
  DUBAN_TRY(const ActivateReceipt receipt,
            put_in_force(office, world, part, text, event, std::move(data), visit));
  if (receipt.after == receipt.before) return receipt;
  DUBAN_TRY(office.tx->commit());
  return receipt;
}

Result<ActivateReceipt> rehearse_activation(const World& world, BasisPart part,
                                            const std::string& text, const ChangeVisitor& visit) {
  DUBAN_TRY(const std::unique_ptr<View> view, world.store.read());
  DUBAN_TRY(const Meta meta, view->meta());
  DUBAN_TRY(const std::shared_ptr<const Basis> before, basis_in_force(*view, world.compiler));
  DUBAN_TRY(const Turn turn, turn_of(*view, *before, world.compiler, part, text));
  ActivateReceipt receipt;
  DUBAN_TRY(receipt.at, step_time(meta, world, before->zone));
  receipt.before = before->hash;
  receipt.after = turn.hash;
  if (receipt.after == receipt.before) return receipt;
  DUBAN_TRY(const auto plans, plans_by_id(*view));
  DUBAN_TRY(view->each_task({}, [&](Task& stored) -> Result<bool> {
    const Plan& plan = plans.at(stored.key.plan);
    Course course = wait_until(std::move(stored), {plan, *before}, receipt.at);
    receipt.fired += static_cast<std::int64_t>(course.entries.size());
    if (!is_live(course.task.state)) {
      // One that is finished has nothing raised: its rungs listen to no final state, or say so.
      const Task turned = rebased(course.task, *before, *turn.after, receipt.at);
      receipt.raised += static_cast<std::int64_t>(
          wait_until(turned, {plan, *turn.after}, receipt.at).escalations.size());
      return true;
    }
    const TaskChange change = change_of(course.task, plan, *before, *turn.after, receipt.at);
    count(receipt, change);
    receipt.raised += static_cast<std::int64_t>(change.raised.size());
    if (visit && change.any()) visit(change);
    return true;
  }));
  return receipt;
}

}  // namespace duban
