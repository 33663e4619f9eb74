#pragma once
// The entries that questions and assumptions may be about.

#include <boost/mp11.hpp>

#include "domain/about.hpp"
#include "domain/action.hpp"
#include "domain/check_in.hpp"
#include "domain/contact.hpp"
#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "domain/kpi.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/outcome.hpp"
#include "domain/product_area.hpp"
#include "domain/review.hpp"
#include "domain/signal.hpp"
#include "domain/site.hpp"
#include "domain/supply.hpp"
#include "domain/testimonial.hpp"
#include "store/entry.hpp"

namespace takt::store {

/// The entities, each in the place of its domain::AboutKind.
using AboutEntities = boost::mp11::mp_list<
    domain::Account, domain::Site, domain::ProductArea, domain::Contact, domain::SupplyRecord,
    domain::Kpi, domain::KpiValue, domain::Vision, domain::LongTermGoal, domain::Milestone,
    domain::Signal, domain::Cycle, domain::Objective, domain::KeyResult, domain::CheckIn,
    domain::OutcomeReading, domain::Review, domain::Testimonial, domain::Action, domain::Meeting>;

/// Calls `f(std::type_identity<T>)` for the entity of the kind.
template <class F>
auto with_about(domain::AboutKind kind, F f) {
  constexpr std::size_t kCount = boost::mp11::mp_size<AboutEntities>::value;
  return boost::mp11::mp_with_index<kCount>(static_cast<std::size_t>(kind), [&](auto index) {
    using T = boost::mp11::mp_at_c<AboutEntities, index>;
    static_assert(
        boost::mp11::mp_size<boost::describe::describe_enumerators<domain::AboutKind>>::value ==
        kCount);
    return f(std::type_identity<T>{});
  });
}

/// An entry that a question or an assumption is about.
struct AboutEntry {
  std::string name;
  bool archived = false;         ///< it, or something it hangs on
  std::optional<Id> key_result;  ///< where it belongs to one
};

/// Of an id that stands for nothing: nameless, archived.
AboutEntry about_entry(Session& session, domain::AboutKind kind, const Id& id);

}  // namespace takt::store
