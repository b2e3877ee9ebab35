// 5: what lead and co's can make one task raise in a year while no coordinator does anything.
//
// The longest walk of the timed machine. A step is worth taking at once or not at all: whatever it
// starts anew is raised the earlier, so lead and co's act only where something has just happened.
// Walks that are behind by more than the clocks still running could make good are given up.
#include <algorithm>

#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"
#include "engine/policy/timers.hpp"
#include "rules/proof/judges.hpp"
#include "rules/proof/leaves.hpp"

namespace duban::proof {
namespace {

constexpr int year = 365;
constexpr int run_up = 70;  ///< before the year that counts, for clocks to be wound up
constexpr std::size_t walks_max = 40'000;

using Key = std::vector<int>;

struct Raise {
  Date day;
  std::string rung;
};

/// Where a walk stands after whatever happened at `now`.
struct Walk {
  Task task;
  Instant now;
  int parent = -1;
  std::vector<Step> steps;    ///< since the parent
  std::vector<Raise> raised;  ///< of the last year
  int total = 0;              ///< from the beginning
};

class Storm {
 public:
  Storm(Verdict& verdict, const Basis& basis, const Cast& cast, const Shape& shape, Instant assigned)
      : verdict_(verdict), basis_(basis), cast_(cast), shape_(shape), assigned_(assigned) {}

  void run() {
    const Setting setting{shape_.plan, basis_};
    Course birth = assign(shape_.row, setting, {"prover", "", "", Role::admin}, assigned_);
    Walk first;
    first.task = birth.task;
    first.now = assigned_;
    Course course = wait_until(std::move(birth.task), setting, assigned_);
    count(first, course.escalations);
    first.task = std::move(course.task);
    measure();
    end_ = basis_.zone.midnight(basis_.zone.date_of(assigned_) + year + run_up);
    arrive(std::move(first));
    while (!ahead_.empty() && !verdict_.storm.endless) {
      const auto now = ahead_.begin();
      const std::vector<int> here = [&] {
        std::vector<int> all;
        for (const auto& [key, walk] : now->second) all.push_back(walk);
        return all;
      }();
      ahead_.erase(now);
      for (const int walk : here) behind_most_ = std::max(behind_most_, at(walk).total);
      for (const int walk : here) {
        if (walks_.size() > walks_max) {
          verdict_.complete = false;
          return;
        }
        if (at(walk).total + slack(at(walk).task) >= behind_most_) go_on(walk);
      }
    }
  }

 private:
  const Walk& at(int walk) const { return walks_[static_cast<std::size_t>(walk)]; }

  /// How many raises the running clocks of one walk can be worth more than those of another.
  void measure() {
    for (const Rung& rung : rules_for(basis_, walks_first()).rungs) {
      const Anchor anchor = rung.at->value.anchor;
      if (anchor == Anchor::due) continue;
      ++slack_;
      if (anchor == Anchor::assigned) unstarted_ += 1 + (rung.times ? rung.times->value : 0);
    }
  }
  Task walks_first() const {
    Task task;
    task.key = shape_.row.key;
    task.lead = shape_.row.lead;
    task.co = shape_.row.co;
    task.ongoing = shape_.row.deadline.ongoing;
    return task;
  }
  int slack(const Task& task) const { return slack_ + (task.started ? 0 : unstarted_); }

  void count(Walk& walk, const std::vector<Escalation>& escalations) const {
    for (const Escalation& each : escalations) {
      walk.raised.push_back({basis_.zone.date_of(each.raised), each.rung});
      ++walk.total;
    }
    const Date today = basis_.zone.date_of(walk.now);
    std::erase_if(walk.raised, [&](const Raise& each) { return today - each.day >= year; });
  }

  /// Everything that decides what is raised when.
  Key key_of(const Task& task) const {
    const RuleLayer& layer = rules_for(basis_, task);
    Key key{static_cast<int>(task.state), task.started.has_value(), task.request.has_value(),
            !missing_cos(task, layer, basis_.directory).empty(), task.due().days};
    for (const Rung& rung : layer.rungs) {
      const std::optional<int> next = pending_occurrence(task, rung, basis_);
      key.push_back(next ? rung_day(task, rung, *next, basis_.calendar)->days : -1);
    }
    return key;
  }

  void arrive(Walk walk) {
    keep_best(walk);
    const Instant now = walk.now;
    const Key key = key_of(walk.task);
    const auto [found, is_new] =
        ahead_[now].try_emplace(key, static_cast<int>(walks_.size()));
    if (!is_new) {
      const Walk& known = at(found->second);
      if (std::pair(known.total, known.raised.size()) >= std::pair(walk.total, walk.raised.size()))
        return;
      found->second = static_cast<int>(walks_.size());
    }
    walks_.push_back(std::move(walk));
  }

