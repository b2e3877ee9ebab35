#include "rules/diagram.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace duban {
namespace {

bool allows(const TransitionRule* rule, TaskState from) {
  if (!rule || !rule->by) return false;
  if (!rule->in) return true;
  const auto& states = rule->in->value;
  return std::find(states.begin(), states.end(), from) != states.end();
}

/// Only to put rungs in order: a working day is 7/5 of a day, a month 30.
int days_of(Span span) {
  switch (span.unit) {
    case SpanUnit::working_day:
      return span.count * 7 / 5;
    case SpanUnit::month:
      return span.count * 30;
    case SpanUnit::day:
      break;
  }
  return span.count;
}

std::string joined(const std::vector<std::string>& items, std::string_view by) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : std::string(by)) + item;
  return text;
}

/// -30d, +10wd
std::string signed_span(Span span, const DiagramWords& words) {
  const Span length{span.count < 0 ? -span.count : span.count, span.unit};
  return (span.count < 0 ? "-" : "+") + words.span(length);
}

std::string word_of(Party party) {
  static constexpr const char* names[] = {"lead", "co", "reporter", "requester"};
  return names[static_cast<std::size_t>(party)];
}

/// What a step needs and what limits it, piece by piece.
std::vector<std::string> needs_of(const TransitionRule& rule, const DiagramWords& words) {
  std::vector<std::string> needs;
  if (rule.note && rule.note->value) needs.push_back(words.say_here("note", {}));
  if (rule.evidence && rule.evidence->value > 0) {
    needs.push_back(
        words.say_here("evidence x {count}", {{"count", std::to_string(rule.evidence->value)}}));
  }
  if (rule.any && !rule.any->value.empty()) {
    std::vector<std::string> proofs;
    for (const Proof proof : rule.any->value)
      proofs.push_back(words.say_here(proof == Proof::note ? "note" : "evidence", {}));
    needs.push_back(joined(proofs, words.say_here(" or ", {})));
  }
  if (rule.contributions && rule.contributions->value != Need::none) {
    needs.push_back(words.say_here(
        rule.contributions->value == Need::all ? "all contributions" : "a contribution", {}));
  }
  if (rule.without && !rule.without->value) needs.push_back(words.say_here("no --without", {}));
  if (rule.limit) {
    needs.push_back(
        words.say_here("at most {count} times", {{"count", std::to_string(rule.limit->value)}}));
  }
  if (rule.max)
    needs.push_back(
        words.say_here("at most {span} in all", {{"span", words.span(rule.max->value)}}));
  return needs;
}

std::string forbidden_by(const TransitionRule& rule, const DiagramWords& words) {
  std::vector<std::string> parties;
  for (const Party party : rule.forbid->value)
    parties.push_back(words.say_here(word_of(party), {}));
  return words.say_here("never {parties}",
                        {{"parties", joined(parties, words.say_here(", ", {}))}});
}

/// The lines of an arrow's label: the event, who, what it needs, whom it is kept from, and the
/// lifecycle's own condition.
std::vector<std::string> label_of(const Arrow& arrow, const DiagramWords& words) {
  std::vector<std::string> lines{words.event(arrow.row.event)};
  std::vector<std::string> who;
  if (arrow.scheduler) who.push_back(words.role(Role::scheduler));
  if (arrow.rule) {
    for (const Role role : arrow.rule->by->value) who.push_back(words.role(role));
  }
  lines.push_back(joined(who, words.say_here(", ", {})));
  if (arrow.rule) {
    const std::vector<std::string> needs = needs_of(*arrow.rule, words);
    if (!needs.empty()) lines.push_back(joined(needs, words.say_here(", ", {})));
    if (arrow.rule->forbid && !arrow.rule->forbid->value.empty())
      lines.push_back(forbidden_by(*arrow.rule, words));
  }
  if (!arrow.row.condition.empty()) {
    std::vector<std::string> conditions;
    for (std::string_view left = arrow.row.condition; !left.empty();) {
      const std::size_t comma = std::min(left.find(", "), left.size());
      conditions.push_back(words.say_here(left.substr(0, comma), {}));
      left.remove_prefix(std::min(comma + 2, left.size()));
    }
    lines.push_back("[" + joined(conditions, words.say_here(", ", {})) + "]");
  }
  return lines;
}

