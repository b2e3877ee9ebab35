// Tasks (事项) and their timers: tables `task` and `task_co`.
#pragma once

#include <functional>

#include "engine/operations/ports.hpp"
#include "storage/connection.hpp"

namespace duban::storage {

Result<std::optional<Task>> find_task(Connection& connection, const TaskKey& key);
/// Looked up in the indexes of leads and co's, however many tasks there are.
Result<bool> is_involved(Connection& connection, const std::string& name);
/// In key order.
Status each_task(Connection& connection, const TaskQuery& query,
                 const std::function<Result<bool>(Task&)>& visit, const RowFault& told = {});
Result<std::vector<TaskKey>> keys_with_number(Connection& connection, const TaskKey& number,
                                              const RowFault& told = {});
Result<std::optional<Instant>> next_timer(Connection& connection, const TaskKey& key);
/// Sorted by key.
Result<std::vector<TaskKey>> ripe_tasks(Connection& connection, Instant until,
                                        const RowFault& told = {});
/// See View.
Result<TimerShare> compare_timers(Connection& connection, std::int64_t from, std::int64_t most);
/// What the transaction knows of the row that it puts, so that nothing is asked twice.
enum class Row : std::uint8_t {
  unknown,  ///< may be there
  there,    ///< is there
  same_co,  ///< is there, with the same co-departments
};
/// Inserts or replaces.
Status put_task(Connection& connection, const Task& task, std::optional<Instant> next_timer,
                Row row);

}  // namespace duban::storage
