#include "intake/deadline_text.hpp"

#include <algorithm>

#include "intake/cell_text.hpp"
#include "intake/deadline_clause.hpp"
#include "intake/deadline_items.hpp"
#include "intake/deadline_moment.hpp"
#include "intake/deadline_words.hpp"
#include "text/brief.hpp"

namespace duban::intake {
namespace {

using Kind = DeadlineItem::Kind;

constexpr std::size_t stages_max = 60;
constexpr std::size_t words_max = 200;  // characters of a stage's words

class Reading {
 public:
  Reading(std::string_view text, const DeadlineContext& context)
      : context_(context),
        source_(squeeze(text)),
        shown_(brief(clean_cell(text), words_max)),
        empty_(source_.plain.empty() || source_.plain == U"/" || source_.plain == U"-" ||
               source_.plain == U"—" || source_.plain == U"——" || source_.plain == U"无" ||
               source_.plain == U"--") {}

  Result<ReadDeadline> read() {
    if (empty_) return none();
    if (const auto day = machine_day(source_.original, context_)) {
      doubt(day->doubt, day->last);
      once(day->last);
      return finished();
    }
    const DeadlineItems found = deadline_items(source_.plain, context_);
    sort_out(found.items);
    if (found.lacking == NoDay::year && days_.empty()) {
      return failed(Errc::bad_file,
                    "{text} names no year; give the day of the document with --issued", named());
    }
    if (days_.size() > stages_max) {
      return failed(Errc::bad_file, "{text} names more than {count} days",
                    {{"text", shown_}, {"count", std::to_string(stages_max)}});
    }
    if (!days_.empty()) {
      with_days();
    } else if (cycle_ || forever_) {
      without_days();
    } else {
      return refused(found.lacking);
    }
    return finished();
  }

 private:
  struct Day {
    Date due;
    std::size_t begin;
    std::size_t end;
    bool several;
  };

  Values named() const { return {{"text", shown_}}; }
  void doubt(Message message) {
    const auto same = std::find(result_.doubts.begin(), result_.doubts.end(), message);
    if (same == result_.doubts.end()) result_.doubts.push_back(std::move(message));
  }
  void doubt(Ambiguity why, Date due) {
    auto message = doubt_of(why, {{"text", shown_}, {"due", to_text(due)}});
    if (message) doubt(std::move(*message));
  }
  std::string as_written(std::size_t begin, std::size_t end) const {
    if (begin >= end) return {};
    const Text plain = Text(source_.plain).substr(begin, end - begin);
    const bool opened =
        std::count(plain.begin(), plain.end(), U'(') > std::count(plain.begin(), plain.end(), U')');
    if (opened && end < source_.plain.size() && source_.plain[end] == U')') ++end;
    const std::size_t first = source_.at[begin];
    const std::size_t last = source_.at[end - 1];
    return brief(clean_cell(to_utf8(Text(source_.original).substr(first, last - first + 1))),
                 words_max);
  }
  void once(Date due) { result_.deadline.due = due; }

  void sort_out(const std::vector<DeadlineItem>& items) {
    std::optional<std::size_t> before;  // words that stand before the first day are its own
    for (const DeadlineItem& item : items) {
      switch (item.kind) {
        case Kind::day: {
          std::size_t begin = item.begin;
          if (before) begin = *before;
          days_.push_back({item.due, begin, item.end, item.several});
          if (before && !item.several) before.reset();
          doubt(item.doubt, item.due);
          completes_ = completes_ || item.completes;
          break;
        }
        case Kind::forever:
          forever_ = true;
          forever_first_ = forever_first_ || (days_.empty() && !item.until);
          joined_ = joined_ || item.joined;
          if (item.until) bound(item);
          break;
        case Kind::cycle:
          if (!cycle_) cycle_ = item.cycle;
          cycle_first_ = cycle_first_ || days_.empty();
          if (item.until) bound(item);
          break;
        case Kind::now:
          now_ = true;
          break;
        case Kind::words:
          words_.push_back(as_written(item.begin, item.end));
          if (days_.empty() || wraps_) {
            before = item.begin;
            wraps_ = true;
          } else {
            days_.back().end = std::max(days_.back().end, item.end);
          }
          break;
      }
    }
  }

  void bound(const DeadlineItem& item) {
    until_ = item.until;
    until_begin_ = item.begin;
    until_end_ = item.end;
  }

  void with_days() {
    const bool rising = std::is_sorted(days_.begin(), days_.end(),
                                       [](const Day& a, const Day& b) { return a.due < b.due; });
    if (!rising) {
      std::stable_sort(days_.begin(), days_.end(),
                       [](const Day& a, const Day& b) { return a.due < b.due; });
      doubt({"{text} names its days out of order; they are taken in order", named()});
    }
    if (until_ && *until_ > days_.back().due) {
      days_.push_back({*until_, until_begin_, until_end_, false});
      doubt({"{text} goes on until {due}; taken as its last stage",
             {{"text", shown_}, {"due", to_text(*until_)}}});
      forever_ = false;
    } else if (until_) {
      doubt({"{text} has a last day and goes on until then; taken as due on {due}",
             {{"text", shown_}, {"due", to_text(days_.back().due)}}});
      forever_ = false;
    }
    Deadline& deadline = result_.deadline;
    deadline.due = days_.back().due;
    if (forever_ && forever_first_) {
      doubt({"{text} has a last day and goes on until then; taken as due on {due}",
             {{"text", shown_}, {"due", to_text(deadline.due)}}});
      forever_ = false;
    }
    const bool cycle_after = cycle_ && !cycle_first_;
    deadline.then_ongoing = !until_ && (forever_ || cycle_after);
    if (deadline.then_ongoing && cycle_after) take_cycle_of(*cycle_);
    if (cycle_ && cycle_first_) {
      doubt({"{text} names a cycle too; taken as due on {due} alone",
             {{"text", shown_}, {"due", to_text(deadline.due)}}});
    }
    if (forever_ && deadline.then_ongoing && !joined_ && !completes_) {
      doubt({"{text} may mean until {due} or after it too; taken as due then, and going on",
             {{"text", shown_}, {"due", to_text(deadline.due)}}});
    }
    stage();
    if (deadline.stages.empty() && !words_.empty()) {
      doubt({"{text}: only the day {due} is taken; beside it stands '{words}'",
             {{"text", shown_}, {"due", to_text(deadline.due)}, {"words", words_.front()}}});
    }
  }

