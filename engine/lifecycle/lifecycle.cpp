// The transition table, in Boost.MSM. The only file that includes it: it costs seconds and
// hundreds of megabytes to compile, so nothing else does.
#include "engine/lifecycle/lifecycle.hpp"

#include <boost/mp11.hpp>
#include <boost/mp11/mpl.hpp>
#include <boost/msm/back/state_machine.hpp>
#include <boost/msm/back/tools.hpp>
#include <boost/msm/front/functor_row.hpp>
#include <boost/msm/front/state_machine_def.hpp>
#include <string>
#include <vector>

namespace duban {
namespace {

namespace msm = boost::msm;
namespace mp = boost::mp11;
using msm::front::none;
using msm::front::Row;

template <TaskState which>
struct State : msm::front::state<> {
  static constexpr TaskState value = which;
};
using Assigned = State<TaskState::assigned>;
using InProgress = State<TaskState::in_progress>;
using Reported = State<TaskState::reported>;
using Verified = State<TaskState::verified>;
using Overdue = State<TaskState::overdue>;
using Suspended = State<TaskState::suspended>;
using Cancelled = State<TaskState::cancelled>;

template <Event which>
struct On {
  static constexpr Event value = which;
};
using Start = On<Event::start>;
using Progress = On<Event::progress>;
using Contribute = On<Event::contribute>;
using Excuse = On<Event::excuse>;
using Report = On<Event::report>;
using Withdraw = On<Event::withdraw>;
using Verify = On<Event::verify>;
using Return = On<Event::return_>;
using Deadline = On<Event::deadline>;
using Request = On<Event::request_extension>;
using Grant = On<Event::grant_extension>;
using Deny = On<Event::deny_extension>;
using Amend = On<Event::amend>;
using Reassign = On<Event::reassign>;
using Suspend = On<Event::suspend>;
using Resume = On<Event::resume>;
using Miss = On<Event::miss>;
using Reopen = On<Event::reopen>;
using Conclude = On<Event::conclude>;
using Cancel = On<Event::cancel>;
using Strike = On<Event::strike>;
using Undo = On<Event::undo>;
using Remark = On<Event::remark>;

// Conditions: facts of the lifecycle, exclusive for one (state, event), without side effects.
struct Always {
  static constexpr std::string_view words = "";
  static bool holds(const Facts&) { return true; }
};
struct PastDue {
  static constexpr std::string_view words = "past due";
  static bool holds(const Facts& f) { return f.past_due; }
};
struct Started {
  static constexpr std::string_view words = "started";
  static bool holds(const Facts& f) { return f.started; }
};
struct Ongoing {
  static constexpr std::string_view words = "ongoing";
  static bool holds(const Facts& f) { return f.ongoing; }
};
struct CycleBegun {
  static constexpr std::string_view words = "the cycle has begun";
  static bool holds(const Facts& f) { return f.cycle_begun; }
};
struct CycleToCome {
  static constexpr std::string_view words = "a cycle to come";
  static bool holds(const Facts& f) { return f.cycle_to_come; }
};
struct CycleAhead {
  static constexpr std::string_view words = "a cycle not yet due";
  static bool holds(const Facts& f) { return f.cycle_ahead; }
};
struct Owing {
  static constexpr std::string_view words = "by a co that is owing";
  static bool holds(const Facts& f) { return f.owing; }
};
template <TaskState which, const char* text>
struct Left {
  static constexpr std::string_view words = text;
  static bool holds(const Facts& f) { return f.left == which; }
};
constexpr char left_assigned[] = "left assigned";
constexpr char left_in_progress[] = "left in_progress";
constexpr char left_reported[] = "left reported";
constexpr char left_overdue[] = "left overdue";
using LeftAssigned = Left<TaskState::assigned, left_assigned>;
using LeftInProgress = Left<TaskState::in_progress, left_in_progress>;
using LeftReported = Left<TaskState::reported, left_reported>;
using LeftOverdue = Left<TaskState::overdue, left_overdue>;
template <TaskState which, const char* text>
struct Was {
  static constexpr std::string_view words = text;
  static bool holds(const Facts& f) { return f.undone == which; }
};
constexpr char was_assigned[] = "it was assigned";
constexpr char was_in_progress[] = "it was in_progress";
constexpr char was_reported[] = "it was reported";
constexpr char was_overdue[] = "it was overdue";
constexpr char was_suspended[] = "it was suspended";
using WasAssigned = Was<TaskState::assigned, was_assigned>;
using WasInProgress = Was<TaskState::in_progress, was_in_progress>;
using WasReported = Was<TaskState::reported, was_reported>;
using WasOverdue = Was<TaskState::overdue, was_overdue>;
using WasSuspended = Was<TaskState::suspended, was_suspended>;

/// All of these, each possibly negated.
template <class Condition>
struct Not {
  using condition = Condition;
  static bool holds(const Facts& f) { return !Condition::holds(f); }
};

template <class Condition>
struct Words {
  static std::string text() { return std::string(Condition::words); }
};
template <class Condition>
struct Words<Not<Condition>> {
  static std::string text() { return "not " + Words<Condition>::text(); }
};

template <class... Conditions>
struct If {
  static std::string text() {
    std::string out;
    ((out +=
      (out.empty() || Words<Conditions>::text().empty() ? "" : ", ") + Words<Conditions>::text()),
     ...);
    return out;
  }
  template <class E, class Machine, class Source, class Target>
  bool operator()(const E&, Machine& machine, Source&, Target&) const {
    return (Conditions::holds(machine.facts) && ...);
  }
};

struct Lifecycle : msm::front::state_machine_def<Lifecycle> {
  using no_exception_thrown = int;  // let exceptions pass through, as everywhere else
  using no_message_queue = int;     // one event in, one answer out
  using initial_state = Assigned;

