// What an audit found, for people and as JSON.
#pragma once

#include "audit/finding.hpp"
#include "cli/context.hpp"
#include "engine/base/value.hpp"

namespace duban {

Value json_of(Lang lang, const audit::Findings& findings);
/// One a line, with its entry and task.
void print_findings(Context& context, const audit::Findings& findings);
/// "size=849 root=…": the head, as every command ends that proves or keeps it.
void print_head(Context& context, std::int64_t size, const std::string& root);

}  // namespace duban
