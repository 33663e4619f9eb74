#pragma once
// Looking back on a cycle, objective by objective.

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/effect.hpp"
#include "domain/review.hpp"
#include "domain/state_sentence.hpp"
#include "figure/people.hpp"
#include "figure/plan.hpp"
#include "page/page.hpp"

namespace takt::page {

/// An objective in its review.
struct ReviewView {
  figure::ObjectiveView view;
  std::optional<domain::Review> review;
  std::optional<double> score;  ///< 3.7; while the cycle runs, of what was measured so far
  /// Key results that count as 0 in the score, once the review has begun.
  std::vector<std::string> never_measured;
  bool asks_score = false;  ///< the close waits for a score by hand, or for "not judged"
  domain::Quadrant quadrant = domain::Quadrant::unknown;
  std::vector<Id> proposed;  ///< key results to go on with, unless the team says otherwise
  std::vector<store::Change> happened;  ///< to it and its key results, oldest first
};
BOOST_DESCRIBE_STRUCT(ReviewView, (),
                      (view, review, score, never_measured, asks_score, quadrant, proposed,
                       happened))

struct ReviewPage {
  long long revision = 0;
  domain::Account account;
  domain::Cycle cycle;
  domain::Date today;
  std::vector<ReviewView> objectives;
  int undecided = 0;  ///< objectives that still wait for a decision
  int unscored = 0;   ///< objectives that still wait for a score, or for "not judged"
  domain::QuadrantBorders borders;
  std::vector<figure::Person> people;
  domain::Sentence sentence;
};
BOOST_DESCRIBE_STRUCT(ReviewPage, (),
                      (revision, account, cycle, today, objectives, undecided, unscored, borders,
                       people, sentence))

ReviewPage review_page(Context& context, const Caller& caller, const Id& cycle);

}  // namespace takt::page
