#include "intake/plan_assembly.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "text/brief.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t listed_max = 1000;
constexpr std::size_t told_max = 400;  // characters of a value in a message
constexpr std::size_t content_max = std::size_t{64} << 10;
constexpr std::size_t title_max = 4096;
constexpr std::size_t habit_places = 3;

}  // namespace

void Assembly::fault(const std::string& place, Message message) {
  if (++errors_total_ > listed_max) return;
  Error error{Errc::bad_file, std::move(message), {place}};
  for (auto& [name, value] : error.message.values) value = brief(value, told_max);
  errors_.push_back(std::move(error));
}

void Assembly::fault(Errors errors) {
  for (Error& error : errors) {
    if (++errors_total_ <= listed_max) errors_.push_back(std::move(error));
  }
}

void Assembly::doubt(const std::string& place, Message message) {
  if (++summary_.doubts_total > listed_max) return;
  for (auto& [name, value] : message.values) value = brief(value, told_max);
  summary_.doubts.push_back({{place}, std::move(message)});
}

Status Assembly::left_out(Line& line) {
  doubt(line.place, {"{text} is no task; left out", {{"text", brief(line.words())}}});
  return {};
}

void Assembly::count(Kind kind) {
  if (kind == kind::annex || kind == kind::table) return;
  std::size_t outer = 0;
  for (const Kind each : {kind::annex, kind::table}) outer += outline_.level(each) ? 1 : 0;
  const std::size_t depth = outline_.depth() - outer;
  const std::size_t level = outline_.level(kind).value_or(0) - outer;
  ++(depth > 1 && level == 0 ? summary_.parts : summary_.sections);
}

Status Assembly::heading(Line& line) {
  DUBAN_TRY(finish_task());
  if (!outline_.level(line.kind())) return {};
  if (line.content.text.size() > title_max) {
    fault(line.place, {"the heading is longer than 4 KiB", {}});
    return {};
  }
  if (paths_.is_full() && !std::exchange(too_many_, true)) {
    fault(line.place, {"there are more than {count} headings; no plan has so many",
                       {{"count", std::to_string(Paths::scopes_max)}}});
  }
  if (too_many_) return {};
  const auto placed = paths_.heading(line);
  if (!placed) return {};
  for (const Message& message : placed->doubts) doubt(line.place, message);
  count(line.kind());
  return {};
}

/// A line without department and deadline that nothing stands under.
Status Assembly::leaf(Line& line) {
  const bool is_task = line.parsed && outline_.is_task(line.kind());
  if (line.in_table && line.content.text.empty()) return left_out(line);
  if (line.in_table && (is_task || (!line.parsed && !line.alone && !line.content.text.empty()))) {
    return task(line);  // its cells are missing, and will be named
  }
  if (line.parsed && !is_task) return heading(line);
  DUBAN_TRY(finish_task());
  const std::string& text = line.content.text.empty() ? line.number.text : line.content.text;
  const Values named{{"text", brief(text)}};
  if (line.in_table) {
    doubt(line.place, {"{text} has no number, no department and no deadline; left out", named});
  } else if (line.parsed) {
    doubt(line.place, {"{text} names nobody who is responsible; left out", named});
  }
  return {};
}

void Assembly::hold(Line line, bool shares, bool extends) {
  Pending pending;
  tasks_.resolve_dittos(line, pending.draft);
  pending.line = std::move(line);
  pending.shares = shares;
  pending.extends = extends;
  pending_ = std::move(pending);
}

