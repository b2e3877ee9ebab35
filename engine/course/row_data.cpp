// A row of the plan as the data of its `assign`, and back.
#include <algorithm>

#include "engine/course/course.hpp"
#include "engine/model/schedule_data.hpp"

namespace duban {
namespace {

Value value_of(const TextPairs& pairs) {
  Value::Array all;
  for (const auto& [name, text] : pairs) all.emplace_back(Value::Array{name, text});
  return all;
}

Value value_of(const std::vector<Correction>& corrections) {
  Value::Array all;
  for (const Correction& each : corrections) {
    all.emplace_back(Value::Object{{"corrected", each.corrected},
                                   {"field", each.field},
                                   {"read", each.read},
                                   {"why", each.why}});
  }
  return all;
}

Value value_of(const std::vector<FieldDoubt>& doubts) {
  Value::Array all;
  for (const FieldDoubt& each : doubts) {
    all.emplace_back(Value::Object{{"field", each.field},
                                   {"text", each.message.text},
                                   {"values", value_of(each.message.values)}});
  }
  return all;
}

/// Takes members of an entry's data apart; the first that is not as it must be is told.
class Members {
 public:
  std::string text(const Value& of, const char* name) {
    const Value* value = of.find(name);
    if (value && value->text()) return *value->text();
    miss(name);
    return {};
  }
  TextPairs pairs(const Value& of, const char* name) {
    TextPairs all;
    each(of, name, [&](const Value& item) {
      const Value::Array* const pair = item.array();
      if (pair && pair->size() == 2 && (*pair)[0].text() && (*pair)[1].text())
        all.emplace_back(*(*pair)[0].text(), *(*pair)[1].text());
      else
        miss(name);
    });
    return all;
  }
  template <class Visit>
  void each(const Value& of, const char* name, const Visit& visit) {
    const Value* list = of.find(name);
    if (!list) return;
    if (!list->array()) return miss(name);
    for (const Value& item : *list->array()) visit(item);
  }
  Status status() const {
    if (!missing_) return {};
    return failed(Errc::corrupt, "the data of an 'assign' entry has no {name}",
                  {{"name", missing_}});
  }

 private:
  void miss(const char* name) {
    if (!missing_) missing_ = name;
  }
  const char* missing_ = nullptr;
};

/// What seldom stands there.
Status read_more(const Value& data, PlanRow& row) {
  Members members;
  if (data.find("address")) row.address = members.text(data, "address");
  row.extra = members.pairs(data, "extra");
  members.each(data, "corrections", [&](const Value& item) {
    row.corrections.push_back({members.text(item, "field"), members.text(item, "read"),
                               members.text(item, "corrected"), members.text(item, "why")});
  });
  members.each(data, "doubts", [&](const Value& item) {
    row.doubts.push_back({members.text(item, "field"),
                          Message{members.text(item, "text"), members.pairs(item, "values")}});
  });
  return members.status();
}

}  // namespace

Value data_of(const PlanRow& row) {
  // One after the other: a list of all would be copied.
  Value::Object data;
  data.reserve(13);
  if (!row.address.empty()) data.emplace_back("address", row.address);
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
  if (!row.corrections.empty()) data.emplace_back("corrections", value_of(row.corrections));
  if (!row.doubts.empty()) data.emplace_back("doubts", value_of(row.doubts));
  if (!row.extra.empty()) data.emplace_back("extra", value_of(row.extra));
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
  DUBAN_TRY(read_more(data, row));
  return row;
}

TaskText text_of(const PlanRow& row) {
  return {row.titles, row.content, row.deadline_text, row.extra};
}

}  // namespace duban
