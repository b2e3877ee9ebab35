#include "rules/proof/budget.hpp"

#include <algorithm>

namespace duban::proof {
namespace {

std::int64_t count_of(const auto& list) { return static_cast<std::int64_t>(list.size()); }

std::int64_t names_in(const Match& match) {
  return count_of(match.plan) + count_of(match.part) + count_of(match.section) +
         count_of(match.task) + count_of(match.lead) + count_of(match.co);
}

}  // namespace

Budget::Budget(const Rules& rules, std::int64_t work) : call_(20), file_(20), left_(work) {
  std::int64_t most_rungs = count_of(rules.base.rungs);
  const auto values = [](const RuleLayer& layer) {
    return 6 * (count_of(layer.rungs) + count_of(layer.transitions));
  };
  file_ += values(rules.base);
  for (const Override& each : rules.overrides) {
    call_ += 1 + names_in(each.match) / 4;
    file_ += values(each.layer) + names_in(each.match);
    // Rungs that overrides add; those that they change are counted twice, which does no harm.
    most_rungs += std::min<std::int64_t>(count_of(each.layer.rungs),
                                         200 - std::min<std::int64_t>(most_rungs, 200));
  }
  call_ += 3 * most_rungs;
}

std::size_t bytes_of(const Task& task) {
  const auto texts = [](const std::vector<std::string>& list) { return list.size() * 48; };
  return sizeof(Task) + texts(task.co) + texts(task.excused) + 160 * task.dues.size() +
         80 * task.raised.size() + 80 * task.floors.size() + 120 * task.evidence.size() +
         80 * task.contributions.size() + 120 * task.suspensions.size() + 120 * task.cycles.size();
}

}  // namespace duban::proof
