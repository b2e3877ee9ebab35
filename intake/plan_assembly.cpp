#include "intake/plan_assembly.hpp"

#include <algorithm>
#include <utility>

#include "intake/cell_text.hpp"
#include "intake/deadline_text.hpp"
#include "intake/urgency.hpp"
#include "text/brief.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t listed_max = 1000;
constexpr std::size_t told_max = 400;  // characters of a value in a message
constexpr std::size_t content_max = std::size_t{64} << 10;
constexpr std::size_t cell_max = 6000;  // bytes; no cell names four hundred departments
constexpr std::size_t title_max = 4096;
constexpr std::size_t deadline_max = 4096;
constexpr std::size_t cached_max = 50'000;  // names and doubts
constexpr std::size_t unregistered_max = 10'000;

bool is_note(const std::string& text) {
  const std::u32string plain = squeezed(text);
  for (const std::u32string_view word : {U"注:", U"注：", U"注1", U"注一", U"(注", U"备注", U"说明",
                                         U"附注", U"附:", U"填表", U"*", U"※"}) {
    if (std::u32string_view(plain).starts_with(word)) return true;
  }
  return false;
}

std::string at_column(const Line& line, const Columns& columns, std::optional<std::size_t> column) {
  if (!column || *column >= columns.headings.size()) return line.place;
  return line.place + ", " + brief(columns.headings[*column]);
}

std::string number_of(const Line& line) {
  return line.number_text.empty() ? std::to_string(line.number->value()) : line.number_text;
}

std::string dotted(const Number& number) {
  std::string text;
  for (const int value : number.values) text += (text.empty() ? "" : ".") + std::to_string(value);
  return text;
}

tl::unexpected<Error> apart(const Number& number) {
  return failed(Errc::bad_file, "number {number} stands apart from the others of its section",
                {{"number", dotted(number)}});
}

}  // namespace

bool Assembly::Numbers::add(int number) {
  const auto at = static_cast<std::size_t>(number);
  if (had.size() <= at) had.resize(at + 1);
  if (had[at]) return false;
  had[at] = true;
  last = number;
  return true;
}

void Assembly::fault(const std::string& place, const tl::unexpected<Error>& error) {
  if (draft_) {
    draft_->findings.push_back({field_, {place}, error.value().message, true});
    return;
  }
  if (++errors_total_ > listed_max) return;
  errors_.push_back(error.value());
  errors_.back().where.file = place;
  for (auto& [name, value] : errors_.back().message.values) value = brief(value, told_max);
}

void Assembly::doubt(const std::string& place, Message message) {
  if (draft_) {
    draft_->findings.push_back({field_, {place}, std::move(message), false});
    return;
  }
  if (++summary_.doubts_total > listed_max) return;
  for (auto& [name, value] : message.values) value = brief(value, told_max);
  summary_.doubts.push_back({{place}, std::move(message)});
}

Status Assembly::add(const Line& line, const Columns& columns) {
  if (line.continues && pending_ && !(line.alone && !line.is_task())) {
    extend(*pending_, line);
    return {};
  }
  DUBAN_TRY(finish_task());
  if (line.is_task()) {
    below_note_ = false;
    if (line.number && levels_.level(line.number->form)) {
      fault(at_column(line, columns, columns.number),
            failed(Errc::bad_file,
                   "{number} is written like the number of a heading, but the row has a department "
                   "or a deadline; number it like the other tasks",
                   {{"number", number_of(line)}}));
      return {};
    }
    pending_ = Pending{line, columns};
    return {};
  }
  if (is_note(line.content) || is_note(line.number_text) || (line.alone && below_note_)) {
    below_note_ = true;  // a note of several lines
    return {};
  }
  below_note_ = false;
  if (line.number && levels_.is_task(line.number->form)) {
    pending_ = Pending{line, columns};  // its cells are missing, and will be named
  } else if (line.number) {
    heading(line, levels_.level(line.number->form).value_or(0));
  } else if (line.alone || line.content.empty()) {
    doubt(line.place, {"{text} has no number, no department and no deadline; left out",
                       {{"text", line.content.empty() ? line.number_text : line.content}}});
  } else {
    pending_ = Pending{line, columns};
  }
  return {};
}

void Assembly::heading(const Line& line, std::size_t level) {
  const Values named{{"number", number_of(line)}};
  if (levels_.depth() > 2) {
    fault(line.place, failed(Errc::bad_file,
                             "heading {number}: the headings have more than two levels; a plan has "
                             "parts, sections and tasks",
                             named));
    return;
  }
  if (line.content.size() > title_max) {
    fault(line.place, failed(Errc::bad_file, "heading {number} is longer than 4 KiB", named));
    return;
  }
  const int number = line.number->value();
  const bool is_part = levels_.depth() == 2 && level == 0;
  std::string& title = is_part ? part_title_ : section_title_;
  int& current = is_part ? part_ : section_;
  if (current == number && title == line.content) return;  // repeated on the next page
  if (!is_part && levels_.depth() == 2 && part_ == 0) {
    fault(line.place,
          failed(Errc::bad_file, "section {number} stands before the first part", named));
  }
  if (!(is_part ? parts_ : sections_).add(number)) {
    fault(line.place, failed(Errc::bad_file, "heading {number} stands here a second time", named));
  }
  current = number;
  title = line.content;
  if (is_part) {
    ++summary_.parts;
    section_ = 0;
    section_title_.clear();
    sections_ = {};
  } else {
    ++summary_.sections;
  }
  tasks_ = {};
}

