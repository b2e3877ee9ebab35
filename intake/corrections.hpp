// What people say a document should have been read as: a review sheet that was filled in, or
// `--set 'T1.R6 lead=省水利厅'`.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "intake/deadline_text.hpp"
#include "intake/draft.hpp"
#include "intake/responsibility.hpp"

namespace duban::intake {

/// All that is said of one row.
struct RowCorrection {
  Place place;  ///< where it is said: "review.xlsx: sheet duban, row 7", or --set
  bool leave_out = false;
  std::string why;
  std::map<Field, std::string> corrected;  ///< as typed
  /// What the sheet shows as written, of the fields that it shows; it must still stand there.
  std::map<Field, std::string> written;
};

/// Corrections by the address of a row ("T1.R6").
class Corrections {
 public:
  /// Adds those of a sheet; an untouched row says nothing. All that is wrong with it.
  Checked<void> add_sheet(const std::string& path);
  /// Adds one: "T1.R6 lead=省水利厅", "T1.R6 row=" to leave the row out.
  Status add_set(const std::string& text);

  bool empty() const { return rows_.empty(); }
  const RowCorrection* find(const std::string& address) const;
  const std::map<std::string, RowCorrection>& rows() const { return rows_; }
  /// All of them in one text: equal texts, equal corrections.
  std::string text() const;

 private:
  struct Columns;
  Status read_row(const Columns& columns, const std::vector<std::string>& cells, Place place);
  std::map<std::string, RowCorrection> rows_;
};

/// Settles the rows of one reading, in the document's order.
class Settler {
 public:
  /// What reads corrected texts: the readers of the document itself.
  struct Readers {
    std::function<Responsibility(std::string_view, Says)> departments;
    std::function<Result<ReadDeadline>(std::string_view)> deadline;
  };

  /// Keeps a reference to the corrections.
  Settler(const Corrections& corrections, Readers readers);

  /// Applies what is said of the row, and gives it its doubts and corrections. What is left of its
  /// findings nobody has settled. False: it is to be left out. A correction that does not fit the
  /// row, or cannot be read, is among the errors.
  bool settle(Draft& draft, Errors& errors);
  /// After the last row: corrections that met none, and numbers that now stand twice.
  Errors finish();
  /// How many rows were left out.
  int left_out() const { return left_out_; }

 private:
  bool apply(Draft& draft, Errors& errors);
  bool fits(const Draft& draft, const RowCorrection& correction, Errors& errors) const;
  void correct(Draft& draft, Field field, const std::string& text, const RowCorrection& by,
               Errors& errors);
  void correct_departments(Draft& draft, const RowCorrection& by, Errors& errors);

  const Corrections& corrections_;
  Readers readers_;
  static std::size_t hash_of(const TaskKey& key);

  std::set<std::string> met_;
  bool renumbers_ = false;
  std::vector<std::size_t> numbers_;  ///< of all rows, when any gets another
  std::multimap<std::size_t, const RowCorrection*> renumbered_;
  int left_out_ = 0;
};

}  // namespace duban::intake
