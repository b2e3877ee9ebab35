// What becomes of a task: by a step, by time, by new rules (design §4, §10).
#include "tests/sim/model.hpp"

#include <algorithm>
#include <tuple>

namespace duban::sim {

using enum Event;
using enum TaskState;

void Model::begin(Anchor which, Date day) {
  at(which).generation = ++at(which).count;
  at(which).day = day;
}
void Model::lapse() {
  asked_.reset();
  at(Anchor::requested).day.reset();
}
void Model::forgive(Date from, Date to) {
  for (Date day = from; day <= to; day = day + 1) forgiven_.insert(day);
}
void Model::enter(TaskState to, bool anew) {
  if (state != to || anew) begin(Anchor::entered, today_);
  state = to;
}
void Model::new_due(Date day, bool is_version) {
  due = day;
  due_made_ = today_;
  begin(Anchor::due, day);
  floor_.reset();
  if (is_version && day >= today_) floor_ = today_;
  opened_late_ = false;
}
void Model::open_cycle(Date day_in_it) {
  std::tie(first, last) = period(day_in_it);
  new_due(due_of({first, last}), false);
  original_due = due;
  opened_late_ = due < today_;
  report_.reset();
  extensions = counted_ = 0;
  owing.clear();
  given_.clear();
  red_.clear();
  forgiven_.clear();
}

void Model::assign(const PlanRow& row, Instant now) {
  now_ = now;
  today_ = assigned_ = in_->zone.date_of(now);
  lead = row.lead;
  co = row.co;
  ongoing = row.deadline.ongoing;
  unit_ = row.deadline.every.value_or(in_->law.every);
  begin(Anchor::assigned, today_);
  begin(Anchor::entered, today_);
  if (ongoing) {
    const std::optional<Date> ends = in_->plan.ends;
    std::tie(first, last) = period(ends && *ends < today_ ? *ends : today_);
    const bool too_short = (last - today_ + 1) * 3 < last - first + 1;
    open_cycle(too_short && !is_last_cycle() ? last + 1 : first);
  } else {
    new_due(row.deadline.due, false);
    original_due = due;
  }
  settle();
}

std::string Model::step(const Command& command, Instant now) {
  Model then = *this;
  then.wait(now);
  std::string no = then.refusal(command);
  if (!no.empty()) return no;
  then.take(command);
  then.settle();
  *this = std::move(then);
  return {};
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
  for (const RungLaw& rung : after.law.ladder) {
    bool stays = false;
    for (const RungLaw& old : in_->law.ladder)
      stays = stays || (old.id == rung.id && old.at == rung.at && old.after == rung.after &&
                        old.every == rung.every && old.times == rung.times);
    if (!stays) floors_[rung.id] = {at(rung.at).count, today_};
  }
  in_ = &after;
  settle();
}

// ── time ──

bool Model::listens(const RungLaw& rung) const {
  return rung.in.count(state) && (!rung.when_missing || !missing().empty());
}
Date Model::day_of(const RungLaw& rung, int occurrence) const {
  const Date zeroth = in_->calendar.add(*at(rung.at).day, rung.after);
  if (occurrence == 0) return zeroth;
  return in_->calendar.add(zeroth, {occurrence * rung.every.count, rung.every.unit});
}
/// The last occurrence after `above` whose day has come and did not lapse; or `above`.
int Model::ripe(const RungLaw& rung, int above) const {
  const auto moved = floors_.find(rung.id);
  const bool old = moved != floors_.end() && at(rung.at).generation <= moved->second.first;
  int best = above;
  for (int k = above + 1; k <= rung.times && day_of(rung, k) <= today_; ++k) {
    const bool lapsed = (rung.at == Anchor::due && floor_ && day_of(rung, k) <= *floor_) ||
                        (old && day_of(rung, k) <= moved->second.second);
    if (!lapsed) best = k;
  }
  return best;
}
/// A cycle late when it opened: but for the first rung that listens to overdue, all are quiet.
void Model::silence() {
  opened_late_ = false;
  bool spoken = false;
  for (const RungLaw& rung : in_->law.ladder) {
    if (rung.at != Anchor::due) continue;
    const bool speaks = !spoken && rung.in.count(TaskState::overdue);
    spoken = spoken || speaks;
    if (speaks || !listens(rung)) continue;
    const int quiet = ripe(rung, -1);
    if (quiet >= 0) raised_[{rung.id, at(rung.at).generation}] = quiet;
  }
}
void Model::settle() {
  if (state == suspended && until_ <= today_) resume();
  if ((state == assigned || state == in_progress) && due < today_) {
    enter(TaskState::overdue);
    if (opened_late_) silence();
  }
  if (state == TaskState::overdue) {
    overdue.insert(today_);
    red_.insert(today_);
  }
  for (const RungLaw& rung : in_->law.ladder) {
    if (!at(rung.at).day || !listens(rung) || (ongoing && !rung.when_ongoing)) continue;
    const auto key = std::pair(rung.id, at(rung.at).generation);
    const int before = raised_.count(key) ? raised_[key] : -1, now = ripe(rung, before);
    if (now == before) continue;
    raised_[key] = now;
    const Date fires = day_of(rung, now);
    said.push_back({rung.id, key.second, now, fires, now_, fires < assigned_});
  }
}

void Model::resume() {
  const int length = today_ - suspended_;
  const Date moved = resumed_due();
  for (std::size_t i = 0; i < anchor_count; ++i)
    if (static_cast<Anchor>(i) != Anchor::due && at_[i].day) at_[i].day = *at_[i].day + length;
  if (moved != due) new_due(moved, true);
  suspension_ += days(suspended_, today_);
  stopped_.reset();
  begin(Anchor::heard, today_);
  const int count = at(Anchor::entered).count;
  const bool saved = left_ == TaskState::overdue && due >= today_;
  enter(saved ? (started ? in_progress : assigned) : left_);
  if (!saved) at(Anchor::entered) = {*left_entered_.day + length, left_entered_.generation, count};
}

// ── steps ──

void Model::take(const Command& c) {
  const Directory& directory = in_->directory;
  const std::string& actor = c.by.actor.id;
  const bool paper = !c.for_department.empty();
  const std::string department = paper ? c.for_department : c.by.actor.department;
  const bool of_lead =
      acts_for(department, lead) && is_department_step(c.event) && (paper || c.event != contribute);
  bool heard = of_lead && c.event != contribute && c.event != remark;
  const int news = of_lead ? fresh(c) : 0;
  TaskState to = state;
  if ((c.event == start || c.event == progress || c.event == report) && !started) {
    started = true;
    begin(Anchor::started, today_);
  }
  if ((c.event == start || c.event == progress) && state == assigned) to = in_progress;
  if (c.event == contribute) {
    if (!c.partial) given_.insert(directory.canonical(department));
    std::erase_if(owing, [&](auto& name) { return has_given(name); });
  } else if (c.event == excuse) {
    for (const std::string& name : c.co) {
      if (c.undo) std::erase_if(excused, [&](auto& each) { return same(each, name); });
      if (!c.undo && !has(excused, name)) excused.push_back(directory.canonical(name));
    }
  } else if (c.event == report) {
    report_ = Reported{today_, due, actor, c.dated};
    begin(Anchor::reported, today_);
    owing.clear();
    for (const std::string& name : c.without)
      if (!has(owing, name)) owing.push_back(directory.canonical(name));
    lapse();
    to = reported;
  } else if (c.event == withdraw || c.event == return_) {
    report_.reset();
    if (c.event == return_) {
      counted_ = 0;
      heard = true;
      for (const std::string& name : c.co)
        std::erase_if(given_, [&](auto& each) { return acts_for(each, name); });
      if (c.due) new_due(*c.due, true);
    }
    to = due < today_ ? TaskState::overdue : in_progress;
  } else if (c.event == verify || c.event == conclude) {
    if (report_->dated && report_->by != actor) {
      report_->proven = true;
      forgive(*report_->dated, report_->day);
    }
    to = verified;
    if (c.event == verify && ongoing && !is_last_cycle()) {
      to = in_progress;
      ++cycles_closed;
      open_cycle(last + 1);
    }
  } else if (c.event == request_extension) {
    asked_ = Asked{c.dated.value_or(today_), *c.due, actor};
    begin(Anchor::requested, today_);
  } else if (c.event == deny_extension) {
    lapse();
    heard = true;
  } else if (c.event == grant_extension) {
    if (asked_->day <= due) forgive(asked_->day, today_);
    ++extensions;
    new_due(c.due.value_or(asked_->wanted), true);
    lapse();
    heard = true;
  } else if (c.event == amend) {
    for (const std::string& name : c.drop_co) {
      std::erase_if(co, [&](auto& each) { return same(each, name); });
      std::erase_if(owing, [&](auto& each) { return same(each, name); });
    }
    for (const std::string& name : c.add_co) co.push_back(directory.canonical(name));
    if (c.urgent || c.not_urgent) urgent = c.urgent;
    if (c.due && c.error) {
      forgive(due_made_, today_);
      original_due = *c.due;
      if (report_) report_->due = *c.due;
    }
    if (c.due) {
      lapse();
      new_due(*c.due, true);
      heard = true;
    }
    if (state != reported && due < today_) to = TaskState::overdue;
  } else if (c.event == reassign) {
    const std::string old = lead;
    const Date made = due_made_;
    lead = directory.canonical(c.to);
    std::erase_if(co, [&](auto& each) { return same(each, lead); });
    std::erase_if(owing, [&](auto& each) { return same(each, lead); });
    if (c.keep_as_co) co.push_back(old);
    lapse();
    started = false;
    at(Anchor::started).day.reset();
    at(Anchor::heard).day.reset();
    assigned_ = today_;
    begin(Anchor::assigned, today_);
    new_due(c.due.value_or(due), false);
    if (!c.due) due_made_ = made;
    enter(assigned, true);
    to = assigned;
  } else if (c.event == suspend) {
    left_ = state;
    left_entered_ = at(Anchor::entered);
    suspended_ = today_;
    until_ = *c.until;
    if (in_->law.moves != MovesDue::none) stopped_ = today_;
    lapse();
    to = suspended;
  } else if (c.event == Event::resume) {
    resume();
    to = state;
  } else if (c.event == miss) {
    const Date ahead = *cycle_ahead();
    lapse();
    for (Date day = first; day < ahead; day = period(day).second + 1) {
      ++cycles_closed;
      ++cycles_missed;
    }
    open_cycle(ahead);
    heard = true;
  } else if (c.event == reopen) {
    const std::optional<Date> ends = in_->plan.ends;
    const Date day = ends && *ends < today_ ? *ends : today_;
    if (!ongoing) {
      new_due(*c.due, false);
    } else if (period(day).first == first) {
      new_due(due_of({first, last}), false);
      opened_late_ = due < today_;
    } else {
      ++cycles_closed;
      open_cycle(day);
    }
    stopped_.reset();
    report_.reset();
    owing.clear();
    given_.clear();
    counted_ = 0;
    started = heard = true;
    begin(Anchor::started, today_);
    to = in_progress;
  } else if (c.event == cancel) {
    stopped_ = state == suspended ? suspended_ : today_;
    if (state == suspended) suspension_ += days(suspended_, today_);
    to = cancelled;
  }
  const bool dated_anew = c.event == grant_extension || c.event == amend || c.event == miss;
  if (dated_anew && state == TaskState::overdue && due >= today_)
    to = started ? in_progress : assigned;
  if (heard) begin(Anchor::heard, today_);
  enter(to);
  counted_ += news;
  for (const Attachment& file : c.evidence) files_.insert(file.sha256);
}

}  // namespace duban::sim
