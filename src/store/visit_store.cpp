#include "store/visit_store.hpp"

namespace takt::store {

using domain::Id;
using domain::Visit;

std::optional<Visit> visit_of(Session& session, const Id& account, const Id& visitor) {
  return session.row<Visit>(R"(
      select seen_at, seen_revision, before_at, before_revision
      from visit
      where account = :account and visitor = :visitor)",
                            {bound("account", account), bound("visitor", visitor)});
}

void put_visit(Session& session, const Id& account, const Id& visitor, const Visit& visit) {
  session.execute(
      R"(
      insert into visit (
        account, visitor, seen_at, seen_revision, before_at, before_revision)
      values (
        :account, :visitor, :seen_at, :seen_revision, :before_at, :before_revision)
      on conflict (account, visitor) do update set
        seen_at = excluded.seen_at, seen_revision = excluded.seen_revision,
        before_at = excluded.before_at, before_revision = excluded.before_revision)",
      {bound("account", account), bound("visitor", visitor), bound("seen_at", visit.seen_at),
       bound("seen_revision", visit.seen_revision), bound("before_at", visit.before_at),
       bound("before_revision", visit.before_revision)});
}

void forget_visits(Session& session, const Id& visitor) {
  session.execute("delete from visit where visitor = :visitor", {bound("visitor", visitor)});
}

}  // namespace takt::store
