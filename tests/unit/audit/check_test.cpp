#include "audit/check.hpp"

#include <boost/test/data/test_case.hpp>

#include "audit/kept_file.hpp"
#include "tests/unit/audit/told.hpp"

namespace data = boost::unit_test::data;
using namespace duban;
using namespace duban::test;

namespace {

std::string checked(View& log, Vault& vault) {
  return shown(must(audit::check(log, vault)).findings);
}

struct Case {
  const char* why;
  void (*damage)(DamagedLog& log);
  const char* said;
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.why; }

const Case cases[] = {
    {"a body cut short", [](DamagedLog& log) { log.bodies[7].pop_back(); },
     "entry 7: the entry cannot be read: this is not JSON: The JSON document has an improper "
     "structure: missing or superfluous commas, braces, missing keys, etc.\n"
     "entry 8, p1/1.2.3: its 'prev' is 7, but it is the task's first\n"
     "an entry among 0 to 122, or the tree's head, was altered\n"},
    {"an entry dropped", [](DamagedLog& log) { log.bodies.erase(7); },
     "entry 7: it is gone\n"
     "entry 8, p1/1.2.3: its 'prev' is 7, but it is the task's first\n"},
    {"three entries dropped",
     [](DamagedLog& log) {
       for (int seq : {7, 8, 9}) log.bodies.erase(seq);
     },
     "entry 7: it is gone, with all up to 9\n"
     "entry 15, p1/1.2.3: its 'prev' is 9, but it is the task's first\n"},
    {"two entries swapped", [](DamagedLog& log) { std::swap(log.bodies[7], log.bodies[8]); },
     "entry 7, p1/1.2.3: its own number is 8: it was moved\n"
     "entry 7, p1/1.2.3: its 'prev' is 7, but it is the task's first\n"
     "entry 8, p1/1.2.3: its own number is 7: it was moved\n"
     "entry 8, p1/1.2.3: its 'prev' is null, but the task's entry before it is 7\n"
     "an entry among 0 to 122, or the tree's head, was altered\n"},
    {"the end cut off", [](DamagedLog& log) { log.bodies.erase(std::prev(log.bodies.end())); },
     "entry 122: the log ends before it: 1 of 123 entries are gone\n"},
    {"an entry put on top",
     [](DamagedLog& log) {
       Entry entry = log.entry(log.bodies.rbegin()->first);
       ++entry.seq;
       log.replace(entry);
     },
     "entry 123: it stands in the log, but the tree's head counts only 123\n"},
    {"a note rewritten",
     [](DamagedLog& log) {
       Entry entry = log.find([](const Entry& e) { return e.event == Event::progress; });
       entry.data.set("note", "未起草方案");
       log.replace(entry);
     },
     "an entry among 0 to 122, or the tree's head, was altered\n"},
    {"a link that leaves an entry out",
     [](DamagedLog& log) {
       Entry entry = log.find([&](const Entry& e) { return e.prev && log.entry(*e.prev).prev; });
       entry.prev = log.entry(*entry.prev).prev;
       log.replace(entry);
     },
     "entry 9, p1/1.2.3: its 'prev' is 7, but the task's entry before it is 8\n"
     "an entry among 0 to 122, or the tree's head, was altered\n"},
    {"recorded earlier",
     [](DamagedLog& log) {
       Entry entry = log.find([](const Entry& e) { return e.event == Event::progress; });
       entry.recorded.seconds -= 30 * 86400;
       log.replace(entry);
     },
     "entry 19, p1/1.1.1: it is recorded at 2017-01-10T16:00:00Z, before the entry that precedes "
     "it, 2017-01-31T16:00:00Z\n"
     "entry 19, p1/1.1.1: it takes effect at 2017-02-09T16:00:00Z, later than it is recorded, "
     "2017-01-10T16:00:00Z\n"
     "an entry among 0 to 122, or the tree's head, was altered\n"},
    {"effective before what came before",
     [](DamagedLog& log) {
       Entry entry = log.find([](const Entry& e) { return e.event == Event::progress; });
       entry.effective.seconds -= 30 * 86400;
       log.replace(entry);
     },
     "entry 19, p1/1.1.1: it takes effect at 2017-01-10T16:00:00Z, before the task's entry that "
     "precedes it, 2017-01-31T16:00:00Z\n"
     "an entry among 0 to 122, or the tree's head, was altered\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(check_tests)

BOOST_AUTO_TEST_CASE(finds_nothing_in_a_whole_log) {
  const auto view = must(told().store.read());
  const audit::CheckReport report = must(audit::check(*view, told().office.vault));
  BOOST_TEST(shown(report.findings) == "");
  BOOST_TEST(report.size == must(view->meta()).size);
  BOOST_TEST(report.root == must(view->meta()).root);
  BOOST_TEST(report.files.size() > 8U);
}

BOOST_DATA_TEST_CASE(names_the_damage, data::make(cases), c) {
  DamagedLog log(told().store);
  c.damage(log);
  BOOST_TEST(checked(log, told().office.vault) == c.said);
}

/// Whatever byte of an entry changes, that entry or its stretch of the tree is named.
BOOST_AUTO_TEST_CASE(finds_every_flipped_byte) {
  const DamagedLog whole(told().store);
  const std::int64_t seq = 5;
  const std::string body = whole.bodies.at(seq);
  for (std::size_t at = 0; at < body.size(); ++at) {
    DamagedLog log(told().store);
    log.bodies[seq][at] = static_cast<char>(log.bodies[seq][at] ^ 1);
    BOOST_TEST(!checked(log, told().office.vault).empty(), "byte " << at);
  }
}

BOOST_AUTO_TEST_CASE(names_files_that_are_lost_or_altered) {
  DamagedLog log(told().store);
  MemoryVault vault = told().office.vault;
  vault.kept.erase(sha256_hex("b.pdf"));
  vault.kept[sha256_hex("a.pdf")] = "something else";
  vault.kept.erase(sha256_hex("plan of p1"));
  vault.kept.erase(log.entry(0).basis);
  BOOST_TEST(
      checked(log, vault) ==
      "entry 0: the file <hash> that it names cannot be read: no file <hash>\n"
      "entry 1: the file 'plan.docx' handed in by 省政府督查室 (督查一处) cannot be read: no "
      "file <hash>\n"
      "entry 30, p1/1.1.1: the file 'a.pdf' handed in by 省经信委 was altered: it had 5 bytes "
      "and has 14 (its hash was <hash>)\n"
      "entry 32, p1/1.1.1: the file 'b.pdf' handed in by 省经信委 cannot be read: no file "
      "<hash>\n");
}

BOOST_AUTO_TEST_CASE(says_when_only_line_ends_differ) {
  struct Case {
    const char* before;
    const char* now;
    bool only_line_ends;
  };
  const Case files[] = {
      {"a\nb\n", "a\r\nb\r\n", true},
      {"a\r\nb\r\n", "a\nb\n", true},
      {"a\nb\n", "a\rb\r", true},
      {"a\nb", "a\r\nb\r\n", true},
      {"a\r\nb\r\n", "a\r\nb", true},
      {"\n", "\r\n", true},
      {"a\nb\n", "a\r\nc\r\n", false},
      {"a\nb\n", "a b\n", false},
      {"a\nb\r\n", "a\nb\n", false} /* which of them was which nobody knows */,
  };
  for (const Case& c : files) {
    MemoryVault vault;
    vault.kept[sha256_hex(c.before)] = c.now;
    const auto size = audit::size_with_other_line_ends(vault, sha256_hex(c.before));
    BOOST_TEST(size.has_value() == c.only_line_ends, c.before << " to " << c.now);
    if (size) BOOST_TEST(*size == static_cast<std::int64_t>(std::string(c.before).size()));
  }
}

BOOST_AUTO_TEST_CASE(shows_evidence_of_a_task_that_differs_in_blanks_only) {
  const auto alike = [](const std::string& other) {
    MemoryStore store;
    MemoryVault vault;
    auto tx = must(store.write());
    for (const std::string& text : {std::string("已办，附件\n"), other}) {
      Entry entry;
      entry.basis = std::string(64, '0');
      entry.event = Event::report;
      entry.task = TaskKey{"p1", {1, 1, 1}};
      entry.plan = "p1";
      entry.actor = "甲";
      entry.department = "甲局";
      if (must(tx->meta()).size > 0) entry.prev = 0;
      const std::string hash = must(vault.keep_bytes(text));
      const Value file(Value::Object{{"name", "a.txt"}, {"sha256", hash}, {"size", 1}});
      entry.data.set("evidence", Value::Array{file});
      must(tx->append(entry));
    }
    must(tx->commit());
    const auto view = must(store.read());
    const auto report = must(audit::check(*view, vault));
    BOOST_TEST(report.findings.none());
    std::string said;
    for (const auto& group : report.alike) {
      for (const audit::NamedFile& file : group)
        said += std::to_string(file.seq) + " " + file.name + " " + file.by + "; ";
    }
    return said;
  };
  const std::string both = "0 a.txt 甲局 (甲); 1 a.txt 甲局 (甲); ";
  BOOST_TEST(alike("已办，附件\r\n") == both);
  BOOST_TEST(alike("\xEF\xBB\xBF已办，\u3000附件") == both);
  BOOST_TEST(alike("已办，\n\n附 件 \n\n") == both);
  BOOST_TEST(alike("已办，附件二\n") == "");
  BOOST_TEST(alike(std::string("已办，附件\n\0", 17)) == "");  // no text
  BOOST_TEST(alike("已办，附件\n") == "");                     // one file, twice
}

/// A log of more than 256 entries keeps tiles, and then an altered entry is known exactly.
BOOST_AUTO_TEST_CASE(names_the_altered_entry_by_its_tile) {
  MemoryStore store;
  auto tx = must(store.write());
  Entry entry;
  entry.basis = std::string(64, '0');
  entry.event = Event::nightly;
  for (int i = 0; i < 600; ++i) {
    entry.recorded = entry.effective = Instant{i};
    must(tx->append(entry));
  }
  must(tx->commit());
  DamagedLog log(store);
  Entry altered = log.entry(300);
  altered.data.set("note", "x");
  log.replace(altered);
  MemoryVault vault;
  BOOST_TEST(checked(log, vault) ==
             "entry 300: it does not hash to what tile 0/1 of the tree keeps of it\n"
             "the entries give another root than the tree's head\n");
  log.tiles.erase({0, 0});
  log.tiles[{0, 2}] = log.tiles[{0, 1}];
  log.replace(log.entry(300));
  BOOST_TEST(checked(log, vault) ==
             "tile 0/0 of the tree is missing or cut\n"
             "entry 300: it does not hash to what tile 0/1 of the tree keeps of it\n"
             "tile 0/2 of the tree has no entries under it\n"
             "the entries give another root than the tree's head\n");
}

BOOST_AUTO_TEST_SUITE_END()
