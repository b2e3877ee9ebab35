// A whole workspace without disk, clock or command line, for tests of operations and audits.
#pragma once

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "engine/memory/memory_store.hpp"
#include "tests/support/ports_in_memory.hpp"

namespace duban::test {

inline std::string text_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  BOOST_REQUIRE_MESSAGE(file, path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The value, or a failed test that says why there is none.
template <class T>
T must(Result<T> result) {
  if (!result) BOOST_FAIL(to_text(result.error().message));
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}
template <class T>
T must(Checked<T> result) {
  if (!result) BOOST_FAIL(to_text(result.error().front().message));
  return std::move(*result);
}

inline Directory small_directory() {
  const auto plain = [](const char* name) { return Department{name, {}, false, {}, {}, "省政府"}; };
  return Directory({{"省政府", {}, false, {}, {}, {}},
                    plain("省政府督查室"),
                    plain("省经信委"),
                    plain("省安监局"),
                    plain("省教育厅"),
                    plain("长沙市政府"),
                    plain("湘潭市政府"),
                    {"各市政府", {}, true, {"长沙市政府", "湘潭市政府"}, {}, {}}});
}

inline PlanRow row(int section, int no, const char* lead, std::vector<std::string> co,
                   Deadline deadline) {
  PlanRow row;
  row.key = {"", {1, section, no}};
  row.titles = {"主要任务", section == 1 ? "健全体系" : "强化支撑"};
  row.content = "第" + std::to_string(no) + "项工作。逐级落实。";
  row.lead = lead;
  row.co = std::move(co);
  row.deadline = deadline;
  row.deadline_text = deadline.ongoing ? "持续推进" : to_text(deadline.due);
  return row;
}

struct Office {
  explicit Office(Store& its_store) : store(its_store) {
    texts.rules = text_of_file(DUBAN_SOURCE "/config/rules/default.yaml");
    texts.calendar =
        Calendar("cn", {{2017, {make_date(2017, 1, 2)}, {make_date(2017, 1, 22)}}}).text();
    texts.directory = small_directory().text();
  }

  Store& store;
  StillClock clock;
  MemoryVault vault;
  PlainCompiler compiler;
  RowOpener opener;
  BasisTexts texts;
  std::string account = "root";
  bool rehearsal = true;

  World world(const std::string& at = {}, const std::string& as = {}) {
    World world{store, vault, clock, compiler, account};
    world.as = as;
    if (rehearsal && !at.empty()) world.at = at;
    if (!rehearsal && !at.empty()) {
      clock.time = parse_moment(at, Zone::find("Asia/Shanghai").value()).value();
    }
    return world;
  }

  void init(const std::string& at) {
    InitRequest request;
    request.workspace = "00112233445566ff";
    request.rehearsal = rehearsal;
    request.texts = texts;
    request.people.actors = {{"督查一处", "省政府督查室", "李明", {}},
                             {"督查二处", "省政府督查室", {}, {}}};
    request.people.grants = {{"省政府督查室", Role::coordinator, {}}};
    must(init_workspace(world(at), request));
  }

  void import(const std::string& at, const std::string& plan, std::vector<PlanRow> rows,
              std::optional<Date> ends = {}) {
    opener.rows = std::move(rows);
    ImportRequest request;
    request.plan = plan;
    request.path = "plan of " + plan;
    request.issued = make_date(2016, 12, 30);
    request.ends = ends;
    must(import_plan(world(at, "督查一处"), opener, request));
  }

  Receipt step(const std::string& at, const std::string& as, StepRequest request) {
    const std::string what = std::string(to_text(request.event)) + " " + request.task;
    Result<Receipt> receipt = duban::step(world(at, as), request);
    if (!receipt) BOOST_FAIL(what + ": " + to_text(receipt.error().message));
    return *receipt;
  }

  NightReport night(const std::string& at) { return must(nightly(world(at))); }
};

}  // namespace duban::test
