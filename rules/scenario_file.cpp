// Scenarios from YAML; rules/scenario.hpp says when a file is valid.
#include <algorithm>
#include <array>
#include <charconv>

#include "rules/scenario.hpp"
#include "text/fields.hpp"
#include "text/nearest.hpp"

namespace duban {
namespace {

enum class Kind : std::uint8_t { text, names, number, date, flag, lists };

struct Known {
  std::string_view name;
  Kind kind;
};
constexpr Known expectations[] = {
    {"state", Kind::text},          {"light", Kind::text},       {"late_days", Kind::number},
    {"overdue_days", Kind::number}, {"due", Kind::date},         {"original_due", Kind::date},
    {"cycle", Kind::text},          {"lead", Kind::text},        {"co", Kind::names},
    {"missing", Kind::names},       {"owing", Kind::names},      {"waits_for", Kind::names},
    {"extensions", Kind::number},   {"provisional", Kind::flag}, {"raised", Kind::names},
    {"open", Kind::names},          {"heard", Kind::lists},
};
constexpr Known refusals[] = {{"code", Kind::text}, {"missing", Kind::names}, {"rule", Kind::text}};

constexpr Errc refusal_codes[] = {Errc::usage,    Errc::not_found, Errc::ambiguous, Errc::time,
                                  Errc::state,    Errc::disabled,  Errc::role,      Errc::forbidden,
                                  Errc::argument, Errc::missing,   Errc::limit,     Errc::conflict};

bool is_number(std::string_view text) {
  const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
  return !digits.empty() && digits.size() <= 15 &&
         digits.find_first_not_of("0123456789") == digits.npos;
}

/// What stands there: text, number, flag, list or mapping.
Value value_of(const yaml::Node& node) {
  switch (node.kind) {
    case yaml::Kind::null:
      return {};
    case yaml::Kind::sequence: {
      Value::Array items;
      for (const yaml::Node& item : node.items) items.push_back(value_of(item));
      return items;
    }
    case yaml::Kind::mapping: {
      Value::Object members;
      for (const yaml::Pair& pair : node.pairs)
        members.emplace_back(pair.key.text, value_of(pair.value));
      return members;
    }
    case yaml::Kind::scalar:
      break;
  }
  if (node.quoted) return node.text;
  if (node.text == "true" || node.text == "false") return node.text == "true";
  if (is_number(node.text)) return static_cast<std::int64_t>(std::stoll(node.text));
  return node.text;
}

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  if (name == "state") {
    for (const TaskState state : all_states) words.push_back(to_text(state));
  } else if (name == "light") {
    for (const Light light : {Light::green, Light::yellow, Light::red, Light::grey})
      words.push_back(to_text(light));
  } else if (name == "code") {
    for (const Errc code : refusal_codes) words.push_back(to_text(code));
  } else if (name == "waits_for") {
    for (const Role role : {Role::lead, Role::co, Role::coordinator, Role::scheduler})
      words.push_back(to_text(role));
  }
  return words;
}

class Reader {
 public:
  explicit Reader(Problems& problems) : problems_(problems) {}

  void read(const yaml::Node& root, ScenarioFile& file) {
    static constexpr std::array<std::string_view, 4> keys{"rules", "directory", "calendar",
                                                          "scenarios"};
    if (!yaml::is_mapping(root, problems_)) return;
    yaml::refuse_unknown_keys(root, keys, problems_);
    for (const std::string_view key : {keys[0], keys[3]}) {
      if (root.find(key) == nullptr)
        say({}, failed(Errc::bad_file, "'{key}' is missing", {{"key", std::string(key)}}));
    }
    text(root, "rules", file.rules);
    text(root, "directory", file.directory);
    text(root, "calendar", file.calendar);
    const yaml::Pair* list = root.find("scenarios");
    if (list == nullptr) return;
    if (list->value.kind != yaml::Kind::sequence || list->value.items.empty()) {
      say(list->value.spot, failed(Errc::bad_file,
                                   "a list of scenarios is wanted here, each beginning with "
                                   "'- name:'"));
      return;
    }
    for (const yaml::Node& node : list->value.items) {
      if (std::optional<Scenario> one = scenario(node)) file.scenarios.push_back(std::move(*one));
    }
    refuse_twins(file);
  }

