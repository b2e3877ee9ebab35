#include "rehearsal/scenario_run.hpp"

#include <algorithm>

#include "engine/log/basis_hash.hpp"
#include "engine/operations/recipients.hpp"
#include "engine/policy/rules_for.hpp"
#include "rehearsal/command_text.hpp"
#include "rehearsal/memory_workspace.hpp"

namespace duban {
namespace {

Value list_of(const std::vector<std::string>& names) {
  return Value::Array(names.begin(), names.end());
}

std::string rung_name(const Escalation& escalation) {
  if (escalation.occurrence == 0) return escalation.rung;
  return escalation.rung + "/" + std::to_string(escalation.occurrence + 1);
}

/// The command of a step; every member that is none becomes a problem.
StreamCommand command_of(const Scenario& one, const ScenarioStep& step, Problems* problems) {
  StreamCommand command;
  for (const Field& field : step.command) {
    const bool known = field.name != "task" && field.name != "at";
    const Status taken =
        known ? take_member(field.name, field.value, command)
              : failed(Errc::usage, "there is no key '{key}'", {{"key", field.name}});
    if (!taken && problems) problems->at(field.spot, tl::make_unexpected(taken.error()));
  }
  command.step.task = to_text(one.key);
  return command;
}

/// How a task stands, by the names of `expect`.
class Looks {
 public:
  Looks(Reading& reading, TaskView view, std::vector<Escalation> escalations)
      : reading_(reading), view_(std::move(view)), escalations_(std::move(escalations)) {}

  const Task& task() const { return view_.task; }
  const std::vector<Escalation>& escalations() const { return escalations_; }

  /// Brought into one form, so that only what means something differs: departments by their
  /// canonical names, lists without an order sorted.
  Value expected(const Field& field) const {
    if (field.name == "lead") return canonical_name(*field.value.text());
    if (!is_set(field.name)) return field.value;
    if (field.name != "heard") return set_of(field.value, field.name != "waits_for");
    Value heard;
    for (const auto& [rung, names] : *field.value.object()) heard.set(rung, set_of(names, true));
    return heard;
  }

  Value got(const Field& field) const {
    const Task& task = view_.task;
    const Standing& standing = view_.standing;
    const std::string& name = field.name;
    if (name == "state") return to_text(task.state);
    if (name == "light") return to_text(standing.light);
    if (name == "late_days") return standing.late_days;
    if (name == "overdue_days") return standing.overdue_days;
    if (name == "due") return to_text(task.due());
    if (name == "original_due") return to_text(task.original_due);
    if (name == "cycle") return task.cycle ? Value(task.cycle->name) : Value();
    if (name == "lead") return canonical_name(task.lead);
    if (name == "co") return set_of(list_of(task.co), true);
    if (name == "missing") return set_of(list_of(standing.missing), true);
    if (name == "owing") return set_of(list_of(task.owing), true);
    if (name == "extensions") return task.extensions;
    if (name == "provisional") return is_provisional(task, reading_.basis());
    if (name == "waits_for") {
      Value::Array roles;
      for (const Role role : standing.waits_for) roles.emplace_back(to_text(role));
      return set_of(roles, false);
    }
    if (name == "heard") return heard(field.value);
    DUBAN_ASSERT(name == "raised" || name == "open");
    Value::Array rungs;
    for (const Escalation& each : escalations_) {
      if (name == "raised" || is_open(each, task, reading_.basis()))
        rungs.emplace_back(rung_name(each));
    }
    return rungs;
  }

 private:
  static bool is_set(const std::string& name) {
    return name == "co" || name == "missing" || name == "owing" || name == "waits_for" ||
           name == "heard";
  }

  /// By any name; what the directory lacks stays as it is.
  std::string canonical_name(const std::string& name) const {
    return reading_.basis().directory.resolve(name).value_or(name);
  }

