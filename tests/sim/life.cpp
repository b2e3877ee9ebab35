#include "tests/sim/life.hpp"

#include "tests/sim/picture.hpp"

namespace duban::sim {
namespace {

/// The rules that are drawn, made once: a basis for each would cost more than the lives.
struct Drawn {
  Law law;
  std::shared_ptr<const Basis> basis;
};

const Drawn& rules_of(std::uint32_t seed) {
  static const std::vector<Drawn> all = [] {
    std::vector<Drawn> drawn;
    for (std::uint32_t i = 0; i < 48; ++i) {
      std::mt19937 random(i);
      const Law law = draw_law(
          [&](int n) { return static_cast<int>(random() % static_cast<std::uint32_t>(n)); });
      drawn.push_back({law, basis_of(law)});
    }
    return drawn;
  }();
  return all[seed % all.size()];
}

}  // namespace

void live_alone(std::uint32_t seed, int steps, Tally& tally) {
  const Drawn& rules = rules_of(seed);
  const Basis& basis = *rules.basis;
  testing::RandomCourse random(seed, basis);
  const Country country{rules.law, random.plan(), basis.calendar, basis.directory, basis.zone};
  const PlanRow row = random.row();
  const Setting setting{country.plan, basis};
  Instant now{basis.zone.midnight(make_date(2017, 1, 20) + random.below(400)).seconds +
              random.below(86400)};
  std::vector<Said> said;
  std::string journal;
  Task task;
  const auto take = [&](Course course) {
    for (const Escalation& each : course.escalations) said.push_back(said_by(each));
    task = std::move(course.task);
  };
  take(assign(row, setting, {"督查一处", {}, "省政府督查室", Role::coordinator}, now));
  take(wait_until(task, setting, now));
  Model model(country, row, now);

  for (int number = 0; number <= steps; ++number) {
    const auto judge = [&](const char* what, const std::string& engine, const std::string& mine) {
      if (engine == mine) return;
      throw Difference{number, journal + what + "\n  engine: " + engine + "\n  model:  " + mine};
    };
    const Date today = basis.zone.date_of(now);
    judge("the task", picture(task, standing(task, basis, today), said), picture(model, today));
    now = random.after(now);
    take(wait_until(task, setting, now));
    model.wait(now);
    Command command = heard(random.command(task, now), basis.directory);
    // One person is both 督查二处 and of 省安委办 (model.cpp, twins).
    if (command.by.actor.id == "督查二处")
      command.by.others.push_back({"省安委办", "省安委办", {}, {}});
    journal += "  " + to_text(now) + " " + command.by.actor.id + " " +
               std::string(to_text(command.event)) + " " + canonical(data_of(command)) + "\n";
    const std::string wanted = Model::is_misused(command) ? "usage" : model.step(command, now);
    Result<Course> course = act(task, setting, command, now);
    judge("the answer", course ? "" : std::string(to_text(course.error().code)), wanted);
    ++tally.answers[wanted.empty() ? "done" : wanted];
    if (!course) continue;
    ++tally.events[std::string(to_text(command.event))];
    ++tally.kinds[std::string(to_text(task.kind()))];
    take(std::move(*course));
  }
}

}  // namespace duban::sim
