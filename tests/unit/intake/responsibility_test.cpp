#include "intake/responsibility.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

namespace data = boost::unit_test::data;
using namespace duban;
using namespace duban::intake;

namespace {

/// What a county that begins has: nothing.
const DepartmentReader& nobody_known() {
  static const Directory empty;
  static const DepartmentReader names(empty);
  return names;
}

std::string joined(const std::vector<std::string>& list, const char* sign = "、") {
  std::string out;
  for (const std::string& each : list) out += (out.empty() ? "" : sign) + each;
  return out;
}

/// "A B | C D": who leads, then co-departments; why; then everything else that was found.
std::string picture(const Responsibility& who, bool with_doubts = true) {
  std::string out;
  for (std::size_t i = 0; i < who.mentions.size(); ++i) {
    if (i == who.leads)
      out += i == 0 ? "| " : " | ";
    else if (i > 0)
      out += " ";
    out += who.mentions[i].name;
  }
  constexpr const char* why[] = {"", "", "", " (rule)", " (first)"};
  out += why[static_cast<int>(who.by)];
  if (who.nobody) out += "nobody";
  if (who.first_leads) out += "; first leads";
  if (!who.in_charge.empty()) out += "; persons " + joined(who.in_charge);
  if (!who.deadlines.empty()) out += "; by " + joined(who.deadlines, " / ");
  for (const auto& [label, text] : who.extra) out += "; [" + label + "] " + text;
  if (!with_doubts) return out;
  for (const Finding& doubt : who.doubts) {
    const std::string message = to_text(doubt.message);
    if (message.find("nothing says who leads") == message.npos) out += "; ? " + message;
  }
  return out;
}

std::string read(std::string_view text, Says says) {
  return picture(ResponsibilityReader(nobody_known()).read(text, says));
}

struct Case {
  Says says;
  const char* written;
  const char* read;
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.written; }

constexpr Says column = Says::responsible, bracket = Says::bracket;
const Case cases[] = {
    {column, "省安监局", "省安监局"},
    {column, "省安监局，各县（市、区）", "省安监局 | 各县（市、区） (first)"},
    {column, "省 财 政 厅、省公安厅", "省财政厅 | 省公安厅 (first)"},
    {column, "省\n财\n政\n厅", "省财政厅"},
    {column, "县 水 利 局 县 财 政 局", "县水利局 | 县财政局 (first)"},
    {column, "由省水利厅牵头，省公安厅配合", "省水利厅 | 省公安厅"},
    {column, "省安监局牵头，省级各有关部门及各市州人民政府按职责分工负责",
     "省安监局 | 省级各有关部门 各市州人民政府"},
    {column, "省住房城乡建设厅（省人防办）、省公安厅",
     "省住房城乡建设厅（省人防办） | 省公安厅 (first)"},
    {column, "县水利局\\县财政局", "县水利局 | 县财政局 (first)"},
    {column, "各乡镇（街道）人民政府（办事处）", "各乡镇（街道）人民政府（办事处）"},
    {column, "县水利局 0731-82212345", "县水利局; [] 0731-82212345"},
    {column, "教务处、各学院（部）、学生工作部（处）",
     "教务处 | 各学院（部） 学生工作部（处） (first)"},
    {column, "镇政府，各村（居）", "镇政府 | 各村（居） (first)"},
    {column, "材料科学与工程学院、实验室与设备管理处",
     "材料科学与工程学院 | 实验室与设备管理处 (first)"},
    {column, "盟财政局、文旅体育局",
     "盟财政局 | 盟文旅体育局 (first); ? 文旅体育局: completed from the names beside, to "
     "盟文旅体育局"},
    {column, "市场监管总局牵头，工业和信息化部等国务院相关部门配合",
     "市场监管总局 | 工业和信息化部; ? 工业和信息化部等国务院相关部门配合 stands for more "
     "departments than it names; add them with amend --add-co"},
    {bracket, "责任单位：盟文旅体育局，乌兰牧骑", "盟文旅体育局 | 乌兰牧骑 (first)"},
    {column, "县水利局（13907310000）", "县水利局; [] 13907310000"},
    {column, "省科技厅、工业和信息化厅",
     "省科技厅 | 省工业和信息化厅 (first); ? 工业和信息化厅: completed from the names beside, to "
     "省工业和信息化厅"},
    {column, "县水利、农业农村局",
     "县水利局 | 县农业农村局 (first); ? 县水利, 农业农村局: completed from the names beside, to "
     "县水利局, 县农业农村局"},
    {column, "长沙、衡阳市人民政府",
     "长沙市人民政府 | 衡阳市人民政府 (first); ? 长沙: completed from the names beside, to "
     "长沙市人民政府"},
    {column, "县委组织部、宣传部、财政局",
     "县委组织部 | 县委宣传部 县财政局 (first); ? 宣传部, 财政局: completed from the names beside, "
     "to 县委宣传部, 县财政局"},
    {column, "县财政局及县审计局", "县财政局 | 县审计局 (first)"},
    {column, "县发展和改革局和县文化和旅游局", "县发展和改革局 | 县文化和旅游局 (first)"},
    {column, "县财政局县审计局",
     "县财政局 | 县审计局 (first); ? 县财政局县审计局 has no sign between its names; read as "
     "县财政局, 县审计局"},
    {column, "县财政局、县财政局", "县财政局 (first); ? 县财政局 is named twice"},
    {column, "县水利局牵头县财政局配合", "县水利局 | 县财政局"},
    {column, "省发展改革委会同省财政厅、省水利厅", "省发展改革委 | 省财政厅 省水利厅"},
    {column, "县水利局（牵头）、县财政局（配合）", "县水利局 | 县财政局"},
    {column, "县财政局、县水利局（牵头）",
     "县水利局 | 县财政局; ? 县水利局 does not stand first, but is marked as the lead"},
    {column, "牵头单位：县水利局\n责任单位：县财政局、县审计局", "县水利局 | 县财政局 县审计局"},
    {column, "牵头单位县水利局，配合单位县财政局", "县水利局 | 县财政局"},
    {column, "县水利局、县财政局，县审计局配合", "县水利局 | 县财政局 县审计局 (first)"},
    {column, "县水利局负责，县财政局配合", "县水利局 | 县财政局"},
    {column, "分管副县长、县水利局", "县水利局; persons 分管副县长"},
    {column, "张三副县长牵头，县水利局负责", "县水利局; persons 张三副县长"},
    {column, "县水利局等有关部门",
     "县水利局; ? 县水利局等有关部门 stands for more departments than it names; add them with "
     "amend "
     "--add-co"},
    {column, "县水利局等6部门和各乡镇",
     "县水利局 | 各乡镇 (first); ? 县水利局等6部门 stands for more departments than it names; add "
     "them with amend --add-co"},
    {column, "各市州、县（市、区）人民政府", "各市州、县（市、区）人民政府"},
    {column, "各市州、市公安局", "各市州 | 市公安局 (first)"},
    {column, "无", "nobody"},
    {column, "—", "nobody"},
    {column, "", ""},
    {column, "联系人：张三；责任单位：县水利局", "县水利局; persons 张三"},
    {column, "县水利局；联系电话：0731-1234567", "县水利局; [联系电话] 0731-1234567"},
    {Says::lead, "省经信厅、省科技厅按职责分工负责",
     "省经信厅 省科技厅; ? several leads; 省经信厅 leads, the others are taken as co-departments"},
    {Says::lead, "县水利局\n县财政局",
     "县水利局 县财政局; ? several leads; 县水利局 leads, the others are taken as co-departments"},
    {Says::co, "县水利局、县财政局", "| 县水利局 县财政局"},
    {Says::beside, "县水利局",
     "| 县水利局; ? responsible departments stand beside a lead; taken as co-departments"},
    {bracket, "（税务总局、财政部、海关总署负责，排在第一位的部门为牵头部门，下同）",
     "税务总局 | 财政部 海关总署 (rule); first leads"},
    {bracket, "责任单位：县水利局、县财政局，列第一位者为牵头单位，其余为配合单位",
     "县水利局 | 县财政局 (rule); first leads"},
    {bracket, "县水利局牵头，8月底前出台相关政策，年内持续推进",
     "县水利局; by 8月底前出台相关政策，年内持续推进"},
    {bracket, "县水利局负责，立行立改，长期坚持", "县水利局; by 立行立改，长期坚持"},
    {bracket, "县水利局负责，每季度末报送进展", "县水利局; by 每季度末报送进展"},
    {bracket, "县水利局负责，2026年6月底前完成，报县委审定",
     "县水利局; by 2026年6月底前完成; [] 报县委审定"},
    {bracket, "完成时限：2026年6月底前；责任单位：县水利局", "县水利局; by 2026年6月底前"},
    {bracket, "县水利局负责工程建设，县财政局负责资金保障",
     "县水利局 | 县财政局 (first); [] 县水利局负责工程建设; [] 县财政局负责资金保障"},
    {bracket, "省教育厅、省公安厅（按职责分工负责）", "省教育厅 | 省公安厅 (first)"},
    {bracket, "〔县水利局牵头〕", "县水利局"},
    {bracket, "各高速大队负责", "各高速大队"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(responsibility_tests)
BOOST_DATA_TEST_CASE(reads_without_a_directory, data::make(cases), c) {
  BOOST_TEST(read(c.written, c.says) == c.read);
}

BOOST_AUTO_TEST_CASE(reads_what_papers_print) {
  std::ifstream file(DUBAN_TEST_DATA "/responsibility/printed.tsv");
  BOOST_REQUIRE(file);
  const ResponsibilityReader reader(nobody_known());
  int wrong = 0, all = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream fields(line);
    std::string says, text, beside, leads, co;
    std::getline(fields, says, '\t');
    std::getline(fields, text, '\t');
    std::getline(fields, beside, '\t');
    std::getline(fields, leads, '\t');
    std::getline(fields, co);
    std::replace(text.begin(), text.end(), '|', '\n');
    std::replace(beside.begin(), beside.end(), '|', '\n');
    const Says place = says == "lead"      ? Says::lead
                       : says == "bracket" ? Says::bracket
                                           : Says::responsible;
    Responsibility who = reader.read(text, place);
    if (place == Says::lead) who = together(who, reader.read(beside, Says::co));
    std::vector<std::string> first, others;
    for (std::size_t i = 0; i < who.mentions.size(); ++i) {
      (i < who.leads ? first : others).push_back(who.mentions[i].name);
    }
    ++all;
    const std::string got = joined(first) + " | " + joined(others);
    const std::string wanted = leads + " | " + co;
    if (got != wanted) ++wrong;
    BOOST_TEST(got == wanted);
  }
  BOOST_TEST(wrong == 0);
  BOOST_TEST(all > 60);
}

BOOST_AUTO_TEST_CASE(who_leads_and_stands_among_the_others_leads) {
  const ResponsibilityReader reader(nobody_known());
  const Responsibility who =
      together(reader.read("县水利局", Says::lead), reader.read("县财政局、县水利局", Says::co));
  BOOST_TEST(
      picture(who) ==
      "县水利局 | 县财政局; ? 县水利局 leads, and stands among the co-departments again; kept "
      "as the lead");
}

BOOST_AUTO_TEST_CASE(a_printed_rule_is_no_doubt_and_none_is_one) {
  const ResponsibilityReader reader(nobody_known());
  BOOST_TEST(reader.read("县水利局、县财政局", Says::responsible, true).doubts.empty());
  const Responsibility who = reader.read("县水利局、县财政局", Says::responsible);
  BOOST_REQUIRE(who.doubts.size() == 1u);
  BOOST_TEST(to_text(who.doubts[0].message) ==
             "nothing says who leads; 县水利局 stands first and is taken as the lead");
  BOOST_TEST((who.doubts[0].field == Field::lead));
}

BOOST_AUTO_TEST_CASE(tells_brackets_of_responsibility_from_remarks) {
  const ResponsibilityReader reader(nobody_known());
  for (const char* text :
       {"县水利局牵头", "市场监管局、税务局", "责任单位：县水利局", "各乡镇", "分管副县长",
        "长沙市人民政府", "县水利局，6月底前完成", "省科技厅负责"}) {
    BOOST_TEST(reader.concerns(text), text);
  }
  for (const char* text : {"县级", "见附件2", "市、区", "2026年", "禁止进境的除外", "含税", "一期",
                           "K12", "区域中心", "以下简称方案", "下同", "不含县城"}) {
    BOOST_TEST(!reader.concerns(text), text);
  }
}

BOOST_AUTO_TEST_CASE(knows_nobody_and_ditto) {
  for (const char* text : {"无", "—", "——", "/", "不涉及", " 无 ", "-"})
    BOOST_TEST(is_nobody(text));
  for (const char* text : {"", "无锡市", "各部门"}) BOOST_TEST(!is_nobody(text));
  for (const char* text : {"同上", "〃", "同 上"}) BOOST_TEST(is_ditto(text));
}

BOOST_AUTO_TEST_CASE(knows_the_rule_that_the_first_leads) {
  for (const char* text :
       {"责任部门中排首位的为牵头单位，其余为协办单位。", "列第一位者为牵头单位",
        "排名第一的为牵头部门", "第一责任单位为牵头单位", "注：责任单位第一个为牵头单位"}) {
    BOOST_TEST(prints_first_leads(text), text);
  }
  for (const char* text : {"主要负责人为第一责任人", "县水利局牵头", "首位"}) {
    BOOST_TEST(!prints_first_leads(text), text);
  }
}

BOOST_AUTO_TEST_CASE(hostile_texts_end) {
  const ResponsibilityReader reader(nobody_known());
  const auto often = [](const char* text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
  };
  for (const char* text :
       {"省", "省 ", "（", "）", "县水利局和", "等", "等部门和", "牵头", "各市州、", "县水利局牵头",
        "：", "负责县", "长沙、", "6月", "(牵头)", "由"}) {
    const Responsibility who = reader.read(often(text, 2000), Says::bracket);
    BOOST_TEST(who.mentions.size() <= 2000u);
  }
}
BOOST_AUTO_TEST_SUITE_END()
