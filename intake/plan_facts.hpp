// What a document says of itself: its title, number (文号), issuer and day of issue.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/date.hpp"

namespace duban::intake {

/// Looks at the lines around a plan, in the document's order; a line of the plan itself is none.
class PlanFacts {
 public:
  /// A line outside of tasks. `above`: no task has come yet.
  void see(std::string_view line, bool above);
  /// The document goes on with something else: a signature and its day stand together.
  void see_other() { before_.clear(); }

  const std::string& title() const { return title_; }
  const std::string& number() const { return number_; }
  const std::string& issuer() const { return issuer_; }
  const std::optional<Date>& issued() const { return issued_ ? issued_ : published_; }
  /// It prints that who stands first leads.
  bool first_leads() const { return first_leads_; }
  /// Of the title, or of the number.
  std::optional<int> year() const;
  /// A title that was seen in a table that is not the plan's.
  void forget_title();

 private:
  void see_title(std::string_view line);

  std::string title_, number_, issuer_;
  int title_rank_ = 0;
  bool first_leads_ = false;
  std::optional<Date> issued_;
  std::optional<Date> published_;  ///< of a page
  std::string before_;             ///< the line above, where it may be a signature
};

/// 2019年1月12日, 二〇一九年一月十二日, 2019-01-12, and nothing else.
std::optional<Date> read_day(std::string_view line);
/// 分享到：, 责任编辑：…: what a web page puts around a text.
bool is_furniture(std::string_view line);
/// A line of a web site behind which nothing of the document comes, once its tasks have begun.
bool ends_a_page(std::string_view line);

}  // namespace duban::intake
