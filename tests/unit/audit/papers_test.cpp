// Plans as papers have them - paths of any depth, columns that only they have, doubts, corrections,
// stages, days of cycles - and those without a paper: nothing in them can be altered unseen.
#include <boost/test/data/test_case.hpp>

#include "audit/check.hpp"
#include "audit/compare.hpp"
#include "audit/replay.hpp"
#include "tests/unit/audit/told.hpp"

namespace data = boost::unit_test::data;
using namespace duban;
using namespace duban::test;

namespace {

Deadline once(int year, int month, int day) { return {false, make_date(year, month, day)}; }

Deadline staged() {
  Deadline deadline = once(2018, 12, 31);
  deadline.stages = {{make_date(2017, 6, 30), "完成50%"},
                     {make_date(2017, 10, 31), "出台政策"},
                     {deadline.due, "全部完成"}};
  return deadline;
}

Deadline staged_then_ongoing() {
  Deadline deadline = once(2017, 4, 30);
  deadline.stages = {{deadline.due, "理顺机制"}};
  deadline.then_ongoing = true;
  deadline.every = CycleUnit::month;
  deadline.day = CycleDay{1, 10};
  deadline.ends = make_date(2018, 6, 30);
  return deadline;
}

Deadline every_quarter() {
  Deadline deadline;
  deadline.ongoing = true;
  deadline.every = CycleUnit::quarter;
  deadline.day = CycleDay{3, 20};
  return deadline;
}

PlanRow paper_row(std::array<int, path_max> path, const char* lead, Deadline deadline) {
  PlanRow row = test::row(1, 1, lead, {}, std::move(deadline));
  row.key.path = path;
  row.titles.clear();
  for (std::size_t above = 1; above < row.key.depth(); ++above)
    row.titles.push_back("第" + std::to_string(above) + "级标题");
  row.content = "工作" + number_text(row.key) + "。";
  row.address = "T1.R" + std::to_string(row.key.last() + 1);
  return row;
}

std::vector<PlanRow> rows() {
  std::vector<PlanRow> rows = {paper_row({1}, "省经信委", once(2017, 6, 30)),
                               paper_row({2, 1}, "省安监局", staged()),
                               paper_row({3, 1, 1}, "省教育厅", every_quarter()),
                               paper_row({4, 1, 2, 3}, "省经信委", staged_then_ongoing()),
                               paper_row({4, 2, 1, 1, 1}, "省教育厅", once(2017, 12, 31))};
  rows[0].extra = {{"分管领导", "张三"}, {"备注", "省政府\n重点"}};
  rows[1].doubts = {{"due", {"{text} could be another day", {{"text", "年中"}}}}};
  rows[2].corrections = {{"lead", "教育局", "省教育厅", "电话核实"},
                         {"deadline", "每季", "每季度末月20日前", ""}};
  rows[4].urgent = true;
  return rows;
}

/// So many entries that the tree keeps a tile, which names the entry that was altered.
struct Papers {
  MemoryStore store;
  Office office{store};

  Papers() {
    office.init("2017-01-03");
    office.import("2017-01-05", "paper", rows(), make_date(2018, 9, 30));
    office.import("2017-01-06", "slip", {paper_row({1, 1}, "省教育厅", once(2017, 5, 31))});
    must(void_plan(office.world("2017-01-09", "督查一处"), "slip", "误导入"));
    office.import("2017-01-10", "slip", {paper_row({1, 1}, "省安监局", staged())});
    PlanRequest plan;
    plan.id = "calls";
    plan.title = "领导批示件";
    must(new_plan(office.world("2017-01-11", "督查一处"), plan));
    AddRequest task;
    task.plan = "calls";
    task.content = "排查老旧桥梁。";
    task.lead = "省安监局";
    task.co = {"省教育厅"};
    task.due = make_date(2017, 8, 31);
    task.source = "省长批示〔2017〕2号";
    task.evidence = {"批示.pdf"};
    must(add_task(office.world("2017-01-12", "督查一处"), task));
    task.plan = "paper";
    task.source = "会议纪要〔2017〕1号";
    must(add_task(office.world("2017-01-13", "督查一处"), task));
    verify("2017-03-01", "paper/2.1", "省安监局");
    verify("2017-03-20", "paper/3.1.1", "省教育厅");
    verify("2017-04-20", "paper/4.1.2.3", "省经信委");
    office.step("2017-11-20", "督查一处",
                {.event = Event::miss, .task = "paper/2.1", .note = "第二阶段未完成"});
    office.step("2017-11-21", "督查一处",
                {.event = Event::amend,
                 .task = "paper/1",
                 .note = "识别有误",
                 .error = true,
                 .lead = "省安监局"});
    office.night("2018-03-01");
    const World world = office.world("2018-03-02", "督查一处");
    const auto batch = must(Batch::open(world));
    for (int i = 0; i < 256; ++i)
      must(batch->step({.event = Event::remark, .task = "paper/1", .note = "备查"}, world));
    must(batch->commit());
  }

