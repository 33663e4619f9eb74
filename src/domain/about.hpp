#pragma once
// What of an account's entries a question or an assumption may be about.

#include <boost/describe.hpp>

#include "domain/values.hpp"

namespace takt::domain {

/// Each is the term of an entity; store/about.hpp has the entities.
BOOST_DEFINE_ENUM_CLASS(AboutKind, account, site, product_area, contact, supply_record, kpi,
                        kpi_value, vision, long_term_goal, milestone, signal, cycle, objective,
                        key_result, check_in, outcome_reading, review, testimonial, action, meeting)

template <>
inline constexpr bool kHasNoDefault<AboutKind> = true;

}  // namespace takt::domain
