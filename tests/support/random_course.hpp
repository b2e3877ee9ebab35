// Random tasks and random, half-sensible commands on them, from a seed.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "engine/course/course.hpp"

namespace duban::testing {

/// One command at its time.
struct Tried {
  Instant at;
  Command command;
};

class RandomCourse {
 public:
  RandomCourse(std::uint32_t seed, const Basis& basis) : random_(seed), basis_(basis) {}

  int below(int n) { return static_cast<int>(random_() % static_cast<std::uint32_t>(n)); }
  bool chance(int percent) { return below(100) < percent; }

  Plan plan();
  PlanRow row();
  /// Of every kind: once, in cycles with and without a day, in stages.
  Deadline deadline();
  /// The time of the next command: often a midnight, sometimes the same instant.
  Instant after(Instant now);
  /// A command that the task may well take: mostly an event that its state has, mostly by somebody
  /// who may, mostly with what it needs.
  Command command(const Task& task, Instant now);

 private:
  Person person(const Task& task, Event event);
  Date around(Date day, int before, int after) { return day - before + below(before + after + 1); }
  std::string co_of(const Task& task);

  std::mt19937 random_;
  const Basis& basis_;
  int files_ = 0;
};

}  // namespace duban::testing
