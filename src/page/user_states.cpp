#include "page/user_states.hpp"

#include <algorithm>

#include "domain/access.hpp"
#include "store/mail_store.hpp"
#include "store/user_store.hpp"

namespace takt::page {

using namespace domain;

namespace {

AccessState state_of(const store::AccessRow& row, bool mail_waits, Instant now) {
  if (!row.password_hash.empty() || row.here_on) return AccessState::active;
  if (mail_waits || (row.link_ends_at && *row.link_ends_at >= now)) return AccessState::invited;
  return row.invited_at ? AccessState::link_over : AccessState::not_invited;
}

}  // namespace

std::vector<UserState> user_states(Context& context, const Caller& caller) {
  require(context, caller, Permission::administer);
  const auto now = context.now();
  return context.database.read([&](store::Session& session) {
    const auto waiting = store::links_on_their_way(session, LinkPurpose::invitation);
    std::vector<UserState> out;
    for (const auto& row : store::access_rows(session)) {
      const bool mail_waits = std::ranges::find(waiting, row.user) != waiting.end();
      out.push_back({row.user, state_of(row, mail_waits, now), row.invited_at, row.link_ends_at,
                     row.here_on});
    }
    return out;
  });
}

}  // namespace takt::page