/// Rows under one number are one task.
void Assembly::extend(Pending& pending, const Line& line) {
  Line& task = pending.line;
  const auto append = [](std::string& text, const std::string& more, bool carried) {
    // What is too long already is refused when the task ends.
    if (carried || more.empty() || more == text || text.size() > content_max) return;
    text += (text.empty() ? "" : "\n") + more;
  };
  append(task.content, line.content, line.content_carried);
  append(task.department, line.department, line.department_carried);
  append(task.co, line.co, line.co_carried);
  if (task.urgency.empty()) task.urgency = line.urgency;
  if (line.deadline_carried || line.deadline.empty() || line.deadline == task.deadline) return;
  if (task.deadline.empty()) {
    task.deadline = line.deadline;
    return;
  }
  fault(at_column(line, pending.columns, pending.columns.deadline),
        failed(Errc::bad_file,
               "the rows of one number have different deadlines; give each row a number of its "
               "own"));
}

bool Assembly::place_decimal(const Number& number, const std::string& place, PlanRow& row) {
  const std::vector<int>& values = number.values;
  const int part = values.size() == 3 ? values[0] : 0;
  const int section = values[values.size() - 2];
  const bool fits = (levels_.depth() < 1 || section == section_) &&
                    (levels_.depth() < 2 || part == 0 || part == part_);
  if (!fits) {
    fault(place, failed(Errc::bad_file, "number {number} does not belong under this heading",
                        {{"number", dotted(number)}}));
    return false;
  }
  // Without headings the numbers alone say where a section begins.
  const int its_part = levels_.depth() == 2 && part == 0 ? part_ : part;
  if (levels_.depth() < 2 && (its_part != part_ || section != section_)) {
    if (its_part != part_) {
      if (!parts_.add(its_part)) fault(place, apart(number));
      sections_ = {};
      ++summary_.parts;
    }
    if (levels_.depth() < 1) {
      if (!sections_.add(section)) fault(place, apart(number));
      tasks_ = {};
      ++summary_.sections;
    }
    part_ = its_part;
    section_ = section;
  }
  row.key.part = its_part;
  row.key.section = section;
  return true;
}

bool Assembly::place_task(const Line& line, const std::string& place, PlanRow& row) {
  if (!line.number) {
    if (line.number_text.empty()) {
      fault(place,
            failed(Errc::bad_file,
                   "the row has no number (序号); numbers that Word counts by itself must be "
                   "typed"));
    } else {
      fault(place, failed(Errc::bad_file, "{text} cannot be read as a number (序号)",
                          {{"text", line.number_text}}));
    }
    return false;
  }
  row.key = {.plan = "", .part = part_, .section = section_, .no = line.number->value()};
  if (line.number->values.size() > 1 && !place_decimal(*line.number, place, row)) return false;
  if (levels_.depth() > 0 && row.key.section == 0) {
    fault(place, failed(Errc::bad_file,
                        "task {number} stands under no section, while others do; give it a section",
                        {{"number", number_of(line)}}));
    return false;
  }
  const int before = tasks_.last;
  const int no = row.key.no;
  if (!tasks_.add(no)) {
    fault(place, failed(Errc::bad_file, "number {number} stands here a second time",
                        {{"number", number_of(line)}}));
    return false;
  }
  const bool follows = no == before + 1 || (before == 0 && no == last_task_ + 1);
  if (!follows) {
    doubt(place, {"number {number} does not follow {before}",
                  {{"number", std::to_string(no)}, {"before", std::to_string(before)}}});
  }
  last_task_ = no;
  return true;
}

std::shared_ptr<Assembly::ReadCell> Assembly::read_cell(const std::string& text) {
  const auto found = cells_.find(text);
  if (found != cells_.end()) return found->second;
  if (cached_ > cached_max) {
    cells_.clear();
    cached_ = 0;
  }
  // Nobody reads a guess beyond the doubts that are listed.
  const bool may_guess = summary_.doubts_total < listed_max;
  auto cell = std::make_shared<ReadCell>(ReadCell{departments_.read(text, may_guess)});
  cached_ += 1 + cell->mentions.size() + cell->doubts.size();
  return cells_.emplace(text, std::move(cell)).first->second;
}

