#include "rules/match.hpp"

#include <algorithm>
#include <array>

#include "engine/model/plan.hpp"
#include "rules/words.hpp"
#include "text/fields.hpp"
#include "text/signs.hpp"

namespace duban::rule_file {
namespace {

constexpr int section_numbers_max = static_cast<int>(path_max) - 1;  // and the task's own
constexpr std::size_t names_max = 200;  // a province has some sixty departments

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

/// What YAML would take for a number: 3, 1.3.
bool looks_like_a_number(std::string_view text) {
  const std::size_t dot = std::min(text.find('.'), text.size());
  const std::string_view behind = dot == text.size() ? "0" : text.substr(dot + 1);
  return is_digits(text.substr(0, dot)) && is_digits(behind);
}

/// "1", "1.3", "1.3.11" with at most `levels` numbers, none with a leading zero.
bool is_numbering(std::string_view text, int levels) {
  for (; levels > 0; --levels) {
    const std::size_t dot = text.find('.');
    const std::string_view number = text.substr(0, dot);
    if (!is_digits(number) || number.front() == '0' || number.size() > 9) return false;
    if (dot == text.npos) return true;
    text.remove_prefix(dot + 1);
  }
  return false;
}

bool is_plan_id(std::string_view text) {
  const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return text.size() <= 32 && is_plain(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return is_plain(c) || c == '_' || c == '-'; });
}

void check_form(const yaml::Node& node, const std::string& key, Problems& problems) {
  const std::string& word = node.text;
  const bool is_name = key == "lead" || key == "co";
  if (!node.quoted && !is_name && refuse_odd_sign(node.spot, word, problems)) return;
  const Values values{{"word", word}};
  if (key == "plan" && !is_plan_id(word)) {
    problems.at(node.spot, failed(Errc::bad_file, "'{word}' is no plan id, such as hn135", values));
  } else if (key == "part" && !is_numbering(word, 1)) {
    problems.at(node.spot, failed(Errc::bad_file,
                                  "'{word}' is no part; write its number, such as \"1\"", values));
  } else if (key == "section" && !is_numbering(word, section_numbers_max)) {
    problems.at(node.spot,
                failed(Errc::bad_file,
                       "'{word}' is no section; write PART.SECTION, such as \"1.3\"", values));
  } else if (key == "task" && !is_numbering(word, static_cast<int>(path_max)) &&
             !parse_task_key(word)) {
    problems.at(
        node.spot,
        failed(Errc::bad_file,
               "'{word}' is no task; write its key, such as hn135/1.3.11 or \"1.3.11\"", values));
  }
}

/// One text or a list of them, which is *any of*.
std::vector<std::string> read_names(const yaml::Pair& pair, Problems& problems) {
  std::vector<const yaml::Node*> items;
  if (pair.value.kind == yaml::Kind::sequence) {
    items = yaml::list_of(pair.value, problems);
    if (pair.value.items.empty())
      problems.at(pair.value.spot, failed(Errc::bad_file, "this list is empty"));
    if (items.size() > names_max) {
      refuse_more(pair.value, names_max, problems);
      return {};
    }
  } else if (yaml::prose_of(pair.value, problems) != nullptr) {
    items.push_back(&pair.value);
  }
  std::vector<std::string> names;
  for (const yaml::Node* item : items) {
    const std::size_t comma = item->text.find("、");
    if (pair.value.kind == yaml::Kind::sequence && !item->quoted && comma != std::string::npos) {
      problems.at(part(*item, std::string_view(item->text).substr(comma, 3)), odd_comma(U'、'));
      continue;
    }
    if (!item->quoted && looks_like_a_number(item->text)) {
      problems.at(item->spot, failed(Errc::bad_file, "put it in quotes: {key}: \"{word}\"",
                                     {{"key", pair.key.text}, {"word", item->text}}));
      continue;
    }
    check_form(*item, pair.key.text, problems);
    names.push_back(item->text);
  }
  return names;
}

constexpr std::array<Word<ScheduleKind>, 4> schedules{{{"once", ScheduleKind::once},
                                                       {"periodic", ScheduleKind::periodic},
                                                       {"staged", ScheduleKind::staged},
                                                       {"ongoing", ScheduleKind::ongoing}}};

}  // namespace

Match read_match(const yaml::Node& node, Problems& problems) {
  static constexpr std::array<std::string_view, 9> keys{
      "plan", "part", "section", "task", "lead", "co", "ongoing", "urgent", "schedule"};
  Match match;
  if (!yaml::is_mapping(node, problems)) return match;
  yaml::refuse_unknown_keys(node, keys, problems);
  if (node.pairs.empty()) {
    problems.at(node.spot, failed(Errc::bad_file,
                                  "'match' is empty, so this would be for every "
                                  "task; change the rules above instead"));
  }
  for (const yaml::Pair& pair : node.pairs) {
    const std::string& key = pair.key.text;
    if (key == "ongoing") match.ongoing = yaml::flag_of(pair.value, problems);
    if (key == "urgent") match.urgent = yaml::flag_of(pair.value, problems);
    if (key == "schedule") {
      match.schedule = read_word<ScheduleKind>(pair.value, Kind::word, schedules, problems);
    }
    if (key == "plan") match.plan = read_names(pair, problems);
    if (key == "part") match.part = read_names(pair, problems);
    if (key == "section") match.section = read_names(pair, problems);
    if (key == "task") match.task = read_names(pair, problems);
    if (key == "lead") match.lead = read_names(pair, problems);
    if (key == "co") match.co = read_names(pair, problems);
  }
  return match;
}

}  // namespace duban::rule_file
