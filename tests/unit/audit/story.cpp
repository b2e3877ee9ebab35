#include "tests/unit/audit/story.hpp"

namespace duban::test {
namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  BOOST_REQUIRE_MESSAGE(at != text.npos, from);
  return text.replace(at, from.size(), to);
}

void first_months(Office& office) {
  office.texts.rules = text_of_file(DUBAN_TEST_DATA "/audit/rules.yaml");
  office.init("2017-01-03");
  office.import(
      "2017-01-05", "p1",
      {row(1, 1, "省经信委", {"省安监局", "省教育厅"}, {false, make_date(2017, 6, 30), {}}),
       row(1, 2, "省安监局", {"各市政府"}, {true, {}, {}}),
       row(1, 3, "省教育厅", {}, {false, make_date(2017, 3, 31), {}}),
       row(2, 1, "省经信委", {"省教育厅"}, {false, make_date(2018, 12, 31), {}}),
       row(2, 2, "长沙市政府", {}, {true, {}, CycleUnit::quarter}),
       row(2, 3, "省教育厅", {}, {false, make_date(2016, 12, 31), {}})});
  office.night("2017-01-25");
  office.step("2017-02-01", "省经信委", {.event = Event::start, .task = "1.1.1"});
  office.step("2017-02-10", "省经信委",
              {.event = Event::progress, .task = "1.1.1", .note = "已起草方案"});
  office.step("2017-02-12", "督查一处",
              {.event = Event::contribute,
               .task = "1.1.1",
               .note = "来函收悉",
               .dated = make_date(2017, 2, 11),
               .for_department = "省安监局"});
  office.step("2017-02-13", "督查一处",
              {.event = Event::excuse, .task = "1.1.1", .note = "无涉", .co = {"省教育厅"}});
  office.step("2017-02-14", "督查一处",
              {.event = Event::remark,
               .task = "1.1.1",
               .note = "请抓紧",
               .until = make_date(2017, 3, 1),
               .to = "省经信委"});
  office.step("2017-02-20", "省教育厅",
              {.event = Event::request_extension,
               .task = "1.1.3",
               .note = "人手不足",
               .due = make_date(2017, 5, 31)});
  office.step("2017-02-25", "督查二处",
              {.event = Event::grant_extension, .task = "1.1.3", .note = "同意"});
  office.step("2017-03-01", "省教育厅",
              {.event = Event::request_extension,
               .task = "1.1.3",
               .note = "再延",
               .due = make_date(2017, 8, 31)});
  office.step("2017-03-02", "督查二处",
              {.event = Event::deny_extension, .task = "1.1.3", .note = "不同意"});
}

void spring(Office& office) {
  const auto report = [&](const char* at, const char* as, const char* task, const char* file) {
    office.step(at, as,
                {.event = Event::report, .task = task, .note = "已完成", .evidence = {file}});
  };
  report("2017-03-03", "省经信委", "1.1.1", "a.pdf");
  office.step("2017-03-04", "省经信委",
              {.event = Event::withdraw, .task = "1.1.1", .note = "有误"});
  report("2017-03-05", "省经信委", "1.1.1", "b.pdf");
  office.step("2017-03-06", "督查二处",
              {.event = Event::return_,
               .task = "1.1.1",
               .note = "材料不全",
               .due = make_date(2017, 5, 31)});
  report("2017-03-20", "长沙市政府", "1.2.2", "q1.pdf");
  office.step("2017-03-25", "督查一处",
              {.event = Event::conclude, .task = "1.2.2", .note = "不再报告"});
  office.night("2017-04-10");
  office.step("2017-04-11", "省经信委", {.event = Event::start, .task = "1.2.1"});
  office.step("2017-04-12", "督查一处",
              {.event = Event::amend,
               .task = "1.2.1",
               .note = "补列",
               .add_co = {"省安监局"},
               .content = "第1项工作（修订）。",
               .urgent = true});

  must(add_actor(office.world("2017-04-20", "root"), {"张三", "省教育厅", "张三", "zhang"}));
  must(grant(office.world("2017-04-21", "root"), {"张三", Role::auditor, "p1"}));
  must(revoke(office.world("2017-04-22", "root"), {"张三", Role::auditor, "p1"}));
  must(activate(office.world("2017-05-01", "root"), BasisPart::rules,
                replaced(office.texts.rules, "at: due - 30d", "at: due - 20d")));
  must(activate(
      office.world("2017-05-02", "root"), BasisPart::calendar,
      Calendar("cn", {{2017, {make_date(2017, 1, 2), make_date(2017, 5, 29)}, {}}}).text()));
  std::vector<Department> departments = small_directory().departments();
  departments.push_back({"省科技厅", {"科技厅"}, false, {}, {}, {}});
  must(activate(office.world("2017-05-03", "root"), BasisPart::directory,
                Directory(departments).text(), {}, Event::department,
                Value::Object{{"name", "省科技厅"}}));

  report("2017-05-20", "省经信委", "1.1.1", "c.pdf");
  office.step("2017-05-25", "督查二处", {.event = Event::verify, .task = "1.1.1", .note = "已核"});
}

