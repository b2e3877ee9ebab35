// The machine's clock against that of the log, and the way back after it was ahead.
#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/workspace.hpp"

namespace duban {
namespace {

Result<int> accept(Context& context, const std::string& note) {
  DUBAN_TRY(const World world, duban::world(context));
  DUBAN_TRY(const ClockReceipt receipt, accept_clock(world, note));
  context.settled = 0;
  if (context.json()) {
    print_json(context, Value::Object{{"seq", receipt.seq},
                                      {"now", to_text(receipt.now)},
                                      {"recorded_until", to_text(receipt.until)}});
    return 0;
  }
  context.out << say(context.lang,
                     "steps are judged at {now} from here on; until the machine passes {until}, "
                     "entries are recorded as of then",
                     {{"now", receipt.zone.local_text(receipt.now)},
                      {"until", receipt.zone.local_text(receipt.until)}})
              << '\n';
  return 0;
}

/// Fails as a step would now.
Result<int> show(Context& context) {
  DUBAN_TRY(const std::unique_ptr<Reading> reading, duban::reading(context));
  const World world = context.workspace->world(context);
  const Meta& meta = reading->meta();
  const Zone& zone = reading->basis().zone;
  DUBAN_TRY(const Instant now, step_time(meta, world, zone));
  if (context.json()) {
    print_json(context, Value::Object{{"now", to_text(now)},
                                      {"judged", to_text(meta.judged)},
                                      {"recorded", to_text(meta.last_time)}});
    return 0;
  }
  const Values values{{"now", zone.local_text(now)},
                      {"judged", zone.local_text(meta.judged)},
                      {"recorded", zone.local_text(meta.last_time)}};
  context.out << say(context.lang, "the clock says {now}; steps were judged up to {judged}", values)
              << '\n';
  if (meta.judged < meta.last_time) {
    context.out << say(context.lang,
                       "the clock was ahead once; entries are recorded as of {recorded} until the "
                       "machine passes it",
                       values)
                << '\n';
  }
  return 0;
}

}  // namespace

void add_clock(CLI::App& app, Context& context) {
  struct Options {
    bool accept = false;
    std::string note;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = add_command(
      app, "clock", "what the clock says, and the way back after it was ahead (时钟)",
      "duban clock\nduban clock --accept --note '3月2日重启后时钟快了八小时，现已校准'");
  flag(command, "--accept", options->accept,
       "the clock is right now, and was ahead before; by an admin");
  option(command, "--note", options->note, "what was wrong with it", "TEXT");
  runs(command, context, [&context, options]() -> Result<int> {
    if (options->accept) return accept(context, options->note);
    if (!options->note.empty()) return failed(Errc::usage, "--note goes with --accept");
    return show(context);
  });
}

}  // namespace duban
