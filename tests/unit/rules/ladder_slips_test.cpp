#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "rules/load.hpp"
#include "tests/unit/rules/picture.hpp"

namespace data = boost::unit_test::data;
using namespace duban;
using tests::problems_of;

namespace {

struct Slip {
  const char* why;
  std::string text;  // what follows tests::right_start
  const char* outcome;
};
std::ostream& operator<<(std::ostream& os, const Slip& c) { return os << c.why; }

const Slip deadline_slips[] = {
    {"every value wrong",
     "deadlines: { ongoing: { every: week, grace: 10 }, suspension: { moves_due: workdays }, "
     "warnings: 30d }\n",
     "r:7:32: unknown word 'week'; known here: month, quarter, half-year, year\n"
     "r:7:45: '10' is no span of time; write a number and d, wd (working days), w or mo, such as "
     "10wd\n"
     "r:7:76: unknown word 'workdays'; known here: calendar-days, working-days, none\n"
     "r:7:88: unknown key 'warnings'; did you mean 'warning'?\n"},
    {"no mappings", "deadlines: { ongoing: 3, suspension: none, warning: -3d }\n",
     "r:7:23: keys and values (key: value) are wanted here\n"
     "r:7:38: keys and values (key: value) are wanted here\n"
     "r:7:53: '-3d' is no span of time; write a number and d, wd (working days), w or mo, such as "
     "10wd\n"},
};

const Slip ladder_slips[] = {
    {"no list", "escalations: { a: 1 }\n",
     "r:7:14: a list of rungs is wanted here, each beginning with '- '\n"},
    {"names that nobody could read",
     "escalations:\n"
     "  - { id: a, name: "
     "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一, "
     "at: due, in: [overdue], level: 1, notify: [lead] }\n"
     "  - { id: b, name: \"\\e[2J\", at: due, in: [overdue], level: 1, notify: [lead] }\n"
     "  - { id: c, name: '', at: due, in: [overdue], level: 1, notify: [lead] }\n",
     "r:8:20: longer than 40 characters\n"
     "r:9:20: a control character\n"
     "r:10:20: blank text\n"},
    {"a rung that is a word",
     "escalations:\n"
     "  - a\n",
     "r:8:5: keys and values (key: value) are wanted here\n"},
    {"a rung that lacks all else",
     "escalations:\n"
     "  - { id: a }\n",
     "r:8:5: this rung lacks 'at'\n"
     "r:8:5: this rung lacks 'in'\n"
     "r:8:5: this rung lacks 'level'\n"
     "r:8:5: this rung lacks 'notify'\n"},
    {"an id twice",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead] }\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead] }\n",
     "r:9:11: rung 'a' stands here twice; the first is in line 8\n"},
    {"an id with a blank",
     "escalations:\n"
     "  - { id: a b, at: due, in: [overdue], level: 1, notify: [lead] }\n",
     "r:8:11: an id has no blanks and at most 32 characters\n"},
    {"an unknown anchor",
     "escalations:\n"
     "  - { id: a, at: dues + 1d, in: [overdue], level: 1, notify: [lead] }\n",
     "r:8:18: unknown anchor 'dues'; did you mean 'due'?\n"},
    {"a sign left out",
     "escalations:\n"
     "  - { id: a, at: due 1d, in: [overdue], level: 1, notify: [lead] }\n",
     "r:8:18: a moment such as 'due - 30d' is wanted here\n"},
    {"a number left out",
     "escalations:\n"
     "  - { id: a, at: due + d, in: [overdue], level: 1, notify: [lead] }\n",
     "r:8:24: 'd' is no span of time; write a number and d, wd (working days), w or mo, such as "
     "10wd\n"},
    {"an unknown unit",
     "escalations:\n"
     "  - { id: a, at: due + 1x, in: [overdue], level: 1, notify: [lead] }\n",
     "r:8:24: '1x' is no span of time; write a number and d, wd (working days), w or mo, such as "
     "10wd\n"},
    {"an anchor left out",
     "escalations:\n"
     "  - { id: a, at: + 1d, in: [overdue], level: 1, notify: [lead] }\n",
     "r:8:18: a moment such as 'due - 30d' is wanted here\n"},
    {"two signs, in quotes",
     "escalations:\n"
     "  - { id: a, at: \"due - -1d\", in: [overdue], level: 1, notify: [lead] }\n",
     "r:8:25: '-1d' is no span of time; write a number and d, wd (working days), w or mo, such as "
     "10wd\n"},
    {"raised of nothing",
     "escalations:\n"
     "  - { id: a, at: raised + 5wd, in: [overdue], level: 1, notify: [lead] }\n",
     "r:8:18: name the rung, such as 'raised(blue) + 5wd'\n"},
    {"counted backwards from a raising",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead] }\n"
     "  - { id: b, at: raised(a) - 5wd, in: [overdue], level: 1, notify: [lead] }\n",
     "r:9:28: a rung is counted forwards from the raising of another, such as 'raised(blue) + "
     "5wd'\n"},
    {"an unknown unit after a raising",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead] }\n"
     "  - { id: b, at: raised(a) + 5x, in: [overdue], level: 1, notify: [lead] }\n",
     "r:9:30: '5x' is no span of time; write a number and d, wd (working days), w or mo, such as "
     "10wd\n"},
    {"the raising of a rung that is none",
     "escalations:\n"
     "  - { id: blue, at: due, in: [overdue], level: 1, notify: [lead] }\n"
     "  - { id: b, at: raised(bleu) + 1d, in: [overdue], level: 1, notify: [lead] }\n",
     "r:9:25: there is no rung 'bleu'; did you mean 'blue'?\n"},
    {"a rung after itself",
     "escalations:\n"
     "  - { id: a, at: raised(a) + 1d, in: [overdue], level: 1, notify: [lead] }\n",
     "r:8:18: rung 'a' would wait for its own raising\n"},
    {"rungs in a circle, and one that only hangs on it",
     "escalations:\n"
     "  - { id: a, at: raised(b), in: [overdue], level: 1, notify: [lead] }\n"
     "  - { id: b, at: raised(a), in: [overdue], level: 1, notify: [lead] }\n"
     "  - { id: c, at: raised(a), in: [overdue], level: 1, notify: [lead] }\n",
     "r:8:18: rung 'a' would wait for its own raising, through 'b'\n"
     "r:9:18: rung 'b' would wait for its own raising, through 'a'\n"},
    {"a circle that an override closes",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead] }\n"
     "  - { id: b, at: raised(a), in: [overdue], level: 1, notify: [lead] }\n"
     "overrides:\n"
     "  - match: { urgent: true }\n"
     "    escalations: { a: { at: raised(b) + 1d } }\n",
     "r:9:18: rung 'b' would wait for its own raising, through 'a'\n"
     "r:12:29: rung 'a' would wait for its own raising, through 'b'\n"},
    {"resting on nothing, and twice on the same",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead], cites: [] }\n"
     "  - { id: b, at: due, in: [overdue], level: 1, notify: [lead], cites: [x, x] }\n",
     "r:8:71: this list is empty\n"
     "r:9:75: 'x' stands in this list twice\n"},
    {"a level above 3",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 4, notify: [lead] }\n",
     "r:8:45: a whole number from 0 to 3 is wanted here\n"},
    {"no state",
     "escalations:\n"
     "  - { id: a, at: due, in: [], level: 1, notify: [lead] }\n",
     "r:8:27: this list is empty\n"},
    {"nearly a role",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [coordinater] }\n",
     "r:8:57: unknown recipient 'coordinater'; did you mean 'coordinator'? quote it if it is a "
     "department\n"},
    {"the scheduler as recipient",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: ['leads', 省安监局, scheduler] }\n",
     "r:8:72: the scheduler takes no notices\n"},
    {"an unknown condition",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead], when: mising }\n",
     "r:8:70: unknown word 'mising'; did you mean 'missing'?\n"},
    {"a repetition of nothing",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead], repeat: { every: 0d, times: 0 "
     "} }\n",
     "r:8:81: a span of at least one day is wanted here\n"
     "r:8:92: a whole number from 1 to 1000 is wanted here\n"},
    {"half a repetition",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead], repeat: { every: 1d } }\n",
     "r:8:72: 'repeat' wants both 'every' and 'times'\n"},
    {"a misspelt half",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead], repeat: { evry: 1d, times: "
     "1001 } }\n",
     "r:8:74: unknown key 'evry'; did you mean 'every'?\n"
     "r:8:91: a whole number from 1 to 1000 is wanted here\n"},
};

