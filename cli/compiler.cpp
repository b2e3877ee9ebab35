#include "cli/compiler.hpp"

#include "rules/load.hpp"

namespace duban {

std::shared_ptr<const Basis> Compiler::known(const std::string& hash) {
  const auto found = known_.find(hash);
  return found == known_.end() ? nullptr : found->second;
}

Result<std::shared_ptr<const Basis>> Compiler::compile(const std::string& hash,
                                                       const BasisTexts& texts) {
  if (std::shared_ptr<const Basis> basis = known(hash)) return basis;
  Checked<Rules> rules = load_rules(texts.rules, file_);
  if (!rules) return tl::make_unexpected(rules.error().front());
  DUBAN_TRY(Calendar calendar, Calendar::parse(texts.calendar));
  if (rules->calendar != calendar.name()) {
    return failed(Errc::bad_file,
                  "the rules go by the calendar '{wanted}', and '{other}' is in force",
                  {{"wanted", rules->calendar}, {"other", calendar.name()}});
  }
  DUBAN_TRY(Directory directory, Directory::parse(texts.directory));
  DUBAN_TRY(Zone zone, Zone::find(rules->timezone));
  auto basis = std::make_shared<const Basis>(
      Basis{hash, std::move(*rules), std::move(calendar), std::move(directory), std::move(zone)});
  known_.emplace(hash, basis);
  return std::shared_ptr<const Basis>(basis);
}

Result<Zone> Compiler::zone(const std::string& hash, const BasisTexts& texts) {
  const std::optional<std::string> name = timezone_in(texts.rules);
  if (!name) return BasisCompiler::zone(hash, texts);
  return Zone::find(*name);
}

}  // namespace duban
