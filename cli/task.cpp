// Tasks that no document has.
#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/receipt.hpp"

namespace duban {
namespace {

struct Options {
  AddRequest request;
  std::string due;
  bool ongoing = false;
};

Result<int> add(Context& context, const Options& options) {
  AddRequest request = options.request;
  DUBAN_TRY(request.due, date_option("--due", options.due));
  if (request.due.has_value() == options.ongoing)
    return failed(Errc::usage, "a task has a day (--due) or goes on (--ongoing): say which");
  DUBAN_TRY(const World world, duban::world(context));
  DUBAN_TRY(const Receipt receipt, add_task(world, request));
  context.settled = 0;
  if (context.json())
    print_json(context, json_of(receipt, Event::assign, false));
  else
    print_receipt(context, receipt, false);
  return 0;
}

}  // namespace

void add_task(CLI::App& app, Context& context) {
  CLI::App* task = add_command(
      app, "task", "tasks that no document has: add (增列事项)",
      "duban task add hn135 --content '排查老旧桥梁。' --lead 省交通厅 --due 2018-06-30 "
      "--source '省长批示〔2018〕12号'");
  needs_command(task);
  auto options = std::make_shared<Options>();
  AddRequest& request = options->request;
  CLI::App* command =
      add_command(*task, "add", "add a task to a plan; by a coordinator",
                  "duban task add hn135 --content '排查老旧桥梁。' --lead 省交通厅 --co 省公安厅 "
                  "--due 2018-06-30 --source '省长批示〔2018〕12号' --evidence 批示.pdf");
  argument(command, "PLAN", request.plan, "the plan");
  required_option(command, "--content", request.content, "what is to be done", "TEXT");
  required_option(command, "--lead", request.lead, "who leads", "DEPT");
  repeated(command, "--co", request.co, "a department that takes part", "DEPT");
  option(command, "--due", options->due, "the day by which it is to be done", "DATE");
  flag(command, "--ongoing", options->ongoing, "it goes on, and is reported cycle by cycle");
  required_option(command, "--source", request.source,
                  "what it rests on: an instruction (批示件), minutes (纪要)", "TEXT");
  repeated(command, "--evidence", request.evidence, "a file of that", "PATH");
  flag(command, "--urgent", request.urgent, "it is urgent (急件)");
  runs(command, context, [&context, options] { return add(context, *options); });
}

}  // namespace duban
