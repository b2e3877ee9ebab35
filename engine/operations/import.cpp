#include <algorithm>

#include "engine/log/sha256.hpp"
#include "engine/model/schedule_data.hpp"
#include "engine/operations/entries.hpp"
#include "engine/operations/keeping.hpp"
#include "engine/operations/plans.hpp"
#include "engine/operations/step.hpp"
#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban {
namespace {

constexpr std::size_t rows_shown_max = 10000;
constexpr std::size_t bytes_shown_max = std::size_t{16} << 20;
constexpr std::int64_t progress_every = 1000;

std::size_t size_of(const PlanRow& row) {
  std::size_t size = row.content.size() + row.deadline_text.size();
  for (const std::string& title : row.titles) size += title.size();
  for (const auto& [heading, text] : row.extra) size += heading.size() + text.size();
  return size;
}

/// The bytes of a row that make two plans the same, whatever file they came from.
std::string digest_line(const PlanRow& row) {
  Value::Array parts{Value(number_text(row.key)),
                     Value(Value::Array(row.titles.begin(), row.titles.end())),
                     Value(row.content),
                     Value(row.lead),
                     Value(Value::Array(row.co.begin(), row.co.end())),
                     Value(row.deadline.ongoing),
                     row.deadline.ongoing ? Value() : Value(to_text(row.deadline.due)),
                     row.deadline.every ? Value(to_text(*row.deadline.every)) : Value()};
  if (row.urgent) parts.emplace_back("urgent");
  Value::Object schedule;
  schedule_data::add(schedule, row.deadline);
  if (!schedule.empty()) parts.emplace_back(std::move(schedule));
  if (!row.extra.empty()) parts.emplace_back(pairs_text(row.extra));
  return canonical(Value(std::move(parts))) + "\n";
}

class Import {
 public:
  Import(const World& world, PlanOpener& opener, const ImportRequest& request)
      : world_(world), opener_(opener), request_(request) {}

  Checked<ImportReceipt> run() {
    if (!is_plan_id(request_.plan)) return one(no_plan_id(request_.plan));
    if (request_.issued && request_.ends && *request_.ends < *request_.issued)
      return one(failed(Errc::usage, "the plan would end before it was issued"));
    if (Status allowed = look(); !allowed) return one(tl::make_unexpected(allowed.error()));
    auto source = opener_.open(request_.path, basis_->directory, request_.issued);
    if (!source) return tl::make_unexpected(std::move(source).error());

    // The first reading finds every error and what the plan is; nothing is locked meanwhile.
    auto summary = (*source)->read([&](const PlanRow& row) { return take(row); });
    if (!summary) return tl::make_unexpected(std::move(summary).error());
    receipt_.summary = std::move(*summary);
    issued_ = (*source)->issued();
    if (request_.strict && receipt_.summary.doubts_total > 0)
      return tl::make_unexpected(doubts_as_errors());
    digest_ = to_hex(hash_.finish());
    if (request_.dry_run) {
      const Result<bool> there = preview();
      if (!there) return one(tl::make_unexpected(there.error()));
      receipt_.unchanged = *there;
      return std::move(receipt_);
    }
    if (Status written = write(**source); !written)
      return one(tl::make_unexpected(written.error()));
    return std::move(receipt_);
  }

 private:
  static tl::unexpected<Errors> one(tl::unexpected<Error> error) {
    return tl::unexpected<Errors>(Errors{std::move(error.value())});
  }

  Errors doubts_as_errors() const {
    Errors errors;
    for (const Doubt& doubt : receipt_.summary.doubts)
      errors.push_back({.code = Errc::bad_file, .message = doubt.message, .where = doubt.place});
    errors.push_back(
        failed(Errc::bad_file,
               "--strict takes no doubts, and {count} are left; 'import --review' writes a sheet "
               "to settle them in",
               {{"count", std::to_string(receipt_.summary.doubts_total)}})
            .value());
    return errors;
  }

  Status look() {
    DUBAN_TRY(const std::unique_ptr<View> view, world_.store.read());
    DUBAN_TRY(basis_, basis_in_force(*view, world_.compiler));
    DUBAN_TRY(people_, view->people());
    return {};
  }

