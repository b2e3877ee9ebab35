// A fuzz target: a reader, any bytes, and what the reader promises of them whatever they are.
//
// A target returns when every promise holds and aborts (DUBAN_ASSERT) when one does not. The same
// targets are driven by libFuzzer (preset `fuzz`, one program each) and, in every other build, by
// replay.cpp, which runs the kept seeds and regressions as a test.
#pragma once

#include <string_view>
#include <vector>

namespace duban::fuzz {

struct Target {
  std::string_view name;
  void (*run)(std::string_view input);
};
/// Those that are linked into this program.
std::vector<Target>& targets();

struct Registered {
  explicit Registered(Target target) { targets().push_back(target); }
};

}  // namespace duban::fuzz

#define DUBAN_FUZZ_TARGET(name)                                            \
  static void name(std::string_view input);                                \
  static const ::duban::fuzz::Registered name##_registered{{#name, name}}; \
  static void name(std::string_view input)
