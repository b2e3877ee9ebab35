#include "intake/docx_text.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "intake/cell_text.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t fields_max = 50;
constexpr std::size_t code_max = 4096;

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '"')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '"')) text.remove_suffix(1);
  return std::string(text);
}

/// Collects the runs of a paragraph; depth is bounded by cut_xml.
class Runs {
 public:
  explicit Runs(Paragraph& paragraph, bool bold) : out_(paragraph), bold_(bold) {}

  void walk(const XmlNode& node) {
    for (const XmlNode& part : node.children()) {
      const std::string_view name = part.name();
      if (name.empty() || is_unseen(name)) continue;
      if (name == "AlternateContent") {
        alternative(part);
      } else if (name == "txbxContent") {
        out_.boxes.push_back(part);
      } else if (name == "r") {
        run(part);
      } else if (name == "sdt") {
        control(part);
      } else if (name == "fldSimple") {
        const std::string shown = equation_text(part.attribute("instr"));
        shown.empty() ? walk(part) : put(shown);
      } else {
        leaf(part, name);
      }
    }
  }

  /// A field may go on in the next paragraph: what is shown of it until here stands.
  void finish() const { out_.bold = seen_ && all_bold_; }

 private:
  struct Field {
    std::string code;
    std::size_t before = 0;  ///< bytes of text when it began
    bool in_code = true;
  };

  void put(std::string_view text) {
    if (!fields_.empty() && fields_.back().in_code) {
      if (fields_.back().code.size() < code_max) fields_.back().code += text;
      return;
    }
    out_.text += text;
  }

  void leaf(const XmlNode& part, std::string_view name) {
    if (name == "t") {
      put(part.text());
    } else if (name == "instrText") {
      if (!fields_.empty() && fields_.back().in_code) put(part.text());
    } else if (name == "br" || name == "cr") {
      put("\n");
    } else if (name == "tab" || name == "ptab") {
      put("\t");
    } else if (name == "noBreakHyphen") {
      put("-");
    } else if (name == "sym") {
      put(symbol_text(part.attribute("font"), part.attribute("char")));
    } else if (name == "fldChar") {
      field(part.attribute("fldCharType"));
    } else {
      walk(part);
    }
  }

  void run(const XmlNode& part) {
    const XmlNode look = part.child("rPr");
    if (is_on(look.child("vanish"))) {
      // Hidden text; but the marks of fields are nearly always kept in such runs' neighbours.
      for (const XmlNode& each : part.children()) {
        if (each.name() == "fldChar") field(each.attribute("fldCharType"));
      }
      return;
    }
    const std::size_t before = out_.text.size();
    walk(part);
    if (out_.text.size() == before) return;
    seen_ = true;
    const XmlNode bold = look.child("b");
    all_bold_ = all_bold_ && (bold ? is_on(bold) : bold_);
  }

  void control(const XmlNode& part) {
    const XmlNode properties = part.child("sdtPr");
    if (is_on(properties.child("showingPlcHdr"))) return;
    if (const XmlNode box = properties.child("checkbox")) {
      const std::string_view checked = box.child("checked").attribute("val");
      put(checked == "1" || checked == "true" ? "☑" : "☐");  // whatever glyph was chosen for it
      return;
    }
    walk(part);
  }

  void alternative(const XmlNode& part) {
    XmlNode chosen = part.child("Choice");
    if (!chosen) chosen = part.child("Fallback");
    if (chosen) walk(chosen);
  }

  void field(std::string_view type) {
    if (type == "begin") {
      if (fields_.size() < fields_max) fields_.push_back({{}, out_.text.size()});
    } else if (type == "separate") {
      if (!fields_.empty()) fields_.back().in_code = false;
    } else if (type == "end" && !fields_.empty()) {
      const Field ended = std::move(fields_.back());
      fields_.pop_back();
      const std::string shown = equation_text(ended.code);
      if (shown.empty()) return;
      out_.text.resize(std::min(out_.text.size(), ended.before));
      put(shown);
    }
  }

  Paragraph& out_;
  bool bold_;
  bool seen_ = false;
  bool all_bold_ = true;
  std::vector<Field> fields_;
};

/// The parts between commas at the outermost level of brackets.
std::vector<std::string> arguments(std::string_view text) {
  std::vector<std::string> parts(1);
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && i + 1 < text.size()) {
      parts.back() += c;
      parts.back() += text[++i];
      continue;
    }
    if (c == '(') ++depth;
    if (c == ')' && --depth < 0) break;
    if ((c == ',' || c == ';') && depth == 0) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  for (std::string& part : parts) part = trimmed(part);
  return parts;
}

}  // namespace

bool is_unseen(std::string_view name) {
  for (const std::string_view unseen : {"del", "moveFrom", "delText", "delInstrText", "Fallback",
                                        "rt", "pPr", "tcPr", "trPr", "tblPr", "sdtPr", "rPr"}) {
    if (name == unseen) return true;
  }
  return false;
}

bool is_on(const XmlNode& node) {
  const std::string_view value = node.attribute("val");
  return node && value != "0" && value != "false" && value != "off";
}

