#include "storage/row_reader.hpp"

#include "engine/base/utf8.hpp"
#include "engine/base/value.hpp"
#include "storage/path_text.hpp"

namespace duban::storage {
namespace {

/// 0001-01-01 to 9999-12-31, as they can be written.
constexpr std::int64_t first_second = -62135596800;
constexpr std::int64_t last_second = 253402300799;

/// Every byte that is no UTF-8 as U+FFFD.
std::string readable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t valid = valid_utf8_prefix(text);
    out += text.substr(0, valid);
    text.remove_prefix(valid);
    if (text.empty()) break;
    out += "\xEF\xBF\xBD";
    text.remove_prefix(1);
  }
  return out;
}

}  // namespace

std::string_view RowReader::view(int column) {
  const std::optional<std::string_view> text = query_.text_in(column);
  if (!text || !is_utf8(*text)) {
    blame(column);
    return {};
  }
  return *text;
}

std::int64_t RowReader::integer(int column, std::int64_t lowest, std::int64_t highest) {
  const std::optional<std::int64_t> number = query_.integer_in(column);
  if (!number || *number < lowest || *number > highest) {
    blame(column);
    return lowest;
  }
  return *number;
}

Date RowReader::date(int column) {
  const Result<Date> date = parse_date(view(column));
  if (!date) blame(column);
  return date.value_or(Date{});
}

std::optional<Date> RowReader::maybe_date(int column) {
  if (query_.is_null(column)) return std::nullopt;
  return date(column);
}

Instant RowReader::instant(int column) { return {integer(column, first_second, last_second)}; }

std::optional<Instant> RowReader::maybe_instant(int column) {
  if (query_.is_null(column)) return std::nullopt;
  return instant(column);
}

TaskKey RowReader::key() {
  TaskKey key;
  this->key(key);
  return key;
}

void RowReader::key(TaskKey& key) {
  const std::string_view plan = view(0);
  if (key.plan != plan) key.plan = plan;
  if (!read_path(view(1), key.path)) blame(1);
}

std::vector<std::string> RowReader::names(int column) {
  std::vector<std::string> names;
  const Result<Value> list = parse_value(view(column));
  if (!list || !list->array()) {
    blame(column);
    return names;
  }
  for (const Value& name : *list->array()) {
    if (name.text())
      names.push_back(*name.text());
    else
      blame(column);
  }
  return names;
}

TextPairs RowReader::pairs(int column) {
  TextPairs pairs;
  const std::string_view text = view(column);
  if (text.empty()) return pairs;
  const Result<Value> list = parse_value(text);
  if (!list || !list->array()) {
    blame(column);
    return pairs;
  }
  for (const Value& item : *list->array()) {
    const Value::Array* const pair = item.array();
    if (pair && pair->size() == 2 && (*pair)[0].text() && (*pair)[1].text())
      pairs.emplace_back(*(*pair)[0].text(), *(*pair)[1].text());
    else
      blame(column);
  }
  return pairs;
}

/// "hn135/1.3.11 yellow/1/0": made of what stands there, whether it fits or not.
std::string RowReader::name() const {
  std::string name;
  for (int i = 0; i < keys_; ++i) {
    if (i > 0) name += of_task_ && i == 2 ? " " : "/";
    TaskKey key;
    const std::optional<std::int64_t> number = query_.integer_in(i);
    name += of_task_ && i == 1 && read_path(query_.view(i), key.path) ? number_text(key)
            : number                                                  ? std::to_string(*number)
                                                                      : readable(query_.view(i));
  }
  return name;
}

tl::unexpected<Error> RowReader::damaged() const {
  return failed(
      Errc::corrupt,
      "row {row} of table {table} holds in {column} what cannot stand there; 'duban audit "
      "replay' compares all rows with the log",
      {{"row", keys_ > 0 ? name() : "1"},
       {"table", std::string(table_)},
       {"column", query_.name(wrong_)}});
}

tl::unexpected<Error> row_is_gone(std::string_view table) {
  return failed(Errc::corrupt, "table {table} has lost its only row; restore a backup",
                {{"table", std::string(table)}});
}

Status pass_by(const Error& error, const RowFault& told) {
  if (!told || error.code != Errc::corrupt) return tl::make_unexpected(error);
  told(error);
  return {};
}

}  // namespace duban::storage
