#include "command/mail.hpp"

#include <algorithm>

#include "access/secrets.hpp"
#include "command/draft.hpp"
#include "command/entity.hpp"
#include "command/minutes.hpp"
#include "domain/account.hpp"
#include "domain/meeting.hpp"
#include "domain/user.hpp"
#include "store/account_store.hpp"
#include "store/meeting_store.hpp"
#include "store/zone.hpp"

namespace takt::command {

using namespace domain;

namespace {

constexpr std::chrono::minutes kChangedAgain{5};

/// In its reader's language, with the day that it is for them.
std::string subject_of(store::Session& session, const Account& account, const Meeting& meeting,
                       const User& reader) {
  const auto day = reader.time_zone.empty() ? store::day_of(session, meeting.planned_at)
                                            : store::day_in(reader.time_zone, meeting.planned_at);
  return minutes_title(account.name, meeting.kind, day, reader.language);
}

std::vector<User> invited_to(store::Session& session, const Meeting& meeting) {
  auto users = store::team_users(session, meeting.account);
  if (!meeting.invitees.empty())
    std::erase_if(users, [&](const User& user) {
      return std::ranges::find(meeting.invitees, user.id) == meeting.invitees.end();
    });
  return users;
}

/// Throws where other minutes of the meeting went out too short a while ago.
void must_not_flood(store::Session& session, const Meeting& meeting, const std::string& fingerprint,
                    Instant now) {
  const auto last = store::last_minutes_mailing(session, meeting.id, {});
  if (!last || last->fingerprint == fingerprint) return;
  const Instant again{last->mailed_at.time + kChangedAgain};
  // One that lies ahead was noted before the clock was set back.
  if (again <= now || now < last->mailed_at) return;
  Problem problem(Problem::Kind::too_many, "just_mailed",
                  "Minutes went out at " + to_string(last->mailed_at) +
                      "; changed ones may follow at " + to_string(again) + ".");
  problem.wait = std::chrono::ceil<std::chrono::seconds>(again.time - now.time);
  throw problem;
}

[[noreturn]] void mailed_already(store::Session& session, const Meeting& meeting,
                                 const std::string& fingerprint) {
  std::string detail = "Everybody invited has got these minutes";
  if (const auto last = store::last_minutes_mailing(session, meeting.id, fingerprint)) {
    detail += ", at " + to_string(last->mailed_at);
    const auto by = last->mailed_by ? store::find<User>(session, *last->mailed_by) : std::nullopt;
    if (by) detail += " by " + by->name;
  }
  conflict("mailed_already", detail + ".");
}

}  // namespace

int mail_minutes(Context& context, const Caller& caller, const Id& id) {
  const auto ledger = require_write<Meeting>(context, caller, id);
  if (!context.has_mail) conflict("no_mail", "No mail server is set up.");
  const auto now = context.now();
  long long revision = 0;
  const int count = context.database.write(ledger, [&](store::Session& session) {
    const auto meeting = store::must_find<Meeting>(session, id);
    if (meeting.archived_at) conflict("archived", "This is archived; restore it first.");
    must_hang_on_present(session, meeting);
    if (meeting.state != MeetingState::closed)
      conflict("not_closed", "The minutes are written when the meeting closes.");
    const store::MinutesMailing mailing{now, caller.user, access::token_hash(meeting.minutes)};
    must_not_flood(session, meeting, mailing.fingerprint, now);
    const auto account = store::must_find<Account>(session, meeting.account);
    const auto written = store::minutes_texts(session, id);
    int mails = 0;
    for (const auto& user : invited_to(session, meeting)) {
      if (!store::note_minutes_mail(session, id, user.id, mailing)) continue;
      store::put_mail(session,
                      {access::new_id(now), user.email, subject_of(session, account, meeting, user),
                       store::minutes_for(user.language, meeting, written), 0},
                      now);
      ++mails;
    }
    if (mails == 0) mailed_already(session, meeting, mailing.fingerprint);
    // The room shows when they went out.
    revision = store::raise_revision(session, ledger);
    return mails;
  });
  context.announce(ledger, revision);
  return count;
}

std::optional<Mail> claim_mail(Context& context) {
  const auto now = context.now();
  const auto due = context.database.peek(
      [&](store::Session& session) { return store::due_mails(session, kMailTries, now); });
  // Another server may be at the first ones.
  for (const auto& mail : due) {
    const Instant next{now.time + kShortestClaim * (1 << mail.attempts)};
    const bool claimed = context.database.write_apart(
        [&](store::Session& session) { return store::claim_mail(session, mail, next); });
    if (claimed) return mail;
  }
  return {};
}

void mail_sent(Context& context, const Id& mail) {
  context.database.write_apart(
      [&](store::Session& session) { store::put_mail_sent(session, mail, context.now()); });
}

}  // namespace takt::command
