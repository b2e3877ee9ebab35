// Clean cells are passed through by their bytes; a line break forces the long way.
#include "intake/cell_text.hpp"

#include <boost/test/unit_test.hpp>

using namespace duban::intake;

BOOST_AUTO_TEST_SUITE(clean_cell_tests)

BOOST_AUTO_TEST_CASE(is_the_same_by_the_short_way_and_the_long_one) {
  for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x11000 ? 1 : 251) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string letter = to_utf8({&c, 1});
    for (const std::string& text : {letter, "安" + letter, letter + "全", "安" + letter + "全"}) {
      const std::string expected = clean_cell(text + "\n");
      if (clean_cell(text) == expected) continue;
      BOOST_ERROR("U+" << std::hex << static_cast<std::uint32_t>(c) << " in '" << text << "': '"
                       << clean_cell(text) << "' and '" << expected << "'");
    }
  }
}

BOOST_AUTO_TEST_CASE(replaces_bytes_that_are_no_text) {
  BOOST_TEST(clean_cell("安\xFF全") == "安\xEF\xBF\xBD全");
  BOOST_TEST(clean_cell("\xE5\xAE") == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

BOOST_AUTO_TEST_SUITE_END()
