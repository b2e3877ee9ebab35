#include "cli/rule_text.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "cli/workspace.hpp"

namespace duban {
namespace {
namespace fs = std::filesystem;

/// Names of the shipped rule files: config/rules/NAME.yaml, their scenarios left out.
std::vector<std::string> shipped_names(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code failure;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failure)) {
    const fs::path name = entry.path().stem();
    if (entry.path().extension() == ".yaml" && name.extension().empty())
      names.push_back(name.string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string joined_names(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

}  // namespace

Result<RuleText> rule_text(const std::string& name) {
  const auto of_file = [](const fs::path& file, bool shipped = false) -> Result<RuleText> {
    DUBAN_TRY(std::string text, read_text(file));
    return RuleText{file.string(), std::move(text), shipped};
  };
  if (name.find_first_of("./") != name.npos) return of_file(name);
  DUBAN_TRY(const fs::path config, shipped_config());
  const std::vector<std::string> names = shipped_names(config / "rules");
  if (std::find(names.begin(), names.end(), name) == names.end()) {
    std::error_code failure;
    if (fs::exists(name, failure)) return of_file(name);
    return failed(Errc::bad_file,
                  "there is no file '{file}', and no shipped rules of that name; shipped are: "
                  "{known}",
                  {{"file", name}, {"known", joined_names(names)}});
  }
  return of_file(config / "rules" / (name + ".yaml"), true);
}

}  // namespace duban