const Slip override_slips[] = {
    {"no list", "overrides: { a: 1 }\n",
     "r:7:12: a list of overrides is wanted here, each beginning with '- match:'\n"},
    {"no match",
     "overrides:\n"
     "  - { transitions: { start: null } }\n",
     "r:8:5: this override lacks 'match'\n"},
    {"an empty match",
     "overrides:\n"
     "  - match: {}\n",
     "r:8:12: 'match' is empty, so this would be for every task; change the rules above instead\n"},
    {"numbers without quotes",
     "overrides:\n"
     "  - match: { section: 1.3, part: 1, task: 1.3.11, plan: 2018 }\n",
     "r:8:23: put it in quotes: section: \"1.3\"\n"
     "r:8:34: put it in quotes: part: \"1\"\n"
     "r:8:57: put it in quotes: plan: \"2018\"\n"},
    {"forms that fit no key",
     "overrides:\n"
     "  - match: { section: \"1.3.4.5.6\", part: '1.1', task: 'x/1.2.3.4.5.6', plan: 'Hn', "
     "lead: [], ongoing: 1, sectoin: 1 }\n",
     "r:8:23: '1.3.4.5.6' is no section; write PART.SECTION, such as \"1.3\"\n"
     "r:8:42: '1.1' is no part; write its number, such as \"1\"\n"
     "r:8:55: 'x/1.2.3.4.5.6' is no task; write its key, such as hn135/1.3.11 or \"1.3.11\"\n"
     "r:8:78: 'Hn' is no plan id, such as hn135\n"
     "r:8:90: this list is empty\n"
     "r:8:103: true or false is wanted here\n"
     "r:8:106: unknown key 'sectoin'; did you mean 'section'?\n"},
    {"names that are one",
     "overrides:\n"
     "  - match: { lead: [甲、乙, '丙、丁'], section: “1.3” }\n",
     "r:8:22: a full-width '、' in a list in [ ]; write ',', or put the text in quotes\n"
     "r:8:43: a full-width '“' stands here; write '\"'\n"},
    {"an event added without by",
     "overrides:\n"
     "  - match: { ongoing: true }\n"
     "    transitions: { verify: { require: { note: true } }, start: null }\n",
     "r:9:20: 'verify' is not listed above; to add it here, say who may with 'by'\n"},
    {"a key of the file",
     "overrides:\n"
     "  - match: { ongoing: true }\n"
     "    version: 2\n",
     "r:9:5: unknown key 'version'; known here: match, cites, transitions, deadlines, "
     "escalations\n"},
    {"rungs in a list",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead] }\n"
     "overrides:\n"
     "  - match: { ongoing: true }\n"
     "    escalations: [a]\n",
     "r:11:18: an override names rungs by their id (id: { ... }), not in a list\n"},
    {"a rung that does not exist",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead] }\n"
     "overrides:\n"
     "  - match: { ongoing: true }\n"
     "    escalations: { b: null }\n",
     "r:11:20: there is no rung 'b' above; there are: a\n"},
    {"a rung that is nearly there, or not all of a new one",
     "escalations:\n"
     "  - { id: overdue, at: due, in: [overdue], level: 1, notify: [lead] }\n"
     "overrides:\n"
     "  - match: { ongoing: true }\n"
     "    escalations: { overdeu: { level: 2 }, weekly: { at: due + 7d, notify: [lead] } }\n",
     "r:11:20: there is no rung 'overdeu' above; did you mean 'overdue'? to add it here, give it "
     "at, in, notify too\n"
     "r:11:43: there is no rung 'weekly' above; to add it here, give it in, level too\n"},
    {"half a repetition of a new one",
     "overrides:\n"
     "  - match: { ongoing: true }\n"
     "    escalations: { new: { at: due, in: [overdue], level: 1, notify: [lead], repeat: { times: "
     "2 } "
     "} }\n",
     "r:9:85: 'repeat' wants both 'every' and 'times'\n"},
    {"a new one that waits for another that waits for it",
     "escalations:\n"
     "  - { id: a, at: raised(new), in: [overdue], level: 1, notify: [lead] }\n"
     "overrides:\n"
     "  - match: { ongoing: true }\n"
     "    escalations: { new: { at: raised(a), in: [overdue], level: 1, notify: [lead] } }\n",
     "r:8:18: rung 'a' would wait for its own raising, through 'new'\n"
     "r:11:31: rung 'new' would wait for its own raising, through 'a'\n"},
    {"an id with a blank, of a new one",
     "overrides:\n"
     "  - match: { ongoing: true }\n"
     "    escalations: { a b: { at: due, in: [overdue], level: 1, notify: [lead] } }\n",
     "r:9:20: an id has no blanks and at most 32 characters\n"},
    {"another id",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead] }\n"
     "overrides:\n"
     "  - match: { ongoing: true }\n"
     "    escalations: { a: { id: b } }\n",
     "r:11:25: unknown key 'id'; did you mean 'in'?\n"},
    {"half a repetition of one that has none",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead] }\n"
     "overrides:\n"
     "  - match: { ongoing: true }\n"
     "    escalations: { a: { repeat: { times: 3 } } }\n",
     "r:11:20: rung 'a' does not repeat yet; give both 'every' and 'times'\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(load_rules_tests)