 private:
  void say(Spot spot, const tl::unexpected<Error>& problem) { problems_.at(spot, problem); }

  void unfit(Spot spot, std::string_view key, const char* wanted) {
    say(spot, failed(Errc::bad_file, "'{key}' takes {wanted}",
                     {{"key", std::string(key)}, {"wanted", wanted}}));
  }

  void refuse_twins(const ScenarioFile& file) {
    for (std::size_t i = 0; i < file.scenarios.size(); ++i) {
      const Scenario& one = file.scenarios[i];
      if (std::any_of(file.scenarios.begin(), file.scenarios.begin() + static_cast<long>(i),
                      [&](const Scenario& other) { return other.name == one.name; })) {
        say(one.spot, failed(Errc::bad_file, "a scenario '{name}' stands above already",
                             {{"name", one.name}}));
      }
    }
  }

  bool wanted(const yaml::Node& node, std::initializer_list<const char*> keys) {
    bool all = true;
    for (const char* key : keys) {
      if (node.find(key) != nullptr) continue;
      say(node.spot, failed(Errc::bad_file, "'{key}' is missing", {{"key", key}}));
      all = false;
    }
    return all;
  }

  void text(const yaml::Node& node, std::string_view key, std::string& out) {
    const yaml::Pair* pair = node.find(key);
    if (pair == nullptr) return;
    if (const std::string* found = yaml::prose_of(pair->value, problems_)) out = *found;
  }

  std::optional<Date> date(const yaml::Node& node, std::string_view key) {
    const yaml::Pair* pair = node.find(key);
    if (pair == nullptr) return std::nullopt;
    const std::string* found = yaml::text_of(pair->value, problems_);
    if (found == nullptr) return std::nullopt;
    const Result<Date> day = parse_date(*found);
    if (day) return *day;
    unfit(pair->value.spot, key, "a date such as 2018-12-31");
    return std::nullopt;
  }

  std::optional<Scenario> scenario(const yaml::Node& node) {
    static constexpr std::array<std::string_view, 4> keys{"name", "task", "assigned", "steps"};
    if (!yaml::is_mapping(node, problems_)) return std::nullopt;
    yaml::refuse_unknown_keys(node, keys, problems_);
    if (!wanted(node, {"name", "task", "assigned", "steps"})) return std::nullopt;
    Scenario one;
    one.spot = node.spot;
    text(node, "name", one.name);
    task(node.find("task")->value, one);
    one.assigned = date(node, "assigned").value_or(Date{});
    const yaml::Node& steps = node.find("steps")->value;
    if (steps.kind != yaml::Kind::sequence) {
      say(steps.spot, failed(Errc::bad_file,
                             "a list of steps is wanted here, each such as "
                             "'- { at: 2018-03-01, as: 省经信委, do: start }'"));
      return one;
    }
    for (const yaml::Node& item : steps.items) step(item, one);
    return one;
  }

  void task(const yaml::Node& node, Scenario& one) {
    static constexpr std::array<std::string_view, 12> keys{
        "key",     "lead",  "co",  "due",    "stages", "then_ongoing",
        "ongoing", "every", "day", "urgent", "issued", "ends"};
    if (!yaml::is_mapping(node, problems_)) return;
    yaml::refuse_unknown_keys(node, keys, problems_);
    if (!wanted(node, {"key", "lead"})) return;
    std::string key;
    text(node, "key", key);
    if (const std::optional<TaskKey> parsed = parse_task_key(key)) {
      one.key = *parsed;
    } else if (!key.empty()) {
      say(node.find("key")->value.spot,
          failed(Errc::bad_file, "'{word}' is no task; write its key, such as \"hn135/1.3.11\"",
                 {{"word", key}}));
    }
    text(node, "lead", one.lead);
    if (const yaml::Pair* co = node.find("co")) {
      for (const yaml::Node* item : yaml::list_of(co->value, problems_))
        one.co.push_back(item->text);
    }
    one.issued = date(node, "issued");
    one.ends = date(node, "ends");
    if (const yaml::Pair* ongoing = node.find("ongoing"))
      one.deadline.ongoing = yaml::flag_of(ongoing->value, problems_).value_or(false);
    if (const yaml::Pair* urgent = node.find("urgent"))
      one.urgent = yaml::flag_of(urgent->value, problems_).value_or(false);
    stages(node, one);
    const int ways = (node.find("due") != nullptr) + (node.find("stages") != nullptr) +
                     (one.deadline.ongoing ? 1 : 0);
    if (ways != 1)
      say(node.spot,
          failed(Errc::bad_file, "a task has one of 'due', 'stages' and 'ongoing: true'"));
    if (node.find("due") != nullptr) one.deadline.due = date(node, "due").value_or(Date{});
    every(node, one);
    day(node, one);
  }

