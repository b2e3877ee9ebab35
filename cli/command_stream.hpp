// The lines that are piped into `apply`, as commands.
#pragma once

#include <istream>
#include <optional>

#include "rehearsal/command_text.hpp"

namespace duban {

/// Reads one command at a time; never holds more than one line, and of none more than 4 MiB.
class CommandStream {
 public:
  /// Borrows the stream. A byte-order mark before the first line is passed over.
  explicit CommandStream(std::istream& in);

  /// What the next line that is not blank asks for; nothing at the end. Errc::usage for a line that
  /// is no command or too long; the one after it is read all the same, unless the line has no end
  /// within 128 MiB.
  std::optional<Result<StreamCommand>> next();

 private:
  std::optional<Result<std::string>> next_line();

  std::istream& in_;
  bool gave_up_ = false;
  bool first_ = true;  ///< no line has been looked at
};

}  // namespace duban
