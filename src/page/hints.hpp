#pragma once
// What an experienced colleague would say to a draft.

#include "domain/hints.hpp"
#include "domain/key_result.hpp"
#include "domain/objective.hpp"
#include "page/lessons.hpp"
#include "page/page.hpp"

namespace takt::page {

/// Hints and the lessons that a draft brings to mind.
struct HintsView {
  std::vector<domain::Hint> hints;
  std::vector<Lesson> lessons;
};
BOOST_DESCRIBE_STRUCT(HintsView, (), (hints, lessons))

/// `present`: the objective (key result) that is being changed, if any.
HintsView objective_hints(Context& context, const Caller& caller, const Id& cycle,
                          const domain::Objective& draft, const std::optional<Id>& present);

HintsView key_result_hints(Context& context, const Caller& caller, const Id& objective,
                           const domain::KeyResult& draft, const std::optional<Id>& present);

}  // namespace takt::page
