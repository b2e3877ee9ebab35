// The checks that every table of stories makes.
#pragma once

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/flip.hpp"
#include "tests/unit/course/small_world.hpp"
#include "tests/unit/course/story.hpp"

namespace duban::tests {

/// The outcome, whole; that nights on the way change no entry (design §4); and that the smallest
/// change of whatever is refused makes it pass.
inline void check(const Story& story) {
  const std::string outcome = tell(story);
  BOOST_TEST(outcome == story.outcome);
  BOOST_TEST(entries_of(tell(story, true)) == entries_of(outcome));
  for (const Refusal& each : refusals_of(story)) {
    BOOST_TEST(testing::unflipped(each.task, {each.plan, *each.basis}, small_people(), each.command,
                                  each.now) == "");
  }
}

}  // namespace duban::tests