  /// All that lead and co's can make of the task without time passing; then time passes.
  void go_on(int from) {
    const Setting setting{shape_.plan, basis_};
    std::vector<Walk> here{at(from)};
    here.front().steps.clear();
    std::vector<int> came{-1};
    std::map<Key, std::size_t> known{{key_of(here.front().task), 0}};
    for (std::size_t i = 0; i < here.size(); ++i) {
      const Task task = here[i].task;
      const Instant now = here[i].now;
      const auto tried =
          choices(task, setting, cast_, departments_of(task, cast_), now);
      for (const Choice& choice : tried) {
        if (choice.event == Event::remark) continue;
        for (const Command& command : choice.commands) {
          const Result<Course> course = act(task, setting, command, now);
          if (!course) continue;
          Walk next = here[i];
          next.task = course->task;
          next.steps.push_back({now, command, {}});
          count(next, course->escalations);
          const auto [found, is_new] = known.try_emplace(key_of(next.task), here.size());
          if (is_new) {
            came.push_back(static_cast<int>(i));
            here.push_back(std::move(next));
          } else if (next.total > here[found->second].total) {
            for (int back = static_cast<int>(i); back >= 0;
                 back = came[static_cast<std::size_t>(back)]) {
              if (static_cast<std::size_t>(back) != found->second) continue;
              endless(from, next);
              return;
            }
          }
        }
      }
    }
    for (Walk& walk : here) {
      walk.parent = from;
      pass(std::move(walk), setting);
    }
  }

  void pass(Walk walk, const Setting& setting) {
    keep_best(walk);
    std::optional<Instant> next = next_moment(walk.task, setting);
    if (walk.task.cycle) {
      const Instant gate = basis_.zone.midnight(walk.task.cycle->first);
      if (gate > walk.now && (!next || gate < *next)) next = gate;
    }
    if (!next || *next > end_) return;
    Course course = wait_until(std::move(walk.task), setting, *next);
    walk.task = std::move(course.task);
    walk.now = *next;
    count(walk, course.escalations);
    arrive(std::move(walk));
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
    for (const Rung& each : rules_for(basis_, walks_first()).rungs) {
      if (each.id == rung) return place_of(basis_.rules, each.at);
    }
    return {basis_.rules.file, 0, 0};
  }

  void endless(int from, const Walk& walk) {
    verdict_.storm.endless = true;
    Walk told = walk;
    told.parent = from;
    const std::string rung = walk.raised.back().rung;
    add(verdict_, {Property::no_storm, line_of(rung),
                 {"rung '{rung}' can be raised anew again and again without time passing",
                  {{"rung", rung}}},
                 rung, story_of(told)});
  }

  void keep_best(const Walk& walk) {
    StormBound& storm = verdict_.storm;
    const int size = static_cast<int>(walk.raised.size());
    if (size <= storm.most) return;
    storm.most = size;
    std::map<std::string, int> rungs;
    for (const Raise& each : walk.raised) ++rungs[each.rung];
    storm.rungs.assign(rungs.begin(), rungs.end());
    std::stable_sort(storm.rungs.begin(), storm.rungs.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (size <= storm.allowed) return;
    const std::string& rung = storm.rungs.front().first;
    const auto known =
        std::find_if(verdict_.findings.begin(), verdict_.findings.end(),
                     [](const Finding& each) { return each.property == Property::no_storm; });
    Finding finding{Property::no_storm, line_of(rung),
                    {"lead and co's can make one task raise {count} escalations in a year, most of "
                     "them by rung '{rung}'; {allowed} are allowed",
                     {{"count", std::to_string(size)},
                      {"rung", rung},
                      {"allowed", std::to_string(storm.allowed)}}},
                    rung, story_of(walk)};
    if (known == verdict_.findings.end()) {
      verdict_.findings.push_back(std::move(finding));
    } else {
      *known = std::move(finding);
    }
  }

  Verdict& verdict_;
  const Basis& basis_;
  const Cast& cast_;
  const Shape& shape_;
  Instant assigned_;
  Instant end_;
  std::vector<Walk> walks_;
  std::map<Instant, std::map<Key, int>> ahead_;
  int behind_most_ = 0;  ///< the most that any walk has raised by now
  int slack_ = 1;
  int unstarted_ = 0;
};

}  // namespace

void judge_storm(Verdict& verdict, const Basis& basis, const Cast& cast, const Shape& shape, Date day) {
  const Instant assigned = basis.zone.midnight(day);
  if (shape.row.deadline.ongoing) {
    Storm(verdict, basis, cast, shape, assigned).run();
    return;
  }
  // Before due, after it, and across it.
  for (const int days : {year + run_up + 5, 20, 360}) {
    Shape dated = shape;
    dated.row.deadline.due = day + days;
    Storm(verdict, basis, cast, dated, assigned).run();
    if (verdict.storm.endless) return;
  }
}

}  // namespace duban::proof
