// What is doubtful at every task because the document is made that way is told once.
#include <boost/test/unit_test.hpp>
#include <string>

#include "intake/plan_reader.hpp"
#include "tests/support/temp_folder.hpp"

using namespace duban;
using namespace duban::intake;

namespace {

const std::string head = "序号,工作内容,责任单位,完成时限\n";
const std::string apart = "序号,工作内容,牵头单位,责任单位,完成时限\n";

/// The doubts of a .csv with their places, the count of all, and the names that it has.
std::string doubts(const std::string& text) {
  const test::TempFolder folder;
  const std::string path = folder / "plan.csv";
  test::write_file(path, text);
  std::string out, kept;
  std::size_t names = 0;
  PlanOptions options;
  options.strangers = [&](std::vector<Stranger> all) { names = all.size(); };
  const auto plan = open_plan(path, Directory(), std::move(options));
  BOOST_REQUIRE(plan);
  const auto read = (*plan)->read([&](const PlanRow& row) {
    kept += std::to_string(row.doubts.size());
    return Status{};
  });
  if (!read) return "error, names: " + std::to_string(names);
  for (const Doubt& doubt : read->doubts)
    out += doubt.place.file + ": " + to_text(doubt.message) + "\n";
  return out + std::to_string(read->doubts_total) + ", of tasks " + kept;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plan_doubts_tests)

BOOST_AUTO_TEST_CASE(no_lead_is_marked_anywhere) {
  BOOST_TEST(
      doubts(head + "1,甲事,县水利局、县财政局,2026年3月\n"
                    "2,乙事,县水利局,2026年3月\n"
                    "合计,2项,,\n"
                    "3,丙事,县公安局、县财政局,2026年3月\n") ==
      "plan.csv: nothing says who leads 2 tasks (L2, L5); of each, who stands first is taken "
      "as the lead\n"
      "plan.csv: line 4: 合计 2项 is no task; left out\n"
      "2, of tasks 101");
}

BOOST_AUTO_TEST_CASE(one_task_keeps_its_own_place) {
  BOOST_TEST(
      doubts(head + "1,甲事,县水利局、县财政局,2026年3月\n") ==
      "plan.csv: line 2, 责任单位: nothing says who leads; 县水利局 stands first and is taken "
      "as the lead\n"
      "1, of tasks 1");
}

BOOST_AUTO_TEST_CASE(where_others_are_marked_each_is_told) {
  BOOST_TEST(
      doubts(head + "1,甲事,县水利局、县财政局,2026年3月\n"
                    "2,乙事,县公安局牵头，县财政局配合,2026年3月\n"
                    "3,丙事,县公安局、县财政局,2026年3月\n") ==
      "plan.csv: line 2, 责任单位: nothing says who leads; 县水利局 stands first and is taken "
      "as the lead\n"
      "plan.csv: line 4, 责任单位: nothing says who leads; 县公安局 stands first and is taken "
      "as the lead\n"
      "2, of tasks 101");
}

BOOST_AUTO_TEST_CASE(responsible_beside_every_lead) {
  BOOST_TEST(doubts(apart + "1,甲事,县水利局,县财政局,2026年3月\n"
                            "2,乙事,县水利局,县公安局,2026年3月\n"
                            "3,丙事,县水利局,县公安局,2026年3月\n"
                            "4,丁事,县水利局,县公安局,2026年3月\n") ==
             "plan.csv: responsible departments stand beside the lead of 4 tasks (L2, L3, L4, "
             "...); taken as co-departments\n"
             "1, of tasks 1111");
}

BOOST_AUTO_TEST_CASE(names_are_told_whatever_else_is_wrong) {
  BOOST_TEST(doubts(head + "1,甲事,县水利局、县财政局,待定\n") == "error, names: 2");
}

BOOST_AUTO_TEST_SUITE_END()
