// A rule file as plain values. Every leaf remembers the line that set it, so that a refusal can
// name it; overrides are layers of the same type, folded leaf by leaf (design §5, §10.24).
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/calendar.hpp"
#include "engine/model/words.hpp"

namespace duban {

/// A value of the rule file and the place that set it (line and column from 1).
template <class T>
struct Leaf {
  T value{};
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  bool operator==(const Leaf& other) const { return value == other.value; }  ///< wherever it stands
};
template <class T>
using Maybe = std::optional<Leaf<T>>;

/// What `forbid` keeps away: the lead's house, a co's house, the reporter, the requester.
enum class Party : std::uint8_t { lead, co, reporter, requester };
/// `contributions:` and, without none, `groups:`.
enum class Need : std::uint8_t { none, any, all };
enum class Proof : std::uint8_t { note, evidence };  ///< for `any: [note, evidence]`
/// What a rule rests on (文件依据), such as 《政府督查工作条例》第十八条. Judges nothing.
using Cites = std::vector<std::string>;

struct TransitionRule {
  Maybe<bool> off;                   ///< null in an override, or a mapping that turns it on again
  Maybe<std::vector<Role>> by;       ///< lead, co, coordinator, …
  Maybe<std::vector<TaskState>> in;  ///< absent: every state of the lifecycle's rows
  Maybe<std::vector<Party>> forbid;
  Maybe<bool> note;
  Maybe<int> evidence;            ///< how many new contents
  Maybe<std::vector<Proof>> any;  ///< at least one of these
  Maybe<Need> contributions;
  Maybe<Need> groups;   ///< any or all
  Maybe<bool> without;  ///< allowed: true, refused: false; absent: allowed
  Maybe<int> limit;     ///< extensions granted, of request-extension
  Maybe<Span> max;      ///< of all suspensions together, d or wd
  Maybe<Cites> cites;
  bool operator==(const TransitionRule&) const = default;
};

enum class MovesDue : std::uint8_t { calendar_days, working_days, none };

/// What becomes of a due day that was read or computed and is a day off.
enum class Roll : std::uint8_t { none, next, previous };

struct DeadlineRules {
  Maybe<CycleUnit> every;     ///< default half-year
  Maybe<Span> grace;          ///< default 10d
  Maybe<MovesDue> moves_due;  ///< default calendar_days
  Maybe<Span> warning;        ///< default 30d
  Maybe<Roll> roll;           ///< default none
  bool operator==(const DeadlineRules&) const = default;
};

/// `at: due - 30d`, `at: raised(blue) + 5wd`
struct At {
  Anchor anchor = Anchor::due;
  Span offset;
  std::string rung = {};  ///< of `raised`: whose raising it is counted from
  bool operator==(const At&) const = default;
};
/// "due", "raised(blue)": what it is counted from, as the rule file writes it.
std::string anchor_text(const At& at);
/// Whether `text` is what anchor_text could have given.
bool is_anchor_text(std::string_view text);

struct Rung {
  std::string id;
  std::uint32_t line = 0;
  Maybe<bool> off;          ///< null in an override
  Maybe<std::string> name;  ///< for people: 迟迟不签收; judges nothing
  Maybe<At> at;
  Maybe<std::vector<TaskState>> in;
  Maybe<int> level;                        ///< 0 to 3
  Maybe<std::vector<std::string>> notify;  ///< roles, missing, superior, department names
  Maybe<Span> every;                       ///< repeat.every; absent: no repetition
  Maybe<int> times;                        ///< repetitions after the first
  Maybe<bool> when_missing;                ///< `when: missing`
  Maybe<Cites> cites;
  /// In folded rules, of a rung counted from the raising of another: that other, as folded; none
  /// where it is switched off. No part of the file, so not compared.
  std::shared_ptr<const Rung> before = nullptr;
  bool operator==(const Rung& other) const {
    return id == other.id && off == other.off && name == other.name && at == other.at &&
           in == other.in && level == other.level && notify == other.notify &&
           every == other.every && times == other.times && when_missing == other.when_missing &&
           cites == other.cites;
  }
};
/// Whether it says all that a rung of its own must: what only changes another does not.
bool is_whole(const Rung& rung);

/// A whole set of rules, or what one override sets of it.
struct RuleLayer {
  std::map<Event, TransitionRule> transitions;
  DeadlineRules deadlines;
  std::vector<Rung> rungs;  ///< in file order
  bool operator==(const RuleLayer&) const = default;

  const TransitionRule* transition(Event event) const;  ///< nullptr when not listed or off
  const Rung* rung(std::string_view id) const;          ///< nullptr when there is none
  CycleUnit every() const {
    return deadlines.every ? deadlines.every->value : CycleUnit::half_year;
  }
  Span grace() const { return deadlines.grace ? deadlines.grace->value : Span{10, SpanUnit::day}; }
  MovesDue moves_due() const {
    return deadlines.moves_due ? deadlines.moves_due->value : MovesDue::calendar_days;
  }
  Roll roll() const { return deadlines.roll ? deadlines.roll->value : Roll::none; }
  Span warning() const {
    return deadlines.warning ? deadlines.warning->value : Span{30, SpanUnit::day};
  }
};

/// Keys of a match are joined by *and*; a list is *any of*; an empty list asks nothing.
struct Match {
  std::vector<std::string> plan;
  // What stands above the task, or is the task itself: the beginnings of its path.
  std::vector<std::string> part;     ///< "1"
  std::vector<std::string> section;  ///< "1.3", also "3" and "1.3.11"
  std::vector<std::string> task;     ///< "hn135/1.3.11", or "1.3.11" in any plan
  std::vector<std::string> lead;     ///< the present lead
  std::vector<std::string> co;
  std::optional<bool> ongoing;
  std::optional<bool> urgent;  ///< 急件
  std::optional<ScheduleKind> schedule = {};
  bool operator==(const Match&) const = default;
};

struct Override {
  Match match;
  RuleLayer layer;
  std::uint32_t line = 0;
  Maybe<Cites> cites = std::nullopt;
};

struct Rules {
  std::string name;  ///< `rules: default`
  int version = 0;
  std::string timezone;  ///< "Asia/Shanghai"
  std::string calendar;  ///< "cn"
  std::string file;      ///< as given when it was activated, for messages
  Maybe<int> storm;      ///< default 60
  Maybe<Cites> cites;    ///< of the file as a whole
  RuleLayer base;
  std::vector<Override> overrides;

  /// How many escalations one task may be made to raise in a year. The engine raises what is due
  /// all the same; `rules check` proves that it cannot be more.
  int storm_max() const { return storm ? storm->value : 60; }
};

}  // namespace duban
