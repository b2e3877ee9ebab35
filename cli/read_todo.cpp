// `duban todo`: what waits for one actor, most urgent first.
#include <algorithm>

#include "cli/answer.hpp"
#include "cli/read_common.hpp"
#include "cli/task_json.hpp"
#include "engine/policy/parties.hpp"
#include "engine/policy/permission.hpp"

namespace duban {
namespace {

/// One thing that the actor should do.
struct Item {
  TaskKey task;
  std::string role;  ///< in which it waits for the actor; `remark` when somebody asked
  Message why;
  int late_days = 0;
  Date day;  ///< due, or since when it waits
  // What a table shows of the task: it need not be read again for that.
  Date due;
  Light light = Light::green;
  int task_late_days = 0;
};

bool more_urgent(const Item& a, const Item& b) {
  if (a.late_days != b.late_days) return a.late_days > b.late_days;
  if (a.day != b.day) return a.day < b.day;
  return a.task < b.task;
}

/// Collects what one task wants of one actor.
class Waiting {
 public:
  Waiting(const TaskView& view, const Plan& plan, const Person& person, const Reading& reading)
      : task_(view.task),
        standing_(view.standing),
        plan_(plan),
        person_(person),
        basis_(reading.basis()),
        today_(reading.today()) {}

  std::vector<Item> items() {
    if (waits_for(Role::lead) && is_lead(task_, department(), basis_.directory)) as_lead();
    as_co();
    if (person_.coordinator) as_coordinator();
    remarks();
    return std::move(items_);
  }

 private:
  const std::string& department() const { return person_.actor.department; }
  bool waits_for(Role role) const {
    const auto& roles = standing_.waits_for;
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  }
  bool acts_for(std::string_view name) const {
    return !department().empty() && (basis_.directory.same(name, department()) ||
                                     basis_.directory.is_member(department(), name));
  }
  Date day_of(Instant time) const { return basis_.zone.date_of(time); }
  void add(std::string role, Message why, Date day, int late = 0) {
    items_.push_back({task_.key, std::move(role), std::move(why), late, day, task_.due(),
                      standing_.light, standing_.late_days});
  }

  void as_lead() {
    if (task_.request) {
      add("lead",
          Message{"report; the extension asked for, until {wanted}, is not decided yet",
                  {{"wanted", to_text(task_.request->wanted)}}},
          task_.due(), standing_.late_days);
    } else if (!task_.started && task_.state != TaskState::overdue) {
      add("lead", Message{"start"}, task_.due(), standing_.late_days);
    } else if (task_.cycle) {
      add("lead", Message{"report on {cycle}", {{"cycle", task_.cycle->name}}}, task_.due(),
          standing_.late_days);
    } else {
      add("lead", Message{"report"}, task_.due(), standing_.late_days);
    }
  }

  void as_co() {
    if (task_.state == TaskState::verified) {
      if (is_owing(task_, department(), basis_.directory))
        add("co", Message{"contribute: the task was verified without it"}, task_.due(),
            standing_.late_days);
      return;
    }
    if (!waits_for(Role::co)) return;
    for (const std::string& co : standing_.missing) {
      if (!acts_for(co)) continue;
      const bool own_part_done = std::any_of(
          task_.contributions.begin(), task_.contributions.end(), [&](const Contribution& each) {
            return each.full && basis_.directory.same(each.department, department());
          });
      if (own_part_done) continue;  // of a group that waits for its other members
      const bool owes = contains(task_.owing, co, basis_.directory);
      // The others do not wait once the lead has reported.
      if (task_.state == TaskState::reported && !owes) continue;
      if (owes) {
        add("co", Message{"contribute: the lead reported without it"}, task_.due(),
            standing_.late_days);
      } else {
        add("co", Message{"contribute"}, task_.due(), standing_.late_days);
      }
      return;
    }
  }

  /// Whether separation of duties keeps this coordinator from `event`.
  bool is_kept_from(Event event) const {
    Command command;
    command.event = event;
    command.by = person_;
    command.note.push_back('-');
    const Result<Role> role = permission(task_, plan_, basis_, command, today_);
    return !role && role.error().code == Errc::forbidden;
  }

