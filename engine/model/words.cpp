#include "engine/model/words.hpp"

#include <algorithm>
#include <cstddef>

namespace duban {
namespace {

constexpr std::array<std::string_view, 7> states{"assigned", "in_progress", "reported", "verified",
                                                 "overdue",  "suspended",   "cancelled"};
constexpr std::array<std::string_view, 37> events{"start",
                                                  "progress",
                                                  "contribute",
                                                  "excuse",
                                                  "report",
                                                  "withdraw",
                                                  "verify",
                                                  "return",
                                                  "deadline",
                                                  "request-extension",
                                                  "grant-extension",
                                                  "deny-extension",
                                                  "amend",
                                                  "reassign",
                                                  "suspend",
                                                  "resume",
                                                  "miss",
                                                  "reopen",
                                                  "conclude",
                                                  "cancel",
                                                  "strike",
                                                  "undo",
                                                  "remark",
                                                  "escalate",
                                                  "init",
                                                  "import",
                                                  "assign",
                                                  "nightly",
                                                  "activate",
                                                  "grant",
                                                  "revoke",
                                                  "actor",
                                                  "department",
                                                  "plan",
                                                  "clock",
                                                  "void",
                                                  "new"};
constexpr std::array<std::string_view, 6> roles{"lead",    "co",    "coordinator",
                                                "auditor", "admin", "scheduler"};
constexpr std::array<std::string_view, 8> anchors{"due",      "assigned",  "started", "heard",
                                                  "reported", "requested", "entered", "raised"};
constexpr std::array<std::string_view, 4> units{"month", "quarter", "half-year", "year"};
constexpr std::array<std::string_view, 4> schedules{"once", "periodic", "staged", "ongoing"};
constexpr std::array<std::string_view, 4> lights{"green", "yellow", "red", "grey"};

template <class Enum, std::size_t n>
std::optional<Enum> parse(const std::array<std::string_view, n>& names, std::string_view text) {
  if (text.empty()) return std::nullopt;
  // Nearly all are told apart by length and first letter, without a call: audits ask for millions.
  const auto found = std::find_if(names.begin(), names.end(), [&](std::string_view name) {
    return name.size() == text.size() && name.front() == text.front() && name == text;
  });
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view to_text(TaskState state) { return states[static_cast<std::size_t>(state)]; }
std::optional<TaskState> parse_state(std::string_view text) {
  return parse<TaskState>(states, text);
}
bool is_live(TaskState state) {
  return state != TaskState::verified && state != TaskState::cancelled;
}
std::string_view to_text(Event event) { return events[static_cast<std::size_t>(event)]; }
std::optional<Event> parse_event(std::string_view text) { return parse<Event>(events, text); }
std::string_view to_text(Role role) { return roles[static_cast<std::size_t>(role)]; }
std::optional<Role> parse_role(std::string_view text) { return parse<Role>(roles, text); }
std::string_view to_text(Anchor anchor) { return anchors[static_cast<std::size_t>(anchor)]; }
std::optional<Anchor> parse_anchor(std::string_view text) {
  const std::optional<Anchor> anchor = parse<Anchor>(anchors, text);
  return anchor == Anchor::raised ? std::nullopt : anchor;
}
std::string_view to_text(CycleUnit unit) { return units[static_cast<std::size_t>(unit)]; }
std::optional<CycleUnit> parse_cycle_unit(std::string_view text) {
  return parse<CycleUnit>(units, text);
}
std::string_view to_text(ScheduleKind kind) { return schedules[static_cast<std::size_t>(kind)]; }
std::optional<ScheduleKind> parse_schedule_kind(std::string_view text) {
  return parse<ScheduleKind>(schedules, text);
}
std::string_view to_text(Light light) { return lights[static_cast<std::size_t>(light)]; }
std::optional<Light> parse_light(std::string_view text) { return parse<Light>(lights, text); }

bool is_step(Event event) { return event <= Event::remark && event != Event::deadline; }

bool is_department_step(Event event) {
  switch (event) {
    case Event::start:
    case Event::progress:
    case Event::contribute:
    case Event::report:
    case Event::withdraw:
    case Event::request_extension:
    case Event::remark:
      return true;
    default:
      return false;
  }
}

}  // namespace duban
