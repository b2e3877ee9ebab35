#include "engine/operations/world.hpp"

#include <algorithm>

namespace duban {
namespace {

constexpr std::int64_t tolerance_seconds = 120;
constexpr std::int64_t day_seconds = 86400;

Result<Instant> rehearsal_time(const Meta& meta, const World& world, const Zone& zone) {
  if (!world.at) {
    if (meta.last_time.seconds == 0)
      return failed(Errc::time, "this rehearsal has no time yet; give one with --at 2018-03-01");
    return meta.last_time;
  }
  DUBAN_TRY(const Instant at, parse_moment(*world.at, zone));
  if (at.seconds < meta.last_time.seconds - tolerance_seconds) {
    return failed(Errc::time, "{at} is before the last entry, {last}; time runs forward",
                  {{"at", zone.local_text(at)}, {"last", zone.local_text(meta.last_time)}});
  }
  return std::max(at, meta.last_time);
}

Result<Instant> clock_time(const Meta& meta, const World& world, const Zone& zone) {
  if (world.at) {
    return failed(Errc::time,
                  "--at sets the clock of a rehearsal; in this workspace only readings take it");
  }
  const Instant now = world.clock.now();
  if (is_behind(meta, now)) {
    return failed(Errc::clock,
                  "the machine's clock says {now}, but steps were taken up to {last}; if the clock "
                  "is behind, set it right; if it is right, it was ahead then, and an admin goes "
                  "on with: duban clock --accept --note '...'",
                  {{"now", zone.local_text(now)}, {"last", zone.local_text(meta.judged)}});
  }
  if (now.seconds - meta.judged.seconds > world.max_gap_days * day_seconds && !world.accept_gap) {
    return failed(Errc::clock,
                  "the machine's clock says {now}, {days} days after the last entry; if that is "
                  "right, an admin continues with --accept-gap",
                  {{"now", zone.local_text(now)},
                   {"days", std::to_string((now.seconds - meta.judged.seconds) / day_seconds)}});
  }
  return std::max(now, meta.judged);
}

Result<BasisTexts> texts_of(View& view, const std::string& hash) {
  DUBAN_TRY(std::optional<BasisTexts> texts, view.basis_texts(hash));
  if (!texts) {
    return failed(Errc::corrupt, "the store has no texts of the basis in force, {hash}",
                  {{"hash", hash}});
  }
  return std::move(*texts);
}

}  // namespace

bool is_behind(const Meta& meta, Instant now) {
  return now.seconds < meta.judged.seconds - tolerance_seconds;
}

Moment moment_of(const Meta& meta, Instant now) { return {now, std::max(now, meta.last_time)}; }

Result<std::shared_ptr<const Basis>> basis_in_force(View& view, BasisCompiler& compiler) {
  DUBAN_TRY(const Meta meta, view.meta());
  if (std::shared_ptr<const Basis> basis = compiler.known(meta.basis)) return basis;
  DUBAN_TRY(const BasisTexts texts, texts_of(view, meta.basis));
  return compiler.compile(meta.basis, texts);
}

Result<Zone> zone_in_force(View& view, BasisCompiler& compiler) {
  DUBAN_TRY(const Meta meta, view.meta());
  if (const std::shared_ptr<const Basis> basis = compiler.known(meta.basis)) return basis->zone;
  DUBAN_TRY(const BasisTexts texts, texts_of(view, meta.basis));
  return compiler.zone(meta.basis, texts);
}

tl::unexpected<Error> plan_is_gone(const TaskKey& task) {
  return failed(Errc::corrupt,
                "table plan has lost the row of {plan}, which {task} belongs to; 'duban audit "
                "replay' compares all rows with the log",
                {{"plan", task.plan}, {"task", to_text(task)}});
}

Result<Instant> step_time(const Meta& meta, const World& world, const Zone& zone) {
  return meta.rehearsal ? rehearsal_time(meta, world, zone) : clock_time(meta, world, zone);
}

bool gap_is_accepted(const Meta& meta, const World& world, Instant now) {
  return world.accept_gap && !meta.rehearsal &&
         now.seconds - meta.judged.seconds > world.max_gap_days * day_seconds;
}

Result<Instant> reading_time(const Meta& meta, const World& world, const Zone& zone) {
  if (world.at) return parse_moment(*world.at, zone);
  if (meta.rehearsal) return meta.last_time;
  return std::max(world.clock.now(), meta.judged);
}

}  // namespace duban
