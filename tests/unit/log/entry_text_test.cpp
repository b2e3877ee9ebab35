#include "engine/log/entry_text.hpp"

#include <rapidcheck.h>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "tests/unit/log/start_entry.hpp"

namespace data = boost::unit_test::data;
using namespace duban;
using test::basis;
using test::start_entry;

namespace {

const std::string start_body =
    R"({"actor":"省经信委","basis":")" + basis +
    R"(","data":{"note":"开始 \"一\"\n"},"department":"省经信委",)"
    R"("effective":"2017-02-28T16:00:00Z","event":"start","from":"assigned","plan":"hn135",)"
    R"("prev":14,"recorded":"2017-02-28T16:00:00Z","role":"lead","seq":59,)"
    R"("task":"hn135/1.3.11","to":"in_progress","v":1,"via":"zhang"})";

struct Damage {
  const char* why;
  const char* find;
  const char* replace;
  const char* error;
};
std::ostream& operator<<(std::ostream& os, const Damage& c) { return os << c.why; }

constexpr const char* not_canonical = "the entry is not written canonically (RFC 8785)";
#define MEMBER(name) "the entry's member '" name "' is missing or not what it must be"

const Damage damages[] = {
    {"untouched", "start", "start", "valid"},
    {"no JSON", R"("v":1)", R"("v":)", "the entry cannot be read: "},
    {"a fraction", R"("prev":14)", R"("prev":14.0)", "the entry cannot be read: "},
    {"a member twice", R"("v":1)", R"("v":1,"v":1)", "the entry cannot be read: "},
    {"a member is missing", R"("prev":14,)", "", MEMBER("prev")},
    {"a member too many", R"("v":1)", R"("v":1,"w":1)", "the entry has an unknown member 'w'"},
    {"another version", R"("v":1)", R"("v":2)",
     "the entry has version 2 of the format; use the program that wrote it"},
    {"version zero", R"("v":1)", R"("v":0)", MEMBER("v")},
    {"a negative seq", R"("seq":59)", R"("seq":-1)", MEMBER("seq")},
    {"no seq", R"("seq":59)", R"("seq":null)", MEMBER("seq")},
    {"prev is not earlier", R"("prev":14)", R"("prev":59)", MEMBER("prev")},
    {"a time with an offset", "2017-02-28T16:00:00Z\",\"role", "2017-03-01T00:00:00+08:00\",\"role",
     MEMBER("recorded")},
    {"no such time", R"("effective":"2017-02-28)", R"("effective":"2017-02-29)",
     MEMBER("effective")},
    {"an empty text", R"("via":"zhang")", R"("via":"")", MEMBER("via")},
    {"a number for a text", R"("via":"zhang")", R"("via":1)", MEMBER("via")},
    {"a basis that is no hash", R"("basis":"a)", R"("basis":"A)", MEMBER("basis")},
    {"an unknown event", R"("event":"start")", R"("event":"begin")", MEMBER("event")},
    {"an unknown role", R"("role":"lead")", R"("role":"boss")", MEMBER("role")},
    {"an unknown state", R"("to":"in_progress")", R"("to":"done")", MEMBER("to")},
    {"half a key", "hn135/1.3.11", "1.3.11", MEMBER("task")},
    {"a key with a leading zero", "hn135/1.3.11", "hn135/1.3.011", MEMBER("task")},
    {"another plan", R"("plan":"hn135")", R"("plan":"hn136")", MEMBER("plan")},
    {"a state without a task", R"("task":"hn135/1.3.11")", R"("task":null)", MEMBER("prev")},
    {"data that is no object", R"({"note":"开始 \"一\"\n"})", "[]", MEMBER("data")},
    {"a blank", R"("v":1)", R"("v": 1)", not_canonical},
    {"a needless escape", "start", "st\\u0061rt", not_canonical},
    {"members in another order", R"("v":1,"via":"zhang")", R"("via":"zhang","v":1)", not_canonical},
};

std::string outcome_of(const std::string& body) {
  const Result<Entry> entry = parse_entry(body);
  return entry ? "valid" : to_text(entry.error().message);
}

/// What a JSON library makes of the same members.
std::string library_text(const Entry& entry) {
  nlohmann::json json = nlohmann::json::parse(canonical(entry.data));
  const auto text = [](std::string_view t) {
    return t.empty() ? nlohmann::json() : nlohmann::json(t);
  };
  nlohmann::json out{
      {"v", 1},
      {"seq", entry.seq},
      {"prev", entry.prev ? nlohmann::json(*entry.prev) : nlohmann::json()},
      {"recorded", to_text(entry.recorded)},
      {"effective", to_text(entry.effective)},
      {"actor", text(entry.actor)},
      {"via", text(entry.via)},
      {"department", text(entry.department)},
      {"role", entry.role ? text(to_text(*entry.role)) : nlohmann::json()},
      {"plan", text(entry.plan)},
      {"task", entry.task ? text(to_text(*entry.task)) : nlohmann::json()},
      {"event", text(to_text(entry.event))},
      {"from", entry.from ? text(to_text(*entry.from)) : nlohmann::json()},
      {"to", entry.to ? text(to_text(*entry.to)) : nlohmann::json()},
      {"basis", text(entry.basis)},
      {"data", json},
  };
  return out.dump();
}

