#include "command/mail.hpp"

#include <algorithm>

#include "access/secrets.hpp"
#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/account.hpp"
#include "domain/meeting.hpp"
#include "domain/user.hpp"
#include "store/account_store.hpp"
#include "store/zone.hpp"

namespace takt::command {

using namespace domain;

namespace {

// Who found a mistake need not wait for an hour to send what is right.
constexpr std::chrono::minutes kSameAgain{60};
constexpr std::chrono::minutes kChangedAgain{5};

/// With the day that it is for its reader.
std::string subject_of(store::Session& session, const Account& account, const Meeting& meeting,
                       const User& reader) {
  const auto day = reader.time_zone.empty() ? store::day_of(session, meeting.planned_at)
                                            : store::day_in(reader.time_zone, meeting.planned_at);
  return account.name + " · " + to_string(day);
}

std::vector<User> invited_to(store::Session& session, const Meeting& meeting) {
  auto users = store::team_users(session, meeting.account);
  if (!meeting.invitees.empty())
    std::erase_if(users, [&](const User& user) {
      return std::ranges::find(meeting.invitees, user.id) == meeting.invitees.end();
    });
  return users;
}

/// Throws where the minutes went out too short a while ago, else notes that they go out now.
void must_not_flood(store::Session& session, const Meeting& meeting, Instant now) {
  const auto fingerprint = access::token_hash(meeting.minutes);
  if (const auto last = store::minutes_mailing(session, meeting.id)) {
    const Instant again{last->mailed_at.time +
                        (last->fingerprint == fingerprint ? kSameAgain : kChangedAgain)};
    // One that lies ahead was noted before the clock was set back.
    if (now < again && last->mailed_at <= now) {
      Problem problem(Problem::Kind::too_many, "just_mailed",
                      "The minutes went out at " + to_string(last->mailed_at) +
                          " and may go out again at " + to_string(again) +
                          ": the same once an hour, changed ones after five minutes.");
      problem.wait = std::chrono::ceil<std::chrono::seconds>(again.time - now.time);
      throw problem;
    }
  }
  store::put_minutes_mailing(session, meeting.id, {now, fingerprint});
}

}  // namespace

int mail_minutes(Context& context, const Caller& caller, const Id& id) {
  const auto ledger = require_write<Meeting>(context, caller, id);
  if (!context.has_mail) conflict("no_mail", "No mail server is set up.");
  const auto now = context.now();
  return context.database.write(ledger, [&](store::Session& session) {
    const auto meeting = store::must_find<Meeting>(session, id);
    if (meeting.state != MeetingState::closed)
      conflict("not_closed", "The minutes are written when the meeting closes.");
    must_not_flood(session, meeting, now);
    const auto account = store::must_find<Account>(session, meeting.account);
    const auto users = invited_to(session, meeting);
    for (const auto& user : users)
      store::put_mail(session,
                      {access::new_id(now), user.email, subject_of(session, account, meeting, user),
                       meeting.minutes, 0},
                      now);
    return static_cast<int>(users.size());
  });
}

std::vector<Mail> claim_mail(Context& context) {
  const auto now = context.now();
  const auto due = context.database.peek(
      [&](store::Session& session) { return store::due_mails(session, kMailTries, now); });
  if (due.empty()) return {};
  return context.database.write_apart([&](store::Session& session) {
    std::vector<Mail> claimed;
    for (const auto& mail : due) {
      const Instant next{now.time + std::chrono::minutes{1 << mail.attempts}};
      if (store::claim_mail(session, mail, next)) claimed.push_back(mail);
    }
    return claimed;
  });
}

void mail_sent(Context& context, const Id& mail) {
  context.database.write_apart(
      [&](store::Session& session) { store::put_mail_sent(session, mail, context.now()); });
}

}  // namespace takt::command
