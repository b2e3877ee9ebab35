// A stretch of work that meets every kind of entry, for audits to read.
#pragma once

#include "tests/support/office.hpp"

namespace duban::test {

/// Plays the story; afterwards the log holds every event of design §3, `escalate`, and each kind of
/// entry of the workspace.
void play_story(Office& office);

}  // namespace duban::test
