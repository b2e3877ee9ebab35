// Chinese of what is proved of rule files.
#include "cli/words_tables.hpp"

namespace duban {
namespace {

constexpr Phrase phrases[] = {
    // The properties.
    {"from every state a task can come to its end", "任何状态下事项都能办结"},
    {"nobody judges the own work, and somebody else can", "无人核验自己经手的事，且总有他人可核验"},
    {"nobody can be silent, and the ladder only rises", "无人能久无声息，督办逐级加重"},
    {"every event, rung and override takes effect", "每个环节、级别和例外都起作用"},
    {"lead and co's cannot raise a storm", "牵头、协办单位不能引发大量提醒"},
    {"every rung has someone to hear it", "每一级都有人收到"},
    {"no deadline is put off for ever", "时限不能无限期推迟"},
    {"whoever hears a rung can act", "收到提醒的人能够办理"},
    // The verdict.
    {"holds", "成立"},
    {"fails", "不成立"},
    {"property {number}", "性质 {number}"},
    {"{kinds} kinds of tasks, {states} states:", "事项 {kinds} 类，状态 {states} 个："},
    {"within {days} days", "{days} 天内"},
    {"within {days} days, or {after} days after due", "{days} 天内，或时限后 {after} 天"},
    {"at most {count} in a year, {allowed} are allowed: {list}",
     "一年至多 {count} 次，允许 {allowed} 次：{list}"},
    {"at most {count} extensions, and {span} of suspension",
     "延期至多 {count} 次，暂缓累计至多 {span}"},
    {"not explored", "未查完"},
    {"too much to explore: nothing more was tried of {numbers}, so they count as lacking; a "
     "plainer "
     "file is explored to its end",
     "情形太多，未能查完：性质 {numbers*} 视为不成立；文件简单些就能查完"},
    {"nobody could judge what {leads} would lead: before one of them leads a task, make another "
     "office a coordinator, or a person of another house",
     "{leads*} "
     "如牵头，将无人可核验：在其牵头事项之前，请另设一家督查单位，或授权一名其他机关的人员"},
    {"{file} is not put in force: it breaks property {broken}, see duban rules check",
     "{file} 未启用：性质 {broken*} 不成立，见 duban rules check"},
    {"{file} is not put in force: it breaks property {broken}, and {unexplored} could not be "
     "explored to its end, see duban rules check",
     "{file} 未启用：性质 {broken*} 不成立，性质 {unexplored*} 未能查完，见 duban rules check"},
    {"{file} is not put in force: property {unexplored} could not be explored to its end, see "
     "duban "
     "rules check",
     "{file} 未启用：性质 {unexplored*} 未能查完，见 duban rules check"},
    // In spite of what is lacking.
    {"--despite takes the number of a property, 1 to 8, not '{value}'",
     "--despite 写性质的序号，1 至 8，不能是 '{value}'"},
    {"--despite needs a note that says why (--note)", "--despite 须用 --note 说明理由"},
    {"--note says why with --despite, and stands nowhere without it",
     "--note 用于说明 --despite 的理由，没有 --despite 时不用"},
    {"property {number} holds: leave --despite {number} out",
     "性质 {number} 成立，不必写 --despite {number}"},
    {"property {number} is broken, and no rules are put in force in spite of that; 2, 4, 5, 7 and "
     "8 "
     "may be taken",
     "性质 {number} 不成立，不得强行启用；只有 2、4、5、7、8 可以"},
    {"{actor} put the rules in force though they lack property {numbers}, entry {seq}: {note}",
     "{actor} 在性质 {numbers*} 不成立的情况下启用了现行规则（第 {seq} 条记录）：{note}"},
    {"though it lacks this property of docs/proof.md (2, 4, 5, 7, 8, or one not explored)",
     "虽有此性质不成立仍启用（见 docs/proof.md；2、4、5、7、8，或未查完的性质）"},
    {"why, with --despite", "--despite 的理由"},
    // The stories.
    {"{day}  nothing more has happened", "{day}  再无动静"},
    {"{day}  {actor}  {event}: refused ({code})", "{day}  {actor}  {event*}：被拒（{code*}）"},
    {"... {count} more", "... 另有 {count} 条"},
    {"'{event}' should have been refused as {code}", "'{event*}' 本应以 {code} 被拒"},
    // What is found.
    {"a task that is {state} can never be verified: '{event}' is refused",
     "{state*} 的事项永远不能办结：'{event*}' 被拒"},
    {"a task that is {state} can never come to the end of its cycle: '{event}' is refused",
     "{state*} 的事项永远到不了周期终点：'{event*}' 被拒"},
    {"a task that is {state} can never be verified: no step leads on",
     "{state*} 的事项永远不能办结：没有可走的环节"},
    {"'{event}' is done without the report and the evidence that the rules ask for",
     "'{event*}' 在没有规则要求的报结和佐证时也能办"},
    {"'{event}' may be done by whoever recorded the report", "报结经手人自己可以 '{event*}'"},
    {"'{event}' may be done by whoever recorded the request", "申请经手人自己可以 '{event*}'"},
    {"'{event}' may be done by the lead's own house", "牵头单位本机关的人可以 '{event*}'"},
    {"of {lead} nobody may do '{event}': whoever records the paper, no other person is left",
     "对 {lead} 牵头的事项无人可以 '{event*}'：无论由谁代录，都没有另一人可办"},
    {"a task that is {state} can be forgotten: if nobody acts, no rung of level 1 or more is ever "
     "raised",
     "{state*} 的事项可能被遗忘：无人办理时，永不触发一级以上的提醒"},
    {"rung '{rung}' is of level {level}, and '{before}' before it is of level {higher}: a ladder "
     "only rises",
     "'{rung}' 为 {level} 级，而在前的 '{before}' 为 {higher} 级：督办只能逐级加重"},
    {"'{event}' can never happen", "'{event*}' 永远不会发生"},
    {"'{event}' can never happen: no task is ever {states}",
     "'{event*}' 永远不会发生：没有事项会处于 {states*}"},
    {"'{event}' can never happen: nobody is {roles}", "'{event*}' 永远不会发生：无人是 {roles*}"},
    {"'{event}' can never happen: nobody can ask for an extension",
     "'{event*}' 永远不会发生：无人可以申请延期"},
    {"'{event}' can never happen: it is always refused ({code})",
     "'{event*}' 永远不会发生：总被拒（{code*}）"},
    {"rung '{rung}' can never be raised: no task is ever {states}",
     "'{rung}' 永远不会触发：没有事项会处于 {states*}"},
    {"rung '{rung}' can never be raised: no task is {states} by then",
     "'{rung}' 永远不会触发：届时没有事项还处于 {states*}"},
    {"this changes nothing: '{subject}' does not happen to the tasks that it is for",
     "这里不起作用：'{subject}' 不会发生在所适用的事项上"},
    {"this never holds: line {line} says it first for the same tasks",
     "这里永不起作用：第 {line} 行对同样的事项已先规定"},
    {"this changes nothing: the file says the same without it", "这里不起作用：不写也一样"},
    {"this override is for no task: its conditions exclude each other",
     "这条例外不适用于任何事项：各项条件互相排斥"},
    {"rung '{rung}' can be raised anew again and again without time passing",
     "'{rung}' 可在同一时刻反复触发"},
    {"lead and co's can make one task raise {count} escalations in a year, most of them by rung "
     "'{rung}'; {allowed} are allowed",
     "牵头、协办单位可使一件事项一年内触发 {count} 次提醒，多数出自 '{rung}'；允许 {allowed} 次"},
    {"rung '{rung}' is for '{word}', and nobody is that", "'{rung}' 通知 '{word}'，而无人是"},
    {"rung '{rung}' is for {word}, which the directory does not know",
     "'{rung}' 通知 {word}，而名录中没有该单位"},
    {"rung '{rung}' can be raised with nobody to hear it: the task has no co that is meant",
     "'{rung}' 可能无人收到：事项没有所指的协办单位"},
    {"whoever hears rung '{rung}' can do nothing about a task that is {state}",
     "收到 '{rung}' 的人对 {state*} 的事项无能为力"},
    {"extensions can be granted without end: 'request-extension' has no 'limit'",
     "延期可以无限次准予：'request-extension' 没有 'limit'"},
    {"a task can be suspended without end: 'suspend' has no 'max'",
     "事项可以无限期暂缓：'suspend' 没有 'max'"},
    // --help
    {"departments and people to prove it for", "按此名录证明"},
    {"write what shows the flaws as scenarios for rules test",
     "把显示缺陷的经过写成 rules test 的场景"},
};

}  // namespace

std::span<const Phrase> phrases_of_proof() { return phrases; }

}  // namespace duban
