// A rule file, to rules that can be folded for a task.
#include "engine/policy/rules_for.hpp"
#include "rules/load.hpp"
#include "tests/fuzz/promises.hpp"
#include "text/yaml.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(rule_file) {
  auto rules = load_rules(input, "rules.yaml");
  if (!rules) return check_problems(rules.error(), yaml::without_mark(input), "rules.yaml");
  DUBAN_ASSERT(!rules->name.empty() && rules->version > 0 && Zone::find(rules->timezone));
  for (const auto& [event, rule] : rules->base.transitions) DUBAN_ASSERT(rule.off || rule.by);
  auto zone = Zone::find(rules->timezone);
  const Basis basis{"", std::move(*rules), Calendar(), shipped_directory(), std::move(*zone)};
  Task task;
  task.key = {"hn135", {1, 3, 11}};
  for (const char* lead : {"省安监局", "省经信委", "别处"}) {
    task.lead = lead;
    const RuleLayer& folded = rules_for(basis, task);
    for (const Rung& rung : folded.rungs) {
      DUBAN_ASSERT(!rung.id.empty() && rung.at && rung.in && rung.level && rung.notify);
    }
    for (const auto& [event, rule] : folded.transitions) DUBAN_ASSERT(rule.off || rule.by);
  }
}

}  // namespace duban::fuzz