void later(Office& office) {
  office.step("2017-06-20", "督查一处",
              {.event = Event::suspend,
               .task = "1.2.1",
               .note = "待机构改革",
               .until = make_date(2017, 9, 1)});
  office.step("2017-07-01", "省教育厅",
              {.event = Event::report, .task = "1.1.3", .note = "已完成", .evidence = {"d.pdf"}});
  office.step("2017-07-03", "督查一处", {.event = Event::verify, .task = "1.1.3", .note = "已核"});
  office.step("2017-07-10", "督查一处",
              {.event = Event::reopen,
               .task = "1.1.3",
               .note = "复查不合格",
               .due = make_date(2017, 12, 31)});
  office.night("2017-09-05");
  office.step(
      "2017-09-20", "督查一处",
      {.event = Event::suspend, .task = "1.2.1", .note = "再缓", .until = make_date(2017, 11, 1)});
  office.step("2017-10-01", "督查一处", {.event = Event::resume, .task = "1.2.1"});
  office.step("2017-10-10", "督查一处",
              {.event = Event::reassign,
               .task = "1.2.1",
               .note = "职能划转",
               .to = "湘潭市政府",
               .keep_as_co = true});
  office.step("2017-10-11", "督查一处",
              {.event = Event::cancel, .task = "1.1.3", .note = "并入他项"});
  office.step("2018-02-01", "督查一处",
              {.event = Event::miss, .task = "1.1.2", .note = "两期未报"});
  must(set_plan_end(office.world("2018-02-10", "督查一处"), "p1", make_date(2018, 5, 31)));
  office.night("2018-03-01");
}

/// What was done by mistake, and an actor that leaves after it was somebody else.
void mistakes(Office& office) {
  office.step("2018-03-01", "省教育厅",
              {.event = Event::contribute, .task = "1.2.1", .note = "已办", .evidence = {"e.pdf"}});
  office.step("2018-03-01", "督查一处",
              {.event = Event::strike, .task = "1.2.1", .note = "材料无关", .co = {"省教育厅"}});
  office.step("2018-03-01", "督查二处",
              {.event = Event::undo, .task = "1.2.1", .note = "材料相符"});
  office.step("2018-03-01", "督查二处",
              {.event = Event::amend, .task = "1.2.1", .note = "改写", .content = "另一项工作。"});
  office.step("2018-03-01", "督查一处",
              {.event = Event::undo, .task = "1.2.1", .note = "改错了事项"});
  must(add_actor(office.world("2018-03-01", "root"), {"张三", "省教育厅", "张三", "zhang3"}));
  must(end_actor(office.world("2018-03-01", "root"), "张三"));
}

}  // namespace

void play_story(Office& office) {
  first_months(office);
  spring(office);
  later(office);
  mistakes(office);
}

}  // namespace duban::test
