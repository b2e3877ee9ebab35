#include "engine/operations/rules_taken.hpp"

#include <algorithm>
#include <set>

#include "engine/log/entry_text.hpp"

namespace duban {
namespace {

constexpr std::int64_t chunk = 4096;

/// Calls `visit` with every body that holds `piece`, the latest first; it returns false to stop.
Status each_back(View& view, std::string_view piece,
                 const std::function<Result<bool>(std::string_view)>& visit) {
  DUBAN_TRY(const Meta meta, view.meta());
  for (std::int64_t last = meta.size; last > 0; last -= chunk) {
    std::vector<std::string> found;
    DUBAN_TRY(view.each_entry(std::max<std::int64_t>(0, last - chunk), last,
                              [&](std::int64_t, std::string_view body) -> Result<bool> {
                                if (body.find(piece) != body.npos) found.emplace_back(body);
                                return true;
                              }));
    for (auto body = found.rbegin(); body != found.rend(); ++body) {
      DUBAN_TRY(const bool more, visit(*body));
      if (!more) return {};
    }
  }
  return {};
}

std::string text_in(const Value& data, const char* name) {
  const Value* value = data.find(name);
  return value && value->text() ? *value->text() : std::string();
}

}  // namespace

Result<std::vector<std::string>> leads_ever(View& view) {
  std::set<std::string> leads;
  std::set<TaskKey> reassigned;
  DUBAN_TRY(view.each_task({}, [&](Task& task) -> Result<bool> {
    leads.insert(task.lead);
    return true;
  }));
  // Of former leads a reassignment names the next; the first stands at the task's assignment.
  DUBAN_TRY(each_back(view, R"("event":"reassign")", [&](std::string_view body) -> Result<bool> {
    DUBAN_TRY(const Entry entry, parse_entry(body));
    if (entry.event != Event::reassign || !entry.task) return true;
    leads.insert(text_in(entry.data, "to"));
    if (!reassigned.insert(*entry.task).second) return true;
    for (std::optional<std::int64_t> at = entry.prev; at;) {
      DUBAN_TRY(const std::string before, view.entry_body(*at));
      DUBAN_TRY(const Entry former, parse_entry(before));
      if (former.event == Event::assign) leads.insert(text_in(former.data, "lead"));
      at = former.prev;
    }
    return true;
  }));
  leads.erase("");
  return std::vector<std::string>(leads.begin(), leads.end());
}

Result<std::optional<RulesTaken>> rules_taken_despite(View& view) {
  std::optional<RulesTaken> taken;
  DUBAN_TRY(each_back(view, R"("event":"activate")", [&](std::string_view body) -> Result<bool> {
    DUBAN_TRY(const Entry entry, parse_entry(body));
    if (entry.event != Event::activate || text_in(entry.data, "part") != "rules") return true;
    if (std::optional<Despite> despite = despite_in(entry.data))
      taken = RulesTaken{entry.seq, entry.actor, entry.effective, std::move(*despite)};
    return false;
  }));
  return taken;
}

}  // namespace duban
