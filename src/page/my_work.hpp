#pragma once
// What the caller owes over all their accounts, and what they want to know of besides: their key
// results, whom they wait for, the next meetings, whom to ask and whom to keep in touch with.

#include "domain/contact.hpp"
#include "domain/cycle.hpp"
#include "domain/meeting.hpp"
#include "domain/signal.hpp"
#include "figure/plan.hpp"
#include "page/page.hpp"

namespace takt::page {

/// `signal` and `cycle` are the account's manager's to answer and to close; whoever recorded a
/// signal owes its assessment, too. `objective`, `key_result`: what nobody minds, told to the
/// manager.
BOOST_DEFINE_ENUM_CLASS(DutyKind, check_in, action, question, signal, meeting, cycle, objective,
                        key_result)

/// What a signal that waits is judged by.
struct SignalOwed {
  std::optional<domain::Priority> priority;  ///< no value: to be assessed first
  std::optional<domain::SignalNature> nature;
  int days = 0;  ///< since it was recorded
};
BOOST_DESCRIBE_STRUCT(SignalOwed, (), (priority, nature, days))

/// A meeting, and what its team lacks for it.
struct MeetingOwed {
  domain::MeetingKind kind = domain::MeetingKind::check_in;
  domain::MeetingState state = domain::MeetingState::planned;
  domain::Instant planned_at;
  int silent = 0;   ///< key results that are outdated or pending
  int waiting = 0;  ///< signals without an answer
};
BOOST_DESCRIBE_STRUCT(MeetingOwed, (), (kind, state, planned_at, silent, waiting))

/// Something the caller owes.
struct Duty {
  DutyKind kind = DutyKind::check_in;
  Id account;
  std::string account_name;
  Id id;  ///< the key result, action, question, signal, meeting, cycle or objective
  int version = 0;
  std::optional<Id> key_result;  ///< of a check-in or an action
  std::string title;             ///< of a meeting, none
  /// The last day on which it is in time. Of a signal the last one before it is overdue, of a cycle
  /// its own last, of a meeting the one that it lies in where the caller is.
  std::optional<domain::Date> due;
  int days_overdue = 0;  ///< negative: due in so many days; much so where it has no day
  std::optional<SignalOwed> signal;
  std::optional<MeetingOwed> meeting;
  std::optional<domain::CycleState> cycle_state;
};
BOOST_DESCRIBE_STRUCT(Duty, (),
                      (kind, account, account_name, id, version, key_result, title, due,
                       days_overdue, signal, meeting, cycle_state))

/// What the caller owes, what is longest beyond its day first: open actions; signals; check-ins due
/// and questions to be asked within three days; meetings of the next six days that they take part
/// in; cycles that are over and not closed.
/// After these, for the account's manager: objectives and key results of the running cycle whose
/// owner is none, has left the team or was archived.
/// Observers owe nothing, sponsors what is in their name and needs no writing of the plan.
std::vector<Duty> my_work(Context& context, const Caller& caller);

/// An account whose team the caller is on.
struct OwnAccount {
  Id id;
  std::string name;
  bool writes = false;  ///< whether they write its plan: check in, tick off actions
};
BOOST_DESCRIBE_STRUCT(OwnAccount, (), (id, name, writes))

/// A key result of the running cycle that the caller answers for.
struct OwnKeyResult {
  std::string account_name;
  figure::KeyResultView view;  ///< without its sites and forecast
};
BOOST_DESCRIBE_STRUCT(OwnKeyResult, (), (account_name, view))

/// A check-in or an action that somebody else owes, past its day, in an account that the caller
/// manages.
struct Awaited {
  Duty duty;
  std::string person;
  std::optional<int> days_silent;  ///< of a check-in: since the last one; no value: never one
};
BOOST_DESCRIBE_STRUCT(Awaited, (), (duty, person, days_silent))

struct ComingMeeting {
  Id id;
  Id account;
  std::string account_name;
  domain::MeetingKind kind = domain::MeetingKind::check_in;
  domain::MeetingState state = domain::MeetingState::planned;
  domain::Instant planned_at;
  domain::Date day;  ///< where the caller is
  std::string place;
};
BOOST_DESCRIBE_STRUCT(ComingMeeting, (),
                      (id, account, account_name, kind, state, planned_at, day, place))

struct QuestionToAsk {
  Id id;
  Id account;
  std::string account_name;
  std::string text;
  std::string contact_name;  ///< empty where nobody is named
  std::string contact_function;
  std::optional<domain::Date> ask_by;
  std::optional<domain::Date> asked_on;  ///< last
};
BOOST_DESCRIBE_STRUCT(QuestionToAsk, (),
                      (id, account, account_name, text, contact_name, contact_function, ask_by,
                       asked_on))

/// Somebody whom the caller keeps in touch with, and has not for long.
struct ContactToMeet {
  Id id;
  Id account;
  std::string account_name;
  std::string name;
  std::string function;
  std::optional<int> days;  ///< since the last contact; no value: never
};
BOOST_DESCRIBE_STRUCT(ContactToMeet, (), (id, account, account_name, name, function, days))

struct MyWork {
  domain::Date today;                ///< where the caller is
  std::vector<OwnAccount> accounts;  ///< by name
  std::vector<Duty> duties;          ///< see my_work()
  std::vector<OwnKeyResult> key_results;
  std::vector<Awaited> awaited;          ///< what is longest beyond its day first
  std::vector<ComingMeeting> meetings;   ///< that the caller takes part in, the next eight
  std::vector<QuestionToAsk> questions;  ///< that the caller asks and that are no duty yet
  std::vector<ContactToMeet> contacts;   ///< the longest silence first
  std::optional<domain::Date> next_due;  ///< the next day on which something is due
};
BOOST_DESCRIBE_STRUCT(MyWork, (),
                      (today, accounts, duties, key_results, awaited, meetings, questions, contacts,
                       next_due))

/// All of it.
MyWork my_work_page(Context& context, const Caller& caller);

}  // namespace takt::page