  Status take(const PlanRow& bare) {
    PlanRow row = bare;
    row.key.plan = request_.plan;
    hash_.add(digest_line(row));
    if (request_.progress && ++read_ % progress_every == 0) request_.progress(read_, 0);
    if (row.deadline.ongoing) {
      ++receipt_.ongoing;
    } else {
      ++receipt_.due_years[civil(row.deadline.due).year];
    }
    if (!can_be_verified(row, *basis_, people_) && ++receipt_.unverifiable_total <= rows_shown_max)
      receipt_.unverifiable.push_back(row.key);
    if (request_.dry_run && receipt_.rows.size() < rows_shown_max &&
        shown_bytes_ < bytes_shown_max) {
      shown_bytes_ += size_of(row);
      receipt_.rows.push_back(std::move(row));
    }
    return {};
  }

  std::string settled() const {
    return request_.settled.empty() ? std::string() : sha256_hex(request_.settled);
  }

  /// Whether the plan is there already; Errc::conflict when another one has its id.
  Result<bool> is_there(View& view) const {
    DUBAN_TRY(const std::optional<Plan> known, view.plan(request_.plan));
    if (!known) return false;
    // The very same file is the same plan, even where a name has become an alias since.
    DUBAN_TRY(const Attachment document, world_.vault.inspect(request_.path));
    const bool same_file = known->sha256 == document.sha256;
    const bool same = known->digest == digest_ || (same_file && known->settled == settled());
    if (same_file && !same) {
      return failed(Errc::conflict,
                    "plan {plan} is there, read from this file with other corrections; 'amend "
                    "--error' settles what is wrong with it",
                    {{"plan", request_.plan}});
    }
    const bool same_day = !issued_ || known->issued == issued_;
    if (same && same_day && known->ends == request_.ends) return true;
    if (same) {
      return failed(Errc::conflict,
                    "plan {plan} is there with other dates (--issued, --ends); 'plan set' changes "
                    "its end",
                    {{"plan", request_.plan}});
    }
    if (known->file.empty()) {
      return failed(Errc::conflict, "plan {plan} is there already; choose another id",
                    {{"plan", request_.plan}});
    }
    return failed(Errc::conflict,
                  "plan {plan} is there already, read from {file}; choose another id",
                  {{"plan", request_.plan}, {"file", known->file}});
  }

  Result<bool> preview() const {
    DUBAN_TRY(const std::unique_ptr<View> view, world_.store.read());
    return is_there(*view);
  }

  /// The directory knows them before the first task names them, and nobody sees one without the
  /// other.
  Status register_strangers(Office& office) {
    const std::vector<Stranger>& strangers = receipt_.summary.unregistered;
    if (!request_.registers || strangers.empty()) return {};
    if (!office.person.admin) {
      return tl::make_unexpected(
          not_theirs(office, {Role::admin}, request_.plan, "import --register"));
    }
    std::vector<Department> departments = office.basis->directory.departments();
    Value names = Value::Array{};
    for (const Stranger& stranger : strangers) {
      Department department;
      department.name = stranger.name;
      department.group = stranger.group;
      departments.push_back(std::move(department));
      names.push(stranger.name);
    }
    const Role role = std::exchange(office.role, Role::admin);
    DUBAN_TRY(put_in_force(office, world_, BasisPart::directory,
                           Directory(std::move(departments)).text(), Event::department,
                           Value::Object{{"departments", std::move(names)}}));
    office.role = role;
    return {};
  }

