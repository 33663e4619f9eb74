#pragma once
// Mail that waits in the database and is sent in the background, again and again until it arrives.

#include <functional>
#include <stop_token>

#include "access/context.hpp"
#include "command/mail.hpp"

namespace takt::outbound {

struct MailSettings {
  std::string server;  ///< `smtp://host:25`, `smtps://host:465`; empty: no mail
  std::string user;
  std::string password;
  std::string from;
};

/// Sends one mail by SMTP; with a user, never without TLS, which `smtp://` then begins by STARTTLS.
/// Throws std::runtime_error saying what went wrong, also where it was asked to stop.
void send_mail(const MailSettings& settings, const command::Mail& mail,
               const std::stop_token& stop = {});

/// Goes to the server, signs in where there is a user, and leaves again. Throws std::runtime_error
/// saying what went wrong.
void greet(const MailSettings& settings);

/// Is told of each mail that was tried.
using OnMail = std::function<void(bool sent)>;

/// Answers who asked for a password and sends what is due; a mail that fails waits longer each time
/// and is given up after eight tries. Several servers on one database share the work. Returns how
/// many were tried, twenty at most. One that it was asked to stop in has its next try later.
int send_due(access::Context& context, const MailSettings& settings,
             const std::stop_token& stop = {}, const OnMail& on_mail = {});

/// Calls send_due() every second until asked to stop.
void keep_sending(access::Context& context, const MailSettings& settings,
                  const std::stop_token& stop, const OnMail& on_mail);

}  // namespace takt::outbound
