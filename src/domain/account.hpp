#pragma once
// The key account itself.

#include "domain/period.hpp"
#include "domain/record.hpp"

namespace takt::domain {

struct Account : Record {
  static constexpr std::string_view kTerm = "account", kCollection = "accounts";
  Name name;
  Text<12, 1> code;
  Word industry;
  Whole<1, 12> cadence{6};             ///< months of a cycle, typically 3 or 6
  Whole<1, 90> check_in_interval{14};  ///< days between two check-ins
  std::optional<Date> first_cycle_start;
  Prose status_note;
  Period share_period = Period::quarter;  ///< whose newest one is *the* share of supply (3.8)
};
BOOST_DESCRIBE_STRUCT(Account, (Record),
                      (name, code, industry, cadence, check_in_interval, first_cycle_start,
                       status_note, share_period))

}  // namespace takt::domain