  void as_coordinator() {
    if (task_.state == TaskState::reported) {
      const Date since = day_of(task_.report->at);
      if (is_kept_from(Event::verify)) {
        add("coordinator", Message{"have it verified by another person, or return it"}, since);
      } else {
        add("coordinator", Message{"verify or return"}, since);
      }
    }
    if (task_.request && waits_for(Role::coordinator)) {
      const Values wanted{{"wanted", to_text(task_.request->wanted)}};
      if (is_kept_from(Event::grant_extension)) {
        add("coordinator",
            Message{"have another person decide on an extension until {wanted}", wanted},
            day_of(task_.request->at));
      } else {
        add("coordinator", Message{"grant or deny an extension until {wanted}", wanted},
            day_of(task_.request->at));
      }
    }
  }

  void remarks() {
    for (const Remark& remark : task_.remarks) {
      if (!acts_for(remark.to)) continue;
      Values values{{"actor", remark.actor}, {"note", remark.note}};
      if (remark.until) {
        values.emplace_back("until", to_text(*remark.until));
        add("remark", Message{"answer {actor} by {until}: {note}", std::move(values)},
            *remark.until, std::max(0, today_ - *remark.until));
      } else {
        add("remark", Message{"answer {actor}: {note}", std::move(values)}, day_of(remark.at));
      }
    }
  }

  const Task& task_;
  const Standing& standing_;
  const Plan& plan_;
  const Person& person_;
  const Basis& basis_;
  const Date today_;
  std::vector<Item> items_;
};

std::string role_text(Lang lang, const std::string& role) {
  if (const auto known = parse_role(role)) return word(lang, *known);
  return word(lang, Event::remark);
}

Status print(Context& context, Reading& reading, const std::vector<Item>& items) {
  Answer answer(context, {{"task", ColumnKind::key},
                          {"light", ColumnKind::key},
                          {"due", ColumnKind::date},
                          {"late", ColumnKind::number},
                          {"as", ColumnKind::key},
                          {"to do", ColumnKind::name},
                          {"title", ColumnKind::text}});
  const Lang lang = context.lang;
  for (const Item& item : items) {
    std::optional<TaskView> view;  // JSON tells all of it
    if (context.json()) {
      DUBAN_TRY(view, reading.task(item.task));
    }
    DUBAN_TRY(const TaskText text, reading.text(item.task));
    answer.add(
        [&]() -> std::vector<Cell> {
          const int late = item.task_late_days;
          return {to_text(item.task),
                  {word(lang, item.light), tint_of(item.light)},
                  due_text(lang, item.due, reading.basis().calendar),
                  late > 0 ? std::to_string(late) : std::string(),
                  role_text(lang, item.role),
                  say(lang, item.why),
                  title_of(text.content)};
        },
        [&] {
          Value value = json_of(*view, text, reading.basis());
          value.set("as", item.role);
          value.set("why", to_text(item.why));
          return value;
        });
  }
  answer.finish("nothing waits for you");
  return {};
}

Result<int> todo(Context& context) {
  DUBAN_TRY(const std::unique_ptr<Reading> held, reading(context));
  DUBAN_TRY(const Who who, Who::find(context, *held));
  TaskQuery query;
  if (!who.is_coordinator_somewhere()) {
    if (who.actor().department.empty()) {
      DUBAN_TRY(print(context, *held, {}));
      return 0;
    }
    query.involved = filter_of(who.actor().department, held->basis().directory).with_groups;
  }
  std::map<std::string, Person> persons;
  for (const Plan& plan : held->plans()) persons.emplace(plan.id, who.on(plan.id));
  std::vector<Item> items;
  DUBAN_TRY(held->each_task(query, [&](TaskView& view) -> Result<bool> {
    DUBAN_TRY(const Plan* plan, find_plan(*held, view.task.key.plan));
    for (Item& item : Waiting(view, *plan, persons.at(plan->id), *held).items())
      items.push_back(std::move(item));
    return true;
  }));
  std::stable_sort(items.begin(), items.end(), more_urgent);
  DUBAN_TRY(print(context, *held, items));
  if (context.format == Format::table) context.out << late_night(context.lang, *held);
  return 0;
}

}  // namespace

void add_todo(CLI::App& app, Context& context) {
  CLI::App* command = add_command(app, "todo", "what waits for you, most urgent first",
                                  "duban todo\nduban --as 省安监局 todo --at 2018-12-01");
  runs(command, context, [&context] { return todo(context); });
}

}  // namespace duban
