// What the cores do at once, with little around it: `test_threads` is this alone, quick to build
// for the thread sanitizer.
#include <boost/test/unit_test.hpp>

#include "audit/check.hpp"
#include "audit/parallel.hpp"
#include "audit/row_scan.hpp"
#include "engine/log/entry_text.hpp"
#include "engine/memory/memory_store.hpp"

namespace duban::audit {
namespace {

constexpr int entries = 10'000;  // more than two blocks: one is read, one looked at, one visited

/// For a log that names no file.
struct NoVault final : Vault {
  static tl::unexpected<Error> none() { return failed(Errc::not_found, "there are no files"); }
  Result<Attachment> inspect(const std::string&) override { return none(); }
  Status keep(const std::string&, const std::string&) override { return none(); }
  Result<std::string> keep_bytes(std::string_view) override { return none(); }
  Result<std::string> read(const std::string&) override { return none(); }
  Status show_kept(const std::string&, const std::function<Status(std::string_view)>&) override {
    return none();
  }
};

struct LongLog {
  MemoryStore store;
  LongLog() {
    auto tx = store.write().value();
    Entry entry;
    entry.basis = std::string(64, '0');
    entry.event = Event::nightly;
    for (int i = 0; i < entries; ++i) {
      entry.recorded = entry.effective = Instant{i};
      BOOST_REQUIRE(tx->append(entry));
    }
    BOOST_REQUIRE(tx->commit());
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(threads_tests, LongLog)

BOOST_AUTO_TEST_CASE(check_finds_nothing_in_a_log_of_many_blocks) {
  NoVault vault;
  const CheckReport report = check(*store.read().value(), vault).value();
  BOOST_TEST(report.size == entries);
  BOOST_TEST(report.findings.first().empty());
}

BOOST_AUTO_TEST_CASE(each_entry_is_visited_once_and_in_order) {
  std::int64_t next = 0;
  const auto view = store.read().value();
  const auto look = [](std::int64_t, std::string_view body) {
    return parse_entry(body).value().seq;
  };
  BOOST_REQUIRE(each_entry_looked_at<std::int64_t>(
      *view, 0, entries, look,
      [&](std::int64_t seq, std::string_view, std::int64_t& found) -> Result<bool> {
        BOOST_REQUIRE(seq == next);
        BOOST_REQUIRE(found == next);
        ++next;
        return true;
      }));
  BOOST_TEST(next == entries);
}

BOOST_AUTO_TEST_CASE(a_visitor_that_has_seen_enough_ends_it) {
  std::int64_t last = -1;
  const auto view = store.read().value();
  const auto look = [](std::int64_t, std::string_view body) { return body.size(); };
  BOOST_REQUIRE(each_entry_looked_at<std::size_t>(
      *view, 0, entries, look,
      [&](std::int64_t seq, std::string_view, std::size_t&) -> Result<bool> {
        last = seq;
        return seq < 5'000;
      }));
  BOOST_TEST(last == 5'000);
}

/// Rows of many blocks, of tasks and of their words.
BOOST_AUTO_TEST_CASE(only_the_task_whose_row_differs_is_doubtful) {
  MemoryStore plans;
  const auto tx = plans.write().value();
  std::vector<Task> tasks(5'000);
  for (int i = 0; i < 5'000; ++i) {
    Task& task = tasks[static_cast<std::size_t>(i)];
    task.key = {"p", {1, i / 100 + 1, i % 100 + 1}};
    task.lead = "甲局";
    task.co = std::vector<std::string>(static_cast<std::size_t>(i % 3), "乙局");
    BOOST_REQUIRE(tx->put(task, Instant{i}));
    BOOST_REQUIRE(tx->put(task.key, TaskText{{"一", "二"}, std::to_string(i), "长期坚持"}));
  }
  BOOST_REQUIRE(tx->commit());
  const auto view = plans.read().value();
  Derived derived(*view);
  for (int i = 0; i < 5'000; ++i) {
    DerivedTask& task = *derived.add(tasks[static_cast<std::size_t>(i)].key);
    task.task = tasks[static_cast<std::size_t>(i)];
    task.next_timer = Instant{i};
    task.words = digest_of(TaskText{{"一", "二"}, std::to_string(i), "长期坚持"});
  }
  BOOST_TEST(doubtful_rows(*view, derived).value().tasks.empty());
  derived.tasks()[1'234].task.last_note = "另有说明";
  derived.tasks()[2'345].words = digest_of(TaskText{{"一", "二"}, "三", "长期坚持"});
  derived.tasks()[3'456].task.co.push_back("丙局");
  const std::set<TaskKey> doubtful = doubtful_rows(*view, derived).value().tasks;
  BOOST_TEST((doubtful == std::set{tasks[1'234].key, tasks[2'345].key, tasks[3'456].key}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace duban::audit
