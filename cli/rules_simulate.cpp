// `duban rules simulate`: other rules on a copy of the live tasks: ahead, beside older ones, and
// over the past.
#include <algorithm>

#include "cli/answer.hpp"
#include "cli/failure.hpp"
#include "cli/prospect.hpp"
#include "cli/rule_text.hpp"
#include "cli/workspace.hpp"
#include "engine/policy/rules_for.hpp"
#include "rehearsal/backtest.hpp"

namespace duban {
namespace {

struct Options {
  FutureOptions future;
  std::string rules, compare;
  bool backtest = false;
};

/// How often each rung is raised, before and after, and how it is called.
struct Count {
  std::string name;
  std::int64_t before = 0;
  std::int64_t after = 0;
};
using Counts = std::map<std::string, Count>;

/// The rungs of one task under both rules, whose authors know them by name and id; in files for
/// programs by the id alone.
class Rungs {
 public:
  Rungs(const Context& context, const RuleLayer& before, const RuleLayer& after)
      : context_(context), before_(before), after_(after) {}

  std::string name(const std::string& id, int level) const {
    if (context_.format == Format::csv) return id;
    return rung_words(context_.lang, after_.rung(id) ? after_ : before_, id, level);
  }
  void count(Counts& counts, const std::vector<Escalation>& before,
             const std::vector<Escalation>& after) const {
    for (const Escalation& each : before) ++named(counts, each).before;
    for (const Escalation& each : after) ++named(counts, each).after;
  }

 private:
  Count& named(Counts& counts, const Escalation& each) const {
    Count& count = counts[each.rung];
    if (count.name.empty()) count.name = name(each.rung, each.level);
    return count;
  }
  const Context& context_;
  const RuleLayer& before_;
  const RuleLayer& after_;
};

void print_counts(Context& context, const Counts& counts) {
  Sheet sheet{
      {{"rung", ColumnKind::key}, {"before", ColumnKind::number}, {"after", ColumnKind::number}},
      {}};
  for (const auto& [rung, count] : counts)
    sheet.rows.push_back({count.name, std::to_string(count.before), std::to_string(count.after)});
  if (!sheet.rows.empty()) context.out << render(sheet, context.lang, context.screen) << '\n';
}

Value json_of(const Counts& counts) {
  Value list = Value::Array{};
  for (const auto& [rung, count] : counts) {
    list.push(Value::Object{{"rung", rung}, {"before", count.before}, {"after", count.after}});
  }
  return list;
}

std::string day_text(const std::optional<Date>& day) { return day ? to_text(*day) : ""; }

std::string days_text(const Difference& one) {
  if (!one.before || !one.after) return "";
  const int days = *one.after - *one.before;
  return (days > 0 ? "+" : "") + std::to_string(days);
}

std::vector<Cell> cells_of(Lang lang, const TaskKey& task, const Difference& one,
                           const Rungs& rungs) {
  return {to_text(task),
          rungs.name(one.rung, one.level),
          std::to_string(one.occurrence + 1),
          level_word(lang, one.level),
          day_text(one.before),
          day_text(one.after),
          days_text(one)};
}

Value json_of(const TaskKey& task, const Difference& one) {
  const auto day = [](const std::optional<Date>& date) {
    return date ? Value(to_text(*date)) : Value();
  };
  return Value::Object{
      {"task", to_text(task)},
      {"rung", one.rung},
      {"occurrence", one.occurrence},
      {"generation", one.generation},
      {"level", one.level},
      {"before", day(one.before)},
      {"after", day(one.after)},
      {"days", one.before && one.after ? Value(*one.after - *one.before) : Value()},
      {"relevelled", one.relevelled}};
}

/// The differences of all tasks, as they come.
class Differences {
 public:
  explicit Differences(Context& context)
      : context_(context),
        answer_(context, {{"task", ColumnKind::key},
                          {"rung", ColumnKind::key},
                          {"number", ColumnKind::number},
                          {"level", ColumnKind::key},
                          {"before", ColumnKind::date},
                          {"after", ColumnKind::date},
                          {"days", ColumnKind::number}}) {}

