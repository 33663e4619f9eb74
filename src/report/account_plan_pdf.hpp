#pragma once
// The whole account plan as a PDF, in the order in which a head of key account management reads it:
// summary, profile, the customer's goals, people, share of supply, vision and long-term goals,
// objectives and key results, signals and questions, next steps.

#include "report/reader.hpp"

namespace takt::report {

/// For a reader whose right was asked; people at the customer where the reader may see them.
/// `link`: where the account is seen in Takt, or nothing.
File account_plan_pdf(access::Context& context, const Reader& reader, const domain::Id& account,
                      const std::string& link);

}  // namespace takt::report
