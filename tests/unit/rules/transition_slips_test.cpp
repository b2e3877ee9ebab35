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
  std::string text;  // of file_slips the whole file, else what follows tests::right_start
  const char* outcome;
};
std::ostream& operator<<(std::ostream& os, const Slip& c) { return os << c.why; }

const Slip file_slips[] = {
    {"an empty file", "", "r: there is nothing in this file\n"},
    {"a list", "[]", "r:1:1: keys and values (key: value) are wanted here\n"},
    {"keys left out", "rules: r\n",
     "r: 'version' is missing\n"
     "r: 'timezone' is missing\n"
     "r: 'calendar' is missing\n"
     "r: 'transitions' is missing\n"},
    {"a misspelt key is not missing too",
     "rules: r\n"
     "version: 1\n"
     "timezone: Asia/Shanghai\n"
     "calendar: cn\n"
     "transitons:\n"
     "  start: { by: [lead] }\n",
     "r:5:1: unknown key 'transitons'; did you mean 'transitions'?\n"},
    {"a version that is no number",
     "rules: r\n"
     "version: one\n"
     "timezone: Asia/Shanghai\n"
     "calendar: cn\n"
     "transitions:\n"
     "  start: { by: [lead] }\n",
     "r:2:10: a whole number from 1 to 1000000 is wanted here\n"},
    {"a version in quotes",
     "rules: r\n"
     "version: '1'\n"
     "timezone: Asia/Shanghai\n"
     "calendar: cn\n"
     "transitions:\n"
     "  start: { by: [lead] }\n",
     "r:2:10: a whole number from 1 to 1000000 is wanted here\n"},
    {"a name that is a list",
     "rules: [r]\n"
     "version: 1\n"
     "timezone: Asia/Shanghai\n"
     "calendar: cn\n"
     "transitions:\n"
     "  start: { by: [lead] }\n",
     "r:1:8: a single value is wanted here\n"},
    {"an unknown time zone",
     "rules: r\n"
     "version: 1\n"
     "timezone: Asia/Beijing\n"
     "calendar: cn\n"
     "transitions:\n"
     "  start: { by: [lead] }\n",
     "r:3:11: unknown time zone 'Asia/Beijing'; names are such as Asia/Shanghai\n"},
    {"a tab",
     "rules: r\n"
     "\tversion: 1\n",
     "r:2:1: a tab stands where spaces must indent\n"},
};