  Status write(PlanSource& source) {
    DUBAN_TRY(Office office, open_office(world_, {Role::coordinator, Role::admin}, request_.plan,
                                         to_text(Event::import)));
    Transaction& tx = *office.tx;
    receipt_.at = office.now;
    DUBAN_TRY(receipt_.unchanged, is_there(tx));
    if (receipt_.unchanged) return {};
    if (office.meta.basis != basis_->hash) {
      return failed(Errc::conflict, "the basis changed while {file} was read; import it again",
                    {{"file", source.file()}});
    }
    DUBAN_TRY(register_strangers(office));
    DUBAN_TRY(const Attachment document, world_.vault.inspect(request_.path));
    DUBAN_TRY(world_.vault.keep(request_.path, document.sha256));

    Plan plan;
    plan.id = request_.plan;
    plan.title = receipt_.summary.title;
    plan.file = source.file();
    plan.sha256 = document.sha256;
    plan.digest = digest_;
    plan.issued = issued_;
    plan.number = receipt_.summary.number;
    plan.issuer = receipt_.summary.issuer;
    plan.ends = request_.ends;
    plan.imported = office.now;
    plan.tasks = receipt_.summary.tasks;
    plan.settled = settled();
    const auto date = [](const std::optional<Date>& day) {
      return day ? Value(to_text(*day)) : Value();
    };
    Entry entry = office_entry(office, world_, Event::import,
                               Value::Object{{"digest", plan.digest},
                                             {"ends", date(plan.ends)},
                                             {"file", plan.file},
                                             {"issued", date(plan.issued)},
                                             {"sha256", plan.sha256},
                                             {"size", document.size},
                                             {"tasks", plan.tasks},
                                             {"title", plan.title}});
    if (!plan.settled.empty()) entry.data.set("settled", plan.settled);
    if (!plan.number.empty()) entry.data.set("number", plan.number);
    if (!plan.issuer.empty()) entry.data.set("issuer", plan.issuer);
    if (!request_.sheet.empty()) {
      DUBAN_TRY(const Attachment sheet, world_.vault.inspect(request_.sheet));
      DUBAN_TRY(world_.vault.keep(request_.sheet, sheet.sha256));
      Command files;
      files.evidence = {sheet};
      entry.data.set("evidence", *data_of(files).find("evidence"));
    }
    entry.plan = plan.id;
    DUBAN_TRY(tx.append(std::move(entry)));
    DUBAN_TRY(tx.put(plan));

    const By by{office.person.actor.id, world_.account, office.person.actor.department,
                office.role};
    const Setting setting{plan, *office.basis};
    Sha256 again;
    std::int64_t written = 0;
    auto second = source.read([&](const PlanRow& bare) -> Status {
      PlanRow row = bare;
      row.key.plan = plan.id;
      again.add(digest_line(row));
      if (request_.progress && ++written % progress_every == 0)
        request_.progress(written, plan.tasks);
      Course birth = assign(row, setting, by, office.now);
      Course course = wait_until(std::move(birth.task), setting, office.now);
      course.entries.insert(course.entries.begin(), birth.entries.begin(), birth.entries.end());
      DUBAN_TRY(write_course(tx, course, setting, office.moment()));
      return tx.put(row.key, text_of(row));
    });
    if (!second) return tl::make_unexpected(second.error().front());
    if (to_hex(again.finish()) != digest_) {
      return failed(Errc::bad_file, "{file} changed while it was read; import it again",
                    {{"file", source.file()}});
    }
    return tx.commit();
  }

  const World& world_;
  PlanOpener& opener_;
  const ImportRequest& request_;
  std::shared_ptr<const Basis> basis_;
  People people_;
  ImportReceipt receipt_;
  Sha256 hash_;
  std::string digest_;
  std::optional<Date> issued_;
  std::int64_t read_ = 0;
  std::size_t shown_bytes_ = 0;
};

}  // namespace

bool can_be_verified(const PlanRow& row, const Basis& basis, const People& people) {
  Task task;
  task.key = row.key;
  task.lead = row.lead;
  task.co = row.co;
  task.set_schedule(row.deadline);
  task.urgent = row.urgent;
  const TransitionRule* verify = rules_for(basis, task).transition(Event::verify);
  if (!verify || !verify->by) return false;
  const auto forbids = [&](Party party) {
    return verify->forbid && std::find(verify->forbid->value.begin(), verify->forbid->value.end(),
                                       party) != verify->forbid->value.end();
  };
  const auto allowed = [&](std::string_view department) {
    if (forbids(Party::lead) && (basis.directory.same_house(department, row.lead) ||
                                 is_lead(task, department, basis.directory)))
      return false;
    return !forbids(Party::co) || std::none_of(row.co.begin(), row.co.end(), [&](const auto& co) {
      return basis.directory.same_house(department, co);
    });
  };
  for (const Role role : verify->by->value) {
    if (role == Role::lead && allowed(row.lead)) return true;
    if (role == Role::co && std::any_of(row.co.begin(), row.co.end(), allowed)) return true;
    for (const Grant& grant : people.grants) {
      if (grant.role != role || (!grant.plan.empty() && grant.plan != row.key.plan)) continue;
      const auto actor = people.actors.find(grant.subject);
      if (allowed(actor == people.actors.end() ? grant.subject : actor->second.department))
        return true;
    }
  }
  return false;
}

Checked<ImportReceipt> import_plan(const World& world, PlanOpener& opener,
                                   const ImportRequest& request) {
  return Import(world, opener, request).run();
}

}  // namespace duban
