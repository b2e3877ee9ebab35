// `duban show`: one task, with all that is known of it.
#include "cli/answer.hpp"
#include "cli/csv.hpp"
#include "cli/read_common.hpp"
#include "cli/read_entry.hpp"
#include "cli/task_picture.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban {
namespace {

class Page {
 public:
  Page(Context& context, const Reading& reading, const TaskPicture& picture)
      : context_(context),
        out_(context.out),
        lang_(context.lang),
        reading_(reading),
        basis_(reading.basis()),
        picture_(picture),
        task_(picture.view.task) {}

  void print() {
    head();
    contributions();
    evidence();
    dues();
    escalations();
    suspensions();
    cycles();
    remarks();
    history();
  }

 private:
  std::string local(Instant time) const { return basis_.zone.local_text(time); }
  std::string say_here(std::string_view text, const Values& values = {}) const {
    return say(lang_, text, values);
  }
  std::string named(const std::string& name) const { return marked(lang_, name, basis_.directory); }

  void line(std::string_view label, const std::string& text) {
    if (text.empty()) return;
    own_line(say_here(label), text);
  }
  /// Under a heading of the document.
  void own_line(const std::string& label, const std::string& text) {
    constexpr int width = 14;
    out_ << padded(label, width) << "  "
         << shown_lines(text, std::string(static_cast<std::size_t>(width) + 2, ' ')) << '\n';
  }
  void section(std::string_view title, const Sheet& sheet) {
    if (sheet.rows.empty()) return;
    heading(title);
    out_ << render(sheet, lang_, context_.screen);
  }
  void heading(std::string_view title) {
    out_ << '\n' << tinted(say_here(title), Tint::bold, context_.screen) << '\n';
  }

  std::string state_line() const {
    const Standing& standing = picture_.view.standing;
    std::string text = word(lang_, task_.state);
    if (task_.left) {
      text += say_here(" until {until}, then {state}",
                       {{"until", to_text(task_.suspensions.back().until)},
                        {"state", std::string(to_text(task_.left->state))}});
    }
    if (standing.late_days > 0)
      text += standing.late_days == 1
                  ? say_here(", 1 day late")
                  : say_here(", {days} days late", {{"days", std::to_string(standing.late_days)}});
    if (standing.overdue_days > 0)
      text += say_here(", {days} days overdue in all",
                       {{"days", std::to_string(standing.overdue_days)}});
    return text;
  }

  std::string moved_from(Date day) const {
    const Values params{{"day", to_text(day)},
                        {"reason", basis_.calendar.is_holiday(day) ? "a holiday" : "a day off"}};
    return task_.due() > day ? say_here(", put off from {day}, {reason}", params)
                             : say_here(", brought forward from {day}, {reason}", params);
  }

  std::string due_line() const {
    std::string text = due_text(lang_, task_.due(), basis_.calendar);
    if (const std::optional<Date> rolled = task_.dues.back().rolled) text += moved_from(*rolled);
    if (task_.original_due != task_.due())
      text += say_here(", at first {due}", {{"due", to_text(task_.original_due)}});
    if (task_.cycle && task_.cycle->stage > 0) {
      text += say_here(", stage {cycle}", {{"cycle", task_.cycle->name}});
      const std::string& words =
          task_.schedule.stages[static_cast<std::size_t>(task_.cycle->stage) - 1].words;
      if (!words.empty()) text += say_here(": {words}", {{"words", words}});
      if (const std::optional<Date> last = picture_.view.standing.final_due;
          last && *last != task_.due())
        text += say_here(", the last due {due}", {{"due", to_text(*last)}});
      if (task_.schedule.then_ongoing) text += say_here(", then ongoing");
    } else if (task_.cycle) {
      text += say_here(", cycle {cycle} from {first} to {last}",
                       {{"cycle", task_.cycle->name},
                        {"first", to_text(task_.cycle->first)},
                        {"last", to_text(task_.cycle->last)}});
    }
    if (task_.urgent) text += say_here(", urgent");
    if (!picture_.text.deadline.empty())
      text += say_here("; the document says: {text}", {{"text", picture_.text.deadline}});
    return text;
  }

