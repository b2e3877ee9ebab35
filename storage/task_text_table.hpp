// The words of tasks, which are seldom read: table `task_text`.
#pragma once

#include "engine/model/task.hpp"
#include "storage/connection.hpp"

namespace duban::storage {

Result<std::optional<TaskText>> find_text(Connection& connection, const TaskKey& key);
Status put_text(Connection& connection, const TaskKey& key, const TaskText& text);

}  // namespace duban::storage