  void add(const TaskKey& task, const std::vector<Escalation>& before,
           const std::vector<Escalation>& after, const Rungs& rungs, const Zone& zone) {
    rungs.count(counts_, before, after);
    for (const Difference& one : differences(before, after, zone)) {
      answer_.add([&] { return cells_of(context_.lang, task, one, rungs); },
                  [&] { return json_of(task, one); });
    }
  }
  void finish() {
    if (context_.format == Format::table) print_counts(context_, counts_);
    answer_.finish("no rung comes at another time");
  }

 private:
  Context& context_;
  Answer answer_;
  Counts counts_;
};

Result<int> compare(Context& context, FutureView& view, std::shared_ptr<const Basis> old_rules,
                    std::shared_ptr<const Basis> new_rules) {
  Differences all(context);
  const Zone& zone = view.reading->basis().zone;
  std::map<std::string_view, const Plan*> plans;
  for (const Plan& plan : view.reading->plans()) plans.emplace(plan.id, &plan);
  Future before = view.future, after = view.future;
  before.basis = std::move(old_rules);
  after.basis = std::move(new_rules);
  DUBAN_TRY(view.reading->each_task(view.query, [&](TaskView& task) -> Result<bool> {
    const Plan& plan = *plans.at(task.task.key.plan);
    const Outlook old = outlook(*view.reading, task, plan, before);
    const Outlook now = outlook(*view.reading, task, plan, after);
    const Rungs rungs(context, rules_for(*before.basis, task.task),
                      rules_for(*after.basis, task.task));
    all.add(task.task.key, old.course.escalations, now.course.escalations, rungs, zone);
    return true;
  }));
  all.finish();
  return 0;
}

/// The past under the new rules, beside what happened.
class Backtest {
 public:
  Backtest(Context& context, Reading& reading, const Basis& other)
      : context_(context), reading_(reading), other_(other) {}

  Status add(const Past& past, const TaskView& view) {
    DUBAN_TRY(const std::vector<Entry> history, reading_.history(view));
    DUBAN_TRY(const std::vector<Escalation> happened, reading_.escalations(view));
    DUBAN_TRY(const OtherPast other, past.play(history, reading_.now()));
    ++tasks_;
    commands_ += other.commands;
    const Zone& zone = reading_.basis().zone;
    for (const RefusedCommand& each : other.refused) add_refusal(view.task.key, each, zone);
    const Rungs rungs(context_, rules_for(reading_.basis(), view.task),
                      rules_for(other_, view.task));
    rungs.count(counts_, happened, other.escalations);
    for (const Difference& one : differences(happened, other.escalations, zone)) {
      rungs_.rows.push_back(cells_of(context_.lang, view.task.key, one, rungs));
      if (context_.json()) rung_values_.push(json_of(view.task.key, one));
    }
    return {};
  }

  void print() {
    if (context_.json()) {
      print_json(context_, json());
      return;
    }
    const Lang lang = context_.lang;
    context_.out << say(lang,
                        "{commands} commands on {tasks} tasks: {refused} would have been refused, "
                        "{follows} of them after an earlier refusal; {rungs} escalations differ",
                        {{"commands", std::to_string(commands_)},
                         {"tasks", std::to_string(tasks_)},
                         {"refused", std::to_string(refusals_.rows.size())},
                         {"follows", std::to_string(follows_)},
                         {"rungs", std::to_string(rungs_.rows.size())}})
                 << '\n';
    if (!refusals_.rows.empty()) context_.out << '\n' << render(refusals_, lang, context_.screen);
    if (rungs_.rows.empty()) return;
    context_.out << '\n';
    print_counts(context_, counts_);
    context_.out << render(rungs_, lang, context_.screen);
  }

 private:
  void add_refusal(const TaskKey& task, const RefusedCommand& each, const Zone& zone) {
    if (each.follows) ++follows_;
    const std::string day = to_text(zone.date_of(each.entry.effective));
    const std::string reason = sentence(context_.lang, each.error);
    refusals_.rows.push_back({to_text(task), day, word(context_.lang, each.entry.event),
                              each.entry.actor, code_word(context_.lang, to_text(each.error.code)),
                              reason, each.follows ? say(context_.lang, "follows") : ""});
    if (!context_.json()) return;
    refusal_values_.push(Value::Object{{"task", to_text(task)},
                                       {"seq", each.entry.seq},
                                       {"day", day},
                                       {"event", to_text(each.entry.event)},
                                       {"actor", each.entry.actor},
                                       {"follows", each.follows},
                                       {"refusal", duban::json_of(context_.lang, each.error)}});
  }

