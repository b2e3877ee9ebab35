// Chinese of what is said of deadlines as documents write them.
#include "cli/words_tables.hpp"

namespace duban {
namespace {

constexpr Phrase phrases[] = {
    {"there is no deadline; taken as {due}, which was given for such",
     "没有填写时限；按给定的默认时限 {due} 处理"},
    {"{text} asks for it at once too; taken as ongoing", "{text} 同时要求立即办理；按长期任务处理"},
    {"{text} cannot be read as a deadline; write it like 2018年6月30日 or 持续推进",
     "{text} 不能识别为时限；请写成 2018年6月30日 或 持续推进"},
    {"{text} counts from an event whose day the document does not say; it needs a person, or a "
     "day given with --due",
     "{text} 从文件未写明日期的事件起算；须人工确定，或用 --due 给出日期"},
    {"{text} counts from the day of the document; give it with --issued",
     "{text} 从印发之日起算；请用 --issued 给出印发日期"},
    {"{text} goes on until {due}; taken as its last stage",
     "{text} 持续到 {due}；按最后一个阶段处理"},
    {"{text} goes on until {due}; taken as ongoing until then",
     "{text} 持续到 {due}；按长期任务处理，到该日为止"},
    {"{text} has a last day and goes on until then; taken as due on {due}",
     "{text} 持续推进且有最后期限；按 {due} 到期处理"},
    {"{text} is a moment beside midnight; taken as {due}",
     "{text} 与零点只差数十秒；按 {due} 处理"},
    {"{text} is counted from the day of the document; taken as {due}",
     "{text} 没有写明起算日；从印发之日起算，按 {due} 处理"},
    {"{text} is taken as ongoing; beside it stands '{words}'",
     "{text} 按长期任务处理；另有文字'{words}'"},
    {"{text} is taken as {due}, before the day of the document, {issued}",
     "{text} 按 {due} 处理，早于文件印发日期 {issued}"},
    {"{text} is the name of an office, not a deadline", "{text} 是单位名称，不是时限"},
    {"{text} leaves the month or the year to the day of the document; taken as {due}",
     "{text} 没有写明年月，取文件印发时的年月；按 {due} 处理"},
    {"{text} looks like a date that a spreadsheet keeps as a number; taken as {due}",
     "{text} 像是电子表格以数字保存的日期；按 {due} 处理"},
    {"{text} may mean until {due} or after it too; taken as due then, and going on",
     "{text} 可能指到 {due} 为止，也可能指此后继续；按该日到期、此后长期坚持处理"},
    {"{text} names a cycle too; taken as due on {due} alone",
     "{text} 另有周期要求；只按 {due} 到期处理"},
    {"{text} names a season whose day is not known here; it needs a person, or a day given with "
     "--due",
     "{text} 所说的时节在这里没有对应日期；须人工确定，或用 --due 给出日期"},
    {"{text} names a year by two figures; taken as {due}",
     "{text} 的年份只写了两位；按 {due} 处理"},
    {"{text} names its days out of order; they are taken in order",
     "{text} 的日期没有按先后排列；已按先后处理"},
    {"{text} names more than {count} days", "{text} 列出的日期超过 {count} 个"},
    {"{text} names no day; it needs a person, or a day given with --due",
     "{text} 没有具体日期；须人工确定，或用 --due 给出日期"},
    {"{text} names no day; taken as {due}, which was given for such",
     "{text} 没有具体日期；按给定的默认时限 {due} 处理"},
    {"{text} names no exact day; taken as {due}", "{text} 没有确切日期；按 {due} 处理"},
    {"{text} runs through a year whose holidays are not known; taken as {due}",
     "{text} 跨入节假日安排尚未公布的年份；按 {due} 处理"},
    {"{text}: a month before the one named first is taken as the next year's, {due}",
     "{text}：后写的月份早于先写的月份，视为次年，按 {due} 处理"},
    {"{text}: only the day {due} is taken; beside it stands '{words}'",
     "{text}：只取日期 {due}；另有文字'{words}'"},
    {"{text}: the calendar does not have that holiday; taken as {due}",
     "{text}：日历中没有该节日；按 {due} 处理"},
    {"{text}: the day in the cycle is not exact; it is left to the rules",
     "{text}：周期内没有确切日期；按规则处理"},
    {"{text}: the day of the week does not fit; taken as {due}",
     "{text}：星期与日期不符；按 {due} 处理"},
    {"{text}: there is no such cycle; taken as every {cycle}",
     "{text}：没有这样的周期；按{cycle}处理"},
    {"{text}: there is no such hour; taken as {due}", "{text}：没有这样的时刻；按 {due} 处理"},
};

}  // namespace

std::span<const Phrase> phrases_of_deadlines() { return phrases; }

}  // namespace duban
