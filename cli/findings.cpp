#include "cli/findings.hpp"

#include "engine/log/base64.hpp"

namespace duban {
namespace {

Value json_of(Lang lang, const audit::Finding& finding) {
  Value value;
  value.set("seq", finding.seq < 0 ? Value() : Value(finding.seq));
  value.set("task", finding.task ? Value(to_text(*finding.task)) : Value());
  value.set("what", finding.what);
  value.set("stored", finding.stored);
  value.set("derived", finding.derived);
  value.set("message", say(lang, finding.message));
  return value;
}

}  // namespace

Value json_of(Lang lang, const audit::Findings& findings) {
  Value list = Value::Array{};
  for (const audit::Finding& finding : findings.first()) list.push(json_of(lang, finding));
  return list;
}

void print_findings(Context& context, const audit::Findings& findings) {
  const Lang lang = context.lang;
  for (const audit::Finding& finding : findings.first()) {
    if (finding.seq >= 0)
      context.out << say(lang, "entry {seq}", {{"seq", std::to_string(finding.seq)}}) << ", ";
    if (finding.task) context.out << to_text(*finding.task) << ": ";
    context.out << shown(say(lang, finding.message)) << '\n';
  }
  const auto more = findings.total() - static_cast<std::int64_t>(findings.first().size());
  if (more > 0) {
    context.out << say(lang, "and {count} more", {{"count", std::to_string(more)}}) << '\n';
  }
}

void print_head(Context& context, std::int64_t size, const std::string& root) {
  context.out << "size=" << size << " root=" << to_base64(root) << '\n';
}

}  // namespace duban