BOOST_DATA_TEST_CASE(refuses_slips_in_deadlines, data::make(deadline_slips), c) {
  BOOST_TEST(problems_of(tests::right_start + c.text) == c.outcome);
}
BOOST_DATA_TEST_CASE(refuses_slips_in_the_ladder, data::make(ladder_slips), c) {
  BOOST_TEST(problems_of(tests::right_start + c.text) == c.outcome);
}
BOOST_AUTO_TEST_CASE(refuses_a_row_of_rungs_that_nobody_can_follow) {
  std::string text = std::string(tests::right_start) + "escalations:\n";
  for (int i = 0; i <= 22; ++i) {
    const std::string at = i == 0 ? "due" : "raised(r" + std::to_string(i - 1) + ") + 1d";
    text += "  - { id: r" + std::to_string(i) + ", at: " + at +
            ", in: [overdue], level: 1, notify: [lead] }\n";
  }
  BOOST_TEST(problems_of(text) ==
             "r:29:20: rung 'r21' would wait for a row of more than 20 others\n");
}
BOOST_AUTO_TEST_CASE(refuses_more_than_anybody_keeps_in_mind) {
  const std::string start = tests::right_start;
  std::string overrides = "overrides:\n";
  for (int i = 1; i <= 201; ++i)
    overrides += "  - match: { section: \"" + std::to_string(i) + "\" }\n";
  BOOST_TEST(problems_of(start + overrides) == "r:8:3: more than 200 entries\n");
  std::string leads = "overrides:\n  - match: { lead: [l0";
  for (int i = 1; i <= 200; ++i) leads += ", l" + std::to_string(i);
  BOOST_TEST(problems_of(start + leads + "] }\n") == "r:8:20: more than 200 entries\n");
  std::string rungs = "overrides:\n";
  for (int i = 0; i <= 200; ++i) {
    if (i % 50 == 0)
      rungs += "  - match: { section: \"" + std::to_string(i + 1) + "\" }\n    escalations:\n";
    rungs +=
        "      r" + std::to_string(i) + ": { at: due, in: [overdue], level: 1, notify: [lead] }\n";
  }
  BOOST_TEST(problems_of(start + rungs).starts_with("r:218:7: more than 200 rungs\n"));
}
BOOST_DATA_TEST_CASE(refuses_slips_in_overrides, data::make(override_slips), c) {
  BOOST_TEST(problems_of(tests::right_start + c.text) == c.outcome);
}

BOOST_AUTO_TEST_SUITE_END()
