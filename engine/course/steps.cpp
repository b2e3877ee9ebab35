#include "engine/course/steps.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"
#include "engine/course/contributions.hpp"
#include "engine/course/last_act.hpp"
#include "engine/course/leads.hpp"
#include "engine/course/misreading.hpp"
#include "engine/policy/parties.hpp"
#include "engine/policy/permission.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban::steps {
namespace {

using changes::Step;

/// Due after a resumption today: moved by the suspension's length (design §10.17), and off a day
/// off; what was not moved stands.
DueDay resumed_due(const Task& task, const Setting& setting, Date today) {
  if (!task.left || task.left->state == TaskState::reported) return {task.due()};
  const Date from = task.suspensions.back().from;
  const Calendar& calendar = setting.basis.calendar;
  const RuleLayer& rules = rules_for(setting.basis, task);
  Date due = task.due();
  if (rules.moves_due() == MovesDue::calendar_days) due = due + (today - from);
  if (rules.moves_due() == MovesDue::working_days)
    due = calendar.add(due, {calendar.workdays_between(from, today), SpanUnit::working_day});
  if (due == task.due()) return {due};
  return rolled(due, rules.roll(), calendar, today);
}

Date due_after(const Task& task, const Setting& setting, const Command& command, Date today) {
  switch (command.event) {
    case Event::amend:
      if (command.schedule) return misreading::due(task, setting, *command.schedule, today).due;
      return command.due.value_or(task.due());
    case Event::return_:
      return command.due.value_or(task.due());
    case Event::grant_extension:
      return task.request ? command.due.value_or(task.request->wanted) : task.due();
    case Event::resume:
      return resumed_due(task, setting, today).due;
    default:
      return task.due();
  }
}

std::string department_of(const Command& command) {
  return command.for_department.empty() ? command.by.actor.department : command.for_department;
}

/// Whether the lead speaks, itself or through a coordinator; a rule may let others do its steps.
bool is_of_lead(const Task& task, const Command& command, Role role, const Directory& directory) {
  return command.for_department.empty() ? role == Role::lead
                                        : is_lead(task, command.for_department, directory);
}

void report(Step& step, const Command& command) {
  Task& task = step.task;
  if (!task.started) changes::start(step);
  task.report =
      Report{step.now, command.by.actor.id, command.dated,
             false,    task.due(),          origin_now(task, command.by, step.setting.basis)};
  changes::begin(step, Anchor::reported, step.today());
  task.owing.clear();
  for (const std::string& name : command.without) {
    const Directory& directory = step.setting.basis.directory;
    if (!contains(task.owing, name, directory)) task.owing.push_back(directory.canonical(name));
  }
  changes::lapse_request(step);
}

void verify(Step& step, const Command& command, TaskState to) {
  Task& task = step.task;
  const Directory& directory = step.setting.basis.directory;
  if (task.report->dated && !tie_to(Party::reporter, task, command.by, command.event, directory)) {
    task.report->claim_verified = true;
    task.forgiven.push_back(
        {*task.report->dated, step.setting.basis.zone.date_of(task.report->at)});
  }
  task.verified = step.now;
  changes::enter(step, to);
  if (to == TaskState::verified) return;
  const Cycle next = *changes::timetable(step).next();
  changes::close_cycle(step, false);
  task.verified.reset();
  changes::open_cycle(step, next, command.event, command.by.actor.id);
}

void give_back(Step& step, const Command& command) {
  Task& task = step.task;
  task.report.reset();
  changes::forget_round(step);
  contributions::drop(task, command.co, step.setting.basis.directory);
  if (command.due) changes::new_due(step, {*command.due}, command.event, command.by.actor.id);
}

void grant(Step& step, const Command& command) {
  Task& task = step.task;
  const ExtensionRequest request = *task.request;
  const Date asked = request.dated.value_or(step.setting.basis.zone.date_of(request.at));
  if (asked <= task.due()) task.forgiven.push_back({asked, step.today()});
  ++task.extensions;
  changes::lapse_request(step);
  changes::new_due(step, {command.due.value_or(request.wanted)}, command.event,
                   command.by.actor.id);
}

void amend(Step& step, const Command& command) {
  Task& task = step.task;
  const Directory& directory = step.setting.basis.directory;
  if (command.urgent || command.not_urgent) task.urgent = command.urgent;
  for (const std::string& name : command.drop_co) {
    const auto is_name = [&](const std::string& co) { return directory.same(co, name); };
    std::erase_if(task.co, is_name);
    std::erase_if(task.owing, is_name);
  }
  for (const std::string& name : command.add_co) task.co.push_back(directory.canonical(name));
  if (!command.lead.empty()) misreading::lead(step, command);
  if (command.schedule) misreading::deadline(step, command);
  if (!command.due) return;
  if (command.error) {
    task.forgiven.push_back({step.setting.basis.zone.date_of(task.dues.back().made), step.today()});
    task.original_due = *command.due;
    if (task.report) task.report->due = *command.due;
  }
  changes::lapse_request(step);
  changes::new_due(step, {*command.due}, command.event, command.by.actor.id);
  changes::hear(step);
}

void reassign(Step& step, const Command& command) {
  Task& task = step.task;
  const std::string old_lead = task.lead;
  leads::change(step, command.to);
  if (command.keep_as_co) task.co.push_back(old_lead);
  task.assigned = step.now;
  changes::begin(step, Anchor::assigned, step.today());
  if (command.due)
    changes::begin_due(step, {*command.due}, command.event, command.by.actor.id);
  else
    leads::rearm(step, command);
}

void suspend(Step& step, const Command& command) {
  Task& task = step.task;
  task.left = LeftState{task.state, task.anchor(Anchor::entered)};
  task.suspensions.push_back({step.today(), *command.until, std::nullopt});
  if (rules_for(step.setting.basis, task).moves_due() != MovesDue::none)
    task.stopped = step.today();
  changes::lapse_request(step);
}

void resume(Step& step, const Command& command, TaskState to) {
  Task& task = step.task;
  const Date from = task.suspensions.back().from;
  const int length = step.today() - from;
  const DueDay due = resumed_due(task, step.setting, step.today());
  const LeftState left = *task.left;
  changes::move_on(step, from);
  if (due.due != task.due()) changes::new_due(step, due, Event::resume, command.by.actor.id);
  task.suspensions.back().ended = step.today();
  task.left.reset();
  task.stopped.reset();
  changes::hear(step);
  const int count = task.anchor(Anchor::entered).count;
  changes::enter(step, to);
  if (to == left.state) {
    // The state keeps its moment of entry, moved; being suspended made no new one.
    task.anchor(Anchor::entered) = left.entered;
    task.anchor(Anchor::entered).day = *left.entered.day + length;
    task.anchor(Anchor::entered).count = count;
  }
}

void miss(Step& step, const Command& command, TaskState to) {
  Task& task = step.task;
  const Timetable timetable = changes::timetable(step);
  const Cycle ahead = *timetable.ahead();
  changes::lapse_request(step);
  changes::enter(step, to);
  changes::close_cycle(step, true);
  for (Cycle cycle = *timetable.next(); cycle != ahead; cycle = *timetable.after(cycle)) {
    const Date due = timetable.due_of(cycle).due;
    CycleRecord record{.cycle = cycle, .due = due, .original_due = due};
    record.late_days = step.today() - due;
    record.missed = true;
    record.light = Light::red;
    task.cycles.push_back(std::move(record));
  }
  changes::open_cycle(step, ahead, command.event, command.by.actor.id);
  changes::hear(step);
}

void reopen(Step& step, const Command& command) {
  Task& task = step.task;
  if (task.ongoing) {
    const Timetable timetable = changes::timetable(step);
    const Cycle cycle = timetable.reopened();
    if (cycle == *task.cycle) {
      const DueDay due = timetable.due_of(cycle);
      changes::begin_due(step, due, command.event, command.by.actor.id);
      task.opened_late = due.due < step.today();
    } else {
      changes::close_cycle(step, false);
      changes::open_cycle(step, cycle, command.event, command.by.actor.id);
    }
  } else if (task.cycle && task.cycle->stage < static_cast<int>(task.schedule.stages.size())) {
    // Given up before its end: what is left of it is one stage, due on the given day.
    const Cycle last = changes::timetable(step).last_stage();
    changes::close_cycle(step, false);
    changes::open_cycle(step, last, *command.due, command.event, command.by.actor.id);
  } else {
    changes::begin_due(step, {*command.due}, command.event, command.by.actor.id);
  }
  task.stopped.reset();
  task.verified.reset();
  task.report.reset();
  task.owing.clear();
  task.contributions.clear();
  changes::forget_round(step);
  changes::start(step);
  changes::hear(step);
}

}  // namespace

