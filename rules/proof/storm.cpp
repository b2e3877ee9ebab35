// 5: what lead and co's can make one task raise in a year while no coordinator does anything.
//
// The longest walk of the timed machine. A step is worth taking at once or not at all: whatever it
// starts anew is raised the earlier, so lead and co's act only where something has just happened.
// A walk is given up where another stands in the same place with as many raised, those counted in
// that only the clocks of the first could still bring before.
#include <algorithm>
#include <limits>

#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"
#include "engine/policy/timers.hpp"
#include "rules/proof/judges.hpp"
#include "rules/proof/leaves.hpp"

namespace duban::proof {
namespace {

constexpr int year = 365;
constexpr int run_up = 40;  ///< before the year that counts, for clocks to be wound up
constexpr int never = std::numeric_limits<int>::max();

struct Raise {
  Date day;
  std::string rung;
};

/// What decides what can be raised when: where the task stands, and when each rung is next.
struct Standing {
  std::vector<int> place;
  std::vector<int> clocks;
  bool operator==(const Standing&) const = default;
};

/// Where a walk stands after whatever happened at `now`.
struct Walk {
  Task task;
  Instant now;
  int parent = -1;
  std::vector<Step> steps;    ///< since the parent
  std::vector<Raise> raised;  ///< of the last year
  int total = 0;              ///< from the beginning
  Standing standing;
};

class Storm {
 public:
  Storm(Verdict& verdict, const Basis& basis, const Cast& cast, Budget& budget, const Shape& shape,
        Instant assigned)
      : verdict_(verdict),
        basis_(basis),
        cast_(cast),
        budget_(budget),
        shape_(shape),
        setting_{shape.plan, basis},
        assigned_(assigned),
        end_(basis.zone.midnight(basis.zone.date_of(assigned) + year + run_up)) {}

  void run() {
    Course birth = assign(shape_.row, setting_, {"prover", "", "", Role::admin}, assigned_);
    assigned_task_ = birth.task;
    measure(birth.task);
    Walk first;
    first.now = assigned_;
    Course course = wait_until(std::move(birth.task), setting_, assigned_);
    count(first, course.escalations);
    first.task = std::move(course.task);
    waiting_ += bytes_of(first);
    ahead_[assigned_].push_back(std::move(first));
    while (!ahead_.empty() && !verdict_.storm.endless && may_go_on()) {
      std::vector<Walk> here = std::move(ahead_.begin()->second);
      ahead_.erase(ahead_.begin());
      std::stable_sort(here.begin(), here.end(),
                       [](const Walk& a, const Walk& b) { return a.total > b.total; });
      for (const Walk& walk : here) waiting_ -= bytes_of(walk);
      go_on(std::move(here));
    }
    if (!verdict_.storm.endless) say_worst();
  }

 private:
  /// What a walk did before time passed.
  struct Past {
    int parent = -1;
    std::vector<Step> steps;
  };
  struct Rival {
    int total = 0;
    std::vector<int> clocks;
  };
  static std::size_t bytes_of(const Walk& walk) {
    return proof::bytes_of(walk.task) + sizeof(Walk) + walk.raised.size() * sizeof(Raise) +
           walk.steps.size() * (sizeof(Step) + 300);
  }
  /// After each escalation the engine looks at every rung again, and so does it once more.
  bool spend(const Course& course) {
    return budget_.spend(1 + static_cast<std::int64_t>(course.escalations.size()));
  }
  /// False: work or memory is used up, and the worst walk may not have been seen.
  bool may_go_on() {
    const std::size_t bytes = waiting_ + here_ + remembered_;
    if (!budget_.is_spent() && bytes <= bytes_max) return true;
    verdict_.unexplored.insert(Property::no_storm);
    return false;
  }

  const Past& at(int past) const { return past_[static_cast<std::size_t>(past)]; }

  /// How many raises a clock that runs already is worth more than one that is started now.
  void measure(const Task& task) {
    const RuleLayer& layer = rules_for(basis_, task);
    const TransitionRule* report = layer.transition(Event::report);
    owing_matters_ = report && report->without && !report->without->value;
    for (const Rung& rung : layer.rungs) {
      owing_matters_ = owing_matters_ || (rung.when_missing && rung.when_missing->value);
      if (rung.at->value.anchor == Anchor::heard) heard_.push_back(worth_.size());
      const Date day = basis_.zone.date_of(assigned_);
      const int first = std::abs(basis_.calendar.add(day, rung.at->value.offset) - day);
      const int every =
          rung.every ? std::max(1, basis_.calendar.add(day, rung.every->value) - day) : never;
      worth_.push_back(1 + (rung.at->value.anchor == Anchor::due ? 0 : first / every));
    }
  }

