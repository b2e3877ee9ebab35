#include <algorithm>

#include "engine/base/utf8.hpp"
#include "engine/policy/check.hpp"
#include "engine/policy/parties.hpp"

namespace duban {
namespace {

bool wants(const Check& c, Proof proof) {
  const auto& list = c.rule->any->value;
  return std::find(list.begin(), list.end(), proof) != list.end();
}

bool any_missing(const Check& c, bool no_note, bool no_evidence) {
  if (!c.rule->any || c.rule->any->value.empty()) return false;
  return !(wants(c, Proof::note) && !no_note) && !(wants(c, Proof::evidence) && !no_evidence);
}

bool contributions_enough(const Check& c) {
  std::vector<std::string> open = missing_cos(c.task, c.layer, c.basis.directory);
  std::erase_if(open, [&](const std::string& co) {
    return contains(c.command.without, co, c.basis.directory);
  });
  switch (c.rule->contributions->value) {
    case Need::none:
      return true;
    case Need::all:
      return open.empty();
    case Need::any:
      // Of the co's that are neither excused nor named --without, one; none left is satisfied.
      return open.empty() || std::any_of(c.task.co.begin(), c.task.co.end(), [&](const auto& co) {
               return !contains(c.task.excused, co, c.basis.directory) &&
                      has_contributed(c.task, co, groups_need(c.layer), c.basis.directory);
             });
  }
  DUBAN_ASSERT(false);
}

/// The standing report came by its due, or the paper that it records claims so.
bool came_in_time(const Check& c) {
  const Report& report = *c.task.report;
  const Date day = c.basis.zone.date_of(report.at);
  return std::min(day, report.dated.value_or(day)) <= report.due;
}

}  // namespace

Status check_complete(const Check& c) {
  std::vector<std::string> missing;
  Place rule;
  const auto ask = [&](const char* what, Place where = {}) {
    missing.emplace_back(what);
    if (rule.line == 0) rule = std::move(where);
  };
  const bool no_note = is_blank(c.command.note);
  const bool wants_note = c.rule->note && c.rule->note->value;
  const int given = static_cast<int>(new_contents(c.task, c.command).size());
  const int counted = c.command.event == Event::report ? counted_evidence(c.task) + given : given;
  const bool any_open = any_missing(c, no_note, c.command.evidence.empty());

  if (no_note && (wants_note || !c.command.for_department.empty() || !c.command.without.empty())) {
    ask("note", wants_note ? c.place_of(*c.rule->note) : Place{});
  } else if (any_open && wants(c, Proof::note)) {
    ask("note", c.place_of(*c.rule->any));
  }
  if (c.rule->evidence && counted < c.rule->evidence->value) {
    ask("evidence", c.place_of(*c.rule->evidence));
  } else if (any_open && wants(c, Proof::evidence)) {
    ask("evidence", c.place_of(*c.rule->any));
  }
  if (c.rule->contributions && !contributions_enough(c))
    ask("contributions", c.place_of(*c.rule->contributions));
  switch (c.command.event) {
    case Event::request_extension:
      if (!c.command.due) ask("due");
      break;
    case Event::grant_extension:
    case Event::deny_extension:
      if (!c.task.request) ask("request");
      break;
    case Event::reassign:
      if (!c.command.due && c.today > c.task.due()) ask("due");
      if (c.command.to.empty()) ask("to");
      break;
    case Event::suspend:
      if (!c.command.until) ask("until");
      break;
    case Event::return_:
      if (!c.command.due && c.today > c.task.due() && came_in_time(c)) ask("due");
      break;
    case Event::excuse:
    case Event::strike:
      if (c.command.co.empty()) ask("co");
      break;
    case Event::amend:
      if (!c.command.due && c.command.add_co.empty() && c.command.drop_co.empty() &&
          c.command.content.empty() && c.command.lead.empty() && c.command.deadline.empty() &&
          !c.command.urgent && !c.command.not_urgent)
        ask("change");
      break;
    case Event::reopen:
      if (!c.task.ongoing && !c.command.due) ask("due");
      break;
    case Event::remark:
      if (c.command.until && c.command.to.empty()) ask("to");
      break;
    default:
      break;
  }
  if (missing.empty()) return {};
  Values values{{"event", c.event()}, {"task", c.key()}, {"missing", join(missing)}};
  const bool of_co = std::find(missing.begin(), missing.end(), "contributions") != missing.end();
  if (of_co)
    values.emplace_back("departments", join(missing_cos(c.task, c.layer, c.basis.directory)));
  auto error = of_co ? failed(Errc::missing,
                              "'{event}' of {task} lacks: {missing} (of {departments})", values)
                     : failed(Errc::missing, "'{event}' of {task} lacks: {missing}", values);
  error.value().missing = std::move(missing);
  return ruled(std::move(error), rule);
}

}  // namespace duban
