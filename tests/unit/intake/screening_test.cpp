#include "intake/screening.hpp"

#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

using namespace duban;
using namespace duban::intake;

namespace {

struct Case {
  const char* text;
  const char* mark;
};
const Case cases[] = {
    {"机密★1年", "机密★1年"},
    {"绝 密 ★ 长 期", "绝密★长期"},
    {"秘密★", "秘密★"},
    {"标题\n机密★启用前\n正文", "机密★启用前"},
    {"（秘密 6个月）", "秘密6个月"},
    {"密级：机密", "机密"},
    {"密级:秘密　保密期限：10年", "秘密"},
    {"【绝密】关于某事", "绝密"},
    {"秘密", "秘密"},
    {"密级：", ""},
    {"密级：公开", ""},
    {"保守国家秘密，开展检查。", ""},
    {"完成国家秘密5月底前清理", ""},
    {"国家秘密2026年工作要点", ""},
    {"加强商业秘密保护", ""},
};

Screening screened(const std::string& name, const std::string& bytes) {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("duban-screen-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const std::string path = (folder / name).string();
  std::ofstream(path, std::ios::binary) << bytes;
  const Result<Screening> found = screen(path);
  std::filesystem::remove_all(folder);
  BOOST_REQUIRE(found);
  return *found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(screening_tests)

BOOST_AUTO_TEST_CASE(a_mark_is_told_from_talk_of_secrets) {
  for (const Case& each : cases) BOOST_TEST(secret_mark(each.text) == each.mark, each.text);
}

BOOST_AUTO_TEST_CASE(numbers_are_told_by_their_checksums) {
  BOOST_TEST(is_identity_card("11010519491231002X"));
  BOOST_TEST(is_identity_card("11010519491231002x"));
  BOOST_TEST(!is_identity_card("110105194912310021"));
  BOOST_TEST(!is_identity_card("110105194913310021"));
  BOOST_TEST(is_bank_account("6222026006705354217") == false);
  BOOST_TEST(is_bank_account("4111111111111111"));
  BOOST_TEST(!is_bank_account("4111111111111112"));
  BOOST_TEST(!is_bank_account("123456"));
}

BOOST_AUTO_TEST_CASE(names_first_and_last_pages_are_searched) {
  BOOST_TEST(screened("（机密）方案.txt", "正文\n").secret == "机密");
  BOOST_TEST(screened("方案.txt", "机密★3年\n正文\n").secret == "机密★3年");
  std::string middle;
  for (int i = 0; i < 2000; ++i) middle += "修订办法。\n";
  BOOST_TEST(screened("a.txt", middle + "秘密★1年\n").secret == "秘密★1年");
  BOOST_TEST(screened("a.txt", middle + "工作秘密\n" + middle).internal == "");
  BOOST_TEST(screened("a.txt", "内部资料，注意保存\n").internal == "内部资料");
  BOOST_TEST(screened("a.txt", middle).secret == "");
}

BOOST_AUTO_TEST_CASE(a_file_that_no_reader_opens_is_searched_by_bytes) {
  BOOST_TEST(screened("scan.jpg", std::string("\xFF\xD8") + "机密★1年").secret == "机密★");
  BOOST_TEST(screened("old.doc", "\xD0\xCF\x11\xE0 \x3A\x67\xC6\x5B\x05\x26 1").secret == "机密★");
  BOOST_TEST(screened("old.wps", "\xD0\xCF\x11\xE0 and nothing").secret == "");
}

BOOST_AUTO_TEST_CASE(numbers_of_persons_are_named_by_their_place) {
  const Screening found =
      screened("a.csv", "序号,姓名,证件\n1,甲,11010519491231002X\n2,乙,4111111111111111\n");
  BOOST_REQUIRE(found.numbers.size() == 2);
  BOOST_TEST(found.numbers[0].place == "a.csv: line 2");
  BOOST_TEST((found.numbers[1].kind == PersonalNumber::Kind::bank_account));
}

BOOST_AUTO_TEST_SUITE_END()
