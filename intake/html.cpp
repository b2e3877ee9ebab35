#include "intake/html.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>

#include "intake/cell_text.hpp"
#include "intake/html_library.hpp"
#include "intake/html_tags.hpp"
#include "intake/repeats.hpp"
#include "intake/xml.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t depth_max = 1000;
constexpr std::size_t tables_max = 100;  // within each other
constexpr std::size_t columns_max = 256;
constexpr std::size_t block_bytes = std::size_t{16} << 10;

using Attributes = const xmlChar**;

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Their contents are no text of the page.
constexpr std::array<std::string_view, 17> dropped{
    "head",   "script", "style", "noscript", "nav",      "footer", "aside", "select",  "button",
    "iframe", "object", "svg",   "textarea", "template", "audio",  "video", "datalist"};
constexpr std::array<std::string_view, 27> blocks{
    "p",          "div",    "h1",  "h2",   "h3",   "h4",       "h5",      "h6",      "li",
    "ul",         "ol",     "dl",  "dt",   "dd",   "hr",       "section", "article", "header",
    "blockquote", "center", "pre", "body", "form", "fieldset", "main",    "figure",  "caption"};

std::string_view attribute(Attributes pairs, std::string_view name) {
  for (; pairs != nullptr && *pairs != nullptr; pairs += 2) {
    if (reinterpret_cast<const char*>(pairs[0]) == name && pairs[1] != nullptr)
      return reinterpret_cast<const char*>(pairs[1]);
  }
  return {};
}

bool has_attribute(Attributes pairs, std::string_view name) {
  for (; pairs != nullptr && *pairs != nullptr; pairs += 2) {
    if (reinterpret_cast<const char*>(pairs[0]) == name) return true;
  }
  return false;
}

