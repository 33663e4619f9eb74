#include "page/my_work.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "domain/access.hpp"
#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/open_question.hpp"
#include "domain/team_member.hpp"
#include "domain/user.hpp"
#include "figure/signal.hpp"
#include "page/accounts.hpp"
#include "store/account_store.hpp"
#include "store/meeting_store.hpp"
#include "store/plan_store.hpp"
#include "store/question_store.hpp"
#include "store/signal_store.hpp"
#include "store/zone.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

/// How overdue something is that has no day: it comes after everything that has one.
constexpr int kNoDue = -1000;

/// Check-ins and questions are told so many days before their day, meetings a week long; the others
/// at once.
constexpr int kTold = 3;
constexpr int kWeek = 6;

constexpr std::size_t kMeetings = 8;

/// One of the caller's accounts.
struct Place {
  const Account& account;
  TeamRole role = TeamRole::member;
  bool writes = false;
  std::vector<User> team{};  ///< who is there of it; only for the manager
  int silent = 0;            ///< key results without a check-in to believe
  int waiting = 0;           ///< signals

  bool manages() const { return role == TeamRole::manager; }
  const User* on_team(const std::optional<Id>& user) const {
    const auto found =
        std::ranges::find_if(team, [&](const User& one) { return user && one.id == *user; });
    return found == team.end() ? nullptr : &*found;
  }
};

/// What is gathered for whom, and as of when.
struct Gathering {
  const Caller& caller;
  std::string zone;  ///< the caller's
  Date own_today;    ///< there
  Date today;        ///< the organisation's, by which figures count
  std::map<Id, Place> places{};
  std::vector<OpenQuestion> questions{};
  std::vector<Meeting> meetings{};
  MyWork work{};

  const Place* place(const Id& account) const {
    const auto found = places.find(account);
    return found == places.end() ? nullptr : &found->second;
  }
  /// A day on which something will be due.
  void note(Date due) {
    if (due >= own_today) work.next_due = std::min(work.next_due.value_or(due), due);
  }
};

Duty duty_of(DutyKind kind, const Account& account, const Id& id, int version, std::string title) {
  return {.kind = kind,
          .account = account.id,
          .account_name = account.name,
          .id = id,
          .version = version,
          .title = std::move(title),
          .days_overdue = kNoDue};
}

Duty due_on(Duty duty, const std::optional<Date>& due, Date today) {
  duty.due = due;
  if (due) duty.days_overdue = days_between(*due, today);
  return duty;
}

/// What of a key result is owed by its owner, of which its manager may be told.
void add_check_in(Gathering& all, const Place& place, const ObjectiveView& objective,
                  const KeyResultView& view) {
  const auto& key_result = view.key_result;
  const auto owner = key_result.owner ? key_result.owner : objective.objective.owner;
  const bool own = owner == all.caller.user;
  if (own) {
    all.work.key_results.push_back({place.account.name, view});
    auto& shown = all.work.key_results.back().view;
    shown.sites.clear();
    if (place.writes && view.next_check_in) all.note(*view.next_check_in);
  }
  if (!view.next_check_in) return;
  auto duty = due_on(duty_of(DutyKind::check_in, place.account, key_result.id, key_result.version,
                             key_result.title),
                     view.next_check_in, all.today);
  duty.key_result = key_result.id;
  if (own) {
    if (place.writes && duty.days_overdue >= -kTold) all.work.duties.push_back(std::move(duty));
    return;
  }
  const auto* person = place.on_team(owner);
  if (person && duty.days_overdue > 0)
    all.work.awaited.push_back({std::move(duty), person->name, view.days_silent});
}

/// Tells the manager of what has no owner on the team.
template <class T>
void add_unminded(Gathering& all, const Place& place, const T& entity, DutyKind kind) {
  if (!place.manages() || place.on_team(entity.owner)) return;
  all.work.duties.push_back(duty_of(kind, place.account, entity.id, entity.version, entity.title));
}

void add_cycle(Gathering& all, const Place& place, const Cycle& cycle) {
  const bool over = cycle.state == CycleState::review ||
                    (cycle.state == CycleState::active && cycle.ends_on < all.today);
  if (!place.manages() || !over) return;
  auto duty = due_on(duty_of(DutyKind::cycle, place.account, cycle.id, cycle.version, cycle.name),
                     cycle.ends_on, all.today);
  duty.cycle_state = cycle.state;
  all.work.duties.push_back(std::move(duty));
}

