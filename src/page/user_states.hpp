#pragma once
// How people stand with Takt, for administrators.

#include "domain/user.hpp"
#include "page/page.hpp"

namespace takt::page {

/// Whether somebody has come in, and when they were here last: a day, for administrators alone.
struct UserState {
  Id user;
  domain::AccessState state = domain::AccessState::not_invited;
  std::optional<domain::Instant> invited_at;  ///< last
  std::optional<domain::Instant> link_ends_at;
  std::optional<domain::Date> here_on;
};
BOOST_DESCRIBE_STRUCT(UserState, (), (user, state, invited_at, link_ends_at, here_on))

/// Of all present users, by name.
std::vector<UserState> user_states(Context& context, const Caller& caller);

}  // namespace takt::page
