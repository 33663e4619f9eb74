#pragma once
// Who is signed in: what the sign-in page and whoever was invited are told.

#include "access/session.hpp"
#include "api/api.hpp"
#include "domain/user.hpp"
#include "store/user_store.hpp"

namespace takt::api {

/// Who is signed in, if anybody, and what the sign-in page offers.
struct SessionView {
  std::optional<domain::User> user;
  std::string csrf;
  std::vector<store::DemoPerson> demo;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (user, csrf, demo))

/// The answer that signs in: who it is, and the cookie of their new session.
http::Response signed_in(const access::SignedIn& signed_in);

}  // namespace takt::api
