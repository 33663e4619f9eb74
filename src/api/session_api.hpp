#pragma once
// Who is signed in: what the sign-in page and whoever was invited are told.

#include "access/session.hpp"
#include "api/api.hpp"
#include "domain/user.hpp"
#include "store/user_store.hpp"

namespace takt::api {

/// Who is signed in, if anybody, which day it is there, and what the sign-in page offers.
struct SessionView {
  std::optional<domain::User> user;
  std::string csrf;
  std::string time_zone;  ///< of the person: their profile's, their browser's, the organisation's
  domain::Date today;     ///< there
  domain::Instant day_ends;  ///< when `today` is over there
  std::vector<store::DemoPerson> demo;
  std::string organisation;  ///< its name; empty before it is set up
  bool mails_links = false;  ///< invitations and forgotten passwords go by mail
};
BOOST_DESCRIBE_STRUCT(SessionView, (),
                      (user, csrf, time_zone, today, day_ends, demo, organisation, mails_links))

/// The answer that signs in whoever makes the call: who it is, and the cookie of their new session.
http::Response signed_in(access::Context& context, const Call& call,
                         const access::SignedIn& signed_in);

}  // namespace takt::api
