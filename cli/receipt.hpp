// What a step or a night did, for people and programs.
#pragma once

#include "cli/context.hpp"

namespace duban {

/// `hn135/1.3.11  assigned -> in_progress  due 2018-12-31`, and a line for each timer that fell
/// with it.
void print_receipt(Context& context, const Receipt& receipt, bool dry_run);
Value json_of(const Receipt& receipt, Event event, bool dry_run);

/// `deadline  in_progress -> overdue`: what a timer did. `rung`: what people call that of an
/// escalation.
std::string timer_words(Lang lang, const Entry& entry, const std::string& rung);
Value timer_json(const Entry& entry);

}  // namespace duban
