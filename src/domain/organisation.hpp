#pragma once
// The one organisation of an installation.

#include "domain/cycle_name.hpp"
#include "domain/record.hpp"

namespace takt::domain {

/// The one organisation of an installation.
struct Organisation : Record {
  static constexpr std::string_view kTerm = "organisation", kCollection = "organisation";
  Name name;
  Whole<1, 12> fiscal_month{1};                    ///< first month of the fiscal year
  Word cycle_pattern{std::string(kCyclePattern)};  ///< how cycles are named, see cycle_name.hpp
  Word time_zone{"UTC"};  ///< decides what "today" is; IANA, like Europe/Berlin
};
BOOST_DESCRIBE_STRUCT(Organisation, (Record), (name, fiscal_month, cycle_pattern, time_zone))

}  // namespace takt::domain
