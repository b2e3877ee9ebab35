// A small office whose reading commands are run as people type them.
#pragma once

#include <CLI/CLI.hpp>
#include <regex>
#include <sstream>

#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/workspace.hpp"
#include "tests/support/office.hpp"

namespace duban::test {

/// Hands out a store that lives elsewhere.
struct Lent final : Store {
  explicit Lent(Store& its_store) : store(its_store) {}
  Store& store;
  Result<std::unique_ptr<View>> read() override { return store.read(); }
  Result<std::unique_ptr<Transaction>> write() override { return store.write(); }
};

struct Desk {
  Desk() : office(store) {
    office.init("2017-01-03");
    office.import(
        "2017-01-03", "p",
        {row(1, 1, "省经信委", {"省安监局", "各市政府"}, {false, make_date(2017, 6, 30), {}}),
         row(1, 2, "省安监局", {}, {true, {}, {}}),
         row(2, 3, "某某公司", {"省教育厅"}, {false, make_date(2017, 4, 1), {}})});
  }

  /// Half a year of what happens in such an office; what stands on 2017-07-05 is asked about.
  void work() {
    const auto step = [&](const char* at, const char* as, StepRequest request) {
      office.step(at, as, std::move(request));
    };
    const auto request = [](Event event, const char* task, const char* note) {
      StepRequest made;
      made.event = event;
      made.task = task;
      made.note = note;
      return made;
    };
    step("2017-01-05", "省经信委", request(Event::start, "1.1.1", ""));
    StepRequest paper = request(Event::contribute, "1.1.1", "来函：\n第一条\x1b[31m");
    paper.for_department = "长沙市政府";
    paper.dated = make_date(2017, 2, 1);
    step("2017-02-05", "督查一处", paper);
    StepRequest extension = request(Event::request_extension, "1.1.1", "招标推迟");
    extension.due = make_date(2017, 9, 30);
    step("2017-03-06", "省经信委", extension);
    step("2017-03-07", "督查二处", request(Event::grant_extension, "1.1.1", "同意"));
    StepRequest remark = request(Event::remark, "1.1.1", "请抓紧");
    remark.to = "省经信委";
    remark.until = make_date(2017, 7, 1);
    step("2017-06-20", "督查一处", remark);
    StepRequest report = request(Event::report, "1.1.2", "半年完成情况");
    report.evidence = {"报告.pdf"};
    step("2017-07-03", "省安监局", report);
  }

  /// What the command prints; of a refusal the sentence.
  std::string says(const std::vector<std::string>& arguments, const std::string& at,
                   const std::string& as = {}, Format format = Format::table,
                   Lang lang = Lang::en) {
    std::istringstream in;
    std::ostringstream out, err;
    Context context(in, out, err);
    context.format = format;
    context.lang = lang;
    context.as = as;
    context.at = at;
    context.workspace = std::make_unique<Workspace>();
    context.workspace->store = std::make_unique<Lent>(store);
    context.workspace->vault = std::make_unique<Gate>(std::make_unique<MemoryVault>(office.vault));
    context.workspace->compiler = std::make_unique<PlainCompiler>(office.compiler);
    context.workspace->clock = std::make_unique<StillClock>(office.clock);
    context.workspace->account = office.account;
    CLI::App app;
    for (const auto add : {add_list, add_todo, add_show, add_explain, add_status, add_escalations,
                           add_log, add_evidence})
      add(app, context);
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    app.parse(reversed);
    const Result<int> status = context.action();
    if (!status) fail(context, status.error());
    return out.str() + err.str();
  }

  MemoryStore store;
  Office office;
};

/// The answer of an office after its half year of work, asked on 2017-07-05.
inline std::string says(const std::vector<std::string>& arguments, const char* as, Format format,
                        Lang lang) {
  Desk desk;
  desk.work();
  return desk.says(arguments, "2017-07-05", as, format, lang);
}

/// Rule files grow: lines are not what these tests are about.
inline std::string without_lines(const std::string& text) {
  return std::regex_replace(text, std::regex("rules\\.yaml:[0-9]+"), "rules.yaml:N");
}

/// The basis is a hash of the shipped rules, and the root hangs on it.
inline std::string without_hashes(const std::string& text) {
  return std::regex_replace(text, std::regex("\"basis\":\"[0-9a-f]{64}\""), "\"basis\":\"…\"");
}
inline std::string without_root(const std::string& text) {
  return std::regex_replace(
      std::regex_replace(text, std::regex("(root|树根) [A-Za-z0-9+/]{8}"), "$1 …"),
      std::regex("\"root\":\"[^\"]*\""), "\"root\":\"…\"");
}

}  // namespace duban::test
