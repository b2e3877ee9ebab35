// The scheduler's timing decides nothing (design §4): stories drawn at random end alike whether a
// night came before every day or never, raise nothing twice, and never run backwards.
#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "engine/base/date.hpp"
#include "engine/lifecycle/lifecycle.hpp"
#include "tests/unit/course/story.hpp"

using namespace duban;
using namespace duban::tests;

namespace {

constexpr const char* busy_ladder =
    "escalations:\n"
    "  - { id: started, at: started + 2w, in: [in_progress, overdue], level: 1, notify: [lead],\n"
    "      repeat: { every: 5wd, times: 9 } }\n"
    "  - { id: owing, at: due - 10wd, in: [assigned, in_progress, reported], level: 0,\n"
    "      notify: [missing], when: missing, repeat: { every: 2d, times: 30 } }\n"
    "  - { id: due, at: due + 0d, in: [assigned, in_progress, overdue], level: 1, notify: [lead],\n"
    "      repeat: { every: 1d, times: 5 } }\n"
    "  - { id: late, at: due + 1d, in: [overdue, suspended], level: 2, notify: [lead] }\n"
    "  - { id: stay, at: entered + 3d, in: [suspended, overdue, verified, cancelled], level: 0,\n"
    "      notify: [lead], repeat: { every: 1mo, times: 3 } }\n"
    "  - { id: heard, at: heard + 10d, in: [in_progress, overdue], level: 1, notify: [lead] }\n"
    "  - { id: request, at: requested + 3wd, in: [assigned, in_progress, overdue], level: 1,\n"
    "      notify: [coordinator], repeat: { every: 3wd, times: 2 } }\n"
    "  - { id: report, at: reported + 5wd, in: [reported, suspended], level: 1, notify: [lead] }\n";

const std::string moving(const char* how) {
  return std::string(busy_ladder) +
         "overrides:\n"
         "  - match: { plan: p }\n"
         "    deadlines: { suspension: { moves_due: " +
         how +
         " } }\n    transitions: { request-extension: { in: [assigned, in_progress, overdue] } }\n";
}

/// Draws a story; the same seed gives the same one on every machine.
class Drawing {
 public:
  explicit Drawing(unsigned seed) : random_(seed) {}

