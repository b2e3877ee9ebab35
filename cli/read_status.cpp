// `duban status`: the board.
#include <algorithm>

#include "cli/answer.hpp"
#include "cli/csv.hpp"
#include "cli/read_common.hpp"
#include "cli/tally.hpp"
#include "engine/log/base64.hpp"

namespace duban {
namespace {

constexpr std::array all_lights{Light::green, Light::yellow, Light::red, Light::grey};
constexpr std::size_t short_root = 8;

using DepartmentRow = std::pair<std::string, DepartmentCounts>;

/// Those with most that is late first, then with most to do, then by name.
std::vector<DepartmentRow> ranked(const Tally& tally) {
  std::vector<DepartmentRow> rows(tally.departments.begin(), tally.departments.end());
  const auto late = [](const DepartmentRow& row) { return row.second.lead.late; };
  const auto owed = [](const DepartmentRow& row) {
    return row.second.co.late + row.second.co.owing;
  };
  const auto due = [](const DepartmentRow& row) { return row.second.lead.due + row.second.co.due; };
  std::stable_sort(rows.begin(), rows.end(), [&](const DepartmentRow& a, const DepartmentRow& b) {
    return std::make_tuple(-late(a), -owed(a), -due(a)) <
           std::make_tuple(-late(b), -owed(b), -due(b));
  });
  return rows;
}

class Screenful {
 public:
  Screenful(Context& context, const Reading& reading, const Tally& tally)
      : context_(context), lang_(context.lang), reading_(reading), tally_(tally) {}

  Sheet states() const {
    Sheet sheet{{{"state", ColumnKind::key}, {"tasks", ColumnKind::number}}, {}};
    for (const Light light : all_lights)
      sheet.columns.push_back({light_heading(light), ColumnKind::number});
    const bool is_csv = context_.format == Format::csv;
    const auto number = [&](int count) {
      return count > 0 || is_csv ? std::to_string(count) : std::string("-");
    };
    const auto add = [&](std::string name, int total, const auto& count_of) {
      std::vector<Cell> row{std::move(name), std::to_string(total)};
      for (const Light light : all_lights) {
        const int count = count_of(light);
        row.emplace_back(number(count), count > 0 ? tint_of(light) : Tint::none);
      }
      sheet.rows.push_back(std::move(row));
    };
    for (const TaskState state : all_states) {
      if (tally_.in_state(state) == 0) continue;
      add(word(lang_, state), tally_.in_state(state), [&](Light light) {
        return tally_.states[static_cast<std::size_t>(state)][static_cast<std::size_t>(light)];
      });
    }
    add(say(lang_, "all"), tally_.tasks, [&](Light light) { return tally_.in_light(light); });
    return sheet;
  }

  Sheet departments() const {
    Sheet sheet{{{"department", ColumnKind::name},
                 {"leads", ColumnKind::number},
                 {"to do", ColumnKind::number},
                 {"done", ColumnKind::number},
                 {"late tasks", ColumnKind::number},
                 {"longest late", ColumnKind::number},
                 {"as co", ColumnKind::number},
                 {"to give", ColumnKind::number},
                 {"given", ColumnKind::number},
                 {"late as co", ColumnKind::number},
                 {"owing", ColumnKind::number}},
                {}};
    for (const auto& [name, counts] : ranked(tally_)) {
      const LeadCounts& lead = counts.lead;
      const CoCounts& co = counts.co;
      std::vector<Cell> row{marked(lang_, name, reading_.basis().directory)};
      const auto add = [&](int tasks, int count, Tint tint = Tint::none) {
        if (tasks == 0 && context_.format == Format::table) {
          row.emplace_back("");
        } else {
          row.emplace_back(std::to_string(count), count > 0 ? tint : Tint::none);
        }
      };
      for (const int count : {lead.tasks, lead.due, lead.done}) add(lead.tasks, count);
      add(lead.tasks, lead.late, Tint::red);
      add(context_.format == Format::table ? lead.longest : lead.tasks, lead.longest, Tint::red);
      for (const int count : {co.tasks, co.due, co.done}) add(co.tasks, count);
      add(co.tasks, co.late, Tint::red);
      add(co.tasks, co.owing, Tint::yellow);
      sheet.rows.push_back(std::move(row));
    }
    return sheet;
  }

