// `audit check`: is the log whole and unaltered, and are the files there that it names?
#pragma once

#include <string>

#include "audit/finding.hpp"
#include "audit/named_files.hpp"
#include "engine/operations/ports.hpp"

namespace duban::audit {

struct CheckReport {
  std::int64_t size = 0;         ///< entries that are there
  std::string root;              ///< over them, 32 raw bytes
  std::vector<NamedFile> files;  ///< that entries name, each looked at
  /// Pieces of evidence of one task that are the same but for blanks and line ends.
  std::vector<std::vector<NamedFile>> alike;
  Findings findings;  ///< the layout's faults, then the first broken entry first
};

/// Reads every entry once, judging nothing but bytes:
///  0. the tables, indexes and triggers of the store are as the program makes them;
///  1. seqs run from 0 without holes;
///  2. each body is valid by the list in engine/log/entry_text.hpp, and carries its own seq;
///  3. `prev` is the task's entry before; `recorded` never falls, `effective` is not after it and
///     never falls on one task;
///  4. leaf hashes give the tiles, size and root that the store keeps;
///  5. every file named by an entry (evidence, documents, texts of a basis) is in the vault with
///     the bytes of its name.
/// Texts that differ only in blanks and line ends are no fault, as nobody can forbid to write a
/// letter anew; but one paper handed in twice looks like two, so whoever audits sees them together.
/// An error is only what keeps it from reading at all; what it found wrong is in the report.
Result<CheckReport> check(View& log, Vault& vault);

}  // namespace duban::audit