  void count(Walk& walk, const std::vector<Escalation>& escalations) const {
    for (const Escalation& each : escalations) {
      walk.raised.push_back({basis_.zone.date_of(each.raised), each.rung});
      ++walk.total;
    }
    const Date today = basis_.zone.date_of(walk.now);
    std::erase_if(walk.raised, [&](const Raise& each) { return today - each.day >= year; });
  }

  Standing standing_of(const Task& task) const {
    const RuleLayer& layer = rules_for(basis_, task);
    budget_.spend();
    Standing standing{
        {static_cast<int>(task.state), task.started.has_value(), task.request.has_value(),
         task.extensions, !missing_cos(task, layer, basis_.directory).empty(), task.due().days},
        {}};
    for (const Rung& rung : layer.rungs) {
      const std::optional<int> next = pending_occurrence(task, rung, basis_);
      standing.clocks.push_back(next ? rung_day(task, rung, *next, basis_.calendar)->days : never);
    }
    return standing;
  }

  /// Whether a walk that stands in the same place is as good as `walk` whatever comes.
  bool is_behind(const Walk& walk) const {
    const auto found = best_.find(walk.standing.place);
    if (found == best_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const Rival& rival) {
      int lead = rival.total - walk.total;
      for (std::size_t i = 0; i < rival.clocks.size() && lead >= 0; ++i) {
        if (rival.clocks[i] > walk.standing.clocks[i]) lead -= worth_[i];
      }
      return lead >= 0;
    });
  }

  void remember(const Walk& walk) {
    std::vector<Rival>& rivals = best_[walk.standing.place];
    std::erase_if(rivals, [&](const Rival& rival) {
      if (rival.total > walk.total) return false;
      for (std::size_t i = 0; i < rival.clocks.size(); ++i) {
        if (rival.clocks[i] < walk.standing.clocks[i]) return false;
      }
      return true;
    });
    rivals.push_back({walk.total, walk.standing.clocks});
    remembered_ += 120 + 8 * (walk.standing.clocks.size() + walk.standing.place.size());
  }

  /// All that lead and co's can make of the task without time passing; then time passes.
  void go_on(std::vector<Walk> here) {
    std::vector<int> came(here.size(), -1);
    for (Walk& walk : here) walk.standing = standing_of(walk.task);
    here_ = 0;
    for (const Walk& walk : here) here_ += bytes_of(walk);
    for (std::size_t i = 0; i < here.size() && may_go_on(); ++i) {
      keep_best(here[i]);
      if (is_behind(here[i])) continue;
      remember(here[i]);
      step(here, came, i);
      if (verdict_.storm.endless) return;
      pass(here[i]);
    }
  }

  /// Steps that start no clock which does not run.
  bool is_idle(Event event, const Walk& walk) const {
    if (event == Event::remark) return true;
    if (event == Event::contribute) return !owing_matters_;
    if (event != Event::progress || !walk.task.started) return false;
    return std::none_of(heard_.begin(), heard_.end(),
                        [&](std::size_t i) { return walk.standing.clocks[i] == never; });
  }

  void step(std::vector<Walk>& here, std::vector<int>& came, std::size_t i) {
    const Task task = here[i].task;
    const Instant now = here[i].now;
    for (const Choice& choice : choices(task, setting_, cast_, departments_of(task, cast_), now)) {
      if (is_idle(choice.event, here[i])) continue;
      for (const Command& command : choice.commands) {
        if (command.note.empty()) continue;  // with nothing at all nothing more can be done
        Result<Course> course = act(task, setting_, command, now);
        if (!(course ? spend(*course) : budget_.spend())) return;
        if (!course) continue;
        Walk next;
        next.now = now;
        next.parent = here[i].parent;
        next.raised = here[i].raised;
        next.total = here[i].total;
        next.task = std::move(course->task);
        count(next, course->escalations);
        next.standing = standing_of(next.task);
        const bool louder = next.total > here[i].total;
        if (!louder && is_behind(next)) continue;
        next.steps = here[i].steps;
        next.steps.push_back({now, command, {}});
        if (louder && is_endless(here, came, i, next)) return endless(next);
        here_ += bytes_of(next);
        came.push_back(static_cast<int>(i));
        here.push_back(std::move(next));
        if (!choice.each) break;
      }
    }
  }

  /// Whether `next` stands where it stood before, at the same moment, with more raised.
  bool is_endless(const std::vector<Walk>& here, const std::vector<int>& came, std::size_t i,
                  const Walk& next) const {
    for (int back = static_cast<int>(i); back >= 0; back = came[static_cast<std::size_t>(back)]) {
      if (here[static_cast<std::size_t>(back)].standing == next.standing) return true;
    }
    return false;
  }

