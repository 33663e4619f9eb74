#include "page/effect.hpp"

#include <algorithm>

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/progress.hpp"
#include "figure/effect.hpp"
#include "figure/plan.hpp"
#include "figure/series.hpp"
#include "page/page.hpp"
#include "store/check_in_store.hpp"
#include "store/review_store.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

/// What the cycles that are over came to; what still runs has no effect to miss yet.
Sentence sentence_of(const std::vector<CycleSummary>& cycles) {
  ReviewState state;
  for (const auto& summary : cycles) {
    if (summary.cycle.state == CycleState::active) continue;
    for (const auto& row : summary.rows) {
      ++state.objectives;
      state.worked += row.quadrant == Quadrant::worked;
      state.unknown += row.quadrant == Quadrant::unknown;
    }
  }
  return review_sentence(state);
}

}  // namespace

EffectPage effect_page(Context& context, const Id& account) {
  return context.database.read([&](store::Session& session) {
    EffectPage page;
    page.revision = store::revision(session, account);
    const auto entity = store::must_find<Account>(session, account);
    const auto reviews = store::reviews_of(session, account);
    auto cycles = store::present_of<Cycle>(session, account);
    std::ranges::sort(cycles, {}, &Cycle::starts_on);
    const auto series = series_of(session, entity, context.today());
    for (const auto& cycle : cycles) {
      if (cycle.state == CycleState::planning) continue;
      CycleSummary summary{.cycle = cycle};
      const auto objectives = plan_of(session, entity, cycle, {}, series, context.today());
      summary.rows = effect_rows(cycle, objectives, reviews);
      std::vector<WeightedProgress> results;
      std::vector<std::optional<double>> effects;
      for (const auto& row : summary.rows) {
        results.push_back({row.result, 1});
        effects.push_back(row.effect);
      }
      summary.effect = median_effect(effects);
      summary.quadrants = quadrants_of(summary.rows);
      summary.result = roll_up(results);
      summary.objectives = static_cast<int>(summary.rows.size());
      for (const auto& view : objectives)
        if (view.objective.state != ObjectiveState::dropped) summary.key_results += view.total;
      summary.check_ins = store::count_check_ins(session, cycle);
      page.cycles.push_back(std::move(summary));
    }
    page.sentence = sentence_of(page.cycles);
    return page;
  });
}

}  // namespace takt::page
