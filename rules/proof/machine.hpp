// The abstract machine of one kind of task under a rule file, explored by running the engine.
//
// A node stands for all tasks that agree in what decides their future (`key_of`); it is reached by
// the shortest story there is and holds the concrete task at its end. From each node everybody's
// steps are tried, and time passes until something changes.
#pragma once

#include <map>
#include <vector>

#include "rules/proof/budget.hpp"
#include "rules/proof/choices.hpp"
#include "rules/proof/shapes.hpp"
#include "rules/proof/story.hpp"

namespace duban::proof {

struct Node {
  Task task;
  Instant now;
  int parent = -1;
  Step step = {};  ///< that led here from the parent
};

struct Edge {
  int from = 0;
  int to = 0;
  Event event = Event::deadline;  ///< `escalate` for time alone
  bool ends_cycle = false;        ///< verified, or the next cycle was opened by a verification
};

class Machine;

/// Looks on while machines are explored, and says what is wrong with the rules. Every question may
/// be left unanswered.
class Judge {
 public:
  virtual ~Judge() = default;
  virtual void taken(const Machine&, int /*node*/, const Command&, const Course&) {}
  virtual void refused(const Machine&, int /*node*/, const Command&, const Error&) {}
  /// The task and what it raised, after it was raised: by `step` at `node`, by waiting there
  /// where it has no command.
  virtual void raised(const Machine&, int /*node*/, const Step& /*step*/, const Task&,
                      const Escalation&) {}
  /// How nobody acted from `node` on, and no rung of level ≥ 1 was open there: the first that is
  /// raised, nullptr when none ever is. `end` is when time had nothing more to do.
  virtual void waited(const Machine&, int /*node*/, const Escalation* /*loud*/, Instant /*end*/) {}
  /// A machine has been explored.
  virtual void explored(const Machine&) {}
  /// All of them have.
  virtual void conclude() {}
};

class Machine {
 public:
  Machine(const Basis& basis, const Cast& cast, Budget& budget, Shape shape, Instant assigned);

  void explore(const std::vector<Judge*>& judges);

  const Shape& shape() const { return shape_; }
  const Basis& basis() const { return basis_; }
  const Cast& cast() const { return cast_; }
  /// What judges do with the engine is paid from it too.
  Budget& budget() const { return budget_; }
  Setting setting() const { return {shape_.plan, basis_}; }
  const std::vector<Node>& nodes() const { return nodes_; }
  const std::vector<Edge>& edges() const { return edges_; }
  /// How the task came to `node`.
  Story story(int node) const;
  /// The same, with one more step.
  Story story(int node, Step last) const;
  /// False: the budget or the memory was used up, and what was not seen is not proved.
  bool complete() const { return complete_; }

 private:
  using Key = std::vector<int>;
  Key key_of(const Task& task, Instant now) const;
  int arrive(Task task, Instant now, int parent, Step step);
  bool may_go_on();
  void act_from(int node);
  void wait_from(int node);

  const Basis& basis_;
  const Cast& cast_;
  Budget& budget_;
  Shape shape_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::map<Key, int> known_;
  std::vector<Judge*> judges_;
  std::size_t bytes_ = 0;  ///< of nodes and edges
  bool complete_ = true;
};

/// Whether a rung of level 1 or more was raised in the present generation and still stands.
bool is_loud(const Task& task, const Basis& basis);

}  // namespace duban::proof