const Slip transition_slips[] = {
    {"an unknown event", "  verfy: { by: [coordinator] }\n",
     "r:7:3: unknown event 'verfy'; did you mean 'verify'?\n"},
    {"an event of the engine", "  import: { by: [admin] }\n",
     "r:7:3: unknown event 'import'; known: start, progress, contribute, excuse, report, withdraw, "
     "verify, return, request-extension, grant-extension, deny-extension, amend, reassign, "
     "suspend, resume, miss, reopen, conclude, cancel, strike, undo, remark\n"},
    {"the scheduler's own", "  deadline: { by: [coordinator] }\n",
     "r:7:3: 'deadline' is the scheduler's own and is never listed\n"},
    {"and its escalations", "  escalate: { by: [coordinator] }\n",
     "r:7:3: 'escalate' is the scheduler's own and is never listed\n"},
    {"an event without a rule", "  verify:\n",
     "r:7:3: 'verify' has no rule; leave the line out to disable it\n"},
    {"nobody may", "  verify: {}\n",
     "r:7:3: 'verify' lacks 'by'; say who may, such as by: [lead]\n"},
    {"by in no list", "  verify: { by: coordinator }\n", "r:7:17: a list in [ ] is wanted here\n"},
    {"by in an empty list", "  verify: { by: [] }\n", "r:7:17: this list is empty\n"},
    {"a role that is none", "  verify: { by: [scheduler] }\n",
     "r:7:18: unknown role 'scheduler'; known: lead, co, coordinator, auditor, admin\n"},
    {"a role twice", "  verify: { by: [lead, lead] }\n",
     "r:7:24: 'lead' stands in this list twice\n"},
    {"an event twice", "  start: { by: [co] }\n",
     "r:7:3: key 'start' stands here twice; the first is in line 6\n"},
    {"an unknown state", "  verify: { by: [coordinator], in: [reportd] }\n",
     "r:7:37: unknown state 'reportd'; did you mean 'reported'?\n"},
    {"a state without such a step",
     "  verify: { by: [coordinator], in: [in_progress, reported] }\n",
     "r:7:37: the lifecycle has no 'verify' from 'in_progress'; it has it from: reported\n"},
    {"an unknown party", "  verify: { by: [coordinator], forbid: [reportr, admin] }\n",
     "r:7:41: unknown word 'reportr'; did you mean 'reporter'?\n"
     "r:7:50: unknown word 'admin'; known here: lead, co, reporter, requester\n"},
    {"conditions in a list", "  report: { by: [lead], require: [note] }\n",
     "r:7:34: keys and values (key: value) are wanted here\n"},
    {"yes for true", "  report: { by: [lead], require: { note: yes } }\n",
     "r:7:42: true or false is wanted here\n"},
    {"too much evidence", "  report: { by: [lead], require: { evidence: 101 } }\n",
     "r:7:46: a whole number from 0 to 100 is wanted here\n"},
    {"less than none", "  report: { by: [lead], require: { evidence: -1 } }\n",
     "r:7:46: a whole number from 0 to 100 is wanted here\n"},
    {"half a file", "  report: { by: [lead], require: { evidence: 1.5 } }\n",
     "r:7:46: a whole number from 0 to 100 is wanted here\n"},
    {"signs of Chinese texts, each told once",
     "  report: { by: [lead，co] }\n"
     "  “verify”: { by: [coordinator] }\n"
     "  cancel: { by: [lead], require: { evidence: “1” } }\n",
     "r:7:22: a full-width '，' in a list in [ ]; write ',', or put the text in quotes\n"
     "r:8:3: a full-width '“' stands here; write '\"'\n"
     "r:9:46: a full-width '“' stands here; write '\"'\n"},
    {"words of other vocabularies",
     "  report: { by: [lead], require: { any: [notes], contributions: most, groups: none, without: "
     "true } }\n",
     "r:7:42: unknown word 'notes'; did you mean 'note'?\n"
     "r:7:65: unknown word 'most'; known here: none, any, all\n"
     "r:7:79: unknown word 'none'; known here: any, all\n"
     "r:7:94: unknown word 'true'; known here: allowed, refused\n"},
    {"a limit of something else", "  verify: { by: [coordinator], limit: 2 }\n",
     "r:7:32: 'limit' belongs to 'request-extension' only\n"},
    {"a maximum of something else", "  report: { by: [lead], max: 3d }\n",
     "r:7:25: 'max' belongs to 'suspend' only\n"},
    {"a maximum in months", "  suspend: { by: [coordinator], max: 3mo }\n",
     "r:7:38: '3mo' is no span of days; write a number and d, wd (working days) or w, such as "
     "120wd\n"},
    {"a maximum of nothing", "  suspend: { by: [coordinator], max: 0d }\n",
     "r:7:38: a span of at least one day is wanted here\n"},
    {"a span of centuries", "  suspend: { by: [coordinator], max: 99999wd }\n",
     "r:7:38: '99999wd' is longer than a hundred years\n"},
    {"a span that no number holds", "  suspend: { by: [coordinator], max: 99999999999wd }\n",
     "r:7:38: '99999999999wd' is longer than a hundred years\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(load_rules_tests)
BOOST_DATA_TEST_CASE(refuses_slips_in_the_head, data::make(file_slips), c) {
  BOOST_TEST(problems_of(c.text) == c.outcome);
}
BOOST_DATA_TEST_CASE(refuses_slips_in_transitions, data::make(transition_slips), c) {
  BOOST_TEST(problems_of(tests::right_start + c.text) == c.outcome);
}

BOOST_AUTO_TEST_SUITE_END()
