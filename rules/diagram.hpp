// Diagrams of a rule file: the lifecycle as these rules leave it, with who and what it needs on the
// arrows, and the ladder as a time line for each anchor; for Mermaid and for Graphviz.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "engine/base/value.hpp"
#include "engine/lifecycle/lifecycle.hpp"
#include "engine/model/rules.hpp"

namespace duban {

/// A row of the lifecycle that these rules leave.
struct Arrow {
  Transition row;
  const TransitionRule* rule = nullptr;  ///< nullptr: only the scheduler's
  bool scheduler = false;                ///< the scheduler makes it too
};

/// The rungs of one anchor by their day; in the file's order where it is the same.
struct TimeLine {
  At from;  ///< the anchor; its offset means nothing here
  std::vector<const Rung*> rungs;
};

/// Pointers live as long as the layer that it was made of.
struct Diagram {
  std::vector<TaskState> states;  ///< that can be reached
  std::vector<Arrow> arrows;      ///< in the order of the table, each once; nothing disabled
  std::vector<TimeLine> ladder;
  std::set<std::string> added;  ///< rungs that only an override has
};
/// `layer` is what holds for one task, or whole_file(): `own` are the file's own rules.
Diagram diagram_of(const RuleLayer& layer, const RuleLayer& own);
/// The file's own rules, and behind its rungs those that only overrides have.
RuleLayer whole_file(const Rules& rules);

/// The words on a diagram; English by default.
struct DiagramWords {
  std::function<std::string(TaskState)> state;
  std::function<std::string(Event)> event;
  std::function<std::string(Role)> role;
  std::function<std::string(const At&)> anchor;
  std::function<std::string(Span)> span;
  std::function<std::string(int)> level;
  std::function<std::string(const Rung&)> rung;  ///< its name, or the word of its level
  std::function<std::string(const std::string&)> recipient;
  std::function<std::string(std::string_view, const Values&)> say_here;
  DiagramWords();
};

/// Two fenced blocks for Markdown: a stateDiagram-v2 and a timeline.
std::string mermaid(const Diagram& diagram, const DiagramWords& words = {});
/// One digraph in two clusters.
std::string dot(const Diagram& diagram, const DiagramWords& words = {});
/// `{"states":[…],"arrows":[{"from","event","to","if","by","forbid","needs"}],"ladder":[…]}`
Value json_of(const Diagram& diagram);

}  // namespace duban
