// The smallest change that would alter a refusal, as people read it and as JSON.
#pragma once

#include <string>
#include <vector>

#include "cli/words.hpp"
#include "engine/course/smallest_change.hpp"

namespace duban {

/// What was refused, and what would alter it: the best first.
struct Changes {
  TaskKey task;
  std::vector<Change> all;
  Move refused;
  const Basis* basis = nullptr;  ///< for its zone; outlives this
};

/// "first report by 省经信委 (--note, --evidence); as 督查二处; with --note", or what else would do
/// after "or"; where nothing would, that.
std::string change_words(Lang lang, const Changes& changes);

/// "to do: …", or "" where the sentence of the refusal says as much: which of the command's own
/// options would have to be others.
std::string advice_words(Lang lang, const Error& error, const Changes& changes);

/// `{"rules":[…],"grants":[…],"steps":[…],"or":[…]}`: the steps are lines that `apply` takes but
/// for `task`, the refused one last, with "-" for a note and "FILE" for a file to be chosen; `or`
/// has others of the same size. Null where nothing would alter the answer.
Value json_of(const Changes& changes);

}  // namespace duban
