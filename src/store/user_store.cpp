#include "store/user_store.hpp"

#include "store/id_list.hpp"

namespace takt::store {

using domain::Instant;
using domain::User;

std::vector<User> users(Session& session, bool archived) {
  return session.rows<User>(select_all<User>() + (archived ? "" : " where archived_at is null") +
                            " order by sort_key, id");
}

bool has_users(Session& session) {
  return session.value<int>(R"(select count(*) from "user")").value_or(0) > 0;
}

std::vector<std::string> first_emails(Session& session) {
  return session.values<std::string>(R"(
      select email
      from "user"
      where created_at = (select min(created_at) from "user"))");
}

std::vector<DemoPerson> demo_people(Session& session) {
  return session.rows<DemoPerson>(R"(
      select id, name, function
      from "user"
      where archived_at is null
      order by position)");
}

std::vector<NamedId> user_names(Session& session, std::span<const Id> ids) {
  std::vector<NamedId> out;
  for_each_list(ids, [&](const IdList& list) {
    auto rows = session.rows<NamedId>(R"(
      select id, name
      from "user"
      where id in ()" + list.names + ")",
                                      list.binds);
    out.insert(out.end(), rows.begin(), rows.end());
  });
  return out;
}

std::vector<NamedId> known_people(Session& session, const Id& account) {
  return session.rows<NamedId>(R"(
      select u.id, u.name
      from "user" u
      where u.id in (select t."user" from team_member t where t.account = :account)
        or exists (select 1 from "change" c where c.ledger = :ledger and c.by_user = u.id)
      order by u.sort_key, u.id)",
                               {bound("account", account), bound("ledger", account)});
}

std::vector<Acquaintance> accounts_that_know(Session& session, const Id& user) {
  return session.rows<Acquaintance>(R"(
      select a.id as account, t.id as team_member
      from account a
      left join team_member t on t.account = a.id and t."user" = :user
      where t.id is not null
        or exists (select 1 from "change" c where c.ledger = a.id and c.by_user = :author)
      order by a.id)",
                                    {bound("user", user), bound("author", user)});
}

std::optional<Id> user_with_email(Session& session, std::string_view email) {
  return session.value<Id>(R"(
      select id
      from "user"
      where email_key = :email
      order by created_at, id
      limit 1)",
                           {bound("email", email)});
}

bool email_taken(Session& session, std::string_view email, const Id& user) {
  return session
      .value<Id>(R"(
      select id
      from "user"
      where email_key = :email and id <> :id)",
                 {bound("email", email), bound("id", user)})
      .has_value();
}

bool has_other_administrator(Session& session, const Id& user) {
  return session
             .value<int>(R"(
      select count(*)
      from "user"
      where role = 'administrator' and archived_at is null and id <> :id)",
                         {bound("id", user)})
             .value_or(0) > 0;
}

std::optional<Login> login(Session& session, std::string_view email) {
  return session.row<Login>(R"(
      select id, password_hash
      from "user"
      where email_key = :email and archived_at is null
      order by created_at, id
      limit 1)",
                            {bound("email", email)});
}

std::optional<std::string> password_hash(Session& session, const Id& user) {
  return session.value<std::string>(R"(
      select password_hash
      from "user"
      where id = :id)",
                                    {bound("id", user)});
}

void put_password_hash(Session& session, const Id& user, const std::string& hash) {
  session.execute(R"(
      update "user"
      set password_hash = :hash
      where id = :id)",
                  {bound("hash", hash), bound("id", user)});
}

std::optional<Id> user_with_calendar(Session& session, const std::string& hash) {
  return session.value<Id>(R"(
      select id
      from "user"
      where calendar_hash = :hash and archived_at is null)",
                           {bound("hash", hash)});
}

void put_calendar_hash(Session& session, const Id& user, const std::string& hash) {
  session.execute(R"(
      update "user"
      set calendar_hash = :hash
      where id = :id)",
                  {bound("hash", hash), bound("id", user)});
}

void end_calendar(Session& session, const Id& user) {
  put_calendar_hash(session, user, "");  // which no secret has
}

std::optional<SessionOwner> session_owner(Session& session, const std::string& hash) {
  return session.row<SessionOwner>(R"(
      select u.id, u.name, u.role, u.time_zone, s.expires_at
      from session s
      join "user" u on u.id = s.user_id
      where s.token_hash = :hash and u.archived_at is null)",
                                   {bound("hash", hash)});
}

void put_session(Session& session, const std::string& hash, const Id& user, Instant now,
                 Instant expires_at) {
  session.execute(R"(
      delete from session
      where user_id = :user and expires_at < :now)",
                  {bound("user", user), bound("now", now)});
  session.execute(R"(
      insert into session (token_hash, user_id, created_at, expires_at)
      values (:hash, :user_id, :now, :expires))",
                  {bound("hash", hash), bound("user_id", user), bound("now", now),
                   bound("expires", expires_at)});
}

bool end_session(Session& session, const std::string& hash) {
  return session.execute(R"(
      delete from session
      where token_hash = :hash)",
                         {bound("hash", hash)}) > 0;
}

bool end_oldest_sessions(Session& session, const Id& user, int most) {
  return session.execute(R"(
      delete from session
      where user_id = :user and token_hash not in (
        select token_hash
        from session
        where user_id = :same_user
        order by created_at desc, token_hash
        limit :most))",
                         {bound("user", user), bound("same_user", user), bound("most", most)}) > 0;
}

