#pragma once
// Users, their secrets and their sessions. Of a secret only its hash is kept, and no row of a user
// holds it: it comes and goes by a function of its own.

#include <span>

#include "domain/user.hpp"
#include "store/entity_store.hpp"
#include "store/named_id.hpp"

namespace takt::store {

/// By name; archived ones on demand.
std::vector<domain::User> users(Session& session, bool archived);

bool has_users(Session& session);

/// The addresses of those who were here first, at one moment; of a database of any step.
std::vector<std::string> first_emails(Session& session);

/// Somebody whom the demo's visitors may be.
struct DemoPerson {
  Id id;
  std::string name;
  std::string function;
};
BOOST_DESCRIBE_STRUCT(DemoPerson, (), (id, name, function))

std::vector<DemoPerson> demo_people(Session& session);

/// The names of those users among `ids`, archived ones included.
std::vector<NamedId> user_names(Session& session, std::span<const Id> ids);

/// Everybody on the account's team now or before, and whoever wrote something in it, by name.
std::vector<NamedId> known_people(Session& session, const Id& account);

/// An account that knows the user: by their place on its team, or by what they wrote.
struct Acquaintance {
  Id account;
  std::optional<Id> team_member;
};
BOOST_DESCRIBE_STRUCT(Acquaintance, (), (account, team_member))

std::vector<Acquaintance> accounts_that_know(Session& session, const Id& user);

/// The user with the address (domain::email_key), an archived one included; the oldest, where an
/// earlier release took several spellings of one.
std::optional<Id> user_with_email(Session& session, std::string_view email);

/// Whether a user other than `user` has the address (domain::email_key).
bool email_taken(Session& session, std::string_view email, const Id& user);

/// Whether there is an administrator besides `user`.
bool has_other_administrator(Session& session, const Id& user);

/// What a sign-in is compared with.
struct Login {
  Id id;
  std::string password_hash;
};
BOOST_DESCRIBE_STRUCT(Login, (), (id, password_hash))

/// Of a present user with the address (domain::email_key).
std::optional<Login> login(Session& session, std::string_view email);

std::optional<std::string> password_hash(Session& session, const Id& user);
void put_password_hash(Session& session, const Id& user, const std::string& hash);

/// The present user whose calendar feed has the secret.
std::optional<Id> user_with_calendar(Session& session, const std::string& hash);
void put_calendar_hash(Session& session, const Id& user, const std::string& hash);
/// The user's calendar address stops working.
void end_calendar(Session& session, const Id& user);

/// Who a session belongs to, and until when.
struct SessionOwner {
  Id id;
  domain::Name name;
  domain::OrganisationRole role = domain::OrganisationRole::member;
  domain::Word time_zone;
  domain::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(SessionOwner, (), (id, name, role, time_zone, expires_at))

/// Of a present user.
std::optional<SessionOwner> session_owner(Session& session, const std::string& hash);

/// Opens a session and forgets those of the user that have ended by `now`.
void put_session(Session& session, const std::string& hash, const Id& user, domain::Instant now,
                 domain::Instant expires_at);

/// Whether there was such a session.
bool end_session(Session& session, const std::string& hash);
void end_sessions(Session& session, const Id& user);
/// Ends all sessions of the user but the `most` newest; whether there were more.
bool end_oldest_sessions(Session& session, const Id& user, int most);
/// Ends all sessions of the user but the one with `hash`.
void end_other_sessions(Session& session, const Id& user, const std::string& hash);

/// Forgets sessions that ended before `before`; how many.
long long forget_sessions(Session& session, domain::Instant before);

/// What a link stands for: to choose a password, or to set Takt up where it names no user.
struct Invitation {
  std::optional<Id> user_id;
  domain::Instant expires_at;
  domain::LinkPurpose purpose = domain::LinkPurpose::invitation;
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (user_id, expires_at, purpose))

/// No value where its user is archived.
std::optional<Invitation> invitation(Session& session, const std::string& hash);

/// Keeps an invitation in the place of any other of the same user. Links for a forgotten password
/// stand beside each other, since anybody may ask for one: none of them ends what is there.
void put_invitation(Session& session, const std::string& hash, const Invitation& invitation,
                    domain::Instant now);

void end_invitation(Session& session, const std::string& hash);
/// Ends the link of the user's invitation, if there is one.
void end_invitations(Session& session, const Id& user);
/// Ends all links of the user.
void end_links(Session& session, const Id& user);

/// Notes that the user was invited.
void put_invited(Session& session, const Id& user, domain::Instant at);
/// The day on which the user was here last, as far as it is known.
std::optional<domain::Date> here_on(Session& session, const Id& user);
/// Notes that the user is here, unless a later day is noted already.
void put_here(Session& session, const Id& user, domain::Date day);

/// What administrators are told of a present user's access.
struct AccessRow {
  Id user;
  std::string password_hash;
  std::optional<domain::Instant> invited_at;
  std::optional<domain::Instant> link_ends_at;  ///< of the invitation's link, over or not
  std::optional<domain::Date> here_on;
};
BOOST_DESCRIBE_STRUCT(AccessRow, (), (user, password_hash, invited_at, link_ends_at, here_on))

std::vector<AccessRow> access_rows(Session& session);

/// Somebody asks for a link with which they choose a password anew.
struct PasswordRequest {
  Id id;
  std::string fingerprint;  ///< of the address, by which they are counted
  std::string address;      ///< domain::email_key; forgotten once it is answered
};
BOOST_DESCRIBE_STRUCT(PasswordRequest, (), (id, fingerprint, address))

void put_password_request(Session& session, const PasswordRequest& request, domain::Instant now);
/// Some of those that wait, the oldest first.
std::vector<PasswordRequest> waiting_password_requests(Session& session);
/// Takes the request, whose address is forgotten; whether nobody else took it before.
bool answer_password_request(Session& session, const Id& request, domain::Instant now);
void put_request_mailed(Session& session, const Id& request, domain::Instant now);
/// How many mails the address was sent since then.
int count_requests_mailed(Session& session, const std::string& fingerprint, domain::Instant since);
/// Forgets what was asked before `before`; how many.
long long forget_password_requests(Session& session, domain::Instant before);

/// Ends what lets the user in: sessions, links, the password and the calendar's address; and
/// forgets when they were invited and here.
void forget_secrets(Session& session, const Id& user);

/// Forgets links that ran out before `before`; how many.
long long forget_invitations(Session& session, domain::Instant before);

}  // namespace takt::store
