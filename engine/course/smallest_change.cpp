#include "engine/course/smallest_change.hpp"

#include <algorithm>
#include <queue>
#include <set>

#include "engine/course/moves.hpp"
#include "engine/course/probe.hpp"
#include "engine/course/variants.hpp"
#include "engine/lifecycle/lifecycle.hpp"
#include "engine/model/person.hpp"
#include "engine/policy/cast.hpp"
#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban {
namespace {

constexpr int size_max = 9;
constexpr int tries_max = 600;
constexpr int horizon_days = 800;

/// Whether the rules may be changed: not at all, those of the refused step, those of every step.
enum class RulesToo : std::uint8_t { no, of_the_step, of_all };

/// A move and the task after it.
struct Step {
  Move move;
  Task task;
};

/// One thing tried: the changes so far, and the task as the moves before leave it.
struct Try {
  Change change;
  Task task;
  const Basis* basis = nullptr;
  std::string refusal;                                       ///< before the last of the changes
  bool waited = false;                                       ///< since the last move
  std::shared_ptr<const std::vector<Step>> steps = nullptr;  ///< from this task, once asked for
  int order = 0;
};
struct Later {
  bool operator()(const Try& a, const Try& b) const {
    return std::pair(a.change.size, a.order) > std::pair(b.change.size, b.order);
  }
};

/// Uniform-cost search over changes. Each try answers the first refusal in one of the ways that
/// could; what does not alter the refusal leads nowhere and is dropped.
class Search {
 public:
  Search(const Task& task, const Setting& setting, const People& people, const Command& command,
         Instant now, RulesToo rules_too)
      : plan_(setting.plan), people_(people), refused_(command), rules_too_(rules_too) {
    Try first;
    first.change.last = {now, command};
    first.task = wait_until(task, setting, now).task;
    first.basis = &setting.basis;
    open_.push(std::move(first));
  }

  std::vector<Change> run() {
    std::set<std::string> seen;
    for (int tries = 0; !open_.empty() && tries < tries_max; ++tries) {
      Try next = open_.top();
      open_.pop();
      if (next.change.size > size_max) break;
      if (!found_.empty() && (next.change.size > found_.front().size || found_.size() == 3)) break;
      const Move& last = next.change.last;
      const Result<Course> course = act(next.task, setting(next), last.command, last.at);
      if (course && next.change.size == 0) break;  // it is not refused
      if (course) {
        keep(std::move(next.change));
        continue;
      }
      const std::string refusal = to_text(course.error().message);
      // A rule of another step alters nothing before that step is taken.
      const bool paves = !next.change.rules.empty() &&
                         next.change.rules.back().event != next.change.last.command.event;
      if ((refusal == next.refusal && !paves) || !seen.insert(refusal + mark(next)).second)
        continue;
      next.refusal = refusal;
      answer(next, course.error());
    }
    return std::move(found_);
  }

 private:
  Setting setting(const Try& it) const { return {plan_, *it.basis}; }
  Date today(const Try& it) const { return it.basis->zone.date_of(it.change.last.at); }

  /// What distinguishes two tries that meet the same refusal.
  std::string mark(const Try& it) const {
    const Task& task = it.task;
    std::string text = "\n" + canonical(data_of(it.change.last.command)) +
                       it.change.last.command.by.actor.id + "\n" + to_text(it.change.last.at) +
                       std::string(to_text(task.state)) + (task.request ? " asked " : " ") +
                       (task.cycle ? task.cycle->name : "") + std::to_string(task.extensions);
    for (const std::string& co : missing_cos(task, rules_for(*it.basis, task), it.basis->directory))
      text += " " + co;
    for (const RuleChange& rule : it.change.rules)
      text += " " + std::string(to_text(rule.event)) + " " + std::string(to_text(rule.leaf));
    return text;
  }

  /// Two changes are of one kind when they differ only in names, days and who acts.
  std::string kind(const Change& change) const {
    std::string text;
    for (const RuleChange& rule : change.rules) text += std::string(to_text(rule.leaf)) + " ";
    for (const Move& move : change.before) text += std::string(to_text(move.command.event)) + " ";
    for (const Edit& edit : edits(refused_, change.last.command))
      text += edit.option + (edit.values.empty() ? "- " : "+ ");
    if (change.last.command.by.actor.id != refused_.by.actor.id) text += "as ";
    return text + std::to_string(change.grants.size());
  }

  void keep(Change change) {
    const std::string its = kind(change);
    const bool known = std::any_of(found_.begin(), found_.end(),
                                   [&](const Change& each) { return kind(each) == its; });
    if (!known) found_.push_back(std::move(change));
  }

  void offer(Try next, int size) {
    next.change.size += size;
    next.order = ++offered_;
    open_.push(std::move(next));
  }
  void offer(const Try& from, Command command, int size = 1) {
    Try next = from;
    next.change.last.command = std::move(command);
    offer(std::move(next), size);
  }

