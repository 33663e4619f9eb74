#pragma once
// The change log as people read it.

#include "page/page.hpp"

namespace takt::page {

struct ActivityPage {
  std::vector<store::Change> changes;
  std::vector<store::NamedId> names;  ///< of whatever the changes refer to, and of who made them
};
BOOST_DESCRIBE_STRUCT(ActivityPage, (), (changes, names))

/// A page of a ledger's change log, newest first: of an account for whoever sees it, of the
/// organisation for administrators.
ActivityPage activity(Context& context, const Caller& caller, const Id& ledger,
                      store::ChangeFilter filter);

}  // namespace takt::page
