// The story, played once for all tests that only look at it.
#pragma once

#include <regex>

#include "audit/finding.hpp"
#include "tests/unit/audit/damaged_log.hpp"
#include "tests/unit/audit/story.hpp"

namespace duban::test {

struct Told {
  MemoryStore store;
  Office office{store};
  Told() { play_story(office); }
};

inline Told& told() {
  static Told once;
  return once;
}

/// Every finding on a line; of hashes only that they are there.
inline std::string shown(const audit::Findings& findings) {
  std::string out;
  for (const audit::Finding& finding : findings.first()) out += to_text(finding) + "\n";
  static const std::regex hash("[0-9a-f]{64}");
  return std::regex_replace(out, hash, "<hash>");
}

}  // namespace duban::test