  std::string waits_line() const {
    std::vector<std::string> parts;
    for (const Role role : picture_.view.standing.waits_for) {
      std::vector<std::string> names;
      if (role == Role::lead) names = {named(task_.lead)};
      if (role == Role::co) {
        const auto& owed =
            task_.state == TaskState::reported ? task_.owing : picture_.view.standing.missing;
        for (const std::string& name : owed) names.push_back(named(name));
      }
      if (role == Role::coordinator)
        names = holders(reading_.people(), Role::coordinator, task_.key.plan);
      parts.push_back(names.empty()
                          ? word(lang_, role)
                          : say_here("{role}: {names}", {{"role", word(lang_, role)},
                                                         {"names", joined(lang_, names)}}));
    }
    std::string text;
    for (const std::string& part : parts)
      text += (text.empty() ? "" : lang_ == Lang::zh ? "；" : "; ") + part;
    return text.empty() ? say_here("nobody") : text;
  }

  void head() {
    out_ << tinted(to_text(task_.key) + "  " + shown(title_of(picture_.text.content)), Tint::bold,
                   context_.screen)
         << '\n';
    std::string headings;
    for (const std::string& title : picture_.text.titles) {
      if (!title.empty()) headings += (headings.empty() ? "" : " / ") + title;
    }
    line("section", headings);
    line("content", picture_.text.content);
    for (const auto& [name, text] : picture_.text.extra) own_line(shown(name), text);
    line("lead", named(task_.lead));
    line("co", marked(lang_, task_.co, basis_.directory));
    line("light", word(lang_, picture_.view.standing.light));
    line("state", state_line());
    line("due", due_line());
    if (is_provisional(task_, basis_))
      line("provisional", say_here("the calendar does not know a year ahead; dates may move"));
    line("waits for", waits_line());
    if (task_.request) {
      line("request", say_here("{wanted} wanted, asked by {actor} on {at}",
                               {{"wanted", to_text(task_.request->wanted)},
                                {"actor", task_.request->requester},
                                {"at", local(task_.request->at)}}));
    }
    line("last note", task_.last_note);
  }

  void contributions() {
    Sheet sheet{{{"co", ColumnKind::name},
                 {"contribution", ColumnKind::key},
                 {"time", ColumnKind::date},
                 {"by", ColumnKind::name}},
                {}};
    for (const Part& part : parts_of(picture_, basis_)) {
      sheet.rows.push_back({(part.group.empty() ? "" : "  ") + named(part.name),
                            say_here(part.status), part.at ? local(*part.at) : std::string(),
                            part.actor});
    }
    section("Contributions", sheet);
  }

  void evidence() {
    Sheet sheet{{{"no", ColumnKind::number},
                 {"name", ColumnKind::name},
                 {"bytes", ColumnKind::number},
                 {"sha256", ColumnKind::key},
                 {"department", ColumnKind::name},
                 {"by", ColumnKind::name},
                 {"time", ColumnKind::date}},
                {}};
    for (std::size_t i = 0; i < task_.evidence.size(); ++i) {
      const Evidence& item = task_.evidence[i];
      sheet.rows.push_back({std::to_string(i + 1), item.name, std::to_string(item.size),
                            item.sha256.substr(0, 12), item.department, item.actor,
                            local(item.at)});
    }
    section("Evidence", sheet);
  }

  void dues() {
    Sheet sheet{{{"due", ColumnKind::date},
                 {"by step", ColumnKind::key},
                 {"made", ColumnKind::date},
                 {"by", ColumnKind::name},
                 {"why", ColumnKind::text}},
                {}};
    for (const DueVersion& version : task_.dues) {
      sheet.rows.push_back(
          {to_text(version.due), word(lang_, version.cause), local(version.made),
           version.actor == "scheduler" ? word(lang_, Role::scheduler) : version.actor,
           reason_of(version, picture_)});
    }
    section("Due dates", sheet);
  }

  void escalations() {
    Sheet sheet{{{"day", ColumnKind::date},
                 {"level", ColumnKind::key},
                 {"rung", ColumnKind::key},
                 {"number", ColumnKind::number},
                 {"open", ColumnKind::key},
                 {"to", ColumnKind::name},
                 {"remarks", ColumnKind::text}},
                {}};
    for (const Escalation& each : picture_.escalations) {
      std::vector<std::string> notify;
      for (const std::string& who : each.notify) notify.push_back(recipient_word(lang_, who));
      std::vector<std::string> remarks;
      if (each.late_armed) remarks.push_back(say_here("before the assignment"));
      if (!each.recorded) remarks.push_back(say_here("not yet recorded"));
      sheet.rows.push_back({to_text(each.fires), level_word(lang_, each.level),
                            rung_word(lang_, rules_for(basis_, task_), each.rung, each.level),
                            std::to_string(each.occurrence + 1),
                            is_open(each, task_, basis_) ? say_here("open") : std::string(),
                            joined(lang_, notify), joined(lang_, remarks)});
    }
    section("Escalations", sheet);
  }

