#include "intake/plan_reader.hpp"

#include <filesystem>

#include "engine/base/utf8.hpp"
#include "intake/deadline_text.hpp"
#include "intake/document.hpp"
#include "intake/plan_assembly.hpp"
#include "intake/plan_lines.hpp"

namespace duban::intake {
namespace {

class DocumentPlan final : public PlanSource {
 public:
  DocumentPlan(std::string file, std::unique_ptr<Document> document, const Directory& directory,
               ReadOptions options)
      : file_(std::move(file)),
        document_(std::move(document)),
        departments_(directory),
        options_(std::move(options)) {}

  /// What the numbers mean is known only when all of them have been seen.
  Status learn() {
    DUBAN_TRY(walk_plan(*document_, file_, [this](const Line& line, const Columns&) {
      if (!line.number || line.continues) return Status{};
      if (line.is_task()) {
        levels_.saw_task(line.number->form);
      } else {
        levels_.saw_heading(line.number->form);
      }
      return Status{};
    }));
    return {};
  }

  std::string file() const override { return file_; }

  Checked<PlanSummary> read(const std::function<Status(const PlanRow&)>& sink) override {
    static const Corrections none;
    Settler settler(
        options_.corrections ? *options_.corrections : none,
        {[this](std::string_view text) { return departments_.read(text); },
         [this](std::string_view text) { return read_deadline(text, options_.issued); }},
        options_.due);
    Assembly assembly(levels_, departments_, options_, settler, sink);
    auto walk = walk_plan(*document_, file_, [&](const Line& line, const Columns& columns) {
      return assembly.add(line, columns);
    });
    if (!walk) return tl::make_unexpected(Errors{walk.error()});
    if (const auto done = assembly.finish(*walk, file_); !done) {
      return tl::make_unexpected(Errors{done.error()});
    }
    return assembly.result();
  }

 private:
  std::string file_;
  std::unique_ptr<Document> document_;
  DepartmentReader departments_;
  ReadOptions options_;
  Levels levels_;
};

}  // namespace

Result<std::unique_ptr<PlanSource>> open_plan(const std::string& path, const Directory& directory,
                                              ReadOptions options) {
  DUBAN_TRY(std::unique_ptr<Document> document, open_document(path));
  auto plan =
      std::make_unique<DocumentPlan>(readable_name(std::filesystem::path(path).filename().string()),
                                     std::move(document), directory, std::move(options));
  DUBAN_TRY(plan->learn());
  return plan;
}

}  // namespace duban::intake
