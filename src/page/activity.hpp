#pragma once
// The change log as people read it.

#include "domain/key_result.hpp"
#include "domain/kpi.hpp"
#include "page/page.hpp"

namespace takt::page {

struct ActivityPage {
  std::vector<store::Change> changes;
  std::vector<store::NamedId> names;  ///< of whatever the changes refer to, and of who made them
  // What the changes' values are measured in, as it is today: a value alone says little.
  std::vector<domain::KeyResult> key_results;
  std::vector<domain::SiteTarget> site_targets;
  std::vector<domain::Kpi> kpis;
};
BOOST_DESCRIBE_STRUCT(ActivityPage, (), (changes, names, key_results, site_targets, kpis))

/// A page of a ledger's change log, newest first: of an account for whoever sees it, of the
/// organisation for administrators.
ActivityPage activity(Context& context, const Caller& caller, const Id& ledger,
                      store::ChangeFilter filter);

}  // namespace takt::page
