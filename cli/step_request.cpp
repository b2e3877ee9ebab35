#include "cli/step_request.hpp"

#include <algorithm>
#include <array>

#include "text/nearest.hpp"

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
     "duban amend 1.3.11 --urgent --note 省领导批示加急",
     "due add-co drop-co content error urgent not-urgent"},
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
    {Event::remark, "put a remark on record, or chase somebody (记事/催办)",
     "duban remark 1.3.11 --to 省经信委 --until 2018-03-31 --note 请尽快报进展", "to until for"},
};
// clang-format on

constexpr std::array keys{"at",     "as",         "do",      "task",      "note",    "evidence",
                          "due",    "until",      "dated",   "to",        "co",      "without",
                          "add-co", "drop-co",    "content", "for",       "partial", "undo",
                          "error",  "keep-as-co", "urgent",  "not-urgent"};

tl::unexpected<Error> unfit(const std::string& key, const char* wanted) {
  return failed(Errc::usage, "'{key}' takes {wanted}", {{"key", key}, {"wanted", wanted}});
}

Status take(const std::string& key, const Value& value, std::string& out) {
  if (!value.text()) return unfit(key, "text");
  out = *value.text();
  return {};
}

Status take(const std::string& key, const Value& value, bool& out) {
  if (!value.boolean()) return unfit(key, "true or false");
  out = *value.boolean();
  return {};
}

Status take(const std::string& key, const Value& value, std::vector<std::string>& out) {
  if (value.text()) {
    out = {*value.text()};
    return {};
  }
  if (!value.array()) return unfit(key, "text or a list of texts");
  for (const Value& item : *value.array()) {
    if (!item.text()) return unfit(key, "text or a list of texts");
    out.push_back(*item.text());
  }
  return {};
}

Status take(const std::string& key, const Value& value, std::optional<Date>& out) {
  if (!value.text()) return unfit(key, "a date such as 2018-12-31");
  const Result<Date> date = parse_date(*value.text());
  if (!date) return unfit(key, "a date such as 2018-12-31");
  out = *date;
  return {};
}

Status take_event(const Value& value, StreamCommand& command) {
  if (!value.text()) return unfit("do", "the name of a step, or nightly");
  const std::string& name = *value.text();
  if (name == "nightly") {
    command.nightly = true;
    return {};
  }
  const std::optional<Event> event = parse_event(name);
  if (!event || !is_step(*event)) {
    std::vector<std::string> known{"nightly"};
    for (const StepWords& step : steps) known.emplace_back(to_text(step.event));
    const std::string guess = nearest(name, known);
    return guess.empty() ? failed(Errc::usage, "there is no step '{step}'", {{"step", name}})
                         : failed(Errc::usage, "there is no step '{step}'; did you mean '{guess}'?",
                                  {{"step", name}, {"guess", guess}});
  }
  command.step.event = *event;
  return {};
}

Status take_member(const std::string& key, const Value& value, StreamCommand& command) {
  StepRequest& step = command.step;
  if (value.is_null()) return {};
  if (key == "do") return take_event(value, command);
  if (key == "at") {
    std::string at;
    DUBAN_TRY(take(key, value, at));
    command.at = at;
    return {};
  }
  if (key == "as") return take(key, value, command.as);
  if (key == "task") return take(key, value, step.task);
  if (key == "note") return take(key, value, step.note);
  if (key == "evidence") return take(key, value, step.evidence);
  if (key == "due") return take(key, value, step.due);
  if (key == "until") return take(key, value, step.until);
  if (key == "dated") return take(key, value, step.dated);
  if (key == "to") return take(key, value, step.to);
  if (key == "co") return take(key, value, step.co);
  if (key == "without") return take(key, value, step.without);
  if (key == "add-co") return take(key, value, step.add_co);
  if (key == "drop-co") return take(key, value, step.drop_co);
  if (key == "content") return take(key, value, step.content);
  if (key == "for") return take(key, value, step.for_department);
  if (key == "partial") return take(key, value, step.partial);
  if (key == "undo") return take(key, value, step.undo);
  if (key == "error") return take(key, value, step.error);
  if (key == "keep-as-co") return take(key, value, step.keep_as_co);
  if (key == "urgent") return take(key, value, step.urgent);
  if (key == "not-urgent") return take(key, value, step.not_urgent);
  const std::vector<std::string> known(keys.begin(), keys.end());
  const std::string guess = nearest(key, known);
  return guess.empty() ? failed(Errc::usage, "there is no key '{key}'", {{"key", key}})
                       : failed(Errc::usage, "there is no key '{key}'; did you mean '{guess}'?",
                                {{"key", key}, {"guess", guess}});
}

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

Result<StreamCommand> read_command(std::string_view line) {
  DUBAN_TRY(const Value value, parse_value(line));
  if (!value.object()) return failed(Errc::usage, "a line is one JSON object");
  StreamCommand command;
  bool has_event = false;
  for (const auto& [key, member] : *value.object()) {
    has_event = has_event || (key == "do" && !member.is_null());
    DUBAN_TRY(take_member(key, member, command));
  }
  if (!has_event) return failed(Errc::usage, "'do' is missing: the name of a step, or nightly");
  if (!command.nightly && command.step.task.empty()) {
    return failed(Errc::usage, "'task' is missing");
  }
  if (command.nightly) {
    for (const auto& [key, member] : *value.object()) {
      if (key != "do" && key != "at" && key != "as" && !member.is_null()) {
        return failed(Errc::usage, "nightly takes no '{key}'", {{"key", key}});
      }
    }
  }
  return command;
}

}  // namespace duban
