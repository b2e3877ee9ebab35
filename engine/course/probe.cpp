#include "engine/course/probe.hpp"

#include <algorithm>

#include "engine/policy/parties.hpp"
#include "engine/policy/standing.hpp"

namespace duban {
namespace {

constexpr const char* placeholder = "new ";

/// A department that could lead instead of the present one.
std::string other_lead(const Task& task, const Directory& directory) {
  for (const Department& each : directory.departments()) {
    if (!each.group && !directory.same(each.name, task.lead)) return each.name;
  }
  return "";
}

/// What was asked for together with the last thing given, and is asked for no more, would have done
/// in its place.
void note_alternatives(std::vector<Lack>& lacks, const std::vector<std::string>& asked,
                       const Result<Course>& answer) {
  if (lacks.empty() || (!answer && answer.error().code != Errc::missing)) return;
  const std::vector<std::string> left =
      answer ? std::vector<std::string>() : answer.error().missing;
  for (const std::string& what : asked) {
    if (what != lacks.back().what && std::find(left.begin(), left.end(), what) == left.end())
      lacks.back().or_else.push_back(what);
  }
}

}  // namespace

bool supply(Command& command, std::string_view what, const Task& task, const Basis& basis,
            Date today) {
  if (what == "note") {
    command.note = "-";
  } else if (what == "evidence") {
    // Contents that nobody can have attached: their names are no hashes.
    const std::string name =
        placeholder + std::to_string(task.evidence.size() + command.evidence.size());
    command.evidence.push_back({.sha256 = name, .name = name, .size = 0});
  } else if (what == "contributions") {
    const std::vector<std::string> missing = standing(task, basis, today).missing;
    const auto named = [&](const std::string& co) {
      return contains(command.without, co, basis.directory);
    };
    if (std::all_of(missing.begin(), missing.end(), named)) return false;
    command.without = missing;
  } else if (what == "due") {
    command.due = std::max(task.due(), today) + 1;
  } else if (what == "until") {
    command.until = today + 1;
  } else if (what == "to") {
    command.to = command.event == Event::remark ? task.lead : other_lead(task, basis.directory);
    return !command.to.empty();
  } else if (what == "co") {
    const auto contributed = [&](const std::string& co) {
      return std::any_of(
          task.contributions.begin(), task.contributions.end(),
          [&](const Contribution& each) { return has_part_in(each, co, basis.directory); });
    };
    for (const std::string& co : task.co) {
      if (command.event == Event::strike
              ? contributed(co)
              : contains(task.excused, co, basis.directory) == command.undo) {
        command.co = {co};
        return true;
      }
    }
    return false;
  } else if (what == "change") {
    command.content = "-";
  } else {
    return false;  // a request is the lead's
  }
  return true;
}

bool is_placeholder(const Attachment& file) { return file.sha256.starts_with(placeholder); }

Probe probe(const Task& task, const Setting& setting, Command command, Instant now) {
  const Date today = setting.basis.zone.date_of(now);
  Probe result;
  std::optional<Error> unsaid;
  std::vector<std::string> asked;  // last time
  constexpr int rounds = 200;      // of evidence a rule may ask for many
  for (int round = 0; round < rounds; ++round) {
    const Result<Course> course = act(task, setting, command, now);
    note_alternatives(result.lacks, asked, course);
    if (course) {
      result.to = course->task.state;
      result.command = std::move(command);
      return result;
    }
    const Error& error = course.error();
    if (error.code != Errc::missing || error.missing.empty()) {
      // Where the rules refuse --without, the contributions themselves are what is lacking.
      result.refusal = error.code == Errc::argument && unsaid ? *unsaid : error;
      return result;
    }
    asked = error.missing;
    const std::string what = error.missing.front();
    if (!result.lacks.empty() && result.lacks.back().what == what) {
      ++result.lacks.back().count;
    } else {
      Lack lack{.what = what, .or_else = {}, .count = 1, .departments = {}, .rule = error.rule};
      if (what == "contributions") lack.departments = standing(task, setting.basis, today).missing;
      result.lacks.push_back(std::move(lack));
    }
    if (what == "contributions") unsaid = error;
    if (!supply(command, what, task, setting.basis, today)) {
      result.refusal = error;
      return result;
    }
  }
  return result;
}

}  // namespace duban
