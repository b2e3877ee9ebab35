// What was doubtful in a row, and what people corrected, as members of the data of its `assign`.
#include "engine/course/course.hpp"

namespace duban {
namespace {

std::string text_in(const Value& value, const char* name) {
  const Value* found = value.find(name);
  return found && found->text() ? *found->text() : std::string();
}

const Value::Array& list_in(const Value& data, const char* name) {
  static const Value::Array none;
  const Value* value = data.find(name);
  return value && value->array() ? *value->array() : none;
}

}  // namespace

void add_findings(const PlanRow& row, Value& data) {
  if (!row.doubts.empty()) {
    Value::Array doubts;
    for (const FieldDoubt& doubt : row.doubts) {
      Value values{Value::Object{}};
      for (const auto& [hole, value] : doubt.message.values) values.set(hole, value);
      doubts.push_back(Value::Object{
          {"field", doubt.field}, {"text", doubt.message.text}, {"values", std::move(values)}});
    }
    data.set("doubts", std::move(doubts));
  }
  if (row.corrections.empty()) return;
  Value::Array corrections;
  for (const Correction& each : row.corrections) {
    corrections.push_back(Value::Object{{"corrected", each.corrected},
                                        {"field", each.field},
                                        {"read", each.read},
                                        {"why", each.why}});
  }
  data.set("corrections", std::move(corrections));
}

void take_findings(const Value& data, PlanRow& row) {
  for (const Value& each : list_in(data, "doubts")) {
    FieldDoubt doubt{text_in(each, "field"), {text_in(each, "text")}};
    const Value* values = each.find("values");
    if (values && values->object()) {
      for (const auto& [hole, value] : *values->object()) {
        if (value.text()) doubt.message.values.emplace_back(hole, *value.text());
      }
    }
    row.doubts.push_back(std::move(doubt));
  }
  for (const Value& each : list_in(data, "corrections")) {
    row.corrections.push_back({text_in(each, "field"), text_in(each, "read"),
                               text_in(each, "corrected"), text_in(each, "why")});
  }
}

}  // namespace duban