  void answer(Try& it, const Error& error) {
    switch (error.code) {
      case Errc::usage:
      case Errc::argument:
        for (Command& command :
             variants::of(it.change.last.command, it.task, setting(it), today(it)))
          offer(it, std::move(command));
        if (it.task.request) steps(it);  // it may be the request that asks for too little
        break;
      case Errc::role:
      case Errc::forbidden:
        others(it, error.code);
        if (error.code == Errc::role || is_own(it)) steps(it);
        break;
      case Errc::missing:
        give(it, error.missing.empty() ? "" : error.missing.front());
        break;
      case Errc::limit:
        shorten(it);
        steps(it);
        break;
      case Errc::disabled:
        // What is not listed is so in every state.
        if (!rules_for(*it.basis, it.task).transition(it.change.last.command.event)) break;
        [[fallthrough]];
      case Errc::state:
        // Nobody is advised to do something in order to take it back.
        if (it.change.last.command.event == Event::undo) return;
        wait(it);
        steps(it);
        break;
      case Errc::conflict:
        steps(it);
        break;
      default:
        return;
    }
    if (rules_too_ != RulesToo::no) change_rules(it, it.change.last.command.event);
  }

  /// The actor's own report or request stands in the way; it can be taken back.
  static bool is_own(const Try& it) {
    const Command& last = it.change.last.command;
    const auto is = [&](Party party) {
      return tie_to(party, it.task, last.by, last.event, it.basis->directory).has_value();
    };
    return is(Party::reporter) || is(Party::requester);
  }

  void give(Try& it, const std::string& what) {
    Command command = it.change.last.command;
    const bool more = std::any_of(command.evidence.begin(), command.evidence.end(), is_placeholder);
    // Files that are asked for one by one are one change.
    if (supply(command, what, it.task, *it.basis, today(it)))
      offer(it, std::move(command), what == "evidence" && more ? 0 : 1);
    if (what == "co") it.refusal.clear();  // the same words, though there is a co by then
    if (what != "note" && what != "evidence") steps(it);
  }

  /// Somebody else, for whom the answer is another.
  void others(Try& it, Errc code) {
    const Command& command = it.change.last.command;
    const Directory& directory = it.basis->directory;
    if (code == Errc::role && command.by.coordinator && is_department_step(command.event)) {
      Command recorded = command;
      recorded.for_department = it.task.lead;
      if (command.event == Event::contribute) {
        for (const std::string& co : it.task.co) {
          recorded.for_department = co;
          offer(it, recorded);
        }
      } else {
        offer(it, recorded);
      }
    }
    if (code == Errc::role && !command.for_department.empty()) {
      Command own = command;
      own.for_department.clear();
      own.dated.reset();
      offer(it, std::move(own));
    }
    std::vector<Role> roles{Role::coordinator};
    const TransitionRule* rule = rules_for(*it.basis, it.task).transition(command.event);
    if (command.for_department.empty() && rule && rule->by) roles = rule->by->value;
    for (const Role role : roles) {
      for (Person& person : cast_of(role, it.task, people_, directory)) {
        Command theirs = command;
        theirs.by = std::move(person);
        offer(it, std::move(theirs));
      }
      grant(it, role);
    }
  }

  /// The role for a department that nothing keeps away: for the actor's own if that will do.
  void grant(const Try& it, Role role) {
    if (role == Role::lead || role == Role::co || role == Role::scheduler) return;
    std::vector<Actor> actors{it.change.last.command.by.actor};
    for (const Department& each : it.basis->directory.departments()) {
      if (!each.group) actors.push_back({each.name, each.name, {}, {}});
    }
    for (const Actor& actor : actors) {
      Try next = it;
      Person& person = next.change.last.command.by;
      person = person_of(actor, it.task.key.plan, people_, it.basis->directory);
      (role == Role::coordinator ? person.coordinator
       : role == Role::auditor   ? person.auditor
                                 : person.admin) = true;
      const Result<Course> course =
          act(it.task, setting(it), next.change.last.command, next.change.last.at);
      if (!course && (course.error().code == Errc::role || course.error().code == Errc::forbidden))
        continue;
      next.change.grants.push_back({actor.id, role, it.task.key.plan});
      return offer(std::move(next), 2);  // before it, whoever has the role already
    }
  }

  /// The next moment at which time alone changes the state, and the first day of the cycle.
  void wait(const Try& it) {
    const Instant now = it.change.last.at;
    const auto until = [&](Instant at) {
      Try next = it;
      next.change.last.at = at;
      next.task = wait_until(next.task, setting(it), at).task;
      next.steps = nullptr;
      next.waited = true;
      offer(std::move(next), it.waited ? 0 : 1);
    };
    if (it.task.cycle && it.basis->zone.midnight(it.task.cycle->first) > now)
      until(it.basis->zone.midnight(it.task.cycle->first));
    const Instant end = it.basis->zone.midnight(today(it) + horizon_days);
    std::optional<Course> course = next_happening(it.task, setting(it), end);
    while (course && course->task.state == it.task.state)
      course = next_happening(course->task, setting(it), end);
    if (course && course->task.updated > now) until(course->task.updated);
  }

