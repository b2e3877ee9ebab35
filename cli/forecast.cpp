// `duban forecast`: what the coming months bring under the rules in force.
#include "cli/failure.hpp"
#include "cli/prospect.hpp"

namespace duban {

void add_forecast(CLI::App& app, Context& context) {
  auto options = std::make_shared<FutureOptions>();
  CLI::App* command =
      add_command(app, "forecast", "what the coming months bring; nothing is written",
                  "duban forecast --until 2019-12-31\n"
                  "duban forecast --until 2019-03-31 --department 省安监局 --list --lang zh");
  required_option(command, "--until", options->until, "the last day to look at", "DATE");
  add_future_options(command, *options);
  runs(command, context, [&context, options]() -> Result<int> {
    const auto view = open_future(context, *options);
    if (!view) return fail(context, view.error());
    return print_future(context, **view, options->list);
  });
}

}  // namespace duban