  Sheet sections() const {
    Sheet sheet = groups("section");
    sheet.columns.insert(sheet.columns.begin() + 1, {"title", ColumnKind::text});
    for (const auto& [key, counts] : tally_.sections) {
      sheet.rows.push_back(row_of(to_text(key), counts));
      sheet.rows.back().insert(sheet.rows.back().begin() + 1, counts.title);
    }
    return sheet;
  }

  /// By what a column of the documents says; its heading is the document's own word.
  Sheet kept(const std::string& column) const {
    Sheet sheet = groups(column);
    for (const auto& [said, counts] : tally_.kept)
      sheet.rows.push_back(row_of(said.empty() ? "-" : shown(said), counts));
    return sheet;
  }

  Sheet by(const std::string& what) const {
    return what == "section"                      ? sections()
           : what.empty() || what == "department" ? departments()
                                                  : kept(what);
  }

  void print(const std::string& what) {
    std::ostream& out = context_.out;
    out << say(lang_, "tasks: {tasks}, plans: {plans}, as of {at}",
               {{"tasks", std::to_string(tally_.tasks)},
                {"plans", std::to_string(reading_.plans().size())},
                {"at", reading_.basis().zone.local_text(reading_.now())}})
        << (reading_.meta().rehearsal ? say(lang_, " (rehearsal)") : "") << "\n\n"
        << render(states(), lang_, context_.screen) << '\n'
        << say(lang_,
               "waits for: lead {lead}, co {co}, coordinator {verify} to verify and {decide} "
               "requests",
               {{"lead", std::to_string(tally_.wait_for_lead)},
                {"co", std::to_string(tally_.wait_for_co)},
                {"verify", std::to_string(tally_.to_verify)},
                {"decide", std::to_string(tally_.to_decide)}})
        << '\n';
    const Sheet sheet = this->by(what);
    if (!sheet.rows.empty()) out << '\n' << render(sheet, lang_, context_.screen);
    out << '\n'
        << say(lang_, "log: {size} entries, root {root}",
               {{"size", std::to_string(reading_.meta().size)},
                {"root", to_base64(reading_.meta().root).substr(0, short_root)}})
        << '\n'
        << late_night(lang_, reading_);
  }

  Value json() const {
    Value states_value{Value::Object{}};
    for (const TaskState state : all_states)
      states_value.set(std::string(to_text(state)), tally_.in_state(state));
    Value lights{Value::Object{}};
    for (const Light light : all_lights)
      lights.set(std::string(to_text(light)), tally_.in_light(light));
    Value::Array departments_value;
    for (const auto& [name, counts] : tally_.departments) {
      const LeadCounts& lead = counts.lead;
      const CoCounts& co = counts.co;
      departments_value.push_back(
          Value::Object{{"department", name},
                        {"lead", Value::Object{{"tasks", lead.tasks},
                                               {"due", lead.due},
                                               {"done", lead.done},
                                               {"late", lead.late},
                                               {"longest_late", lead.longest}}},
                        {"co", Value::Object{{"tasks", co.tasks},
                                             {"due", co.due},
                                             {"done", co.done},
                                             {"late", co.late},
                                             {"owing", co.owing}}}});
    }
    Value::Array sections_value;
    for (const auto& [key, counts] : tally_.sections) {
      sections_value.push_back(
          json_of({{"section", to_text(key)}, {"title", counts.title}}, counts));
    }
    Value::Array kept_value;
    for (const auto& [said, counts] : tally_.kept)
      kept_value.push_back(json_of({{"value", said}}, counts));
    const std::optional<Date>& last_night = reading_.meta().last_night;
    Value value = Value::Object{{"at", to_text(reading_.now())},
                                {"rehearsal", reading_.meta().rehearsal},
                                {"last_night", last_night ? Value(to_text(*last_night)) : Value()},
                                {"plans", static_cast<std::int64_t>(reading_.plans().size())},
                                {"tasks", tally_.tasks},
                                {"states", std::move(states_value)},
                                {"lights", std::move(lights)},
                                {"waits_for", Value::Object{{"lead", tally_.wait_for_lead},
                                                            {"co", tally_.wait_for_co},
                                                            {"verify", tally_.to_verify},
                                                            {"decide", tally_.to_decide}}},
                                {"departments", std::move(departments_value)},
                                {"sections", std::move(sections_value)},
                                {"size", reading_.meta().size},
                                {"root", to_base64(reading_.meta().root)}};
    // Only where a column was asked for.
    if (!kept_value.empty()) value.set("kept", std::move(kept_value));
    return value;
  }

