#include <SQLiteCpp/Database.h>
#include <sys/stat.h>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <ostream>

#include "engine/log/basis_hash.hpp"
#include "engine/log/entry_text.hpp"
#include "engine/log/merkle.hpp"
#include "storage/sqlite_store.hpp"
#include "tests/support/any_task.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/storage/sample.hpp"

namespace data = boost::unit_test::data;
using namespace duban;
using namespace duban::test;

namespace {

struct Asked {
  const char* why;
  TaskQuery query;
  const char* keys;
};
std::ostream& operator<<(std::ostream& os, const Asked& c) { return os << c.why; }

const Asked questions[] = {
    {"everything", {}, "1.3.1 1.3.2 1.3.3 "},
    {"a plan", {.plan = "hn135"}, "1.3.1 1.3.2 1.3.3 "},
    {"another plan", {.plan = "hn136"}, ""},
    {"a section", {.plan = "hn135", .below = {1, 3}}, "1.3.1 1.3.2 1.3.3 "},
    {"another section", {.below = {1, 4}}, ""},
    {"a lead", {.lead = {"省公安厅"}}, "1.3.2 "},
    {"either lead", {.lead = {"省公安厅", "省经信委"}}, "1.3.1 1.3.2 1.3.3 "},
    {"a co is no lead", {.lead = {"省发改委"}}, ""},
    {"as lead or co", {.involved = {"省公安厅"}}, "1.3.2 1.3.3 "},
    {"as co", {.involved = {"省发改委"}}, "1.3.1 1.3.2 "},
    {"a group by its own name", {.involved = {"各市州人民政府"}}, "1.3.3 "},
    {"both questions at once", {.lead = {"省经信委"}, .involved = {"省公安厅"}}, "1.3.3 "},
    {"a name that is SQL", {.lead = {"' OR 1 = 1 --"}}, ""},
};

std::string keys_for(View& view, const TaskQuery& query) {
  std::string keys;
  const Status status = view.each_task(query, [&](Task& task) -> Result<bool> {
    keys += number_text(task.key) + " ";
    return true;
  });
  return status ? keys : outcome(status);
}

std::string listed(const Result<std::vector<TaskKey>>& keys) {
  std::string out;
  for (const TaskKey& key : keys.value()) out += to_text(key) + " ";
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_tests)

BOOST_AUTO_TEST_CASE(a_new_store_is_empty_and_private) {
  const TempFolder folder;
  auto store = SqliteStore::create(folder / "duban.db", "0123456789abcdef", false).value();
  const Meta meta = store->read().value()->meta().value();
  BOOST_TEST(meta.workspace == "0123456789abcdef");
  BOOST_TEST(!meta.rehearsal);
  BOOST_TEST(meta.size == 0);
  BOOST_TEST(meta.root == empty_root());
  for (const char* name : {"duban.db", "duban.db-wal", "duban.db-shm"}) {
    struct stat status {};
    BOOST_REQUIRE(::stat((folder / name).c_str(), &status) == 0);
    BOOST_TEST((status.st_mode & 07777u) == 0600u, name);
  }
  BOOST_TEST(outcome(SqliteStore::create(folder / "duban.db", "x", false)) ==
             "conflict: there is a file " + folder / "duban.db" + " already");
}

BOOST_AUTO_TEST_CASE(a_shared_store_is_open_to_its_group) {
  const TempFolder folder;
  auto store = SqliteStore::create(folder / "duban.db", "0123456789abcdef", false,
                                   {.sharing = Sharing::group});
  struct stat status {};
  BOOST_REQUIRE(::stat((folder / "duban.db").c_str(), &status) == 0);
  BOOST_TEST((status.st_mode & 07777u) == 0660u);
}

BOOST_AUTO_TEST_CASE(what_was_committed_is_there_after_reopening) {
  const TempFolder folder;
  std::string before;
  {
    auto store = sample_store(folder / "duban.db", 600);
    before = everything(*store);
  }
  auto store = SqliteStore::open(folder / "duban.db", SqliteStore::Mode::read).value();
  BOOST_TEST(everything(*store) == before);
  auto view = store->read().value();
  BOOST_TEST((view->task({"hn135", {1, 3, 2}}).value() == sample_task(2)));
  BOOST_TEST(!view->task({"hn135", {1, 3, 9}}).value());
  BOOST_TEST(!view->text({"hn135", {1, 3, 9}}).value());
  BOOST_TEST(!view->plan("hn136").value());
  BOOST_TEST(!view->basis_texts(std::string(64, '0')).value());
}

BOOST_AUTO_TEST_CASE(any_task_comes_back_as_it_was) {
  const TempFolder folder;
  auto store = sample_store(folder / "duban.db");
  auto tx = store->write().value();
  for (unsigned seed = 0; seed < 50; ++seed) {
    const Task task = any_task(seed);
    BOOST_REQUIRE(tx->put(task, task.updated));
    BOOST_TEST((tx->task(task.key).value() == task));
  }
}

BOOST_AUTO_TEST_CASE(a_task_that_is_put_again_replaces_all_of_its_row) {
  const TempFolder folder;
  auto store = sample_store(folder / "duban.db");
  auto tx = store->write().value();
  Task task = sample_task(1);
  task.lead = "省公安厅";
  task.co = {"省发改委"};
  task.state = TaskState::overdue;
  task.overdue_since = make_date(2019, 1, 1);
  BOOST_REQUIRE(tx->put(task, std::nullopt));
  BOOST_TEST((tx->task(task.key).value() == task));
  BOOST_TEST(!tx->next_timer(task.key).value());
  BOOST_TEST(keys_for(*tx, {.involved = {"省安监局"}}) == "1.3.2 ");
  BOOST_TEST(keys_for(*tx, {.lead = {"省公安厅"}}) == "1.3.1 1.3.2 ");
}

BOOST_DATA_TEST_CASE(finds_tasks, data::make(questions), c) {
  const TempFolder folder;
  auto store = sample_store(folder / "duban.db");
  BOOST_TEST(keys_for(*store->read().value(), c.query) == c.keys);
}

BOOST_AUTO_TEST_CASE(finds_keys_by_number_and_by_timer) {
  const TempFolder folder;
  auto store = sample_store(folder / "duban.db");
  auto tx = store->write().value();
  Task other = sample_task(2);
  other.key.plan = "aa";
  BOOST_REQUIRE(tx->put(other, Instant{500}));
  BOOST_TEST(listed(tx->keys_with_number({"", {1, 3, 2}})) == "aa/1.3.2 hn135/1.3.2 ");
  BOOST_TEST(listed(tx->keys_with_number({"", {2, 3, 2}})) == "");
  BOOST_TEST(listed(tx->keys_with_number({"aa", {1, 3, 2}})) == "aa/1.3.2 ");
  BOOST_TEST(listed(tx->keys_with_number({"zz", {1, 3, 2}})) == "");
  BOOST_TEST(tx->is_involved(other.lead).value());
  BOOST_TEST(tx->is_involved(other.co.front()).value());
  BOOST_TEST(!tx->is_involved("省").value());
  BOOST_TEST(listed(tx->ripe_tasks({499})) == "");
  BOOST_TEST(listed(tx->ripe_tasks({1000})) == "aa/1.3.2 hn135/1.3.1 ");
  BOOST_TEST(listed(tx->ripe_tasks({9999})) == "aa/1.3.2 hn135/1.3.1 hn135/1.3.2 ");
}

BOOST_AUTO_TEST_CASE(a_visitor_may_ask_the_same_question_and_may_write) {
  const TempFolder folder;
  auto store = sample_store(folder / "duban.db");
  auto tx = store->write().value();
  std::string seen;
  BOOST_REQUIRE(tx->each_task({}, [&](Task& task) -> Result<bool> {
    seen += keys_for(*tx, {}) + "| ";
    task.state = TaskState::cancelled;
    DUBAN_TRY(tx->put(task, std::nullopt));
    return task.key.last() < 2;
  }));
  BOOST_TEST(seen == "1.3.1 1.3.2 1.3.3 | 1.3.1 1.3.2 1.3.3 | ");
}

BOOST_AUTO_TEST_CASE(nothing_is_raised_twice) {
  const TempFolder folder;
  auto store = sample_store(folder / "duban.db");
  auto tx = store->write().value();
  BOOST_TEST(outcome(tx->put(sample_escalation(1, 2, 5))) == "ok");
  const std::string twice =
      "corrupt: hn135/1.3.1 has rung overdue of generation 1, occurrence 2, already; nothing is "
      "raised twice";
  BOOST_TEST(outcome(tx->put(sample_escalation(1, 2, 6))) == twice);
  BOOST_TEST(outcome(tx->commit()) == twice);
}

BOOST_AUTO_TEST_CASE(escalations_come_by_task_and_as_they_were_raised) {
  const TempFolder folder;
  auto store = sample_store(folder / "duban.db");
  auto tx = store->write().value();
  Escalation earlier = sample_escalation(1, 0, 2);
  earlier.rung = "unstarted";
  BOOST_REQUIRE(tx->put(earlier));
  const auto raised = [&](const std::optional<TaskKey>& key) {
    std::string out;
    BOOST_REQUIRE(tx->each_escalation(key, [&](const Escalation& e) -> Result<bool> {
      out += number_text(e.task) + ":" + e.rung + std::to_string(e.occurrence) + " ";
      return true;
    }));
    return out;
  };
  BOOST_TEST(raised(std::nullopt) ==
             "1.3.1:overdue0 1.3.1:unstarted0 1.3.1:overdue1 1.3.2:overdue0 1.3.3:overdue0 ");
  BOOST_TEST(raised(TaskKey{"hn135", {1, 3, 2}}) == "1.3.2:overdue0 ");
}

BOOST_AUTO_TEST_CASE(an_entry_gets_its_number_and_the_tree_grows_with_it) {
  const TempFolder folder;
  auto store = sample_store(folder / "duban.db");
  Frontier tree;
  auto tx = store->write().value();
  for (int i = 0; i < 700; ++i)
    BOOST_REQUIRE(tx->append(sample_entry(1500000000 + i)).value() == 20 + i);
  BOOST_REQUIRE(
      tx->each_entry(0, 720, [&](std::int64_t seq, std::string_view body) -> Result<bool> {
        BOOST_TEST(parse_entry(body).value().seq == seq);
        tree.add(leaf_hash(body));
        return true;
      }));
  BOOST_TEST(tx->meta().value().root == tree.root());
  BOOST_REQUIRE(tx->commit());
  tx.reset();
  auto view = store->read().value();
  const Meta meta = view->meta().value();
  BOOST_TEST(meta.size == 720);
  BOOST_TEST(meta.root == tree.root());
  BOOST_TEST((meta.last_time == Instant{1500000699}));
  // The first tile began in one transaction and was filled in the next.
  for (std::int64_t number = 0; number < 2; ++number) {
    std::string hashes;
    BOOST_REQUIRE(view->each_entry(256 * number, 256 * (number + 1),
                                   [&](std::int64_t, std::string_view body) -> Result<bool> {
                                     hashes += leaf_hash(body);
                                     return true;
                                   }));
    BOOST_TEST((view->tile(0, number).value() == hashes));
  }
  BOOST_TEST(outcome(view->tile(0, 2)) == "not-found: the tree has no full tile 0/2");
  BOOST_TEST(outcome(view->entry_body(720)) == "not-found: the log has no entry 720");
}

BOOST_AUTO_TEST_CASE(text_that_is_no_utf8_is_not_appended) {
  const TempFolder folder;
  auto store = sample_store(folder / "duban.db");
  auto tx = store->write().value();
  Entry entry = sample_entry(1);
  entry.via = "\xFF";
  BOOST_TEST(outcome(tx->append(entry)) ==
             "argument: text that is not valid UTF-8 cannot be kept in the log");
}

BOOST_AUTO_TEST_CASE(what_is_not_committed_never_happened) {
  const TempFolder folder;
  auto store = sample_store(folder / "duban.db");
  const std::string before = everything(*store);
  {
    auto tx = store->write().value();
    BOOST_REQUIRE(tx->append(sample_entry(1600000000)));
    BOOST_REQUIRE(tx->put(sample_task(4), Instant{1}));
    BOOST_REQUIRE(tx->remove(Grant{"省政府督查室", Role::coordinator, "hn135"}));
    BOOST_REQUIRE(tx->put_night(make_date(2020, 1, 1)));
    BOOST_TEST(everything(*tx) != before);
  }
  BOOST_TEST(everything(*store) == before);
  auto tx = store->write().value();
  BOOST_TEST(everything(*tx) == before);
}

BOOST_AUTO_TEST_CASE(a_transaction_ends_with_its_commit) {
  const TempFolder folder;
  auto store = sample_store(folder / "duban.db");
  auto tx = store->write().value();
  BOOST_TEST(outcome(tx->commit()) == "ok");
  BOOST_TEST(outcome(tx->append(sample_entry(1))) ==
             "io: this transaction is over; nothing can be written in it");
}

BOOST_AUTO_TEST_CASE(a_grant_that_is_not_there_cannot_be_taken_back) {
  const TempFolder folder;
  auto store = sample_store(folder / "duban.db");
  auto tx = store->write().value();
  BOOST_TEST(outcome(tx->remove(Grant{"省公安厅", Role::admin, ""})) ==
             "not-found: 省公安厅 has no grant of admin to take back");
}

BOOST_AUTO_TEST_CASE(a_reader_keeps_its_snapshot_while_a_writer_commits) {
  const TempFolder folder;
  auto store = sample_store(folder / "duban.db");
  auto old_view = store->read().value();
  const std::string before = everything(*old_view);
  auto tx = store->write().value();
  BOOST_REQUIRE(tx->append(sample_entry(1600000000)));
  auto during = store->read().value();
  BOOST_REQUIRE(tx->commit());
  tx.reset();
  BOOST_TEST(everything(*old_view) == before);
  BOOST_TEST(everything(*during) == before);
  BOOST_TEST(store->read().value()->meta().value().size == 21);
}

BOOST_AUTO_TEST_CASE(each_reading_is_a_snapshot_of_its_own_though_one_connection_serves_all) {
  const TempFolder folder;
  const std::string path = folder / "duban.db";
  auto store = sample_store(path);
  auto elsewhere = SqliteStore::open(path, SqliteStore::Mode::write).value();
  for (std::int64_t size = 21; size < 24; ++size) {
    auto tx = elsewhere->write().value();
    BOOST_REQUIRE(tx->append(sample_entry(1600000000 + size)));
    BOOST_REQUIRE(tx->commit());
    BOOST_TEST(store->read().value()->meta().value().size == size);
  }
}

BOOST_AUTO_TEST_CASE(a_view_may_outlive_its_store) {
  const TempFolder folder;
  auto store = sample_store(folder / "duban.db");
  const auto view = store->read().value();
  const std::string before = everything(*view);
  store.reset();
  BOOST_TEST(everything(*view) == before);
}

BOOST_AUTO_TEST_CASE(counts_every_row) {
  const TempFolder folder;
  auto store = sample_store(folder / "duban.db", 300);
  const RowCounts expected{.tasks = 3,
                           .co = 7,
                           .texts = 3,
                           .escalations = 4,
                           .plans = 1,
                           .actors = 1,
                           .grants = 1,
                           .bases = 1,
                           .tiles = 1};
  BOOST_TEST((store->read().value()->row_counts().value() == expected));
}

BOOST_AUTO_TEST_SUITE_END()
