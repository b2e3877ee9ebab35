// Corrections meet the rows of a document.
#include <algorithm>

#include "intake/cell_text.hpp"
#include "intake/corrections.hpp"
#include "intake/numbering.hpp"
#include "intake/review.hpp"
#include "intake/sheet_writer.hpp"
#include "intake/urgency.hpp"
#include "text/brief.hpp"

namespace duban::intake {
namespace {

/// Whether the sheet shows what the document has: blanks do not count, and long texts were cut.
bool shows(std::string_view shown, std::string_view written) {
  if (shown.ends_with(cut_mark)) {
    shown.remove_suffix(cut_mark.size());
    return squeezed(written).starts_with(squeezed(shown));
  }
  return squeezed(shown) == squeezed(written);
}

/// The key that a number as people write it gives: 1.3.11 whole, 11 under the headings that the row
/// stands under. False for what is no number.
bool take_number(const std::string& text, TaskKey& key) {
  const std::optional<Number> number = parse_number(text);
  if (!number || !number->rest.empty()) return false;
  const std::vector<int>& values = number->values;
  if (values.size() > path_max) return false;
  // One number is that of the task under the headings that it stands under.
  std::size_t at = values.size() == 1 && key.depth() > 0 ? key.depth() - 1 : 0;
  if (at == 0) key.path = {};
  for (const int value : values) key.path.at(at++) = value;
  return true;
}

void fault(Errors& errors, const RowCorrection& by, tl::unexpected<Error> error) {
  error.value().where = by.place;
  errors.push_back(std::move(error.value()));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

Settler::Settler(const Corrections& corrections, Readers readers)
    : corrections_(corrections), readers_(std::move(readers)) {
  for (const auto& [address, row] : corrections.rows())
    renumbers_ = renumbers_ || row.corrected.count(Field::number) > 0;
}

std::size_t Settler::hash_of(const TaskKey& key) {
  return std::hash<std::string>()(number_text(key));
}

bool Settler::fits(const Draft& draft, const RowCorrection& correction, Errors& errors) const {
  bool all = true;
  for (const auto& [field, shown] : correction.written) {
    // Of a row that is left out, or only remarked on, the work alone tells that it is the one.
    const bool matters = correction.corrected.count(field) > 0 || field == Field::content;
    const std::string written = text_as_written(draft, field);
    if (!matters || shows(shown, written)) continue;
    all = false;
    fault(errors, correction,
          failed(Errc::bad_file,
                 "the correction no longer fits {address}: its {field} was {shown}, and the "
                 "document has {written}",
                 {{"address", draft.row.address},
                  {"field", std::string(to_text(field))},
                  {"shown", brief(shown, 40)},
                  {"written", brief(written, 40)}}));
  }
  return all;
}

bool Settler::settle(Draft& draft, Errors& errors) {
  if (!apply(draft, errors)) return false;
  if (renumbers_) numbers_.push_back(hash_of(draft.row.key));
  return true;
}

bool Settler::apply(Draft& draft, Errors& errors) {
  PlanRow& row = draft.row;
  const RowCorrection* const correction = corrections_.find(row.address);
  if (correction) {
    met_.insert(row.address);
    if (!fits(draft, *correction, errors)) return true;
    if (correction->leave_out) {
      ++left_out_;
      return false;
    }
  }
  if (correction) {
    const std::vector<Finding> found = draft.findings;
    correct_departments(draft, *correction, errors);
    for (const auto& [field, text] : correction->corrected) {
      if (field != Field::lead && field != Field::co)
        correct(draft, field, text, *correction, errors);
    }
    if (correction->corrected.empty()) row.corrections.push_back({"row", "", "", correction->why});
    const auto is_settled = [&](const Finding& finding) {
      // A remark alone says that the row is right as it was read.
      return correction->corrected.count(finding.field) > 0 ||
             (correction->corrected.empty() && !finding.blocks);
    };
    std::vector<Finding> left;
    for (const Finding& finding : draft.findings) {
      const bool is_old = std::find_if(found.begin(), found.end(), [&](const Finding& each) {
                            return each.field == finding.field && each.message == finding.message;
                          }) != found.end();
      if (!is_old || !is_settled(finding)) left.push_back(finding);
    }
    for (const Finding& finding : found)
      row.doubts.push_back({std::string(to_text(finding.field)), finding.message});
    for (const Finding& finding : left) {
      const FieldDoubt doubt{std::string(to_text(finding.field)), finding.message};
      if (std::find(row.doubts.begin(), row.doubts.end(), doubt) == row.doubts.end())
        row.doubts.push_back(doubt);
    }
    draft.findings = std::move(left);
    return true;
  }
  for (const Finding& finding : draft.findings)
    row.doubts.push_back({std::string(to_text(finding.field)), finding.message});
  return true;
}

void Settler::correct_departments(Draft& draft, const RowCorrection& by, Errors& errors) {
  PlanRow& row = draft.row;
  const auto lead = by.corrected.find(Field::lead);
  const auto co = by.corrected.find(Field::co);
  const std::string read_co = [&] {
    std::string text;
    for (const std::string& name : row.co) text += (text.empty() ? "" : "、") + name;
    return text;
  }();
  const auto names_in = [&](Field field, const std::string& text) {
    const Responsibility cell =
        readers_.departments(text, field == Field::lead ? Says::lead : Says::co);
    for (const Finding& doubt : cell.doubts)
      draft.findings.push_back({field, by.place, doubt.message, false});
    std::vector<std::string> names;
    for (const Mention& mention : cell.mentions) names.push_back(mention.name);
    return names;
  };
  std::vector<std::string> cos = row.co;
  if (lead != by.corrected.end()) {
    std::vector<std::string> names = names_in(Field::lead, lead->second);
    if (names.empty()) {
      fault(errors, by,
            failed(Errc::bad_file, "{text} names no department", {{"text", brief(lead->second)}}));
      return;
    }
    row.corrections.push_back({"lead", draft.lead, lead->second, by.why});
    // Who was read as lead of a cell that names the right one too is still on the paper.
    if (std::find(cos.begin(), cos.end(), names.front()) != cos.end() && !row.lead.empty())
      cos.insert(cos.begin(), row.lead);
    row.lead = names.front();
    cos.insert(cos.end(), names.begin() + 1, names.end());
  }
  if (co != by.corrected.end()) {
    const bool nobody = is_nobody(co->second);
    cos = nobody ? std::vector<std::string>() : names_in(Field::co, co->second);
    if (cos.empty() && !nobody) {
      fault(errors, by,
            failed(Errc::bad_file, "{text} names no department", {{"text", brief(co->second)}}));
      return;
    }
    row.corrections.push_back({"co", draft.co.empty() ? read_co : draft.co, co->second, by.why});
  }
  if (lead == by.corrected.end() && co == by.corrected.end()) return;
  row.co.clear();
  for (const std::string& name : cos) {
    if (name != row.lead && std::find(row.co.begin(), row.co.end(), name) == row.co.end())
      row.co.push_back(name);
  }
}

void Settler::correct(Draft& draft, Field field, const std::string& text, const RowCorrection& by,
                      Errors& errors) {
  PlanRow& row = draft.row;
  const std::string read = text_as_written(draft, field);
  switch (field) {
    case Field::deadline: {
      Result<ReadDeadline> deadline = readers_.deadline(text);
      if (!deadline) {
        fault(errors, by, tl::make_unexpected(std::move(deadline).error()));
        return;
      }
      row.deadline = std::move(deadline->deadline);
      for (const Message& doubt : deadline->doubts)
        draft.findings.push_back({field, by.place, doubt, false});
      break;
    }
    case Field::content:
      row.content = text;
      break;
    case Field::titles:
      row.titles = lines_of(text);
      break;
    case Field::urgent: {
      const std::optional<bool> urgent = read_urgency(text);
      if (!urgent) {
        fault(errors, by,
              failed(Errc::bad_file, "{text} does not say whether it is urgent",
                     {{"text", brief(text)}}));
        return;
      }
      row.urgent = *urgent;
      break;
    }
    case Field::number:
      if (!take_number(text, row.key)) {
        fault(errors, by,
              failed(Errc::bad_file, "{text} cannot be read as a number (序号)",
                     {{"text", brief(text)}}));
        return;
      }
      renumbered_.emplace(hash_of(row.key), &by);
      break;
    default:
      break;
  }
  row.corrections.push_back({std::string(to_text(field)), read, text, by.why});
}

Errors Settler::finish() {
  Errors errors;
  if (!renumbered_.empty()) std::sort(numbers_.begin(), numbers_.end());
  for (const auto& [hash, row] : renumbered_) {
    const auto [first, last] = std::equal_range(numbers_.begin(), numbers_.end(), hash);
    if (last - first < 2) continue;
    errors.push_back(failed(Errc::bad_file, "the number {number} belongs to another task",
                            {{"number", row->corrected.at(Field::number)}}, row->place)
                         .value());
  }
  for (const auto& [address, row] : corrections_.rows()) {
    if (met_.count(address) > 0) continue;
    errors.push_back(failed(Errc::bad_file, "the document has no task at {address}",
                            {{"address", address}}, row.place)
                         .value());
  }
  return errors;
}

}  // namespace duban::intake
