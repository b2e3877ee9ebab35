#include "intake/strangers.hpp"

#include <boost/test/unit_test.hpp>

#include "intake/directory_file.hpp"
#include "intake/directory_suggestion.hpp"

using namespace duban;
using namespace duban::intake;

BOOST_AUTO_TEST_SUITE(strangers_tests)
BOOST_AUTO_TEST_CASE(are_listed_once_with_their_places_and_the_nearest_known_name) {
  Department known;
  known.name = "县水利局";
  const Directory directory({known});
  const DepartmentReader names(directory);
  const ResponsibilityReader reader(names);
  Strangers strangers(names);
  for (const char* place : {"a", "b", "c", "d"})
    BOOST_TEST(strangers.note(reader.read("县水利剧、县水利局", Says::responsible), place));
  BOOST_TEST(strangers.note(reader.read("各乡镇", Says::responsible), "e"));
  const std::vector<Stranger> list = strangers.list();
  BOOST_REQUIRE(list.size() == 2u);
  BOOST_TEST(list[0].name == "县水利剧");
  BOOST_TEST(list[0].count == 4u);
  BOOST_TEST(list[0].places.size() == 3u);
  BOOST_TEST(list[0].like == "县水利局");
  BOOST_TEST(!list[0].group);
  BOOST_TEST(list[1].group);
}

BOOST_AUTO_TEST_CASE(become_a_directory_file_that_can_be_read) {
  std::vector<Stranger> names;
  for (const char* name : {"县发展和改革局", "县发改局", "杭州市", "杭州市人民政府", "A、B局 #1"}) {
    Stranger stranger;
    stranger.name = name;
    stranger.count = 1;
    names.push_back(stranger);
  }
  const auto read = load_directory(suggest_directory(names, "plan.csv"), "names.yaml");
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(read->directory.canonical("县发改局") == "县发展和改革局");
  BOOST_TEST(read->directory.canonical("杭州市") == "杭州市人民政府");
  BOOST_TEST(read->directory.find("A、B局 #1") != nullptr);
}

BOOST_AUTO_TEST_CASE(short_forms_are_told_from_other_departments) {
  BOOST_TEST(is_short_form("县住建局", "县住房和城乡建设局"));
  BOOST_TEST(is_short_form("省市场监管局", "省市场监管局（省知识产权局）"));
  BOOST_TEST(!is_short_form("县公安局", "县应急管理局"));
  BOOST_TEST(!is_short_form("县教育局", "市教育体育局"));
}
BOOST_AUTO_TEST_SUITE_END()
