#include "text/yaml.hpp"

#include <utf8proc.h>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

#include "engine/base/utf8.hpp"
#include "text/caret.hpp"

namespace data = boost::unit_test::data;
using namespace duban;

namespace {

/// The tree as one line: places behind @, quoted text in quotes.
std::string picture(const yaml::Node& node) {
  const std::string at =
      "@" + std::to_string(node.spot.line) + ":" + std::to_string(node.spot.column);
  switch (node.kind) {
    case yaml::Kind::null:
      return "null" + at;
    case yaml::Kind::scalar:
      return (node.quoted ? "'" + node.text + "'" : node.text) + at;
    case yaml::Kind::sequence: {
      std::string out = "[";
      for (const yaml::Node& item : node.items) out += (out == "[" ? "" : " ") + picture(item);
      return out + "]" + at;
    }
    case yaml::Kind::mapping: {
      std::string out = "{";
      for (const yaml::Pair& pair : node.pairs) {
        out += (out == "{" ? "" : " ") + picture(pair.key) + "=" + picture(pair.value);
      }
      return out + "}" + at;
    }
  }
  return "?";
}

std::string read(std::string_view text) {
  const Checked<yaml::Node> node = yaml::parse(text, "f");
  if (node) return picture(*node);
  std::string out;
  for (const Error& error : node.error()) out += with_caret(error);
  return out;
}

struct Case {
  const char* why;
  std::string text;
  const char* outcome;
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.why; }

const Case good[] = {
    {"keys keep their order and places", "b: 1\na: two\n", "{b@1:1=1@1:4 a@2:1=two@2:4}@1:1"},
    {"columns are characters, not bytes", "{ 单位: 省安监局, b: 2 }",
     "{单位@1:3=省安监局@1:7 b@1:13=2@1:16}@1:1"},
    {"quotes are remembered", "a: \"1.3\"\nb: 1.3", "{a@1:1='1.3'@1:4 b@2:1=1.3@2:4}@1:1"},
    {"a value left out stands at its key", "a:\nb: ~\n", "{a@1:1=null@1:1 b@2:1=null@2:1}@1:1"},
    {"lists in both styles", "- [x, y]\n-  z\n", "[[x@1:4 y@1:7]@1:3 z@2:4]@1:1"},
    {"signs of Chinese texts are part of them",
     "a: 一，二；“三”：四\nb: { c: 五、六 }\nd: ['七，八', 县（市、区）]",
     "{a@1:1=一，二；“三”：四@1:4 b@2:1={c@2:6=五、六@2:9}@2:4 d@3:1=['七，八'@3:5 "
     "县（市、区）@3:12]@3:4}@1:1"},
    {"a byte-order mark is skipped",
     "\xEF\xBB\xBF"
     "a: 1",
     "{a@1:1=1@1:4}@1:1"},
    {"lines may end as on Windows", "a: 1\r\nb: 2\r\n", "{a@1:1=1@1:4 b@2:1=2@2:4}@1:1"},
    {"comments are skipped", "# 说明\na: 1 # one\n", "{a@2:1=1@2:4}@2:1"},
};

const Case bad[] = {
    {"an empty file", "", "f: error: there is nothing in this file\n"},
    {"only comments", "# nothing\n", "f: error: there is nothing in this file\n"},
    {"a full-width colon", "a: 1\nreport：{ by: 2 }\nb: 3\n",
     "f:2:7: error: a full-width '：' stands here; write ':'\n"
     "  2 | report：{ by: 2 }\n    |       ^~\n"},
    {"a full-width colon in the first line", "规则：一\nb: 3\n",
     "f:1:3: error: a full-width '：' stands here; write ':'\n  1 | 规则：一\n    |     ^~\n"},
    {"a full-width brace", "a: ｛ b: 2 }\n",
     "f:1:4: error: a full-width '｛' stands here; write '{'\n  1 | a: ｛ b: 2 }\n    |    ^~\n"},
    {"a full-width comma between pairs", "a: { b: [x]， c: 2 }\n",
     "f:1:12: error: a full-width '，' stands here; write ','\n"
     "  1 | a: { b: [x]， c: 2 }\n    |            ^~\n"},
    {"a full-width comma in a list", "a: [x，y]\n",
     "f:1:6: error: a full-width '，' in a list in [ ]; write ',', or put the text in quotes\n"
     "  1 | a: [x，y]\n    |      ^~\n"},
    {"quotes of Chinese texts for quotes of YAML", "a: “1.3”\n",
     "f:1:4: error: a full-width '“' stands here; write '\"'\n  1 | a: “1.3”\n    |    ^\n"},
    {"a no-break space that indents", "a:\n  b: 1\n\u00A0\u00A0c: 2\n  d: 3\n",
     "f:3:1: error: a no-break space (U+00A0) stands where spaces must indent\n"
     "  3 | \u00A0\u00A0c: 2\n    | ^\n"},
    {"a full-width space that indents", "a:\n　b: 1\n",
     "f:2:1: error: a full-width space (U+3000) stands where spaces must indent\n"
     "  2 | 　b: 1\n    | ^~\n"},
    {"another blank that indents", "a:\n \u2003b: 1\n",
     "f:2:2: error: a blank that is no space (U+2003) stands where spaces must indent\n"
     "  2 |  \u2003b: 1\n    |  ^\n"},
    {"a no-break space behind a colon", "a:\u00A01\nb: 2\n",
     "f:1:3: error: a no-break space (U+00A0) stands here; write a space\n"
     "  1 | a:\u00A01\n    |   ^\n"},
    {"a blank behind a value", "a: 省厅　\n",
     "f:1:6: error: a full-width space (U+3000) stands here; write a space\n"
     "  1 | a: 省厅　\n    |        ^~\n"},
    {"a key twice", "a: 1\nb: 2\na: 3\n",
     "f:3:1: error: key 'a' stands here twice; the first is in line 1\n  3 | a: 3\n    | ^\n"},
    {"a key twice in braces", "x: { 牵头: 1, '牵头': 2 }",
     "f:1:13: error: key '牵头' stands here twice; the first is in line 1\n"
     "  1 | x: { 牵头: 1, '牵头': 2 }\n    |               ^~~~~~\n"},
    {"an anchor, and its alias", "a: &x 1\nb: *x\n",
     "f:1:4: error: anchors (&name) are not taken\n  1 | a: &x 1\n    |    ^~~~\n"
     "f:2:4: error: aliases (*name) are not taken; write it out\n  2 | b: *x\n    |    ^\n"},
    {"tags", "a: !!int 1\nb: ! x\nc: !m {}\n",
     "f:1:4: error: tags (!name) are not taken\n  1 | a: !!int 1\n    |    ^~~~~~~\n"
     "f:2:4: error: tags (!name) are not taken\n  2 | b: ! x\n    |    ^~~\n"
     "f:3:4: error: tags (!name) are not taken\n  3 | c: !m {}\n    |    ^\n"},
    {"a key that is a list", "? [a]\n: 1\n",
     "f:1:3: error: a key must be plain text\n  1 | ? [a]\n    |   ^\n"},
    {"a second document", "a: 1\n---\nb: 1\n",
     "f:2:1: error: a second document; only one is taken\n  2 | ---\n    | ^\n"},
    {"a brace that stays open", "a: { b: 1\nc: 2\n",
     "f:2:2: error: a '{' is not closed, or a ',' is missing\n  2 | c: 2\n    |  ^\n"},
    {"a tab", "a:\n\tb: 1\n",
     "f:2:1: error: a tab stands where spaces must indent\n  2 |  b: 1\n    | ^\n"},
    {"wrong indentation", "a: 1\n  b: 2\n",
     "f:2:4: error: a ':' or '-' that is not expected here; quote the text if it is part of it\n"
     "  2 |   b: 2\n    |    ^\n"},
    {"a quote that stays open", "a: 'x\n",
     "f:1:4: error: a quoted text does not end\n  1 | a: 'x\n    |    ^\n"},
    {"a character that begins no text", "a: @x\n",
     "f:1:4: error: a text cannot begin with this character; quote it\n"
     "  1 | a: @x\n    |    ^\n"},
    {"an unknown escape", "a: \"\\q\"\n",
     "f:1:5: error: an unknown '\\' escape; use single quotes for plain text\n"
     "  1 | a: \"\\q\"\n    |     ^\n"},
    {"a line that fits nothing", "a:\n  b: 1\n c: 2\n",
     "f:3:2: error: this line fits nothing above; check its indentation and its ':'\n"
     "  3 |  c: 2\n    |  ^\n"},
    {"a line break that only YAML knows", "a: x\xE2\x80\xA8y\n",
     "f:1:5: error: a control character\n  1 | a: x\xE2\x80\xA8y\n    |     ^\n"},
    {"GB18030", "a: 1\nb: \xCA\xA1\xB0\xB2\n", "f:2:5: error: not UTF-8; save the file as UTF-8\n"},
    {"a control character", std::string("a: x\x07y\n"),
     "f:1:5: error: a control character\n  1 | a: x\xEF\xBF\xBDy\n    |     ^\n"},
    {"a text of more than a mebibyte", std::string((1 << 20) + 1, '#'),
     "f: error: larger than 1048576 bytes\n"},
    {"nesting", std::string(33, '[') + std::string(33, ']'),
     "f:1:33: error: nested deeper than 32\n"
     "  1 | [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n"
     "    |                                 ^\n"},
};

std::string utf8(char32_t c) {
  std::string out(4, '\0');
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c),
                                         reinterpret_cast<utf8proc_uint8_t*>(out.data()));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

