#pragma once
// What each kind of import knows: its columns, what a row is recognised by, and what follows from
// it.

#include "command/import_cell.hpp"
#include "domain/action.hpp"
#include "domain/check_in.hpp"
#include "domain/contact.hpp"
#include "domain/key_result.hpp"
#include "domain/kpi.hpp"
#include "domain/product_area.hpp"
#include "domain/signal.hpp"
#include "domain/site.hpp"
#include "domain/supply.hpp"

namespace takt::command {

/// Calls `f(std::type_identity<T>)` for the entity that rows of the kind are. Those of a plan are
/// key results, which bring their objectives along.
template <class F>
auto with_imported(domain::ImportKind kind, F f) {
  using Entities = boost::mp11::mp_list<domain::Site, domain::ProductArea, domain::Contact,
                                        domain::SupplyRecord, domain::KpiValue, domain::Signal,
                                        domain::Action, domain::KeyResult, domain::CheckIn>;
  constexpr std::size_t kCount = boost::mp11::mp_size<Entities>::value;
  static_assert(
      boost::mp11::mp_size<boost::describe::describe_enumerators<domain::ImportKind>>::value ==
      kCount);
  return boost::mp11::mp_with_index<kCount>(static_cast<std::size_t>(kind), [&](auto index) {
    return f(std::type_identity<boost::mp11::mp_at_c<Entities, index>>{});
  });
}

/// The columns that a kind knows.
std::span<const Field> fields_of(domain::ImportKind kind);

/// What a row and a present entry are compared by, to say that they are the same.
std::string same_by(const domain::Site& site);
std::string same_by(const domain::ProductArea& area);
std::string same_by(const domain::Contact& contact);
std::string same_by(const domain::SupplyRecord& record);
std::string same_by(const domain::KpiValue& value);
std::string same_by(const domain::Signal& signal);
std::string same_by(const domain::Action& action);
std::string same_by(const domain::KeyResult& key_result);
std::string same_by(const domain::CheckIn& check_in);

/// By what of two that are called the same the one is told that is meant, as the name of a member;
/// empty where nothing tells.
template <class T>
constexpr std::string_view told_apart_by() {
  if constexpr (std::same_as<T, domain::Contact>) return "site";
  if constexpr (std::same_as<T, domain::Signal>) return "observedOn";
  if constexpr (std::same_as<T, domain::Action>) return "keyResult";
  return "";
}

/// What follows from the cells of a row once they are put together, with hints worth a look.
template <class T>
void complete(T&, const Reading&, std::vector<ImportProblem>&) {}
void complete(domain::SupplyRecord& record, const Reading& reading,
              std::vector<ImportProblem>& hints);

}  // namespace takt::command
