#include "cli/step_words.hpp"

namespace duban {
namespace {

// clang-format off
constexpr StepWords steps[] = {
    {Event::start, "take a task up (签收)",
     "duban start 1.3.11 --as 省经信委", "for"},
    {Event::progress, "report progress (进展)",
     "duban progress 1.3.11 --note 已完成方案起草 --as 省经信委", "for"},
    {Event::contribute, "give a co-department's part (协办反馈)",
     "duban contribute 1.3.11 --note 本单位部分已完成 --as 省安监局\n"
     "duban contribute 1.3.11 --for 省安监局 --dated 2018-11-20 --note 来函收悉 --evidence 函.pdf",
     "partial for dated"},
    {Event::excuse, "excuse a co-department (免予协办)",
     "duban excuse 1.3.11 --co 省安监局 --note 无相关职责", "co undo"},
    {Event::report, "report that it is done (报结)",
     "duban report 1.3.11 --note 任务完成 --evidence 报告.pdf --as 省经信委\n"
     "duban report 1.3.11 --for 省经信委 --note 来函报结 --evidence 函.pdf --without 省安监局",
     "without for dated"},
    {Event::withdraw, "take a report back (撤回)",
     "duban withdraw 1.3.11 --note 数据有误 --as 省经信委", "for"},
    {Event::verify, "verify that it is done (核验办结)",
     "duban verify 1.3.11 --note 核验属实 --as 督查一处", ""},
    {Event::return_, "return a report for rework (退回补办)",
     "duban return 1.3.11 --note 缺少台账 --due 2019-03-31 --as 督查一处", "due co"},
    {Event::request_extension, "ask for a later due date (申请延期)",
     "duban request-extension 1.3.11 --due 2019-06-30 --note 招标推迟 --as 省经信委",
     "due for dated"},
    {Event::grant_extension, "grant the extension asked for (同意延期)",
     "duban grant-extension 1.3.11 --note 同意 --as 督查一处", "due"},
    {Event::deny_extension, "deny the extension asked for (不同意延期)",
     "duban deny-extension 1.3.11 --note 理由不足 --as 督查一处", ""},
    {Event::amend, "change due date, co-departments, content or urgency (调整)",
     "duban amend 1.3.11 --drop-co 省科技厅 --add-co 省教育厅 --error --note 分工表识别有误\n"
     "duban amend 1.3.11 --error --deadline 2018年6月底前 --note 时限识别有误\n"
     "duban amend 1.3.11 --urgent --note 省领导批示加急",
     "due add-co drop-co content error lead deadline urgent not-urgent"},
    {Event::reassign, "give it to another lead (调整牵头单位)",
     "duban reassign 1.3.11 --to 省发改委 --keep-as-co --note 职能划转", "to due keep-as-co"},
    {Event::suspend, "suspend a task until a day (暂缓)",
     "duban suspend 1.3.11 --until 2018-09-30 --note 等待立法", "until"},
    {Event::resume, "end a suspension (恢复)",
     "duban resume 1.3.11", ""},
    {Event::miss, "close the cycles that went by without a report (记缺报)",
     "duban miss 1.1.1 --note 上半年未报", ""},
    {Event::reopen, "open a finished or cancelled task again (重新督办)",
     "duban reopen 1.3.11 --due 2019-12-31 --note 问题反弹", "due"},
    {Event::conclude, "verify an ongoing task for good (结项)",
     "duban conclude 1.1.1 --note 转入日常工作", ""},
    {Event::cancel, "call a task off (撤销督办)",
     "duban cancel 1.3.11 --note 政策调整", ""},
    {Event::strike, "strike a co-department's contributions (取消反馈)",
     "duban strike 1.3.11 --co 省安监局 --note 材料与事项无关 --as 督查一处", "co"},
    {Event::undo, "take back a coordinator's last step (撤回上一步)",
     "duban undo 1.3.11 --note 误核验 --as 督查二处", ""},
    {Event::remark, "put a remark on record, or chase somebody (记事/催办)",
     "duban remark 1.3.11 --to 省经信委 --until 2018-03-31 --note 请尽快报进展", "to until for"},
};
// clang-format on

}  // namespace

std::span<const StepWords> all_steps() { return steps; }

bool takes(const StepWords& step, std::string_view option) {
  std::string_view rest = step.options;
  while (!rest.empty()) {
    const std::size_t blank = rest.find(' ');
    if (rest.substr(0, blank) == option) return true;
    if (blank == rest.npos) return false;
    rest.remove_prefix(blank + 1);
  }
  return false;
}

}  // namespace duban
