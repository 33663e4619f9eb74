#pragma once
// The account plan as a workbook: the overview, and a list of each kind of entry that can be read
// in again. One state throughout, whatever is written meanwhile.

#include "access/caller.hpp"
#include "report/reader.hpp"

namespace takt::report {

/// For a caller who may see the account, in their language.
File account_workbook(access::Context& context, const access::Caller& caller,
                      const domain::Id& account);

/// For a reader whose right was asked elsewhere.
File account_workbook(access::Context& context, const Reader& reader, const domain::Id& account);

}  // namespace takt::report
