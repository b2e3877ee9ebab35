#include "intake/screening.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "engine/base/utf8.hpp"
#include "intake/archive.hpp"
#include "intake/cell_text.hpp"
#include "intake/document.hpp"
#include "intake/xml.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t page_max = 6000;  // bytes; two thousand characters, more than a page has
constexpr std::size_t numbers_max = 100;
constexpr std::size_t raw_max = std::size_t{8} << 20;

constexpr std::array<std::u32string_view, 3> grades{U"绝密", U"机密", U"秘密"};

bool is_star(char32_t c) { return c == U'★' || c == U'☆' || c == U'✭' || c == U'⭐'; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_numeral(char32_t c) {
  return is_digit(c) ||
         std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
}
bool is_han(char32_t c) { return c >= 0x3400 && c <= 0x9FFF; }

/// How many signs at `at` are a term: 1年, 6个月, 长期, 启用前.
std::size_t term(std::u32string_view text, std::size_t at) {
  const std::u32string_view rest = text.substr(std::min(at, text.size()));
  for (const std::u32string_view word : {U"长期", U"启用前", U"解密前"}) {
    if (rest.starts_with(word)) return word.size();
  }
  std::size_t numerals = 0;
  while (numerals < rest.size() && is_numeral(rest[numerals])) ++numerals;
  if (numerals == 0 || numerals > 3) return 0;
  for (const std::u32string_view unit : {U"个月", U"年", U"月", U"天", U"日"}) {
    if (rest.substr(numerals).starts_with(unit)) return numerals + unit.size();
  }
  return 0;
}

/// One line, squeezed.
std::string mark_in(const std::u32string& line) {
  const std::u32string_view text = line;
  for (std::size_t at = 0; at + 2 <= text.size(); ++at) {
    const std::u32string_view grade = text.substr(at, 2);
    if (std::find(grades.begin(), grades.end(), grade) == grades.end()) continue;
    const char32_t before = at > 0 ? text[at - 1] : U'\0';
    std::size_t end = at + 2;
    if (end < text.size() && is_star(text[end])) {
      ++end;
      return to_utf8(text.substr(at, end + term(text, end) - at));
    }
    // Without a star: not within a sentence that speaks of secrets (国家秘密5月底前…).
    const std::size_t length = term(text, end);
    const char32_t after = end + length < text.size() ? text[end + length] : U'\0';
    if (length > 0 && !is_han(before) && !is_han(after))
      return to_utf8(text.substr(at, 2 + length));
    const bool labelled = at >= 3 && text.substr(0, at).ends_with(U"密级:");
    const bool bracketed = (before == U'(' && after == U')') || (before == U'[' && after == U']') ||
                           (before == U'【' && after == U'】') ||
                           (before == U'〔' && after == U'〕');
    const bool alone = at == 0 && end == text.size();
    if (labelled || bracketed || alone) return to_utf8(grade);
  }
  return {};
}

/// Calls `use` for each line of `text` until it returns something.
template <class Use>
std::string first_of_lines(std::string_view text, Use use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (std::string found = use(squeezed(text.substr(0, end))); !found.empty()) return found;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

void note(Screening& found, std::string_view text) {
  if (found.secret.empty()) found.secret = secret_mark(text);
  if (found.internal.empty()) found.internal = internal_mark(text);
}

void find_numbers(Screening& found, std::string_view text, const std::string& place) {
  for (std::size_t at = 0; at < text.size();) {
    const auto is_sign = [&](std::size_t i) {
      return i < text.size() &&
             ((text[i] >= '0' && text[i] <= '9') || text[i] == 'X' || text[i] == 'x');
    };
    std::size_t end = at;
    while (is_sign(end)) ++end;
    const std::string_view digits = text.substr(at, end - at);
    if (digits.size() >= 16 && found.numbers.size() < numbers_max) {
      if (is_identity_card(digits)) {
        found.numbers.push_back({PersonalNumber::Kind::identity_card, place});
      } else if (is_bank_account(digits)) {
        found.numbers.push_back({PersonalNumber::Kind::bank_account, place});
      }
    }
    at = end + 1;
  }
}

/// Headers and footers of a zip: parts of their own in a .docx, an element of each sheet in an
/// .xlsx.
Status note_margins(Screening& found, const std::string& path, const std::string& shown) {
  DUBAN_TRY(const Archive archive, Archive::open(path, shown));
  for (const std::string& member : archive.members()) {
    const bool is_margin = member.starts_with("word/header") || member.starts_with("word/footer");
    const bool is_sheet = member.starts_with("xl/worksheets/sheet");
    if ((!is_margin && !is_sheet) || !member.ends_with(".xml")) continue;
    DUBAN_TRY(const ReadBytes read, archive.stream(member));
    std::string text;
    const XmlWish wish{{is_margin ? "p" : "headerFooter"}};
    DUBAN_TRY(cut_xml(read, shown + ": " + member, wish, [&](const XmlPiece& piece) {
      const auto collect = [&](const auto& self, const XmlNode& node) -> void {
        for (const XmlNode& part : node.children()) {
          if (part.name() == "t" || !is_margin) text += part.text();
          if (text.size() < page_max && is_margin) self(self, part);
          if (!is_margin) text += '\n';
        }
      };
      if (text.size() < page_max) collect(collect, piece.element);
      text += '\n';
      return Status{};
    }));
    if (!is_margin) {  // &C is where a part stands, &"宋体" its font
      for (std::size_t at = 0; (at = text.find('&', at)) != text.npos;)
        text.replace(at, std::min<std::size_t>(2, text.size() - at), "\n");
    }
    note(found, text);
  }
  return {};
}

/// Grades with a star, wherever they stand, in the encodings that documents of any kind hold.
void note_bytes(Screening& found, std::ifstream& file) {
  constexpr std::array<std::string_view, 9> forms{
      "绝密★", "机密★", "秘密★",
      // GB18030
      "\xBE\xF8\xC3\xDC\xA1\xEF", "\xBB\xFA\xC3\xDC\xA1\xEF", "\xC3\xD8\xC3\xDC\xA1\xEF",
      // UTF-16, as in old .doc and .wps
      "\xDD\x7E\xC6\x5B\x05\x26", "\x3A\x67\xC6\x5B\x05\x26", "\xD8\x79\xC6\x5B\x05\x26"};
  constexpr std::array<const char*, 3> names{"绝密★", "机密★", "秘密★"};
  std::string block;
  for (std::size_t sum = 0; file && sum < raw_max; sum += block.size()) {
    const std::string kept = block.substr(block.size() - std::min<std::size_t>(block.size(), 16));
    block.resize(kept.size() + (std::size_t{1} << 20));
    std::copy(kept.begin(), kept.end(), block.begin());
    file.read(block.data() + kept.size(), std::streamsize{1} << 20);
    block.resize(kept.size() + static_cast<std::size_t>(file.gcount()));
    for (std::size_t i = 0; i < forms.size() && found.secret.empty(); ++i) {
      if (block.find(forms[i]) != block.npos) found.secret = names[i % 3];
    }
  }
}

}  // namespace

std::string secret_mark(std::string_view text) { return first_of_lines(text, mark_in); }

std::string internal_mark(std::string_view text) {
  constexpr std::array<std::u32string_view, 4> words{U"内部资料", U"工作秘密", U"不予公开",
                                                     U"内部文件"};
  return first_of_lines(text, [&](const std::u32string& line) -> std::string {
    for (const std::u32string_view word : words) {
      if (line.find(word) != line.npos) return to_utf8(word);
    }
    return {};
  });
}

bool is_identity_card(std::string_view digits) {
  if (digits.size() != 18) return false;
  constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) {
    if (digits[i] < '0' || digits[i] > '9') return false;
    sum += (digits[i] - '0') * weights[i];
  }
  constexpr std::string_view checks = "10X98765432";
  const char last = digits[17] == 'x' ? 'X' : digits[17];
  const std::string_view year = digits.substr(6, 2);
  const std::string_view month = digits.substr(10, 2);
  const std::string_view day = digits.substr(12, 2);
  return last == checks[static_cast<std::size_t>(sum % 11)] && (year == "19" || year == "20") &&
         month >= "01" && month <= "12" && day >= "01" && day <= "31" && digits[0] != '0';
}

