// `duban list`: tasks that fit, as they hold now.
#include <algorithm>

#include "cli/answer.hpp"
#include "cli/read_common.hpp"
#include "cli/task_json.hpp"
#include "engine/policy/parties.hpp"
#include "text/nearest.hpp"

namespace duban {
namespace {

struct Options {
  std::vector<std::string> states;
  std::string lead, co, department, plan, section, match, due_before, due_after, light, sort;
  bool late = false;
  bool ongoing = false;
  bool urgent = false;
  bool cycles = false;
};

/// Options as values. What a store can ask of its rows stands in `query`, the rest is asked of
/// each task as it holds now.
struct Filter {
  TaskQuery query;
  std::vector<TaskState> states;
  std::optional<DepartmentFilter> lead, co, department;
  std::optional<int> section;  ///< in any part
  std::string match;
  std::optional<Date> due_before, due_after;
  std::optional<Light> light;
  bool late = false;
  bool ongoing = false;
  bool urgent = false;
};

/// A word of a vocabulary, in English or as Chinese readers see it.
template <class Enum, std::size_t n>
Result<Enum> parse_word(const std::string& text, const std::array<Enum, n>& all,
                        std::string_view what) {
  std::vector<std::string> known;
  for (const Enum each : all) {
    if (text == to_text(each) || text == word(Lang::zh, each)) return each;
    known.emplace_back(to_text(each));
  }
  std::string guess = nearest(text, known);
  if (guess.empty()) guess = joined(Lang::en, known);
  return what == "state" ? failed(Errc::usage, "there is no state '{word}'; did you mean {guess}?",
                                  {{"word", text}, {"guess", guess}})
                         : failed(Errc::usage, "there is no light '{word}'; did you mean {guess}?",
                                  {{"word", text}, {"guess", guess}});
}

/// "1.3": part and section, perhaps more below; "3": that section of any part.
Status read_section(const std::string& text, Filter& filter) {
  if (text.empty()) return {};
  TaskKey heading;
  if (const auto path = parse_path(text)) heading.path = *path;
  const std::span<const int> numbers = heading.numbers();
  if (numbers.size() == 1) {
    filter.section = numbers[0];
    return {};
  }
  filter.query.below.assign(numbers.begin(), numbers.end());
  if (!numbers.empty() && numbers.size() < path_max) return {};
  return failed(Errc::usage, "--section takes PART.SECTION such as 1.3, not '{value}'",
                {{"value", text}});
}

Result<Filter> read_filter(Reading& reading, const Options& options) {
  Filter filter;
  for (const std::string& text : options.states) {
    DUBAN_TRY(const TaskState state, parse_word(text, all_states, "state"));
    filter.states.push_back(state);
  }
  if (!options.light.empty()) {
    constexpr std::array lights{Light::green, Light::yellow, Light::red, Light::grey};
    DUBAN_TRY(filter.light, parse_word(options.light, lights, "light"));
  }
  if (!options.sort.empty() && options.sort != "due" && options.sort != "key") {
    return failed(Errc::usage, "--sort takes due or key, not '{value}'", {{"value", options.sort}});
  }
  DUBAN_TRY(filter.due_before, date_option("--due-before", options.due_before));
  DUBAN_TRY(filter.due_after, date_option("--due-after", options.due_after));
  DUBAN_TRY(read_section(options.section, filter));
  if (!options.plan.empty()) {
    DUBAN_TRY(const Plan* plan, find_plan(reading, options.plan));
    filter.query.plan = plan->id;
  }
  DUBAN_TRY(filter.lead, department_filter(reading, options.lead));
  DUBAN_TRY(filter.co, department_filter(reading, options.co));
  DUBAN_TRY(filter.department, department_filter(reading, options.department));
  if (filter.lead) filter.query.lead = filter.lead->spellings;
  if (filter.department) {
    filter.query.involved = filter.department->with_groups;
  } else if (filter.co) {
    filter.query.involved = filter.co->spellings;
  }
  filter.match = options.match;
  filter.late = options.late;
  filter.ongoing = options.ongoing;
  filter.urgent = options.urgent;
  return filter;
}

/// The number of the section: of the second heading, or of the only one.
int section_of(const TaskKey& key) {
  const std::size_t depth = key.depth();
  return depth < 2 ? 0 : key.path[depth == 2 ? 0 : 1];
}

bool fits(const Filter& filter, const TaskView& view, const Basis& basis) {
  const Task& task = view.task;
  const Directory& directory = basis.directory;
  const auto& states = filter.states;
  if (!states.empty() && std::find(states.begin(), states.end(), task.state) == states.end())
    return false;
  if (filter.section && section_of(task.key) != *filter.section) return false;
  if (filter.lead && !directory.same(task.lead, filter.lead->name)) return false;
  if (filter.co && !is_co_name(task, filter.co->name, directory)) return false;
  if (filter.department && !is_lead(task, filter.department->name, directory) &&
      !is_co(task, filter.department->name, directory))
    return false;
  if (filter.due_before && task.due() >= *filter.due_before) return false;
  if (filter.due_after && task.due() <= *filter.due_after) return false;
  if (filter.light && view.standing.light != *filter.light) return false;
  if (filter.late && view.standing.late_days == 0) return false;
  return (!filter.ongoing || task.ongoing) && (!filter.urgent || task.urgent);
}

bool fits_words(const Filter& filter, const TaskText& text) {
  if (filter.match.empty()) return true;
  const auto has_it = [&](const std::string& words) {
    return words.find(filter.match) != words.npos;
  };
  return has_it(text.content) || std::any_of(text.titles.begin(), text.titles.end(), has_it) ||
         std::any_of(text.extra.begin(), text.extra.end(),
                     [&](const auto& each) { return has_it(each.first + "：" + each.second); });
}

const std::vector<Column> columns{
    {"task", ColumnKind::key},
    {"light", ColumnKind::key},
    {"state", ColumnKind::key},
    {"due", ColumnKind::date},
    {"late", ColumnKind::number},
    {"lead", ColumnKind::name},
    {"title", ColumnKind::text},
    {"last working day", ColumnKind::date, true},
    {"original due", ColumnKind::date, true},
    {"days overdue", ColumnKind::number, true},
    {"co", ColumnKind::text, true},
    {"missing", ColumnKind::text, true},
    {"owing", ColumnKind::text, true},
    {"waits for", ColumnKind::text, true},
    {"cycle", ColumnKind::key, true},
    {"reported", ColumnKind::date, true},
    {"verified", ColumnKind::date, true},
    {"extensions", ColumnKind::number, true},
    {"urgent", ColumnKind::key, true},
    {"part", ColumnKind::text, true},
    {"section", ColumnKind::text, true},
    {"content", ColumnKind::text, true},
    {"last note", ColumnKind::text, true},
    {"other columns", ColumnKind::text, true},
};

/// The document's other columns in one line: 分管领导：李明；备注：省民生实事.
std::string kept_text(const TaskText& text) {
  std::string lines;
  for (const auto& [heading, words] : text.extra)
    lines += (lines.empty() ? "" : "；") + (heading.empty() ? "" : heading + "：") + words;
  return lines;
}

std::vector<Cell> cells_of(const TaskView& view, const TaskText& text, const Basis& basis,
                           const Context& context) {
  const Lang lang = context.lang;
  const Task& task = view.task;
  const Standing& standing = view.standing;
  std::vector<std::string> waits_for;
  for (const Role role : standing.waits_for) waits_for.push_back(word(lang, role));
  const auto day = [&](const std::optional<Instant>& time) {
    return time ? to_text(basis.zone.date_of(*time)) : std::string();
  };
  const bool is_csv = context.format == Format::csv;
  return {to_text(task.key),
          {word(lang, standing.light), tint_of(standing.light)},
          word(lang, task.state),
          is_csv ? to_text(task.due()) : due_text(lang, task.due(), basis.calendar),
          standing.late_days > 0 || is_csv ? std::to_string(standing.late_days) : std::string(),
          task.lead,
          title_of(text.content),
          to_text(basis.calendar.last_workday_until(task.due())),
          to_text(task.original_due),
          std::to_string(standing.overdue_days),
          joined(lang, task.co),
          joined(lang, standing.missing),
          joined(lang, task.owing),
          joined(lang, waits_for),
          task.cycle ? task.cycle->name : std::string(),
          day(task.report ? std::optional(task.report->at) : std::nullopt),
          day(task.verified),
          std::to_string(task.extensions),
          task.urgent ? say(lang, "yes") : std::string(),
          part_title(text.titles),
          section_title(text.titles),
          text.content,
          task.last_note,
          kept_text(text)};
}

const std::vector<Column> cycle_columns{
    {"task", ColumnKind::key},      {"cycle", ColumnKind::key},     {"light", ColumnKind::key},
    {"state", ColumnKind::key},     {"due", ColumnKind::date},      {"late", ColumnKind::number},
    {"reported", ColumnKind::date}, {"verified", ColumnKind::date}, {"lead", ColumnKind::name},
    {"title", ColumnKind::text},
};

/// A task and one of its cycles; the present one has no record.
struct CycleRow {
  const TaskView& view;
  const TaskText& text;
  const CycleRecord* record = nullptr;
};

std::string state_text(const CycleRow& row, Lang lang) {
  if (!row.record) return word(lang, row.view.task.state);
  if (row.record->missed) return say(lang, "missed");
  return word(lang, row.record->verified ? TaskState::verified : TaskState::cancelled);
}

std::vector<Cell> cells_of(const CycleRow& row, const Basis& basis, const Context& context) {
  const Lang lang = context.lang;
  const Task& task = row.view.task;
  const CycleRecord* record = row.record;
  const Light light = record ? record->light : row.view.standing.light;
  const int late = record ? record->late_days : row.view.standing.late_days;
  const auto day = [&](const std::optional<Instant>& time) {
    return time ? to_text(basis.zone.date_of(*time)) : std::string();
  };
  const std::optional<Instant> reported = record        ? record->reported
                                          : task.report ? std::optional(task.report->at)
                                                        : std::nullopt;
  return {to_text(task.key),
          record       ? record->cycle.name
          : task.cycle ? task.cycle->name
                       : std::string(),
          {word(lang, light), tint_of(light)},
          state_text(row, lang),
          to_text(record ? record->due : task.due()),
          late > 0 || context.format == Format::csv ? std::to_string(late) : std::string(),
          day(reported),
          day(record ? record->verified : task.verified),
          task.lead,
          title_of(row.text.content)};
}

Value json_of(const CycleRow& row, const Basis& basis) {
  Value value = json_of(row.view, row.text, basis);
  value.set("missed", row.record && row.record->missed);
  if (!row.record) return value;
  const CycleRecord& record = *row.record;
  value.set("cycle", record.cycle.name);
  value.set("due", to_text(record.due));
  value.set("original_due", to_text(record.original_due));
  value.set("light", to_text(record.light));
  value.set("late_days", record.late_days);
  value.set("extensions", record.extensions);
  value.set("reported", record.reported ? Value(to_text(*record.reported)) : Value());
  value.set("verified", record.verified ? Value(to_text(*record.verified)) : Value());
  const TaskState state = record.missed     ? TaskState::overdue
                          : record.verified ? TaskState::verified
                                            : TaskState::cancelled;
  value.set("state", to_text(state));
  // Of a cycle that is over nobody waits for anything.
  for (const char* name : {"missing", "owing", "waits_for"}) value.set(name, Value::Array{});
  return value;
}

void add(Answer& answer, const TaskView& view, const TaskText& text, const Reading& reading,
         const Context& context, bool cycles) {
  if (!cycles) {
    answer.add([&] { return cells_of(view, text, reading.basis(), context); },
               [&] { return json_of(view, text, reading.basis()); });
    return;
  }
  const auto add_cycle = [&](const CycleRecord* record) {
    const CycleRow row{view, text, record};
    answer.add([&] { return cells_of(row, reading.basis(), context); },
               [&] { return json_of(row, reading.basis()); });
  };
  for (const CycleRecord& record : view.task.cycles) add_cycle(&record);
  add_cycle(nullptr);
}

Result<int> list(Context& context, const Options& options) {
  DUBAN_TRY(const std::unique_ptr<Reading> held, reading(context));
  DUBAN_TRY(const Filter filter, read_filter(*held, options));
  Answer answer(context, options.cycles ? cycle_columns : columns);
  std::vector<std::pair<Date, TaskKey>> sorted;
  DUBAN_TRY(held->each_task(filter.query, [&](TaskView& view) -> Result<bool> {
    if (!fits(filter, view, held->basis())) return true;
    DUBAN_TRY(const TaskText text, held->text(view.task.key));
    if (!fits_words(filter, text)) return true;
    if (options.sort == "due") {
      sorted.emplace_back(view.task.due(), view.task.key);
    } else {
      add(answer, view, text, *held, context, options.cycles);
    }
    return true;
  }));
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [due, key] : sorted) {
    DUBAN_TRY(const TaskView view, held->task(key));
    DUBAN_TRY(const TaskText text, held->text(key));
    add(answer, view, text, *held, context, options.cycles);
  }
  answer.finish("no task fits");
  return 0;
}

}  // namespace