Status Assembly::task(Line& line) {
  if (line.continues && line.parts && !pending_ && !whole_.empty()) {
    hold(std::move(line), true, true);  // the same number goes on in the next table
    return {};
  }
  if (!line.continues || !pending_) {
    DUBAN_TRY(finish_task());
    if (!kind::is_numbered(line.kind()) || !outline_.level(line.kind()) ||
        outline_.is_task(line.kind())) {
      hold(std::move(line), line.parts, false);
      return {};
    }
    doubt(
        line.place,
        {"{number} is numbered like a heading, but has a department or a deadline; "
         "taken for a task",
         {{"number", line.number.text.empty() ? dotted(line.parsed->values) : line.number.text}}});
    hold(std::move(line), line.parts, false);
    return {};
  }
  // Rows under one number are one task, or several where they are due on days of their own.
  Line& task = pending_->line;
  const bool another_day = line.deadline.own() && !task.deadline.text.empty() &&
                           line.deadline.text != task.deadline.text;
  if (!line.parts && !(another_day && !line.content.carried && !line.content.text.empty())) {
    extend(task, line);
    return {};
  }
  pending_->shares = true;
  DUBAN_TRY(finish_task());
  hold(std::move(line), true, true);
  return {};
}

void Assembly::extend(Line& task, const Line& line) {
  const auto append = [](Said& said, const Said& more) {
    // What is too long already is refused when the task ends.
    if (!more.own() || more.text == said.text || said.text.size() > content_max) return;
    said.text += (said.text.empty() ? "" : "\n") + more.text;
  };
  append(task.content, line.content);
  for (std::size_t i = 0; i < task.offices.size() && i < line.offices.size(); ++i) {
    append(task.offices[i].said, line.offices[i].said);
  }
  if (task.urgency.text.empty()) task.urgency = line.urgency;
  if (task.deadline.text.empty()) task.deadline = line.deadline;
  for (const auto& [heading, text] : line.extra) {
    const auto same = std::find_if(task.extra.begin(), task.extra.end(),
                                   [&](const auto& each) { return each.first == heading; });
    if (same == task.extra.end()) {
      task.extra.emplace_back(heading, text);
    } else if (same->second != text && same->second.size() < content_max) {
      same->second += "\n" + text;
    }
  }
}

void Assembly::place_task(Pending& task) {
  Line& line = task.line;
  const std::string place = place_of(line, line.number);
  const auto find = [&](const Message& message, bool blocks) {
    task.draft.findings.push_back({Field::number, {place}, message, blocks});
  };
  if (line.number.note == CellNote::date) {
    find({"{text} is a date, which the sheet has made of a number; type the number as text",
          {{"text", line.number.text}}},
         true);
    line.parsed.reset();
  } else if (!line.number.text.empty() && !line.parsed) {
    find({"{text} cannot be read as a number (序号)", {{"text", line.number.text}}}, false);
  }
  Paths::Placed placed;
  if (!task.extends) placed = paths_.task(line);
  if (!task.extends) whole_ = placed.path;
  if (task.shares) {
    std::optional<Number> part =
        task.extends && line.number.text.empty() ? line.parsed : parse_number(line.content.text);
    Paths::Placed below = paths_.part(part, whole_);
    placed.doubts.insert(placed.doubts.end(), below.doubts.begin(), below.doubts.end());
    placed.path = std::move(below.path);
  }
  for (const Message& message : placed.doubts) find(message, false);
  std::copy(placed.path.begin(), placed.path.end(), task.draft.row.key.path.begin());
}

Status Assembly::finish_task() {
  if (!pending_) return {};
  Pending task = std::move(*pending_);
  pending_.reset();
  place_task(task);
  task.draft.row.titles = paths_.titles();
  if (!task.line.under.empty()) task.draft.row.titles.push_back(task.line.under);
  if (task.line.address != address_) {
    address_ = task.line.address;
    at_address_ = 1;
  } else {
    task.line.address += "." + std::to_string(++at_address_);
  }
  tasks_.fill(task.line, task.draft);
  if (tasks_.is_overrun() && !std::exchange(overrun_, true)) {
    fault(task.line.place,
          {"more than {count} names are outside the directory; is it the right one?",
           {{"count", std::to_string(Strangers::names_max)}}});
  }
  return emit(task.draft);
}

