#include "engine/course/variants.hpp"

#include <algorithm>
#include <cstdlib>

#include "engine/course/probe.hpp"
#include "engine/policy/permission.hpp"

namespace duban::variants {
namespace {

class Variants {
 public:
  Variants(const Command& command, const Task& task, const Setting& setting, Date today)
      : command_(command), task_(task), setting_(setting), today_(today) {}

  std::vector<Command> all() {
    files_and_texts();
    dates();
    departments();
    names(&Command::co);
    names(&Command::without);
    names(&Command::add_co);
    names(&Command::drop_co);
    for (bool Command::*flag : {&Command::partial, &Command::undo, &Command::error,
                                &Command::keep_as_co, &Command::urgent, &Command::not_urgent}) {
      if (command_.*flag) add(flag, false);
    }
    if (command_.event == Event::excuse && !command_.undo) add(&Command::undo, true);
    return std::move(found_);
  }

 private:
  template <class T, class V>
  void add(T Command::*member, V value) {
    Command other = command_;
    other.*member = std::move(value);
    found_.push_back(std::move(other));
  }

  void files_and_texts() {
    const bool unread = !command_.deadline.empty() && !command_.schedule;
    if (command_.argument && !unread) {
      Command readable = command_;
      readable.argument.reset();
      supply(readable, "evidence", task_, setting_.basis, today_);
      found_.push_back(std::move(readable));
    }
    if (command_.note.size() > note_bytes_max) add(&Command::note, "-");
    if (command_.content.size() > note_bytes_max) add(&Command::content, "-");
    if (!command_.content.empty()) add(&Command::content, "");
    if (!command_.deadline.empty()) {
      Command without = command_;
      without.deadline.clear();
      without.schedule.reset();
      if (unread) without.argument.reset();
      found_.push_back(std::move(without));
    }
  }

  /// The days that stand in the task, nearest to what was given; and none.
  void day(std::optional<Date> Command::*member, std::vector<Date> days) {
    const std::optional<Date> given = command_.*member;
    std::erase_if(days, [&](Date each) { return given == each; });
    const Date near = given.value_or(today_);
    std::stable_sort(days.begin(), days.end(),
                     [&](Date a, Date b) { return std::abs(a - near) < std::abs(b - near); });
    for (const Date each : days) add(member, each);
    if (given) add(member, std::nullopt);
  }

  void dates() {
    if (command_.due || command_.event == Event::grant_extension) {
      std::vector<Date> days{today_, task_.due() + 1};
      if (task_.request) days.push_back(task_.request->wanted);
      day(&Command::due, std::move(days));
    }
    if (command_.until) day(&Command::until, {today_ + 1, today_});
    if (command_.dated) {
      std::vector<Date> days{today_, setting_.basis.zone.date_of(task_.assigned)};
      if (setting_.plan.issued) days.push_back(*setting_.plan.issued);
      if (task_.cycle) days.push_back(task_.cycle->first);
      day(&Command::dated, std::move(days));
    }
  }

  void departments() {
    if (!command_.for_department.empty()) {
      add(&Command::for_department, task_.lead);
      for (const std::string& co : task_.co) add(&Command::for_department, co);
      Command own = command_;
      own.for_department.clear();
      own.dated.reset();  // goes with it
      found_.push_back(std::move(own));
    } else if (command_.dated) {
      add(&Command::for_department, task_.lead);
    }
    if (command_.to.empty()) return;
    Command other = command_;
    if (supply(other, "to", task_, setting_.basis, today_)) found_.push_back(std::move(other));
    add(&Command::to, "");
  }

  /// Each name left out, and all of them.
  void names(std::vector<std::string> Command::*member) {
    const std::vector<std::string>& given = command_.*member;
    if (given.empty()) return;
    for (std::size_t i = 0; given.size() > 1 && i < given.size(); ++i) {
      std::vector<std::string> rest = given;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
      add(member, std::move(rest));
    }
    if (member == &Command::co && command_.event != Event::return_) {
      Command other = command_;
      if (supply(other, "co", task_, setting_.basis, today_)) found_.push_back(std::move(other));
    }
    if (member == &Command::without) {
      Command other = command_;
      other.without.clear();
      if (supply(other, "contributions", task_, setting_.basis, today_))
        found_.push_back(std::move(other));
    }
    add(member, std::vector<std::string>{});
  }

  const Command& command_;
  const Task& task_;
  const Setting& setting_;
  Date today_;
  std::vector<Command> found_;
};

}  // namespace

std::vector<Command> of(const Command& command, const Task& task, const Setting& setting,
                        Date today) {
  return Variants(command, task, setting, today).all();
}

}  // namespace duban::variants
