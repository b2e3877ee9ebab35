#include "intake/cell_text.hpp"

#include <array>

namespace duban::intake {
namespace {

bool is_dropped(char32_t c) {
  return c != U'\n' && c != U'\t' && c != 0x2028 && c != 0x2029 && duban::is_invisible(c);
}

// What copying out of a .pdf puts in the place of common characters: the radicals of dictionaries,
// which look the same and are others. U+2F00 onwards, in their order.
constexpr std::u32string_view kangxi =
    U"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸"
    U"屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父"
    U"爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自"
    U"至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面"
    U"革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
constexpr std::pair<char32_t, char32_t> radicals[] = {
    {0x2E81, U'厂'}, {0x2E84, U'乙'}, {0x2E8B, U'卩'}, {0x2E9F, U'母'}, {0x2EA0, U'民'},
    {0x2EAC, U'示'}, {0x2EB8, U'羊'}, {0x2EC4, U'西'}, {0x2EC5, U'见'}, {0x2EC6, U'角'},
    {0x2EC9, U'贝'}, {0x2ECB, U'车'}, {0x2ED0, U'钅'}, {0x2ED1, U'長'}, {0x2ED3, U'长'},
    {0x2ED4, U'门'}, {0x2ED8, U'青'}, {0x2ED9, U'韦'}, {0x2EDA, U'页'}, {0x2EDB, U'风'},
    {0x2EDC, U'飞'}, {0x2EDD, U'食'}, {0x2EE2, U'马'}, {0x2EE3, U'骨'}, {0x2EE4, U'鬼'},
    {0x2EE5, U'鱼'}, {0x2EE6, U'鸟'}, {0x2EE7, U'卤'}, {0x2EE8, U'麦'}, {0x2EE9, U'黄'},
    {0x2EEA, U'黾'}, {0x2EEC, U'齐'}, {0x2EEE, U'齿'}, {0x2EF0, U'龙'}, {0x2EF3, U'龟'}};

char32_t without_radical(char32_t c) {
  if (c < 0x2E80 || c >= 0x2F00 + kangxi.size()) return c;
  if (c >= 0x2F00) return kangxi[c - 0x2F00];
  for (const auto& [radical, plain] : radicals) {
    if (radical == c) return plain;
  }
  return c;
}

/// First bytes of characters that clean_cell may drop or replace.
constexpr std::array<bool, 256> suspicious = [] {
  std::array<bool, 256> is{};
  for (std::size_t c = 0; c < 0x20; ++c) is[c] = true;
  for (const std::size_t c : {0x7Fu, 0xC2u, 0xCDu, 0xD8u, 0xE1u, 0xE2u, 0xE3u, 0xEFu, 0xF0u, 0xF3u})
    is[c] = true;
  return is;
}();

/// Whether clean_cell would change nothing. Nearly all cells of a million rows are so, and bytes
/// tell: lead bytes of what it drops or replaces do not occur, but for common quotes and dashes.
bool is_clean(std::string_view text) {
  constexpr std::string_view ideographic_space = "\u3000";
  const auto blank_end = [&](std::string_view end) { return end == ideographic_space; };
  if (text.empty()) return true;
  if (text.front() == ' ' || text.back() == ' ' || blank_end(text.substr(0, 3)) ||
      (text.size() >= 3 && blank_end(text.substr(text.size() - 3))))
    return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t at) {
      return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
    };
    const unsigned c = byte(i);
    if (!suspicious[c]) continue;
    // Controls, C1 and the no-break space, the Arabic letter mark.
    if (c < 0x20 || c == 0x7F || c == 0xC2 || c == 0xD8) return false;
    // Joiners, fillers and selectors of other scripts, Braille, tags; U+10000 to U+1EFFF, where
    // shorthand, music and hieroglyphs have some.
    if (c == 0xCD || c == 0xE1 || c == 0xF3 || (c == 0xE3 && byte(i + 1) == 0x85) ||
        (c == 0xE2 && byte(i + 1) == 0xA0) || (c == 0xF0 && byte(i + 1) < 0x9F))
      return false;
    if (c == 0xE2 && (byte(i + 1) == 0x80 || byte(i + 1) == 0x81)) {  // U+2000 to U+207F
      const bool is_punctuation = byte(i + 1) == 0x80 && byte(i + 2) >= 0x90 && byte(i + 2) <= 0xA7;
      if (!is_punctuation) return false;
    }
    if (c == 0xE2 && byte(i + 1) >= 0xBA) return false;  // radicals, U+2E80 to U+2FFF
    if (c == 0xEF && (byte(i + 1) == 0xB8 || byte(i + 1) == 0xBB ||
                      (byte(i + 1) == 0xBE && byte(i + 2) == 0xA0) ||
                      (byte(i + 1) == 0xBF && byte(i + 2) >= 0xB0)))
      return false;  // variation selectors, the byte-order mark, annotations
  }
  return is_utf8(text);
}

}  // namespace

void append_utf8(std::string& text, char32_t c) {
  const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

char32_t half_width(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + 0x21;
  return c == 0x3000 ? U' ' : c;
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F;
}

std::string clean_cell(std::string_view text) {
  if (is_clean(text)) return std::string(text);
  std::u32string out;
  std::u32string line;
  std::size_t empty_lines = 0;
  const auto end_line = [&] {
    while (!line.empty() && is_blank(line.back())) line.pop_back();
    if (line.empty()) {
      ++empty_lines;
      return;
    }
    if (!out.empty()) out.append(empty_lines + 1, U'\n');
    empty_lines = 0;
    out += line;
    line.clear();
  };
  for (char32_t c : code_points(text)) {
    if (c == U'\n' || c == 0x2028 || c == 0x2029) {
      end_line();
    } else if (!is_dropped(c) && !(line.empty() && is_blank(c))) {
      line += c == U'\t' ? U' ' : without_radical(c);
    }
  }
  end_line();
  return to_utf8(out);
}

std::u32string squeezed(std::string_view text) {
  std::u32string out;
  for (const char32_t c : code_points(text)) {
    if (!is_blank(c) && !is_dropped(c)) out += half_width(c);
  }
  return out;
}

}  // namespace duban::intake
