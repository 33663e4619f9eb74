#include "store/presence_store.hpp"

namespace takt::store {

using domain::Id;
using domain::Instant;

void put_presence(Session& session, const Id& account, const Id& person, Instant now) {
  session.execute(R"(
      insert into presence (account, person, seen_at)
      values (:account, :person, :now)
      on conflict (account, person) do update set seen_at = excluded.seen_at)",
                  {bound("account", account), bound("person", person), bound("now", now)});
}

std::vector<NamedId> present_beside(Session& session, const Id& account, const Id& person,
                                    Instant since) {
  return session.rows<NamedId>(
      R"(
      select "user".id, "user".name
      from presence join "user" on "user".id = presence.person
      where presence.account = :account and presence.person <> :person
        and presence.seen_at > :since
      order by "user".name, "user".id)",
      {bound("account", account), bound("person", person), bound("since", since)});
}

void forget_presence(Session& session, const Id& person) {
  session.execute("delete from presence where person = :person", {bound("person", person)});
}

}  // namespace takt::store
