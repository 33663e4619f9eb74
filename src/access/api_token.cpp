#include "access/api_token.hpp"

#include "access/caller.hpp"
#include "access/context.hpp"
#include "access/secrets.hpp"
#include "domain/api_token.hpp"
#include "store/change_log.hpp"
#include "store/kpi_store.hpp"

namespace takt::access {

using namespace domain;

Caller token_caller(Context& context, const std::string& secret) {
  const auto token = context.database.peek([&](store::Session& session) {
    context.zone.look(session, store::revision(session, store::access_ledger()));
    return store::token_with(session, token_hash(secret));
  });
  if (!token) return {};
  Caller caller;
  caller.user = token->created_by;
  caller.scope = ApiScope{token->account, token->kpi, token->id, token->name};
  return caller;
}

}  // namespace takt::access