/// "久无进展 (urging)", who hears of it, when it is looked for and how often.
std::vector<std::string> label_of(const Rung& rung, bool is_added, const DiagramWords& words) {
  const std::string level = words.level(rung.level ? rung.level->value : 0);
  const std::string name = words.rung(rung);
  std::vector<std::string> lines{name == level ? level : name + " (" + level + ")"};
  if (is_added) lines.push_back(words.say_here("by an override, for some tasks only", {}));
  std::vector<std::string> all;
  if (rung.notify) {
    for (const std::string& who : rung.notify->value) all.push_back(words.recipient(who));
  }
  lines.push_back(
      words.say_here("to {recipients}", {{"recipients", joined(all, words.say_here(", ", {}))}}));
  all.clear();
  for (const TaskState state : rung.in->value) all.push_back(words.state(state));
  lines.push_back(
      words.say_here("while {listed}", {{"listed", joined(all, words.say_here(", ", {}))}}));
  if (rung.when_missing && rung.when_missing->value)
    lines.push_back(words.say_here("if a co owes", {}));
  if (rung.every && rung.times) {
    lines.push_back(words.say_here(
        "again every {span}, {count} times",
        {{"span", words.span(rung.every->value)}, {"count", std::to_string(rung.times->value)}}));
  }
  return lines;
}

/// What neither Mermaid's labels nor a quoted text of Graphviz may hold.
std::string plain(std::string text) {
  for (char& c : text) {
    if (c == '"' || c == '\\') c = '\'';
    if (c == ':' || c == ';' || c == '#' || c == '\n' || c == '<' || c == '>') c = ' ';
  }
  return text;
}

std::string quoted(std::string_view text) { return "\"" + plain(std::string(text)) + "\""; }

std::string quoted(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\\n") + plain(line);
  return "\"" + text + "\"";
}

}  // namespace

DiagramWords::DiagramWords()
    : state([](TaskState it) { return std::string(to_text(it)); }),
      event([](Event it) { return std::string(to_text(it)); }),
      role([](Role it) { return std::string(to_text(it)); }),
      anchor([](const At& it) { return anchor_text(it); }),
      span([](Span it) { return to_text(it); }),
      level([](int it) { return "level " + std::to_string(it); }),
      rung([](const Rung& it) { return it.name ? it.name->value : it.id; }),
      recipient([](const std::string& it) { return it; }),
      say_here([](std::string_view text, const Values& values) { return fill(text, values); }) {}

RuleLayer whole_file(const Rules& rules) {
  RuleLayer whole = rules.base;
  for (const Override& each : rules.overrides) {
    for (const Rung& rung : each.layer.rungs) {
      if (is_whole(rung) && !whole.rung(rung.id)) whole.rungs.push_back(rung);
    }
  }
  return whole;
}

Diagram diagram_of(const RuleLayer& layer, const RuleLayer& own) {
  Diagram diagram;
  for (const Rung& rung : layer.rungs) {
    if (!own.rung(rung.id)) diagram.added.insert(rung.id);
  }
  std::vector<Arrow> all;
  for (const Transition& row : transitions()) {
    const TransitionRule* rule = layer.transition(row.event);
    const bool scheduler = row.event == Event::deadline || row.event == Event::resume;
    if (!allows(rule, row.from)) rule = nullptr;
    if (rule || scheduler) all.push_back({row, rule, scheduler});
  }
  // A state that no arrow leads to is none of these rules.
  std::set<TaskState> reached{TaskState::assigned};
  for (std::size_t before = 0; before != reached.size();) {
    before = reached.size();
    for (const Arrow& arrow : all) {
      if (reached.contains(arrow.row.from)) reached.insert(arrow.row.to);
    }
  }
  diagram.states.assign(reached.begin(), reached.end());
  std::copy_if(all.begin(), all.end(), std::back_inserter(diagram.arrows),
               [&](const Arrow& arrow) { return reached.contains(arrow.row.from); });

  std::map<std::pair<Anchor, std::string>, TimeLine> lines;
  for (const Rung& rung : layer.rungs) {
    if ((rung.off && rung.off->value) || !rung.at || !rung.in) continue;
    const At& at = rung.at->value;
    TimeLine& line = lines[{at.anchor, at.rung}];
    line.from = at;
    line.rungs.push_back(&rung);
  }
  for (auto& [from, line] : lines) {
    std::stable_sort(line.rungs.begin(), line.rungs.end(), [](const Rung* a, const Rung* b) {
      return days_of(a->at->value.offset) < days_of(b->at->value.offset);
    });
    diagram.ladder.push_back(std::move(line));
  }
  return diagram;
}

