#include "service/mail_service.hpp"

namespace takt::service {

using namespace domain;

namespace {

constexpr int kTries = 8;

std::string subject_of(const Account& account, const Meeting& meeting) {
  return account.name + " · " + to_string(date_of(meeting.planned_at));
}

std::vector<User> invited_to(store::Session& session, const Meeting& meeting) {
  auto users = session.rows<User>(
      store::select_all<User>() +
          " where archived_at is null and id in (select \"user\" from team_member where account = "
          ":account and archived_at is null)",
      {store::bound("account", meeting.account)});
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
    const auto meeting = store::find<Meeting>(session, id).value();
    if (meeting.state != MeetingState::closed)
      conflict("not_closed", "The minutes are written when the meeting closes.");
    const auto account = store::find<Account>(session, meeting.account).value();
    int count = 0;
    for (const auto& user : invited_to(session, meeting)) {
      session.execute(
          "insert into outgoing_mail (id, recipient, subject, text, attempts, next_at) values "
          "(:id, :recipient, :subject, :text, 0, :now)",
          {store::bound("id", new_id(now)), store::bound("recipient", user.email),
           store::bound("subject", subject_of(account, meeting)),
           store::bound("text", meeting.minutes), store::bound("now", now)});
      ++count;
    }
    return count;
  });
}

std::vector<Mail> claim_mail(Context& context) {
  const auto now = context.now();
  const auto due = context.database.peek([&](store::Session& session) {
    return session.rows<Mail>(
        "select id, recipient, subject, text, attempts from outgoing_mail where sent_at is null "
        "and attempts < :tries and next_at <= :now order by next_at limit 20",
        {store::bound("tries", kTries), store::bound("now", now)});
  });
  if (due.empty()) return {};
  return context.database.write_apart([&](store::Session& session) {
    std::vector<Mail> claimed;
    for (const auto& mail : due) {
      const Instant next{now.time + std::chrono::minutes{1 << mail.attempts}};
      if (session.execute("update outgoing_mail set attempts = attempts + 1, next_at = :next where "
                          "id = :id and attempts = :seen and sent_at is null",
                          {store::bound("next", next), store::bound("id", mail.id),
                           store::bound("seen", mail.attempts)}) == 1)
        claimed.push_back(mail);
    }
    return claimed;
  });
}

void mail_sent(Context& context, const Id& mail) {
  context.database.write_apart([&](store::Session& session) {
    session.execute("update outgoing_mail set sent_at = :now where id = :id",
                    {store::bound("now", context.now()), store::bound("id", mail)});
  });
}

}  // namespace takt::service