bool is_bank_account(std::string_view digits) {
  if (digits.size() < 16 || digits.size() > 19 || digits[0] < '3' || digits[0] > '6') return false;
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const char c = digits[digits.size() - 1 - i];
    if (c < '0' || c > '9') return false;
    int value = c - '0';
    if (i % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return sum % 10 == 0;
}

Result<Screening> screen(const std::string& path) {
  const std::string shown = readable_name(std::filesystem::path(path).filename().string());
  Screening found;
  // A name has no lines: what separates its words does.
  std::string name = readable_name(std::filesystem::path(path).stem().string());
  std::replace(name.begin(), name.end(), '_', '\n');
  std::replace(name.begin(), name.end(), ' ', '\n');
  note(found, name);
  note(found, shown);

  // A pipe would be waited for; whoever keeps the file refuses it.
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return found;
  std::ifstream file(path, std::ios::binary);
  char head[2] = {};
  if (!file || !file.read(head, 2)) return found;  // the import says it better
  if (head[0] == 'P' && head[1] == 'K') {
    // A broken zip is refused elsewhere; what of it could be read has been looked at.
    static_cast<void>(note_margins(found, path, shown));
  }

  const auto document = open_document(path);
  bool is_read = bool(document);
  if (document) {
    std::string last;
    std::size_t first = 0;
    const Status walked = (*document)->rows([&](const Row& row) {
      std::string text;
      for (const Cell& cell : row.cells) {
        if (cell.carried) continue;
        text += cell.text + '\n';
        if (found.numbers.size() < numbers_max && cell.text.size() >= 16)
          find_numbers(found, cell.text, (*document)->place(row));
      }
      if (first < page_max) {
        note(found, text);
        first += text.size();
      } else {
        last += text;
        if (last.size() > 4 * page_max) last.erase(0, last.find('\n', last.size() - page_max));
      }
      return Status{};
    });
    note(found, last);
    is_read = bool(walked);
  }
  if (!is_read && found.secret.empty()) {
    file.clear();
    file.seekg(0);
    note_bytes(found, file);
  }
  return found;
}

}  // namespace duban::intake
