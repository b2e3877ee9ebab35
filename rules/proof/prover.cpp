#include <algorithm>

#include "engine/policy/rules_for.hpp"
#include "rules/proof/judges.hpp"
#include "rules/prove.hpp"

namespace duban {
namespace proof {

void add(Verdict& verdict, Flaw flaw) {
  const auto same = [&](const Flaw& known) {
    return known.property == flaw.property && known.where.line == flaw.where.line &&
           known.where.column == flaw.where.column;
  };
  if (std::none_of(verdict.flaws.begin(), verdict.flaws.end(), same))
    verdict.flaws.push_back(std::move(flaw));
}

namespace {

/// A plan for which coordinators were granted: any, where one was granted all.
std::string plan_of(const People& people) {
  std::string plan = "p";
  for (const Grant& grant : people.grants) {
    if (grant.role != Role::coordinator) continue;
    if (grant.plan.empty()) return "p";
    plan = grant.plan;
  }
  return plan;
}

/// The rules as far as lead and co's can set them in motion.
RuleLayer in_their_hands(RuleLayer layer) {
  std::erase_if(layer.transitions, [](const auto& each) {
    const auto& by = each.second.by;
    return !by || std::none_of(by->value.begin(), by->value.end(),
                               [](Role role) { return role == Role::lead || role == Role::co; });
  });
  return layer;
}

/// Storms of every kind of task whose rules differ in what lead and co's can do; of two that only
/// differ in their co's, of the one that has some.
void judge_storms(Verdict& verdict, const Basis& basis, const Cast& cast,
                  const std::vector<Shape>& shapes, Date day) {
  std::vector<std::pair<bool, RuleLayer>> judged;
  for (const Shape& shape : shapes) {
    Task task;
    task.key = shape.row.key;
    task.lead = shape.row.lead;
    task.co = shape.row.co;
    task.ongoing = shape.row.deadline.ongoing;
    task.urgent = shape.row.urgent;
    const RuleLayer rules = in_their_hands(rules_for(basis, task));
    const bool known = std::any_of(judged.begin(), judged.end(), [&](const auto& each) {
      return each.first == task.ongoing && same_judgement(each.second, rules);
    });
    if (known) continue;
    judged.emplace_back(task.ongoing, rules);
    judge_storm(verdict, basis, cast, shape, day);
    if (verdict.storm.endless) return;
  }
}

}  // namespace
}  // namespace proof

bool Verdict::holds(Property property) const {
  return std::none_of(flaws.begin(), flaws.end(),
                      [&](const Flaw& each) { return each.property == property; });
}

Result<Verdict> prove(const Rules& rules, const Directory& directory, const People& people,
                      const Calendar& calendar) {
  DUBAN_TRY(Zone zone, Zone::find(rules.timezone));
  const Basis basis{"proof", rules, calendar, directory, std::move(zone)};
  const Date day = make_date(2018, 1, 2);
  const Instant assigned = basis.zone.midnight(day);
  const std::string plan = proof::plan_of(people);
  const proof::Cast cast(directory, people, plan);
  const proof::Shapes shapes = proof::shapes_of(basis, cast, plan, day);

  Verdict verdict;
  if (rules.storm) verdict.storm.allowed = rules.storm->value;
  verdict.complete = shapes.complete;
  verdict.shapes = static_cast<int>(shapes.all.size());
  proof::EndJudge ends(verdict);
  proof::DutyJudge duties(verdict);
  proof::SilenceJudge silence(verdict);
  proof::DeadJudge dead(verdict, basis, cast);
  proof::AudienceJudge audience(verdict);
  proof::PostponeJudge postpone(verdict);
  const std::vector<proof::Judge*> judges{&ends, &duties, &silence, &dead, &audience, &postpone};
  for (const proof::Shape& shape : shapes.all) {
    proof::Machine machine(basis, cast, shape, assigned);
    machine.explore(judges);
    verdict.states += static_cast<int>(machine.nodes().size());
    verdict.complete = verdict.complete && machine.complete();
  }
  for (proof::Judge* judge : judges) judge->conclude();
  proof::judge_storms(verdict, basis, cast, shapes.all, day);
  std::stable_sort(verdict.flaws.begin(), verdict.flaws.end(), [](const Flaw& a, const Flaw& b) {
    return std::pair(a.property, a.where.line) < std::pair(b.property, b.where.line);
  });
  return verdict;
}

}  // namespace duban
