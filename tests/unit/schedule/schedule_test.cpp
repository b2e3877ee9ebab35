// The scheduler's timing decides nothing (design §4): with nightly runs at random, every night or
// never, the same commands give the same entries and the same task.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <iostream>
#include <map>

#include "engine/lifecycle/lifecycle.hpp"
#include "engine/model/task_fields.hpp"
#include "tests/support/random_course.hpp"
#include "tests/support/shipped.hpp"

namespace duban::testing {
namespace {

std::string line_of(const Entry& entry) {
  return to_text(entry.effective) + " " + std::string(to_text(entry.event)) + " " +
         (entry.from ? std::string(to_text(*entry.from)) : "-") + " -> " +
         std::string(to_text(*entry.to)) + " " + canonical(entry.data);
}

/// How often each event met each state, each row of the table, and the hard cases.
struct Met {
  std::map<std::pair<Event, TaskState>, int> tried;
  std::map<std::tuple<TaskState, Event, TaskState>, int> rows;
  int refused = 0;
  int equal_instants = 0;
  int suspended_across_due = 0;
  int collapsed = 0;
};

/// One life of a task: what happened, line by line, and the task at the end.
struct Life {
  std::vector<std::string> lines;
  Task task;

  void take(Course course) {
    for (const Entry& entry : course.entries) lines.push_back(line_of(entry));
    task = std::move(course.task);
  }
};

enum class Nights { never, random, every };

/// Lives through `tried`; with `nights` as given between the commands.
Life live(const std::vector<Tried>& tried, const PlanRow& row, const Setting& setting,
          Instant birth, Instant end, Nights nights, std::uint32_t seed) {
  std::mt19937 random(seed);
  Life life;
  Course born = assign(row, setting, {"督查一处", {}, "省政府督查室", Role::coordinator}, birth);
  life.take(born);
  life.take(wait_until(life.task, setting, birth));
  Instant now = birth;
  const auto nights_until = [&](Instant until) {
    if (nights == Nights::never) return;
    for (Instant night{now.seconds + 7200}; night < until; night.seconds += 86400) {
      if (nights == Nights::every || random() % 5 == 0)
        life.take(wait_until(life.task, setting, night));
    }
  };
  for (const Tried& each : tried) {
    nights_until(each.at);
    now = each.at;
    Result<Course> course = act(life.task, setting, each.command, each.at);
    if (course) life.take(std::move(*course));
  }
  nights_until(end);
  life.take(wait_until(life.task, setting, end));
  return life;
}

/// Draws the commands while the task lives, so that most of them fit its state.
std::vector<Tried> draw(RandomCourse& random, const PlanRow& row, const Setting& setting,
                        Instant birth, Met& met) {
  Course born = assign(row, setting, {"督查一处", {}, "省政府督查室", Role::coordinator}, birth);
  Task task = wait_until(born.task, setting, birth).task;
  std::vector<Tried> tried;
  Instant now = birth;
  for (int i = 0; i < 30; ++i) {
    now = random.after(now);
    Task held = wait_until(task, setting, now).task;
    Command command = random.command(held, now);
    ++met.tried[{command.event, held.state}];
    const Result<Course> course = act(task, setting, command, now);
    if (course) {
      for (const Entry& entry : course->entries) {
        ++met.rows[{*entry.from, entry.event, *entry.to}];
        if (entry.role == Role::scheduler && entry.effective == now) ++met.equal_instants;
        if (entry.event == Event::escalate && *entry.data.find("occurrence")->integer() > 0)
          ++met.collapsed;
      }
      if (held.state == TaskState::suspended && course->task.state != TaskState::suspended &&
          held.suspensions.back().from <= held.due() &&
          held.due() < setting.basis.zone.date_of(now))
        ++met.suspended_across_due;
      task = course->task;
    } else {
      ++met.refused;
      BOOST_REQUIRE_MESSAGE(course.error().code != Errc::corrupt, to_text(course.error().message));
    }
    tried.push_back({now, std::move(command)});
  }
  return tried;
}

/// Sheets counted from one another, and other ones for urgent matters.
const char* const sheets = R"(escalations:
  - { id: blue, at: due - 20d, in: [assigned, in_progress, overdue], level: 0, notify: [lead] }
  - { id: yellow, at: raised(blue) + 5wd, in: [assigned, in_progress, overdue], level: 1,
      notify: [lead], repeat: { every: 10d, times: 3 } }
  - { id: red, at: raised(yellow) + 5d, in: [in_progress, overdue, suspended], level: 2,
      notify: [lead] }
  - { id: still, at: entered + 3d, in: [assigned, in_progress, suspended], level: 0,
      notify: [lead] }
  - { id: stiller, at: raised(still), in: [assigned, in_progress, reported], level: 0,
      notify: [lead], repeat: { every: 1wd, times: 2 } }
overrides:
  - match: { urgent: true }
    escalations:
      blue: null
      yellow: { at: due - 30d }
)";

const char* const moves[] = {"calendar-days", "working-days", "none"};

}  // namespace

