// The law of the backtest: under the rules of its time, the past happens again, entry for entry.
#pragma once

#include "engine/operations/reading.hpp"
#include "rehearsal/backtest.hpp"

namespace duban::testing {

/// "" when every task's past, played again, is what happened up to `now`; else the first
/// difference.
inline std::string past_differs(Store& store, BasisCompiler& compiler, Instant now) {
  const auto line = [](Entry entry) {
    // The seqs are the log's, and when a timer was written decides nothing.
    entry.seq = -1;
    entry.prev.reset();
    entry.recorded = entry.effective;
    return std::string(to_text(entry.event)) + " " + to_text(entry.effective) + " " + entry.actor +
           "/" + entry.via + "/" + entry.department + " " +
           (entry.to ? std::string(to_text(*entry.to)) : "") + " " + entry.basis.substr(0, 8) +
           " " + canonical(entry.data);
  };
  std::string found;
  const auto look = [&]() -> Status {
    DUBAN_TRY(const std::unique_ptr<View> log, store.read());
    DUBAN_TRY(const Past past, Past::read(*log, compiler, std::nullopt));
    DUBAN_TRY(std::unique_ptr<View> view, store.read());
    DUBAN_TRY(const std::unique_ptr<Reading> reading,
              Reading::open(std::move(view), compiler, now));
    return reading->each_task({}, [&](TaskView& task) -> Result<bool> {
      DUBAN_TRY(const std::vector<Entry> history, reading->history(task));
      DUBAN_TRY(OtherPast again, past.play(history, now));
      for (const RefusedCommand& refused : again.refused)
        found += to_text(task.task.key) + " refused: " + to_text(refused.error.message) + "\n";
      for (std::size_t i = 0; i < std::max(history.size(), again.entries.size()); ++i) {
        const std::string was = i < history.size() ? line(history[i]) : "nothing";
        const std::string is = i < again.entries.size() ? line(again.entries[i]) : "nothing";
        if (was == is) continue;
        found += to_text(task.task.key) + " was " + was + "\n  again " + is + "\n";
        break;
      }
      again.task.last_entry = task.task.last_entry;
      if (found.empty() && !(again.task == task.task))
        found += to_text(task.task.key) + " ended as another task\n";
      return found.empty();
    });
  };
  if (const Status looked = look(); !looked) return to_text(looked.error().message);
  return found;
}

}  // namespace duban::testing