std::string with_number(const std::string& counted, const std::string& text) {
  if (counted.empty() || text.empty()) return counted + text;
  const char last = counted.back();
  const bool runs_on = (last >= '0' && last <= '9') || (last >= 'A' && last <= 'z');
  return counted + (runs_on ? " " : "") + text;
}

Paragraph WordReader::paragraph(const XmlNode& node) {
  Paragraph read;
  const XmlNode properties = node.child("pPr");
  const ParagraphLook look = styles_.look(properties);
  const XmlNode mark = properties.child("rPr");
  read.joined = mark.child("del") || mark.child("moveFrom");
  read.heading = look.heading;
  read.centred = look.centred;
  Runs runs(read, look.bold);
  runs.walk(node);
  runs.finish();
  // A paragraph that goes on in the next one takes its properties, and is not counted itself.
  if (!read.joined) read.counted = counter_.next(look);
  return read;
}

void WordReader::append_block(const XmlNode& node, std::string& text, std::string& pending) {
  for (const XmlNode& part : node.children()) {
    const std::string_view name = part.name();
    if (name.empty() || is_unseen(name)) continue;
    if (name == "p") {
      Paragraph read = paragraph(part);
      pending += read.text;
      if (!read.joined) {
        text += with_number(read.counted, pending) + '\n';
        pending.clear();
      }
      for (const XmlNode& box : read.boxes) {
        append_block(box, text, pending);
        if (!text.empty() && text.back() != '\n') text += '\n';
      }
    } else if (name == "sdt" && is_on(part.child("sdtPr").child("showingPlcHdr"))) {
      continue;
    } else if (name == "tr" && part.child("trPr").child("del")) {
      continue;
    } else if (name == "tc" && part.child("tcPr").child("cellDel")) {
      continue;
    } else {
      append_block(part, text, pending);
    }
  }
}

std::string WordReader::cell(const XmlNode& node) {
  std::string text, pending;
  append_block(node, text, pending);
  return text + pending;
}

std::string equation_text(std::string_view code) {
  std::string text = trimmed(code);
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  if (!text.starts_with("eq ") && !text.starts_with("eq\\")) return {};
  const std::size_t over = text.find("\\o");
  const std::size_t open = over == text.npos ? over : text.find('(', over);
  if (open == text.npos) return {};
  std::string inner;
  bool ringed = false;
  for (const std::string& part : arguments(std::string_view(text).substr(open + 1))) {
    if (part == "○" || part == "〇" || part == "◯" || part == "o" || part == "О") {
      ringed = true;
    } else if (!part.starts_with('\\')) {
      inner += part;
    } else if (const std::size_t own = part.find('('); own != part.npos) {
      inner += arguments(std::string_view(part).substr(own + 1)).front();  // \s\up1(1): moved a bit
    }
  }
  int number = 0;
  const auto [end, error] = std::from_chars(inner.data(), inner.data() + inner.size(), number);
  const bool is_number = error == std::errc() && end == inner.data() + inner.size();
  if (ringed && is_number && number >= 1 && number <= 50)
    return counted_text("decimalEnclosedCircle", number);
  if (inner == "√" && !ringed) return "☑";  // a tick over a box
  return inner;
}

std::string symbol_text(std::string_view font, std::string_view code) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), value, 16);
  if (error != std::errc() || end != code.data() + code.size() || value == 0) return {};
  const bool is_private = value >= 0xF000 && value <= 0xF0FF;
  const unsigned low = value & 0xFF;
  std::string text;
  if (font == "Wingdings" && (is_private || value < 0x100)) {
    if (low >= 0x81 && low <= 0x8A)
      return counted_text("decimalEnclosedCircle", static_cast<int>(low - 0x80));
    if (low >= 0x8C && low <= 0x95) {
      append_utf8(text, 0x2776 + low - 0x8C);
      return text;
    }
    switch (low) {
      case 0xFC:
        return "√";
      case 0xFB:
        return "×";
      case 0xFE:
        return "☑";
      case 0xFD:
        return "☒";
      case 0x6F:
      case 0x70:
      case 0x71:
      case 0x72:
      case 0xA8:
        return "□";
      case 0xAB:
        return "★";
      default:
        return "•";
    }
  }
  if (font == "Wingdings 2" && (is_private || value < 0x100)) {
    if (low >= 0x6A && low <= 0x73)
      return counted_text("decimalEnclosedCircle", static_cast<int>(low - 0x69));
    switch (low) {
      case 0x50:
        return "√";
      case 0x4F:
        return "×";
      case 0x52:
        return "☑";
      case 0x51:
      case 0x53:
      case 0x54:
        return "☒";
      case 0x2A:
      case 0x30:
      case 0xA3:
        return "□";
      default:
        return "•";
    }
  }
  if (is_private && low >= 0x20 && low < 0x7F) return std::string(1, static_cast<char>(low));
  if (is_private || value > 0xFFFF || (value >= 0xD800 && value < 0xE000)) return "•";
  append_utf8(text, static_cast<char32_t>(value));
  return text;
}

}  // namespace duban::intake
