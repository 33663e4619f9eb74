#include "store/mail_store.hpp"

namespace takt::store {

using domain::Id;
using domain::Instant;

void put_mail(Session& session, const Mail& mail, Instant now) {
  session.execute(
      R"(
      insert into outgoing_mail (id, recipient, subject, text, attempts, next_at)
      values (:id, :recipient, :subject, :text, :attempts, :now))",
      {bound("id", mail.id), bound("recipient", mail.recipient), bound("subject", mail.subject),
       bound("text", mail.text), bound("attempts", mail.attempts), bound("now", now)});
}

std::vector<Mail> due_mails(Session& session, int tries, Instant now) {
  return session.rows<Mail>(R"(
      select id, recipient, subject, text, attempts
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
