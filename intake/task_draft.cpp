#include "intake/task_draft.hpp"

#include "intake/deadline_text.hpp"
#include "intake/urgency.hpp"
#include "text/brief.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t content_max = std::size_t{64} << 10;
constexpr std::size_t cell_max = 6000;  // bytes; no cell names four hundred departments
constexpr std::size_t deadline_max = 4096;
constexpr std::size_t deadlines_max = 500;  // remembered
constexpr std::size_t held_max = 50'000;    // names and doubts

void find(Draft& draft, Field field, std::string place, Message message, bool blocks) {
  draft.findings.push_back({field, {std::move(place)}, std::move(message), blocks});
}

/// What is to be known of the cell itself.
void note(Draft& draft, Field field, const Line& line, const Said& said) {
  const Message message = message_of(said.note);
  if (message.text.empty()) return;
  const bool lost = said.note == CellNote::never_computed || said.note == CellNote::lost_bytes;
  find(draft, field, place_of(line, said), message, lost);
}

}  // namespace

std::string place_of(const Line& line, const Said& said) {
  return said.heading.empty() ? line.place : line.place + ", " + brief(said.heading);
}

void TaskDraft::resolve_dittos(Line& line, Draft& draft) {
  const auto carry = [&](Said& said, const Said& above, Field field) {
    if (!is_ditto(said.text)) return;
    const std::string place = place_of(line, said);
    if (above.text.empty()) {
      find(draft, field, place, {"{text} stands where nothing is above", {{"text", said.text}}},
           true);
      said.text.clear();
      return;
    }
    find(draft, field, place,
         {"{text} stands for the cell above, {above}",
          {{"text", said.text}, {"above", brief(above.text)}}},
         false);
    said.text = above.text;
  };
  carry(line.content, above_.content, Field::content);
  for (std::size_t i = 0; i < line.offices.size(); ++i) {
    static const Said none;
    const bool same = i < above_.offices.size() && above_.offices[i].says == line.offices[i].says;
    carry(line.offices[i].said, same ? above_.offices[i].said : none,
          i == 0 ? Field::lead : Field::co);
  }
  carry(line.deadline, above_.deadline, Field::deadline);
  for (auto& [heading, text] : line.extra) {
    if (!is_ditto(text)) continue;
    for (const auto& [name, above] : above_.extra) {
      if (name == heading) text = above;
    }
  }
  above_.content = line.content;
  above_.offices = line.offices;
  above_.deadline = line.deadline;
  above_.extra = line.extra;
}

std::shared_ptr<const Responsibility> TaskDraft::read(const std::string& text, Says says) {
  const auto key = std::make_pair(says, text);
  if (const auto found = read_.find(key); found != read_.end()) return found->second;
  if (held_ > held_max) {
    read_.clear();
    held_ = 0;
  }
  auto who = std::make_shared<const Responsibility>(offices_.read(text, says, rules_.first_leads));
  held_ += 1 + who->mentions.size() + who->doubts.size() + who->extra.size();
  read_.emplace(key, who);
  return who;
}

/// A plan has few deadlines that differ.
const Result<ReadDeadline>& TaskDraft::read(const std::string& deadline) {
  const auto found = deadlines_.find(deadline);
  if (found != deadlines_.end()) return found->second;
  if (deadlines_.size() >= deadlines_max) deadlines_.clear();
  return deadlines_.emplace(deadline, read_deadline(deadline, rules_.deadlines)).first->second;
}

