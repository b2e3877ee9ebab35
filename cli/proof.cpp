#include "cli/proof.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/failure.hpp"
#include "cli/read_common.hpp"
#include "cli/read_entry.hpp"
#include "cli/words.hpp"
#include "cli/workspace.hpp"
#include "intake/calendar_file.hpp"
#include "intake/directory_file.hpp"
#include "text/caret.hpp"

namespace duban {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t story_lines_max = 24;

/// The name of a property in JSON and of its folder in the tests; and what it says.
struct Known {
  Property property;
  std::string_view name;
  std::string_view holds;
};
constexpr std::array<Known, property_count> properties{{
    {Property::ends, "ends", phrase("from every state a task can come to its end")},
    {Property::duties, "duties", phrase("nobody judges the own work, and somebody else can")},
    {Property::heard, "heard", phrase("nobody can be silent, and the ladder only rises")},
    {Property::alive, "alive", phrase("every event, rung and override takes effect")},
    {Property::no_storm, "no_storm", phrase("lead and co's cannot raise a storm")},
    {Property::audience, "audience", phrase("every rung has someone to hear it")},
    {Property::bounded, "bounded", phrase("no deadline is put off for ever")},
    {Property::answerable, "answerable", phrase("whoever hears a rung can act")},
}};

const Known& known(Property property) { return properties[static_cast<std::size_t>(property) - 1]; }

Basis basis_of(const Rules& rules, const ProofOffice& office) {
  Result<Zone> zone = Zone::find(rules.timezone);
  DUBAN_ASSERT(zone);  // asked when the file was read
  return {"proof", rules, office.calendar, office.directory, std::move(*zone)};
}

/// What of the file a rung is, for its author: "unstarted 迟迟不签收".
std::string rung_of(const Rules& rules, const std::string& id) {
  const Rung* rung = rules.base.rung(id);
  for (const Override& each : rules.overrides) {
    const Rung* other = each.layer.rung(id);
    if (!rung || !rung->name) rung = other && other->name ? other : rung;
  }
  return rung && rung->name ? id + " " + rung->name->value : id;
}

/// What a property that holds is bounded by; "" for those without a bound.
std::string bound_text(Lang lang, const Verdict& verdict, const Rules& rules, Property property) {
  if (property == Property::bounded) {
    return say(lang, "at most {count} extensions, and {span} of suspension",
               {{"count", std::to_string(verdict.put_off.extensions)},
                {"span", span_words(lang, verdict.put_off.suspended)}});
  }
  if (property == Property::heard) {
    const Values values{{"days", std::to_string(verdict.silence.days)},
                        {"after", std::to_string(verdict.silence.after_due.value_or(0))}};
    return verdict.silence.after_due
               ? say(lang, "within {days} days, or {after} days after due", values)
               : say(lang, "within {days} days", values);
  }
  if (property != Property::no_storm || verdict.storm.endless) return {};
  std::string list;
  for (const auto& [rung, count] : verdict.storm.rungs)
    list += (list.empty() ? "" : ", ") + rung_of(rules, rung) + " x " + std::to_string(count);
  return say(lang, "at most {count} in a year, {allowed} are allowed: {list}",
             {{"count", std::to_string(verdict.storm.most)},
              {"allowed", std::to_string(verdict.storm.allowed)},
              {"list", list}});
}

std::string line_of(const std::string& text, std::uint32_t number) {
  std::size_t at = 0;
  for (std::uint32_t i = 1; i < number && at != std::string::npos; ++i) {
    at = text.find('\n', at);
    if (at != std::string::npos) ++at;
  }
  return at == std::string::npos || number == 0 ? "" : text.substr(at, text.find('\n', at) - at);
}

/// The error that points at the word where the flaw is.
Error error_of(const Flaw& flaw, const std::string& text) {
  Error error{.code = Errc::bad_file, .message = flaw.message, .where = flaw.where};
  error.excerpt = line_of(text, flaw.where.line);
  for (std::size_t i = flaw.where.column; i > 0 && i <= error.excerpt.size(); ++i) {
    const char c = error.excerpt[i - 1];
    if (c == ':' || c == ' ' || c == ',') break;
    ++error.width;
  }
  return error;
}

/// "2018-12-31  督查一处  verify  reported -> verified"
std::string told_line(Lang lang, const Entry& entry, const Zone& zone) {
  std::string line = to_text(zone.date_of(entry.effective));
  const bool ours = entry.event == Event::escalate || entry.event == Event::deadline;
  if (!ours && entry.event != Event::assign) line += "  " + actor_text(lang, entry);
  line += "  " + word(lang, entry.event);
  const std::string details = details_text(lang, entry);
  if (!details.empty()) line += "  " + details;
  const std::string change = change_text(lang, entry);
  if (!change.empty() && entry.event != Event::escalate) line += "  " + change;
  return line;
}

std::vector<std::string> told(Lang lang, const Flaw& flaw, const Basis& basis) {
  std::vector<std::string> lines;
  if (!flaw.story) return lines;
  const auto whole = proof::tell(*flaw.story, basis);
  if (!whole) return lines;
  for (const Entry& entry : whole->entries) lines.push_back(told_line(lang, entry, basis.zone));
  if (!flaw.story->steps.empty()) {
    const proof::Step& last = flaw.story->steps.back();
    const std::string day = to_text(basis.zone.date_of(last.at));
    if (last.refused) {
      lines.push_back(say(lang, "{day}  {actor}  {event}: refused ({code})",
                          {{"day", day},
                           {"actor", last.command->by.actor.id},
                           {"event", std::string(to_text(last.command->event))},
                           {"code", std::string(to_text(*last.refused))}}));
    } else if (!last.command && whole->entries.back().effective < last.at) {
      lines.push_back(say(lang, "{day}  nothing more has happened", {{"day", day}}));
    }
  }
  return lines;
}

void print_flaw(Context& context, std::ostream& out, const Flaw& flaw, const std::string& text,
                const Basis& basis) {
  const Error error = error_of(flaw, text);
  const std::string label = say(context.lang, "property {number}",
                                {{"number", std::to_string(static_cast<int>(flaw.property))}});
  out << with_caret(error, label, say(context.lang, flaw.message));
  const std::vector<std::string> lines = told(context.lang, flaw, basis);
  const std::size_t shown = std::min(lines.size(), story_lines_max);
  // The end is what the story is told for.
  const std::size_t head = shown == lines.size() ? shown : story_lines_max / 2;
  for (std::size_t i = 0; i < head; ++i) out << "    " << lines[i] << '\n';
  if (head == lines.size()) return;
  out << "    "
      << say(context.lang, "... {count} more",
             {{"count", std::to_string(lines.size() - story_lines_max)}})
      << '\n';
  for (std::size_t i = lines.size() - (story_lines_max - head); i < lines.size(); ++i)
    out << "    " << lines[i] << '\n';
}

void print_flaws(Context& context, std::ostream& out, const Verdict& verdict,
                 const std::string& text, const Basis& basis) {
  for (const Flaw& flaw : verdict.flaws) print_flaw(context, out, flaw, text, basis);
  if (verdict.more_flaws == 0) return;
  out << say(context.lang, "... {count} more", {{"count", std::to_string(verdict.more_flaws)}})
      << '\n';
}

People people_of(const DirectoryFile& file) {
  People people;
  for (const Actor& actor : file.actors) people.actors[actor.id] = actor;
  people.grants = file.grants;
  return people;
}

Checked<ProofOffice> office_of_file(const Rules& rules, const std::string& path,
                                    std::string given) {
  const auto one = [](const Error& error) { return tl::make_unexpected(Errors{error}); };
  const Result<std::string> text = read_text(path);
  if (!text) return one(text.error());
  Checked<DirectoryFile> directory = load_directory(*text, path);
  if (!directory) return tl::make_unexpected(directory.error());
  const Result<fs::path> config = shipped_config();
  if (!config) return one(config.error());
  Checked<Calendar> calendar = read_calendar(*config / "calendars" / rules.calendar);
  if (!calendar) return tl::make_unexpected(calendar.error());
  return ProofOffice{
      std::move(given), directory->directory, people_of(*directory), std::move(*calendar), {}};
}

}  // namespace

