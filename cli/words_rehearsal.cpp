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
    {"; --coverage lists the others", "；用 --coverage 列出其余各项"},
    {"a night is never refused", "每日巡检不会被拒绝"},
    {"expected: it passes", "应当：通过"},
    {"expected: {value}", "应当：{value}"},
    {"got:      it passed", "实际：通过了"},
    {"got:      {value}", "实际：{value}"},
    {"lacking:  {value}", "缺少：{value}"},
    {"override", "例外"},
    {"refusal", "拒绝"},
    {"refused:  {value}", "被拒：{value}"},
    {"scenario '{name}', {at}: '{what}' is not as expected",
     "场景“{name}”，{at}：'{what}' 与应有的不符"},
    {"surplus:  {value}", "多出：{value}"},
    {"transition", "环节"},
    {"{file}: {count} scenarios, each as it should be", "{file}：{count} 个场景，全部相符"},
    {"{file}: {failed} of {count} scenarios failed", "{file}：{count} 个场景中 {failed} 个不符"},
    {"{rules}: {touched} of {all} transitions, refusals, rungs and overrides touched",
     "{rules}：环节、拒绝、督办级别和例外共 {all} 项，已触及 {touched} 项"},
    // --help
    {"files of scenarios, such as default.test.yaml", "场景文件，如 default.test.yaml"},
    {"list what of the rules no scenario touches, and fail if there is any",
     "列出没有场景触及的规则，有则以失败结束"},
    {"play the scenarios of rule authors: what must be true on which day",
     "演练规则作者写的场景：哪一天应是什么结果"},
    {"play them under this rule file instead of their own", "改用这个规则文件演练"},
    {"rule files: check, test, activate, show", "规则文件：检查、测试、启用、查看"},
};

}  // namespace

std::span<const Phrase> phrases_of_rehearsal() { return phrases; }

}  // namespace duban
