#include <algorithm>

#include "engine/operations/names.hpp"
#include "engine/operations/step.hpp"

namespace duban {
namespace {

constexpr std::size_t chunk_tasks = 1000;
constexpr std::size_t entries_shown = 1000;

/// The lock, waited for as long as a long neighbour may take: nobody watches a night.
Result<std::unique_ptr<Transaction>> patient_write(Store& store) {
  constexpr int tries = 12;  // each waits for the store's own time-out
  for (int left = tries;; --left) {
    Result<std::unique_ptr<Transaction>> tx = store.write();
    if (tx || tx.error().code != Errc::busy || left == 1) return tx;
  }
}

/// What the whole run knows; each chunk is a transaction of its own.
class Run {
 public:
  explicit Run(const World& world) : world_(world) {}

  Result<NightReport> go(const std::function<void(std::int64_t, std::int64_t)>& progress) {
    DUBAN_TRY(const std::vector<TaskKey> due, look());
    for (std::size_t at = 0; at < due.size(); at += chunk_tasks) {
      const std::size_t end = std::min(due.size(), at + chunk_tasks);
      DUBAN_TRY(fire({due.begin() + static_cast<std::ptrdiff_t>(at),
                      due.begin() + static_cast<std::ptrdiff_t>(end)}));
      if (progress) progress(static_cast<std::int64_t>(end), static_cast<std::int64_t>(due.size()));
    }
    DUBAN_TRY(finish());
    return std::move(report_);
  }

 private:
  /// The tasks with something due, in key order; a reading, so that a night with nothing to do
  /// costs no write.
  Result<std::vector<TaskKey>> look() {
    DUBAN_TRY(const std::unique_ptr<View> view, world_.store.read());
    DUBAN_TRY(const Meta meta, view->meta());
    DUBAN_TRY(const Zone zone, zone_in_force(*view, world_.compiler));
    DUBAN_TRY(report_.at, step_time(meta, world_, zone));
    gap_ = gap_is_accepted(meta, world_, report_.at);
    if (gap_) {
      DUBAN_TRY(basis_, basis_in_force(*view, world_.compiler));
      DUBAN_TRY(const People people, view->people());
      DUBAN_TRY(admin_, resolve_person(world_, meta, people, basis_->directory, {}, *view));
      if (!admin_.admin)
        return failed(Errc::role, "--accept-gap is for an admin; {actor} is none",
                      {{"actor", admin_.actor.id}});
    }
    report_.business_date = zone.date_of(report_.at);
    report_.zone = zone;
    return view->ripe_tasks(report_.at);
  }

  /// Another process may have written since: everything is read again under the lock, and the chunk
  /// is recorded no earlier than what stands there.
  Status fire(const std::vector<TaskKey>& keys) {
    DUBAN_TRY(const std::unique_ptr<Transaction> tx, patient_write(world_.store));
    DUBAN_TRY(const Meta meta, tx->meta());
    DUBAN_TRY(basis_, basis_in_force(*tx, world_.compiler));
    const Instant recorded = std::max(report_.at, meta.last_time);
    NightReport done = report_;
    bool wrote = false;
    std::optional<Plan> plan;
    for (const TaskKey& key : keys) {
      DUBAN_TRY(std::optional<Task> task, tx->task(key));
      if (!plan || plan->id != key.plan) {
        DUBAN_TRY(plan, tx->plan(key.plan));
      }
      if (!task || !plan)
        return failed(Errc::corrupt, "the row of {task} is gone", {{"task", to_text(key)}});
      const Setting setting{*plan, *basis_};
      Course course = wait_until(std::move(*task), setting, recorded);
      if (course.entries.empty()) continue;  // a step was here before us
      DUBAN_TRY(write_course(*tx, course, setting, recorded));
      wrote = true;
      count(done, course);
    }
    if (!wrote) return {};
    DUBAN_TRY(tx->commit());
    report_ = std::move(done);
    return {};
  }

  static void count(NightReport& done, const Course& course) {
    ++done.tasks;
    for (const Entry& entry : course.entries) {
      ++done.fired;
      if (entry.event == Event::deadline) ++done.deadlines;
      if (entry.event == Event::escalate) ++done.escalations;
      if (entry.event == Event::resume) ++done.resumed;
      if (done.entries.size() < entries_shown) done.entries.push_back(entry);
    }
  }

  /// The run's own entry, when it fired something or is the first of its business date; and the
  /// proof from the timer index that nothing due is left.
  Status finish() {
    DUBAN_TRY(std::unique_ptr<View> view, world_.store.read());
    DUBAN_TRY(Meta meta, view->meta());
    DUBAN_TRY(std::vector<TaskKey> left, view->ripe_tasks(report_.at));
    report_.left = static_cast<std::int64_t>(left.size());
    const auto first_of_date = [&] {
      return !meta.last_night || *meta.last_night < report_.business_date;
    };
    if (report_.left == 0 && (report_.fired > 0 || first_of_date())) {
      view.reset();
      DUBAN_TRY(const std::unique_ptr<Transaction> tx, patient_write(world_.store));
      DUBAN_TRY(meta, tx->meta());
      DUBAN_TRY(left, tx->ripe_tasks(report_.at));
      report_.left = static_cast<std::int64_t>(left.size());
      if (report_.left == 0 && (report_.fired > 0 || first_of_date())) {
        DUBAN_TRY(tx->append(own_entry(meta)));
        DUBAN_TRY(tx->put_night(
            std::max(report_.business_date, meta.last_night.value_or(report_.business_date))));
        DUBAN_TRY(meta, tx->meta());
        DUBAN_TRY(tx->commit());
        report_.recorded = true;
      }
    }
    report_.size = meta.size;
    report_.root = meta.root;
    return {};
  }

  Entry own_entry(const Meta& meta) const {
    Entry entry;
    entry.recorded = std::max(report_.at, meta.last_time);
    entry.effective = entry.recorded;
    entry.actor = gap_ ? admin_.actor.id : "scheduler";
    entry.via = world_.account;
    if (gap_) entry.department = admin_.actor.department;
    entry.role = gap_ ? Role::admin : Role::scheduler;
    entry.event = Event::nightly;
    entry.basis = meta.basis;
    entry.data = Value::Object{{"business_date", to_text(report_.business_date)},
                               {"deadlines", report_.deadlines},
                               {"escalations", report_.escalations},
                               {"fired", report_.fired},
                               {"resumed", report_.resumed},
                               {"tasks", report_.tasks},
                               {"until", to_text(report_.at)}};
    if (gap_) entry.data.set("accept-gap", true);
    return entry;
  }

  const World& world_;
  NightReport report_;
  std::shared_ptr<const Basis> basis_;  // when there is something to judge
  Person admin_;
  bool gap_ = false;
};

}  // namespace

Result<NightReport> nightly(const World& world,
                            const std::function<void(std::int64_t, std::int64_t)>& progress) {
  return Run(world).go(progress);
}

}  // namespace duban
