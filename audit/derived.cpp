#include "audit/derived.hpp"

#include <algorithm>

#include "engine/course/course.hpp"
#include "engine/log/entry_text.hpp"

namespace duban::audit {

void put_framed(std::string& out, const StoredText& text) {
  for (const std::string_view part : {text.titles, text.content, text.deadline, text.extra}) {
    const std::uint64_t size = part.size();
    out.append(reinterpret_cast<const char*>(&size), sizeof size);
    out += part;
  }
}

namespace {

Digest digest_of(const StoredText& text) {
  thread_local std::string framed;
  framed.clear();
  put_framed(framed, text);
  return digest(framed);
}

}  // namespace

Digest digest_of(const TaskText& text) {
  const std::string titles = names_text(text.titles);
  const std::string extra = pairs_text(text.extra);
  return digest_of(StoredText{{}, titles, text.content, text.deadline, extra});
}

Digest digest_of(const PlanRow& row) {
  const std::string titles = names_text(row.titles);
  const std::string extra = pairs_text(row.extra);
  return digest_of(StoredText{{}, titles, row.content, row.deadline_text, extra});
}

std::vector<const DerivedTask*> Derived::in_key_order() const {
  std::vector<const DerivedTask*> sorted;
  sorted.reserve(tasks_.size());
  for (const DerivedTask& task : tasks_) {
    if (!task.gone()) sorted.push_back(&task);
  }
  std::sort(sorted.begin(), sorted.end(), comes_before);
  return sorted;
}

void Derived::remove_plan(const std::string& id) {
  board.remove_plan(id);
  by_key_.forget(id);
  for (DerivedTask& each : tasks_) {
    if (each.task.key.plan != id) continue;
    const std::size_t number = each.number;
    each = DerivedTask();
    each.number = number;
  }
}

RowCounts Derived::rows() const {
  RowCounts counts = board.rows();
  for (const DerivedTask& task : tasks_) {
    if (task.gone()) continue;
    counts.texts = ++counts.tasks;
    counts.co += static_cast<std::int64_t>(task.task.co.size());
    counts.escalations += static_cast<std::int64_t>(task.escalations.size());
  }
  return counts;
}

Result<TaskText> Derived::text(std::int64_t assigned_by, std::int64_t rewritten_by,
                               const TaskKey& key, View& log) {
  DUBAN_TRY(const std::string body, log.entry_body(assigned_by));
  DUBAN_TRY(const Entry assigned, parse_entry(body));
  DUBAN_TRY(const PlanRow row, row_from(key, assigned.data));
  TaskText text = text_of(row);
  if (rewritten_by < 0) return text;
  DUBAN_TRY(const std::string later, log.entry_body(rewritten_by));
  DUBAN_TRY(const Entry amended, parse_entry(later));
  DUBAN_TRY(const Command command, command_from(amended.event, amended.data));
  text.content = command.content;
  return text;
}

Result<Board> Derived::whole(View& log) const {
  Board all = board;
  for (const DerivedTask* each : in_key_order()) {
    const TaskKey& key = each->task.key;
    all.tasks.emplace_hint(
        all.tasks.end(), key,
        std::make_shared<const Board::Row>(Board::Row{each->task, each->next_timer}));
    DUBAN_TRY(TaskText text, text(*each, log));
    all.texts.emplace_hint(all.texts.end(), key, std::make_shared<const TaskText>(std::move(text)));
    if (each->escalations.empty()) continue;
    all.escalations.emplace_hint(
        all.escalations.end(), key,
        std::make_shared<const std::vector<Escalation>>(each->escalations));
  }
  return all;
}

}  // namespace duban::audit
