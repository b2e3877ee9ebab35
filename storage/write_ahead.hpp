// Whether a database and the write-ahead file beside it belong together.
//
// SQLite takes any whole -wal for what was written later than the file that it lies beside. So
// yesterday's copy of the one with today's of the other opens without a word: what was written
// between the two is missing, and what is appended now may never be read again.
//
// Each transaction of ours counts itself, in `frontier.commits`. A -wal is begun anew only when all
// of it is in the file. So a file that belongs to its -wal holds by itself the state of some commit
// between that with which the -wal begins and its last, and a log with which theirs begins:
//
//     commits of both together - commits in the -wal  <=  commits of the file alone
//     commits of the file alone  <=  commits of both together
#pragma once

#include "storage/connection.hpp"

namespace duban::storage {

/// Errc::corrupt when the two are not of one history. Others may read and write meanwhile, and may
/// have died while they moved pages from the one to the other: a file whose log is not that of its
/// tree is no state of its own and is passed, as is a -wal that is begun anew at each look.
Status check_write_ahead(Connection& connection);

}  // namespace duban::storage
