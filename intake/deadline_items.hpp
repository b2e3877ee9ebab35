// The pieces of a deadline, in their order: days, cycles, what goes on, and words beside them.
#pragma once

#include "intake/deadline_cycle.hpp"
#include "intake/deadline_text.hpp"

namespace duban::intake {

struct DeadlineItem {
  enum class Kind : std::uint8_t {
    day,      ///< `due`
    forever,  ///< 持续推进; with `until` only so long
    cycle,    ///< `cycle`; with `until` only so long
    now,      ///< 立行立改
    words,    ///< free text
  } kind = Kind::words;
  Date due = {};
  Ambiguity doubt = Ambiguity::none;
  bool several = false;    ///< one of days that are enumerated
  bool completes = false;  ///< 完成 was said of the day
  bool joined = false;     ///< 并, 后续: it follows what stands before it
  std::optional<Date> until = {};
  Cycle cycle = {};
  std::size_t begin = 0;  ///< of its clause in the squeezed text
  std::size_t end = 0;
};

/// Why a text that names no day names none.
enum class NoDay : std::uint8_t { none, year, issue, event, season, unread };

struct DeadlineItems {
  std::vector<DeadlineItem> items;
  NoDay lacking = NoDay::none;  ///< what a piece would have needed, or that it could not be read
};

/// `text` is squeezed, without quotation marks, clauses apart by signs.
DeadlineItems deadline_items(Text text, const DeadlineContext& context);

/// Whether the whole text says that work goes on: 持续推进, 后续常态化.
bool is_forever(Text text);

/// 30日内, 印发之日起3个月内, 15个工作日内: a day counted from another. `lacking` says which could
/// not be found; nothing at all where the text counts nothing. `end` is where the words end.
struct Counted {
  std::optional<Period> period = {};
  NoDay lacking = NoDay::none;
  std::size_t end = 0;
};
std::optional<Counted> counted_days(Text text, const DeadlineContext& context);

}  // namespace duban::intake
