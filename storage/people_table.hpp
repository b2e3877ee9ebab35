// Who acts and what was granted: tables `actor` and `grant_`.
#pragma once

#include "engine/operations/ports.hpp"
#include "storage/connection.hpp"

namespace duban::storage {

Result<People> all_people(Connection& connection, const RowFault& told = {});
Status put_actor(Connection& connection, const Actor& actor);  ///< inserts or replaces
Status put_grant(Connection& connection, const Grant& grant);  ///< the same again changes nothing
/// Not_found when there is no such grant.
Status remove_grant(Connection& connection, const Grant& grant);

}  // namespace duban::storage
