// `duban log`: entries of the log.
#include <algorithm>

#include "cli/answer.hpp"
#include "cli/read_common.hpp"
#include "cli/read_entry.hpp"
#include "engine/log/entry_text.hpp"

namespace duban {
namespace {

struct Options {
  std::string task, actor, event, since, until;
};

struct Filter {
  std::optional<TaskKey> task;
  std::string actor;
  std::optional<Event> event;
  std::optional<Instant> since, until;  ///< of `effective`, both included
};

/// An actor's id: exactly, by name, or by a part that only one has. A department's own account
/// needs no entry of its own among the actors.
Result<std::string> actor_id(const Reading& reading, const std::string& text) {
  const auto& actors = reading.people().actors;
  if (text.empty() || text == "scheduler" || actors.contains(text)) return text;
  const Directory& directory = reading.basis().directory;
  if (directory.find(text)) return directory.canonical(text);
  std::vector<std::string> found;
  for (const auto& [id, actor] : actors) {
    if (id.find(text) != id.npos || actor.name == text) found.push_back(id);
  }
  const Result<std::string> department = directory.resolve(text);
  if (department && std::find(found.begin(), found.end(), *department) == found.end())
    found.push_back(*department);
  if (found.size() == 1) return found.front();
  if (found.empty())
    return failed(Errc::not_found, "no actor or department {name}", {{"name", text}});
  return failed(Errc::ambiguous, "{name} is part of several names: {list}",
                {{"name", text}, {"list", joined(Lang::en, found)}});
}

Result<Filter> read_filter(Reading& reading, const Options& options) {
  Filter filter;
  if (!options.task.empty()) {
    DUBAN_TRY(filter.task, resolve_task(reading.view(), options.task));
  }
  DUBAN_TRY(filter.actor, actor_id(reading, options.actor));
  if (!options.event.empty()) {
    filter.event = parse_event(options.event);
    if (!filter.event)
      return failed(Errc::usage, "there is no event '{event}'", {{"event", options.event}});
  }
  const Zone& zone = reading.basis().zone;
  if (!options.since.empty()) {
    DUBAN_TRY(filter.since, parse_moment(options.since, zone));
  }
  if (!options.until.empty()) {
    DUBAN_TRY(filter.until, parse_moment(options.until, zone));
    // A day as the end means all of it.
    if (const Result<Date> day = parse_date(options.until))
      filter.until = Instant{zone.midnight(*day + 1).seconds - 1};
  }
  return filter;
}

bool fits(const Filter& filter, const Entry& entry) {
  return (!filter.task || entry.task == filter.task) &&
         (filter.actor.empty() || entry.actor == filter.actor) &&
         (!filter.event || entry.event == *filter.event) &&
         (!filter.since || entry.effective >= *filter.since) &&
         (!filter.until || entry.effective <= *filter.until);
}

/// Returns false to stop.
using Visit = std::function<Result<bool>(const Entry& entry, std::string_view body)>;

/// A task's entries by its back pointers, oldest first.
Status each_entry_of(Reading& reading, const TaskKey& key, const Visit& visit) {
  DUBAN_TRY(const std::optional<Task> task, reading.view().task(key));
  std::vector<std::string> bodies;
  for (std::int64_t seq = task ? task->last_entry : -1; seq >= 0;) {
    DUBAN_TRY(std::string body, reading.view().entry_body(seq));
    DUBAN_TRY(const Entry entry, parse_entry(body));
    bodies.push_back(std::move(body));
    const std::int64_t before = entry.prev.value_or(-1);
    if (before >= seq)
      return failed(Errc::corrupt, "entry {seq} points forward", {{"seq", std::to_string(seq)}});
    seq = before;
  }
  for (auto body = bodies.rbegin(); body != bodies.rend(); ++body) {
    DUBAN_TRY(const Entry entry, parse_entry(*body));
    DUBAN_TRY(const bool more, visit(entry, *body));
    if (!more) break;
  }
  return {};
}

Status each_entry(Reading& reading, const Filter& filter, const Visit& visit) {
  if (filter.task) return each_entry_of(reading, *filter.task, visit);
  return reading.view().each_entry(0, reading.meta().size,
                                   [&](std::int64_t, std::string_view body) -> Result<bool> {
                                     DUBAN_TRY(const Entry entry, parse_entry(body));
                                     return visit(entry, body);
                                   });
}

Result<int> log(Context& context, const Options& options) {
  DUBAN_TRY(const std::unique_ptr<Reading> held, reading(context));
  DUBAN_TRY(const Filter filter, read_filter(*held, options));
  Answer answer(context, {{"entry", ColumnKind::number},
                          {"time", ColumnKind::date},
                          {"task", ColumnKind::key},
                          {"step", ColumnKind::key},
                          {"by", ColumnKind::name},
                          {"state", ColumnKind::key},
                          {"note", ColumnKind::text},
                          {"details", ColumnKind::text},
                          {"account", ColumnKind::text, true},
                          {"recorded", ColumnKind::date, true}});
  const Lang lang = context.lang;
  const Zone& zone = held->basis().zone;
  DUBAN_TRY(
      each_entry(*held, filter, [&](const Entry& entry, std::string_view body) -> Result<bool> {
        if (!fits(filter, entry)) return true;
        if (context.format == Format::jsonl) {
          // The stored bytes, for whoever hashes them; only a terminal must not obey them.
          context.out << (context.screen.width > 0 ? shown_json(std::string(body)) : body) << '\n';
          return context.out.good();
        }
        answer.add(
            [&]() -> std::vector<Cell> {
              return {std::to_string(entry.seq),
                      zone.local_text(entry.effective),
                      entry.task ? to_text(*entry.task) : entry.plan,
                      word(lang, entry.event),
                      actor_text(lang, entry),
                      change_text(lang, entry),
                      note_of(entry),
                      details_text(lang, entry),
                      entry.via,
                      zone.local_text(entry.recorded)};
            },
            [&] { return *parse_value(body); });
        return context.out.good();  // after `log | head` there is nobody to go on for
      }));
  if (context.format != Format::jsonl) answer.finish("no entry fits");
  return 0;
}

}  // namespace

void add_log(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      add_command(app, "log", "entries of the log; --format jsonl prints the stored bytes",
                  "duban log --task 1.3.11\nduban log --event verify --since 2018-01-01");
  option(command, "--task", options->task, "only of this task", "TASK");
  option(command, "--actor", options->actor, "only by this actor", "ACTOR");
  option(command, "--event", options->event, "only of this kind, such as report", "EVENT");
  option(command, "--since", options->since, "in effect at or after this time", "TIME");
  option(command, "--until", options->until, "in effect at or before it; a day counts whole",
         "TIME");
  runs(command, context, [&context, options] { return log(context, *options); });
}

}  // namespace duban
