// Clean cells are passed through by their bytes; a line break forces the long way.
#include "intake/cell_text.hpp"

#include <boost/test/unit_test.hpp>

using namespace duban::intake;

BOOST_AUTO_TEST_SUITE(clean_cell_tests)

BOOST_AUTO_TEST_CASE(is_the_same_by_the_short_way_and_the_long_one) {
  const auto holds_all_kinds = [](char32_t c) { return c < 0x1E000 || c >> 12 == 0xE0; };
  for (char32_t c = 1; c <= 0x10FFFF; c += holds_all_kinds(c + 1) ? 1 : 16) {
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

BOOST_AUTO_TEST_CASE(keeps_format_characters_that_are_seen) {
  for (const char32_t c : {U'\u0600', U'\u0605', U'\u06DD', U'\u070F', U'\u0890', U'\u0891',
                           U'\u08E2', U'\U000110BD', U'\U000110CD'}) {
    const std::u32string text{U'安', c, U'1'};
    BOOST_TEST(clean_cell(to_utf8(text)) == to_utf8(text));
    BOOST_TEST((squeezed(to_utf8(text)) == text));
  }
  for (const char32_t c : {U'\u00AD', U'\u061C', U'\u200B', U'\U00013430', U'\U0001BCA0',
                           U'\U0001D173', U'\U000E0001'})
    BOOST_TEST(clean_cell(to_utf8(std::u32string{U'安', c})) == "安");
}

BOOST_AUTO_TEST_CASE(replaces_bytes_that_are_no_text) {
  BOOST_TEST(clean_cell("安\xFF全") == "安\xEF\xBF\xBD全");
  BOOST_TEST(clean_cell("\xE5\xAE") == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

BOOST_AUTO_TEST_SUITE_END()
