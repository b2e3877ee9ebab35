// What every command is given: the streams, the options that stand anywhere, and the workspace,
// which is opened when a command first asks for it.
#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/table.hpp"
#include "cli/words.hpp"
#include "engine/operations/duban.hpp"

namespace duban {

enum class Format : std::uint8_t { table, json, jsonl, csv };

struct Workspace;  // cli/workspace.hpp

struct Context {
  Context(std::istream& input, std::ostream& output, std::ostream& errors);
  ~Context();
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Screen screen;         ///< of `out`; width 0 when it is no terminal
  Screen error_screen;   ///< of `err`
  Lang lang = Lang::en;  ///< known before the command line is parsed, so that its errors speak it
  Format format = Format::table;

  /// Once the work is committed: its exit status, whatever becomes of the answer.
  std::optional<int> settled = {};

  std::vector<std::string> arguments;  ///< as they were typed
  std::string directory;    ///< `--workspace`; empty: found upwards from the current directory
  std::string as;           ///< `--as`
  std::string at;           ///< `--at`
  bool accept_gap = false;  ///< `--accept-gap`
  bool confirm_internal = false;  ///< `--confirm-internal`
  bool verbose = false;           ///< `--verbose`

  std::unique_ptr<Workspace> workspace;  ///< once opened
  std::function<Result<int>()> action;   ///< of the command that was chosen; its exit status

  bool json() const { return format == Format::json || format == Format::jsonl; }
};

/// The workspace with its ports open for steps, as operations want it. Refers to
/// `context.workspace`.
Result<World> world(Context& context);

/// What holds at `--at`, or now, in a database opened read-only: earlier than the last entry it is
/// replayed from the log.
Result<std::unique_ptr<Reading>> reading(Context& context);

}  // namespace duban
