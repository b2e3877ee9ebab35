// What `backup` and `restore` say alike.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "audit/finding.hpp"
#include "cli/context.hpp"
#include "storage/backup_file.hpp"

namespace duban {

/// Shows how far it is, on a terminal only, on one line that the answer then replaces. `text` has
/// the holes {done} and {all}.
std::function<void(std::int64_t, std::int64_t)> counting(Context& context, std::string_view text);

Value json_of(const BackupHead& head);

/// Compares the tables with what the log says; adds what differs.
Status replay_too(View& view, BasisCompiler& compiler, audit::Findings& findings);

/// In the zone of the basis in force; in UTC when there is none to be had.
std::string moment_text(View& view, BasisCompiler& compiler, Instant instant);

}  // namespace duban
