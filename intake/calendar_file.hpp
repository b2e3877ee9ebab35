// Calendars (工作日历): year files as config/calendars/cn has them, or one bundle of years.
//
//     { "year": 2018, "region": "CN", "tz": "Asia/Shanghai", "weekend": ["Sat", "Sun"],
//       "source": "…", "papers": ["…"], "complete": true, "note": "…",
//       "off": ["2018-01-01", …], "work": ["2018-02-11", …] }
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/model/calendar.hpp"

namespace duban {

struct CalendarText {
  std::string file;  ///< its name, for messages
  std::string text;
};

/// Reads year files into one calendar, which is named by their region ("CN" is "cn"); a single
/// bundle (Calendar::text) is taken too.
///
/// A year file is valid if and only if
///  1. it is JSON, an object with only the keys shown above, each of its kind;
///  2. it has `year` (1900 to 2999), `region`, `off` and `work`; the weekend, when given, is
///  Saturday
///     and Sunday; `complete`, when given, is true: a year half announced is left out, so that
///     what is computed through it counts as provisional;
///  3. `off` and `work` hold days (YYYY-MM-DD) of that year, none twice, none in both.
/// Several are valid together if and only if they have one region and every year once. A bundle is
/// valid if and only if each of its years is.
///
/// Fails with every problem, file by file, each with its line where that can be told.
Checked<Calendar> load_calendar(const std::vector<CalendarText>& files);

/// The same from disk: a year file, a bundle, or a directory, of which the files named YYYY.json
/// are read and others passed over.
Checked<Calendar> read_calendar(const std::filesystem::path& path);

}  // namespace duban