  void suspensions() {
    Sheet sheet{{{"from", ColumnKind::date},
                 {"until", ColumnKind::date},
                 {"ended", ColumnKind::date},
                 {"why", ColumnKind::text}},
                {}};
    for (const Suspension& each : task_.suspensions) {
      sheet.rows.push_back({to_text(each.from), to_text(each.until),
                            each.ended ? to_text(*each.ended) : std::string(),
                            reason_of(each, picture_, basis_.zone)});
    }
    section("Suspensions", sheet);
  }

  void cycles() {
    Sheet sheet{{{"cycle", ColumnKind::key},
                 {"light", ColumnKind::key},
                 {"due", ColumnKind::date},
                 {"reported", ColumnKind::date},
                 {"verified", ColumnKind::date},
                 {"late", ColumnKind::number},
                 {"remarks", ColumnKind::text}},
                {}};
    const auto day = [&](const std::optional<Instant>& time) {
      return time ? to_text(basis_.zone.date_of(*time)) : std::string();
    };
    for (const CycleRecord& each : task_.cycles) {
      sheet.rows.push_back({each.cycle.name,
                            {word(lang_, each.light), tint_of(each.light)},
                            to_text(each.due),
                            day(each.reported),
                            day(each.verified),
                            std::to_string(each.late_days),
                            each.missed ? say_here("missed") : std::string()});
    }
    section("Cycles before", sheet);
  }

  void remarks() {
    Sheet sheet{{{"to", ColumnKind::name},
                 {"until", ColumnKind::date},
                 {"by", ColumnKind::name},
                 {"time", ColumnKind::date},
                 {"note", ColumnKind::text}},
                {}};
    for (const Remark& each : task_.remarks) {
      sheet.rows.push_back({each.to, each.until ? to_text(*each.until) : std::string(), each.actor,
                            local(each.at), each.note});
    }
    section("Remarks that wait for an answer", sheet);
  }

  void history() {
    heading("History");
    for (const Entry& entry : picture_.history) {
      out_ << local(entry.effective) << "  "
           << (entry.seq < 0 ? say_here("not yet recorded") : "#" + std::to_string(entry.seq))
           << "  " << word(lang_, entry.event) << "  " << shown(actor_text(lang_, entry));
      const std::string change = change_text(lang_, entry);
      if (!change.empty() && entry.from != entry.to) out_ << "  " << change;
      out_ << '\n';
      const Value* source = entry.data.find("source");  // of a task that no document has
      const std::string details =
          entry.event == Event::assign
              ? source && source->text()
                    ? say_here("source: {source}", {{"source", *source->text()}})
                    : std::string()
              : details_text(lang_, entry, &rules_for(basis_, task_));
      if (!details.empty()) out_ << "    " << shown(details) << '\n';
      const std::string note = note_of(entry);
      if (!note.empty()) out_ << "    " << shown_lines(note, "    ") << '\n';
    }
  }

  Context& context_;
  std::ostream& out_;
  const Lang lang_;
  const Reading& reading_;
  const Basis& basis_;
  const TaskPicture& picture_;
  const Task& task_;
};

Result<int> show(Context& context, const std::string& name) {
  DUBAN_TRY(const std::unique_ptr<Reading> held, reading(context));
  DUBAN_TRY(const TaskKey key, resolve_task(held->view(), name));
  DUBAN_TRY(const TaskPicture picture, picture_of(*held, key));
  switch (context.format) {
    case Format::table:
      Page(context, *held, picture).print();
      break;
    case Format::csv:
      context.out << render_csv(history_sheet(picture, held->basis().zone, context.lang),
                                context.lang);
      break;
    case Format::json:
    case Format::jsonl:
      print_json(context, json_of(picture, held->basis()));
  }
  return 0;
}

}  // namespace

void add_show(CLI::App& app, Context& context) {
  auto task = std::make_shared<std::string>();
  CLI::App* command =
      add_command(app, "show", "one task: what it waits for, its parts, evidence and history",
                  "duban show hn135/1.3.11\nduban show 一（三）11 --at 2018-12-31");
  argument(command, "TASK", *task, "the task");
  runs(command, context, [&context, task] { return show(context, *task); });
}

}  // namespace duban
