#include "cli/read_entry.hpp"

#include <array>
#include <vector>

namespace duban {
namespace {

std::string text_of(const Value& data, std::string_view key) {
  const Value* value = data.find(key);
  return value && value->text() ? *value->text() : std::string();
}

std::vector<std::string> list_of(const Value& data, std::string_view key) {
  std::vector<std::string> items;
  if (const Value* value = data.find(key); value && value->array()) {
    for (const Value& item : *value->array()) {
      if (item.text()) items.push_back(*item.text());
      if (const Value* name = item.find("name"); name && name->text())
        items.push_back(*name->text());
    }
  }
  return items;
}

std::string escalation_details(Lang lang, const Value& data, const RuleLayer* rules) {
  const Value* level = data.find("level");
  const Value* occurrence = data.find("occurrence");
  std::string what = text_of(data, "rung");
  if (level && level->integer()) {
    const std::int64_t number = *level->integer();
    const std::string word = level_word(lang, number);
    if (rules) what = rung_word(lang, *rules, what, number);
    what = what == word ? word : word + " " + what;
  }
  if (occurrence && occurrence->integer() && *occurrence->integer() > 0)
    what += " #" + std::to_string(*occurrence->integer() + 1);
  std::vector<std::string> notify;
  for (const std::string& who : list_of(data, "notify"))
    notify.push_back(recipient_word(lang, who));
  return say(lang, "{rung} of {fires}, to {notify}",
             {{"rung", what}, {"fires", text_of(data, "fires")}, {"notify", joined(lang, notify)}});
}

struct Detail {
  const char* key;
  std::string_view words;
};
constexpr std::array<Detail, 27> details{{{"due", phrase("due {value}")},
                                          {"until", phrase("until {value}")},
                                          {"dated", phrase("dated {value}")},
                                          {"to", phrase("to {value}")},
                                          {"lead", phrase("lead {value}")},
                                          {"co", phrase("co {value}")},
                                          {"add-co", phrase("with co {value}")},
                                          {"drop-co", phrase("without co {value}")},
                                          {"without", phrase("owing: {value}")},
                                          {"keep-as-co", phrase("the old lead stays as co")},
                                          {"partial", phrase("in part")},
                                          {"undo", phrase("taken back")},
                                          {"undoes", phrase("takes back '{event}'")},
                                          {"error", phrase("a misreading corrected")},
                                          {"urgent", phrase("urgent")},
                                          {"not-urgent", phrase("no longer urgent")},
                                          {"plan-ends", phrase("the plan ends")},
                                          {"evidence", phrase("evidence: {value}")},
                                          {"content", phrase("content: {value}")},
                                          {"deadline", phrase("deadline as written: {value}")},
                                          {"file", phrase("file {value}")},
                                          {"subject", phrase("to {value}")},
                                          {"role", phrase("role {value}")},
                                          {"id", phrase("{value}")},
                                          {"department", phrase("department {value}")},
                                          {"account", phrase("account {value}")},
                                          {"part", phrase("part {value}")}}};

}  // namespace

std::string actor_text(Lang lang, const Entry& entry) {
  if (entry.actor.empty() || entry.role == Role::scheduler) return word(lang, Role::scheduler);
  const std::string department = text_of(entry.data, "for");
  if (department.empty()) return entry.actor;
  return say(lang, "{actor} for {department}",
             {{"actor", entry.actor}, {"department", department}});
}

std::string change_text(Lang lang, const Entry& entry) {
  if (!entry.to) return "";
  if (!entry.from || *entry.from == *entry.to) return word(lang, *entry.to);
  return word(lang, *entry.from) + " -> " + word(lang, *entry.to);
}

std::string details_text(Lang lang, const Entry& entry, const RuleLayer* rules) {
  if (entry.event == Event::escalate) return escalation_details(lang, entry.data, rules);
  std::string out;
  for (const Detail& detail : details) {
    const Value* value = entry.data.find(detail.key);
    if (!value || value->is_null()) continue;
    std::string words;
    if (value->text()) {
      words = *value->text();
      if (words.empty()) continue;
    } else if (value->boolean()) {
      if (!*value->boolean()) continue;
    } else if (value->integer()) {
      words = std::to_string(*value->integer());
    } else {
      words = joined(lang, list_of(entry.data, detail.key));
      if (words.empty()) continue;
    }
    if (!out.empty()) out += lang == Lang::zh ? "；" : "; ";
    out += say(lang, detail.words, {{"value", words}, {"event", words}});
  }
  return out;
}

std::string note_of(const Entry& entry) { return text_of(entry.data, "note"); }

}  // namespace duban
