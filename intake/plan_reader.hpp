// A document as a plan: what import_plan reads.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "engine/model/directory.hpp"
#include "engine/model/plan.hpp"
#include "intake/corrections.hpp"
#include "intake/draft.hpp"

namespace duban::intake {

/// How a document is to be read.
struct ReadOptions {
  std::optional<Date> issued = {};           ///< gives deadlines the year that they lack
  std::optional<Date> due = {};              ///< of what names no day
  const Corrections* corrections = nullptr;  ///< must outlive the plan
  /// Sees every row as it was read, before anybody settles it.
  std::function<Status(const Draft&)> seen = {};
};

/// Opens a document as the source of a plan. The names of `directory` are copied. Fails with
/// Errc::bad_file when the file is not a document that can be read, or has no table of a plan; what
/// is wrong with its rows comes from PlanSource::read.
Result<std::unique_ptr<PlanSource>> open_plan(const std::string& path, const Directory& directory,
                                              ReadOptions options);

}  // namespace duban::intake
