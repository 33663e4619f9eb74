#pragma once
// The account plan as a workbook: the overview, and a list of each kind of entry that can be read
// in again; each list as a CSV file, too. One state throughout, whatever is written meanwhile.

#include "access/caller.hpp"
#include "report/account_lists.hpp"

namespace takt::report {

/// Whoever sees an account sees its contacts: reading them asks for nothing else. Refuses a caller
/// who may not see it.
Reader account_reader(access::Context& context, const access::Caller& caller,
                      const domain::Id& account);

// For a reader whose right was asked.
File account_workbook(access::Context& context, const Reader& reader, const domain::Id& account);
File account_csv(access::Context& context, const Reader& reader, const domain::Id& account,
                 AccountList list);

}  // namespace takt::report
