#include "page/organisation.hpp"

#include "domain/access.hpp"
#include "domain/cycle_name.hpp"
#include "domain/organisation.hpp"
#include "domain/problem.hpp"
#include "page/page.hpp"

namespace takt::page {

using namespace domain;

Organisation organisation(Context& context, const Caller& caller) {
  require(context, caller, Permission::signed_in);
  const auto own = context.database.peek([](store::Session& session) {
    return store::find<Organisation>(session, store::organisation_ledger());
  });
  if (!own) throw Problem::not_found();
  return *own;
}

std::vector<CycleNameExample> cycle_name_examples(Context& context, const Caller& caller,
                                                  const std::string& pattern, int fiscal_month) {
  require(context, caller, Permission::administer);
  if (const auto unknown = unknown_placeholder(pattern))
    throw Problem::invalid("/pattern", "unknown_placeholder",
                           "has no such placeholder: " + std::string(*unknown));
  std::vector<CycleNameExample> out;
  for (const int months : {3, 6, 12, 4}) {
    const auto starts_on = period_start(fiscal_month, context.today(), months);
    out.push_back({months, starts_on, cycle_name(pattern, fiscal_month, starts_on, months)});
  }
  return out;
}

}  // namespace takt::page