Status Assembly::emit(Draft& draft) {
  Errors errors;
  const bool stays = settle_(draft, errors);
  fault(std::move(errors));
  if (!stays) return {};
  for (Finding& finding : draft.findings) {
    if (finding.blocks) {
      fault(finding.place.file, std::move(finding.message));
    } else if (!is_habit(draft, finding)) {
      doubt(finding.place.file, std::move(finding.message));
    }
  }
  ++summary_.tasks;
  if (errors_total_ > 0) return {};
  summary_.mentions += 1 + static_cast<int>(draft.row.co.size());
  return sink_(draft.row);
}

bool Assembly::is_habit(const Draft& draft, const Finding& finding) {
  if (finding.habit == Habit::none) return false;
  Told& told = told_[finding.habit == Habit::first_leads ? 0 : 1];
  if (told.each.size() < listed_max) {
    told.each.emplace_back(summary_.doubts.size(), Doubt{finding.place, finding.message});
    for (auto& [name, value] : told.each.back().second.message.values)
      value = brief(value, told_max);
  }
  if (++told.tasks <= habit_places) {
    told.first += (told.first.empty() ? "" : ", ") + draft.row.address;
  } else if (told.tasks == habit_places + 1) {
    told.first += ", ...";
  }
  return true;
}

/// A document that marks no lead anywhere says so once; where others are marked, a task without a
/// mark is one to look at.
void Assembly::fold_habits(const std::string& file) {
  std::vector<std::pair<std::size_t, Doubt>> late;
  for (Told& told : told_) {
    const bool first_leads = &told == &told_[0];
    if (told.tasks < 2 || (first_leads && tasks_.marks_leads())) {
      summary_.doubts_total += told.tasks;
      std::move(told.each.begin(), told.each.end(), std::back_inserter(late));
      continue;
    }
    ++summary_.doubts_total;
    Values values{{"count", std::to_string(told.tasks)}, {"places", std::move(told.first)}};
    Message message = first_leads
                          ? Message{"nothing says who leads {count} tasks ({places}); of each, "
                                    "who stands first is taken as the lead",
                                    std::move(values)}
                          : Message{"responsible departments stand beside the lead of {count} "
                                    "tasks ({places}); taken as co-departments",
                                    std::move(values)};
    late.emplace_back(told.each.front().first, Doubt{{file}, std::move(message)});
  }
  if (late.empty()) return;
  std::stable_sort(late.begin(), late.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Doubt> all;
  std::size_t at = 0;
  for (auto& [before, each] : late) {
    for (; at < before; ++at) all.push_back(std::move(summary_.doubts[at]));
    all.push_back(std::move(each));
  }
  for (; at < summary_.doubts.size(); ++at) all.push_back(std::move(summary_.doubts[at]));
  if (all.size() > listed_max) all.resize(listed_max);
  summary_.doubts = std::move(all);
}

Status Assembly::finish(const Walk& walk, const std::string& file) {
  DUBAN_TRY(sequence_.finish());
  DUBAN_TRY(finish_task());
  fold_habits(file);
  for (const Doubt& each : walk.doubts) doubt(each.place.file, each.message);
  summary_.title = walk.facts.title();
  summary_.number = walk.facts.number();
  summary_.issuer = walk.facts.issuer();
  summary_.issued = walk.facts.issued();
  summary_.kept = walk.kept;
  if (summary_.tasks == 0 && errors_total_ == 0) {
    fault(file, {"the table of {file} has headings, but no task", {{"file", file}}});
  }
  return {};
}

Checked<PlanSummary> Assembly::result() {
  if (errors_total_ > 0) {
    if (errors_total_ > listed_max) {
      errors_.push_back(failed(Errc::bad_file, "and {count} more problems",
                               {{"count", std::to_string(errors_total_ - listed_max)}})
                            .value());
    }
    return tl::make_unexpected(std::move(errors_));
  }
  summary_.unregistered = tasks_.strangers();
  return std::move(summary_);
}

}  // namespace duban::intake
