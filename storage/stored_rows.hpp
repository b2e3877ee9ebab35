// Rows of tasks as they lie in `task`, `task_co` and `task_text`, for audits, which look at all.
#pragma once

#include <functional>

#include "engine/operations/ports.hpp"
#include "storage/connection.hpp"

namespace duban::storage {

Status each_stored_task(Connection& connection,
                        const std::function<Result<bool>(const StoredTask&)>& visit,
                        const RowFault& told = {});
Status each_stored_text(Connection& connection,
                        const std::function<Result<bool>(const StoredText&)>& visit,
                        const RowFault& told = {});

}  // namespace duban::storage
