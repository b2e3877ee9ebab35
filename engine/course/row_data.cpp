// A row of the plan as the data of its `assign`, and back.
#include "engine/course/course.hpp"

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
  data.emplace_back("part_title", row.part_title);
  data.emplace_back("section_title", row.section_title);
  if (row.urgent) data.emplace_back("urgent", true);
  Value value = std::move(data);
  add_findings(row, value);
  return value;
}

Result<PlanRow> row_from(const TaskKey& key, const Value& data) {
  const auto text = [&](const char* name) -> Result<std::string> {
    const Value* value = data.find(name);
    if (!value || !value->text()) {
      return failed(Errc::corrupt, "the data of an 'assign' entry has no {name}", {{"name", name}});
    }
    return *value->text();
  };
  PlanRow row;
  row.key = key;
  DUBAN_TRY(row.part_title, text("part_title"));
  DUBAN_TRY(row.section_title, text("section_title"));
  DUBAN_TRY(row.content, text("content"));
  DUBAN_TRY(row.lead, text("lead"));
  DUBAN_TRY(row.deadline_text, text("deadline"));
  const Value* ongoing = data.find("ongoing");
  row.deadline.ongoing = ongoing && ongoing->boolean() && *ongoing->boolean();
  if (!row.deadline.ongoing) {
    DUBAN_TRY(const std::string due, text("due"));
    DUBAN_TRY(row.deadline.due, parse_date(due));
  }
  const Value* urgent = data.find("urgent");
  row.urgent = urgent && urgent->boolean() && *urgent->boolean();
  if (const Value* every = data.find("every"); every && every->text())
    row.deadline.every = parse_cycle_unit(*every->text());
  if (const Value* co = data.find("co"); co && co->array()) {
    for (const Value& name : *co->array()) {
      if (name.text()) row.co.push_back(*name.text());
    }
  }
  take_findings(data, row);
  return row;
}

TaskText text_of(const PlanRow& row) {
  return {row.part_title, row.section_title, row.content, row.deadline_text};
}

}  // namespace duban
