#pragma once
// Commands that are the same for every entity: create, change, archive, restore, reorder. One
// command is one transaction with one change record and one raise of the account's revision.

#include <algorithm>
#include <type_traits>

#include "access/secrets.hpp"
#include "command/references.hpp"
#include "command/rules.hpp"

namespace takt::command {

template <class T>
constexpr Permission write_permission() {
  const bool of_manager = std::is_same_v<T, domain::Account> ||
                          std::is_same_v<T, domain::TeamMember> ||
                          std::is_same_v<T, domain::ApiToken>;
  return of_manager ? Permission::manage : Permission::contribute;
}

/// The members of `before` and `after` that differ, as two JSON objects. For a new entity `before`
/// is null and `after` is all of it.
template <class T>
std::pair<mapping::RawJson, mapping::RawJson> difference(const T* before, const T& after) {
  mapping::RawJson left{before ? "{" : "null"};
  mapping::RawJson right{"{"};
  std::size_t i = 0;
  const auto& keys = mapping::json_keys<T>();
  mapping::for_each_member<T>([&](std::string_view name, auto pointer) {
    const auto& key = keys[i++];
    if (name == "version" || name == "account" || name == "created_at" || name == "id") return;
    const auto new_value = mapping::to_json(after.*pointer);
    const auto old_value = before ? mapping::to_json(before->*pointer) : std::string{};
    if (old_value == new_value) return;
    if (before) left.text += (left.text.size() > 1 ? "," : "") + key + old_value;
    right.text += (right.text.size() > 1 ? "," : "") + key + new_value;
  });
  if (before) left.text += '}';
  right.text += '}';
  return {left, right};
}

/// Appends the change of one entity within its transaction; the account's new revision.
template <class T>
long long record(Context& context, store::Session& session, const Caller& caller, const T* before,
                 const T& after, const std::string& reason) {
  auto [old_state, new_state] = difference(before, after);
  auto action = store::ChangeAction::changed;
  if (!before)
    action = store::ChangeAction::created;
  else if (!before->archived_at && after.archived_at)
    action = store::ChangeAction::archived;
  else if (before->archived_at && !after.archived_at)
    action = store::ChangeAction::restored;
  store::Change change;
  change.ledger = after.account;
  change.at = context.now();
  if (!caller.user.empty()) change.by_user = caller.user;
  change.entity = T::kTerm;
  change.entity_id = after.id;
  change.parent_id = after.*T::kParent;
  if constexpr (requires { after.key_result; }) {
    if constexpr (mapping::is_optional<std::remove_cvref_t<decltype(after.key_result)>>) {
      if (after.key_result) change.parent_id = after.key_result;
    }
  }
  change.action = action;
  change.reason = reason;
  change.title = title_of(session, after);
  change.before = std::move(old_state);
  change.after = std::move(new_state);
  return store::append(session, std::move(change));
}

/// What is archived takes no writes, nor does what hangs on it, up to the account.
template <class T>
void must_hang_on_present(store::Session& session, const T& entity) {
  if (!hangs_on_present(session, entity))
    conflict("archived", "What this belongs to is archived; restore that first.");
}

/// What a key result can follow.
template <class T>
concept CanBeFollowed = std::same_as<T, domain::Kpi> || std::same_as<T, domain::ProductArea> ||
    std::same_as<T, domain::Site>;

template <class T>
void judge(Draft<T>& draft) {
  if (draft.before && draft.before->archived_at && draft.after.archived_at)
    conflict("archived", "This is archived; restore it first.");
  must_hang_on_present(draft.session, draft.after);
  if (draft.before && draft.before->archived_at && !draft.after.archived_at)
    take_out_cleared(draft.session, draft.after);
  check_references(draft);
  const bool archives = draft.before && !draft.before->archived_at && draft.after.archived_at;
  if constexpr (CanBeFollowed<T>)
    if (archives) refuse_if_followed(draft.session, draft.after.account, draft.after.id);
  check(draft);
  if (!draft.errors.empty()) throw Problem::invalid(std::move(draft.errors));
}

/// Throws unless the caller may write the entity `id`; its account where they may.
template <class T>
Id require_write(Context& context, const Caller& caller, const Id& id) {
  const Id account = get<T>(context, caller, id).account;
  require_in(context, caller, write_permission<T>(), account);
  return account;
}

/// Throws unless the caller may create a T below `parent`; the parent's account where they may.
template <class T>
Id require_create(Context& context, const Caller& caller, const Id& parent) {
  const Id account = get<typename T::Parent>(context, caller, parent).account;
  require_in(context, caller, write_permission<T>(), account);
  return account;
}

[[noreturn]] inline void throw_stale(std::string current) {
  Problem problem(Problem::Kind::stale, "stale",
                  "Somebody changed this in the meantime; nothing was overwritten.");
  problem.current = std::move(current);
  throw problem;
}

/// Judges, stores and records a new entity within a transaction. Raises `revision` to the
/// account's.
template <class T>
T add(Context& context, store::Session& session, const Caller& caller, T entity,
      const std::string& reason, long long& revision) {
  const auto now = context.now();
  if (entity.id.empty()) entity.id = access::new_id(now);
  entity.created_at = now;
  if constexpr (!requires { T::kUnordered; })
    entity.position = store::next_position<T>(session, entity.account);
  Draft<T> draft{context, session, caller, context.today(), nullptr, entity, reason};
  judge(draft);
  store::insert(session, entity);
  revision = record<T>(context, session, caller, nullptr, entity, reason);
  if constexpr (BringsMore<T>) revision = follow_up(draft, revision);
  return entity;
}

/// Judges, stores and records the change from `before` to `after` within a transaction.
template <class T>
T put(Context& context, store::Session& session, const Caller& caller, const T& before, T after,
      const std::string& reason, long long& revision) {
  if (mapping::to_json(before) == mapping::to_json(after)) return before;
  Draft<T> draft{context, session, caller, context.today(), &before, after, reason};
  judge(draft);
  after.version = before.version + 1;
  store::update(session, after);
  revision = record(context, session, caller, &before, after, reason);
  if constexpr (BringsMore<T>) revision = follow_up(draft, revision);
  return after;
}

/// What somebody wants to create, with the id of their own making and why.
template <class T>
struct Wanted {
  T fields;
  std::optional<Id> id;
  std::string reason;
};

/// Creates below `parent` what `read()` gives, which is asked once the caller is known to be
/// allowed. With the id of an entity that exists already in the same place, it is the same create:
/// nothing changes, and that entity is the answer.
template <class T, std::invocable Read>
T create(Context& context, const Caller& caller, const Id& parent, Read read) {
  const Id account = require_create<T>(context, caller, parent);
  auto [fields, id, reason] = read();
  if (id) fields.id = *id;
  fields.account = account;
  fields.*T::kParent = parent;
  long long revision = 0;
  T made = context.database.write(
      account, [&, &fields = fields, &id = id, &reason = reason](store::Session& session) {
        revision = 0;
        // What has the id stands in the change log, or is a ledger.
        if (id && store::id_taken(session, *id)) {
          const auto same = store::find<T>(session, *id);
          if (!same || same->account != account || (*same).*T::kParent != parent)
            conflict("id_taken", "The id is used by another entry.");
          return *same;
        }
        return add<T>(context, session, caller, fields, reason, revision);
      });
  tell(context, account, revision);
  return made;
}

template <class T>
T create(Context& context, const Caller& caller, const Id& parent, T fields,
         const std::optional<Id>& id, const std::string& reason) {
  return create<T>(context, caller, parent, [&] {
    return Wanted<T>{std::move(fields), id, reason};
  });
}

/// Creates what belongs to the organisation as a whole, such as playbooks.
template <class T>
T create_for_organisation(Context& context, const Caller& caller, T fields,
                          const std::optional<Id>& id) {
  require_in(context, caller, Permission::contribute, store::organisation_ledger());
  if (id) fields.id = *id;
  fields.account = store::organisation_ledger();
  long long revision = 0;
  T made = context.database.write(store::organisation_ledger(), [&](store::Session& session) {
    revision = 0;
    if (const auto same = id ? store::find<T>(session, *id) : std::nullopt) return *same;
    if (id && store::id_taken(session, *id))
      conflict("id_taken", "The id is used by another entry.");
    return add<T>(context, session, caller, fields, "", revision);
  });
  tell(context, store::organisation_ledger(), revision);
  return made;
}

/// Changes the entity that the caller saw as `version` by `edit(T&)`. An edit that changes nothing
/// leaves no trace.
template <class T, class Edit>
T change(Context& context, const Caller& caller, const Id& id, int version, Edit edit,
         const std::string& reason) {
  const Id account = require_write<T>(context, caller, id);
  long long revision = 0;
  T out = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    const T before = store::must_find<T>(session, id);
    if (before.version != version) throw_stale(mapping::to_json(before));
    T after = before;
    edit(after);
    return put<T>(context, session, caller, before, std::move(after), reason, revision);
  });
  if (revision) context.announce(account, revision);
  return out;
}

