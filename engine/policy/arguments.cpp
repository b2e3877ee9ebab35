#include <algorithm>

#include "engine/base/utf8.hpp"
#include "engine/policy/check.hpp"
#include "engine/policy/parties.hpp"

namespace duban {
namespace {

tl::unexpected<Error> no_co(const Check& c, const std::string& name) {
  return failed(Errc::argument, "{department} is no co of {task}",
                {{"department", name}, {"task", c.key()}});
}

Status department_spoken_for(const Check& c) {
  const std::string& department = c.command.for_department;
  if (department.empty()) return {};
  const bool lead = is_lead(c.task, department, c.basis.directory);
  const bool co = is_co(c.task, department, c.basis.directory);
  const bool fits = c.command.event == Event::contribute ? co
                    : c.command.event == Event::remark   ? lead || co
                                                         : lead;
  if (fits) return {};
  return c.command.event == Event::contribute
             ? failed(Errc::argument, "{department} is no co of {task}",
                      {{"department", department}, {"task", c.key()}})
             : failed(Errc::argument, "{department} is not the lead of {task}, which is {lead}",
                      {{"department", department}, {"task", c.key()}, {"lead", c.task.lead}});
}

Status claimed_day(const Check& c) {
  if (!c.command.dated) return {};
  Date first = c.plan.issued.value_or(c.basis.zone.date_of(c.task.assigned));
  // The first stage begins with the task, whose paper may be older than its import.
  if (c.task.cycle && (c.task.ongoing || !c.task.cycles.empty()))
    first = std::max(first, c.task.cycle->first);
  if (*c.command.dated <= c.today && *c.command.dated >= first) return {};
  return failed(Errc::argument, "a paper is dated from {first} to today, {today}; not {dated}",
                {{"first", to_text(first)},
                 {"today", to_text(c.today)},
                 {"dated", to_text(*c.command.dated)}});
}

Status due_date(const Check& c) {
  if (c.command.event == Event::grant_extension) {
    if (!c.task.request) return {};  // it is the request that is missing
    const Date given = c.command.due.value_or(c.task.request->wanted);
    if (given > c.task.due() && given <= c.task.request->wanted) return {};
    return failed(Errc::argument,
                  "grant a date after {due} and not after {wanted}, the one asked for",
                  {{"due", to_text(c.task.due())}, {"wanted", to_text(c.task.request->wanted)}});
  }
  if (!c.command.due) return {};
  const Date due = *c.command.due;
  if (c.command.event == Event::reopen && c.task.ongoing)
    return failed(Errc::argument,
                  "an ongoing task takes the due date of its cycle; leave out --due");
  if (due < c.today && !(c.command.event == Event::amend && c.command.error)) {
    return failed(Errc::argument, "{due} has passed; a due date is today, {today}, or later",
                  {{"due", to_text(due)}, {"today", to_text(c.today)}});
  }
  if (c.command.event == Event::request_extension && due <= c.task.due()) {
    return failed(Errc::argument, "{task} is due {due} already; ask for a later date",
                  {{"task", c.key()}, {"due", to_text(c.task.due())}});
  }
  return {};
}

Status new_lead(const Check& c) {
  const std::string& lead = c.command.to;
  if (lead.empty()) return {};
  if (c.basis.directory.same(lead, c.task.lead)) {
    return failed(Errc::argument, "{department} is the lead of {task} already",
                  {{"department", lead}, {"task", c.key()}});
  }
  if (c.basis.directory.is_group(lead)) {
    return failed(Errc::argument, "{department} is a group; one department leads",
                  {{"department", lead}});
  }
  if (!c.basis.directory.find(lead)) {
    return failed(Errc::argument,
                  "{department} is not in the directory; add it first (department add)",
                  {{"department", lead}});
  }
  return {};
}

Status excused(const Check& c) {
  for (const std::string& name : c.command.co) {
    if (!is_co_name(c.task, name, c.basis.directory)) return no_co(c, name);
    const bool is_excused = contains(c.task.excused, name, c.basis.directory);
    if (is_excused && !c.command.undo) {
      return failed(Errc::argument, "{department} is excused already", {{"department", name}});
    }
    if (!is_excused && c.command.undo) {
      return failed(Errc::argument, "{department} is not excused", {{"department", name}});
    }
  }
  return {};
}

Status without(const Check& c) {
  if (c.command.without.empty()) return {};
  if (c.rule->without && !c.rule->without->value) {
    return ruled(failed(Errc::argument, "the rules refuse a report --without a co"),
                 c.place_of(*c.rule->without));
  }
  for (const std::string& name : c.command.without) {
    if (!is_co_name(c.task, name, c.basis.directory)) return no_co(c, name);
    if (contains(c.task.excused, name, c.basis.directory)) {
      return failed(Errc::argument, "{department} is excused already", {{"department", name}});
    }
    if (!contains(missing_cos(c.task, c.layer, c.basis.directory), name, c.basis.directory)) {
      return failed(Errc::argument, "{department} has contributed; leave out --without",
                    {{"department", name}});
    }
  }
  return {};
}

Status co_changes(const Check& c) {
  for (std::size_t i = 0; i < c.command.add_co.size(); ++i) {
    const std::string& name = c.command.add_co[i];
    const bool repeated = std::any_of(
        c.command.add_co.begin(), c.command.add_co.begin() + static_cast<std::ptrdiff_t>(i),
        [&](const std::string& earlier) { return c.basis.directory.same(earlier, name); });
    if (repeated || is_co_name(c.task, name, c.basis.directory)) {
      return failed(Errc::argument, "{department} is a co already", {{"department", name}});
    }
    if (c.basis.directory.same(name, c.task.lead)) {
      return failed(Errc::argument, "{department} is the lead of {task} already",
                    {{"department", name}, {"task", c.key()}});
    }
  }
  for (const std::string& name : c.command.drop_co) {
    if (!is_co_name(c.task, name, c.basis.directory)) return no_co(c, name);
  }
  return {};
}

Status contributors(const Check& c) {
  for (const std::string& name : c.command.co) {
    if (!is_co(c.task, name, c.basis.directory)) return no_co(c, name);
    if (c.command.event != Event::strike) continue;
    const auto& all = c.task.contributions;
    if (std::none_of(all.begin(), all.end(), [&](const Contribution& each) {
          return has_part_in(each, name, c.basis.directory);
        })) {
      return failed(Errc::argument, "{department} has contributed nothing to {task}",
                    {{"department", name}, {"task", c.key()}});
    }
  }
  return {};
}

Status urgency(const Check& c) {
  if (c.command.urgent && c.task.urgent)
    return failed(Errc::argument, "{task} is urgent already", {{"task", c.key()}});
  if (c.command.not_urgent && !c.task.urgent)
    return failed(Errc::argument, "{task} is not urgent", {{"task", c.key()}});
  return {};
}

Status lead_as_read(const Check& c) {
  const std::string& lead = c.command.lead;
  if (lead.empty()) return {};
  if (c.basis.directory.same(lead, c.task.lead)) {
    return failed(Errc::argument, "{department} is the lead of {task} already",
                  {{"department", lead}, {"task", c.key()}});
  }
  if (c.task.state == TaskState::reported) {
    return failed(Errc::argument,
                  "{task} is reported by {department}; 'return' the report first, then correct who "
                  "leads",
                  {{"task", c.key()}, {"department", c.task.lead}});
  }
  return {};
}

Status deadline_as_read(const Check& c) {
  if (c.command.deadline.empty()) return {};
  if (c.task.state == TaskState::reported) {
    return failed(Errc::argument,
                  "{task} is reported; 'return' the report first, then correct its deadline",
                  {{"task", c.key()}});
  }
  if (!c.task.cycles.empty()) {
    return failed(Errc::argument,
                  "cycles of {task} are over, and were judged by the deadline as it was read; move "
                  "the present one with --due",
                  {{"task", c.key()}});
  }
  return {};
}

Status departments_named(const Check& c) {
  switch (c.command.event) {
    case Event::reassign:
      return new_lead(c);
    case Event::excuse:
      return excused(c);
    case Event::report:
      return without(c);
    case Event::amend:
      DUBAN_TRY(urgency(c));
      DUBAN_TRY(lead_as_read(c));
      DUBAN_TRY(deadline_as_read(c));
      return co_changes(c);
    case Event::return_:
    case Event::strike:
      return contributors(c);
    default:
      return {};
  }
}

}  // namespace

Status check_arguments(const Check& c) {
  if (c.command.argument) return tl::make_unexpected(*c.command.argument);
  if (c.command.note.size() > note_bytes_max) {
    return failed(Errc::argument, "the note is longer than {max} bytes; attach it as evidence",
                  {{"max", std::to_string(note_bytes_max)}});
  }
  // As long as an import takes it.
  if (c.command.content.size() > note_bytes_max) {
    return failed(Errc::argument, "the content is longer than 64 KiB");
  }
  if (!c.command.content.empty() && is_blank(c.command.content))
    return failed(Errc::argument, "the content is blank");
  DUBAN_TRY(department_spoken_for(c));
  DUBAN_TRY(claimed_day(c));
  DUBAN_TRY(due_date(c));
  DUBAN_TRY(departments_named(c));
  if (c.command.until && c.command.event == Event::suspend && *c.command.until <= c.today) {
    return failed(Errc::argument, "a suspension ends after today; {until} is not later",
                  {{"until", to_text(*c.command.until)}});
  }
  if (c.command.until && c.command.event == Event::remark && *c.command.until < c.today) {
    return failed(Errc::argument, "{until} has passed", {{"until", to_text(*c.command.until)}});
  }
  return {};
}

}  // namespace duban
