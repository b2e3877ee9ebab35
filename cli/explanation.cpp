#include "cli/explanation.hpp"

#include <algorithm>

#include "engine/lifecycle/lifecycle.hpp"
#include "engine/policy/cast.hpp"
#include "engine/policy/rules_for.hpp"
#include "engine/policy/timers.hpp"
#include "rehearsal/forecast.hpp"

namespace duban {
namespace {

bool is_of_actor(const Error& error) {
  return error.code == Errc::role || error.code == Errc::forbidden;
}

/// Answers for one task; what is asked of each event is the bare command.
class Asker {
 public:
  Asker(const Reading& reading, const Task& task, const Plan& plan)
      : reading_(reading), task_(task), setting_{plan, reading.basis()} {}

  EventAnswer answer(Event event, const std::optional<Person>& you) const {
    EventAnswer result;
    result.event = event;
    result.from_here = has_transition(task_.state, event);
    const Person asked = by(event, result);
    if (result.probe.refusal) result.changes = changes(event, asked);
    if (!you) return result;
    result.you = probe(task_, setting_, bare(event, *you), reading_.now());
    if (result.you->refusal) result.your_changes = changes(event, *you);
    return result;
  }

 private:
  static Command bare(Event event, const Person& person) {
    Command command;
    command.event = event;
    command.by = person;
    return command;
  }

  Changes changes(Event event, const Person& person) const {
    Move refused{reading_.now(), bare(event, person)};
    std::vector<Change> all =
        smallest_changes(task_, setting_, reading_.people(), refused.command, refused.at);
    return {task_.key, std::move(all), std::move(refused), &setting_.basis};
  }

  /// Asks all who might; returns who was asked for `probe`.
  Person by(Event event, EventAnswer& answer) const {
    bool answered = false;
    std::optional<Person> asked;
    const TransitionRule* rule = rules_for(setting_.basis, task_).transition(event);
    if (rule && rule->by) {
      answer.rule = {setting_.basis.rules.file, rule->by->line, rule->by->column};
      for (const Role role : rule->by->value) {
        std::vector<std::string> names;
        for (const Person& person :
             cast_of(role, task_, reading_.people(), setting_.basis.directory)) {
          Probe tried = probe(task_, setting_, bare(event, person), reading_.now());
          const bool better = !answered || answer.probe.refusal;
          if (tried.refusal && is_of_actor(*tried.refusal)) {
            answer.kept.push_back({person.actor.id, *tried.refusal});
            if (answered) continue;
          } else {
            names.push_back(person.actor.id);
            answered = true;
          }
          if (!better) continue;
          asked = person;
          answer.probe = std::move(tried);
        }
        answer.by.emplace_back(role, std::move(names));
      }
    }
    if (asked) return *asked;
    // Nobody to ask: the lifecycle and the rules still say whether the step exists.
    const Person anybody{{task_.lead, task_.lead, {}, {}}, true, true, true};
    answer.probe = probe(task_, setting_, bare(event, anybody), reading_.now());
    return anybody;
  }

