#include "intake/word_styles.hpp"

#include <algorithm>
#include <charconv>

#include "intake/cell_text.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t styles_max = 10'000;
constexpr std::size_t lists_max = 10'000;
constexpr int based_on_max = 20;
constexpr int number_max = 1'000'000;

std::optional<int> value_of(const XmlNode& node) {
  const std::string_view text = node.attribute("val");
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (!node || error != std::errc() || value < -number_max || value > number_max) return {};
  return value;
}

std::optional<bool> switch_of(const XmlNode& node) {
  if (!node) return {};
  const std::string_view value = node.attribute("val");
  return value != "0" && value != "false" && value != "off";
}

std::optional<int> number_in(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

/// 1 to 99,999,999 as they are said: 十二, 一百零三.
std::string chinese(int number) {
  static constexpr const char* digits[] = {"零", "一", "二", "三", "四",
                                           "五", "六", "七", "八", "九"};
  if (number >= 10'000) {
    std::string text = chinese(number / 10'000) + "万";
    if (number % 10'000 == 0) return text;
    return text + (number % 10'000 < 1000 ? "零" : "") + chinese(number % 10'000);
  }
  static constexpr const char* units[] = {"千", "百", "十", ""};
  std::string text;
  bool gap = false;
  int unit = 1000;
  for (const char* name : units) {
    const int digit = number / unit % 10;
    if (digit == 0) {
      gap = !text.empty();
    } else {
      if (gap) text += digits[0];
      gap = false;
      if (!(unit == 10 && digit == 1 && text.empty())) text += digits[digit];
      text += name;
    }
    unit /= 10;
  }
  return text.empty() ? digits[0] : text;
}

std::string roman(int number, bool upper) {
  constexpr std::pair<int, const char*> parts[] = {
      {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
      {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  std::string text;
  for (const auto& [value, sign] : parts) {
    for (; number >= value; number -= value) text += sign;
  }
  if (upper) {
    for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string from_block(int number, int last, char32_t first) {
  std::string text;
  if (number < 1 || number > last) return std::to_string(number);
  append_utf8(text, first + static_cast<char32_t>(number - 1));
  return text;
}

}  // namespace

std::string counted_text(std::string_view format, int number) {
  if (format == "bullet" || format == "none") return {};
  if (number < 1 || number > number_max) return std::to_string(number);
  if (format == "chineseCounting" || format == "chineseCountingThousand" ||
      format == "japaneseCounting" || format == "taiwaneseCounting" ||
      format == "taiwaneseCountingThousand")
    return chinese(number);
  if (format == "ideographDigital" || format == "taiwaneseDigital") {
    std::string text;
    for (const char digit : std::to_string(number))
      text += digit == '0' ? "〇" : chinese(digit - '0');
    return text;
  }
  if (format == "chineseLegalSimplified" || format == "ideographLegalTraditional") {
    std::string text = (number >= 10 && number < 20 ? "一" : "") + chinese(number);
    constexpr std::pair<std::string_view, std::string_view> legal[] = {
        {"一", "壹"}, {"二", "贰"}, {"三", "叁"}, {"四", "肆"}, {"五", "伍"}, {"六", "陆"},
        {"七", "柒"}, {"八", "捌"}, {"九", "玖"}, {"十", "拾"}, {"百", "佰"}, {"千", "仟"}};
    for (const auto& [plain, written] : legal) {
      for (std::size_t at = 0; (at = text.find(plain, at)) != text.npos; at += written.size())
        text.replace(at, plain.size(), written);
    }
    return text;
  }
  if (format == "decimalEnclosedCircle" || format == "decimalEnclosedCircleChinese") {
    if (number > 20 && number <= 35) return from_block(number - 20, 15, 0x3251);
    if (number > 35 && number <= 50) return from_block(number - 35, 15, 0x32B1);
    return from_block(number, 20, 0x2460);
  }
  if (format == "decimalEnclosedParen") return from_block(number, 20, 0x2474);
  if (format == "decimalEnclosedFullstop") return from_block(number, 20, 0x2488);
  if (format == "ideographEnclosedCircle") return from_block(number, 10, 0x3280);
  if (format == "decimalZero") return (number < 10 ? "0" : "") + std::to_string(number);
  if (format == "upperRoman" || format == "lowerRoman") {
    return number < 4000 ? roman(number, format == "upperRoman") : std::to_string(number);
  }
  if (format == "upperLetter" || format == "lowerLetter") {
    const char letter =
        static_cast<char>((format == "upperLetter" ? 'A' : 'a') + (number - 1) % 26);
    return std::string(static_cast<std::size_t>(std::min((number - 1) / 26 + 1, 30)), letter);
  }
  return std::to_string(number);
}

Result<WordStyles> WordStyles::load(const Archive& archive, const Relations& relations) {
  WordStyles styles;
  const std::string look = relations.of_kind("styles");
  if (archive.has(look)) DUBAN_TRY(styles.load_styles(archive, look));
  const std::string numbering = relations.of_kind("numbering");
  if (archive.has(numbering)) DUBAN_TRY(styles.load_numbering(archive, numbering));
  return styles;
}

Status WordStyles::load_styles(const Archive& archive, const std::string& part) {
  DUBAN_TRY(const ReadBytes read, archive.stream(part));
  return cut_xml(read, archive.shown() + ": " + part, {{"style"}}, [&](const XmlPiece& piece) {
    const XmlNode& node = piece.element;
    if (styles_.size() >= styles_max || node.attribute("type") != "paragraph") return Status{};
    Style style;
    style.based_on = node.child("basedOn").attribute("val");
    const XmlNode properties = node.child("pPr");
    if (const auto outline = value_of(properties.child("outlineLvl"))) style.heading = *outline + 1;
    // A style named so is a heading whatever else it says.
    const std::string name(node.child("name").attribute("val"));
    if (name.size() == 9 && (name.starts_with("heading ") || name.starts_with("Heading ")))
      style.heading = name[8] - '0';
    const XmlNode number = properties.child("numPr");
    style.list = value_of(number.child("numId"));
    style.level = value_of(number.child("ilvl"));
    if (const XmlNode placed = properties.child("jc"))
      style.centred = placed.attribute("val") == "center";
    style.bold = switch_of(node.child("rPr").child("b"));
    const std::string id(node.attribute("styleId"));
    if (node.attribute("default") == "1" || node.attribute("default") == "true")
      default_style_ = id;
    styles_[id] = std::move(style);
    return Status{};
  });
}

Status WordStyles::load_numbering(const Archive& archive, const std::string& part) {
  const auto read_level = [](const XmlNode& node, Level& level) {
    if (const auto start = value_of(node.child("start"))) level.start = *start;
    if (const XmlNode format = node.child("numFmt")) level.format = format.attribute("val");
    level.text = node.child("lvlText").attribute("val");
    level.text.resize(std::min<std::size_t>(level.text.size(), 100));
    level.style = node.child("pStyle").attribute("val");
    level.plain = switch_of(node.child("isLgl")).value_or(false);
  };
  const auto index_of = [](const XmlNode& node) {
    const int index = number_in(node.attribute("ilvl")).value_or(0);
    return std::clamp(index, 0, 8);
  };
  DUBAN_TRY(const ReadBytes read, archive.stream(part));
  const XmlWish wish{{"abstractNum", "num"}};
  return cut_xml(read, archive.shown() + ": " + part, wish, [&](const XmlPiece& piece) {
    const XmlNode& node = piece.element;
    if (kinds_.size() >= lists_max || lists_.size() >= lists_max) return Status{};
    if (piece.name == "abstractNum") {
      const int id = number_in(node.attribute("abstractNumId")).value_or(0);
      if (const XmlNode link = node.child("numStyleLink")) linked_[id] = link.attribute("val");
      Levels& levels = kinds_[id];
      for (const XmlNode& each : node.children()) {
        if (each.name() == "lvl")
          read_level(each, levels[static_cast<std::size_t>(index_of(each))]);
      }
      return Status{};
    }
    List list;
    list.kind = value_of(node.child("abstractNumId")).value_or(0);
    for (const XmlNode& each : node.children()) {
      if (each.name() != "lvlOverride") continue;
      if (const auto start = value_of(each.child("startOverride")))
        list.starts[index_of(each)] = *start;
      if (const XmlNode level = each.child("lvl")) read_level(level, list.own[index_of(each)]);
    }
    lists_[number_in(node.attribute("numId")).value_or(0)] = std::move(list);
    return Status{};
  });
}

ParagraphLook WordStyles::look(const XmlNode& properties) const {
  ParagraphLook look;
  std::optional<int> heading, list, level;
  std::optional<bool> centred, bold;
  if (const auto outline = value_of(properties.child("outlineLvl"))) heading = *outline + 1;
  if (const XmlNode placed = properties.child("jc")) centred = placed.attribute("val") == "center";
  const XmlNode number = properties.child("numPr");
  list = value_of(number.child("numId"));
  level = value_of(number.child("ilvl"));

  const std::string_view named = properties.child("pStyle").attribute("val");
  std::string_view id = named.empty() ? std::string_view(default_style_) : named;
  std::string_view counts;  // the style that brings the list
  for (int i = 0; i < based_on_max && !id.empty(); ++i) {
    const auto found = styles_.find(id);
    if (found == styles_.end()) break;
    const Style& style = found->second;
    if (!heading) heading = style.heading;
    if (!list && style.list) {
      list = style.list;
      counts = id;
    }
    if (!level && list == style.list) level = style.level;
    if (!centred) centred = style.centred;
    if (!bold) bold = style.bold;
    id = style.based_on;
  }
  if (heading && *heading >= 1 && *heading <= 9) look.heading = *heading;
  look.centred = centred.value_or(false);
  look.bold = bold.value_or(false);
  look.list = list.value_or(0);
  if (look.list != 0 && !level && !counts.empty()) {
    for (int i = 0; i < 9; ++i) {
      const Level* each = level_of(look.list, i);
      if (each && each->style == counts) level = i;
    }
  }
  look.level = std::clamp(level.value_or(0), 0, 8);
  return look;
}

const WordStyles::Level* WordStyles::level_of(int list, int level) const {
  const auto found = lists_.find(list);
  if (found == lists_.end()) return nullptr;
  const auto own = found->second.own.find(level);
  if (own != found->second.own.end()) return &own->second;
  int kind = found->second.kind;
  // A list of a style: the style names the list whose kind has the levels.
  if (const auto link = linked_.find(kind); link != linked_.end()) {
    const auto style = styles_.find(link->second);
    if (style != styles_.end() && style->second.list) {
      const auto real = lists_.find(*style->second.list);
      if (real != lists_.end()) kind = real->second.kind;
    }
  }
  const auto levels = kinds_.find(kind);
  return levels == kinds_.end() ? nullptr : &levels->second[static_cast<std::size_t>(level)];
}

std::string ListCounter::next(const ParagraphLook& look) {
  const auto list = styles_.lists_.find(look.list);
  if (look.list == 0 || list == styles_.lists_.end()) return {};
  const WordStyles::Level* const level = styles_.level_of(look.list, look.level);
  if (level == nullptr) return {};

  Counts& counts = counts_[list->second.kind];
  if (!std::exchange(seen_[look.list], true)) {
    for (const auto& [index, start] : list->second.starts) {
      counts.now[static_cast<std::size_t>(index)] = start - 1;
      counts.begun[static_cast<std::size_t>(index)] = true;
    }
  }
  const auto mine = static_cast<std::size_t>(look.level);
  for (std::size_t i = 0; i < mine; ++i) {  // a level that nothing has counted yet shows its start
    if (std::exchange(counts.begun[i], true)) continue;
    const WordStyles::Level* const upper = styles_.level_of(look.list, static_cast<int>(i));
    counts.now[i] = upper ? upper->start : 1;
  }
  const bool begun = std::exchange(counts.begun[mine], true);
  counts.now[mine] = begun ? std::min(counts.now[mine], number_max) + 1 : level->start;
  for (std::size_t i = mine + 1; i < counts.begun.size(); ++i) counts.begun[i] = false;

  if (level->format == "bullet") return {};
  std::string text;
  for (std::size_t i = 0; i < level->text.size(); ++i) {
    const char sign = level->text[i];
    const char digit = i + 1 < level->text.size() ? level->text[i + 1] : '\0';
    if (sign != '%' || digit < '1' || digit > '9' || text.size() > 60) {
      text += sign;
      continue;
    }
    ++i;
    const auto at = static_cast<std::size_t>(digit - '1');
    const WordStyles::Level* const shown = styles_.level_of(look.list, static_cast<int>(at));
    const std::string format =
        !shown || (level->plain && shown->format != "none") ? "decimal" : shown->format;
    text += counted_text(format, counts.now[at]);
  }
  return text;
}

}  // namespace duban::intake
