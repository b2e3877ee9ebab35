// The steps that people take on tasks: one command for each event.
#include <algorithm>

#include "cli/advice.hpp"
#include "cli/answer.hpp"
#include "cli/change_words.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/gate.hpp"
#include "cli/receipt.hpp"
#include "cli/step_words.hpp"
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
  bool all_or_none = false;
};

/// Options whose values people write in several words, and those that may be given several times.
constexpr std::string_view text_options[] = {"--note", "--content", "--to", "--for", "--as"};
constexpr std::string_view repeated_options[] = {"--evidence", "--co", "--without", "--add-co",
                                                 "--drop-co"};

Result<StepRequest> request_of(const Options& options) {
  StepRequest request = options.request;
  DUBAN_TRY(request.due, date_option("--due", options.due));
  DUBAN_TRY(request.until, date_option("--until", options.until));
  DUBAN_TRY(request.dated, date_option("--dated", options.dated));
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

/// How `word` came to stand among the tasks: behind an option whose value was one word of several.
std::optional<Error> spilt(const Context& context, const std::string& word) {
  const auto& line = context.arguments;
  const auto at = std::find(line.begin(), line.end(), word);
  if (at == line.end() || at == line.begin()) return {};
  std::string name = *(at - 1);
  std::string value;
  if (const std::size_t equals = name.find('='); name.starts_with("--") && equals != name.npos) {
    value = name.substr(equals + 1);
    name.resize(equals);
  } else if (at - line.begin() > 1) {
    value = name;
    name = *(at - 2);
  }
  const bool repeats = std::find(std::begin(repeated_options), std::end(repeated_options), name) !=
                       std::end(repeated_options);
  if (!repeats &&
      std::find(std::begin(text_options), std::end(text_options), name) == std::end(text_options))
    return {};
  const Values values{{"word", word}, {"option", name}, {"value", value}};
  if (repeats) {
    return failed(Errc::usage,
                  "'{word}' is no task; give {option} once for each ({option} '{value}' {option} "
                  "'{word}'), or put words in quotes",
                  values)
        .value();
  }
  return failed(Errc::usage,
                "'{word}' is no task; put words in quotes, if it belongs to {option}: {option} "
                "'{value} {word}'",
                values)
      .value();
}

void print_done(Context& context, const Options& options, const std::vector<Receipt>& receipts) {
  Value results = Value::Array{};
  for (const Receipt& receipt : receipts) {
    if (context.format == Format::json) {
      results.push(json_of(receipt, options.request.event, options.dry_run));
    } else if (context.format == Format::jsonl) {
      print_json(context, json_of(receipt, options.request.event, options.dry_run));
    } else {
      print_receipt(context, receipt, options.dry_run);
    }
  }
  if (context.format == Format::json) print_json(context, results);
}

/// Each in a transaction of its own; what is done is told at once.
int step_on_each(Context& context, const Options& options, const World& world,
                 const std::vector<StepRequest>& requests) {
  int status = 0;
  std::vector<Receipt> done;
  for (const StepRequest& request : requests) {
    Result<Receipt> receipt = step(world, request, options.dry_run);
    if (!receipt) {
      status = std::max(status, refuse(context, world, request, receipt.error()));
    } else if (context.format == Format::json) {
      done.push_back(std::move(*receipt));  // one array, at the end
    } else {
      print_done(context, options, {std::move(*receipt)});
      context.out.flush();
    }
    if (!options.dry_run && (receipt || context.settled)) context.settled = status;
  }
  if (context.format == Format::json) print_done(context, options, done);
  return status;
}

/// All in one transaction, or none where one is refused.
Result<int> step_on_all(Context& context, const Options& options, const World& world,
                        const std::vector<StepRequest>& requests) {
  std::unique_ptr<Batch> batch;
  if (!options.dry_run) {
    DUBAN_TRY(batch, Batch::open(world));
  }
  std::vector<Receipt> done;
  std::vector<std::pair<const StepRequest*, Error>> refusals;
  for (const StepRequest& request : requests) {
    Result<Receipt> receipt = batch ? batch->step(request, world) : step(world, request, true);
    if (receipt) {
      done.push_back(std::move(*receipt));
    } else {
      refusals.emplace_back(&request, std::move(receipt).error());
    }
  }
  if (refusals.empty()) {
    if (batch) {
      DUBAN_TRY(batch->commit());
      context.settled = 0;
    }
    print_done(context, options, done);
    return 0;
  }
  batch.reset();
  int status = 0;
  for (const auto& [request, error] : refusals)
    status = std::max(status, refuse(context, world, *request, error));
  print_done(context, options, {});
  if (!context.json()) {
    context.err << "duban: "
                << say(context.lang,
                       "--all-or-none: nothing is done, {count} of {all} tasks are refused",
                       {{"count", std::to_string(refusals.size())},
                        {"all", std::to_string(requests.size())}})
                << '\n';
  }
  return status;
}

Result<int> take_steps(Context& context, const Options& options) {
  DUBAN_TRY(const StepRequest request, request_of(options));
  DUBAN_TRY(check_options(request));
  DUBAN_TRY(const World world, duban::world(context));
  const auto spill = [&context](const std::string& word) { return spilt(context, word); };
  const Checked<std::vector<std::string>> tasks = find_tasks(world, options.tasks, spill);
  if (!tasks) return fail(context, tasks.error());
  std::vector<StepRequest> requests(tasks->size(), request);
  for (std::size_t i = 0; i < requests.size(); ++i) requests[i].task = (*tasks)[i];
  const Result<int> status = options.all_or_none ? step_on_all(context, options, world, requests)
                                                 : step_on_each(context, options, world, requests);
  tell_gate_doubts(context);
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
  add.text("--lead", request.lead, "who leads, as the document should have been read; with --error",
           "DEPT");
  add.text("--deadline", request.deadline,
           "by when, as the document should have been read; with --error", "TEXT");
  add.flag("--keep-as-co", request.keep_as_co, "the old lead stays as a co-department");
  add.flag("--urgent", request.urgent, "it is urgent from now on (急件)");
  add.flag("--not-urgent", request.not_urgent, "it is urgent no longer");
  add.text("--for", request.for_department, "the department whose paper is recorded (代录)",
           "DEPT");
  add.text("--dated", options->dated, "the day that the paper claims; with --for", "DATE");
  flag(command, "--all-or-none", options->all_or_none,
       "all tasks in one transaction: one that is refused stops them all");
  flag(command, "--dry-run", options->dry_run, "show what would happen, write nothing");
  runs(command, context, [&context, options] { return take_steps(context, *options); });
}

}  // namespace

void add_steps(CLI::App& app, Context& context, std::string_view only) {
  for (const StepWords& words : all_steps()) {
    if (only.empty() || only == to_text(words.event)) add_step(app, context, words);
  }
}

}  // namespace duban
