#pragma once
// Effectiveness over all cycles of an account.

#include "domain/cycle.hpp"
#include "domain/effect.hpp"
#include "domain/state_sentence.hpp"
#include "figure/effect.hpp"
#include "page/page.hpp"

namespace takt::page {

/// A cycle in one line, to compare it with others.
struct CycleSummary {
  domain::Cycle cycle;
  std::optional<double> result;  ///< mean result of its objectives
  std::optional<double> effect;  ///< median of those that are known
  std::vector<domain::QuadrantCount> quadrants;
  int objectives = 0;
  int key_results = 0;
  int check_ins = 0;
  std::vector<figure::EffectRow> rows;
};
BOOST_DESCRIBE_STRUCT(CycleSummary, (),
                      (cycle, result, effect, quadrants, objectives, key_results, check_ins, rows))

struct EffectPage {
  long long revision = 0;
  domain::QuadrantBorders borders;
  std::vector<CycleSummary> cycles;  ///< oldest first
  domain::Sentence sentence;         ///< of the objectives whose cycle is over
};
BOOST_DESCRIBE_STRUCT(EffectPage, (), (revision, borders, cycles, sentence))

EffectPage effect_page(Context& context, const Id& account);

}  // namespace takt::page