void add_of_plan(Gathering& all, store::Session& session, Place& place) {
  const auto& account = place.account;
  for (const auto& cycle : store::present_of<Cycle>(session, account.id)) {
    add_cycle(all, place, cycle);
    if (cycle.state != CycleState::active) continue;
    for (const auto& view :
         plan_of(session, account, cycle, {}, series_of(session, account, all.today), all.today)) {
      if (view.objective.state == ObjectiveState::dropped) continue;
      place.silent += view.outdated + view.pending;
      add_unminded(all, place, view.objective, DutyKind::objective);
      for (const auto& one : view.key_results) {
        if (one.key_result.state == KeyResultState::dropped) continue;
        add_check_in(all, place, view, one);
        add_unminded(all, place, one.key_result, DutyKind::key_result);
      }
    }
  }
}

/// The manager owes an answer, whoever recorded it at least what it means.
void add_signals(Gathering& all, store::Session& session) {
  const auto zone = store::organisation_zone(session);
  for (auto& signal : store::waiting_for(session, all.caller.user, all.today)) {
    const auto found = all.places.find(signal.account);
    if (found == all.places.end()) continue;
    auto& place = found->second;
    ++place.waiting;
    const bool own = signal.recorded_by == all.caller.user && signal.state == SignalState::new_;
    if (!place.manages() && !(place.writes && own)) continue;
    const auto recorded = store::day_in(zone, signal.created_at);
    auto duty =
        due_on(duty_of(DutyKind::signal, place.account, signal.id, signal.version, signal.title),
               answer_by(signal, recorded), all.today);
    const auto view = signal_view(std::move(signal), recorded, all.today);
    duty.signal = {view.priority, view.signal.nature, view.days};
    all.work.duties.push_back(std::move(duty));
  }
}

/// After the plans and signals, which say what is lacking.
void add_meetings(Gathering& all, store::Session& session) {
  all.meetings = store::next_meetings_of_user(session, all.caller.user,
                                              store::day_begins(all.zone, all.own_today));
  std::erase_if(all.meetings, [&](const Meeting& meeting) {
    const auto& invited = meeting.invitees;
    const bool takes_part =
        invited.empty() || std::ranges::find(invited, all.caller.user) != invited.end();
    return !all.place(meeting.account) || !takes_part;
  });
  for (const auto& meeting : all.meetings) {
    const auto& place = *all.place(meeting.account);
    // One that began yesterday and was never closed is not to be prepared for yesterday.
    const auto day = std::max(store::day_in(all.zone, meeting.planned_at), all.own_today);
    if (place.role != TeamRole::observer) all.note(day);
    if (!place.writes || days_between(all.own_today, day) > kWeek) continue;
    auto duty = due_on(duty_of(DutyKind::meeting, place.account, meeting.id, meeting.version, {}),
                       day, all.own_today);
    duty.meeting = {meeting.kind, meeting.state, meeting.planned_at, place.silent, place.waiting};
    all.work.duties.push_back(std::move(duty));
  }
}

void add_actions(Gathering& all, store::Session& session) {
  for (const auto& action : store::present_of_user<Action>(session, "assignee", all.caller.user)) {
    const auto* place = all.place(action.account);
    if (!place || place->role == TeamRole::observer || action.done_on) continue;
    auto duty =
        due_on(duty_of(DutyKind::action, place->account, action.id, action.version, action.title),
               action.due, all.today);
    duty.key_result = action.key_result;
    all.work.duties.push_back(std::move(duty));
  }
}

bool told(const OpenQuestion& question, Date today) {
  return question.ask_by && days_between(*question.ask_by, today) >= -kTold;
}

void add_questions(Gathering& all, store::Session& session) {
  all.questions = store::questions_of_user(session, all.caller.user);
  std::erase_if(all.questions, [&](const OpenQuestion& question) {
    const auto* place = all.place(question.account);
    return !place || place->role == TeamRole::observer;
  });
  std::ranges::stable_sort(all.questions, more_urgent);
  for (const auto& question : all.questions) {
    if (!question.ask_by) continue;
    all.note(*question.ask_by);
    if (!told(question, all.today)) continue;
    all.work.duties.push_back(
        due_on(duty_of(DutyKind::question, all.place(question.account)->account, question.id,
                       question.version, question.text),
               question.ask_by, all.today));
  }
}

