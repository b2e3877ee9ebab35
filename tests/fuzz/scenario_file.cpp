// A file of scenarios, and one of habits: what is read can be written, and is read the same again.
#include "rules/behaviour.hpp"
#include "rules/scenario.hpp"
#include "tests/fuzz/promises.hpp"
#include "text/yaml.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(scenario_file) {
  const auto scenarios = load_scenarios(input, "a.test.yaml");
  if (scenarios) {
    DUBAN_ASSERT(!scenarios->scenarios.empty());
    const std::string text = to_yaml(*scenarios);
    const auto again = load_scenarios(text, "a.test.yaml");
    DUBAN_ASSERT(again && to_yaml(*again) == text);
  } else {
    check_problems(scenarios.error(), yaml::without_mark(input), "a.test.yaml");
  }
  const auto habits = load_behaviour(input, "habits.yaml");
  if (!habits) return check_problems(habits.error(), yaml::without_mark(input), "habits.yaml");
  for (const auto& [event, habit] : habits->habits) {
    DUBAN_ASSERT(is_step(event));
    for (const Habit::Choice& choice : habit.choices)
      DUBAN_ASSERT(choice.weight >= 0 && (!choice.at || choice.at->anchor != Anchor::raised));
  }
}

}  // namespace duban::fuzz
