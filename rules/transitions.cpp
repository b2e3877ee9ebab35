#include <array>

#include "engine/lifecycle/lifecycle.hpp"
#include "rules/layer.hpp"
#include "rules/words.hpp"

namespace duban::rule_file {
namespace {

constexpr std::array<std::string_view, 7> rule_keys{"by",    "in",  "forbid", "require",
                                                    "limit", "max", "cites"};
constexpr std::array<std::string_view, 6> require_keys{"note",          "evidence", "any",
                                                       "contributions", "groups",   "without"};
constexpr std::array<Word<Party>, 4> parties{{{"lead", Party::lead},
                                              {"co", Party::co},
                                              {"reporter", Party::reporter},
                                              {"requester", Party::requester}}};
constexpr std::array<Word<Proof>, 2> proofs{{{"note", Proof::note}, {"evidence", Proof::evidence}}};
constexpr std::array<Word<Need>, 3> needs{
    {{"none", Need::none}, {"any", Need::any}, {"all", Need::all}}};
constexpr std::array<Word<Need>, 2> group_needs{{{"any", Need::any}, {"all", Need::all}}};
constexpr std::array<Word<bool>, 2> permissions{{{"allowed", true}, {"refused", false}}};

void read_require(const yaml::Node& node, TransitionRule& rule, Problems& problems) {
  if (!yaml::is_mapping(node, problems)) return;
  yaml::refuse_unknown_keys(node, require_keys, problems);
  for (const yaml::Pair& pair : node.pairs) {
    const std::string& key = pair.key.text;
    const yaml::Node& value = pair.value;
    if (key == "note") {
      set(rule.note, pair, yaml::flag_of(value, problems));
    } else if (key == "evidence") {
      set(rule.evidence, pair, yaml::number_of(value, 0, 100, problems));
    } else if (key == "any") {
      rule.any = leaf(pair, read_words<Proof>(value, Kind::word, proofs, problems));
    } else if (key == "contributions") {
      set(rule.contributions, pair, read_word<Need>(value, Kind::word, needs, problems));
    } else if (key == "groups") {
      set(rule.groups, pair, read_word<Need>(value, Kind::word, group_needs, problems));
    } else if (key == "without") {
      set(rule.without, pair, read_word<bool>(value, Kind::word, permissions, problems));
    }
  }
}

/// `limit` and `max` mean something for one event each; elsewhere they would be a silent no-op.
void refuse_out_of_place(const yaml::Pair& pair, Event event, Event owner, Problems& problems) {
  if (event == owner) return;
  problems.at(pair.key.spot,
              failed(Errc::bad_file, "'{key}' belongs to '{event}' only",
                     {{"key", pair.key.text}, {"event", std::string(to_text(owner))}}));
}

/// A state in `in` that the lifecycle has no row for would look like a permission and be none.
void refuse_unreachable(const yaml::Node& list, Event event, Problems& problems) {
  for (const yaml::Node& item : list.items) {
    const std::optional<TaskState> state = parse_state(item.text);
    if (!state || has_transition(*state, event)) continue;
    std::vector<std::string_view> known;
    for (const TaskState each : all_states) {
      if (has_transition(each, event)) known.push_back(to_text(each));
    }
    problems.at(item.spot,
                failed(Errc::bad_file,
                       "the lifecycle has no '{event}' from '{state}'; it has it from: {known}",
                       {{"event", std::string(to_text(event))},
                        {"state", item.text},
                        {"known", yaml::joined(known)}}));
  }
}

TransitionRule read_rule(const yaml::Node& node, Event event, Problems& problems) {
  TransitionRule rule;
  yaml::refuse_unknown_keys(node, rule_keys, problems);
  for (const yaml::Pair& pair : node.pairs) {
    const std::string& key = pair.key.text;
    const yaml::Node& value = pair.value;
    if (key == "by") {
      rule.by = leaf(pair, read_roles(value, problems));
    } else if (key == "in") {
      rule.in = leaf(pair, read_states(value, problems));
      refuse_unreachable(value, event, problems);
    } else if (key == "forbid") {
      rule.forbid = leaf(pair, read_words<Party>(value, Kind::word, parties, problems));
    } else if (key == "require") {
      read_require(value, rule, problems);
    } else if (key == "limit") {
      refuse_out_of_place(pair, event, Event::request_extension, problems);
      set(rule.limit, pair, yaml::number_of(value, 0, 1000, problems));
    } else if (key == "max") {
      refuse_out_of_place(pair, event, Event::suspend, problems);
      set(rule.max, pair, read_span(value, 1, false, problems));
    } else if (key == "cites") {
      set(rule.cites, pair, read_cites(value, problems));
    }
  }
  return rule;
}

/// The event that a key of `transitions` names; a problem when it is none that people take.
std::optional<Event> read_event(const yaml::Node& key, Problems& problems) {
  const std::optional<Event> event = parse_event(key.text);
  if (event && is_step(*event)) return event;
  if (event == Event::deadline || event == Event::escalate || event == Event::nightly) {
    problems.at(key.spot,
                failed(Errc::bad_file, "'{event}' is the scheduler's own and is never listed",
                       {{"event", key.text}}));
    return std::nullopt;
  }
  std::vector<std::string_view> known;
  for (const Event each : lifecycle_events) {
    if (is_step(each)) known.push_back(to_text(each));
  }
  refuse_unknown(key.spot, Kind::event, key.text, known, problems);
  return std::nullopt;
}

}  // namespace

void read_transitions(const yaml::Node& node, Part part, RuleLayer& layer, Problems& problems) {
  if (!yaml::is_mapping(node, problems)) return;
  for (const yaml::Pair& pair : node.pairs) {
    const std::optional<Event> event = read_event(pair.key, problems);
    if (!event) continue;
    TransitionRule& rule = layer.transitions[*event];
    if (pair.value.kind == yaml::Kind::null && part == Part::change) {
      rule.off = leaf(pair, true);
      continue;
    }
    if (pair.value.kind == yaml::Kind::null) {
      problems.at(pair.key.spot,
                  failed(Errc::bad_file, "'{event}' has no rule; leave the line out to disable it",
                         {{"event", pair.key.text}}));
      continue;
    }
    if (!yaml::is_mapping(pair.value, problems)) continue;
    rule = read_rule(pair.value, *event, problems);
    if (part == Part::change) rule.off = leaf(pair, false);
    if (part == Part::base && pair.value.find("by") == nullptr) {
      problems.at(pair.key.spot,
                  failed(Errc::bad_file, "'{event}' lacks 'by'; say who may, such as by: [lead]",
                         {{"event", pair.key.text}}));
    }
  }
}

}  // namespace duban::rule_file
