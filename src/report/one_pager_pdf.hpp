#pragma once
// The one-pager on A4, landscape: one page, and further ones where the plan is long.

#include "page/one_pager.hpp"
#include "report/reader.hpp"

namespace takt::report {

/// `link`: where the account is seen in Takt, which is also printed as a QR code; empty: nowhere.
File one_pager_pdf(const access::Context& context, const Reader& reader, const page::OnePager& page,
                   const std::string& link);

}  // namespace takt::report
