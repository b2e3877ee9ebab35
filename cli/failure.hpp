// How a command says no: one sentence to stderr, in the reader's language or as JSON, and the exit
// status.
#pragma once

#include <string>

#include "cli/context.hpp"

namespace duban {

/// The one table of exit statuses (docs/refusals.md): 1 a valid no, 2 wrong usage or input, 3 the
/// environment.
int exit_status(Errc code);

/// Prints the error and returns its exit status. Each one is a sentence `duban: …`; one with a line
/// of a file shows that line and a caret. With `--format json`, `{"error":{…}}`.
int fail(Context& context, const Error& error);
/// All that is wrong with a file, one after the other; the highest status.
int fail(Context& context, const Errors& errors);

/// Of work that is committed, what could not be told: `duban: it is done, but …`. With `--format
/// json`, `{"warning":{…}}`. Changes no status.
void warn(Context& context, const Error& error);

/// The sentence alone, with the rule line that asks for it: "… (default.yaml:23 asks for it)".
std::string sentence(Lang lang, const Error& error);
/// `{"code","message","rule","at"}`, and `missing` where something is.
Value json_of(Lang lang, const Error& error);

}  // namespace duban
