#include "cli/words.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "cli/words_tables.hpp"

namespace duban {
namespace {

using Table = std::unordered_map<std::string_view, std::string_view>;

const Table& table() {
  static const Table all = [] {
    Table made;
    for (const auto phrases :
         {phrases_of_engine(), phrases_of_store(), phrases_of_rule_files(), phrases_of_proof(),
          phrases_of_rehearsal(), phrases_of_documents(), phrases_of_deadlines(), phrases_of_lint(),
          phrases_of_commands(), phrases_of_settling(), phrases_of_headings(), phrases_of_upkeep(),
          phrases_of_explain(), phrases_of_help()}) {
      for (const Phrase& phrase : phrases) made.emplace(phrase.english, phrase.chinese);
    }
    return made;
  }();
  return all;
}

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> items;
  for (;;) {
    const std::size_t comma = list.find(", ");
    items.emplace_back(list.substr(0, comma));
    if (comma == list.npos) return items;
    list.remove_prefix(comma + 2);
  }
}

/// One value of a vocabulary; what is none stays as it is.
std::string chinese_value(std::string_view hole, const std::string& value) {
  if (hole == "event") {
    if (const auto event = parse_event(value)) return word(Lang::zh, *event);
  } else if (hole == "state" || hole == "states") {
    if (const auto state = parse_state(value)) return word(Lang::zh, *state);
  } else if (hole == "role" || hole == "roles") {
    if (const auto role = parse_role(value)) return word(Lang::zh, *role);
  } else if (hole == "code") {
    return code_word(Lang::zh, value);
  } else if (hole == "missing") {
    return missing_word(Lang::zh, value);
  } else if (hole == "cycle") {
    if (const auto cycle = parse_cycle_unit(value)) return word(Lang::zh, *cycle);
  } else if (hole == "max") {
    constexpr std::string_view digits = "0123456789";
    const std::size_t end = value.find_first_not_of(digits);
    if (end == value.npos || end == 0) return value;
    const std::string unit = value.substr(end);
    return value.substr(0, end) + (unit == "wd" ? "个工作日" : unit == "mo" ? "个月" : "天");
  }
  return value;
}

std::string chinese(std::string_view hole, const std::string& values) {
  if (hole == "wanted") {  // a clause of ours, not a list of names
    const auto known = table().find(values);
    if (known != table().end()) return std::string(known->second);
  }
  std::vector<std::string> items = split(values);
  for (std::string& item : items) item = chinese_value(hole, item);
  return joined(Lang::zh, items);
}

}  // namespace

bool has_chinese(std::string_view text) { return table().contains(text); }

std::string say(Lang lang, std::string_view text, const Values& values) {
  if (lang == Lang::en) return fill(text, values);
  const auto found = table().find(text);
  if (found == table().end()) return fill(text, values);
  Values both = values;
  for (const auto& [hole, value] : values) {
    if (found->second.find("{" + hole + "*}") != std::string_view::npos)
      both.emplace_back(hole + "*", chinese(hole, value));
  }
  return fill(found->second, both);
}

std::string say(Lang lang, const Message& message) {
  return say(lang, message.text, message.values);
}

std::string place_words(Lang lang, const std::string& place) {
  // As the readers of documents put it; the last of these words, for a name may hold them too.
  struct Form {
    std::string_view mark, then, text;
  };
  constexpr Form forms[] = {
      {": table ", ", row ", phrase("{file}: table {table}, row {row}")},
      {": sheet ", ", row ", phrase("{file}: sheet {table}, row {row}")},
      {": line ", "", phrase("{file}: line {row}")},
      {": paragraph ", "", phrase("{file}: paragraph {row}")},
  };
  if (lang == Lang::en) return place;
  for (const Form& form : forms) {
    const std::size_t mark = place.find(form.mark);
    if (mark == place.npos) continue;
    std::size_t row = mark + form.mark.size();
    std::string table;
    if (!form.then.empty()) {
      const std::size_t then = place.find(form.then, row);
      if (then == place.npos) continue;
      table = place.substr(row, then - row);
      row = then + form.then.size();
    }
    const std::size_t end = std::min(place.find_first_not_of("0123456789", row), place.size());
    if (end == row) continue;
    std::string rest = place.substr(end);
    if (rest.starts_with(", ")) rest.replace(0, 2, "，");
    return say(lang, form.text,
               {{"file", place.substr(0, mark)},
                {"table", table},
                {"row", place.substr(row, end - row)}}) +
           rest;
  }
  return place;
}

std::string_view colon(Lang lang) { return lang == Lang::zh ? "：" : ": "; }

std::string joined(Lang lang, const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items)
    out += (out.empty() ? "" : lang == Lang::zh ? "、" : ", ") + item;
  return out;
}

}  // namespace duban
