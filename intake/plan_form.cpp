#include "intake/plan_form.hpp"

#include <algorithm>

namespace duban::intake {
namespace {

constexpr std::size_t rows_max = 500;  // below a header; more say nothing new of its columns

class Look {
 public:
  explicit Look(const ResponsibilityReader& offices) : offices_(offices) {}

  /// False when all is known.
  bool row(const Row& row) {
    if (columns_) return below_header(row);
    if (row.cells.size() > 1) {
      Columns columns = read_columns(row);
      if (columns.is_plan()) {
        columns_ = std::move(columns);
        return columns_->contents.size() > 1;
      }
    }
    for (const Cell& cell : row.cells) {
      if (cell.text.empty() || cell.carried) continue;
      if (!flat_) flat_ = header_.next(cell.text).has_value();
      if (!text_) text_ = has_office(cell.text, offices_);
      if (!first_) first_ = begins_with_offices(cell.text, offices_);
    }
    return true;
  }

  FoundForm result() const {
    FoundForm found;
    found.form = columns_          ? Form::table
                 : flat_           ? Form::flat
                 : text_ || first_ ? Form::text
                                   : Form::table;
    // Where brackets or labels name who is responsible, such sentences are prose.
    found.offices_first = first_ && !text_;
    if (under_ > 0 && 2 * under_ >= beside_) found.two_works = TwoWorks::under;
    return found;
  }

 private:
  bool below_header(const Row& row) {
    const std::size_t first = columns_->contents.front();
    const std::size_t second = columns_->contents.back();
    if (second >= row.cells.size() || row.cells[second].text.empty()) return true;
    const Cell& outer = row.cells[first];
    const bool own_number = columns_->number && !row.cells[*columns_->number].text.empty() &&
                            !row.cells[*columns_->number].carried;
    const auto own = [&](std::optional<std::size_t> at) {
      return at && *at < row.cells.size() && !row.cells[*at].text.empty() &&
             !row.cells[*at].carried;
    };
    const bool own_task = own_number || own(columns_->lead) || own(columns_->department);
    if (own_task && (outer.carried || (own_number && outer.text.empty()))) ++under_;
    if (!outer.text.empty() && !outer.carried) ++beside_;
    return ++seen_ < rows_max;
  }

  const ResponsibilityReader& offices_;
  FlatHeader header_;
  std::optional<Columns> columns_;
  bool flat_ = false;
  bool text_ = false;
  bool first_ = false;
  std::size_t under_ = 0;
  std::size_t beside_ = 0;
  std::size_t seen_ = 0;
};

}  // namespace

Result<FoundForm> find_form(const Document& document, const ResponsibilityReader& offices) {
  Look look(offices);
  bool more = true;
  const Status read = document.rows([&](const Row& row) -> Status {
    more = look.row(row);
    if (!more) return failed(Errc::bad_file, "and {count} more problems", {{"count", "0"}});
    return {};
  });
  if (!read && more) return tl::make_unexpected(read.error());
  return look.result();
}

Result<Walk> walk(const Document& document, const std::string& file, const FoundForm& form,
                  const ResponsibilityReader& offices, const TakeLine& take) {
  switch (form.form) {
    case Form::table:
      return walk_tables(document, file, form.two_works, take);
    case Form::flat:
      return walk_flat(document, offices, take);
    case Form::text:
      return walk_text(document, offices, form.offices_first, take);
  }
  DUBAN_ASSERT(false);
}

}  // namespace duban::intake