  std::string script() {
    std::string out = "task 2018-03-01 lead=省经信委 co=省公安厅,各市州人民政府 ";
    const std::string kinds[] = {"due=" + ahead(200), "due=2018-02-01", "ongoing=month",
                                 "ongoing=quarter ends=2018-12-20", "ongoing"};
    out += one_of(kinds) + "\n";
    for (int i = 0; i < 40; ++i) {
      const Date before = day_;
      if (below(3) > 0) day_ = day_ + below(15) * below(3);
      const int drawn = below(3) * 6;
      hour_ = day_ == before ? std::max(hour_, drawn) : drawn;
      const std::string at = to_text(day_) + (hour_ == 0 ? "" : hour_ == 6 ? "T06:00" : "T12:00");
      out += at + " " + step(i) + "\n";
    }
    return out + "wait " + to_text(day_ + 200) + "\n";
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  std::string ahead(int days) { return to_text(day_ + below(days)); }
  template <std::size_t n>
  std::string one_of(const std::string (&list)[n]) {
    return list[below(static_cast<int>(n))];
  }

  std::string step(int i) {
    const std::string file = " e=f" + std::to_string(i);
    const std::string lead = below(5) > 0 ? "省经信委 " : "省公安厅 ";
    const std::string office = below(2) > 0 ? "督查一处 " : "督查二处 ";
    const std::string steps[] = {
        lead + "start",
        lead + "progress n",
        "省公安厅 contribute n",
        "岳阳市人民政府 contribute n",
        office + "excuse n co=各市州人民政府",
        lead + "report n" + file + " without=省公安厅",
        lead + "report n" + file,
        office + "report n" + file + " for=省经信委 dated=" + to_text(day_ - below(9)),
        lead + "report n" + file + " without=各市州人民政府,省公安厅",
        lead + "withdraw n",
        lead + "withdraw n",
        office + "verify n",
        office + "verify n",
        office + "return n",
        office + "return n due=" + ahead(20),
        lead + "request-extension n due=" + to_text(day_ + 60 + below(90)),
        lead + "request-extension n due=" + ahead(60),
        office + "request-extension n due=" + ahead(60) +
            " for=省经信委 dated=" + to_text(day_ - below(9)),
        office + "grant-extension n",
        office + "grant-extension n",
        office + "deny-extension n",
        office + "amend n due=" + ahead(40),
        office + "amend n error due=" + to_text(day_ + below(60) - 30),
        office + "amend n drop-co=省公安厅",
        office + "amend n add-co=省公安厅",
        office + "reassign n to=省公安厅 keep-as-co due=" + ahead(40),
        office + "reassign n to=省经信委",
        office + "reassign n to=省经信委 due=" + ahead(40),
        office + "suspend n until=" + ahead(25),
        office + "resume",
        office + "miss n",
        office + "miss n",
        office + (below(2) > 0 ? "reopen n" : "reopen n due=" + ahead(30)),
        below(3) > 0 ? lead + "remark n" : office + "conclude n",
        below(3) > 0 ? lead + "remark n" : office + "cancel n",
    };
    return one_of(steps);
  }

  std::mt19937 random_;
  Date day_ = make_date(2018, 3, 1);
  int hour_ = 0;
};

/// A story of one seed, every fourth under the shipped rules.
struct Drawn {
  explicit Drawn(unsigned seed)
      : script(Drawing(seed).script()),
        rules(moving(seed % 3 == 0   ? "calendar-days"
                     : seed % 3 == 1 ? "working-days"
                                     : "none")),
        shipped(seed % 4 == 3) {}
  Story story() const { return {"drawn", script.c_str(), "", shipped ? nullptr : rules.c_str()}; }
  std::string script;
  std::string rules;
  bool shipped;
};

/// What cannot be: an escalation twice, or an entry before the one before.
std::string impossible(const std::string& entries) {
  std::string out, last;
  std::set<std::string> raised;
  std::istringstream in(entries);
  for (std::string line; std::getline(in, line);) {
    std::string at = line.substr(0, 16);
    if (at.find(':') == at.npos) at = at.substr(0, 10) + " 00:00";
    if (at < last) out += "backwards: " + line + "\n";
    last = at;
    const std::size_t rung = line.find(" gen ");
    if (rung == line.npos) continue;
    const std::size_t name = line.rfind(' ', rung - 1);
    const std::size_t end = line.find(' ', line.find(" occ ") + 5);
    if (!raised.insert(line.substr(name, end - name)).second) out += "twice: " + line + "\n";
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(nights_tests)

BOOST_DATA_TEST_CASE(decide_nothing, boost::unit_test::data::xrange(60), seed) {
  const Drawn drawn(static_cast<unsigned>(seed));
  const Story story = drawn.story();
  const std::string entries = entries_of(tell(story));
  BOOST_TEST_INFO("script:\n" << story.script);
  BOOST_TEST(entries_of(tell(story, true)) == entries);
  BOOST_TEST(impossible(entries) == "");
}

BOOST_AUTO_TEST_CASE(reach_every_row_of_the_lifecycle) {
  std::map<std::string, int> met;
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::istringstream entries(entries_of(tell(Drawn(seed).story())));
    for (std::string line; std::getline(entries, line);) {
      const std::size_t blank = line.find(' ', line[11] >= '0' && line[11] <= '9' ? 11 : 10);
      ++met[line.substr(blank + 1)];
    }
  }
  std::string never;
  for (const Transition& row : transitions()) {
    std::string text = std::string(to_text(row.event)) + " " + std::string(to_text(row.from));
    if (row.from != row.to) text += " -> " + std::string(to_text(row.to));
    if (met[text] == 0) never += text + "\n";
    BOOST_TEST_MESSAGE(met[text] << " " << text);
  }
  BOOST_TEST(never == "");
}

BOOST_AUTO_TEST_SUITE_END()