/// A declaration of a style, however it is spaced: "display:none".
bool styles(Attributes pairs, std::string_view wanted) {
  std::string plain;
  for (const char c : attribute(pairs, "style").substr(0, 4096)) {
    if (c != ' ') plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return plain.find(wanted) != plain.npos;
}

std::size_t count_of(std::string_view text, std::size_t most) {
  std::size_t count = 1;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return std::clamp<std::size_t>(count, 1, most);
}

/// A cell that reaches into rows below.
struct Reach {
  std::size_t rows = 0;  ///< still to come
  std::string text;
  bool covered = false;  ///< not its first column
};

struct Table {
  std::uint32_t number = 0;
  std::uint32_t row = 0;
  bool layout = false;  ///< has a table within: its own cells are paragraphs
  bool in_row = false;
  bool in_cell = false;
  std::size_t wide = 1, high = 1;  ///< of the cell being read
  std::vector<Cell> cells = {};
  std::vector<Reach> reach = {};  ///< by column
};

/// What the parser tells, to rows.
class Page {
 public:
  Page(const std::string& file, const TakeRow& take, Repeats& repeats)
      : file_(file), take_(take), repeats_(repeats) {}

  const Status& status() const { return status_; }

  void begin(std::string_view name, Attributes pairs) {
    if (!status_) return;
    open_.emplace_back(name);
    if (open_.size() > depth_max) {
      status_ = failed(Errc::bad_file, "{where} is nested deeper than any document",
                       {{"where", file_}}, {file_});
      return;
    }
    if (dropped_at_ > 0) return;
    if (is_one_of(name, dropped) || has_attribute(pairs, "hidden") ||
        styles(pairs, "display:none")) {
      dropped_at_ = open_.size();
    } else if (name == "table") {
      begin_table();
    } else if (name == "tr") {
      end_cell();
      end_row();
      if (!tables_.empty()) tables_.back().in_row = true;
    } else if (name == "td" || name == "th") {
      begin_cell(pairs);
    } else if (name == "br") {
      in_cell() ? void(text_ += '\n') : end_paragraph();
    } else if (is_one_of(name, blocks)) {
      end_block();
      if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
        heading_ = name[1] - '0';
      centred_ = name == "center" || attribute(pairs, "align") == "center" ||
                 styles(pairs, "text-align:center");
      if (name == "ol")
        lists_.push_back(static_cast<int>(count_of(attribute(pairs, "start"), 9999)));
      if (name == "ul") lists_.push_back(0);
      if (name == "li" && !lists_.empty() && lists_.back() > 0)
        counted_ = std::to_string(lists_.back()++) + ".";
      if (lists_.size() > depth_max) lists_.pop_back();
    }
  }

  void end(std::string_view name) {
    if (!status_ || open_.empty()) return;
    const bool drops = dropped_at_ == open_.size();
    open_.pop_back();
    if (drops) {
      dropped_at_ = 0;
      return;
    }
    if (dropped_at_ > 0) return;
    if (name == "table") {
      end_table();
    } else if (name == "tr") {
      end_cell();
      end_row();
    } else if (name == "td" || name == "th") {
      end_cell();
    } else if (is_one_of(name, blocks)) {
      end_block();
      if ((name == "ol" || name == "ul") && !lists_.empty()) lists_.pop_back();
    }
  }

  void text(std::string_view more) {
    if (!status_ || dropped_at_ > 0) return;
    for (const char c : more) {
      const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!blank) {
        text_ += c;
      } else if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') {
        text_ += ' ';
      }
    }
    if (text_.size() > row_text_max) too_long();
  }

  void finish() {
    while (status_ && !tables_.empty()) end_table();
    if (status_) end_paragraph();
  }

 private:
  bool in_cell() const {
    return !tables_.empty() && tables_.back().in_cell && !tables_.back().layout;
  }

  void too_long() {
    status_ = failed(Errc::bad_file, "{file} has a row of more than 1 MiB of text",
                     {{"file", file_}}, {file_});
  }

  void hand_on(const Row& row) {
    if (status_) status_ = take_(row);
  }

  void end_block() {
    if (!in_cell()) return end_paragraph();
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  }

  void end_paragraph() {
    std::string text = clean_cell(std::exchange(text_, {}));
    const std::string counted = std::exchange(counted_, {});
    const int heading = std::exchange(heading_, 0);
    const bool centred = std::exchange(centred_, false);
    if (text.empty()) {
      counted_ = counted;  // <li><p>text</p></li>
      heading_ = heading;
      return;
    }
    Row row;
    row.number = ++paragraphs_;
    row.heading = heading;
    row.centred = centred;
    // Many pages type the numbers that a list would count, and hide the list's.
    const char first = text.front();
    if (!counted.empty() && !(first >= '0' && first <= '9')) {
      row.counted = counted;
      text = counted + text;
    }
    row.cells.push_back(Cell{std::move(text)});
    hand_on(row);
  }

  void begin_table() {
    if (tables_.size() >= tables_max) return;
    if (tables_.empty()) {
      end_paragraph();
    } else {
      // What stood in the table around it is no row of a plan.
      Table& around = tables_.back();
      for (const Cell& cell : std::exchange(around.cells, {})) {
        std::string own = std::exchange(text_, cell.text);
        end_paragraph();
        text_ = std::move(own);
      }
      around.layout = true;
      around.reach.clear();
      end_paragraph();
    }
    Table table;
    table.number = ++numbers_;
    tables_.push_back(std::move(table));
  }

  void end_table() {
    end_cell();
    end_row();
    if (!tables_.empty()) tables_.pop_back();
    if (!in_cell()) end_paragraph();
  }

  void begin_cell(Attributes pairs) {
    if (tables_.empty()) return end_block();
    end_cell();
    Table& table = tables_.back();
    if (!table.in_cell && !table.layout) {
      text_.clear();  // blanks between cells
      carry(table);
    }
    table.in_row = table.in_cell = true;
    table.wide = count_of(attribute(pairs, "colspan"), columns_max);
    table.high = count_of(attribute(pairs, "rowspan"), 65'535);
  }

  /// The cells of rows above that reach over the columns that come next.
  void carry(Table& table) {
    while (status_ && table.cells.size() < table.reach.size() &&
           table.reach[table.cells.size()].rows > 0) {
      Reach& reach = table.reach[table.cells.size()];
      --reach.rows;
      Cell cell{reach.text, !reach.covered && !reach.text.empty()};
      cell.covered = reach.covered;
      status_ = repeats_.charge(cell.text.size());
      table.cells.push_back(std::move(cell));
    }
  }

  void end_cell() {
    if (tables_.empty() || !tables_.back().in_cell) return;
    Table& table = tables_.back();
    table.in_cell = false;
    if (table.layout) return end_paragraph();
    heading_ = 0;
    counted_.clear();
    Cell cell{clean_cell(std::exchange(text_, {}))};
    const std::size_t column = table.cells.size();
    if (column >= columns_max) return;
    const std::size_t end = std::min(column + table.wide, columns_max);
    if (table.reach.size() < end) table.reach.resize(end);
    for (std::size_t i = column; i < end; ++i) {
      const bool is_first = i == column;
      table.reach[i] = {table.high - 1, is_first ? cell.text : std::string(), !is_first};
    }
    table.cells.push_back(std::move(cell));
    for (std::size_t i = column + 1; i < end; ++i) {
      table.cells.emplace_back();
      table.cells.back().covered = true;
    }
  }

  void end_row() {
    if (tables_.empty() || !tables_.back().in_row) return;
    Table& table = tables_.back();
    table.in_row = false;
    if (table.layout) return;
    carry(table);
    Row row;
    row.table = table.number;
    row.number = ++table.row;
    row.cells = std::exchange(table.cells, {});
    // Columns beyond the last cell end here.
    for (std::size_t i = row.cells.size(); i < table.reach.size(); ++i) table.reach[i] = {};
    std::size_t size = 0;
    for (const Cell& cell : row.cells) size += cell.text.size();
    if (size > row_text_max) return too_long();
    hand_on(row);
  }

  const std::string& file_;
  const TakeRow& take_;
  Repeats& repeats_;
  Status status_ = {};
  std::vector<std::string> open_;
  std::size_t dropped_at_ = 0;  ///< depth of what is left out; 0: nothing is
  std::vector<Table> tables_;
  std::vector<int> lists_;  ///< the next number of each list around; 0: not counted
  std::uint32_t numbers_ = 0, paragraphs_ = 0;
  std::string text_, counted_;
  int heading_ = 0;
  bool centred_ = false;
};

