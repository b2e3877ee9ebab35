#include <algorithm>

#include "engine/policy/rules_for.hpp"
#include "rules/proof/judges.hpp"
#include "rules/prove.hpp"

namespace duban {
namespace proof {

namespace {
constexpr std::size_t flaws_max = 200;
// In units of Budget, each so much that a proof takes no more than seconds.
constexpr std::int64_t machines_work = 9'000'000;
constexpr std::int64_t storms_work = 6'000'000;
constexpr std::int64_t dead_work = 4'000'000;
}  // namespace

void add(Verdict& verdict, Flaw flaw) {
  const auto same = [&](const Flaw& known) {
    return known.property == flaw.property && known.where.line == flaw.where.line &&
           known.where.column == flaw.where.column;
  };
  if (std::any_of(verdict.flaws.begin(), verdict.flaws.end(), same)) return;
  if (verdict.flaws.size() == flaws_max) {
    ++verdict.more_flaws;
  } else {
    verdict.flaws.push_back(std::move(flaw));
  }
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

Task task_of(const Shape& shape) {
  Task task;
  task.key = shape.row.key;
  task.lead = shape.row.lead;
  task.co = shape.row.co;
  task.set_schedule(shape.row.deadline);
  task.urgent = shape.row.urgent;
  return task;
}

/// Kinds of tasks that were explored and found without a flaw: another that is judged alike has
/// none either. Only where what a task is matched by stays as it is over its life.
class Alike {
 public:
  explicit Alike(const Basis& basis) : basis_(basis) {
    for (const Override& each : basis.rules.overrides) {
      if (!each.match.lead.empty() || !each.match.co.empty() || each.match.urgent) stays_ = false;
    }
  }
  /// The number under which such a one was added.
  std::optional<std::size_t> find(const Shape& shape) const {
    if (!stays_) return std::nullopt;
    const RuleLayer& rules = rules_for(basis_, task_of(shape));
    for (const One& one : all_) {
      if (goes_alike(one.shape.row.deadline, shape.row.deadline) &&
          one.shape.row.co == shape.row.co && same_judgement(*one.rules, rules))
        return one.number;
    }
    return std::nullopt;
  }
  void add(const Shape& shape, std::size_t number) {
    if (stays_) all_.push_back({shape, &rules_for(basis_, task_of(shape)), number});
  }

 private:
  struct One {
    Shape shape;
    const RuleLayer* rules;
    std::size_t number;
  };
  const Basis& basis_;
  bool stays_ = true;
  std::vector<One> all_;
};

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
  Budget budget(basis.rules, storms_work);
  std::vector<std::pair<bool, RuleLayer>> judged;
  for (const Shape& shape : shapes) {
    const bool ongoing = shape.row.deadline.ongoing;
    const RuleLayer rules = in_their_hands(rules_for(basis, task_of(shape)));
    const bool known = std::any_of(judged.begin(), judged.end(), [&](const auto& each) {
      return each.first == ongoing && same_judgement(each.second, rules);
    });
    if (known) continue;
    judged.emplace_back(ongoing, rules);
    judge_storm(verdict, basis, cast, budget, shape, day);
    if (verdict.storm.endless || verdict.unexplored.contains(Property::no_storm)) return;
  }
}

/// An office that is alone in its directory is proved with two departments such as its first plan
/// will bring: without any, nothing could pass from one to another.
Directory with_departments(const Directory& directory, const People& people,
                           const std::string& plan) {
  const Cast cast(directory, people, plan);
  const bool has_any = std::any_of(cast.neutral().begin(), cast.neutral().end(),
                                   [&](const auto& name) { return !directory.is_group(name); });
  if (has_any) return directory;
  std::vector<Department> departments = directory.departments();
  for (const char* name : {"名录外单位", "另一名录外单位"}) {
    Department stand_in;
    stand_in.name = name;
    if (!directory.find(name)) departments.push_back(std::move(stand_in));
  }
  return Directory(std::move(departments));
}

}  // namespace
}  // namespace proof

bool Verdict::is_flawed(Property property) const {
  return std::any_of(flaws.begin(), flaws.end(),
                     [&](const Flaw& each) { return each.property == property; });
}

bool Verdict::holds(Property property) const {
  return !unexplored.contains(property) && !is_flawed(property);
}

Result<Verdict> prove(const Rules& rules, const Directory& given, const People& people,
                      const Calendar& calendar, const std::vector<std::string>& leads) {
  DUBAN_TRY(Zone zone, Zone::find(rules.timezone));
  const Directory directory = proof::with_departments(given, people, proof::plan_of(people));
  const Basis basis{"proof", rules, calendar, directory, std::move(zone)};
  const Date day = make_date(2018, 1, 2);
  const Instant assigned = basis.zone.midnight(day);
  const std::string plan = proof::plan_of(people);
  const proof::Cast cast(directory, people, plan);
  proof::Budget machines(rules, proof::machines_work), others(rules, proof::dead_work);
  const proof::Shapes shapes = proof::shapes_of(basis, cast, plan, day, machines);

  Verdict verdict;
  if (rules.storm) verdict.storm.allowed = rules.storm->value;
  const auto leave = [&](bool storms) {
    for (int number = 1; number <= property_count; ++number) {
      const auto property = static_cast<Property>(number);
      if (storms || property != Property::no_storm) verdict.unexplored.insert(property);
    }
  };
  if (!shapes.complete) leave(true);
  verdict.shapes = static_cast<int>(shapes.all.size());
  proof::EndJudge ends(verdict);
  proof::DutyJudge duties(verdict, leads);
  proof::SilenceJudge silence(verdict);
  proof::DeadJudge dead(verdict, basis, cast, others);
  proof::AudienceJudge audience(verdict);
  proof::PostponeJudge postpone(verdict);
  const std::vector<proof::Judge*> judges{&ends, &duties, &silence, &dead, &audience, &postpone};
  proof::Alike alike(basis);
  for (const proof::Shape& shape : shapes.all) {
    if (machines.is_spent()) break;
    if (const auto known = alike.find(shape)) {
      dead.explored_alike(shape, *known);
      continue;
    }
    const std::size_t flaws = verdict.flaws.size();
    proof::Machine machine(basis, cast, machines, shape, assigned);
    machine.explore(judges);
    verdict.states += static_cast<int>(machine.nodes().size());
    if (!machine.complete()) leave(false);
    if (verdict.flaws.size() == flaws) alike.add(shape, dead.kinds() - 1);
  }
  // Judges are paid from it too: what one of them left, it left.
  if (machines.is_spent()) leave(false);
  for (proof::Judge* judge : judges) judge->conclude();
  proof::judge_storms(verdict, basis, cast, shapes.all, day);
  std::stable_sort(verdict.flaws.begin(), verdict.flaws.end(), [](const Flaw& a, const Flaw& b) {
    return std::pair(a.property, a.where.line) < std::pair(b.property, b.where.line);
  });
  return verdict;
}

}  // namespace duban