Result<TaskState> destination(const Task& task, const Setting& setting, const Command& command,
                              Instant now) {
  const Date today = setting.basis.zone.date_of(now);
  Facts facts;
  facts.past_due = due_after(task, setting, command, today) < today;
  facts.started = task.started.has_value();
  facts.ongoing = task.ongoing;
  facts.cycle_begun = !task.cycle || task.cycle->first <= today;
  const Timetable timetable(task, setting.plan.ends, rules_for(setting.basis, task),
                            setting.basis.calendar, today);
  facts.cycle_to_come = timetable.next().has_value();
  facts.cycle_ahead = timetable.ahead().has_value();
  if (task.left) facts.left = task.left->state;
  facts.owing = command.event == Event::contribute &&
                is_owing(task, department_of(command), setting.basis.directory);
  if (task.last_act) facts.undone = task.last_act->before.task->state;
  Result<TaskState> to = next_state(task.state, command.event, facts);
  if (to || !has_transition(task.state, command.event)) return to;
  // The state is right, a condition is not: say which.
  const std::string key = to_text(task.key);
  switch (command.event) {
    case Event::start:
      return failed(Errc::state, "{task} was started already", {{"task", key}});
    case Event::report:
      return failed(
          Errc::state, "the cycle {cycle} of {task} begins on {first}; no report before",
          {{"cycle", task.cycle->name}, {"task", key}, {"first", to_text(task.cycle->first)}});
    case Event::miss:
      if (!task.cycle)
        return failed(Errc::state, "{task} is due once; it has no cycles to miss", {{"task", key}});
      if (!task.ongoing)
        return failed(Errc::state, "no stage of {task} is left whose day has not passed",
                      {{"task", key}});
      return failed(Errc::state, "no cycle of {task} is left whose due has not passed",
                    {{"task", key}});
    case Event::contribute:
      return failed(Errc::state, "{task} is verified, and {department} owes it nothing",
                    {{"task", key}, {"department", department_of(command)}});
    case Event::undo:
      return failed(Errc::state,
                    "nothing on {task} can be taken back; 'undo' is for the last act of a "
                    "coordinator, while only the scheduler and remarks followed it",
                    {{"task", key}});
    case Event::conclude:
      if (task.cycle)
        return failed(Errc::state, "{task} goes stage by stage; 'verify' of the last ends it",
                      {{"task", key}});
      return failed(Errc::state, "{task} is not ongoing; 'verify' ends it", {{"task", key}});
    default:
      return to;
  }
}

