// The nightly run: fires what has come due, and says so.
#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/receipt.hpp"
#include "cli/rung_names.hpp"
#include "engine/log/base64.hpp"

namespace duban {
namespace {

/// Shown on a terminal only, on one line that the answer then replaces.
std::function<void(std::int64_t, std::int64_t)> progress_on(Context& context) {
  if (context.error_screen.width == 0) return {};
  return [&context](std::int64_t done, std::int64_t all) {
    context.err << "\r\x1b[K"
                << say(context.lang, "{done} of {all} tasks",
                       {{"done", std::to_string(done)}, {"all", std::to_string(all)}});
    if (done == all) context.err << "\r\x1b[K";
    context.err.flush();
  };
}

Value json_of(const NightReport& night, bool compare) {
  Value value;
  value.set("at", to_text(night.at));
  value.set("date", to_text(night.business_date));
  value.set("fired", night.fired);
  value.set("tasks", night.tasks);
  value.set("deadlines", night.deadlines);
  value.set("escalations", night.escalations);
  value.set("resumed", night.resumed);
  value.set("left", night.left);
  if (night.damaged > 0) value.set("damaged", night.damaged);
  if (compare) value.set("compared", night.compared);
  value.set("recorded", night.recorded);
  value.set("size", night.size);
  value.set("root", to_base64(night.root));
  Value timers = Value::Array{};
  for (const Entry& entry : night.entries) timers.push(timer_json(entry));
  value.set("timers", std::move(timers));
  return value;
}

/// What it fired, and how much that was.
void print_fired(Context& context, const World& world, const NightReport& night) {
  const Lang lang = context.lang;
  if (!night.entries.empty()) {
    RungNames names(world);
    for (const Entry& entry : night.entries) {
      context.out << to_text(night.zone->date_of(entry.effective)) << "  "
                  << (entry.task ? to_text(*entry.task) : "") << "  "
                  << timer_words(lang, entry, names(lang, entry)) << '\n';
    }
  }
  const auto shown_count = static_cast<std::int64_t>(night.entries.size());
  if (night.fired > shown_count) {
    context.out << say(lang, "and {count} more",
                       {{"count", std::to_string(night.fired - shown_count)}})
                << '\n';
  }
  if (night.fired == 0) {
    context.out << say(lang, "nothing was due") << '\n';
    return;
  }
  context.out << say(lang,
                     "{fired} timers of {tasks} tasks: {deadlines} deadlines passed, {escalations} "
                     "escalations raised, {resumed} suspensions ended",
                     {{"fired", std::to_string(night.fired)},
                      {"tasks", std::to_string(night.tasks)},
                      {"deadlines", std::to_string(night.deadlines)},
                      {"escalations", std::to_string(night.escalations)},
                      {"resumed", std::to_string(night.resumed)}})
              << '\n';
}

/// For monitors: its keys never change, but for what is only said when there is something to say.
void print_summary(Context& context, const NightReport& night, bool compare) {
  context.out << "at=" << to_text(night.at) << " date=" << to_text(night.business_date)
              << " fired=" << night.fired << " tasks=" << night.tasks
              << " deadlines=" << night.deadlines << " escalations=" << night.escalations
              << " resumed=" << night.resumed << " left=" << night.left << " size=" << night.size
              << " root=" << to_base64(night.root);
  if (compare) context.out << " compared=" << night.compared;
  if (night.damaged > 0) context.out << " damaged=" << night.damaged;
  context.out << '\n';
}

struct NightOptions {
  bool quiet = false;
  bool cron = false;
  bool compare = false;
};

Result<int> run_night(Context& context, const NightOptions& options) {
  DUBAN_TRY(const World world, duban::world(context));
  DUBAN_TRY(const NightReport night, nightly(world, progress_on(context), options.compare));
  const Errors left = troubles(night);
  if (left.empty()) context.settled = 0;
  if (options.cron && left.empty()) return 0;
  if (context.json()) {
    print_json(context, json_of(night, options.compare));
  } else {
    if (!options.quiet) print_fired(context, world, night);
    print_summary(context, night, options.compare);
  }
  return left.empty() ? 0 : fail(context, left);
}

}  // namespace

void add_nightly(CLI::App& app, Context& context) {
  auto options = std::make_shared<NightOptions>();
  CLI::App* command =
      add_command(app, "nightly", "fire every timer that has come due (每日巡检)",
                  "duban nightly\nduban nightly --quiet --compare\nduban nightly --cron --compare");
  flag(command, "--quiet", options->quiet, "print the last line only");
  flag(command, "--cron", options->cron, "print nothing unless something is wrong");
  flag(command, "--compare", options->compare,
       "compare some tasks, others each night, with the index that tells what is due");
  runs(command, context, [&context, options] { return run_night(context, *options); });
}

}  // namespace duban
