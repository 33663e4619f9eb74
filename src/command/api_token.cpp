#include "command/api_token.hpp"

#include "access/secrets.hpp"
#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/api_token.hpp"
#include "domain/kpi.hpp"
#include "store/kpi_store.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<ApiToken>& draft) {
  if (draft.before && draft.before->archived_at && !draft.after.archived_at)
    conflict("revoked", "A revoked token stays revoked; create a new one.");
}

long long follow_up(const Draft<ApiToken>& draft, long long revision) {
  store::raise_revision(draft.session, store::access_ledger());
  return revision;
}

NewToken create_token(Context& context, const Caller& caller, const Id& account, ApiToken fields,
                      const std::optional<Id>& id) {
  require_create<ApiToken>(context, caller, account);
  NewToken made{{}, "takt_" + access::random_token()};
  fields.account = account;
  fields.created_by = caller.user;
  if (id) fields.id = *id;
  long long revision = 0;
  made.token = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    if (id && store::find<ApiToken>(session, *id))
      conflict("id_taken", "The token exists already; its secret is shown only once.");
    auto token = add<ApiToken>(context, session, caller, fields, "", revision);
    store::put_token_hash(session, token.id, access::token_hash(made.secret));
    return token;
  });
  context.announce(account, revision);
  return made;
}

}  // namespace takt::command