rc::Gen<std::string> texts() {
  return rc::gen::element<std::string>("", "省经信委", "zhang", "a\"b\\c", "tab\there\n",
                                       "\x01\x1f\x7f", "𠀀\uE000", "</script>");
}

Entry any_entry() {
  Entry entry;
  entry.seq = *rc::gen::inRange<std::int64_t>(1, std::int64_t{1} << 52);
  entry.recorded = {*rc::gen::inRange<std::int64_t>(0, 4'000'000'000)};
  entry.effective = {*rc::gen::inRange<std::int64_t>(0, 4'000'000'000)};
  entry.actor = *texts();
  entry.via = *texts();
  entry.department = *texts();
  entry.plan = *rc::gen::element<std::string>("", "hn135");
  entry.event = static_cast<Event>(*rc::gen::inRange(0, 32));
  entry.basis = basis;
  if (*rc::gen::arbitrary<bool>()) entry.role = static_cast<Role>(*rc::gen::inRange(0, 6));
  if (!entry.plan.empty() && *rc::gen::arbitrary<bool>()) {
    entry.task = TaskKey{entry.plan};
    const int depth = *rc::gen::inRange(1, 6);
    for (int i = 0; i < depth; ++i)
      entry.task->path[static_cast<std::size_t>(i)] = *rc::gen::inRange(1, 999);
    entry.from = static_cast<TaskState>(*rc::gen::inRange(0, 7));
    entry.to = static_cast<TaskState>(*rc::gen::inRange(0, 7));
    entry.prev = entry.seq - 1;
  }
  const int members = *rc::gen::inRange(0, 4);
  if (members > 0) entry.data = Value(Value::Object{});
  for (int i = 0; i < members; ++i)
    entry.data.set("k" + std::to_string(i) + *texts(), std::string(*texts()));
  return entry;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(entry_text_tests)

BOOST_AUTO_TEST_CASE(writes_one_canonical_line) {
  BOOST_TEST(canonical(start_entry()) == start_body);
  BOOST_TEST((parse_entry(start_body).value() == start_entry()));
}

BOOST_AUTO_TEST_CASE(writes_null_for_what_does_not_apply) {
  Entry entry;
  entry.seq = 0;
  entry.event = Event::nightly;
  entry.basis = basis;
  const std::string body =
      R"({"actor":null,"basis":")" + basis +
      R"(","data":null,"department":null,"effective":"1970-01-01T00:00:00Z","event":"nightly",)"
      R"("from":null,"plan":null,"prev":null,"recorded":"1970-01-01T00:00:00Z","role":null,)"
      R"("seq":0,"task":null,"to":null,"v":1,"via":null})";
  BOOST_TEST(canonical(entry) == body);
  BOOST_TEST((parse_entry(body).value() == entry));
}

BOOST_DATA_TEST_CASE(refuses_what_is_not_valid, data::make(damages), c) {
  std::string body = start_body;
  const std::size_t at = body.find(c.find);
  BOOST_REQUIRE(at != body.npos);
  body.replace(at, std::string_view(c.find).size(), c.replace);
  const std::string_view error = c.error;
  if (error.ends_with(": "))
    BOOST_TEST(outcome_of(body).substr(0, error.size()) == error);
  else
    BOOST_TEST(outcome_of(body) == error);
}

BOOST_AUTO_TEST_CASE(no_damaged_byte_reads_as_the_same_entry) {
  for (std::size_t i = 0; i < start_body.size(); ++i) {
    for (const int flip : {1, 32, 128}) {
      std::string body = start_body;
      body[i] = static_cast<char>(body[i] ^ flip);
      const Result<Entry> entry = parse_entry(body);
      BOOST_TEST(!(entry && *entry == start_entry()));
    }
  }
}

BOOST_AUTO_TEST_CASE(agrees_with_a_json_library_and_reads_itself) {
  BOOST_TEST(rc::check("canonical text", [] {
    const Entry entry = any_entry();
    RC_ASSERT(canonical(entry) == library_text(entry));
    const Result<Entry> read = parse_entry(canonical(entry));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == entry);
  }));
}

BOOST_AUTO_TEST_SUITE_END()
