#include "engine/model/schedule_data.hpp"

namespace duban::schedule_data {
namespace {

tl::unexpected<Error> unread(const char* name) {
  return failed(Errc::corrupt,
                "the data of an 'assign' or 'amend' entry has a {name} that cannot be read",
                {{"name", name}});
}

std::optional<int> number_in(const Value& from, const char* name, int least, int most) {
  const Value* value = from.find(name);
  const std::int64_t* number = value ? value->integer() : nullptr;
  if (!number || *number < least || *number > most) return std::nullopt;
  return static_cast<int>(*number);
}

Result<Stage> stage_from(const Value& from) {
  const Value* due = from.find("due");
  const Value* words = from.find("words");
  if (!due || !due->text() || !words || !words->text()) return unread("stages");
  DUBAN_TRY(const Date day, parse_date(*due->text()));
  return Stage{day, *words->text()};
}

}  // namespace

void add(Value::Object& data, const Deadline& deadline) {
  if (deadline.day)
    data.emplace_back("day",
                      Value::Object{{"day", deadline.day->day}, {"month", deadline.day->month}});
  if (deadline.ends) data.emplace_back("ends", to_text(*deadline.ends));
  if (!deadline.stages.empty()) {
    Value::Array stages;
    for (const Stage& stage : deadline.stages)
      stages.push_back(Value::Object{{"due", to_text(stage.due)}, {"words", stage.words}});
    data.emplace_back("stages", std::move(stages));
  }
  if (deadline.then_ongoing) data.emplace_back("then_ongoing", true);
}

Status read(const Value& data, Deadline& deadline) {
  if (const Value* day = data.find("day")) {
    const std::optional<int> month = number_in(*day, "month", 1, 12);
    const std::optional<int> number = number_in(*day, "day", 0, 31);
    if (!month || !number) return unread("day");
    deadline.day = CycleDay{*month, *number};
  }
  if (const Value* ends = data.find("ends")) {
    if (!ends->text()) return unread("ends");
    DUBAN_TRY(deadline.ends, parse_date(*ends->text()));
  }
  if (const Value* stages = data.find("stages")) {
    if (!stages->array()) return unread("stages");
    for (const Value& each : *stages->array()) {
      DUBAN_TRY(Stage stage, stage_from(each));
      const bool rises = deadline.stages.empty() || deadline.stages.back().due < stage.due;
      if (!rises) return unread("stages");
      deadline.stages.push_back(std::move(stage));
    }
    if (deadline.ongoing || deadline.stages.empty() || deadline.stages.back().due != deadline.due)
      return unread("stages");
  }
  const Value* then = data.find("then_ongoing");
  deadline.then_ongoing = then && then->boolean() && *then->boolean();
  return {};
}

Value value_of(const Deadline& deadline) {
  Value::Object data;
  data.emplace_back("due", deadline.ongoing ? Value() : Value(to_text(deadline.due)));
  data.emplace_back("every", deadline.every ? Value(to_text(*deadline.every)) : Value());
  data.emplace_back("ongoing", deadline.ongoing);
  add(data, deadline);
  return data;
}

Result<Deadline> deadline_from(const Value& value) {
  Deadline deadline;
  const Value* ongoing = value.find("ongoing");
  if (!ongoing || !ongoing->boolean()) return unread("ongoing");
  deadline.ongoing = *ongoing->boolean();
  if (!deadline.ongoing) {
    const Value* due = value.find("due");
    if (!due || !due->text()) return unread("due");
    DUBAN_TRY(deadline.due, parse_date(*due->text()));
  }
  if (const Value* every = value.find("every"); every && every->text())
    deadline.every = parse_cycle_unit(*every->text());
  DUBAN_TRY(read(value, deadline));
  return deadline;
}

}  // namespace duban::schedule_data
