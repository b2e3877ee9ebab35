// Whether tables, indexes and triggers of a database are those that the schema makes, and agree.
#pragma once

#include "engine/operations/ports.hpp"
#include "storage/connection.hpp"

namespace duban::storage {

/// Compares what the database says of itself with what the schema makes of an empty one. Statistics
/// that ANALYZE leaves change no answer and are no fault.
Result<std::vector<LayoutFault>> layout_faults(Connection& connection);

/// What SQLite says of all pages, rows and indexes, at most a hundred sentences of its own. Only
/// where the layout has no faults: a foreign one can keep SQLite busy for ever.
Result<std::vector<std::string>> integrity_faults(Connection& connection);
/// See View.
Result<std::vector<Message>> damage(Connection& connection);

}  // namespace duban::storage
