// A task gets another lead. Internal to engine/course.
#pragma once

#include "engine/course/changes.hpp"

namespace duban::leads {

/// Another leads from now on, and has not begun: it leaves the co's, and the old lead does not
/// become one.
void change(changes::Step& step, const std::string& name);
/// Every rung counts anew from the due in force: a new generation of it, and no new version.
void rearm(changes::Step& step, const Command& command);

}  // namespace duban::leads