Checked<ProofOffice> office_of(Context& context, const Rules& rules,
                               const std::string& directory_file) {
  if (!directory_file.empty()) return office_of_file(rules, directory_file, directory_file);
  std::error_code failure;
  if (context.directory.empty() && !find_workspace(fs::current_path(failure))) {
    const Result<fs::path> config = shipped_config();
    if (!config) return tl::make_unexpected(Errors{config.error()});
    return office_of_file(rules, *config / "departments" / "hunan.yaml", "");
  }
  const auto reading = duban::reading(context);
  if (!reading) return tl::make_unexpected(Errors{reading.error()});
  const Basis& basis = (*reading)->basis();
  Result<std::vector<std::string>> leads = leads_ever((*reading)->view());
  if (!leads) return tl::make_unexpected(Errors{leads.error()});
  return ProofOffice{"", basis.directory, (*reading)->people(), basis.calendar, std::move(*leads)};
}

void print_verdict(Context& context, const Verdict& verdict, const Rules& rules,
                   const std::string& text, const ProofOffice& office) {
  const Lang lang = context.lang;
  context.out << say(lang, "{kinds} kinds of tasks, {states} states:",
                     {{"kinds", std::to_string(verdict.shapes)},
                      {"states", std::to_string(verdict.states)}})
              << '\n';
  for (const Known& each : properties) {
    const bool holds = verdict.holds(each.property);
    const std::string result = holds                              ? say(lang, "holds")
                               : verdict.is_flawed(each.property) ? say(lang, "fails")
                                                                  : say(lang, "not explored");
    context.out << "  " << static_cast<int>(each.property) << "  " << result << "  "
                << say(lang, each.holds);
    const std::string bound =
        holds ? bound_text(lang, verdict, rules, each.property) : std::string();
    if (!bound.empty()) context.out << (lang == Lang::zh ? "：" : ": ") << bound;
    context.out << '\n';
  }
  if (!verdict.complete()) {
    std::string numbers;
    for (const Property each : verdict.unexplored)
      numbers += (numbers.empty() ? "" : ", ") + std::to_string(static_cast<int>(each));
    context.out << say(lang,
                       "too much to explore: nothing more was tried of {numbers}, so they count as "
                       "lacking; a plainer file is explored to its end",
                       {{"numbers", numbers}})
                << '\n';
  }
  print_warnings(context, context.out, verdict);
  print_flaws(context, context.out, verdict, text, basis_of(rules, office));
}

