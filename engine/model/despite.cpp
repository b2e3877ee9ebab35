#include "engine/model/despite.hpp"

namespace duban {
namespace {

constexpr int property_max = 8;

std::optional<LackedProperty> lack_from(const Value& value) {
  const Value* number = value.find("property");
  const Value* how = value.find("lack");
  if (!number || !number->integer() || !how || !how->text()) return std::nullopt;
  if (*number->integer() < 1 || *number->integer() > property_max) return std::nullopt;
  if (*how->text() != "broken" && *how->text() != "unexplored") return std::nullopt;
  return LackedProperty{static_cast<int>(*number->integer()), *how->text() == "unexplored"};
}

}  // namespace

bool may_be_taken(const LackedProperty& lack) {
  return lack.unexplored || lack.property == 2 || lack.property == 4 || lack.property == 5 ||
         lack.property == 7 || lack.property == 8;
}

void add_to(Value& data, const Despite& despite) {
  Value::Array lacks;
  for (const LackedProperty& each : despite.lacks) {
    lacks.push_back(Value::Object{{"lack", each.unexplored ? "unexplored" : "broken"},
                                  {"property", each.property}});
  }
  data.set("despite", std::move(lacks));
  data.set("note", despite.note);
}

std::optional<Despite> despite_in(const Value& data) {
  const Value* list = data.find("despite");
  const Value* note = data.find("note");
  if (!list || !list->array() || list->array()->empty() || !note || !note->text() ||
      note->text()->empty())
    return std::nullopt;
  Despite despite{{}, *note->text()};
  for (const Value& value : *list->array()) {
    const std::optional<LackedProperty> lack = lack_from(value);
    if (!lack || !may_be_taken(*lack)) return std::nullopt;
    if (!despite.lacks.empty() && despite.lacks.back().property >= lack->property)
      return std::nullopt;
    despite.lacks.push_back(*lack);
  }
  return despite;
}

}  // namespace duban