  void verify(const char* at, const std::string& task, const char* lead) {
    office.step(at, lead,
                {.event = Event::report, .task = task, .note = "已办", .evidence = {task}});
    office.step(at, "督查二处", {.event = Event::verify, .task = task, .note = "已核"});
  }
};

Papers& papers() {
  static Papers once;
  return once;
}

std::string checked(View& log) {
  return shown(must(audit::check(log, papers().office.vault)).findings);
}

std::string replayed(View& log) {
  audit::Replay replay = must(audit::replay(log, papers().office.compiler));
  must(audit::compare(log, *replay.derived, replay.findings));
  return shown(replay.findings);
}

Entry assigned(const DamagedLog& log, const char* task) {
  const TaskKey key = *parse_task_key(task);
  return log.find([&](const Entry& e) { return e.event == Event::assign && e.task == key; });
}

struct Lie {
  const char* what;
  const char* task;
  void (*tell)(Entry& entry);
  const char* replay_says;  ///< a part; empty: only the check knows
};
std::ostream& operator<<(std::ostream& os, const Lie& lie) { return os << lie.what; }

/// A member of the entry's data, which is there.
Value& member(Entry& entry, const char* name) {
  for (auto& [each, value] : *entry.data.object())
    if (each == name) return value;
  throw std::logic_error(name);
}

Value& part(Value& list, std::size_t at) { return list.array()->at(at); }

const Lie lies[] = {
    {"a title", "paper/2.1", [](Entry& e) { e.data.set("titles", Value::Array{"另一标题"}); },
     "paper/2.1: the tables have text.titles as"},
    {"a title less", "paper/4.2.1.1.1", [](Entry& e) { member(e, "titles").array()->pop_back(); },
     "paper/4.2.1.1.1: the tables have text.titles as"},
    {"what a column says", "paper/1",
     [](Entry& e) { part(part(member(e, "extra"), 0), 1) = "李四"; },
     "paper/1: the tables have text.extra as"},
    {"a column's heading", "paper/1",
     [](Entry& e) { part(part(member(e, "extra"), 0), 0) = "联系人"; },
     "paper/1: the tables have text.extra as"},
    {"a column is gone", "paper/1", [](Entry& e) { member(e, "extra").array()->pop_back(); },
     "paper/1: the tables have text.extra as"},
    {"a correction is gone", "paper/3.1.1",
     [](Entry& e) { member(e, "corrections").array()->pop_back(); }, ""},
    {"what a correction gave", "paper/3.1.1",
     [](Entry& e) { part(member(e, "corrections"), 0).set("read", "省教育厅"); }, ""},
    {"a doubt", "paper/2.1", [](Entry& e) { part(member(e, "doubts"), 0).set("field", "lead"); },
     ""},
    {"where it stands", "paper/2.1", [](Entry& e) { e.data.set("address", "T1.R9"); }, ""},
    {"a stage's day", "paper/2.1",
     [](Entry& e) { part(member(e, "stages"), 1).set("due", "2017-11-30"); },
     "entry 45, paper/2.1: 'effective' is 2017-09-30T16:00:00Z, but 2017-10-30T16:00:00Z follows"},
    {"a stage's words", "paper/2.1",
     [](Entry& e) { part(member(e, "stages"), 2).set("words", "基本完成"); },
     "schedule.stages[2].words as"},
    {"a stage is gone", "paper/2.1",
     [](Entry& e) { member(e, "stages").array()->erase(member(e, "stages").array()->begin()); },
     "entry 45, paper/2.1: 'effective' is 2017-09-30T16:00:00Z, but 2017-10-31T16:00:00Z follows"},
    {"the day in a cycle", "paper/3.1.1", [](Entry& e) { member(e, "day").set("day", 10); },
     "paper/3.1.1: 'escalate remind-30' fell at 2017-02-07T16:00:00Z, and up to here no entry"},
    {"a document's own end", "paper/4.1.2.3", [](Entry& e) { e.data.set("ends", "2018-05-31"); },
     "paper/4.1.2.3: the tables have task.last_act.before.schedule.ends as"},
    {"that it does not go on", "paper/4.1.2.3", [](Entry& e) { e.data.set("then_ongoing", false); },
     "entry 5, paper/4.1.2.3: 'data.then_ongoing' is false, but nothing follows"},
    {"another path", "paper/4.2.1.1.1", [](Entry& e) { e.task->path[4] = 2; },
     "entry 14, paper/4.2.1.1.2: the task was assigned before"},
    {"a path one number shorter", "paper/4.2.1.1.1", [](Entry& e) { e.task->path[4] = 0; },
     "paper/4.2.1.1: the tables lack task"},
    {"what an added task rests on", "calls/1",
     [](Entry& e) { e.data.set("source", "省长批示〔2017〕3号"); }, ""},
    {"that an added task was on the paper", "paper/4.2.1.1.2",
     [](Entry& e) {
       std::erase_if(*e.data.object(), [](auto& each) { return each.first == "source"; });
     },
     "the import of paper announces 5 tasks, and 6 were assigned"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(papers_tests)

BOOST_AUTO_TEST_CASE(are_whole) {
  const auto view = must(papers().store.read());
  BOOST_TEST(checked(*view) == "");
  BOOST_TEST(replayed(*view) == "");
}

BOOST_DATA_TEST_CASE(no_lie_about_them_is_believed, data::make(lies), lie) {
  DamagedLog log(papers().store);
  Entry entry = assigned(log, lie.task);
  lie.tell(entry);
  log.replace(entry);
  const std::string place = "entry " + std::to_string(entry.seq);
  BOOST_TEST(checked(log).find(place) != std::string::npos, checked(log));
  BOOST_TEST(replayed(log).find(lie.replay_says) != std::string::npos, replayed(log));
}

BOOST_AUTO_TEST_CASE(no_other_plan_is_void) {
  DamagedLog log(papers().store);
  Entry entry = log.find([](const Entry& e) { return e.event == Event::void_plan; });
  entry.data.set("tasks", 2);
  entry.data.set("title", "另一台账");
  log.replace(entry);
  const std::string place = "entry " + std::to_string(entry.seq);
  BOOST_TEST(checked(log).find(place) != std::string::npos, checked(log));
  const std::string said = replayed(log);
  for (const char* each : {": 'data.tasks' is 2, but 1 follows", ": 'data.title' is \"另一台账\""})
    BOOST_TEST(said.find(place + each) != std::string::npos, said);
}

BOOST_AUTO_TEST_SUITE_END()
