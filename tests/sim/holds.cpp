// What holds of a task, asked and not done: who is missing, lateness, the light.
#include "tests/sim/model.hpp"

namespace duban::sim {

using enum TaskState;

bool Model::is_co(const std::string& department) const {
  return any(co, [&](auto& name) { return in_->acts_for(department, name); });
}
bool Model::has_given(const std::string& name) const {
  const Names members = in_->members(name, lead);
  const auto given = [&](auto& member) { return given_.count(member) > 0; };
  const bool all = !members.empty() && !any(members, [&](auto& member) { return !given(member); });
  return given(name) || (in_->law.groups == Need::all ? all : any(members, given));
}
Names Model::missing() const {
  Names result;
  for (const std::string& name : co) {
    const bool is_nobody = in_->directory.is_group(name) && in_->members(name, lead).empty();
    if (!is_nobody && !excused.count(name) && !has_given(name)) result.insert(name);
  }
  return result;
}
std::string Model::waits_for() const {
  if (state == reported) return owing.empty() ? "coordinator" : "coordinator co";
  if (!is_open()) return state == suspended ? "scheduler" : "";
  return std::string("lead") + (missing().empty() ? "" : " co") + (asked_ ? " coordinator" : "");
}
int Model::late_days(Date today) const {
  if (!report_) return std::max(0, stopped_.value_or(today) - due);
  return std::max(0, (report_->proven ? *report_->dated : report_->day) - report_->due);
}
Light Model::light(Date today) const {
  if (state == suspended || state == cancelled) return Light::grey;
  if (state == overdue) return Light::red;
  Span warning = *terms(kind()).warning;
  warning.count = -warning.count;
  const bool near = is_open() && today >= in_->calendar.add(due, warning);
  const bool late = !is_open() && late_days(today) > 0;
  const bool red = any(red_, [&](Date day) { return !forgiven_.count(day); });
  const bool named = any(in_->law.ladder, [&](const RungLaw& rung) {
    return rung.level > 0 && rung.names_lead && rung.in.count(state) && at(rung.at).day &&
           applies(rung) && raised_.count({rung.id, at(rung.at).generation});
  });
  return near || late || red || named ? Light::yellow : Light::green;
}

Date Model::day_of(const RungLaw& rung, int k) const {
  const Date first = in_->calendar.add(*at(rung.at).day, rung.after);
  return k == 0 ? first : in_->calendar.add(first, {k * rung.every.count, rung.every.unit});
}
int Model::ripe(const RungLaw& rung, int above) const {
  std::optional<Date> lapsed = rung.at == Anchor::due ? lapsed_ : std::nullopt;
  const auto moved = moved_.find(rung.id);
  if (moved != moved_.end() && at(rung.at).generation <= moved->second.first)
    lapsed = std::max(lapsed, std::optional(moved->second.second));
  int best = above;
  for (int k = above + 1; k <= rung.times && day_of(rung, k) <= today_; ++k)
    if (day_of(rung, k) > lapsed) best = k;
  return best;
}

}  // namespace duban::sim
