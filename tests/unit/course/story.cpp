#include "tests/unit/course/story.hpp"

#include <map>
#include <memory>
#include <sstream>
#include <vector>

#include "engine/course/course.hpp"
#include "engine/log/sha256.hpp"
#include "engine/policy/standing.hpp"
#include "tests/unit/course/small_world.hpp"

namespace duban::tests {
namespace {

std::vector<std::string> split(std::string_view text, char by) {
  std::vector<std::string> parts;
  std::istringstream in{std::string(text)};
  for (std::string part; std::getline(in, part, by);) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

Date date(std::string_view text) {
  const Result<Date> parsed = parse_date(text.substr(0, 10));
  DUBAN_ASSERT(parsed);
  return *parsed;
}

std::string list(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ",") + name;
  return "[" + out + "]";
}

/// "due=2018-12-31" is due and 2018-12-31; "partial" is partial and nothing.
struct Option {
  std::string name;
  std::string value;
  explicit Option(const std::string& word)
      : name(word.substr(0, word.find('='))),
        value(word.find('=') == word.npos ? "" : word.substr(word.find('=') + 1)) {}
};

/// One task and its plan while a story is told.
class Telling {
 public:
  Telling(const Story& story, bool nightly)
      : basis_(small_basis(story.rules)),
        then_(story.then ? small_basis(story.then) : nullptr),
        own_rules_(story.rules && std::string_view(story.rules).starts_with("rules:")),
        nightly_(nightly) {
    plan_.id = "p";
    for (const std::string& line : split(story.script, '\n')) tell_line(split(line, ' '));
  }

  std::string out;
  std::vector<Refusal> refused;

 private:
  void tell_line(const std::vector<std::string>& words) {
    if (words.empty()) return;
    if (words[0] == "task") {
      begin(words);
    } else if (words[0] == "wait") {
      pass_time_until(moment(words[1]));
    } else if (words[0] == "look") {
      look(words);
    } else if (words[0] == "activate") {
      const Instant now = moment(words[1]);
      pass_time_until(now);
      task_ = rebased(task_, *basis_, *then_, now);
      basis_ = then_;
      take(wait_until(task_, setting(), now));
    } else if (words[0] == "ends") {
      const Instant now = moment(words[2]);
      pass_time_until(now);
      plan_.ends = date(words[1]);
      if (const auto cut =
              cut_cycle(task_, setting(), {"督查一处", "", "", Role::coordinator}, now))
        take(*cut);
      take(wait_until(task_, setting(), now));
    } else {
      act_out(words);
    }
  }

  Setting setting() const { return {plan_, *basis_}; }

  Instant moment(const std::string& text) const {
    const Result<Instant> at =
        parse_moment(text.size() == 10 ? text : text + ":00+08:00", basis_->zone);
    DUBAN_ASSERT(at);
    return *at;
  }

  void begin(const std::vector<std::string>& words) {
    PlanRow row;
    row.key = {"p", {1, 3, 11}};
    for (std::size_t i = 2; i < words.size(); ++i) {
      const Option option(words[i]);
      if (option.name == "lead") row.lead = option.value;
      if (option.name == "co") row.co = split(option.value, ',');
      if (option.name == "due") row.deadline.due = date(option.value);
      if (option.name == "ends") plan_.ends = date(option.value);
      if (option.name == "issued") plan_.issued = date(option.value);
      if (option.name == "urgent") row.urgent = true;
      if (option.name == "ongoing") {
        row.deadline.ongoing = true;
        row.deadline.every = parse_cycle_unit(option.value);
      }
      if (option.name == "own-end") row.deadline.ends = date(option.value);
      if (option.name == "then") row.deadline.then_ongoing = true;
      if (option.name == "every") row.deadline.every = parse_cycle_unit(option.value);
      if (option.name == "stages") {
        for (const std::string& day : split(option.value, ','))
          row.deadline.stages.push_back({date(day), {}});
        row.deadline.due = row.deadline.stages.back().due;
      }
      if (option.name == "day") {
        const std::vector<std::string> parts = split(option.value, '/');
        row.deadline.day = CycleDay{std::stoi(parts[0]), std::stoi(parts[1])};
      }
    }
    const Instant now = moment(words[1]);
    last_ = now;
    task_ = assign(row, setting(), {"督查一处", "", "省政府督查室", Role::coordinator}, now).task;
    take(wait_until(task_, setting(), now));
  }

  /// With nights, each midnight on the way has its own run.
  void pass_time_until(Instant until) {
    if (nightly_) {
      for (Date day = basis_->zone.date_of(last_) + 1; basis_->zone.midnight(day) < until;
           day = day + 1)
        take(wait_until(task_, setting(), basis_->zone.midnight(day)));
    }
    take(wait_until(task_, setting(), until));
    last_ = until;
  }

  void act_out(const std::vector<std::string>& words) {
    const Instant now = moment(words[0]);
    const std::optional<Event> event = parse_event(words[2]);
    DUBAN_ASSERT(event);
    Value data{Value::Object{}};
    for (std::size_t i = 3; i < words.size(); ++i) set(data, Option(words[i]));
    Result<Command> command = command_from(*event, data);
    DUBAN_ASSERT(command && data_of(*command) == data);
    command->by = small_person(words[1]);
    if (nightly_) pass_time_until({now.seconds - 1});
    last_ = now;
    const Result<Course> course = act(task_, setting(), *command, now);
    if (course) return take(*course);
    refused.push_back({task_, plan_, basis_, *command, now});
    // A refused step leaves nothing, not even the timers that it fired; a reading shows them.
    out += words[0] + " " + words[2] + ": " + refusal(course.error()) + "\n";
  }

