#include "engine/operations/step.hpp"

#include <algorithm>
#include <map>

#include "engine/log/entry_text.hpp"
#include "engine/operations/attempt.hpp"
#include "engine/operations/names.hpp"
#include "engine/policy/permission.hpp"

namespace duban {

/// What the steps of one snapshot or transaction share. Nobody else can change it meanwhile, so it
/// is read once.
struct Batch::Shared {
  Meta meta;
  std::shared_ptr<const Basis> basis;
  People people;
  std::optional<Plan> plan = {};  // of the last task
};

namespace {

/// Names and files of a request become a command. What is wrong with an argument is kept for its
/// turn among the refusals; an unknown department is refused at once.
Result<Command> command_of(const StepRequest& request, const World& world, const Task& task,
                           const Directory& directory, Person person) {
  Command command;
  command.event = request.event;
  command.by = std::move(person);
  command.via = world.account;
  command.note = request.note;
  command.due = request.due;
  command.until = request.until;
  command.dated = request.dated;
  command.content = request.content;
  command.partial = request.partial;
  command.undo = request.undo;
  command.error = request.error;
  command.deadline = request.deadline;
  command.keep_as_co = request.keep_as_co;
  command.urgent = request.urgent;
  command.not_urgent = request.not_urgent;
  const auto department = [&](const std::string& name, std::string& out) -> Status {
    if (name.empty()) return {};
    DUBAN_TRY(out, resolve_department(name, directory, &task));
    return {};
  };
  const auto departments = [&](const std::vector<std::string>& names,
                               std::vector<std::string>& out) -> Status {
    for (const std::string& name : names) {
      DUBAN_TRY(std::string canonical, resolve_department(name, directory, &task));
      out.push_back(std::move(canonical));
    }
    return {};
  };
  DUBAN_TRY(department(request.to, command.to));
  DUBAN_TRY(department(request.lead, command.lead));
  DUBAN_TRY(department(request.for_department, command.for_department));
  DUBAN_TRY(departments(request.co, command.co));
  DUBAN_TRY(departments(request.without, command.without));
  DUBAN_TRY(departments(request.add_co, command.add_co));
  DUBAN_TRY(departments(request.drop_co, command.drop_co));
  for (const std::string& path : request.evidence) {
    Result<Attachment> file = world.vault.inspect(path);
    if (file) {
      command.evidence.push_back(std::move(*file));
    } else if (!command.argument) {
      command.argument = std::move(file).error();
    }
  }
  return command;
}

}  // namespace

Status check_options(const StepRequest& request) {
  Command bare;
  bare.event = request.event;
  bare.due = request.due;
  bare.until = request.until;
  bare.dated = request.dated;
  bare.to = request.to;
  bare.co = request.co;
  bare.without = request.without;
  bare.add_co = request.add_co;
  bare.drop_co = request.drop_co;
  bare.content = request.content;
  bare.for_department = request.for_department;
  bare.partial = request.partial;
  bare.undo = request.undo;
  bare.error = request.error;
  bare.lead = request.lead;
  bare.deadline = request.deadline;
  bare.keep_as_co = request.keep_as_co;
  bare.urgent = request.urgent;
  bare.not_urgent = request.not_urgent;
  // The content that `undo` brings back is found, not given.
  if (bare.event == Event::undo && !bare.content.empty())
    return failed(Errc::usage, "'{event}' takes no --{option}",
                  {{"event", "undo"}, {"option", "content"}});
  return check_usage(bare);
}

namespace {

struct Planned {
  Course course;
  Instant now;
  TaskState from = TaskState::assigned;
};

Result<Batch::Shared> read_shared(View& view, BasisCompiler& compiler) {
  DUBAN_TRY(Meta meta, view.meta());
  DUBAN_TRY(std::shared_ptr<const Basis> basis, basis_in_force(view, compiler));
  DUBAN_TRY(People people, view.people());
  return Batch::Shared{std::move(meta), std::move(basis), std::move(people)};
}

/// Names and files found, the time taken: what is to be decided.
struct Prepared {
  Task task;
  Command command;
  Instant now;
};

tl::unexpected<Error> gone(const TaskKey& key) {
  return failed(Errc::corrupt, "the row of {task} is gone", {{"task", to_text(key)}});
}

Result<Task> find_task(View& view, const std::string& name) {
  // A whole name is a key, and a stream of steps has no other: nothing else is looked up for it.
  if (const std::optional<TaskKey> whole = parse_task_key(name)) {
    DUBAN_TRY(std::optional<Task> task, view.task(*whole));
    if (task) return *std::move(task);
  }
  DUBAN_TRY(const TaskKey key, resolve_task(view, name));
  DUBAN_TRY(std::optional<Task> task, view.task(key));
  if (!task) return gone(key);
  return *std::move(task);
}

/// What the task said before its last act, from the log.
Result<std::string> content_before(View& view, const Task& task) {
  bool is_before = false;
  for (std::optional<std::int64_t> seq = task.last_entry; seq;) {
    DUBAN_TRY(const std::string body, view.entry_body(*seq));
    DUBAN_TRY(const Entry entry, parse_entry(body));
    const Value* content = entry.data.find("content");
    if (is_before && content && content->text()) return *content->text();
    if (entry.event == task.last_act->event) is_before = true;
    seq = entry.prev;
  }
  return failed(Errc::corrupt, "the log does not say what {task} said before",
                {{"task", to_text(task.key)}});
}

Result<Prepared> prepare(View& view, Batch::Shared& shared, const World& world,
                         const StepRequest& request) {
  const auto& [meta, basis, people, ignored] = shared;
  std::optional<Plan>& plan = shared.plan;
  DUBAN_TRY(Task task, find_task(view, request.task));
  const std::string& id = task.key.plan;
  if (!plan || plan->id != id) {
    DUBAN_TRY(plan, view.plan(id));
  }
  if (!plan) return gone(task.key);
  DUBAN_TRY(Person person, resolve_person(world, meta, people, basis->directory, id, view));
  DUBAN_TRY(Command command, command_of(request, world, task, basis->directory, std::move(person)));
  if (!command.deadline.empty()) {
    Result<Deadline> read = world.read_deadline
                                ? world.read_deadline(command.deadline, *plan, *basis)
                                : failed(Errc::argument, "there is no reader of deadlines here");
    if (read)
      command.schedule = std::move(*read);
    else if (!command.argument)
      command.argument = Error{Errc::argument, std::move(read).error().message, {}};
  }
  if (command.event == Event::undo && task.last_act && task.last_act->content) {
    DUBAN_TRY(command.content, content_before(view, task));
  }
  DUBAN_TRY(const Instant now, step_time(meta, world, basis->zone));
  return Prepared{std::move(task), std::move(command), now};
}

/// Everything up to the decision; writes nothing.
Result<Planned> plan_step(View& view, Batch::Shared& shared, const World& world,
                          const StepRequest& request) {
  DUBAN_TRY(const Prepared prepared, prepare(view, shared, world, request));
  const auto& [task, command, now] = prepared;
  const bool gap = gap_is_accepted(shared.meta, world, now);
  if (gap && !command.by.admin)
    return failed(Errc::role, "--accept-gap is for an admin; {actor} is none",
                  {{"actor", command.by.actor.id}});
  DUBAN_TRY(Course course,
            act(task, {*shared.plan, *shared.basis}, command, std::max(now, task.updated)));
  if (gap) {
    for (Entry& entry : course.entries) {
      if (entry.event == command.event) entry.data.set("accept-gap", true);
    }
  }
  return Planned{std::move(course), now, task.state};
}

Receipt receipt_of(Planned planned, const Batch::Shared& shared, Event event, std::int64_t first) {
  Receipt receipt;
  receipt.basis = shared.basis;
  receipt.task = planned.course.task.key;
  receipt.at = planned.now;
  receipt.from = planned.from;
  receipt.to = planned.course.task.state;
  if (first >= 0) {
    for (std::size_t i = 0; i < planned.course.entries.size(); ++i) {
      const Entry& entry = planned.course.entries[i];
      if (entry.event == event && entry.role != Role::scheduler)
        receipt.seq = first + static_cast<std::int64_t>(i);
    }
  }
  receipt.after = std::move(planned.course.task);
  receipt.entries = std::move(planned.course.entries);
  receipt.escalations = std::move(planned.course.escalations);
  return receipt;
}

}  // namespace

Result<Attempt> attempt(const World& world, const StepRequest& request) {
  DUBAN_TRY(const std::unique_ptr<View> view, world.store.read());
  DUBAN_TRY(Batch::Shared shared, read_shared(*view, world.compiler));
  DUBAN_TRY(Prepared prepared, prepare(*view, shared, world, request));
  const Instant now = std::max(prepared.now, prepared.task.updated);
  return Attempt{std::move(prepared.task), std::move(*shared.plan),     shared.basis,
                 std::move(shared.people), std::move(prepared.command), now};
}

Checked<std::vector<std::string>> find_tasks(
    const World& world, const std::vector<std::string>& names,
    const std::function<std::optional<Error>(const std::string& word)>& spill) {
  if (names.size() == 1 && is_task_name(names.front())) return names;
  const Result<std::unique_ptr<View>> view = world.store.read();
  if (!view) return tl::make_unexpected(Errors{view.error()});
  std::vector<std::string> whole;
  std::map<TaskKey, std::string> known;
  Errors errors;
  for (const std::string& name : names) {
    Result<TaskKey> key = resolve_task(**view, name);
    if (!key) {
      std::optional<Error> spilt;
      if (!is_task_name(name)) spilt = spill(name);
      if (!spilt && !is_task_name(name) && names.size() > 1) {
        spilt = failed(Errc::usage, "'{word}' is no task; put words that belong together in quotes",
                       {{"word", name}})
                    .value();
      }
      errors.push_back(spilt ? *spilt : std::move(key).error());
      continue;
    }
    const auto [first, is_new] = known.emplace(*key, name);
    if (!is_new) {
      errors.push_back(failed(Errc::usage, "{task} is named twice: '{first}' and '{second}'",
                              {{"task", to_text(*key)}, {"first", first->second}, {"second", name}})
                           .value());
    }
    whole.push_back(to_text(*key));
  }
  if (!errors.empty()) return tl::make_unexpected(std::move(errors));
  return whole;
}

Result<std::int64_t> write_course(Transaction& tx, Course& course, const Setting& setting,
                                  Moment moment) {
  std::int64_t first = -1;
  std::size_t raised = 0;
  for (Entry& entry : course.entries) {
    entry.recorded = moment.recorded;
    // A task that had lived ahead is acted on at its own last moment; what the clock said stands
    // beside it.
    if (entry.role != Role::scheduler && entry.effective > moment.now)
      entry.data.set("clock", to_text(moment.now));
    entry.prev.reset();
    if (course.task.last_entry >= 0) entry.prev = course.task.last_entry;
    DUBAN_TRY(const std::int64_t seq, tx.append(entry));
    entry.seq = seq;
    if (first < 0) first = seq;
    course.task.last_entry = seq;
    if (entry.event == Event::escalate) {
      DUBAN_ASSERT(raised < course.escalations.size());
      Escalation& escalation = course.escalations[raised++];
      escalation.recorded = moment.recorded;
      escalation.entry = seq;
    }
  }
  DUBAN_ASSERT(raised == course.escalations.size());
  const std::optional<Instant> next = next_moment(course.task, setting);
  DUBAN_ASSERT(!next || *next > moment.now);  // nothing that is due is left unraised
  DUBAN_TRY(tx.put(course.task, next));
  for (const Escalation& escalation : course.escalations) DUBAN_TRY(tx.put(escalation));
  if (course.content) {
    DUBAN_TRY(std::optional<TaskText> text, tx.text(course.task.key));
    if (!text) text.emplace();
    text->content = *course.content;
    DUBAN_TRY(tx.put(course.task.key, *text));
  }
  return first;
}

Batch::Batch(std::unique_ptr<Transaction> tx) : tx_(std::move(tx)) {}
Batch::~Batch() = default;

Result<std::unique_ptr<Batch>> Batch::open(const World& world) {
  DUBAN_TRY(std::unique_ptr<Transaction> tx, world.store.write());
  return std::unique_ptr<Batch>(new Batch(std::move(tx)));
}

Result<Receipt> Batch::step(const StepRequest& request, const World& world) {
  DUBAN_TRY(check_options(request));
  if (!shared_) {
    DUBAN_TRY(Shared shared, read_shared(*tx_, world.compiler));
    shared_ = std::make_unique<Shared>(std::move(shared));
  }
  DUBAN_TRY(Planned planned, plan_step(*tx_, *shared_, world, request));
  // Evidence is durable before the entry that names it; a file without an entry harms nobody.
  for (const Entry& entry : planned.course.entries) {
    if (entry.role == Role::scheduler || entry.event != request.event) continue;
    for (const std::string& path : request.evidence) {
      DUBAN_TRY(const Attachment file, world.vault.inspect(path));
      const auto named = [&](const Evidence& known) { return known.sha256 == file.sha256; };
      const auto& evidence = planned.course.task.evidence;
      if (std::find_if(evidence.begin(), evidence.end(), named) == evidence.end())
        return failed(Errc::argument, "{path} changed while it was read", {{"path", path}});
      DUBAN_TRY(world.vault.keep(path, file.sha256));
    }
  }
  DUBAN_TRY(const std::int64_t first,
            write_course(*tx_, planned.course, {*shared_->plan, *shared_->basis},
                         moment_of(shared_->meta, planned.now)));
  DUBAN_TRY(shared_->meta, tx_->meta());
  return receipt_of(std::move(planned), *shared_, request.event, first);
}

Status Batch::commit() { return tx_->commit(); }

Result<Receipt> step(const World& world, const StepRequest& request, bool dry_run) {
  if (dry_run) {
    DUBAN_TRY(check_options(request));
    DUBAN_TRY(const std::unique_ptr<View> view, world.store.read());
    DUBAN_TRY(Batch::Shared shared, read_shared(*view, world.compiler));
    DUBAN_TRY(Planned planned, plan_step(*view, shared, world, request));
    return receipt_of(std::move(planned), shared, request.event, -1);
  }
  DUBAN_TRY(const std::unique_ptr<Batch> batch, Batch::open(world));
  DUBAN_TRY(Receipt receipt, batch->step(request, world));
  DUBAN_TRY(batch->commit());
  return receipt;
}

}  // namespace duban
