// A refusal together with what would alter it.
#pragma once

#include <string>

#include "cli/failure.hpp"

namespace duban {

/// A clause that goes with the sentence (may be empty); and the same as data.
struct Advice {
  std::string words;
  Value change;
};
/// As `fail` prints an error, the words behind its sentence; JSON has the data as `change`.
int fail(Context& context, const Error& error, const Advice& advice);

}  // namespace duban
