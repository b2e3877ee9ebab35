#include "intake/calendar_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>

#include "engine/base/value.hpp"
#include "text/fields.hpp"
#include "text/nearest.hpp"
#include "text/problems.hpp"

namespace duban {
namespace {

constexpr std::size_t max_bytes = 1 << 20;
constexpr std::array<std::string_view, 10> known_keys{
    "year", "region", "tz", "weekend", "source", "papers", "complete", "note", "off", "work"};

/// One file while it is read. JSON values know no places: the text of a value is looked for again.
class YearReader {
 public:
  explicit YearReader(const CalendarText& file)
      : text_(yaml::without_mark(file.text)), problems_(text_, file.file) {}

  Errors take() { return problems_.take(); }
  const std::string& region() const { return region_; }

  /// The years of the file: one, or those of a bundle. Empty where problems were found.
  std::vector<CalendarYear> read() {
    if (text_.size() > max_bytes) {
      problems_.at({}, failed(Errc::bad_file, "larger than {limit} bytes",
                              {{"limit", std::to_string(max_bytes)}}));
      return {};
    }
    Result<Value> root = parse_value(text_);
    if (!root) {
      root.error().code = Errc::bad_file;
      problems_.at({}, tl::unexpected(root.error()));
      return {};
    }
    if (root->object() == nullptr) {
      problems_.at({}, failed(Errc::bad_file, "a JSON object is wanted"));
      return {};
    }
    std::vector<CalendarYear> years;
    if (root->find("years") != nullptr) {
      read_bundle(*root, years);
    } else {
      refuse_unknown_keys(*root);
      read_region(*root);
      read_rest(*root);
      read_year(*root, years);
    }
    if (!problems_.empty()) years.clear();
    return years;
  }

 private:
  void read_bundle(const Value& root, std::vector<CalendarYear>& years) {
    const Value* name = root.find("name");
    if (name == nullptr || name->text() == nullptr || name->text()->empty()) {
      problems_.at({}, failed(Errc::bad_file, "'{key}' is missing", {{"key", "name"}}));
    } else {
      region_ = *name->text();
    }
    const Value::Array* list = root.find("years")->array();
    if (list == nullptr) {
      problems_.at(spot("years"),
                   failed(Errc::bad_file, "a list is wanted for '{key}'", {{"key", "years"}}));
      return;
    }
    for (const Value& item : *list) {
      if (problems_.is_full()) return;
      read_year(item, years);
    }
  }

  void refuse_unknown_keys(const Value& root) {
    for (const auto& [key, value] : *root.object()) {
      if (problems_.is_full()) return;
      if (std::find(known_keys.begin(), known_keys.end(), key) != known_keys.end()) continue;
      const std::string guess = nearest(key, known_keys);
      problems_.at(spot(key),
                   guess.empty()
                       ? failed(Errc::bad_file, "unknown key '{key}'; known here: {known}",
                                {{"key", key}, {"known", yaml::joined(known_keys)}})
                       : failed(Errc::bad_file, "unknown key '{key}'; did you mean '{guess}'?",
                                {{"key", key}, {"guess", guess}}));
    }
  }

  void read_region(const Value& root) {
    const Value* region = root.find("region");
    if (region == nullptr) {
      problems_.at({}, failed(Errc::bad_file, "'{key}' is missing", {{"key", "region"}}));
      return;
    }
    const std::string* name = region->text();
    const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    if (name == nullptr || name->empty() || !std::all_of(name->begin(), name->end(), is_letter)) {
      problems_.at(spot("region"), failed(Errc::bad_file, "a region is letters, such as CN"));
      return;
    }
    region_ = *name;
    for (char& c : region_) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }

  void read_rest(const Value& root) {
    const Value* weekend = root.find("weekend");
    if (weekend != nullptr && !(*weekend == Value(Value::Array{"Sat", "Sun"}))) {
      problems_.at(spot("weekend"),
                   failed(Errc::bad_file, "only the weekend [\"Sat\", \"Sun\"] is known"));
    }
    const Value* complete = root.find("complete");
    if (complete != nullptr && (complete->boolean() == nullptr || !*complete->boolean())) {
      problems_.at(
          spot("complete"),
          failed(Errc::bad_file, "this year is not complete; leave its file out until it is"));
    }
  }

  void read_year(const Value& item, std::vector<CalendarYear>& years) {
    const Value* number = item.find("year");
    if (number == nullptr || number->integer() == nullptr || *number->integer() < 1900 ||
        *number->integer() > 2999) {
      problems_.at(number == nullptr ? Spot{} : spot("year"),
                   failed(Errc::bad_file, "'year' must be a number from 1900 to 2999"));
      return;
    }
    CalendarYear year;
    year.year = static_cast<int>(*number->integer());
    const auto is_same = [&](const CalendarYear& other) { return other.year == year.year; };
    if (std::any_of(years.begin(), years.end(), is_same)) {
      problems_.at({}, failed(Errc::bad_file, "the year {year} is in this file twice",
                              {{"year", std::to_string(year.year)}}));
    }
    year.off = read_days(item, "off", year.year);
    year.work = read_days(item, "work", year.year);
    for (const Date day : year.work) {
      if (!std::binary_search(year.off.begin(), year.off.end(), day)) continue;
      problems_.at(
          spot(to_text(day), 1),
          failed(Errc::bad_file, "{day} is both in 'off' and in 'work'", {{"day", to_text(day)}}));
    }
    years.push_back(std::move(year));
  }

