#include "cli/rules_cites.hpp"

#include <algorithm>

#include "cli/answer.hpp"

namespace duban {
namespace {

/// One rule and what it rests on.
struct Resting {
  std::string_view kind;  ///< file, transition, rung, override
  std::string id;
  std::uint32_t line = 0;
  std::uint32_t change = 0;  ///< line of the override that it stands in; 0: in none
  Cites cites = {};
  std::string name = {};  ///< of a rung, for people
};

Cites cites_of(const Maybe<Cites>& cites) { return cites ? cites->value : Cites{}; }

/// Any leaf tells where a step's rule stands; those of overrides may have but one.
std::uint32_t line_of(const TransitionRule& rule) {
  std::uint32_t line = 0;
  const auto look = [&](const auto& leaf) {
    if (leaf && leaf->line > 0 && (line == 0 || leaf->line < line)) line = leaf->line;
  };
  look(rule.off);
  look(rule.by);
  look(rule.in);
  look(rule.forbid);
  look(rule.note);
  look(rule.evidence);
  look(rule.any);
  look(rule.contributions);
  look(rule.limit);
  look(rule.max);
  look(rule.cites);
  return line;
}

/// In an override only what says itself what it rests on: the rest stands on the override's.
void add_layer(const RuleLayer& layer, std::uint32_t change, std::vector<Resting>& all) {
  for (const auto& [event, rule] : layer.transitions) {
    if (change > 0 && !rule.cites) continue;
    all.push_back(
        {"transition", std::string(to_text(event)), line_of(rule), change, cites_of(rule.cites)});
  }
  for (const Rung& rung : layer.rungs) {
    if (change > 0 && !rung.cites) continue;
    all.push_back({"rung", rung.id, rung.line, change, cites_of(rung.cites),
                   rung.name ? rung.name->value : std::string()});
  }
}

std::vector<Resting> resting(const Rules& rules) {
  std::vector<Resting> all;
  all.push_back({"file", rules.name, 0, 0, cites_of(rules.cites)});
  if (rules.cites) all.back().line = rules.cites->line;
  add_layer(rules.base, 0, all);
  for (const Override& change : rules.overrides) {
    all.push_back({"override", "", change.line, 0, cites_of(change.cites)});
    add_layer(change.layer, change.line, all);
  }
  std::stable_sort(all.begin() + 1, all.end(),
                   [](const Resting& a, const Resting& b) { return a.line < b.line; });
  return all;
}

std::string rule_words(Lang lang, const Resting& rule) {
  std::string words;
  if (rule.kind == "file") words = say(lang, "the file '{name}'", {{"name", rule.id}});
  if (rule.kind == "override") words = say(lang, "exception");
  if (rule.kind == "rung") {
    const std::string named = rule.name.empty() ? rule.id : rule.name + " (" + rule.id + ")";
    words = say(lang, "rung {id}", {{"id", named}});
  }
  if (rule.kind == "transition") words = word(lang, *parse_event(rule.id));
  if (rule.change > 0)
    words +=
        say(lang, ", in the exception of line {line}", {{"line", std::to_string(rule.change)}});
  return words;
}

}  // namespace

void print_cites(Context& context, const Rules& rules) {
  const Lang lang = context.lang;
  Answer answer(
      context,
      {{"line", ColumnKind::number}, {"rule", ColumnKind::text}, {"rests on", ColumnKind::text}});
  int without = 0;
  const std::vector<Resting> all = resting(rules);
  for (const Resting& rule : all) {
    if (rule.cites.empty()) ++without;
    answer.add(
        [&]() -> std::vector<Cell> {
          return {rule.line > 0 ? std::to_string(rule.line) : std::string(), rule_words(lang, rule),
                  rule.cites.empty() ? say(lang, "nothing") : joined(lang, rule.cites)};
        },
        [&]() -> Value {
          return Value::Object{
              {"kind", rule.kind},
              {"id", rule.id.empty() ? Value() : Value(rule.id)},
              {"line", rule.line > 0 ? Value(static_cast<std::int64_t>(rule.line)) : Value()},
              {"override",
               rule.change > 0 ? Value(static_cast<std::int64_t>(rule.change)) : Value()},
              {"cites", Value::Array(rule.cites.begin(), rule.cites.end())}};
        });
  }
  answer.finish("the file has no rules");
  if (context.format == Format::table) {
    context.out << say(lang, "{count} of {all} rest on a text, {without} on nothing",
                       {{"count", std::to_string(all.size() - static_cast<std::size_t>(without))},
                        {"all", std::to_string(all.size())},
                        {"without", std::to_string(without)}})
                << '\n';
  }
}

}  // namespace duban
