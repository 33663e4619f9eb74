#include "page/agility.hpp"

#include <algorithm>

#include "domain/account.hpp"
#include "domain/agility.hpp"
#include "domain/cycle.hpp"
#include "domain/life_cycle.hpp"
#include "figure/plan.hpp"
#include "figure/series.hpp"
#include "page/page.hpp"
#include "store/user_store.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

Sentence sentence_of(const AgilityPage& page) {
  AgilityState state{.total = page.now.total};
  if (!page.before.empty()) {
    state.before = page.before.back().total;
    state.before_name = page.before.back().name;
  }
  double lowest = kGoodAgility;
  for (const auto& figure : page.now.figures) {
    if (!figure.score || *figure.score >= lowest) continue;
    lowest = *figure.score;
    state.lowest = figure.code;
  }
  return agility_sentence(state);
}

std::vector<store::NamedId> people_in(store::Session& session,
                                      const std::vector<AgilityQuestion>& questions) {
  std::vector<Id> ids;
  for (const auto& question : questions)
    if (question.next && question.next->person) ids.push_back(*question.next->person);
  return store::user_names(session, ids);
}

}  // namespace

AgilityPage agility_page(Context& context, const Id& account) {
  return context.database.read([&](store::Session& session) {
    AgilityPage page;
    page.today = context.today();
    page.revision = store::revision(session, account);
    page.account = store::must_find<Account>(session, account);
    auto cycles = store::present_of<Cycle>(session, account);
    std::ranges::sort(cycles, {}, &Cycle::starts_on);
    const auto series = series_of(session, page.account, page.today);
    const auto plan_of_cycle = [&](const Cycle& cycle) {
      return plan_of(session, page.account, cycle, {}, series, page.today);
    };
    const auto running = current_cycle(cycles);
    for (const auto& cycle : cycles) {
      if (cycle.state != CycleState::closed) continue;
      page.before.push_back(
          agility_of_cycle(session, page.account, cycle, plan_of_cycle(cycle), page.today));
    }
    const auto plan = running ? plan_of_cycle(*running) : std::vector<ObjectiveView>{};
    page.now = agility_of_cycle(session, page.account, running, plan, page.today);
    page.questions =
        agility_questions(session, page.account, page.now,
                          page.before.empty() ? nullptr : &page.before.back(), plan, page.today);
    page.people = people_in(session, page.questions);
    page.sentence = sentence_of(page);
    return page;
  });
}

}  // namespace takt::page