void TaskDraft::fill_offices(const Line& line, Draft& draft, std::vector<std::string>& when) {
  PlanRow& row = draft.row;
  std::optional<Responsibility> all;
  bool has_lead = false;
  static const Said nowhere;
  const Said& first = line.offices.empty() ? nowhere : line.offices.front().said;
  for (const OfficeText& office : line.offices) {
    const Said& said = office.said;
    const Field field = &office == &line.offices.front() ? Field::lead : Field::co;
    note(draft, field, line, said);
    if (said.text.empty()) continue;
    const std::string place = place_of(line, said);
    if (said.text.size() > cell_max) {
      find(draft, field, place, {"the cell is too long to be names of departments", {}}, true);
      return;
    }
    std::string& written = field == Field::lead ? draft.lead : draft.co;
    written += (written.empty() ? "" : "\n") + said.text;
    // 责任单位 beside an empty 牵头单位: one of them leads.
    const bool beside = office.says == Says::beside && !has_lead;
    const auto who = read(said.text, beside ? Says::responsible : office.says);
    has_lead = has_lead || who->leads > 0;
    marks_leads_ = marks_leads_ || who->by == LeadBy::said;
    overrun_ = !strangers_.note(*who, place) || overrun_;
    Responsibility part = *who;
    for (Finding& doubt : part.doubts) doubt.place.file = place;
    all = all ? together(std::move(*all), std::move(part)) : std::move(part);
    if (all->doubts.size() > 0 && all->doubts.back().place.file.empty()) {
      for (Finding& doubt : all->doubts) {
        if (doubt.place.file.empty()) doubt.place.file = place;
      }
    }
  }
  if (!all || all->leads == 0 || all->mentions.empty()) {
    find(draft, Field::lead, place_of(line, first), {"the row names no lead department", {}}, true);
  }
  if (!all) return;
  for (Finding& doubt : all->doubts) draft.findings.push_back(std::move(doubt));
  std::size_t at = 0;
  if (all->leads > 0 && !all->mentions.empty()) row.lead = all->mentions[at++].name;
  for (; at < all->mentions.size(); ++at) row.co.push_back(all->mentions[at].name);
  for (std::string& person : all->in_charge) row.extra.emplace_back("责任人", std::move(person));
  for (auto& [label, text] : all->extra) {
    row.extra.emplace_back(label.empty() ? "备注" : std::move(label), std::move(text));
  }
  when = std::move(all->deadlines);
}

void TaskDraft::fill_deadline(const Line& line, Draft& draft,
                              const std::vector<std::string>& when) {
  PlanRow& row = draft.row;
  std::string clauses;
  for (const std::string& clause : when) clauses += (clauses.empty() ? "" : "，") + clause;
  std::string text = is_nobody(line.deadline.text) ? std::string() : line.deadline.text;
  if (text.empty()) {
    text = std::move(clauses);
  } else if (!clauses.empty()) {
    row.extra.emplace_back("完成时限", std::move(clauses));
  }
  draft.deadline = row.deadline_text = text.empty() ? line.deadline.text : text;
  const std::string place = place_of(line, line.deadline);
  note(draft, Field::deadline, line, line.deadline);
  if (text.size() > deadline_max) {
    find(draft, Field::deadline, place, {"the cell is too long to be a deadline", {}}, true);
  } else if (const Result<ReadDeadline>& deadline = read(text)) {
    row.deadline = deadline->deadline;
    for (const Message& doubt : deadline->doubts) {
      find(draft, Field::deadline, place, doubt, false);
    }
  } else {
    find(draft, Field::deadline, place, deadline.error().message, true);
  }
}

void TaskDraft::fill(const Line& line, Draft& draft) {
  PlanRow& row = draft.row;
  row.place.file = line.place;
  row.address = line.address;
  row.content = line.content.text;
  row.extra = line.extra;
  draft.number = line.number.text.empty() && line.parsed ? std::to_string(line.parsed->value())
                                                         : line.number.text;
  note(draft, Field::number, line, line.number);
  note(draft, Field::content, line, line.content);
  if (row.content.empty() || row.content.size() > content_max) {
    find(draft, Field::content, place_of(line, line.content),
         row.content.empty() ? Message{"the row has no content", {}}
                             : Message{"the content is longer than 64 KiB", {}},
         true);
  }
  std::vector<std::string> when;
  fill_offices(line, draft, when);
  fill_deadline(line, draft, when);
  draft.urgent = line.urgency.text;
  if (const std::optional<bool> urgent = read_urgency(line.urgency.text)) {
    row.urgent = *urgent;
  } else {
    find(draft, Field::urgent, place_of(line, line.urgency),
         {"{text} does not say whether it is urgent; taken as not urgent",
          {{"text", brief(line.urgency.text)}}},
         false);
  }
}

}  // namespace duban::intake
