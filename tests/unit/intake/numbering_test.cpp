#include "intake/numbering.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace data = boost::unit_test::data;
using namespace duban::intake;

namespace {

std::string text_of(const std::optional<Number>& number) {
  if (!number) return "none";
  constexpr const char* forms[] = {"part",      "chapter",  "section",  "chinese",
                                   "(chinese)", "arabic",   "decimal2", "decimal3",
                                   "decimal4",  "(arabic)", "circled"};
  std::string text = forms[static_cast<std::size_t>(number->form)];
  for (const int value : number->values) text += " " + std::to_string(value);
  return number->rest.empty() ? text : text + " | " + number->rest;
}

struct Case {
  const char* written;
  const char* read;
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.written; }

const Case cases[] = {
    {"一", "chinese 1"},
    {"一、", "chinese 1"},
    {"十二", "chinese 12"},
    {"二十一、", "chinese 21"},
    {"一百零二", "chinese 102"},
    {"一、主要任务", "chinese 1 | 主要任务"},
    {"一．主要任务", "chinese 1 | 主要任务"},
    {"一 主要任务", "chinese 1 | 主要任务"},
    {"（一）", "(chinese) 1"},
    {"(十一)", "(chinese) 11"},
    {"（ 二 ）加强法治建设", "(chinese) 2 | 加强法治建设"},
    {"（二）、加强法治建设", "(chinese) 2 | 加强法治建设"},
    {"㈢加强", "(chinese) 3 | 加强"},
    {"1", "arabic 1"},
    {"1.", "arabic 1"},
    {"1、", "arabic 1"},
    {"１２", "arabic 12"},
    {"1.督促企业", "arabic 1 | 督促企业"},
    {"1、督促企业", "arabic 1 | 督促企业"},
    {"（1）", "(arabic) 1"},
    {"1）", "(arabic) 1"},
    {"⑴", "(arabic) 1"},
    {"①", "circled 1"},
    {"1.2", "decimal2 1 2"},
    {"1.2.3", "decimal3 1 2 3"},
    {"1-2", "decimal2 1 2"},
    {"1.2 督促企业", "decimal2 1 2 | 督促企业"},
    {"第一部分", "part 1"},
    {"第一部分 主要任务", "part 1 | 主要任务"},
    {"第二章", "chapter 2"},
    {"第3节", "section 3"},
    {"一是督促企业", "none"},
    {"一体化", "none"},
    {"2018年工作", "none"},
    {"十三五", "none"},
    {"0", "none"},
    {"1.2.3.4", "decimal4 1 2 3 4"},
    {"1.2.3.4.5.6", "none"},
    {"2018.6.30", "none"},
    {"1.拓展“两个”（市场）：", "arabic 1 | 拓展“两个”（市场）："},
    {"一二", "none"},
    {"序号", "none"},
    {"", "none"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(parse_number_tests)
BOOST_DATA_TEST_CASE(reads_what_documents_write, data::make(cases), c) {
  BOOST_TEST(text_of(parse_number(c.written)) == c.read);
}
BOOST_AUTO_TEST_SUITE_END()
