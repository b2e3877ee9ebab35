#include "tests/unit/rules/picture.hpp"

#include "rules/load.hpp"
#include "text/caret.hpp"

namespace duban::tests {
namespace {

const char* text(bool value) { return value ? "yes" : "no"; }
std::string text(int value) { return std::to_string(value); }
std::string text(const std::string& value) { return value; }
std::string text(Span value) { return to_text(value); }
std::string text(TaskState value) { return std::string(to_text(value)); }
std::string text(Role value) { return std::string(to_text(value)); }
std::string text(CycleUnit value) { return std::string(to_text(value)); }
const char* text(Party value) {
  const char* const names[] = {"lead", "co", "reporter", "requester"};
  return names[static_cast<std::size_t>(value)];
}
const char* text(Need value) {
  const char* const names[] = {"none", "any", "all"};
  return names[static_cast<std::size_t>(value)];
}
const char* text(Proof value) { return value == Proof::note ? "note" : "evidence"; }
const char* text(MovesDue value) {
  const char* const names[] = {"calendar-days", "working-days", "none"};
  return names[static_cast<std::size_t>(value)];
}
const char* text(Roll value) {
  const char* const names[] = {"none", "next", "previous"};
  return names[static_cast<std::size_t>(value)];
}
std::string text(const At& value) {
  return anchor_text(value) + (value.offset.count < 0 ? "" : "+") + to_text(value.offset);
}
template <class T>
std::string text(const std::vector<T>& values) {
  std::string out;
  for (const T& value : values) out += (out.empty() ? "[" : " ") + std::string(text(value));
  return out.empty() ? "[]" : out + "]";
}

template <class T>
std::string leaf(const char* name, const Maybe<T>& value) {
  if (!value) return {};
  return std::string(" ") + name + "=" + text(value->value) + "@" + std::to_string(value->line);
}

/// On a line of their own: they are long.
std::string cites(const Maybe<Cites>& value) {
  return value ? "   " + leaf("cites", value) + "\n" : std::string();
}

std::string layer(const RuleLayer& rules) {
  std::string out;
  for (const auto& [event, rule] : rules.transitions) {
    out += "  " + std::string(to_text(event)) + leaf("off", rule.off) + leaf("by", rule.by) +
           leaf("in", rule.in) + leaf("forbid", rule.forbid) + leaf("note", rule.note) +
           leaf("evidence", rule.evidence) + leaf("any", rule.any) +
           leaf("contributions", rule.contributions) + leaf("groups", rule.groups) +
           leaf("without", rule.without) + leaf("limit", rule.limit) + leaf("max", rule.max) +
           "\n" + cites(rule.cites);
  }
  const DeadlineRules& due = rules.deadlines;
  const std::string deadlines = leaf("every", due.every) + leaf("grace", due.grace) +
                                leaf("moves_due", due.moves_due) + leaf("warning", due.warning) +
                                leaf("roll", due.roll);
  if (!deadlines.empty()) out += "  deadlines" + deadlines + "\n";
  for (const Rung& rung : rules.rungs) {
    out += "  rung " + rung.id + "@" + std::to_string(rung.line) + leaf("off", rung.off) +
           leaf("at", rung.at) + leaf("in", rung.in) + leaf("level", rung.level) + "\n";
    const std::string more = leaf("name", rung.name) + leaf("notify", rung.notify) +
                             leaf("every", rung.every) + leaf("times", rung.times) +
                             leaf("when_missing", rung.when_missing);
    if (!more.empty()) out += "   " + more + "\n";
    out += cites(rung.cites);
  }
  return out;
}

std::string match(const Match& match) {
  std::string out;
  const auto add = [&](const char* name, const std::vector<std::string>& values) {
    if (!values.empty()) out += std::string(" ") + name + "=" + text(values);
  };
  add("plan", match.plan);
  add("part", match.part);
  add("section", match.section);
  add("task", match.task);
  add("lead", match.lead);
  add("co", match.co);
  if (match.ongoing) out += std::string(" ongoing=") + text(*match.ongoing);
  if (match.urgent) out += std::string(" urgent=") + text(*match.urgent);
  if (match.schedule) out += " schedule=" + std::string(to_text(*match.schedule));
  return out;
}

}  // namespace

std::string picture(const Rules& rules) {
  std::string out = rules.name + " version " + std::to_string(rules.version) + " " +
                    rules.timezone + " " + rules.calendar + " from " + rules.file +
                    leaf("storm", rules.storm) + leaf("cites", rules.cites) + "\n" +
                    layer(rules.base);
  for (const Override& change : rules.overrides) {
    out += "override@" + std::to_string(change.line) + match(change.match) +
           leaf("cites", change.cites) + "\n" + layer(change.layer);
  }
  return out;
}

std::string problems_of(std::string_view text) {
  const Checked<Rules> rules = load_rules(text, "r");
  if (rules) return "no problem";
  std::string out;
  for (const Error& error : rules.error())
    out += to_text(error.where) + ": " + to_text(error.message) + "\n";
  return out;
}

}  // namespace duban::tests
