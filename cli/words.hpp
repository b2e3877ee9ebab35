// What people read, in their language: English templates and their Chinese, the vocabularies of
// docs/glossary.md in both.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/model/calendar.hpp"
#include "engine/model/rules.hpp"
#include "engine/model/words.hpp"

namespace duban {

enum class Lang : std::uint8_t { en, zh };

/// `text` in `lang` with its holes filled. In Chinese, values of holes that are named after a
/// vocabulary (event, state, role, roles, missing, …) are translated too, and lists are joined by
/// 、. A template without Chinese comes in English; a test finds each of them.
std::string say(Lang lang, std::string_view text, const Values& values = {});
std::string say(Lang lang, const Message& message);
bool has_chinese(std::string_view text);
/// Marks a template that is said somewhere else: the test that wants its Chinese finds it by this.
constexpr std::string_view phrase(std::string_view text) { return text; }

/// Words of the vocabularies. In English they are the words that filters and rule files take.
std::string word(Lang lang, TaskState state);
std::string word(Lang lang, Event event);
std::string word(Lang lang, Role role);
std::string word(Lang lang, Light light);
std::string word(Lang lang, CycleUnit unit);
/// 提醒, 催办, 督办, 建议通报; "reminder", …
std::string level_word(Lang lang, std::int64_t level);
/// What people call a rung: its name, or the word of its level.
std::string rung_word(Lang lang, const Rung& rung);
/// The same of the rung that has this id in `rules`; where none has any more, of its level.
std::string rung_word(Lang lang, const RuleLayer& rules, const std::string& id, std::int64_t level);
/// For authors of rules: "迟迟不签收 (unstarted)".
std::string rung_words(Lang lang, const RuleLayer& rules, const std::string& id,
                       std::int64_t level);
/// Who hears of a rung: a role, `missing`, `superior`, or a department's name, which stays.
std::string recipient_word(Lang lang, std::string_view recipient);
/// What a step can lack: note, evidence, contributions, …
std::string missing_word(Lang lang, std::string_view what);
/// The code of a refusal: forbidden, or 须回避.
std::string code_word(Lang lang, std::string_view code);
/// Where something stands in a document: "plan.csv: line 7", or plan.csv：第 7 行.
std::string place_words(Lang lang, const std::string& place);
/// "30d" or 30天.
std::string span_words(Lang lang, Span span);
/// "due", "raised(blue)", or 时限, blue 提示发出; with the rung's name where `rules` has it.
std::string anchor_words(Lang lang, const At& at, const RuleLayer* rules = nullptr);
/// "due + 10wd", or 时限后10个工作日; the anchor's words alone for no offset.
std::string moment_words(Lang lang, const At& at);

/// Between a place and what is said of it.
std::string_view colon(Lang lang);
/// "a, b" or a、b.
std::string joined(Lang lang, const std::vector<std::string>& items);

}  // namespace duban
