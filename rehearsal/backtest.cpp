#include "rehearsal/backtest.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

#include "engine/log/basis_hash.hpp"
#include "engine/log/entry_glance.hpp"
#include "engine/log/entry_text.hpp"
#include "engine/log/people_value.hpp"
#include "engine/model/person.hpp"

namespace duban {
namespace {

std::optional<Date> date_in(const Value& data, const char* name) {
  const Value* value = data.find(name);
  if (!value || !value->text()) return std::nullopt;
  const Result<Date> date = parse_date(*value->text());
  return date ? std::optional(*date) : std::nullopt;
}

/// A command of a person, which is tried again; what the engine did is derived.
bool is_command(const Entry& entry) {
  return is_step(entry.event) && entry.role != Role::scheduler &&
         !(entry.event == Event::amend && entry.data.find("plan-ends"));
}

tl::unexpected<Error> not_of_this_log(const Entry& entry) {
  return failed(Errc::corrupt, "entry {seq} does not follow from what came before",
                {{"seq", std::to_string(entry.seq)}});
}

}  // namespace

template <class T>
const T& Past::held(const std::vector<Since<T>>& values, std::int64_t seq) {
  const auto after =
      std::upper_bound(values.begin(), values.end(), seq,
                       [](std::int64_t s, const Since<T>& value) { return s < value.seq; });
  DUBAN_ASSERT(after != values.begin());  // play() has asked
  return std::prev(after)->value;
}

Result<Past> Past::read(View& log, BasisCompiler& compiler,
                        const std::optional<std::string>& rules) {
  Past past;
  DUBAN_TRY(log.each_entry(0, std::numeric_limits<std::int64_t>::max(),
                           [&](std::int64_t seq, std::string_view body) -> Result<bool> {
                             // Nearly all entries are of tasks; they are read when their task is
                             // played.
                             if (const auto seen = glance(body); seen && !seen->task.empty())
                               return true;
                             DUBAN_TRY(Entry entry, parse_entry(body));
                             entry.seq = seq;
                             if (!entry.task) DUBAN_TRY(past.take(log, compiler, rules, entry));
                             return true;
                           }));
  return past;
}

Status Past::take(View& log, BasisCompiler& compiler, const std::optional<std::string>& rules,
                  const Entry& entry) {
  switch (entry.event) {
    case Event::init:
      take_people(entry);
      return take_basis(log, compiler, rules, entry);
    case Event::activate:
    case Event::department:
      return take_basis(log, compiler, rules, entry);
    case Event::actor:
    case Event::grant:
    case Event::revoke:
      take_people(entry);
      return {};
    case Event::import:
    case Event::new_plan:
    case Event::plan:
      return take_plan(entry);
    default:
      return {};
  }
}

Status Past::take_basis(View& log, BasisCompiler& compiler, const std::optional<std::string>& rules,
                        const Entry& entry) {
  DUBAN_TRY(std::optional<BasisTexts> texts, log.basis_texts(entry.basis));
  if (!texts) {
    return failed(Errc::corrupt, "the texts of the basis {hash} are lost", {{"hash", entry.basis}});
  }
  if (rules) texts->rules = *rules;
  DUBAN_TRY(std::shared_ptr<const Basis> basis, compiler.compile(basis_hash(*texts), *texts));
  if (!bases_.empty() && bases_.back().value->zone.name() != basis->zone.name()) {
    return failed(Errc::argument, "plans live in one time zone, {zone}; the new rules say {other}",
                  {{"zone", bases_.back().value->zone.name()}, {"other", basis->zone.name()}});
  }
  bases_.push_back({entry.seq, entry.recorded, std::move(basis)});
  return {};
}

void Past::take_people(const Entry& entry) {
  People people = people_.empty() ? People{} : *people_.back().value;
  const auto each = [&](const char* name, const auto& take) {
    const Value* list = entry.data.find(name);
    if (!list || !list->array()) return;
    for (const Value& value : *list->array()) take(value);
  };
  const auto add_actor = [&](const Value& value) { people.put(actor_from(value)); };
  const auto add_grant = [&](const Value& value) {
    const std::optional<Grant> grant = grant_from(value);
    if (!grant) return;
    const auto at = std::lower_bound(people.grants.begin(), people.grants.end(), *grant);
    if (at == people.grants.end() || *at != *grant) people.grants.insert(at, *grant);
  };
  each("actors", add_actor);
  each("grants", add_grant);
  if (entry.event == Event::actor) {
    const Actor actor = actor_from(entry.data);
    if (!is_end(entry.data))
      people.put(actor);
    else if (people.actors.count(actor.id) != 0)
      people.end(actor.id, bases_.back().value->directory, entry.recorded);
  }
  if (entry.event == Event::grant) add_grant(entry.data);
  if (entry.event == Event::revoke) {
    if (const std::optional<Grant> grant = grant_from(entry.data))
      std::erase(people.grants, *grant);
  }
  people_.push_back({entry.seq, entry.recorded, std::make_shared<const People>(std::move(people))});
}

Status Past::take_plan(const Entry& entry) {
  std::vector<Since<PlanChange>>& changes = plans_[entry.plan];
  PlanChange change;
  if (entry.event != Event::plan) {
    change.plan.id = entry.plan;
    change.plan.issued = date_in(entry.data, "issued");
    change.plan.imported = entry.effective;
  } else {
    if (changes.empty()) return not_of_this_log(entry);
    change.plan = changes.back().value.plan;
  }
  change.plan.ends = date_in(entry.data, "ends");
  change.by = {entry.actor, entry.via, entry.department, entry.role};
  changes.push_back({entry.seq, entry.recorded, std::move(change)});
  return {};
}

Person Past::person(const Entry& entry, const Basis& basis) const {
  const People& people = *held(people_, entry.seq);
  const auto known = people.actors.find(entry.actor);
  const Actor actor =
      known != people.actors.end() ? known->second : Actor{entry.actor, entry.department, {}, {}};
  return person_of(actor, entry.plan, people, basis.directory);
}

/// One task on its way through the past.
class Past::Player {
 public:
  Player(const Past& past, const std::vector<Since<PlanChange>>& plans, const Entry& birth)
      : past_(past),
        plans_(plans),
        seq_(birth.seq),
        basis_(held(past.bases_, birth.seq)),
        plan_(held(plans, birth.seq).plan) {}

