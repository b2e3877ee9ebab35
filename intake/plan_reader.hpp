// A document as a plan: what import_plan reads.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/model/directory.hpp"
#include "engine/model/plan.hpp"
#include "intake/corrections.hpp"
#include "intake/plan_assembly.hpp"

namespace duban::intake {

struct PlanOptions {
  /// Its day of issue overrides what the document prints. What it points to must live on.
  DeadlineContext deadlines = {};
  const Corrections* corrections = nullptr;  ///< must outlive the plan
  /// Sees every task as it was read, before anybody settles it.
  std::function<Status(const Draft&)> seen = {};
  /// Hears which names the directory lacks, whatever is wrong with the rows.
  std::function<void(std::vector<Stranger>)> strangers = {};
};

/// Opens a document as the source of a plan. The names of `directory` are copied. The day of issue
/// gives deadlines the year that they lack. Fails with Errc::bad_file when the file is not a
/// document that can be read, or has no tasks of a plan; what is wrong with its rows comes from
/// PlanSource::read.
Result<std::unique_ptr<PlanSource>> open_plan(const std::string& path, const Directory& directory,
                                              PlanOptions options);

}  // namespace duban::intake
