#include "engine/policy/permission.hpp"

#include <algorithm>

#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"
#include "engine/policy/timers.hpp"

namespace duban {
namespace {

std::string join(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

template <class T>
Place place_of(const Basis& basis, const Leaf<T>& leaf) {
  return {basis.rules.file, leaf.line, leaf.column};
}

tl::unexpected<Error> ruled(tl::unexpected<Error> error, Place rule) {
  error.value().rule = std::move(rule);
  return error;
}

/// The checks of one step, in the order of the refusals.
class Check {
 public:
  Check(const Task& task, const Plan& plan, const Basis& basis, const Command& command, Date today)
      : task_(task),
        plan_(plan),
        basis_(basis),
        command_(command),
        today_(today),
        layer_(rules_for(basis, task)),
        rule_(layer_.transition(command.event)) {}

  Result<Role> run() {
    DUBAN_TRY(enabled());
    DUBAN_TRY(const Role role, role_of_actor());
    DUBAN_TRY(not_forbidden());
    DUBAN_TRY(arguments());
    DUBAN_TRY(complete());
    DUBAN_TRY(within_limits());
    return role;
  }

 private:
  std::string event() const { return std::string(to_text(command_.event)); }
  std::string key() const { return to_text(task_.key); }
  bool same(std::string_view a, std::string_view b) const { return basis_.directory.same(a, b); }

  Status enabled() const {
    if (!rule_) {
      return ruled(failed(Errc::disabled, "the rules do not list '{event}'", {{"event", event()}}),
                   {basis_.rules.file, 0, 0});
    }
    if (!rule_->in) return {};
    const auto& states = rule_->in->value;
    if (std::find(states.begin(), states.end(), task_.state) != states.end()) return {};
    // A paper dated in time may be recorded late.
    if (command_.event == Event::request_extension && task_.state == TaskState::overdue &&
        command_.dated && *command_.dated <= task_.due())
      return {};
    return ruled(failed(Errc::disabled, "the rules do not allow '{event}' while a task is {state}",
                        {{"event", event()}, {"state", std::string(to_text(task_.state))}}),
                 place_of(basis_, *rule_->in));
  }

  Result<Role> role_of_actor() const {
    if (!command_.for_department.empty()) {
      if (command_.by.coordinator) return Role::coordinator;
      return failed(Errc::role, "recording for a department (--for) is for a coordinator");
    }
    std::vector<std::string> allowed;
    if (rule_->by) {
      for (const Role role : rule_->by->value) {
        if (has_role(task_, command_.by, role, basis_.directory)) return role;
        allowed.emplace_back(to_text(role));
      }
    }
    return ruled(failed(Errc::role, "'{event}' is for the {roles}; {actor} is not that on {task}",
                        {{"event", event()},
                         {"roles", join(allowed)},
                         {"actor", command_.by.actor.id},
                         {"task", key()}}),
                 rule_->by ? place_of(basis_, *rule_->by) : Place{});
  }

  Status not_forbidden() const {
    if (!rule_->forbid) return {};
    const Actor& actor = command_.by.actor;
    const auto same_house = [&](std::string_view name) {
      return basis_.directory.same_house(actor.department, name);
    };
    const Place rule = place_of(basis_, *rule_->forbid);
    for (const Party party : rule_->forbid->value) {
      if (party == Party::lead && same_house(task_.lead)) {
        return ruled(
            failed(Errc::forbidden,
                   "{actor} is of the lead's house ({lead}); '{event}' is for somebody else",
                   {{"actor", actor.id}, {"lead", task_.lead}, {"event", event()}}),
            rule);
      }
      if (party == Party::co) {
        for (const std::string& co : task_.co) {
          const auto members = basis_.directory.members(co);
          if (!same_house(co) && std::none_of(members.begin(), members.end(), same_house)) continue;
          return ruled(
              failed(Errc::forbidden,
                     "{actor} is of the house of {co}, a co; '{event}' is for somebody else",
                     {{"actor", actor.id}, {"co", co}, {"event", event()}}),
              rule);
        }
      }
      if (party == Party::reporter && task_.report && task_.report->reporter == actor.id) {
        return ruled(
            failed(Errc::forbidden, "{actor} recorded the report; '{event}' is for another person",
                   {{"actor", actor.id}, {"event", event()}}),
            rule);
      }
      if (party == Party::requester && task_.request && task_.request->requester == actor.id) {
        return ruled(
            failed(Errc::forbidden, "{actor} recorded the request; '{event}' is for another person",
                   {{"actor", actor.id}, {"event", event()}}),
            rule);
      }
    }
    return {};
  }

  Status arguments() const {
    if (command_.argument) return tl::make_unexpected(*command_.argument);
    if (command_.note.size() > note_bytes_max) {
      return failed(Errc::argument, "the note is longer than {max} bytes; attach it as evidence",
                    {{"max", std::to_string(note_bytes_max)}});
    }
    DUBAN_TRY(department_spoken_for());
    DUBAN_TRY(claimed_day());
    DUBAN_TRY(due_date());
    DUBAN_TRY(departments_named());
    if (command_.until && command_.event == Event::suspend && *command_.until <= today_) {
      return failed(Errc::argument, "a suspension ends after today; {until} is not later",
                    {{"until", to_text(*command_.until)}});
    }
    if (command_.until && command_.event == Event::remark && *command_.until < today_) {
      return failed(Errc::argument, "{until} has passed", {{"until", to_text(*command_.until)}});
    }
    return {};
  }

  Status department_spoken_for() const {
    const std::string& department = command_.for_department;
    if (department.empty()) return {};
    const bool lead = is_lead(task_, department, basis_.directory);
    const bool co = is_co(task_, department, basis_.directory);
    const bool fits = command_.event == Event::contribute ? co
                      : command_.event == Event::remark   ? lead || co
                                                          : lead;
    if (fits) return {};
    return command_.event == Event::contribute
               ? failed(Errc::argument, "{department} is no co of {task}",
                        {{"department", department}, {"task", key()}})
               : failed(Errc::argument, "{department} is not the lead of {task}, which is {lead}",
                        {{"department", department}, {"task", key()}, {"lead", task_.lead}});
  }

  Status claimed_day() const {
    if (!command_.dated) return {};
    Date first = plan_.issued.value_or(basis_.zone.date_of(task_.assigned));
    if (task_.cycle) first = std::max(first, task_.cycle->first);
    if (*command_.dated <= today_ && *command_.dated >= first) return {};
    return failed(Errc::argument, "a paper is dated from {first} to today, {today}; not {dated}",
                  {{"first", to_text(first)},
                   {"today", to_text(today_)},
                   {"dated", to_text(*command_.dated)}});
  }

  Status due_date() const {
    if (!command_.due) return {};
    const Date due = *command_.due;
    if (command_.event == Event::reopen && task_.ongoing)
      return failed(Errc::argument,
                    "an ongoing task takes the due date of its cycle; leave out --due");
    if (command_.event == Event::grant_extension) {
      if (!task_.request) return {};  // it is the request that is missing
      if (due > task_.due() && due <= task_.request->wanted) return {};
      return failed(Errc::argument,
                    "grant a date after {due} and not after {wanted}, the one asked for",
                    {{"due", to_text(task_.due())}, {"wanted", to_text(task_.request->wanted)}});
    }
    if (due < today_ && !(command_.event == Event::amend && command_.error)) {
      return failed(Errc::argument, "{due} has passed; a due date is today, {today}, or later",
                    {{"due", to_text(due)}, {"today", to_text(today_)}});
    }
    if (command_.event == Event::request_extension && due <= task_.due()) {
      return failed(Errc::argument, "{task} is due {due} already; ask for a later date",
                    {{"task", key()}, {"due", to_text(task_.due())}});
    }
    return {};
  }

  Status departments_named() const {
    switch (command_.event) {
      case Event::reassign:
        return new_lead();
      case Event::excuse:
        return excused();
      case Event::report:
        return without();
      case Event::amend:
        return co_changes();
      case Event::return_:
        for (const std::string& name : command_.co) {
          if (!is_co(task_, name, basis_.directory)) return no_co(name);
        }
        return {};
      default:
        return {};
    }
  }

  tl::unexpected<Error> no_co(const std::string& name) const {
    return failed(Errc::argument, "{department} is no co of {task}",
                  {{"department", name}, {"task", key()}});
  }

  Status new_lead() const {
    const std::string& lead = command_.to;
    if (lead.empty()) return {};
    if (same(lead, task_.lead)) {
      return failed(Errc::argument, "{department} is the lead of {task} already",
                    {{"department", lead}, {"task", key()}});
    }
    if (basis_.directory.is_group(lead)) {
      return failed(Errc::argument, "{department} is a group; one department leads",
                    {{"department", lead}});
    }
    if (!basis_.directory.find(lead)) {
      return failed(Errc::argument,
                    "{department} is not in the directory; add it first (department add)",
                    {{"department", lead}});
    }
    return {};
  }

  Status excused() const {
    for (const std::string& name : command_.co) {
      if (!is_co_name(task_, name, basis_.directory)) return no_co(name);
      const bool is_excused = contains(task_.excused, name, basis_.directory);
      if (is_excused && !command_.undo) {
        return failed(Errc::argument, "{department} is excused already", {{"department", name}});
      }
      if (!is_excused && command_.undo) {
        return failed(Errc::argument, "{department} is not excused", {{"department", name}});
      }
    }
    return {};
  }

  Status without() const {
    if (command_.without.empty()) return {};
    if (rule_->without && !rule_->without->value) {
      return ruled(failed(Errc::argument, "the rules refuse a report --without a co"),
                   place_of(basis_, *rule_->without));
    }
    for (const std::string& name : command_.without) {
      if (!is_co_name(task_, name, basis_.directory)) return no_co(name);
      if (contains(task_.excused, name, basis_.directory)) {
        return failed(Errc::argument, "{department} is excused already", {{"department", name}});
      }
      if (!contains(missing_cos(task_, layer_, basis_.directory), name, basis_.directory)) {
        return failed(Errc::argument, "{department} has contributed; leave out --without",
                      {{"department", name}});
      }
    }
    return {};
  }

  Status co_changes() const {
    for (std::size_t i = 0; i < command_.add_co.size(); ++i) {
      const std::string& name = command_.add_co[i];
      const bool repeated = std::any_of(
          command_.add_co.begin(), command_.add_co.begin() + static_cast<std::ptrdiff_t>(i),
          [&](const std::string& earlier) { return same(earlier, name); });
      if (repeated || is_co_name(task_, name, basis_.directory)) {
        return failed(Errc::argument, "{department} is a co already", {{"department", name}});
      }
      if (same(name, task_.lead)) {
        return failed(Errc::argument, "{department} is the lead of {task} already",
                      {{"department", name}, {"task", key()}});
      }
    }
    for (const std::string& name : command_.drop_co) {
      if (!is_co_name(task_, name, basis_.directory)) return no_co(name);
    }
    return {};
  }

  Status complete() const {
    std::vector<std::string> missing;
    Place rule;
    const auto ask = [&](const char* what, Place where = {}) {
      missing.emplace_back(what);
      if (rule.line == 0) rule = std::move(where);
    };
    const bool no_note = is_blank(command_.note);
    const bool wants_note = rule_->note && rule_->note->value;
    const int given = static_cast<int>(new_contents(task_, command_).size());
    const int counted = command_.event == Event::report ? counted_evidence(task_) + given : given;
    const bool any_open = any_missing(no_note, command_.evidence.empty());

    if (no_note && (wants_note || !command_.for_department.empty() || !command_.without.empty())) {
      ask("note", wants_note ? place_of(basis_, *rule_->note) : Place{});
    } else if (any_open && wants(Proof::note)) {
      ask("note", place_of(basis_, *rule_->any));
    }
    if (rule_->evidence && counted < rule_->evidence->value) {
      ask("evidence", place_of(basis_, *rule_->evidence));
    } else if (any_open && wants(Proof::evidence)) {
      ask("evidence", place_of(basis_, *rule_->any));
    }
    if (rule_->contributions && !contributions_enough())
      ask("contributions", place_of(basis_, *rule_->contributions));
    switch (command_.event) {
      case Event::request_extension:
        if (!command_.due) ask("due");
        break;
      case Event::grant_extension:
      case Event::deny_extension:
        if (!task_.request) ask("request");
        break;
      case Event::reassign:
        if (!command_.due && today_ > task_.due()) ask("due");
        if (command_.to.empty()) ask("to");
        break;
      case Event::suspend:
        if (!command_.until) ask("until");
        break;
      case Event::excuse:
        if (command_.co.empty()) ask("co");
        break;
      case Event::amend:
        if (!command_.due && command_.add_co.empty() && command_.drop_co.empty() &&
            command_.content.empty())
          ask("change");
        break;
      case Event::reopen:
        if (!task_.ongoing && !command_.due) ask("due");
        break;
      case Event::remark:
        if (command_.until && command_.to.empty()) ask("to");
        break;
      default:
        break;
    }
    if (missing.empty()) return {};
    Values values{{"event", event()}, {"task", key()}, {"missing", join(missing)}};
    const bool of_co = std::find(missing.begin(), missing.end(), "contributions") != missing.end();
    if (of_co)
      values.emplace_back("departments", join(missing_cos(task_, layer_, basis_.directory)));
    auto error = of_co ? failed(Errc::missing,
                                "'{event}' of {task} lacks: {missing} (of {departments})", values)
                       : failed(Errc::missing, "'{event}' of {task} lacks: {missing}", values);
    error.value().missing = std::move(missing);
    return ruled(std::move(error), rule);
  }

  bool wants(Proof proof) const {
    const auto& list = rule_->any->value;
    return std::find(list.begin(), list.end(), proof) != list.end();
  }

  bool any_missing(bool no_note, bool no_evidence) const {
    if (!rule_->any || rule_->any->value.empty()) return false;
    return !(wants(Proof::note) && !no_note) && !(wants(Proof::evidence) && !no_evidence);
  }

  bool contributions_enough() const {
    std::vector<std::string> open = missing_cos(task_, layer_, basis_.directory);
    const std::size_t missing = open.size();
    std::erase_if(open, [&](const std::string& co) {
      return contains(command_.without, co, basis_.directory);
    });
    switch (rule_->contributions->value) {
      case Need::none:
        return true;
      case Need::all:
        return open.empty();
      case Need::any: {
        // Of the co's that are neither excused nor named --without, one; none left is satisfied.
        std::size_t asked = 0;
        for (const std::string& co : task_.co) {
          if (contains(task_.excused, co, basis_.directory)) continue;
          if (contains(command_.without, co, basis_.directory)) continue;
          if (has_contributed(task_, co, groups_need(layer_), basis_.directory)) return true;
          ++asked;
        }
        return asked == 0 || missing == 0;
      }
    }
    DUBAN_ASSERT(false);
  }

  Status within_limits() const {
    if (command_.event == Event::request_extension) {
      if (rule_->limit && task_.extensions >= rule_->limit->value) {
        return ruled(
            failed(Errc::limit, "{task} has had {count} extensions, as many as the rules allow",
                   {{"task", key()}, {"count", std::to_string(task_.extensions)}}),
            place_of(basis_, *rule_->limit));
      }
      if (task_.request) {
        return failed(Errc::conflict, "a request for {wanted} is pending; one at a time",
                      {{"wanted", to_text(task_.request->wanted)}});
      }
    }
    if (command_.event == Event::suspend && rule_->max) {
      const Span max = rule_->max->value;
      const int left = max.count - suspension_used(task_, max.unit, basis_.calendar);
      if (suspension_days(today_, *command_.until, max.unit, basis_.calendar) > left) {
        const Date latest = latest_suspension(left, max.unit);
        return ruled(
            latest > today_
                ? failed(Errc::limit, "suspend {task} until {latest} at the latest: {max} in all",
                         {{"task", key()}, {"latest", to_text(latest)}, {"max", to_text(max)}})
                : failed(Errc::limit, "the suspensions of {task} have used up the {max} allowed",
                         {{"task", key()}, {"max", to_text(max)}}),
            place_of(basis_, *rule_->max));
      }
    }
    return {};
  }

  /// The last day on which a suspension from today still keeps within `left`.
  Date latest_suspension(int left, SpanUnit unit) const {
    if (left < 0) return today_;
    if (unit != SpanUnit::working_day) return today_ + left;
    Date day = basis_.calendar.add(today_, {left, unit});
    while (!basis_.calendar.is_workday(day + 1)) day = day + 1;  // days off cost nothing
    return day;
  }

  const Task& task_;
  const Plan& plan_;
  const Basis& basis_;
  const Command& command_;
  const Date today_;
  const RuleLayer& layer_;
  const TransitionRule* rule_;
};

}  // namespace

bool is_blank(std::string_view text) {
  while (!text.empty()) {
    if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) {
      text.remove_prefix(1);
    } else if (text.starts_with("\u3000")) {
      text.remove_prefix(3);
    } else if (text.starts_with("\u00a0")) {
      text.remove_prefix(2);
    } else {
      return false;
    }
  }
  return true;
}

std::vector<Attachment> new_contents(const Task& task, const Command& command) {
  std::vector<Attachment> fresh;
  for (const Attachment& file : command.evidence) {
    const auto same = [&](const auto& known) { return known.sha256 == file.sha256; };
    if (std::none_of(task.evidence.begin(), task.evidence.end(), same) &&
        std::none_of(fresh.begin(), fresh.end(), same))
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
  DUBAN_TRY(takes(!c.co.empty(), "co", {excuse, return_}));
  DUBAN_TRY(takes(!c.without.empty(), "without", {report}));
  DUBAN_TRY(takes(!c.add_co.empty(), "add-co", {amend}));
  DUBAN_TRY(takes(!c.drop_co.empty(), "drop-co", {amend}));
  DUBAN_TRY(takes(!c.content.empty(), "content", {amend}));
  DUBAN_TRY(takes(c.error, "error", {amend}));
  DUBAN_TRY(takes(c.partial, "partial", {contribute}));
  DUBAN_TRY(takes(c.undo, "undo", {excuse}));
  DUBAN_TRY(takes(c.keep_as_co, "keep-as-co", {reassign}));
  DUBAN_TRY(takes(!c.for_department.empty(), "for",
                  {start, progress, contribute, report, withdraw, request_extension, remark}));
  DUBAN_TRY(takes(c.dated.has_value(), "dated", {contribute, report, request_extension}));
  if (c.dated && c.for_department.empty())
    return failed(Errc::usage,
                  "--dated goes with --for: it is the day that a department's paper claims");
  return {};
}

Result<Role> permission(const Task& task, const Plan& plan, const Basis& basis,
                        const Command& command, Date today) {
  return Check(task, plan, basis, command, today).run();
}

}  // namespace duban
