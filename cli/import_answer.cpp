#include "cli/import_answer.hpp"

#include "cli/answer.hpp"
#include "cli/output.hpp"
#include "cli/words.hpp"
#include "intake/review.hpp"
#include "text/caret.hpp"

namespace duban {
namespace {

std::string number(std::int64_t n) { return std::to_string(n); }

/// "2017: 2, 2018: 13"
std::string years(Lang lang, const ImportReceipt& receipt) {
  std::vector<std::string> list;
  for (const auto& [year, count] : receipt.due_years) {
    list.push_back(
        say(lang, "{year}: {count}", {{"year", number(year)}, {"count", number(count)}}));
  }
  return joined(lang, list);
}

/// How many tasks under which headings; a plain list has none.
std::string counted_tasks(Lang lang, const std::string& plan, const PlanSummary& summary) {
  const Values values{{"plan", plan},
                      {"tasks", number(summary.tasks)},
                      {"parts", number(summary.parts)},
                      {"sections", number(summary.sections)},
                      {"mentions", number(summary.mentions)},
                      {"leads", number(summary.tasks)}};
  if (summary.parts > 0) {
    return say(lang,
               "{plan}: {tasks} tasks in {parts} parts and {sections} sections; {mentions} "
               "departments named, {leads} of them as lead",
               values);
  }
  if (summary.sections > 0) {
    return say(lang,
               "{plan}: {tasks} tasks in {sections} sections; {mentions} departments named, "
               "{leads} of them as lead",
               values);
  }
  return say(lang, "{plan}: {tasks} tasks; {mentions} departments named, {leads} of them as lead",
             values);
}

/// What the paper says of itself, and which of its columns have no place of their own.
void print_paper(Context& context, const PlanSummary& summary) {
  const Lang lang = context.lang;
  std::vector<std::string> said;
  if (!summary.number.empty()) said.push_back(summary.number);
  if (!summary.issuer.empty()) said.push_back(summary.issuer);
  if (summary.issued) said.push_back(to_text(*summary.issued));
  if (!said.empty()) {
    context.out << say(lang, "the document says of itself: {facts}",
                       {{"facts", shown(joined(lang, said))}})
                << '\n';
  }
  if (!summary.kept.empty()) {
    context.out << say(lang, "kept under their own headings: {names}",
                       {{"names", shown(joined(lang, summary.kept))}})
                << '\n';
  }
}

}  // namespace

void print_counts(Context& context, const ImportAsked& asked, const ImportReceipt& receipt) {
  const Lang lang = context.lang;
  const PlanSummary& summary = receipt.summary;
  if (receipt.unchanged) {
    context.out << say(lang, "plan {plan} is there already, the same: nothing has changed",
                       {{"plan", asked.plan}})
                << '\n';
    return;
  }
  context.out << counted_tasks(lang, asked.plan, summary) << '\n';
  context.out << say(lang, "{ongoing} ongoing", {{"ongoing", number(receipt.ongoing)}});
  if (!receipt.due_years.empty()) {
    context.out << say(lang, "; due {years}", {{"years", years(lang, receipt)}});
  }
  context.out << '\n';
  print_paper(context, summary);
  if (asked.dry_run) context.out << say(lang, "(dry run: nothing is written)") << '\n';
}

namespace {

/// "  县水利剧 (2): plan.csv: line 3; plan.csv: line 9; did you mean 县水利局?"
void print_stranger(Context& context, const Stranger& stranger) {
  const Lang lang = context.lang;
  std::string places;
  for (const Place& place : stranger.places) {
    places += (places.empty() ? "" : "; ") + shown(place_words(lang, to_text(place)));
  }
  if (stranger.count > stranger.places.size()) places += "; ...";
  const Values values{{"name", shown(stranger.name)},
                      {"count", std::to_string(stranger.count)},
                      {"places", places},
                      {"guess", shown(stranger.like)}};
  context.out << "  "
              << (stranger.like.empty()
                      ? say(lang, "{name} ({count}): {places}", values)
                      : say(lang, "{name} ({count}): {places}; did you mean {guess}?", values))
              << '\n';
}

}  // namespace

void print_doubts(Context& context, const ImportAsked& asked, const ImportReceipt& receipt) {
  const Lang lang = context.lang;
  const PlanSummary& summary = receipt.summary;
  if (!summary.doubts.empty()) {
    context.out << '\n'
                << say(lang, "Read with doubt, please look ({count}):",
                       {{"count", std::to_string(summary.doubts_total)}})
                << '\n';
    for (const Doubt& doubt : summary.doubts) {
      context.out << "  " << shown(place_words(lang, to_text(doubt.place))) << colon(lang)
                  << shown(say(lang, doubt.message)) << '\n';
    }
  }
  if (!summary.unregistered.empty()) {
    context.out << '\n'
                << (asked.registers && !asked.dry_run
                        ? say(lang, "Names added to the directory:")
                        : say(lang,
                              "Names outside the directory (名录外); '--register' adds them:"))
                << '\n';
    for (const Stranger& stranger : summary.unregistered) print_stranger(context, stranger);
  }
  if (!receipt.unverifiable.empty()) {
    context.out << '\n'
                << say(lang, "Tasks that nobody in the directory may verify ({count}):",
                       {{"count", std::to_string(receipt.unverifiable_total)}})
                << '\n';
    for (const TaskKey& key : receipt.unverifiable) context.out << "  " << to_text(key) << '\n';
    if (const std::size_t left = receipt.unverifiable_total - receipt.unverifiable.size(); left > 0)
      context.out << "  " << say(lang, "and {count} more", {{"count", std::to_string(left)}})
                  << '\n';
  }
}

namespace {

/// "2018-06-30", "ongoing", "every month on 1/10 -> 2020-12-31", "2018-06-30, 2018-12-31, ongoing".
std::string due_text(Lang lang, const Deadline& deadline) {
  std::string text;
  for (const Stage& stage : deadline.stages)
    text += (text.empty() ? "" : ", ") + to_text(stage.due);
  if (text.empty() && !deadline.ongoing) text = to_text(deadline.due);
  if (!deadline.ongoing && !deadline.then_ongoing) return text;
  text += text.empty() ? "" : ", ";
  text += intake::cycle_words(deadline, lang == Lang::zh);
  if (deadline.ends) text += " -> " + to_text(*deadline.ends);
  return text;
}

void add(Value& value, const Deadline& deadline) {
  value.set("ongoing", deadline.ongoing);
  value.set("due", deadline.ongoing ? Value() : Value(to_text(deadline.due)));
  value.set("every", deadline.every ? Value(to_text(*deadline.every)) : Value());
  value.set("day", deadline.day ? Value(Value::Object{{"month", deadline.day->month},
                                                      {"day", deadline.day->day}})
                                : Value());
  value.set("ends", deadline.ends ? Value(to_text(*deadline.ends)) : Value());
  Value stages = Value::Array{};
  for (const Stage& stage : deadline.stages)
    stages.push(Value::Object{{"due", to_text(stage.due)}, {"words", stage.words}});
  value.set("stages", std::move(stages));
  value.set("then_ongoing", deadline.then_ongoing);
}

Value json_of(const PlanRow& row) {
  Value value;
  value.set("task", to_text(row.key));
  value.set("titles", Value::Array(row.titles.begin(), row.titles.end()));
  value.set("part_title", part_title(row.titles));
  value.set("section_title", section_title(row.titles));
  value.set("content", row.content);
  value.set("lead", row.lead);
  value.set("co", Value::Array(row.co.begin(), row.co.end()));
  value.set("deadline", row.deadline_text);
  add(value, row.deadline);
  value.set("address", row.address);
  Value extra = Value::Array{};
  for (const auto& [heading, text] : row.extra) {
    extra.push(Value::Object{{"heading", heading}, {"text", text}});
  }
  value.set("extra", std::move(extra));
  return value;
}

}  // namespace

void print_rows(Context& context, const std::vector<PlanRow>& rows) {
  const Lang lang = context.lang;
  Answer answer(context, {{"task", ColumnKind::key},
                          {"due", ColumnKind::date},
                          {"deadline in the document", ColumnKind::text},
                          {"lead", ColumnKind::name},
                          {"co", ColumnKind::name},
                          {"title", ColumnKind::text}});
  for (const PlanRow& row : rows) {
    answer.add(
        [&]() -> std::vector<Cell> {
          return {to_text(row.key), due_text(lang, row.deadline), row.deadline_text,
                  row.lead,         joined(lang, row.co),         title_of(row.content)};
        },
        [&] { return json_of(row); });
  }
  answer.finish("no tasks");
}

Value import_json(Lang lang, const ImportAsked& asked, const ImportReceipt& receipt) {
  const PlanSummary& summary = receipt.summary;
  Value value;
  value.set("plan", asked.plan);
  value.set("unchanged", receipt.unchanged);
  value.set("dry_run", asked.dry_run);
  value.set("title", summary.title);
  value.set("number", summary.number);
  value.set("issuer", summary.issuer);
  value.set("issued", summary.issued ? Value(to_text(*summary.issued)) : Value());
  value.set("kept", Value::Array(summary.kept.begin(), summary.kept.end()));
  value.set("parts", summary.parts);
  value.set("sections", summary.sections);
  value.set("tasks", summary.tasks);
  value.set("ongoing", receipt.ongoing);
  value.set("mentions", summary.mentions);
  Value due = Value::Object{};
  for (const auto& [year, count] : receipt.due_years) due.set(number(year), count);
  value.set("due", std::move(due));
  Value doubts = Value::Array{};
  for (const Doubt& doubt : summary.doubts) {
    doubts.push(Value::Object{{"at", to_text(doubt.place)}, {"message", say(lang, doubt.message)}});
  }
  value.set("doubts", std::move(doubts));
  Value strangers = Value::Array{};
  for (const Stranger& stranger : summary.unregistered) {
    Value::Array places;
    for (const Place& place : stranger.places) places.emplace_back(to_text(place));
    strangers.push(Value::Object{{"name", stranger.name},
                                 {"count", static_cast<std::int64_t>(stranger.count)},
                                 {"at", std::move(places)},
                                 {"like", stranger.like.empty() ? Value() : Value(stranger.like)}});
  }
  value.set("unregistered", std::move(strangers));
  value.set("registered", asked.registers && !asked.dry_run && !receipt.unchanged);
  Value unverifiable = Value::Array{};
  for (const TaskKey& key : receipt.unverifiable) unverifiable.push(to_text(key));
  value.set("unverifiable", std::move(unverifiable));
  if (asked.dry_run) {
    Value rows = Value::Array{};
    for (const PlanRow& row : receipt.rows) rows.push(json_of(row));
    value.set("rows", std::move(rows));
  }
  return value;
}

}  // namespace duban