 private:
  static Sheet groups(std::string_view what) {
    Sheet sheet{
        {{what, ColumnKind::key}, {"tasks", ColumnKind::number}, {"done", ColumnKind::number}}, {}};
    for (const Light light : all_lights)
      sheet.columns.push_back({light_heading(light), ColumnKind::number});
    return sheet;
  }

  static std::vector<Cell> row_of(std::string name, const GroupCounts& counts) {
    std::vector<Cell> row{std::move(name), std::to_string(counts.tasks),
                          std::to_string(counts.done)};
    for (const Light light : all_lights) {
      const int count = counts.lights[static_cast<std::size_t>(light)];
      row.emplace_back(std::to_string(count), count > 0 ? tint_of(light) : Tint::none);
    }
    return row;
  }

  static Value json_of(Value::Object named, const GroupCounts& counts) {
    Value value{std::move(named)};
    value.set("tasks", counts.tasks);
    value.set("done", counts.done);
    for (const Light light : all_lights)
      value.set(std::string(to_text(light)), counts.lights[static_cast<std::size_t>(light)]);
    return value;
  }

  static std::string_view light_heading(Light light) {
    constexpr std::array headings{phrase("green"), phrase("yellow"), phrase("red"), phrase("grey")};
    return headings[static_cast<std::size_t>(light)];
  }

  Context& context_;
  const Lang lang_;
  const Reading& reading_;
  const Tally& tally_;
};

Result<int> status(Context& context, const std::string& by) {
  const bool is_column = !by.empty() && by != "department" && by != "section";
  DUBAN_TRY(const std::unique_ptr<Reading> held, reading(context));
  DUBAN_TRY(const Tally tally, tally_of(*held, is_column ? by : std::string()));
  if (is_column && !tally.headings.contains(by)) {
    std::vector<std::string> known{"department", "section"};
    known.insert(known.end(), tally.headings.begin(), tally.headings.end());
    return failed(Errc::usage, "no plan kept a column '{value}'; --by takes {names}",
                  {{"value", by}, {"names", joined(context.lang, known)}});
  }
  Screenful screenful(context, *held, tally);
  switch (context.format) {
    case Format::table:
      screenful.print(by);
      break;
    case Format::csv:
      context.out << render_csv(by.empty() ? screenful.states() : screenful.by(by), context.lang);
      break;
    case Format::json:
    case Format::jsonl:
      print_json(context, screenful.json());
  }
  return 0;
}

}  // namespace

void add_status(CLI::App& app, Context& context) {
  auto by = std::make_shared<std::string>();
  CLI::App* command =
      add_command(app, "status", "the board: how many tasks stand how, and who owes what",
                  "duban status\nduban status --by section --at 2018-12-31\n"
                  "duban status --by 分管领导");
  option(command, "--by", *by, "department, section, or the heading of a column that plans kept",
         "WHAT");
  runs(command, context, [&context, by] { return status(context, *by); });
}

}  // namespace duban