  const Reading& reading_;
  const Task& task_;
  const Setting setting_;
};

}  // namespace

std::vector<EventAnswer> explain_events(const Reading& reading, const TaskView& view,
                                        const Plan& plan, const Question& question) {
  std::vector<EventAnswer> answers;
  const Asker asker(reading, view.task, plan);
  for (const bool from_here : {true, false}) {
    for (const Event event : lifecycle_events) {
      if (!is_step(event) || has_transition(view.task.state, event) != from_here) continue;
      if (question.only && *question.only != event) continue;
      answers.push_back(asker.answer(event, question.you));
    }
  }
  return answers;
}

namespace {

std::vector<TimerAhead> armed_timers(const Task& task, const Basis& basis, Date today) {
  std::vector<TimerAhead> timers;
  if (task.state == TaskState::suspended && !task.suspensions.empty())
    timers.push_back({task.suspensions.back().until, "resume", nullptr, {}, 0, true, true, {}});
  if (task.state == TaskState::assigned || task.state == TaskState::in_progress)
    timers.push_back({task.due() + 1,
                      "deadline",
                      nullptr,
                      task.due(),
                      0,
                      true,
                      true,
                      {walk(task.due(), {1, SpanUnit::day}, basis.calendar)}});
  for (const Rung& rung : rules_for(basis, task).rungs) {
    const std::optional<int> pending = pending_occurrence(task, rung, basis);
    const bool listening = is_listening(task, rung, basis);
    if (!pending || (!is_live(task.state) && !listening)) continue;
    TimerAhead timer{.day = *rung_day(task, rung, *pending, basis.calendar),
                     .what = rung.id,
                     .rung = &rung,
                     .from = anchor_of(task, rung).day,
                     .occurrence = *pending,
                     .listening = listening,
                     .walks = {}};
    if (!listening && timer.day <= today) continue;
    timer.walks = walks_of(rung, *timer.from, *pending, basis.calendar);
    timers.push_back(std::move(timer));
  }
  std::stable_sort(timers.begin(), timers.end(),
                   [](const TimerAhead& a, const TimerAhead& b) { return a.day < b.day; });
  return timers;
}

bool is_in(const Course& course, const TimerAhead& timer, const Zone& zone) {
  if (timer.rung) {
    return std::any_of(course.escalations.begin(), course.escalations.end(),
                       [&](const Escalation& each) {
                         return each.rung == timer.rung->id && each.fires == timer.day;
                       });
  }
  return std::any_of(course.entries.begin(), course.entries.end(), [&](const Entry& each) {
    return to_text(each.event) == timer.what && zone.date_of(each.effective) == timer.day;
  });
}

}  // namespace

std::vector<TimerAhead> timers_ahead(const Reading& reading, const TaskView& view,
                                     const Plan& plan) {
  const Basis& basis = reading.basis();
  std::vector<TimerAhead> timers = armed_timers(view.task, basis, reading.today());
  if (timers.empty()) return timers;
  Future future;
  future.until = std::max(basis.zone.midnight(timers.back().day), reading.now());
  const Outlook ahead = outlook(reading, view, plan, future);
  for (TimerAhead& timer : timers) timer.falls = is_in(ahead.course, timer, basis.zone);
  return timers;
}

namespace {

/// Days that the rung's anchor may have had in this generation: its present one, else a former due.
std::vector<Date> anchor_days(const Task& task, const Rung& rung, int generation) {
  const AnchorValue value = anchor_of(task, rung);
  if (value.day && value.generation == generation) return {*value.day};
  std::vector<Date> days;
  if (rung.at->value.anchor != Anchor::due) return days;
  for (const DueVersion& version : task.dues) days.push_back(version.due);
  for (const CycleRecord& cycle : task.cycles) days.push_back(cycle.due);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

/// Leaves it uncounted where the rung was another then, or more than one day fits.
void count(TimerBehind& timer, const Task& task, const Basis& basis) {
  const Escalation& raised = *timer.raised;
  timer.day = raised.fires;
  const auto& rungs = rules_for(basis, task).rungs;
  const auto rung = std::find_if(rungs.begin(), rungs.end(),
                                 [&](const Rung& each) { return each.id == raised.rung; });
  if (rung == rungs.end() || anchor_text(rung->at->value) != raised.anchor) return;
  std::vector<std::vector<SpanWalk>> ways;
  for (const Date day : anchor_days(task, *rung, raised.generation)) {
    std::vector<SpanWalk> way = walks_of(*rung, day, raised.occurrence, basis.calendar);
    if (way.back().to == raised.fires) ways.push_back(std::move(way));
  }
  if (ways.size() != 1) return;
  timer.at = rung->at->value;
  timer.walks = std::move(ways.front());
}

}  // namespace

std::vector<TimerBehind> timers_behind(const std::vector<Escalation>& escalations,
                                       const std::vector<Entry>& history, const Task& task,
                                       const Basis& basis) {
  std::vector<TimerBehind> timers;
  std::size_t raised = 0;
  for (const Entry& entry : history) {
    if (entry.role != Role::scheduler) continue;
    TimerBehind timer{.event = entry.event, .day = basis.zone.date_of(entry.effective)};
    if (entry.event == Event::escalate) {
      if (raised == escalations.size()) break;
      timer.raised = escalations[raised++];
      count(timer, task, basis);
    }
    if (const Value* due = entry.data.find("due"); entry.event == Event::deadline && due) {
      if (const Result<Date> day = parse_date(due->text() ? *due->text() : ""))
        timer.walks = {walk(*day, {1, SpanUnit::day}, basis.calendar)};
    }
    timers.push_back(std::move(timer));
  }
  return timers;
}

}  // namespace duban
