#pragma once
// Mail that waits to be sent.

#include <optional>

#include "domain/user.hpp"
#include "store/database.hpp"

namespace takt::store {

struct Mail {
  domain::Id id;
  std::string recipient;
  std::string subject;
  std::string text;
  int attempts = 0;
  /// Whose one-time link the text needs in its place; it is made when the mail is sent.
  std::optional<domain::Id> link_for{};
  std::optional<domain::LinkPurpose> link_purpose{};
};
BOOST_DESCRIBE_STRUCT(Mail, (), (id, recipient, subject, text, attempts, link_for, link_purpose))

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

/// Whether the mail is still to be sent.
bool mail_waits(Session& session, const domain::Id& mail);
void forget_mail(Session& session, const domain::Id& mail);
/// Forgets what was to bring the user a link and is not sent yet; one purpose only, where it is
/// said.
void forget_link_mails(Session& session, const domain::Id& user,
                       const std::optional<domain::LinkPurpose>& purpose = {});
/// Who has a link for the purpose on its way to them that nobody has tried to send yet.
std::vector<domain::Id> links_on_their_way(Session& session, domain::LinkPurpose purpose);

/// Forgets mails that were sent before `before`; how many.
long long forget_sent_mails(Session& session, domain::Instant before);
/// Forgets mails whose `tries` tries all failed, the last one before `before`; how many.
long long forget_failed_mails(Session& session, int tries, domain::Instant before);
/// Forgets all mails to the address, sent or not; how many.
long long forget_mails_to(Session& session, const std::string& recipient);

}  // namespace takt::store