  explicit Lifecycle(const Facts& f) : facts(f) {}
  Facts facts;  // a copy: MSM hands its constructor arguments on by value

  // clang-format off
  using transition_table = mp::mp_list<
    //   from        on          to                if
    Row< Assigned,   Start,      InProgress, none, If<Always> >,
    Row< Overdue,    Start,      Overdue,    none, If<Not<Started>> >,
    Row< Assigned,   Progress,   InProgress, none, If<Always> >,
    Row< InProgress, Progress,   InProgress, none, If<Always> >,
    Row< Overdue,    Progress,   Overdue,    none, If<Always> >,
    Row< Assigned,   Contribute, Assigned,   none, If<Always> >,
    Row< InProgress, Contribute, InProgress, none, If<Always> >,
    Row< Overdue,    Contribute, Overdue,    none, If<Always> >,
    Row< Reported,   Contribute, Reported,   none, If<Always> >,
    Row< Verified,   Contribute, Verified,   none, If<Owing> >,
    Row< Assigned,   Excuse,     Assigned,   none, If<Always> >,
    Row< InProgress, Excuse,     InProgress, none, If<Always> >,
    Row< Overdue,    Excuse,     Overdue,    none, If<Always> >,
    Row< Assigned,   Report,     Reported,   none, If<CycleBegun> >,
    Row< InProgress, Report,     Reported,   none, If<CycleBegun> >,
    Row< Overdue,    Report,     Reported,   none, If<CycleBegun> >,
    Row< Reported,   Withdraw,   InProgress, none, If<Not<PastDue>> >,
    Row< Reported,   Withdraw,   Overdue,    none, If<PastDue> >,
    Row< Reported,   Verify,     Verified,   none, If<Not<CycleToCome>> >,
    Row< Reported,   Verify,     InProgress, none, If<CycleToCome> >,
    Row< Reported,   Return,     InProgress, none, If<Not<PastDue>> >,
    Row< Reported,   Return,     Overdue,    none, If<PastDue> >,
    Row< Assigned,   Deadline,   Overdue,    none, If<PastDue> >,
    Row< InProgress, Deadline,   Overdue,    none, If<PastDue> >,
    Row< Assigned,   Request,    Assigned,   none, If<Always> >,
    Row< InProgress, Request,    InProgress, none, If<Always> >,
    Row< Overdue,    Request,    Overdue,    none, If<Always> >,
    Row< Assigned,   Grant,      Assigned,   none, If<Always> >,
    Row< InProgress, Grant,      InProgress, none, If<Always> >,
    Row< Overdue,    Grant,      Overdue,    none, If<PastDue> >,
    Row< Overdue,    Grant,      InProgress, none, If<Not<PastDue>, Started> >,
    Row< Overdue,    Grant,      Assigned,   none, If<Not<PastDue>, Not<Started>> >,
    Row< Assigned,   Deny,       Assigned,   none, If<Always> >,
    Row< InProgress, Deny,       InProgress, none, If<Always> >,
    Row< Overdue,    Deny,       Overdue,    none, If<Always> >,
    Row< Assigned,   Amend,      Assigned,   none, If<Not<PastDue>> >,
    Row< Assigned,   Amend,      Overdue,    none, If<PastDue> >,
    Row< InProgress, Amend,      InProgress, none, If<Not<PastDue>> >,
    Row< InProgress, Amend,      Overdue,    none, If<PastDue> >,
    Row< Reported,   Amend,      Reported,   none, If<Always> >,
    Row< Overdue,    Amend,      Overdue,    none, If<PastDue> >,
    Row< Overdue,    Amend,      InProgress, none, If<Not<PastDue>, Started> >,
    Row< Overdue,    Amend,      Assigned,   none, If<Not<PastDue>, Not<Started>> >,
    Row< Assigned,   Reassign,   Assigned,   none, If<Always> >,
    Row< InProgress, Reassign,   Assigned,   none, If<Always> >,
    Row< Overdue,    Reassign,   Assigned,   none, If<Always> >,
    Row< Assigned,   Suspend,    Suspended,  none, If<Always> >,
    Row< InProgress, Suspend,    Suspended,  none, If<Always> >,
    Row< Reported,   Suspend,    Suspended,  none, If<Always> >,
    Row< Overdue,    Suspend,    Suspended,  none, If<Always> >,
    Row< Suspended,  Resume,     Assigned,   none, If<LeftAssigned> >,
    Row< Suspended,  Resume,     InProgress, none, If<LeftInProgress> >,
    Row< Suspended,  Resume,     Reported,   none, If<LeftReported> >,
    Row< Suspended,  Resume,     Overdue,    none, If<LeftOverdue, PastDue> >,
    Row< Suspended,  Resume,     InProgress, none, If<LeftOverdue, Not<PastDue>, Started> >,
    Row< Suspended,  Resume,     Assigned,   none, If<LeftOverdue, Not<PastDue>, Not<Started>> >,
    Row< Overdue,    Miss,       InProgress, none, If<CycleAhead, Started> >,
    Row< Overdue,    Miss,       Assigned,   none, If<CycleAhead, Not<Started>> >,
    Row< Verified,   Reopen,     InProgress, none, If<Always> >,
    Row< Cancelled,  Reopen,     InProgress, none, If<Always> >,
    Row< Reported,   Conclude,   Verified,   none, If<Ongoing> >,
    Row< Assigned,   Cancel,     Cancelled,  none, If<Always> >,
    Row< InProgress, Cancel,     Cancelled,  none, If<Always> >,
    Row< Reported,   Cancel,     Cancelled,  none, If<Always> >,
    Row< Overdue,    Cancel,     Cancelled,  none, If<Always> >,
    Row< Suspended,  Cancel,     Cancelled,  none, If<Always> >,
    Row< Assigned,   Strike,     Assigned,   none, If<Always> >,
    Row< InProgress, Strike,     InProgress, none, If<Always> >,
    Row< Overdue,    Strike,     Overdue,    none, If<Always> >,
    Row< Assigned,   Undo,       Assigned,   none, If<WasAssigned> >,
    Row< Assigned,   Undo,       InProgress, none, If<WasInProgress> >,
    Row< Assigned,   Undo,       Overdue,    none, If<WasOverdue> >,
    Row< InProgress, Undo,       InProgress, none, If<WasInProgress> >,
    Row< InProgress, Undo,       Reported,   none, If<WasReported> >,
    Row< InProgress, Undo,       Overdue,    none, If<WasOverdue> >,
    Row< Reported,   Undo,       Reported,   none, If<WasReported> >,
    Row< Verified,   Undo,       Reported,   none, If<WasReported> >,
    Row< Overdue,    Undo,       Assigned,   none, If<WasAssigned> >,
    Row< Overdue,    Undo,       InProgress, none, If<WasInProgress> >,
    Row< Overdue,    Undo,       Reported,   none, If<WasReported> >,
    Row< Overdue,    Undo,       Overdue,    none, If<WasOverdue> >,
    Row< Cancelled,  Undo,       Assigned,   none, If<WasAssigned> >,
    Row< Cancelled,  Undo,       InProgress, none, If<WasInProgress> >,
    Row< Cancelled,  Undo,       Reported,   none, If<WasReported> >,
    Row< Cancelled,  Undo,       Overdue,    none, If<WasOverdue> >,
    Row< Cancelled,  Undo,       Suspended,  none, If<WasSuspended> >,
    Row< Assigned,   Remark,     Assigned,   none, If<Always> >,
    Row< InProgress, Remark,     InProgress, none, If<Always> >,
    Row< Reported,   Remark,     Reported,   none, If<Always> >,
    Row< Verified,   Remark,     Verified,   none, If<Always> >,
    Row< Overdue,    Remark,     Overdue,    none, If<Always> >,
    Row< Suspended,  Remark,     Suspended,  none, If<Always> >,
    Row< Cancelled,  Remark,     Cancelled,  none, If<Always> >
  >;
  // clang-format on