  void stages(const yaml::Node& node, Scenario& one) {
    if (const yaml::Pair* then = node.find("then_ongoing"))
      one.deadline.then_ongoing = yaml::flag_of(then->value, problems_).value_or(false);
    const yaml::Pair* pair = node.find("stages");
    if (pair == nullptr) return;
    std::vector<Stage>& stages = one.deadline.stages;
    for (const yaml::Node* item : yaml::list_of(pair->value, problems_)) {
      const Result<Date> due = parse_date(item->text);
      if (!due || (!stages.empty() && *due <= stages.back().due))
        return unfit(item->spot, "stages", "a list of dates, each later than the one before");
      stages.push_back({*due, {}});
    }
    if (stages.empty())
      return unfit(pair->value.spot, "stages", "a list of dates, each later than the one before");
    one.deadline.due = stages.back().due;
  }

  /// "10", or "3-20": the month of the cycle, and its day.
  void day(const yaml::Node& node, Scenario& one) {
    const yaml::Pair* pair = node.find("day");
    if (pair == nullptr) return;
    CycleDay day;
    const std::string& text = pair->value.text;
    const char* const end = text.data() + text.size();
    auto read = std::from_chars(text.data(), end, day.day);
    if (read.ec == std::errc() && read.ptr != end && *read.ptr == '-') {
      day.month = day.day;
      read = std::from_chars(read.ptr + 1, end, day.day);
    }
    const bool fits = read.ec == std::errc() && read.ptr == end && day.month >= 1 &&
                      day.month <= 12 && day.day >= 1 && day.day <= 31;
    if (!fits || !one.deadline.every)
      return unfit(pair->value.spot, "day", "a day of the cycle of 'every' such as 10 or 3-20");
    one.deadline.day = day;
  }

  void every(const yaml::Node& node, Scenario& one) {
    const yaml::Pair* pair = node.find("every");
    if (pair == nullptr) return;
    const std::string* word = yaml::text_of(pair->value, problems_);
    if (word == nullptr) return;
    one.deadline.every = parse_cycle_unit(*word);
    if (!one.deadline.every || !(one.deadline.ongoing || one.deadline.then_ongoing)) {
      say(pair->value.spot,
          failed(Errc::bad_file,
                 "'every' is month, quarter, half-year or year, of an ongoing task"));
    }
  }