void end_sessions(Session& session, const Id& user) {
  session.execute(R"(
      delete from session
      where user_id = :user)",
                  {bound("user", user)});
}

void end_other_sessions(Session& session, const Id& user, const std::string& hash) {
  session.execute(R"(
      delete from session
      where user_id = :user and token_hash <> :hash)",
                  {bound("user", user), bound("hash", hash)});
}

long long forget_sessions(Session& session, Instant before) {
  return session.execute(R"(
      delete from session
      where expires_at < :before)",
                         {bound("before", before)});
}

std::optional<Invitation> invitation(Session& session, const std::string& hash) {
  return session.row<Invitation>(R"(
      select i.user_id, i.expires_at, i.purpose
      from invitation i
      left join "user" u on u.id = i.user_id
      where i.token_hash = :hash and u.archived_at is null)",
                                 {bound("hash", hash)});
}

void put_invitation(Session& session, const std::string& hash, const Invitation& invitation,
                    Instant now) {
  if (invitation.user_id && invitation.purpose == domain::LinkPurpose::invitation)
    end_invitations(session, *invitation.user_id);
  else if (!invitation.user_id)
    session.execute(R"(
      delete from invitation
      where user_id is null)");
  session.execute(R"(
      insert into invitation (token_hash, user_id, created_at, expires_at, purpose)
      values (:hash, :user_id, :now, :expires, :purpose))",
                  {bound("hash", hash), bound("user_id", invitation.user_id), bound("now", now),
                   bound("expires", invitation.expires_at), bound("purpose", invitation.purpose)});
}

void end_invitation(Session& session, const std::string& hash) {
  session.execute(R"(
      delete from invitation
      where token_hash = :hash)",
                  {bound("hash", hash)});
}

void end_invitations(Session& session, const Id& user) {
  session.execute(R"(
      delete from invitation
      where user_id = :user and purpose = 'invitation')",
                  {bound("user", user)});
}

void end_links(Session& session, const Id& user) {
  session.execute(R"(
      delete from invitation
      where user_id = :user)",
                  {bound("user", user)});
}

void put_invited(Session& session, const Id& user, Instant at) {
  session.execute(R"(
      update "user"
      set invited_at = :at
      where id = :id)",
                  {bound("at", at), bound("id", user)});
}

std::optional<domain::Date> here_on(Session& session, const Id& user) {
  return session.value<domain::Date>(R"(
      select here_on
      from "user"
      where id = :id and here_on is not null)",
                                     {bound("id", user)});
}

void put_here(Session& session, const Id& user, domain::Date day) {
  session.execute(R"(
      update "user"
      set here_on = :day
      where id = :id and (here_on is null or here_on < :before))",
                  {bound("day", day), bound("id", user), bound("before", day)});
}

std::vector<AccessRow> access_rows(Session& session) {
  return session.rows<AccessRow>(R"(
      select u.id as "user", u.password_hash, u.invited_at, i.expires_at as link_ends_at, u.here_on
      from "user" u
      left join invitation i on i.user_id = u.id and i.purpose = 'invitation'
      where u.archived_at is null
      order by u.sort_key, u.id)");
}

void put_password_request(Session& session, const PasswordRequest& request, Instant now) {
  session.execute(R"(
      insert into password_request (id, fingerprint, address, asked_at)
      values (:id, :fingerprint, :address, :now))",
                  {bound("id", request.id), bound("fingerprint", request.fingerprint),
                   bound("address", request.address), bound("now", now)});
}

std::vector<PasswordRequest> waiting_password_requests(Session& session) {
  return session.rows<PasswordRequest>(R"(
      select id, fingerprint, address
      from password_request
      where answered_at is null
      order by asked_at
      limit 50)");
}

bool answer_password_request(Session& session, const Id& request, Instant now) {
  return session.execute(R"(
      update password_request
      set answered_at = :now, address = ''
      where id = :id and answered_at is null)",
                         {bound("now", now), bound("id", request)}) == 1;
}

void put_request_mailed(Session& session, const Id& request, Instant now) {
  session.execute(R"(
      update password_request
      set mailed_at = :now
      where id = :id)",
                  {bound("now", now), bound("id", request)});
}

int count_requests_mailed(Session& session, const std::string& fingerprint, Instant since) {
  return session
      .value<int>(R"(
      select count(*)
      from password_request
      where fingerprint = :fingerprint and mailed_at > :since)",
                  {bound("fingerprint", fingerprint), bound("since", since)})
      .value_or(0);
}

long long forget_password_requests(Session& session, Instant before) {
  return session.execute(R"(
      delete from password_request
      where asked_at < :before)",
                         {bound("before", before)});
}

void forget_secrets(Session& session, const Id& user) {
  end_sessions(session, user);
  end_links(session, user);
  session.execute(R"(
      update "user"
      set invited_at = null, here_on = null
      where id = :id)",
                  {bound("id", user)});
  put_password_hash(session, user, "");
  put_calendar_hash(session, user, "");
}

long long forget_invitations(Session& session, Instant before) {
  return session.execute(R"(
      delete from invitation
      where expires_at < :before)",
                         {bound("before", before)});
}

}  // namespace takt::store
