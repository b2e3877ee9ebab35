// What must be true of a task after every step: the contract in plain ifs (design §3, §4, §10).
// It walks from midnight to midnight and keeps days, where the engine computes moments.
#include "tests/sim/model.hpp"

namespace duban::sim {

using enum Event;
using enum TaskState;

// An event, the states that have it (by their first letters), who takes it (lead, helper, office),
// its options (with ! where it cannot do without), and what it brings: it counts as the start (s),
// the lead spoke or it is its turn (h), a request ends (e), the task goes to work (w), which is
// overdue when its due has passed (d), and it may be taken back (u).
struct Row {
  Event event;
  std::string_view in, by, takes, brings;
};
// clang-format off
constexpr Row contract[] = {
    {start,             "ao",      "l",   "note",                      "shwd"},
    {progress,          "aio",     "l",   "note!",                     "shwd"},
    {contribute,        "aiorv",   "h",   "note dated partial",        ""},
    {excuse,            "aio",     "o",   "note! co! undo",            "u"},
    {report,            "aio",     "l",   "note! dated without",       "she"},
    {withdraw,          "r",       "l",   "note!",                     "hwd"},
    {verify,            "r",       "o",   "note!",                     "u"},
    {conclude,          "r",       "o",   "note!",                     ""},
    {return_,           "r",       "o",   "note! due co",              "hwdu"},
    {request_extension, "aio",     "l",   "note! due! dated",          "h"},
    {grant_extension,   "aio",     "o",   "note! due",                 "hewdu"},
    {deny_extension,    "aio",     "o",   "note!",                     "heu"},
    {amend,             "aior",    "o",   "note! due add error urge calm", "hewdu"},
    {reassign,          "aio",     "o",   "note! to! due keep",        "ewu"},
    {suspend,           "aior",    "o",   "note! until!",              "e"},
    {resume,            "s",       "o",   "note",                      ""},
    {miss,              "o",       "o",   "note!",                     "hewu"},
    {reopen,            "vc",      "o",   "note! due",                 "shw"},
    {cancel,            "aiors",   "o",   "note!",                     "eu"},
    {strike,            "aio",     "o",   "note! co!",                 "u"},
    {undo,              "aiorvc",  "o",   "note!",                     ""},
    {remark,            "aiorsvc", "lho", "note! to until",            ""}};
// clang-format on
const Row& row_of(Event event) {
  return *std::find_if(std::begin(contract), std::end(contract),
                       [&](const Row& row) { return row.event == event; });
}

// ── what may not be ──

bool Model::is_misused(const Command& c) {
  const Row& row = row_of(c.event);
  const bool paper = !c.for_department.empty();
  return (paper && row.by == "o") || (c.dated && !paper) ||
         any(options_of(c), [&](auto& option) { return !has(row.takes, option); });
}

namespace {

/// The two actors of one person, and their departments.
const std::map<std::string, std::string> twins{{"督查二处", "省政府督查室"},
                                               {"省安委办", "省安委办"}};
bool is_one(const std::string& a, const std::string& b) {
  return a == b || (twins.count(a) && twins.count(b));
}

}  // namespace

std::string Model::refusal(const Command& c) const {
  const Row& row = row_of(c.event);
  const Country& in = *in_;
  const Actor& actor = c.by.actor;
  const std::string& paper = c.for_department;
  const bool closes = c.event == verify || c.event == conclude, grants = c.event == grant_extension;
  if (!has(row.in, to_text(state).substr(0, 1)) ||
      (c.event == start && state == overdue && started) ||
      (c.event == report && ongoing && today_ < cycle.first) ||
      (c.event == contribute && state == verified &&
       !any(owing,
            [&](auto& each) {
              return in.acts_for(paper.empty() ? actor.department : paper, each);
            })) ||
      (c.event == undo && !before_) || (c.event == conclude && !ongoing) ||
      (c.event == miss && !cycle_ahead()))
    return "state";

  const bool late = state == overdue && !in.law.requests_when_overdue;
  if (in.law.off.count(c.event) ||
      (c.event == request_extension && late && !(c.dated && *c.dated <= due)))
    return "disabled";

  const auto takes_part = [&](const std::string& department) {
    return (has(row.by, "l") && in.acts_for(department, lead)) ||
           (has(row.by, "h") && is_co(department));
  };
  const bool by_office = c.by.coordinator && (!paper.empty() || has(row.by, "o"));
  if (!by_office && !(paper.empty() && takes_part(actor.department))) return "role";

  const auto meets = [&](const std::string& name) {
    return in.meets(actor.department, name) ||
           (twins.count(actor.id) &&
            any(twins, [&](auto& twin) { return in.meets(twin.second, name); }));
  };
  if ((closes && is_one(report_->by, actor.id)) ||
      ((grants || c.event == deny_extension) && asked_ && is_one(asked_->by, actor.id)) ||
      (c.event == undo && (is_one(actor_, actor.id) || meets(before_->lead))) ||
      (c.event == excuse && any(co, meets)) || (row.by == "o" && c.event != return_ && meets(lead)))
    return "forbidden";

  // Of the first stage as of the whole task: its paper may be older than the import.
  const Date begun = cycle.stage == 1 ? Date{} : cycle.first;
  const Date earliest = std::max(in.plan.issued.value_or(assigned_), begun);
  const Date granted = grants && asked_ ? c.due.value_or(asked_->wanted) : due + 1;
  const auto is_wrong = [&](auto& name) {
    const bool gave = any(gave_, [&](auto& each) { return in.acts_for(each, name); });
    if (c.event == strike) return !is_co(name) || !gave;
    return c.event == return_ ? !is_co(name) : !co.count(name) || excused.count(name) == !c.undo;
  };
  if ((!paper.empty() && !takes_part(paper)) ||
      (c.dated && (*c.dated > today_ || *c.dated < earliest)) || granted <= due ||
      (grants && asked_ && granted > asked_->wanted) ||
      (c.due && !grants && *c.due < today_ && !c.error) ||
      (c.due && c.event == request_extension && *c.due <= due) ||
      (c.due && c.event == reopen && ongoing) ||
      (c.until && *c.until < today_ + (c.event == suspend ? 1 : 0)) ||
      (c.event == reassign && !c.to.empty() && (c.to == lead || !in.may_lead(c.to))) ||
      any(c.co, is_wrong) || (!c.without.empty() && !in.law.without) ||
      any(c.without, [&](auto& each) { return !missing().count(each); }) ||
      any(c.add_co, [&](auto& each) { return co.count(each) || each == lead; }) ||
      (c.urgent && urgent) || (c.not_urgent && !urgent))
    return "argument";

  const Names given = options_of(c);
  const auto lacks = [&](const std::string& option) {
    return has(row.takes, option + "!") && !given.count(option);
  };
  const bool done = any(co, [&](auto& each) { return !excused.count(each) && has_given(each); });
  const bool open = any(
      missing(), [&](auto& each) { return !std::count(c.without.begin(), c.without.end(), each); });
  const bool must_wait = in.law.contributions == Need::all ? open : open && !done;
  if (lacks("note") || lacks("due") || lacks("until") || lacks("to") || lacks("co") ||
      (!given.count("note") && (!paper.empty() || (c.event == contribute && c.evidence.empty()))) ||
      (c.event == report && counted_ + fresh(c, files_) < in.law.evidence) ||
      (c.event == report && in.law.contributions != Need::none && must_wait) ||
      ((grants || c.event == deny_extension) && !asked_) ||
      (c.event == reassign && !c.due && today_ > due) ||
      (c.event == return_ && !c.due && today_ > due &&
       std::min(report_->day, report_->dated.value_or(report_->day)) <= report_->due) ||
      (c.event == amend && !c.due && c.add_co.empty() && !c.urgent && !c.not_urgent) ||
      (c.event == reopen && !ongoing && !c.due) || (c.event == remark && c.until && c.to.empty()))
    return "missing";

  const int limit = *terms(kind()).limit;
  if (c.event == request_extension && limit > 0 && extensions >= limit) return "limit";
  if (c.event == request_extension && asked_) return "conflict";
  const bool too_long =
      c.event == suspend && suspension_ + in.days(today_, *c.until) > in.law.max.count;
  return too_long ? "limit" : "";
}

// ── what a step does ──

void Model::take(const Command& c) {
  if (c.event == undo) go_back();
  const Row& row = row_of(c.event);
  const std::string& actor = c.by.actor.id;
  const bool paper = !c.for_department.empty();
  const std::string& speaker = paper ? c.for_department : c.by.actor.department;
  const bool counts = row.by != "o" && in_->acts_for(speaker, lead);
  if (counts && (paper || c.event != contribute)) counted_ += fresh(c, files_);
  for (const Attachment& file : c.evidence)
    files_[file.sha256].insert(c.event == contribute ? speaker : "*");
  const auto brings = [&](const char* what) {
    return has(row.brings, what) && (c.event != amend || c.due);
  };
  TaskState to = state;

  if (brings("s") && (!started || c.event == reopen)) {
    started = true;
    begin(Anchor::started);
  }
  if (c.event == contribute) gave_.insert(speaker);
  if (c.event == contribute && !c.partial) given_.insert(speaker);
  if (c.event == contribute) std::erase_if(owing, [&](auto& each) { return has_given(each); });
  for (const std::string& name : c.co) {
    if (c.event == excuse && c.undo) excused.erase(name);
    if (c.event == excuse && !c.undo) excused.insert(name), owing.erase(name);
    if (c.event == return_ || c.event == strike) drop(name, c.event == strike);
  }
  if (c.event == report) {
    report_ = Reported{today_, due, actor, c.dated};
    begin(Anchor::reported);
    owing = {c.without.begin(), c.without.end()};
    to = reported;
  }
  if (c.event == verify || c.event == conclude) {
    if (report_->dated && !is_one(report_->by, actor)) {
      report_->proven = true;
      forgive(*report_->dated, report_->day);
    }
    to = verified;
  }
  if (const auto following = next(cycle); c.event == verify && following) {
    ++cycles_closed;
    open_cycle(*following);
    to = in_progress;
  }
  if (c.event == request_extension) {
    asked_ = Asked{c.dated.value_or(today_), *c.due, actor};
    begin(Anchor::requested);
  }
  if (c.event == grant_extension) {
    if (asked_->day <= due) forgive(asked_->day, today_);
    ++extensions;
    new_due(c.due.value_or(asked_->wanted), true);
  }
  if (c.event == amend) {
    co.insert(c.add_co.begin(), c.add_co.end());
    if (c.urgent || c.not_urgent) urgent = c.urgent;
    if (c.error && c.due) {
      forgive(due_made_, today_);
      original_due = *c.due;
      if (report_) report_->due = *c.due;
    }
  }
  if (c.due && (c.event == amend || c.event == return_)) new_due(*c.due, true);
  if (c.event == withdraw || c.event == return_) {
    report_.reset();
    if (c.event == return_) counted_ = 0;
  }
  if (c.event == reassign) {
    if (c.keep_as_co) co.insert(lead);
    lead = c.to;
    co.erase(lead);
    owing.erase(lead);
    started = false;
    at(Anchor::started).day.reset();
    at(Anchor::heard).day.reset();
    assigned_ = today_;
    begin(Anchor::assigned);
    const Date made = due_made_;
    new_due(c.due.value_or(due), false);
    if (!c.due) due_made_ = made;
  }
  if (c.event == suspend) {
    left_ = {state, at(Anchor::entered)};
    suspended_ = today_;
    until_ = *c.until;
    if (in_->law.moves != MovesDue::none) stopped_ = today_;
    to = suspended;
  }
  if (c.event == resume) return come_back();
  if (c.event == miss) {
    const Cycle ahead = *cycle_ahead();
    for (Cycle missed = cycle; missed != ahead; missed = *next(missed))
      ++cycles_closed, ++cycles_missed;
    open_cycle(ahead);
  }
  if (c.event == reopen) {
    const Cycle now = ongoing ? cycle_now() : cycle.stage > 0 ? stage(stages()) : cycle;
    const bool is_other = ongoing ? now != cycle : now.stage != cycle.stage;
    cycles_closed += is_other ? 1 : 0;
    if (is_other) open_cycle(now, c.due);
    if (!is_other) new_due(ongoing ? due_of(cycle) : *c.due, false);
    opened_late_ = ongoing && due < today_;
    count_anew();
    stopped_.reset();
  }
  if (c.event == cancel) {
    if (!stopped_) stopped_ = today_;
    if (state == suspended) suspension_ += in_->days(suspended_, today_);
    to = cancelled;
  }
  if (brings("e")) asked_.reset(), at(Anchor::requested).day.reset();
  if (brings("w") && !(c.event == amend && state == reported))
    to = brings("d") && due < today_ ? overdue : started ? in_progress : assigned;
  if (brings("h")) begin(Anchor::heard);
  enter(to, c.event == reassign);
}

// ── what time does ──

void Model::begin(Anchor which) {
  const int count = at(which).count + 1;
  at(which) = {today_, count, count};
}
void Model::enter(TaskState to, bool anew) {
  if (state != to || anew) begin(Anchor::entered);
  state = to;
}
void Model::new_due(Date day, bool is_version) {
  due = day;
  due_made_ = today_;
  lapsed_.reset();
  if (is_version && day >= today_) lapsed_ = today_;
  opened_late_ = false;
  begin(Anchor::due);
  at(Anchor::due).day = day;
}
void Model::open_cycle(Cycle opened, std::optional<Date> given) {
  cycle = opened;
  ongoing = cycle.stage == 0;
  original_due = due_of(cycle);
  new_due(given.value_or(original_due), false);
  opened_late_ = due < today_;
  count_anew();
  extensions = 0;
  red_.clear();
  forgiven_.clear();
}
void Model::assign() {
  assigned_ = today_;
  begin(Anchor::assigned);
  begin(Anchor::entered);
  if (ongoing || stages() > 0) {
    open_cycle(ongoing ? cycle_from(today_) : stage(1));
  } else {
    new_due(rolled(due, ScheduleKind::once), false);
    original_due = due;
  }
  settle();
}
void Model::come_back() {
  const int length = today_ - suspended_;
  Date moved = left_.state == reported ? due : in_->moved(due, suspended_, today_);
  if (moved != due) moved = rolled(moved, kind());
  for (Since& each : at_)
    if (&each != &at(Anchor::due) && each.day) each.day = *each.day + length;
  if (moved != due) new_due(moved, true);
  suspension_ += in_->days(suspended_, today_);
  stopped_.reset();
  begin(Anchor::heard);
  if (left_.state == overdue && due >= today_) return enter(started ? in_progress : assigned);
  state = left_.state;
  at(Anchor::entered).day = *left_.entered.day + length;
  at(Anchor::entered).generation = left_.entered.generation;
}
void Model::settle() {
  if (state == suspended && until_ <= today_) come_back();
  bool quiet = false, spoken = false;
  if ((state == assigned || state == in_progress) && due < today_) {
    enter(overdue);
    quiet = std::exchange(opened_late_, false);
  }
  if (state == overdue) overdue_on.insert(today_), red_.insert(today_);
  for (const RungLaw& rung : in_->law.ladder) {
    if (!at(rung.at).day || !applies(rung)) continue;
    const bool first = rung.at == Anchor::due && rung.in.count(overdue) && !spoken;
    const bool silent = quiet && rung.at == Anchor::due && !first;
    spoken = spoken || first;
    if (!silent && (!rung.in.count(state) || (rung.when_missing && missing().empty()))) continue;
    const auto key = std::pair(rung.id, at(rung.at).generation);
    const int before = raised_.count(key) ? raised_[key] : -1, now = ripe(rung, before);
    if (now == before) continue;
    raised_[key] = now;
    const Date fires = day_of(rung, now);
    if (!silent) said.push_back({rung.id, key.second, now, fires, now_, fires < assigned_});
  }
}
void Model::wait(Instant now) {
  for (Date day = today_ + 1; in_->zone.midnight(day) <= now; day = day + 1) {
    now_ = in_->zone.midnight(day);
    today_ = day;
    settle();
  }
  now_ = now;
  settle();
}
void Model::rebase(const Country& after, Instant now) {
  wait(now);
  for (const RungLaw& rung : after.law.ladder)
    if (!any(in_->law.ladder, [&](auto& old) { return old.falls_as(rung); }))
      moved_[rung.id] = {at(rung.at).count, today_};
  in_ = &after;
  settle();
}
std::string Model::step(const Command& c, Instant now) {
  Model then = *this;
  then.wait(now);
  std::string no = then.refusal(c);
  if (!no.empty()) return no;
  Model was = then;
  then.take(c);
  if (c.event == remark && then.before_) {
    was = *then.before_;
    was.take(c);
  }
  for (const Attachment& file : c.evidence) was.files_[file.sha256].insert("*");
  was.before_.reset();
  const bool is_act = has(row_of(c.event).brings, "u");
  if (is_act) then.actor_ = c.by.actor.id;
  then.before_ =
      is_act || (c.event == remark && then.before_) ? std::make_shared<Model>(was) : nullptr;
  then.settle();
  *this = std::move(then);
  return no;
}

}  // namespace duban::sim
