#pragma once
// The organisation.

#include "domain/organisation.hpp"
#include "page/page.hpp"

namespace takt::page {

domain::Organisation organisation(Context& context, const Caller& caller);

/// How a cycle that runs today would be called.
struct CycleNameExample {
  int months = 0;
  domain::Date starts_on;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(CycleNameExample, (), (months, starts_on, name))

/// Of a quarter, half a year, a year and another length, by a pattern that is being written. Throws
/// invalid where the pattern has a placeholder that there is none of.
std::vector<CycleNameExample> cycle_name_examples(Context& context, const Caller& caller,
                                                  const std::string& pattern, int fiscal_month);

}  // namespace takt::page
