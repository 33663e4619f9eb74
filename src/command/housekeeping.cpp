#include "command/housekeeping.hpp"

#include "command/mail.hpp"
#include "store/mail_store.hpp"
#include "store/meeting_store.hpp"
#include "store/share_link_store.hpp"
#include "store/user_store.hpp"

namespace takt::command {

Forgotten forget_what_is_over(Context& context) {
  const auto now = context.now();
  const domain::Instant mails_until{now.time - kKeepMails};
  return context.database.write_apart([&](store::Session& session) {
    Forgotten out;
    out.mails = store::forget_sent_mails(session, mails_until) +
                store::forget_failed_mails(session, kMailTries, mails_until);
    out.sessions = store::forget_sessions(session, now);
    store::forget_password_requests(session, {now.time - kKeepRequests});
    out.invitations = store::forget_invitations(session, now);
    store::forget_shared_pages(session, context.today());
    out.attendances = store::forget_attendance(session, {now.time - kKeepAttendance});
    return out;
  });
}

}  // namespace takt::command
