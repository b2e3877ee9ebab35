#include "engine/policy/permission.hpp"

#include <algorithm>

#include "engine/policy/check.hpp"
#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"
#include "engine/policy/timers.hpp"

namespace duban {

std::string join(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

tl::unexpected<Error> ruled(tl::unexpected<Error> error, Place rule) {
  error.value().rule = std::move(rule);
  return error;
}

namespace {

Status enabled(const Check& c) {
  const auto listed = c.layer.transitions.find(c.command.event);
  if (!c.rule && listed != c.layer.transitions.end()) {
    return ruled(
        failed(Errc::disabled, "the rules switch '{event}' off here", {{"event", c.event()}}),
        c.place_of(*listed->second.off));
  }
  if (!c.rule) {
    return ruled(failed(Errc::disabled, "the rules do not list '{event}'", {{"event", c.event()}}),
                 {c.basis.rules.file, 0, 0});
  }
  if (!c.rule->in) return {};
  const auto& states = c.rule->in->value;
  if (std::find(states.begin(), states.end(), c.task.state) != states.end()) return {};
  // A paper dated in time may be recorded late.
  if (c.command.event == Event::request_extension && c.task.state == TaskState::overdue &&
      c.command.dated && *c.command.dated <= c.task.due())
    return {};
  return ruled(failed(Errc::disabled, "the rules do not allow '{event}' while a task is {state}",
                      {{"event", c.event()}, {"state", std::string(to_text(c.task.state))}}),
               c.place_of(*c.rule->in));
}

Result<Role> role_of_actor(const Check& c) {
  if (!c.command.for_department.empty()) {
    if (c.command.by.coordinator) return Role::coordinator;
    return failed(Errc::role, "recording for a department (--for) is for a coordinator");
  }
  std::vector<std::string> allowed;
  if (c.rule->by) {
    for (const Role role : c.rule->by->value) {
      if (has_role(c.task, c.command.by, role, c.basis.directory)) return role;
      allowed.emplace_back(to_text(role));
    }
  }
  return ruled(failed(Errc::role, "'{event}' is for the {roles}; {actor} is not that on {task}",
                      {{"event", c.event()},
                       {"roles", join(allowed)},
                       {"actor", c.command.by.actor.id},
                       {"task", c.key()}}),
               c.rule->by ? c.place_of(*c.rule->by) : Place{});
}

/// Kept away from one house, as the actor himself or as another that he is.
tl::unexpected<Error> kept_from_house(const Check& c, Party party, const Tie& tie) {
  Values values{{"actor", c.command.by.actor.id}, {"event", c.event()}};
  const bool is_self = tie.actor == c.command.by.actor.id;
  if (is_self && !tie.then) {
    values.emplace_back(party == Party::lead ? "lead" : "co", tie.name);
    return failed(Errc::forbidden,
                  party == Party::lead
                      ? "{actor} is of the lead's house ({lead}); '{event}' is for somebody else"
                      : "{actor} is of the house of {co}, a co; '{event}' is for somebody else",
                  std::move(values));
  }
  values.emplace_back("name", tie.name);
  if (is_self) {
    return failed(Errc::forbidden,
                  "{actor} was of the house of {name} when what '{event}' judges was recorded; "
                  "that is for somebody else",
                  std::move(values));
  }
  values.emplace_back("other", tie.actor);
  return failed(Errc::forbidden,
                tie.then ? "{actor} is the same person as {other}, who was of the house of {name} "
                           "when what '{event}' judges was recorded; that is for somebody else"
                         : "{actor} is the same person as {other}, who is of the house of {name}; "
                           "'{event}' is for somebody else",
                std::move(values));
}

tl::unexpected<Error> kept_away(const Check& c, Party party, const Tie& tie) {
  if (party == Party::lead || party == Party::co) return kept_from_house(c, party, tie);
  Values values{{"actor", c.command.by.actor.id}, {"event", c.event()}};
  const bool is_report = party == Party::reporter;
  if (tie.name == c.command.by.actor.id) {
    return failed(Errc::forbidden,
                  is_report ? "{actor} recorded the report; '{event}' is for another person"
                            : "{actor} recorded the request; '{event}' is for another person",
                  std::move(values));
  }
  values.emplace_back("other", tie.name);
  return failed(Errc::forbidden,
                is_report ? "{actor} is the same person as {other}, who recorded the report; "
                            "'{event}' is for another person"
                          : "{actor} is the same person as {other}, who recorded the request; "
                            "'{event}' is for another person",
                std::move(values));
}

Status not_forbidden(const Check& c) {
  const std::optional<LastAct> none;
  const auto& undone = c.command.event == Event::undo ? c.task.last_act : none;
  const Person& by = c.command.by;
  if (undone && (undone->actor == by.actor.id ||
                 std::any_of(by.others.begin(), by.others.end(),
                             [&](const Actor& other) { return other.id == undone->actor; }))) {
    return failed(Errc::forbidden, "{actor} took the step itself; 'undo' is for another person",
                  {{"actor", c.command.by.actor.id}});
  }
  if (!c.rule->forbid) return {};
  for (const Party party : c.rule->forbid->value) {
    // Who was a party before the act that is taken back will be one again.
    for (const Task* task : {&c.task, undone ? undone->before.task.get() : nullptr}) {
      if (!task) continue;
      const std::optional<Tie> tie =
          tie_to(party, *task, c.command.by, c.command.event, c.basis.directory);
      if (tie) return ruled(kept_away(c, party, *tie), c.place_of(*c.rule->forbid));
    }
  }
  return {};
}

/// The last day on which a suspension from today still keeps within `left`.
Date latest_suspension(const Check& c, int left, SpanUnit unit) {
  if (left < 0) return c.today;
  if (unit != SpanUnit::working_day) return c.today + left;
  Date day = c.basis.calendar.add(c.today, {left, unit});
  while (!c.basis.calendar.is_workday(day + 1)) day = day + 1;  // days off cost nothing
  return day;
}

Status within_limits(const Check& c) {
  if (c.command.event == Event::request_extension) {
    if (c.rule->limit && c.task.extensions >= c.rule->limit->value) {
      return ruled(
          failed(Errc::limit, "{task} has had {count} extensions, as many as the rules allow",
                 {{"task", c.key()}, {"count", std::to_string(c.task.extensions)}}),
          c.place_of(*c.rule->limit));
    }
    if (c.task.request) {
      return failed(Errc::conflict, "a request for {wanted} is pending; one at a time",
                    {{"wanted", to_text(c.task.request->wanted)}});
    }
  }
  if (c.command.event == Event::suspend && c.rule->max) {
    const Span max = c.rule->max->value;
    const int left = max.count - suspension_used(c.task, max.unit, c.basis.calendar);
    if (suspension_days(c.today, *c.command.until, max.unit, c.basis.calendar) > left) {
      const Date latest = latest_suspension(c, left, max.unit);
      return ruled(
          latest > c.today
              ? failed(Errc::limit, "suspend {task} until {latest} at the latest: {max} in all",
                       {{"task", c.key()}, {"latest", to_text(latest)}, {"max", to_text(max)}})
              : failed(Errc::limit, "the suspensions of {task} have used up the {max} allowed",
                       {{"task", c.key()}, {"max", to_text(max)}}),
          c.place_of(*c.rule->max));
    }
  }
  return {};
}

}  // namespace

bool has_content(const Task& task, std::string_view sha256) {
  return std::any_of(task.evidence.begin(), task.evidence.end(), [&](const Evidence& known) {
    return known.sha256 == sha256 && !known.struck;
  });
}

std::vector<Attachment> new_contents(const Task& task, const Command& command) {
  std::vector<Attachment> fresh;
  for (const Attachment& file : command.evidence) {
    const auto same = [&](const auto& known) { return known.sha256 == file.sha256; };
    if (!has_content(task, file.sha256) && std::none_of(fresh.begin(), fresh.end(), same))
      fresh.push_back(file);
  }
  return fresh;
}

int counted_evidence(const Task& task) {
  return static_cast<int>(std::count_if(task.evidence.begin(), task.evidence.end(),
                                        [](const Evidence& item) { return item.counts; }));
}

int suspension_used(const Task& task, SpanUnit unit, const Calendar& calendar) {
  int used = 0;
  for (const Suspension& each : task.suspensions)
    used += suspension_days(each.from, each.ended.value_or(each.until), unit, calendar);
  return used;
}

Status check_usage(const Command& c) {
  const auto takes = [&](bool given, const char* option,
                         std::initializer_list<Event> events) -> Status {
    if (!given || std::find(events.begin(), events.end(), c.event) != events.end()) return {};
    return failed(Errc::usage, "'{event}' takes no --{option}",
                  {{"event", std::string(to_text(c.event))}, {"option", option}});
  };
  using enum Event;
  DUBAN_TRY(takes(c.due.has_value(), "due",
                  {request_extension, grant_extension, return_, amend, reassign, reopen}));
  DUBAN_TRY(takes(c.until.has_value(), "until", {suspend, remark}));
  DUBAN_TRY(takes(!c.to.empty(), "to", {reassign, remark}));
  DUBAN_TRY(takes(!c.co.empty(), "co", {excuse, return_, strike}));
  DUBAN_TRY(takes(!c.without.empty(), "without", {report}));
  DUBAN_TRY(takes(!c.add_co.empty(), "add-co", {amend}));
  DUBAN_TRY(takes(!c.drop_co.empty(), "drop-co", {amend}));
  DUBAN_TRY(takes(!c.content.empty(), "content", {amend, undo}));
  DUBAN_TRY(takes(c.error, "error", {amend}));
  DUBAN_TRY(takes(!c.lead.empty(), "lead", {amend}));
  DUBAN_TRY(takes(!c.deadline.empty(), "deadline", {amend}));
  DUBAN_TRY(takes(c.urgent, "urgent", {amend}));
  DUBAN_TRY(takes(c.not_urgent, "not-urgent", {amend}));
  DUBAN_TRY(takes(c.partial, "partial", {contribute}));
  DUBAN_TRY(takes(c.undo, "undo", {excuse}));
  DUBAN_TRY(takes(c.keep_as_co, "keep-as-co", {reassign}));
  DUBAN_TRY(takes(!c.for_department.empty(), "for",
                  {start, progress, contribute, report, withdraw, request_extension, remark}));
  DUBAN_TRY(takes(c.dated.has_value(), "dated", {contribute, report, request_extension}));
  if (c.dated && c.for_department.empty())
    return failed(Errc::usage,
                  "--dated goes with --for: it is the day that a department's paper claims");
  if (!c.lead.empty() && !c.error)
    return failed(Errc::usage,
                  "--lead corrects a misreading: give --error too; 'reassign' gives a task to "
                  "another lead");
  if (!c.deadline.empty() && !c.error)
    return failed(Errc::usage,
                  "--deadline corrects a misreading: give --error too; --due moves a due date");
  if (!c.deadline.empty() && c.due)
    return failed(Errc::usage, "--deadline and --due exclude each other");
  if (c.urgent && c.not_urgent)
    return failed(Errc::usage, "--urgent and --not-urgent exclude each other");
  return {};
}

Result<Role> permission(const Task& task, const Plan& plan, const Basis& basis,
                        const Command& command, Date today) {
  const RuleLayer& layer = rules_for(basis, task);
  const Check check{task, plan, basis, command, today, layer, layer.transition(command.event)};
  DUBAN_TRY(enabled(check));
  DUBAN_TRY(const Role role, role_of_actor(check));
  DUBAN_TRY(not_forbidden(check));
  DUBAN_TRY(check_arguments(check));
  DUBAN_TRY(check_complete(check));
  DUBAN_TRY(within_limits(check));
  return role;
}

}  // namespace duban
