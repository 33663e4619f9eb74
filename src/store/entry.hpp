#pragma once
// What an entry is called, and whether it is there with all that it hangs on.

#include "domain/assumption.hpp"
#include "domain/product_area.hpp"
#include "domain/site.hpp"
#include "domain/supply.hpp"
#include "domain/text.hpp"
#include "domain/user.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

/// What the entry is called that a question or an assumption is about; in store/about.cpp.
std::string about_name(Session& session, domain::AboutKind kind, const Id& id);

/// What an entity is called, in the change log and wherever others speak of it.
template <class T>
std::string title_of(Session& session, const T& entity) {
  if constexpr (std::same_as<T, domain::Assumption>)
    return about_name(session, entity.about_kind, entity.about);
  else if constexpr (std::same_as<T, domain::SupplyRecord>) {
    // A cell of the supply matrix, by its area and its site.
    const auto area = find<domain::ProductArea>(session, entity.product_area);
    const auto site =
        entity.site ? find<domain::Site>(session, *entity.site) : std::optional<domain::Site>{};
    std::string out = area ? title_of(session, *area) : "";
    if (site) out += " · " + title_of(session, *site);
    return out;
  } else if constexpr (requires { entity.file; })
    return entity.file;
  else if constexpr (requires { entity.recipient; })
    return entity.recipient;
  else if constexpr (requires { entity.title; })
    return entity.title;
  else if constexpr (requires { entity.name; })
    return entity.name;
  else if constexpr (requires { entity.text; })
    return std::string(domain::first_characters(entity.text, 300));
  else if constexpr (requires { entity.user; }) {
    const auto user = find<domain::User>(session, entity.user);
    return user ? std::string(user->name) : "";
  } else {
    using Parent = typename T::Parent;
    const auto parent = find<Parent>(session, entity.*T::kParent);
    return parent ? title_of(session, *parent) : "";
  }
}

/// Whether all that the entity hangs on is present, up to its account.
template <class T>
bool hangs_on_present(Session& session, const T& entity) {
  if constexpr (std::same_as<T, domain::Account>) {
    return true;
  } else {
    using Parent = typename T::Parent;
    if constexpr (!std::same_as<Parent, domain::Account>)
      remember_line<Parent>(session, entity.*T::kParent);
    const auto parent = find<Parent>(session, entity.*T::kParent);
    // What belongs to the organisation hangs on no account.
    return !parent || (!parent->archived_at && hangs_on_present(session, *parent));
  }
}

}  // namespace takt::store
