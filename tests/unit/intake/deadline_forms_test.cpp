#include <boost/test/unit_test.hpp>
#include <fstream>

#include "intake/calendar_file.hpp"
#include "intake/deadline_text.hpp"
#include "tests/unit/intake/deadline_outcome.hpp"

using namespace duban;
using namespace duban::intake;

namespace {

const Calendar& shipped() {
  static const Calendar calendar = read_calendar(DUBAN_SOURCE "/config/calendars/cn").value();
  return calendar;
}

DeadlineContext context_of(int year, int month, int day) {
  DeadlineContext context;
  context.issued = make_date(year, month, day);
  context.calendar = &shipped();
  return context;
}

std::string read(std::string_view text, const DeadlineContext& context) {
  return test::outcome(read_deadline(text, context));
}

std::string doubts(std::string_view text, const DeadlineContext& context) {
  const auto found = read_deadline(text, context);
  if (!found) return to_text(found.error().message);
  std::string all;
  for (const Message& doubt : found->doubts) all += to_text(doubt) + "\n";
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(deadline_forms_tests)

// Forms that offices really wrote, with what a person reads in them; of a document of 2012-01-10.
BOOST_AUTO_TEST_CASE(reads_the_forms_that_offices_write) {
  std::ifstream table(DUBAN_TEST_DATA "/deadlines/forms.tsv");
  std::string line;
  int rows = 0;
  while (std::getline(table, line)) {
    if (line.starts_with("#") || line.empty()) continue;
    const std::size_t first = line.find('\t');
    const std::string written = line.substr(0, first);
    const std::string expected = line.substr(first + 1, line.find('\t', first + 1) - first - 1);
    BOOST_TEST(written + ": " + read(written, context_of(2012, 1, 10)) ==
               written + ": " + expected);
    ++rows;
  }
  BOOST_TEST(rows > 90);
}

BOOST_AUTO_TEST_CASE(gives_each_stage_the_words_that_the_paper_has_for_it) {
  const auto words = [](std::string_view text) {
    std::string all;
    const auto found = read_deadline(text, context_of(2022, 1, 10));
    for (const Stage& stage : found->deadline.stages)
      all += to_text(stage.due) + " " + stage.words + "\n";
    return all;
  };
  BOOST_TEST(words("2022年底前完成 50％，2023年6月底前全部完成") ==
             "2022-12-31 2022年底前完成 50％\n2023-06-30 2023年6月底前全部完成\n");
  BOOST_TEST(words("出台方案（6月底前），全面实施（12月底前）") ==
             "2022-06-30 出台方案（6月底前）\n2022-12-31 全面实施（12月底前）\n");
  BOOST_TEST(words("8月底前出台政策，年内持续推进") ==
             "2022-08-31 8月底前出台政策\n2022-12-31 年内持续推进\n");
  BOOST_TEST(words("6月底前制定方案\n12月底前完成建设") ==
             "2022-06-30 6月底前制定方案\n2022-12-31 12月底前完成建设\n");
  BOOST_TEST(words("6月底前理顺机制，后续常态化") == "2022-06-30 6月底前理顺机制\n");
}

BOOST_AUTO_TEST_CASE(counts_from_the_day_of_the_document) {
  const DeadlineContext context = context_of(2026, 1, 5);
  BOOST_TEST(read("印发之日起15个工作日内", context) == "2026-01-26");
  BOOST_TEST(read("印发后10个工作日内完成", context_of(2026, 9, 25)) == "2026-10-15");
  // Nobody has announced that year's holidays.
  BOOST_TEST(read("印发之日起15个工作日内", context_of(2039, 1, 5)) == "2039-01-26, doubtful");
  DeadlineContext timeless;
  BOOST_TEST(doubts("30日内", timeless) ==
             "30日内 counts from the day of the document; give it with --issued");
  BOOST_TEST(doubts("市政府常务会审议通过后15个工作日内", context) ==
             "市政府常务会审议通过后15个工作日内 counts from an event whose day the document does "
             "not say; it needs a person, or a day given with --due");
}

BOOST_AUTO_TEST_CASE(takes_holidays_from_the_calendar) {
  BOOST_TEST(read("春节前", context_of(2026, 1, 5)) == "2026-02-14");
  BOOST_TEST(read("春节前", context_of(2025, 11, 20)) == "2026-02-14");
  BOOST_TEST(read("2017年春节前完成", context_of(2016, 11, 1)) == "2017-01-26");
  BOOST_TEST(read("2035年春节前", context_of(2026, 1, 5)) == "2035-02-07, doubtful");
  BOOST_TEST(read("中秋节前", context_of(2026, 1, 5)) == "2026-09-24");
  BOOST_TEST(read("端午节前", context_of(2026, 1, 5)) == "2026-06-18");
  BOOST_TEST(read("清明前", context_of(2026, 1, 5)) == "2026-04-04");
  BOOST_TEST(read("五一前", context_of(2026, 1, 5)) == "2026-04-30");
  BOOST_TEST(read("元旦前", context_of(2026, 1, 5)) == "2026-12-31");
  BOOST_TEST(read("2099年春节前", context_of(2026, 1, 5)) == "error");
}

BOOST_AUTO_TEST_CASE(takes_seasons_from_a_table_and_guesses_none) {
  DeadlineContext context = context_of(2026, 1, 5);
  BOOST_TEST(doubts("2026年汛期前", context) ==
             "2026年汛期前 names a season whose day is not known here; it needs a person, or a day "
             "given with --due");
  BOOST_TEST(read("2026年初", context) == "error");
  const std::vector<Season> seasons{{"汛期前", 3, 31}, {"年初", 2, 29}};
  context.seasons = &seasons;
  BOOST_TEST(read("汛期前完成", context) == "2026-03-31");
  BOOST_TEST(read("2027年汛期前", context) == "2027-03-31");
  BOOST_TEST(read("2027年初", context) == "2027-02-28");
}

BOOST_AUTO_TEST_CASE(takes_the_given_day_where_none_is_named_and_only_there) {
  DeadlineContext context = context_of(2026, 1, 5);
  BOOST_TEST(doubts("尽快", context) ==
             "尽快 names no day; it needs a person, or a day given with --due");
  context.otherwise = make_date(2026, 12, 31);
  for (const char* text : {"", "—", "待定", "适时", "尽快", "结合科技处联创中心建设一并推进。",
                           "汛期前", "审议通过后15日内", "立行立改"}) {
    BOOST_TEST(read(text, context) == "2026-12-31, doubtful", text);
  }
  BOOST_TEST(read("2026年6月底前", context) == "2026-06-30");
  BOOST_TEST(read("持续推进", context) == "ongoing");
  for (const char* text : {"2026年2月30日", "2026年13月", "#REF!", "各高速大队"}) {
    BOOST_TEST(read(text, context) == "error", text);
  }
}

BOOST_AUTO_TEST_CASE(takes_the_day_of_a_moment) {
  DeadlineContext context = context_of(2026, 1, 5);
  BOOST_TEST(read("2026/6/30 0:00", context) == "2026-06-30");
  BOOST_TEST(read("2026-06-30 00:00:00", context) == "2026-06-30");
  BOOST_TEST(read("2026-06-29 23:59:17", context) == "2026-06-30, doubtful");
  BOOST_TEST(read("2026-06-30 00:00:43", context) == "2026-06-30, doubtful");
  BOOST_TEST(read("2026-06-30 23:59:59", context) == "2026-06-30");
  BOOST_TEST(read("2026-06-29T16:00:00Z", context) == "2026-06-30");
  const Zone zone = Zone::find("Europe/Berlin").value();
  context.zone = &zone;
  BOOST_TEST(read("2026-06-29T22:00:00.000Z", context) == "2026-06-30");
  BOOST_TEST(read("2026-06-29T16:00:00Z", context) == "2026-06-29");
  BOOST_TEST(read("2026-06-31 00:00:00", context) == "error");
}

BOOST_AUTO_TEST_CASE(counts_from_no_day_where_only_the_year_is_known) {
  DeadlineContext context = context_of(2024, 1, 1);
  context.only_year = true;
  BOOST_TEST(read("6月底前", context) == "2024-06-30");
  BOOST_TEST(read("印发之日起30日内", context) == "error");
  BOOST_TEST(read("5年内", context) == "error");
  BOOST_TEST(read("本月底前", context) == "error");
}

BOOST_AUTO_TEST_CASE(takes_numbers_of_spreadsheets_only_where_they_are_dates) {
  DeadlineContext context;
  BOOST_TEST(read("45291", context) == "2023-12-31, doubtful");
  BOOST_TEST(read("45291.5", context) == "error");
  context.cell = DeadlineContext::Cell::dated_1900;
  BOOST_TEST(read("45291", context) == "2023-12-31");
  BOOST_TEST(read("45290.9995", context) == "2023-12-31, doubtful");
  context.cell = DeadlineContext::Cell::dated_1904;
  BOOST_TEST(read("45291", context) == "2028-01-01");
}

BOOST_AUTO_TEST_CASE(checks_weekdays_and_hours_and_leaves_them) {
  const DeadlineContext context = context_of(2026, 1, 5);
  for (const char* text : {"2026年6月30日（星期二）", "2026年6月30日周二前", "6月30日下班前",
                           "6月30日17:00前", "6月30日24时前", "6月30日（星期二）下午5点前"}) {
    BOOST_TEST(read(text, context) == "2026-06-30", text);
  }
  BOOST_TEST(doubts("2026年 6月30日（星期三）", context) ==
             "2026年 6月30日（星期三）: the day of the week does not fit; taken as 2026-06-30\n");
  BOOST_TEST(read("6月30日25:00前", context) == "2026-06-30, doubtful");
}

BOOST_AUTO_TEST_CASE(doubts_a_day_before_the_document) {
  BOOST_TEST(doubts("3月底前", context_of(2026, 6, 1)) ==
             "3月底前 is taken as 2026-03-31, before the day of the document, 2026-06-01\n");
  BOOST_TEST(read("2026年6月1日", context_of(2026, 6, 1)) == "2026-06-01");
}

BOOST_AUTO_TEST_CASE(says_once_what_is_wrong_with_hostile_text) {
  std::string many = "2026年";
  for (int i = 0; i < 300; ++i) many += std::to_string(i % 12 + 1) + "月" + "、";
  BOOST_TEST(read(many, context_of(2026, 1, 5)) == "error");
  BOOST_TEST(read(std::string(4000, '('), context_of(2026, 1, 5)) == "error");
  BOOST_TEST(read("\xff\xfe 2026年", context_of(2026, 1, 5)) == "error");
}

BOOST_AUTO_TEST_SUITE_END()
