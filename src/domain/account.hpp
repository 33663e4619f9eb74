#pragma once
// The key account itself.

#include <vector>

#include "domain/period.hpp"
#include "domain/record.hpp"
#include "domain/reference.hpp"

namespace takt::domain {

/// One of the few figures by which the customer is known, e.g. its revenue.
struct KeyFigure {
  Text<60, 1> name;
  double value = 0;
  Text<20> unit;
  Text<30> of;  ///< which year, e.g. `GJ 2025/26`
};
BOOST_DESCRIBE_STRUCT(KeyFigure, (), (name, value, unit, of))

inline constexpr std::size_t kMostKeyFigures = 4;

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
  Prose purchasing_strategy;              ///< of the customer
  std::optional<Whole<1, 12>> customer_fiscal_month;  ///< the first of the *customer's* fiscal year
  std::vector<KeyFigure> key_figures;                 ///< up to kMostKeyFigures
  std::optional<Reference<Account>> parent;           ///< the account that this one is a part of
  Text<120> external_id;                              ///< in the CRM or ERP
};
BOOST_DESCRIBE_STRUCT(Account, (Record),
                      (name, code, industry, cadence, check_in_interval, first_cycle_start,
                       status_note, share_period, purchasing_strategy, customer_fiscal_month,
                       key_figures, parent, external_id))

}  // namespace takt::domain
