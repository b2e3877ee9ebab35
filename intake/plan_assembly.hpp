// From the lines of a plan to its tasks: levels, keys, departments, deadlines, and all that is
// wrong.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "intake/corrections.hpp"
#include "intake/department_cell.hpp"
#include "intake/plan_lines.hpp"
#include "intake/plan_reader.hpp"

namespace duban::intake {

/// Takes lines in order and hands finished tasks to `sink`. Errors do not stop it: all of them come
/// at the end, so that a document is corrected once. After an error no more rows reach the sink.
class Assembly {
 public:
  /// `settler` sees every task before the sink does.
  Assembly(const Levels& levels, const DepartmentReader& departments, const ReadOptions& options,
           Settler& settler, const std::function<Status(const PlanRow&)>& sink)
      : levels_(levels),
        departments_(departments),
        options_(options),
        settler_(settler),
        sink_(sink) {}

  /// Fails only when the sink does.
  Status add(const Line& line, const Columns& columns);
  /// Ends the last task. `walk` is what the walk over the lines found.
  Status finish(const Walk& walk, const std::string& file);
  /// The first thousand errors and a count of the rest, or what the reading gives.
  Checked<PlanSummary> result();

 private:
  /// A task that may go on in the next line.
  struct Pending {
    Line line;
    Columns columns;
  };
  struct ReadCell : DepartmentCell {
    bool noted = false;  ///< its names have been looked at
  };
  /// Which numbers a level has had.
  struct Numbers {
    std::vector<bool> had;
    int last = 0;
    bool add(int number);
  };

  void fault(const std::string& place, const tl::unexpected<Error>& error);
  void doubt(const std::string& place, Message message);
  void heading(const Line& line, std::size_t level);
  void extend(Pending& pending, const Line& line);
  Status finish_task();
  void read_task(const Pending& task, Draft& draft);
  Status settle(Draft& draft);
  bool place_task(const Line& line, const std::string& place, PlanRow& row);
  bool place_decimal(const Number& number, const std::string& place, PlanRow& row);
  bool read_departments(const Line& line, const Columns& columns, PlanRow& row);
  std::shared_ptr<ReadCell> read_cell(const std::string& text);
  void note_cell(ReadCell& cell, const std::string& place);

  const Levels& levels_;
  const DepartmentReader& departments_;
  const ReadOptions& options_;
  Settler& settler_;
  const std::function<Status(const PlanRow&)>& sink_;
  Draft* draft_ = nullptr;  ///< of the task in hand: what is found belongs to it
  Field field_ = Field::row;

  std::optional<Pending> pending_;
  bool below_note_ = false;
  int part_ = 0;
  int section_ = 0;
  std::string part_title_;
  std::string section_title_;
  Numbers parts_, sections_, tasks_;
  int last_task_ = 0;  ///< over all sections: some documents number on

  std::map<std::string, std::shared_ptr<ReadCell>> cells_;  ///< the same come again and again
  std::size_t cached_ = 0;                                  ///< what they hold, mentions and doubts
  std::set<std::string> unregistered_;
  Errors errors_;
  std::size_t errors_total_ = 0;
  PlanSummary summary_;
};

}  // namespace duban::intake