  Value set_of(const Value& names, bool departments) const {
    std::vector<std::string> sorted;
    for (const Value& name : *names.array())
      sorted.push_back(departments ? canonical_name(*name.text()) : *name.text());
    std::sort(sorted.begin(), sorted.end());
    return list_of(sorted);
  }

  /// Who would hear of the rungs that are asked for, whether they have been raised or not.
  Value heard(const Value& asked) const {
    Value heard = Value::Object{};
    const auto& rungs = rules_for(reading_.basis(), view_.task).rungs;
    for (const auto& [id, names] : *asked.object()) {
      const auto rung = std::find_if(rungs.begin(), rungs.end(),
                                     [&, &wanted = id](const Rung& r) { return r.id == wanted; });
      if (rung == rungs.end() || !rung->notify) continue;
      heard.set(id, set_of(list_of(recipients_of(rung->notify->value, view_, reading_)), true));
    }
    return heard;
  }

  Reading& reading_;
  TaskView view_;
  std::vector<Escalation> escalations_;
};

/// One scenario in a workspace of its own.
class Play {
 public:
  Play(const Scenario& one, const std::string& file, const Basis& basis, MemoryWorkspace& stage,
       Coverage& coverage, std::vector<ScenarioFailure>& failures)
      : one_(one),
        file_(file),
        basis_(basis),
        stage_(stage),
        coverage_(coverage),
        failures_(failures) {}

  void go(const BasisTexts& texts, const DirectoryFile& people) {
    if (const Status ready = set_up(texts, people); !ready) {
      fail("assigned", to_text(one_.assigned), {}, {}, one_.spot, ready.error());
      return;
    }
    for (const ScenarioStep& step : one_.steps) {
      act(step);
      look(step);
    }
    remember_raised();
  }

 private:
  void fail(std::string what, const std::string& at, Value expected, Value got, Spot spot,
            std::optional<Error> refusal = {}) {
    failures_.push_back({one_.name, at, std::move(what), std::move(expected), std::move(got),
                         std::move(refusal), Place{file_, spot.line, spot.column}});
  }

  Status set_up(const BasisTexts& texts, const DirectoryFile& people) {
    const std::string day = to_text(one_.assigned);
    DUBAN_TRY(stage_.init(day, texts, people));
    ImportRequest plan;
    plan.plan = one_.key.plan;
    plan.issued = one_.issued;
    plan.ends = one_.ends;
    PlanRow row;
    row.key = one_.key;
    row.key.plan.clear();
    row.content = one_.name;
    row.lead = basis_.directory.canonical(one_.lead);
    for (const std::string& co : one_.co) row.co.push_back(basis_.directory.canonical(co));
    row.deadline = one_.deadline;
    row.urgent = one_.urgent;
    return stage_.import(day, plan, {row});
  }

  Result<Looks> look_at(const std::string& at) {
    World world = stage_.world(at);
    DUBAN_TRY(std::unique_ptr<View> view, world.store.read());
    DUBAN_TRY(const Instant now, parse_moment(at, basis_.zone));
    DUBAN_TRY(reading_, Reading::open(std::move(view), world.compiler, now));
    DUBAN_TRY(TaskView task, reading_->task(one_.key));
    DUBAN_TRY(std::vector<Escalation> escalations, reading_->escalations(task));
    return Looks(*reading_, std::move(task), std::move(escalations));
  }

  void act(const ScenarioStep& step) {
    if (step.command.empty()) return;
    const StreamCommand command = command_of(one_, step, nullptr);
    const World world = stage_.world(step.at, command.as);
    if (command.nightly) {
      const Result<NightReport> night = nightly(world);
      if (!night) fail("nightly", step.at, {}, {}, step.spot, night.error());
      return;
    }
    const Result<Looks> before = look_at(step.at);
    const Result<Receipt> receipt = duban::step(world, command.step);
    if (before) coverage_.lived(before->task());
    if (receipt) {
      for (const Entry& entry : receipt->entries) {
        if (before && entry.event == command.step.event && entry.role != Role::scheduler)
          coverage_.done(before->task(), entry.event, *entry.role);
      }
    } else if (before) {
      coverage_.refused(before->task(), person_of(world), command.step.event, receipt.error());
    }
    compare(step, command.step.event, receipt);
  }

