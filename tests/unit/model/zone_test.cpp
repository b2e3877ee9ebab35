#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <ostream>
#include <set>
#include <string>

#include "engine/base/date.hpp"

namespace data = boost::unit_test::data;
using namespace duban;

namespace {

struct Midnight {
  const char* why;
  const char* zone;
  const char* date;
  const char* instant;
};
std::ostream& operator<<(std::ostream& os, const Midnight& m) { return os << m.why; }

// The instants are those of `TZ=… date -d … -u`.
const Midnight midnights[] = {
    {"Beijing time", "Asia/Shanghai", "2018-03-01", "2018-02-28T16:00:00Z"},
    {"the summer time of 1988", "Asia/Shanghai", "1988-07-01", "1988-06-30T15:00:00Z"},
    {"before there were zones", "Asia/Shanghai", "1900-01-01", "1899-12-31T15:54:17Z"},
    {"far ahead", "Asia/Shanghai", "2900-07-01", "2900-06-30T16:00:00Z"},
    {"summer beyond every listed change", "America/New_York", "2700-07-01", "2700-07-01T04:00:00Z"},
    {"and winter after it", "America/New_York", "2700-12-01", "2700-12-01T05:00:00Z"},
    {"a midnight that was skipped", "America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"},
    {"a midnight that came twice", "America/Havana", "2018-11-04", "2018-11-04T04:00:00Z"},
    {"the first to have it", "Pacific/Kiritimati", "2018-01-01", "2017-12-31T10:00:00Z"},
    {"a midnight that Cairo skipped", "Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z"},
    {"the day before it", "Africa/Cairo", "2026-04-23", "2026-04-22T22:00:00Z"},
    {"and the day after it", "Africa/Cairo", "2026-04-25", "2026-04-24T21:00:00Z"},
    {"a midnight that Beirut skipped", "Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z"},
    {"a midnight that Santiago skipped", "America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z"},
    {"an hour before midnight twice", "America/Santiago", "2026-04-05", "2026-04-05T04:00:00Z"},
    {"the Azores, back over midnight", "Atlantic/Azores", "2026-10-25", "2026-10-25T00:00:00Z"},
    {"no changes at all", "UTC", "2018-01-01", "2018-01-01T00:00:00Z"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(zone_tests)

BOOST_DATA_TEST_CASE(knows_when_a_day_begins, data::make(midnights), m) {
  const Zone zone = Zone::find(m.zone).value();
  const Date date = parse_date(m.date).value();
  const Instant midnight = zone.midnight(date);
  BOOST_TEST(to_text(midnight) == m.instant);
  BOOST_TEST(to_text(zone.date_of(midnight)) == m.date);
  BOOST_TEST(to_text(zone.date_of({midnight.seconds - 1})) == to_text(date - 1));
}

/// Samoa went to bed on the 29th and rose on the 31st.
BOOST_AUTO_TEST_CASE(a_day_that_a_zone_leaps_over_begins_and_ends_at_once) {
  const Zone zone = Zone::find("Pacific/Apia").value();
  BOOST_TEST(to_text(zone.midnight(make_date(2011, 12, 30))) == "2011-12-30T10:00:00Z");
  BOOST_TEST(to_text(zone.midnight(make_date(2011, 12, 31))) == "2011-12-30T10:00:00Z");
  BOOST_TEST(to_text(zone.date_of(zone.midnight(make_date(2011, 12, 30)))) == "2011-12-31");
  BOOST_TEST(to_text(zone.date_of({zone.midnight(make_date(2011, 12, 30)).seconds - 1})) ==
             "2011-12-29");
}

/// St. John's set its clock back a minute after midnight: the day that had begun went on.
BOOST_AUTO_TEST_CASE(a_day_that_has_begun_goes_on) {
  const Zone zone = Zone::find("America/St_Johns").value();
  const Instant begun = zone.midnight(make_date(2006, 10, 29));
  BOOST_TEST(to_text(begun) == "2006-10-29T02:30:00Z");
  for (const int seconds : {0, 59, 60, 61, 3600, 3659, 3660, 7200})
    BOOST_TEST(to_text(zone.date_of({begun.seconds + seconds})) == "2006-10-29", seconds);
}

/// The law of days and instants, in every zone that the database has, around every change of its
/// clock and every week between: it is day d from midnight(d) on, and until midnight(d + 1).
BOOST_AUTO_TEST_CASE(every_instant_has_one_day_in_every_zone) {
  int zones = 0;
  std::ifstream list("/usr/share/zoneinfo/tzdata.zi");
  BOOST_REQUIRE(list);
  std::set<std::string> names;
  for (std::string kind, name, rest; list >> kind >> name && std::getline(list, rest);) {
    if (kind == "Z") names.insert(name);  // "Z name offset …"; links are other names of these
  }
  for (const std::string& name : names) {
    const Result<Zone> found = Zone::find(name);
    if (!found) continue;
    const Zone& zone = *found;
    ++zones;
    std::string wrong;
    const auto check = [&](Date date) {
      const Instant begin = zone.midnight(date), end = zone.midnight(date + 1);
      if (begin > end) wrong += to_text(date) + " begins after the next day\n";
      if (zone.date_of({begin.seconds - 1}) >= date) wrong += to_text(date) + " began before\n";
      const Date first = zone.date_of(begin);
      if (begin < end && first != date) wrong += to_text(date) + " does not begin\n";
      if (begin == end && first <= date) wrong += to_text(date) + " was leapt over, and is there\n";
      for (const std::int64_t at :
           {begin.seconds + 1, begin.seconds + 3600, end.seconds - 3601, end.seconds - 1}) {
        if (at >= begin.seconds && at < end.seconds && zone.date_of({at}) != date)
          wrong += to_text(Instant{at}) + " is not of " + to_text(date) + "\n";
      }
    };
    for (Date date = make_date(1905, 1, 1); date < make_date(2045, 1, 1); date = date + 13)
      check(date);
    for (int year = 2004; year < 2030; ++year) {
      for (const int month : {3, 4, 10, 11}) {
        for (Date date = make_date(year, month, 1); date <= last_of_month(year, month);
             date = date + 1)
          check(date);
      }
    }
    BOOST_TEST(wrong == "", name << ":\n" << wrong.substr(0, 400));
  }
  BOOST_TEST(zones > 300);
}

BOOST_AUTO_TEST_CASE(gives_the_same_answers_in_any_order) {
  const Zone zone = Zone::find("America/New_York").value();
  const auto hour = [&](const char* date) {
    return zone.midnight(parse_date(date).value()).seconds / 3600 % 24;
  };
  for (const char* summer : {"2018-07-01", "1999-07-01", "2650-07-01"}) {
    for (const char* winter : {"2651-01-10", "2018-12-01", "1970-01-01"}) {
      BOOST_TEST(hour(summer) == 4);
      BOOST_TEST(hour(winter) == 5);
    }
  }
}

BOOST_AUTO_TEST_CASE(takes_names_of_the_zone_database_only) {
  for (const char* name : {"", "Asia/Shangai", "/etc/localtime", "../zoneinfo/UTC", "zone.tab",
                           "Asia", "file:UTC", "Fixed/UTC+08:00:00"}) {
    BOOST_TEST(!Zone::find(name), "'" << name << "' was taken");
  }
}

BOOST_AUTO_TEST_SUITE_END()
