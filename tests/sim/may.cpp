// Who may do what when: the contract's refusals, in their order (design §3, §10).
#include <algorithm>

#include "tests/sim/model.hpp"

namespace duban::sim {
namespace {

using enum Event;
using enum TaskState;

bool one_of(Event event, std::initializer_list<Event> list) {
  return std::find(list.begin(), list.end(), event) != list.end();
}

}  // namespace

// ── who is who ──

bool Model::acts_for(std::string_view department, std::string_view name) const {
  return !department.empty() &&
         (same(department, name) || in_->directory.is_member(department, name));
}
bool Model::is_co(std::string_view department) const {
  return std::any_of(co.begin(), co.end(), [&](auto& name) { return acts_for(department, name); });
}
bool Model::has(const std::vector<std::string>& names, std::string_view name) const {
  return std::any_of(names.begin(), names.end(), [&](auto& each) { return same(each, name); });
}
bool Model::has_given(const std::string& name) const {
  if (given_.count(in_->directory.canonical(name))) return true;
  int all = 0, gave = 0;
  for (const std::string& member : in_->directory.members(name)) {
    if (same(member, lead)) continue;
    ++all;
    gave += static_cast<int>(given_.count(member));
  }
  return all > 0 && (in_->law.groups == Need::all ? gave == all : gave > 0);
}
std::vector<std::string> Model::missing() const {
  std::vector<std::string> result;
  for (const std::string& name : co) {
    const auto members = in_->directory.members(name);
    const bool blocks = !in_->directory.is_group(name) ||
                        std::any_of(members.begin(), members.end(),
                                    [&](auto& member) { return !same(member, lead); });
    if (blocks && !has(excused, name) && !has_given(name)) result.push_back(name);
  }
  return result;
}
bool Model::is_open() const {
  return state == assigned || state == in_progress || state == TaskState::overdue;
}
std::string Model::waits_for() const {
  if (is_open())
    return std::string("lead") + (missing().empty() ? "" : " co") + (asked_ ? " coordinator" : "");
  if (state == reported) return std::string("coordinator") + (owing.empty() ? "" : " co");
  return state == suspended ? "scheduler" : "";
}

// ── cycles and days ──

std::pair<Date, Date> Model::period(Date day) const {
  const int months = unit_ == CycleUnit::month       ? 1
                     : unit_ == CycleUnit::quarter   ? 3
                     : unit_ == CycleUnit::half_year ? 6
                                                     : 12;
  const Civil c = civil(day);
  const int begins = (c.month - 1) / months * months + 1;
  return {make_date(c.year, begins, 1), last_of_month(c.year, begins + months - 1)};
}
Date Model::due_of(std::pair<Date, Date> cycle) const {
  if (in_->plan.ends && cycle.first <= *in_->plan.ends && *in_->plan.ends <= cycle.second)
    return *in_->plan.ends;
  return in_->calendar.add(cycle.second, in_->law.grace);
}
std::optional<Date> Model::cycle_ahead() const {
  for (Date end = last; !in_->plan.ends || *in_->plan.ends > end;) {
    const auto cycle = period(end + 1);
    if (due_of(cycle) >= today_) return cycle.first;
    end = cycle.second;
  }
  return {};
}
int Model::days(Date from, Date to) const {
  return in_->law.max.unit == SpanUnit::working_day ? in_->calendar.workdays_between(from, to)
                                                    : to - from;
}
Date Model::resumed_due() const {
  if (left_ == reported || in_->law.moves == MovesDue::none) return due;
  if (in_->law.moves == MovesDue::calendar_days) return due + (today_ - suspended_);
  return in_->calendar.add(
      due, {in_->calendar.workdays_between(suspended_, today_), SpanUnit::working_day});
}
int Model::late_days(Date today) const {
  if (!report_) return std::max(0, stopped_.value_or(today) - due);
  const Date until = report_->dated && report_->proven ? *report_->dated : report_->day;
  return std::max(0, until - report_->due);
}
Light Model::light(Date today) const {
  if (state == suspended || state == cancelled) return Light::grey;
  if (state == TaskState::overdue) return Light::red;
  if (is_open() &&
      today >= in_->calendar.add(due, {-in_->law.warning.count, in_->law.warning.unit}))
    return Light::yellow;
  if (!is_open() && late_days(today) > 0) return Light::yellow;
  for (const Date day : red_)
    if (!forgiven_.count(day)) return Light::yellow;
  for (const RungLaw& rung : in_->law.ladder) {
    if (rung.level > 0 && rung.names_lead && (rung.when_ongoing || !ongoing) && at(rung.at).day &&
        rung.in.count(state) && raised_.count({rung.id, at(rung.at).generation}))
      return Light::yellow;
  }
  return Light::green;
}

// ── what may not be ──

bool Model::may_happen(const Command& c) const {
  if (c.event == start) return state == assigned || (state == TaskState::overdue && !started);
  if (c.event == report) return is_open() && (!ongoing || first <= today_);
  if (one_of(c.event, {contribute, amend, suspend}) && state == reported) return true;
  if (one_of(c.event, {withdraw, verify, return_})) return state == reported;
  if (c.event == conclude) return state == reported && ongoing;
  if (c.event == Event::resume) return state == suspended;
  if (c.event == miss) return state == TaskState::overdue && ongoing && cycle_ahead();
  if (c.event == reopen) return state == verified || state == cancelled;
  if (c.event == cancel) return state != verified && state != cancelled;
  return c.event == remark || is_open();
}
bool Model::is_forbidden(const Command& c) const {
  const std::string& mine = c.by.actor.department;
  const bool lead_house = in_->directory.same_house(mine, lead) || acts_for(mine, lead);
  if (c.event == excuse) {
    for (const std::string& name : co) {
      if (in_->directory.same_house(mine, name)) return true;
      for (const std::string& member : in_->directory.members(name))
        if (in_->directory.same_house(mine, member)) return true;
    }
  }
  if (one_of(c.event, {verify, conclude}) && report_->by == c.by.actor.id) return true;
  if (one_of(c.event, {grant_extension, deny_extension}) && asked_ && asked_->by == c.by.actor.id)
    return true;
  return lead_house && !is_department_step(c.event) && c.event != return_;
}
int Model::fresh(const Command& c) const {
  std::set<std::string> news;
  for (const Attachment& file : c.evidence)
    if (!files_.count(file.sha256)) news.insert(file.sha256);
  return static_cast<int>(news.size());
}
bool Model::is_bad_argument(const Command& c) const {
  const bool lead_spoken = acts_for(c.for_department, lead), co_spoken = is_co(c.for_department);
  const bool fits =
      c.event == contribute ? co_spoken : lead_spoken || (c.event == remark && co_spoken);
  if (!c.for_department.empty() && !fits) return true;
  const Date earliest =
      std::max(in_->plan.issued.value_or(assigned_), ongoing ? first : Date{-999999});
  if (c.dated && (*c.dated > today_ || *c.dated < earliest)) return true;
  if (c.event == grant_extension && asked_) {
    const Date day = c.due.value_or(asked_->wanted);
    if (day <= due || day > asked_->wanted) return true;
  } else if (c.due && c.event != grant_extension) {
    if (c.event == reopen && ongoing) return true;
    if (*c.due < today_ && !c.error) return true;
    if (c.event == request_extension && *c.due <= due) return true;
  }
  if (c.event == reassign && !c.to.empty() &&
      (same(c.to, lead) || in_->directory.is_group(c.to) || !in_->directory.find(c.to)))
    return true;
  for (const std::string& name : c.co) {
    if (c.event == return_ ? !is_co(name) : !has(co, name)) return true;
    if (c.event == excuse && has(excused, name) != c.undo) return true;
  }
  if (!c.without.empty() && !in_->law.without) return true;
  for (const std::string& name : c.without)
    if (!has(missing(), name)) return true;
  for (const std::string& name : c.add_co)
    if (has(co, name) || same(name, lead)) return true;
  for (const std::string& name : c.drop_co)
    if (!has(co, name)) return true;
  if ((c.urgent && urgent) || (c.not_urgent && !urgent)) return true;
  return c.until && (c.event == suspend ? *c.until <= today_ : *c.until < today_);
}
bool Model::lacks(const Command& c) const {
  const bool noted = c.note.find_first_not_of(' ') != c.note.npos;
  const bool needs_note = !one_of(c.event, {start, contribute, Event::resume}) ||
                          !c.for_department.empty() || !c.without.empty();
  if (!noted && (needs_note || (c.event == contribute && c.evidence.empty()))) return true;
  if (c.event == report && counted_ + fresh(c) < in_->law.evidence) return true;
  if (c.event == report && in_->law.contributions != Need::none) {
    int open = 0, done = 0;
    for (const std::string& name : missing()) open += has(c.without, name) ? 0 : 1;
    for (const std::string& name : co) done += !has(excused, name) && has_given(name) ? 1 : 0;
    if (open > 0 && (in_->law.contributions == Need::all || done == 0)) return true;
  }
  if (one_of(c.event, {grant_extension, deny_extension})) return !asked_;
  if (c.event == request_extension) return !c.due;
  if (c.event == reassign) return c.to.empty() || (!c.due && today_ > due);
  if (c.event == suspend) return !c.until;
  if (c.event == excuse) return c.co.empty();
  if (c.event == amend) {
    return !c.due && c.add_co.empty() && c.drop_co.empty() && c.content.empty() && !c.urgent &&
           !c.not_urgent;
  }
  if (c.event == reopen) return !ongoing && !c.due;
  return c.event == remark && c.until && c.to.empty();
}
bool Model::is_misused(const Command& c) {
  const auto misplaced = [&](bool is_given, std::initializer_list<Event> takers) {
    return is_given && !one_of(c.event, takers);
  };
  const bool is_paper = !c.for_department.empty();
  return (is_paper && !is_department_step(c.event)) || (c.dated && !is_paper) ||
         misplaced(c.dated.has_value(), {contribute, report, request_extension}) ||
         misplaced(c.due.has_value(),
                   {request_extension, grant_extension, return_, amend, reassign, reopen}) ||
         misplaced(c.until.has_value(), {suspend, remark}) ||
         misplaced(!c.to.empty(), {reassign, remark}) ||
         misplaced(!c.co.empty(), {excuse, return_}) || misplaced(!c.without.empty(), {report}) ||
         misplaced(!c.add_co.empty() || !c.drop_co.empty() || c.error, {amend}) ||
         misplaced(c.partial, {contribute}) || misplaced(c.undo, {excuse}) ||
         misplaced(c.keep_as_co, {reassign}) || misplaced(c.urgent || c.not_urgent, {amend}) ||
         (c.urgent && c.not_urgent);
}
std::string Model::refusal(const Command& c) const {
  const std::string& mine = c.by.actor.department;
  const bool takes_paper = is_department_step(c.event);
  if (!may_happen(c)) return "state";
  if (in_->law.off.count(c.event)) return "disabled";
  if (c.event == request_extension && state == TaskState::overdue &&
      !in_->law.requests_when_overdue && !(c.dated && *c.dated <= due))
    return "disabled";
  const bool may = !c.for_department.empty() || !takes_paper ? c.by.coordinator
                   : c.event == contribute                   ? is_co(mine)
                   : c.event == remark ? acts_for(mine, lead) || is_co(mine) || c.by.coordinator
                                       : acts_for(mine, lead);
  if (!may) return "role";
  if (is_forbidden(c)) return "forbidden";
  if (is_bad_argument(c)) return "argument";
  if (lacks(c)) return "missing";
  if (c.event == request_extension && in_->law.limit > 0 && extensions >= in_->law.limit)
    return "limit";
  if (c.event == request_extension && asked_) return "conflict";
  if (c.event == suspend && suspension_ + days(today_, *c.until) > in_->law.max.count)
    return "limit";
  return {};
}

}  // namespace duban::sim
