#pragma once
// One-time links that go by mail: invitations, and passwords that were forgotten. See
// docs/decisions/0018-links-by-mail.md.

#include "command/command.hpp"
#include "domain/user.hpp"
#include "store/mail_store.hpp"

namespace takt::command {

/// How long a link works: an invitation seven days, one for a forgotten password two hours.
std::chrono::milliseconds length_of(domain::LinkPurpose purpose);

/// So many mails an address is sent within an hour for a forgotten password; since each link works
/// for longer, whoever is flooded has one that works all the same.
inline constexpr int kRequestsMailedAnHour = 3;

// What the change log calls what can't be shown itself.
inline constexpr std::string_view kInvitation = "invitation";
inline constexpr std::string_view kPassword = "password";
inline constexpr std::string_view kPasswordRequest = "password_request";

/// Records that a link was made, a password chosen or asked for anew.
void record_secret(Context& context, store::Session& session, const Id& by, std::string_view what,
                   const domain::User& user);

/// Conflict where no links go by mail: they need a mail server and a public address.
bool mails_links(const Context& context);
void must_mail_links(const Context& context);

/// Lets a mail wait that brings the user a link, in their language; `by` is who invites them.
void put_link_mail(Context& context, store::Session& session, const domain::User& user,
                   domain::LinkPurpose purpose, std::string_view by);

/// Ends all links of the user, those on their way included.
void end_every_link(store::Session& session, const Id& user);

/// Somebody asks for a link by mail to the address. Whether anybody here has it, neither the answer
/// nor the time it takes tells: that is looked up later. Conflict where no links go by mail.
void ask_for_password(Context& context, const std::string& email);

/// Lets a mail wait for each who asked and may come in; how many. Several servers may do it at the
/// same time.
int answer_password_requests(Context& context);

/// The mail as it is sent: with a new link in its text, where it brings one. No value for one that
/// is not to be sent any more, which is forgotten.
std::optional<store::Mail> ready_to_send(Context& context, store::Mail mail);

}  // namespace takt::command
