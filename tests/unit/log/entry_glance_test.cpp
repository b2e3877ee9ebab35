// A glance never takes what parse_entry refuses, and reads what it takes alike.
#include "engine/log/entry_glance.hpp"

#include <boost/test/unit_test.hpp>
#include <functional>

#include "engine/course/course.hpp"
#include "engine/log/assign_row.hpp"
#include "engine/log/entry_text.hpp"
#include "tests/unit/log/start_entry.hpp"

using namespace duban;

namespace {

std::string body_with(Value data) {
  Entry entry = test::start_entry();
  entry.effective = {1488297599};
  entry.event = Event::request_extension;
  entry.data = std::move(data);
  return canonical(entry);
}

std::string nested(int depth) {
  std::string text(static_cast<std::size_t>(depth), '[');
  return text + std::string(static_cast<std::size_t>(depth), ']');
}

const std::string bodies[] = {
    body_with(nullptr),
    body_with(Value::Object{}),
    body_with(
        Value::Object{{"note", "开始 \"一\"\n\t\\ \x01 é 督办 long enough for eight bytes"},
                      {"list", Value::Array{1, -2, 0, true, false, nullptr, "x"}},
                      {"inner", Value::Object{{"a", Value::Array{}}, {"b", 9007199254740991}}},
                      {"evidence", Value::Array{}}}),
};

void agrees(const std::string& body) {
  const std::optional<EntryGlance> seen = glance(body);
  if (!seen) return;
  const Result<Entry> entry = parse_entry(body);
  BOOST_TEST_REQUIRE(entry.has_value(), body);
  BOOST_TEST(seen->seq == entry->seq);
  BOOST_TEST((seen->prev == entry->prev));
  BOOST_TEST((seen->recorded == entry->recorded));
  BOOST_TEST((seen->effective == entry->effective));
  BOOST_TEST(seen->task == (entry->task ? to_text(*entry->task) : ""));
  BOOST_TEST((entry_of(*seen) == *entry), body);
  BOOST_TEST(is_same(*seen, *entry), body);
}

std::vector<PlanRow> rows() {
  PlanRow plain;
  plain.content = "内容 \"一\"\n二";
  plain.lead = "省经信委";
  plain.deadline.due = make_date(2018, 6, 30);
  plain.deadline_text = "2018年6月底前";
  PlanRow urgent = plain;
  urgent.urgent = true;
  urgent.co = {"省公安厅", "a \\ b", ""};
  PlanRow ongoing = plain;
  ongoing.co = {"省公安厅"};
  ongoing.titles = {"一、总则", "（二）"};
  ongoing.deadline = {.ongoing = true, .due = {}, .every = {}};
  PlanRow monthly = ongoing;
  monthly.deadline.every = CycleUnit::month;
  PlanRow kept = urgent;
  kept.address = "T1.R6";
  kept.extra = {{"分管领导", "张三"}, {"备注", "a \"b\""}};
  kept.doubts = {{"lead", {"several leads; {name} leads", {{"name", "省经信委"}}}}};
  kept.corrections = {{"deadline", "尽快", "2018年底", "会议纪要"}};
  return {plain, urgent, ongoing, monthly, kept};
}

std::string body_of(Value data) {
  Entry entry = test::start_entry();
  entry.event = Event::assign;
  entry.data = std::move(data);
  return canonical(entry);
}

/// Whether a row is read from the body; if so, then its data are the entry's.
bool gives_row(const std::string& body) {
  const std::optional<EntryGlance> seen = glance(body);
  const std::optional<PlanRow> row = seen ? row_of(*seen) : std::nullopt;
  if (row) BOOST_TEST(canonical(data_of(*row)) == seen->data);
  return row.has_value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(entry_glance_tests)

BOOST_AUTO_TEST_CASE(reads_what_canonical_writes) {
  for (const std::string& body : bodies) {
    BOOST_TEST_REQUIRE(glance(body).has_value(), body);
    agrees(body);
  }
  BOOST_TEST(!glance(bodies[1])->names_files);
  BOOST_TEST(glance(bodies[2])->names_files);
  BOOST_TEST(glance(bodies[0])->task == "hn135/1.3.11");
}

BOOST_AUTO_TEST_CASE(knows_its_entry_from_every_other) {
  const Entry whole = test::start_entry();
  const std::string body = canonical(whole);
  const EntryGlance seen = *glance(body);
  BOOST_TEST(is_same(seen, whole));
  const std::vector<std::function<void(Entry&)>> changes{
      [](Entry& e) { ++e.seq; },
      [](Entry& e) { e.prev.reset(); },
      [](Entry& e) { ++e.recorded.seconds; },
      [](Entry& e) { --e.effective.seconds; },
      [](Entry& e) { e.actor += '"'; },
      [](Entry& e) { e.via.clear(); },
      [](Entry& e) { e.department += 'x'; },
      [](Entry& e) { e.role = Role::co; },
      [](Entry& e) { e.plan.clear(); },
      [](Entry& e) { ++e.task->path[2]; },
      [](Entry& e) { e.event = Event::progress; },
      [](Entry& e) { e.from.reset(); },
      [](Entry& e) { e.to = TaskState::overdue; },
      [](Entry& e) { e.basis[7] = 'x'; },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Entry other = whole;
    changes[i](other);
    BOOST_TEST(!is_same_but_for_data(seen, other), "change " << i);
    BOOST_TEST(!is_same(seen, other), "change " << i);
  }
  Entry other = whole;
  other.data.set("note", "another");
  BOOST_TEST(is_same_but_for_data(seen, other));
  BOOST_TEST(!is_same(seen, other));
}

/// Every byte changed to each of these, doubled, and left out.
BOOST_AUTO_TEST_CASE(takes_no_damage_that_parse_entry_refuses) {
  const std::string others = "\"\\{}[],:0159-. Zztnau/\n\x7F\x80\xE7\xFF";
  for (const std::string& body : bodies) {
    for (std::size_t at = 0; at < body.size(); ++at) {
      for (const char other : others) {
        std::string damaged = body;
        damaged[at] = other;
        agrees(damaged);
      }
      agrees(body.substr(0, at) + body.substr(at + 1));
      agrees(body.substr(0, at) + body[at] + body.substr(at));
      agrees(body.substr(0, at));
    }
  }
}

BOOST_AUTO_TEST_CASE(reads_a_row_from_its_data_and_from_no_other) {
  const std::string others = "\"\\{}[],:0159-nft\xE7";
  for (const PlanRow& row : rows()) {
    const std::string body = body_of(data_of(row));
    BOOST_TEST(gives_row(body), body);
    for (std::size_t at = body.find("\"data\""); at < body.find("\"department\""); ++at) {
      for (const char other : others) {
        std::string damaged = body;
        damaged[at] = other;
        gives_row(damaged);
      }
      gives_row(body.substr(0, at) + body.substr(at + 1));
    }
    const Value data = data_of(row);
    for (const auto& [name, value] : *data.object()) {
      Value other = data;
      other.set(name, 1);
      BOOST_TEST(!gives_row(body_of(other)), name);
    }
    for (const auto& [name, value] :
         {std::pair("urgent", Value(false)), std::pair("zone", Value("x")),
          std::pair("ongoing", Value(!row.deadline.ongoing)), std::pair("every", Value("x")),
          std::pair("due", Value(row.deadline.ongoing ? "2018-06-30" : "2018-06-31"))}) {
      Value other = data;
      other.set(name, value);
      BOOST_TEST(!gives_row(body_of(other)), name);
    }
  }
}

BOOST_AUTO_TEST_CASE(takes_no_other_way_to_write_a_value) {
  const std::string whole = body_with(Value::Object{{"x", 1}});
  const std::string before = whole.substr(0, whole.find("{\"x\":1}"));
  const std::string after = whole.substr(before.size() + 7);
  for (const std::string& data : {std::string(R"({"x":01})"),
                                  std::string(R"({"x":-0})"),
                                  std::string(R"({"x":1e3})"),
                                  std::string(R"({"x":1.0})"),
                                  std::string(R"({"x":9007199254740992})"),
                                  std::string(R"({"x":"\u0041"})"),
                                  std::string(R"({"x":"\/"})"),
                                  std::string(R"({"x":"\u000a"})"),
                                  std::string(R"({"x":"\u001F"})"),
                                  std::string(R"({"y":1,"x":1})"),
                                  std::string(R"({"x":1,"x":1})"),
                                  std::string(R"({"x": 1})"),
                                  std::string(R"({"x":1,})"),
                                  std::string(R"({,})"),
                                  std::string(R"([])"),
                                  std::string(R"("x")"),
                                  std::string(R"({"x":nul})"),
                                  R"({"x":)" + nested(63) + "}",
                                  R"({"x":)" + nested(64) + "}",
                                  R"({"x":)" + nested(65) + "}"}) {
    agrees(before + data + after);
    const bool accepted = parse_entry(before + data + after).has_value();
    BOOST_TEST(glance(before + data + after).has_value() == accepted, data);
  }
}

BOOST_AUTO_TEST_SUITE_END()