  void stage() {
    Deadline& deadline = result_.deadline;
    std::vector<Stage> stages;
    for (const Day& day : days_) {
      if (!stages.empty() && stages.back().due == day.due) continue;
      stages.push_back({day.due, as_written(day.begin, day.end)});
    }
    if (stages.size() > 1 || deadline.then_ongoing) deadline.stages = std::move(stages);
  }

  void take_cycle_of(const Cycle& cycle) {
    Deadline& deadline = result_.deadline;
    deadline.every = cycle.every;
    deadline.day = cycle.day;
    if (cycle.inexact) {
      doubt({"{text}: there is no such cycle; taken as every {cycle}",
             {{"text", shown_}, {"cycle", std::string(to_text(cycle.every))}}});
    }
    if (cycle.vague) {
      doubt({"{text}: the day in the cycle is not exact; it is left to the rules", named()});
    }
  }

  void without_days() {
    result_.deadline.ongoing = true;
    if (cycle_) take_cycle_of(*cycle_);
    if (until_) {
      result_.deadline.ends = until_;
      doubt({"{text} goes on until {due}; taken as ongoing until then",
             {{"text", shown_}, {"due", to_text(*until_)}}});
    }
    if (now_) doubt({"{text} asks for it at once too; taken as ongoing", named()});
    if (!words_.empty()) {
      doubt({"{text} is taken as ongoing; beside it stands '{words}'",
             {{"text", shown_}, {"words", words_.front()}}});
    }
  }

  /// Nothing names a day: a default may be given for what could not be another day or a mistake.
  Result<ReadDeadline> refused(NoDay lacking) {
    if (lacking == NoDay::unread) {
      return failed(Errc::bad_file,
                    "{text} cannot be read as a deadline; write it like 2018年6月30日 or 持续推进",
                    named());
    }
    if (names_an_office(shown_)) {
      return failed(Errc::bad_file, "{text} is the name of an office, not a deadline", named());
    }
    if (context_.otherwise) return none();
    switch (lacking) {
      case NoDay::issue:
        return failed(Errc::bad_file,
                      "{text} counts from the day of the document; give it with --issued", named());
      case NoDay::event:
        return failed(Errc::bad_file,
                      "{text} counts from an event whose day the document does not say; it needs "
                      "a person, or a day given with --due",
                      named());
      case NoDay::season:
        return failed(Errc::bad_file,
                      "{text} names a season whose day is not known here; it needs a person, or a "
                      "day given with --due",
                      named());
      case NoDay::none:
      case NoDay::year:
      case NoDay::unread:
        return none();
    }
    DUBAN_ASSERT(false);
  }

  Result<ReadDeadline> none() {
    if (!context_.otherwise) {
      if (empty_) return failed(Errc::bad_file, "there is no deadline");
      return failed(Errc::bad_file,
                    "{text} names no day; it needs a person, or a day given with --due", named());
    }
    once(*context_.otherwise);
    const std::string due = to_text(*context_.otherwise);
    if (empty_) {
      doubt({"there is no deadline; taken as {due}, which was given for such", {{"due", due}}});
    } else {
      doubt({"{text} names no day; taken as {due}, which was given for such",
             {{"text", shown_}, {"due", due}}});
    }
    return finished();
  }

  Result<ReadDeadline> finished() {
    const Deadline& deadline = result_.deadline;
    std::optional<Date> first;
    if (!deadline.ongoing) first = deadline.stages.empty() ? deadline.due : deadline.stages[0].due;
    if (deadline.ongoing && deadline.ends) first = deadline.ends;
    if (first && context_.issued && *first < *context_.issued) {
      doubt({"{text} is taken as {due}, before the day of the document, {issued}",
             {{"text", shown_}, {"due", to_text(*first)}, {"issued", to_text(*context_.issued)}}});
    }
    return std::move(result_);
  }

  const DeadlineContext& context_;
  Squeezed source_;
  std::string shown_;
  bool empty_;
  std::vector<Day> days_;
  std::optional<Cycle> cycle_;
  std::optional<Date> until_;
  std::size_t until_begin_ = 0;
  std::size_t until_end_ = 0;
  bool forever_ = false;
  bool forever_first_ = false;  ///< 持续推进，年底前见成效
  bool joined_ = false;
  bool completes_ = false;
  bool cycle_first_ = false;
  bool now_ = false;
  bool wraps_ = false;  ///< words come before their days: 出台方案（6月底前），…
  std::vector<std::string> words_;
  ReadDeadline result_;
};

}  // namespace

Result<ReadDeadline> read_deadline(std::string_view text, const DeadlineContext& context) {
  return Reading(text, context).read();
}

Result<ReadDeadline> read_deadline(std::string_view text, std::optional<Date> issued) {
  DeadlineContext context;
  context.issued = issued;
  return read_deadline(text, context);
}

}  // namespace duban::intake
