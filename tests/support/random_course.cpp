#include "tests/support/random_course.hpp"

#include "engine/lifecycle/lifecycle.hpp"

namespace duban::testing {
namespace {

const char* const leads[] = {"省安监局", "省公安厅", "省交通运输厅", "各市州人民政府",
                             "名录外的单位"};
const char* const cos[] = {"省财政厅", "省发改委", "各市州人民政府", "省经信委"};

}  // namespace

Plan RandomCourse::plan() {
  Plan plan;
  plan.id = "p";
  if (chance(30)) plan.issued = make_date(2017, 1, 10);
  if (chance(60)) plan.ends = make_date(2018, 1, 1) + below(900);
  return plan;
}

PlanRow RandomCourse::row() {
  PlanRow row;
  row.key = {"p", {1, 1 + below(3), 1 + below(40)}};
  row.content = "事项";
  row.lead = leads[below(5)];
  for (const char* co : cos) {
    if (chance(30) && row.lead != co) row.co.emplace_back(co);
  }
  row.deadline = deadline();
  return row;
}

Deadline RandomCourse::deadline() {
  Deadline deadline;
  const int kind = below(100);
  if (kind < 35) {
    deadline.due = make_date(2017, 1, 1) + below(700);
    return deadline;
  }
  const bool staged = kind >= 65;
  deadline.ongoing = !staged;
  if (staged) {
    deadline.then_ongoing = chance(35);
    Date day = make_date(2017, 1, 1) + below(500);
    for (int n = deadline.then_ongoing && chance(30) ? 1 : 2 + below(4); n > 0; --n) {
      deadline.stages.push_back({day, "第" + std::to_string(n) + "步"});
      deadline.due = day;
      day = day + 1 + below(150);
    }
    if (!deadline.then_ongoing) return deadline;
  }
  if (chance(60)) deadline.every = static_cast<CycleUnit>(below(4));
  if (deadline.every && chance(60)) {
    constexpr int months[] = {1, 3, 6, 12};
    constexpr int days[] = {0, 10, 20, 31};
    deadline.day = CycleDay{1 + below(months[static_cast<int>(*deadline.every)]),
                            chance(60) ? days[below(4)] : 1 + below(31)};
  }
  if (chance(20)) deadline.ends = make_date(2018, 1, 1) + below(900);
  return deadline;
}

Instant RandomCourse::after(Instant now) {
  if (chance(8)) return now;
  const Date day = basis_.zone.date_of(now) + (chance(50) ? below(8) : below(70));
  if (chance(40)) return std::max(now, basis_.zone.midnight(day));
  return std::max(now, Instant{basis_.zone.midnight(day).seconds + below(86400)});
}

std::string RandomCourse::co_of(const Task& task) {
  if (task.co.empty() || chance(10)) return cos[below(4)];
  const std::string& name =
      task.co[static_cast<std::size_t>(below(static_cast<int>(task.co.size())))];
  const std::vector<std::string> members = basis_.directory.members(name);
  if (members.empty() || chance(30)) return name;
  return members[static_cast<std::size_t>(below(static_cast<int>(members.size())))];
}

Person RandomCourse::person(const Task& task, Event event) {
  Person person;
  std::string department;
  if (chance(8)) {
    department = leads[below(5)];
    person.coordinator = chance(50);
  } else if (event == Event::contribute) {
    department = co_of(task);
  } else if (is_department_step(event)) {
    department = task.lead;
  } else {
    department = "省政府督查室";
    person.coordinator = true;
  }
  person.actor = {department, department, {}, {}};
  if (person.coordinator && department == "省政府督查室")
    person.actor.id = chance(50) ? "督查一处" : "督查二处";
  return person;
}

Command RandomCourse::command(const Task& task, Instant now) {
  const Date today = basis_.zone.date_of(now);
  Command c;
  do {
    c.event = lifecycle_events[static_cast<std::size_t>(below(std::size(lifecycle_events)))];
  } while (c.event == Event::deadline || (!chance(5) && !has_transition(task.state, c.event)) ||
           (c.event == Event::cancel && !chance(25)) || (c.event == Event::remark && !chance(30)) ||
           (c.event == Event::conclude && !chance(60)));
  if (task.request && chance(40))
    c.event = chance(75) ? Event::grant_extension : Event::deny_extension;
  if (task.last_act && chance(12)) c.event = Event::undo;
  c.by = person(task, c.event);
  if (chance(92)) c.note = "办理";
  const int paper = c.event == Event::request_extension ? 50 : 20;
  if (is_department_step(c.event) && chance(paper)) {
    c.by = {{"督查一处", "省政府督查室", {}, {}}, true, false, false};
    c.for_department = c.event == Event::contribute ? co_of(task) : task.lead;
    const bool claims = c.event == Event::contribute || c.event == Event::report ||
                        c.event == Event::request_extension;
    if (claims && chance(60)) c.dated = around(today, 20, 0);
    // A paper sent in time that is recorded late.
    if (task.state == TaskState::overdue && c.event == Event::request_extension)
      c.dated = task.due() - below(3);
  }
  switch (c.event) {
    case Event::report:
      if (chance(90)) c.evidence.push_back({"sha" + std::to_string(++files_), "件.pdf", 1});
      if (chance(10) && !task.evidence.empty()) c.evidence = {{task.evidence.back().sha256, "", 1}};
      if (chance(70)) c.without = task.co;
      break;
    case Event::contribute:
      c.partial = chance(20);
      if (chance(30)) c.evidence.push_back({"sha" + std::to_string(++files_), "件.pdf", 1});
      break;
    case Event::strike:
      if (!task.contributions.empty()) c.co = {task.contributions.back().department};
      break;
    case Event::excuse:
      if (!task.co.empty())
        c.co = {task.co[static_cast<std::size_t>(below(static_cast<int>(task.co.size())))]};
      c.undo = !task.excused.empty() && chance(50);
      break;
    case Event::request_extension:
      c.due = std::max(task.due(), today - 20) + 1 + below(120);
      break;
    case Event::grant_extension:
      if (chance(30) && task.request) c.due = around(task.request->wanted, 20, 3);
      break;
    case Event::return_:
      if (chance(60)) c.due = today + below(40);
      if (!task.co.empty() && chance(30)) c.co = {task.co.front()};
      break;
    case Event::amend:
      if (chance(70)) {
        c.error = chance(50);
        c.due = c.error ? around(today, 60, 60) : today + below(90);
      } else if (chance(60)) {
        c.add_co = {cos[below(4)]};
      } else {
        (task.urgent ? c.not_urgent : c.urgent) = true;
      }
      break;
    case Event::reassign:
      c.to = leads[below(3)];
      c.keep_as_co = chance(50);
      if (chance(70)) c.due = today + below(200);
      break;
    case Event::suspend:
      c.until = today + 1 + below(60);
      break;
    case Event::reopen:
      if (!task.ongoing) c.due = today + below(150);
      break;
    case Event::remark:
      if (chance(40)) c.to = task.lead;
      break;
    default:
      break;
  }
  return c;
}

}  // namespace duban::testing
