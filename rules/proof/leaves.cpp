#include "rules/proof/leaves.hpp"

#include <algorithm>

namespace duban::proof {
namespace {

const std::vector<Role> all_roles{Role::lead, Role::co, Role::coordinator, Role::auditor,
                                  Role::admin};

class Lister {
 public:
  explicit Lister(std::vector<LeafSpot>& out) : out_(out) {}

  void list(const RuleLayer& layer, int index) {
    index_ = index;
    for (const auto& [event, rule] : layer.transitions) list(event, rule);
    for (const Rung& rung : layer.rungs) list(rung);
    const auto deadlines = [](auto member) {
      return [member](RuleLayer & of) -> auto& { return of.deadlines.*member; };
    };
    add("deadlines.every", layer.deadlines.every, deadlines(&DeadlineRules::every));
    add("deadlines.grace", layer.deadlines.grace, deadlines(&DeadlineRules::grace));
    add("deadlines.moves_due", layer.deadlines.moves_due, deadlines(&DeadlineRules::moves_due));
    add("deadlines.roll", layer.deadlines.roll, deadlines(&DeadlineRules::roll));
    add("deadlines.warning", layer.deadlines.warning, deadlines(&DeadlineRules::warning));
  }

 private:
  template <class T, class In>
  void add(std::string path, const Maybe<T>& leaf, In in) {
    if (!leaf) return;
    out_.push_back({index_,
                    std::move(path),
                    leaf->line,
                    leaf->column,
                    [in](RuleLayer& layer) { in(layer).reset(); },
                    {}});
  }
  template <class T, class In>
  void add(std::string path, const Maybe<T>& leaf, In in, T loose) {
    add(std::move(path), leaf, in);
    if (leaf) out_.back().loosen = [in, loose](RuleLayer& layer) { in(layer)->value = loose; };
  }

  void list(Event event, const TransitionRule& rule) {
    const std::string path = "transitions." + std::string(to_text(event)) + ".";
    const auto in = [event](auto member) {
      return [ event, member ](RuleLayer & of) -> auto& { return of.transitions[event].*member; };
    };
    if (rule.off && rule.off->value) add(path + "off", rule.off, in(&TransitionRule::off), false);
    add(path + "by", rule.by, in(&TransitionRule::by), all_roles);
    add(path + "in", rule.in, in(&TransitionRule::in),
        std::vector<TaskState>(all_states.begin(), all_states.end()));
    add(path + "forbid", rule.forbid, in(&TransitionRule::forbid), {});
    add(path + "note", rule.note, in(&TransitionRule::note), false);
    add(path + "evidence", rule.evidence, in(&TransitionRule::evidence), 0);
    add(path + "any", rule.any, in(&TransitionRule::any), {});
    add(path + "contributions", rule.contributions, in(&TransitionRule::contributions), Need::none);
    add(path + "groups", rule.groups, in(&TransitionRule::groups), Need::any);
    add(path + "without", rule.without, in(&TransitionRule::without), true);
    add(path + "limit", rule.limit, in(&TransitionRule::limit), 1000);
    add(path + "max", rule.max, in(&TransitionRule::max), Span{36500, SpanUnit::day});
  }

  void list(const Rung& rung) {
    const std::string path = "escalations." + rung.id + ".";
    const auto in = [id = rung.id](auto member) {
      return [ id, member ](RuleLayer & of) -> auto& {
        Rung& found = *std::find_if(of.rungs.begin(), of.rungs.end(),
                                    [&](const Rung& each) { return each.id == id; });
        return found.*member;
      };
    };
    if (rung.off && rung.off->value) add(path + "off", rung.off, in(&Rung::off), false);
    add(path + "at", rung.at, in(&Rung::at));
    add(path + "in", rung.in, in(&Rung::in),
        std::vector<TaskState>(all_states.begin(), all_states.end()));
    add(path + "level", rung.level, in(&Rung::level), 3);
    add(path + "notify", rung.notify, in(&Rung::notify));
    add(path + "every", rung.every, in(&Rung::every));
    add(path + "times", rung.times, in(&Rung::times));
    add(path + "when", rung.when_missing, in(&Rung::when_missing), false);
  }

  std::vector<LeafSpot>& out_;
  int index_ = -1;
};

RuleLayer& layer_of(Rules& rules, int index) {
  return index < 0 ? rules.base : rules.overrides[static_cast<std::size_t>(index)].layer;
}

/// Without what only says where or how it was said, on what it rests and how it is called.
RuleLayer plain(RuleLayer layer) {
  std::erase_if(layer.transitions,
                [](const auto& each) { return each.second.off && each.second.off->value; });
  for (auto& [event, rule] : layer.transitions) {
    rule.off.reset();
    rule.cites.reset();
  }
  for (Rung& rung : layer.rungs) {
    rung.off.reset();
    rung.name.reset();
    rung.cites.reset();
  }
  return layer;
}

}  // namespace

std::vector<LeafSpot> leaves_of(const Rules& rules) {
  std::vector<LeafSpot> leaves;
  Lister lister(leaves);
  lister.list(rules.base, -1);
  for (std::size_t i = 0; i < rules.overrides.size(); ++i)
    lister.list(rules.overrides[i].layer, static_cast<int>(i));
  return leaves;
}

Basis with_rules(const Basis& basis, Rules rules) {
  return Basis{basis.hash, std::move(rules), basis.calendar, basis.directory, basis.zone};
}

Basis without(const Basis& basis, const LeafSpot& leaf) {
  Rules rules = basis.rules;
  leaf.remove(layer_of(rules, leaf.layer));
  return with_rules(basis, std::move(rules));
}

Basis loosened(const Basis& basis, const LeafSpot& leaf) {
  Rules rules = basis.rules;
  leaf.loosen(layer_of(rules, leaf.layer));
  return with_rules(basis, std::move(rules));
}

bool same_judgement(const RuleLayer& a, const RuleLayer& b) { return plain(a) == plain(b); }

}  // namespace duban::proof
