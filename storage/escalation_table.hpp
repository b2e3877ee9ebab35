// Rungs that were raised (督办提醒), each at most once: table `escalation`.
#pragma once

#include <functional>

#include "engine/operations/ports.hpp"
#include "storage/connection.hpp"

namespace duban::storage {

/// By task, then in the order of their raising.
Status each_escalation(Connection& connection, const std::optional<TaskKey>& task,
                       const std::function<Result<bool>(const Escalation&)>& visit,
                       const RowFault& told = {});
/// Errc::corrupt when it is there already. Asserts that `recorded` is set.
Status put_escalation(Connection& connection, const Escalation& escalation);

}  // namespace duban::storage