void print_warnings(Context& context, std::ostream& out, const Verdict& verdict) {
  for (const Message& each : verdict.warnings) {
    out << say(context.lang, "warning") << (context.lang == Lang::zh ? "：" : ": ")
        << shown(say(context.lang, each)) << '\n';
  }
}

std::vector<LackedProperty> lacks_of(const Verdict& verdict) {
  std::vector<LackedProperty> lacks;
  for (const Known& each : properties) {
    if (verdict.holds(each.property)) continue;
    lacks.push_back({static_cast<int>(each.property), !verdict.is_flawed(each.property)});
  }
  return lacks;
}

Message taken_words(const RulesTaken& taken) {
  std::string numbers;
  for (const LackedProperty& each : taken.despite.lacks)
    numbers += (numbers.empty() ? "" : ", ") + std::to_string(each.property);
  return {"{actor} put the rules in force though they lack property {numbers}, entry {seq}: {note}",
          {{"actor", taken.actor},
           {"numbers", numbers},
           {"seq", std::to_string(taken.seq)},
           {"note", taken.despite.note}}};
}

Value json_of(Context& context, const Verdict& verdict, const Rules& rules,
              const ProofOffice& office) {
  const Basis basis = basis_of(rules, office);
  Value value{Value::Object{}};
  Value list{Value::Array{}};
  for (const Known& each : properties)
    list.push(Value::Object{{"name", each.name},
                            {"number", static_cast<int>(each.property)},
                            {"holds", verdict.holds(each.property)},
                            {"explored", !verdict.unexplored.contains(each.property)}});
  value.set("properties", std::move(list));
  value.set("kinds", verdict.shapes);
  value.set("states", verdict.states);
  value.set("complete", verdict.complete());
  Value warnings{Value::Array{}};
  for (const Message& each : verdict.warnings) warnings.push(say(context.lang, each));
  value.set("warnings", std::move(warnings));
  value.set("put_off", Value::Object{{"extensions", verdict.put_off.extensions},
                                     {"suspended", to_text(verdict.put_off.suspended)}});
  value.set("silence", Value::Object{{"days", verdict.silence.days},
                                     {"after_due", verdict.silence.after_due
                                                       ? Value(*verdict.silence.after_due)
                                                       : Value()}});
  Value rungs{Value::Object{}};
  for (const auto& [rung, count] : verdict.storm.rungs) rungs.set(rung, count);
  value.set("storm",
            Value::Object{{"most", verdict.storm.endless ? Value() : Value(verdict.storm.most)},
                          {"allowed", verdict.storm.allowed},
                          {"rungs", std::move(rungs)}});
  Value flaws{Value::Array{}};
  for (const Flaw& flaw : verdict.flaws) {
    Value story{Value::Array{}};
    for (std::string& line : told(context.lang, flaw, basis)) story.push(std::move(line));
    flaws.push(Value::Object{{"property", known(flaw.property).name},
                             {"at", to_text(flaw.where)},
                             {"subject", flaw.subject},
                             {"message", say(context.lang, flaw.message)},
                             {"story", std::move(story)}});
  }
  value.set("flaws", std::move(flaws));
  return value;
}

