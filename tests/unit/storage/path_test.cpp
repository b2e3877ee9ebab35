// Paths of one to five numbers in tables.
#include <boost/test/unit_test.hpp>

#include "storage/path_text.hpp"
#include "storage/sqlite_store.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/storage/sample.hpp"

using namespace duban;
using namespace duban::storage;

namespace {

const std::vector<std::vector<int>> in_order{{1},
                                             {1, 1},
                                             {1, 1, 2},
                                             {1, 1, 2, 1},
                                             {1, 1, 2, 1, 9},
                                             {1, 1, 2, 1, 10},
                                             {1, 2},
                                             {1, 10},
                                             {2},
                                             {9, 9, 9, 9, 9},
                                             {10},
                                             {10, 1},
                                             {2147483647, 2147483647}};

TaskKey key_of(const std::vector<int>& numbers) {
  TaskKey key{"hn135"};
  std::copy(numbers.begin(), numbers.end(), key.path.begin());
  return key;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(path_tests)

BOOST_AUTO_TEST_CASE(texts_sort_as_the_numbers_do_and_lead_back) {
  BOOST_TEST(path_text(key_of({1, 3, 11})) == "A1A3B11");
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    const TaskKey key = key_of(in_order[i]);
    std::array<int, path_max> path{};
    BOOST_TEST(read_path(path_text(key), path));
    BOOST_TEST((path == key.path));
    BOOST_TEST((parse_task_key(to_text(key)) == key));
    if (i == 0) continue;
    const TaskKey before = key_of(in_order[i - 1]);
    BOOST_TEST((path_text(before) < path_text(key)), path_text(key));
    BOOST_TEST((before < key));
  }
}

BOOST_AUTO_TEST_CASE(takes_no_other_text) {
  std::array<int, path_max> path{};
  for (const char* text :
       {"", "A", "1", "A0", "B1", "B01", "A1A", "A1x", "a1", "B-1", "J4294967297", "K12345678901",
        "A1A1A1A1A1A1", "A1 ", " A1", "A1A1A1A1A1Z"})
    BOOST_TEST(!read_path(text, path), text);
}

BOOST_AUTO_TEST_CASE(a_store_keeps_every_depth_in_order_and_finds_it) {
  const test::TempFolder folder;
  const auto store = test::sample_store(folder / "duban.db");
  const auto tx = store->write().value();
  for (auto numbers = in_order.rbegin(); numbers != in_order.rend(); ++numbers) {
    Task task = test::sample_task(2);
    task.key = key_of(*numbers);
    BOOST_REQUIRE(tx->put(task, std::nullopt));
  }
  const auto listed = [&](const TaskQuery& query) {
    std::string out;
    BOOST_REQUIRE(tx->each_task(query, [&](Task& task) -> Result<bool> {
      out += number_text(task.key) + " ";
      return true;
    }));
    return out;
  };
  BOOST_TEST(listed({}) ==
             "1 1.1 1.1.2 1.1.2.1 1.1.2.1.9 1.1.2.1.10 1.2 1.3.1 1.3.2 1.3.3 1.10 2 9.9.9.9.9 10 "
             "10.1 2147483647.2147483647 ");
  BOOST_TEST(listed({.below = {1, 1}}) == "1.1.2 1.1.2.1 1.1.2.1.9 1.1.2.1.10 ");
  BOOST_TEST(listed({.below = {10}}) == "10.1 ");
  BOOST_TEST(listed({.below = {1, 1, 2, 1, 9}}) == "");
  const auto with_number = [&](const std::vector<int>& numbers) {
    TaskKey number = key_of(numbers);
    number.plan.clear();
    std::string out;
    const auto keys = tx->keys_with_number(number).value();
    for (const TaskKey& key : keys) out += number_text(key) + " ";
    return out;
  };
  BOOST_TEST(with_number({1, 1}) == "1.1 ");
  BOOST_TEST(with_number({9}) == "1.1.2.1.9 9.9.9.9.9 ");
  BOOST_TEST(with_number({1, 9}) == "1.1.2.1.9 ");
  BOOST_TEST(with_number({3}) == "1.3.3 ");
  BOOST_TEST(with_number({11}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
