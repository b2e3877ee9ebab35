#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "engine/base/utf8.hpp"
#include "engine/base/width.hpp"
#include "text/caret.hpp"
#include "text/nearest.hpp"

namespace data = boost::unit_test::data;
using namespace duban;

namespace {

struct Guess {
  const char* why;
  const char* word;
  const char* outcome;
};
std::ostream& operator<<(std::ostream& os, const Guess& c) { return os << c.why; }

const Guess guesses[] = {
    {"a letter left out", "asigned", "assigned"},
    {"a letter too many", "verifyy", "verify"},
    {"two letters swapped", "reprot", "report"},
    {"another case", "REPORT", "report"},
    {"a dash for a line", "in-progress", "in_progress"},
    {"two slips in a long word", "requst-extention", "request-extension"},
    {"two slips in a short word are too many", "vxrxfy", ""},
    {"one Chinese character", "省安监句", "省安监局"},
    {"a word broken off", "req", "request-extension"},
    {"two letters could be anything", "re", ""},
    {"nothing like it", "frobnicate", ""},
    {"a single letter means anything", "x", ""},
    {"nothing at all", "", ""},
};

struct Width {
  const char* why;
  const char* text;
  int width;
};
std::ostream& operator<<(std::ostream& os, const Width& c) { return os << c.why; }

const Width widths[] = {
    {"nothing", "", 0},          {"letters", "abc", 3},
    {"Chinese", "督办", 4},      {"full-width forms", "（三）", 6},
    {"ambiguous ones", "…①", 2}, {"combining marks", "e\u0301", 1},
    {"a bad byte", "a\xFF", 2},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(nearest_tests)
BOOST_DATA_TEST_CASE(guesses_only_what_is_close, data::make(guesses), c) {
  const std::string_view known[] = {"assigned", "in_progress",       "verify",
                                    "report",   "request-extension", "省安监局"};
  BOOST_TEST(nearest(c.word, known) == c.outcome);
}
BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(display_width_tests)
BOOST_DATA_TEST_CASE(counts_terminal_columns, data::make(widths), c) {
  BOOST_TEST(display_width(c.text) == c.width);
}
BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(utf8_tests)
BOOST_AUTO_TEST_CASE(stops_at_the_first_bad_byte) {
  BOOST_TEST(valid_utf8_prefix("督\xE7\x9D") == 3U);
  BOOST_TEST(is_utf8("督办"));
  BOOST_TEST(!is_utf8("\xED\xA0\x80"));  // a surrogate
  BOOST_TEST(!is_utf8("\xC0\x80"));      // an overlong form
}
BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(with_caret_tests)

BOOST_AUTO_TEST_CASE(aligns_below_chinese_text) {
  Error error = failed(Errc::bad_file, "unknown department '{name}'", {{"name", "省安监句"}},
                       {"单位.yaml", 12, 9})
                    .value();
  error.excerpt = "  牵头: [ 省安监句 ]";
  error.width = 8;
  BOOST_TEST(with_caret(error) ==
             "单位.yaml:12:9: error: unknown department '省安监句'\n"
             "  12 |   牵头: [ 省安监句 ]\n"
             "     |           ^~~~~~~~\n");
  BOOST_TEST(with_caret(error, "错误", "没有这个单位") ==
             "单位.yaml:12:9: 错误: 没有这个单位\n"
             "  12 |   牵头: [ 省安监句 ]\n"
             "     |           ^~~~~~~~\n");
}

BOOST_AUTO_TEST_CASE(does_without_what_is_not_known) {
  const Error bare = failed(Errc::io, "no room").value();
  BOOST_TEST(with_caret(bare) == "error: no room\n");
  const Error file = failed(Errc::io, "no room", {}, {"a.yaml", 0, 0}).value();
  BOOST_TEST(with_caret(file) == "a.yaml: error: no room\n");
}

BOOST_AUTO_TEST_SUITE_END()
