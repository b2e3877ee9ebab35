#include "engine/operations/plans.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"
#include "engine/log/entry_text.hpp"
#include "engine/operations/entries.hpp"
#include "engine/policy/permission.hpp"

namespace duban {

bool is_plan_id(std::string_view id) {
  const auto ok = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return !id.empty() && id.size() <= 32 && id[0] != '_' && id[0] != '-' &&
         std::all_of(id.begin(), id.end(), ok);
}

tl::unexpected<Error> no_plan_id(const std::string& id) {
  return failed(Errc::usage,
                "'{plan}' cannot name a plan; use small letters, digits, '-' and '_', at most "
                "32, such as hn135",
                {{"plan", id}});
}

namespace {

tl::unexpected<Error> missing(std::string_view event, std::string what) {
  auto error = failed(Errc::missing, "'{event}' lacks: {missing}",
                      {{"event", std::string(event)}, {"missing", what}});
  error.value().missing = {std::move(what)};
  return error;
}

Value date(const std::optional<Date>& day) { return day ? Value(to_text(*day)) : Value(); }

Status check_words(const std::string& text) {
  if (text.size() <= note_bytes_max) return {};
  return failed(Errc::argument, "the content is longer than 64 KiB");
}

}  // namespace

Status new_plan(const World& world, const PlanRequest& request) {
  if (!is_plan_id(request.id)) return no_plan_id(request.id);
  if (is_blank(request.title)) return missing("plan new", "title");
  DUBAN_TRY(check_words(request.title));
  if (request.issued && request.ends && *request.ends < *request.issued)
    return failed(Errc::usage, "the plan would end before it was issued");
  DUBAN_TRY(const Office office, open_office(world, {Role::coordinator}, request.id, "plan new"));
  DUBAN_TRY(const std::optional<Plan> known, office.tx->plan(request.id));
  if (known) {
    return failed(Errc::conflict, "plan {plan} is there already; choose another id",
                  {{"plan", request.id}});
  }
  Plan plan;
  plan.id = request.id;
  plan.title = request.title;
  plan.issued = request.issued;
  plan.ends = request.ends;
  plan.imported = office.now;
  Entry entry = office_entry(
      office, world, Event::new_plan,
      Value::Object{
          {"ends", date(plan.ends)}, {"issued", date(plan.issued)}, {"title", plan.title}});
  entry.plan = plan.id;
  DUBAN_TRY(office.tx->append(std::move(entry)));
  DUBAN_TRY(office.tx->put(plan));
  return office.tx->commit();
}

namespace {

/// The row that the request describes, but for its place.
Result<PlanRow> row_of(const AddRequest& request, const Office& office) {
  PlanRow row;
  row.content = request.content;
  row.urgent = request.urgent;
  const Directory& directory = office.basis->directory;
  DUBAN_TRY(row.lead, resolve_department(request.lead, directory, nullptr));
  for (const std::string& name : request.co) {
    DUBAN_TRY(std::string co, resolve_department(name, directory, nullptr));
    if (co == row.lead || std::find(row.co.begin(), row.co.end(), co) != row.co.end())
      return failed(Errc::argument, "{name} is named twice", {{"name", co}});
    row.co.push_back(std::move(co));
  }
  row.deadline.ongoing = !request.due;
  if (!request.due) return row;
  const Date today = office.basis->zone.date_of(office.now);
  if (*request.due < today) {
    return failed(Errc::argument, "{due} has passed; a due date is today, {today}, or later",
                  {{"due", to_text(*request.due)}, {"today", to_text(today)}});
  }
  row.deadline.due = *request.due;
  row.deadline_text = to_text(*request.due);
  return row;
}

/// Behind the plan's last task, under the headings of that.
Status take_place(PlanRow& row, Transaction& tx, const std::string& plan) {
  TaskQuery query;
  query.plan = plan;
  row.key.plan = plan;
  DUBAN_TRY(tx.each_task(query, [&](Task& task) -> Result<bool> {
    row.key = task.key;
    return true;
  }));
  const std::size_t depth = row.key.depth();
  if (depth > 0) {
    DUBAN_TRY(const std::optional<TaskText> text, tx.text(row.key));
    if (text) row.titles = text->titles;
  }
  ++row.key.path.at(depth > 0 ? depth - 1 : 0);
  return {};
}

}  // namespace

Result<Receipt> add_task(const World& world, const AddRequest& request) {
  if (is_blank(request.content)) return missing("task add", "content");
  if (is_blank(request.source)) return missing("task add", "source");
  DUBAN_TRY(check_words(request.content));
  DUBAN_TRY(check_words(request.source));
  DUBAN_TRY(Office office, open_office(world, {Role::coordinator}, request.plan, "task add"));
  Transaction& tx = *office.tx;
  DUBAN_TRY(std::optional<Plan> plan, tx.plan(request.plan));
  if (!plan) return failed(Errc::not_found, "no plan {plan}", {{"plan", request.plan}});
  DUBAN_TRY(PlanRow row, row_of(request, office));
  DUBAN_TRY(take_place(row, tx, plan->id));
  Addition addition{request.source, {}};
  for (const std::string& path : request.evidence) {
    DUBAN_TRY(const Attachment file, world.vault.inspect(path));
    DUBAN_TRY(world.vault.keep(path, file.sha256));
    addition.evidence.push_back(file);
  }
  ++plan->tasks;
  DUBAN_TRY(tx.put(*plan));
  const By by{office.person.actor.id, world.account, office.person.actor.department, office.role};
  const Setting setting{*plan, *office.basis};
  Course birth = add(row, addition, setting, by, office.now);
  if (gap_is_accepted(office.meta, world, office.now))
    birth.entries.front().data.set("accept-gap", true);
  Course course = wait_until(std::move(birth.task), setting, office.now);
  course.entries.insert(course.entries.begin(), birth.entries.begin(), birth.entries.end());
  Receipt receipt;
  DUBAN_TRY(receipt.seq, write_course(tx, course, setting, office.moment()));
  DUBAN_TRY(tx.put(row.key, text_of(row)));
  DUBAN_TRY(tx.commit());
  receipt.basis = office.basis;
  receipt.task = row.key;
  receipt.at = office.now;
  receipt.to = course.task.state;
  receipt.after = std::move(course.task);
  receipt.entries = std::move(course.entries);
  receipt.escalations = std::move(course.escalations);
  return receipt;
}

namespace {

/// The first act of a department on the task, if any.
Result<std::optional<Entry>> department_act(View& view, const Task& task) {
  for (std::optional<std::int64_t> seq = task.last_entry; seq;) {
    DUBAN_TRY(const std::string body, view.entry_body(*seq));
    DUBAN_TRY(Entry entry, parse_entry(body));
    if (is_department_act(entry)) return std::optional(std::move(entry));
    seq = entry.prev;
  }
  return std::optional<Entry>();
}

std::string doer(const Entry& act) {
  const Value* recorded_for = act.data.find("for");
  if (recorded_for && recorded_for->text()) return *recorded_for->text();
  return act.department.empty() ? act.actor : act.department;
}

}  // namespace

Result<std::int64_t> void_plan(const World& world, const std::string& id, const std::string& note) {
  if (note.size() > note_bytes_max) {
    return failed(Errc::argument, "the note is longer than {max} bytes; attach it as evidence",
                  {{"max", std::to_string(note_bytes_max)}});
  }
  DUBAN_TRY(Office office, open_office(world, {Role::coordinator, Role::admin}, id, "plan void"));
  Transaction& tx = *office.tx;
  DUBAN_TRY(const std::optional<Plan> plan, tx.plan(id));
  if (!plan) return failed(Errc::not_found, "no plan {plan}", {{"plan", id}});
  TaskQuery query;
  query.plan = id;
  std::int64_t tasks = 0;
  DUBAN_TRY(tx.each_task(query, [&](Task& task) -> Result<bool> {
    ++tasks;
    DUBAN_TRY(const std::optional<Entry> act, department_act(tx, task));
    if (!act) return true;
    return failed(Errc::state,
                  "plan {plan} cannot be void: {department} has acted on {task} ('{event}', entry "
                  "{seq}); 'cancel' ends a task",
                  {{"plan", id},
                   {"department", doer(*act)},
                   {"task", to_text(task.key)},
                   {"event", std::string(to_text(act->event))},
                   {"seq", std::to_string(act->seq)}});
  }));
  Value data = Value::Object{{"tasks", tasks}, {"title", plan->title}};
  if (!is_blank(note)) data.set("note", note);
  Entry entry = office_entry(office, world, Event::void_plan, std::move(data));
  entry.plan = id;
  DUBAN_TRY(tx.append(std::move(entry)));
  DUBAN_TRY(tx.remove_plan(id));
  DUBAN_TRY(tx.commit());
  return tasks;
}

}  // namespace duban
