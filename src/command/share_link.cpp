#include "command/share_link.hpp"

#include "access/password.hpp"
#include "access/secrets.hpp"
#include "access/share_link.hpp"
#include "command/entity.hpp"
#include "store/share_link_store.hpp"

namespace takt::command {

using namespace domain;

namespace {

/// Whoever tries tokens is not told whether one was ever right.
[[noreturn]] void refuse_link() {
  throw Problem(Problem::Kind::not_found, "link_over",
                "This link does not open anything, or no more.");
}

struct Door {
  ShareLink link;
  store::ShareDoor kept;
  std::string from;
};

/// The link behind the token, if it opens.
Door door_of(Context& context, const std::string& token) {
  return context.database.read([&](store::Session& session) {
    context.zone.look(session, store::revision(session, store::access_ledger()));
    const auto kept = store::share_door(session, access::token_hash(token));
    if (!kept) refuse_link();
    const auto link = store::must_find<ShareLink>(session, kept->id);
    const auto state = access::share_state(context, session, link);
    if (state == ShareState::expired)
      throw Problem(Problem::Kind::not_found, "link_expired", "This link has run out.");
    if (state != ShareState::open || (link.frozen && !kept->page)) refuse_link();
    return Door{link, *kept, store::must_find<User>(session, link.created_by).name};
  });
}

/// Throws unless the password is that of the link.
void check_password(access::Throttle& throttle, const std::string& address, const Door& door,
                    const std::optional<std::string>& password, Instant now) {
  if (!door.kept.password_hash) return;
  if (!password)
    throw Problem(Problem::Kind::unauthenticated, "password_wanted", "This link has a password.");
  throttle.admit(address, door.link.id.text, now);
  if (!access::password_fits(*door.kept.password_hash, *password)) {
    throttle.failed(address, door.link.id.text, now);
    throw Problem(Problem::Kind::unauthenticated, "wrong_link_password",
                  "That is not the password of this link.");
  }
  throttle.succeeded(address, door.link.id.text, now);
}

}  // namespace

void check(Draft<ShareLink>& draft) {
  if (!draft.creating()) return;
  const auto on = draft.after.expires_on;
  if (on < draft.today || plus_days(draft.today, kMostShareDays) < on)
    draft.wrong("/expiresOn", "out_of_range", "must be from today to a year from now");
}

NewShareLink share(Context& context, const Caller& caller, const Id& account,
                   const ShareLinkWish& wish, const std::optional<std::string>& page) {
  require_create<ShareLink>(context, caller, account);
  if (wish.password) access::must_be_strong(*wish.password, {}, "/password");
  const auto token = access::random_token();
  store::ShareSecrets secrets{access::token_hash(token), {}, page};
  if (wish.password) secrets.password_hash = access::hash_password(*wish.password);
  ShareLink fields;
  if (wish.id) fields.id = *wish.id;
  fields.account = account;
  fields.created_by = caller.user;
  fields.has_password = wish.password.has_value();
  fields.audience = wish.audience;
  fields.recipient = wish.recipient;
  fields.language = wish.language;
  fields.frozen = wish.frozen;
  if (wish.cycle) fields.cycle = *wish.cycle;
  fields.expires_on = wish.expires_on.value_or(plus_days(context.today(), kShareDays));
  long long revision = 0;
  auto link = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    if (wish.id && store::id_taken(session, *wish.id))
      conflict("id_taken", "The link exists already; it is told only once.");
    auto made = add<ShareLink>(context, session, caller, fields, "", revision);
    store::put_share_secrets(session, made.id, secrets);
    return made;
  });
  context.announce(account, revision);
  return {std::move(link), "/shared/" + token};
}

ShareLink withdraw_share_link(Context& context, const Caller& caller, const Id& id, int version) {
  const auto link = get<ShareLink>(context, caller, id);
  if (link.created_by != caller.user) require(context, caller, Permission::manage, link.account);
  long long revision = 0;
  auto out = context.database.write(link.account, [&](store::Session& session) {
    revision = 0;
    const auto before = store::must_find<ShareLink>(session, id);
    if (before.version != version) throw_stale(mapping::to_json(before));
    auto after = before;
    if (!after.archived_at) after.archived_at = context.now();
    return put<ShareLink>(context, session, caller, before, std::move(after), "", revision);
  });
  if (revision) context.announce(link.account, revision);
  return out;
}

OpenedShareLink open_share_link(Context& context, access::Throttle& throttle,
                                const std::string& address, const std::string& token,
                                const std::optional<std::string>& password) {
  auto door = door_of(context, token);
  check_password(throttle, address, door, password, context.now());
  context.database.write_apart([&](store::Session& session) {
    store::count_share_opening(session, door.link.id, context.now());
  });
  return {std::move(door.link), std::move(door.from), std::move(door.kept.page)};
}

}  // namespace takt::command
