#include "cli/task_picture.hpp"

#include "cli/read_entry.hpp"
#include "cli/task_json.hpp"
#include "engine/log/entry_text.hpp"
#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban {
namespace {

const Contribution* contribution_of(const Task& task, std::string_view name,
                                    const Directory& directory) {
  const Contribution* found = nullptr;
  for (const Contribution& each : task.contributions) {
    if (!directory.same(each.department, name)) continue;
    if (!found || each.full || !found->full) found = &each;
  }
  return found;
}

}  // namespace

std::vector<Part> parts_of(const TaskPicture& picture, const Basis& basis) {
  const Task& task = picture.view.task;
  const Directory& directory = basis.directory;
  std::vector<Part> parts;
  const auto add = [&](const std::string& name, const std::string& group,
                       std::string_view otherwise) {
    Part part{name, group, std::string(otherwise), {}, {}};
    if (const Contribution* given = contribution_of(task, name, directory)) {
      part.status = given->full ? phrase("contributed") : phrase("partial");
      part.at = given->at;
      part.actor = given->actor;
    }
    parts.push_back(std::move(part));
  };
  const Need groups = groups_need(rules_for(basis, task));
  for (const std::string& co : task.co) {
    const bool is_missing = contains(picture.view.standing.missing, co, directory);
    std::string_view otherwise = phrase("missing");
    if (contains(task.excused, co, directory)) {
      otherwise = phrase("excused");
    } else if (contains(task.owing, co, directory)) {
      otherwise = phrase("owing");
    } else if (!is_missing) {
      // A group is satisfied by its members, or has none that are known.
      otherwise = has_contributed(task, co, groups, directory) ? phrase("contributed")
                                                               : phrase("not asked");
    }
    add(co, "", otherwise);
    for (const std::string& member : directory.members(co)) {
      if (directory.same(member, task.lead)) continue;
      add(member, co, phrase("missing"));
    }
  }
  return parts;
}

Result<TaskPicture> picture_of(Reading& reading, const TaskKey& key) {
  TaskPicture picture;
  DUBAN_TRY(picture.view, reading.task(key));
  DUBAN_TRY(picture.text, reading.text(key));
  DUBAN_TRY(picture.escalations, reading.escalations(picture.view));
  DUBAN_TRY(picture.history, reading.history(picture.view));
  return picture;
}

std::string reason_of(const DueVersion& version, const TaskPicture& picture) {
  for (const Entry& entry : picture.history) {
    if (entry.effective == version.made && entry.event == version.cause) return note_of(entry);
  }
  return "";
}

std::string reason_of(const Suspension& suspension, const TaskPicture& picture, const Zone& zone) {
  std::string why;
  for (const Entry& entry : picture.history) {
    if (entry.event == Event::suspend && zone.date_of(entry.effective) == suspension.from)
      why = note_of(entry);
  }
  return why;
}

namespace {

Value text_or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }
Value time_or_null(const std::optional<Instant>& time) {
  return time ? Value(to_text(*time)) : Value();
}
Value date_or_null(const std::optional<Date>& date) {
  return date ? Value(to_text(*date)) : Value();
}

/// An entry as the log has it; what no run has written yet has no `seq` and no `recorded`.
Value json_of(const Entry& entry) {
  if (entry.seq >= 0) return *parse_value(canonical(entry));
  Entry unwritten = entry;
  unwritten.seq = 0;
  Value value = *parse_value(canonical(unwritten));
  for (const char* name : {"seq", "prev", "recorded"}) value.set(name, Value());
  return value;
}

template <class Items, class Make>
Value::Array array_of(const Items& items, const Make& make) {
  Value::Array array;
  for (const auto& item : items) array.push_back(make(item));
  return array;
}

}  // namespace

Value json_of(const TaskPicture& picture, const Basis& basis) {
  const Task& task = picture.view.task;
  Value value = json_of(picture.view, picture.text, basis);
  value.set("deadline", picture.text.deadline);
  value.set("evidence", array_of(task.evidence, [](const Evidence& each) -> Value {
              return Value::Object{
                  {"name", each.name},    {"sha256", each.sha256},
                  {"size", each.size},    {"department", text_or_null(each.department)},
                  {"actor", each.actor},  {"at", to_text(each.at)},
                  {"counts", each.counts}};
            }));
  value.set("dues", array_of(task.dues, [&](const DueVersion& each) -> Value {
              return Value::Object{{"due", to_text(each.due)},
                                   {"cause", to_text(each.cause)},
                                   {"made", to_text(each.made)},
                                   {"actor", each.actor},
                                   {"rolled", date_or_null(each.rolled)},
                                   {"note", text_or_null(reason_of(each, picture))}};
            }));
  value.set("contributions", array_of(parts_of(picture, basis), [](const Part& each) -> Value {
              return Value::Object{{"department", each.name},
                                   {"group", text_or_null(each.group)},
                                   {"status", each.status},
                                   {"at", time_or_null(each.at)},
                                   {"actor", text_or_null(each.actor)}};
            }));
  value.set("escalations", array_of(picture.escalations, [&](const Escalation& each) {
              Value escalation = duban::json_of(each);
              escalation.set("open", is_open(each, task, basis));
              return escalation;
            }));
  value.set("suspensions", array_of(task.suspensions, [&](const Suspension& each) -> Value {
              return Value::Object{{"from", to_text(each.from)},
                                   {"until", to_text(each.until)},
                                   {"ended", date_or_null(each.ended)},
                                   {"note", text_or_null(reason_of(each, picture, basis.zone))}};
            }));
  value.set("cycles", array_of(task.cycles, [](const CycleRecord& each) -> Value {
              return Value::Object{{"cycle", each.cycle.name},
                                   {"due", to_text(each.due)},
                                   {"original_due", to_text(each.original_due)},
                                   {"reported", time_or_null(each.reported)},
                                   {"verified", time_or_null(each.verified)},
                                   {"late_days", each.late_days},
                                   {"extensions", each.extensions},
                                   {"missed", each.missed},
                                   {"light", to_text(each.light)}};
            }));
  value.set("remarks", array_of(task.remarks, [](const Remark& each) -> Value {
              return Value::Object{{"to", each.to},
                                   {"until", date_or_null(each.until)},
                                   {"note", each.note},
                                   {"actor", each.actor},
                                   {"at", to_text(each.at)}};
            }));
  value.set("history", array_of(picture.history, [](const Entry& each) { return json_of(each); }));
  return value;
}

Sheet history_sheet(const TaskPicture& picture, const Zone& zone, Lang lang) {
  Sheet sheet{{{"entry", ColumnKind::number},
               {"time", ColumnKind::date},
               {"step", ColumnKind::key},
               {"by", ColumnKind::name},
               {"state", ColumnKind::key},
               {"details", ColumnKind::text},
               {"note", ColumnKind::text}},
              {}};
  for (const Entry& entry : picture.history) {
    sheet.rows.push_back({entry.seq < 0 ? std::string() : std::to_string(entry.seq),
                          zone.local_text(entry.effective), word(lang, entry.event),
                          actor_text(lang, entry), change_text(lang, entry),
                          details_text(lang, entry), note_of(entry)});
  }
  return sheet;
}

}  // namespace duban