std::string mermaid(const Diagram& diagram, const DiagramWords& words) {
  std::string out = "```mermaid\nstateDiagram-v2\n";
  for (const TaskState state : diagram.states)
    out += "  " + std::string(to_text(state)) + " : " + plain(words.state(state)) + "\n";
  out += "  [*] --> assigned : " + plain(words.event(Event::assign)) + "\n";
  for (const Arrow& arrow : diagram.arrows) {
    std::string label;
    for (const std::string& line : label_of(arrow, words))
      label += (label.empty() ? "" : "<br/>") + plain(line);
    out += "  " + std::string(to_text(arrow.row.from)) + " --> " +
           std::string(to_text(arrow.row.to)) + " : " + label + "\n";
  }
  out += "```\n";
  if (diagram.ladder.empty()) return out;
  out += "\n```mermaid\ntimeline\n";
  for (const TimeLine& line : diagram.ladder) {
    out += "  section " + plain(words.anchor(line.from)) + "\n";
    for (const Rung* rung : line.rungs) {
      out += "    " + signed_span(rung->at->value.offset, words);
      for (const std::string& each : label_of(*rung, diagram.added.contains(rung->id), words))
        out += " : " + plain(each);
      out += "\n";
    }
  }
  return out + "```\n";
}

std::string dot(const Diagram& diagram, const DiagramWords& words) {
  std::string out =
      "digraph rules {\n"
      "  rankdir=LR;\n"
      "  node [shape=box, style=rounded, fontsize=11];\n"
      "  edge [fontsize=9];\n"
      "  subgraph cluster_lifecycle {\n"
      "    label=" +
      quoted(words.say_here("lifecycle", {})) +
      ";\n"
      "    begin [shape=point];\n";
  for (const TaskState state : diagram.states)
    out += "    " + std::string(to_text(state)) + " [label=" + quoted(words.state(state)) + "];\n";
  out += "    begin -> assigned [label=" + quoted(words.event(Event::assign)) + "];\n";
  for (const Arrow& arrow : diagram.arrows) {
    out += "    " + std::string(to_text(arrow.row.from)) + " -> " +
           std::string(to_text(arrow.row.to)) + " [label=" + quoted(label_of(arrow, words)) +
           "];\n";
  }
  out += "  }\n";
  if (diagram.ladder.empty()) return out + "}\n";
  out +=
      "  subgraph cluster_ladder {\n"
      "    label=" +
      quoted(words.say_here("ladder", {})) +
      ";\n"
      "    node [style=solid];\n";
  for (const TimeLine& line : diagram.ladder) {
    const std::string from = quoted("from " + anchor_text(line.from));
    out += "    " + from + " [shape=plaintext, label=" + quoted(words.anchor(line.from)) + "];\n";
    std::string last = from;
    for (const Rung* rung : line.rungs) {
      const std::string node = quoted("rung " + rung->id);
      out += "    " + node +
             " [label=" + quoted(label_of(*rung, diagram.added.contains(rung->id), words)) +
             "];\n    " + last + " -> " + node +
             " [label=" + quoted(signed_span(rung->at->value.offset, words)) + "];\n";
      last = node;
    }
  }
  return out + "  }\n}\n";
}

Value json_of(const Diagram& diagram) {
  const DiagramWords plain_words;
  Value::Array states, arrows, ladder;
  for (const TaskState state : diagram.states) states.push_back(to_text(state));
  for (const Arrow& arrow : diagram.arrows) {
    Value::Array by, forbid, needs;
    if (arrow.scheduler) by.push_back(to_text(Role::scheduler));
    if (arrow.rule) {
      for (const Role role : arrow.rule->by->value) by.push_back(to_text(role));
      for (const std::string& need : needs_of(*arrow.rule, plain_words)) needs.push_back(need);
      if (arrow.rule->forbid) {
        for (const Party party : arrow.rule->forbid->value) forbid.push_back(word_of(party));
      }
    }
    arrows.push_back(Value::Object{
        {"from", to_text(arrow.row.from)},
        {"event", to_text(arrow.row.event)},
        {"to", to_text(arrow.row.to)},
        {"if", arrow.row.condition.empty() ? Value() : Value(arrow.row.condition)},
        {"by", std::move(by)},
        {"forbid", std::move(forbid)},
        {"needs", std::move(needs)},
        {"line", arrow.rule ? Value(static_cast<std::int64_t>(arrow.rule->by->line)) : Value()}});
  }
  for (const TimeLine& line : diagram.ladder) {
    Value::Array rungs;
    for (const Rung* rung : line.rungs) {
      rungs.push_back(Value::Object{{"rung", rung->id},
                                    {"name", rung->name ? Value(rung->name->value) : Value()},
                                    {"added", diagram.added.contains(rung->id)},
                                    {"at", to_text(rung->at->value.offset)},
                                    {"level", rung->level ? rung->level->value : 0},
                                    {"line", static_cast<std::int64_t>(rung->line)}});
    }
    ladder.push_back(
        Value::Object{{"anchor", anchor_text(line.from)}, {"rungs", std::move(rungs)}});
  }
  return Value::Object{
      {"states", std::move(states)}, {"arrows", std::move(arrows)}, {"ladder", std::move(ladder)}};
}

}  // namespace duban
