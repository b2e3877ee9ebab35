// `duban explain`: what can happen to a task next, who may do it, and what is still missing.
#include "cli/answer.hpp"
#include "cli/explanation.hpp"
#include "cli/failure.hpp"
#include "cli/read_common.hpp"

namespace duban {
namespace {

/// What a timer's day was counted from, as a sum.
std::string sum_text(Lang lang, const TimerAhead& timer) {
  if (!timer.rung) return timer.from ? to_text(*timer.from) + " + 1d" : std::string();
  const At& at = timer.rung->at->value;
  const int days = at.offset.count;
  std::string text = anchor_words(lang, at) + " " + to_text(*timer.from);
  if (days != 0) {
    const Span length{days < 0 ? -days : days, at.offset.unit};
    text += (days < 0 ? " - " : " + ") + to_text(length);
  }
  if (timer.occurrence > 0 && timer.rung->every) {
    text += " + " + std::to_string(timer.occurrence) + " × " + to_text(timer.rung->every->value);
  }
  return text;
}

class Explanation {
 public:
  Explanation(Context& context, const Reading& reading, const TaskView& view)
      : context_(context),
        out_(context.out),
        lang_(context.lang),
        basis_(reading.basis()),
        task_(view.task),
        standing_(view.standing) {}

  void print(const std::vector<EventAnswer>& answers, const std::vector<TimerAhead>& timers) {
    out_ << tinted(to_text(task_.key), Tint::bold, context_.screen) << "  "
         << word(lang_, task_.state) << "  "
         << tinted(word(lang_, standing_.light), tint_of(standing_.light), context_.screen) << "  "
         << say_here("due {due}", {{"due", due_text(lang_, task_.due(), basis_.calendar)}}) << '\n';
    for (const EventAnswer& answer : answers) print(answer);
    std::vector<std::string> others;
    for (const Event event : events_not_from(task_.state)) others.push_back(word(lang_, event));
    out_ << '\n'
         << say_here(
                "not while it is {state}: {events}",
                {{"state", std::string(to_text(task_.state))}, {"events", joined(lang_, others)}})
         << '\n';
    print(timers);
  }

  Value json(const std::vector<EventAnswer>& answers, const std::vector<TimerAhead>& timers) {
    Value::Array events;
    for (const EventAnswer& answer : answers) events.push_back(json(answer));
    Value::Array ahead;
    for (const TimerAhead& timer : timers) ahead.push_back(json(timer));
    return Value::Object{{"task", to_text(task_.key)},        {"state", to_text(task_.state)},
                         {"light", to_text(standing_.light)}, {"due", to_text(task_.due())},
                         {"events", std::move(events)},       {"timers", std::move(ahead)}};
  }

 private:
  std::string say_here(std::string_view text, const Values& values = {}) const {
    return say(lang_, text, values);
  }
  void line(std::string_view label, const std::string& text) {
    out_ << "  " << padded(say_here(label), 6) << "  " << shown(text) << '\n';
  }

  std::string with_rule(const std::string& text, const Place& rule) const {
    return rule.line == 0 ? text : text + " (" + rule_text(rule) + ")";
  }

  std::string lacks_text(const std::vector<Lack>& lacks) const {
    std::vector<std::string> parts;
    for (const Lack& lack : lacks) {
      std::string text = missing_word(lang_, lack.what);
      for (const std::string& other : lack.or_else)
        text = say_here("{one} or {other}", {{"one", text}, {"other", missing_word(lang_, other)}});
      if (lack.count > 1) text += " × " + std::to_string(lack.count);
      if (!lack.departments.empty()) {
        text = say_here("{what} of {departments}",
                        {{"what", text}, {"departments", joined(lang_, lack.departments)}});
      }
      parts.push_back(with_rule(text, lack.rule));
    }
    return joined(lang_, parts);
  }

