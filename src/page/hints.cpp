#include "page/hints.hpp"

#include <algorithm>

#include "domain/cycle.hpp"
#include "domain/hints.hpp"
#include "domain/key_result.hpp"
#include "domain/objective.hpp"
#include "page/lessons.hpp"
#include "page/page.hpp"

namespace takt::page {

using namespace domain;

namespace {

constexpr int kLessons = 3;

}  // namespace

HintsView objective_hints(Context& context, const Caller& caller, const Id& cycle,
                          const Objective& draft, const std::optional<Id>& present) {
  const auto account = get<Cycle>(context, caller, cycle).account;
  const auto all = context.database.peek([&](store::Session& session) {
    return store::present_where<Objective>(session, account, "cycle", cycle);
  });
  const auto others = std::ranges::count_if(all, [&](const Objective& one) {
    return one.id != present.value_or(Id{}) && one.state != ObjectiveState::dropped;
  });
  return {hints(draft, static_cast<int>(others)),
          draft.title.empty() ? std::vector<Lesson>{}
                              : lessons(context, caller, draft.title, kLessons)};
}

HintsView key_result_hints(Context& context, const Caller& caller, const Id& objective,
                           const KeyResult& draft, const std::optional<Id>& present) {
  const auto account = get<Objective>(context, caller, objective).account;
  const auto all = context.database.peek([&](store::Session& session) {
    return store::present_where<KeyResult>(session, account, "objective", objective);
  });
  const auto others = std::ranges::count_if(all, [&](const KeyResult& one) {
    return one.id != present.value_or(Id{}) && one.state != KeyResultState::dropped;
  });
  return {hints(draft, static_cast<int>(others)), {}};
}

}  // namespace takt::page
