// The vocabularies of docs/glossary.md in Chinese.
#include <array>

#include "cli/words.hpp"

namespace duban {
namespace {

constexpr std::array<std::string_view, 7> states{"待签收", "办理中", "待核验", "已办结",
                                                 "逾期",   "暂缓",   "已撤销"};
constexpr std::array<std::string_view, 37> events{
    "签收",       "进展",    "协办反馈", "免予协办",   "报结",       "撤回",     "核验办结",
    "退回补办",   "逾期",    "申请延期", "同意延期",   "不同意延期", "调整",     "调整牵头单位",
    "暂缓",       "恢复",    "记缺报",   "重新督办",   "结项",       "撤销督办", "取消反馈",
    "撤回上一步", "记事",    "督办提醒", "建立工作区", "导入台账",   "交办",     "每日巡检",
    "启用",       "授权",    "撤销授权", "登记经办人", "登记单位",   "调整台账", "确认时钟",
    "作废台账",   "新建台账"};
constexpr std::array<std::string_view, 6> roles{"牵头单位", "协办单位", "督查单位",
                                                "审计",     "管理员",   "系统"};
constexpr std::array<std::string_view, 4> lights{"绿", "黄", "红", "灰"};
constexpr std::array<std::string_view, 8> anchors{"时限", "交办",     "签收",         "最近动态",
                                                  "报结", "申请延期", "进入当前状态", "提示发出"};
constexpr std::array<std::string_view, 4> units{"每月", "每季度", "每半年", "每年"};
constexpr std::array<std::string_view, 4> levels_zh{"提醒", "催办", "督办", "建议通报"};
constexpr std::array<std::string_view, 4> levels_en{"reminder", "urging", "supervision",
                                                    "circular proposed"};

template <class Enum, std::size_t n>
std::string pick(Lang lang, Enum value, const std::array<std::string_view, n>& chinese) {
  return std::string(lang == Lang::zh ? chinese[static_cast<std::size_t>(value)] : to_text(value));
}

}  // namespace

std::string word(Lang lang, TaskState state) { return pick(lang, state, states); }
std::string word(Lang lang, Event event) { return pick(lang, event, events); }
std::string word(Lang lang, Role role) { return pick(lang, role, roles); }
std::string word(Lang lang, Light light) { return pick(lang, light, lights); }
std::string word(Lang lang, CycleUnit unit) { return pick(lang, unit, units); }

std::string level_word(Lang lang, std::int64_t level) {
  const auto& levels = lang == Lang::zh ? levels_zh : levels_en;
  if (level < 0 || std::cmp_greater_equal(level, levels.size())) return std::to_string(level);
  return std::string(levels[static_cast<std::size_t>(level)]);
}

std::string rung_word(Lang lang, const Rung& rung) {
  return rung.name ? rung.name->value : level_word(lang, rung.level ? rung.level->value : 0);
}

std::string rung_word(Lang lang, const RuleLayer& rules, const std::string& id,
                      std::int64_t level) {
  const Rung* rung = rules.rung(id);
  return rung && rung->name ? rung->name->value : level_word(lang, level);
}

std::string rung_words(Lang lang, const RuleLayer& rules, const std::string& id,
                       std::int64_t level) {
  const std::string word = rung_word(lang, rules, id, level);
  return lang == Lang::zh ? word + "（" + id + "）" : word + " (" + id + ")";
}

std::string recipient_word(Lang lang, std::string_view recipient) {
  if (lang == Lang::en) return std::string(recipient);
  if (const auto role = parse_role(recipient)) return word(lang, *role);
  if (recipient == "missing") return "欠报的协办单位";
  if (recipient == "superior") return "牵头单位的上级";
  return std::string(recipient);
}

std::string missing_word(Lang lang, std::string_view what) {
  struct Pair {
    std::string_view name, chinese;
  };
  constexpr std::array<Pair, 12> words{{{"note", "办理说明（--note）"},
                                        {"evidence", "佐证材料（--evidence）"},
                                        {"contributions", "协办反馈"},
                                        {"request", "延期申请"},
                                        {"due", "完成时限（--due）"},
                                        {"until", "截止日期（--until）"},
                                        {"to", "单位（--to）"},
                                        {"co", "协办单位（--co）"},
                                        {"title", "名称（--title）"},
                                        {"content", "工作内容（--content）"},
                                        {"source", "来源（--source）"},
                                        {"change",
                                         "调整内容（--due、--add-co、--drop-co、--content、"
                                         "--urgent 或 --not-urgent）"}}};
  if (lang == Lang::zh) {
    for (const Pair& pair : words) {
      if (pair.name == what) return std::string(pair.chinese);
    }
  }
  return std::string(what);
}

std::string code_word(Lang lang, std::string_view code) {
  struct Pair {
    std::string_view name, chinese;
  };
  constexpr std::array<Pair, 17> words{{{"usage", "用法有误"},
                                        {"bad-file", "文件有误"},
                                        {"not-found", "未找到"},
                                        {"ambiguous", "名称不唯一"},
                                        {"time", "时间有误"},
                                        {"state", "状态不符"},
                                        {"disabled", "规则停用"},
                                        {"role", "身份不符"},
                                        {"forbidden", "须回避"},
                                        {"argument", "参数不当"},
                                        {"missing", "材料不全"},
                                        {"limit", "超出限额"},
                                        {"conflict", "有冲突"},
                                        {"busy", "被占用"},
                                        {"io", "读写失败"},
                                        {"corrupt", "数据损坏"},
                                        {"newer", "版本过新"}}};
  if (lang == Lang::zh) {
    for (const Pair& pair : words) {
      if (pair.name == code) return std::string(pair.chinese);
    }
  }
  return std::string(code);
}

std::string span_words(Lang lang, Span span) {
  if (lang == Lang::en) return to_text(span);
  const std::string count = std::to_string(span.count < 0 ? -span.count : span.count);
  switch (span.unit) {
    case SpanUnit::day:
      return count + "天";
    case SpanUnit::working_day:
      return count + "个工作日";
    case SpanUnit::month:
      return count + "个月";
  }
  return count;
}

std::string anchor_words(Lang lang, const At& at, const RuleLayer* rules) {
  At named = at;
  if (rules && at.anchor == Anchor::raised) {
    const Rung* rung = rules->rung(at.rung);
    if (rung) named.rung = rung_word(lang, *rung);
  }
  if (lang == Lang::en) return anchor_text(named);
  const std::string moment = pick(lang, at.anchor, anchors);
  return at.anchor == Anchor::raised ? named.rung + " " + moment : moment;
}

std::string moment_words(Lang lang, const At& at) {
  const std::string from = anchor_words(lang, at);
  const Span offset = at.offset;
  if (offset.count == 0) return from;
  if (lang == Lang::zh) return from + (offset.count < 0 ? "前" : "后") + span_words(lang, offset);
  const Span length{offset.count < 0 ? -offset.count : offset.count, offset.unit};
  return from + (offset.count < 0 ? " - " : " + ") + to_text(length);
}

}  // namespace duban