/// One text of the outermost mapping, as the tree has it.
std::string one(std::string_view text, std::string_view key) {
  return yaml::text_under(text, key).value_or("none");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(yaml_parse_tests)

BOOST_DATA_TEST_CASE(reads_values_with_their_places, data::make(good), c) {
  BOOST_TEST(read(c.text) == c.outcome);
}

BOOST_AUTO_TEST_CASE(refuses_every_control_character_and_no_other) {
  for (char32_t c = 0x7F; c < 0x3000; ++c) {
    const Checked<yaml::Node> node = yaml::parse("a: 'x" + utf8(c) + "y' # '", "f");
    const bool refused = is_control(c) || c == U'\u2028' || c == U'\u2029';
    if (node.has_value() == refused) BOOST_TEST(static_cast<std::uint32_t>(c) == 0U);
  }
}

BOOST_DATA_TEST_CASE(finds_one_text_where_the_tree_has_it, data::make(good), c) {
  const yaml::Node root = yaml::parse(c.text, "f").value();
  for (const yaml::Pair& pair : root.pairs) {
    if (pair.value.kind == yaml::Kind::scalar)
      BOOST_TEST(one(c.text, pair.key.text) == pair.value.text);
  }
  BOOST_TEST(one(c.text, "no such key") == "none");
}

BOOST_AUTO_TEST_CASE(finds_one_text_of_the_outermost_mapping_only) {
  BOOST_TEST(one("zone", "zone") == "none");
  BOOST_TEST(one("a: zone\nb: { zone: x, c: [ zone, x ] }\n'zone': \"y\"\n", "zone") == "y");
  BOOST_TEST(one("{ b: [ { zone: x } ], zone: y, c: z }", "zone") == "y");
  BOOST_TEST(one("- zone: x\n- zone\n- y\n", "zone") == "none");
  BOOST_TEST(one("zone: { a: x }\nb: y\n", "zone") == "none");
}

BOOST_DATA_TEST_CASE(refuses_with_a_place, data::make(bad), c) {
  BOOST_TEST(read(c.text) == c.outcome);
}

BOOST_AUTO_TEST_CASE(survives_a_mebibyte_of_any_one_character) {
  for (const char c : std::string("[{-?:&*!|>'\"%@`,#~ a\n\t]}")) {
    const Checked<yaml::Node> node = yaml::parse(std::string(1 << 17, c), "f");
    BOOST_TEST((node || !node.error().empty()));
  }
}

BOOST_AUTO_TEST_CASE(finds_a_place_on_a_line_without_end) {
  std::string text = "a: [";
  for (int i = 0; i < 200'000; ++i) text += "省,";
  const Checked<yaml::Node> node = yaml::parse(text + "*b]\n", "f");
  BOOST_REQUIRE(!node);
  BOOST_TEST(to_text(node.error().front().where) == "f:1:400005");
}

BOOST_AUTO_TEST_CASE(counts_columns_anew_for_what_stands_before) {
  const std::string text = "省市县\n省\x80市\n";
  const Problems problems(text, "f");
  BOOST_TEST(problems.spot(1, 6, 1).column == 3U);
  BOOST_TEST(problems.spot(1, 3, 1).column == 2U);
  BOOST_TEST(problems.spot(1, 4, 1).column == 3U);  // within a character: each byte counts
  BOOST_TEST(problems.spot(1, 9, 1).column == 4U);
  BOOST_TEST(problems.spot(2, 3, 1).column == 2U);
  BOOST_TEST(problems.spot(2, 4, 1).column == 3U);
  BOOST_TEST(problems.spot(2, 99, 1).column == 4U);
}

BOOST_AUTO_TEST_CASE(shortens_a_long_word_in_a_message) {
  Problems problems("", "f");
  problems.at({}, failed(Errc::bad_file, "{word}", {{"word", std::string(1 << 20, 'x')}}));
  const Errors errors = problems.take();
  std::string cut(400, 'x');
  cut += "...";
  BOOST_TEST(to_text(errors.front().message) == cut);
}

BOOST_AUTO_TEST_CASE(keeps_a_thousand_problems_and_counts_the_rest) {
  std::string text;
  for (int i = 0; i < 1501; ++i) text += "a: 1\n";
  const Checked<yaml::Node> node = yaml::parse(text, "f");
  BOOST_REQUIRE(!node);
  BOOST_TEST(node.error().size() == 1001U);
  BOOST_TEST(with_caret(node.error().back()) == "f: error: and 500 more problems in this file\n");
}

BOOST_AUTO_TEST_SUITE_END()
