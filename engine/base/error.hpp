// Errors as values: Result<T>, Error, and the macros that pass them on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace duban {

/// What went wrong, for code to branch on: the codes of docs/refusals.md. The order is the order in
/// which a step looks for them.
enum class Errc : std::uint8_t {
  usage,
  bad_file,
  not_found,
  ambiguous,
  time,
  clock,
  state,
  disabled,
  role,
  forbidden,
  argument,
  missing,
  limit,
  conflict,
  busy,
  io,
  corrupt,
  newer,
};

/// The code as scripts and JSON see it, e.g. "not-found". `clock` is called "time" there too: it is
/// the machine's clock that is wrong, so it exits 3 instead of 1.
std::string_view to_text(Errc code);

/// A spot in a file; line and column count from 1, 0 means unknown.
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  bool operator==(const Place&) const = default;
};

/// A sentence for people: an English template with named holes and what fills them.
/// cli/words holds the Chinese of each template.
struct Message {
  std::string text;
  std::vector<std::pair<std::string, std::string>> values = {};
  bool operator==(const Message&) const = default;
};
/// The English sentence, holes filled.
std::string fill(std::string_view text,
                 const std::vector<std::pair<std::string, std::string>>& values);
std::string to_text(const Message& message);

struct Error {
  Errc code = Errc::io;
  Message message;
  Place where = {};                       ///< in a file that people wrote
  std::string excerpt = {};               ///< that line of the file, for the caret; may be empty
  std::uint32_t width = 0;                ///< how many columns the caret underlines
  Place rule = {};                        ///< the line of the rule file that asks for it
  std::vector<std::string> missing = {};  ///< with Errc::missing: note, evidence, …
  bool operator==(const Error&) const = default;
};
using Errors = std::vector<Error>;

template <class T>
using Result = tl::expected<T, Error>;
/// What a reader of people's files returns: a value, or all that is wrong with the file, in its
/// order.
template <class T>
using Checked = tl::expected<T, Errors>;
using Status = Result<void>;

using Values = std::vector<std::pair<std::string, std::string>>;

/// The one way to make an error: `return failed(Errc::not_found, "no task {task}", {{"task",
/// key}});` The template must be a literal: a test collects these literals and asks cli/words for
/// each.
tl::unexpected<Error> failed(Errc code, std::string_view text, Values values = {},
                             Place where = {});

[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

}  // namespace duban

/// For our own mistakes, never for input; stays on in release builds.
#define DUBAN_ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : ::duban::assertion_failed(#condition, __FILE__, __LINE__))

#define DUBAN_TRY_JOIN2(a, b) a##b
#define DUBAN_TRY_JOIN(a, b) DUBAN_TRY_JOIN2(a, b)
#define DUBAN_TRY_1(expression)                                                                \
  if (auto DUBAN_TRY_JOIN(tried_, __LINE__) = (expression); !DUBAN_TRY_JOIN(tried_, __LINE__)) \
  return tl::make_unexpected(std::move(DUBAN_TRY_JOIN(tried_, __LINE__)).error())
#define DUBAN_TRY_2(target, expression)                                              \
  auto DUBAN_TRY_JOIN(tried_, __LINE__) = (expression);                              \
  if (!DUBAN_TRY_JOIN(tried_, __LINE__))                                             \
    return tl::make_unexpected(std::move(DUBAN_TRY_JOIN(tried_, __LINE__)).error()); \
  target = std::move(*DUBAN_TRY_JOIN(tried_, __LINE__))
#define DUBAN_TRY_PICK(_1, _2, name, ...) name
/// Takes the value or returns the error: `DUBAN_TRY(expression)`, `DUBAN_TRY(Type name,
/// expression)`. On a line of its own; never with a comma inside the type.
#define DUBAN_TRY(...) DUBAN_TRY_PICK(__VA_ARGS__, DUBAN_TRY_2, DUBAN_TRY_1, unused)(__VA_ARGS__)
