#include "tests/sim/country.hpp"

namespace duban::sim {

Cycle cycle_of(CycleUnit unit, Date day) {
  const int months = unit == CycleUnit::month       ? 1
                     : unit == CycleUnit::quarter   ? 3
                     : unit == CycleUnit::half_year ? 6
                                                    : 12;
  const Civil c = civil(day);
  const int begins = (c.month - 1) / months * months + 1;
  return {make_date(c.year, begins, 1), last_of_month(c.year, begins + months - 1), 0};
}

bool Country::acts_for(std::string_view department, std::string_view name) const {
  return !department.empty() && (department == name || directory.is_member(department, name));
}
bool Country::meets(std::string_view department, std::string_view name) const {
  return directory.same_house(department, name) || any(directory.members(name), [&](auto& member) {
           return directory.same_house(department, member);
         });
}
Names Country::members(const std::string& group, const std::string& but) const {
  Names result;
  for (const std::string& member : directory.members(group)) result.insert(member);
  result.erase(but);
  return result;
}
bool Country::may_lead(const std::string& name) const {
  return directory.find(name) && !directory.is_group(name);
}
int Country::days(Date from, Date to) const {
  return law.max.unit == SpanUnit::working_day ? calendar.workdays_between(from, to) : to - from;
}
Date Country::moved(Date due, Date from, Date to) const {
  if (law.moves == MovesDue::none) return due;
  if (law.moves == MovesDue::calendar_days) return due + (to - from);
  return calendar.add(due, {calendar.workdays_between(from, to), SpanUnit::working_day});
}

Command heard(Command command, const Directory& directory) {
  const auto hear = [&](std::string& name) {
    if (!name.empty()) name = directory.canonical(name);
  };
  for (auto* names : {&command.co, &command.without, &command.add_co})
    for (std::string& name : *names) hear(name);
  hear(command.to);
  hear(command.for_department);
  hear(command.by.actor.department);
  return command;
}

Names options_of(const Command& c) {
  const std::pair<const char*, bool> options[] = {
      {"note", c.note.find_first_not_of(' ') != c.note.npos},
      {"due", c.due.has_value()},
      {"until", c.until.has_value()},
      {"dated", c.dated.has_value()},
      {"to", !c.to.empty()},
      {"co", !c.co.empty()},
      {"without", !c.without.empty()},
      {"add", !c.add_co.empty()},
      {"partial", c.partial},
      {"undo", c.undo},
      {"error", c.error},
      {"urge", c.urgent},
      {"calm", c.not_urgent},
      {"keep", c.keep_as_co},
  };
  Names given;
  for (const auto& [name, is_given] : options)
    if (is_given) given.insert(name);
  return given;
}

int fresh(const Command& command, const std::map<std::string, Names>& known) {
  std::set<std::string> contents;
  for (const Attachment& file : command.evidence)
    if (!known.count(file.sha256)) contents.insert(file.sha256);
  return static_cast<int>(contents.size());
}

}  // namespace duban::sim
