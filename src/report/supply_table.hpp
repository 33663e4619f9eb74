#pragma once
// The shares of supply by site and product area, as a table of blues.

#include "page/one_pager.hpp"
#include "report/paper.hpp"

namespace takt::report {

struct SupplyTable {
  Paper& paper;
  const page::OnePagerSupply& supply;
  domain::Language language;
  double x = 0;
  double width = 0;
  std::size_t most_sites = 12;  ///< of more it says how many
};

/// "Lieferanteil in %, Q4 2026"
std::string supply_heading(const page::OnePagerSupply& supply, domain::Language language);

/// The height that it takes at most.
double height_of(const SupplyTable& table);

/// Draws it from `y` on: where it ends.
double draw_supply_table(const SupplyTable& table, double y);

}  // namespace takt::report
