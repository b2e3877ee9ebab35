// The steps that people take on tasks: one command for each event.
#include <algorithm>

#include "cli/advice.hpp"
#include "cli/answer.hpp"
#include "cli/change_words.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/receipt.hpp"
#include "cli/step_words.hpp"
#include "engine/base/utf8.hpp"
#include "engine/operations/attempt.hpp"

namespace duban {
namespace {

struct Options {
  std::vector<std::string> tasks;
  StepRequest request;
  std::string due;
  std::string until;
  std::string dated;
  bool dry_run = false;
};

Status check_text(const char* option, const std::string& text) {
  if (is_utf8(text)) return {};
  return failed(Errc::usage, "{option} is not valid UTF-8", {{"option", option}});
}

Result<StepRequest> request_of(const Options& options) {
  StepRequest request = options.request;
  DUBAN_TRY(request.due, date_option("--due", options.due));
  DUBAN_TRY(request.until, date_option("--until", options.until));
  DUBAN_TRY(request.dated, date_option("--dated", options.dated));
  DUBAN_TRY(check_text("--note", request.note));
  DUBAN_TRY(check_text("--content", request.content));
  for (const std::string& path : request.evidence) DUBAN_TRY(check_text("--evidence", path));
  return request;
}

/// A refusal says what the task is, since nothing has changed: "hn135/1.3.11 stays reported: …",
/// and what would alter it. Both are asked after the refusal, so that steps that pass do not pay.
int refuse(Context& context, const World& world, const StepRequest& request, Error error) {
  if (error.code < Errc::state || error.code > Errc::conflict) return fail(context, error);
  const Result<Attempt> tried = attempt(world, request);
  if (!tried) return fail(context, error);
  const auto& [task, plan, basis, people, command, now] = *tried;
  const Setting setting{plan, *basis};
  const Move refused{now, command};
  const Changes changes{task.key, smallest_changes(task, setting, people, command, now), refused,
                        basis.get()};
  const Advice advice{advice_words(context.lang, error, changes), json_of(changes)};
  const bool named = std::any_of(error.message.values.begin(), error.message.values.end(),
                                 [](const auto& value) { return value.first == "task"; });
  if (!named) {  // else the sentence says already which task it speaks of
    error.message = {"{task} stays {state}: {reason}",
                     {{"task", to_text(task.key)},
                      {"state", std::string(to_text(wait_until(task, setting, now).task.state))},
                      {"reason", say(context.lang, error.message)}}};
  }
  return fail(context, error, advice);
}

Result<int> step_on_each(Context& context, const Options& options) {
  DUBAN_TRY(StepRequest request, request_of(options));
  DUBAN_TRY(const World world, duban::world(context));
  int status = 0;
  Value results = Value::Array{};
  for (const std::string& task : options.tasks) {
    request.task = task;
    const Result<Receipt> receipt = step(world, request, options.dry_run);
    if (!receipt) {
      status = std::max(status, refuse(context, world, request, receipt.error()));
      continue;
    }
    if (context.format == Format::json) {
      results.push(json_of(*receipt, request.event, options.dry_run));
    } else if (context.format == Format::jsonl) {
      print_json(context, json_of(*receipt, request.event, options.dry_run));
    } else {
      DUBAN_TRY(const Zone zone, zone_of(world));
      RungNames names(world);
      print_receipt(context, *receipt, zone, names, options.dry_run);
    }
    context.out.flush();
  }
  if (context.format == Format::json) print_json(context, results);
  return status;
}

/// Adds the option if the event takes it.
class Adder {
 public:
  Adder(CLI::App* command, const StepWords& step) : command_(command), step_(step) {}

  void text(const char* name, std::string& value, const char* what, const char* value_name) {
    if (takes(step_, name + 2)) option(command_, name, value, what, value_name);
  }
  void list(const char* name, std::vector<std::string>& values, const char* what) {
    if (takes(step_, name + 2)) repeated(command_, name, values, what, "DEPT");
  }
  void flag(const char* name, bool& value, const char* what) {
    if (takes(step_, name + 2)) duban::flag(command_, name, value, what);
  }

 private:
  CLI::App* command_;
  const StepWords& step_;
};

void add_step(CLI::App& app, Context& context, const StepWords& words) {
  auto options = std::make_shared<Options>();
  StepRequest& request = options->request;
  request.event = words.event;
  CLI::App* command =
      add_command(app, std::string(to_text(words.event)).c_str(), words.what, words.example);
  arguments(command, "TASK", options->tasks, "tasks, such as hn135/1.3.11, 1.3.11 or 一（三）11");
  option(command, "--note", request.note, "the words that come with it (办理说明)", "TEXT");
  repeated(command, "--evidence", request.evidence, "a file that proves it (佐证材料)", "FILE");

  Adder add(command, words);
  add.text("--due", options->due, "the new due date", "DATE");
  add.text("--until", options->until, "the day on which it ends", "DATE");
  add.text("--to", request.to, "the department it goes to", "DEPT");
  add.list("--co", request.co, "a co-department that is meant");
  add.flag("--undo", request.undo, "take the excuse back");
  add.list("--without", request.without, "a co-department that still owes its part");
  add.flag("--partial", request.partial, "more will come: it does not count yet");
  add.list("--add-co", request.add_co, "a co-department more");
  add.list("--drop-co", request.drop_co, "a co-department less");
  add.text("--content", request.content, "what the task says from now on", "TEXT");
  add.flag("--error", request.error, "what stood there was a misreading of the document");
  add.flag("--keep-as-co", request.keep_as_co, "the old lead stays as a co-department");
  add.flag("--urgent", request.urgent, "it is urgent from now on (急件)");
  add.flag("--not-urgent", request.not_urgent, "it is urgent no longer");
  add.text("--for", request.for_department, "the department whose paper is recorded (代录)",
           "DEPT");
  add.text("--dated", options->dated, "the day that the paper claims; with --for", "DATE");
  flag(command, "--dry-run", options->dry_run, "show what would happen, write nothing");
  runs(command, context, [&context, options] { return step_on_each(context, *options); });
}

}  // namespace

void add_steps(CLI::App& app, Context& context, std::string_view only) {
  for (const StepWords& words : all_steps()) {
    if (only.empty() || only == to_text(words.event)) add_step(app, context, words);
  }
}

}  // namespace duban