  Value json() {
    return Value::Object{{"commands", commands_},
                         {"tasks", tasks_},
                         {"refused", std::move(refusal_values_)},
                         {"rungs", json_of(counts_)},
                         {"differences", std::move(rung_values_)}};
  }

  Context& context_;
  Reading& reading_;
  const Basis& other_;
  std::int64_t tasks_ = 0, commands_ = 0, follows_ = 0;
  Counts counts_;
  Sheet refusals_{{{"task", ColumnKind::key},
                   {"day", ColumnKind::date},
                   {"event", ColumnKind::key},
                   {"actor", ColumnKind::key},
                   {"code", ColumnKind::key},
                   {"reason", ColumnKind::text},
                   {"remarks", ColumnKind::key}},
                  {}};
  Sheet rungs_{{{"task", ColumnKind::key},
                {"rung", ColumnKind::key},
                {"number", ColumnKind::number},
                {"level", ColumnKind::key},
                {"before", ColumnKind::date},
                {"after", ColumnKind::date},
                {"days", ColumnKind::number}},
               {}};
  Value refusal_values_ = Value::Array{};
  Value rung_values_ = Value::Array{};
};

Result<int> backtest(Context& context, const Options& options) {
  DUBAN_TRY(const std::unique_ptr<Reading> held, reading(context));
  const auto basis = basis_with(context, *held, options.rules);  // whether it is one at all
  if (!basis) return fail(context, basis.error());
  DUBAN_TRY(const RuleText rules, rule_text(options.rules));
  DUBAN_TRY(const Past past, Past::read(held->view(), *context.workspace->compiler, rules.text));
  TaskQuery query;
  DUBAN_TRY(limit_to(*held, options.future, query));
  Backtest test(context, *held, **basis);
  DUBAN_TRY(held->each_task(query, [&](TaskView& view) -> Result<bool> {
    DUBAN_TRY(test.add(past, view));
    return true;
  }));
  test.print();
  return 0;
}

Result<int> simulate(Context& context, const Options& options) {
  if (options.backtest) return backtest(context, options);
  if (options.future.until.empty())
    return failed(Errc::usage, "say --until which day, or --backtest");
  const auto view = open_future(context, options.future);
  if (!view) return fail(context, view.error());
  const auto rules = basis_with(context, *(*view)->reading, options.rules);
  if (!rules) return fail(context, rules.error());
  if (!options.compare.empty()) {
    const auto old = basis_with(context, *(*view)->reading, options.compare);
    if (!old) return fail(context, old.error());
    return compare(context, **view, *old, *rules);
  }
  (*view)->future.basis = *rules;
  return print_future(context, **view, options.future.list);
}

}  // namespace

void add_rules_simulate(CLI::App& rules, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_command(
      rules, "simulate", "try a rule file on a copy of the live tasks; nothing is written",
      "duban rules simulate --rules new.yaml --until 2019-12-31\n"
      "duban rules simulate --rules new.yaml --compare old.yaml --until 2019-12-31 --format csv\n"
      "duban rules simulate --rules new.yaml --until 2019-12-31 --behaviour habits.yaml\n"
      "duban rules simulate --rules new.yaml --backtest --lang zh");
  required_option(command, "--rules", options->rules,
                  "the rule file to try, or the name of a shipped one", "FILE");
  option(command, "--until", options->future.until, "the last day to look at", "DATE");
  option(command, "--compare", options->compare,
         "which rungs come when under this file and under the other", "FILE");
  flag(command, "--backtest", options->backtest,
       "play the past again: what would have been refused, and what raised");
  add_future_options(command, options->future);
  runs(command, context, [&context, options] { return simulate(context, *options); });
}

}  // namespace duban
