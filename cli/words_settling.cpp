// Chinese of review sheets, of corrections, and of plans that are kept by hand.
#include "cli/words_tables.hpp"

namespace duban {
namespace {

constexpr Phrase phrases[] = {
    {"--strict takes no doubts, and {count} are left; 'import --review' writes a sheet to settle "
     "them in",
     "--strict 不容许存疑，尚余 {count} 处；可用 'import --review' 生成核对表逐一核定"},
    {"Nothing is imported, and the paper stays as it is: '--review OUT.xlsx' writes a sheet to "
     "settle this in.",
     "尚未导入，原文件不必改动：用 '--review 核对表.xlsx' 生成核对表，在表中核定。"},
    {"must be settled: {what}", "须核定：{what}"},
    {"--lead corrects a misreading: give --error too; 'reassign' gives a task to another lead",
     "--lead 用于更正误读，须同时给出 --error；另行交办请用 'reassign'"},
    {"--deadline corrects a misreading: give --error too; --due moves a due date",
     "--deadline 用于更正误读，须同时给出 --error；调整时限请用 --due"},
    {"--deadline and --due exclude each other", "--deadline 与 --due 不能同时使用"},
    {"there is no reader of deadlines here", "此处不能读取时限文字"},
    {"{task} is reported; 'return' the report first, then correct its deadline",
     "{task} 已报结；请先 'return' 退回，再更正时限"},
    {"cycles of {task} are over, and were judged by the deadline as it was read; move the present "
     "one with --due",
     "{task} 已有期次按原读取的时限办结；本期时限请用 --due 调整"},
    {"by when, as the document should have been read; with --error",
     "按文件应读作的完成时限；与 --error 同用"},
    {"{task} is reported by {department}; 'return' the report first, then correct who leads",
     "{task} 已由{department}报结；请先 'return' 退回，再更正牵头单位"},
    {"who leads, as the document should have been read; with --error",
     "牵头单位，以文件应有的读法为准；与 --error 同用"},
    {"Fill in what should be otherwise, then import with '--corrections {file}'.",
     "请在 改为 栏填写更正，再以 '--corrections {file}' 导入。"},
    {"one correction, such as 'T1.R6 lead=省水利厅'", "一处更正，如 'T1.R6 lead=省水利厅'"},
    {"plan {plan} is there, read from this file with other corrections; 'amend --error' settles "
     "what is wrong with it",
     "台账 {plan} 已由此文件导入，所用更正不同；个别差错可用 'amend --error' 更正"},
    {"refuse the document while anything in it is doubtful", "仍有存疑则不导入"},
    {"source: {source}", "来源：{source}"},
    {"such a sheet, filled in: the document is read with its corrections",
     "已填写的核对表：按其更正读取文件"},
    {"the day of what names none (待定, 尽快); such tasks are listed as doubtful",
     "未写明日期（待定、尽快）者取此日；列为存疑"},
    {"write the plan as it is read into a .xlsx or .csv, with room for what should be otherwise; "
     "import nothing",
     "将读取结果写入 .xlsx 或 .csv，留出更正栏；不导入"},
    {"{done} of {all} tasks written", "已写入 {done} / {all} 项"},
    {"{done} rows read", "已读取 {done} 行"},
    {"{file}: {rows} rows, {unread} of them with something that cannot be read, {doubtful} more "
     "with a doubt",
     "{file}：{rows} 行，其中 {unread} 行有无法读取之处，另 {doubtful} 行存疑"},
    {"'{text}' is no correction; write it like 'T1.R6 lead=省水利厅', with number, titles, "
     "content, "
     "lead, co, deadline or urgent, or 'T1.R6 row=' to leave it out",
     "'{text}' 不是更正；应形如 'T1.R6 lead=省水利厅'，可更正 number、titles、content、lead、co、"
     "deadline、urgent，'T1.R6 row=' 为剔除该行"},
    {"a sheet is a .xlsx or .csv, not {path}", "表格须为 .xlsx 或 .csv，而非 {path}"},
    {"cannot write {path}: {reason}", "无法写入 {path}：{reason}"},
    {"it makes a plan void that is not there", "所作废的台账并不存在"},
    {"more than {count} rows are filled in", "填写的行超过 {count} 行"},
    {"no .xlsx can be written: {library} is needed for it ({reason}); a .csv can",
     "无法写出 .xlsx：缺少 {library}（{reason}）；可改用 .csv"},
    {"a department that takes part", "参与的单位"},
    {"a file of that", "相应的文件"},
    {"a task has a day (--due) or goes on (--ongoing): say which",
     "事项或有完成时限（--due），或持续推进（--ongoing）：请择一注明"},
    {"add a task to a plan; by a coordinator", "为台账增列事项；由督查单位办理"},
    {"begin a plan without a document; by a coordinator", "不经文件新建台账；由督查单位办理"},
    {"it goes on, and is reported cycle by cycle", "持续推进，按周期报告"},
    {"it is urgent (急件)", "急件"},
    {"make a plan void while no department has acted on it; by a coordinator or admin",
     "在任何单位办理之前作废台账；由督查单位或管理员办理"},
    {"plan {plan} is there, without a task; 'task add' adds them",
     "台账 {plan} 已建立，尚无事项；可用 'task add' 增列"},
    {"tasks that no document has: add (增列事项)", "不出自文件的事项：add（增列事项）"},
    {"the day by which it is to be done", "完成时限"},
    {"the day it dates from", "成文日期"},
    {"what is to be done", "工作内容"},
    {"what it is called", "名称"},
    {"what it rests on: an instruction (批示件), minutes (纪要)", "来源：批示件、会议纪要等"},
    {"who leads", "牵头单位"},
    {"why", "事由"},
    {"{plan} is void, with its {tasks} tasks; the log keeps them, and the id may be used again",
     "台账 {plan} 及其 {tasks} 项事项已作废；记录仍保留，编号可再用"},
    {"a new .xlsx or .csv", "新的 .xlsx 或 .csv"},
    {"amended by {actor}", "{actor}已调整"},
    {"amended by {actor}: {value}", "{actor}已调整为：{value}"},
    {"corrected by {actor}: {value}", "{actor}导入时改为：{value}"},
    {"deadline", "完成时限"},
    {"field", "项目"},
    {"headings above", "上级标题"},
    {"how it was settled", "核定情况"},
    {"nothing in it was doubtful", "没有存疑"},
    {"item number", "序号"},
    {"not settled", "未核定"},
    {"right as read: {actor}", "{actor}导入时确认无误"},
    {"row", "整行"},
    {"what was doubtful", "存疑"},
    {"what was doubtful when it was read, and how it was settled", "读取时的存疑及核定情况"},
    {"write an empty sheet that imports without a doubt", "写出空白样表，填写后即可无疑义导入"},
    {"{file}: a row a task; the first of 牵头单位 leads, deadlines are written like 2018年6月底前 "
     "or 持续推进",
     "{file}：每行一项；牵头单位 只填一家，完成时限 写作 2018年6月底前 或 持续推进"},
    {"no day is named; {due} is taken, as --due says", "未写明日期；按 --due 取 {due}"},
    {"plan {plan} cannot be void: a department acted on {task}",
     "台账 {plan} 不得作废：已有单位办理 {task}"},
    {"plan {plan} cannot be void: {department} has acted on {task} ('{event}', entry {seq}); "
     "'cancel' ends a task",
     "台账 {plan} 不得作废：{department}已办理 {task}（{event*}，第 {seq} 条）；个别事项可用 "
     "'cancel' "
     "撤销督办"},
    {"plan {plan} is there already; choose another id", "台账 {plan} 已存在；请另选编号"},
    {"the correction no longer fits {address}: its {field} was {shown}, and the document has "
     "{written}",
     "更正与 {address} 不再相符：{field} 原为 {shown}，文件中为 {written}"},
    {"the document has no task at {address}", "文件中 {address} 处没有事项"},
    {"the number {number} belongs to another task", "序号 {number} 已属另一事项"},
    {"the row is filled in, but its place is gone", "该行已填写，但位置一栏为空"},
    {"{address} gets two corrections of its {field}", "{address} 的 {field} 有两处更正"},
    {"{address} stands here a second time", "{address} 在此重复出现"},
    {"{file} is no review sheet: it lacks the columns 位置 (place) and 改为 (should be); 'import "
     "--review' writes one",
     "{file} 不是核对表：缺少 位置、改为 两栏；可用 'import --review' 生成"},
    {"{path} is there already; choose another name", "{path} 已存在；请另选文件名"},
    {"{path} would have too many rows for .xlsx; write a .csv",
     "{path} 的行数超出 .xlsx 上限；请改用 .csv"},
    {"{text} does not say whether it is urgent", "{text} 未说明是否急件"},
    {"{text} names no day; {due} is taken, as --due says", "{text} 未写明日期；按 --due 取 {due}"},
    {"{text} names no department", "{text} 未写明单位"},
};

}  // namespace

std::span<const Phrase> phrases_of_settling() { return phrases; }

}  // namespace duban