  Status be_born(const PlanRow& row, const Entry& birth) {
    if (!is_addition(birth.data)) {
      add(assign(row, setting(), held(plans_, seq_).by, plan_.imported));
      return {};
    }
    DUBAN_TRY(const Addition addition, addition_from(birth.data));
    const By by{birth.actor, birth.via, birth.department, birth.role};
    add(duban::add(row, addition, setting(), by, birth.effective));
    return {};
  }

  /// All that changed around the task before entry `seq`.
  void pass(std::int64_t seq) {
    for (;;) {
      const auto basis = next(past_.bases_);
      const auto plan = next(plans_);
      if (basis && basis->seq < seq && (!plan || basis->seq < plan->seq)) {
        turn(*basis);
      } else if (plan && plan->seq < seq) {
        change(*plan);
      } else {
        return;
      }
    }
  }

  void command(const Entry& entry, const Command& command) {
    ++out_.commands;
    Result<Course> course = act(out_.task, setting(), command, entry.effective);
    if (!course) {
      out_.refused.push_back({entry, course.error(), !out_.refused.empty()});
      return;
    }
    if (const Value* gap = entry.data.find("accept-gap")) {
      for (Entry& each : course->entries) {
        if (each.event == entry.event && each.role != Role::scheduler)
          each.data.set("accept-gap", *gap);
      }
    }
    add(std::move(*course));
  }

  void wait(Instant until) { add(wait_until(out_.task, setting(), until)); }
  const Basis& basis() const { return *basis_; }
  OtherPast take() { return std::move(out_); }

 private:
  Setting setting() const { return {plan_, *basis_}; }

  template <class T>
  const Since<T>* next(const std::vector<Since<T>>& changes) const {
    const auto found = std::find_if(changes.begin(), changes.end(),
                                    [&](const Since<T>& each) { return each.seq > seq_; });
    return found == changes.end() ? nullptr : &*found;
  }

  void turn(const Since<std::shared_ptr<const Basis>>& change) {
    seq_ = change.seq;
    if (change.value->hash == basis_->hash) return;  // the same text for both times
    wait(change.at);
    out_.task = rebased(out_.task, *basis_, *change.value, change.at);
    basis_ = change.value;
    wait(change.at);
  }

  void change(const Since<PlanChange>& change) {
    seq_ = change.seq;
    if (out_.task.ongoing) wait(change.at);
    plan_ = change.value.plan;
    if (!out_.task.ongoing) return;
    if (std::optional<Course> cut = cut_cycle(out_.task, setting(), change.value.by, change.at)) {
      add(std::move(*cut));
      wait(change.at);
    }
  }

  void add(Course course) {
    out_.task = std::move(course.task);
    std::move(course.entries.begin(), course.entries.end(), std::back_inserter(out_.entries));
    std::move(course.escalations.begin(), course.escalations.end(),
              std::back_inserter(out_.escalations));
  }

  const Past& past_;
  const std::vector<Since<PlanChange>>& plans_;
  std::int64_t seq_;  // changes up to here have been passed
  std::shared_ptr<const Basis> basis_;
  Plan plan_;
  OtherPast out_;
};

Result<OtherPast> Past::play(const std::vector<Entry>& history, Instant until) const {
  DUBAN_ASSERT(!history.empty());
  const Entry& birth = history.front();
  const auto plans = plans_.find(birth.plan);
  const auto begins_before = [&](const auto& values) {
    return !values.empty() && values.front().seq <= birth.seq;
  };
  if (birth.event != Event::assign || !birth.task || plans == plans_.end() ||
      !begins_before(plans->second) || !begins_before(bases_) || !begins_before(people_))
    return not_of_this_log(birth);
  DUBAN_TRY(const PlanRow row, row_from(*birth.task, birth.data));
  Player player(*this, plans->second, birth);
  DUBAN_TRY(player.be_born(row, birth));
  for (const Entry& entry : history) {
    if (!is_command(entry)) continue;
    player.pass(entry.seq);
    DUBAN_TRY(Command command, command_from(entry.event, entry.data));
    command.by = person(entry, player.basis());
    command.via = entry.via;
    player.command(entry, command);
  }
  player.pass(std::numeric_limits<std::int64_t>::max());
  player.wait(until);
  return player.take();
}

}  // namespace duban