void Assembly::note_cell(ReadCell& cell, const std::string& place) {
  for (std::size_t i = 0; i < cell.doubts.size(); ++i) {
    if (summary_.doubts_total >= listed_max) {
      summary_.doubts_total += cell.doubts.size() - i;
      break;
    }
    doubt(place, cell.doubts[i]);
  }
  if (std::exchange(cell.noted, true)) return;
  for (const Mention& mention : cell.mentions) {
    if (!mention.known) unregistered_.insert(mention.name);
  }
  if (unregistered_.size() <= unregistered_max) return;
  unregistered_.clear();
  fault(place, failed(Errc::bad_file,
                      "more than {count} names are outside the directory; is it the right one?",
                      {{"count", std::to_string(unregistered_max)}}));
}

bool Assembly::read_departments(const Line& line, const Columns& columns, PlanRow& row) {
  const std::string place = at_column(line, columns, columns.department);
  if (line.department.size() > cell_max || line.co.size() > cell_max) {
    fault(place, failed(Errc::bad_file, "the cell is too long to be names of departments"));
    return false;
  }
  const std::shared_ptr<ReadCell> held = read_cell(line.department);
  ReadCell& leads = *held;
  if (leads.mentions.empty()) {
    fault(place, failed(Errc::bad_file, "the row names no lead department"));
    return false;
  }
  note_cell(leads, place);
  row.lead = leads.mentions.front().name;
  for (std::size_t i = 1; i < leads.mentions.size(); ++i) {
    row.co.push_back(leads.mentions[i].name);
  }
  if (columns.co && !row.co.empty()) {
    doubt(place, {"several leads; {name} leads, the others are taken as co-departments",
                  {{"name", row.lead}}});
  }
  if (!line.co.empty()) {
    const std::string co_place = at_column(line, columns, columns.co);
    const std::shared_ptr<ReadCell> cos = read_cell(line.co);
    note_cell(*cos, co_place);
    std::set<std::string_view> named;
    for (const Mention& mention : leads.mentions) named.insert(mention.name);
    for (const Mention& mention : cos->mentions) {
      if (!named.insert(mention.name).second) {
        doubt(co_place, {"{name} is named twice", {{"name", mention.name}}});
      } else {
        row.co.push_back(mention.name);
      }
    }
  }
  return true;
}

void Assembly::read_task(const Pending& task, Draft& draft) {
  const Line& line = task.line;
  PlanRow& row = draft.row;
  row.place.file = line.place;
  row.address = line.address;
  row.part_title = part_title_;
  row.section_title = section_title_;
  row.content = line.content;
  row.deadline_text = line.deadline;
  draft.number = line.number_text;
  draft.lead = line.department;
  draft.co = line.co;
  draft.deadline = line.deadline;
  draft.urgent = line.urgency;
  for (const std::string* title : {&part_title_, &section_title_}) {
    if (!title->empty()) row.titles.push_back(*title);
  }

  field_ = Field::number;
  const auto number_column = task.columns.number ? task.columns.number : task.columns.contents[0];
  place_task(line, at_column(line, task.columns, number_column), row);
  field_ = Field::content;
  if (row.content.empty() || row.content.size() > content_max) {
    fault(at_column(line, task.columns, task.columns.contents[0]),
          row.content.empty() ? failed(Errc::bad_file, "the row has no content")
                              : failed(Errc::bad_file, "the content is longer than 64 KiB"));
  }
  field_ = Field::lead;
  read_departments(line, task.columns, row);
  field_ = Field::deadline;
  const std::string deadline_place = at_column(line, task.columns, task.columns.deadline);
  if (line.deadline.size() > deadline_max) {
    fault(deadline_place, failed(Errc::bad_file, "the cell is too long to be a deadline"));
  } else if (const auto deadline = read_deadline(line.deadline, options_.issued)) {
    row.deadline = deadline->deadline;
    if (deadline->doubt) doubt(deadline_place, *deadline->doubt);
  } else {
    fault(deadline_place, tl::make_unexpected(deadline.error()));
  }

  field_ = Field::urgent;
  if (const std::optional<bool> urgent = read_urgency(line.urgency)) {
    row.urgent = *urgent;
  } else {
    doubt(at_column(line, task.columns, task.columns.urgency),
          {"{text} does not say whether it is urgent; taken as not urgent",
           {{"text", brief(line.urgency)}}});
  }
}

Status Assembly::finish(const Walk& walk, const std::string& file) {
  DUBAN_TRY(finish_task());
  for (const Error& error : settler_.finish()) fault(error.where.file, tl::make_unexpected(error));
  for (const Doubt& each : walk.doubts) doubt(each.place.file, each.message);
  summary_.title = walk.title;
  if (summary_.tasks == 0 && errors_total_ == 0) {
    fault(file, failed(Errc::bad_file, "the table of {file} has headings, but no task",
                       {{"file", file}}));
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
  summary_.unregistered.assign(unregistered_.begin(), unregistered_.end());
  return std::move(summary_);
}

}  // namespace duban::intake
