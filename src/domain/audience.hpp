#pragma once
// For whom a version of an account is made that leaves the team.

#include <boost/describe/enum.hpp>

#include "domain/values.hpp"

namespace takt::domain {

/// The team sees all that its members see; management how it stands; the customer what was agreed
/// with them: see domain/for_customer.hpp.
BOOST_DEFINE_ENUM_CLASS(Audience, management, team, customer)

/// What somebody is shown is not chosen by leaving it out.
template <>
inline constexpr bool kHasNoDefault<Audience> = true;

}  // namespace takt::domain
