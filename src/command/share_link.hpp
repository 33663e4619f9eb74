#pragma once
// Links that show an account's one-pager to somebody without an account here. See
// docs/decisions/0023.

#include "access/throttle.hpp"
#include "command/command.hpp"
#include "domain/share_link.hpp"

namespace takt::command {

struct ShareLinkWish {
  std::optional<Id> id;
  domain::Audience audience = domain::Audience::management;
  domain::Text<200> recipient;
  domain::Language language = domain::Language::de;
  bool frozen = false;
  std::optional<Id> cycle;
  std::optional<domain::Date> expires_on;  ///< without: in 30 days
  std::optional<domain::Password> password;
};
BOOST_DESCRIBE_STRUCT(ShareLinkWish, (),
                      (id, audience, recipient, language, frozen, cycle, expires_on, password))

/// A link with its path, which is told this once and kept nowhere.
struct NewShareLink {
  domain::ShareLink link;
  std::string path;
};
BOOST_DESCRIBE_STRUCT(NewShareLink, (), (link, path))

/// `page`: what a frozen one shows, as JSON.
NewShareLink share(Context& context, const Caller& caller, const Id& account,
                   const ShareLinkWish& wish, const std::optional<std::string>& page);

/// For its maker, and for whoever steers the account.
domain::ShareLink withdraw_share_link(Context& context, const Caller& caller, const Id& id,
                                      int version);

struct OpenedShareLink {
  domain::ShareLink link;
  std::string from;                 ///< its maker's name
  std::optional<std::string> page;  ///< of a frozen one
};

/// Opens a link for whoever has it, and counts it. `not_found`, the same for all that does not open
/// but for what expired; `unauthenticated` where a password is wanted or another one.
OpenedShareLink open_share_link(Context& context, access::Throttle& throttle,
                                const std::string& address, const std::string& token,
                                const std::optional<std::string>& password);

}  // namespace takt::command
