// sim: drawn offices, judged by a model. See story.hpp.
//
//   sim --seed N [--days D]               one story
//   sim [--from N] [--count C] [--days D] C stories, one after the other
//   sim --lives L [--from N] [--steps S]  L tasks without an office, S commands each
//
// Without arguments the stories and lives of the tests; DUBAN_LIVES says how many lives instead.
//
// Exits 1 on the first difference and prints the command that repeats it, cut to the day on which
// it showed.
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "tests/sim/life.hpp"

namespace duban::sim {
namespace {

/// Nothing, or the difference that the story ran into.
std::optional<Difference> tell(std::uint32_t seed, int days, Tally& tally) {
  try {
    Story(seed, tally).live(days);
    return {};
  } catch (const Difference& difference) {
    return difference;
  } catch (const std::exception& error) {
    return Difference{days, std::string("the story ended early: ") + error.what()};
  }
}

void print(const char* what, const std::map<std::string, int>& counts) {
  std::cout << what << ":";
  for (const auto& [name, count] : counts) std::cout << " " << name << " " << count;
  std::cout << "\n";
}

int run(std::uint32_t from, int count, int days) {
  Tally tally;
  for (std::uint32_t seed = from; seed < from + static_cast<std::uint32_t>(count); ++seed) {
    std::optional<Difference> difference = tell(seed, days, tally);
    if (!difference) continue;
    if (const auto earlier = tell(seed, difference->day, tally); earlier && difference->day > 0) {
      days = difference->day;
      difference = earlier;
    }
    std::cout << difference->what << "\nsim --seed " << seed << " --days " << days << "\n";
    return 1;
  }
  print("answers", tally.answers);
  print("steps", tally.events);
  print("schedules", tally.kinds);
  print("rungs", tally.rungs);
  std::cout << "nights " << tally.nights << " missed " << tally.missed << " deaths " << tally.deaths
            << " clocks " << tally.clocks << " activations " << tally.activations << " replays "
            << tally.replays << "\n";
  return 0;
}

int run_alone(std::uint32_t from, int count, int steps) {
  Tally tally;
  for (std::uint32_t seed = from; seed < from + static_cast<std::uint32_t>(count); ++seed) {
    try {
      live_alone(seed, steps, tally);
    } catch (const Difference& difference) {
      std::cout << difference.what << "\nsim --lives 1 --from " << seed << " --steps "
                << difference.day << "\n";
      return 1;
    }
  }
  std::cout << count << " lives\n";
  print("answers", tally.answers);
  print("steps", tally.events);
  print("schedules", tally.kinds);
  return 0;
}

}  // namespace
}  // namespace duban::sim

int main(int argc, char** argv) {
  std::uint32_t from = 1;
  int count = 20, days = 400, steps = 40;
  const char* wanted = std::getenv("DUBAN_LIVES");
  int lives = argc > 1 ? 0 : wanted ? std::atoi(wanted) : 4000;
  for (int i = 1; i < argc; i += 2) {
    const int value = i + 1 < argc ? std::atoi(argv[i + 1]) : 0;
    if (std::strcmp(argv[i], "--days") == 0) {
      days = value;
    } else if (std::strcmp(argv[i], "--count") == 0) {
      count = value;
    } else if (std::strcmp(argv[i], "--lives") == 0) {
      lives = value;
      count = 0;
    } else if (std::strcmp(argv[i], "--steps") == 0) {
      steps = value;
    } else if (std::strcmp(argv[i], "--from") == 0) {
      from = static_cast<std::uint32_t>(value);
    } else if (std::strcmp(argv[i], "--seed") == 0) {
      from = static_cast<std::uint32_t>(value);
      count = 1;
    } else {
      std::cerr << "sim [--seed N | --from N --count C] [--days D] [--lives L [--steps S]]\n";
      return 2;
    }
  }
  if (lives > 0 && duban::sim::run_alone(from, lives, steps) != 0) return 1;
  return count > 0 ? duban::sim::run(from, count, days) : 0;
}
