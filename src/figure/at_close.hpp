#pragma once
// What a closed cycle's figures were read from; shapes of their own, because they are kept for
// ever.

#include "domain/cycle.hpp"
#include "domain/effect.hpp"
#include "figure/figure.hpp"

namespace takt::figure {

/// The readings of a key result that follows a series, or of an objective's outcome.
struct KeptReadings {
  Id of;
  std::vector<domain::Reading> readings;
};
BOOST_DESCRIBE_STRUCT(KeptReadings, (), (of, readings))

/// What moves by itself, as it was when the cycle closed: what is entered later, for whatever day,
/// changes nothing that was closed.
struct AtClose {
  domain::Date as_of;  ///< the day of the figures: that of the close, or the cycle's last
  int check_in_interval = 0;
  std::vector<KeptReadings> key_results;
  std::vector<KeptReadings> objectives;
};
BOOST_DESCRIBE_STRUCT(AtClose, (), (as_of, check_in_interval, key_results, objectives))

/// As the close kept it; no value before, and for cycles that closed when nothing was kept.
std::optional<AtClose> at_close(store::Session& session, const domain::Cycle& cycle);

/// Those of `id`; none where there is none.
const std::vector<domain::Reading>* readings_of(const std::vector<KeptReadings>& kept,
                                                const Id& id);

}  // namespace takt::figure
