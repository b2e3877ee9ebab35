#include "cli/backup_words.hpp"

#include "audit/compare.hpp"
#include "audit/replay.hpp"
#include "engine/log/base64.hpp"

namespace duban {

std::function<void(std::int64_t, std::int64_t)> counting(Context& context, std::string_view text) {
  if (context.error_screen.width == 0) return {};
  return [&context, text](std::int64_t done, std::int64_t all) {
    context.err << "\r\x1b[K"
                << say(context.lang, text,
                       {{"done", std::to_string(done)}, {"all", std::to_string(all)}});
    if (done == all) context.err << "\r\x1b[K";
    context.err.flush();
  };
}

Value json_of(const BackupHead& head) {
  return Value::Object{{"workspace", head.workspace}, {"rehearsal", head.rehearsal},
                       {"size", head.size},           {"root", to_base64(head.root)},
                       {"last", to_text(head.last)},  {"files", head.files},
                       {"bytes", head.bytes},         {"lacks", head.lacks}};
}

Status replay_too(View& view, BasisCompiler& compiler, audit::Findings& findings) {
  DUBAN_TRY(audit::Replay replay, audit::replay(view, compiler));
  DUBAN_TRY(audit::compare(view, *replay.derived, replay.findings));
  findings.add(replay.findings);
  return {};
}

std::string moment_text(View& view, BasisCompiler& compiler, Instant instant) {
  const auto basis = basis_in_force(view, compiler);
  return basis ? (*basis)->zone.local_text(instant) : to_text(instant);
}

}  // namespace duban
