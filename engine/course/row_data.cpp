// A row of the plan as the data of its `assign`, and back.
#include <algorithm>

#include "engine/course/course.hpp"
#include "engine/course/schedule_data.hpp"

namespace duban {

Value data_of(const PlanRow& row) {
  // One after the other: a list of all would be copied.
  Value::Object data;
  data.reserve(10);
  data.emplace_back("co", Value::Array(row.co.begin(), row.co.end()));
  data.emplace_back("content", row.content);
  data.emplace_back("deadline", row.deadline_text);
  data.emplace_back("due", row.deadline.ongoing ? Value() : Value(to_text(row.deadline.due)));
  data.emplace_back("every", row.deadline.every ? Value(to_text(*row.deadline.every)) : Value());
  data.emplace_back("lead", row.lead);
  data.emplace_back("ongoing", row.deadline.ongoing);
  schedule_data::add(data, row.deadline);
  data.emplace_back("titles", Value::Array(row.titles.begin(), row.titles.end()));
  if (row.urgent) data.emplace_back("urgent", true);
  return data;
}

Result<PlanRow> row_from(const TaskKey& key, const Value& data) {
  const auto text = [&](const char* name) -> Result<std::string> {
    const Value* value = data.find(name);
    if (!value || !value->text()) {
      return failed(Errc::corrupt, "the data of an 'assign' entry has no {name}", {{"name", name}});
    }
    return *value->text();
  };
  const auto names = [&](const char* name) -> Result<std::vector<std::string>> {
    const Value* value = data.find(name);
    const bool whole = value && value->array() &&
                       std::all_of(value->array()->begin(), value->array()->end(),
                                   [](const Value& each) { return each.text() != nullptr; });
    if (!whole) {
      return failed(Errc::corrupt, "the data of an 'assign' entry has no {name}", {{"name", name}});
    }
    std::vector<std::string> all;
    for (const Value& each : *value->array()) all.push_back(*each.text());
    return all;
  };
  PlanRow row;
  row.key = key;
  DUBAN_TRY(row.titles, names("titles"));
  DUBAN_TRY(row.content, text("content"));
  DUBAN_TRY(row.lead, text("lead"));
  DUBAN_TRY(row.deadline_text, text("deadline"));
  const Value* ongoing = data.find("ongoing");
  row.deadline.ongoing = ongoing && ongoing->boolean() && *ongoing->boolean();
  if (!row.deadline.ongoing) {
    DUBAN_TRY(const std::string due, text("due"));
    DUBAN_TRY(row.deadline.due, parse_date(due));
  }
  DUBAN_TRY(schedule_data::read(data, row.deadline));
  const Value* urgent = data.find("urgent");
  row.urgent = urgent && urgent->boolean() && *urgent->boolean();
  if (const Value* every = data.find("every"); every && every->text())
    row.deadline.every = parse_cycle_unit(*every->text());
  if (const Value* co = data.find("co"); co && co->array()) {
    for (const Value& name : *co->array()) {
      if (name.text()) row.co.push_back(*name.text());
    }
  }
  return row;
}

TaskText text_of(const PlanRow& row) { return {row.titles, row.content, row.deadline_text}; }

}  // namespace duban