  std::vector<Date> read_days(const Value& item, const std::string& key, int year) {
    std::vector<Date> days;
    const Value* list = item.find(key);
    if (list == nullptr || list->array() == nullptr) {
      problems_.at(list == nullptr ? Spot{} : spot(key),
                   list == nullptr
                       ? failed(Errc::bad_file, "'{key}' is missing", {{"key", key}})
                       : failed(Errc::bad_file, "a list is wanted for '{key}'", {{"key", key}}));
      return days;
    }
    for (const Value& value : *list->array()) {
      if (problems_.is_full()) return days;
      const std::string text = value.text() == nullptr ? canonical(value) : *value.text();
      const Result<Date> day = parse_date(text);
      if (!day) {
        problems_.at(value.text() == nullptr ? spot(key) : spot(text),
                     failed(Errc::bad_file, "'{word}' in '{key}' is no day; write it as 2018-03-01",
                            {{"word", text}, {"key", key}}));
      } else if (civil(*day).year != year) {
        problems_.at(spot(text), failed(Errc::bad_file, "{day} is no day of {year}",
                                        {{"day", text}, {"year", std::to_string(year)}}));
      } else if (std::find(days.begin(), days.end(), *day) != days.end()) {
        problems_.at(spot(text, 1), failed(Errc::bad_file, "{day} is in '{key}' twice",
                                           {{"day", text}, {"key", key}}));
      } else {
        days.push_back(*day);
      }
    }
    std::sort(days.begin(), days.end());
    return days;
  }

  /// Where `word` stands in quotes, after as many others as `skip` says (if there are so many).
  Spot spot(const std::string& word, int skip = 0) const {
    const std::string quoted = '"' + word + '"';
    std::size_t at = text_.find(quoted);
    for (; skip > 0 && at != std::string::npos; --skip) {
      const std::size_t next = text_.find(quoted, at + 1);
      if (next != std::string::npos) at = next;
    }
    if (at == std::string::npos) return {};
    const std::size_t line_start = at == 0 ? 0 : text_.rfind('\n', at) + 1;
    const auto line =
        std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return problems_.spot(static_cast<std::uint32_t>(line + 1), at - line_start,
                          static_cast<std::uint32_t>(quoted.size()));
  }

  std::string_view text_;
  Problems problems_;
  std::string region_;
};

Errors unreadable(const std::filesystem::path& path, const std::string& reason) {
  const std::string file = path.string();
  return {failed(Errc::bad_file, "cannot read {file}: {reason}",
                 {{"file", file}, {"reason", reason}}, {file, 0, 0})
              .value()};
}

std::optional<std::string> content(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  // One byte more than is taken tells a file that is too large without reading all of it.
  std::string text(max_bytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad()) return std::nullopt;
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

bool is_year_file(const std::filesystem::path& path) {
  const std::string stem = path.stem().string();
  return path.extension() == ".json" && stem.size() == 4 &&
         stem.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

Checked<Calendar> load_calendar(const std::vector<CalendarText>& files) {
  Errors errors;
  std::string name;
  std::vector<CalendarYear> all;
  for (const CalendarText& file : files) {
    YearReader reader(file);
    std::vector<CalendarYear> years = reader.read();
    for (Error& error : reader.take()) errors.push_back(std::move(error));
    if (name.empty()) name = reader.region();
    if (!reader.region().empty() && reader.region() != name) {
      errors.push_back(failed(Errc::bad_file,
                              "this is region '{region}', the file before is '{other}'",
                              {{"region", reader.region()}, {"other", name}}, {file.file, 0, 0})
                           .value());
    }
    for (CalendarYear& year : years) {
      const auto is_same = [&](const CalendarYear& other) { return other.year == year.year; };
      if (std::any_of(all.begin(), all.end(), is_same)) {
        errors.push_back(failed(Errc::bad_file, "the year {year} is in a file before this one",
                                {{"year", std::to_string(year.year)}}, {file.file, 0, 0})
                             .value());
      }
      all.push_back(std::move(year));
    }
  }
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return Calendar(std::move(name), std::move(all));
}

Checked<Calendar> read_calendar(const std::filesystem::path& path) {
  std::vector<std::filesystem::path> paths{path};
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    paths.clear();
    std::filesystem::directory_iterator entries(path, error);
    for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error)) {
      if (is_year_file(entries->path())) paths.push_back(entries->path());
    }
    if (error) return tl::unexpected(unreadable(path, error.message()));
    if (paths.empty()) {
      return tl::unexpected(Errors{
          failed(Errc::bad_file, "there is no year file here; they are named such as 2018.json", {},
                 {path.string(), 0, 0})
              .value()});
    }
    std::sort(paths.begin(), paths.end());
  }
  std::vector<CalendarText> files;
  for (const std::filesystem::path& each : paths) {
    // A pipe would be waited for.
    if (std::filesystem::exists(each, error) && !std::filesystem::is_regular_file(each, error)) {
      return tl::unexpected(
          Errors{failed(Errc::bad_file, "{file} is a device or a pipe, not a file",
                        {{"file", each.string()}}, {each.string(), 0, 0})
                     .value()});
    }
    std::optional<std::string> text = content(each);
    if (!text) return tl::unexpected(unreadable(each, std::strerror(errno)));
    files.push_back({each.string(), std::move(*text)});
  }
  return load_calendar(files);
}

}  // namespace duban
