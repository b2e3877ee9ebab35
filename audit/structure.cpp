#include "audit/structure.hpp"

namespace duban::audit {

Result<bool> judge_layout(View& store, Findings& findings) {
  DUBAN_TRY(const std::vector<LayoutFault> faults, store.layout_faults());
  for (const LayoutFault& fault : faults) {
    Finding finding{.what = "layout", .stored = fault.stored, .derived = fault.expected};
    const Values values{{"object", fault.object}};
    if (fault.stored.empty())
      finding.message = Message{"{object} of the database is missing", values};
    else if (fault.expected.empty())
      finding.message = Message{"{object} of the database is none of duban's", values};
    else
      finding.message = Message{"{object} of the database was altered", values};
    findings.add(std::move(finding));
  }
  return faults.empty();
}

Status judge_structure(View& store, Findings& findings) {
  DUBAN_TRY(const bool sound, judge_layout(store, findings));
  if (!sound) return {};
  DUBAN_TRY(const std::vector<Message> damage, store.damage());
  for (const Message& message : damage) findings.add({.what = "store", .message = message});
  return {};
}

}  // namespace duban::audit
