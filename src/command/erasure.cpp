#include "command/erasure.hpp"

#include "command/draft.hpp"
#include "domain/contact.hpp"
#include "domain/user.hpp"
#include "store/mail_store.hpp"
#include "store/portfolio_view_store.hpp"
#include "store/presence_store.hpp"
#include "store/question_store.hpp"
#include "store/share_link_store.hpp"
#include "store/user_store.hpp"
#include "store/visit_store.hpp"

namespace takt::command {

using namespace domain;

namespace {

/// The person as nobody. What is declared later is erased without a word here.
template <class Person>
Person nobody(const Person& person) {
  Person out;
  static_cast<Record&>(out) = person;
  out.name = store::kErased;
  return out;
}

User nobody_of(const User& user) {
  auto out = nobody(user);
  out.email = user.id.text + std::string(kErasedEmail);
  return out;
}

Contact nobody_of(const Contact& contact) { return nobody(contact); }

/// The change that tells of it: who and when, and whose id; its content is the store's.
template <class Person>
store::Change erasure_of(const Context& context, const Caller& caller, const Person& person,
                         const Id& ledger) {
  store::Change change;
  change.ledger = ledger;
  change.at = context.now();
  if (!caller.user.empty()) change.by_user = caller.user;
  change.entity = Person::kTerm;
  change.entity_id = person.id;
  change.parent_id = person.account;
  return change;
}

/// The archived person in the version that the caller saw, if any, who becomes nobody.
template <class Person>
Person blank(store::Session& session, const Id& id, std::optional<int> version) {
  const auto before = store::must_find<Person>(session, id);
  // Without the present state, which an administrator may not be allowed to see.
  if (version && *version != before.version)
    throw Problem(Problem::Kind::stale, "stale",
                  "Somebody changed this in the meantime; nothing was erased.");
  if (!before.archived_at)
    conflict("not_archived", "Only what is archived can be erased; archive it first.");
  auto after = nobody_of(before);
  if (mapping::to_json(before) == mapping::to_json(after)) return before;
  after.version = before.version + 1;
  store::update(session, after);
  return before;
}

std::vector<Id> entities_of(const Id& user, const store::Acquaintance& account) {
  std::vector<Id> out{user};
  if (account.team_member) out.push_back(*account.team_member);
  return out;
}

/// The changes of an assumption are called by what it is about.
std::vector<Id> entities_of_contact(store::Session& session, const Id& contact) {
  auto out = store::assumptions_about(session, contact);
  out.push_back(contact);
  return out;
}

void erase_user(Context& context, const Caller& caller, const Id& id, std::optional<int> version) {
  const auto& own = store::organisation_ledger();
  User user;
  auto revision = context.database.write(own, [&](store::Session& session) {
    user = blank<User>(session, id, version);
    store::forget_secrets(session, id);
    store::forget_mails_to(session, user.email);
    store::forget_visits(session, id);
    store::forget_portfolio_views(session, id);
    store::forget_presence(session, id);
    store::raise_revision(session, store::access_ledger());
    return store::erase(session, erasure_of(context, caller, user, own), std::span(&id, 1));
  });
  tell(context, own, revision.value_or(0));
  const auto accounts = context.database.read(
      [&](store::Session& session) { return store::accounts_that_know(session, id); });
  for (const auto& each : accounts) {
    const auto entities = entities_of(id, each);
    revision = context.database.write(each.account, [&](store::Session& session) {
      store::erase_from_shared_pages(session, each.account, user.name);
      if (const auto made =
              store::erase(session, erasure_of(context, caller, user, each.account), entities))
        return *made;
      // Kept pages show the name by the account's revision.
      store::raise_revision(session, each.account);
      return store::revision(session, each.account);
    });
    context.announce(each.account, *revision);
  }
}

void erase_contact(Context& context, const Caller& caller, const Id& id,
                   std::optional<int> version) {
  const auto account = context.database.peek(
      [&](store::Session& session) { return store::must_find<Contact>(session, id).account; });
  const auto revision = context.database.write(account, [&](store::Session& session) {
    const auto contact = blank<Contact>(session, id, version);
    return store::erase(session, erasure_of(context, caller, contact, account),
                        entities_of_contact(session, id));
  });
  tell(context, account, revision.value_or(0));
}

}  // namespace

PersonalData personal_data_of_user(Context& context, const Id& id) {
  return context.database.read([&](store::Session& session) {
    const auto user = store::must_find<User>(session, id);
    PersonalData out{user.name, user.archived_at.has_value()};
    out.changes = store::count_erasable(session, store::organisation_ledger(), std::span(&id, 1));
    for (const auto& each : store::accounts_that_know(session, id))
      out.changes += store::count_erasable(session, each.account, entities_of(id, each));
    return out;
  });
}

PersonalData personal_data_of_contact(Context& context, const Id& id) {
  return context.database.read([&](store::Session& session) {
    const auto contact = store::must_find<Contact>(session, id);
    return PersonalData{
        contact.name, contact.archived_at.has_value(),
        store::count_erasable(session, contact.account, entities_of_contact(session, id))};
  });
}

void erase_user(Context& context, const Caller& caller, const Id& id, int version) {
  require(context, caller, Permission::administer);
  erase_user(context, caller, id, std::optional(version));
}

void erase_contact(Context& context, const Caller& caller, const Id& id, int version) {
  require(context, caller, Permission::administer);
  erase_contact(context, caller, id, std::optional(version));
}

void erase_user(Context& context, const Id& id) { erase_user(context, {}, id, std::nullopt); }

void erase_contact(Context& context, const Id& id) { erase_contact(context, {}, id, std::nullopt); }

}  // namespace takt::command
