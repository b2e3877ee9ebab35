// The closed vocabularies of duban: states, events, roles, anchors. Each has one English name, the
// same in code, database, JSON, rule files and on the command line.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace duban {

enum class TaskState : std::uint8_t {
  assigned,
  in_progress,
  reported,
  verified,
  overdue,
  suspended,
  cancelled,
};
inline constexpr std::array all_states{
    TaskState::assigned, TaskState::in_progress, TaskState::reported, TaskState::verified,
    TaskState::overdue,  TaskState::suspended,   TaskState::cancelled};
std::string_view to_text(TaskState state);
std::optional<TaskState> parse_state(std::string_view text);
/// Something is still to be done: neither verified nor cancelled.
bool is_live(TaskState state);

/// What an entry records. Those up to `remark` are steps of the lifecycle; the rest are entries
/// of the engine and its keepers.
enum class Event : std::uint8_t {
  start,
  progress,
  contribute,
  excuse,
  report,
  withdraw,
  verify,
  return_,
  deadline,
  request_extension,
  grant_extension,
  deny_extension,
  amend,
  reassign,
  suspend,
  resume,
  miss,
  reopen,
  conclude,
  cancel,
  strike,
  undo,
  remark,
  // not steps of the lifecycle:
  escalate,
  init,
  import,
  assign,
  nightly,
  activate,
  grant,
  revoke,
  actor,
  department,
  plan,
  clock,
  void_plan,
  new_plan,
};
inline constexpr std::array lifecycle_events{Event::start,
                                             Event::progress,
                                             Event::contribute,
                                             Event::excuse,
                                             Event::report,
                                             Event::withdraw,
                                             Event::verify,
                                             Event::return_,
                                             Event::deadline,
                                             Event::request_extension,
                                             Event::grant_extension,
                                             Event::deny_extension,
                                             Event::amend,
                                             Event::reassign,
                                             Event::suspend,
                                             Event::resume,
                                             Event::miss,
                                             Event::reopen,
                                             Event::conclude,
                                             Event::cancel,
                                             Event::strike,
                                             Event::undo,
                                             Event::remark};
/// "start", "return", "request-extension", …
std::string_view to_text(Event event);
std::optional<Event> parse_event(std::string_view text);
/// A step that people take: a lifecycle event but `deadline`.
bool is_step(Event event);
/// A step of lead or co, which a coordinator may record for them (design §10.21).
bool is_department_step(Event event);

/// What an actor is on a task, or by grant.
enum class Role : std::uint8_t { lead, co, coordinator, auditor, admin, scheduler };
std::string_view to_text(Role role);
std::optional<Role> parse_role(std::string_view text);

/// The moments from which a rung is counted. The first seven a task keeps; `raised`, the raising of
/// another rung, is found among the rungs that it has reached (policy/timers.hpp).
enum class Anchor : std::uint8_t {
  due,
  assigned,
  started,
  heard,
  reported,
  requested,
  entered,
  raised,
};
inline constexpr std::size_t anchor_count = 7;  ///< without `raised`
std::string_view to_text(Anchor anchor);
/// One of the seven that a task keeps.
std::optional<Anchor> parse_anchor(std::string_view text);

/// How often an ongoing task reports.
enum class CycleUnit : std::uint8_t { month, quarter, half_year, year };
std::string_view to_text(CycleUnit unit);  ///< "half-year", …
std::optional<CycleUnit> parse_cycle_unit(std::string_view text);

/// How a task's days follow one another: one day; calendar periods that its document names, or that
/// the rules do; days in a row.
enum class ScheduleKind : std::uint8_t { once, periodic, staged, ongoing };
std::string_view to_text(ScheduleKind kind);
std::optional<ScheduleKind> parse_schedule_kind(std::string_view text);

enum class Light : std::uint8_t { green, yellow, red, grey };
std::string_view to_text(Light light);
std::optional<Light> parse_light(std::string_view text);

}  // namespace duban
