// A store whose k-th call fails, for loops that try every place where a disk can give up.
#pragma once

#include "engine/operations/ports.hpp"

namespace duban::test {

/// Counts every call of the store, its views and transactions; the `fail_at`-th (from 1) answers
/// Errc::io and does nothing. 0: none fails. Outlives what it hands out.
class FailingStore final : public Store {
 public:
  explicit FailingStore(Store& inner, int fail_at = 0) : inner_(inner), fail_at_(fail_at) {}

  int calls() const { return calls_; }
  bool failed_once() const { return fail_at_ > 0 && calls_ >= fail_at_; }

  Result<std::unique_ptr<View>> read() override {
    DUBAN_TRY(count());
    DUBAN_TRY(std::unique_ptr<View> view, inner_.read());
    return std::make_unique<Counting<View>>(*this, std::move(view));
  }
  Result<std::unique_ptr<Transaction>> write() override {
    DUBAN_TRY(count());
    DUBAN_TRY(std::unique_ptr<Transaction> tx, inner_.write());
    return std::make_unique<Writing>(*this, std::move(tx));
  }

 private:
  Status count() {
    if (++calls_ == fail_at_)
      return failed(Errc::io, "call {number} failed", {{"number", std::to_string(calls_)}});
    return {};
  }

  template <class Port>
  class Counting : public Port {
   public:
    Counting(FailingStore& store, std::unique_ptr<Port> inner)
        : store_(store), inner_(std::move(inner)) {}

    void pass_by(RowFault told) override { inner_->pass_by(std::move(told)); }
    Result<Meta> meta() override { return after(&View::meta); }
    Result<std::vector<Plan>> plans() override { return after(&View::plans); }
    Result<std::optional<Plan>> plan(const std::string& id) override {
      return after(&View::plan, id);
    }
    Result<People> people() override { return after(&View::people); }
    Result<std::optional<BasisTexts>> basis_texts(const std::string& hash) override {
      return after(&View::basis_texts, hash);
    }
    Result<std::optional<Task>> task(const TaskKey& key) override {
      return after(&View::task, key);
    }
    Result<std::optional<TaskText>> text(const TaskKey& key) override {
      return after(&View::text, key);
    }
    Result<bool> is_involved(const std::string& name) override {
      return after(&View::is_involved, name);
    }
    Result<std::vector<TaskKey>> keys_with_number(const TaskKey& number) override {
      return after(&View::keys_with_number, number);
    }
    Status each_task(const TaskQuery& query,
                     const std::function<Result<bool>(Task&)>& visit) override {
      return after(&View::each_task, query, visit);
    }
    Status each_stored_task(const std::function<Result<bool>(const StoredTask&)>& visit) override {
      return after(&View::each_stored_task, visit);
    }
    Status each_stored_text(const std::function<Result<bool>(const StoredText&)>& visit) override {
      return after(&View::each_stored_text, visit);
    }
    Result<std::optional<Instant>> next_timer(const TaskKey& key) override {
      return after(&View::next_timer, key);
    }
    Result<std::vector<TaskKey>> ripe_tasks(Instant until) override {
      return after(&View::ripe_tasks, until);
    }
    Status each_escalation(const std::optional<TaskKey>& task,
                           const std::function<Result<bool>(const Escalation&)>& visit) override {
      return after(&View::each_escalation, task, visit);
    }
    Result<std::string> entry_body(std::int64_t seq) override {
      return after(&View::entry_body, seq);
    }
    Status each_entry(
        std::int64_t first, std::int64_t last,
        const std::function<Result<bool>(std::int64_t, std::string_view)>& visit) override {
      return after(&View::each_entry, first, last, visit);
    }
    Result<std::string> tile(int level, std::int64_t number) override {
      return after(&View::tile, level, number);
    }
    Result<RowCounts> row_counts() override { return after(&View::row_counts); }
    Result<std::vector<LayoutFault>> layout_faults() override {
      return after(&View::layout_faults);
    }
    Result<std::vector<Message>> damage() override { return after(&View::damage); }
    Result<TimerShare> compare_timers(std::int64_t from, std::int64_t most) override {
      return after(&View::compare_timers, from, most);
    }

   protected:
    template <class Returned, class... Parameters, class... Arguments, class Base>
    Returned after(Returned (Base::*method)(Parameters...), Arguments&&... arguments) {
      DUBAN_TRY(store_.count());
      return (inner_.get()->*method)(std::forward<Arguments>(arguments)...);
    }

    FailingStore& store_;
    std::unique_ptr<Port> inner_;
  };

  class Writing final : public Counting<Transaction> {
   public:
    using Counting::Counting;

    Result<std::int64_t> append(Entry entry) override {
      return after(&Transaction::append, std::move(entry));
    }
    Status put(const Task& task, std::optional<Instant> next_timer) override {
      DUBAN_TRY(store_.count());
      return inner_->put(task, next_timer);
    }
    Status put(const TaskKey& key, const TaskText& text) override {
      DUBAN_TRY(store_.count());
      return inner_->put(key, text);
    }
    Status put(const Escalation& escalation) override { return put_one(escalation); }
    Status put(const Plan& plan) override { return put_one(plan); }
    Status put(const Actor& actor) override { return put_one(actor); }
    Status put(const Grant& grant) override { return put_one(grant); }
    Status remove(const Grant& grant) override { return after(&Transaction::remove, grant); }
    Status remove_plan(const std::string& id) override {
      return after(&Transaction::remove_plan, id);
    }
    Status put_basis(const std::string& hash, const BasisTexts& texts) override {
      return after(&Transaction::put_basis, hash, texts);
    }
    Status put_night(Date business_date) override {
      return after(&Transaction::put_night, business_date);
    }
    Status put_compared(std::int64_t next) override {
      return after(&Transaction::put_compared, next);
    }
    Status commit() override { return after(&Transaction::commit); }

   private:
    template <class Row>
    Status put_one(const Row& row) {
      DUBAN_TRY(store_.count());
      return inner_->put(row);
    }
  };

  Store& inner_;
  int fail_at_;
  int calls_ = 0;
};

}  // namespace duban::test