  void steps(Try& it) {
    const Move& last = it.change.last;
    if (!it.steps) {
      std::vector<Step> all;
      for (Move& move : moves::of(it.task, setting(it), people_, last.command, last.at)) {
        Result<Course> course = act(it.task, setting(it), move.command, move.at);
        if (course) all.push_back({std::move(move), std::move(course->task)});
      }
      it.steps = std::make_shared<const std::vector<Step>>(std::move(all));
    }
    for (const Step& step : *it.steps) {
      Try next = it;
      next.task = step.task;
      next.waited = false;
      next.steps = nullptr;
      next.change.before.push_back(step.move);
      offer(std::move(next), moves::weight(step.move.command.event));
    }
    if (rules_too_ != RulesToo::of_all || it.change.rules.size() > 1) return;
    // Of steps that somebody may take anyway no rule has to change.
    const auto is_open = [&](Event event) {
      return std::any_of(it.steps->begin(), it.steps->end(),
                         [&](const Step& step) { return step.move.command.event == event; });
    };
    for (const Event event : lifecycle_events) {
      if (event == last.command.event || !is_step(event) || is_open(event) ||
          !has_transition(it.task.state, event))
        continue;
      // Once a rule of one step has changed, none of a third step does.
      const bool is_third = !it.change.rules.empty() &&
                            it.change.rules.back().event != last.command.event &&
                            it.change.rules.back().event != event;
      if (!is_third) change_rules(it, event);
    }
  }

  /// The latest day until which a suspension is allowed.
  void shorten(const Try& it) {
    const Command& command = it.change.last.command;
    if (command.event != Event::suspend || !command.until) return;
    Command shorter = command;
    Date good = today(it), bad = *command.until;
    while (bad - good > 1) {
      shorter.until = good + (bad - good) / 2;
      const auto course = act(it.task, setting(it), shorter, it.change.last.at);
      (course || course.error().code != Errc::limit ? good : bad) = *shorter.until;
    }
    if (good == today(it)) return;
    shorter.until = good;
    offer(it, std::move(shorter));
  }

  void change_rules(const Try& it, Event event) {
    const Command& command = it.change.last.command;
    Role role = is_department_step(event) ? Role::lead : Role::coordinator;
    for (const Role each : {Role::admin, Role::auditor, Role::coordinator, Role::co, Role::lead}) {
      if (event == command.event && has_role(it.task, command.by, each, it.basis->directory))
        role = each;
    }
    for (const RuleChange& change : rule_changes(event, role, it.task, *it.basis)) {
      // What another step needs is supplied; only who may take it, and when, can be in the way.
      if (event != command.event && is_supplied(change.leaf)) continue;
      Try next = it;
      next.steps = nullptr;
      next.basis = bases_.emplace_back(with(*it.basis, change)).get();
      next.change.rules.push_back(change);
      offer(std::move(next), 1);
    }
  }

  static bool is_supplied(RuleLeaf leaf) {
    return leaf == RuleLeaf::note || leaf == RuleLeaf::evidence || leaf == RuleLeaf::any;
  }

  const Plan& plan_;
  const People& people_;
  const Command& refused_;
  const RulesToo rules_too_;
  std::priority_queue<Try, std::vector<Try>, Later> open_;
  std::vector<std::unique_ptr<const Basis>> bases_;
  std::vector<Change> found_;
  int offered_ = 0;
};

/// Whether the lifecycle has the event from anywhere, for a task that is ongoing or not, and has
/// cycles or stages or not.
bool exists(Event event, bool ongoing, bool cycles) {
  for (int bits = 0; bits < 32; ++bits) {
    Facts facts{.past_due = (bits & 1) != 0,
                .started = (bits & 2) != 0,
                .ongoing = ongoing,
                .cycle_begun = (bits & 4) != 0,
                .cycle_to_come = cycles && (bits & 8) != 0,
                .cycle_ahead = cycles && (bits & 16) != 0,
                .left = std::nullopt,
                .undone = std::nullopt};
    for (const TaskState state : all_states) {
      facts.left = facts.undone = state;
      for (const TaskState from : all_states) {
        if (has_transition(from, event) && next_state(from, event, facts)) return true;
      }
    }
  }
  return false;
}

}  // namespace

std::vector<Change> smallest_changes(const Task& task, const Setting& setting, const People& people,
                                     const Command& command, Instant now) {
  if (!exists(command.event, task.ongoing, task.cycle.has_value())) return {};
  for (const RulesToo rules : {RulesToo::no, RulesToo::of_the_step, RulesToo::of_all}) {
    std::vector<Change> found = Search(task, setting, people, command, now, rules).run();
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace duban
