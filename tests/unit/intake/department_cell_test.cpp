#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "intake/responsibility.hpp"

namespace data = boost::unit_test::data;
using namespace duban;
using namespace duban::intake;

namespace {

const Directory& directory() {
  static const Directory made = [] {
    std::vector<Department> list;
    for (const char* name :
         {"省安监局", "省经信委", "省公安厅", "省财政厅", "省教育厅", "省发展和改革委员会",
          "省旅游发展委", "长沙市人民政府", "衡阳市人民政府", "岳阳市人民政府", "常德市人民政府",
          "常德市公安局", "湘西自治州人民政府"}) {
      list.push_back({name, {}, false, {}, {}, {}});
    }
    list.push_back({"省保监局", {"省保监会"}, false, {}, {}, {}});
    list.push_back({"各市州人民政府", {}, true, {}, {}, {}});
    list.push_back({"各市州、县人民政府", {"各市（州）、县人民政府"}, true, {}, {}, {}});
    return Directory(std::move(list));
  }();
  return made;
}

/// "A B? C": an unknown name has a question mark; then the doubts.
std::string picture(const char* text) {
  static const DepartmentReader names(directory());
  const Responsibility cell = ResponsibilityReader(names).read(text, Says::responsible, true);
  std::string out;
  for (const Mention& mention : cell.mentions) {
    out += (out.empty() ? "" : " ") + mention.name + (mention.known ? "" : "?");
  }
  for (const Finding& doubt : cell.doubts) out += "; " + to_text(doubt.message);
  return out;
}

struct Case {
  const char* why;
  const char* written;
  const char* read;
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.why; }

const Case cases[] = {
    {"one name", "省安监局", "省安监局"},
    {"usual signs", "省安监局、省经信委，省公安厅；省财政厅",
     "省安监局 省经信委 省公安厅 省财政厅"},
    {"line breaks and blanks", "省安监局\n省经信委 省公安厅　省财政厅",
     "省安监局 省经信委 省公安厅 省财政厅"},
    {"a sign at a line's end", "省安监局、\n省经信委\n", "省安监局 省经信委"},
    {"a name broken by layout", "省旅游\n发展委、省公 安厅", "省旅游发展委 省公安厅"},
    {"和 between known names", "省安监局和省经信委", "省安监局 省经信委"},
    {"和 within a name", "省发展和改革委员会", "省发展和改革委员会"},
    {"a missing separator", "省安监局省经信委、省公安厅",
     "省安监局 省经信委 省公安厅; 省安监局省经信委 has no sign between its names; read as "
     "省安监局, "
     "省经信委"},
    {"a shared suffix", "长沙、衡阳、岳阳市人民政府",
     "长沙市人民政府 衡阳市人民政府 岳阳市人民政府; 长沙, 衡阳: completed from the "
     "names beside, to 长沙市人民政府, 衡阳市人民政府"},
    {"a shared suffix of two kinds", "长沙、常德、湘西自治州人民政府",
     "长沙市人民政府 常德市人民政府 湘西自治州人民政府; 长沙, 常德: completed from "
     "the names beside, to 长沙市人民政府, 常德市人民政府"},
    {"a shared suffix with 和", "长沙和岳阳市人民政府",
     "长沙市人民政府 岳阳市人民政府; 长沙: completed from the names beside, to 长沙市人民政府"},
    {"suffix and missing separator", "省公安厅长沙、岳阳市人民政府",
     "省公安厅 长沙市人民政府 岳阳市人民政府; 长沙: completed from the names beside, to "
     "长沙市人民政府"},
    {"a shared prefix", "省公安厅、财政厅",
     "省公安厅 省财政厅; 财政厅: completed from the names beside, to 省财政厅"},
    {"a group", "省公安厅，各市州人民政府", "省公安厅 各市州人民政府"},
    {"a group with a sign inside", "省公安厅，各市州、县人民政府", "省公安厅 各市州、县人民政府"},
    {"the same without separator", "省公安厅各市州、县人民政府", "省公安厅 各市州、县人民政府"},
    {"an alias with brackets", "各市（州）、县人民政府",
     "各市州、县人民政府; 各市(州)、县人民政府 is taken for 各市州、县人民政府"},
    {"an alias", "省保监会", "省保监局; 省保监会 is taken for 省保监局"},
    {"a note", "省安监局（牵头）、省经信委（配合）", "省安监局 省经信委"},
    {"a later lead", "省经信委、省安监局（牵头）",
     "省安监局 省经信委; 省安监局 does not stand first, but is marked as the lead"},
    {"roles in words", "省安监局牵头，省经信委配合", "省安监局 省经信委"},
    {"labels", "牵头单位：省安监局；配合单位：省经信委", "省安监局 省经信委"},
    {"等", "省安监局、省经信委等",
     "省安监局 省经信委; 省经信委等 stands for more departments than it names; add them with amend "
     "--add-co"},
    {"a name twice", "省保监局、省安监局、省保监局", "省保监局 省安监局; 省保监局 is named twice"},
    {"a name with a slip", "省安监剧", "省安监剧?"},
    {"an unknown name", "民航湖南监管局", "民航湖南监管局?"},
    {"nothing", " 、\n", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(department_cell_tests)
BOOST_DATA_TEST_CASE(splits_as_offices_write, data::make(cases), c) {
  BOOST_TEST(picture(c.written) == c.read);
}

BOOST_AUTO_TEST_CASE(what_can_be_no_name_is_a_remark) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "省安监局和";
  static const DepartmentReader names(directory());
  const Responsibility who = ResponsibilityReader(names).read(text, Says::responsible);
  BOOST_TEST(who.mentions.empty());
  BOOST_REQUIRE(who.extra.size() == 1u);
  BOOST_TEST(who.extra[0].second == text);
}

BOOST_AUTO_TEST_CASE(names_that_begin_alike_are_tried_once_at_each_place) {
  std::vector<Department> list;
  for (const char* name : {"甲", "甲甲", "甲甲甲"}) list.push_back({name, {}, false, {}, {}, {}});
  const Directory alike{std::move(list)};
  const DepartmentReader names(alike);
  const ResponsibilityReader reader(names);
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "甲";
  const std::vector<Mention> wanted{{"甲甲甲", true}, {"甲", true}};
  BOOST_TEST((reader.read(text, Says::responsible).mentions == wanted));
  BOOST_TEST(reader.read(text + "乙", Says::responsible).extra.size() == 1u);
}

BOOST_AUTO_TEST_CASE(says_the_same_thing_of_a_name_once) {
  std::string text = "省安监局";
  for (int i = 0; i < 500; ++i) text += "等";
  BOOST_TEST(picture(text.c_str()) == "省安监局; " + text +
                                          " stands for more departments than it names; add them "
                                          "with amend --add-co");
}

BOOST_AUTO_TEST_SUITE_END()
