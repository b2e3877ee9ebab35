#include "intake/deadline_text.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/unit/intake/deadline_outcome.hpp"

namespace data = boost::unit_test::data;
using namespace duban;
using namespace duban::intake;
using duban::test::outcome;

namespace {

std::string trimmed(std::string text) {
  const std::size_t begin = text.find_first_not_of(" `");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" `") - begin + 1);
}

std::string sentence(const char* text) {
  const auto read = read_deadline(text, make_date(2017, 8, 1));
  if (!read) return to_text(read.error().message);
  return read->doubts.empty() ? "" : to_text(read->doubts.front());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(read_deadline_tests)

BOOST_AUTO_TEST_CASE(gives_what_every_row_of_the_page_says) {
  std::ifstream page(DUBAN_SOURCE "/docs/deadlines.md");
  std::string line;
  int rows = 0;
  while (std::getline(page, line)) {
    if (!line.starts_with("| `")) continue;
    const std::size_t second = line.find('|', 1);
    const std::size_t third = line.find('|', second + 1);
    const std::string written = trimmed(line.substr(1, second - 1));
    const std::string day = trimmed(line.substr(second + 1, third - second - 1));
    const std::string expected = trimmed(line.substr(third + 1, line.rfind('|') - third - 1));
    std::optional<Date> issued;
    if (!day.empty()) issued = parse_date(day).value();
    BOOST_TEST(written + ": " + outcome(read_deadline(written, issued)) ==
               written + ": " + expected);
    ++rows;
  }
  BOOST_TEST(rows > 100);
}

BOOST_AUTO_TEST_CASE(says_why_it_doubts_or_refuses_and_repeats_the_cell) {
  BOOST_TEST(sentence("2018年 6月前") ==
             "2018年 6月前 may mean before or within that time; taken as its end, 2018-06-30");
  BOOST_TEST(
      sentence("2018年底（持续推进）") ==
      "2018年底（持续推进） may mean until 2018-12-31 or after it too; taken as due then, and "
      "going on");
  BOOST_TEST(sentence("2018.1") ==
             "2018.1 may stand for October, with a zero lost; taken as 2018-01-31");
  BOOST_TEST(sentence("尽快") == "尽快 names no day; it needs a person, or a day given with --due");
  BOOST_TEST(sentence("2018年13月") ==
             "2018年13月 cannot be read as a deadline; write it like 2018年6月30日 or 持续推进");
  BOOST_TEST(sentence("市财政局") == "市财政局 is the name of an office, not a deadline");
  BOOST_TEST(sentence(" ") == "there is no deadline");
  BOOST_TEST(to_text(read_deadline("年底前", std::nullopt).error().message) ==
             "年底前 names no year; give the day of the document with --issued");
}

BOOST_AUTO_TEST_SUITE_END()
