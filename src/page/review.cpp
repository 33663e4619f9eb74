#include "page/review.hpp"

#include <algorithm>
#include <map>

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/effect.hpp"
#include "domain/life_cycle.hpp"
#include "domain/objective.hpp"
#include "domain/site.hpp"
#include "figure/effect.hpp"
#include "figure/people.hpp"
#include "figure/plan.hpp"
#include "page/page.hpp"
#include "store/plan_store.hpp"
#include "store/review_store.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

/// The changes of an objective and of each of its key results, the latest sixty of each, oldest
/// first. `changes`: those of the whole cycle, newest first.
std::vector<store::Change> happened_to(const std::vector<store::Change>& changes,
                                       const ObjectiveView& view) {
  constexpr int kMost = 60;
  std::map<Id, int> counts{{view.objective.id, 0}};
  for (const auto& one : view.key_results) counts[one.key_result.id] = 0;
  std::vector<store::Change> out;
  for (const auto& change : changes) {
    const auto belongs = [&](const std::optional<Id>& id) {
      const auto found = id ? counts.find(*id) : counts.end();
      return found != counts.end() && found->second++ < kMost;
    };
    const bool own = belongs(change.entity_id);
    if (belongs(change.parent_id) || own) out.push_back(change);
  }
  std::ranges::reverse(out);
  return out;
}

}  // namespace

ReviewPage review_page(Context& context, const Caller& caller, const Id& id) {
  const auto cycle = get<Cycle>(context, caller, id);
  return context.database.read([&](store::Session& session) {
    ReviewPage page;
    ReviewState state;
    page.today = context.today();
    page.revision = store::revision(session, cycle.account);
    page.account = store::must_find<Account>(session, cycle.account);
    page.cycle = store::must_find<Cycle>(session, id);
    const auto reviews = store::reviews_of(session, cycle.account);
    const auto series = series_of(session, page.account, page.today);
    const auto changes = store::changes_of_plan(session, page.cycle);
    const auto sites = store::all_of<Site>(session, cycle.account);
    for (auto& view :
         plan_of(session, page.account, page.cycle, sites, series, page.today, Forecasts::with)) {
      ReviewView one;
      const auto* review = review_of(reviews, view.objective.id);
      if (review) one.review = *review;
      one.score = score_of(view, page.cycle, review);
      one.quadrant = quadrant(one.score, view.outcome.effect);
      one.proposed = unreached(view);
      one.happened = happened_to(changes, view);
      const ObjectiveInCycle facts{.state = view.objective.state,
                                   .has_decision = review && review->decision,
                                   .has_score = has_score(view, review)};
      page.undecided += awaits_decision(facts);
      page.unscored += awaits_score(facts);
      if (view.objective.state != ObjectiveState::dropped) {
        ++state.objectives;
        state.worked += one.quadrant == Quadrant::worked;
        state.unknown += one.quadrant == Quadrant::unknown;
        state.open += awaits_decision(facts) || awaits_score(facts);
      }
      // While the cycle runs, the score is that of what was measured so far: nothing counts as 0.
      if (page.cycle.state != CycleState::planning && page.cycle.state != CycleState::active)
        one.never_measured = never_measured(view);
      one.asks_score = page.cycle.state == CycleState::review && !view.result &&
                       view.objective.state != ObjectiveState::dropped;
      one.view = std::move(view);
      page.objectives.push_back(std::move(one));
    }
    state.cycle = page.cycle;
    page.sentence = review_sentence(state);
    page.people = people_of(session, cycle.account);
    return page;
  });
}

}  // namespace takt::page
