#include "cli/timer_words.hpp"

#include "cli/read_common.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban {
namespace {

std::string span_text(Lang lang, Span span) {
  if (lang == Lang::zh) return (span.count < 0 ? " 前" : " 后") + span_words(lang, span);
  const Span length{span.count < 0 ? -span.count : span.count, span.unit};
  return (span.count < 0 ? " - " : " + ") + to_text(length);
}

/// "12-30…01-01"; "01-01" for one day.
std::string range_text(const DayRange& range) {
  const std::string first = to_text(range.first).substr(5);
  return range.first == range.last ? first : first + "..." + to_text(range.last).substr(5);
}

/// With `rules`: for people, who know rungs by their names.
std::string sum_of(Lang lang, const TimerAhead& timer, const RuleLayer* rules) {
  if (timer.rung)
    return sum_text(lang, timer.rung->at->value, timer.walks, timer.rung, timer.occurrence, rules);
  return timer.from ? to_text(*timer.from) + span_text(lang, {1, SpanUnit::day}) : std::string();
}

/// Of an escalation: the repetition as its length, since the rung may be another by now.
std::string sum_of(Lang lang, const TimerBehind& timer, const RuleLayer* rules) {
  if (timer.walks.empty()) return "";
  if (!timer.raised)
    return to_text(timer.walks.front().from) + span_text(lang, timer.walks.front().span);
  return sum_text(lang, *timer.at, timer.walks, nullptr, timer.raised->occurrence, rules);
}

std::vector<std::string> listening_remarks(Lang lang, const TimerAhead& timer, const Task& task) {
  std::vector<std::string> remarks;
  if (!timer.listening) {
    std::vector<std::string> states;
    for (const TaskState state : timer.rung->in->value) states.emplace_back(to_text(state));
    remarks.push_back(say(lang,
                          timer.rung->when_missing && timer.rung->when_missing->value
                              ? phrase("only while {states} and a co owes")
                              : phrase("only while {states}"),
                          {{"states", joined(Lang::en, states)}}));
  }
  if (!timer.falls) remarks.push_back(say(lang, "not if nobody acts"));
  if (task.state == TaskState::suspended && timer.rung)
    remarks.push_back(say(lang, "moves with the suspension"));
  if (timer.rung && timer.rung->every && timer.rung->times) {
    remarks.push_back(say(lang, "number {number} of {times}",
                          {{"number", std::to_string(timer.occurrence + 1)},
                           {"times", std::to_string(timer.rung->times->value + 1)}}));
  }
  return remarks;
}

bool is_provisional(const std::vector<SpanWalk>& walks) {
  for (const SpanWalk& each : walks) {
    if (each.provisional) return true;
  }
  return false;
}

void add_counting(Lang lang, const std::vector<SpanWalk>& walks,
                  std::vector<std::string>& remarks) {
  const std::string skipped = skipped_text(lang, walks);
  if (!skipped.empty()) remarks.push_back(skipped);
  if (is_provisional(walks)) remarks.push_back(say(lang, "provisional"));
}

std::string recipients_text(Lang lang, const std::vector<std::string>& notify) {
  std::vector<std::string> words;
  for (const std::string& who : notify) words.push_back(recipient_word(lang, who));
  return joined(lang, words);
}

Value json_of(const std::vector<SpanWalk>& walks) {
  Value::Array all;
  for (const SpanWalk& each : walks) {
    Value::Array off, work;
    for (const DayRange& range : each.off)
      off.push_back(Value::Object{{"first", to_text(range.first)}, {"last", to_text(range.last)}});
    for (const Date day : each.work) work.push_back(to_text(day));
    all.push_back(Value::Object{{"from", to_text(each.from)},
                                {"span", to_text(each.span)},
                                {"to", to_text(each.to)},
                                {"off", std::move(off)},
                                {"work", std::move(work)}});
  }
  return all;
}

}  // namespace

std::string sum_text(Lang lang, const At& at, const std::vector<SpanWalk>& walks, const Rung* rung,
                     int occurrence, const RuleLayer* rules) {
  std::string text = anchor_words(lang, at, rules) + " " + to_text(walks.front().from);
  if (walks.front().span.count != 0) text += span_text(lang, walks.front().span);
  if (walks.size() < 2) return text;
  if (rung && rung->every) {
    return text + (lang == Lang::zh ? " 再后" : " + ") + std::to_string(occurrence) + " x " +
           span_words(lang, rung->every->value);
  }
  return text + span_text(lang, walks.back().span);
}

