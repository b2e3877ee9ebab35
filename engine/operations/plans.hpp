// Plans beyond their import: begun without a document, added to, made void. Each is one entry, in
// one transaction.
#pragma once

#include "engine/operations/step.hpp"

namespace duban {

/// Small letters, digits, - and _, at most 32.
bool is_plan_id(std::string_view id);
tl::unexpected<Error> no_plan_id(const std::string& id);

struct PlanRequest {
  std::string id;
  std::string title;
  std::optional<Date> issued;
  std::optional<Date> ends;
};
/// A plan without a document, for tasks that are added one by one. By a coordinator; Errc::conflict
/// when the id is taken.
Status new_plan(const World& world, const PlanRequest& request);

/// A task that no document has: an instruction (批示件), minutes (纪要).
struct AddRequest {
  std::string plan;
  std::string content;
  std::string lead;
  std::vector<std::string> co;
  std::optional<Date> due;  ///< nothing: ongoing
  std::string source;       ///< what it rests on
  std::vector<std::string> evidence;
  bool urgent = false;
};
/// It gets the number behind the plan's last one, under the same headings. By a coordinator.
Result<Receipt> add_task(const World& world, const AddRequest& request);

/// Makes a plan void: no reading shows it or its tasks from now on, and its id and keys may come
/// again; the log keeps them, and so does `--at` before. By a coordinator or admin; Errc::state
/// once a lead or co has acted, itself or through a coordinator. Returns how many tasks there were.
Result<std::int64_t> void_plan(const World& world, const std::string& id, const std::string& note);

}  // namespace duban
