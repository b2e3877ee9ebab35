// Plans that are no tables: paragraphs with brackets, labelled lines, tables that lost their cells.
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "intake/plan_reader.hpp"

using namespace duban;
using namespace duban::intake;

namespace {

/// A line a task: path, headings, work, lead and co-departments, deadline as written.
std::string picture(const std::string& text, const std::string& extension = ".txt") {
  const auto path = std::filesystem::temp_directory_path() /
                    ("duban_forms_" + std::to_string(::getpid()) + extension);
  std::ofstream(path) << text;
  std::string out;
  std::set<std::string> addresses;
  PlanOptions options;
  options.deadlines.issued = make_date(2024, 1, 1);
  options.deadlines.otherwise = make_date(2024, 12, 31);
  options.seen = [&](const Draft& draft) -> Status {
    const PlanRow& row = draft.row;
    out += number_text(row.key);
    for (const std::string& title : row.titles) out += " [" + title + "]";
    out += " " + row.content + " | " + row.lead;
    for (const std::string& co : row.co) out += "+" + co;
    out += " | " + draft.deadline;
    for (const auto& [heading, said] : row.extra) out += " | " + heading + "=" + said;
    out += "\n";
    BOOST_TEST(addresses.insert(row.address).second, row.address << " is the place of two tasks");
    return {};
  };
  const auto plan = open_plan(path.string(), Directory(), std::move(options));
  std::filesystem::path gone = path;
  if (!plan) {
    std::filesystem::remove(gone);
    return to_text(plan.error().message) + "\n";
  }
  const auto read = (*plan)->read([](const PlanRow&) { return Status{}; });
  std::filesystem::remove(gone);
  BOOST_REQUIRE(read);
  if (!read->number.empty()) out += "number " + read->number + "\n";
  if (!read->issuer.empty()) out += "issuer " + read->issuer + "\n";
  if (read->issued) out += "issued " + to_text(*read->issued) + "\n";
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plan_forms_tests)

BOOST_AUTO_TEST_CASE(paragraphs_end_with_who_is_responsible) {
  BOOST_TEST(picture("某县人民政府关于落实重点工作的意见\n"
                     "一、稳增长\n"
                     "1.修订办法。（县财政局牵头，县水利局配合，6月底前完成）\n"
                     "2.开展检查（含夜间）。〔县公安局负责，2024年底前〕\n"
                     "二、有关要求\n"
                     "各单位要加强领导。\n"
                     "某县人民政府\n"
                     "2024年1月12日\n") ==
             "1.1 [稳增长] 修订办法。 | 县财政局+县水利局 | 6月底前完成\n"
             "1.2 [稳增长] 开展检查（含夜间）。 | 县公安局 | 2024年底前\n"
             "issuer 某县人民政府\n"
             "issued 2024-01-12\n");
}

BOOST_AUTO_TEST_CASE(several_tasks_share_a_paragraph) {
  BOOST_TEST(picture("1.加大支持。减免费用。（县财政局牵头，6月底前完成）扩大贷款。降低利率。"
                     "（县金融办牵头，9月底前完成）\n"
                     "2.甲事。（县水利局负责，6月底前完成）\n") ==
             "1.1 [加大支持] 减免费用。 | 县财政局 | 6月底前完成\n"
             "1.2 [加大支持] 扩大贷款。降低利率。 | 县金融办 | 9月底前完成\n"
             "2 甲事。 | 县水利局 | 6月底前完成\n");
}

BOOST_AUTO_TEST_CASE(a_cell_that_holds_the_whole_plan_names_each_place_once) {
  BOOST_TEST(
      picture("<table><tr><td><p>一、整治</p><p>1.清理牌匾。（市城管局牵头，5月底前完成）</p>"
              "<p>2.改造市场。（市商务局负责，6月底前完成）</p>"
              "<p>3.新划车位。（市公安局负责，6月底前完成）</p></td></tr></table>",
              ".html") ==
      "1.1 [整治] 清理牌匾。 | 市城管局 | 5月底前完成\n"
      "1.2 [整治] 改造市场。 | 市商务局 | 6月底前完成\n"
      "1.3 [整治] 新划车位。 | 市公安局 | 6月底前完成\n");
}

BOOST_AUTO_TEST_CASE(labels_share_a_line) {
  BOOST_TEST(
      picture("一、审判\n"
              "（一）清理积案。\n"
              "责任领导：张明　　牵头部门：民事审判庭　　协办部门：立案庭　　完成时限：6月底前\n"
              "（二）专项执行。\n"
              "责任领导：韩斌  牵头部门：执行局  完成时限：9月底前\n") ==
      "1.1 [审判] 清理积案。 | 民事审判庭+立案庭 | 6月底前 | 责任领导=张明\n"
      "1.2 [审判] 专项执行。 | 执行局 | 9月底前 | 责任领导=韩斌\n");
}

BOOST_AUTO_TEST_CASE(notes_and_signatures_below_a_table_are_no_tasks) {
  const std::string table =
      "类别,序号,工作任务,责任单位,完成时限,备注\n城建,1,整治河道,县水利局,2024年6月底,\n";
  const std::string task = "1 [城建] 整治河道 | 县水利局 | 2024年6月底\n";
  for (const char* below : {"合计,,,100分,,\n", "注：第一家牵头。,,,,,\n",
                            ",,,备注：另行通知。,,\n", "镇党政办公室,,,,2024年1月16日,\n",
                            ",信息中心主任：杨帆,分管院领导：石峻,,编制日期：2024年2月,\n",
                            ",,,制表：郭敏,,审核：林志远\n"}) {
    const std::string read = picture(table + below, ".csv");
    BOOST_TEST(read.starts_with(task), read);
    BOOST_TEST(read.find('|', task.size()) == read.npos, read);
  }
}

BOOST_AUTO_TEST_CASE(labelled_lines_stand_below) {
  BOOST_TEST(picture("一、目标\n"
                     "1.生产总值增长：6%左右。\n"
                     "牵头单位:区发改局\n"
                     "责任单位:开发区管委会、\n"
                     "各街道\n"
                     "时限要求：年底前\n"
                     "责任领导：赵明\n") ==
             "1.1 [目标] 生产总值增长：6%左右。 | 区发改局+开发区管委会+各街道 | 年底前 | "
             "责任领导=赵明\n");
}

BOOST_AUTO_TEST_CASE(the_day_of_a_page_is_not_that_of_its_document) {
  const std::string page =
      "<p>发布时间：2024-04-02 16:20</p><p>1.甲事。（县水利局负责，6月底前）</p>";
  BOOST_TEST(picture(page, ".html").ends_with("\nissued 2024-04-02\n"));
  BOOST_TEST(picture(page + "<p>某县政府办公室</p><p>2024年3月28日</p>", ".html")
                 .ends_with("\nissued 2024-03-28\n"));
  BOOST_TEST(picture("1.甲事。（县水利局负责，6月底前）\n某县政府办公室　2024年3月6日印发\n")
                 .ends_with("\nissued 2024-03-06\n"));
}

BOOST_AUTO_TEST_CASE(persons_stand_under_labels_of_many_names) {
  BOOST_TEST(picture("1.修订方案。\n分管校领导：刘志远\n责任单位：教务处\n完成时限：6月底前\n"
                     "2.新建宿舍。\n包抓县领导：赵刚\n责任单位：基建处\n完成时限：8月底前\n") ==
             "1 修订方案。 | 教务处 | 6月底前 | 分管校领导=刘志远\n"
             "2 新建宿舍。 | 基建处 | 8月底前 | 包抓县领导=赵刚\n");
}

BOOST_AUTO_TEST_CASE(a_sentence_may_begin_with_who_is_responsible) {
  BOOST_TEST(picture("一、关于防汛\n会议议定：\n"
                     "1.由区应急局牵头，区水务局、区住建局配合，于5月底前完成排查。\n"
                     "2.由区卫健局负责，制定预案，6月10日前印发。\n"
                     "二、关于项目\n1.由区发改局负责，每周调度一次。\n") ==
             "1.1 [关于防汛] 于5月底前完成排查。 | 区应急局+区水务局+区住建局 | 于5月底前\n"
             "1.2 [关于防汛] 制定预案，6月10日前印发。 | 区卫健局 | 6月10日前\n"
             "2.1 [关于项目] 每周调度一次。 | 区发改局 | 每周\n");
  // Beside brackets it is prose.
  BOOST_TEST(picture("1.甲事。（县水利局负责，6月底前）\n2.由县政府办牵头，定期督查。\n") ==
             "1 甲事。 | 县水利局 | 6月底前\n");
}

BOOST_AUTO_TEST_CASE(from_when_to_when_is_a_deadline) {
  BOOST_TEST(picture("问题编号,整改措施,责任单位,起止时间\n1,甲事,县水利局,3月—11月\n", ".csv") ==
             "1 甲事 | 县水利局 | 3月—11月\n");
}

BOOST_AUTO_TEST_CASE(a_bracket_may_say_ditto) {
  BOOST_TEST(picture("1.甲事。〔责任单位：盟财政局；完成时限：6月底前〕\n"
                     "2.乙事。〔责任单位：同上；完成时限：长期〕\n") ==
             "1 甲事。 | 盟财政局 | 6月底前\n"
             "2 乙事。 | 盟财政局 | 长期\n");
}

BOOST_AUTO_TEST_CASE(a_heading_beside_headings_is_one_with_a_task_without_number_below) {
  BOOST_TEST(picture("1.完善路网\n（1）建公路。（县交通局负责，6月底前）\n"
                     "2.补齐短板\n新建厕所。（县住建局负责，9月底前）\n") ==
             "1.1 [完善路网] 建公路。 | 县交通局 | 6月底前\n"
             "2.1 [补齐短板] 新建厕所。 | 县住建局 | 9月底前\n");
}

BOOST_AUTO_TEST_CASE(notes_with_numbers_are_no_tasks) {
  BOOST_TEST(picture("序号,工作内容,责任单位,完成时限\n1,甲事,县水利局,6月底\n合计,1项,,\n"
                     "注：1.牵头单位负责统筹。,,,\n2.各单位每月报送进展。,,,\n"
                     "填表人：王某,,,\n",
                     ".csv") == "1 甲事 | 县水利局 | 6月底\n");
}

BOOST_AUTO_TEST_CASE(who_issued_a_paper_stands_in_many_places) {
  const std::string tasks = "1.甲事。（县水利局负责，6月底前）\n";
  BOOST_TEST(picture("某县人民政府办公室\n关于印发重点任务的通知\n" + tasks)
                 .ends_with("\nissuer 某县人民政府办公室\n"));
  BOOST_TEST(picture("关于印发重点任务的通知\n现印发给你们。\n某工业大学\n2024年3月6日\n" + tasks)
                 .ends_with("\nissuer 某工业大学\nissued 2024-03-06\n"));
  BOOST_TEST(picture("<table><tr><td>发文机关：<td>某省水利厅<td>成文日期：<td>2024年4月2日"
                     "<tr><td>文　　号：<td>某水运〔2024〕11号<td>发布日期：<td>2024年4月8日"
                     "</table><p>" +
                         tasks + "</p>",
                     ".html")
                 .ends_with("\nnumber 某水运〔2024〕11号\nissuer 某省水利厅\n"
                            "issued 2024-04-02\n"));
}

BOOST_AUTO_TEST_CASE(a_table_may_have_lost_its_cells) {
  BOOST_TEST(
      picture("某府办〔2016〕20号\n\n附件\n\n2016年民生实事分解表\n\n序号\n\n民生实事\n\n"
              "责任单位\n\n完成时限\n\n1\n\n建桥2座。\n\n县水务局\n\n县住建局\n\n12月底前\n\n"
              "2\n\n养护楼开工。\n\n县民政局\n\n5月底前\n\n老年大学开工。\n\n12月底前\n\n"
              "分享到：\n") ==
      "1 建桥2座。 | 县水务局+县住建局 | 12月底前\n"
      "2.1 养护楼开工。 | 县民政局 | 5月底前\n"
      "2.2 老年大学开工。 | 县民政局 | 12月底前\n"
      "number 某府办〔2016〕20号\n");
}

BOOST_AUTO_TEST_CASE(every_column_is_kept) {
  BOOST_TEST(picture("反馈问题,整改目标,整改措施,责任单位,整改时限\n"
                     "台账不清,台账清,建立台账,县水利局,2026年3月\n"
                     "巡查不够,每周巡查,制定制度,县应急局,同上\n",
                     ".csv") ==
             "1 建立台账 | 县水利局 | 2026年3月 | 反馈问题=台账不清 | 整改目标=台账清\n"
             "2 制定制度 | 县应急局 | 2026年3月 | 反馈问题=巡查不够 | 整改目标=每周巡查\n");
}

BOOST_AUTO_TEST_CASE(who_is_responsible_beside_a_lead_works_with_it) {
  BOOST_TEST(picture("序号,工作内容,牵头单位,协办单位,责任单位,完成时限\n"
                     "1,甲事,县水利局,县财政局,县公安局,2026年3月\n"
                     "2,乙事,县公安局,无,—,2026年3月\n"
                     ",丙事,县公安局,无,/,2026年3月\n"
                     "合计,3,,,,\n"
                     "审核人：张三,,,,,\n",
                     ".csv") ==
             "1 甲事 | 县水利局+县财政局+县公安局 | 2026年3月\n"
             "2 乙事 | 县公安局 | 2026年3月\n"
             "3 丙事 | 县公安局 | 2026年3月\n");
}

BOOST_AUTO_TEST_CASE(headings_without_numbers_give_titles_where_numbers_run_on) {
  BOOST_TEST(picture("序号,重点任务,牵头单位,完成时限\n"
                     "推动全链发展,,,\n"
                     "1,甲事,县水利局,2026年3月\n"
                     "强化保障,,,\n"
                     "2,乙事,县水利局,2026年3月\n",
                     ".csv") ==
             "1 [推动全链发展] 甲事 | 县水利局 | 2026年3月\n"
             "2 [强化保障] 乙事 | 县水利局 | 2026年3月\n");
  BOOST_TEST(picture("序号,重点任务,牵头单位,完成时限\n"
                     "推动全链发展,,,\n"
                     "1,甲事,县水利局,2026年3月\n"
                     "强化保障,,,\n"
                     "1,乙事,县水利局,2026年3月\n",
                     ".csv") ==
             "1.1 [推动全链发展] 甲事 | 县水利局 | 2026年3月\n"
             "2.1 [强化保障] 乙事 | 县水利局 | 2026年3月\n");
}

BOOST_AUTO_TEST_CASE(a_category_is_a_heading) {
  BOOST_TEST(picture("填报单位：县政府办,,,,,\n"
                     "序号,任务类别,重点任务,责任单位,完成时限,分管领导\n"
                     "1,水利,甲事,县水利局,2026年3月,张三\n"
                     "2,,乙事,县水利局,2026年3月,李四\n"
                     "3,公安,丙事,县公安局,2026年3月,王五\n",
                     ".csv") ==
             "1 [水利] 甲事 | 县水利局 | 2026年3月 | 分管领导=张三\n"
             "2 [水利] 乙事 | 县水利局 | 2026年3月 | 分管领导=李四\n"
             "3 [公安] 丙事 | 县公安局 | 2026年3月 | 分管领导=王五\n");
}

BOOST_AUTO_TEST_SUITE_END()