  void pass(const Walk& walk) {
    std::optional<Instant> next = next_moment(walk.task, setting_);
    if (walk.task.cycle) {
      const Instant gate = basis_.zone.midnight(walk.task.cycle->first);
      if (gate > walk.now && (!next || gate < *next)) next = gate;
    }
    if (!next || *next > end_) return;
    Course course = wait_until(walk.task, setting_, *next);
    spend(course);
    Walk later;
    later.task = std::move(course.task);
    later.now = *next;
    later.parent = static_cast<int>(past_.size());
    later.raised = walk.raised;
    later.total = walk.total;
    count(later, course.escalations);
    past_.push_back({walk.parent, walk.steps});
    remembered_ += sizeof(Past) + walk.steps.size() * (sizeof(Step) + 300);
    waiting_ += bytes_of(later);
    ahead_[*next].push_back(std::move(later));
  }

  Story story_of(const Walk& walk) const {
    Story story{shape_.plan, shape_.row, assigned_, walk.steps};
    story.steps.push_back({walk.now, {}, {}});
    for (int back = walk.parent; back >= 0; back = at(back).parent) {
      const std::vector<Step>& steps = at(back).steps;
      story.steps.insert(story.steps.begin(), steps.begin(), steps.end());
    }
    return story;
  }

  Place line_of(const std::string& rung) const {
    for (const Rung& each : rules_for(basis_, assigned_task_).rungs) {
      if (each.id == rung) return place_of(basis_.rules, each.at);
    }
    return {basis_.rules.file, 0, 0};
  }

  void endless(const Walk& walk) {
    verdict_.storm.endless = true;
    const std::string rung = walk.raised.back().rung;
    add(verdict_, {Property::no_storm,
                   line_of(rung),
                   {"rung '{rung}' can be raised anew again and again without time passing",
                    {{"rung", rung}}},
                   rung,
                   story_of(walk)});
  }

  void keep_best(const Walk& walk) {
    const int size = static_cast<int>(walk.raised.size());
    if (size <= most_) return;
    most_ = size;
    most_raised_ = walk.raised;
    most_past_ = {walk.parent, walk.steps};
    most_at_ = walk.now;
  }

  /// The worst walk of this run, when no run before had a worse one.
  void say_worst() {
    StormBound& storm = verdict_.storm;
    if (most_ <= storm.most) return;
    storm.most = most_;
    std::map<std::string, int> rungs;
    for (const Raise& each : most_raised_) ++rungs[each.rung];
    storm.rungs.assign(rungs.begin(), rungs.end());
    std::stable_sort(storm.rungs.begin(), storm.rungs.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (most_ <= storm.allowed) return;
    const std::string& rung = storm.rungs.front().first;
    Walk worst;
    worst.now = most_at_;
    worst.parent = most_past_.parent;
    worst.steps = most_past_.steps;
    std::erase_if(verdict_.flaws,
                  [](const Flaw& each) { return each.property == Property::no_storm; });
    add(verdict_, {Property::no_storm,
                   line_of(rung),
                   {"lead and co's can make one task raise {count} escalations in a year, most of "
                    "them by rung '{rung}'; {allowed} are allowed",
                    {{"count", std::to_string(most_)},
                     {"rung", rung},
                     {"allowed", std::to_string(storm.allowed)}}},
                   rung,
                   story_of(worst)});
  }

  Verdict& verdict_;
  const Basis& basis_;
  const Cast& cast_;
  Budget& budget_;
  const Shape& shape_;
  const Setting setting_;
  const Instant assigned_;
  const Instant end_;
  Task assigned_task_;
  int most_ = 0;  ///< raised in a year
  std::vector<Raise> most_raised_;
  Past most_past_;
  Instant most_at_;
  bool owing_matters_ = false;      ///< whether a co owes decides what can be reported or raised
  std::vector<std::size_t> heard_;  ///< the clocks that each word of the lead starts
  std::vector<int> worth_;          ///< of each rung's clock
  std::vector<Past> past_;
  std::map<Instant, std::vector<Walk>> ahead_;
  std::map<std::vector<int>, std::vector<Rival>> best_;  ///< by place
  std::size_t waiting_ = 0;                              ///< bytes of walks ahead
  std::size_t here_ = 0;                                 ///< of those at this moment
  std::size_t remembered_ = 0;                           ///< of those behind, and of rivals
};

}  // namespace

void judge_storm(Verdict& verdict, const Basis& basis, const Cast& cast, Budget& budget,
                 const Shape& shape, Date day) {
  const Instant assigned = basis.zone.midnight(day);
  if (shape.row.deadline.ongoing) {
    Storm(verdict, basis, cast, budget, shape, assigned).run();
    return;
  }
  if (!shape.row.deadline.stages.empty()) {
    Shape staged = shape;
    set_days(staged.row.deadline, day, year / 2);
    Storm(verdict, basis, cast, budget, staged, assigned).run();
    return;
  }
  // A year before due and somewhat across it; and the year after.
  for (const int days : {year + 10, 20}) {
    Shape dated = shape;
    dated.row.deadline.due = day + days;
    Storm(verdict, basis, cast, budget, dated, assigned).run();
    if (verdict.storm.endless) return;
  }
}

}  // namespace duban::proof
