// The calendar of working days: show it, put other years in force.
#include <map>

#include "cli/activation.hpp"
#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "engine/log/basis_hash.hpp"
#include "intake/calendar_file.hpp"

namespace duban {
namespace {

/// The calendar in force with the years of the files, which replace years that it had.
Checked<Calendar> merged(const Calendar& in_force, const std::vector<std::string>& files) {
  std::map<int, CalendarYear> years;
  for (const CalendarYear& year : in_force.years()) years[year.year] = year;
  Errors errors;
  std::map<int, std::string> from;
  for (const std::string& file : files) {
    const Checked<Calendar> calendar = read_calendar(file);
    if (!calendar) {
      errors.insert(errors.end(), calendar.error().begin(), calendar.error().end());
      continue;
    }
    if (calendar->name() != in_force.name()) {
      errors.push_back(
          failed(Errc::argument, "{file} is of the calendar '{other}', not '{name}'",
                 {{"file", file}, {"other", calendar->name()}, {"name", in_force.name()}})
              .value());
    }
    for (const CalendarYear& year : calendar->years()) {
      if (const auto [first, is_new] = from.emplace(year.year, file); !is_new) {
        errors.push_back(
            failed(Errc::argument, "the year {year} is in {file} and in {other}",
                   {{"year", std::to_string(year.year)}, {"file", first->second}, {"other", file}})
                .value());
      }
      years[year.year] = year;
    }
  }
  if (!errors.empty()) return tl::make_unexpected(std::move(errors));
  std::vector<CalendarYear> all;
  for (auto& [number, year] : years) all.push_back(std::move(year));
  return Calendar(in_force.name(), std::move(all));
}

Result<int> activate(Context& context, const std::vector<std::string>& files) {
  DUBAN_TRY(const World world, duban::world(context));
  DUBAN_TRY(const BasisTexts texts, texts_in_force(world));
  DUBAN_TRY(const Calendar in_force, Calendar::parse(texts.calendar));
  const Checked<Calendar> calendar = merged(in_force, files);
  if (!calendar) return fail(context, calendar.error());
  DUBAN_TRY(const ActivateReceipt receipt,
            duban::activate(world, BasisPart::calendar, calendar->text(), basis_hash(texts)));
  context.settled = 0;
  print_activation(context, receipt);
  return 0;
}

int workdays_in(const Calendar& calendar, int year) {
  return calendar.workdays_between(make_date(year, 1, 1) - 1, make_date(year, 12, 31));
}

std::vector<std::string> texts_of(const std::vector<Date>& days) {
  std::vector<std::string> texts;
  for (const Date day : days) texts.push_back(to_text(day));
  return texts;
}

Result<int> show(Context& context, int wanted) {
  DUBAN_TRY(const std::unique_ptr<Reading> reading, duban::reading(context));
  const Calendar& calendar = reading->basis().calendar;
  Answer answer(context, {{"year", ColumnKind::key},
                          {"working days", ColumnKind::number},
                          {"days off", ColumnKind::text},
                          {"days worked", ColumnKind::text}});
  for (const CalendarYear& year : calendar.years()) {
    if (wanted != 0 && year.year != wanted) continue;
    const std::vector<std::string> off = texts_of(year.off);
    const std::vector<std::string> work = texts_of(year.work);
    const int workdays = workdays_in(calendar, year.year);
    answer.add(
        [&]() -> std::vector<Cell> {
          // A year alone shows its days, all years how many there are.
          const auto cell = [&](const std::vector<std::string>& days) {
            return wanted != 0 ? joined(context.lang, days) : std::to_string(days.size());
          };
          return {std::to_string(year.year), std::to_string(workdays), cell(off), cell(work)};
        },
        [&] {
          return Value(Value::Object{{"year", year.year},
                                     {"workdays", workdays},
                                     {"off", Value::Array(off.begin(), off.end())},
                                     {"work", Value::Array(work.begin(), work.end())}});
        });
  }
  answer.finish("the calendar knows no such year; there, Monday to Friday are working days");
  return 0;
}

}  // namespace

void add_calendar(CLI::App& app, Context& context) {
  CLI::App* calendar = add_command(app, "calendar", "working days: show, activate (工作日历)",
                                   "duban calendar show 2018\n"
                                   "duban calendar activate 2027.json --as root");
  needs_command(calendar);
  auto files = std::make_shared<std::vector<std::string>>();
  CLI::App* command = add_command(*calendar, "activate",
                                  "put year files in force, beside the years known; by an admin",
                                  "duban calendar activate 2027.json");
  arguments(command, "FILE", *files, "year files, or a directory of them");
  runs(command, context, [&context, files] { return activate(context, *files); });

  auto year = std::make_shared<int>(0);
  command = add_command(*calendar, "show", "the years known, or the days of one",
                        "duban calendar show 2018");
  optional_argument(command, "YEAR", *year, "one year");
  runs(command, context, [&context, year] { return show(context, *year); });
}

}  // namespace duban
