#pragma once
// What follows from the declared references of an entity (domain/reference.hpp): a new one must
// stand for something present of the same account, or for another account that its writer sees;
// archiving clears or is refused.

#include <set>

#include "command/draft.hpp"
#include "command/rules.hpp"
#include "store/account_store.hpp"
#include "store/entry.hpp"

namespace takt::command {

template <class T>
inline constexpr bool is_reference = false;
template <class Other, domain::OnArchive kWhat>
inline constexpr bool is_reference<domain::Reference<Other, kWhat>> = true;

/// Calls `f(reference, pointer)` for each reference within a value, however deep it stands.
template <class V, class F>
void each_reference(V& value, const std::string& pointer, F& f) {
  using T = std::remove_const_t<V>;
  if constexpr (is_reference<T>) {
    f(value, pointer);
  } else if constexpr (mapping::is_optional<T>) {
    if (value) each_reference(*value, pointer, f);
  } else if constexpr (mapping::is_vector<T>) {
    for (std::size_t i = 0; i < value.size(); ++i)
      each_reference(value[i], pointer + '/' + std::to_string(i), f);
  } else if constexpr (mapping::Struct<T>) {
    mapping::for_each_member<T>([&](std::string_view name, auto member) {
      each_reference(value.*member, pointer + '/' + mapping::json_name(name), f);
    });
  }
}

using store::hangs_on_present;
using store::title_of;

/// Whether `id` stands for an `Other` that an entity of `account` may refer to: of the same
/// account or the organisation's, and neither archived nor part of something that is.
template <class Other>
bool is_present(store::Session& session, const Id& account, const Id& id) {
  if constexpr (std::same_as<Other, domain::Teammate>) {
    return store::team_role(session, account, id).has_value();
  } else {
    const auto found = store::find<Other>(session, id);
    return found && !found->archived_at &&
           (found->account == account || found->account == store::organisation_ledger()) &&
           hangs_on_present(session, *found);
  }
}

/// The same for an id that may stand for one of several terms; what a struct declares as a
/// Reference is checked by itself.
template <class Other, class T>
void must_exist(Draft<T>& draft, const std::optional<Id>& id, const std::string& pointer) {
  if (id && !is_present<Other>(draft.session, draft.after.account, *id))
    draft.wrong(pointer, "unknown_" + std::string(Other::kTerm),
                "must be one of the account's entries");
}

/// Whether whoever writes the draft may refer to `id` anew. Another account exists for those only
/// who see it.
template <class Other, class T>
bool may_refer(const Draft<T>& draft, const Id& id) {
  if constexpr (std::same_as<Other, domain::Account>) {
    const auto found = store::find<domain::Account>(draft.session, id);
    return found && !found->archived_at &&
           allowed(Permission::see, draft.caller.role,
                   store::team_role(draft.session, id, draft.caller.user));
  } else {
    return is_present<Other>(draft.session, draft.after.account, id);
  }
}

/// Adds an error for each reference that is new in the draft and stands for nothing present.
template <class T>
void check_references(Draft<T>& draft) {
  std::set<std::string> known;
  const auto named = [](const auto& reference) {
    using Target = typename std::remove_cvref_t<decltype(reference)>::Target;
    return std::string(Target::kTerm) + ' ' + reference.text;
  };
  auto keep = [&](const auto& reference, const std::string&) { known.insert(named(reference)); };
  if (draft.before) each_reference(*draft.before, "", keep);
  auto check_new = [&](const auto& reference, const std::string& pointer) {
    using Target = typename std::remove_cvref_t<decltype(reference)>::Target;
    if (known.contains(named(reference)) || may_refer<Target>(draft, reference)) return;
    if constexpr (std::same_as<Target, domain::Teammate>)
      draft.wrong(pointer, "not_on_team", "must be somebody on the account's team");
    else if constexpr (std::same_as<Target, domain::Account>)
      draft.wrong(pointer, "unknown_account", "must be an account that you see");
    else
      draft.wrong(pointer, "unknown_" + std::string(Target::kTerm),
                  "must be one of the account's entries");
  };
  each_reference(std::as_const(draft.after), "", check_new);
}

/// Takes the references out that `gone(reference)` names; what they were for, as JSON pointers.
/// One that an entity can't be without stays.
template <class V, class F>
void take_out(V& value, const std::string& pointer, F& gone, std::vector<std::string>& out) {
  if constexpr (mapping::is_optional<V>) {
    if constexpr (is_reference<typename V::value_type>) {
      if (!value || !gone(*value)) return;
      value.reset();
      out.push_back(pointer);
    }
  } else if constexpr (mapping::is_vector<V>) {
    const auto names_gone = [&](auto& entry) {
      bool any = false;
      auto look = [&](const auto& reference, const std::string&) { any = any || gone(reference); };
      each_reference(entry, "", look);
      return any;
    };
    if (std::erase_if(value, names_gone) > 0) out.push_back(pointer);
  } else if constexpr (mapping::Struct<V>) {
    mapping::for_each_member<V>([&](std::string_view name, auto member) {
      take_out(value.*member, pointer + '/' + mapping::json_name(name), gone, out);
    });
  }
}

/// What `id` stands for, archived or not, in words.
template <class Other>
std::string name_of(store::Session& session, const Id& id) {
  using Named = std::conditional_t<std::same_as<Other, domain::Teammate>, domain::User, Other>;
  const auto found = store::find<Named>(session, id);
  return found ? title_of(session, *found) : "";
}

/// A field that lost references, as a JSON pointer, and what they stood for.
struct TakenOut {
  std::string pointer;
  std::vector<std::string> names;
};

/// Takes out whatever stands for nothing present, e.g. of an entity that goes on in a new cycle.
template <class T>
std::vector<TakenOut> take_out_absent(store::Session& session, T& entity) {
  std::vector<std::string> pointers;
  std::vector<std::vector<std::string>> names;  // by pointer
  auto gone = [&](const auto& reference) {
    using Target = typename std::remove_cvref_t<decltype(reference)>::Target;
    if (is_present<Target>(session, entity.account, reference)) return false;
    // Its pointer follows once the field has been gone through.
    names.resize(pointers.size() + 1);
    names.back().push_back(name_of<Target>(session, reference));
    return true;
  };
  take_out(entity, "", gone, pointers);
  std::vector<TakenOut> out;
  for (std::size_t i = 0; i < pointers.size(); ++i)
    out.push_back({std::move(pointers[i]), std::move(names[i])});
  return out;
}

/// Takes out what would have been cleared, had the entity not been archived: people who left.
template <class T>
void take_out_cleared(store::Session& session, T& entity) {
  auto gone = [&](const auto& reference) {
    using R = std::remove_cvref_t<decltype(reference)>;
    if constexpr (R::kOnArchive == domain::OnArchive::clear)
      return !is_present<typename R::Target>(session, entity.account, reference);
    else
      return false;
  };
  std::vector<std::string> pointers;
  take_out(entity, "", gone, pointers);
}

/// Throws Problem(conflict) where an active key result of an open cycle follows what is being
/// archived: its figure would stop.
void refuse_if_followed(store::Session& session, const Id& account, const Id& id);

/// Takes somebody who leaves the team out of what they answer for; what is closed or done keeps
/// them. Each change is recorded. The account's last revision.
long long clear_teammate(Context& context, store::Session& session, const Caller& caller,
                         const Id& account, const Id& user, long long revision);

}  // namespace takt::command
