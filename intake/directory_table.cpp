#include "intake/directory_table.hpp"

#include <array>
#include <filesystem>
#include <map>

#include "engine/base/utf8.hpp"
#include "intake/cell_text.hpp"
#include "intake/document.hpp"

namespace duban::intake {
namespace {

using View = std::u32string_view;

constexpr std::size_t errors_max = 100;
constexpr std::size_t rows_max = 1000;

enum class Key { name, aliases, members, group, housed_in, superior };
struct Heading {
  View word;
  Key key;
};
constexpr std::array headings = {
    Heading{U"单位", Key::name},        Heading{U"单位名称", Key::name},
    Heading{U"名称", Key::name},        Heading{U"name", Key::name},
    Heading{U"别名", Key::aliases},     Heading{U"简称", Key::aliases},
    Heading{U"aliases", Key::aliases},  Heading{U"成员", Key::members},
    Heading{U"成员单位", Key::members}, Heading{U"members", Key::members},
    Heading{U"成批", Key::group},       Heading{U"成批单位", Key::group},
    Heading{U"group", Key::group},      Heading{U"设在", Key::housed_in},
    Heading{U"合署", Key::housed_in},   Heading{U"housed_in", Key::housed_in},
    Heading{U"上级", Key::superior},    Heading{U"上级单位", Key::superior},
    Heading{U"superior", Key::superior}};

std::vector<std::string> names_in(const std::string& cell) {
  std::vector<std::string> names;
  std::u32string name;
  for (const char32_t c : code_points(cell + "\n")) {
    if (View(U"、;；\n").find(c) == View::npos) {
      name += c;
      continue;
    }
    std::string clean = clean_cell(to_utf8(name));
    if (!clean.empty()) names.push_back(std::move(clean));
    name.clear();
  }
  return names;
}

class Reader {
 public:
  Checked<std::vector<DepartmentRow>> read(const Document& document, const std::string& file) {
    const Status walked = document.rows([&](const Row& row) {
      if (columns_.empty()) {
        learn(row);
      } else {
        take(document, row);
      }
      return rows_.size() > rows_max
                 ? Status(failed(Errc::bad_file, "more than {count} departments",
                                 {{"count", std::to_string(rows_max)}}))
                 : Status{};
    });
    if (!walked) return tl::make_unexpected(Errors{walked.error()});
    if (columns_.empty()) {
      return tl::make_unexpected(Errors{
          failed(Errc::bad_file, "{file} has no column 单位 (name)", {{"file", file}}).value()});
    }
    if (!errors_.empty()) return tl::make_unexpected(std::move(errors_));
    return std::move(rows_);
  }

 private:
  void learn(const Row& row) {
    std::map<std::size_t, Key> columns;
    bool has_name = false;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
      const std::u32string word = squeezed(row.cells[at].text);
      for (const Heading& heading : headings) {
        if (word != heading.word) continue;
        columns.emplace(at, heading.key);
        has_name = has_name || heading.key == Key::name;
      }
    }
    if (has_name) columns_ = std::move(columns);
  }

  void take(const Document& document, const Row& row) {
    DepartmentRow made;
    made.place.file = document.place(row);
    bool is_empty = true;
    for (const auto& [at, key] : columns_) {
      const std::string text =
          at < row.cells.size() ? clean_cell(row.cells[at].text) : std::string();
      is_empty = is_empty && text.empty();
      if (key == Key::name) made.name = text;
      if (key == Key::aliases) made.aliases = names_in(text);
      if (key == Key::members) made.members = names_in(text);
      if (key == Key::housed_in) made.housed_in = text;
      if (key == Key::superior) made.superior = text;
      if (key == Key::group) made.group = text == "是" || text == "true" || text == "√";
    }
    if (is_empty) return;
    if (made.name.empty() && errors_.size() < errors_max) {
      Error error = failed(Errc::bad_file, "the row names no department").value();
      error.where = made.place;
      errors_.push_back(std::move(error));
    }
    rows_.push_back(std::move(made));
  }

  std::map<std::size_t, Key> columns_;
  std::vector<DepartmentRow> rows_;
  Errors errors_;
};

}  // namespace

Checked<std::vector<DepartmentRow>> read_departments(const std::string& path) {
  const Result<std::unique_ptr<Document>> document = open_document(path);
  if (!document) return tl::make_unexpected(Errors{document.error()});
  return Reader().read(**document, readable_name(std::filesystem::path(path).filename().string()));
}

}  // namespace duban::intake
