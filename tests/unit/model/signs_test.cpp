// What is seen of a text, how wide it stands, and names that came in another encoding.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "engine/base/utf8.hpp"
#include "engine/base/width.hpp"

using namespace duban;
namespace data = boost::unit_test::data;

namespace {

struct Case {
  const char* why;
  const char* text;
  bool blank;
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.why; }
const Case cases[] = {
    {"nothing", "", true},
    {"blanks and line breaks", " \t\r\n\v\f", true},
    {"wide, thin and unbroken blanks", "\u3000\u2003\u2009\u00a0\u202f\u205f\u1680", true},
    {"blanks of no width", "\u200b\u200c\u200d\u2060\ufeff", true},
    {"a hyphen that is not shown", "\u00ad", true},
    {"fillers of Hangul", "\u3164\u115f\u1160\uffa0", true},
    {"Braille without a dot", "\u2800", true},
    {"tags and selectors", "\U000e0041\U000e007f\U000e0100\ufe0f\u180b\u180e", true},
    {"marks that turn the writing", "\u202e\u2066\u200f\u061c", true},
    {"controls", "\x01\x1b\x7f\u009b\u0085\u2028", true},
    {"an annotation, an object", "\ufff9\ufffb\ufffc", true},
    {"a sign of the musicians", "\U0001d173", true},
    {"a letter behind them", "\u200b\u3164 a", false},
    {"a Chinese character", "\u00a0已", false},
    {"a full stop", "。", false},
    {"a combining mark is seen", "\u0301", false},
    {"a byte that is no UTF-8", "\xff", false},
    {"a picture", "\U0001f600", false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(signs_tests)

BOOST_DATA_TEST_CASE(tells_whether_there_is_anything_to_see, data::make(cases), c) {
  BOOST_TEST(is_blank(c.text) == c.blank);
}

BOOST_AUTO_TEST_CASE(a_name_in_another_encoding_is_read) {
  BOOST_TEST(readable_name("函.pdf") == "函.pdf");
  BOOST_TEST(readable_name("\xba\xaf.pdf") == "函.pdf");          // GBK
  BOOST_TEST(readable_name("\xff.pdf\xba") == "\\xff.pdf\\xba");  // nothing that is known
}

BOOST_AUTO_TEST_CASE(signs_of_ambiguous_width_are_as_wide_as_the_terminal_shows_them) {
  const char* signs = "·…“”①→";
  BOOST_TEST(display_width(signs) == 6);
  set_ambiguous_width(2);
  BOOST_TEST(display_width(signs) == 12);
  BOOST_TEST(display_width("a已\u0301é") == 5);  // é is ambiguous, too
  set_ambiguous_width(1);
  BOOST_TEST(display_width(signs) == 6);
}

BOOST_AUTO_TEST_SUITE_END()