  template <class E, class Machine>
  void no_transition(const E&, Machine&, int) {}  // the default aborts
};

using Machine = msm::back::state_machine<Lifecycle>;
using Rows = Lifecycle::transition_table;
using Events = mp::mp_list<Start, Progress, Contribute, Excuse, Report, Withdraw, Verify, Return,
                           Deadline, Request, Grant, Deny, Amend, Reassign, Suspend, Resume, Miss,
                           Reopen, Conclude, Cancel, Strike, Undo, Remark>;
using States = mp::mp_list<Assigned, InProgress, Reported, Verified, Overdue, Suspended, Cancelled>;

/// MSM's number of a state follows the order of the table; by name it is found here and nowhere
/// kept.
int number_of(TaskState state) {
  int number = -1;
  mp::mp_for_each<mp::mp_transform<mp::mp_identity, States>>([&](auto identity) {
    using S = typename decltype(identity)::type;
    if (S::value == state) number = msm::back::get_state_id<typename Machine::stt, S>::value;
  });
  return number;
}

TaskState state_of(int number) {
  TaskState found = TaskState::assigned;
  mp::mp_for_each<mp::mp_transform<mp::mp_identity, States>>([&](auto identity) {
    using S = typename decltype(identity)::type;
    if (msm::back::get_state_id<typename Machine::stt, S>::value == number) found = S::value;
  });
  return found;
}

/// Writes the stored state into a machine through MSM's `serialize`; entry actions do not run.
struct Archive {
  using is_loading = std::true_type;
  int state;
  Archive& operator&(int (&ids)[1]) {
    ids[0] = state;
    return *this;
  }
  template <class T>
  Archive& operator&(T&) {
    return *this;
  }
};

}  // namespace

Result<TaskState> next_state(TaskState from, Event event, const Facts& facts) {
  Machine machine{facts};
  Archive archive{number_of(from)};
  machine.serialize(archive, 0);
  msm::back::HandledEnum handled = msm::back::HANDLED_FALSE;
  mp::mp_for_each<mp::mp_transform<mp::mp_identity, Events>>([&](auto identity) {
    using E = typename decltype(identity)::type;
    if (E::value == event) handled = machine.process_event(E{});
  });
  if (handled != msm::back::HANDLED_TRUE) {
    return failed(Errc::state, "a task that is {state} cannot take '{event}'",
                  {{"state", std::string(to_text(from))}, {"event", std::string(to_text(event))}});
  }
  return state_of(machine.current_state()[0]);
}

std::span<const Transition> transitions() {
  static const std::vector<Transition> table = [] {
    static std::vector<std::string> texts;
    std::vector<Transition> rows;
    texts.reserve(mp::mp_size<Rows>::value);
    mp::mp_for_each<mp::mp_transform<mp::mp_identity, Rows>>([&](auto identity) {
      using R = typename decltype(identity)::type;
      texts.push_back(R::Guard::text());
      rows.push_back({R::Source::value, R::Evt::value, R::Target::value, texts.back()});
    });
    return rows;
  }();
  return table;
}

bool has_transition(TaskState from, Event event) {
  for (const Transition& row : transitions()) {
    if (row.from == from && row.event == event) return true;
  }
  return false;
}

}  // namespace duban
