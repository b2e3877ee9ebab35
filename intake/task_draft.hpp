// From a line of a plan to a draft of its task: who, by when, how urgent, and what is doubtful.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "intake/deadline_text.hpp"
#include "intake/draft.hpp"
#include "intake/plan_line.hpp"
#include "intake/strangers.hpp"

namespace duban::intake {

/// What a document says for all of its tasks.
struct DocumentRules {
  DeadlineContext deadlines = {};
  bool first_leads = false;  ///< it prints that who stands first leads
};

class TaskDraft {
 public:
  TaskDraft(const DepartmentReader& names, const DocumentRules& rules)
      : offices_(names), rules_(rules), strangers_(names) {}

  /// 同上 and 〃 become what the line above says; findings go to `draft`.
  void resolve_dittos(Line& line, Draft& draft);
  /// Everything but the number and the headings.
  void fill(const Line& line, Draft& draft);

  std::vector<Stranger> strangers() const { return strangers_.list(); }
  /// More names are outside the directory than any plan has.
  bool is_overrun() const { return overrun_; }
  /// Some task so far says in its own words who leads it.
  bool marks_leads() const { return marks_leads_; }

 private:
  std::shared_ptr<const Responsibility> read(const std::string& text, Says says);
  const Result<ReadDeadline>& read(const std::string& deadline);
  void fill_offices(const Line& line, Draft& draft, std::vector<std::string>& when);
  void fill_deadline(const Line& line, Draft& draft, const std::vector<std::string>& when);

  ResponsibilityReader offices_;
  DocumentRules rules_;
  std::map<std::pair<Says, std::string>, std::shared_ptr<const Responsibility>> read_;
  std::size_t held_ = 0;
  std::unordered_map<std::string, Result<ReadDeadline>> deadlines_;
  Strangers strangers_;
  bool overrun_ = false;
  bool marks_leads_ = false;
  Line above_;  ///< its texts, for dittos
};

/// "plan.docx: table 1, row 23, 责任单位"
std::string place_of(const Line& line, const Said& said);

}  // namespace duban::intake