std::string skipped_text(Lang lang, const std::vector<SpanWalk>& walks) {
  std::vector<std::string> off, work;
  for (const SpanWalk& each : walks) {
    for (const DayRange& range : each.off) {
      if (off.empty() || off.back() != range_text(range)) off.push_back(range_text(range));
    }
    for (const Date day : each.work) work.push_back(to_text(day).substr(5));
  }
  std::vector<std::string> parts;
  if (!off.empty()) parts.push_back(say(lang, "skips {days}", {{"days", joined(lang, off)}}));
  if (!work.empty())
    parts.push_back(say(lang, "make-up work {days}", {{"days", joined(lang, work)}}));
  return joined(lang, parts);
}

Sheet sheet_of(Lang lang, const std::vector<TimerAhead>& timers, const Task& task,
               const Basis& basis) {
  Sheet sheet{{{"day", ColumnKind::date},
               {"timer", ColumnKind::key},
               {"counted", ColumnKind::key},
               {"level", ColumnKind::key},
               {"to", ColumnKind::name},
               {"rule", ColumnKind::key},
               {"remarks", ColumnKind::text}},
              {}};
  const RuleLayer& rules = rules_for(basis, task);
  for (const TimerAhead& timer : timers) {
    const Rung* rung = timer.rung;
    std::vector<std::string> remarks = listening_remarks(lang, timer, task);
    add_counting(lang, timer.walks, remarks);
    sheet.rows.push_back(
        {to_text(timer.day),
         rung ? rung_word(lang, *rung)
              : word(lang, timer.what == "resume" ? Event::resume : Event::deadline),
         sum_of(lang, timer, &rules),
         rung ? level_word(lang, rung->level ? rung->level->value : 0) : "",
         rung && rung->notify ? recipients_text(lang, rung->notify->value) : "",
         rung ? rule_text({basis.rules.file, rung->line, 0}) : "", joined(lang, remarks)});
  }
  return sheet;
}

Sheet sheet_of(Lang lang, const std::vector<TimerBehind>& timers, const Task& task,
               const Basis& basis) {
  Sheet sheet{{{"day", ColumnKind::date},
               {"timer", ColumnKind::key},
               {"counted", ColumnKind::key},
               {"level", ColumnKind::key},
               {"to", ColumnKind::name},
               {"remarks", ColumnKind::text}},
              {}};
  const RuleLayer& rules = rules_for(basis, task);
  for (const TimerBehind& timer : timers) {
    const std::optional<Escalation>& raised = timer.raised;
    std::vector<std::string> remarks;
    if (raised && basis.zone.date_of(raised->raised) != timer.day) {
      remarks.push_back(
          say(lang, "raised {day}", {{"day", to_text(basis.zone.date_of(raised->raised))}}));
    }
    if (raised && is_open(*raised, task, basis)) remarks.push_back(say(lang, "open"));
    if (raised && !raised->recorded) remarks.push_back(say(lang, "not yet recorded"));
    add_counting(lang, timer.walks, remarks);
    sheet.rows.push_back(
        {to_text(timer.day),
         raised ? rung_word(lang, rules, raised->rung, raised->level) : word(lang, timer.event),
         sum_of(lang, timer, &rules), raised ? level_word(lang, raised->level) : "",
         raised ? recipients_text(lang, raised->notify) : "", joined(lang, remarks)});
  }
  return sheet;
}

Value json_of(const TimerAhead& timer, const Basis& basis) {
  const Rung* rung = timer.rung;
  return Value::Object{
      {"day", to_text(timer.day)},
      {"timer", timer.what},
      {"counted", sum_of(Lang::en, timer, nullptr)},
      {"walks", json_of(timer.walks)},
      {"level", rung ? Value(rung->level ? rung->level->value : 0) : Value()},
      {"occurrence", rung ? Value(timer.occurrence) : Value()},
      {"listening", timer.listening},
      {"falls", timer.falls},
      {"provisional", is_provisional(timer.walks)},
      {"rule", rung ? Value(rule_text({basis.rules.file, rung->line, 0})) : Value()}};
}

Value json_of(const TimerBehind& timer) {
  const std::optional<Escalation>& raised = timer.raised;
  Value value = Value::Object{{"day", to_text(timer.day)},
                              {"timer", raised ? Value(raised->rung) : Value(to_text(timer.event))},
                              {"counted", sum_of(Lang::en, timer, nullptr)},
                              {"walks", json_of(timer.walks)}};
  value.set("level", raised ? Value(raised->level) : Value());
  value.set("generation", raised ? Value(raised->generation) : Value());
  value.set("occurrence", raised ? Value(raised->occurrence) : Value());
  value.set("notify",
            raised ? Value(Value::Array(raised->notify.begin(), raised->notify.end())) : Value());
  value.set("raised", raised ? Value(to_text(raised->raised)) : Value());
  value.set("recorded", raised && raised->recorded ? Value(to_text(*raised->recorded)) : Value());
  return value;
}

}  // namespace duban
