// What several readings share: departments as filters, dates and names as people see them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/workspace.hpp"

namespace duban {

/// A department that a reading is limited to: its name, and every spelling under which rows may
/// have it, its groups' too.
struct DepartmentFilter {
  std::string name;
  std::vector<std::string> spellings;
  std::vector<std::string> with_groups;
};
/// By the directory, else by a name that only tasks have (名录外); nothing for no text.
Result<std::optional<DepartmentFilter>> department_filter(Reading& reading,
                                                          const std::string& text);
DepartmentFilter filter_of(const std::string& department, const Directory& directory);

/// The plan, or not_found.
Result<const Plan*> find_plan(const Reading& reading, const std::string& id);

/// Who acts, with what is granted to it plan by plan.
class Who {
 public:
  static Result<Who> find(Context& context, Reading& reading);
  const Actor& actor() const { return actor_; }
  Person on(const std::string& plan) const;
  bool is_coordinator_somewhere() const;

 private:
  const Reading* reading_ = nullptr;
  Actor actor_;
};

/// "2017-12-31 (wd 12-29)": beside a day off the last working day before; "~" when the calendar
/// does not know the year.
std::string due_text(Lang lang, Date due, const Calendar& calendar);
/// A department's name, marked when the directory lacks it.
std::string marked(Lang lang, const std::string& name, const Directory& directory);
std::string marked(Lang lang, const std::vector<std::string>& names, const Directory& directory);
/// A line about a night that is missing: the last one is older than a day, or there was none yet in
/// an office that works by the clock. "" when all is well.
std::string late_night(Lang lang, const Reading& reading);
/// The file and line of a rule: "default.yaml:41".
std::string rule_text(const Place& rule);

/// Actors and departments that were granted `role` for `plan`, as granted.
std::vector<std::string> holders(const People& people, Role role, const std::string& plan);

}  // namespace duban
