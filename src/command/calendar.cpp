#include "command/calendar.hpp"

#include "access/secrets.hpp"
#include "command/entity.hpp"
#include "domain/access.hpp"
#include "store/user_store.hpp"

namespace takt::command {

using namespace domain;

std::string calendar_secret(Context& context, const Caller& caller) {
  require(context, caller, Permission::signed_in);
  const auto secret = access::random_token();
  context.database.write_apart([&](store::Session& session) {
    store::put_calendar_hash(session, caller.user, access::token_hash(secret));
  });
  return secret;
}

}  // namespace takt::command
