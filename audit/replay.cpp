#include "audit/replay.hpp"

#include "audit/parallel.hpp"
#include "audit/replayer.hpp"
#include "engine/log/assign_row.hpp"
#include "engine/log/entry_text.hpp"
#include "engine/log/merkle.hpp"

namespace duban::audit {
namespace {

/// A log seen through its own store.
class LogBodies final : public Bodies {
 public:
  explicit LogBodies(std::unique_ptr<View> log) : log_(std::move(log)) {}
  Result<std::string> body(std::int64_t seq) override { return log_->entry_body(seq); }

 private:
  std::unique_ptr<View> log_;
};

constexpr std::int64_t no_end = safe_integer;

/// The end of what had been written when the clock said `until`. After a clock that was ahead had
/// been accepted that moment came twice, and the second time counts.
Result<std::int64_t> end_by(View& log, Instant until) {
  bool accepted = false;
  DUBAN_TRY(log.each_entry(0, no_end, [&](std::int64_t, std::string_view body) -> Result<bool> {
    accepted = body.find("\"event\":\"clock\"") != body.npos;
    return !accepted;
  }));
  std::int64_t end = no_end;
  if (!accepted) return end;
  Instant recorded, judged;
  DUBAN_TRY(log.each_entry(0, no_end, [&](std::int64_t seq, std::string_view body) -> Result<bool> {
    const Result<Entry> entry = parse_entry(body);
    if (!entry) return true;
    judged = judged_after(*entry, recorded, judged);
    recorded = entry->recorded;
    if (judged <= until) end = seq + 1;
    return true;
  }));
  return end == no_end ? 0 : end;
}

}  // namespace

Result<Replay> replay(View& log, BasisCompiler& compiler, std::optional<Instant> until) {
  Replayer replayer(log, compiler);
  bool ended = false;
  std::int64_t end = no_end;
  if (until) {
    DUBAN_TRY(end, end_by(log, *until));
  }
  const bool by_seq = end != no_end;
  const Status read = each_entry_looked_at<Replayer::Looked>(
      log, 0, end, Replayer::look,
      [&](std::int64_t seq, std::string_view, Replayer::Looked& found) -> Result<bool> {
        const std::optional<Instant> recorded = Replayer::recorded(found);
        if (until && !by_seq && recorded && *recorded > *until) return false;
        DUBAN_TRY(const bool more, replayer.take(seq, found));
        ended = !more;
        return more;
      });
  DUBAN_TRY(replayer.findings().unless_corrupt(read, "body"));
  if (!ended) replayer.finish();
  return Replay{replayer.derived(), replayer.entries(), std::move(replayer.findings())};
}

Result<std::unique_ptr<View>> board_at(std::unique_ptr<View> log, BasisCompiler& compiler,
                                       Instant at) {
  DUBAN_TRY(const Replay past, replay(*log, compiler, at));
  if (!past.findings.none()) {
    return failed(Errc::corrupt, "the log does not give the past; see 'duban audit replay'");
  }
  if (past.entries == 0) {
    return failed(Errc::time, "nothing had been recorded by {at}", {{"at", duban::to_text(at)}});
  }
  DUBAN_TRY(Board board, past.derived->whole(*log));
  return std::make_unique<BoardView>(std::make_shared<const Board>(std::move(board)),
                                     std::make_shared<LogBodies>(std::move(log)));
}

Replayer::Looked Replayer::look(std::int64_t, std::string_view body) {
  Looked found{
      .leaf = leaf_digest(body), .seen = glance(body), .entry = {}, .row = {}, .words = {}};
  if (found.seen && found.seen->event == Event::assign) {
    if (std::optional<PlanRow> row = row_of(*found.seen)) found.row = *std::move(row);
  }
  if (!found.row && !(found.seen && is_timer(found.seen->event, found.seen->actor))) {
    found.entry = found.seen ? entry_of(*found.seen) : parse_entry(body);
    if (*found.entry && (*found.entry)->event == Event::assign && (*found.entry)->task)
      found.row = row_from(*(*found.entry)->task, (*found.entry)->data);
  }
  if (found.row && *found.row) found.words = digest_of(**found.row);
  return found;
}

std::optional<Instant> Replayer::recorded(const Looked& found) {
  if (found.seen) return found.seen->recorded;
  return *found.entry ? std::optional((*found.entry)->recorded) : std::nullopt;
}

Result<bool> Replayer::take(std::int64_t seq, Looked& found) {
  ++entries_;
  DUBAN_TRY(derived_->tree.add(view(found.leaf)));
  if (seq != next_seq_) {
    const std::string last = std::to_string(seq - 1);
    say(next_seq_, {}, "hole",
        seq == next_seq_ + 1 ? Message{"it is gone"}
                             : Message{"it is gone, with all up to {last}", {{"last", last}}});
  }
  next_seq_ = seq + 1;
  if (!found.entry) {
    const EntryGlance& seen = *found.seen;
    if (seen.seq == seq && seen.recorded >= recorded_ && basis_) {
      if (seen.recorded > recorded_) settle(seq);
      go_on(seen.recorded);
      if (found.row ? is_assigned(seq, found) : is_next_timer(seq, seen)) {
        if (seen.recorded > board_.meta.last_time) board_.meta.judged = seen.recorded;
        board_.meta.last_time = seen.recorded;
        return true;
      }
    }
    found.entry = entry_of(seen);
  }
  return take_parsed(seq, found);
}

Result<bool> Replayer::take_parsed(std::int64_t seq, Looked& found) {
  if (!*found.entry) {
    say(seq, {}, "body", found.entry->error().message);
    return true;
  }
  Entry stored = **std::move(found.entry);
  if (stored.seq != seq) differs(stored, "seq", std::to_string(stored.seq), std::to_string(seq));
  stored.seq = seq;
  if (stored.recorded < recorded_)
    differs(stored, "recorded", duban::to_text(stored.recorded), duban::to_text(recorded_));
  if (stored.recorded > recorded_ || !continues(stored)) settle(seq);
  go_on(stored.recorded);

  if (!basis_ && stored.event != Event::init) {
    say(seq, {}, "init", {"the log does not begin with 'init'; nothing can be judged", {}});
    return false;
  }
  if (!continues(stored) && stored.event != Event::clock) now_ = judged_at(stored);
  if (stored.event != Event::nightly && !is_timer(stored.event, stored.actor))
    acted_ = stored.recorded;
  bool more = true;
  switch (stored.event) {
    case Event::init: {
      DUBAN_TRY(more, init(stored));
      break;
    }
    case Event::activate:
    case Event::department: {
      DUBAN_TRY(more, activate(stored));
      break;
    }
    case Event::import:
    case Event::new_plan:
      import(stored);
      break;
    case Event::void_plan:
      void_plan(stored);
      break;
    case Event::plan:
      plan(stored);
      break;
    case Event::actor:
      actor(stored);
      break;
    case Event::grant:
    case Event::revoke:
      grant(stored);
      break;
    case Event::clock:
      clock(stored);
      break;
    case Event::nightly:
      nightly(stored);
      break;
    case Event::assign:
      assign(stored, found.row, found.words);
      break;
    default:
      if (stored.event == Event::amend && stored.data.find("plan-ends"))
        cut(stored);
      else if (continues(stored))
        timer(stored);
      else
        step(stored);
  }
  board_.note(stored);
  return more;
}

void Replayer::finish() { settle(-1); }

std::unique_ptr<Derived> Replayer::derived() {
  board_.tree = derived_->tree.frontier();
  board_.meta.size = board_.tree.size();
  return std::move(derived_);
}

namespace {

std::string or_null(std::string_view text) { return text.empty() ? "null" : std::string(text); }
template <class Word>
std::string or_null(const std::optional<Word>& word) {
  return word ? std::string(to_text(*word)) : "null";
}
std::string or_null(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : "null";
}

}  // namespace

void Replayer::compare(const Entry& stored, Entry derived) {
  derived.seq = stored.seq;
  derived.recorded = stored.recorded;
  if (derived == stored) return;  // nearly always, and cheaper than field by field
  const auto field = [&](const char* name, std::string is, std::string should) {
    if (is != should) differs(stored, name, std::move(is), std::move(should));
  };
  field("prev", or_null(stored.prev), or_null(derived.prev));
  field("effective", duban::to_text(stored.effective), duban::to_text(derived.effective));
  field("actor", or_null(stored.actor), or_null(derived.actor));
  field("via", or_null(stored.via), or_null(derived.via));
  field("department", or_null(stored.department), or_null(derived.department));
  field("role", or_null(stored.role), or_null(derived.role));
  field("plan", or_null(stored.plan), or_null(derived.plan));
  field("task", or_null(stored.task), or_null(derived.task));
  field("from", or_null(stored.from), or_null(derived.from));
  field("to", or_null(stored.to), or_null(derived.to));
  field("basis", or_null(stored.basis), or_null(derived.basis));
  compare_data(stored, derived.data);
}

void Replayer::compare_data(const Entry& stored, const Value& derived) {
  if (stored.data == derived) return;
  if (!stored.data.object() || !derived.object()) {
    differs(stored, "data", canonical(stored.data), canonical(derived));
    return;
  }
  const auto shown = [](const Value* value) { return value ? canonical(*value) : "nothing"; };
  for (const auto& [name, value] : *stored.data.object()) {
    const Value* other = derived.find(name);
    if (!other || !(value == *other))
      differs(stored, "data." + name, canonical(value), shown(other));
  }
  for (const auto& [name, value] : *derived.object()) {
    if (!stored.data.find(name)) differs(stored, "data." + name, shown(nullptr), canonical(value));
  }
}

void Replayer::differs(const Entry& stored, const std::string& what, std::string is,
                       std::string should) {
  Finding finding{.seq = stored.seq, .task = stored.task, .what = what};
  finding.message = {"'{field}' is {stored}, but {derived} follows from what came before",
                     {{"field", what}, {"stored", is}, {"derived", should}}};
  finding.stored = std::move(is);
  finding.derived = std::move(should);
  findings_.add(std::move(finding));
}

void Replayer::say(std::int64_t seq, const std::optional<TaskKey>& task, std::string what,
                   Message message) {
  findings_.add({.seq = seq, .task = task, .what = std::move(what), .message = std::move(message)});
}

}  // namespace duban::audit
