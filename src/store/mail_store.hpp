#pragma once
// Mail that waits to be sent.

#include "store/database.hpp"

namespace takt::store {

struct Mail {
  domain::Id id;
  std::string recipient;
  std::string subject;
  std::string text;
  int attempts = 0;
};
BOOST_DESCRIBE_STRUCT(Mail, (), (id, recipient, subject, text, attempts))

/// When a meeting's minutes were mailed, by whom (nobody knows it of older mails), and what they
/// were, as a hash.
struct MinutesMailing {
  domain::Instant mailed_at;
  std::optional<domain::Id> mailed_by;
  std::string fingerprint;
};
BOOST_DESCRIBE_STRUCT(MinutesMailing, (), (mailed_at, mailed_by, fingerprint))

/// The last one of the meeting; of these minutes only, where a hash is given.
std::optional<MinutesMailing> last_minutes_mailing(Session& session, const domain::Id& meeting,
                                                   const std::optional<std::string>& fingerprint);

/// Notes that the minutes go to the user; whether they did not go there before.
bool note_minutes_mail(Session& session, const domain::Id& meeting, const domain::Id& recipient,
                       const MinutesMailing& mailing);

/// Lets a mail wait that is due at once.
void put_mail(Session& session, const Mail& mail, domain::Instant now);

/// Some of those that are due and have fewer than `tries` tries behind them.
std::vector<Mail> due_mails(Session& session, int tries, domain::Instant now);

/// Takes the mail for one try; it is due again at `next`. Whether nobody else took it before.
bool claim_mail(Session& session, const Mail& mail, domain::Instant next);

void put_mail_sent(Session& session, const domain::Id& mail, domain::Instant now);

/// Forgets mails that were sent before `before`; how many.
long long forget_sent_mails(Session& session, domain::Instant before);
/// Forgets mails whose `tries` tries all failed, the last one before `before`; how many.
long long forget_failed_mails(Session& session, int tries, domain::Instant before);
/// Forgets all mails to the address, sent or not; how many.
long long forget_mails_to(Session& session, const std::string& recipient);

}  // namespace takt::store
