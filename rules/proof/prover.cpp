#include <algorithm>

#include "engine/policy/rules_for.hpp"
#include "rules/proof/judges.hpp"
#include "rules/prove.hpp"

namespace duban {
namespace proof {

void add(Verdict& verdict, Finding finding) {
  const auto same = [&](const Finding& known) {
    return known.property == finding.property && known.where.line == finding.where.line &&
           known.where.column == finding.where.column;
  };
  if (std::none_of(verdict.findings.begin(), verdict.findings.end(), same))
    verdict.findings.push_back(std::move(finding));
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

/// Of the kinds of one set of rules only those are tried for storms whose co's can act too.
bool is_for_storms(const Shape& shape, const std::vector<Shape>& all) {
  if (!shape.row.co.empty()) return true;
  return std::none_of(all.begin(), all.end(), [&](const Shape& other) {
    return other.chosen == shape.chosen && !other.row.co.empty() &&
           other.row.deadline.ongoing == shape.row.deadline.ongoing;
  });
}

}  // namespace
}  // namespace proof

bool Verdict::holds(Property property) const {
  return std::none_of(findings.begin(), findings.end(),
                      [&](const Finding& each) { return each.property == property; });
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
  for (const proof::Shape& shape : shapes.all) {
    if (proof::is_for_storms(shape, shapes.all))
      proof::judge_storm(verdict, basis, cast, shape, day);
  }
  std::stable_sort(
      verdict.findings.begin(), verdict.findings.end(), [](const Finding& a, const Finding& b) {
        return std::pair(a.property, a.where.line) < std::pair(b.property, b.where.line);
      });
  return verdict;
}

}  // namespace duban
