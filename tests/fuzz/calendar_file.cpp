// A calendar: a year file or a bundle.
#include "intake/calendar_file.hpp"

#include "tests/fuzz/promises.hpp"
#include "text/yaml.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(calendar_file) {
  const auto calendar = load_calendar({{"2018.json", std::string(input)}});
  if (!calendar) return check_problems(calendar.error(), yaml::without_mark(input), "2018.json");
  const Result<Calendar> kept = Calendar::parse(calendar->text());
  DUBAN_ASSERT(kept && *kept == *calendar);
  const Date day = parse_date("2018-02-11").value();
  for (const int count : {-300, -1, 0, 1, 5, 300}) {
    const Date there = calendar->add(day, {count, SpanUnit::working_day});
    DUBAN_ASSERT(count == 0 || calendar->is_workday(there));
    if (count > 0) DUBAN_ASSERT(calendar->workdays_between(day, there) == count);
  }
}

}  // namespace duban::fuzz