void add_list(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_command(app, "list", "tasks that fit, as they hold now",
                                  "duban list --department 省安监局 --light red\n"
                                  "duban list --state overdue --state reported --sort due\n"
                                  "duban list --ongoing --cycles --format csv");
  repeated(command, "--state", options->states, "in this state; several times for any of them",
           "STATE");
  option(command, "--lead", options->lead, "led by this department", "DEPT");
  option(command, "--co", options->co, "with this department among the co's", "DEPT");
  option(command, "--department", options->department, "with it as lead, as co or through a group",
         "DEPT");
  option(command, "--plan", options->plan, "of this plan", "PLAN");
  option(command, "--section", options->section,
         "of this section: PART.SECTION, or SECTION in any part", "SECTION");
  option(command, "--match", options->match, "with this text in content, headings or other columns",
         "TEXT");
  option(command, "--due-before", options->due_before, "due earlier than this day", "DATE");
  option(command, "--due-after", options->due_after, "due later than this day", "DATE");
  option(command, "--light", options->light, "green, yellow, red or grey", "LIGHT");
  flag(command, "--late", options->late, "only those late in their present cycle");
  flag(command, "--ongoing", options->ongoing, "only those without a final deadline");
  flag(command, "--urgent", options->urgent, "only urgent matters (急件)");
  flag(command, "--cycles", options->cycles, "a row for each task and cycle");
  option(command, "--sort", options->sort, "by due, or by key as without it", "ORDER");
  runs(command, context, [&context, options] { return list(context, *options); });
}

}  // namespace duban
