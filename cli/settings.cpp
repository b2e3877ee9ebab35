#include <array>

#include "cli/workspace.hpp"
#include "text/fields.hpp"

namespace duban {
namespace {

constexpr int format_known = 1;
constexpr std::array<std::string_view, 5> keys{"duban", "lang", "ambiguous_width", "max_gap",
                                               "busy_timeout"};

void read_lang(const yaml::Node& node, Settings& settings, Problems& problems) {
  const std::string* text = yaml::text_of(node, problems);
  if (!text) return;
  if (*text == "zh") {
    settings.lang = Lang::zh;
  } else if (*text == "en") {
    settings.lang = Lang::en;
  } else {
    problems.at(node.spot,
                failed(Errc::bad_file, "lang is zh or en, not '{value}'", {{"value", *text}}));
  }
}

void read_field(const yaml::Pair& pair, Settings& settings, Problems& problems) {
  if (pair.key.text == "lang") read_lang(pair.value, settings, problems);
  if (pair.key.text == "duban") {
    settings.format = yaml::number_of(pair.value, 1, 1000, problems).value_or(format_known);
  }
  if (pair.key.text == "ambiguous_width")
    settings.ambiguous_width = yaml::number_of(pair.value, 1, 2, problems);
  if (pair.key.text == "max_gap") {
    settings.max_gap_days = yaml::number_of(pair.value, 1, gap_days_max, problems).value_or(0);
  }
  if (pair.key.text == "busy_timeout") {
    settings.busy_timeout_ms = 1000 * yaml::number_of(pair.value, 0, 3600, problems).value_or(0);
  }
}

}  // namespace

Checked<Settings> read_settings(const std::string& text, const std::string& file) {
  Problems problems(yaml::without_mark(text), file);
  const yaml::Node root = yaml::parse(text, problems);
  Settings settings;
  if (problems.empty() && yaml::is_mapping(root, problems)) {
    yaml::refuse_unknown_keys(root, keys, problems);
    if (!root.find("duban")) {
      problems.at(root.spot,
                  failed(Errc::bad_file, "'duban', the format of the workspace, is missing"));
    }
    for (const yaml::Pair& pair : root.pairs) read_field(pair, settings, problems);
  }
  if (!problems.empty()) return tl::make_unexpected(problems.take());
  if (settings.format > format_known) {
    return tl::make_unexpected(
        Errors{failed(Errc::newer,
                      "this workspace was made by a newer duban (format {format}); use that one",
                      {{"format", std::to_string(settings.format)}}, {file, 0, 0})
                   .value()});
  }
  return settings;
}

std::string settings_text() {
  return "# A workspace of duban (督办工作区). Its records are in duban.db and evidence/.\n"
         "# State secrets do not belong here. 涉密事项不得录入。\n"
         "duban: 1            # format of this workspace; 工作区格式\n"
         "# lang: zh          # of what people read: zh or en; else the locale; 界面语言\n"
         "# ambiguous_width: 2   # columns that the terminal gives to signs such as U+00B7; "
         "特殊符号占两格\n"
         "max_gap: 45         # days a clock may be past the last entry; 时钟允许超前的天数\n"
         "busy_timeout: 5     # seconds a step waits for another one; 等待写锁的秒数\n";
}

}  // namespace duban
