#include "desk.hpp"

// What people see of a small office on 2017-07-05, command by command.

using namespace duban;
using namespace duban::test;

BOOST_AUTO_TEST_SUITE(list_tests)

BOOST_AUTO_TEST_CASE(shows_what_holds_though_no_night_was_there) {
  BOOST_TEST(says({"list"}, "", Format::table, Lang::en) ==
             "task     light   state        due                    late  lead      title\n"
             "p/1.1.1  yellow  in_progress  2017-09-30 (wd 09-29)        省经信委  第1项工作\n"
             "p/1.1.2  green   reported     2017-07-10                   省安监局  第2项工作\n"
             "p/1.2.3  red     overdue      2017-04-01 (wd 03-31)    95  某某公司  第3项工作\n");
}

BOOST_AUTO_TEST_CASE(speaks_chinese) {
  BOOST_TEST(says({"list", "--sort", "due"}, "", Format::table, Lang::zh) ==
             "事项     灯  状态    完成时限                   迟延天数  牵头单位  标题\n"
             "p/1.2.3  红  逾期    2017-04-01（工作日03-31）        95  某某公司  第3项工作\n"
             "p/1.1.2  绿  待核验  2017-07-10                           省安监局  第2项工作\n"
             "p/1.1.1  黄  办理中  2017-09-30（工作日09-29）            省经信委  第1项工作\n");
}

BOOST_AUTO_TEST_CASE(finds_a_department_through_its_group) {
  BOOST_TEST(says({"list", "--department", "长沙"}, "", Format::table, Lang::en) ==
             "task     light   state        due                    lead      title\n"
             "p/1.1.1  yellow  in_progress  2017-09-30 (wd 09-29)  省经信委  第1项工作\n");
}

BOOST_AUTO_TEST_CASE(finds_a_name_that_only_the_plan_has) {
  BOOST_TEST(says({"list", "--lead", "某某"}, "", Format::table, Lang::en) ==
             "task     light  state    due                    late  lead      title\n"
             "p/1.2.3  red    overdue  2017-04-01 (wd 03-31)    95  某某公司  第3项工作\n");
}

BOOST_AUTO_TEST_CASE(takes_states_in_chinese_and_says_json_in_english) {
  BOOST_TEST(says({"list", "--state", "逾期"}, "", Format::jsonl, Lang::zh) ==
             "{\"assigned\":\"2017-01-02T16:00:00Z\",\"co\":[\"省教育厅\"],\"content\":"
             "\"第3项工作。逐级落实。\",\"cycle\":null,\"due\":\"2017-04-01\",\"extensions\":0,"
             "\"extra\":{},\"final_due\":\"2017-04-01\","
             "\"last_note\":\"\",\"late_days\":95,\"lead\":\"某某公司\",\"light\":\"red\","
             "\"missing\":[\"省教育厅\"],\"no\":\"3\",\"ongoing\":false,\"original_due\":\"2017-04-"
             "01\",\"overdue_days\":95,\"owing\":[],\"part\":\"1\",\"part_title\":\"主要任务\","
             "\"path\":[1,2,3],\"plan\":\"p\",\"provisional\":false,\"reported\":null,\"schedule\":"
             "\"once\",\"section\":"
             "\"1.2\",\"section_"
             "title\":\"强化支撑\",\"started\":null,\"state\":\"overdue\",\"task\":\"p/"
             "1.2.3\",\"title\":\"第3项工作\",\"titles\":[\"主要任务\",\"强化支撑\"],\"updated\":"
             "\"2017-06-11T16:00:00Z\",\"urgent\":"
             "false,\"verified\":null,\"waits_for\":[\"lead\",\"co\"]}\n");
}

BOOST_AUTO_TEST_CASE(writes_all_columns_as_csv) {
  BOOST_TEST(says({"list", "--light", "red"}, "", Format::csv, Lang::zh) ==
             "﻿事项,灯,状态,完成时限,迟延天数,牵头单位,标题,最后工作日,"
             "原定时限,"
             "累计逾期天数,"
             "协办单位,未反馈,欠报,等待,周期,报结日期,核验日期,延期次数,急件,部分,章节,内容,"
             "最近说明,其他栏目\r\n"
             "p/"
             "1.2.3,红,逾期,2017-04-01,95,某某公司,第3项工作,2017-03-31,2017-04-01,95,省教育厅,"
             "省教育厅,,牵头单位、协办单位,,,,0,,主要任务,强化支撑,第3项工作。逐级落实。,,\r\n");
}

