#include "cli/known_head.hpp"

#include "engine/log/base64.hpp"
#include "tests/support/office.hpp"

using namespace duban;
using namespace duban::test;

namespace {

std::string read(const std::string& text) {
  const Result<KnownHead> head = parse_head(text);
  return head ? std::to_string(head->size) + " " + to_base64(head->root) : "no";
}

const std::string root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

}  // namespace

BOOST_AUTO_TEST_SUITE(known_head_tests)

BOOST_AUTO_TEST_CASE(is_read_from_whatever_line_prints_it) {
  BOOST_TEST(read("size=849 root=" + root) == "849 " + root);
  BOOST_TEST(read("at=2019-01-14T16:00:00Z fired=787 size=849 root=" + root + "\n") ==
             "849 " + root);
  BOOST_TEST(read("size=0 root=" + root) == "0 " + root);
}

BOOST_AUTO_TEST_CASE(anything_else_is_refused) {
  const std::vector<std::string> texts{"",
                                       "849",
                                       "root=" + root,
                                       "size=849",
                                       "size=-1 root=" + root,
                                       "size=8x root=" + root,
                                       "size=99999999999999999999 root=" + root,
                                       "size=849 root=47DEQpj8",
                                       "size=849 root=" + root.substr(1)};
  for (const std::string& text : texts) BOOST_TEST(read(text) == "no", text);
}

BOOST_AUTO_TEST_CASE(every_earlier_head_of_a_log_is_one_that_it_goes_on_from) {
  MemoryStore store;
  std::vector<KnownHead> heads;
  for (int i = 0; i < 600; ++i) {
    auto tx = must(store.write());
    Entry entry;
    entry.basis = std::string(64, '0');
    entry.event = Event::nightly;
    entry.recorded = entry.effective = Instant{i};
    must(tx->append(entry));
    must(tx->commit());
    const Meta meta = must(must(store.read())->meta());
    heads.push_back({meta.size, meta.root});
  }
  const auto view = must(store.read());
  for (KnownHead head : heads) {
    BOOST_TEST(must(continues(*view, head)), head.size);
    head.root[7] = static_cast<char>(head.root[7] ^ 1);
    BOOST_TEST(!must(continues(*view, head)), head.size);
  }
  BOOST_TEST(must(continues(*view, {601, heads.back().root})));
}

BOOST_AUTO_TEST_SUITE_END()
