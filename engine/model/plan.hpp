// A plan (台账): one imported document, and the rows that it is read into.
#pragma once

#include <array>
#include <compare>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/model/words.hpp"

namespace duban {

inline constexpr std::size_t path_max = 5;

/// `hn135/1.3.11`: the numbers of a task and of the headings above it, outermost first. Sorted
/// number by number; a path comes before those that continue it.
struct TaskKey {
  std::string plan;
  std::array<int, path_max> path{};  ///< from 1 on; 0 behind the last
  auto operator<=>(const TaskKey&) const = default;

  std::size_t depth() const;
  std::span<const int> numbers() const { return std::span(path).first(depth()); }
  /// The task's own number; 0 for a path without any.
  int last() const { return depth() == 0 ? 0 : path[depth() - 1]; }
  /// Of what stands above it: the path without its last number.
  TaskKey parent() const;
  /// Whether the path is `beginning` or continues it.
  bool starts_with(std::span<const int> beginning) const;
};
/// "hn135/1.3.11", "p/3.11" or "p/11"; "p" for a path without numbers.
std::string to_text(const TaskKey& key);
/// "1.3.11": the key without its plan; empty for a path without numbers.
std::string number_text(const TaskKey& key);
/// "1.3.11" with at most five numbers; nothing for anything else.
std::optional<std::array<int, path_max>> parse_path(std::string_view text);
/// The full form only; nothing for anything else.
std::optional<TaskKey> parse_task_key(std::string_view text);

struct Plan {
  std::string id;
  std::string title;           ///< the document's, may be empty
  std::string file;            ///< its name at import
  std::string sha256;          ///< of its bytes, hex
  std::string digest;          ///< of its rows: the same plan from another file has the same
  std::optional<Date> issued;  ///< dates the document: as given, else as it prints it
  std::optional<Date> ends;    ///< the last cycle of ongoing tasks holds this day
  Instant imported;
  int tasks = 0;
  std::string settled = {};  ///< hash of what people corrected at import; empty: nothing
  std::string number = {};   ///< the document's 文号; empty where it shows none
  std::string issuer = {};   ///< 发文机关, likewise
  bool operator==(const Plan&) const = default;
};

/// One day of a staged schedule.
struct Stage {
  Date due;
  std::string words;  ///< what the document wants by then, as written; may be empty
  bool operator==(const Stage&) const = default;
};

/// The day of a cycle on which its report is due: 每季度末月20日前 is month 3, day 20.
struct CycleDay {
  int month = 1;  ///< of the cycle, from 1
  int day = 0;    ///< 0: the month's last; a day that the month lacks is its last too
  bool operator==(const CycleDay&) const = default;
};

/// When a row's work is due: once, cycle by cycle, or stage by stage.
struct Deadline {
  bool ongoing = false;                 ///< cycles without a final day
  Date due = {};                        ///< when not ongoing: the day, or the last stage's
  std::optional<CycleUnit> every = {};  ///< the document's own cycle
  std::optional<CycleDay> day = {};     ///< with `every`: the day in each cycle, without grace
  std::optional<Date> ends = {};        ///< of cycles: the document's own last day
  /// Days that only rise: two or more; or one, where `then_ongoing`.
  std::vector<Stage> stages = {};
  bool then_ongoing = false;  ///< after the last stage cycle by cycle (…完成，并长期坚持)
  bool operator==(const Deadline&) const = default;

  ScheduleKind kind() const {
    if (!stages.empty()) return ScheduleKind::staged;
    if (!ongoing) return ScheduleKind::once;
    return every ? ScheduleKind::periodic : ScheduleKind::ongoing;
  }
};

/// What was doubtful in a field of a row (see intake/draft.hpp for the fields' names).
struct FieldDoubt {
  std::string field;
  Message message;
  bool operator==(const FieldDoubt&) const = default;
};

/// How a person settled a field of a row at import; the document itself is left as it is.
struct Correction {
  std::string field;
  std::string read;       ///< as it stands in the document
  std::string corrected;  ///< as it should be
  std::string why;
  bool operator==(const Correction&) const = default;
};

/// One task as the document has it, names resolved through the directory.
struct PlanRow {
  TaskKey key;                           ///< `plan` is left empty by the reader
  std::vector<std::string> titles = {};  ///< of the headings above it, outermost first
  std::string content;
  std::string lead;             ///< canonical, or the document's own word when unregistered
  std::vector<std::string> co;  ///< in order, without the lead
  Deadline deadline;
  std::string deadline_text;  ///< as written
  bool urgent = false;        ///< the document says 急 or 特急
  Place place;                ///< e.g. file "plan.docx: table 1, row 23", for messages
  std::string address = {};   ///< "T1.R23": what people type for it
  /// Whatever else the document says of it, under its own headings, in the document's order.
  std::vector<std::pair<std::string, std::string>> extra = {};
  std::vector<FieldDoubt> doubts = {};
  std::vector<Correction> corrections = {};
};

/// Something in the document that was read, but that a person should look at.
struct Doubt {
  Place place;
  Message message;
};

/// A name outside the directory (名录外).
struct Stranger {
  std::string name;
  std::size_t count = 0;      ///< how often the document has it
  std::vector<Place> places;  ///< the first few
  std::string like = {};      ///< the known name that it may have been meant for; may be empty
  bool group = false;         ///< it stands for several, by what it says (各…, 有关部门)
};

/// What a whole reading gives beside the rows.
struct PlanSummary {
  std::string title;
  int parts = 0;
  int sections = 0;
  int tasks = 0;
  int mentions = 0;                    ///< department mentions, leads included
  std::vector<Stranger> unregistered;  ///< in the order of their names
  std::vector<Doubt> doubts;           ///< in file order, the first thousand
  std::size_t doubts_total = 0;
  std::string number = {};             ///< 文号, where the document shows one
  std::string issuer = {};             ///< 发文机关
  std::optional<Date> issued = {};     ///< 成文日期
  std::vector<std::string> kept = {};  ///< headings of the columns that are kept as `extra`
};

/// A document that can be read more than once: the first time to find every error, the second
/// time to write, so that a million rows never stand in memory.
class PlanSource {
 public:
  virtual ~PlanSource() = default;
  virtual std::string file() const = 0;  ///< name without folders
  /// The day of issue: as it was given, else as the document prints it.
  virtual std::optional<Date> issued() const = 0;
  /// Every row in the document's order; all errors at once, the first thousand and a count.
  /// When `sink` fails, reading ends with its error.
  virtual Checked<PlanSummary> read(const std::function<Status(const PlanRow&)>& sink) = 0;
};

/// The outermost of several headings, and the one right above the task; empty where there is none.
std::string part_title(const std::vector<std::string>& titles);
std::string section_title(const std::vector<std::string>& titles);

/// Title of a task: the content's first sentence, at most 40 characters (code points).
std::string title_of(std::string_view content);

}  // namespace duban
