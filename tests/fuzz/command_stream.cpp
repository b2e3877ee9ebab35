// What is piped into `duban apply`.
#include "cli/command_stream.hpp"

#include <sstream>

#include "tests/fuzz/promises.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(command_stream) {
  std::istringstream in{std::string(input)};
  CommandStream stream(in);
  std::size_t lines = 0;
  while (const std::optional<Result<StreamCommand>> command = stream.next()) {
    ++lines;
    if (!*command) {
      DUBAN_ASSERT(command->error().code == Errc::usage);
      check_sentence(command->error());
    } else {
      DUBAN_ASSERT((*command)->nightly || !(*command)->step.task.empty());
      DUBAN_ASSERT((*command)->nightly || is_step((*command)->step.event));
    }
  }
  DUBAN_ASSERT(!stream.next() && lines <= input.size());
}

}  // namespace duban::fuzz
