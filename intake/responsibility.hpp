// Who answers for a task: a cell, a bracket or a labelled line, read into names and what each does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/department_cell.hpp"
#include "intake/draft.hpp"

namespace duban::intake {

/// What the place of a text says of the names in it.
enum class Says : std::uint8_t {
  lead,    ///< 牵头单位, 主办单位: all of them lead, unless the text itself says more
  co,      ///< 配合单位, 协办单位, 参与单位
  beside,  ///< 责任单位 where 牵头单位 has a place of its own: co-departments, doubtful
  responsible,  ///< 责任单位 alone: one of them leads
  bracket,      ///< behind a paragraph: as `responsible`, and days and remarks stand in it too
};

/// Why the first of the mentions leads.
enum class LeadBy : std::uint8_t {
  nobody,  ///< none does: no name, or a text of co-departments only
  said,    ///< the text or its place says so (牵头)
  alone,   ///< it is the only name
  rule,    ///< by what the document prints (排在首位的为牵头单位)
  first,   ///< it stands first, and nothing says who leads: doubtful
};

/// Every character of the text is in here, but for signs, layout and the words of roles.
struct Responsibility {
  std::vector<Mention> mentions = {};  ///< who leads first, each name once, in the text's order
  std::size_t leads = 0;               ///< so many of them lead; a plan takes the first
  LeadBy by = LeadBy::nobody;
  bool first_leads = false;  ///< it prints that who stands first leads, here and in what follows
  bool nobody = false;       ///< 无, —, /, 不涉及: a place without a name, and no mistake
  std::vector<std::string> in_charge = {};  ///< persons: 分管副省长, 张三副县长
  std::vector<std::string> deadlines = {};  ///< clauses that tell when, as written, in order
  /// Other clauses, as written: under their label (联系电话), or under none.
  std::vector<std::pair<std::string, std::string>> extra = {};
  /// Of the fields lead and co; their places are left to the caller. Names that the directory lacks
  /// are not among them: see Mention::known and Strangers.
  std::vector<Finding> doubts = {};
};

/// Reads what a document says of responsibility, with a directory or without: what names look like
/// is known well enough to split them, complete them from their neighbours, and tell them from
/// persons, days and remarks. Linear in the text but for names that the directory knows in parts.
class ResponsibilityReader {
 public:
  /// Keeps a reference to `names`.
  explicit ResponsibilityReader(const DepartmentReader& names) : names_(names) {}

  /// With `first_leads`, the document prints that who stands first leads.
  Responsibility read(std::string_view text, Says says, bool first_leads = false) const;
  /// Whether a bracket tells who does something, and is no mere remark (（县级）, （见附件）).
  bool concerns(std::string_view bracket) const;

 private:
  const DepartmentReader& names_;
};

/// Both places of one row: the names of `co` follow those of `lead`; who stands in both keeps the
/// role of lead, doubtful.
Responsibility together(Responsibility lead, Responsibility co);

/// Whether a text (a note, an introduction, a bracket) prints that who stands first leads.
bool prints_first_leads(std::string_view text);
/// 无, —, /, 不涉及: somebody has thought of it, and there is none.
bool is_nobody(std::string_view text);
/// 同上, 〃, 同前: what the cell above says.
bool is_ditto(std::string_view text);
/// Whether a clause tells when: 6月底前完成, 年内持续推进, 每季度末报送进展.
bool tells_when(std::string_view clause);

}  // namespace duban::intake
