#include "rules/proof/shapes.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "engine/policy/rules_for.hpp"

namespace duban::proof {
namespace {

constexpr std::size_t shapes_max = 1000;
constexpr std::size_t wanted_max = 4 * shapes_max;

/// What a task must be to be matched by some overrides; absent means open.
struct Wanted {
  std::optional<std::string> plan, part, section, task, lead;  // of headings the deepest
  std::vector<std::string> co;
  std::optional<bool> ongoing, urgent;
  std::optional<ScheduleKind> schedule;
};

/// Of two headings, or tasks, of which one is below the other the deeper: it is in both. Of two
/// that have nothing in common the first; nothing can be in both.
std::string deeper(const std::string& first, const std::string& second) {
  const auto plan = [](std::string_view text) {
    const std::size_t slash = text.find('/');
    return slash == text.npos ? std::string_view() : text.substr(0, slash + 1);
  };
  std::string_view a = first;
  std::string_view b = second;
  a.remove_prefix(plan(first).size());
  b.remove_prefix(plan(second).size());
  const bool is_below = b.size() > a.size() && b.starts_with(a) && b[a.size()] == '.';
  const std::string_view of = plan(first).empty() ? plan(second) : plan(first);
  return std::string(of) + std::string(is_below ? b : a);
}

/// Staged ones last: with the others a proof tells more of what is wrong.
constexpr ScheduleKind kinds_tried[] = {ScheduleKind::once, ScheduleKind::ongoing,
                                        ScheduleKind::periodic, ScheduleKind::staged};

bool is_ongoing(ScheduleKind kind) {
  return kind == ScheduleKind::ongoing || kind == ScheduleKind::periodic;
}

/// `wanted` narrowed by one of the values of a key, each in turn.
template <class Set>
std::vector<Wanted> narrowed(std::vector<Wanted> all, const std::vector<std::string>& values,
                             const Set& set) {
  if (values.empty()) return all;
  std::vector<Wanted> result;
  for (const Wanted& each : all) {
    for (const std::string& value : values) {
      if (result.size() == wanted_max) return result;
      Wanted copy = each;
      set(copy, value);
      result.push_back(std::move(copy));
    }
  }
  return result;
}

std::vector<Wanted> narrowed(const Wanted& start, const Match& match) {
  std::vector<Wanted> all{start};
  const auto keep = [](std::optional<std::string> Wanted::*member) {
    return [member](Wanted& w, const std::string& value) {
      if (!(w.*member)) w.*member = value;
    };
  };
  const auto narrow = [](std::optional<std::string> Wanted::*member) {
    return [member](Wanted& w, const std::string& value) {
      w.*member = w.*member ? deeper(*(w.*member), value) : value;
    };
  };
  all = narrowed(std::move(all), match.plan, keep(&Wanted::plan));
  all = narrowed(std::move(all), match.part, narrow(&Wanted::part));
  all = narrowed(std::move(all), match.section, narrow(&Wanted::section));
  all = narrowed(std::move(all), match.task, narrow(&Wanted::task));
  all = narrowed(std::move(all), match.lead, keep(&Wanted::lead));
  all = narrowed(std::move(all), match.co,
                 [](Wanted& w, const std::string& value) { w.co.push_back(value); });
  for (Wanted& each : all) {
    if (match.ongoing && !each.ongoing) each.ongoing = match.ongoing;
    if (match.urgent && !each.urgent) each.urgent = match.urgent;
    if (match.schedule && !each.schedule) each.schedule = match.schedule;
  }
  return all;
}

TaskKey key_of(const Wanted& wanted, const std::string& plan) {
  TaskKey key{wanted.plan.value_or(plan), {9, 9, 99}};
  // A task is in a section, a section in a part: the longest says the most.
  std::size_t depth = 0;
  for (const auto* heading : {&wanted.part, &wanted.section}) {
    if (!*heading) continue;
    const auto path = parse_path(**heading);
    if (!path) continue;
    key.path = *path;
    depth = key.depth();
    key.path[depth] = 99;
    if (heading == &wanted.part) {
      key.path[1] = 9;
      key.path[2] = 99;
    }
  }
  if (wanted.task) {
    std::string text = *wanted.task;
    if (text.find('/') == std::string::npos) text = key.plan + "/" + text;
    const std::optional<TaskKey> known = parse_task_key(text);
    if (known && known->depth() > depth)
      key = *known;
    else if (known)
      key.plan = known->plan;
  }
  return key;
}

/// `kind`, or the one that is wanted instead.
ScheduleKind kind_for(const Wanted& wanted, ScheduleKind kind) {
  if (wanted.schedule) return *wanted.schedule;
  if (!wanted.ongoing || *wanted.ongoing == is_ongoing(kind)) return kind;
  return *wanted.ongoing ? ScheduleKind::ongoing : ScheduleKind::once;
}

Deadline deadline_of(ScheduleKind kind) {
  Deadline deadline;
  deadline.ongoing = is_ongoing(kind);
  if (kind == ScheduleKind::periodic) deadline.every = CycleUnit::half_year;
  if (kind == ScheduleKind::staged) deadline.stages = {{}, {}};
  return deadline;
}

Shape shape_of(const Wanted& wanted, const Cast& cast, const std::string& plan, ScheduleKind kind,
               bool with_co, const Directory& directory) {
  Shape shape;
  shape.row.key = key_of(wanted, plan);
  const std::vector<std::string>& neutral = cast.neutral();
  const auto pick = [&](auto taken) {
    const auto found = std::find_if(neutral.begin(), neutral.end(),
                                    [&](const std::string& name) { return !taken(name); });
    return found == neutral.end() ? std::string("名录外单位") : *found;
  };
  const auto in_co = [&](const std::string& name) {
    return std::any_of(wanted.co.begin(), wanted.co.end(),
                       [&](const std::string& co) { return directory.same(co, name); });
  };
  shape.row.lead = wanted.lead ? directory.canonical(*wanted.lead) : pick(in_co);
  for (const std::string& co : wanted.co) {
    if (!directory.same(co, shape.row.lead)) shape.row.co.push_back(directory.canonical(co));
  }
  if (with_co && shape.row.co.empty()) {
    shape.row.co.push_back(
        pick([&](const std::string& name) { return directory.same(name, shape.row.lead); }));
  }
  shape.row.deadline = deadline_of(kind_for(wanted, kind));
  shape.row.urgent = wanted.urgent.value_or(false);
  shape.plan.id = shape.row.key.plan;
  return shape;
}

std::vector<bool> matched(const Shape& shape, const Basis& basis) {
  Task task;
  task.key = shape.row.key;
  task.lead = shape.row.lead;
  task.co = shape.row.co;
  task.set_schedule(shape.row.deadline);
  task.urgent = shape.row.urgent;
  return overrides_for(basis, task);
}

/// Which fields of a wish are fixed, and which overrides it then meets: of two that agree in both,
/// whatever more is asked of them, one stands for the other.
std::vector<bool> kind_of(const Wanted& wanted, const Cast& cast, const std::string& plan,
                          const Basis& basis) {
  std::vector<bool> kind{wanted.plan.has_value(),    wanted.part.has_value(),
                         wanted.section.has_value(), wanted.task.has_value(),
                         wanted.lead.has_value(),    wanted.ongoing.has_value(),
                         wanted.urgent.has_value(),  wanted.schedule.has_value()};
  for (std::size_t i = 0; i < wanted.co.size(); ++i) kind.push_back(true);
  kind.push_back(false);
  for (const ScheduleKind each : kinds_tried) {
    const Shape shape = shape_of(wanted, cast, plan, each, true, basis.directory);
    const std::vector<bool> met = matched(shape, basis);
    kind.insert(kind.end(), met.begin(), met.end());
  }
  return kind;
}

int days(Span span) {
  const int count = std::abs(span.count);
  return span.unit == SpanUnit::month         ? count * 31
         : span.unit == SpanUnit::working_day ? count * 7 / 4 + 15
                                              : count;
}

int reach(const std::vector<Rung>& rungs) {
  int most = 0;
  for (const Rung& rung : rungs) {
    if (!rung.at || (rung.at->value.anchor == Anchor::due && rung.at->value.offset.count > 0))
      continue;
    most = std::max(most, days(rung.at->value.offset));
  }
  return most;
}

}  // namespace

int days_to_due(const Rules& rules) {
  int most = reach(rules.base.rungs);
  for (const Override& each : rules.overrides) most = std::max(most, reach(each.layer.rungs));
  return std::max(364, most * 2 + 60);
}

void set_days(Deadline& deadline, Date day, int apart) {
  if (deadline.ongoing) return;
  deadline.due = day + apart;
  for (Stage& stage : deadline.stages) {
    day = day + apart;
    stage.due = deadline.due = day;
  }
}

bool goes_alike(const Deadline& a, const Deadline& b) {
  return a.ongoing == b.ongoing && a.stages.empty() == b.stages.empty();
}

Shapes shapes_of(const Basis& basis, const Cast& cast, const std::string& plan, Date day,
                 Budget& budget) {
  const Rules& rules = basis.rules;
  Shapes shapes;
  std::vector<Wanted> wanted{{}};
  std::set<std::vector<bool>> kinds{kind_of(wanted.front(), cast, plan, basis)};
  for (const Override& each : rules.overrides) {
    const std::size_t known = wanted.size();
    for (std::size_t i = 0; i < known && shapes.complete; ++i) {
      const std::vector<Wanted> more = narrowed(Wanted(wanted[i]), each.match);
      for (const Wanted& narrow : more) {
        if (!budget.spend() || more.size() == wanted_max || wanted.size() == wanted_max) {
          shapes.complete = false;
          break;
        }
        if (kinds.insert(kind_of(narrow, cast, plan, basis)).second) wanted.push_back(narrow);
      }
    }
  }
  for (const Wanted& each : wanted) {
    for (const ScheduleKind kind : kinds_tried) {
      for (const bool with_co : {true, false}) {
        // Of its co's a staged task makes no more than one that is due once.
        if (kind == ScheduleKind::staged && !with_co) continue;
        Shape shape = shape_of(each, cast, plan, kind, with_co, basis.directory);
        set_days(shape.row.deadline, day, days_to_due(rules));
        shape.chosen = matched(shape, basis);
        const auto same = [&](const Shape& known) {
          return known.chosen == shape.chosen && known.row.co.empty() == shape.row.co.empty() &&
                 goes_alike(known.row.deadline, shape.row.deadline);
        };
        if (std::any_of(shapes.all.begin(), shapes.all.end(), same)) continue;
        if (shapes.all.size() >= shapes_max) {
          shapes.complete = false;
          return shapes;
        }
        shapes.all.push_back(std::move(shape));
      }
    }
  }
  return shapes;
}

}  // namespace duban::proof
