#include "command/mail.hpp"

#include <algorithm>

#include "access/secrets.hpp"
#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/account.hpp"
#include "domain/meeting.hpp"
#include "domain/user.hpp"
#include "store/account_store.hpp"

namespace takt::command {

using namespace domain;

namespace {

std::string subject_of(const Account& account, const Meeting& meeting) {
  return account.name + " · " + to_string(date_of(meeting.planned_at));
}

std::vector<User> invited_to(store::Session& session, const Meeting& meeting) {
  auto users = store::team_users(session, meeting.account);
  if (!meeting.invitees.empty())
    std::erase_if(users, [&](const User& user) {
      return std::ranges::find(meeting.invitees, user.id) == meeting.invitees.end();
    });
  return users;
}

}  // namespace

int mail_minutes(Context& context, const Caller& caller, const Id& id) {
  require_write<Meeting>(context, caller, id);
  if (!context.has_mail) conflict("no_mail", "No mail server is set up.");
  const auto now = context.now();
  return context.database.write_apart([&](store::Session& session) {
    const auto meeting = store::must_find<Meeting>(session, id);
    if (meeting.state != MeetingState::closed)
      conflict("not_closed", "The minutes are written when the meeting closes.");
    const auto account = store::must_find<Account>(session, meeting.account);
    const auto users = invited_to(session, meeting);
    for (const auto& user : users)
      store::put_mail(
          session,
          {access::new_id(now), user.email, subject_of(account, meeting), meeting.minutes, 0}, now);
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