int refuse_flawed(Context& context, const Verdict& verdict, const Rules& rules,
                  const std::string& text, const ProofOffice& office) {
  std::string broken, unexplored;
  for (const LackedProperty& each : lacks_of(verdict)) {
    std::string& list = each.unexplored ? unexplored : broken;
    list += (list.empty() ? "" : ", ") + std::to_string(each.property);
  }
  const Values values{{"file", rules.file}, {"broken", broken}, {"unexplored", unexplored}};
  Error error{.code = Errc::conflict, .message = {}};
  if (unexplored.empty()) {
    error.message = {
        "{file} is not put in force: it breaks property {broken}, see duban rules check", values};
  } else if (broken.empty()) {
    error.message = {
        "{file} is not put in force: property {unexplored} could not be explored to "
        "its end, see duban rules check",
        values};
  } else {
    error.message = {
        "{file} is not put in force: it breaks property {broken}, and {unexplored} "
        "could not be explored to its end, see duban rules check",
        values};
  }
  if (!context.json()) print_flaws(context, context.err, verdict, text, basis_of(rules, office));
  return fail(context, error);
}

std::string scenarios_of(const Verdict& verdict, const Rules& rules, const ProofOffice& office,
                         const std::string& path) {
  const Basis basis = basis_of(rules, office);
  const auto seen_from = [&](const std::string& file) {
    std::error_code failure;
    const fs::path base = fs::absolute(path, failure).parent_path();
    const fs::path relative = fs::proximate(fs::absolute(file, failure), base, failure);
    return failure ? file : relative.string();
  };
  ScenarioFile file{
      .file = path,
      .rules = seen_from(rules.file),
      .directory = office.directory_file.empty() ? std::string() : seen_from(office.directory_file),
      .calendar = {},
      .scenarios = {}};
  for (const Flaw& flaw : verdict.flaws) {
    if (!flaw.story || flaw.story->steps.empty()) continue;
    const std::string name = std::to_string(file.scenarios.size() + 1) + " " +
                             std::string(known(flaw.property).name) + ": " + to_text(flaw.message);
    file.scenarios.push_back(proof::to_scenario(*flaw.story, basis, name));
  }
  return to_yaml(file);
}

}  // namespace duban