  void step(const yaml::Node& node, Scenario& one) {
    if (!yaml::is_mapping(node, problems_)) return;
    ScenarioStep step;
    step.spot = node.spot;
    if (!wanted(node, {"at"})) return;
    text(node, "at", step.at);
    for (const yaml::Pair& pair : node.pairs) {
      const std::string& key = pair.key.text;
      if (key == "refused") {
        step.refused = fields(pair.value, refusals);
        if (pair.value.find("code") == nullptr && pair.value.kind == yaml::Kind::mapping)
          say(pair.value.spot, failed(Errc::bad_file, "'{key}' is missing", {{"key", "code"}}));
      } else if (key == "expect") {
        step.expect = fields(pair.value, expectations);
      } else if (key != "at") {
        step.command.push_back({key, value_of(pair.value), pair.key.spot});
      }
    }
    const bool acts = node.find("do") != nullptr;
    if (!acts && !step.command.empty()) {
      say(step.command.front().spot,
          failed(Errc::bad_file, "'{key}' goes with 'do'", {{"key", step.command.front().name}}));
    } else if (!acts && node.find("expect") == nullptr) {
      say(node.spot, failed(Errc::bad_file, "a step has 'do', 'expect' or both"));
    }
    if (!acts && !step.refused.empty())
      say(node.spot, failed(Errc::bad_file, "'{key}' goes with 'do'", {{"key", "refused"}}));
    const std::string before = one.steps.empty() ? to_text(one.assigned) : one.steps.back().at;
    if (step.at.substr(0, 10) < before.substr(0, 10)) {
      say(node.find("at")->value.spot,
          failed(Errc::bad_file, "{at} is before {before}; a scenario goes forward in time",
                 {{"at", step.at}, {"before", before}}));
    }
    one.steps.push_back(std::move(step));
  }

  std::vector<Field> fields(const yaml::Node& node, std::span<const Known> known) {
    std::vector<Field> read;
    if (!yaml::is_mapping(node, problems_)) return read;
    std::vector<std::string_view> names;
    for (const Known& each : known) names.push_back(each.name);
    yaml::refuse_unknown_keys(node, names, problems_);
    for (const yaml::Pair& pair : node.pairs) {
      for (const Known& each : known) {
        if (each.name != pair.key.text) continue;
        Value value = value_of(pair.value);
        if (fits(each, value, pair.value)) read.push_back({pair.key.text, value, pair.key.spot});
      }
    }
    return read;
  }

  bool fits(const Known& known, const Value& value, const yaml::Node& node) {
    const char* wanted = nullptr;
    switch (known.kind) {
      case Kind::text:
        if (value.text()) return all_known(known.name, {&node});
        wanted = "text";
        break;
      case Kind::number:
        if (value.integer()) return true;
        wanted = "a whole number";
        break;
      case Kind::date:
        if (value.text() && parse_date(*value.text())) return true;
        wanted = "a date such as 2018-12-31";
        break;
      case Kind::flag:
        if (value.boolean()) return true;
        wanted = "true or false";
        break;
      case Kind::names:
        if (is_list(value)) return all_known(known.name, yaml::list_of(node, problems_));
        wanted = "a list of texts";
        break;
      case Kind::lists:
        if (value.object() && std::all_of(value.object()->begin(), value.object()->end(),
                                          [](const auto& each) { return is_list(each.second); }))
          return true;
        wanted = "a list of names for each rung";
        break;
    }
    unfit(node.spot, known.name, wanted);
    return false;
  }

  static bool is_list(const Value& value) {
    return value.array() && std::all_of(value.array()->begin(), value.array()->end(),
                                        [](const Value& item) { return item.text() != nullptr; });
  }

  bool all_known(std::string_view name, const std::vector<const yaml::Node*>& nodes) {
    const std::vector<std::string_view> words = words_of(name);
    if (words.empty()) return true;
    for (const yaml::Node* node : nodes) {
      if (std::find(words.begin(), words.end(), node->text) != words.end()) continue;
      const std::string guess = nearest(node->text, words);
      say(node->spot, guess.empty()
                          ? failed(Errc::bad_file, "unknown word '{word}'; known here: {known}",
                                   {{"word", node->text}, {"known", yaml::joined(words)}})
                          : failed(Errc::bad_file, "unknown word '{word}'; did you mean '{guess}'?",
                                   {{"word", node->text}, {"guess", guess}}));
      return false;
    }
    return true;
  }

  Problems& problems_;
};

}  // namespace

Checked<ScenarioFile> load_scenarios(std::string_view text, const std::string& file) {
  Problems problems(yaml::without_mark(text), file);
  const yaml::Node root = yaml::parse(text, problems);
  ScenarioFile read;
  read.file = file;
  if (root.kind != yaml::Kind::null) Reader(problems).read(root, read);
  if (!problems.empty()) return tl::unexpected(problems.take());
  return read;
}

}  // namespace duban
