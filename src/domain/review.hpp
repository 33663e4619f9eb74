#pragma once
// Looking back on an objective at the end of its cycle.

#include <vector>

#include "domain/objective.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(Decision, continue_, adapt, stop, done)

/// What the server notes in a review.
struct GivenReview : OfObjective {
  std::optional<double> score;  ///< 0…1, kept when the cycle closes
};
BOOST_DESCRIBE_STRUCT(GivenReview, (OfObjective), (score))

/// What the team says about an objective at the end of its cycle. One per objective.
struct Review : GivenReview {
  static constexpr std::string_view kTerm = "review", kCollection = "reviews";
  static constexpr bool kUnordered = true;
  std::optional<double> score_override;  ///< 0…1, with a reason
  bool not_judged = false;               ///< never measured, and nobody gives it a score by hand
  Prose score_reason;
  Prose effect_note;  ///< why it worked, or did not
  Prose lesson;
  std::optional<Decision> decision;
  std::vector<Id> carried;  ///< the key results that go on in the next cycle
};
BOOST_DESCRIBE_STRUCT(Review, (GivenReview),
                      (score_override, not_judged, score_reason, effect_note, lesson, decision,
                       carried))

}  // namespace takt::domain
