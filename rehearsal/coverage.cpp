#include "rehearsal/coverage.hpp"

#include <algorithm>

#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban {
namespace {

using Kind = RulePoint::Kind;

std::string_view to_text(Party party) {
  switch (party) {
    case Party::lead:
      return "lead";
    case Party::co:
      return "co";
    case Party::reporter:
      return "reporter";
    case Party::requester:
      return "requester";
  }
  DUBAN_ASSERT(false);
}

/// Visits each leaf of a transition that can refuse, by its name.
template <class Visit>
void each_refusing_leaf(const TransitionRule& rule, const Visit& visit) {
  if (rule.off && rule.off->value) visit("", *rule.off);
  if (rule.by) visit(".by", *rule.by);
  if (rule.in) visit(".in", *rule.in);
  if (rule.forbid) visit(".forbid", *rule.forbid);
  if (rule.note && rule.note->value) visit(".note", *rule.note);
  if (rule.evidence && rule.evidence->value > 0) visit(".evidence", *rule.evidence);
  if (rule.any && !rule.any->value.empty()) visit(".any", *rule.any);
  if (rule.contributions && rule.contributions->value != Need::none)
    visit(".contributions", *rule.contributions);
  if (rule.without && !rule.without->value) visit(".without", *rule.without);
  if (rule.limit) visit(".limit", *rule.limit);
  if (rule.max) visit(".max", *rule.max);
}

std::string prefix_of(std::size_t override_index) {
  return "overrides[" + std::to_string(override_index + 1) + "].";
}

bool is_off(const TransitionRule& rule) { return rule.off && rule.off->value; }

/// A rung's leaves that an override may set, as places.
std::vector<std::pair<std::uint32_t, std::uint32_t>> places_of(const Rung& rung) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
  const auto add = [&](const auto& leaf) {
    if (leaf) places.emplace_back(leaf->line, leaf->column);
  };
  add(rung.name);
  add(rung.at);
  add(rung.in);
  add(rung.level);
  add(rung.notify);
  add(rung.every);
  add(rung.times);
  add(rung.when_missing);
  return places;
}

/// Whether what `changed` sets is in force in `folded`.
bool takes_effect(const Rung& changed, const Rung& folded) {
  const auto mine = places_of(changed);
  const auto theirs = places_of(folded);
  return std::any_of(mine.begin(), mine.end(), [&](const auto& place) {
    return std::find(theirs.begin(), theirs.end(), place) != theirs.end();
  });
}

}  // namespace

std::string_view to_text(RulePoint::Kind kind) {
  switch (kind) {
    case Kind::transition:
      return "transition";
    case Kind::refusal:
      return "refusal";
    case Kind::rung:
      return "rung";
    case Kind::override_:
      return "override";
  }
  DUBAN_ASSERT(false);
}

Coverage::Coverage(const Basis& basis) : basis_(basis) {
  const Rules& rules = basis.rules;
  for (const Event event : lifecycle_events) {
    if (is_step(event) && rules.base.transitions.count(event) == 0)
      add(Kind::refusal, std::string(duban::to_text(event)), 0);
  }
  for (const auto& [event, rule] : rules.base.transitions) add_transition("", event, rule);
  for (const Rung& rung : rules.base.rungs) add_rung("", rung);
  for (std::size_t i = 0; i < rules.overrides.size(); ++i) {
    const Override& change = rules.overrides[i];
    add(Kind::override_, "overrides[" + std::to_string(i + 1) + "]", change.line);
    for (const auto& [event, rule] : change.layer.transitions)
      add_transition(prefix_of(i), event, rule);
    for (const Rung& rung : change.layer.rungs) {
      if (!(rung.off && rung.off->value)) add_rung(prefix_of(i), rung);
    }
  }
  std::stable_sort(points_.begin(), points_.end(), [](const RulePoint& a, const RulePoint& b) {
    return std::pair(a.line, a.column) < std::pair(b.line, b.column);
  });
}

void Coverage::add(Kind kind, std::string name, std::uint32_t line, std::uint32_t column) {
  points_.push_back({kind, std::move(name), line, column, false});
}

