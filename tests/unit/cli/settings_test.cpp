// duban.yaml.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "cli/workspace.hpp"

namespace duban {
namespace {

namespace data = boost::unit_test::data;

std::string picture(const Checked<Settings>& settings) {
  if (!settings) {
    std::string text;
    for (const Error& error : settings.error()) {
      text += std::string(to_text(error.code)) + " " + std::to_string(error.where.line) + ": " +
              to_text(error.message) + "\n";
    }
    return text;
  }
  const char* lang = !settings->lang ? "-" : *settings->lang == Lang::zh ? "zh" : "en";
  return std::string("lang=") + lang + " max_gap=" + std::to_string(settings->max_gap_days) +
         " busy=" + std::to_string(settings->busy_timeout_ms);
}

struct Case {
  const char* why;
  const char* text;
  const char* outcome;
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.why; }

const Case cases[] = {
    {"the least", "duban: 1\n", "lang=- max_gap=45 busy=5000"},
    {"everything", "duban: 1\nlang: zh\nmax_gap: 90\nbusy_timeout: 30\n",
     "lang=zh max_gap=90 busy=30000"},
    {"no format", "lang: en\n", "bad-file 1: 'duban', the format of the workspace, is missing\n"},
    {"another language", "duban: 1\nlang: fr\n", "bad-file 2: lang is zh or en, not 'fr'\n"},
    {"a newer workspace", "duban: 2\n",
     "newer 0: this workspace was made by a newer duban (format 2); use that one\n"},
};

BOOST_AUTO_TEST_SUITE(settings_tests)

BOOST_DATA_TEST_CASE(are_read, data::make(cases), c) {
  BOOST_TEST(picture(read_settings(c.text, "duban.yaml")) == c.outcome);
}

BOOST_AUTO_TEST_CASE(are_written_as_they_are_read) {
  BOOST_TEST(picture(read_settings(settings_text(), "duban.yaml")) ==
             "lang=- max_gap=45 busy=5000");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace duban
