#include <algorithm>
#include <array>
#include <unordered_set>

#include "engine/base/utf8.hpp"
#include "engine/model/escalation.hpp"
#include "rules/layer.hpp"
#include "rules/words.hpp"
#include "text/nearest.hpp"

namespace duban::rule_file {
namespace {

constexpr std::array<std::string_view, 9> rung_keys{"id",     "name",   "at",   "in",   "level",
                                                    "notify", "repeat", "when", "cites"};
constexpr std::array<std::string_view, 8> change_keys{"name",   "at",     "in",   "level",
                                                      "notify", "repeat", "when", "cites"};
constexpr std::array<std::string_view, 4> wanted_keys{"at", "in", "level", "notify"};
constexpr std::array<std::string_view, 2> repeat_keys{"every", "times"};
constexpr std::array<std::string_view, 7> recipients{"lead",  "co",      "coordinator", "auditor",
                                                     "admin", "missing", "superior"};
constexpr std::array<Word<bool>, 1> whens{{{"missing", true}}};
constexpr std::array<Word<CycleUnit>, 4> cycle_units{{{"month", CycleUnit::month},
                                                      {"quarter", CycleUnit::quarter},
                                                      {"half-year", CycleUnit::half_year},
                                                      {"year", CycleUnit::year}}};
constexpr std::array<Word<MovesDue>, 3> moves{{{"calendar-days", MovesDue::calendar_days},
                                               {"working-days", MovesDue::working_days},
                                               {"none", MovesDue::none}}};

constexpr std::array<Word<Roll>, 3> rolls{
    {{"none", Roll::none}, {"next", Roll::next}, {"previous", Roll::previous}}};

constexpr std::size_t id_length_max = 32;
constexpr std::size_t name_length_max = 40;
constexpr std::size_t rungs_max = 200;  // a ladder has six
constexpr std::size_t notify_max = 50;

/// Roles, `missing`, `superior`, and whatever else is a department's name; but what is nearly one
/// of the former, and not in quotes, is a slip.
std::vector<std::string> read_notify(const yaml::Node& node, Problems& problems) {
  std::vector<std::string> names;
  std::unordered_set<std::string_view> taken;
  if (node.items.size() > notify_max) {
    refuse_more(node, notify_max, problems);
    return names;
  }
  for (const yaml::Node* item : yaml::list_of(node, problems)) {
    const std::string& name = item->text;
    const bool known = std::find(recipients.begin(), recipients.end(), name) != recipients.end();
    const std::string guess = known || item->quoted ? std::string() : nearest(name, recipients);
    if (taken.contains(name)) {
      refuse_twice(*item, problems);
    } else if (name == "scheduler" && !item->quoted) {
      problems.at(item->spot, failed(Errc::bad_file, "the scheduler takes no notices"));
    } else if (!guess.empty()) {
      problems.at(item->spot,
                  failed(Errc::bad_file,
                         "unknown recipient '{word}'; did you mean '{guess}'? quote it if it is a "
                         "department",
                         {{"word", name}, {"guess", guess}}));
    } else {
      names.push_back(name);
      taken.insert(name);
    }
  }
  return names;
}

void read_repeat(const yaml::Node& node, Part part, Rung& rung, Problems& problems) {
  if (!yaml::is_mapping(node, problems)) return;
  const std::vector<std::string> meant = yaml::refuse_unknown_keys(node, repeat_keys, problems);
  for (const yaml::Pair& pair : node.pairs) {
    if (pair.key.text == "every") set(rung.every, pair, read_span(pair.value, 1, true, problems));
    if (pair.key.text == "times")
      set(rung.times, pair, yaml::number_of(pair.value, 1, occurrence_max, problems));
  }
  if (part == Part::base && meant.empty() &&
      (node.find("every") == nullptr || node.find("times") == nullptr)) {
    problems.at(node.spot, failed(Errc::bad_file, "'repeat' wants both 'every' and 'times'"));
  }
}

/// What people call the rung: one line that can be seen.
std::optional<std::string> read_name(const yaml::Node& node, Problems& problems) {
  const std::string* name = yaml::prose_of(node, problems);
  if (name == nullptr) return std::nullopt;
  const std::u32string signs = code_points(*name);
  if (signs.size() > name_length_max) {
    problems.at(node.spot, failed(Errc::bad_file, "longer than {limit} characters",
                                  {{"limit", std::to_string(name_length_max)}}));
    return std::nullopt;
  }
  if (std::any_of(signs.begin(), signs.end(), is_control)) {
    problems.at(node.spot, failed(Errc::bad_file, "a control character"));
    return std::nullopt;
  }
  return *name;
}

void read_leaves(const yaml::Node& node, Part part, Rung& rung, Problems& problems) {
  for (const yaml::Pair& pair : node.pairs) {
    const std::string& key = pair.key.text;
    const yaml::Node& value = pair.value;
    if (key == "name") {
      set(rung.name, pair, read_name(value, problems));
    } else if (key == "at") {
      set(rung.at, pair, read_at(value, problems));
    } else if (key == "in") {
      rung.in = leaf(pair, read_states(value, problems));
    } else if (key == "level") {
      set(rung.level, pair, yaml::number_of(value, 0, 3, problems));
    } else if (key == "notify") {
      rung.notify = leaf(pair, read_notify(value, problems));
    } else if (key == "repeat") {
      read_repeat(value, part, rung, problems);
    } else if (key == "when") {
      set(rung.when_missing, pair, read_word<bool>(value, Kind::word, whens, problems));
    } else if (key == "cites") {
      set(rung.cites, pair, read_cites(value, problems));
    }
  }
}

void check_id(const yaml::Node& id, Problems& problems) {
  if (id.text.find_first_of(" \t\n") == std::string::npos &&
      code_points(id.text).size() <= id_length_max)
    return;
  problems.at(id.spot, failed(Errc::bad_file, "an id has no blanks and at most {limit} characters",
                              {{"limit", std::to_string(id_length_max)}}));
}

/// The rung's id; "" and a problem where it has none that can be used.
std::string read_id(const yaml::Node& rung, const std::vector<Rung>& before, Problems& problems) {
  const yaml::Pair* pair = rung.find("id");
  const std::string* id = pair == nullptr ? nullptr : yaml::text_of(pair->value, problems);
  if (id == nullptr) return {};
  const Spot spot = pair->value.spot;
  check_id(pair->value, problems);
  for (const Rung& other : before) {
    if (other.id != *id) continue;
    problems.at(spot,
                failed(Errc::bad_file, "rung '{id}' stands here twice; the first is in line {line}",
                       {{"id", *id}, {"line", std::to_string(other.line)}}));
  }
  return *id;
}

void refuse_more_rungs(Spot spot, Problems& problems) {
  problems.at(spot, failed(Errc::bad_file, "more than {limit} rungs",
                           {{"limit", std::to_string(rungs_max)}}));
}

/// "at, level": what `rung` lacks to stand for itself.
std::string lacking(const yaml::Node& rung) {
  std::vector<std::string_view> keys;
  for (const std::string_view key : wanted_keys) {
    if (rung.find(key) == nullptr) keys.push_back(key);
  }
  return yaml::joined(keys);
}

bool is_rung_of(const std::vector<Rung>& rungs, std::string_view id) {
  return std::any_of(rungs.begin(), rungs.end(), [&](const Rung& rung) { return rung.id == id; });
}

/// Neither in the file's own ladder nor given in full by any override: a slip, or not enough.
void refuse_unknown_rung(const yaml::Pair& pair, const Ladder& ladder, Problems& problems) {
  const std::vector<std::string_view> known = ladder.ids();
  if (pair.value.kind == yaml::Kind::null) {
    refuse_unknown(pair.key.spot, Kind::rung, pair.key.text, known, problems);
    return;
  }
  const std::string guess = nearest(pair.key.text, known);
  Values values{{"word", pair.key.text}, {"keys", lacking(pair.value)}};
  if (guess.empty()) {
    problems.at(pair.key.spot,
                failed(Errc::bad_file,
                       "there is no rung '{word}' above; to add it here, give it {keys} too",
                       std::move(values)));
  } else {
    values.emplace_back("guess", guess);
    problems.at(pair.key.spot,
                failed(Errc::bad_file,
                       "there is no rung '{word}' above; did you mean '{guess}'? to add it here, "
                       "give it {keys} too",
                       std::move(values)));
  }
}

void read_rung(const yaml::Node& node, std::vector<Rung>& rungs, Problems& problems) {
  if (!yaml::is_mapping(node, problems)) return;
  const std::vector<std::string> meant = yaml::refuse_unknown_keys(node, rung_keys, problems);
  Rung rung;
  rung.id = read_id(node, rungs, problems);
  rung.line = node.spot.line;
  read_leaves(node, Part::base, rung, problems);
  for (const std::string_view key : {"id", "at", "in", "level", "notify"}) {
    const bool excused = std::find(meant.begin(), meant.end(), key) != meant.end();
    if (node.find(key) != nullptr || excused) continue;
    problems.at(node.spot,
                failed(Errc::bad_file, "this rung lacks '{key}'", {{"key", std::string(key)}}));
  }
  rungs.push_back(std::move(rung));
}

}  // namespace

void read_deadlines(const yaml::Node& node, DeadlineRules& deadlines, Problems& problems) {
  static constexpr std::array<std::string_view, 4> keys{"ongoing", "suspension", "warning", "roll"};
  static constexpr std::array<std::string_view, 2> ongoing_keys{"every", "grace"};
  static constexpr std::array<std::string_view, 1> suspension_keys{"moves_due"};
  if (!yaml::is_mapping(node, problems)) return;
  yaml::refuse_unknown_keys(node, keys, problems);
  if (const yaml::Pair* pair = node.find("ongoing")) {
    if (yaml::is_mapping(pair->value, problems)) {
      yaml::refuse_unknown_keys(pair->value, ongoing_keys, problems);
      if (const yaml::Pair* every = pair->value.find("every")) {
        set(deadlines.every, *every,
            read_word<CycleUnit>(every->value, Kind::word, cycle_units, problems));
      }
      if (const yaml::Pair* grace = pair->value.find("grace"))
        set(deadlines.grace, *grace, read_span(grace->value, 0, true, problems));
    }
  }
  if (const yaml::Pair* pair = node.find("suspension")) {
    if (yaml::is_mapping(pair->value, problems)) {
      yaml::refuse_unknown_keys(pair->value, suspension_keys, problems);
      if (const yaml::Pair* due = pair->value.find("moves_due")) {
        set(deadlines.moves_due, *due,
            read_word<MovesDue>(due->value, Kind::word, moves, problems));
      }
    }
  }
  if (const yaml::Pair* pair = node.find("warning"))
    set(deadlines.warning, *pair, read_span(pair->value, 0, true, problems));
  if (const yaml::Pair* pair = node.find("roll"))
    set(deadlines.roll, *pair, read_word<Roll>(pair->value, Kind::word, rolls, problems));
}

void read_ladder(const yaml::Node& node, std::vector<Rung>& rungs, Problems& problems) {
  if (node.kind != yaml::Kind::sequence) {
    problems.at(node.spot,
                failed(Errc::bad_file, "a list of rungs is wanted here, each beginning with '- '"));
    return;
  }
  for (const yaml::Node& item : node.items) {
    if (rungs.size() == rungs_max) {
      refuse_more_rungs(item.spot, problems);
      return;
    }
    read_rung(item, rungs, problems);
  }
}

std::vector<std::string_view> Ladder::ids() const {
  std::vector<std::string_view> ids;
  for (const Rung& rung : rungs) ids.push_back(rung.id);
  ids.insert(ids.end(), added.begin(), added.end());
  return ids;
}

Ladder ladder_of(const std::vector<Rung>& rungs, const yaml::Node& overrides, Problems& problems) {
  Ladder ladder{rungs, {}};
  for (const yaml::Node& change : overrides.items) {
    const yaml::Pair* escalations = change.find("escalations");
    if (escalations == nullptr) continue;
    for (const auto& [key, value] : escalations->value.pairs) {
      if (value.kind != yaml::Kind::mapping || !lacking(value).empty() ||
          is_rung_of(rungs, key.text) || ladder.adds(key.text))
        continue;
      if (rungs.size() + ladder.added.size() == rungs_max) {
        refuse_more_rungs(key.spot, problems);
        return ladder;
      }
      ladder.added.push_back(key.text);
    }
  }
  return ladder;
}

void read_rung_changes(const yaml::Node& node, const Ladder& ladder, std::vector<Rung>& rungs,
                       Problems& problems) {
  if (node.kind == yaml::Kind::sequence) {
    problems.at(
        node.spot,
        failed(Errc::bad_file, "an override names rungs by their id (id: { ... }), not in a list"));
    return;
  }
  if (!yaml::is_mapping(node, problems)) return;
  for (const yaml::Pair& pair : node.pairs) {
    if (problems.is_full()) return;
    const auto base = std::find_if(ladder.rungs.begin(), ladder.rungs.end(),
                                   [&](const Rung& rung) { return rung.id == pair.key.text; });
    const bool known = base != ladder.rungs.end();
    if (!known && !ladder.adds(pair.key.text)) refuse_unknown_rung(pair, ladder, problems);
    if (!known) check_id(pair.key, problems);
    Rung rung;
    rung.id = pair.key.text;
    rung.line = pair.key.spot.line;
    rung.off = leaf(pair, pair.value.kind == yaml::Kind::null);
    if (pair.value.kind != yaml::Kind::null && yaml::is_mapping(pair.value, problems)) {
      yaml::refuse_unknown_keys(pair.value, change_keys, problems);
      read_leaves(pair.value, known ? Part::change : Part::base, rung, problems);
      if (known && !base->every && rung.every.has_value() != rung.times.has_value())
        problems.at(pair.key.spot, failed(Errc::bad_file,
                                          "rung '{id}' does not repeat yet; give both 'every' and "
                                          "'times'",
                                          {{"id", rung.id}}));
    }
    rungs.push_back(std::move(rung));
  }
}

}  // namespace duban::rule_file
