#include "store/mail_store.hpp"

namespace takt::store {

using domain::Id;
using domain::Instant;

std::optional<MinutesMailing> last_minutes_mailing(Session& session, const Id& meeting,
                                                   const std::optional<std::string>& fingerprint) {
  std::string sql = R"(
      select mailed_at, mailed_by, fingerprint
      from minutes_mail
      where meeting = :meeting)";
  Binds binds{bound("meeting", meeting)};
  if (fingerprint) {
    sql += " and fingerprint = :fingerprint";
    binds.push_back(bound("fingerprint", *fingerprint));
  }
  return session.row<MinutesMailing>(sql + " order by mailed_at desc limit 1", binds);
}

bool note_minutes_mail(Session& session, const Id& meeting, const Id& recipient,
                       const MinutesMailing& mailing) {
  return session.execute(R"(
      insert into minutes_mail (meeting, recipient, fingerprint, mailed_at, mailed_by)
      values (:meeting, :recipient, :fingerprint, :at, :by)
      on conflict (meeting, recipient, fingerprint) do nothing)",
                         {bound("meeting", meeting), bound("recipient", recipient),
                          bound("fingerprint", mailing.fingerprint), bound("at", mailing.mailed_at),
                          bound("by", mailing.mailed_by)}) == 1;
}

void put_mail(Session& session, const Mail& mail, Instant now) {
  session.execute(
      R"(
      insert into outgoing_mail (id, recipient, subject, text, attempts, next_at, link_for, link_purpose)
      values (:id, :recipient, :subject, :text, :attempts, :now, :link_for, :link_purpose))",
      {bound("id", mail.id), bound("recipient", mail.recipient), bound("subject", mail.subject),
       bound("text", mail.text), bound("attempts", mail.attempts), bound("now", now),
       bound("link_for", mail.link_for), bound("link_purpose", mail.link_purpose)});
}

std::vector<Mail> due_mails(Session& session, int tries, Instant now) {
  return session.rows<Mail>(R"(
      select id, recipient, subject, text, attempts, link_for, link_purpose
      from outgoing_mail
      where sent_at is null and attempts < :tries and next_at <= :now
      order by next_at
      limit 20)",
                            {bound("tries", tries), bound("now", now)});
}

bool claim_mail(Session& session, const Mail& mail, Instant next) {
  return session.execute(
             R"(
      update outgoing_mail
      set attempts = attempts + 1, next_at = :next
      where id = :id and attempts = :seen and sent_at is null)",
             {bound("next", next), bound("id", mail.id), bound("seen", mail.attempts)}) == 1;
}

void put_mail_sent(Session& session, const Id& mail, Instant now) {
  session.execute(R"(
      update outgoing_mail
      set sent_at = :now
      where id = :id)",
                  {bound("now", now), bound("id", mail)});
}

bool mail_waits(Session& session, const Id& mail) {
  return session
      .value<Id>(R"(
      select id
      from outgoing_mail
      where id = :id and sent_at is null)",
                 {bound("id", mail)})
      .has_value();
}

void forget_mail(Session& session, const Id& mail) {
  session.execute(R"(
      delete from outgoing_mail
      where id = :id)",
                  {bound("id", mail)});
}

void forget_link_mails(Session& session, const Id& user,
                       const std::optional<domain::LinkPurpose>& purpose) {
  std::string sql = R"(
      delete from outgoing_mail
      where link_for = :user and sent_at is null)";
  Binds binds{bound("user", user)};
  if (purpose) {
    sql += " and link_purpose = :purpose";
    binds.push_back(bound("purpose", *purpose));
  }
  session.execute(sql, binds);
}

std::vector<Id> links_on_their_way(Session& session, domain::LinkPurpose purpose) {
  return session.values<Id>(R"(
      select distinct link_for
      from outgoing_mail
      where link_for is not null and link_purpose = :purpose and sent_at is null and attempts = 0)",
                            {bound("purpose", purpose)});
}

long long forget_sent_mails(Session& session, Instant before) {
  return session.execute(R"(
      delete from outgoing_mail
      where sent_at < :before)",
                         {bound("before", before)});
}

long long forget_failed_mails(Session& session, int tries, Instant before) {
  return session.execute(R"(
      delete from outgoing_mail
      where sent_at is null and attempts >= :tries and next_at < :before)",
                         {bound("tries", tries), bound("before", before)});
}

long long forget_mails_to(Session& session, const std::string& recipient) {
  return session.execute(R"(
      delete from outgoing_mail
      where recipient = :recipient)",
                         {bound("recipient", recipient)});
}

}  // namespace takt::store
