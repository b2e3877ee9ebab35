#include "engine/policy/rules_for.hpp"

#include <algorithm>

namespace duban {
namespace {

bool any_of(const std::vector<std::string>& wanted, const auto& holds) {
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), holds);
}

enum class Fit { none, above, whole };

/// Whether "1.3" is the beginning of "1.3.11", or all of it; of "1.31" it is neither.
Fit begins_with(std::string_view numbers, std::string_view beginning) {
  if (!numbers.starts_with(beginning)) return Fit::none;
  if (numbers.size() == beginning.size()) return Fit::whole;
  return numbers[beginning.size()] == '.' ? Fit::above : Fit::none;
}

bool matches(const Match& match, const Task& task, const Directory& directory) {
  const TaskKey& key = task.key;
  const auto is_below = [&](const std::vector<std::string>& wanted) {
    if (wanted.empty()) return true;
    const std::string number = number_text(key);
    return any_of(wanted,
                  [&](const std::string& w) { return begins_with(number, w) == Fit::above; });
  };
  const auto is_among = [&](const std::vector<std::string>& wanted) {
    if (wanted.empty()) return true;
    const std::string text = to_text(key);
    const std::string_view number = std::string_view(text).substr(key.plan.size() + 1);
    return any_of(wanted, [&](const std::string& w) {
      return begins_with(w.find('/') == w.npos ? number : text, w) != Fit::none;
    });
  };
  // What decides without making a text goes first: this is asked for every task at every turn.
  return (!match.ongoing || *match.ongoing == task.ongoing) &&
         (!match.schedule || *match.schedule == task.kind()) &&
         (!match.urgent || *match.urgent == task.urgent) &&
         any_of(match.plan, [&](const std::string& w) { return w == key.plan; }) &&
         any_of(match.lead, [&](const std::string& w) { return directory.same(w, task.lead); }) &&
         is_below(match.part) && is_below(match.section) && is_among(match.task) &&
         any_of(match.co, [&](const std::string& w) {
           return std::any_of(task.co.begin(), task.co.end(),
                              [&](const std::string& co) { return directory.same(w, co); });
         });
}

/// Whoever sets a leaf first keeps it.
template <class T>
void take(Maybe<T>& mine, const Maybe<T>& theirs) {
  if (!mine) mine = theirs;
}

void take(TransitionRule& mine, const TransitionRule& theirs) {
  take(mine.off, theirs.off);
  take(mine.by, theirs.by);
  take(mine.in, theirs.in);
  take(mine.forbid, theirs.forbid);
  take(mine.note, theirs.note);
  take(mine.evidence, theirs.evidence);
  take(mine.any, theirs.any);
  take(mine.contributions, theirs.contributions);
  take(mine.groups, theirs.groups);
  take(mine.without, theirs.without);
  take(mine.limit, theirs.limit);
  take(mine.max, theirs.max);
  take(mine.cites, theirs.cites);
}

void take(Rung& mine, const Rung& theirs) {
  take(mine.off, theirs.off);
  take(mine.name, theirs.name);
  take(mine.at, theirs.at);
  take(mine.in, theirs.in);
  take(mine.level, theirs.level);
  take(mine.notify, theirs.notify);
  take(mine.every, theirs.every);
  take(mine.times, theirs.times);
  take(mine.when_missing, theirs.when_missing);
  take(mine.cites, theirs.cites);
  if (mine.line == 0) mine.line = theirs.line;
}

void take(RuleLayer& mine, const RuleLayer& theirs) {
  for (const auto& [event, rule] : theirs.transitions) take(mine.transitions[event], rule);
  take(mine.deadlines.every, theirs.deadlines.every);
  take(mine.deadlines.grace, theirs.deadlines.grace);
  take(mine.deadlines.moves_due, theirs.deadlines.moves_due);
  take(mine.deadlines.warning, theirs.deadlines.warning);
  take(mine.deadlines.roll, theirs.deadlines.roll);
  for (const Rung& rung : theirs.rungs) {
    const auto same = std::find_if(mine.rungs.begin(), mine.rungs.end(),
                                   [&](const Rung& known) { return known.id == rung.id; });
    if (same != mine.rungs.end()) {
      take(*same, rung);
    } else {
      mine.rungs.push_back(rung);
    }
  }
}

/// Ties each rung to the one whose raising it is counted from, and that one to its own.
class Ties {
 public:
  explicit Ties(std::vector<Rung>& rungs) : rungs_(rungs) {}

  void tie_all() {
    // A rule file has no rung that waits for itself; what would is tied to nothing.
    for (Rung& rung : rungs_) rung.before = before(rung, rungs_.size());
  }

 private:
  std::shared_ptr<const Rung> before(const Rung& rung, std::size_t depth) {
    const At& at = rung.at->value;
    if (at.anchor != Anchor::raised || depth == 0) return nullptr;
    if (const auto known = tied_.find(at.rung); known != tied_.end()) return known->second;
    const auto other = std::find_if(rungs_.begin(), rungs_.end(),
                                    [&](const Rung& each) { return each.id == at.rung; });
    if (other == rungs_.end()) return nullptr;
    auto copy = std::make_shared<Rung>(*other);
    copy->before = before(*other, depth - 1);
    return tied_[at.rung] = std::move(copy);
  }

  std::vector<Rung>& rungs_;
  std::map<std::string, std::shared_ptr<const Rung>> tied_;
};

RuleLayer fold(const Rules& rules, const std::vector<bool>& chosen) {
  RuleLayer layer;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (chosen[i]) take(layer, rules.overrides[i].layer);
  }
  take(layer, rules.base);
  // The ladder keeps the file's order; rungs that overrides add come behind it, in theirs.
  const auto place = [&](const Rung& rung) {
    const auto& base = rules.base.rungs;
    return std::find_if(base.begin(), base.end(), [&](const Rung& b) { return b.id == rung.id; }) -
           base.begin();
  };
  std::stable_sort(layer.rungs.begin(), layer.rungs.end(),
                   [&](const Rung& a, const Rung& b) { return place(a) < place(b); });
  std::erase_if(layer.rungs,
                [](const Rung& rung) { return (rung.off && rung.off->value) || !is_whole(rung); });
  Ties(layer.rungs).tie_all();
  return layer;
}

const RuleLayer& folded(const Basis& basis, const std::vector<bool>& chosen) {
  auto& known = basis.folded[chosen];
  if (!known) known = std::make_unique<const RuleLayer>(fold(basis.rules, chosen));
  return *known;
}

}  // namespace

std::vector<bool> overrides_for(const Basis& basis, const Task& task) {
  std::vector<bool> chosen(basis.rules.overrides.size());
  for (std::size_t i = 0; i < chosen.size(); ++i)
    chosen[i] = matches(basis.rules.overrides[i].match, task, basis.directory);
  return chosen;
}

const RuleLayer& rules_for(const Basis& basis, const Task& task) {
  return folded(basis, overrides_for(basis, task));
}

const RuleLayer& rules_without(const Basis& basis, const Task& task, std::size_t override_index) {
  std::vector<bool> chosen = overrides_for(basis, task);
  chosen[override_index] = false;
  return folded(basis, chosen);
}

}  // namespace duban
