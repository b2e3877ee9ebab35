#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
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
