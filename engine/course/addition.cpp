// The birth of a task that no document has.
#include "engine/course/course.hpp"

namespace duban {

Course add(const PlanRow& row, const Addition& addition, const Setting& setting, const By& by,
           Instant now) {
  Course course = assign(row, setting, by, now);
  Value& data = course.entries.front().data;
  data.set("source", addition.source);
  if (addition.evidence.empty()) return course;
  Command files;
  files.evidence = addition.evidence;
  data.set("evidence", *data_of(files).find("evidence"));
  for (const Attachment& file : addition.evidence) {
    course.task.evidence.push_back(
        {file.sha256, file.name, file.size, by.department, by.actor, now, false, false, false});
  }
  return course;
}

bool is_addition(const Value& data) { return data.find("source") != nullptr; }

Result<Addition> addition_from(const Value& data) {
  const Value* source = data.find("source");
  if (!source || !source->text()) {
    return failed(Errc::corrupt, "the data of an 'assign' entry has no {name}",
                  {{"name", "source"}});
  }
  Addition addition{*source->text(), {}};
  if (const Value* evidence = data.find("evidence")) {
    DUBAN_TRY(Command files, command_from(Event::assign, Value::Object{{"evidence", *evidence}}));
    addition.evidence = std::move(files.evidence);
  }
  return addition;
}

}  // namespace duban
