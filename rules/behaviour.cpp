#include "rules/behaviour.hpp"

#include <array>

#include "rules/words.hpp"

namespace duban {
namespace {

using namespace rule_file;
using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 4> sections{"lead", "co", "coordinator", "departments"};
constexpr std::array<std::string_view, 3> of_lead{"start", "progress", "report"};
constexpr std::array<std::string_view, 1> of_co{"contribute"};
constexpr std::array<std::string_view, 1> of_coordinator{"verify"};
constexpr std::array<std::string_view, 4> of_department{"start", "progress", "report",
                                                        "contribute"};
constexpr int weight_max = 1000;

std::optional<Habit::Choice> choice_of(const yaml::Node& node, Problems& problems) {
  if (node.text == "never") return Habit::Choice{};
  const std::optional<At> at = read_at(node, problems);
  if (!at) return std::nullopt;
  if (at->anchor == Anchor::raised) {
    problems.at(node.spot, failed(Errc::bad_file,
                                  "a habit is counted from a moment of the task, not from a rung"));
    return std::nullopt;
  }
  return Habit::Choice{at, 1};
}

Habit habit_of(const yaml::Pair& pair, Problems& problems) {
  Habit habit;
  constexpr std::string_view every = "every ";
  if (pair.value.kind == yaml::Kind::mapping) {
    for (const yaml::Pair& each : pair.value.pairs) {
      std::optional<Habit::Choice> choice = choice_of(each.key, problems);
      const auto weight = yaml::number_of(each.value, 0, weight_max, problems);
      if (!choice || !weight) continue;
      choice->weight = *weight;
      habit.choices.push_back(*choice);
    }
  } else if (pair.key.text == "progress" && pair.value.text.starts_with(every)) {
    yaml::Node span = pair.value;
    span.text.erase(0, every.size());
    span.spot.column += static_cast<std::uint32_t>(every.size());
    habit.every = read_span(span, 1, true, problems);
  } else if (yaml::text_of(pair.value, problems) != nullptr) {
    if (const auto choice = choice_of(pair.value, problems)) habit.choices.push_back(*choice);
  }
  return habit;
}

void read_habits(const yaml::Node& node, Keys keys, std::map<Event, Habit>& habits,
                 Problems& problems) {
  if (!yaml::is_mapping(node, problems)) return;
  yaml::refuse_unknown_keys(node, keys, problems);
  for (const yaml::Pair& pair : node.pairs) {
    if (const auto event = parse_event(pair.key.text)) habits[*event] = habit_of(pair, problems);
  }
}

void read_file(const yaml::Node& root, Behaviour& behaviour, Problems& problems) {
  if (!yaml::is_mapping(root, problems)) return;
  yaml::refuse_unknown_keys(root, sections, problems);
  const auto read_role = [&](const char* name, Keys keys) {
    if (const yaml::Pair* pair = root.find(name))
      read_habits(pair->value, keys, behaviour.habits, problems);
  };
  read_role("lead", of_lead);
  read_role("co", of_co);
  read_role("coordinator", of_coordinator);
  const yaml::Pair* departments = root.find("departments");
  if (departments == nullptr || !yaml::is_mapping(departments->value, problems)) return;
  for (const yaml::Pair& pair : departments->value.pairs)
    read_habits(pair.value, of_department, behaviour.departments[pair.key.text], problems);
}

}  // namespace

Checked<Behaviour> load_behaviour(std::string_view text, const std::string& file) {
  Problems problems(yaml::without_mark(text), file);
  const yaml::Node root = yaml::parse(text, problems);
  Behaviour behaviour;
  if (root.kind != yaml::Kind::null) read_file(root, behaviour, problems);
  if (!problems.empty()) return tl::unexpected(problems.take());
  return behaviour;
}

}  // namespace duban