  static void set(Value& data, const Option& option) {
    const auto& [name, value] = option;
    if (name == "n") {
      data.set("note", value.empty() ? "办" : value);
    } else if (name == "blank") {
      data.set("note", " \t\n　");
    } else if (name == "e") {
      Value files;
      for (const std::string& content : split(value, ',')) {
        files.push(Value::Object{
            {"name", content + ".pdf"}, {"sha256", sha256_hex(content)}, {"size", 9}});
      }
      data.set("evidence", files);
    } else if (name == "co" || name == "without" || name == "add-co" || name == "drop-co") {
      const std::vector<std::string> names = split(value, ',');
      data.set(name, Value::Array(names.begin(), names.end()));
    } else {
      data.set(name, value.empty() ? Value(true) : Value(value));
    }
  }

  void take(const Course& course) {
    task_ = course.task;
    std::size_t raised = 0;
    for (const Entry& entry : course.entries) {
      out += local(entry.effective) + " ";
      if (entry.event == Event::escalate) {
        const Escalation& escalation = course.escalations.at(raised++);
        out += escalation.rung + " gen " + std::to_string(escalation.generation) + " occ " +
               std::to_string(escalation.occurrence);
        if (basis_->zone.midnight(escalation.fires) != entry.effective)
          out += " of " + to_text(escalation.fires);
        if (escalation.late_armed) out += " late_armed";
      } else {
        out += std::string(to_text(entry.event)) + " " + std::string(to_text(*entry.from));
        if (entry.from != entry.to) out += " -> " + std::string(to_text(*entry.to));
      }
      out += "\n";
    }
    DUBAN_ASSERT(raised == course.escalations.size());
  }

  std::string local(Instant at) const {
    const std::string text = basis_->zone.local_text(at);
    return text.substr(11) == "00:00" ? text.substr(0, 10) : text;
  }

  /// The code, what is missing, the sentence where it tells a day or a sum, and the line of the
  /// rule file when the story brings its own.
  std::string refusal(const Error& error) const {
    std::string text(to_text(error.code));
    if (error.code == Errc::missing) {
      std::string names;
      for (const std::string& what : error.missing) names += (names.empty() ? "" : ", ") + what;
      text += ": " + names;
    }
    if (error.code == Errc::limit || error.code == Errc::state)
      text += ": " + to_text(error.message);
    if (own_rules_ && error.rule.line > 0)
      text += " (rules line " + std::to_string(error.rule.line) + ")";
    return text;
  }

  void look(const std::vector<std::string>& words) {
    const Instant now = moment(words[1]);
    const Date today = basis_->zone.date_of(now);
    const Task task = wait_until(task_, setting(), now).task;
    const Standing standing = duban::standing(task, *basis_, today);
    std::map<std::string, std::string> facts{
        {"state", std::string(to_text(task.state))},
        {"light", std::string(to_text(standing.light))},
        {"late", std::to_string(standing.late_days)},
        {"overdue", std::to_string(standing.overdue_days)},
        {"due", to_text(task.due())},
        {"original", to_text(task.original_due)},
        {"versions", std::to_string(task.dues.size())},
        {"missing", list(standing.missing)},
        {"owing", list(task.owing)},
        {"co", list(task.co)},
        {"lead", task.lead},
        {"extensions", std::to_string(task.extensions)},
        {"request", task.request ? to_text(task.request->wanted) : "none"},
        {"started", task.started ? local(*task.started) : "never"},
        {"heard",
         task.anchor(Anchor::heard).day ? to_text(*task.anchor(Anchor::heard).day) : "never"},
        {"entered", to_text(*task.anchor(Anchor::entered).day)},
        {"provisional", is_provisional(task, *basis_) ? "yes" : "no"},
        {"remarks", std::to_string(task.remarks.size())},
        {"cycle", task.cycle ? task.cycle->name : "none"},
        {"schedule", std::string(to_text(task.kind()))},
        {"final", standing.final_due ? to_text(*standing.final_due) : "none"},
        {"rolled", task.dues.back().rolled ? to_text(*task.dues.back().rolled) : "none"},
        {"cycles", ""}};
    for (const CycleRecord& ended : task.cycles) {
      facts["cycles"] += "[" + ended.cycle.name + " due " + to_text(ended.due) + " late " +
                         std::to_string(ended.late_days) + " " + std::string(to_text(ended.light)) +
                         (ended.missed ? " missed]" : "]");
    }
    out += local(now) + " look";
    for (std::size_t i = 2; i < words.size(); ++i) out += " " + words[i] + "=" + facts.at(words[i]);
    out += "\n";
  }

  std::shared_ptr<const Basis> basis_;
  std::shared_ptr<const Basis> then_;
  bool own_rules_;
  bool nightly_;
  Plan plan_;
  Task task_;
  Instant last_;
};

}  // namespace

std::ostream& operator<<(std::ostream& out, const Story& story) { return out << story.why; }

std::string tell(const Story& story, bool nightly) { return Telling(story, nightly).out; }

std::vector<Refusal> refusals_of(const Story& story) { return Telling(story, false).refused; }

std::string entries_of(const std::string& outcome) {
  std::string out;
  for (const std::string& line : split(outcome, '\n')) {
    if (line.find(": ") == line.npos && line.find(" look ") == line.npos) out += line + "\n";
  }
  return out;
}

}  // namespace duban::tests
