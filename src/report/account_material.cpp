#include "report/account_material.hpp"

#include <algorithm>
#include <limits>

#include "domain/key_result.hpp"
#include "domain/kpi.hpp"
#include "domain/life_cycle.hpp"
#include "domain/product_area.hpp"
#include "domain/site.hpp"
#include "figure/series.hpp"
#include "figure/supply.hpp"
#include "store/entity_store.hpp"
#include "store/kpi_store.hpp"
#include "store/question_store.hpp"
#include "store/review_store.hpp"
#include "store/signal_store.hpp"
#include "store/zone.hpp"

namespace takt::report {

using namespace domain;
using namespace figure;

namespace {

template <class T>
void add_names(store::Session& session, Material& material) {
  for (const auto& one : store::all_of<T>(session, material.account.id))
    if constexpr (requires { one.name; })
      material.names.emplace(one.id, one.name);
    else
      material.names.emplace(one.id, one.title);
}

void read_plans(store::Session& session, Material& out, const Series& series) {
  auto cycles = store::present_of<Cycle>(session, out.account.id);
  std::ranges::sort(cycles, std::greater{}, &Cycle::starts_on);
  const auto sites = store::all_of<Site>(session, out.account.id);
  const auto shown = shown_cycle(cycles);
  if (shown) out.shown = shown->id;
  for (auto& cycle : cycles) {
    auto objectives = plan_of(session, out.account, cycle, sites, series, out.today);
    if (cycle.id == out.shown)
      out.goals = goal_views(session, out.account.id, cycle, objectives, out.today);
    out.plans.push_back({std::move(cycle), std::move(objectives)});
  }
  out.reviews = store::reviews_of(session, out.account.id);
  if (!shown) out.goals = goal_views(session, out.account.id, {}, {}, out.today);
}

}  // namespace

Material material_of(store::Session& session, const Id& account, Date today, bool contacts) {
  Material out{.account = store::must_find<Account>(session, account), .today = today};
  out.zone = store::organisation_zone(session);
  const auto series = series_of(session, out.account, today);
  read_plans(session, out, series);
  if (auto visions = store::present_of<Vision>(session, account); !visions.empty())
    out.vision = std::move(visions.back());
  out.team = team_of(session, account);
  out.sites = store::present_of<Site>(session, account);
  out.check_ins = store::present_of<CheckIn>(session, account);
  out.supply = series.supply;
  if (!series.supply.empty()) out.matrix = page::supply_matrix(session, series, account, {}, {});
  out.kpis = store::present_of<Kpi>(session, account);
  out.kpi_values = store::kpi_values(session, account);
  out.signals = signal_views(session, store::present_of<Signal>(session, account), today);
  out.questions = open_questions(session, account, today);
  for (auto& one : store::answered_questions(session, account, std::numeric_limits<int>::max()))
    out.questions.push_back(question_view(session, std::move(one), today));
  out.actions = store::present_of<Action>(session, account);
  for (const auto& person : people_of(session, account)) out.names.emplace(person.id, person.name);
  for (auto& one : store::answers_of(session, account)) out.names.emplace(one.id, one.name);
  add_names<Site>(session, out);
  add_names<ProductArea>(session, out);
  add_names<Kpi>(session, out);
  add_names<Signal>(session, out);
  add_names<KeyResult>(session, out);
  if (contacts) {
    out.contacts = store::present_of<Contact>(session, account);
    add_names<Contact>(session, out);
  }
  return out;
}

}  // namespace takt::report
