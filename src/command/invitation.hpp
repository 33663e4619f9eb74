#pragma once
// How people get in: set-up and one-time links, passwords.

#include "access/session.hpp"
#include "access/throttle.hpp"
#include "command/command.hpp"
#include "domain/user.hpp"

namespace takt::command {

/// Throws Problem where the present password is wrong or the new one too weak
/// (access/password.hpp). Ends all other sessions, and the secret calendar address.
void change_password(Context& context, access::Throttle& throttle, const Caller& caller,
                     const std::string& present, const std::string& wanted);

/// Makes a one-time link token, valid for seven days, with which `user` chooses a password; an
/// older one stops working, and so does the user's secret calendar address. Recorded in the
/// organisation's change log.
std::string invite(Context& context, const Caller& caller, const Id& user);

/// The same, but the link goes by mail, in the user's language; it is made when the mail is sent.
/// The address that it goes to. Conflict where no links go by mail.
std::string invite_by_mail(Context& context, const Caller& caller, const Id& user);

/// The same for the command line, which needs no permission and may have no caller. Without a user
/// it is the set-up link with which the first administrator is made.
std::string make_invitation(Context& context, const Caller& caller, const std::optional<Id>& user);

/// What the token of an invitation or set-up link stands for; not_found where it has run out.
struct Invited {
  bool set_up = false;  ///< nobody is there yet: choose name, e-mail and organisation, too
  domain::Name name;
  std::string email;
  domain::LinkPurpose purpose = domain::LinkPurpose::invitation;
  domain::Language language = domain::Language::de;  ///< of who chooses a password
};
BOOST_DESCRIBE_STRUCT(Invited, (), (set_up, name, email, purpose, language))
Invited invited(Context& context, const std::string& token);

/// Chooses the password of an invited user and signs them in; the token is used up, and all others
/// of theirs. Ends what was signed in before: their sessions, their secret calendar address, and
/// the session `instead_of` that the browser came with.
access::SignedIn accept_invitation(Context& context, const std::string& token,
                                   const std::string& password, const std::string& instead_of);

/// What an organisation begins with.
struct Founding {
  domain::Name name;
  domain::Word time_zone;  ///< of whoever sets it up; UTC where it is empty
};

/// Makes the organisation and its first administrator with the set-up link's token.
access::SignedIn set_up(Context& context, const std::string& token, const Founding& organisation,
                        domain::User administrator, const std::string& password,
                        const std::string& instead_of);

}  // namespace takt::command
