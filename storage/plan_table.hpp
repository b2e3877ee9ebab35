// Imported plans (台账): table `plan`.
#pragma once

#include "engine/model/plan.hpp"
#include "storage/connection.hpp"

namespace duban::storage {

Result<std::vector<Plan>> all_plans(Connection& connection);  ///< by id
Result<std::optional<Plan>> find_plan(Connection& connection, const std::string& id);
Status put_plan(Connection& connection, const Plan& plan);  ///< inserts or replaces

}  // namespace duban::storage
