#include "desk.hpp"

// What people see of a small office on 2017-07-05, command by command.

using namespace duban;
using namespace duban::test;

BOOST_AUTO_TEST_SUITE(status_tests)

BOOST_AUTO_TEST_CASE(counts) {
  BOOST_TEST(without_root(says({"status"}, "", Format::table, Lang::en)) ==
             "tasks: 3, plans: 1, as of 2017-07-05 00:00 (rehearsal)\n"
             "\n"
             "state        tasks  green  yellow  red  grey\n"
             "in_progress      1      -       1    -     -\n"
             "reported         1      1       -    -     -\n"
             "overdue          1      -       -    1     -\n"
             "all              3      1       1    1     -\n"
             "\n"
             "waits for: lead 2, co 2, coordinator 1 to verify and 0 requests\n"
             "\n"
             "department               leads  to do  done  late tasks  lon"
             "gest late  as co  to give  given  late as co  owing\n"
             "某某公司 (unregistered)      1      1     0           1         "
             "   95\n"
             "省教育厅                                                        "
             "           1        1      0           1      0\n"
             "省安监局                     1      0     1           0         "
             "           1        1      0           0      0\n"
             "省经信委                     1      1     0           0\n"
             "各市政府                                                        "
             "           1        0      1           0      0\n"
             "\n"
             "log: 20 entries, root …\n");
}

BOOST_AUTO_TEST_CASE(counts_sections) {
  BOOST_TEST(without_root(says({"status", "--by", "section"}, "", Format::table, Lang::zh)) ==
             "截至 2017-07-05 00:00：1 个台账，3 项事项（演练）\n"
             "\n"
             "状态    事项数  绿  黄  红  灰\n"
             "办理中       1   -   1   -   -\n"
             "待核验       1   1   -   -   -\n"
             "逾期         1   -   -   1   -\n"
             "合计         3   1   1   1   -\n"
             "\n"
             "等待：牵头单位 2 项，协办单位 2 项，督查单位 核验 1 项、答复延期 0 项\n"
             "\n"
             "章节   标题      事项数  完成  绿  黄  红  灰\n"
             "p/1.1  健全体系       2     1   1   1   0   0\n"
             "p/1.2  强化支撑       1     0   0   0   1   0\n"
             "\n"
             "流转记录 20 条，树根 …\n");
}

