#include "intake/calendar_file.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <ostream>

#include "text/caret.hpp"

namespace data = boost::unit_test::data;
using namespace duban;

namespace {

std::string problems(const Checked<Calendar>& calendar) {
  if (calendar) return "no problem";
  std::string out;
  for (const Error& error : calendar.error())
    out += to_text(error.where) + ": " + to_text(error.message) + "\n";
  return out;
}

Calendar shipped() { return read_calendar(DUBAN_SOURCE "/config/calendars/cn").value(); }

Date day(const std::string& text) { return parse_date(text).value(); }

/// `rest` stands for off and work; the other keys are right.
std::string year_file(const std::string& rest) {
  return "{\"year\": 2018, \"region\": \"CN\",\n" + rest + "}";
}

struct Slip {
  const char* why;
  std::string text;
  const char* outcome;
};
std::ostream& operator<<(std::ostream& os, const Slip& c) { return os << c.why; }

const Slip slips[] = {
    {"nothing", "", "c: this is not JSON: Empty: no JSON found\n"},
    {"no JSON", "{",
     "c: this is not JSON: The JSON document has an improper structure: missing or superfluous "
     "commas, braces, missing keys, etc.\n"},
    {"a list", "[]", "c: a JSON object is wanted\n"},
    {"all keys left out", "{}",
     "c: 'region' is missing\n"
     "c: 'year' must be a number from 1900 to 2999\n"},
    {"a key twice", year_file("\"off\": [], \"off\": []"), "c: the key 'off' stands twice\n"},
    {"a misspelt key", year_file("\"of\": [], \"work\": []"),
     "c: 'off' is missing\n"
     "c:2:1: unknown key 'of'; did you mean 'off'?\n"},
    {"an unknown key", year_file("\"off\": [], \"work\": [], \"holidays\": []"),
     "c:2:24: unknown key 'holidays'; known here: year, region, tz, weekend, source, papers, "
     "complete, note, off, work\n"},
    {"another weekend", year_file("\"off\": [], \"work\": [], \"weekend\": [\"Fri\", \"Sat\"]"),
     "c:2:24: only the weekend [\"Sat\", \"Sun\"] is known\n"},
    {"half a year", year_file("\"off\": [], \"work\": [],\n\"complete\": false"),
     "c:3:1: this year is not complete; leave its file out until it is\n"},
    {"days in no list", year_file("\"off\": \"2018-01-01\", \"work\": {}"),
     "c:2:1: a list is wanted for 'off'\n"
     "c:2:22: a list is wanted for 'work'\n"},
    {"no days", year_file("\"off\": [\"2018-02-30\",\n\"元旦\", 1], \"work\": []"),
     "c:2:1: '1' in 'off' is no day; write it as 2018-03-01\n"
     "c:2:9: '2018-02-30' in 'off' is no day; write it as 2018-03-01\n"
     "c:3:1: '元旦' in 'off' is no day; write it as 2018-03-01\n"},
    {"a day of another year", year_file("\"off\": [\"2018-12-31\",\n\"2019-01-01\"], \"work\": []"),
     "c:3:1: 2019-01-01 is no day of 2018\n"},
    {"a day twice", year_file("\"off\": [\"2018-01-01\",\n\"2018-01-01\"], \"work\": []"),
     "c:3:1: 2018-01-01 is in 'off' twice\n"},
    {"a day off and worked", year_file("\"off\": [\"2018-01-01\"],\n\"work\": [\"2018-01-01\"]"),
     "c:3:10: 2018-01-01 is both in 'off' and in 'work'\n"},
    {"a year that is none", "{\"year\": \"2018\", \"region\": \"C N\", \"off\": [], \"work\": []}",
     "c:1:2: 'year' must be a number from 1900 to 2999\n"
     "c:1:18: a region is letters, such as CN\n"},
    {"a bundle without a name", "{\"years\": [{\"year\": 2018, \"off\": [], \"work\": []}]}",
     "c: 'name' is missing\n"},
    {"a bundle with a year twice",
     "{\"name\": \"cn\", \"years\": [{\"year\": 2018, \"off\": [], \"work\": []},"
     " {\"year\": 2018, \"off\": [], \"work\": []}]}",
     "c: the year 2018 is in this file twice\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(calendar_file_tests)

BOOST_AUTO_TEST_CASE(reads_the_shipped_years) {
  const Calendar calendar = shipped();
  BOOST_TEST(calendar.name() == "cn");
  BOOST_TEST(calendar.years().size() == 20U);
  std::string counts;
  for (int year = 2013; year <= 2026; ++year) {
    counts += std::to_string(
                  calendar.workdays_between(make_date(year - 1, 12, 31), make_date(year, 12, 31))) +
              " ";
  }
  BOOST_TEST(counts == "250 250 249 250 249 250 250 249 250 249 249 251 248 248 ");
}

BOOST_AUTO_TEST_CASE(knows_days_that_were_checked_by_hand) {
  const Calendar calendar = shipped();
  std::string worked, off;
  for (const char* text : {"2018-02-11", "2018-02-24", "2018-12-29", "2020-02-03", "2024-02-09"})
    worked += calendar.is_workday(day(text)) ? "y" : "n";
  for (const char* text : {"2018-02-15", "2018-02-21", "2018-12-31", "2020-01-31", "2020-02-01",
                           "2015-09-03", "2019-05-04", "2026-02-23"})
    off += calendar.is_workday(day(text)) ? "n" : "y";
  BOOST_TEST(worked == "yyyyy");
  BOOST_TEST(off == "yyyyyyyy");
}

BOOST_AUTO_TEST_CASE(has_each_amended_year_as_its_last_notice_left_it) {
  const Calendar calendar = shipped();
  std::ifstream in(DUBAN_TEST_DATA "/calendars/amendments.json");
  const nlohmann::json file = nlohmann::json::parse(in);
  for (const auto& amendment : file.at("amendments")) {
    for (const auto& [text, change] : amendment.at("changed_workdays").items())
      BOOST_TEST(calendar.is_workday(day(text)) == change.at(1).get<bool>(), text);
  }
}

BOOST_AUTO_TEST_CASE(reads_the_bundle_that_a_basis_keeps) {
  const Calendar calendar = shipped();
  const Checked<Calendar> again = load_calendar({{"calendar.json", calendar.text()}});
  BOOST_REQUIRE(again);
  BOOST_TEST((*again == calendar));
}

BOOST_AUTO_TEST_CASE(reads_one_year_file) {
  const Checked<Calendar> calendar = read_calendar(DUBAN_SOURCE "/config/calendars/cn/2018.json");
  BOOST_REQUIRE(calendar);
  BOOST_TEST(calendar->knows(make_date(2018, 1, 1)));
  BOOST_TEST(!calendar->knows(make_date(2019, 1, 1)));
}

BOOST_DATA_TEST_CASE(refuses_with_a_place, data::make(slips), c) {
  BOOST_TEST(problems(load_calendar({{"c", c.text}})) == c.outcome);
}

BOOST_AUTO_TEST_CASE(refuses_files_that_do_not_go_together) {
  const std::string year = year_file("\"off\": [], \"work\": []");
  const std::string elsewhere = "{\"year\": 2019, \"region\": \"DE\", \"off\": [], \"work\": []}";
  BOOST_TEST(problems(load_calendar({{"a", year}, {"b", year}, {"c", elsewhere}})) ==
             "b: the year 2018 is in a file before this one\n"
             "c: this is region 'de', the file before is 'cn'\n");
}

BOOST_AUTO_TEST_CASE(says_what_it_cannot_read) {
  BOOST_TEST(problems(read_calendar("/nowhere/2018.json")) ==
             "/nowhere/2018.json: cannot read /nowhere/2018.json: No such file or directory\n");
  const std::string rules = DUBAN_SOURCE "/config/rules";
  BOOST_TEST(problems(read_calendar(rules)) ==
             rules + ": there is no year file here; they are named such as 2018.json\n");
}

BOOST_AUTO_TEST_SUITE_END()
