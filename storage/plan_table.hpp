// Imported plans (台账): table `plan`.
#pragma once

#include "engine/operations/ports.hpp"
#include "storage/connection.hpp"

namespace duban::storage {

/// By id.
Result<std::vector<Plan>> all_plans(Connection& connection, const RowFault& told = {});
Result<std::optional<Plan>> find_plan(Connection& connection, const std::string& id);
Status put_plan(Connection& connection, const Plan& plan);  ///< inserts or replaces
/// With all rows that hang on it.
Status remove_plan(Connection& connection, const std::string& id);

}  // namespace duban::storage