  std::string outcome_text(const Probe& probe) const {
    if (probe.refusal && probe.refusal->code != Errc::missing)
      return sentence(lang_, *probe.refusal);
    const std::string lacks = lacks_text(probe.lacks);
    if (probe.refusal) return say_here("not yet; it lacks: {lacks}", {{"lacks", lacks}});
    return lacks.empty() ? say_here("may, as it stands")
                         : say_here("may, with: {lacks}", {{"lacks", lacks}});
  }

  void print(const EventAnswer& answer) {
    const Probe& probe = answer.probe;
    out_ << '\n' << tinted(word(lang_, answer.event), Tint::bold, context_.screen);
    if (lang_ == Lang::zh) out_ << " (" << to_text(answer.event) << ")";
    if (probe.to) out_ << " -> " << word(lang_, *probe.to);
    out_ << '\n';
    for (const auto& [role, names] : answer.by) {
      line("who",
           with_rule(say_here("{role}: {names}", {{"role", word(lang_, role)},
                                                  {"names", names.empty() ? say_here("nobody")
                                                                          : joined(lang_, names)}}),
                     answer.rule));
    }
    const bool is_of_actor = probe.refusal && (probe.refusal->code == Errc::role ||
                                               probe.refusal->code == Errc::forbidden);
    if (probe.refusal && !is_of_actor && probe.refusal->code != Errc::missing) {
      line("but", sentence(lang_, *probe.refusal));
    } else if (!probe.lacks.empty()) {
      line(probe.refusal ? "lacks" : "needs", lacks_text(probe.lacks));
    }
    for (const Kept& kept : answer.kept) line("not", sentence(lang_, kept.why));
    if (answer.you) line("you", outcome_text(*answer.you));
  }

  std::vector<std::string> remarks_of(const TimerAhead& timer) const {
    std::vector<std::string> remarks;
    if (!timer.listening) {
      std::vector<std::string> states;
      for (const TaskState state : timer.rung->in->value) states.emplace_back(to_text(state));
      remarks.push_back(say_here(timer.rung->when_missing && timer.rung->when_missing->value
                                     ? "only while {states} and a co owes"
                                     : "only while {states}",
                                 {{"states", joined(Lang::en, states)}}));
    }
    if (task_.state == TaskState::suspended && timer.rung)
      remarks.push_back(say_here("moves with the suspension"));
    if (timer.rung && timer.rung->every && timer.rung->times) {
      remarks.push_back(say_here("number {number} of {times}",
                                 {{"number", std::to_string(timer.occurrence + 1)},
                                  {"times", std::to_string(timer.rung->times->value + 1)}}));
    }
    if (timer.provisional) remarks.push_back(say_here("provisional"));
    return remarks;
  }

  std::string name_of(const TimerAhead& timer) const {
    if (timer.rung) return timer.what;
    return word(lang_, timer.what == "resume" ? Event::resume : Event::deadline);
  }

  void print(const std::vector<TimerAhead>& timers) {
    Sheet sheet{{{"day", ColumnKind::date},
                 {"timer", ColumnKind::key},
                 {"counted", ColumnKind::key},
                 {"level", ColumnKind::key},
                 {"to", ColumnKind::text},
                 {"rule", ColumnKind::key},
                 {"remarks", ColumnKind::text}},
                {}};
    for (const TimerAhead& timer : timers) {
      std::vector<std::string> notify;
      if (timer.rung && timer.rung->notify) {
        for (const std::string& who : timer.rung->notify->value)
          notify.push_back(recipient_word(lang_, who));
      }
      sheet.rows.push_back(
          {to_text(timer.day), name_of(timer), sum_text(lang_, timer),
           timer.rung ? level_word(lang_, timer.rung->level ? timer.rung->level->value : 0)
                      : std::string(),
           joined(lang_, notify),
           timer.rung ? rule_text({basis_.rules.file, timer.rung->line, 0}) : std::string(),
           joined(lang_, remarks_of(timer))});
    }
    out_ << '\n' << tinted(say_here("Timers ahead"), Tint::bold, context_.screen) << '\n';
    out_ << (sheet.rows.empty() ? say_here("none") + "\n" : render(sheet, lang_, context_.screen));
  }

