#include "rehearsal/forecast.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace duban {
namespace {

Date first_day(const Difference& one) {
  if (!one.before || !one.after) return one.before ? *one.before : *one.after;
  return std::min(*one.before, *one.after);
}

}  // namespace

Outlook outlook(const Reading& reading, const TaskView& view, const Plan& plan,
                const Future& future) {
  Outlook outlook{view.task, {}, {}};
  const Basis& basis = future.basis ? *future.basis : reading.basis();
  Task task = view.task;
  if (future.basis) task = rebased(task, reading.basis(), *future.basis, reading.now());
  const Setting setting{plan, basis};
  if (!future.behaviour) {
    outlook.course = wait_until(std::move(task), setting, future.until);
    return outlook;
  }
  const Players players{*future.behaviour, reading.people(), future.seed};
  outlook.course =
      live(std::move(task), setting, players, reading.now(), future.until, outlook.refused);
  return outlook;
}

Status forecast(Reading& reading, const TaskQuery& query, const Future& future,
                const std::function<Result<bool>(const Outlook&)>& visit) {
  std::map<std::string_view, const Plan*> plans;
  for (const Plan& plan : reading.plans()) plans.emplace(plan.id, &plan);
  return reading.each_task(query, [&](TaskView& view) -> Result<bool> {
    return visit(outlook(reading, view, *plans.at(view.task.key.plan), future));
  });
}

std::vector<Difference> differences(const std::vector<Escalation>& before,
                                    const std::vector<Escalation>& after, const Zone& zone) {
  using Key = std::tuple<std::string, int, int>;
  const auto key = [](const Escalation& each) {
    return Key{each.rung, each.generation, each.occurrence};
  };
  std::map<Key, Difference> all;
  for (const Escalation& each : before) {
    Difference& one = all[key(each)];
    one = {each.rung, each.occurrence, each.generation, zone.date_of(each.raised), {}, each.level,
           false};
  }
  for (const Escalation& each : after) {
    Difference& one = all[key(each)];
    one.rung = each.rung;
    one.occurrence = each.occurrence;
    one.generation = each.generation;
    one.after = zone.date_of(each.raised);
    one.relevelled = one.before && one.level != each.level;
    one.level = each.level;
  }
  std::vector<Difference> list;
  for (auto& [ignored, one] : all) {
    if (one.before != one.after || one.relevelled) list.push_back(std::move(one));
  }
  std::stable_sort(list.begin(), list.end(), [](const Difference& a, const Difference& b) {
    return first_day(a) < first_day(b);
  });
  return list;
}

}  // namespace duban
