// The one row about the whole workspace: table `meta`.
#pragma once

#include "engine/operations/ports.hpp"
#include "storage/connection.hpp"

namespace duban::storage {

/// All of Meta but size and root, which are the frontier's.
Result<Meta> stored_meta(Connection& connection);
Status insert_meta(Connection& connection, const Meta& meta);
Status update_meta(Connection& connection, const Meta& meta);

}  // namespace duban::storage