/// What is owed and what it is seen from; the rest of the page is told from it.
Gathering gathered(Context& context, const Caller& caller, store::Session& session,
                   const std::vector<Account>& visible) {
  Gathering all{caller, context.zone_of(caller), context.today_of(caller), context.today()};
  const auto mine = store::present_of_user<TeamMember>(session, "user", caller.user);
  for (const auto& account : visible) {
    const auto member = std::ranges::find(mine, account.id, &TeamMember::account);
    if (member == mine.end()) continue;
    Place place{account, member->role, allowed(Permission::contribute, caller.role, member->role)};
    all.work.accounts.push_back({account.id, account.name, place.writes});
    if (place.manages()) place.team = store::team_users(session, account.id);
    if (place.role != TeamRole::observer) add_of_plan(all, session, place);
    all.places.emplace(account.id, std::move(place));
  }
  add_signals(all, session);
  add_meetings(all, session);
  add_actions(all, session);
  add_questions(all, session);
  std::ranges::stable_sort(all.work.duties, std::greater{}, &Duty::days_overdue);
  all.work.today = all.own_today;
  return all;
}

void add_awaited_actions(Gathering& all, store::Session& session) {
  std::vector<Id> managed;
  for (const auto& [id, place] : all.places)
    if (place.manages()) managed.push_back(id);
  for (const auto& action :
       store::late_actions_of_others(session, managed, all.caller.user, all.today)) {
    const auto& place = *all.place(action.account);
    const auto* person = place.on_team(action.assignee);
    if (!person) continue;
    auto duty =
        due_on(duty_of(DutyKind::action, place.account, action.id, action.version, action.title),
               action.due, all.today);
    duty.key_result = action.key_result;
    all.work.awaited.push_back({std::move(duty), person->name, {}});
  }
  std::ranges::stable_sort(all.work.awaited, std::greater{},
                           [](const Awaited& one) { return one.duty.days_overdue; });
}

void tell_meetings(Gathering& all) {
  for (const auto& meeting : all.meetings) {
    if (all.work.meetings.size() == kMeetings) return;
    all.work.meetings.push_back({meeting.id, meeting.account,
                                 all.place(meeting.account)->account.name, meeting.kind,
                                 meeting.state, meeting.planned_at,
                                 store::day_in(all.zone, meeting.planned_at), meeting.place});
  }
}

void tell_questions(Gathering& all, store::Session& session) {
  std::map<Id, Contact> contacts;
  for (auto& contact : store::contacts_to_ask(session, all.caller.user))
    contacts.emplace(contact.id, std::move(contact));
  for (const auto& question : all.questions) {
    if (told(question, all.today)) continue;
    QuestionToAsk out{.id = question.id,
                      .account = question.account,
                      .account_name = all.place(question.account)->account.name,
                      .text = question.text,
                      .ask_by = question.ask_by,
                      .asked_on = question.asked_on};
    const auto found = question.contact ? contacts.find(*question.contact) : contacts.end();
    if (found != contacts.end()) {
      out.contact_name = found->second.name;
      out.contact_function = found->second.function;
    }
    all.work.questions.push_back(std::move(out));
  }
}

void tell_contacts(Gathering& all, store::Session& session) {
  const auto kept = store::present_of_user<Contact>(session, "kept_by", all.caller.user);
  for (const auto& quiet : quiet_contacts(kept, all.today)) {
    const auto& contact = *std::ranges::find(kept, quiet.id, &Contact::id);
    const auto* place = all.place(contact.account);
    if (!place || place->role == TeamRole::observer) continue;
    all.work.contacts.push_back({contact.id, contact.account, place->account.name, contact.name,
                                 contact.function, quiet.days});
  }
  // Whom nobody ever spoke to comes first.
  std::ranges::stable_sort(all.work.contacts, std::greater{}, [](const ContactToMeet& contact) {
    return contact.days.value_or(std::numeric_limits<int>::max());
  });
}

}  // namespace

std::vector<Duty> my_work(Context& context, const Caller& caller) {
  const auto visible = visible_accounts(context, caller);
  return context.database.read([&](store::Session& session) {
    return gathered(context, caller, session, visible).work.duties;
  });
}

MyWork my_work_page(Context& context, const Caller& caller) {
  const auto visible = visible_accounts(context, caller);
  return context.database.read([&](store::Session& session) {
    auto all = gathered(context, caller, session, visible);
    add_awaited_actions(all, session);
    tell_meetings(all);
    tell_questions(all, session);
    tell_contacts(all, session);
    return std::move(all.work);
  });
}

}  // namespace takt::page
