#include "cli/table.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "cli/csv.hpp"

using namespace duban;
namespace data = boost::unit_test::data;

namespace {

Sheet sample() {
  return {{{"task", ColumnKind::key},
           {"late", ColumnKind::number},
           {"lead", ColumnKind::name},
           {"title", ColumnKind::text},
           {"content", ColumnKind::text, true}},
          {{"p/1", "3", "省经信委", "推进产业转型升级，加快淘汰落后产能", "全文"},
           {"p/11", "120", "长沙市人民政府", "建设①…", ""}}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(table_tests)

BOOST_AUTO_TEST_CASE(aligns_by_display_width_without_blanks_at_the_end) {
  BOOST_TEST(render(sample(), Lang::en, {}) ==
             "task  late  lead            title\n"
             "p/1      3  省经信委        推进产业转型升级，加快淘汰落后产能\n"
             "p/11   120  长沙市人民政府  建设①…\n");
}

BOOST_AUTO_TEST_CASE(says_headings_in_chinese) {
  Sheet sheet = sample();
  sheet.rows.pop_back();
  BOOST_TEST(render(sheet, Lang::zh, {}) ==
             "事项  迟延天数  牵头单位  标题\n"
             "p/1          3  省经信委  推进产业转型升级，加快淘汰落后产能\n");
}

BOOST_AUTO_TEST_CASE(shortens_only_text_to_the_screen) {
  BOOST_TEST(render(sample(), Lang::en, {.width = 40, .colour = false}) ==
             "task  late  lead            title\n"
             "p/1      3  省经信委        推进产业转..\n"
             "p/11   120  长沙市人民政府  建设①…\n");
}

BOOST_AUTO_TEST_CASE(wraps_names_when_the_titles_have_no_more_to_give) {
  // Keys, dates and numbers stand whole however narrow the screen is.
  BOOST_TEST(render(sample(), Lang::en, {.width = 10, .colour = false}) ==
             "task  late  lead          title\n"
             "p/1      3  省经信委      推进..\n"
             "p/11   120  长沙市人民政  建设①…\n"
             "            府\n");
  const Sheet words{{{"to do", ColumnKind::name}, {"title", ColumnKind::text}},
                    {{"have it verified by another person", "推进产业转型升级"}}};
  BOOST_TEST(render(words, Lang::en, {.width = 20, .colour = false}) ==
             "to do         title\n"
             "have it       推进..\n"
             "verified by\n"
             "another\n"
             "person\n");
}

BOOST_AUTO_TEST_CASE(leaves_out_columns_without_an_entry) {
  Sheet sheet = sample();
  for (auto& row : sheet.rows) row[1].text.clear();
  BOOST_TEST(render(sheet, Lang::en, {}) ==
             "task  lead            title\n"
             "p/1   省经信委        推进产业转型升级，加快淘汰落后产能\n"
             "p/11  长沙市人民政府  建设①…\n");
  BOOST_TEST(render_csv(sheet, Lang::en).find("late") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(ends_a_line_after_its_last_full_cell) {
  const Sheet sheet{{{"state", ColumnKind::key}, {"late", ColumnKind::number}},
                    {{"overdue", ""}, {"reported", "1"}}};
  BOOST_TEST(render(sheet, Lang::en, {}) == "state     late\noverdue\nreported     1\n");
}

BOOST_AUTO_TEST_CASE(colours_a_cell_without_moving_the_next) {
  const Sheet sheet{{{"light", ColumnKind::key}, {"state", ColumnKind::key}},
                    {{{"red", Tint::red}, "overdue"}}};
  BOOST_TEST(render(sheet, Lang::en, {.width = 80, .colour = true}) ==
             "\x1b[1mlight\x1b[0m  \x1b[1mstate\x1b[0m\n"
             "\x1b[31mred\x1b[0m    overdue\n");
}

BOOST_AUTO_TEST_CASE(is_nothing_without_rows) {
  BOOST_TEST(render({{{"task", ColumnKind::key}}, {}}, Lang::en, {}) == "");
}

struct Shown {
  const char* why;
  std::string text;
  const char* expected;
};
std::ostream& operator<<(std::ostream& os, const Shown& c) { return os << c.why; }
const Shown shown_cases[] = {
    {"plain text stays", "hn135 已办结", "hn135 已办结"},
    {"an escape of a terminal", "a\x1b[31mb", "a\\x1b[31mb"},
    {"delete", "a\x7f", "a\\x7f"},
    {"a control of the second set", "a\u009bb", "a\\u009bb"},
    {"text turned around", "a\u202eb\u2066c\u200f", "a\\u202eb\\u2066c\\u200f"},
    {"a line separator", "a\u2028b", "a\\u2028b"},
    {"the mark of Arabic writing", "a\u061cb", "a\\u061cb"},
    {"blanks that are not seen", "a\u200bb\u2060c\u00add", "a\\u200bb\\u2060c\\u00add"},
    {"a joiner stays", "\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"},
    {"a byte that is no UTF-8", "a\xff\xc3", "a\\xff\\xc3"},
    {"a tab", "a\tb", "a\\x09b"},
    {"line breaks become blanks", "a\nb\r\nc", "a b c"},
    {"a carriage return alone would write over the line", "a\rb", "a\\x0db"},
};
BOOST_DATA_TEST_CASE(shows_controls_instead_of_obeying, data::make(shown_cases), c) {
  BOOST_TEST(shown(c.text) == c.expected);
}

BOOST_AUTO_TEST_CASE(keeps_the_lines_of_a_note) {
  BOOST_TEST(shown_lines("一\n二\x1b\r\n三\n\n", "  ") == "一\n  二\\x1b\n  三");
}

BOOST_AUTO_TEST_CASE(escapes_within_json_without_changing_it) {
  BOOST_TEST(shown_json("{\"a\":\"\u009b\u202e\x7f中\"}\n") ==
             "{\"a\":\"\\u009b\\u202e\\u007f中\"}\n");
  BOOST_TEST(shown_json("[\"\xff\",\"中\x80\"]\n\xc3") == "[\"\uFFFD\",\"中\uFFFD\"]\n\uFFFD");
}

BOOST_AUTO_TEST_CASE(shortens_between_characters) {
  BOOST_TEST(shortened("督查室", 6) == "督查室");
  BOOST_TEST(shortened("督查室", 5) == "督..");
  BOOST_TEST(shortened("督查室", 4) == "督..");
  BOOST_TEST(shortened("ab cd", 4) == "ab..");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(csv_tests)

struct CsvCase {
  const char* why;
  std::string cell;
  const char* expected;
};
std::ostream& operator<<(std::ostream& os, const CsvCase& c) { return os << c.why; }
const CsvCase csv_cases[] = {
    {"plain", "hn135/1.3.11", "hn135/1.3.11\r\n"},
    {"a comma", "a,b", "\"a,b\"\r\n"},
    {"a quote", "a\"b", "\"a\"\"b\"\r\n"},
    {"a line break stays within quotes", "a\nb", "\"a\nb\"\r\n"},
    {"a formula", "=1+1", "'=1+1\r\n"},
    {"a sign", "-2", "'-2\r\n"},
    {"a plus", "+2", "'+2\r\n"},
    {"an at", "@SUM(A1)", "'@SUM(A1)\r\n"},
    {"full width", "＝1", "'＝1\r\n"},
    {"full width at", "＠a", "'＠a\r\n"},
    {"behind blanks", "  =1", "'  =1\r\n"},
    {"behind a no-break space", "\u00a0=1", "'\u00a0=1\r\n"},
    {"a tab in front", "\tx", "'\\x09x\r\n"},
    {"behind a wide and an unseen blank", "\u2003\u200b=1", "'\u2003\\u200b=1\r\n"},
    {"on a later line", "a\n=1\n b\n @c", "\"a\n'=1\n b\n' @c\"\r\n"},
    {"on a line that ends as on Windows", "a\r\n+1", "\"a\n'+1\"\r\n"},
    {"a minus within is none", "a-b", "a-b\r\n"},
    {"an escape of a terminal", "\x1b[0m", "\\x1b[0m\r\n"},
};
BOOST_DATA_TEST_CASE(writes_a_cell, data::make(csv_cases), c) {
  BOOST_TEST(csv_line({c.cell}) == c.expected);
}

BOOST_AUTO_TEST_CASE(opens_with_a_mark_and_headings_in_the_readers_language) {
  BOOST_TEST(render_csv(sample(), Lang::zh) ==
             "\ufeff事项,迟延天数,牵头单位,标题,内容\r\n"
             "p/1,3,省经信委,推进产业转型升级，加快淘汰落后产能,全文\r\n"
             "p/11,120,长沙市人民政府,建设①…,\r\n");
}

BOOST_AUTO_TEST_SUITE_END()
