// Whether tables, indexes and triggers of a database are those that the schema makes.
#pragma once

#include "engine/operations/ports.hpp"
#include "storage/connection.hpp"

namespace duban::storage {

/// Compares what the database says of itself with what the schema makes of an empty one. Statistics
/// that ANALYZE leaves change no answer and are no fault.
Result<std::vector<LayoutFault>> layout_faults(Connection& connection);

}  // namespace duban::storage