void Coverage::add_transition(const std::string& prefix, Event event, const TransitionRule& rule) {
  const std::string name = prefix + std::string(duban::to_text(event));
  if (rule.by && !is_off(rule)) {
    for (const Role role : rule.by->value) {
      add(Kind::transition, name + ": " + std::string(duban::to_text(role)), rule.by->line,
          rule.by->column);
    }
  }
  each_refusing_leaf(rule, [&](const char* leaf, const auto& where) {
    if (std::string_view(leaf) != ".forbid")
      add(Kind::refusal, name + leaf, where.line, where.column);
  });
  if (!rule.forbid) return;
  for (const Party party : rule.forbid->value) {
    add(Kind::refusal, name + ".forbid: " + std::string(to_text(party)), rule.forbid->line,
        rule.forbid->column);
  }
}

void Coverage::add_rung(const std::string& prefix, const Rung& rung) {
  add(Kind::rung, prefix + rung.id, rung.line);
  if (rung.every && rung.times && rung.times->value > 0)
    add(Kind::rung, prefix + rung.id + "/2", rung.every->line, rung.every->column);
}

void Coverage::touch(Kind kind, const std::string& suffix, std::uint32_t line,
                     std::uint32_t column) {
  for (RulePoint& point : points_) {
    if (point.kind == kind && point.line == line && point.column == column &&
        point.name.ends_with(suffix))
      point.touched = true;
  }
}

void Coverage::lived(const Task& task) {
  const RuleLayer& folded = rules_for(basis_, task);
  for (std::size_t i = 0; i < basis_.rules.overrides.size(); ++i) {
    if (rules_without(basis_, task, i) == folded) continue;
    touch(Kind::override_, "overrides[" + std::to_string(i + 1) + "]",
          basis_.rules.overrides[i].line, 0);
  }
}

void Coverage::done(const Task& task, Event event, Role role) {
  const TransitionRule* rule = rules_for(basis_, task).transition(event);
  if (!rule || !rule->by) return;
  touch(Kind::transition, ": " + std::string(duban::to_text(role)), rule->by->line,
        rule->by->column);
}

void Coverage::refused(const Task& task, const Person& person, Event event, const Error& error) {
  if (error.rule.file.empty()) return;
  std::string suffix = error.rule.line == 0 ? std::string(duban::to_text(event)) : "";
  const TransitionRule* rule = rules_for(basis_, task).transition(event);
  if (error.code == Errc::forbidden && rule && rule->forbid) {
    for (const Party party : rule->forbid->value) {
      if (!tie_to(party, task, person, event, basis_.directory)) continue;
      suffix = ".forbid: " + std::string(to_text(party));
      break;
    }
  }
  touch(Kind::refusal, suffix, error.rule.line, error.rule.column);
}

void Coverage::raised(const Task& task, const Escalation& escalation) {
  const Rung* folded = rules_for(basis_, task).rung(escalation.rung);
  const std::string again = escalation.occurrence > 0 ? "/2" : "";
  const auto touch_rung = [&](const std::string& prefix, const Rung& rung) {
    touch(Kind::rung, prefix + rung.id, rung.line, 0);
    if (!again.empty() && rung.every)
      touch(Kind::rung, prefix + rung.id + again, rung.every->line, rung.every->column);
  };
  if (const Rung* rung = basis_.rules.base.rung(escalation.rung)) touch_rung("", *rung);
  for (std::size_t i = 0; i < basis_.rules.overrides.size(); ++i) {
    const Rung* changed = basis_.rules.overrides[i].layer.rung(escalation.rung);
    if (changed && folded && takes_effect(*changed, *folded)) touch_rung(prefix_of(i), *changed);
  }
}

int Coverage::count(bool touched) const {
  return static_cast<int>(std::count_if(points_.begin(), points_.end(),
                                        [&](const RulePoint& p) { return p.touched == touched; }));
}

std::string refusing_rule(const Rules& rules, Event event, const Error& error) {
  if (error.rule.file.empty()) return "";
  if (error.rule.line == 0) return std::string(duban::to_text(event));
  std::string found;
  const auto look = [&](const std::string& prefix, const RuleLayer& layer) {
    for (const auto& [listed, rule] : layer.transitions) {
      each_refusing_leaf(rule, [&](const char* leaf, const auto& where) {
        if (where.line == error.rule.line && where.column == error.rule.column)
          found = prefix + std::string(duban::to_text(listed)) + leaf;
      });
    }
  };
  look("", rules.base);
  for (std::size_t i = 0; i < rules.overrides.size(); ++i)
    look(prefix_of(i), rules.overrides[i].layer);
  return found;
}

}  // namespace duban