BOOST_AUTO_TEST_CASE(guesses_a_state) {
  BOOST_TEST(says({"list", "--state", "overdu"}, "", Format::table, Lang::zh) ==
             "duban: 没有状态 'overdu'；是否指 overdue？\n");
}

BOOST_AUTO_TEST_CASE(says_that_nothing_fits) {
  BOOST_TEST(says({"list", "--light", "grey"}, "", Format::table, Lang::en) == "no task fits\n");
}

BOOST_AUTO_TEST_CASE(is_an_empty_array_when_nothing_fits) {
  BOOST_TEST(says({"list", "--light", "grey"}, "", Format::json, Lang::en) == "[]\n");
}

BOOST_AUTO_TEST_CASE(has_a_row_for_each_cycle) {
  BOOST_TEST(says({"list", "--ongoing", "--cycles"}, "", Format::table, Lang::en) ==
             "task     cycle   light  state     due         reported    lead      title\n"
             "p/1.1.2  2017H1  green  reported  2017-07-10  2017-07-03  省安监局  第2项工作\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(todo_tests)

BOOST_AUTO_TEST_CASE(gives_the_coordinator_what_to_verify) {
  BOOST_TEST(says({"todo"}, "督查一处", Format::table, Lang::en) ==
             "task     light  due         as           to do             title\n"
             "p/1.1.2  green  2017-07-10  coordinator  verify or return  第2项工作\n");
}

BOOST_AUTO_TEST_CASE(gives_the_lead_its_tasks_and_remarks_late_ones_first) {
  BOOST_TEST(says({"todo"}, "省经信委", Format::table, Lang::zh) ==
             "事项     灯  完成时限                   身份      待办                               "
             "标题\n"
             "p/1.1.1  黄  2017-09-30（工作日09-29）  记事      2017-07-01 前答复督查一处：请抓紧  "
             "第1项工作\n"
             "p/1.1.1  黄  2017-09-30（工作日09-29）  牵头单位  报结                               "
             "第1项工作\n");
}

BOOST_AUTO_TEST_CASE(leaves_out_a_member_whose_group_is_done) {
  BOOST_TEST(says({"todo"}, "湘潭市政府", Format::table, Lang::en) == "nothing waits for you\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(show_tests)

BOOST_AUTO_TEST_CASE(shows_all_of_a_task) {
  BOOST_TEST(
      says({"show", "1.1.1"}, "", Format::table, Lang::en) ==
      "p/1.1.1  第1项工作\n"
      "section         主要任务 / 健全体系\n"
      "content         第1项工作。逐级落实。\n"
      "lead            省经信委\n"
      "co              省安监局, 各市政府\n"
      "light           yellow\n"
      "state           in_progress\n"
      "due             2017-09-30 (wd 09-29), at first 2017-06-30; the document says: 2017-06-30\n"
      "waits for       lead: 省经信委; co: 省安监局\n"
      "last note       请抓紧\n"
      "\n"
      "Contributions\n"
      "co            contribution  time              by\n"
      "省安监局      missing\n"
      "各市政府      contributed\n"
      "  长沙市政府  contributed   2017-02-05 00:00  督查一处\n"
      "  湘潭市政府  missing\n"
      "\n"
      "Due dates\n"
      "due         by step          made              by        why\n"
      "2017-06-30  assign           2017-01-03 00:00  督查一处\n"
      "2017-09-30  grant-extension  2017-03-07 00:00  督查二处  同意\n"
      "\n"
      "Escalations\n"
      "day         level   rung      number  open  to\n"
      "2017-06-07  urging  久无进展       1  open  lead, coordinator\n"
      "\n"
      "Remarks that wait for an answer\n"
      "to        until       by        time              note\n"
      "省经信委  2017-07-01  督查一处  2017-06-20 00:00  请抓紧\n"
      "\n"
      "History\n"
      "2017-01-03 00:00  #2  assign  督查一处  assigned\n"
      "2017-01-05 00:00  #5  start  省经信委  assigned -> in_progress\n"
      "2017-02-05 00:00  #6  contribute  督查一处 for 长沙市政府\n"
      "    dated 2017-02-01\n"
      "    来函：\n"
      "    第一条\\x1b[31m\n"
      "2017-03-06 00:00  #7  request-extension  省经信委\n"
      "    due 2017-09-30\n"
      "    招标推迟\n"
      "2017-03-07 00:00  #8  grant-extension  督查二处\n"
      "    同意\n"
      "2017-06-07 00:00  #9  escalate  scheduler\n"
      "    urging 久无进展 of 2017-06-07, to lead, coordinator\n"
      "2017-06-20 00:00  #10  remark  督查一处\n"
      "    until 2017-07-01; to 省经信委\n"
      "    请抓紧\n");
}

BOOST_AUTO_TEST_CASE(speaks_chinese) {
  BOOST_TEST(says({"show", "1.1.2"}, "", Format::table, Lang::zh) ==
             "p/1.1.2  第2项工作\n"
             "章节            主要任务 / 健全体系\n"
             "内容            第2项工作。逐级落实。\n"
             "牵头单位        省安监局\n"
             "灯              绿\n"
             "状态            待核验\n"
             "完成时限        2017-07-10，周期 2017H1（2017-01-01 至 2017-06-30）；原文：持续推进\n"
             "等待            督查单位：省政府督查室\n"
             "最近说明        半年完成情况\n"
             "\n"
             "佐证材料\n"
             "序号  名称      字节数  SHA-256       单位      经办      时间\n"
             "   1  报告.pdf      10  ab3d01f784e9  省安监局  省安监局  2017-07-03 00:00\n"
             "\n"
             "时限沿革\n"
             "完成时限    事由  形成时间          经办\n"
             "2017-07-10  交办  2017-01-03 00:00  督查一处\n"
             "\n"
             "督办提醒\n"
             "日期        级别  督办级别          次数  对象\n"
             "2017-01-17  催办  迟迟不签收           1  牵头单位、督查单位\n"
             "2017-01-30  催办  迟迟不签收           2  牵头单位、督查单位\n"
             "2017-02-13  催办  迟迟不签收           3  牵头单位、督查单位\n"
             "2017-02-27  催办  迟迟不签收           4  牵头单位、督查单位\n"
             "2017-03-13  催办  迟迟不签收           5  牵头单位、督查单位\n"
             "2017-03-27  催办  迟迟不签收           6  牵头单位、督查单位\n"
             "2017-06-10  提醒  到期前三十日提醒     1  牵头单位、欠报的协办单位\n"
             "2017-07-03  提醒  临期提醒             1  牵头单位、欠报的协办单位\n"
             "\n"
             "流转记录\n"
             "2017-01-03 00:00  #3  交办  督查一处  待签收\n"
             "2017-01-17 00:00  #11  督办提醒  系统\n"
             "    催办 迟迟不签收（2017-01-17），提醒牵头单位、督查单位\n"
             "2017-01-30 00:00  #12  督办提醒  系统\n"
             "    催办 迟迟不签收 #2（2017-01-30），提醒牵头单位、督查单位\n"
             "2017-02-13 00:00  #13  督办提醒  系统\n"
             "    催办 迟迟不签收 #3（2017-02-13），提醒牵头单位、督查单位\n"
             "2017-02-27 00:00  #14  督办提醒  系统\n"
             "    催办 迟迟不签收 #4（2017-02-27），提醒牵头单位、督查单位\n"
             "2017-03-13 00:00  #15  督办提醒  系统\n"
             "    催办 迟迟不签收 #5（2017-03-13），提醒牵头单位、督查单位\n"
             "2017-03-27 00:00  #16  督办提醒  系统\n"
             "    催办 迟迟不签收 #6（2017-03-27），提醒牵头单位、督查单位\n"
             "2017-06-10 00:00  #17  督办提醒  系统\n"
             "    提醒 到期前三十日提醒（2017-06-10），提醒牵头单位、欠报的协办单位\n"
             "2017-07-03 00:00  #18  督办提醒  系统\n"
             "    提醒 临期提醒（2017-07-03），提醒牵头单位、欠报的协办单位\n"
             "2017-07-03 00:00  #19  报结  省安监局  待签收 -> 待核验\n"
             "    佐证材料：报告.pdf\n"
             "    半年完成情况\n");
}

BOOST_AUTO_TEST_SUITE_END()