void take(Step& step, const Command& command, TaskState to, Role role) {
  Task& task = step.task;
  const bool lead_spoke = is_of_lead(task, command, role, step.setting.basis.directory);
  switch (command.event) {
    case Event::start:
    case Event::progress:
      if (!task.started) changes::start(step);
      if (lead_spoke) changes::hear(step);
      break;
    case Event::contribute:
      contributions::add(step, department_of(command), command);
      break;
    case Event::excuse:
      contributions::excuse(step, command);
      break;
    case Event::report:
      report(step, command);
      if (lead_spoke) changes::hear(step);
      break;
    case Event::withdraw:
      task.report.reset();
      if (lead_spoke) changes::hear(step);
      break;
    case Event::verify:
    case Event::conclude:
      verify(step, command, to);
      return;
    case Event::return_:
      give_back(step, command);
      changes::hear(step);
      break;
    case Event::request_extension:
      task.request = ExtensionRequest{*command.due, step.now, command.by.actor.id, command.dated,
                                      origin_now(task, command.by, step.setting.basis)};
      changes::begin(step, Anchor::requested, step.today());
      if (lead_spoke) changes::hear(step);
      break;
    case Event::grant_extension:
      grant(step, command);
      changes::hear(step);
      break;
    case Event::deny_extension:
      changes::lapse_request(step);
      changes::hear(step);
      break;
    case Event::amend:
      amend(step, command);
      break;
    case Event::reassign:
      reassign(step, command);
      changes::enter(step, to, true);
      return;
    case Event::suspend:
      suspend(step, command);
      break;
    case Event::resume:
      resume(step, command, to);
      return;
    case Event::miss:
      miss(step, command, to);
      return;
    case Event::reopen:
      reopen(step, command);
      break;
    case Event::cancel:
      changes::lapse_request(step);
      // Lateness stops here, if the suspension in which this falls has not stopped it.
      if (!task.stopped) task.stopped = step.today();
      if (task.left) {
        task.left.reset();
        task.suspensions.back().ended = step.today();
      }
      break;
    case Event::strike:
      contributions::strike(step, command.co);
      break;
    case Event::undo:
      last_act::take_back(step);
      return;
    default:
      break;
  }
  changes::enter(step, to);
}

void record_words(Step& step, const Command& command, Role role) {
  Task& task = step.task;
  const Directory& directory = step.setting.basis.directory;
  const std::string department = department_of(command);
  const bool of_lead = is_of_lead(task, command, role, directory);
  const std::vector<Attachment> fresh = new_contents(task, command);
  for (const Attachment& file : command.evidence) {
    const auto same = [&](const Attachment& each) { return each.sha256 == file.sha256; };
    const bool is_new =
        std::any_of(fresh.begin(), fresh.end(), same) && !has_content(task, file.sha256);
    task.evidence.push_back({file.sha256, file.name, file.size, department, command.by.actor.id,
                             step.now, of_lead && is_new, command.event == Event::contribute,
                             false});
  }
  if (!is_blank(command.note)) task.last_note = command.note;
  std::erase_if(task.remarks, [&](const Remark& remark) {
    return !department.empty() &&
           (directory.same(remark.to, department) || directory.is_member(department, remark.to));
  });
  if (command.event == Event::remark && !command.to.empty()) {
    task.remarks.push_back(
        {command.to, command.until, command.note, command.by.actor.id, step.now});
  }
}

}  // namespace duban::steps
