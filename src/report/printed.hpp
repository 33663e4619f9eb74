#pragma once
// Further pages as PDF, as whoever asks sees them: minutes, agility check, portfolio.

#include "page/agility.hpp"
#include "page/meeting_room.hpp"
#include "page/portfolio.hpp"
#include "report/reader.hpp"

namespace takt::report {

/// The minutes of a closed meeting, as they are, be it that somebody edited them. `link`: where the
/// page is in Takt, as in each of these.
File minutes_pdf(const access::Context& context, const Reader& reader, const page::RoomView& room,
                 const std::string& link);

/// The seven questions of the agility check with what would help, and the totals of earlier cycles.
File agility_pdf(const access::Context& context, const Reader& reader,
                 const page::AgilityPage& page, const std::string& link);

/// All accounts of the page, with their sums.
File portfolio_pdf(const access::Context& context, const Reader& reader,
                   const page::PortfolioPage& page, const std::string& link);

}  // namespace takt::report
