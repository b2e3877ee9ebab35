// Chinese of scenarios, simulation and forecast.
#include "cli/words_tables.hpp"

namespace duban {
namespace {

constexpr Phrase phrases[] = {
    {"'every' is month, quarter, half-year or year, of an ongoing task",
     "'every' 为 month、quarter、half-year 或 year，仅用于持续推进的事项"},
    {"'{key}' goes with 'do'", "'{key}' 须与 'do' 同用"},
    {"a list of names for each rung", "按督办级别列出的单位名称"},
    {"a list of scenarios is wanted here, each beginning with '- name:'",
     "这里须是场景列表，每项以 '- name:' 开头"},
    {"a list of steps is wanted here, each such as '- { at: 2018-03-01, as: 省经信委, do: start }'",
     "这里须是步骤列表，每项如 '- { at: 2018-03-01, as: 省经信委, do: start }'"},
    {"a list of texts", "文字列表"},
    {"a scenario '{name}' stands above already", "上面已有场景 '{name}'"},
    {"a step has 'do', 'expect' or both", "每个步骤须有 'do' 或 'expect'，或两者都有"},
    {"a task has either 'due' or 'ongoing: true'", "事项须有 'due' 或 'ongoing: true' 之一"},
    {"a whole number", "整数"},
    {"{at} is before {before}; a scenario goes forward in time",
     "{at} 早于 {before}；场景中时间只能向前"},
};

}  // namespace

std::span<const Phrase> phrases_of_rehearsal() { return phrases; }

}  // namespace duban
