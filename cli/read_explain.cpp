// `duban explain`: what can happen to a task next, who may do it, and what is still missing.
#include "cli/answer.hpp"
#include "cli/explanation.hpp"
#include "cli/failure.hpp"
#include "cli/read_common.hpp"
#include "cli/timer_words.hpp"

namespace duban {
namespace {

/// All that is known of a task's steps and timers.
struct Explained {
  std::vector<EventAnswer> answers;
  std::vector<TimerBehind> behind;
  std::vector<TimerAhead> ahead;
};

class Explanation {
 public:
  Explanation(Context& context, const Reading& reading, const TaskView& view)
      : context_(context),
        out_(context.out),
        lang_(context.lang),
        basis_(reading.basis()),
        task_(view.task),
        standing_(view.standing) {}

  void print(const Explained& all) {
    out_ << tinted(to_text(task_.key), Tint::bold, context_.screen) << "  "
         << word(lang_, task_.state) << "  "
         << tinted(word(lang_, standing_.light), tint_of(standing_.light), context_.screen) << "  "
         << say_here("due {due}", {{"due", due_text(lang_, task_.due(), basis_.calendar)}}) << '\n';
    std::vector<EventAnswer> others;
    for (const EventAnswer& answer : all.answers) {
      if (answer.from_here || all.answers.size() == 1) {
        print(answer);
      } else {
        others.push_back(answer);
      }
    }
    if (!others.empty()) print_others(others);
    if (!all.behind.empty()) section("Timers behind", sheet_of(lang_, all.behind, task_, basis_));
    section("Timers ahead", sheet_of(lang_, all.ahead, task_, basis_));
  }

  Value json(const Explained& all) {
    Value::Array events, behind, ahead;
    for (const EventAnswer& answer : all.answers) events.push_back(json(answer));
    for (const TimerBehind& timer : all.behind) behind.push_back(json_of(timer));
    for (const TimerAhead& timer : all.ahead) ahead.push_back(json_of(timer, basis_));
    return Value::Object{{"task", to_text(task_.key)},        {"state", to_text(task_.state)},
                         {"light", to_text(standing_.light)}, {"due", to_text(task_.due())},
                         {"events", std::move(events)},       {"behind", std::move(behind)},
                         {"timers", std::move(ahead)}};
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
      if (lack.count > 1) text += " x " + std::to_string(lack.count);
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
    const std::string change = answer.changes ? change_words(lang_, *answer.changes) : "";
    if (!change.empty()) line("helps", change);
    if (!answer.you) return;
    line("you", outcome_text(*answer.you));
    const std::string yours = answer.your_changes ? change_words(lang_, *answer.your_changes) : "";
    if (!yours.empty() && yours != change) line("helps", yours);
  }

  /// What the lifecycle does not have from here: what would have to come first.
  void print_others(const std::vector<EventAnswer>& answers) {
    Sheet sheet{{{"not now", ColumnKind::key}, {"helps", ColumnKind::name}}, {}};
    for (const EventAnswer& answer : answers) {
      std::string name = word(lang_, answer.event);
      if (lang_ == Lang::zh) name += " (" + std::string(to_text(answer.event)) + ")";
      sheet.rows.push_back({name, answer.changes ? change_words(lang_, *answer.changes) : ""});
    }
    out_ << '\n'
         << say_here("not while it is {state}:", {{"state", std::string(to_text(task_.state))}})
         << '\n'
         << render(sheet, lang_, context_.screen);
  }

  void section(std::string_view heading, const Sheet& sheet) {
    out_ << '\n' << tinted(say_here(heading), Tint::bold, context_.screen) << '\n';
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
    value.set("from_here", answer.from_here);
    value.set("change", answer.changes ? json_of(*answer.changes) : Value());
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
    Value you;
    if (answer.you) {
      you = json(*answer.you);
      you.set("change", answer.your_changes ? json_of(*answer.your_changes) : Value());
    }
    value.set("you", std::move(you));
    return value;
  }

  Context& context_;
  std::ostream& out_;
  const Lang lang_;
  const Basis& basis_;
  const Task& task_;
  const Standing& standing_;
};

Result<int> explain(Context& context, const std::string& name, const std::string& event) {
  Question question;
  if (!event.empty()) {
    question.only = parse_event(event);
    if (!question.only || !is_step(*question.only)) {
      return failed(Errc::usage, "--event takes the name of a step, such as report; not '{value}'",
                    {{"value", event}});
    }
  }
  DUBAN_TRY(const std::unique_ptr<Reading> held, reading(context));
  DUBAN_TRY(const TaskKey key, resolve_task(held->view(), name));
  DUBAN_TRY(const TaskView view, held->task(key));
  DUBAN_TRY(const Plan* plan, find_plan(*held, key.plan));
  if (const Result<Who> who = Who::find(context, *held)) {
    question.you = who->on(key.plan);
  } else if (!context.as.empty()) {
    return tl::make_unexpected(who.error());  // without --as nobody asked about anyone
  }
  DUBAN_TRY(const std::vector<Escalation> raised, held->escalations(view));
  DUBAN_TRY(const std::vector<Entry> history, held->history(view));
  const Explained all{explain_events(*held, view, *plan, question),
                      timers_behind(raised, history, view.task, held->basis()),
                      timers_ahead(*held, view, *plan)};
  Explanation explanation(context, *held, view);
  if (context.json()) {
    print_json(context, explanation.json(all));
  } else {
    explanation.print(all);
  }
  return 0;
}

}  // namespace

void add_explain(CLI::App& app, Context& context) {
  auto task = std::make_shared<std::string>();
  auto event = std::make_shared<std::string>();
  CLI::App* command = add_command(
      app, "explain",
      "what can happen to a task, who may do it, what is missing, and what would change that",
      "duban explain 1.3.11\n"
      "duban --as 省安监局 explain hn135/1.3.11 --event report\n"
      "duban explain 1.3.11 --at 2019-01-15");
  argument(command, "TASK", *task, "the task");
  option(command, "--event", *event, "only this step, also where it cannot be taken", "EVENT");
  runs(command, context, [&context, task, event] { return explain(context, *task, *event); });
}

}  // namespace duban
