// The two checks that every table of stories makes.
#pragma once

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/unit/course/story.hpp"

namespace duban::tests {

/// The outcome, whole; and that nights on the way change no entry (design §4).
inline void check(const Story& story) {
  const std::string outcome = tell(story);
  BOOST_TEST(outcome == story.outcome);
  BOOST_TEST(entries_of(tell(story, true)) == entries_of(outcome));
}

}  // namespace duban::tests
