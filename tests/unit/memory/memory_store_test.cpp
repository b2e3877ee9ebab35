#include "engine/memory/memory_store.hpp"

#include "engine/log/entry_text.hpp"
#include "tests/support/any_task.hpp"
#include "tests/support/failing_store.hpp"
#include "tests/support/office.hpp"

using namespace duban;
using namespace duban::test;

namespace {

Entry night(const char* recorded) {
  Entry entry;
  entry.recorded = entry.effective = parse_instant(recorded).value();
  entry.event = Event::nightly;
  entry.basis = std::string(64, '0');
  return entry;
}

/// What a view answers, as one text.
std::string picture(View& view) {
  std::string out;
  const Meta meta = must(view.meta());
  out += "size " + std::to_string(meta.size) + " at " + to_text(meta.last_time) + "\n";
  must(view.each_task({}, [&](Task& task) -> Result<bool> {
    out += to_text(task.key) + "\n";
    return true;
  }));
  must(view.each_entry(0, 100, [&](std::int64_t seq, std::string_view body) -> Result<bool> {
    out += std::to_string(seq) + " " + to_text(parse_entry(body)->recorded) + "\n";
    return true;
  }));
  return out;
}

Escalation raised(int occurrence) {
  Escalation escalation;
  escalation.task = {"p", {1, 1, 1}};
  escalation.rung = "silent";
  escalation.occurrence = occurrence;
  return escalation;
}

Task task_with(int no) {
  Task task = any_task(1);
  task.key = {"p", {1, 1, no}};
  task.lead = "省经信委";
  task.co = {"省教育厅"};
  return task;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(memory_store_tests)

BOOST_AUTO_TEST_CASE(gives_seqs_and_keeps_what_is_committed) {
  MemoryStore store;
  auto tx = must(store.write());
  BOOST_TEST(must(tx->append(night("2017-01-01T00:00:00Z"))) == 0);
  BOOST_TEST(must(tx->append(night("2017-01-02T00:00:00Z"))) == 1);
  must(tx->put(task_with(10), std::nullopt));
  must(tx->put(task_with(9), std::nullopt));
  BOOST_TEST(parse_entry(must(tx->entry_body(1)))->seq == 1);
  must(tx->commit());
  BOOST_TEST(picture(*must(store.read())) ==
             "size 2 at 2017-01-02T00:00:00Z\n"
             "p/1.1.9\np/1.1.10\n"
             "0 2017-01-01T00:00:00Z\n1 2017-01-02T00:00:00Z\n");
}

BOOST_AUTO_TEST_CASE(forgets_a_transaction_that_is_dropped) {
  MemoryStore store;
  {
    auto tx = must(store.write());
    must(tx->append(night("2017-01-01T00:00:00Z")));
    must(tx->put(task_with(1), std::nullopt));
  }
  BOOST_TEST(picture(*must(store.read())) == "size 0 at 1970-01-01T00:00:00Z\n");
  BOOST_TEST(store.write().has_value());
}

BOOST_AUTO_TEST_CASE(a_view_stays_as_it_was) {
  MemoryStore store;
  const auto before = must(store.read());
  auto tx = must(store.write());
  must(tx->append(night("2017-01-01T00:00:00Z")));
  must(tx->commit());
  BOOST_TEST(picture(*before) == "size 0 at 1970-01-01T00:00:00Z\n");
  BOOST_TEST(to_text(before->entry_body(0).error().code) == "not-found");
}

BOOST_AUTO_TEST_CASE(has_one_writer) {
  MemoryStore store;
  const auto tx = must(store.write());
  BOOST_TEST(to_text(store.write().error().code) == "busy");
}

BOOST_AUTO_TEST_CASE(raises_nothing_twice) {
  MemoryStore store;
  auto tx = must(store.write());
  must(tx->put(raised(0)));
  must(tx->put(raised(1)));
  BOOST_TEST(to_text(tx->put(raised(0)).error().code) == "corrupt");
}

BOOST_AUTO_TEST_CASE(grows_the_tree_of_its_log) {
  MemoryStore store;
  auto tx = must(store.write());
  Frontier tree;
  std::string leaves;
  for (int i = 0; i < 300; ++i) {
    must(tx->append(night("2017-01-01T00:00:00Z")));
    const std::string leaf = leaf_hash(must(tx->entry_body(i)));
    tree.add(leaf);
    leaves += leaf;
  }
  must(tx->commit());
  const auto view = must(store.read());
  BOOST_TEST(must(view->meta()).root == tree.root());
  BOOST_TEST(must(view->tile(0, 0)) == leaves.substr(0, 256 * 32));
  BOOST_TEST(to_text(view->tile(0, 1).error().code) == "not-found");
  BOOST_TEST(to_text(view->tile(1, 0).error().code) == "not-found");
  BOOST_TEST(must(view->row_counts()).tiles == 1);
}

BOOST_AUTO_TEST_CASE(finds_tasks_by_what_is_asked) {
  MemoryStore store;
  auto tx = must(store.write());
  must(tx->put(Plan{"p", {}, {}, {}, {}, {}, {}, {}, 2}));
  must(tx->put(task_with(1), Instant{100}));
  Task other = task_with(2);
  other.lead = "省安监局";
  must(tx->put(other, Instant{200}));
  const auto count = [&](const TaskQuery& query) {
    int found = 0;
    must(tx->each_task(query, [&](Task&) -> Result<bool> {
      ++found;
      return true;
    }));
    return found;
  };
  BOOST_TEST(count({}) == 2);
  BOOST_TEST(count({.plan = "q"}) == 0);
  BOOST_TEST(count({.below = {2}}) == 0);
  BOOST_TEST(count({.lead = {"省安监局"}}) == 1);
  BOOST_TEST(count({.involved = {"省教育厅"}}) == 2);
  BOOST_TEST(must(tx->ripe_tasks(Instant{100})).size() == 1);
  BOOST_TEST(must(tx->ripe_tasks(Instant{200})).size() == 2);
  BOOST_TEST(must(tx->keys_with_number({"", {1, 1, 2}})).size() == 1);
  BOOST_TEST((must(tx->next_timer({"p", {1, 1, 2}})) == Instant{200}));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(failing_store_tests)

/// Runs `operation` with every call failing in turn, each time on a workspace of its own, until one
/// passes: a failure leaves the store as it was.
void fails_cleanly(const std::function<void(Office&)>& prepare,
                   const std::function<bool(Office&, Store&)>& operation) {
  for (int k = 1;; ++k) {
    BOOST_REQUIRE(k < 5000);
    MemoryStore store;
    Office office(store);
    prepare(office);
    const std::string before = picture(*must(store.read()));
    FailingStore failing(store, k);
    const bool done = operation(office, failing);
    if (!failing.failed_once()) {
      BOOST_TEST(done);
      BOOST_TEST(k > 5);
      return;
    }
    BOOST_TEST(!done);
    BOOST_TEST(picture(*must(store.read())) == before);
  }
}

void with_a_plan(Office& office) {
  office.init("2017-01-03");
  office.import("2017-01-05", "p1",
                {row(1, 1, "省经信委", {"省安监局"}, {false, make_date(2017, 1, 31), {}})});
}

BOOST_AUTO_TEST_CASE(a_step_is_whole_or_nothing) {
  fails_cleanly(with_a_plan, [](Office& office, Store& store) {
    World world = office.world("2017-03-01", "省经信委");
    World failing{store,         world.vault, world.clock, world.compiler,
                  world.account, world.as,    world.at};
    return step(failing, {.event = Event::start, .task = "1.1.1"}).has_value();
  });
}

BOOST_AUTO_TEST_CASE(an_import_is_whole_or_nothing) {
  fails_cleanly([](Office& office) { office.init("2017-01-03"); },
                [](Office& office, Store& store) {
                  World world = office.world("2017-03-01", "督查一处");
                  World failing{store,         world.vault, world.clock, world.compiler,
                                world.account, world.as,    world.at};
                  office.opener.rows = {
                      row(1, 1, "省经信委", {}, {false, make_date(2017, 1, 31), {}}),
                      row(1, 2, "省教育厅", {}, {true, {}, {}})};
                  ImportRequest request;
                  request.plan = "p1";
                  request.path = "plan";
                  return import_plan(failing, office.opener, request).has_value();
                });
}

BOOST_AUTO_TEST_SUITE_END()
