#include "intake/deadline_clause.hpp"

#include <boost/test/unit_test.hpp>

using duban::intake::looks_like_deadline;

BOOST_AUTO_TEST_SUITE(looks_like_deadline_tests)

BOOST_AUTO_TEST_CASE(tells_a_time_in_a_bracket) {
  for (const char* piece : {"6月底前完成",
                            "2023年12月底前",
                            "长期坚持",
                            "持续推进",
                            "年底前完成",
                            "2018",
                            "每季度",
                            "每月10日前报送",
                            "一季度前",
                            "第三季度",
                            "“十四五”期间",
                            "印发之日起30日内",
                            "市政府常务会审议通过后15个工作日内",
                            "国庆节前",
                            "汛期前",
                            "尽快",
                            "2022.12.31",
                            "6.30前",
                            "于2月7日前报送市政府",
                            "6-9月",
                            "3、6、9月底前",
                            "二〇二五年六月",
                            "2020-2024年",
                            "18年6月",
                            "2024年前开工建设",
                            "确保2021年6月30日前完成",
                            "立行立改",
                            "５年内",
                            "全年",
                            "20241231",
                            "即日起至2026年6月30日",
                            "2023 年 6 月",
                            "半年内",
                            "两周内"}) {
    BOOST_TEST(looks_like_deadline(piece), piece);
  }
}

BOOST_AUTO_TEST_CASE(tells_none_in_names_and_tasks) {
  for (const char* piece :
       {"", "省财政厅", "市发展改革委牵头", "六盘水市", "各高速大队", "三门峡市人民政府",
        "2023年重点项目建设指挥部", "十四五规划编制办公室", "长期护理保险中心",
        "各县（市、区）人民政府", "B、C按职责分工负责", "110指挥中心", "三农办", "五一路街道办",
        "持续推进覆盖城乡的公共法律服务体系建设", "建成50套", "第一建筑公司"}) {
    BOOST_TEST(!looks_like_deadline(piece), piece);
  }
}

BOOST_AUTO_TEST_SUITE_END()
