// How many rows the tables have, for a replay that must not overlook one.
#pragma once

#include "engine/operations/ports.hpp"
#include "storage/connection.hpp"

namespace duban::storage {

Result<RowCounts> count_rows(Connection& connection);

}  // namespace duban::storage
