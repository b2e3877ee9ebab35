#include "rehearsal/habits.hpp"

#include <algorithm>
#include <iterator>

#include "engine/log/sha256.hpp"
#include "engine/model/person.hpp"
#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban {
namespace {

constexpr std::int64_t office_opens = 9 * 3600;  // seconds after midnight

/// Something that a player is about to do.
struct Action {
  Instant at;
  Event event = Event::start;
  std::string department;  ///< empty: the coordinators
  std::string turn;        ///< what it is done once for
};

class Life {
 public:
  Life(Task task, const Setting& setting, const Players& players, Instant now,
       std::vector<RefusedHabit>& refused)
      : setting_(setting), players_(players), now_(now), refused_(refused) {
    course_.task = std::move(task);
  }

  Course go(Instant until) {
    for (;;) {
      const std::optional<Action> action = next_action(until);
      const std::optional<Instant> timer = next_moment(course_.task, setting_);
      // At one instant time comes first, as everywhere.
      if (timer && *timer <= until && (!action || *timer <= action->at)) {
        now_ = std::max(now_, *timer);
        add(wait_until(course_.task, setting_, *timer));
      } else if (action) {
        now_ = action->at;
        done_.insert({action->event, action->department, action->turn});
        take(*action);
      } else {
        return std::move(course_);
      }
    }
  }

 private:
  const Basis& basis() const { return setting_.basis; }
  const Task& task() const { return course_.task; }

  void add(Course next) {
    course_.task = std::move(next.task);
    std::move(next.entries.begin(), next.entries.end(), std::back_inserter(course_.entries));
    std::move(next.escalations.begin(), next.escalations.end(),
              std::back_inserter(course_.escalations));
  }

  const Habit* habit(Event event, const std::string& department) const {
    for (const auto& [name, habits] : players_.behaviour.departments) {
      const auto own = habits.find(event);
      if (own != habits.end() && basis().directory.same(name, department)) return &own->second;
    }
    const auto common = players_.behaviour.habits.find(event);
    return common == players_.behaviour.habits.end() ? nullptr : &common->second;
  }

  std::optional<At> drawn(const Habit& habit, Event event, const std::string& department,
                          const std::string& turn) const {
    int all = 0;
    for (const Habit::Choice& choice : habit.choices) all += choice.weight;
    if (all == 0) return std::nullopt;
    const std::string hash =
        sha256_hex(to_text(task().key) + " " + std::string(to_text(event)) + " " + department +
                   " " + turn + " " + std::to_string(players_.seed));
    int lot = static_cast<int>(std::stoul(hash.substr(0, 7), nullptr, 16) %
                               static_cast<unsigned long>(all));
    for (const Habit::Choice& choice : habit.choices) {
      if (lot < choice.weight) return choice.at;
      lot -= choice.weight;
    }
    return std::nullopt;
  }

  std::optional<Instant> moment(const At& at) const {
    const AnchorValue& anchor = task().anchor(at.anchor);
    if (!anchor.day) return std::nullopt;
    const Date day = basis().calendar.add(*anchor.day, at.offset);
    return std::max(Instant{basis().zone.midnight(day).seconds + office_opens}, now_);
  }

  void offer(std::optional<Action>& best, Event event, const std::string& department,
             const std::string& turn) const {
    if (done_.count({event, department, turn}) != 0) return;
    const Habit* habit = this->habit(event, department);
    if (habit == nullptr) return;
    std::optional<At> at = drawn(*habit, event, department, turn);
    if (habit->every) at = At{Anchor::heard, *habit->every};
    const std::optional<Instant> when = at ? moment(*at) : std::nullopt;
    if (when && (!best || *when < best->at)) best = Action{*when, event, department, turn};
  }

  /// The earliest thing that a player would do on the task as it stands; of one moment the first
  /// in the order of the lifecycle.
  std::optional<Action> next_action(Instant until) const {
    std::optional<Action> best;
    const TaskState state = task().state;
    const auto turn = [&](Anchor anchor) { return std::to_string(task().anchor(anchor).count); };
    const bool open = state == TaskState::assigned || state == TaskState::in_progress ||
                      state == TaskState::overdue;
    const std::string due = turn(Anchor::due) + "/" + std::to_string(task().cycles.size());
    if (open && !task().started) offer(best, Event::start, task().lead, turn(Anchor::assigned));
    if (open && task().started) offer(best, Event::progress, task().lead, turn(Anchor::heard));
    if (open || state == TaskState::reported) {
      for (const std::string& co :
           missing_cos(task(), rules_for(basis(), task()), basis().directory))
        offer(best, Event::contribute, co, due);
    }
    if (open) offer(best, Event::report, task().lead, due);
    if (state == TaskState::reported) offer(best, Event::verify, "", turn(Anchor::reported));
    if (best && best->at > until) return std::nullopt;
    return best;
  }

  void take(const Action& action) {
    Command command = command_of(action);
    std::optional<Error> why;
    for (const Person& person : persons(action)) {
      command.by = person;
      Result<Course> done = act(task(), setting_, command, action.at);
      if (done) return add(std::move(*done));
      if (!why) why = done.error();
      if (done.error().code != Errc::role && done.error().code != Errc::forbidden) break;
    }
    if (why) refused_.push_back({action.event, command.by.actor.id, action.at, *why});
  }

  Command command_of(const Action& action) const {
    Command command;
    command.event = action.event;
    command.via = "simulation";
    command.note = "simulation";
    if (action.event != Event::report) return command;
    const RuleLayer& rules = rules_for(basis(), task());
    const TransitionRule* rule = rules.transition(Event::report);
    const int wanted = rule && rule->evidence ? std::max(1, rule->evidence->value) : 1;
    for (int i = 0; i < wanted; ++i) {
      const std::string name = action.turn + "." + std::to_string(i);
      command.evidence.push_back({sha256_hex(to_text(task().key) + " " + name), name, 0});
    }
    // A lead whose co's do not answer says so, where the rules let it.
    if (!rule || !rule->without || rule->without->value)
      command.without = missing_cos(task(), rules, basis().directory);
    return command;
  }

  std::vector<Person> persons(const Action& action) const {
    const auto person = [&](const Actor& actor) {
      return person_of(actor, task().key.plan, players_.people, basis().directory);
    };
    if (!action.department.empty()) return {person({action.department, action.department, {}, {}})};
    std::vector<Person> all;
    for (const Grant& grant : players_.people.grants) {
      if (grant.role != Role::coordinator) continue;
      if (!grant.plan.empty() && grant.plan != task().key.plan) continue;
      const auto known = players_.people.actors.find(grant.subject);
      all.push_back(person(known != players_.people.actors.end()
                               ? known->second
                               : Actor{grant.subject, grant.subject, {}, {}}));
    }
    return all;
  }

  const Setting& setting_;
  const Players& players_;
  Instant now_;
  std::vector<RefusedHabit>& refused_;
  Course course_ = {};
  std::set<std::tuple<Event, std::string, std::string>> done_;  // or refused: not tried again
};

}  // namespace

Course live(Task task, const Setting& setting, const Players& players, Instant now, Instant until,
            std::vector<RefusedHabit>& refused) {
  return Life(std::move(task), setting, players, now, refused).go(until);
}

}  // namespace duban