std::string_view text_of(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

class Html final : public Document {
 public:
  Html(const HtmlLibrary* library, std::string path, std::string shown, Encoding encoding)
      : library_(library), path_(std::move(path)), shown_(std::move(shown)), encoding_(encoding) {}

  Status rows(const TakeRow& take) const override {
    DUBAN_TRY(TextLines lines, TextLines::open(path_, shown_, encoding_));
    Repeats repeats(shown_);
    Page page(shown_, take, repeats);
    htmlSAXHandler handler{};
    handler.startElement = [](void* self, const xmlChar* name, Attributes pairs) {
      static_cast<Page*>(self)->begin(text_of(name), pairs);
    };
    handler.endElement = [](void* self, const xmlChar* name) {
      static_cast<Page*>(self)->end(text_of(name));
    };
    handler.characters = [](void* self, const xmlChar* text, int size) {
      static_cast<Page*>(self)->text(text_of(text).substr(0, static_cast<std::size_t>(size)));
    };
    handler.ignorableWhitespace = handler.characters;
    const std::unique_ptr<htmlParserCtxt, decltype(library_->free)> parser(
        library_->create(&handler, &page, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
        library_->free);
    if (!parser) return failed(Errc::io, "no memory is left to read {file}", {{"file", shown_}});
    library_->use_options(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                            HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                            HTML_PARSE_IGNORE_ENC);
    std::string line, block;
    TagGuard guard;
    for (bool more = true; more;) {
      DUBAN_TRY(more, lines.next(line));
      if (more) block += guard.pass(line + '\n');
      if (more && block.size() < block_bytes) continue;
      // What is read allows for what it may repeat.
      char sink[block_bytes];
      const ReadBytes read = repeats.watched(stream_of(block));
      for (std::size_t got = 1; got > 0;) {
        DUBAN_TRY(got, read(sink, sizeof sink));
        library_->parse(parser.get(), sink, static_cast<int>(got), got == 0 && !more ? 1 : 0);
        if (!page.status()) return page.status();
      }
      block.clear();
    }
    page.finish();
    return page.status();
  }

  std::string place(const Row& row) const override {
    if (row.table == 0) return shown_ + ": paragraph " + std::to_string(row.number);
    return shown_ + ": table " + std::to_string(row.table) + ", row " + std::to_string(row.number);
  }
  std::string address(const Row& row) const override {
    if (row.table == 0) return "P" + std::to_string(row.number);
    return "T" + std::to_string(row.table) + ".R" + std::to_string(row.number);
  }

 private:
  const HtmlLibrary* library_;
  std::string path_;
  std::string shown_;
  Encoding encoding_;
};

}  // namespace

Result<std::unique_ptr<Document>> make_html(const std::string& path, const std::string& shown,
                                            Encoding encoding) {
  DUBAN_TRY(const HtmlLibrary* const library, html_library());
  return std::make_unique<Html>(library, path, shown, encoding);
}

}  // namespace duban::intake
