#include "rules/load.hpp"

#include <algorithm>
#include <array>

#include "engine/base/date.hpp"
#include "rules/chains.hpp"
#include "rules/layer.hpp"
#include "rules/match.hpp"
#include "rules/words.hpp"
#include "text/fields.hpp"

namespace duban {
namespace {

using namespace rule_file;

constexpr std::array<std::string_view, 10> file_keys{
    "rules", "version",     "timezone",  "calendar",    "storm",
    "cites", "transitions", "deadlines", "escalations", "overrides"};
constexpr std::size_t overrides_max = 200;
constexpr std::size_t all_names_max = 2000;  // each is asked for every task at every turn
constexpr std::array<std::string_view, 5> wanted_keys{"rules", "version", "timezone", "calendar",
                                                      "transitions"};

/// The value of a section that may also stand there empty, all its lines commented out.
const yaml::Node* section(const yaml::Node& node, std::string_view key) {
  const yaml::Pair* pair = node.find(key);
  return pair == nullptr || pair->value.kind == yaml::Kind::null ? nullptr : &pair->value;
}

void read_head(const yaml::Node& root, Rules& rules, Problems& problems) {
  for (const yaml::Pair& pair : root.pairs) {
    const std::string& key = pair.key.text;
    if (key == "version")
      rules.version = yaml::number_of(pair.value, 1, 1'000'000, problems).value_or(0);
    if (key == "storm") set(rules.storm, pair, yaml::number_of(pair.value, 1, 1000, problems));
    if (key == "cites") set(rules.cites, pair, read_cites(pair.value, problems));
    std::string* target = key == "rules"      ? &rules.name
                          : key == "timezone" ? &rules.timezone
                          : key == "calendar" ? &rules.calendar
                                              : nullptr;
    if (target == nullptr) continue;
    if (const std::string* text = yaml::prose_of(pair.value, problems)) *target = *text;
    if (key != "timezone" || target->empty()) continue;
    // A machine that has no zones at all is no fault of the file; who needs the zone will say so.
    const Result<Zone> zone = Zone::find(*target);
    if (!zone && zone.error().code == Errc::usage) {
      problems.at(
          pair.value.spot,
          failed(Errc::bad_file, "unknown time zone '{zone}'; names are such as Asia/Shanghai",
                 {{"zone", *target}}));
    }
  }
}

std::size_t names_in(const Match& match) {
  return match.plan.size() + match.part.size() + match.section.size() + match.task.size() +
         match.lead.size() + match.co.size();
}

/// An override that turns on an event that the file does not list must say who may.
void check_added_events(const yaml::Node& transitions, const RuleLayer& layer,
                        const RuleLayer& base, Problems& problems) {
  for (const yaml::Pair& pair : transitions.pairs) {
    const std::optional<Event> event = parse_event(pair.key.text);
    if (!event || pair.value.kind != yaml::Kind::mapping) continue;
    const TransitionRule* rule = layer.transition(*event);
    if (rule == nullptr || rule->by || base.transition(*event) != nullptr) continue;
    problems.at(pair.key.spot, failed(Errc::bad_file,
                                      "'{event}' is not listed above; to add it here, say who may "
                                      "with 'by'",
                                      {{"event", pair.key.text}}));
  }
}

void read_override(const yaml::Node& node, const Ladder& ladder, Rules& rules, Problems& problems) {
  static constexpr std::array<std::string_view, 5> keys{"match", "cites", "transitions",
                                                        "deadlines", "escalations"};
  if (!yaml::is_mapping(node, problems)) return;
  yaml::refuse_unknown_keys(node, keys, problems);
  Override change;
  change.line = node.spot.line;
  if (const yaml::Pair* match = node.find("match")) {
    change.match = read_match(match->value, problems);
  } else {
    problems.at(node.spot, failed(Errc::bad_file, "this override lacks 'match'"));
  }
  if (const yaml::Pair* cites = node.find("cites"))
    set(change.cites, *cites, read_cites(cites->value, problems));
  if (const yaml::Node* transitions = section(node, "transitions")) {
    read_transitions(*transitions, Part::change, change.layer, problems);
    check_added_events(*transitions, change.layer, rules.base, problems);
  }
  if (const yaml::Node* deadlines = section(node, "deadlines"))
    read_deadlines(*deadlines, change.layer.deadlines, problems);
  if (const yaml::Node* rungs = section(node, "escalations"))
    read_rung_changes(*rungs, ladder, change.layer.rungs, problems);
  rules.overrides.push_back(std::move(change));
}

void read_file(const yaml::Node& root, Rules& rules, Problems& problems) {
  if (!yaml::is_mapping(root, problems)) return;
  const std::vector<std::string> meant = yaml::refuse_unknown_keys(root, file_keys, problems);
  for (const std::string_view key : wanted_keys) {
    const bool excused = std::find(meant.begin(), meant.end(), key) != meant.end();
    if (root.find(key) != nullptr || excused) continue;
    problems.at({}, failed(Errc::bad_file, "'{key}' is missing", {{"key", std::string(key)}}));
  }
  read_head(root, rules, problems);
  if (const yaml::Pair* transitions = root.find("transitions"))
    read_transitions(transitions->value, Part::base, rules.base, problems);
  if (const yaml::Node* deadlines = section(root, "deadlines"))
    read_deadlines(*deadlines, rules.base.deadlines, problems);
  if (const yaml::Node* ladder = section(root, "escalations"))
    read_ladder(*ladder, rules.base.rungs, problems);
  const yaml::Node* overrides = section(root, "overrides");
  const Ladder ladder =
      ladder_of(rules.base.rungs, overrides ? *overrides : yaml::Node(), problems);
  check_chains(root, ladder, problems);
  if (overrides == nullptr) return;
  if (overrides->kind != yaml::Kind::sequence) {
    problems.at(overrides->spot, failed(Errc::bad_file,
                                        "a list of overrides is wanted here, each "
                                        "beginning with '- match:'"));
    return;
  }
  if (overrides->items.size() > overrides_max) {
    refuse_more(*overrides, overrides_max, problems);
    return;
  }
  std::size_t names = 0;
  for (const yaml::Node& node : overrides->items) {
    read_override(node, ladder, rules, problems);
    names += names_in(rules.overrides.empty() ? Match{} : rules.overrides.back().match);
    if (names <= all_names_max) continue;
    problems.at(node.spot, failed(Errc::bad_file, "more than {limit} names in 'match' up to here",
                                  {{"limit", std::to_string(all_names_max)}}));
    return;
  }
}

}  // namespace

Checked<Rules> load_rules(std::string_view text, const std::string& file) {
  Problems problems(yaml::without_mark(text), file);
  const yaml::Node root = yaml::parse(text, problems);
  Rules rules;
  rules.file = file;
  // A null root has its problem already: bytes or syntax that nothing could be read from.
  if (root.kind != yaml::Kind::null) read_file(root, rules, problems);
  if (!problems.empty()) return tl::unexpected(problems.take());
  return rules;
}

std::optional<std::string> timezone_in(std::string_view text) {
  return yaml::text_under(text, "timezone");
}

}  // namespace duban
