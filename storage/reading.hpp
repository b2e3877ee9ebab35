// The questions of View, answered from the tables; shared by readers and the one writer.
#pragma once

#include "engine/operations/ports.hpp"
#include "storage/basis_table.hpp"
#include "storage/escalation_table.hpp"
#include "storage/layout.hpp"
#include "storage/log_table.hpp"
#include "storage/people_table.hpp"
#include "storage/plan_table.hpp"
#include "storage/row_counts.hpp"
#include "storage/stored_rows.hpp"
#include "storage/task_table.hpp"
#include "storage/task_text_table.hpp"

namespace duban::storage {

/// `Port` is View or Transaction. All but meta(), which a writer knows better than the table.
template <class Port>
class Reading : public Port {
 public:
  void pass_by(RowFault told) override { told_ = std::move(told); }
  Result<std::vector<Plan>> plans() override { return all_plans(connection(), told_); }
  Result<std::optional<Plan>> plan(const std::string& id) override {
    return find_plan(connection(), id);
  }
  Result<People> people() override { return all_people(connection(), told_); }
  Result<std::optional<BasisTexts>> basis_texts(const std::string& hash) override {
    return storage::basis_texts(connection(), hash);
  }
  Result<std::optional<Task>> task(const TaskKey& key) override {
    return find_task(connection(), key);
  }
  Result<std::optional<TaskText>> text(const TaskKey& key) override {
    return find_text(connection(), key);
  }
  Result<std::vector<TaskKey>> keys_with_number(const TaskKey& number) override {
    return storage::keys_with_number(connection(), number, told_);
  }
  Result<bool> is_involved(const std::string& name) override {
    return storage::is_involved(connection(), name);
  }
  Status each_task(const TaskQuery& query,
                   const std::function<Result<bool>(Task&)>& visit) override {
    return storage::each_task(connection(), query, visit, told_);
  }
  Status each_stored_task(const std::function<Result<bool>(const StoredTask&)>& visit) override {
    return storage::each_stored_task(connection(), visit, told_);
  }
  Status each_stored_text(const std::function<Result<bool>(const StoredText&)>& visit) override {
    return storage::each_stored_text(connection(), visit, told_);
  }
  Result<std::optional<Instant>> next_timer(const TaskKey& key) override {
    return storage::next_timer(connection(), key);
  }
  Result<std::vector<TaskKey>> ripe_tasks(Instant until) override {
    return storage::ripe_tasks(connection(), until, told_);
  }
  Status each_escalation(const std::optional<TaskKey>& task,
                         const std::function<Result<bool>(const Escalation&)>& visit) override {
    return storage::each_escalation(connection(), task, visit, told_);
  }
  Result<std::string> entry_body(std::int64_t seq) override {
    return storage::entry_body(connection(), seq);
  }
  Status each_entry(
      std::int64_t first, std::int64_t last,
      const std::function<Result<bool>(std::int64_t, std::string_view)>& visit) override {
    return storage::each_entry(connection(), first, last, visit);
  }
  Result<std::string> tile(int level, std::int64_t number) override {
    return stored_tile(connection(), level, number);
  }
  Result<RowCounts> row_counts() override { return count_rows(connection()); }
  Result<std::vector<LayoutFault>> layout_faults() override {
    return storage::layout_faults(connection());
  }
  Result<std::vector<Message>> damage() override { return storage::damage(connection()); }
  Result<TimerShare> compare_timers(std::int64_t from, std::int64_t most) override {
    return storage::compare_timers(connection(), from, most);
  }

 protected:
  virtual Connection& connection() = 0;

 private:
  RowFault told_;
};

}  // namespace duban::storage
