#include "intake/heading.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace data = boost::unit_test::data;
using namespace duban;
using namespace duban::intake;

namespace {

std::string name_of(std::optional<Column> column) {
  if (!column) return "none";
  switch (*column) {
    case Column::number:
      return "number";
    case Column::content:
      return "content";
    case Column::category:
      return "category";
    case Column::lead:
      return "lead";
    case Column::department:
      return "department";
    case Column::co:
      return "co";
    case Column::deadline:
      return "deadline";
    case Column::urgency:
      return "urgency";
  }
  return "?";
}

struct Case {
  const char* heading;
  const char* column;
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.heading; }

const Case cases[] = {
    {"序号", "number"},
    {"序 号", "number"},
    {"序\n号", "number"},
    {"编号", "number"},
    {"工作内容", "content"},
    {"工作任务", "content"},
    {"重点任务", "content"},
    {"主要任务", "content"},
    {"任务内容", "content"},
    {"工作事项", "content"},
    {"事项", "content"},
    {"主要工作措施", "content"},
    {"责任部门", "department"},
    {"责任单位", "department"},
    {"责　任　单　位", "department"},
    {"牵头单位（部门）", "lead"},
    {"牵头责任单位", "lead"},
    {"主办单位", "lead"},
    {"责任单位（排首位的为牵头单位）", "department"},
    {"牵头单位及配合单位", "department"},
    {"配合单位", "co"},
    {"协办单位", "co"},
    {"参与单位", "co"},
    {"配合部门", "co"},
    {"实施周期", "deadline"},
    {"承诺完成时限", "deadline"},
    {"原定时限", "none"},
    {"完成时间", "deadline"},
    {"完成时限", "deadline"},
    {"时限要求", "deadline"},
    {"完成期限", "deadline"},
    {"时间要求", "deadline"},
    {"完 成\n时 间（年）", "deadline"},
    {"完成进度及时间节点", "deadline"},
    {"紧急程度", "urgency"},
    {"缓 急", "urgency"},
    {"任务类别", "category"},
    {"整改措施", "content"},
    {"整改时限", "deadline"},
    {"反馈问题", "none"},
    {"牵头领导", "none"},
    {"交办日期", "none"},
    {"备注", "none"},
    {"责任人", "none"},
    {"分管领导", "none"},
    {"完成情况", "none"},
    {"督促企业落实安全生产主体责任和工作内容的要求", "none"},
    {"", "none"},
};

Row row_of(std::vector<std::string> texts) {
  Row row;
  for (std::string& text : texts) row.cells.push_back({std::move(text)});
  return row;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(heading_tests)

BOOST_DATA_TEST_CASE(tells_the_column, data::make(cases), c) {
  BOOST_TEST(name_of(column_of(c.heading)) == c.column);
}

BOOST_AUTO_TEST_CASE(a_plan_needs_work_department_and_deadline) {
  BOOST_TEST(read_columns(row_of({"序号", "工作内容", "责任部门", "完成时间"})).is_plan());
  BOOST_TEST(read_columns(row_of({"序号", "工作内容", "责任部门", "备注"})).is_plan());
  BOOST_TEST(!read_columns(row_of({"序号", "单位", "联系人", "联系电话"})).is_plan());
  BOOST_TEST(!read_columns(row_of({"工作内容", "配合单位", "完成时间"})).is_plan());
  BOOST_TEST(read_columns(row_of({"任务", "牵头单位", "配合单位", "时限"})).is_plan());
}

BOOST_AUTO_TEST_CASE(a_row_of_headings_has_nothing_else) {
  BOOST_TEST(is_heading_row(row_of({"序号", "工作内容", "责任部门", "完成时间"})));
  BOOST_TEST(is_heading_row(row_of({"", "", "牵头单位", "配合单位", ""})));
  BOOST_TEST(!is_heading_row(row_of({"1", "工作内容", "责任部门", "完成时间"})));
  BOOST_TEST(!is_heading_row(row_of({"主要任务", "", "", ""})));
}

BOOST_AUTO_TEST_SUITE_END()