BOOST_AUTO_TEST_CASE(counts_as_json) {
  BOOST_TEST(
      without_root(says({"status"}, "", Format::json, Lang::en)) ==
      "{\"at\":\"2017-07-04T16:00:00Z\",\"departments\":[{\"co\":{\"done\":1,\"due\":0,\"lat"
      "e\":0,\"owing\":0,\"tasks\":1},\"department\":\"各市政府\",\"lead\":{\"done\":0,\"due"
      "\":0,\"late\":0,\"longest_late\":0,\"tasks\":0}},{\"co\":{\"done\":0,\"due\":0,\"late"
      "\":0,\"owing\":0,\"tasks\":0},\"department\":\"某某公司\",\"lead\":{\"done\":0,\"due\""
      ":1,\"late\":1,\"longest_late\":95,\"tasks\":1}},{\"co\":{\"done\":0,\"due\":1,\"late\""
      ":0,\"owing\":0,\"tasks\":1},\"department\":\"省安监局\",\"lead\":{\"done\":1,\"due\":"
      "0,\"late\":0,\"longest_late\":0,\"tasks\":1}},{\"co\":{\"done\":0,\"due\":1,\"late\":"
      "1,\"owing\":0,\"tasks\":1},\"department\":\"省教育厅\",\"lead\":{\"done\":0,\"due\":0"
      ",\"late\":0,\"longest_late\":0,\"tasks\":0}},{\"co\":{\"done\":0,\"due\":0,\"late\":0"
      ",\"owing\":0,\"tasks\":0},\"department\":\"省经信委\",\"lead\":{\"done\":0,\"due\":1,"
      "\"late\":0,\"longest_late\":0,\"tasks\":1}}],\"last_night\":null,\"lights\":{\"green\""
      ":1,\"grey\":0,\"red\":1,\"yellow\":1},\"plans\":1,\"rehearsal\":true,\"root\":\"…\",\""
      "sections\":[{\"done\":1,\"green\":1,\"grey\":0,\"red\":0,\"section\":\"p/1.1\",\"task"
      "s\":2,\"title\":\"健全体系\",\"yellow\":1},{\"done\":0,\"green\":0,\"grey\":0,\"red\""
      ":1,\"section\":\"p/1.2\",\"tasks\":1,\"title\":\"强化支撑\",\"yellow\":0}],\"size\":2"
      "0,\"states\":{\"assigned\":0,\"cancelled\":0,\"in_progress\":1,\"overdue\":1,\"report"
      "ed\":1,\"suspended\":0,\"verified\":0},\"tasks\":3,\"waits_for\":{\"co\":2,\"decide\""
      ":0,\"lead\":2,\"verify\":1}}"
      "\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(escalations_tests)

BOOST_AUTO_TEST_CASE(lists_what_is_open) {
  BOOST_TEST(says({"escalations", "--open"}, "", Format::table, Lang::en) ==
             "task     day         level              rung      number  open  to                   "
             "             title      remarks\n"
             "p/1.1.1  2017-06-07  urging             久无进展       1  open  省经信委, "
             "省政府督查室            第1项工作\n"
             "p/1.2.3  2017-04-02  urging             逾期催办       1  open  某某公司, "
             "省教育厅, 省政府督查室  第3项工作  not yet recorded\n"
             "p/1.2.3  2017-04-14  supervision        逾期督办       1  open  某某公司, "
             "省政府督查室            第3项工作  not yet recorded\n"
             "p/1.2.3  2017-06-12  circular proposed  建议通报       2  open  某某公司, "
             "省政府督查室            第3项工作  not yet recorded\n");
}

BOOST_AUTO_TEST_CASE(says_json_of_design) {
  BOOST_TEST(
      says({"escalations", "--open", "--level", "1", "--task", "1.2.3"}, "", Format::jsonl,
           Lang::en) ==
      "{\"anchor\":\"due\",\"fires\":\"2017-04-02\",\"generation\":1,\"late_armed\":false,"
      "\"level\":1,\"notify\":[\"lead\",\"missing\",\"coordinator\"],\"occurrence\":0,\"raised\":"
      "\"2017-04-01T16:00:00Z\",\"recorded\":null,\"rung\":\"overdue\",\"task\":\"p/1.2.3\"}\n");
}

BOOST_AUTO_TEST_CASE(writes_letters) {
  BOOST_TEST(
      says({"escalations", "--digest"}, "", Format::table, Lang::zh) ==
      "省经信委：\n"
      "截至 2017-07-05，以下 1 项请予关注：\n"
      "1. p/1.1.1 第1项工作\n"
      "   牵头：省经信委；状态：办理中；时限：2017-09-30（工作日09-29）；尚未反馈：省安监局\n"
      "   催办（久无进展），2017-06-07\n"
      "\n"
      "省政府督查室：\n"
      "截至 2017-07-05，以下 2 项请予关注：\n"
      "1. p/1.1.1 第1项工作\n"
      "   牵头：省经信委；状态：办理中；时限：2017-09-30（工作日09-29）；尚未反馈：省安监局\n"
      "   催办（久无进展），2017-06-07\n"
      "2. p/1.2.3 第3项工作\n"
      "   牵头：某某公司；状态：逾期；时限：2017-04-01（工作日03-31），已迟 95 "
      "天；尚未反馈：省教育厅\n"
      "   催办（逾期催办），2017-04-02\n"
      "   督办（逾期督办），2017-04-14\n"
      "   建议通报，2017-06-12\n"
      "\n"
      "某某公司：\n"
      "截至 2017-07-05，以下 1 项请予关注：\n"
      "1. p/1.2.3 第3项工作\n"
      "   牵头：某某公司；状态：逾期；时限：2017-04-01（工作日03-31），已迟 95 "
      "天；尚未反馈：省教育厅\n"
      "   催办（逾期催办），2017-04-02\n"
      "   督办（逾期督办），2017-04-14\n"
      "   建议通报，2017-06-12\n"
      "\n"
      "省教育厅：\n"
      "截至 2017-07-05，以下 1 项请予关注：\n"
      "1. p/1.2.3 第3项工作\n"
      "   牵头：某某公司；状态：逾期；时限：2017-04-01（工作日03-31），已迟 95 "
      "天；尚未反馈：省教育厅\n"
      "   催办（逾期催办），2017-04-02\n");
}

BOOST_AUTO_TEST_CASE(writes_one_letter) {
  BOOST_TEST(
      says({"escalations", "--digest", "--department", "省教育厅"}, "", Format::table, Lang::en) ==
      "To 省教育厅:\n"
      "As of 2017-07-05 these ask for your attention (1):\n"
      "1. p/1.2.3 第3项工作\n"
      "   lead 某某公司; overdue; due 2017-04-01 (wd 03-31), 95 days late; still to contribute: "
      "省教育厅\n"
      "   urging (逾期催办) of 2017-04-02\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(log_tests)

BOOST_AUTO_TEST_CASE(filters_by_task_and_day) {
  BOOST_TEST(says({"log", "--task", "1.1.1", "--since", "2017-02-05", "--until", "2017-03-06"}, "",
                  Format::table, Lang::zh) ==
             "序号  时间              事项     环节      经办                      状态    "
             "办理说明               详情\n"
             "   6  2017-02-05 00:00  p/1.1.1  协办反馈  督查一处（代长沙市政府）  办理中  来函： "
             "第一条\\x1b[31m  来文日期 2017-02-01\n"
             "   7  2017-03-06 00:00  p/1.1.1  申请延期  省经信委                  办理中  "
             "招标推迟               时限 2017-09-30\n");
}

BOOST_AUTO_TEST_CASE(prints_the_stored_bytes) {
  BOOST_TEST(without_hashes(says({"log", "--event", "start"}, "", Format::jsonl, Lang::en)) ==
             "{\"actor\":\"省经信委\",\"basis\":\"…\",\"data\":{},\"department\":\"省经信委\","
             "\"effective\":\"2017-01-04T16:00:00Z\",\"event\":\"start\",\"from\":\"assigned\","
             "\"plan\":\"p\",\"prev\":2,\"recorded\":\"2017-01-04T16:00:00Z\",\"role\":\"lead\","
             "\"seq\":5,\"task\":\"p/1.1.1\",\"to\":\"in_progress\",\"v\":1,\"via\":\"root\"}\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(evidence_tests)

BOOST_AUTO_TEST_CASE(gives_the_file) {
  BOOST_TEST(says({"evidence", "get", "1.1.2", "1"}, "", Format::table, Lang::en) ==

             "报告.pdf");
}

BOOST_AUTO_TEST_CASE(knows_how_many_there_are) {
  BOOST_TEST(says({"evidence", "get", "1.1.2", "2"}, "", Format::table, Lang::zh) ==
             "duban: p/1.1.2 没有第 2 件佐证材料；共 1 件\n");
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

/// What `explain` says of the steps that there are; what would help, and the timers, stand in
/// tests/cli/explain.t.
std::string steps_of(const std::string& text) {
  std::string steps;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("not while") || line.find("时不能办理：") != line.npos) break;
    if (!line.starts_with("  helps") && !line.starts_with("  办法")) steps += line + "\n";
  }
  return steps;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(explain_tests)

BOOST_AUTO_TEST_CASE(says_who_what_and_where) {
  BOOST_TEST(steps_of(without_lines(says({"explain", "1.1.1"}, "", Format::table, Lang::en))) ==
             "p/1.1.1  in_progress  yellow  due 2017-09-30 (wd 09-29)\n"
             "\n"
             "progress -> in_progress\n"
             "  who     lead: 省经信委 (rules.yaml:N)\n"
             "  needs   note (rules.yaml:N)\n"
             "\n"
             "contribute -> in_progress\n"
             "  who     co: 省安监局, 各市政府 (rules.yaml:N)\n"
             "  needs   note or evidence (rules.yaml:N)\n"
             "\n"
             "excuse -> in_progress\n"
             "  who     coordinator: 省政府督查室, 督查一处, 督查二处 (rules.yaml:N)\n"
             "  needs   note (rules.yaml:N), co\n"
             "\n"
             "report -> reported\n"
             "  who     lead: 省经信委 (rules.yaml:N)\n"
             "  needs   note (rules.yaml:N), evidence (rules.yaml:N), contributions of 省安监局 "
             "(rules.yaml:N)\n"
             "\n"
             "request-extension -> in_progress\n"
             "  who     lead: 省经信委 (rules.yaml:N)\n"
             "  needs   note (rules.yaml:N), due\n"
             "\n"
             "grant-extension\n"
             "  who     coordinator: 省政府督查室, 督查一处, 督查二处 (rules.yaml:N)\n"
             "  lacks   note (rules.yaml:N), request\n"
             "\n"
             "deny-extension\n"
             "  who     coordinator: 省政府督查室, 督查一处, 督查二处 (rules.yaml:N)\n"
             "  lacks   note (rules.yaml:N), request\n"
             "\n"
             "amend -> in_progress\n"
             "  who     coordinator: 省政府督查室, 督查一处, 督查二处 (rules.yaml:N)\n"
             "  needs   note (rules.yaml:N), change\n"
             "\n"
             "reassign -> assigned\n"
             "  who     coordinator: 省政府督查室, 督查一处, 督查二处 (rules.yaml:N)\n"
             "  needs   note (rules.yaml:N), to\n"
             "\n"
             "suspend -> suspended\n"
             "  who     coordinator: 省政府督查室, 督查一处, 督查二处 (rules.yaml:N)\n"
             "  needs   note (rules.yaml:N), until\n"
             "\n"
             "cancel -> cancelled\n"
             "  who     coordinator: 省政府督查室, 督查一处, 督查二处 (rules.yaml:N)\n"
             "  needs   note (rules.yaml:N)\n"
             "\n"
             "strike -> in_progress\n"
             "  who     coordinator: 省政府督查室, 督查一处, 督查二处 (rules.yaml:N)\n"
             "  needs   note (rules.yaml:N), co\n"
             "\n"
             "undo -> overdue\n"
             "  who     coordinator: 省政府督查室, 督查一处 (rules.yaml:N)\n"
             "  needs   note (rules.yaml:N)\n"
             "  not     督查二处 took the step itself; 'undo' is for another person\n"
             "\n"
             "remark -> in_progress\n"
             "  who     lead: 省经信委 (rules.yaml:N)\n"
             "  who     co: 省安监局, 各市政府 (rules.yaml:N)\n"
             "  who     coordinator: 省政府督查室, 督查一处, 督查二处 (rules.yaml:N)\n"
             "  needs   note (rules.yaml:N)\n"
             "\n");
}

BOOST_AUTO_TEST_CASE(answers_for_one_actor) {
  BOOST_TEST(
      steps_of(without_lines(says({"explain", "1.1.2"}, "省安监局", Format::table, Lang::zh))) ==
      "p/1.1.2  待核验  绿  时限 2017-07-10\n"
      "\n"
      "协办反馈 (contribute)\n"
      "  可办    协办单位：无 (rules.yaml:N)\n"
      "  本人    '协办反馈'由协办单位办理；省安监局在 p/1.1.2 上不是（依据 rules.yaml:N）\n"
      "\n"
      "撤回 (withdraw) -> 办理中\n"
      "  可办    牵头单位：省安监局 (rules.yaml:N)\n"
      "  须附    办理说明（--note） (rules.yaml:N)\n"
      "  本人    可以办理，须附：办理说明（--note） (rules.yaml:N)\n"
      "\n"
      "核验办结 (verify) -> 办理中\n"
      "  可办    督查单位：省政府督查室、督查一处、督查二处 (rules.yaml:N)\n"
      "  须附    办理说明（--note） (rules.yaml:N)\n"
      "  本人    '核验办结'由督查单位办理；省安监局在 p/1.1.2 上不是（依据 rules.yaml:N）\n"
      "\n"
      "退回补办 (return) -> 办理中\n"
      "  可办    督查单位：省政府督查室、督查一处、督查二处 (rules.yaml:N)\n"
      "  须附    办理说明（--note） (rules.yaml:N)\n"
      "  本人    '退回补办'由督查单位办理；省安监局在 p/1.1.2 上不是（依据 rules.yaml:N）\n"
      "\n"
      "调整 (amend) -> 待核验\n"
      "  可办    督查单位：省政府督查室、督查一处、督查二处 (rules.yaml:N)\n"
      "  须附    办理说明（--note） (rules.yaml:N)、调整内容（--due、--add-co、--drop-co、"
      "--content、--urgent 或 --not-urgent）\n"
      "  本人    '调整'由督查单位办理；省安监局在 p/1.1.2 上不是（依据 rules.yaml:N）\n"
      "\n"
      "暂缓 (suspend) -> 暂缓\n"
      "  可办    督查单位：省政府督查室、督查一处、督查二处 (rules.yaml:N)\n"
      "  须附    办理说明（--note） (rules.yaml:N)、截止日期（--until）\n"
      "  本人    '暂缓'由督查单位办理；省安监局在 p/1.1.2 上不是（依据 rules.yaml:N）\n"
      "\n"
      "结项 (conclude) -> 已办结\n"
      "  可办    督查单位：省政府督查室、督查一处、督查二处 (rules.yaml:N)\n"
      "  须附    办理说明（--note） (rules.yaml:N)\n"
      "  本人    '结项'由督查单位办理；省安监局在 p/1.1.2 上不是（依据 rules.yaml:N）\n"
      "\n"
      "撤销督办 (cancel) -> 已撤销\n"
      "  可办    督查单位：省政府督查室、督查一处、督查二处 (rules.yaml:N)\n"
      "  须附    办理说明（--note） (rules.yaml:N)\n"
      "  本人    '撤销督办'由督查单位办理；省安监局在 p/1.1.2 上不是（依据 rules.yaml:N）\n"
      "\n"
      "撤回上一步 (undo)\n"
      "  可办    督查单位：省政府督查室、督查一处、督查二处 (rules.yaml:N)\n"
      "  但      p/1.1.2 "
      "没有可撤回的步骤；只能撤回督查单位最后办理的一步，且其后只有系统记录和记事\n"
      "  本人    p/1.1.2 "
      "没有可撤回的步骤；只能撤回督查单位最后办理的一步，且其后只有系统记录和记事\n"
      "\n"
      "记事 (remark) -> 待核验\n"
      "  可办    牵头单位：省安监局 (rules.yaml:N)\n"
      "  可办    协办单位：无 (rules.yaml:N)\n"
      "  可办    督查单位：省政府督查室、督查一处、督查二处 (rules.yaml:N)\n"
      "  须附    办理说明（--note） (rules.yaml:N)\n"
      "  本人    可以办理，须附：办理说明（--note） (rules.yaml:N)\n"
      "\n");
}

BOOST_AUTO_TEST_SUITE_END()
