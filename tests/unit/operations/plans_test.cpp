// Plans that are kept by hand: begun without a document, added to, made void.
#include "engine/operations/plans.hpp"

#include "audit/check.hpp"
#include "audit/compare.hpp"
#include "audit/replay.hpp"
#include "engine/log/entry_text.hpp"
#include "engine/operations/reading.hpp"
#include "tests/support/office.hpp"
#include "tests/unit/audit/damaged_log.hpp"

namespace duban::test {
namespace {

struct Scene {
  MemoryStore store;
  Office office{store};

  Scene() {
    office.init("2017-02-20");
    import("2017-03-01");
  }

  void import(const char* at) {
    office.import(at, "p1",
                  {row(1, 1, "省经信委", {"省安监局"}, {false, make_date(2017, 3, 10), {}}),
                   row(1, 2, "省安监局", {}, {true, {}, {}})},
                  make_date(2018, 12, 31));
  }
  std::string make_void(const char* at, const char* as = "督查一处", const char* note = "旧稿") {
    const Result<std::int64_t> tasks = void_plan(office.world(at, as), "p1", note);
    return tasks ? std::to_string(*tasks) + " tasks" : to_text(tasks.error().message);
  }
  std::string add(const char* at, AddRequest request, const char* as = "督查一处") {
    if (request.plan.empty()) request.plan = "p1";
    const Result<Receipt> added = add_task(office.world(at, as), request);
    if (!added) return to_text(added.error().message);
    return to_text(added->task) + " due " + to_text(added->after.due());
  }
  Entry last() {
    const std::unique_ptr<View> view = must(store.read());
    return must(parse_entry(must(view->entry_body(must(view->meta()).size - 1))));
  }
  /// "p1/1.1.1 assigned, …", of the tables as they are.
  std::string board(View& view) {
    std::string out;
    must(view.each_task({}, [&](Task& task) -> Result<bool> {
      out += to_text(task.key) + " " + std::string(to_text(task.state)) + ", ";
      return true;
    }));
    return out;
  }
  std::string board() { return board(*must(store.read())); }
  std::string findings() {
    const std::unique_ptr<View> view = must(store.read());
    audit::Replay replay = must(audit::replay(*view, office.compiler, std::nullopt));
    must(audit::compare(*view, *replay.derived, replay.findings));
    const audit::CheckReport check = must(audit::check(*view, office.vault));
    std::string out;
    replay.findings.add(check.findings);
    for (const audit::Finding& finding : replay.findings.first()) out += to_text(finding) + "\n";
    return out;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(void_plan_tests)

BOOST_AUTO_TEST_CASE(takes_the_plan_from_every_reading_but_not_from_the_log) {
  Scene s;
  s.office.night("2017-03-12");
  BOOST_TEST(s.board() == "p1/1.1.1 overdue, p1/1.1.2 assigned, ");
  BOOST_TEST(s.make_void("2017-03-13") == "2 tasks");
  BOOST_TEST(s.board() == "");
  const std::unique_ptr<View> view = must(s.store.read());
  BOOST_TEST(must(view->plans()).empty());
  BOOST_TEST(must(view->ripe_tasks(parse_instant("2030-01-01T00:00:00Z").value())).empty());
  BOOST_TEST(canonical(s.last()).find(R"("data":{"note":"旧稿","tasks":2,"title":"任务分工表"})") !=
             std::string::npos);
  BOOST_TEST(s.findings() == "");
  const auto before = must(
      audit::board_at(must(s.store.read()), s.office.compiler,
                      parse_moment("2017-03-12", Zone::find("Asia/Shanghai").value()).value()));
  BOOST_TEST(s.board(*before) == "p1/1.1.1 overdue, p1/1.1.2 assigned, ");
}

BOOST_AUTO_TEST_CASE(lets_the_same_keys_come_again) {
  Scene s;
  BOOST_TEST(s.make_void("2017-03-02") == "2 tasks");
  s.office.night("2017-03-11");
  s.import("2017-03-12");
  BOOST_TEST(s.board() == "p1/1.1.1 overdue, p1/1.1.2 assigned, ");
  s.office.step("2017-03-13", "省经信委", {.event = Event::start, .task = "p1/1.1.1"});
  s.office.night("2017-07-20");
  BOOST_TEST(s.findings() == "");
}

BOOST_AUTO_TEST_CASE(is_forbidden_by_an_act_of_a_department) {
  Scene s;
  BOOST_TEST(s.make_void("2017-03-02", "省经信委") ==
             "'plan void' is for the coordinator, admin (root, 省政府督查室); 省经信委 is none");
  s.office.step("2017-03-03", "督查一处",
                {.event = Event::remark, .task = "p1/1.1.2", .note = "请抓紧"});
  s.office.step(
      "2017-03-03", "督查一处",
      {.event = Event::progress, .task = "p1/1.1.2", .note = "来电", .for_department = "省安监局"});
  BOOST_TEST(s.make_void("2017-03-04") ==
             "plan p1 cannot be void: 省安监局 has acted on p1/1.1.2 ('progress', entry " +
                 std::to_string(s.last().seq) + "); 'cancel' ends a task");
  BOOST_TEST(s.board() == "p1/1.1.1 assigned, p1/1.1.2 in_progress, ");
}

BOOST_AUTO_TEST_CASE(is_found_where_an_act_of_a_department_had_forbidden_it) {
  Scene s;
  BOOST_TEST(s.make_void("2017-03-02") == "2 tasks");
  DamagedLog log(s.store);
  Entry entry = s.last();
  entry.data.set("tasks", 3);
  log.replace(entry);
  const audit::Replay replay = must(audit::replay(log, s.office.compiler, std::nullopt));
  BOOST_REQUIRE(replay.findings.first().size() == 1u);
  BOOST_TEST(replay.findings.first().front().what == "data.tasks");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(add_task_tests)

BOOST_AUTO_TEST_CASE(gives_the_next_number_under_the_last_headings) {
  Scene s;
  s.office.vault.files["批示.pdf"] = "已阅";
  BOOST_TEST(s.add("2017-03-02", {.plan = {},
                                  .content = "排查桥梁。",
                                  .lead = "省教育厅",
                                  .co = {"省安监局"},
                                  .due = make_date(2017, 6, 30),
                                  .source = "省长批示",
                                  .evidence = {"批示.pdf"}}) == "p1/1.1.3 due 2017-06-30");
  const std::unique_ptr<View> view = must(s.store.read());
  const TaskKey key = parse_task_key("p1/1.1.3").value();
  const Task task = *must(view->task(key));
  BOOST_REQUIRE(task.evidence.size() == 1u);
  BOOST_TEST(!task.evidence[0].counts);
  BOOST_TEST(must(view->text(key))->titles.back() == "健全体系");
  BOOST_TEST(must(view->plan("p1"))->tasks == 3);
  BOOST_TEST(s.office.vault.kept.count(task.evidence[0].sha256) == 1u);
  s.office.step("2017-03-02", "省教育厅", {.event = Event::start, .task = "1.1.3"});
  s.office.night("2017-07-02");
  BOOST_TEST(s.board() == "p1/1.1.1 overdue, p1/1.1.2 assigned, p1/1.1.3 overdue, ");
  BOOST_TEST(s.findings() == "");
}

BOOST_AUTO_TEST_CASE(begins_a_plan_that_has_no_document) {
  Scene s;
  must(new_plan(s.office.world("2017-03-02", "督查一处"),
                {"pishi", "领导批示件", std::nullopt, make_date(2017, 12, 31)}));
  const auto wanted = [](std::optional<Date> due) {
    return AddRequest{"pishi", "检查。", "省经信委", {}, due, "纪要", {}, false};
  };
  BOOST_TEST(s.add("2017-03-02", wanted(make_date(2017, 3, 2))) == "pishi/1 due 2017-03-02");
  BOOST_TEST(s.add("2017-03-03", wanted({})) == "pishi/2 due 2017-07-10");
  s.office.night("2017-03-04");
  BOOST_TEST(s.findings() == "");
  BOOST_TEST(to_text(new_plan(s.office.world("2017-03-05", "督查一处"), {"pishi", "又", {}, {}})
                         .error()
                         .message) == "plan pishi is there already; choose another id");
}

BOOST_AUTO_TEST_CASE(says_what_is_wrong) {
  Scene s;
  const AddRequest good{"p1", "检查。", "省经信委", {}, make_date(2017, 6, 30), "纪要", {}, false};
  const auto told = [&](const std::function<void(AddRequest&)>& spoil,
                        const char* as = "督查一处") {
    AddRequest request = good;
    spoil(request);
    return s.add("2017-03-02", request, as);
  };
  BOOST_TEST(told([](AddRequest& r) { r.source = " "; }) == "'task add' lacks: source");
  BOOST_TEST(told([](AddRequest& r) { r.content = ""; }) == "'task add' lacks: content");
  BOOST_TEST(told([](AddRequest& r) { r.plan = "p9"; }) == "no plan p9");
  BOOST_TEST(told([](AddRequest& r) { r.due = make_date(2017, 3, 1); }) ==
             "2017-03-01 has passed; a due date is today, 2017-03-02, or later");
  BOOST_TEST(told([](AddRequest& r) { r.co = {"省经信委"}; }) == "省经信委 is named twice");
  BOOST_TEST(told([](AddRequest& r) { r.lead = "甲"; }).find("甲") != std::string::npos);
  BOOST_TEST(told([](AddRequest&) {}, "省经信委") ==
             "'task add' is for the coordinator (省政府督查室); 省经信委 is none");
  BOOST_TEST(s.board() == "p1/1.1.1 assigned, p1/1.1.2 assigned, ");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(settled_import_tests)

BOOST_AUTO_TEST_CASE(tells_in_each_assign_what_was_read_and_corrected) {
  MemoryStore store;
  Office office{store};
  office.init("2017-02-20");
  PlanRow row = test::row(1, 1, "省经信委", {}, {false, make_date(2017, 6, 30), {}});
  row.doubts = {{"deadline", {"{text} cannot be read", {{"text", "待定"}}}}};
  row.corrections = {{"deadline", "待定", "6月底前", "电话核对"}};
  office.import("2017-03-01", "p1", {row});
  DamagedLog log(store);
  const Entry entry = log.find([](const Entry& each) { return each.event == Event::assign; });
  BOOST_TEST(canonical(*entry.data.find("corrections")) ==
             R"([{"corrected":"6月底前","field":"deadline","read":"待定","why":"电话核对"}])");
  const PlanRow again = must(row_from(*entry.task, entry.data));
  BOOST_TEST((again.doubts == row.doubts));
  BOOST_TEST((again.corrections == row.corrections));
  const audit::Replay replay = must(audit::replay(log, office.compiler, std::nullopt));
  BOOST_TEST(replay.findings.none());
}

BOOST_AUTO_TEST_CASE(knows_the_same_file_with_other_corrections) {
  MemoryStore store;
  Office office{store};
  office.init("2017-02-20");
  const auto import = [&](const char* settled, int day) {
    office.opener.rows = {test::row(1, 1, "省经信委", {}, {false, make_date(2017, 6, day), {}})};
    ImportRequest request;
    request.plan = "p1";
    request.path = "plan.docx";
    request.settled = settled;
    request.sheet = *settled ? "review.xlsx" : "";
    const auto done = import_plan(office.world("2017-03-01", "督查一处"), office.opener, request);
    if (!done) return to_text(done.error().front().message);
    return std::string(done->unchanged ? "unchanged" : "imported");
  };
  BOOST_TEST(import("x", 29) == "imported");
  BOOST_TEST(office.vault.kept.count(sha256_hex("review.xlsx")) == 1u);
  BOOST_TEST(import("x", 29) == "unchanged");
  BOOST_TEST(import("y", 30) ==
             "plan p1 is there, read from this file with other corrections; 'amend --error' "
             "settles what is wrong with it");
  BOOST_TEST(import("", 30) ==
             "plan p1 is there, read from this file with other corrections; 'amend --error' "
             "settles what is wrong with it");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(misread_lead_tests)

BOOST_AUTO_TEST_CASE(arms_the_task_anew_and_forgives_the_days_until_then) {
  Scene s;
  s.office.step("2017-03-02", "省经信委", {.event = Event::start, .task = "1.1.1"});
  s.office.night("2017-03-14");
  const Receipt done = s.office.step("2017-03-15", "督查一处",
                                     {.event = Event::amend,
                                      .task = "1.1.1",
                                      .note = "看错了",
                                      .error = true,
                                      .lead = "省安监局"});
  BOOST_TEST(done.after.lead == "省安监局");
  BOOST_TEST(done.after.co.empty());
  BOOST_TEST(!done.after.started);
  BOOST_TEST(to_text(done.after.due()) == "2017-03-10");
  BOOST_REQUIRE(done.after.forgiven.size() == 1u);
  BOOST_TEST(canonical(s.last()).find("escalate") != std::string::npos);  // for the new lead
  BOOST_TEST(s.findings() == "");
  s.office.step("2017-03-16", "督查二处",
                {.event = Event::undo, .task = "1.1.1", .note = "没看错"});
  BOOST_TEST(must(must(s.store.read())->task(done.task))->lead == "省经信委");
  BOOST_TEST(s.findings() == "");
}

BOOST_AUTO_TEST_CASE(says_what_is_wrong) {
  Scene s;
  s.office.step("2017-03-02", "省安监局",
                {.event = Event::report, .task = "1.1.2", .note = "已办", .evidence = {"a"}});
  const auto told = [&](const char* task, const char* lead, bool error) {
    const Result<Receipt> done =
        step(s.office.world("2017-03-03", "督查一处"),
             {.event = Event::amend, .task = task, .note = "更正", .error = error, .lead = lead});
    return done ? "done" : to_text(done.error().message);
  };
  BOOST_TEST(told("1.1.1", "省教育厅", false) ==
             "--lead corrects a misreading: give --error too; 'reassign' gives a task to another "
             "lead");
  BOOST_TEST(told("1.1.1", "省经信委", true) == "省经信委 is the lead of p1/1.1.1 already");
  BOOST_TEST(told("1.1.2", "省教育厅", true) ==
             "p1/1.1.2 is reported by 省安监局; 'return' the report first, then correct who leads");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(misread_deadline_tests)

/// "once", "staged", "ongoing" as people would write them.
Result<Deadline> deadline_of(std::string_view text, const Plan&, const Basis&) {
  if (text == "once") return Deadline{false, make_date(2017, 6, 30), {}};
  if (text == "ongoing") return Deadline{true, {}, CycleUnit::quarter};
  Deadline staged{false, make_date(2017, 9, 30), {}};
  staged.stages = {{make_date(2017, 4, 30), "一半"}, {make_date(2017, 9, 30), "全部"}};
  if (text == "staged") return staged;
  return failed(Errc::bad_file, "{text} cannot be read", {{"text", std::string(text)}});
}

std::string correct(Scene& s, const char* at, const char* task, const char* text,
                    Task* after = nullptr) {
  World world = s.office.world(at, "督查一处");
  world.read_deadline = deadline_of;
  const Result<Receipt> done = step(
      world,
      {.event = Event::amend, .task = task, .note = "看错了", .error = true, .deadline = text});
  if (!done) return to_text(done.error().message);
  if (after) *after = done->after;
  return std::string(to_text(done->to)) + " due " + to_text(done->after.due()) + " " +
         (done->after.cycle ? done->after.cycle->name : "once");
}

BOOST_AUTO_TEST_CASE(replaces_the_schedule_and_forgives_the_days_until_then) {
  Scene s;
  s.office.step("2017-03-02", "省经信委", {.event = Event::start, .task = "1.1.1"});
  s.office.night("2017-03-14");  // overdue since the tenth, as it was read
  Task after;
  BOOST_TEST(correct(s, "2017-03-15", "1.1.1", "staged", &after) ==
             "in_progress due 2017-04-30 1/2");
  BOOST_TEST(to_text(after.original_due) == "2017-04-30");
  BOOST_TEST(after.forgiven.size() == 1u);
  BOOST_TEST(s.findings() == "");
  s.office.step("2017-03-16", "督查二处",
                {.event = Event::undo, .task = "1.1.1", .note = "没看错"});
  BOOST_TEST(to_text(must(must(s.store.read())->task(after.key))->due()) == "2017-03-10");
  BOOST_TEST(s.findings() == "");
  BOOST_TEST(correct(s, "2017-03-17", "1.1.1", "ongoing") == "in_progress due 2017-07-10 2017Q2");
  s.office.night("2017-03-20");
  BOOST_TEST(s.findings() == "");
}

BOOST_AUTO_TEST_CASE(an_ongoing_task_may_be_due_once) {
  Scene s;
  BOOST_TEST(correct(s, "2017-03-02", "1.1.2", "once") == "assigned due 2017-06-30 once");
  s.office.night("2017-07-02");
  BOOST_TEST(s.board() == "p1/1.1.1 overdue, p1/1.1.2 overdue, ");
  BOOST_TEST(s.findings() == "");
}

BOOST_AUTO_TEST_CASE(says_what_is_wrong) {
  Scene s;
  s.office.step("2017-03-02", "省安监局",
                {.event = Event::report, .task = "1.1.2", .note = "已办", .evidence = {"a"}});
  BOOST_TEST(correct(s, "2017-03-03", "1.1.1", "soon") == "soon cannot be read");
  BOOST_TEST(correct(s, "2017-03-03", "1.1.2", "once") ==
             "p1/1.1.2 is reported; 'return' the report first, then correct its deadline");
  const auto told = [&](StepRequest request) {
    request.event = Event::amend;
    request.task = "1.1.1";
    request.note = "更正";
    request.deadline = "once";
    const Result<Receipt> done = step(s.office.world("2017-03-03", "督查一处"), request);
    return done ? "done" : to_text(done.error().message);
  };
  BOOST_TEST(told({}) ==
             "--deadline corrects a misreading: give --error too; --due moves a due date");
  BOOST_TEST(told({.due = make_date(2017, 5, 1), .error = true}) ==
             "--deadline and --due exclude each other");
  BOOST_TEST(told({.error = true}) == "there is no reader of deadlines here");
  s.office.step("2017-03-04", "督查一处",
                {.event = Event::verify, .task = "1.1.2", .note = "属实"});
  s.office.night("2017-08-01");
  BOOST_TEST(correct(s, "2017-08-02", "1.1.2", "once") ==
             "cycles of p1/1.1.2 are over, and were judged by the deadline as it was read; move "
             "the present one with --due");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace duban::test
