// One row of a table, its columns taken one by one and believed only where they fit.
//
// Nothing that lies in a database binds whoever reads it: another program may have been at the
// file, or the disk have failed. So every table is read through this: a number is a number of 64
// bits within what it can mean, a text is UTF-8, a word one of ours.
#pragma once

#include <limits>

#include "engine/operations/ports.hpp"
#include "storage/connection.hpp"

namespace duban::storage {

/// What was taken after a column that does not fit means nothing; `fits` tells at the end.
class RowReader {
 public:
  /// `keys`: so many of the first columns name the row among those of its table.
  RowReader(const Query& query, std::string_view table, int keys)
      : query_(query), table_(table), keys_(keys) {}
  /// Of a table whose first two columns are the key of a task; `more` columns name the row with it.
  static RowReader of_task(const Query& query, std::string_view table, int more = 0) {
    RowReader row(query, table, 2 + more);
    row.of_task_ = true;
    return row;
  }

  /// Valid until the next step.
  std::string_view view(int column);
  std::string text(int column) { return std::string(view(column)); }
  /// A JSON array of texts.
  std::vector<std::string> names(int column);
  /// As pairs_text writes them.
  std::vector<std::pair<std::string, std::string>> pairs(int column);
  std::int64_t integer(int column, std::int64_t lowest, std::int64_t highest);
  int number(int column, int lowest = 0) {
    return static_cast<int>(integer(column, lowest, std::numeric_limits<int>::max()));
  }
  /// Of an entry.
  std::int64_t seq(int column) { return integer(column, 0, safe_integer - 1); }
  bool flag(int column) { return integer(column, 0, 1) == 1; }
  Date date(int column);
  std::optional<Date> maybe_date(int column);
  Instant instant(int column);
  std::optional<Instant> maybe_instant(int column);
  /// Of the first two columns.
  TaskKey key();
  /// The same into one that is there: plans come in runs, whose name is not made anew.
  void key(TaskKey& key);
  template <class Word>
  Word word(int column, std::optional<Word> (*parse)(std::string_view)) {
    const std::optional<Word> word = parse(view(column));
    if (!word) blame(column);
    return word.value_or(Word{});
  }

  /// Says that a column is not what it must be.
  void blame(int column) {
    if (wrong_ < 0) wrong_ = column;
  }
  bool fits() const { return wrong_ < 0; }
  /// Errc::corrupt, naming table, row and the first column that does not fit.
  tl::unexpected<Error> damaged() const;

 private:
  std::string name() const;

  const Query& query_;
  std::string_view table_;
  int keys_;
  bool of_task_ = false;
  int wrong_ = -1;
};

/// A table lacks the one row that it must have.
tl::unexpected<Error> row_is_gone(std::string_view table);

/// Behind a row that cannot be read: Errc::corrupt goes to whoever wants to hear of such rows.
Status pass_by(const Error& error, const RowFault& told);

}  // namespace duban::storage