  Value json(const Probe& probe) const {
    Value::Array lacks;
    for (const Lack& lack : probe.lacks) {
      lacks.push_back(Value::Object{
          {"what", lack.what},
          {"or", Value::Array(lack.or_else.begin(), lack.or_else.end())},
          {"count", lack.count},
          {"departments", Value::Array(lack.departments.begin(), lack.departments.end())},
          {"rule", lack.rule.line == 0 ? Value() : Value(rule_text(lack.rule))}});
    }
    return Value::Object{{"to", probe.to ? Value(to_text(*probe.to)) : Value()},
                         {"lacks", std::move(lacks)},
                         {"refusal", probe.refusal ? json_of(Lang::en, *probe.refusal) : Value()}};
  }

  Value json(const EventAnswer& answer) const {
    Value value = json(answer.probe);
    value.set("event", to_text(answer.event));
    Value::Array by;
    for (const auto& [role, names] : answer.by) {
      by.push_back(Value::Object{{"role", to_text(role)},
                                 {"who", Value::Array(names.begin(), names.end())}});
    }
    value.set("by", std::move(by));
    value.set("rule", answer.rule.line == 0 ? Value() : Value(rule_text(answer.rule)));
    Value::Array kept;
    for (const Kept& each : answer.kept) {
      kept.push_back(Value::Object{{"who", each.who}, {"refusal", json_of(Lang::en, each.why)}});
    }
    value.set("kept", std::move(kept));
    value.set("you", answer.you ? json(*answer.you) : Value());
    return value;
  }

  Value json(const TimerAhead& timer) const {
    const Rung* rung = timer.rung;
    return Value::Object{
        {"day", to_text(timer.day)},
        {"timer", timer.what},
        {"counted", sum_text(Lang::en, timer)},
        {"level", rung ? Value(rung->level ? rung->level->value : 0) : Value()},
        {"occurrence", rung ? Value(timer.occurrence) : Value()},
        {"listening", timer.listening},
        {"provisional", timer.provisional},
        {"rule", rung ? Value(rule_text({basis_.rules.file, rung->line, 0})) : Value()}};
  }

  Context& context_;
  std::ostream& out_;
  const Lang lang_;
  const Basis& basis_;
  const Task& task_;
  const Standing& standing_;
};

Result<int> explain(Context& context, const std::string& name) {
  DUBAN_TRY(const std::unique_ptr<Reading> held, reading(context));
  DUBAN_TRY(const TaskKey key, resolve_task(held->view(), name));
  DUBAN_TRY(const TaskView view, held->task(key));
  DUBAN_TRY(const Plan* plan, find_plan(*held, key.plan));
  std::optional<Person> you;
  if (const Result<Who> who = Who::find(context, *held)) {
    you = who->on(key.plan);
  } else if (!context.as.empty()) {
    return tl::make_unexpected(who.error());  // without --as nobody asked about anyone
  }
  const auto answers = explain_events(*held, view, *plan, you);
  const auto timers = timers_ahead(view.task, held->basis(), held->today());
  Explanation explanation(context, *held, view);
  if (context.json()) {
    print_json(context, explanation.json(answers, timers));
  } else {
    explanation.print(answers, timers);
  }
  return 0;
}

}  // namespace

void add_explain(CLI::App& app, Context& context) {
  auto task = std::make_shared<std::string>();
  CLI::App* command = add_command(
      app, "explain", "what can happen to a task, who may do it, and what is still missing",
      "duban explain 1.3.11\nduban --as 省安监局 explain hn135/1.3.11");
  argument(command, "TASK", *task, "the task");
  runs(command, context, [&context, task] { return explain(context, *task); });
}

}  // namespace duban