  Person person_of(const World& world) {
    const auto person = resolve_person(world, reading_->meta(), reading_->people(),
                                       basis_.directory, one_.key.plan, reading_->view());
    return person.value_or(Person{});
  }

  void compare(const ScenarioStep& step, Event event, const Result<Receipt>& receipt) {
    if (receipt && !step.refused.empty()) {
      const Field& code = step.refused.front();
      fail("refused." + code.name, step.at, code.value, {}, code.spot);
      return;
    }
    if (receipt) return;
    const Error& error = receipt.error();
    if (step.refused.empty()) {
      fail(std::string(to_text(event)), step.at, {}, to_text(error.code), step.spot, error);
      return;
    }
    for (const Field& field : step.refused) {
      Value expected = field.value;
      Value got = field.name == "code"      ? Value(to_text(error.code))
                  : field.name == "missing" ? sorted(list_of(error.missing))
                                            : Value(refusing_rule(basis_.rules, event, error));
      if (field.name == "missing") expected = sorted(expected);
      if (!(expected == got))
        fail("refused." + field.name, step.at, expected, got, field.spot, error);
    }
  }

  static Value sorted(Value list) {
    std::sort(list.array()->begin(), list.array()->end(),
              [](const Value& a, const Value& b) { return *a.text() < *b.text(); });
    return list;
  }

  void look(const ScenarioStep& step) {
    if (step.expect.empty()) return;
    const Result<Looks> looks = look_at(step.at);
    if (!looks) {
      fail("expect", step.at, {}, {}, step.spot, looks.error());
      return;
    }
    coverage_.lived(looks->task());
    for (const Field& field : step.expect) {
      Value expected = looks->expected(field);
      Value got = looks->got(field);
      if (!(expected == got)) fail(field.name, step.at, expected, got, field.spot);
    }
  }

  void remember_raised() {
    if (one_.steps.empty()) return;
    const Result<Looks> looks = look_at(one_.steps.back().at);
    if (!looks) return;
    for (const Escalation& each : looks->escalations()) coverage_.raised(looks->task(), each);
  }

  const Scenario& one_;
  const std::string& file_;
  const Basis& basis_;
  MemoryWorkspace& stage_;
  Coverage& coverage_;
  std::vector<ScenarioFailure>& failures_;
  std::unique_ptr<Reading> reading_;
};

/// Commands and moments that are none.
Errors check_commands(const ScenarioFile& file, std::string_view text, const Zone& zone) {
  Problems problems(text, file.file);
  for (const Scenario& one : file.scenarios) {
    for (const ScenarioStep& step : one.steps) {
      const StreamCommand command = command_of(one, step, &problems);
      if (command.nightly && !step.refused.empty())
        problems.at(step.spot, failed(Errc::usage, "a night is never refused"));
      if (const auto at = parse_moment(step.at, zone); !at)
        problems.at(step.spot, tl::make_unexpected(at.error()));
    }
  }
  return problems.take();
}

}  // namespace

Checked<ScenarioReport> run_scenarios(const ScenarioFile& file, std::string_view text,
                                      const BasisTexts& texts, const DirectoryFile& people,
                                      BasisCompiler& compiler) {
  const auto basis = compiler.compile(basis_hash(texts), texts);
  if (!basis) return tl::unexpected(Errors{basis.error()});
  if (Errors wrong = check_commands(file, text, (*basis)->zone); !wrong.empty())
    return tl::unexpected(std::move(wrong));
  ScenarioReport report;
  Coverage coverage(**basis);
  for (const Scenario& one : file.scenarios) {
    MemoryWorkspace stage(compiler);
    Play(one, file.file, **basis, stage, coverage, report.failures).go(texts, people);
    ++report.scenarios;
  }
  report.points = coverage.points();
  return report;
}

}  // namespace duban
