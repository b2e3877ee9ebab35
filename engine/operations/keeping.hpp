// What coordinators and admins do to the workspace itself: make it, import plans, change people and
// plans' ends. Each is one transaction. Changes of the basis are in activation.hpp.
#pragma once

#include "engine/course/course.hpp"
#include "engine/operations/world.hpp"

namespace duban {

struct InitRequest {
  std::string workspace;  ///< id
  bool rehearsal = false;
  BasisTexts texts;
  DirectoryFile people;           ///< actors and grants of the directory file
  std::string document_of_basis;  ///< kept under evidence by its hash
};
/// The first entry. The store must be fresh.
Status init_workspace(const World& world, const InitRequest& request);

struct ImportRequest {
  std::string plan;
  std::optional<Date> issued;
  std::optional<Date> ends;
  std::string path;     ///< of the document, kept under evidence
  std::string settled;  ///< all that people corrected, in one text; empty: nothing
  std::string sheet;    ///< path of the sheet that it stands in, kept under evidence; may be empty
  bool strict = false;  ///< doubts refuse it
  /// Hears how many rows are read, then how many of how many tasks are written.
  std::function<void(std::int64_t done, std::int64_t all)> progress = {};
  bool dry_run = false;
  bool registers = false;  ///< names outside the directory are added to it first, by an admin
};
/// Opens the document for a directory: intake/ behind one door.
class PlanOpener {
 public:
  virtual ~PlanOpener() = default;
  virtual Checked<std::unique_ptr<PlanSource>> open(const std::string& path,
                                                    const Directory& directory,
                                                    std::optional<Date> issued) = 0;
};
struct ImportReceipt {
  PlanSummary summary;
  bool unchanged = false;  ///< the same plan was there already
  std::int64_t ongoing = 0;
  std::map<int, std::int64_t> due_years;  ///< tasks that end, by year
  std::vector<TaskKey> unverifiable;      ///< nobody may verify these: the first ten thousand
  std::size_t unverifiable_total = 0;
  std::vector<PlanRow> rows;  ///< on a dry run, the first ten thousand, or 16 MiB of text
  Instant at;
};
/// Whether somebody that the workspace knows may verify tasks of this lead: separation of duties
/// must leave one. Each department's own account counts as a person.
bool can_be_verified(const PlanRow& row, const Basis& basis, const People& people);

/// All or nothing. Checked: all that is wrong with the document at once.
Checked<ImportReceipt> import_plan(const World& world, PlanOpener& opener,
                                   const ImportRequest& request);

Status add_actor(const World& world, const Actor& actor);
/// It acts no more, and its id is not used again; its account is free. Returns the grants that
/// ended with it.
Result<std::vector<Grant>> end_actor(const World& world, const std::string& id);
Status grant(const World& world, const Grant& grant);
Status revoke(const World& world, const Grant& grant);

struct ClockReceipt {
  std::int64_t seq = -1;
  Instant now;    ///< what the machine says, and steps are judged at
  Instant until;  ///< entries are recorded at this moment until the machine passes it
  Zone zone;      ///< of the days of both
};
/// A clock that was ahead is right again: from this entry on steps go by the machine's time though
/// it lies before what stands in the log. By an admin; Errc::conflict while it does not.
Result<ClockReceipt> accept_clock(const World& world, const std::string& note);

/// `plan set ID --ends DATE`; returns how many open cycles got a new due.
Result<std::int64_t> set_plan_end(const World& world, const std::string& plan, Date ends);

}  // namespace duban