BOOST_AUTO_TEST_SUITE(schedule_tests)

BOOST_AUTO_TEST_CASE(the_timing_of_nights_decides_nothing) {
  const char* wanted = std::getenv("DUBAN_LIVES");
  const std::uint32_t lives = wanted ? static_cast<std::uint32_t>(std::atoi(wanted)) : 3200;
  Met met;
  std::vector<std::shared_ptr<const Basis>> bases;
  for (const char* each : moves) {
    bases.push_back(make_basis(shipped_texts(
        replaced(shipped_rules(), "moves_due: calendar-days", std::string("moves_due: ") + each))));
  }
  const std::string shipped = shipped_rules();
  bases.push_back(
      make_basis(shipped_texts(shipped.substr(0, shipped.find("\nescalations:\n") + 1) + sheets)));
  for (std::uint32_t seed = 1; seed <= lives; ++seed) {
    const Basis& basis = *bases[seed % bases.size()];
    RandomCourse random(seed, basis);
    const Plan plan = random.plan();
    const PlanRow row = random.row();
    const Setting setting{plan, basis};
    const Instant birth{basis.zone.midnight(make_date(2017, 1, 20) + random.below(400)).seconds +
                        random.below(86400)};
    const std::vector<Tried> tried = draw(random, row, setting, birth, met);
    const Instant end{tried.back().at.seconds + 200 * 86400};
    const Life never = live(tried, row, setting, birth, end, Nights::never, seed);
    for (const Nights nights : {Nights::random, Nights::every}) {
      if (nights == Nights::every && seed % 20 != 0) continue;
      const Life other = live(tried, row, setting, birth, end, nights, seed);
      for (std::size_t i = 0; i < std::max(never.lines.size(), other.lines.size()); ++i) {
        const std::string a = i < never.lines.size() ? never.lines[i] : "(nothing)";
        const std::string b = i < other.lines.size() ? other.lines[i] : "(nothing)";
        if (a == b) continue;
        BOOST_FAIL("seed " << seed << ", entry " << i << "\n  without nights: " << a
                           << "\n  with nights:    " << b);
      }
      BOOST_REQUIRE_MESSAGE(never.task == other.task,
                            "seed " << seed << ": " << first_difference(never.task, other.task));
    }
  }

  std::cout << "how often each event met each state (" << lives << " lives, " << met.refused
            << " refusals)\n";
  for (const auto& [pair, count] : met.tried)
    std::cout << "  " << to_text(pair.first) << " x " << to_text(pair.second) << ": " << count
              << "\n";
  std::cout << "rows of the table\n";
  for (const Transition& row : transitions()) {
    const int count = met.rows[{row.from, row.event, row.to}];
    std::cout << "  " << to_text(row.from) << " " << to_text(row.event) << " -> " << to_text(row.to)
              << ": " << count << "\n";
    BOOST_CHECK_MESSAGE(count >= 50, to_text(row.from)
                                         << " " << to_text(row.event) << " -> " << to_text(row.to)
                                         << " was met only " << count << " times");
  }
  std::cout << "equal instants: " << met.equal_instants
            << ", suspensions across due: " << met.suspended_across_due
            << ", repetitions: " << met.collapsed << "\n";
  BOOST_CHECK_GE(met.equal_instants, 50);
  BOOST_CHECK_GE(met.suspended_across_due, 50);
  BOOST_CHECK_GE(met.collapsed, 50);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace duban::testing