template <class T>
T archive(Context& context, const Caller& caller, const Id& id, int version,
          const std::string& reason) {
  return change<T>(
      context, caller, id, version,
      [&](T& entity) {
        if (!entity.archived_at) entity.archived_at = context.now();
      },
      reason);
}

template <class T>
T restore(Context& context, const Caller& caller, const Id& id, int version,
          const std::string& reason) {
  return change<T>(
      context, caller, id, version, [](T& entity) { entity.archived_at.reset(); }, reason);
}

/// Moves the entity to the place `position` (from 1) among its siblings that are not archived. The
/// siblings close up without a new version, since an open form of theirs says nothing of their
/// order; what is recorded is the way of the moved one, from its place to the other. Where it
/// stands there already, nothing changes.
template <class T>
T move(Context& context, const Caller& caller, const Id& id, int version, int position) {
  const Id account = require_write<T>(context, caller, id);
  long long revision = 0;
  T out = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    T before = store::must_find<T>(session, id);
    if (before.version != version) throw_stale(mapping::to_json(before));
    T after = before;
    Draft<T> draft{context, session, caller, context.today(), &before, after, ""};
    judge(draft);
    auto siblings = store::present_of<T>(session, account);
    std::erase_if(siblings,
                  [&](const T& other) { return other.*T::kParent != before.*T::kParent; });
    const auto last = static_cast<int>(siblings.size());
    const auto from = std::ranges::find(siblings, id, [](const T& one) { return one.id; });
    before.position = static_cast<int>(from - siblings.begin()) + 1;
    after.position = std::clamp(position, 1, last);
    if (after.position == before.position) return *from;
    siblings.erase(from);
    for (int place = 1; auto& sibling : siblings) {
      if (place == after.position) ++place;
      if (sibling.position != place) {
        sibling.position = place;
        store::put_position(session, sibling);
      }
      ++place;
    }
    ++after.version;
    store::update(session, after);
    revision = record(context, session, caller, &before, after, "");
    return after;
  });
  if (revision) context.announce(account, revision);
  return out;
}

}  // namespace takt::command
