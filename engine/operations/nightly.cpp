#include <algorithm>
#include <span>

#include "engine/operations/names.hpp"
#include "engine/operations/step.hpp"

namespace duban {
namespace {

constexpr std::size_t chunk_tasks = 1000;
constexpr std::size_t entries_shown = 1000;
/// More damaged rows than these are a damaged store.
constexpr std::int64_t damaged_max = 1000;
/// So many tasks are compared with the index in less than half a second, on a slow machine too.
constexpr std::int64_t compared_max = 20'000;

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
  Run(const World& world, bool compare) : world_(world), compare_(compare) {}

  Result<NightReport> go(const std::function<void(std::int64_t, std::int64_t)>& progress) {
    DUBAN_TRY(const std::vector<TaskKey> due, look());
    const std::span<const TaskKey> all(due);
    for (std::size_t at = 0; at < due.size(); at += chunk_tasks) {
      const std::size_t end = std::min(due.size(), at + chunk_tasks);
      DUBAN_TRY(fire(all.subspan(at, end - at)));
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
    DUBAN_TRY(zone_, zone_in_force(*view, world_.compiler));
    DUBAN_TRY(report_.at, step_time(meta, world_, *zone_));
    gap_ = gap_is_accepted(meta, world_, report_.at);
    if (gap_) {
      DUBAN_TRY(basis_, basis_in_force(*view, world_.compiler));
      DUBAN_TRY(const People people, view->people());
      DUBAN_TRY(admin_, resolve_person(world_, meta, people, basis_->directory, {}, *view));
      if (!admin_.admin)
        return failed(Errc::role, "--accept-gap is for an admin; {actor} is none",
                      {{"actor", admin_.actor.id}});
    }
    report_.business_date = zone_->date_of(report_.at);
    report_.zone = *zone_;
    if (compare_) DUBAN_TRY(compare(*view, meta));
    view->pass_by([this](const Error& fault) { met(fault); });
    return view->ripe_tasks(report_.at);
  }

  /// Before the index of timers is believed.
  Status compare(View& view, const Meta& meta) {
    DUBAN_TRY(TimerShare share, view.compare_timers(meta.compared, compared_max));
    if (share.tasks == 0 && meta.compared > 0) {
      DUBAN_TRY(share, view.compare_timers(0, compared_max));
    }
    for (const Error& fault : share.unread) met(fault);
    report_.compared = share.tasks;
    report_.lost = std::move(share.lost);
    if (share.next != meta.compared) compared_until_ = share.next;
    return {};
  }

  /// A row that cannot be read, before anything is done; more than one look may meet it.
  void met(const Error& fault) {
    if (contains(met_, fault)) return;
    ++report_.damaged;
    met_.push_back(fault);
    report_.faults.push_back(fault);
  }
  static bool contains(const Errors& faults, const Error& fault) {
    return std::find(faults.begin(), faults.end(), fault) != faults.end();
  }

  /// A damaged row makes the transaction of all its neighbours fail: each half of them is tried
  /// alone, until the task that has it is alone, named and left.
  Status fire(std::span<const TaskKey> keys) {
    std::optional<Error> fault;
    DUBAN_TRY(write(keys, fault));
    if (!fault) return {};
    if (keys.size() > 1) {
      DUBAN_TRY(fire(keys.first(keys.size() / 2)));
      return fire(keys.subspan(keys.size() / 2));
    }
    if (!contains(met_, *fault)) ++report_.damaged;
    if (!contains(report_.faults, *fault)) report_.faults.push_back(*fault);
    if (report_.damaged <= damaged_max) return {};
    return failed(Errc::corrupt,
                  "more than {count} rows of the database are damaged, the last of {task}; restore "
                  "a backup",
                  {{"count", std::to_string(damaged_max)}, {"task", to_text(keys.front())}});
  }

  /// Another process may have written since: everything is read again under the lock, and the chunk
  /// is recorded no earlier than what stands there. `fault`: of a row of one of these tasks; then
  /// nothing was written.
  Status write(std::span<const TaskKey> keys, std::optional<Error>& fault) {
    DUBAN_TRY(const std::unique_ptr<Transaction> tx, patient_write(world_.store));
    DUBAN_TRY(const Meta meta, tx->meta());
    DUBAN_TRY(basis_, basis_in_force(*tx, world_.compiler));
    const Moment moment = moment_of(meta, std::max(report_.at, meta.judged));
    NightReport done = report_;
    bool wrote = false;
    std::optional<Plan> plan;
    for (const TaskKey& key : keys) {
      const Result<bool> fired = fire(*tx, key, moment, plan, done);
      if (!fired && fired.error().code == Errc::corrupt) {
        fault = fired.error();
        return {};
      }
      DUBAN_TRY(fired);
      wrote = wrote || *fired;
    }
    if (!wrote) return {};
    DUBAN_TRY(tx->commit());
    report_ = std::move(done);
    return {};
  }

  /// Whether anything was due. `plan`: of the task before.
  Result<bool> fire(Transaction& tx, const TaskKey& key, const Moment& moment,
                    std::optional<Plan>& plan, NightReport& done) {
    DUBAN_TRY(std::optional<Task> task, tx.task(key));
    if (!plan || plan->id != key.plan) {
      DUBAN_TRY(plan, tx.plan(key.plan));
    }
    if (!task && !plan) return false;  // made void since
    if (!task) return failed(Errc::corrupt, "the row of {task} is gone", {{"task", to_text(key)}});
    if (!plan) return plan_is_gone(key);
    const Setting setting{*plan, *basis_};
    Course course = wait_until(std::move(*task), setting, moment.now);
    if (course.entries.empty()) return false;  // a step was here before us
    DUBAN_TRY(write_course(tx, course, setting, moment));
    count(done, course);
    return true;
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
    if (compared_until_) DUBAN_TRY(keep_compared());
    DUBAN_TRY(std::unique_ptr<View> view, world_.store.read());
    DUBAN_TRY(Meta meta, view->meta());
    DUBAN_TRY(report_.left, count_left(*view));
    const auto first_of_date = [&] {
      // A last night from a time that was ahead is none.
      return !meta.last_night || *meta.last_night < report_.business_date ||
             *meta.last_night > zone_->date_of(std::max(report_.at, meta.judged));
    };
    if (is_whole() && (report_.fired > 0 || first_of_date())) {
      view.reset();
      DUBAN_TRY(const std::unique_ptr<Transaction> tx, patient_write(world_.store));
      DUBAN_TRY(meta, tx->meta());
      DUBAN_TRY(report_.left, count_left(*tx));
      if (is_whole() && (report_.fired > 0 || first_of_date())) {
        Entry own = own_entry(meta);
        const Date night = zone_->date_of(own.effective);
        DUBAN_TRY(tx->append(std::move(own)));
        DUBAN_TRY(tx->put_night(night));
        DUBAN_TRY(meta, tx->meta());
        DUBAN_TRY(tx->commit());
        report_.recorded = true;
      }
    }
    report_.size = meta.size;
    report_.root = meta.root;
    return {};
  }

  /// Whether the run may say so in the log: that up to its time every timer has its entry.
  bool is_whole() const {
    return report_.left == 0 && report_.damaged == 0 && report_.lost.empty();
  }

  /// Rows that cannot be read are left too.
  Result<std::int64_t> count_left(View& view) const {
    std::int64_t unread = 0;
    view.pass_by([&](const Error&) { ++unread; });
    const Result<std::vector<TaskKey>> left = view.ripe_tasks(report_.at);
    view.pass_by({});
    DUBAN_TRY(left);
    return static_cast<std::int64_t>(left->size()) + unread;
  }

  Status keep_compared() {
    DUBAN_TRY(const std::unique_ptr<Transaction> place, patient_write(world_.store));
    DUBAN_TRY(place->put_compared(*compared_until_));
    return place->commit();
  }

  Entry own_entry(const Meta& meta) const {
    Entry entry;
    const Moment moment = moment_of(meta, std::max(report_.at, meta.judged));
    entry.recorded = moment.recorded;
    entry.effective = moment.now;
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
                               {"max_gap", world_.max_gap_days},
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
  Errors met_;  // rows that cannot be read, met before anything was done
  const bool compare_;
  std::optional<std::int64_t> compared_until_;  // where it must be kept
  std::optional<Zone> zone_;
};

}  // namespace

Errors troubles(const NightReport& night) {
  Errors list = night.faults;
  const auto add = [&](tl::unexpected<Error> error) { list.push_back(std::move(error.value())); };
  if (night.damaged > 0) {
    add(failed(Errc::corrupt,
               "{count} tasks have rows that cannot be used and are left as they are; all others "
               "that were due are done",
               {{"count", std::to_string(night.damaged)}}));
  }
  if (!night.lost.empty()) {
    add(failed(Errc::corrupt,
               "the index of timers does not lead to {count} of {compared} tasks, first {task}: "
               "what is due may be missing from nights and lists; see duban doctor, then make the "
               "indexes anew or restore a backup",
               {{"count", std::to_string(night.lost.size())},
                {"compared", std::to_string(night.compared)},
                {"task", to_text(night.lost.front())}}));
  }
  if (night.left > 0 && night.damaged == 0) {
    add(failed(Errc::io, "{count} tasks with something due are left; run duban nightly again",
               {{"count", std::to_string(night.left)}}));
  }
  return list;
}

Result<NightReport> nightly(const World& world,
                            const std::function<void(std::int64_t, std::int64_t)>& progress,
                            bool compare) {
  return Run(world, compare).go(progress);
}

}  // namespace duban
