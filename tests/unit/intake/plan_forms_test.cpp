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
